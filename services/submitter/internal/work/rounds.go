package work

import (
	"sync"

	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

// Rounds passes changes of rounds on to those who watch. A slow watcher gets the newest state of each round, not every one.
type Rounds struct {
	mu       sync.Mutex
	watchers map[*Watcher]struct{}
}

// Watcher is one who watches rounds.
type Watcher struct {
	rounds *Rounds
	dirty  map[journal.RoundKey]round.Status
	signal chan struct{}
}

// NewRounds makes a hub without watchers.
func NewRounds() *Rounds { return &Rounds{watchers: map[*Watcher]struct{}{}} }

// Changed passes a round's new state on.
func (r *Rounds) Changed(s round.Status) {
	r.mu.Lock()
	defer r.mu.Unlock()
	for w := range r.watchers {
		w.dirty[s.Round.Key()] = s
		select {
		case w.signal <- struct{}{}:
		default:
		}
	}
}

// Watch begins to watch; Stop ends it.
func (r *Rounds) Watch() *Watcher {
	r.mu.Lock()
	defer r.mu.Unlock()
	w := &Watcher{rounds: r, dirty: map[journal.RoundKey]round.Status{}, signal: make(chan struct{}, 1)}
	r.watchers[w] = struct{}{}
	return w
}

// Signal has an item when Take has something to give.
func (w *Watcher) Signal() <-chan struct{} { return w.signal }

// Take is what changed since the last call.
func (w *Watcher) Take() []round.Status {
	w.rounds.mu.Lock()
	defer w.rounds.mu.Unlock()
	out := make([]round.Status, 0, len(w.dirty))
	for key, s := range w.dirty {
		out = append(out, s)
		delete(w.dirty, key)
	}
	return out
}

// Stop ends the watch.
func (w *Watcher) Stop() {
	w.rounds.mu.Lock()
	defer w.rounds.mu.Unlock()
	delete(w.rounds.watchers, w)
}
