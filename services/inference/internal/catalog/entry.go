package catalog

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	"github.com/ethml/ethml/services/inference/internal/pool"
)

// State is whether a model is served.
type State int

// The states.
const (
	Known State = iota
	Loading
	Usable
	Unusable
)

// ErrUnavailable is a model that can't be served now.
var ErrUnavailable = errors.New("model is unavailable")

// verdict is an error about the model itself, which trying again can't mend.
type verdict struct{ error }

func (v verdict) Unwrap() error { return v.error }

// goldenError is a verdict: a golden case came out otherwise on this machine.
type goldenError struct{ error }

func (n goldenError) Unwrap() error { return verdict(n) }

// Settled tells whether an error of Ready is one that the next seconds won't
// mend: it is about the model, or about what it did to its workers.
func Settled(err error) bool {
	return errors.As(err, new(verdict)) || errors.Is(err, pool.ErrResources) || errors.Is(err, pool.ErrQuarantined)
}

// Pauses before a model that couldn't be loaded is tried again.
const (
	firstPause = 500 * time.Millisecond
	lastPause  = time.Minute
	loadLimit  = 5 * time.Minute
)

// Entry is a model the catalog knows.
type Entry struct {
	// ID is its id on chain; 0 for a local model.
	ID uint64
	// ManifestCID names its manifest; empty for a local model.
	ManifestCID string

	load func(context.Context) (*Ready, error)
	now  func() time.Time

	mu            sync.Mutex
	name, version string
	state         State
	ready         *Ready
	err           error
	retry         time.Time
	pause         time.Duration
	loading       chan struct{} // closed when the load in hand ends
	unloaded      bool

	// Stats counts what the model did through the Open Inference Protocol.
	Stats Stats
}

// Info is an entry's state for display.
type Info struct {
	Name, Version string
	State         State
	// Detail says why State is Unusable.
	Detail string
}

// Info tells the entry's state.
func (e *Entry) Info() Info {
	e.mu.Lock()
	defer e.mu.Unlock()
	i := Info{Name: e.name, Version: e.version, State: e.state}
	if e.err != nil {
		i.Detail = e.err.Error()
	}
	if e.unloaded {
		i.State, i.Detail = Unusable, "unloaded"
	}
	return i
}

// Ready loads the model unless it is loaded, and waits for that until ctx ends.
// Its errors are ErrUnavailable.
func (e *Entry) Ready(ctx context.Context) (*Ready, error) {
	for {
		e.mu.Lock()
		switch {
		case e.unloaded:
			e.mu.Unlock()
			return nil, fmt.Errorf("%w: it was unloaded; load it with RepositoryModelLoad", ErrUnavailable)
		case e.ready != nil:
			defer e.mu.Unlock()
			return e.ready, nil
		case e.loading == nil && e.state == Unusable && (e.retry.IsZero() || e.now().Before(e.retry)):
			defer e.mu.Unlock()
			return nil, fmt.Errorf("%w: %w", ErrUnavailable, e.err)
		case e.loading == nil:
			e.begin()
		}
		done := e.loading
		e.mu.Unlock()
		select {
		case <-done:
		case <-ctx.Done():
			return nil, fmt.Errorf("%w: it is still being loaded", ErrUnavailable)
		}
	}
}

// begin starts a load, which outlives the caller that asked for it.
func (e *Entry) begin() {
	e.state = Loading
	e.loading = make(chan struct{})
	go func() {
		ctx, cancel := context.WithTimeout(context.Background(), loadLimit)
		defer cancel()
		ready, err := e.load(ctx)
		e.mu.Lock()
		defer e.mu.Unlock()
		defer close(e.loading)
		e.loading, e.err = nil, err
		if err == nil {
			e.state, e.ready, e.pause = Usable, ready, 0
			return
		}
		e.state = Unusable
		e.retry = time.Time{}
		if !errors.As(err, new(verdict)) {
			e.pause = min(max(firstPause, 2*e.pause), lastPause)
			e.retry = e.now().Add(e.pause)
		}
	}()
}

func (e *Entry) named(name, version string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.name, e.version = name, version
}

// reset forgets how loading went, so that it is tried again; unloaded keeps the
// model from being used until then.
func (e *Entry) reset(unloaded bool) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.unloaded = unloaded
	e.ready, e.err, e.pause, e.retry = nil, nil, 0, time.Time{}
	if e.loading == nil {
		e.state = Known
	}
}
