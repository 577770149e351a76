package round

import (
	"fmt"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// report is one vote or solution on its way into the journal.
type report struct {
	vote     *Vote
	solution *Solution
	used     bool
	err      error
	at       time.Time
	done     chan struct{}
}

// ReportVote takes a vote in; it returns once the vote is durable. used is false for a repeat.
func (m *Machine) ReportVote(v Vote) (used bool, err error) {
	r := &report{vote: &v}
	m.enqueue(r)
	m.c.Count("prediction", outcome(r))
	return r.used, r.err
}

// ReportSolution takes a nonce in; it returns once the nonce is durable. used is false when one was already held.
func (m *Machine) ReportSolution(s Solution) (used bool, err error) {
	r := &report{solution: &s}
	m.enqueue(r)
	m.c.Count("solution", outcome(r))
	return r.used, r.err
}

func outcome(r *report) string {
	switch {
	case r.err != nil:
		return "refused"
	case r.used:
		return "used"
	}
	return "ignored"
}

// enqueue hands a report to whoever is writing, or writes it: reports that come in during one sync share the next.
func (m *Machine) enqueue(r *report) {
	r.at, r.done = m.c.Now(), make(chan struct{})
	m.queueMu.Lock()
	m.queue = append(m.queue, r)
	lead := !m.flushing
	m.flushing = true
	m.queueMu.Unlock()
	for lead {
		m.queueMu.Lock()
		batch := m.queue
		m.queue = nil
		if len(batch) == 0 {
			m.flushing, lead = false, false
		}
		m.queueMu.Unlock()
		if len(batch) > 0 {
			m.take(batch)
		}
	}
	<-r.done
}

// take makes a batch of reports durable, together with the rounds they complete, and acts on it.
func (m *Machine) take(batch []*report) {
	m.mu.Lock()
	defer m.mu.Unlock()
	defer func() {
		for _, r := range batch {
			close(r.done)
		}
	}()
	votes := map[journal.VoteKey]journal.Vote{}
	nonces := map[common.Address]common.Hash{}
	for _, r := range batch {
		if r.vote != nil {
			r.used, r.err = m.admitVote(*r.vote, votes)
		} else {
			r.used, r.err = m.admitSolution(*r.solution, nonces)
		}
	}
	if len(votes) == 0 && len(nonces) == 0 {
		return
	}
	rounds, err := m.ready(votes, nonces)
	for miner, nonce := range nonces {
		if !slices.ContainsFunc(rounds, func(r journal.Round) bool { return r.Miner == miner }) {
			r := m.round(miner).Round
			r.Nonce = &nonce
			rounds = append(rounds, r)
		}
	}
	if err == nil {
		err = m.c.Journal.Write(journal.Batch{Votes: votes, Rounds: rounds})
	}
	if err != nil {
		for _, r := range batch {
			if r.used {
				r.used, r.err = false, err
			}
		}
		return
	}
	m.c.Step("reports written")
	for key, vote := range votes {
		m.votesOf(key.Challenge)[key.Request] = vote
	}
	latest := batch[len(batch)-1].at
	for _, r := range rounds {
		held := m.rounds[r.Key()]
		held.Round = r
		if r.Sealed != nil {
			held.reportedAt = latest
		}
	}
	m.update()
	for _, miner := range m.c.Miners {
		m.changed(m.round(miner))
	}
}

// judge says whether reports for a challenge can be used.
func (m *Machine) judge(challenge common.Hash) error {
	if m.block != nil && m.block.Challenge == challenge {
		return nil
	}
	// Without a view of the chain nothing is known to be superseded: a reorganisation may be bringing it back.
	if b, known := m.blocks[challenge]; known && m.connected {
		return fmt.Errorf("%w: block %d is over", ErrSuperseded, b.Number)
	}
	return fmt.Errorf("%w: %s", ErrUnknownChallenge, challenge)
}

func (m *Machine) admitVote(v Vote, batch map[journal.VoteKey]journal.Vote) (bool, error) {
	status := protocol.Status(v.Vote.Status)
	switch {
	case !status.Votable():
		return false, fmt.Errorf("%w: status %d, votes use 0 to 4", ErrMalformed, v.Vote.Status)
	case status != protocol.OK && v.Vote.Word != (common.Hash{}):
		return false, fmt.Errorf("%w: status %s goes with the word 0", ErrMalformed, status)
	}
	if err := m.judge(v.Challenge); err != nil {
		return false, err
	}
	if !slices.Contains(m.block.Requests, v.Request) {
		return false, fmt.Errorf("%w: request %d, block %d", ErrNotInBlock, v.Request, m.block.Number)
	}
	key := journal.VoteKey{Challenge: v.Challenge, Request: v.Request}
	held, ok := m.votesOf(v.Challenge)[v.Request]
	if !ok {
		held, ok = batch[key]
	}
	if !ok {
		batch[key] = v.Vote
		return true, nil
	}
	if held.Status == v.Vote.Status && held.Word == v.Vote.Word {
		return false, nil
	}
	m.c.Log.Warn("contradictory prediction kept out", "request_id", v.Request, "number", m.block.Number,
		"held_status", held.Status, "held_word", held.Word, "status", v.Vote.Status, "word", v.Vote.Word, "replica", v.Replica)
	m.c.Count("prediction", "contradiction")
	return false, fmt.Errorf("%w: request %d has status %d, word %s", ErrContradiction, v.Request, held.Status, held.Word)
}

func (m *Machine) admitSolution(s Solution, batch map[common.Address]common.Hash) (bool, error) {
	if !slices.Contains(m.c.Miners, s.Miner) {
		return false, fmt.Errorf("%w: %s", ErrUnknownMiner, s.Miner)
	}
	if err := m.judge(s.Challenge); err != nil {
		return false, err
	}
	now := max(uint64(m.c.Now().Add(m.c.Slack).Unix()), m.head.Time)
	if !protocol.Solves(protocol.Hash(s.Challenge), protocol.Address(s.Miner), protocol.Hash(s.Nonce), m.block.Target.At(now)) {
		return false, fmt.Errorf("%w: block %d, miner %s, nonce %s", ErrWrongSolution, m.block.Number, s.Miner, s.Nonce)
	}
	if _, ok := batch[s.Miner]; ok || m.round(s.Miner).Nonce != nil {
		return false, nil
	}
	batch[s.Miner] = s.Nonce
	return true, nil
}
