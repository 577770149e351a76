// Package library gives pages the manifests and data points that requests and models name by CID, and never makes a page
// wait for long: content that is slow to come is fetched on, and is there when the page is loaded again.
package library

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/hashicorp/golang-lru/v2/expirable"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/manifest"
)

// Content reads files, verified against their CIDs; *content.Store does.
type Content interface {
	Get(ctx context.Context, id cid.CID, maxBytes int64) ([]byte, error)
}

const (
	// MaxDataBytes of a data point that is fetched for showing.
	MaxDataBytes = 256 << 10
	fetchLimit   = 20 * time.Second
	patience     = 800 * time.Millisecond // of a page
	keepFound    = 30 * time.Minute
	keepMissing  = 10 * time.Second
	maxFetches   = 8
	maxEntries   = 128
	maxMissing   = 1024
)

// ErrPending says that content is still being fetched.
var ErrPending = errors.New("still being fetched: load this page again in a moment")

var errBusy = errors.New("too much is being fetched at the moment: load this page again in a moment")

// Library fetches and remembers.
type Library struct {
	// OnMore is called when a manifest has come; Log is told why content is missing, if it is set. Set them before the
	// first use.
	OnMore    func()
	Log       *slog.Logger
	manifests *shelf[*manifest.Manifest]
	data      *shelf[[]byte]
}

// New makes a library over a content store. It fetches until ctx ends.
func New(ctx context.Context, c Content) *Library {
	slots := make(chan struct{}, maxFetches)
	l := &Library{}
	l.manifests = newShelf(ctx, slots, func(ctx context.Context, id cid.CID) (*manifest.Manifest, error) {
		raw, err := l.get(ctx, c, id, manifest.MaxBytes)
		if err != nil {
			return nil, err
		}
		m, err := manifest.Parse(raw)
		if err == nil && l.OnMore != nil {
			defer l.OnMore()
		}
		return m, err
	})
	l.data = newShelf(ctx, slots, func(ctx context.Context, id cid.CID) ([]byte, error) {
		return l.get(ctx, c, id, MaxDataBytes)
	})
	return l
}

func (l *Library) get(ctx context.Context, c Content, id cid.CID, maxBytes int64) ([]byte, error) {
	raw, err := c.Get(ctx, id, maxBytes)
	if err != nil && !errors.Is(ctx.Err(), context.Canceled) && l.Log != nil {
		l.Log.Info("content not fetched", "cid", id.String(), "error", err)
	}
	return raw, err
}

// Manifest gives a model's manifest.
func (l *Library) Manifest(ctx context.Context, id string) (*manifest.Manifest, error) {
	return l.manifests.get(ctx, id, patience)
}

// Known gives a manifest if it is at hand, and else nil and begins to fetch it.
func (l *Library) Known(id string) *manifest.Manifest {
	m, err := l.manifests.get(context.Background(), id, 0)
	if err != nil {
		return nil
	}
	return m
}

// Data gives a data point of at most MaxDataBytes.
func (l *Library) Data(ctx context.Context, id string) ([]byte, error) {
	return l.data.get(ctx, id, patience)
}

// shelf fetches each thing once and keeps it for a while.
type shelf[T any] struct {
	ctx     context.Context
	slots   chan struct{}
	fetch   func(context.Context, cid.CID) (T, error)
	mu      sync.Mutex
	pending map[string]*fetching[T]
	found   *expirable.LRU[string, T]
	missing *expirable.LRU[string, error]
}

type fetching[T any] struct {
	done  chan struct{}
	value T
	err   error
}

func newShelf[T any](ctx context.Context, slots chan struct{}, fetch func(context.Context, cid.CID) (T, error)) *shelf[T] {
	return &shelf[T]{ctx: ctx, slots: slots, fetch: fetch, pending: map[string]*fetching[T]{},
		found: expirable.NewLRU[string, T](maxEntries, nil, keepFound), missing: expirable.NewLRU[string, error](maxMissing, nil, keepMissing)}
}

func (s *shelf[T]) get(ctx context.Context, text string, patience time.Duration) (none T, err error) {
	id, err := cid.Parse(text)
	if err != nil {
		return none, &missing{err}
	}
	f, value, err := s.begin(text, id)
	if f == nil || patience == 0 {
		if f != nil {
			err = ErrPending
		}
		return value, err
	}
	timer := time.NewTimer(patience)
	defer timer.Stop()
	select {
	case <-f.done:
		return f.value, f.err
	case <-timer.C:
		return none, ErrPending
	case <-ctx.Done():
		return none, ctx.Err()
	}
}

// begin gives what is known, or the fetch that is on its way.
func (s *shelf[T]) begin(text string, id cid.CID) (f *fetching[T], value T, err error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if value, ok := s.found.Get(text); ok {
		return nil, value, nil
	}
	if err, ok := s.missing.Get(text); ok {
		return nil, value, err
	}
	if f := s.pending[text]; f != nil {
		return f, value, nil
	}
	select {
	case s.slots <- struct{}{}:
	default:
		return nil, value, errBusy
	}
	f = &fetching[T]{done: make(chan struct{})}
	s.pending[text] = f
	go s.run(f, text, id)
	return f, value, nil
}

func (s *shelf[T]) run(f *fetching[T], text string, id cid.CID) {
	ctx, cancel := context.WithTimeoutCause(s.ctx, fetchLimit, fmt.Errorf("not found within %s", fetchLimit))
	defer cancel()
	f.value, f.err = s.fetch(ctx, id)
	<-s.slots
	s.mu.Lock()
	delete(s.pending, text)
	if f.err == nil {
		s.found.Add(text, f.value)
	} else {
		f.err = &missing{f.err}
		s.missing.Add(text, f.err)
	}
	s.mu.Unlock()
	close(f.done)
}
