package stream

import (
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

func headOf(h *ethmlv1.Head) round.Head {
	return round.Head{Number: h.GetNumber(), Hash: common.BytesToHash(h.GetHash()), Time: h.GetTime()}
}

// PositionOf is the Ethereum block an event stands in.
func PositionOf(p *ethmlv1.ChainPosition) round.Head {
	return round.Head{Number: p.GetBlockNumber(), Hash: common.BytesToHash(p.GetBlockHash()), Time: p.GetBlockTime()}
}

func hashOf(what string, b []byte) (common.Hash, error) {
	h, err := protocol.HashFromBytes(what, b)
	return common.Hash(h), err
}

func addressOf(what string, b []byte) (common.Address, error) {
	a, err := protocol.AddressFromBytes(what, b)
	return common.Address(a), err
}

func amountOf(b []byte) (*big.Int, error) {
	if len(b) > 32 {
		return nil, fmt.Errorf("amount of %d bytes", len(b))
	}
	return new(big.Int).SetBytes(b), nil
}

// BlockOf turns an opened block into the rounds' terms.
func BlockOf(o *ethmlv1.BlockOpened, at round.Head) (round.Block, error) {
	b := round.Block{Number: o.GetNumber(), Requests: o.GetRequestIds(), Phase: round.CommitPhase, OpenedAt: at}
	var err error
	if b.Challenge, err = hashOf("challenge", o.GetChallenge()); err != nil {
		return b, err
	}
	t := o.GetTarget()
	if len(t.GetDifficulty()) > 32 {
		return b, fmt.Errorf("difficulty of %d bytes", len(t.GetDifficulty()))
	}
	b.Target = protocol.TargetSchedule{
		Difficulty: new(uint256.Int).SetBytes(t.GetDifficulty()), OpenedAt: t.GetOpenedAt(),
		CommitWindow: time.Duration(t.GetCommitWindowSeconds()) * time.Second,
	}
	if b.Number == 0 || len(b.Requests) == 0 {
		return b, errors.New("block without number or requests")
	}
	return b, b.Target.Check()
}

// SeatOf turns a seat into the rounds' terms.
func SeatOf(s *ethmlv1.Seat) (round.Seat, error) {
	miner, err := addressOf("miner", s.GetMiner())
	if err != nil {
		return round.Seat{}, err
	}
	commitment, err := hashOf("commitment", s.GetCommitment())
	return round.Seat{Miner: miner, Commitment: commitment, Revealed: s.GetRevealed()}, err
}

// RevealOf turns a reveal into the rounds' terms.
func RevealOf(r *ethmlv1.SolutionRevealed) (common.Address, round.Vector, error) {
	v := round.Vector{Statuses: r.GetStatuses()}
	miner, err := addressOf("miner", r.GetMiner())
	for _, w := range r.GetWords() {
		var word common.Hash
		if word, err = hashOf("word", w); err != nil {
			break
		}
		v.Words = append(v.Words, word)
	}
	return miner, v, err
}

// RequestOf turns a request into the rounds' terms.
func RequestOf(q *ethmlv1.RequestQueued) (round.Request, error) {
	tip, err := amountOf(q.GetTip())
	return round.Request{ID: q.GetId(), CallbackGas: q.GetCallbackGas(), Expiry: q.GetExpiry(), Tip: tip}, err
}

func viewOf(s *ethmlv1.Snapshot) (round.View, error) {
	v := round.View{Head: headOf(s.GetHead())}
	for _, p := range s.GetPendingRequests() {
		r, err := RequestOf(p.GetRequest())
		if err != nil {
			return v, fmt.Errorf("request %d: %w", p.GetRequest().GetId(), err)
		}
		v.Requests = append(v.Requests, r)
	}
	open := s.GetOpenBlock()
	if open == nil || open.GetOpened() == nil {
		return v, nil
	}
	b, err := BlockOf(open.GetOpened(), PositionOf(open.GetPosition()))
	if err != nil {
		return v, fmt.Errorf("open block: %w", err)
	}
	for _, s := range open.GetSeats() {
		seat, err := SeatOf(s)
		if err != nil {
			return v, fmt.Errorf("seat %d: %w", s.GetIndex(), err)
		}
		b.Seats = append(b.Seats, seat)
		if seat.Revealed {
			b.RevealedAt = v.Head
		}
	}
	switch open.GetPhase() {
	case ethmlv1.Phase_PHASE_COMMIT:
	case ethmlv1.Phase_PHASE_REVEAL:
		b.Phase = round.RevealPhase
		b.ClosedAt = round.Head{Number: open.GetCommitClosedBlock(), Time: open.GetCommitClosedAt()}
	default:
		return v, nil // over
	}
	v.Open = &b
	return v, nil
}
