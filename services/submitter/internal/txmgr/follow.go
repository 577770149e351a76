package txmgr

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// rebroadcastBlocks is after how many heads unmined bytes go out again, in case a pool dropped them.
const rebroadcastBlocks = 2

// strangerHeads is for how many heads a used nonce may have no receipt before it counts as a stranger's: nodes behind one
// address don't always stand at the same head.
const strangerHeads = 3

// fillerGas is that of a transfer, and some for accounts with delegated code.
const fillerGas = 40_000

// Head takes in a new head: looks for receipts, sends again what pools may have dropped, replaces what waits too long.
func (m *Manager) Head(ctx context.Context, h Head) error {
	m.head.Store(&h)
	m.pricesStale()
	return m.each(ctx, func(acc *account) ([]Outcome, error) { return m.follow(ctx, acc, h) })
}

// Reorganised says that blocks above ancestor may be gone: what was mined there is looked up again. What is no longer mined,
// and what wasn't yet, waits until it is asked for again: on the new branch it may come too early, or not fit at all.
func (m *Manager) Reorganised(ctx context.Context, ancestor uint64) error {
	return m.each(ctx, func(acc *account) ([]Outcome, error) {
		acc.doubtAbove(ancestor)
		return m.recheck(ctx, acc)
	})
}

func (a *account) doubtAbove(ancestor uint64) {
	if a.doubt == nil || *a.doubt > ancestor {
		a.doubt = &ancestor
	}
	for _, s := range a.slots {
		if s.Mined == nil {
			s.idle = true
		}
	}
}

func (m *Manager) each(ctx context.Context, f func(*account) ([]Outcome, error)) error {
	var errs []error
	for _, signer := range m.c.Signers {
		if ctx.Err() != nil {
			break
		}
		acc := m.accounts[signer.Address()]
		acc.mu.Lock()
		outcomes, err := f(acc)
		acc.mu.Unlock()
		m.deliver(outcomes)
		if err != nil {
			errs = append(errs, fmt.Errorf("account %s: %w", signer.Address(), err))
		}
	}
	return errors.Join(errs...)
}

func (m *Manager) follow(ctx context.Context, acc *account, h Head) ([]Outcome, error) {
	open, wanted := false, false
	for _, s := range acc.slots {
		open = open || s.Mined == nil
		wanted = wanted || s.Mined == nil && !s.idle
	}
	if acc.doubt != nil {
		// The node didn't answer when the reorganisation was told.
		return m.recheck(ctx, acc)
	}
	if err := m.forget(acc, h); err != nil {
		return nil, err
	}
	if !open {
		return nil, nil
	}
	nonce, err := call(ctx, m, func(ctx context.Context) (uint64, error) {
		return m.c.Backend.NonceAt(ctx, acc.signer.Address(), nil)
	})
	if err != nil {
		return nil, fmt.Errorf("read transaction count: %w", err)
	}
	acc.nonce = nonce
	if wanted && acc.slots[nonce] == nil {
		m.fill(ctx, acc, nonce)
	}
	var outcomes []Outcome
	for _, s := range acc.lowest() {
		switch {
		case s.Mined != nil && s.Nonce < nonce:
		case s.Mined != nil:
			// Mined, and yet its nonce isn't used: a reorganisation that the watcher did not see.
			more, err := m.confirm(ctx, acc, s)
			outcomes = append(outcomes, more...)
			if err != nil {
				return outcomes, err
			}
		case s.Nonce < nonce:
			more, err := m.resolve(ctx, acc, s)
			outcomes = append(outcomes, more...)
			if err != nil {
				return outcomes, err
			}
		case wanted && (!s.idle || s.Nonce == nonce) && s.ceded <= h.Number:
			m.push(ctx, acc, s, s.Nonce == nonce, h)
		}
	}
	return outcomes, nil
}

// fill closes a gap before transactions that wait: a stranger's transaction held that nonce, and a reorganisation took it
// away. An empty transfer to itself takes its place.
func (m *Manager) fill(ctx context.Context, acc *account, nonce uint64) {
	urgent, waits := false, false
	for _, s := range acc.slots {
		if s.Mined == nil && !s.idle && s.Nonce > nonce {
			waits, urgent = true, urgent || s.Last().Urgent
		}
	}
	if !waits {
		return
	}
	address := acc.signer.Address()
	s := &slot{Slot: journal.Slot{Account: address, Nonce: nonce}}
	in := Intent{Key: fmt.Sprintf("filler/%d", nonce), Account: address, To: address, Gas: fillerGas, Urgent: urgent}
	feeCap, tipCap, _, err := m.offer(ctx, urgent, 0, nil)
	if err == nil {
		err = m.sign(ctx, acc, s, in, nonce, feeCap, tipCap)
	}
	if err == nil {
		err = m.broadcast(ctx, s)
	}
	m.c.Log.Warn("gap before waiting transactions filled", "account", address, "nonce", nonce, "error", err)
}

