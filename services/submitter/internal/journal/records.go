package journal

import (
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// Block is what is remembered of a virtual block that was open.
type Block struct {
	Challenge common.Hash `json:"challenge"`
	Number    uint64      `json:"number"`
	Requests  []uint64    `json:"requests"` // in service order
	// Cursor of the watcher's stream from before the block opened: replayed for the reveals of others.
	Cursor hexutil.Bytes `json:"cursor,omitempty"`
}

// Vote is one request's prediction, as reported.
type Vote struct {
	Status uint8       `json:"status"` // as on chain, 0 to 4
	Word   common.Hash `json:"word"`
	Detail string      `json:"detail,omitempty"` // why Status isn't 0
}

// VoteKey names a vote.
type VoteKey struct {
	Challenge common.Hash
	Request   uint64
}

// RoundKey names a round: one miner's part in one virtual block.
type RoundKey struct {
	Challenge common.Hash
	Miner     common.Address
}

// State is how far a round has got. The values are those of ethml.v1.RoundState.
type State uint8

// States of a round.
const (
	Collecting State = 1
	Reported   State = 2
	Committing State = 3
	Committed  State = 4
	Revealing  State = 5
	Revealed   State = 6
	Settling   State = 7
	Settled    State = 8
	Lost       State = 9
	Missed     State = 10
)

var stateNames = map[State]string{Collecting: "collecting", Reported: "reported", Committing: "committing",
	Committed: "committed", Revealing: "revealing", Revealed: "revealed", Settling: "settling", Settled: "settled",
	Lost: "lost", Missed: "missed"}

// String is the state's lower-case name.
func (s State) String() string {
	if name, ok := stateNames[s]; ok {
		return name
	}
	return fmt.Sprintf("state %d", uint8(s))
}

// Final reports whether the round is over (a reorganisation can still bring it back).
func (s State) Final() bool { return s >= Settled }

// Round is one miner's part in one virtual block.
type Round struct {
	Challenge common.Hash    `json:"challenge"`
	Miner     common.Address `json:"miner"`
	Number    uint64         `json:"number"`
	State     State          `json:"state"`
	Nonce     *common.Hash   `json:"nonce,omitempty"`  // proof of work
	Sealed    *Sealed        `json:"sealed,omitempty"` // set before a commit is signed, never changed
	Detail    string         `json:"detail,omitempty"` // what hinders it
}

// Key names the round.
func (r Round) Key() RoundKey { return RoundKey{r.Challenge, r.Miner} }

// Sealed is what a commitment hides, all that a reveal needs.
type Sealed struct {
	Salt       common.Hash   `json:"salt"`
	Words      []common.Hash `json:"words"`
	Statuses   hexutil.Bytes `json:"statuses"`
	Commitment common.Hash   `json:"commitment"`
}

// Attempt is one signed transaction.
type Attempt struct {
	Key      string        `json:"key"` // what it is for
	Hash     common.Hash   `json:"hash"`
	Raw      hexutil.Bytes `json:"raw"` // as broadcast
	FeeCap   *hexutil.Big  `json:"fee_cap"`
	TipCap   *hexutil.Big  `json:"tip_cap"`
	Urgent   bool          `json:"urgent,omitempty"` // fees may rise to the ceiling of reveals
	Deadline uint64        `json:"deadline,omitempty"`
	SignedAt time.Time     `json:"signed_at"`
}

// Fees are the attempt's fee cap and tip cap in wei.
func (a Attempt) Fees() (feeCap, tipCap *big.Int) {
	return (*big.Int)(a.FeeCap), (*big.Int)(a.TipCap)
}

// Mined says where one of a slot's attempts was mined.
type Mined struct {
	Hash   common.Hash `json:"hash"`
	Block  uint64      `json:"block"`
	Failed bool        `json:"failed,omitempty"`
}

// SlotKey names a slot.
type SlotKey struct {
	Account common.Address
	Nonce   uint64
}

// Slot is one transaction nonce of an account and everything that was signed for it, oldest first.
type Slot struct {
	Account  common.Address `json:"account"`
	Nonce    uint64         `json:"nonce"`
	Attempts []Attempt      `json:"attempts"`
	Mined    *Mined         `json:"mined,omitempty"`
}

// Id names the slot.
func (s Slot) ID() SlotKey { return SlotKey{s.Account, s.Nonce} }

// Last is the newest attempt.
func (s Slot) Last() Attempt { return s.Attempts[len(s.Attempts)-1] }

// Batch is written as a whole.
type Batch struct {
	Blocks    []Block
	Votes     map[VoteKey]Vote
	Rounds    []Round
	Slots     []Slot
	DropSlots []SlotKey
	// PruneBelow drops blocks with a lower number, their votes and rounds.
	PruneBelow uint64
}

// Empty reports whether there is nothing to write.
func (b Batch) Empty() bool {
	return len(b.Blocks) == 0 && len(b.Votes) == 0 && len(b.Rounds) == 0 && len(b.Slots) == 0 &&
		len(b.DropSlots) == 0 && b.PruneBelow == 0
}

// Contents is everything in a journal.
type Contents struct {
	Blocks []Block
	Votes  map[VoteKey]Vote
	Rounds []Round
	Slots  []Slot // by account and nonce
}

// Identity is what a journal is bound to.
type Identity struct {
	ChainID     uint64         `json:"chain_id"`
	Coordinator common.Address `json:"coordinator"`
}
