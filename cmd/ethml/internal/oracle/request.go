package oracle

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/reverts"
)

// Request is a request that has been sent.
type Request struct {
	ID        uint64
	Model     uint64
	DataCID   string
	Tx        common.Hash
	FromBlock uint64    // Ethereum block it was mined in
	Started   time.Time // when its transaction was sent
}

// Progress is where a request stands at one Ethereum block.
type Progress struct {
	Request *Request
	Status  protocol.RequestStatus
	Block   bindings.BlockView // the open block when the request is in it, else zero
	Waiting uint64             // requests in the queue
}

// Outcome is how a request ended.
type Outcome struct {
	Request      *Request
	Status       protocol.RequestStatus
	Reason       protocol.Status // when failed
	Prediction   *big.Int        // as the consumer's callback received it, two's complement read as signed; when answered
	Value        string          // the prediction as the model's codec means it: 8791 with two decimals is 87.91
	VirtualBlock uint64          // that ended it; zero when none did
	Votes        Tally           // of that virtual block
	Tx           common.Hash     // that ended it
	Delivered    bool            // whether the consumer's callback took it
	Latency      time.Duration   // from sending the request to seeing its end
}

// Follow watches a request until it ends, telling progress at each new Ethereum block.
func (o *Oracle) Follow(ctx context.Context, r *Request, tell func(Progress)) (*Outcome, error) {
	var out *Outcome
	err := o.eachHead(ctx, func(uint64) (bool, error) {
		view, err := o.Status(ctx, r.ID)
		if err != nil {
			return false, err
		}
		status := statusOf(view)
		if status.Ended() {
			out, err = o.outcome(ctx, r, view)
			return err == nil, err
		}
		p := Progress{Request: r, Status: status}
		block, err := o.Block(ctx)
		if err != nil {
			return false, err
		}
		if slices.ContainsFunc(block.Ids, func(id *big.Int) bool { return id.Uint64() == r.ID }) {
			p.Block = block
		}
		if p.Waiting, err = o.OpenRequests(ctx); err != nil {
			return false, err
		}
		tell(p)
		return false, nil
	})
	if err != nil {
		return nil, fmt.Errorf("follow request %d: %w", r.ID, err)
	}
	return out, nil
}

// outcome finds the transaction that ended a request, and what its callback received.
func (o *Oracle) outcome(ctx context.Context, r *Request, view bindings.RequestView) (*Outcome, error) {
	out := &Outcome{Request: r, Status: statusOf(view), Reason: protocol.Status(view.Reason), Latency: time.Since(r.Started)}
	logs, err := o.backend.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(r.FromBlock),
		Addresses: []common.Address{o.coordinator},
		Topics: [][]common.Hash{
			{topic("RequestAnswered"), topic("RequestFailed"), topic("RequestCancelled"), topic("RequestExpired")},
			{common.BigToHash(new(big.Int).SetUint64(r.ID))},
		},
	})
	if err != nil {
		return nil, fmt.Errorf("find the end of request %d: %w", r.ID, err)
	}
	if len(logs) == 0 {
		return nil, fmt.Errorf("request %d has ended, but the node has no event of it yet", r.ID)
	}
	out.Tx = logs[len(logs)-1].TxHash
	receipt, err := o.backend.TransactionReceipt(ctx, out.Tx)
	if err != nil {
		return nil, fmt.Errorf("read the transaction that ended request %d: %w", r.ID, err)
	}
	if out.Status == protocol.RequestAnswered {
		out.Prediction = Signed(view.Prediction)
		out.Delivered = !view.Undelivered
	}
	o.readReceipt(receipt, out)
	m, err := o.model(ctx, r.Model)
	if err != nil {
		return nil, err
	}
	if out.Prediction != nil {
		out.Value = Value(m.Codec, m.Decimals, out.Prediction)
	}
	if out.VirtualBlock != 0 {
		out.Votes, err = o.tally(ctx, r.ID, out.VirtualBlock, r.FromBlock, m.Tolerance)
	}
	return out, err
}

// codecFixed is the registry's code for floats times a power of ten; codecDigest for the hash of a tensor.
const codecFixed, codecDigest = 2, 3

// model reads how a model's words are meant, and which of them agree.
func (o *Oracle) model(ctx context.Context, id uint64) (m bindings.Model, err error) {
	address, err := call(ctx, o.mainAt, o.main.PackRegistry(), o.main.UnpackRegistry)
	if err != nil {
		return m, fmt.Errorf("read the registry's address: %w", reverts.Decode(err))
	}
	registry := bindings.NewModelRegistry()
	if m, err = call(ctx, registry.Instance(o.backend, address), registry.PackGetModel(new(big.Int).SetUint64(id)), registry.UnpackGetModel); err != nil {
		return m, fmt.Errorf("read model %d: %w", id, reverts.Decode(err))
	}
	return m, nil
}

// value reads a word as the model's registration says.
func (o *Oracle) value(ctx context.Context, model uint64, word *big.Int) (string, error) {
	m, err := o.model(ctx, model)
	if err != nil {
		return "", err
	}
	return Value(m.Codec, m.Decimals, word), nil
}

// Value shows a word as a codec means it: a decimal fraction, a hash, or an integer.
func Value(codec, decimals uint8, word *big.Int) string {
	switch codec {
	case codecFixed:
		unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
		return new(big.Rat).SetFrac(word, unit).FloatString(int(decimals))
	case codecDigest:
		return common.BigToHash(word).Hex()
	}
	return word.String()
}

// readReceipt takes from the ending transaction the virtual block and the word as the consumer's callback got it.
func (o *Oracle) readReceipt(receipt *types.Receipt, out *Outcome) {
	for _, l := range receipt.Logs {
		switch l.Address {
		case o.coordinator:
			if e, err := o.main.UnpackBlockSettledEvent(l); err == nil {
				out.VirtualBlock = e.Number.Uint64()
			}
		case o.consumer:
			if e, err := o.asker.UnpackReceivedPredictionEvent(l); err == nil && e.RequestId.Uint64() == out.Request.ID {
				out.Prediction = Signed(e.Prediction)
			}
		}
	}
}

// Signed reads a word as two's complement.
func Signed(word *big.Int) *big.Int {
	if word.Bit(255) == 0 {
		return word
	}
	return new(big.Int).Sub(word, new(big.Int).Lsh(big.NewInt(1), 256))
}

func topic(event string) common.Hash {
	parsed, err := bindings.EthMLMetaData.ParseABI()
	if err != nil {
		return common.Hash{}
	}
	return parsed.Events[event].ID
}
