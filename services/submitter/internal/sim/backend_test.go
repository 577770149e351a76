package sim

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/reverts"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

var errDown = errors.New("503 service unavailable")

// backend is a submitter's Ethereum node.
type backend struct{ w *world }

func (b backend) err() error {
	if b.w.failing && b.w.rnd.IntN(2) == 0 {
		return errDown
	}
	return nil
}

func (b backend) HeaderByNumber(context.Context, *big.Int) (*types.Header, error) {
	h := b.w.tip().head
	return &types.Header{Number: new(big.Int).SetUint64(h.Number), Time: h.Time, BaseFee: b.w.base}, b.err()
}

func (b backend) SuggestGasTipCap(context.Context) (*big.Int, error) { return big.NewInt(10), b.err() }

func (b backend) NonceAt(_ context.Context, a common.Address, _ *big.Int) (uint64, error) {
	return b.w.tip().state.nonces[a], b.err()
}

func (b backend) PendingNonceAt(_ context.Context, a common.Address) (uint64, error) {
	n := b.w.tip().state.nonces[a]
	for b.w.pool[a][n] != nil {
		n++
	}
	return n, b.err()
}

func (b backend) TransactionReceipt(_ context.Context, hash common.Hash) (*types.Receipt, error) {
	if err := b.err(); err != nil {
		return nil, err
	}
	for i := len(b.w.blocks) - 1; i >= 0; i-- {
		if r := b.w.blocks[i].receipts[hash]; r != nil {
			return r, nil
		}
	}
	return nil, ethereum.NotFound
}

func (b backend) SendTransaction(_ context.Context, tx *types.Transaction) error {
	if err := b.err(); err != nil {
		return err
	}
	from, err := types.Sender(types.LatestSignerForChainID(chainID), tx)
	if err != nil {
		return err
	}
	b.w.checker.broadcast(from, tx)
	return b.w.accept(from, tx)
}

func (w *world) accept(from common.Address, tx *types.Transaction) error {
	queued := w.pool[from]
	if queued == nil {
		queued = map[uint64]*types.Transaction{}
		w.pool[from] = queued
	}
	old := queued[tx.Nonce()]
	switch {
	case tx.Nonce() < w.tip().state.nonces[from]:
		return fmt.Errorf("nonce too low: next nonce %d, tx nonce %d", w.tip().state.nonces[from], tx.Nonce())
	case old != nil && old.Hash() == tx.Hash():
		return errors.New("already known")
	case old != nil && new(big.Int).Mul(tx.GasFeeCap(), big.NewInt(100)).Cmp(new(big.Int).Mul(old.GasFeeCap(), big.NewInt(110))) < 0:
		return errors.New("replacement transaction underpriced")
	}
	queued[tx.Nonce()] = tx
	return nil
}

// Chain of package desk and keeper.

func (b backend) Block(context.Context) (bindings.BlockView, error) {
	s := b.w.tip().state
	v := bindings.BlockView{Number: s.number, Parameters: bindings.Parameters{CommitWindow: commitWindow, RevealWindow: revealWindow, RevealBlocks: revealBlocks}}
	if o := s.open; o != nil {
		v.Phase, v.Challenge, v.OpenedAt, v.OpenedAtBlock = 1, o.challenge, o.openedAt, o.openedAtBlock
		if o.reveal {
			v.Phase, v.CommitClosedAt, v.RevealEndsAt, v.RevealEndsAtBlock = 2, o.closedAt, o.closedAt+revealWindow, o.closedBlock+revealBlocks
		}
	}
	return v, b.err()
}

func (b backend) Head(context.Context) (number, unix uint64, err error) {
	return b.w.tip().head.Number, b.w.tip().head.Time, b.err()
}

func (b backend) Estimate(_ context.Context, from common.Address, data []byte) (uint64, error) {
	if err := b.err(); err != nil {
		return 0, err
	}
	tip := b.w.tip()
	trial := &ethBlock{head: tip.head, state: tip.state.clone()}
	if why := trial.execute(from, decodeCall(data), tip.head.Hash); why != "" {
		return 0, &reverts.Error{Name: why}
	}
	return 60_000, nil
}

func (b backend) Rewards(context.Context, common.Address) (*big.Int, error) {
	return new(big.Int), b.err()
}

func (b backend) Commit(c round.Commit) []byte {
	return call{Kind: "commit", Number: c.Number, Challenge: c.Challenge, Miner: c.Miner, Commitment: c.Commitment}.bytes()
}

func (b backend) Reveal(r round.Reveal) []byte {
	return call{Kind: "reveal", Number: r.Number, Miner: r.Miner, Words: r.Vector.Words, Statuses: r.Vector.Statuses, Salt: r.Salt}.bytes()
}

func (b backend) CloseCommit(number uint64) []byte {
	return call{Kind: "close", Number: number}.bytes()
}

func (b backend) Settle(number uint64, v []round.Vector) []byte {
	return call{Kind: "settle", Number: number, Vectors: v}.bytes()
}

func (b backend) OpenBlock() []byte { return call{Kind: "open"}.bytes() }

func (b backend) Expire(id uint64) []byte { return call{Kind: "expire", Request: id}.bytes() }

func (b backend) Claim(a common.Address) []byte { return call{Kind: "claim", Miner: a}.bytes() }

// Reveals of package keeper: what the watcher's history holds.
func (b backend) Reveals(_ context.Context, o *round.Block) (map[common.Address]round.Vector, error) {
	out := map[common.Address]round.Vector{}
	for _, block := range b.w.blocks {
		for _, e := range block.events {
			if e.kind == "revealed" && e.number == o.Number {
				out[e.seat.miner] = e.vector
			}
		}
	}
	return out, b.err()
}
