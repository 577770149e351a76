package sim

import (
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/trie"
)

const blockGas = 60_000_000

// block is an Ethereum block and the state after it.
type block struct {
	header   *types.Header
	hash     common.Hash
	state    *state.StateDB
	txs      []*types.Transaction
	receipts types.Receipts
	view     *openBlock // decoded when first asked for
}

func (b *block) number() uint64 { return b.header.Number.Uint64() }

// ethereum is a chain with a transaction pool: the EVM and the contracts are real, consensus is the test's.
type ethereum struct {
	mu      sync.Mutex
	rnd     *rand.Rand
	genesis *genesis
	blocks  []*block // canonical
	known   map[common.Hash]*block
	pool    map[common.Address]map[uint64]*types.Transaction
	baseFee *big.Int
	salt    uint64
	changed chan struct{} // closed when the head changes
	checker *checker
	jumps   jumps
}

func newEthereum(g *genesis, rnd *rand.Rand) *ethereum {
	e := &ethereum{rnd: rnd, genesis: g, known: map[common.Hash]*block{}, pool: map[common.Address]map[uint64]*types.Transaction{},
		baseFee: big.NewInt(params.GWei), changed: make(chan struct{}), jumps: jumps{}}
	first := &block{state: g.state.Copy(), header: &types.Header{Number: new(big.Int), Time: genesisTime - 1, GasLimit: blockGas,
		Difficulty: new(big.Int), BaseFee: e.baseFee, TxHash: types.EmptyTxsHash, ReceiptHash: types.EmptyReceiptsHash}}
	first.hash = first.header.Hash()
	e.blocks, e.known[first.hash] = []*block{first}, first
	return e
}

func (e *ethereum) tip() *block { return e.blocks[len(e.blocks)-1] }

// head is tip for those who don't hold the lock.
func (e *ethereum) head() *block {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.tip()
}

// jumps are where the contracts' code may be jumped to, worked out once for all calls.
type jumps map[common.Hash]vm.BitVec

// Load implements vm.JumpDestCache.
func (j jumps) Load(code common.Hash) (vm.BitVec, bool) {
	v, ok := j[code]
	return v, ok
}

// Store implements vm.JumpDestCache.
func (j jumps) Store(code common.Hash, v vm.BitVec) { j[code] = v }

// evm runs calls in a block's environment. ancestors are the blocks before it.
func (e *ethereum) evm(header *types.Header, s *state.StateDB, ancestors []*block) *vm.EVM {
	machine := vm.NewEVM(vm.BlockContext{
		CanTransfer: core.CanTransfer, Transfer: core.Transfer, BlockNumber: header.Number, Time: header.Time, Difficulty: new(big.Int),
		GasLimit: header.GasLimit, BaseFee: header.BaseFee, BlobBaseFee: new(big.Int), Random: &header.MixDigest,
		GetHash: func(n uint64) common.Hash {
			if n < uint64(len(ancestors)) {
				return ancestors[n].hash
			}
			return common.Hash{}
		},
	}, s, chainConfig, vm.Config{NoBaseFee: true})
	machine.SetJumpDestCache(e.jumps)
	return machine
}

// mine seals a block of what the pool holds; each transaction is left out, with all after it, with this probability.
func (e *ethereum) mine(leaveOut float64) *block {
	e.mu.Lock()
	defer e.mu.Unlock()
	b := e.seal(leaveOut, uint64(time.Now().Unix()))
	e.notify()
	return b
}

func (e *ethereum) notify() {
	close(e.changed)
	e.changed = make(chan struct{})
}

func (e *ethereum) seal(leaveOut float64, now uint64) *block {
	parent := e.tip()
	e.salt++
	b := &block{state: parent.state.Copy(), header: &types.Header{ParentHash: parent.hash, Number: new(big.Int).SetUint64(parent.number() + 1),
		Time: max(now, parent.header.Time+1), GasLimit: blockGas, Difficulty: new(big.Int), BaseFee: new(big.Int).Set(e.baseFee),
		TxHash: types.EmptyTxsHash, MixDigest: common.BigToHash(new(big.Int).SetUint64(e.salt))}}
	pool := core.NewGasPool(blockGas)
	machine := e.evm(b.header, b.state, e.blocks)
	for _, account := range e.senders() {
		queued := e.pool[account]
		for tx := queued[b.state.GetNonce(account)]; tx != nil; tx = queued[b.state.GetNonce(account)] {
			if e.rnd.Float64() < leaveOut || tx.GasFeeCap().Cmp(e.baseFee) < 0 || !e.include(b, machine, pool, tx) {
				break
			}
			delete(queued, tx.Nonce())
		}
	}
	b.header.ReceiptHash = types.DeriveSha(b.receipts, trie.NewStackTrie(nil))
	b.header.Bloom = types.MergeBloom(b.receipts)
	b.header.GasUsed = pool.Used()
	b.hash = b.header.Hash()
	index := uint(0)
	for i, r := range b.receipts {
		r.BlockHash, r.TransactionIndex = b.hash, uint(i)
		for _, l := range r.Logs {
			l.BlockHash, l.TxIndex, l.Index = b.hash, uint(i), index
			index++
		}
	}
	e.blocks = append(e.blocks, b)
	e.known[b.hash] = b
	e.checker.mined(b)
	return b
}

