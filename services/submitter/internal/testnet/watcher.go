package testnet

import (
	"context"
	"encoding/binary"
	"math/big"
	"net"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/contracts/bindings"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

func callMsg(to common.Address, data []byte) ethereum.CallMsg {
	return ethereum.CallMsg{To: &to, Data: data}
}

// Watcher tells the events of a Net as the watcher service does; it reads the whole chain anew for each head.
type Watcher struct {
	ethmlv1.UnimplementedWatcherServiceServer
	net    *Net
	server *grpc.Server
	Addr   string

	mu      sync.Mutex
	changed chan struct{}
	chain   []*types.Header // canonical, by number
	events  []*ethmlv1.Event
	reorgs  []uint64 // common ancestors, in order
	head    *types.Header
}

// StartWatcher serves a watcher of n until the test ends or Stop.
func (n *Net) StartWatcher() *Watcher {
	n.T.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(n.T, err)
	w := &Watcher{net: n, server: grpc.NewServer(), Addr: listener.Addr().String(), changed: make(chan struct{})}
	ethmlv1.RegisterWatcherServiceServer(w.server, w)
	ctx, cancel := context.WithCancel(context.Background())
	heads := make(chan *types.Header, 64)
	sub, err := n.Chain.Client().SubscribeNewHead(ctx, heads)
	require.NoError(n.T, err)
	w.read(ctx)
	var group sync.WaitGroup
	group.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-heads:
				w.read(ctx)
			}
		}
	})
	group.Go(func() { _ = w.server.Serve(listener) })
	n.T.Cleanup(func() {
		cancel()
		sub.Unsubscribe()
		w.server.Stop()
		group.Wait()
	})
	return w
}

// Stop stops serving.
func (w *Watcher) Stop() { w.server.Stop() }

// read takes in a new head: what is new when it follows the last one, else the whole chain.
func (w *Watcher) read(ctx context.Context) {
	client := w.net.Chain.Client()
	head, err := client.HeaderByNumber(ctx, nil)
	if err != nil {
		return
	}
	w.mu.Lock()
	chain, events := w.chain, w.events
	w.mu.Unlock()
	if len(chain) == 0 || head.Number.Uint64() < uint64(len(chain)) {
		chain, events = nil, nil
	}
	fresh := []*types.Header{head}
	for n := head.Number.Uint64(); n > uint64(len(chain)); n-- {
		h, err := client.HeaderByHash(ctx, fresh[0].ParentHash)
		if err != nil {
			return
		}
		fresh = append([]*types.Header{h}, fresh...)
	}
	if len(chain) > 0 && fresh[0].ParentHash != chain[len(chain)-1].Hash() {
		chain, events = nil, nil
		for fresh[0].Number.Sign() > 0 {
			h, err := client.HeaderByHash(ctx, fresh[0].ParentHash)
			if err != nil {
				return
			}
			fresh = append([]*types.Header{h}, fresh...)
		}
	}
	chain, events = slices.Clone(chain), slices.Clone(events)
	for _, h := range fresh {
		hash := h.Hash()
		logs, err := client.FilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{w.net.Coordinator, w.net.Stake}, BlockHash: &hash})
		if err != nil {
			return
		}
		for _, l := range logs {
			if e := w.event(&l, h); e != nil {
				events = append(events, e)
			}
		}
		chain = append(chain, h)
	}
	w.mu.Lock()
	defer w.mu.Unlock()
	shared := 0
	for shared < len(w.chain) && shared < len(chain) && w.chain[shared].Hash() == chain[shared].Hash() {
		shared++
	}
	if shared < len(w.chain) {
		w.reorgs = append(w.reorgs, uint64(shared-1))
	}
	w.chain, w.events, w.head = chain, events, head
	close(w.changed)
	w.changed = make(chan struct{})
}