// push keeps an unmined transaction going. Only the first in line is replaced by a dearer one: the others wait for it.
func (m *Manager) push(ctx context.Context, acc *account, s *slot, first bool, h Head) {
	wait := m.bumpBlocks(s)
	due := first && passedSince(h.Number, s.bumpedAt) >= wait
	if due {
		s.bumpedAt = h.Number
		err := m.replace(ctx, acc, s)
		if err == nil {
			if why := classify(m.broadcast(ctx, s)); why == replacement || why == underpriced {
				s.bumpedAt = h.Number - wait // again with the next head
			}
			return
		}
		m.c.Log.Warn("transaction waits and was not replaced", "key", s.Last().Key, "account", s.Account, "nonce", s.Nonce, "error", err)
	}
	if due || s.unsure || passedSince(h.Number, s.sentAt) >= rebroadcastBlocks {
		if err := m.broadcast(ctx, s); classify(err) != accepted && classify(err) != nonceTooLow {
			m.c.Log.Warn("transaction not taken", "key", s.Last().Key, "account", s.Account, "nonce", s.Nonce, "error", err)
		}
	}
}

// bumpBlocks is after how many heads a transaction that waits is replaced.
func (m *Manager) bumpBlocks(s *slot) uint64 {
	if s.Last().Urgent {
		return m.c.Fees.UrgentBumpBlocks
	}
	return m.c.Fees.BumpBlocks
}

// passedSince copes with heads that go down.
func passedSince(now, then uint64) uint64 {
	if now < then {
		return 0
	}
	return now - then
}

// resolve finds which of a slot's attempts was mined, now that its nonce is used.
func (m *Manager) resolve(ctx context.Context, acc *account, s *slot) ([]Outcome, error) {
	for i := len(s.Attempts) - 1; i >= 0; i-- {
		a := s.Attempts[i]
		receipt, err := m.receipt(ctx, a.Hash)
		if err != nil {
			return nil, err
		}
		if receipt != nil {
			return m.settle(ctx, acc, s, a, receipt)
		}
	}
	s.missing++
	if s.missing < strangerHeads {
		return nil, nil
	}
	if err := m.c.Journal.Write(journal.Batch{DropSlots: []journal.SlotKey{s.ID()}}); err != nil {
		return nil, err
	}
	m.c.Log.Warn("nonce used by somebody else", "account", s.Account, "nonce", s.Nonce, "key", s.Last().Key)
	delete(acc.slots, s.Nonce)
	var out []Outcome
	for key, nonce := range acc.keys {
		if nonce == s.Nonce {
			delete(acc.keys, key)
			if key == s.Last().Key && !s.idle {
				out = append(out, Outcome{Kind: Displaced, Key: key, Account: s.Account, Reason: "its nonce was used by somebody else"})
			}
		}
	}
	return out, nil
}

// receipt is nil when there is none.
func (m *Manager) receipt(ctx context.Context, hash common.Hash) (*types.Receipt, error) {
	receipt, err := call(ctx, m, func(ctx context.Context) (*types.Receipt, error) { return m.c.Backend.TransactionReceipt(ctx, hash) })
	if errors.Is(err, ethereum.NotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read receipt %s: %w", hash, err)
	}
	return receipt, nil
}

func failed(r *types.Receipt) bool { return r.Status != types.ReceiptStatusSuccessful }

