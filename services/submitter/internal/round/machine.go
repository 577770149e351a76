package round

import (
	"crypto/rand"
	"fmt"
	"log/slog"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// retain is how many virtual blocks back the journal keeps its records: far more than a reorganisation can bring back.
const retain = 128

// patience is after how many heads something that was sent and doesn't show on chain is asked for again: asking costs
// nothing, and whoever sends knows what is on its way.
const patience = 6

// maxCallbackGas is the most that one callback may have, for requests whose own limit is not known.
const maxCallbackGas = 400_000

// Config says how a Machine works. Miners, Journal, Effects and Seats are required.
type Config struct {
	Miners  []common.Address
	Seats   int // seats of a block
	Journal Journal
	Effects Effects
	Now     func() time.Time            // default time.Now
	Salt    func() (common.Hash, error) // default from crypto/rand
	Step    func(name string)           // called at named points between durable steps; default none
	Log     *slog.Logger                // default none
	Count   func(event, outcome string) // counts reports and rounds; default none
	Slack   time.Duration               // how far this clock may run behind the chain's when a nonce is judged; default 2 s
}

type ask uint8

const (
	nothing ask = iota
	commit
	reveal
)

type live struct {
	journal.Round
	asked      ask    // what is in hand
	sent       bool   // its transaction is on its way
	sentAt     uint64 // since this head
	hindrance  string // why the last try failed
	failedAt   Head   // and when
	txHash     common.Hash
	reportedAt time.Time
}

// Machine holds all rounds. Its methods may be called concurrently.
type Machine struct {
	c Config

	queueMu  sync.Mutex
	queue    []*report
	flushing bool

	mu        sync.Mutex
	connected bool
	head      Head
	block     *Block
	idleSince Head
	lastEnded common.Hash
	paused    bool
	blocks    map[common.Hash]journal.Block
	votes     map[common.Hash]map[uint64]journal.Vote
	rounds    map[journal.RoundKey]*live
	requests  map[uint64]Request
	barred    map[common.Address]string // miners that can't take a seat, and why
	dirty     map[journal.RoundKey]bool // rounds whose state on disk is old
	work      Work
	worked    bool
	pruned    uint64
}

// New makes a machine from what the journal holds.
func New(c Config, contents journal.Contents) *Machine {
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Salt == nil {
		c.Salt = randomSalt
	}
	if c.Step == nil {
		c.Step = func(string) {}
	}
	if c.Count == nil {
		c.Count = func(string, string) {}
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	if c.Slack == 0 {
		c.Slack = 2 * time.Second
	}
	m := &Machine{
		c:        c,
		blocks:   map[common.Hash]journal.Block{},
		votes:    map[common.Hash]map[uint64]journal.Vote{},
		rounds:   map[journal.RoundKey]*live{},
		requests: map[uint64]Request{},
		barred:   map[common.Address]string{},
		dirty:    map[journal.RoundKey]bool{},
	}
	for _, b := range contents.Blocks {
		m.blocks[b.Challenge] = b
	}
	for key, vote := range contents.Votes {
		m.votesOf(key.Challenge)[key.Request] = vote
	}
	for _, r := range contents.Rounds {
		m.rounds[r.Key()] = &live{Round: r}
	}
	return m
}

func randomSalt() (common.Hash, error) {
	var salt common.Hash
	if _, err := rand.Read(salt[:]); err != nil {
		return salt, fmt.Errorf("draw a salt: %w", err)
	}
	return salt, nil
}

func (m *Machine) votesOf(challenge common.Hash) map[uint64]journal.Vote {
	v := m.votes[challenge]
	if v == nil {
		v = map[uint64]journal.Vote{}
		m.votes[challenge] = v
	}
	return v
}

func (m *Machine) round(miner common.Address) *live {
	key := journal.RoundKey{Challenge: m.block.Challenge, Miner: miner}
	r := m.rounds[key]
	if r == nil {
		r = &live{Round: journal.Round{Challenge: m.block.Challenge, Miner: miner, Number: m.block.Number, State: journal.Collecting}}
		m.rounds[key] = r
	}
	return r
}

// complete reports whether every request of the open block has a vote, and whether one of them is an answer.
func (m *Machine) complete(extra map[journal.VoteKey]journal.Vote) (all, answers bool) {
	held := m.votes[m.block.Challenge]
	for _, id := range m.block.Requests {
		vote, ok := held[id]
		if !ok {
			vote, ok = extra[journal.VoteKey{Challenge: m.block.Challenge, Request: id}]
		}
		if !ok {
			return false, false
		}
		answers = answers || vote.Status != uint8(protocol.ModelUnavailable)
	}
	return true, answers
}

// canSeat reports whether a miner may still get a seat in the open block.
func (m *Machine) canSeat(miner common.Address) bool {
	b := m.block
	return b != nil && b.Phase == CommitPhase && len(b.Seats) < m.c.Seats && b.seat(miner) == nil && m.barred[miner] == ""
}

// seal makes the miner's commitment over the open block. The caller makes it durable.
func (m *Machine) seal(r journal.Round, extra map[journal.VoteKey]journal.Vote) (journal.Round, error) {
	salt, err := m.c.Salt()
	if err != nil {
		return r, err
	}
	s := &journal.Sealed{Salt: salt}
	held := m.votes[m.block.Challenge]
	for _, id := range m.block.Requests {
		vote, ok := held[id]
		if !ok {
			vote = extra[journal.VoteKey{Challenge: m.block.Challenge, Request: id}]
		}
		s.Words = append(s.Words, vote.Word)
		s.Statuses = append(s.Statuses, vote.Status)
	}
	s.Commitment = commitmentOf(r.Challenge, r.Miner, s)
	r.Sealed = s
	return r, nil
}

func commitmentOf(challenge common.Hash, miner common.Address, s *journal.Sealed) common.Hash {
	result := protocol.ResultHash(hashes(s.Words), s.Statuses)
	return common.Hash(protocol.Commitment(protocol.Hash(challenge), protocol.Address(miner), result, protocol.Hash(s.Salt)))
}

// update seals what can be sealed, derives each round's state, asks for what is due and tells what changed.
func (m *Machine) update() {
	m.sealReady()
	if m.block != nil {
		for _, miner := range m.c.Miners {
			r := m.round(miner)
			before := r.Round
			m.assess(r)
			if r.State != before.State || r.Detail != before.Detail {
				m.dirty[r.Key()] = true
				m.changed(r)
			}
		}
	}
	m.publish()
}

// flush writes states that changed. They follow from what is sealed and what the chain shows, so losing one in a crash
// loses nothing, and they wait for a moment when no transaction waits for the disk.
func (m *Machine) flush() {
	if len(m.dirty) == 0 {
		return
	}
	var batch journal.Batch
	for key := range m.dirty {
		if r := m.rounds[key]; r != nil {
			batch.Rounds = append(batch.Rounds, r.Round)
		}
	}
	if err := m.c.Journal.Write(batch); err != nil {
		m.c.Log.Error("round states not written", "error", err)
		return
	}
	clear(m.dirty)
}

// sealReady seals rounds that became ready by something other than a report: a restart, or stake that arrived.
func (m *Machine) sealReady() {
	if m.block == nil {
		return
	}
	sealed, err := m.ready(nil, nil)
	if err == nil && len(sealed) > 0 {
		err = m.c.Journal.Write(journal.Batch{Rounds: sealed})
	}
	if err != nil {
		m.c.Log.Error("round not sealed", "number", m.block.Number, "error", err)
		return
	}
	for _, r := range sealed {
		m.rounds[r.Key()].Round = r
	}
	if len(sealed) > 0 {
		m.c.Step("sealed")
	}
}

// ready makes the sealed form of each round of the open block that has all it needs, votes and nonces that are not yet
// durable included.
func (m *Machine) ready(votes map[journal.VoteKey]journal.Vote, nonces map[common.Address]common.Hash) ([]journal.Round, error) {
	if all, answers := m.complete(votes); !all || !answers {
		return nil, nil
	}
	var out []journal.Round
	for _, miner := range m.c.Miners {
		r := m.round(miner).Round
		if nonce, ok := nonces[miner]; ok && r.Nonce == nil {
			r.Nonce = &nonce
		}
		if r.Nonce == nil || r.Sealed != nil || !m.canSeat(miner) {
			continue
		}
		sealed, err := m.seal(r, votes)
		if err != nil {
			return nil, err
		}
		out = append(out, sealed)
	}
	return out, nil
}

// assess derives the state of a round of the open block, and asks for what it waits for.
func (m *Machine) assess(r *live) {
	before := r.State
	state, detail, want := m.derive(r)
	r.State, r.Detail = state, detail
	if r.asked != want || r.sent && m.head.Number >= r.sentAt+patience {
		r.asked, r.sent = nothing, false
	}
	if want == nothing {
		r.hindrance = ""
	} else if r.hindrance != "" {
		r.Detail = r.hindrance
	}
	if r.State.Final() && before != r.State {
		m.c.Count("round", r.State.String())
	}
	// What failed is asked for again with the next head, not before.
	if want == nothing || r.asked == want || !m.connected || r.failedAt == m.head && r.hindrance != "" {
		return
	}
	r.asked, r.sent = want, false
	if want == commit {
		m.askCommit(r)
	} else {
		m.askReveal(r)
	}
}

func (m *Machine) derive(r *live) (state journal.State, detail string, want ask) {
	b := m.block
	seat := b.seat(r.Miner)
	switch {
	case seat != nil && !seat.holds(r.Sealed):
		return journal.Lost, "the seat holds a commitment that this journal doesn't know: another submitter signs for this account, or the journal is an old copy", nothing
	case seat != nil && seat.Revealed && r.State == journal.Settling:
		return journal.Settling, "", nothing
	case seat != nil && seat.Revealed:
		return journal.Revealed, "", nothing
	case seat != nil && b.Phase == RevealPhase && r.asked == reveal && r.sent:
		return journal.Revealing, "", reveal
	case seat != nil && b.Phase == RevealPhase:
		return journal.Committed, "", reveal
	case seat != nil:
		return journal.Committed, "", nothing
	case b.Phase == RevealPhase && r.Nonce == nil:
		return journal.Lost, "no nonce in time", nothing
	case b.Phase == RevealPhase && r.Sealed == nil:
		return journal.Lost, "predictions not complete in time", nothing
	case b.Phase == RevealPhase || len(b.Seats) >= m.c.Seats:
		return journal.Lost, "the seats went to others", nothing
	case r.Sealed != nil && m.barred[r.Miner] != "":
		return journal.Reported, m.barred[r.Miner], nothing
	case r.Sealed != nil && r.asked == commit && r.sent:
		return journal.Committing, "", commit
	case r.Sealed != nil:
		return journal.Reported, "", commit
	default:
		return journal.Collecting, m.lacking(r), nothing
	}
}

func (m *Machine) lacking(r *live) string {
	if why := m.barred[r.Miner]; why != "" {
		return why
	}
	all, answers := m.complete(nil)
	switch {
	case all && !answers:
		return "this node can answer none of the block's requests, so it takes no seat"
	case !all:
		return fmt.Sprintf("%d of %d predictions held", len(m.votes[r.Challenge]), len(m.block.Requests))
	default:
		return "no nonce yet"
	}
}

func (m *Machine) askCommit(r *live) {
	m.c.Effects.Commit(Commit{
		Challenge: r.Challenge, Number: r.Number, Miner: r.Miner, Nonce: *r.Nonce,
		Commitment: r.Sealed.Commitment, Requests: len(m.block.Requests), ReportedAt: r.reportedAt,
	})
}

func (m *Machine) askReveal(r *live) {
	// Checked once more on the way out: what is revealed opens what the chain holds, or nothing is.
	if commitmentOf(r.Challenge, r.Miner, r.Sealed) != r.Sealed.Commitment {
		m.c.Log.Error("sealed vector does not open its commitment", "number", r.Number, "miner", r.Miner)
		return
	}
	var gas uint64
	for _, id := range m.block.Requests {
		if request, known := m.requests[id]; known {
			gas += request.CallbackGas
		} else {
			gas += maxCallbackGas
		}
	}
	m.c.Effects.Reveal(Reveal{
		Challenge: r.Challenge, Number: r.Number, Miner: r.Miner, Salt: r.Sealed.Salt, Commitment: r.Sealed.Commitment,
		Vector: Vector{Words: slices.Clone(r.Sealed.Words), Statuses: slices.Clone(r.Sealed.Statuses)}, CallbackGas: gas,
	})
}

// publish tells what needs mining when that changed.
func (m *Machine) publish() {
	var w Work
	if m.block != nil {
		if all, answers := m.complete(nil); !all || answers {
			for _, miner := range m.c.Miners {
				if m.canSeat(miner) && m.round(miner).Nonce == nil {
					w.Miners = append(w.Miners, miner)
				}
			}
		}
		if len(w.Miners) > 0 {
			w.Challenge, w.Number, w.Target = m.block.Challenge, m.block.Number, m.block.Target
		}
	}
	if m.worked && w.Challenge == m.work.Challenge && slices.Equal(w.Miners, m.work.Miners) && w.Target == m.work.Target {
		return
	}
	m.work, m.worked = w, true
	m.c.Effects.Work(w)
}

func (m *Machine) changed(r *live) { m.c.Effects.Changed(m.status(r)) }

func (m *Machine) status(r *live) Status {
	s := Status{Round: r.Round, Requests: m.blocks[r.Challenge].Requests, TxHash: r.txHash}
	held := m.votes[r.Challenge]
	for _, id := range s.Requests {
		if vote, ok := held[id]; ok {
			s.Votes = append(s.Votes, HeldVote{Request: id, Vote: vote})
		}
	}
	return s
}

// Rounds are all rounds not yet over, and those of the open block.
func (m *Machine) Rounds() []Status {
	m.mu.Lock()
	defer m.mu.Unlock()
	var out []Status
	for _, r := range m.rounds {
		if !r.State.Final() || m.block != nil && r.Challenge == m.block.Challenge {
			out = append(out, m.status(r))
		}
	}
	slices.SortFunc(out, func(a, b Status) int {
		if a.Round.Number != b.Round.Number {
			return int(a.Round.Number) - int(b.Round.Number)
		}
		return a.Round.Miner.Cmp(b.Round.Miner)
	})
	return out
}
