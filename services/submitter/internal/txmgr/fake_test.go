package txmgr_test

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

var (
	chainID = big.NewInt(1337)
	key, _  = crypto.HexToECDSA("b71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291")
	sender  = crypto.PubkeyToAddress(key.PublicKey)
	target  = common.HexToAddress("0xc0")
)

type signer struct{}

func (signer) Address() common.Address { return sender }
func (signer) SignTx(_ context.Context, tx *types.Transaction) (*types.Transaction, error) {
	return types.SignTx(tx, types.LatestSignerForChainID(chainID), key)
}

// memory is a journal in memory.
type memory struct {
	slots map[journal.SlotKey]journal.Slot
	fail  error
}

func (m *memory) Write(b journal.Batch) error {
	if m.fail != nil {
		return m.fail
	}
	for _, s := range b.Slots {
		m.slots[s.ID()] = s
	}
	for _, k := range b.DropSlots {
		delete(m.slots, k)
	}
	return nil
}

func (m *memory) held() []journal.Slot {
	var out []journal.Slot
	for _, s := range m.slots {
		out = append(out, s)
	}
	return out
}

// fakeChain is one account's view of a chain and its pool.
type fakeChain struct {
	base, tip *big.Int
	balance   *big.Int
	number    uint64
	nonce     uint64
	pool      map[uint64]*types.Transaction
	mined     map[common.Hash]*types.Receipt
	byNonce   map[uint64]*types.Transaction
	revert    map[common.Hash]bool
	down      error                          // every call fails
	refuse    func(*types.Transaction) error // on broadcast
	sent      []*types.Transaction
	calls     int
}

func newChain() *fakeChain {
	return &fakeChain{base: big.NewInt(100), tip: big.NewInt(10), balance: big.NewInt(1e18), number: 10, pool: map[uint64]*types.Transaction{},
		mined: map[common.Hash]*types.Receipt{}, byNonce: map[uint64]*types.Transaction{}, revert: map[common.Hash]bool{}}
}

func (c *fakeChain) HeaderByNumber(context.Context, *big.Int) (*types.Header, error) {
	c.calls++
	return &types.Header{Number: new(big.Int).SetUint64(c.number), BaseFee: new(big.Int).Set(c.base)}, c.down
}
func (c *fakeChain) SuggestGasTipCap(context.Context) (*big.Int, error) {
	c.calls++
	return new(big.Int).Set(c.tip), c.down
}
func (c *fakeChain) NonceAt(context.Context, common.Address, *big.Int) (uint64, error) {
	c.calls++
	return c.nonce, c.down
}
func (c *fakeChain) PendingNonceAt(context.Context, common.Address) (uint64, error) {
	n := c.nonce
	for c.pool[n] != nil {
		n++
	}
	return n, c.down
}
func (c *fakeChain) TransactionReceipt(_ context.Context, hash common.Hash) (*types.Receipt, error) {
	c.calls++
	if c.down != nil {
		return nil, c.down
	}
	if r := c.mined[hash]; r != nil {
		return r, nil
	}
	return nil, ethereum.NotFound
}

func (c *fakeChain) SendTransaction(_ context.Context, tx *types.Transaction) error {
	c.sent = append(c.sent, tx)
	if c.down != nil {
		return c.down
	}
	if c.refuse != nil {
		if err := c.refuse(tx); err != nil {
			return err
		}
	}
	cost := new(big.Int).Mul(tx.GasFeeCap(), new(big.Int).SetUint64(tx.Gas()))
	old := c.pool[tx.Nonce()]
	switch {
	case tx.Nonce() < c.nonce:
		return fmt.Errorf("nonce too low: next nonce %d, tx nonce %d", c.nonce, tx.Nonce())
	case old != nil && old.Hash() == tx.Hash():
		return errors.New("already known")
	case cost.Cmp(c.balance) > 0:
		return fmt.Errorf("insufficient funds for gas * price + value: balance %s, tx cost %s", c.balance, cost)
	case old != nil:
		least := new(big.Int).Div(new(big.Int).Mul(old.GasFeeCap(), big.NewInt(110)), big.NewInt(100))
		leastTip := new(big.Int).Div(new(big.Int).Mul(old.GasTipCap(), big.NewInt(110)), big.NewInt(100))
		if tx.GasFeeCap().Cmp(least) < 0 || tx.GasTipCap().Cmp(leastTip) < 0 {
			return errors.New("replacement transaction underpriced")
		}
	}
	c.pool[tx.Nonce()] = tx
	return nil
}

