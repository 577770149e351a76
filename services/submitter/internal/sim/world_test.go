package sim

import (
	"encoding/json"
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/holiman/uint256"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

const (
	seats        = 5
	threshold    = 3
	commitWindow = 20 // seconds
	revealWindow = 40 // seconds
	revealBlocks = 30
)

var chainID = big.NewInt(1337)

// call is the calldata of this world's coordinator.
type call struct {
	Kind       string
	Number     uint64
	Challenge  common.Hash // stands for the proof of work, which fits one challenge only
	Miner      common.Address
	Commitment common.Hash
	Words      []common.Hash
	Statuses   []byte
	Salt       common.Hash
	Vectors    []round.Vector
	Request    uint64
}

func (c call) bytes() []byte {
	b, err := json.Marshal(c)
	if err != nil {
		panic(err)
	}
	return b
}

func decodeCall(data []byte) call {
	var c call
	if len(data) == 0 {
		return call{Kind: "filler"}
	}
	if err := json.Unmarshal(data, &c); err != nil {
		panic(err)
	}
	return c
}

type seat struct {
	miner      common.Address
	commitment common.Hash
	result     common.Hash
	revealed   bool
}

// vblock is the open virtual block.
type vblock struct {
	number, openedAt, openedAtBlock uint64
	closedAt, closedBlock           uint64
	challenge                       common.Hash
	ids                             []uint64
	seats                           []seat
	reveal                          bool
}

// state is the coordinator's, as of one Ethereum block.
type state struct {
	nonces map[common.Address]uint64
	number uint64
	open   *vblock
	queue  []uint64
	next   uint64            // next request id
	ended  map[uint64]uint64 // request to answer; 0 for none
	missed map[common.Address]int
}

func (s *state) clone() *state {
	c := &state{nonces: map[common.Address]uint64{}, number: s.number, queue: slices.Clone(s.queue), next: s.next,
		ended: map[uint64]uint64{}, missed: map[common.Address]int{}}
	for k, v := range s.nonces {
		c.nonces[k] = v
	}
	for k, v := range s.ended {
		c.ended[k] = v
	}
	for k, v := range s.missed {
		c.missed[k] = v
	}
	if s.open != nil {
		open := *s.open
		open.seats, open.ids = slices.Clone(s.open.seats), slices.Clone(s.open.ids)
		c.open = &open
	}
	return c
}

// event is what a watcher tells.
type event struct {
	kind   string
	number uint64
	block  *vblock
	seat   seat
	vector round.Vector
	id     uint64
}

type ethBlock struct {
	head     round.Head
	state    *state
	events   []event
	receipts map[common.Hash]*types.Receipt
	txs      []*types.Transaction
}

// world is the chain, its pool, and who else is there.
type world struct {
	rnd      *rand.Rand
	now      uint64
	blocks   []*ethBlock
	pool     map[common.Address]map[uint64]*types.Transaction
	branch   uint64
	requests int // to be made in the next block
	failing  bool
	base     *big.Int
	checker  *checker
}

func newWorld(rnd *rand.Rand) *world {
	w := &world{rnd: rnd, now: 1_700_000_000, pool: map[common.Address]map[uint64]*types.Transaction{}, base: big.NewInt(100)}
	w.blocks = []*ethBlock{{head: round.Head{Time: w.now, Hash: common.Hash{1}}, receipts: map[common.Hash]*types.Receipt{},
		state: &state{nonces: map[common.Address]uint64{}, next: 1, ended: map[uint64]uint64{}, missed: map[common.Address]int{}}}}
	w.checker = newChecker(w)
	return w
}

func (w *world) tip() *ethBlock { return w.blocks[len(w.blocks)-1] }

// mine seals a block of what the pool holds; some transactions may be left out.
func (w *world) mine(leaveOut float64) {
	w.now++
	parent := w.tip()
	w.branch++
	b := &ethBlock{head: round.Head{Number: parent.head.Number + 1, Time: w.now}, state: parent.state.clone(), receipts: map[common.Hash]*types.Receipt{}}
	b.head.Hash = crypto.Keccak256Hash(parent.head.Hash[:], []byte(fmt.Sprint(w.branch)))
	for ; w.requests > 0; w.requests-- {
		b.state.queue = append(b.state.queue, b.state.next)
		b.events = append(b.events, event{kind: "queued", id: b.state.next})
		b.state.next++
	}
	b.openNext(parent.head.Hash)
	for _, account := range w.senders() {
		queued := w.pool[account]
		for tx := queued[b.state.nonces[account]]; tx != nil; tx = queued[b.state.nonces[account]] {
			if w.rnd.Float64() < leaveOut || tx.GasFeeCap().Cmp(w.base) < 0 {
				break
			}
			w.include(b, account, tx, parent.head.Hash)
		}
	}
	w.blocks = append(w.blocks, b)
	for _, e := range b.events {
		if e.kind == "closed" {
			w.checker.closed[e.block.challenge] = true
		}
	}
}

// senders are those with transactions, in an order drawn anew.
func (w *world) senders() []common.Address {
	var out []common.Address
	for a := range w.pool {
		out = append(out, a)
	}
	slices.SortFunc(out, common.Address.Cmp)
	w.rnd.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

func (w *world) include(b *ethBlock, account common.Address, tx *types.Transaction, parent common.Hash) {
	delete(w.pool[account], tx.Nonce())
	b.state.nonces[account]++
	b.txs = append(b.txs, tx)
	r := &types.Receipt{TxHash: tx.Hash(), BlockNumber: new(big.Int).SetUint64(b.head.Number), Status: 1, GasUsed: 50_000, EffectiveGasPrice: w.base}
	if why := b.execute(account, decodeCall(tx.Data()), parent); why != "" {
		r.Status = 0
	}
	b.receipts[tx.Hash()] = r
}

// reorg drops the last blocks; their transactions go back to the pool, or are forgotten.
func (w *world) reorg(depth int, forget bool) {
	if depth = min(depth, len(w.blocks)-1); depth == 0 {
		return
	}
	dropped := w.blocks[len(w.blocks)-depth:]
	w.blocks = w.blocks[:len(w.blocks)-depth]
	for _, b := range dropped {
		for _, tx := range b.txs {
			from, err := types.Sender(types.LatestSignerForChainID(chainID), tx)
			if err != nil {
				panic(err)
			}
			if !forget && w.pool[from][tx.Nonce()] == nil {
				w.pool[from][tx.Nonce()] = tx
			}
		}
	}
	// Requests made in dropped blocks are made again.
	w.requests += int(dropped[len(dropped)-1].state.next - w.tip().state.next)
	for range depth + 1 {
		w.mine(0.3)
	}
}

func (b *ethBlock) openNext(parent common.Hash) {
	s := b.state
	if s.open != nil || len(s.queue) == 0 {
		return
	}
	s.number++
	n := min(len(s.queue), 3)
	open := &vblock{number: s.number, ids: slices.Clone(s.queue[:n]), openedAt: b.head.Time, openedAtBlock: b.head.Number}
	s.queue = s.queue[n:]
	open.challenge = crypto.Keccak256Hash(parent[:], []byte(fmt.Sprint(open.number, open.ids)))
	s.open = open
	told := *open
	b.events = append(b.events, event{kind: "opened", number: open.number, block: &told})
}

// execute runs a call; the answer is the error's name, empty when it succeeds.
func (b *ethBlock) execute(from common.Address, c call, parent common.Hash) string {
	s := b.state
	o := s.open
	if c.Kind == "filler" {
		return ""
	}
	if c.Kind == "open" {
		if o != nil || len(s.queue) == 0 {
			return "EthML_NothingToOpen"
		}
		b.openNext(parent)
		return ""
	}
	switch {
	case o == nil:
		return "EthML_Idle"
	case o.number != c.Number:
		return "EthML_WrongBlock"
	case (c.Kind == "commit" || c.Kind == "close") == o.reveal:
		return "EthML_WrongPhase"
	}
	i := slices.IndexFunc(o.seats, func(x seat) bool { return x.miner == from || c.Kind == "reveal" && x.miner == c.Miner })
	over := b.head.Time >= o.closedAt+revealWindow && b.head.Number >= o.closedBlock+revealBlocks
	switch c.Kind {
	case "commit":
		if b.head.Number <= o.openedAtBlock {
			return "EthML_TooEarly"
		}
		if c.Challenge != o.challenge {
			return "EthML_InsufficientWork"
		}
		if i >= 0 {
			return "EthML_SeatTaken"
		}
		x := seat{miner: from, commitment: c.Commitment}
		o.seats = append(o.seats, x)
		b.events = append(b.events, event{kind: "seated", number: o.number, seat: x})
		if len(o.seats) == seats {
			b.close()
		}
	case "close":
		if b.head.Time < o.openedAt+commitWindow || len(o.seats) < threshold {
			return "EthML_CommitWindowOpen"
		}
		b.close()
	case "reveal":
		v := round.Vector{Words: c.Words, Statuses: c.Statuses}
		switch {
		case over:
			return "EthML_RevealWindowOver"
		case i < 0:
			return "EthML_NotSeated"
		case o.seats[i].revealed:
			return "EthML_AlreadyRevealed"
		case opening(o.challenge, c.Miner, v, c.Salt) != o.seats[i].commitment:
			return "EthML_WrongOpening"
		}
		o.seats[i].revealed, o.seats[i].result = true, v.Hash()
		b.events = append(b.events, event{kind: "revealed", number: o.number, seat: seat{miner: c.Miner}, vector: v})
		if o.agreed() {
			b.settle([]round.Vector{v}, parent)
		}
	case "settle":
		if !over && slices.ContainsFunc(o.seats, func(x seat) bool { return !x.revealed }) {
			return "EthML_RevealWindowOpen"
		}
		for _, x := range o.seats {
			if x.revealed && !slices.ContainsFunc(c.Vectors, func(v round.Vector) bool { return v.Hash() == x.result }) {
				return "EthML_MissingVector"
			}
		}
		b.settle(c.Vectors, parent)
	}
	return ""
}

func opening(challenge common.Hash, miner common.Address, v round.Vector, salt common.Hash) common.Hash {
	return common.Hash(protocol.Commitment(protocol.Hash(challenge), protocol.Address(miner), protocol.Hash(v.Hash()), protocol.Hash(salt)))
}

func (o *vblock) agreed() bool {
	for _, x := range o.seats {
		if !x.revealed || x.result != o.seats[0].result {
			return false
		}
	}
	return true
}

func (b *ethBlock) close() {
	o := b.state.open
	o.reveal, o.closedAt, o.closedBlock = true, b.head.Time, b.head.Number
	b.events = append(b.events, event{kind: "closed", number: o.number, block: o})
}

func (b *ethBlock) settle(vectors []round.Vector, parent common.Hash) {
	s, o := b.state, b.state.open
	reveals := 0
	for _, x := range o.seats {
		if x.revealed {
			reveals++
		} else {
			s.missed[x.miner]++
		}
	}
	for i, id := range o.ids {
		votes := map[common.Hash]int{}
		for _, x := range o.seats {
			for _, v := range vectors {
				if x.revealed && v.Hash() == x.result && v.Statuses[i] == 0 {
					votes[v.Words[i]]++
				}
			}
		}
		answer := uint64(0)
		for word, n := range votes {
			if n >= threshold {
				answer = word.Big().Uint64()
			}
		}
		if reveals < threshold || answer == 0 {
			s.queue = append(s.queue, id)
			continue
		}
		s.ended[id] = answer
		b.events = append(b.events, event{kind: "request ended", id: id})
	}
	b.events = append(b.events, event{kind: "ended", number: o.number})
	s.open = nil
	b.openNext(parent)
}

// target lets every nonce pass.
func (o *vblock) target() protocol.TargetSchedule {
	return protocol.TargetSchedule{Difficulty: uint256.NewInt(1), OpenedAt: o.openedAt, CommitWindow: commitWindow * 1e9}
}

func vectorOf(c call) round.Vector { return round.Vector{Words: c.Words, Statuses: c.Statuses} }
