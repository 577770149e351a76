package decode

import (
	"bytes"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

func (d *Decoder) blockEvents() map[string]reader {
	c := d.coordinator
	return map[string]reader{
		"BlockOpened": of(c.UnpackBlockOpenedEvent, func(t *transaction, _ *types.Log, e *bindings.EthMLBlockOpened, f *fields) kind {
			b := &ethmlv1.BlockOpened{Number: f.uint64("virtual block", e.Number), Challenge: bytes.Clone(e.Challenge[:]),
				ParentHash: bytes.Clone(e.ParentHash[:]), Target: &ethmlv1.TargetSchedule{
					Difficulty: f.amount("difficulty", e.Difficulty), OpenedAt: t.header.Time,
					CommitWindowSeconds: f.uint64("commit window", e.CommitWindow)}}
			if len(b.Target.Difficulty) == 0 {
				f.fail("difficulty of virtual block %d is zero", b.Number)
			}
			for _, id := range e.Ids {
				b.RequestIds = append(b.RequestIds, f.uint64("request id", id))
			}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_BlockOpened{BlockOpened: b} }
		}),
		"SolutionCommitted": of(c.UnpackSolutionCommittedEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLSolutionCommitted, f *fields) kind {
			s := &ethmlv1.SolutionCommitted{Number: f.uint64("virtual block", e.Number), Seat: &ethmlv1.Seat{
				Index: f.uint32("seat", e.Seat), Miner: e.Miner.Bytes(), Commitment: bytes.Clone(e.Commitment[:])}}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_SolutionCommitted{SolutionCommitted: s} }
		}),
		"CommitClosed": of(c.UnpackCommitClosedEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLCommitClosed, f *fields) kind {
			s := &ethmlv1.CommitClosed{Number: f.uint64("virtual block", e.Number), Seats: f.uint32("seats", e.Seats)}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_CommitClosed{CommitClosed: s} }
		}),
		"SolutionRevealed": of(c.UnpackSolutionRevealedEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLSolutionRevealed, f *fields) kind {
			s := &ethmlv1.SolutionRevealed{Number: f.uint64("virtual block", e.Number), Miner: e.Miner.Bytes(),
				Words: f.words("prediction", e.Predictions), Statuses: e.Statuses}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_SolutionRevealed{SolutionRevealed: s} }
		}),
		"BlockSettled": of(c.UnpackBlockSettledEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLBlockSettled, f *fields) kind {
			return blockEnded(&ethmlv1.BlockEnded{Number: f.uint64("virtual block", e.Number), Hash: bytes.Clone(e.Hash[:]),
				ParentHash: bytes.Clone(e.ParentHash[:]), Words: f.words("prediction", e.Predictions), Statuses: e.Statuses,
				NextDifficulty: f.amount("next difficulty", e.NextDifficulty)})
		}),
		"BlockVoided": of(c.UnpackBlockVoidedEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLBlockVoided, f *fields) kind {
			return blockEnded(&ethmlv1.BlockEnded{Number: f.uint64("virtual block", e.Number), Hash: bytes.Clone(e.Hash[:]),
				ParentHash: bytes.Clone(e.ParentHash[:]), Voided: true})
		}),
		"MinerSlashed": of(c.UnpackMinerSlashedEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLMinerSlashed, f *fields) kind {
			s := &ethmlv1.MinerSlashed{Number: f.uint64("virtual block", e.Number), Miner: e.Miner.Bytes(),
				Amount: f.amount("amount", e.Amount), Cause: uint32(e.Cause)}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_MinerSlashed{MinerSlashed: s} }
		}),
	}
}

func blockEnded(b *ethmlv1.BlockEnded) kind {
	return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_BlockEnded{BlockEnded: b} }
}
