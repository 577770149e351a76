// Package oracle asks an EthML network for predictions and follows each request to its end, by Ethereum RPC alone.
package oracle

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/reverts"
)

// pollInterval is how often the chain's head is asked for while something is awaited.
const pollInterval = 150 * time.Millisecond

// Backend is what of an Ethereum client an Oracle needs; *ethclient.Client has it.
type Backend interface {
	bind.ContractBackend
	ethereum.BlockNumberReader
	ethereum.ChainIDReader
	TransactionReceipt(ctx context.Context, hash common.Hash) (*types.Receipt, error)
}

// Oracle talks to one coordinator through a PredictionConsumer.
type Oracle struct {
	backend     Backend
	coordinator common.Address
	consumer    common.Address
	main        *bindings.EthML
	asker       *bindings.PredictionConsumer
	mainAt      *bind.BoundContract
	askerAt     *bind.BoundContract
}

// New checks that both contracts have code. A zero consumer is allowed for one who only follows requests.
func New(ctx context.Context, backend Backend, coordinator, consumer common.Address) (*Oracle, error) {
	o := &Oracle{backend: backend, coordinator: coordinator, consumer: consumer,
		main: bindings.NewEthML(), asker: bindings.NewPredictionConsumer()}
	o.mainAt = o.main.Instance(backend, coordinator)
	o.askerAt = o.asker.Instance(backend, consumer)
	for what, address := range map[string]common.Address{"coordinator": coordinator, "consumer": consumer} {
		if what == "consumer" && address == (common.Address{}) {
			continue
		}
		code, err := backend.CodeAt(ctx, address, nil)
		if err != nil {
			return nil, fmt.Errorf("read the %s's code: %w", what, err)
		}
		if len(code) == 0 {
			return nil, fmt.Errorf("there is no contract at %s, the %s's address: is this the right chain? Deploy with `ethml deploy`, or name another network file with --network", address, what)
		}
	}
	return o, nil
}

// openGas is room on top of a request's estimate, which is wrong when the chain is busy while it is made and idle when the
// transaction is mined: then the request opens a block with all who wait. What isn't used costs nothing.
const openGas = 1_000_000

// Ask sends a request through the consumer contract and waits until it is mined. tip is in wei of EML.
func (o *Oracle) Ask(ctx context.Context, opts *bind.TransactOpts, model uint64, dataCID string, tip *big.Int) (*Request, error) {
	started := time.Now()
	data := o.asker.PackRequestPrediction(new(big.Int).SetUint64(model), dataCID, tip)
	gas, err := o.backend.EstimateGas(ctx, ethereum.CallMsg{From: opts.From, To: &o.consumer, Data: data})
	if err != nil {
		return nil, fmt.Errorf("request a prediction of model %d: %w", model, reverts.Decode(err))
	}
	mine := *opts
	mine.Context, mine.GasLimit = ctx, gas+openGas
	tx, err := bind.Transact(o.askerAt, &mine, data)
	if err != nil {
		return nil, fmt.Errorf("request a prediction of model %d: %w", model, reverts.Decode(err))
	}
	receipt, err := o.mined(ctx, tx.Hash())
	if err != nil {
		return nil, err
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("request transaction %s reverted", tx.Hash())
	}
	for _, l := range receipt.Logs {
		if l.Address != o.coordinator {
			continue
		}
		if e, err := o.main.UnpackRequestQueuedEvent(l); err == nil {
			return &Request{ID: e.Id.Uint64(), Model: model, DataCID: dataCID, Tx: tx.Hash(), FromBlock: receipt.BlockNumber.Uint64(), Started: started}, nil
		}
	}
	return nil, fmt.Errorf("request transaction %s holds no RequestQueued event of coordinator %s", tx.Hash(), o.coordinator)
}

func (o *Oracle) mined(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	var receipt *types.Receipt
	err := o.eachHead(ctx, func(uint64) (bool, error) {
		r, err := o.backend.TransactionReceipt(ctx, hash)
		if errors.Is(err, ethereum.NotFound) {
			return false, nil
		}
		receipt = r
		return err == nil, err
	})
	if err != nil {
		return nil, fmt.Errorf("wait for transaction %s: %w", hash, err)
	}
	return receipt, nil
}

