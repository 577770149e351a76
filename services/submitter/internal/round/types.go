package round

import (
	"errors"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// Errors of reports.
var (
	// ErrUnknownChallenge: not seen yet; the sender retries.
	ErrUnknownChallenge = errors.New("challenge not seen yet")
	// ErrSuperseded: its block is over; the sender drops it.
	ErrSuperseded = errors.New("challenge is superseded")
	// ErrContradiction: another value is already held.
	ErrContradiction = errors.New("contradicts what is already held")
	// ErrNotInBlock: the request is not part of the challenge's block.
	ErrNotInBlock = errors.New("request is not in the block")
	// ErrMalformed: the report can't be right.
	ErrMalformed = errors.New("malformed report")
	// ErrUnknownMiner: this submitter doesn't sign for the miner.
	ErrUnknownMiner = errors.New("no such miner here")
	// ErrWrongSolution: the nonce doesn't solve the challenge.
	ErrWrongSolution = errors.New("nonce does not solve the challenge")
)

// Phase of the open block.
type Phase uint8

// Phases of an open block.
const (
	CommitPhase Phase = 1
	RevealPhase Phase = 2
)

// Head is an Ethereum block.
type Head struct {
	Number uint64
	Hash   common.Hash
	Time   uint64 // seconds since the Unix epoch
}

// Seat is a miner's place in a block.
type Seat struct {
	Miner      common.Address
	Commitment common.Hash // zero when only Opened is known
	Revealed   bool
	Opened     common.Hash // result hash of the reveal; set where Commitment isn't
	// The vector revealed; nil when not seen (a snapshot doesn't carry it).
	Vector *Vector
}

// holds reports whether the seat is the one that s was sealed for.
func (seat *Seat) holds(s *journal.Sealed) bool {
	if s == nil {
		return false
	}
	if seat.Commitment == (common.Hash{}) {
		return seat.Opened == Vector{Words: s.Words, Statuses: s.Statuses}.Hash()
	}
	return seat.Commitment == s.Commitment
}

// Vector is one miner's votes over a block.
type Vector struct {
	Words    []common.Hash
	Statuses []byte
}

// Hash is the vector's result hash.
func (v Vector) Hash() common.Hash {
	return common.Hash(protocol.ResultHash(hashes(v.Words), v.Statuses))
}

func hashes(words []common.Hash) []protocol.Hash {
	out := make([]protocol.Hash, len(words))
	for i, w := range words {
		out[i] = protocol.Hash(w)
	}
	return out
}

// Block is the open virtual block as the watcher tells it.
type Block struct {
	Number    uint64
	Challenge common.Hash
	Requests  []uint64 // in service order
	Target    protocol.TargetSchedule
	OpenedAt  Head
	Phase     Phase
	Seats     []Seat
	// When commits closed; zero in the commit phase.
	ClosedAt Head
	// Last reveal seen.
	RevealedAt Head
	// Cursor from before the block opened; empty when not known.
	Cursor []byte
}

func (b *Block) seat(miner common.Address) *Seat {
	for i := range b.Seats {
		if b.Seats[i].Miner == miner {
			return &b.Seats[i]
		}
	}
	return nil
}

func (b *Block) clone() *Block {
	if b == nil {
		return nil
	}
	c := *b
	c.Seats = slices.Clone(b.Seats)
	return &c
}

// Request waits for a prediction.
type Request struct {
	ID          uint64
	CallbackGas uint64
	Expiry      uint64   // seconds since the Unix epoch
	Tip         *big.Int // wei of EML; nil when not known
}

// View is the chain's present state, as a watcher's snapshot gives it.
type View struct {
	Head     Head
	Open     *Block // nil when idle
	Requests []Request
}

// Vote is one request's prediction, reported by a replica.
type Vote struct {
	Challenge common.Hash
	Request   uint64
	Vote      journal.Vote
	Replica   string
}

// Solution is one miner's nonce, reported by a replica.
type Solution struct {
	Challenge common.Hash
	Miner     common.Address
	Nonce     common.Hash
	Replica   string
}

// Work is what needs mining; Challenge is zero when nothing does.
type Work struct {
	Challenge common.Hash
	Number    uint64
	Target    protocol.TargetSchedule
	Miners    []common.Address
}

// Commit asks for a seat.
type Commit struct {
	Challenge  common.Hash
	Number     uint64
	Miner      common.Address
	Nonce      common.Hash
	Commitment common.Hash
	Requests   int
	ReportedAt time.Time // when the last report needed for it came in; zero after a restart
}

// Reveal opens a commitment.
type Reveal struct {
	Challenge  common.Hash
	Number     uint64
	Miner      common.Address
	Vector     Vector
	Salt       common.Hash
	Commitment common.Hash
	// Gas that the callbacks of the block may use altogether.
	CallbackGas uint64
}

// Effects takes what the rounds want done. Its methods return at once and are never called concurrently; asking again for
// something in hand has no effect.
type Effects interface {
	Commit(Commit)
	Reveal(Reveal)
	// Over says that transactions for the challenge are moot.
	Over(challenge common.Hash)
	Work(Work)
	Changed(Status)
}

// Status is a round as people see it.
type Status struct {
	Round    journal.Round
	Requests []uint64
	Votes    []HeldVote
	TxHash   common.Hash // last transaction sent; zero when none
}

// HeldVote is a vote with its request.
type HeldVote struct {
	Request uint64
	journal.Vote
}

// Journal makes a batch durable.
type Journal interface {
	Write(journal.Batch) error
}

// Situation is what the permissionless steps are planned from.
type Situation struct {
	Live      bool
	Head      Head
	Block     *Block // nil when idle
	IdleSince Head   // first head seen idle
	LastEnded common.Hash
	Waiting   int // requests not ended and not in the open block
	Overdue   []Request
	Paused    bool
}