func (w *Watcher) event(l *types.Log, h *types.Header) *ethmlv1.Event {
	b := bindings.NewEthML()
	e := &ethmlv1.Event{Position: &ethmlv1.ChainPosition{BlockNumber: l.BlockNumber, BlockHash: l.BlockHash[:], BlockTime: h.Time,
		TransactionHash: l.TxHash[:], LogIndex: uint32(l.Index)}}
	if o, err := b.UnpackBlockOpenedEvent(l); err == nil {
		e.Kind = &ethmlv1.Event_BlockOpened{BlockOpened: &ethmlv1.BlockOpened{Number: o.Number.Uint64(), Challenge: o.Challenge[:], ParentHash: o.ParentHash[:],
			Target:     &ethmlv1.TargetSchedule{Difficulty: o.Difficulty.Bytes(), OpenedAt: h.Time, CommitWindowSeconds: o.CommitWindow.Uint64()},
			RequestIds: ids(o.Ids)}}
	} else if o, err := b.UnpackSolutionCommittedEvent(l); err == nil {
		e.Kind = &ethmlv1.Event_SolutionCommitted{SolutionCommitted: &ethmlv1.SolutionCommitted{Number: o.Number.Uint64(),
			Seat: &ethmlv1.Seat{Index: uint32(o.Seat.Uint64()), Miner: o.Miner[:], Commitment: o.Commitment[:]}}}
	} else if o, err := b.UnpackCommitClosedEvent(l); err == nil {
		e.Kind = &ethmlv1.Event_CommitClosed{CommitClosed: &ethmlv1.CommitClosed{Number: o.Number.Uint64(), Seats: uint32(o.Seats.Uint64())}}
	} else if o, err := b.UnpackSolutionRevealedEvent(l); err == nil {
		r := &ethmlv1.SolutionRevealed{Number: o.Number.Uint64(), Miner: o.Miner[:], Statuses: o.Statuses}
		for _, p := range o.Predictions {
			word := common.BigToHash(p)
			r.Words = append(r.Words, word[:])
		}
		e.Kind = &ethmlv1.Event_SolutionRevealed{SolutionRevealed: r}
	} else if o, err := b.UnpackBlockSettledEvent(l); err == nil {
		e.Kind = &ethmlv1.Event_BlockEnded{BlockEnded: &ethmlv1.BlockEnded{Number: o.Number.Uint64(), Hash: o.Hash[:], ParentHash: o.ParentHash[:]}}
	} else if o, err := b.UnpackBlockVoidedEvent(l); err == nil {
		e.Kind = &ethmlv1.Event_BlockEnded{BlockEnded: &ethmlv1.BlockEnded{Number: o.Number.Uint64(), Hash: o.Hash[:], Voided: true}}
	} else if o, err := b.UnpackRequestQueuedEvent(l); err == nil {
		e.Kind = &ethmlv1.Event_RequestQueued{RequestQueued: &ethmlv1.RequestQueued{Id: o.Id.Uint64(), CallbackGas: o.CallbackGas.Uint64(), Expiry: o.Expiry.Uint64()}}
	} else if o, err := b.UnpackRequestAnsweredEvent(l); err == nil {
		e.Kind = &ethmlv1.Event_RequestEnded{RequestEnded: &ethmlv1.RequestEnded{Id: o.Id.Uint64(), State: ethmlv1.RequestEndState_REQUEST_END_STATE_ANSWERED}}
	} else if o, err := b.UnpackRequestFailedEvent(l); err == nil {
		e.Kind = &ethmlv1.Event_RequestEnded{RequestEnded: &ethmlv1.RequestEnded{Id: o.Id.Uint64(), State: ethmlv1.RequestEndState_REQUEST_END_STATE_FAILED}}
	}
	if o, err := bindings.NewOperatorStake().UnpackStakedEvent(l); err == nil && l.Address == w.net.Stake {
		e.Kind = &ethmlv1.Event_StakeChanged{StakeChanged: &ethmlv1.StakeChanged{Operator: o.Operator[:]}}
	}
	if e.Kind == nil {
		return nil
	}
	return e
}

func ids(in []*big.Int) []uint64 {
	out := make([]uint64, len(in))
	for i, id := range in {
		out[i] = id.Uint64()
	}
	return out
}

