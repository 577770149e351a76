package round

import (
	"slices"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// Reset takes the chain's present state, after connecting to the watcher. mined tells whether a round's reveal is known to
// be mined: for rounds whose block ended unseen.
func (m *Machine) Reset(v View, mined func(journal.RoundKey) bool) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.head = v.Head
	m.requests = map[uint64]Request{}
	for _, r := range v.Requests {
		m.requests[r.ID] = r
	}
	var over []journal.Round
	for _, r := range m.rounds {
		if r.State.Final() || v.Open != nil && v.Open.Challenge == r.Challenge {
			continue
		}
		final := r.Round
		final.State, final.Detail = ended(r, mined(r.Key()))
		over = append(over, final)
	}
	batch := journal.Batch{Rounds: over}
	if v.Open != nil {
		// The cursor from before the block opened is only known to those who saw it open.
		v.Open.Cursor = m.blocks[v.Open.Challenge].Cursor
		m.remember(v.Open, &batch)
	}
	if err := m.c.Journal.Write(batch); err != nil {
		return err
	}
	for _, r := range over {
		held := m.rounds[r.Key()]
		held.Round, held.asked = r, nothing
		m.c.Effects.Over(r.Challenge)
		m.changed(held)
	}
	m.forget(batch.PruneBelow)
	m.open(v.Open)
	m.connected = true
	for _, r := range m.rounds {
		r.asked, r.hindrance = nothing, ""
	}
	m.update()
	return nil
}

func ended(r *live, mined bool) (journal.State, string) {
	switch {
	case r.State == journal.Revealed || r.State == journal.Settling || mined:
		return journal.Settled, ""
	case r.State == journal.Committed || r.State == journal.Revealing:
		return journal.Missed, "the block ended without this reveal"
	}
	return journal.Lost, "the block ended without this miner"
}

// Disconnected says that the chain's state is unknown for now: after a reorganisation, or with the watcher gone. Reports are
// still taken for the last known block; Reset ends it.
func (m *Machine) Disconnected() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.connected = false
}

// Opened takes in a new virtual block.
func (m *Machine) Opened(b Block) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	batch := journal.Batch{}
	m.remember(&b, &batch)
	if err := m.c.Journal.Write(batch); err != nil {
		return err
	}
	m.c.Step("block written")
	m.forget(batch.PruneBelow)
	if m.block != nil && m.block.Challenge != b.Challenge {
		m.finish(false)
	}
	m.open(&b)
	m.update()
	return nil
}

func (m *Machine) open(b *Block) {
	m.block = b
	if b == nil {
		m.idleSince = m.head
		return
	}
	m.blocks[b.Challenge] = journal.Block{Challenge: b.Challenge, Number: b.Number, Requests: b.Requests, Cursor: b.Cursor}
	for _, miner := range m.c.Miners {
		m.round(miner)
	}
}

// remember puts the block's record into a batch, and what has become too old out of the journal.
func (m *Machine) remember(b *Block, batch *journal.Batch) {
	batch.Blocks = append(batch.Blocks, journal.Block{Challenge: b.Challenge, Number: b.Number, Requests: b.Requests, Cursor: b.Cursor})
	if b.Number > retain && b.Number-retain > m.pruned {
		batch.PruneBelow = b.Number - retain
	}
}

func (m *Machine) forget(below uint64) {
	if below == 0 {
		return
	}
	m.pruned = below
	for challenge, b := range m.blocks {
		if b.Number < below {
			delete(m.blocks, challenge)
			delete(m.votes, challenge)
		}
	}
	for key, r := range m.rounds {
		if r.Number < below {
			delete(m.rounds, key)
		}
	}
}

// Seated takes in a seat of block number.
func (m *Machine) Seated(number uint64, s Seat) {
	m.onBlock(number, func(b *Block) {
		if b.seat(s.Miner) == nil {
			b.Seats = append(b.Seats, s)
		}
	})
}

// Closed takes in the end of the commit phase.
func (m *Machine) Closed(number uint64, at Head) {
	m.onBlock(number, func(b *Block) { b.Phase, b.ClosedAt = RevealPhase, at })
}

// RevealSeen takes in a reveal, anybody's.
func (m *Machine) RevealSeen(number uint64, miner common.Address, v Vector, at Head) {
	m.onBlock(number, func(b *Block) {
		if s := b.seat(miner); s != nil {
			s.Revealed, s.Vector = true, &v
			b.RevealedAt = at
		}
	})
}

