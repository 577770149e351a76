// Package work tells pow replicas what still needs mining, and keeps the list of replicas.
package work

import (
	"errors"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethml/ethml/services/submitter/internal/round"
)

// Silence is how long a replica may be silent before it counts as gone.
const Silence = 10 * time.Second

// ErrReplaced ends a replica's stream when another one with the same name opens.
var ErrReplaced = errors.New("another replica took this name")

// Replica is a pow replica as the list shows it.
type Replica struct {
	ID        string
	Kernel    string
	Threads   uint32
	HashRate  float64 // hashes per second, as last told
	Reported  time.Time
	Silent    time.Duration // since Reported, when listed
	Solutions uint64
	Peer      string
}

// Hub is the meeting point of the rounds, which publish work, and the replicas. Its methods may be called concurrently.
type Hub struct {
	now func() time.Time

	mu       sync.Mutex
	work     round.Work
	changed  chan struct{} // closed when work changes
	replicas map[string]*Membership
}

// Membership is one replica's stream.
type Membership struct {
	hub      *Hub
	replica  Replica
	replaced chan struct{}
}

// NewHub makes a hub; now is the clock.
func NewHub(now func() time.Time) *Hub {
	return &Hub{now: now, changed: make(chan struct{}), replicas: map[string]*Membership{}}
}

// Publish sets the work.
func (h *Hub) Publish(w round.Work) {
	h.mu.Lock()
	defer h.mu.Unlock()
	h.work = w
	close(h.changed)
	h.changed = make(chan struct{})
}

// Work is the present work, and a channel that closes when it changes.
func (h *Hub) Work() (round.Work, <-chan struct{}) {
	h.mu.Lock()
	defer h.mu.Unlock()
	return h.work, h.changed
}

// Join enters a replica. One of the same name that is still entered is put out: after a broken connection its old stream
// may linger.
func (h *Hub) Join(r Replica) *Membership {
	h.mu.Lock()
	defer h.mu.Unlock()
	if old := h.replicas[r.ID]; old != nil {
		close(old.replaced)
		r.Solutions = old.replica.Solutions
	}
	r.Reported = h.now()
	m := &Membership{hub: h, replica: r, replaced: make(chan struct{})}
	h.replicas[r.ID] = m
	return m
}

// Report takes in what a replica tells about itself.
func (m *Membership) Report(kernel string, threads uint32, rate float64) {
	m.hub.mu.Lock()
	defer m.hub.mu.Unlock()
	m.replica.Kernel, m.replica.Threads, m.replica.HashRate, m.replica.Reported = kernel, threads, rate, m.hub.now()
}

// Replaced closes when another replica takes the name.
func (m *Membership) Replaced() <-chan struct{} { return m.replaced }

// Leave takes the replica off the list.
func (m *Membership) Leave() {
	m.hub.mu.Lock()
	defer m.hub.mu.Unlock()
	if m.hub.replicas[m.replica.ID] == m {
		delete(m.hub.replicas, m.replica.ID)
	}
}

// Solved counts a replica's solution.
func (h *Hub) Solved(replica string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if m := h.replicas[replica]; m != nil {
		m.replica.Solutions++
	}
}

// Replicas lists those that were not silent for too long, by name.
func (h *Hub) Replicas() []Replica {
	h.mu.Lock()
	defer h.mu.Unlock()
	var out []Replica
	for _, m := range h.replicas {
		r := m.replica
		if r.Silent = h.now().Sub(r.Reported); r.Silent < Silence {
			out = append(out, r)
		}
	}
	slices.SortFunc(out, func(a, b Replica) int { return strings.Compare(a.ID, b.ID) })
	return out
}