// snapshot folds the events.
func (w *Watcher) snapshot() *ethmlv1.Snapshot {
	s := &ethmlv1.Snapshot{ChainId: w.net.Chain.ChainID.Uint64(), Coordinator: w.net.Coordinator[:], Head: headOf(w.head)}
	pending := map[uint64]*ethmlv1.PendingRequest{}
	for _, e := range w.events {
		open := s.OpenBlock
		switch k := e.Kind.(type) {
		case *ethmlv1.Event_BlockOpened:
			s.OpenBlock = &ethmlv1.BlockState{Position: e.Position, Opened: k.BlockOpened, Phase: ethmlv1.Phase_PHASE_COMMIT}
		case *ethmlv1.Event_SolutionCommitted:
			seat := k.SolutionCommitted.Seat
			open.Seats = append(open.Seats, &ethmlv1.Seat{Index: seat.Index, Miner: seat.Miner, Commitment: seat.Commitment})
		case *ethmlv1.Event_CommitClosed:
			open.Phase, open.CommitClosedAt, open.CommitClosedBlock = ethmlv1.Phase_PHASE_REVEAL, e.Position.BlockTime, e.Position.BlockNumber
		case *ethmlv1.Event_SolutionRevealed:
			for _, seat := range open.Seats {
				seat.Revealed = seat.Revealed || slices.Equal(seat.Miner, k.SolutionRevealed.Miner)
			}
		case *ethmlv1.Event_BlockEnded:
			s.OpenBlock = nil
		case *ethmlv1.Event_RequestQueued:
			pending[k.RequestQueued.Id] = &ethmlv1.PendingRequest{Position: e.Position, Request: k.RequestQueued}
		case *ethmlv1.Event_RequestEnded:
			delete(pending, k.RequestEnded.Id)
		}
	}
	for _, p := range pending {
		s.PendingRequests = append(s.PendingRequests, p)
	}
	return s
}

func headOf(h *types.Header) *ethmlv1.Head {
	hash := h.Hash()
	return &ethmlv1.Head{Number: h.Number.Uint64(), Hash: hash[:], Time: h.Time}
}

// Subscribe implements ethml.v1.WatcherService; a cursor is the number of events before it.
func (w *Watcher) Subscribe(r *ethmlv1.SubscribeRequest, stream ethmlv1.WatcherService_SubscribeServer) error {
	w.mu.Lock()
	next, reorgs := 0, len(w.reorgs)
	if c := r.GetCursor(); len(c) == 8 {
		next = int(binary.BigEndian.Uint64(c))
	}
	var first *ethmlv1.SubscribeResponse
	if r.GetCurrent() != nil {
		next = len(w.events)
		first = &ethmlv1.SubscribeResponse{Cursor: cursor(next), Item: &ethmlv1.SubscribeResponse_Snapshot{Snapshot: w.snapshot()}}
	}
	w.mu.Unlock()
	if first != nil {
		if err := stream.Send(first); err != nil {
			return err
		}
	}
	for {
		w.mu.Lock()
		var out []*ethmlv1.SubscribeResponse
		if len(w.reorgs) > reorgs {
			reorgs = len(w.reorgs)
			out = append(out, &ethmlv1.SubscribeResponse{Item: &ethmlv1.SubscribeResponse_Retracted{
				Retracted: &ethmlv1.Retracted{CommonAncestor: headOf(w.chain[min(w.reorgs[reorgs-1], uint64(len(w.chain)-1))])}}})
			next = len(w.events)
		}
		for ; next < len(w.events); next++ {
			out = append(out, &ethmlv1.SubscribeResponse{Cursor: cursor(next + 1), Item: &ethmlv1.SubscribeResponse_Event{Event: w.events[next]}})
		}
		out = append(out, &ethmlv1.SubscribeResponse{Cursor: cursor(next), Item: &ethmlv1.SubscribeResponse_Heartbeat{Heartbeat: &ethmlv1.Heartbeat{
			Head: headOf(w.head), State: ethmlv1.WatcherState_WATCHER_STATE_LIVE}}})
		changed := w.changed
		w.mu.Unlock()
		for _, item := range out {
			if err := stream.Send(item); err != nil {
				return err
			}
		}
		select {
		case <-changed:
		case <-stream.Context().Done():
			return stream.Context().Err()
		case <-time.After(5 * time.Second):
		}
	}
}

func cursor(n int) []byte { return binary.BigEndian.AppendUint64(nil, uint64(n)) }
