package sim

import (
	"context"
	"errors"
	"math/big"
	"math/rand/v2"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/holiman/uint256"
)

var zero = new(uint256.Int)

var errDown = errors.New("503 service unavailable")

// endpoint is what one service sees of its Ethereum node. Exported methods are the JSON-RPC's.
type endpoint struct {
	chain  *ethereum
	server *rpc.Server

	mu       sync.Mutex
	rnd      *rand.Rand
	dead     bool    // its service is gone
	failing  float64 // probability that a call fails
	lag      int     // blocks behind
	withhold bool    // leaves out logs
	amnesiac bool    // doesn't know dropped blocks
}

func newEndpoint(chain *ethereum, seed uint64) *endpoint {
	e := &endpoint{chain: chain, server: rpc.NewServer(), rnd: rand.New(rand.NewPCG(seed, 11))}
	if err := e.server.RegisterName("eth", &eth{e}); err != nil {
		panic(err)
	}
	return e
}

func (e *endpoint) dial(context.Context, string) (*rpc.Client, error) {
	if err := e.down(); err != nil {
		return nil, err
	}
	return rpc.DialInProc(e.server), nil
}

func (e *endpoint) down() error {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.dead || e.failing > 0 && e.rnd.Float64() < e.failing {
		return errDown
	}
	return nil
}

func (e *endpoint) set(f func(*endpoint)) {
	e.mu.Lock()
	defer e.mu.Unlock()
	f(e)
}

// die cuts the service off for good.
func (e *endpoint) die() {
	e.set(func(e *endpoint) { e.dead = true })
	e.server.Stop()
}

// look runs f with the chain as this endpoint sees it.
func (e *endpoint) look(f func(blocks []*block) error) error {
	if err := e.down(); err != nil {
		return err
	}
	e.mu.Lock()
	lag := e.lag
	e.mu.Unlock()
	e.chain.mu.Lock()
	defer e.chain.mu.Unlock()
	return f(e.chain.blocks[:max(1, len(e.chain.blocks)-lag)])
}

// eth is the JSON-RPC's namespace.
type eth struct{ e *endpoint }

// ChainId has the name that the RPC's method asks for.
//
//nolint:staticcheck,revive // of the method's name
func (a *eth) ChainId() (*hexutil.Big, error) { return (*hexutil.Big)(chainConfig.ChainID), a.e.down() }

func (a *eth) Syncing() (bool, error) { return false, a.e.down() }

func (a *eth) BlockNumber() (n hexutil.Uint64, err error) {
	err = a.e.look(func(blocks []*block) error { n = hexutil.Uint64(blocks[len(blocks)-1].number()); return nil })
	return n, err
}

func (a *eth) MaxPriorityFeePerGas() (*hexutil.Big, error) {
	return (*hexutil.Big)(big.NewInt(params.GWei)), a.e.down()
}

var errNoBlock = errors.New("header not found")

func at(blocks []*block, n rpc.BlockNumber) *block {
	switch {
	case n == rpc.FinalizedBlockNumber || n == rpc.SafeBlockNumber:
		return blocks[max(0, len(blocks)-1-finality)]
	case n < 0:
		return blocks[len(blocks)-1]
	case int64(n) < int64(len(blocks)):
		return blocks[n]
	}
	return nil
}

func (a *eth) state(where *rpc.BlockNumberOrHash, f func(*block) error) error {
	return a.e.look(func(blocks []*block) error {
		n := rpc.LatestBlockNumber
		if where != nil && where.BlockNumber != nil {
			n = *where.BlockNumber
		}
		b := at(blocks, n)
		if b == nil {
			return errNoBlock
		}
		return f(b)
	})
}

func (a *eth) GetCode(account common.Address, where rpc.BlockNumberOrHash) (code hexutil.Bytes, err error) {
	err = a.state(&where, func(b *block) error { code = b.state.GetCode(account); return nil })
	return code, err
}

func (a *eth) GetBalance(account common.Address, where rpc.BlockNumberOrHash) (balance *hexutil.Big, err error) {
	err = a.state(&where, func(b *block) error { balance = (*hexutil.Big)(b.state.GetBalance(account).ToBig()); return nil })
	return balance, err
}

func (a *eth) GetTransactionCount(account common.Address, where rpc.BlockNumberOrHash) (n hexutil.Uint64, err error) {
	err = a.state(&where, func(b *block) error {
		n = hexutil.Uint64(b.state.GetNonce(account))
		if where.BlockNumber != nil && *where.BlockNumber == rpc.PendingBlockNumber {
			for a.e.chain.pool[account][uint64(n)] != nil {
				n++
			}
		}
		return nil
	})
	return n, err
}

func (a *eth) GetBlockByNumber(n rpc.BlockNumber, _ bool) (h any, err error) {
	err = a.e.look(func(blocks []*block) error {
		if b := at(blocks, n); b != nil {
			h = b.header
		}
		return nil
	})
	return h, err
}

func (a *eth) GetBlockByHash(hash common.Hash, _ bool) (h any, err error) {
	err = a.e.look(func(blocks []*block) error {
		a.e.mu.Lock()
		amnesiac := a.e.amnesiac
		a.e.mu.Unlock()
		if b := a.e.chain.known[hash]; b != nil && (!amnesiac || canonical(blocks, b)) {
			h = b.header
		}
		return nil
	})
	return h, err
}

