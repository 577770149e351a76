package index

import (
	"fmt"
	"math/big"

	bolt "go.etcd.io/bbolt"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// fold turns the stream's items into rows within one transaction.
type fold struct {
	*cells
	unit   uint64 // Ethereum block whose events are being folded
	open   bool   // whether there is one
	newest uint64
	rows   bool // whether any row changed
}

func newFold(tx *bolt.Tx) *fold { return &fold{cells: newCells(tx)} }

func (f *fold) item(item *ethmlv1.SubscribeResponse) error {
	switch it := item.GetItem().(type) {
	case *ethmlv1.SubscribeResponse_Event:
		block := it.Event.GetPosition().GetBlockNumber()
		if f.open && block != f.unit {
			if err := f.end(); err != nil {
				return err
			}
		}
		f.unit, f.open = block, true
		if err := f.event(it.Event); err != nil {
			p := it.Event.GetPosition()
			return fmt.Errorf("event %d of Ethereum block %d: %w", p.GetLogIndex(), p.GetBlockNumber(), err)
		}
		return f.err
	case *ethmlv1.SubscribeResponse_Retracted:
		if err := f.end(); err != nil {
			return err
		}
		f.rows = true
		// What was read may not be so any more.
		f.cells = newCells(f.tx)
		return takeBack(f.tx, it.Retracted.GetCommonAncestor().GetNumber())
	}
	return nil
}

// end writes the rows of the Ethereum block in hand, with how to take them back.
func (f *fold) end() error {
	if !f.open {
		return nil
	}
	f.open = false
	changes, err := f.flush()
	if err != nil {
		return err
	}
	f.newest = f.unit
	f.rows = f.rows || len(changes) > 0
	return keepUndo(f.tx, f.unit, changes)
}

func placeOf(p *ethmlv1.ChainPosition) Place {
	at := Place{Block: p.GetBlockNumber(), Time: p.GetBlockTime()}
	copy(at.Tx[:], p.GetTransactionHash())
	return at
}

func amount(b []byte) *big.Int { return new(big.Int).SetBytes(b) }

// add sums amounts, of which nil is zero.
func add(a, b *big.Int) *big.Int {
	sum := new(big.Int)
	for _, v := range []*big.Int{a, b} {
		if v != nil {
			sum.Add(sum, v)
		}
	}
	return sum
}

// less is a-b, at least zero.
func less(a, b *big.Int) *big.Int {
	d := new(big.Int).Sub(add(a, nil), add(b, nil))
	if d.Sign() < 0 {
		return new(big.Int)
	}
	return d
}

func (f *fold) totals() *Totals { return edit[Totals](f.cells, bTotals, totalsKey) }

func (f *fold) event(e *ethmlv1.Event) error {
	at := placeOf(e.GetPosition())
	t := f.totals()
	t.Events++
	t.LastTime = at.Time
	switch kind := e.GetKind().(type) {
	case *ethmlv1.Event_RequestQueued:
		return f.requestQueued(at, kind.RequestQueued)
	case *ethmlv1.Event_RequestRequeued:
		f.requestRequeued(at, kind.RequestRequeued)
	case *ethmlv1.Event_RequestEnded:
		f.requestEnded(at, kind.RequestEnded)
	case *ethmlv1.Event_CallbackResult:
		r := f.request(kind.CallbackResult.GetId())
		r.Callbacks = append(r.Callbacks, Callback{At: at, Delivered: kind.CallbackResult.GetDelivered()})
	case *ethmlv1.Event_BlockOpened:
		return f.blockOpened(at, kind.BlockOpened)
	case *ethmlv1.Event_SolutionCommitted:
		return f.committed(at, kind.SolutionCommitted)
	case *ethmlv1.Event_CommitClosed:
		f.commitClosed(at, kind.CommitClosed)
	case *ethmlv1.Event_SolutionRevealed:
		return f.revealed(at, kind.SolutionRevealed)
	case *ethmlv1.Event_BlockEnded:
		return f.blockEnded(at, kind.BlockEnded)
	case *ethmlv1.Event_ModelRegistered:
		return f.modelRegistered(at, kind.ModelRegistered)
	case *ethmlv1.Event_ModelDeprecated:
		f.model(kind.ModelDeprecated.GetId()).Deprecated = &at
	case *ethmlv1.Event_StakeChanged:
		return f.stakeChanged(at, e.GetPosition().GetLogIndex(), kind.StakeChanged)
	case *ethmlv1.Event_MinerSlashed:
		return f.minerSlashed(kind.MinerSlashed)
	case *ethmlv1.Event_RewardsClaimed:
		return f.rewardsClaimed(at, e.GetPosition().GetLogIndex(), kind.RewardsClaimed)
	case *ethmlv1.Event_PauseChanged:
		t.Paused = kind.PauseChanged.GetPaused()
	}
	return nil
}

// request gives a request to change. One that the stream has not told of is a stub: a watcher that prunes leaves out
// beginnings.
func (f *fold) request(id uint64) *Request {
	r := edit[Request](f.cells, bRequests, key(id))
	r.ID = id
	return r
}

// state moves a request and what counts it.
func (f *fold) state(r *Request, to protocol.RequestStatus) {
	if r.State == to {
		return
	}
	t := f.totals()
	if r.State != protocol.RequestUnknown && t.States[r.State] > 0 {
		t.States[r.State]--
		f.set(bByState, stateKey(r.State, r.ID), false)
	}
	t.States[to]++
	f.set(bByState, stateKey(to, r.ID), true)
	r.State = to
}

func (f *fold) requestQueued(at Place, q *ethmlv1.RequestQueued) (err error) {
	r := f.request(q.GetId())
	if r.Requester, err = protocol.AddressFromBytes("requester", q.GetRequester()); err != nil {
		return err
	}
	r.Model, r.DataCID, r.Tip = q.GetModelId(), q.GetDataCid(), amount(q.GetTip())
	r.CallbackGas, r.Expiry, r.Queued = q.GetCallbackGas(), q.GetExpiry(), at
	if r.State == protocol.RequestUnknown {
		f.state(r, protocol.RequestQueued)
	}
	f.set(bByModel, key(r.Model, r.ID), true)
	f.model(r.Model).Requests++
	return nil
}

func (f *fold) requestRequeued(at Place, q *ethmlv1.RequestRequeued) {
	r := f.request(q.GetId())
	r.Requeues = append(r.Requeues, Requeue{At: at, Voided: q.GetVoided()})
	f.state(r, protocol.RequestQueued)
}

var endStates = map[ethmlv1.RequestEndState]protocol.RequestStatus{
	ethmlv1.RequestEndState_REQUEST_END_STATE_ANSWERED:  protocol.RequestAnswered,
	ethmlv1.RequestEndState_REQUEST_END_STATE_FAILED:    protocol.RequestFailed,
	ethmlv1.RequestEndState_REQUEST_END_STATE_CANCELLED: protocol.RequestCancelled,
	ethmlv1.RequestEndState_REQUEST_END_STATE_EXPIRED:   protocol.RequestExpired,
}

func (f *fold) requestEnded(at Place, e *ethmlv1.RequestEnded) {
	to, known := endStates[e.GetState()]
	if !known {
		return
	}
	r := f.request(e.GetId())
	f.state(r, to)
	r.Ended, r.EndedBy, r.Word, r.Reason = &at, e.GetBlockNumber(), e.GetWord(), e.GetReason()
	took := uint64(0)
	if r.Queued.Time > 0 && at.Time > r.Queued.Time {
		took = at.Time - r.Queued.Time
	}
	if r.Model > 0 {
		switch m := f.model(r.Model); to {
		case protocol.RequestAnswered:
			m.Answered++
			m.Seconds += took
		case protocol.RequestFailed:
			m.Failed++
		}
	}
	if r.EndedBy == 0 {
		return
	}
	p := f.point(r.EndedBy)
	p.Ends++
	switch to {
	case protocol.RequestAnswered:
		p.Answered++
		p.Seconds += took
		p.LongestSeconds = max(p.LongestSeconds, took)
		p.Tips += eml(r.Tip)
	case protocol.RequestFailed:
		p.Failed++
	}
}

// eml is an amount for plots, which a float is good enough for.
func eml(wei *big.Int) float64 {
	if wei == nil {
		return 0
	}
	v, _ := new(big.Float).Quo(new(big.Float).SetInt(wei), big.NewFloat(1e18)).Float64()
	return v
}
