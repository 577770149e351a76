package txmgr

import (
	"context"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// maxTries bounds the rounds of sign and broadcast within one Send.
const maxTries = 8

// maxAttempts bounds the replacements of one nonce.
const maxAttempts = 64

// Send gets a transaction on its way, or finds that one with the same key is (or is mined already), and returns its hash. An
// error means that no node has it; asking again tries again. When a node gave no answer, that is not an error: the bytes go
// out again with the next head.
func (m *Manager) Send(ctx context.Context, in Intent) (common.Hash, error) {
	acc := m.accounts[in.Account]
	if acc == nil {
		return common.Hash{}, fmt.Errorf("%w: %s", ErrUnknownAccount, in.Account)
	}
	var outcomes []Outcome
	acc.mu.Lock()
	defer func() { acc.mu.Unlock(); m.deliver(outcomes) }()
	if s := acc.holding(in.Key); s != nil && s.Mined != nil {
		// Somebody who follows the chain still wants it: perhaps its block is gone, and nobody saw that.
		var err error
		if outcomes, err = m.confirm(ctx, acc, s); err != nil {
			return common.Hash{}, err
		}
	}
	if s := acc.holding(in.Key); s != nil {
		return m.resume(ctx, acc, s)
	}
	s, err := m.take(ctx, acc, in)
	if err != nil {
		return common.Hash{}, err
	}
	fresh := s
	for try := 0; ; try++ {
		err := m.broadcast(ctx, s)
		why := classify(err)
		if try >= maxTries && why != accepted {
			why = unreachable
		}
		switch why {
		case accepted, unreachable, poolRefused:
			return s.Last().Hash, nil
		case nonceTooLow:
			// The bytes just signed were never out, so a stranger or an older attempt holds the nonce.
			if s, err = m.move(ctx, acc, s, in); err != nil {
				return common.Hash{}, err
			}
		case replacement:
			if s == fresh && len(s.Attempts) == 1 {
				// Nothing of ours was ever out under this nonce: a wallet's transaction holds it. It is left alone.
				if s, err = m.cede(ctx, acc, s, in); err != nil {
					return common.Hash{}, err
				}
				fresh = s
				continue
			}
			m.pricesStale()
			if err := m.replace(ctx, acc, s); err != nil {
				return s.Last().Hash, err
			}
		case underpriced:
			m.pricesStale()
			if err := m.replace(ctx, acc, s); err != nil {
				return s.Last().Hash, err
			}
		case noFunds:
			return common.Hash{}, insufficient(in.Account, err)
		case neverTaken:
			s.idle = true
			delete(acc.keys, in.Key)
			return common.Hash{}, fmt.Errorf("%w: %w", ErrRejected, err)
		}
	}
}

// holding is the slot in which key's transaction waits or succeeded.
func (a *account) holding(key string) *slot {
	nonce, ok := a.keys[key]
	if !ok {
		return nil
	}
	s := a.slots[nonce]
	switch {
	case s == nil:
		return nil
	case s.Mined != nil && s.Mined.Failed:
		return nil
	case s.Mined != nil:
		if slices.ContainsFunc(s.Attempts, func(a journal.Attempt) bool { return a.Hash == s.Mined.Hash && a.Key == key }) {
			return s
		}
		return nil
	case s.Last().Key != key:
		return nil
	}
	return s
}

// resume makes a transaction wanted again that is already signed.
func (m *Manager) resume(ctx context.Context, acc *account, s *slot) (common.Hash, error) {
	hash := s.Last().Hash
	if s.Mined != nil {
		return s.Mined.Hash, nil
	}
	if !s.idle && !s.unsure {
		return hash, nil
	}
	if s.idle {
		// One that is doubted and asked for again with every look at the chain must get dearer all the same, but what a restart found goes out as it is.
		due := s.Nonce == acc.nonce && s.bumpedAt > 0 && passedSince(m.head.Load().Number, s.bumpedAt) >= m.bumpBlocks(s)
		s.idle, s.bumpedAt = false, m.head.Load().Number
		if due {
			if err := m.replace(ctx, acc, s); err != nil {
				m.c.Log.Warn("transaction waits and was not replaced", "key", s.Last().Key, "account", s.Account, "nonce", s.Nonce, "error", err)
			}
			hash = s.Last().Hash
		}
	}
	err := m.broadcast(ctx, s)
	if classify(err) == noFunds {
		return common.Hash{}, insufficient(acc.signer.Address(), err)
	}
	return hash, nil
}

// take signs in for a nonce: that of a transaction nobody wants any more, or the next free one.
func (m *Manager) take(ctx context.Context, acc *account, in Intent) (*slot, error) {
	for _, s := range acc.lowest() {
		if s.Mined != nil || !s.idle || s.Nonce < acc.nonce || len(s.Attempts) >= maxAttempts || s.ceded > m.head.Load().Number {
			continue
		}
		last := s.Last()
		feeCap, tipCap, held, err := m.offer(ctx, in.Urgent, 0, &last)
		if err != nil {
			return nil, err
		}
		if held {
			// The ceiling leaves no room to replace it; it has to be mined before what follows.
			if why := classify(m.broadcast(ctx, s)); why != accepted {
				m.c.Log.Warn("abandoned transaction holds a nonce", "account", s.Account, "nonce", s.Nonce, "key", last.Key)
			}
			continue
		}
		if err := m.sign(ctx, acc, s, in, s.Nonce, feeCap, tipCap); err != nil {
			return nil, err
		}
		return s, nil
	}
	feeCap, tipCap, _, err := m.offer(ctx, in.Urgent, 0, nil)
	if err != nil {
		return nil, err
	}
	s := &slot{Slot: journal.Slot{Account: in.Account, Nonce: acc.free()}}
	if err := m.sign(ctx, acc, s, in, s.Nonce, feeCap, tipCap); err != nil {
		return nil, err
	}
	return s, nil
}

// move signs in again for another nonce, after a stranger took its own.
func (m *Manager) move(ctx context.Context, acc *account, s *slot, in Intent) (*slot, error) {
	nonce, err := call(ctx, m, func(ctx context.Context) (uint64, error) { return m.c.Backend.NonceAt(ctx, in.Account, nil) })
	if err != nil {
		return nil, fmt.Errorf("read transaction count of %s: %w", in.Account, err)
	}
	if nonce <= s.Nonce {
		// Nodes disagree; the next head may know better.
		return nil, fmt.Errorf("nodes disagree about the transaction count of %s: %d, yet nonce %d is used", in.Account, nonce, s.Nonce)
	}
	acc.nonce = max(acc.nonce, nonce)
	s.idle = true
	if len(s.Attempts) == 1 {
		m.c.Log.Warn("nonce used by somebody else", "account", in.Account, "nonce", s.Nonce, "key", in.Key)
	}
	feeCap, tipCap, _, err := m.offer(ctx, in.Urgent, 0, nil)
	if err != nil {
		return nil, err
	}
	next := &slot{Slot: journal.Slot{Account: in.Account, Nonce: acc.free()}}
	return next, m.sign(ctx, acc, next, in, next.Nonce, feeCap, tipCap)
}

// cedeBlocks is for how many heads a nonce is left to a stranger's transaction in the pool.
const cedeBlocks = 20

// cede signs in again for the next nonce, and leaves its own to a stranger's transaction that waits in the pool.
func (m *Manager) cede(ctx context.Context, acc *account, s *slot, in Intent) (*slot, error) {
	m.c.Log.Warn("nonce used by somebody else", "account", in.Account, "nonce", s.Nonce, "key", in.Key)
	s.idle, s.ceded = true, m.head.Load().Number+cedeBlocks
	feeCap, tipCap, _, err := m.offer(ctx, in.Urgent, 0, nil)
	if err != nil {
		return nil, err
	}
	next := &slot{Slot: journal.Slot{Account: in.Account, Nonce: acc.free()}}
	return next, m.sign(ctx, acc, next, in, next.Nonce, feeCap, tipCap)
}

// replace signs a slot's transaction again with higher fees.
func (m *Manager) replace(ctx context.Context, acc *account, s *slot) error {
	last := s.Last()
	tx, err := decode(last.Raw)
	if err != nil {
		return err
	}
	passed := progress(s.Attempts[0].SignedAt, last.Deadline, m.head.Load().Time)
	feeCap, tipCap, held, err := m.offer(ctx, last.Urgent, passed, &last)
	if err != nil {
		return err
	}
	if held || len(s.Attempts) >= maxAttempts {
		return fmt.Errorf("%w: account %s, nonce %d is bid up to %s wei already", ErrFeeCeiling, s.Account, s.Nonce, last.FeeCap.ToInt())
	}
	in := Intent{Key: last.Key, Account: s.Account, To: *tx.To(), Data: tx.Data(), Gas: tx.Gas(), Urgent: last.Urgent, Deadline: last.Deadline}
	return m.sign(ctx, acc, s, in, s.Nonce, feeCap, tipCap)
}

func decode(raw []byte) (*types.Transaction, error) {
	tx := new(types.Transaction)
	if err := tx.UnmarshalBinary(raw); err != nil {
		return nil, fmt.Errorf("decode signed transaction: %w", err)
	}
	return tx, nil
}
