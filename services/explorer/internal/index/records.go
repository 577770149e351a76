package index

import (
	"math/big"

	"github.com/ethml/ethml/internal/protocol"
)

// Place is where in the Ethereum chain something happened.
type Place struct {
	Block uint64
	Time  uint64 // of the Ethereum block, seconds since the Unix epoch
	Tx    protocol.Hash
}

// Requeue is a request's way back into the queue.
type Requeue struct {
	At     Place
	Voided bool // its block was void; else it found no consensus
}

// Callback is what became of a callback that did not simply succeed.
type Callback struct {
	At        Place
	Delivered bool // by a retry
}

// Request is a request and everything that happened to it.
type Request struct {
	ID, Model   uint64
	Requester   protocol.Address
	DataCID     string
	Tip         *big.Int // wei of EML
	CallbackGas uint64
	Expiry      uint64 // seconds since the Unix epoch
	Queued      Place
	State       protocol.RequestStatus
	Blocks      []uint64   `cbor:",omitempty"` // virtual blocks it stood in; the last one is where it stands or ended
	Requeues    []Requeue  `cbor:",omitempty"`
	Ended       *Place     `cbor:",omitempty"`
	EndedBy     uint64     `cbor:",omitempty"` // virtual block; zero when none did
	Word        []byte     `cbor:",omitempty"` // 32 bytes when answered
	Reason      uint32     `cbor:",omitempty"`
	Callbacks   []Callback `cbor:",omitempty"`
}

// Seat is a miner's place in a block.
type Seat struct {
	Miner      protocol.Address
	Commitment protocol.Hash
	Committed  Place
	Revealed   *Place   `cbor:",omitempty"`
	Agreed     int      `cbor:",omitempty"` // requests that were answered as it voted
	Subsidy    *big.Int `cbor:",omitempty"` // wei of EML it earned by that, tips apart
	Slashed    *big.Int `cbor:",omitempty"` // wei of EML
	Cause      uint32   `cbor:",omitempty"` // of the slash: 0 did not reveal, 1 a word in the minority
}

// Block is a virtual block.
type Block struct {
	Number         uint64
	Challenge      protocol.Hash
	Parent         protocol.Hash
	Difficulty     *big.Int
	OpenedAt       uint64 // Ethereum timestamp, seconds since the Unix epoch
	CommitWindow   uint64 // seconds
	IDs            []uint64
	Opened         Place
	Seats          []Seat `cbor:",omitempty"`
	Closed         *Place `cbor:",omitempty"`
	Ended          *Place `cbor:",omitempty"`
	Void           bool   `cbor:",omitempty"`
	Hash           protocol.Hash
	EndParent      protocol.Hash   // as the end of the block said it
	Words          []protocol.Hash `cbor:",omitempty"`
	Statuses       []byte          `cbor:",omitempty"`
	NextDifficulty *big.Int        `cbor:",omitempty"`
	Answered       int             `cbor:",omitempty"`
}

// Reveal is what a miner opened its commitment to.
type Reveal struct {
	Words    []protocol.Hash
	Statuses []byte
}

// Model is a registered model and its use.
type Model struct {
	ID, Previous uint64
	Publisher    protocol.Address
	ManifestCID  string
	RoyaltyBps   uint32
	Codec, Rule  uint32
	Decimals     uint32
	Tolerance    *big.Int // units of the word
	Registered   Place
	Deprecated   *Place `cbor:",omitempty"`

	Requests, Answered, Failed uint64
	Votes, Agreed              uint64 // of all votes about its decided requests, how many were the decision
	Seconds                    uint64 // sum of times to answer
}

// Operator is an account that staked or took a seat.
type Operator struct {
	Address           protocol.Address
	Active, Unstaking *big.Int // wei of EML
	AvailableAt       uint64   // when what unstakes can be withdrawn; zero when nothing does
	Slashed           *big.Int // wei of EML in all
	Slashes           uint64

	Seats, Reveals, Voids uint64   // blocks it took a seat in, revealed in, and that were void
	Votes, Agreed         uint64   // about answered requests
	Subsidy               *big.Int // wei of EML earned by agreeing, tips apart
	Minted, Tips          *big.Int // wei of EML claimed
	LastSeat              uint64   // block
}

// ActKind says what an operator's account did or suffered.
type ActKind string

// The kinds there are.
const (
	Staked         ActKind = "staked"
	UnstakeAsked   ActKind = "unstake requested"
	Unstaked       ActKind = "unstaked"
	StakeSlashed   ActKind = "slashed"
	RewardsClaimed ActKind = "rewards claimed"
)

// Act is a line in an operator's account.
type Act struct {
	Kind   ActKind
	At     Place
	Amount *big.Int // wei of EML
	Tips   *big.Int `cbor:",omitempty"` // of claimed rewards, beside the minted amount
}

// Point is what the plots need of a block.
type Point struct {
	Number                  uint64
	Opened, Closed, Ended   uint64  // seconds since the Unix epoch; zero when not yet
	Difficulty              float64 // mean hashes to a solution
	Work                    float64 // hashes that the seats stand for, on average
	Void                    bool    `cbor:",omitempty"`
	Seats, Requests         int     `cbor:",omitempty"`
	Answered, Failed, Ends  int     `cbor:",omitempty"`
	Seconds, LongestSeconds uint64  `cbor:",omitempty"` // from request to answer: sum, and the longest
	Subsidy, Tips           float64 `cbor:",omitempty"` // EML
}

// Totals are counts over everything.
type Totals struct {
	Events   uint64
	States   [7]uint64 // requests by state
	Blocks   uint64    // opened
	Settled  uint64
	Voids    uint64
	Last     uint64   // number of the newest block
	Subsidy  *big.Int // wei of EML
	Burnt    *big.Int // wei of EML slashed
	Paused   bool
	LastTime uint64 // Ethereum timestamp of the newest event
}
