package keeper

import (
	"encoding/binary"
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

// Kind of a step.
type Kind string

// Kinds of step.
const (
	Close  Kind = "close"
	Settle Kind = "settle"
	Open   Kind = "open"
	Expire Kind = "expire"
)

// Step is one thing that anybody may do now.
type Step struct {
	Kind      Kind
	Account   common.Address // which of ours does it
	Challenge common.Hash    // of the block it is about; zero for none
	Number    uint64         // of that block
	Request   uint64         // of Expire
}

// Limits are those of the open block, in seconds and Ethereum blocks.
type Limits struct {
	CommitWindow      uint64
	MaxCommitTime     uint64
	RevealEndsAt      uint64 // 0 in the commit phase
	RevealEndsAtBlock uint64
	Seats, Threshold  int
}

// Delay between ranks, and how many ranks those without a seat share.
const strangerRanks = 4

// maxExpiries bounds the requests expired with one head.
const maxExpiries = 8

// Due lists the steps that are due for accounts at s.Head; delay is the seconds between ranks.
func Due(s round.Situation, l Limits, accounts []common.Address, delay uint64) []Step {
	if !s.Live || len(accounts) == 0 {
		return nil
	}
	var out []Step
	if s.Block != nil {
		out = append(out, dueForBlock(s, l, accounts, delay)...)
	} else if s.Waiting > len(s.Overdue) && !s.Paused {
		account, rank := first(s.LastEnded, nil, accounts)
		if s.Head.Time >= s.IdleSince.Time+(rank+1)*delay {
			out = append(out, Step{Kind: Open, Account: account})
		}
	}
	for _, r := range s.Overdue {
		if len(out) >= maxExpiries {
			break
		}
		// Without a tip there is no bounty: the requester does that when it matters to him.
		if r.Tip == nil || r.Tip.Sign() == 0 {
			continue
		}
		account, rank := first(requestSeed(r.ID), nil, accounts)
		if s.Head.Time >= r.Expiry+rank*delay {
			out = append(out, Step{Kind: Expire, Account: account, Request: r.ID})
		}
	}
	return out
}

func dueForBlock(s round.Situation, l Limits, accounts []common.Address, delay uint64) []Step {
	b, now := s.Block, s.Head.Time
	account, rank := first(b.Challenge, b.Seats, accounts)
	step := Step{Account: account, Challenge: b.Challenge, Number: b.Number}
	wait := rank * delay
	if b.Phase == round.CommitPhase {
		if now >= b.OpenedAt.Time+l.CommitWindow+wait && len(b.Seats) >= l.Threshold && len(b.Seats) < l.Seats {
			step.Kind = Close
			return []Step{step}
		}
		if l.MaxCommitTime == 0 || now < b.OpenedAt.Time+l.MaxCommitTime+wait {
			return nil
		}
		var out []Step
		for _, id := range b.Requests[:min(len(b.Requests), maxExpiries)] {
			step.Kind, step.Request = Expire, id
			out = append(out, step)
		}
		return out
	}
	if l.RevealEndsAt == 0 {
		return nil
	}
	reveals := 0
	for _, seat := range b.Seats {
		if seat.Revealed {
			reveals++
		}
	}
	over := now >= l.RevealEndsAt+wait && s.Head.Number >= l.RevealEndsAtBlock
	// A reveal that is the last of all settles by itself unless they differ; only what was left over is for us.
	left := reveals == len(b.Seats) && s.Head.Number > b.RevealedAt.Number && now >= b.RevealedAt.Time+wait
	if left || over {
		step.Kind = Settle
		return []Step{step}
	}
	return nil
}

// first is which of our accounts ranks first, and its rank: seated miners by protocol.Rank, then everybody else, who can't
// know of one another, spread over the ranks after them.
func first(seed common.Hash, seats []round.Seat, accounts []common.Address) (common.Address, uint64) {
	order := func(a, b common.Address) int {
		x, y := protocol.Rank(protocol.Hash(seed), protocol.Address(a)), protocol.Rank(protocol.Hash(seed), protocol.Address(b))
		switch {
		case x < y:
			return -1
		case x > y:
			return 1
		}
		return a.Cmp(b)
	}
	var miners []common.Address
	for _, s := range seats {
		miners = append(miners, s.Miner)
	}
	slices.SortFunc(miners, order)
	for i, m := range miners {
		if slices.Contains(accounts, m) {
			return m, uint64(i)
		}
	}
	best := slices.MinFunc(accounts, order)
	return best, uint64(len(miners)) + protocol.Rank(protocol.Hash(seed), protocol.Address(best))%strangerRanks
}

func requestSeed(id uint64) common.Hash {
	var seed common.Hash
	binary.BigEndian.PutUint64(seed[24:], id)
	return seed
}

// Vectors are the distinct ones of a block's reveals; complete says that none is missing.
func Vectors(b *round.Block) (vectors []round.Vector, complete bool) {
	seen := map[common.Hash]bool{}
	complete = true
	for _, s := range b.Seats {
		switch {
		case !s.Revealed:
		case s.Vector == nil:
			complete = false
		case !seen[s.Vector.Hash()]:
			seen[s.Vector.Hash()] = true
			vectors = append(vectors, *s.Vector)
		}
	}
	return vectors, complete
}