func canonical(blocks []*block, b *block) bool {
	return b != nil && b.number() < uint64(len(blocks)) && blocks[b.number()] == b
}

type callArgs struct {
	From  common.Address  `json:"from"`
	To    *common.Address `json:"to"`
	Gas   *hexutil.Uint64 `json:"gas"`
	Data  hexutil.Bytes   `json:"data"`
	Input hexutil.Bytes   `json:"input"`
}

// reverted is a revert as go-ethereum's RPC tells it.
type reverted struct{ data []byte }

func (r reverted) Error() string  { return "execution reverted" }
func (r reverted) ErrorCode() int { return 3 }
func (r reverted) ErrorData() any { return hexutil.Encode(r.data) }

func (a *eth) run(args callArgs, where *rpc.BlockNumberOrHash) (out []byte, used uint64, err error) {
	data, gas := args.Data, uint64(1<<24)
	if len(args.Input) > 0 {
		data = args.Input
	}
	if args.Gas != nil {
		gas = uint64(*args.Gas)
	}
	err = a.state(where, func(b *block) error {
		result, err := a.e.chain.call(b, args.From, args.To, data, gas)
		if err != nil {
			return err
		}
		if result.Failed() {
			return reverted{result.ReturnData}
		}
		out, used = result.ReturnData, result.MaxUsedGas
		return nil
	})
	return out, used, err
}

func (a *eth) Call(args callArgs, where *rpc.BlockNumberOrHash) (hexutil.Bytes, error) {
	out, _, err := a.run(args, where)
	return out, err
}

// EstimateGas is not exact: what was used and a sixteenth, for the 63/64 rule.
func (a *eth) EstimateGas(args callArgs, where *rpc.BlockNumberOrHash) (hexutil.Uint64, error) {
	_, used, err := a.run(args, where)
	return hexutil.Uint64(used + used/16), err
}

func (a *eth) SendRawTransaction(raw hexutil.Bytes) (common.Hash, error) {
	if err := a.e.down(); err != nil {
		return common.Hash{}, err
	}
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return common.Hash{}, err
	}
	a.e.chain.mu.Lock()
	defer a.e.chain.mu.Unlock()
	a.e.chain.checker.broadcast(tx)
	return tx.Hash(), a.e.chain.accept(tx)
}

func (a *eth) GetTransactionReceipt(hash common.Hash) (receipt any, err error) {
	err = a.e.look(func(blocks []*block) error {
		for _, b := range slices.Backward(blocks) {
			for _, r := range b.receipts {
				if r.TxHash == hash {
					receipt = r
					return nil
				}
			}
		}
		return nil
	})
	return receipt, err
}

type logFilter struct {
	BlockHash *common.Hash     `json:"blockHash"`
	FromBlock *hexutil.Uint64  `json:"fromBlock"`
	ToBlock   *hexutil.Uint64  `json:"toBlock"`
	Addresses []common.Address `json:"address"`
}

func (a *eth) GetLogs(f logFilter) (logs []*types.Log, err error) {
	logs = []*types.Log{}
	err = a.e.look(func(blocks []*block) error {
		a.e.mu.Lock()
		withhold := a.e.withhold
		a.e.mu.Unlock()
		var from []*block
		if f.BlockHash != nil {
			b := a.e.chain.known[*f.BlockHash]
			if !canonical(blocks, b) {
				return errors.New("unknown block")
			}
			from = []*block{b}
		} else if f.FromBlock != nil && f.ToBlock != nil {
			from = blocks[min(uint64(*f.FromBlock), uint64(len(blocks))):min(uint64(*f.ToBlock)+1, uint64(len(blocks)))]
		}
		for _, b := range from {
			for _, r := range b.receipts {
				for _, l := range r.Logs {
					if !withhold && slices.Contains(f.Addresses, l.Address) {
						logs = append(logs, l)
					}
				}
			}
		}
		return nil
	})
	return logs, err
}

func (a *eth) GetBlockReceipts(where rpc.BlockNumberOrHash) (receipts []*types.Receipt, err error) {
	receipts = []*types.Receipt{}
	err = a.e.look(func(blocks []*block) error {
		if where.BlockHash == nil || !canonical(blocks, a.e.chain.known[*where.BlockHash]) {
			return errNoBlock
		}
		receipts = append(receipts, a.e.chain.known[*where.BlockHash].receipts...)
		return nil
	})
	return receipts, err
}

// NewHeads is the subscription of that name.
func (a *eth) NewHeads(ctx context.Context) (*rpc.Subscription, error) {
	notifier, ok := rpc.NotifierFromContext(ctx)
	if err := a.e.down(); err != nil || !ok {
		return nil, errors.Join(err, rpc.ErrNotificationsUnsupported)
	}
	sub := notifier.CreateSubscription()
	go func() {
		var last common.Hash
		for {
			var head *types.Header
			var changed chan struct{}
			err := a.e.look(func(blocks []*block) error {
				head, changed = blocks[len(blocks)-1].header, a.e.chain.changed
				return nil
			})
			if err != nil {
				a.e.chain.mu.Lock()
				changed = a.e.chain.changed
				a.e.chain.mu.Unlock()
			} else if hash := head.Hash(); hash != last {
				last = hash
				if notifier.Notify(sub.ID, head) != nil {
					return
				}
			}
			select {
			case <-changed:
			case <-sub.Err():
				return
			}
		}
	}()
	return sub, nil
}
