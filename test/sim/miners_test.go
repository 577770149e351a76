package sim

import (
	"context"
	"math/big"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// report hands in predictions and nonces for the open block, some of them now, some later.
func (r *run) report() {
	o := r.open()
	if o.view.Phase != 1 {
		return
	}
	var calls sync.WaitGroup
	for _, op := range r.operators {
		var reports []func(context.Context) error
		for _, id := range o.view.Ids {
			if r.rnd.IntN(3) > 0 {
				reports = append(reports, op.prediction(o, id.Uint64()))
			}
		}
		if r.rnd.IntN(2) == 0 {
			reports = append(reports, op.solution(o, r.solve(o, op.account)))
		}
		if op.lives["submitter"] == nil {
			continue
		}
		calls.Go(func() {
			ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
			defer cancel()
			for _, report := range reports {
				if report(ctx) != nil {
					return // asked again with the next tick
				}
			}
		})
	}
	calls.Wait()
}

func (o *operator) prediction(b *openBlock, id uint64) func(context.Context) error {
	word := common.BigToHash(new(big.Int).SetUint64(answerTo(id)))
	return func(ctx context.Context) error {
		_, err := o.submitter.ReportPrediction(ctx, &ethmlv1.ReportPredictionRequest{Challenge: b.view.Challenge[:], RequestId: id, Word: word[:]})
		return err
	}
}

func (o *operator) solution(b *openBlock, nonce common.Hash) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := o.submitter.ReportSolution(ctx, &ethmlv1.ReportSolutionRequest{Challenge: b.view.Challenge[:], Miner: o.account[:], Nonce: nonce[:]})
		return err
	}
}

// act is a miner's next transaction.
func (m *other) act(r *run) {
	o := r.open()
	me := addressOf(m.key)
	words, statuses := make([]*big.Int, len(o.view.Ids)), make([]byte, len(o.view.Ids))
	hashes := make([]protocol.Hash, len(words))
	for i, id := range o.view.Ids {
		words[i] = new(big.Int).SetUint64(answerTo(id.Uint64()))
		if m.kind == "liar" {
			words[i].Add(words[i], big.NewInt(1))
		}
		hashes[i] = protocol.Hash(common.BigToHash(words[i]))
	}
	seated, revealed := false, false
	for _, s := range o.seats {
		if s.Miner == me {
			seated, revealed = true, s.Revealed
		}
	}
	number, now := new(big.Int).SetUint64(o.view.Number), uint64(time.Now().Unix())
	var data []byte
	switch {
	case o.view.Phase == 1 && !seated && now > o.view.OpenedAt+3:
		commitment := protocol.Commitment(o.view.Challenge, protocol.Address(me), protocol.ResultHash(hashes, statuses), protocol.Hash{})
		data = coordinator.PackCommitSolution(number, commitment, r.solve(o, me).Big())
	case o.view.Phase == 2 && seated && !revealed && m.kind != "silent":
		data = coordinator.PackRevealSolution(number, me, words, statuses, [32]byte{})
	default:
		return
	}
	r.chain.mu.Lock()
	defer r.chain.mu.Unlock()
	r.send(m.key, r.chain.tip().state.GetNonce(me), data)
}
