package oracle

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/reverts"
)

// perCall is how many data points go into one transaction: some 140,000 gas each, of 2^24 at most (EIP-7825).
const perCall = 64

// AskMany sends requests straight to the coordinator, as many in a transaction as fit, and waits until they are mined. Who
// asks is an account, so nothing is called back: the answers are read. tip is in wei of EML, for each data point.
func (o *Oracle) AskMany(ctx context.Context, opts *bind.TransactOpts, model uint64, dataCIDs []string, tip *big.Int) ([]*Request, error) {
	var all []*Request
	for part := range slices.Chunk(dataCIDs, perCall) {
		sent, err := o.askPart(ctx, opts, model, part, tip)
		if err != nil {
			return all, fmt.Errorf("request predictions of model %d: %w", model, err)
		}
		all = append(all, sent...)
	}
	return all, nil
}

func (o *Oracle) askPart(ctx context.Context, opts *bind.TransactOpts, model uint64, dataCIDs []string, tip *big.Int) ([]*Request, error) {
	started := time.Now()
	// A permit of zeros is none; the binding packs no nil.
	options := bindings.RequestOptions{Permit: bindings.Permit{Value: new(big.Int), Deadline: new(big.Int)}}
	data := o.main.PackRequestPredictions(new(big.Int).SetUint64(model), dataCIDs, tip, options)
	gas, err := o.backend.EstimateGas(ctx, ethereum.CallMsg{From: opts.From, To: &o.coordinator, Data: data})
	if err != nil {
		return nil, reverts.Decode(err)
	}
	mine := *opts
	mine.Context, mine.GasLimit = ctx, min(gas+openGas, 1<<24)
	tx, err := bind.Transact(o.mainAt, &mine, data)
	if err != nil {
		return nil, reverts.Decode(err)
	}
	receipt, err := o.mined(ctx, tx.Hash())
	if err != nil {
		return nil, err
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("request transaction %s reverted", tx.Hash())
	}
	var sent []*Request
	for _, l := range receipt.Logs {
		if l.Address != o.coordinator {
			continue
		}
		if e, err := o.main.UnpackRequestQueuedEvent(l); err == nil && len(sent) < len(dataCIDs) {
			sent = append(sent, &Request{ID: e.Id.Uint64(), Model: model, DataCID: dataCIDs[len(sent)], Tx: tx.Hash(),
				FromBlock: receipt.BlockNumber.Uint64(), Started: started})
		}
	}
	if len(sent) != len(dataCIDs) {
		return nil, fmt.Errorf("transaction %s queued %d of %d requests", tx.Hash(), len(sent), len(dataCIDs))
	}
	return sent, nil
}

// Overview is where several requests stand at one Ethereum block.
type Overview struct {
	Ended, Total int
	Block        bindings.BlockView // the open block when one of the requests is in it, else zero
	InBlock      int                // how many of them are in it
	Waiting      uint64             // requests in the queue, anybody's
}

// FollowAll watches requests until all have ended. ended hears of each once, in the order in which they end; tell hears how
// it goes with each new Ethereum block.
func (o *Oracle) FollowAll(ctx context.Context, requests []*Request, tell func(Overview), ended func(*Outcome) error) error {
	open := slices.Clone(requests)
	err := o.eachHead(ctx, func(uint64) (bool, error) {
		var left []*Request
		for i, r := range open {
			view, err := o.Status(ctx, r.ID)
			if err == nil && statusOf(view).Ended() {
				var out *Outcome
				if out, err = o.outcome(ctx, r, view); err == nil {
					err = ended(out)
				}
			} else if err == nil {
				left = append(left, r)
			}
			if err != nil {
				open = append(left, open[i:]...)
				return false, err
			}
		}
		open = left
		overview := Overview{Ended: len(requests) - len(open), Total: len(requests)}
		if len(open) == 0 {
			tell(overview)
			return true, nil
		}
		block, err := o.Block(ctx)
		if err != nil {
			return false, err
		}
		for _, r := range open {
			if slices.ContainsFunc(block.Ids, func(id *big.Int) bool { return id.Uint64() == r.ID }) {
				overview.Block = block
				overview.InBlock++
			}
		}
		if overview.Waiting, err = o.OpenRequests(ctx); err != nil {
			return false, err
		}
		tell(overview)
		return false, nil
	})
	if err != nil {
		return fmt.Errorf("follow %d requests: %w", len(open), err)
	}
	return nil
}

// Coordinator is the contract's address; tips of requests sent straight to it are its to take.
func (o *Oracle) Coordinator() common.Address { return o.coordinator }

// Consumer is the consumer contract's address, zero when there is none.
func (o *Oracle) Consumer() common.Address { return o.consumer }
