package fakechain

import (
	"math/big"
	"math/rand/v2"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

const seats = 5

// Protocol plays the contracts: each step gives the logs of one transaction that could really come next. The zero value
// is the state after deployment; a copy is a branch.
type Protocol struct {
	Requests uint64 // last request id
	Models   uint64
	Block    uint64 // last virtual block
	Head     common.Hash
	Queue    []uint64 // waiting requests
	Open     []uint64 // requests of the open block
	Seated   int
	Revealed int
}

// Clone copies the state.
func (p Protocol) Clone() Protocol {
	p.Queue, p.Open = slices.Clone(p.Queue), slices.Clone(p.Open)
	return p
}

// Step is the logs of one random transaction.
func (p *Protocol) Step(r *rand.Rand) []types.Log {
	switch {
	case p.Models == 0 || r.IntN(40) == 0:
		return p.Register(r)
	case len(p.Open) == 0 && len(p.Queue) == 0, r.IntN(4) == 0:
		return p.Request(r)
	case len(p.Open) == 0:
		return p.open(r)
	case r.IntN(20) == 0 && len(p.Queue) > 0:
		id := p.Queue[0]
		p.Queue = p.Queue[1:]
		return []types.Log{Log(Coordinator, "RequestCancelled", Int(id))}
	case r.IntN(20) == 0:
		return []types.Log{Log(Stake, "Staked", Miner(r.IntN(seats)), Int(r.Uint64()))}
	case p.Seated < seats:
		return p.Commit(r)
	case p.Revealed < seats-1:
		return []types.Log{p.reveal()}
	default:
		return p.settle(r)
	}
}

// Register is a model's registration.
func (p *Protocol) Register(r *rand.Rand) []types.Log {
	p.Models++
	return []types.Log{Log(Registry, "ModelRegistered", Int(p.Models), Miner(0), [32]byte(random(r)), uint8(0x55), uint16(100),
		uint8(0), uint8(0), uint8(0), Int(0), Int(0))}
}

// Request is a request that waits.
func (p *Protocol) Request(r *rand.Rand) []types.Log {
	p.Requests++
	id := p.Requests
	p.Queue = append(p.Queue, id)
	return []types.Log{
		Log(Coordinator, "ReceivedRequest", Int(id), CID, Int(r.Uint64())),
		Log(Coordinator, "RequestQueued", Int(id), Miner(9), Int(1+r.Uint64N(p.Models)), Int(7), Int(100_000), Int(1<<32)),
	}
}

func (p *Protocol) open(r *rand.Rand) []types.Log {
	n := min(len(p.Queue), 1+r.IntN(32))
	p.Open, p.Queue = slices.Clone(p.Queue[:n]), p.Queue[n:]
	p.Block, p.Seated, p.Revealed = p.Block+1, 0, 0
	ids := p.ids()
	return []types.Log{Log(Coordinator, "BlockOpened", Int(p.Block), [32]byte(random(r)), [32]byte(p.Head), Int(500), Int(60), ids)}
}

// Commit takes a seat.
func (p *Protocol) Commit(r *rand.Rand) []types.Log {
	logs := []types.Log{Log(Coordinator, "SolutionCommitted", Int(p.Block), Miner(p.Seated), Int(uint64(p.Seated)), [32]byte(random(r)))}
	if p.Seated++; p.Seated == seats {
		logs = append(logs, Log(Coordinator, "CommitClosed", Int(p.Block), Int(seats)))
	}
	return logs
}

func (p *Protocol) reveal() types.Log {
	p.Revealed++
	return Log(Coordinator, "SolutionRevealed", Int(p.Block), Miner(p.Revealed-1), p.ids(), make([]byte, len(p.Open)))
}

// settle is the last reveal and what it does: answers, failures, requeues, or a void block, and the next opening.
func (p *Protocol) settle(r *rand.Rand) []types.Log {
	parent, voided := p.Head, r.IntN(8) == 0
	p.Head = random(r)
	var logs []types.Log
	if !voided {
		logs = append(logs, p.reveal())
	}
	for _, id := range p.Open {
		switch k := r.IntN(10); {
		case voided || k == 0:
			p.Queue = append(p.Queue, id)
			logs = append(logs, Log(Coordinator, "RequestRequeued", Int(id), Int(8), voided))
		case k == 1:
			logs = append(logs, Log(Coordinator, "RequestFailed", Int(id), uint8(3)))
		case k == 2:
			logs = append(logs, Log(Coordinator, "RequestExpired", Int(id), Miner(0)))
		default:
			logs = append(logs, Log(Coordinator, "RequestAnswered", Int(id), Int(id*2)))
		}
	}
	if voided {
		logs = append(logs, Log(Coordinator, "MinerSlashed", Int(p.Block), Miner(4), Int(1), uint8(0)),
			Log(Coordinator, "BlockVoided", Int(p.Block), [32]byte(p.Head), [32]byte(parent), Int(2)))
	} else {
		logs = append(logs, Log(Coordinator, "BlockSettled", Int(p.Block), [32]byte(p.Head), [32]byte(parent), Int(510), p.ids(), make([]byte, len(p.Open))))
	}
	p.Open = nil
	if len(p.Queue) > 0 {
		logs = append(logs, p.open(r)...)
	}
	return logs
}

func (p *Protocol) ids() []*big.Int {
	ids := make([]*big.Int, len(p.Open))
	for i, id := range p.Open {
		ids[i] = Int(id)
	}
	return ids
}

func random(r *rand.Rand) common.Hash {
	return crypto.Keccak256Hash(Int(r.Uint64()).Bytes())
}

// Rand is a source of randomness that a seed repeats.
func Rand(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, seed)) }
