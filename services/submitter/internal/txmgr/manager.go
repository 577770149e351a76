package txmgr

import (
	"context"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// Manager sends transactions and follows them. Its methods may be called concurrently.
type Manager struct {
	c        Config
	market   market
	accounts map[common.Address]*account
	head     atomic.Pointer[Head]
}

// account is one account's nonces. Its lock is held while a transaction is signed and sent, so they leave in order.
type account struct {
	mu     sync.Mutex
	signer Signer
	nonce  uint64 // transactions mined, as last read
	slots  map[uint64]*slot
	keys   map[string]uint64 // newest slot of each key
	// After a reorganisation, the ancestor above which everything is looked up again; kept until that worked.
	doubt *uint64
}

// slot is a nonce and what was signed for it.
type slot struct {
	journal.Slot
	idle     bool   // nobody wants it any more (or, after a restart, not yet again)
	unsure   bool   // the last broadcast got no answer
	sentAt   uint64 // head at the last broadcast
	bumpedAt uint64 // head at the newest attempt
	// Until this head the nonce is left to a stranger's transaction that waits in the pool.
	ceded   uint64
	missing int // heads at which the nonce was used and no attempt had a receipt
}

// New makes a manager over what the journal holds. Call Start before Send.
func New(c Config, held []journal.Slot) (*Manager, error) {
	if c.Fees.MaxFee == nil {
		c.Fees = DefaultFees()
	}
	if err := c.Fees.Check(); err != nil {
		return nil, err
	}
	if c.FinalBlocks == 0 {
		c.FinalBlocks = 64
	}
	if c.CallTimeout == 0 {
		c.CallTimeout = 5 * time.Second
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Step == nil {
		c.Step = func(string) {}
	}
	if c.Trace == nil {
		c.Trace = func(string, string) {}
	}
	if c.Outcome == nil {
		c.Outcome = func(Outcome) {}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	m := &Manager{c: c, accounts: map[common.Address]*account{}}
	m.head.Store(&Head{})
	for _, s := range c.Signers {
		if m.accounts[s.Address()] != nil {
			return nil, fmt.Errorf("account %s is given twice", s.Address())
		}
		m.accounts[s.Address()] = &account{signer: s, slots: map[uint64]*slot{}, keys: map[string]uint64{}}
	}
	for _, s := range held {
		acc := m.accounts[s.Account]
		if acc == nil {
			continue // an account that is not in use now; its record stays
		}
		acc.slots[s.Nonce] = &slot{Slot: s, idle: true, unsure: true}
		for _, a := range s.Attempts {
			acc.keys[a.Key] = max(acc.keys[a.Key], s.Nonce)
		}
	}
	return m, nil
}

// Start compares the journal with the chain: what was mined meanwhile is taken in; transactions in the node's pool that the
// journal doesn't know mean that somebody else sends from the account, and are refused.
func (m *Manager) Start(ctx context.Context) error {
	header, err := call(ctx, m, func(ctx context.Context) (*types.Header, error) { return m.c.Backend.HeaderByNumber(ctx, nil) })
	if err != nil {
		return fmt.Errorf("read head: %w", err)
	}
	m.head.Store(&Head{Number: header.Number.Uint64(), Time: header.Time})
	var all []Outcome
	for address, acc := range m.accounts {
		mined, err := call(ctx, m, func(ctx context.Context) (uint64, error) { return m.c.Backend.NonceAt(ctx, address, nil) })
		if err != nil {
			return fmt.Errorf("read transaction count of %s: %w", address, err)
		}
		pending, err := call(ctx, m, func(ctx context.Context) (uint64, error) { return m.c.Backend.PendingNonceAt(ctx, address) })
		if err != nil {
			return fmt.Errorf("read pending transaction count of %s: %w", address, err)
		}
		acc.mu.Lock()
		acc.nonce = mined
		for n := mined; n < pending; n++ {
			if acc.slots[n] == nil {
				acc.mu.Unlock()
				return fmt.Errorf("%w: %s has %d pending transactions, and nonce %d is not in this journal; stop the other submitter or wallet, or wait until they are mined",
					ErrForeign, address, pending-mined, n)
			}
		}
		acc.doubtAbove(0)
		outcomes, err := m.recheck(ctx, acc)
		acc.mu.Unlock()
		if err != nil {
			return err
		}
		all = append(all, outcomes...)
	}
	m.deliver(all)
	return nil
}

func call[T any](ctx context.Context, m *Manager, f func(context.Context) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(ctx, m.c.CallTimeout)
	defer cancel()
	return f(ctx)
}

func (m *Manager) deliver(outcomes []Outcome) {
	for _, o := range outcomes {
		m.c.Outcome(o)
	}
}

// Abandon says that nobody wants the transactions whose key match accepts any more. They may still be mined; a later
// transaction takes the nonce of one that is not.
func (m *Manager) Abandon(match func(key string) bool) {
	for _, acc := range m.accounts {
		acc.mu.Lock()
		for _, s := range acc.slots {
			if match(s.Last().Key) {
				s.idle = true
			}
		}
		acc.mu.Unlock()
	}
}

// InFlight counts an account's transactions that are wanted and not mined.
func (m *Manager) InFlight(address common.Address) int {
	acc := m.accounts[address]
	if acc == nil {
		return 0
	}
	acc.mu.Lock()
	defer acc.mu.Unlock()
	n := 0
	for _, s := range acc.slots {
		if s.Mined == nil && !s.idle {
			n++
		}
	}
	return n
}

// Mined are the keys of transactions that are mined and succeeded, as far back as they are remembered.
func (m *Manager) Mined() map[string]bool {
	out := map[string]bool{}
	for _, acc := range m.accounts {
		acc.mu.Lock()
		for _, s := range acc.slots {
			if s.Mined == nil || s.Mined.Failed {
				continue
			}
			for _, a := range s.Attempts {
				if a.Hash == s.Mined.Hash {
					out[a.Key] = true
				}
			}
		}
		acc.mu.Unlock()
	}
	return out
}

// Addresses are the accounts it signs for.
func (m *Manager) Addresses() []common.Address {
	out := make([]common.Address, 0, len(m.c.Signers))
	for _, s := range m.c.Signers {
		out = append(out, s.Address())
	}
	return out
}

// lowest are an account's slots by nonce.
func (a *account) lowest() []*slot {
	out := make([]*slot, 0, len(a.slots))
	for _, s := range a.slots {
		out = append(out, s)
	}
	slices.SortFunc(out, func(x, y *slot) int {
		if x.Nonce < y.Nonce {
			return -1
		}
		return 1
	})
	return out
}

// free is the lowest nonce that nothing was signed for: a gap would hold back all that comes after it.
func (a *account) free() uint64 {
	n := a.nonce
	for a.slots[n] != nil {
		n++
	}
	return n
}
