package txmgr

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// sign adds an attempt to a slot and makes it durable. Nothing has left when it fails.
func (m *Manager) sign(ctx context.Context, acc *account, s *slot, in Intent, nonce uint64, feeCap, tipCap *big.Int) error {
	tx, err := acc.signer.SignTx(ctx, types.NewTx(&types.DynamicFeeTx{
		ChainID: m.c.ChainID, Nonce: nonce, GasFeeCap: feeCap, GasTipCap: tipCap, Gas: in.Gas, To: &in.To, Data: in.Data,
	}))
	if err != nil {
		return fmt.Errorf("sign with %s: %w", in.Account, err)
	}
	raw, err := tx.MarshalBinary()
	if err != nil {
		return fmt.Errorf("encode transaction: %w", err)
	}
	m.c.Step("transaction signed")
	grown := s.Slot
	grown.Attempts = append(append([]journal.Attempt(nil), s.Attempts...), journal.Attempt{
		Key: in.Key, Hash: tx.Hash(), Raw: raw, FeeCap: (*hexutil.Big)(feeCap), TipCap: (*hexutil.Big)(tipCap),
		Urgent: in.Urgent, Deadline: in.Deadline, SignedAt: m.c.Now().UTC(),
	})
	if err := m.c.Journal.Write(journal.Batch{Slots: []journal.Slot{grown}}); err != nil {
		return err
	}
	m.c.Step("transaction written")
	m.c.Trace(in.Key, Journaled)
	s.Slot = grown
	s.idle, s.unsure, s.missing = false, true, 0
	s.bumpedAt = m.head.Load().Number
	acc.slots[nonce] = s
	acc.keys[in.Key] = nonce
	return nil
}

// broadcast sends a slot's newest bytes.
func (m *Manager) broadcast(ctx context.Context, s *slot) error {
	tx, err := decode(s.Last().Raw)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeout(ctx, m.c.CallTimeout)
	defer cancel()
	err = m.c.Broadcaster.SendTransaction(ctx, tx)
	s.sentAt = m.head.Load().Number
	s.unsure = classify(err) != accepted
	m.c.Step("transaction sent")
	if !s.unsure {
		m.c.Trace(s.Last().Key, Broadcast)
	}
	m.c.Log.Debug("transaction broadcast", "key", s.Last().Key, "account", s.Account, "nonce", s.Nonce, "hash", tx.Hash(), "error", err)
	return err
}