// settle records that attempt a was mined.
func (m *Manager) settle(ctx context.Context, acc *account, s *slot, a journal.Attempt, receipt *types.Receipt) ([]Outcome, error) {
	grown := s.Slot
	grown.Mined = &journal.Mined{Hash: a.Hash, Block: receipt.BlockNumber.Uint64(), Failed: failed(receipt)}
	if err := m.c.Journal.Write(journal.Batch{Slots: []journal.Slot{grown}}); err != nil {
		return nil, err
	}
	m.c.Step("receipt written")
	wasIdle, last := s.idle, s.Last().Key
	s.Slot, s.missing = grown, 0
	o := Outcome{Kind: Mined, Key: a.Key, Account: s.Account, Hash: a.Hash, Block: grown.Mined.Block, GasUsed: receipt.GasUsed}
	if receipt.EffectiveGasPrice != nil {
		o.Fee = new(big.Int).Mul(receipt.EffectiveGasPrice, new(big.Int).SetUint64(receipt.GasUsed))
	}
	if grown.Mined.Failed {
		o.Kind = Reverted
		if tx, err := decode(a.Raw); err == nil && m.c.Reason != nil {
			o.Reason = m.c.Reason(ctx, s.Account, tx, receipt)
		}
	}
	out := []Outcome{o}
	if last != a.Key && !wasIdle {
		// The nonce went to what was abandoned; what took its place needs another one.
		delete(acc.keys, last)
		out = append(out, Outcome{Kind: Displaced, Key: last, Account: s.Account, Reason: "its nonce went to an older transaction"})
	}
	return out, nil
}

// forget drops what is mined too deep to come back.
func (m *Manager) forget(acc *account, h Head) error {
	var batch journal.Batch
	for _, s := range acc.slots {
		if s.Mined != nil && passedSince(h.Number, s.Mined.Block) >= m.c.FinalBlocks {
			batch.DropSlots = append(batch.DropSlots, s.ID())
		}
	}
	// Some at a time: each write costs a sync.
	if len(batch.DropSlots) < 16 && len(acc.slots) < 256 {
		return nil
	}
	if err := m.c.Journal.Write(batch); err != nil {
		return err
	}
	for _, key := range batch.DropSlots {
		delete(acc.slots, key.Nonce)
	}
	for key, nonce := range acc.keys {
		if acc.slots[nonce] == nil {
			delete(acc.keys, key)
		}
	}
	return nil
}

// recheck looks up everything mined above the ancestor in doubt again, and everything whose nonce is used.
func (m *Manager) recheck(ctx context.Context, acc *account) ([]Outcome, error) {
	nonce, err := call(ctx, m, func(ctx context.Context) (uint64, error) {
		return m.c.Backend.NonceAt(ctx, acc.signer.Address(), nil)
	})
	if err != nil {
		return nil, fmt.Errorf("read transaction count: %w", err)
	}
	acc.nonce = nonce
	var out []Outcome
	for _, s := range acc.lowest() {
		var more []Outcome
		var err error
		switch {
		case s.Mined != nil && s.Mined.Block > *acc.doubt:
			more, err = m.confirm(ctx, acc, s)
		case s.Mined == nil && s.Nonce < nonce:
			more, err = m.resolve(ctx, acc, s)
		}
		out = append(out, more...)
		if err != nil {
			return out, err
		}
	}
	acc.doubt = nil
	return out, nil
}

// confirm looks a mined slot up again; when it is no longer mined its bytes go out again.
func (m *Manager) confirm(ctx context.Context, acc *account, s *slot) ([]Outcome, error) {
	receipt, err := m.receipt(ctx, s.Mined.Hash)
	if err != nil {
		return nil, err
	}
	// On another branch a block of the same number may hold it too, and there it may have failed.
	if receipt != nil && receipt.BlockNumber.Uint64() == s.Mined.Block && failed(receipt) == s.Mined.Failed {
		return nil, nil
	}
	was := *s.Mined
	if receipt == nil && s.Nonce < acc.nonce {
		// Another attempt may hold the nonce on the new branch.
		s.Mined = nil
		return m.resolve(ctx, acc, s)
	}
	if receipt != nil {
		for _, a := range s.Attempts {
			if a.Hash == was.Hash {
				return m.settle(ctx, acc, s, a, receipt)
			}
		}
	}
	grown := s.Slot
	grown.Mined = nil
	if err := m.c.Journal.Write(journal.Batch{Slots: []journal.Slot{grown}}); err != nil {
		return nil, err
	}
	s.Slot = grown
	// Not sent again before somebody asks: on the new branch the commit's block may have another challenge, for which its
	// nonce passes by chance, and such a seat could never be opened.
	s.idle, s.unsure, s.bumpedAt = true, true, m.head.Load().Number
	key := s.Last().Key
	for _, a := range s.Attempts {
		if a.Hash == was.Hash {
			key = a.Key
		}
	}
	m.c.Log.Info("mined transaction dropped by a reorganisation", "key", key, "account", s.Account, "nonce", s.Nonce, "hash", was.Hash)
	return []Outcome{{Kind: Unmined, Key: key, Account: s.Account, Hash: was.Hash}}, nil
}