// eachHead calls step at once and then for each new head, until it says it is done. Failures of the RPC are tried again
// for a while.
func (o *Oracle) eachHead(ctx context.Context, step func(head uint64) (bool, error)) error {
	ticker := time.NewTicker(pollInterval)
	defer ticker.Stop()
	const patience = 40
	var last uint64
	failures := 0
	for first := true; ; first = false {
		head, err := o.backend.BlockNumber(ctx)
		if err == nil && (first || head != last) {
			var done bool
			if done, err = step(head); done {
				return nil
			}
			if err == nil {
				last = head
			}
		}
		switch {
		case ctx.Err() != nil:
			return ctx.Err()
		case err != nil:
			if failures++; failures > patience {
				return err
			}
		default:
			failures = 0
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
	}
}

func call[T any](ctx context.Context, c *bind.BoundContract, data []byte, unpack func([]byte) (T, error)) (T, error) {
	return bind.Call(c, &bind.CallOpts{Context: ctx}, data, unpack)
}

// Status reads where a request stands.
func (o *Oracle) Status(ctx context.Context, id uint64) (bindings.RequestView, error) {
	r, err := call(ctx, o.mainAt, o.main.PackGetRequest(new(big.Int).SetUint64(id)), o.main.UnpackGetRequest)
	if err != nil {
		return r, fmt.Errorf("read request %d: %w", id, reverts.Decode(err))
	}
	return r, nil
}

// Block reads the open virtual block.
func (o *Oracle) Block(ctx context.Context) (bindings.BlockView, error) {
	b, err := call(ctx, o.mainAt, o.main.PackGetBlock(), o.main.UnpackGetBlock)
	if err != nil {
		return b, fmt.Errorf("read the open block: %w", reverts.Decode(err))
	}
	return b, nil
}

// OpenRequests reads how many requests wait in the queue.
func (o *Oracle) OpenRequests(ctx context.Context) (uint64, error) {
	n, err := call(ctx, o.mainAt, o.main.PackOpenRequests(), o.main.UnpackOpenRequests)
	if err != nil {
		return 0, fmt.Errorf("read the queue's length: %w", reverts.Decode(err))
	}
	return n.Uint64(), nil
}

// RequestCount reads how many requests there have ever been.
func (o *Oracle) RequestCount(ctx context.Context) (uint64, error) {
	n, err := call(ctx, o.mainAt, o.main.PackRequestCount(), o.main.UnpackRequestCount)
	if err != nil {
		return 0, fmt.Errorf("count the requests: %w", reverts.Decode(err))
	}
	return n.Uint64(), nil
}

// statusOf is a request's state in the protocol's own type.
func statusOf(r bindings.RequestView) protocol.RequestStatus { return protocol.RequestStatus(r.Status) }

// Seats is the number of seats of a virtual block, a constant of the deployment.
const Seats = 5

// AllowTip lets who is asked take a tip from the signer, when it may not yet take that much, and waits until it may. The
// consumer passes tips on from the caller: it must hold the caller's allowance, as must the coordinator when asked itself.
func (o *Oracle) AllowTip(ctx context.Context, opts *bind.TransactOpts, spender common.Address, tip *big.Int) error {
	token, at, err := o.token(ctx)
	if err != nil {
		return err
	}
	allowed, err := call(ctx, at, token.PackAllowance(opts.From, spender), token.UnpackAllowance)
	if err != nil {
		return fmt.Errorf("read the allowance: %w", reverts.Decode(err))
	}
	if allowed.Cmp(tip) >= 0 {
		return nil
	}
	opts.Context = ctx
	tx, err := bind.Transact(at, opts, token.PackApprove(spender, tip))
	if err != nil {
		return fmt.Errorf("approve the tip: %w", reverts.Decode(err))
	}
	_, err = o.mined(ctx, tx.Hash())
	return err
}

// Tokens is how much EML each account holds, wei.
func (o *Oracle) Tokens(ctx context.Context, accounts ...common.Address) ([]*big.Int, error) {
	token, at, err := o.token(ctx)
	if err != nil {
		return nil, err
	}
	held := make([]*big.Int, len(accounts))
	for i, account := range accounts {
		if held[i], err = call(ctx, at, token.PackBalanceOf(account), token.UnpackBalanceOf); err != nil {
			return nil, fmt.Errorf("read the EML of %s: %w", account, reverts.Decode(err))
		}
	}
	return held, nil
}

func (o *Oracle) token(ctx context.Context) (*bindings.EthMLToken, *bind.BoundContract, error) {
	address, err := call(ctx, o.mainAt, o.main.PackToken(), o.main.UnpackToken)
	if err != nil {
		return nil, nil, fmt.Errorf("read the token's address: %w", reverts.Decode(err))
	}
	token := bindings.NewEthMLToken()
	return token, token.Instance(o.backend, address), nil
}