// senders are those with transactions, in an order drawn anew.
func (e *ethereum) senders() []common.Address {
	var out []common.Address
	for a, queued := range e.pool {
		if len(queued) > 0 {
			out = append(out, a)
		}
	}
	slices.SortFunc(out, common.Address.Cmp)
	e.rnd.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func (e *ethereum) include(b *block, machine *vm.EVM, pool *core.GasPool, tx *types.Transaction) bool {
	message, err := core.TransactionToMessage(tx, signer, b.header.BaseFee)
	if err != nil || tx.Gas() > pool.Available(false) {
		return false
	}
	before := b.state.Snapshot()
	b.state.SetTxContext(tx.Hash(), len(b.txs), 0)
	result, err := core.ApplyMessage(machine, message, pool)
	if err != nil {
		b.state.RevertToSnapshot(before)
		return false
	}
	b.state.Finalise(chainConfig.Rules(b.header.Number, true, b.header.Time))
	receipt := core.MakeReceipt(machine, result, b.state, b.header.Number, common.Hash{}, b.header.Time, tx, pool.CumulativeUsed(), nil)
	receipt.EffectiveGasPrice = message.GasPrice.ToBig()
	receipt.BlockNumber = b.header.Number
	// Copies of the state share logs; each block's receipt has its own.
	logs := make([]*types.Log, len(receipt.Logs))
	for i, l := range receipt.Logs {
		own := *l
		logs[i] = &own
	}
	receipt.Logs = logs
	b.txs, b.receipts = append(b.txs, tx), append(b.receipts, receipt)
	return true
}

// drop takes the newest blocks away before any other branch is there, as go-ethereum's SetHead does; their transactions go
// back into the pool, or are forgotten.
func (e *ethereum) drop(depth int, forget bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.take(depth, forget)
	e.notify()
}

func (e *ethereum) take(depth int, forget bool) {
	depth = min(depth, len(e.blocks)-1)
	dropped := e.blocks[len(e.blocks)-depth:]
	e.blocks = slices.Clone(e.blocks[:len(e.blocks)-depth])
	for _, b := range dropped {
		for _, tx := range b.txs {
			from, err := types.Sender(signer, tx)
			if err != nil {
				panic(err)
			}
			// The requester's wallet sends again what its node forgot.
			if (!forget || from == addressOf(e.genesis.requester)) && e.queued(from)[tx.Nonce()] == nil {
				e.queued(from)[tx.Nonce()] = tx
			}
		}
	}
}

// reorg replaces the newest blocks by a longer branch.
func (e *ethereum) reorg(depth int, forget bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.take(depth, forget)
	for range depth {
		e.seal(0.3, 0)
	}
	e.seal(0.3, uint64(time.Now().Unix()))
	e.notify()
}

func (e *ethereum) queued(account common.Address) map[uint64]*types.Transaction {
	q := e.pool[account]
	if q == nil {
		q = map[uint64]*types.Transaction{}
		e.pool[account] = q
	}
	return q
}

// forget empties an account's part of the pool.
func (e *ethereum) forget(account common.Address) {
	e.mu.Lock()
	defer e.mu.Unlock()
	clear(e.queued(account))
}

func (e *ethereum) setBaseFee(fee *big.Int) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.baseFee = fee
}

// accept takes a transaction into the pool, or refuses it in go-ethereum's words. The lock must be held.
func (e *ethereum) accept(tx *types.Transaction) error {
	from, err := types.Sender(signer, tx)
	if err != nil {
		return err
	}
	queued, next := e.queued(from), e.tip().state.GetNonce(from)
	old := queued[tx.Nonce()]
	switch {
	case tx.Nonce() < next:
		return fmt.Errorf("nonce too low: next nonce %d, tx nonce %d", next, tx.Nonce())
	case old != nil && old.Hash() == tx.Hash():
		return errors.New("already known")
	case old != nil && (dearer(tx.GasFeeCap(), old.GasFeeCap()) || dearer(tx.GasTipCap(), old.GasTipCap())):
		return errors.New("replacement transaction underpriced")
	}
	queued[tx.Nonce()] = tx
	return nil
}

// dearer reports that the new price is not a tenth above the old.
func dearer(price, old *big.Int) bool {
	return new(big.Int).Mul(price, big.NewInt(100)).Cmp(new(big.Int).Mul(old, big.NewInt(110))) < 0
}

// result of a call that changes nothing.
func (e *ethereum) call(at *block, from common.Address, to *common.Address, data []byte, gas uint64) (*core.ExecutionResult, error) {
	s := at.state.Copy()
	message := &core.Message{To: to, From: from, Nonce: s.GetNonce(from), Value: zero, GasLimit: gas, GasPrice: zero, GasFeeCap: zero,
		GasTipCap: zero, Data: data, SkipNonceChecks: true, SkipTransactionChecks: true}
	return core.ApplyMessage(e.evm(at.header, s, e.blocks[:min(uint64(len(e.blocks)), at.number())]), message, core.NewGasPool(gas))
}