// mine puts what can be mined into a block.
func (c *fakeChain) mine() {
	c.number++
	for tx := c.pool[c.nonce]; tx != nil && tx.GasFeeCap().Cmp(c.base) >= 0; tx = c.pool[c.nonce] {
		c.include(tx)
	}
}

func (c *fakeChain) include(tx *types.Transaction) {
	delete(c.pool, c.nonce)
	r := &types.Receipt{TxHash: tx.Hash(), BlockNumber: new(big.Int).SetUint64(c.number), GasUsed: 21000, Status: 1, EffectiveGasPrice: c.base}
	if c.revert[tx.Hash()] {
		r.Status = 0
	}
	c.mined[tx.Hash()] = r
	c.byNonce[c.nonce] = tx
	c.nonce++
}

// drop takes back blocks above number; back says whether their transactions return to the pool.
func (c *fakeChain) drop(number uint64, back bool) {
	for c.nonce > 0 {
		tx := c.byNonce[c.nonce-1]
		if tx == nil || c.mined[tx.Hash()].BlockNumber.Uint64() <= number {
			break
		}
		c.nonce--
		delete(c.mined, tx.Hash())
		if back {
			c.pool[c.nonce] = tx
		}
	}
	c.number = number
}

// stranger mines a transaction of somebody else with the account's next nonce.
func (c *fakeChain) stranger() {
	c.number++
	delete(c.pool, c.nonce)
	c.nonce++
}

type rig struct {
	*txmgr.Manager
	t        *testing.T
	chain    *fakeChain
	journal  *memory
	now      time.Time
	outcomes []txmgr.Outcome
	steps    []string
}

func newRig(t *testing.T) *rig {
	r := &rig{t: t, chain: newChain(), journal: &memory{slots: map[journal.SlotKey]journal.Slot{}}, now: time.Unix(1_700_000_000, 0)}
	r.restart()
	return r
}

// restart makes a new manager over the same journal, as after a crash.
func (r *rig) restart() {
	r.outcomes = nil
	fees := txmgr.Fees{MaxFee: big.NewInt(1000), MaxTip: big.NewInt(100), UrgentMaxFee: big.NewInt(10_000), UrgentMaxTip: big.NewInt(5_000), BumpBlocks: 3, UrgentBumpBlocks: 2}
	var err error
	r.Manager, err = txmgr.New(txmgr.Config{
		ChainID: chainID, Backend: r.chain, Broadcaster: r.chain, Signers: []txmgr.Signer{signer{}}, Journal: r.journal, Fees: fees,
		Outcome: func(o txmgr.Outcome) { r.outcomes = append(r.outcomes, o) }, Now: func() time.Time { return r.now },
		Step: func(s string) { r.steps = append(r.steps, s) },
		Reason: func(context.Context, common.Address, *types.Transaction, *types.Receipt) string {
			return "EthML_SeatTaken()"
		},
	}, r.journal.held())
	require.NoError(r.t, err)
	require.NoError(r.t, r.Start(context.Background()))
}

func (r *rig) send(key string) (common.Hash, error) {
	return r.Send(context.Background(), txmgr.Intent{Key: key, Account: sender, To: target, Data: []byte(key), Gas: 100_000})
}

func (r *rig) mustSend(key string) common.Hash {
	r.t.Helper()
	hash, err := r.send(key)
	require.NoError(r.t, err)
	return hash
}

// block mines and tells the manager.
func (r *rig) block() {
	r.t.Helper()
	r.chain.mine()
	r.head()
}

func (r *rig) head() {
	r.t.Helper()
	r.now = r.now.Add(12 * time.Second)
	require.NoError(r.t, r.Head(context.Background(), txmgr.Head{Number: r.chain.number, Time: uint64(r.now.Unix())}))
}

func (r *rig) kinds() map[string]txmgr.OutcomeKind {
	out := map[string]txmgr.OutcomeKind{}
	for _, o := range r.outcomes {
		out[o.Key] = o.Kind
	}
	return out
}