func (m *Machine) onBlock(number uint64, f func(*Block)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.block == nil || m.block.Number != number {
		return
	}
	f(m.block)
	m.update()
}

// Ended takes in the end of block number.
func (m *Machine) Ended(number uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.block == nil || m.block.Number != number {
		return
	}
	m.finish(true)
	m.update()
}

// finish ends the rounds of the open block.
func (m *Machine) finish(idle bool) {
	for _, miner := range m.c.Miners {
		r := m.round(miner)
		if r.State.Final() {
			continue
		}
		r.State, r.Detail = ended(r, false)
		r.asked, r.sent = nothing, false
		m.c.Count("round", r.State.String())
		if r.State == journal.Missed {
			m.c.Log.Error("reveal missed", "number", r.Number, "miner", r.Miner)
		}
		m.dirty[r.Key()] = true
		m.changed(r)
	}
	m.flush()
	m.c.Effects.Over(m.block.Challenge)
	m.lastEnded = m.block.Challenge
	m.block = nil
	if idle {
		m.idleSince = m.head
	}
}

// Queued takes in a request that waits; it is also called for one that goes back to the queue.
func (m *Machine) Queued(r Request) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.requests[r.ID] = r
}

// RequestEnded takes in a request's end.
func (m *Machine) RequestEnded(id uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	delete(m.requests, id)
}

// SetPaused takes in whether new blocks are stopped.
func (m *Machine) SetPaused(paused bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.paused = paused
}

// Bar keeps a miner from taking seats, for a reason that people see; an empty one lets it.
func (m *Machine) Bar(miner common.Address, why string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.barred[miner] == why {
		return
	}
	m.barred[miner] = why
	m.update()
}

// Head takes in a new head; what failed before is asked for again.
func (m *Machine) Head(h Head) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if h == m.head {
		return
	}
	m.head = h
	m.update()
	m.flush()
}

// Sent says that the transaction of a round's commit or reveal is on its way.
func (m *Machine) Sent(key journal.RoundKey, forReveal bool, hash common.Hash) {
	m.onAsk(key, forReveal, func(r *live) { r.sent, r.sentAt, r.txHash, r.hindrance = true, m.head.Number, hash, "" })
}

// Failed says that a round's commit or reveal did not get on its way, or came to nothing; it is asked for again with the
// next head as long as the round still waits for it.
func (m *Machine) Failed(key journal.RoundKey, forReveal bool, why string) {
	m.onAsk(key, forReveal, func(r *live) {
		r.asked, r.sent, r.hindrance, r.failedAt = nothing, false, why, m.head
	})
}

func (m *Machine) onAsk(key journal.RoundKey, forReveal bool, f func(*live)) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := m.rounds[key]
	want := commit
	if forReveal {
		want = reveal
	}
	if r == nil || r.asked != want {
		return
	}
	f(r)
	if m.block != nil && m.block.Challenge == key.Challenge {
		m.update()
	}
}

// Settling says that this miner sent the block's settlement.
func (m *Machine) Settling(key journal.RoundKey, hash common.Hash) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := m.rounds[key]
	if r == nil || r.State != journal.Revealed {
		return
	}
	r.State, r.txHash = journal.Settling, hash
	m.dirty[key] = true
	m.changed(r)
}

// AddVectors fills in reveals that a snapshot didn't carry.
func (m *Machine) AddVectors(number uint64, vectors map[common.Address]Vector) {
	m.onBlock(number, func(b *Block) {
		for miner, v := range vectors {
			if s := b.seat(miner); s != nil && s.Vector == nil {
				s.Vector = &v
			}
		}
	})
}

// Situation is what permissionless steps are planned from.
func (m *Machine) Situation() Situation {
	m.mu.Lock()
	defer m.mu.Unlock()
	s := Situation{Live: m.connected, Head: m.head, Block: m.block.clone(), IdleSince: m.idleSince, LastEnded: m.lastEnded, Paused: m.paused}
	for _, r := range m.requests {
		if m.block != nil && slices.Contains(m.block.Requests, r.ID) {
			continue
		}
		s.Waiting++
		if r.Expiry != 0 && r.Expiry <= m.head.Time {
			s.Overdue = append(s.Overdue, r)
		}
	}
	slices.SortFunc(s.Overdue, func(a, b Request) int { return int(int64(a.ID) - int64(b.ID)) })
	return s
}

// Latest is the newest head seen.
func (m *Machine) Latest() Head {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.head
}
