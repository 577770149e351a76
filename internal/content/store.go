package content

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	"github.com/ethml/ethml/internal/cid"
)

// Source serves single blocks. It need not verify them. Its errors are *Error.
type Source interface {
	Name() string
	Block(ctx context.Context, id cid.CID) ([]byte, error)
}

// Writer stores what is published.
type Writer interface {
	Add(ctx context.Context, data []byte) (cid.CID, error)
	AddBlock(ctx context.Context, codec cid.Codec, data []byte) (cid.CID, error)
}

// Outcome of asking a source for a block, for metrics.
type Outcome string

// The outcomes there are.
const (
	Served      Outcome = "served"
	NotFound    Outcome = "not_found"
	Unavailable Outcome = "unavailable"
	// Corrupt blocks do not match their CID.
	Corrupt Outcome = "corrupt"
)

const (
	defaultBlockTimeout = 10 * time.Second
	defaultParallel     = 8
	attempts            = 3
	firstPause          = 200 * time.Millisecond
)

// Config says where content comes from. Its zero value has no source at all.
type Config struct {
	// Embedded is asked first, and written to. Optional.
	Embedded *Embedded
	// Remotes are asked at the same time; the first good block wins. The first
	// of them that is a Writer is written to where there is no Embedded.
	Remotes []Source
	// Cache of the blocks that remotes served. Optional.
	Cache *Cache
	// BlockTimeout bounds the fetch of one block; 10 s if zero.
	BlockTimeout time.Duration
	// Parallel fetches within one file; 8 if zero.
	Parallel int
	// Log may be nil.
	Log *slog.Logger
	// Observe, if set, is told how each source did; it must not block.
	Observe func(source string, outcome Outcome, took time.Duration)
}

// Check reports what is wrong with the configuration.
func (c Config) Check() error {
	var errs []error
	if c.Embedded == nil && len(c.Remotes) == 0 {
		errs = append(errs, errors.New("no content source: give the address of an IPFS RPC or gateway, or a store directory"))
	}
	if c.BlockTimeout < 0 || c.Parallel < 0 {
		errs = append(errs, errors.New("content: block timeout and parallel fetches must not be negative"))
	}
	return errors.Join(errs...)
}

// Store reads content from all sources, and publishes to one.
type Store struct {
	cfg    Config
	log    *slog.Logger
	writer Writer
}

// New makes a store. The embedded store in cfg stays the caller's to close.
func New(cfg Config) (*Store, error) {
	if err := cfg.Check(); err != nil {
		return nil, err
	}
	cfg.BlockTimeout = cmp.Or(cfg.BlockTimeout, defaultBlockTimeout)
	cfg.Parallel = cmp.Or(cfg.Parallel, defaultParallel)
	s := &Store{cfg: cfg, log: cfg.Log}
	if s.log == nil {
		s.log = slog.New(slog.DiscardHandler)
	}
	if cfg.Embedded != nil {
		s.writer = cfg.Embedded
		return s, nil
	}
	for _, source := range cfg.Remotes {
		if writer, ok := source.(Writer); ok {
			s.writer = writer
			break
		}
	}
	return s, nil
}

// Get returns the file that id names, of at most maxBytes bytes. Its errors are
// *Error: ErrNotFound, ErrUnavailable, ErrMalformed or ErrTooLarge.
func (s *Store) Get(ctx context.Context, id cid.CID, maxBytes int64) ([]byte, error) {
	block, err := s.Block(ctx, id)
	if err != nil {
		return nil, err
	}
	if id.IsRaw() {
		if int64(len(block)) > maxBytes {
			return nil, &Error{Kind: ErrTooLarge, CID: id, Err: fmt.Errorf("%d bytes, limit %d", len(block), maxBytes)}
		}
		return block, nil
	}
	file := assembler{block: s.Block, slots: make(chan struct{}, s.cfg.Parallel-1)}
	data, err := file.file(ctx, id, block, max(maxBytes, 0))
	if err != nil {
		return nil, about(id, err)
	}
	return data, nil
}

// Block returns one verified block.
func (s *Store) Block(ctx context.Context, id cid.CID) ([]byte, error) {
	if s.cfg.Cache != nil {
		if block := s.cfg.Cache.Get(id); block != nil {
			return block, nil
		}
	}
	if s.cfg.Embedded != nil {
		block, err := s.ask(ctx, s.cfg.Embedded, id)
		if err == nil || len(s.cfg.Remotes) == 0 {
			return block, err
		}
	}
	block, err := s.race(ctx, id)
	if err != nil {
		return nil, err
	}
	if s.cfg.Cache != nil {
		if err := s.cfg.Cache.Put(id, block); err != nil {
			s.log.Warn("block not cached", slog.String("cid", id.String()), slog.Any("error", err))
		}
	}
	return block, nil
}

// race asks all remotes; the first good block ends the others.
func (s *Store) race(ctx context.Context, id cid.CID) ([]byte, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, s.cfg.BlockTimeout, fmt.Errorf("no answer within %s", s.cfg.BlockTimeout))
	defer cancel()
	type answer struct {
		source Source
		block  []byte
		err    error
	}
	answers := make(chan answer, len(s.cfg.Remotes))
	for _, source := range s.cfg.Remotes {
		go func() {
			block, err := s.persist(ctx, source, id)
			answers <- answer{source, block, err}
		}()
	}
	kind, details := ErrNotFound, make([]string, 0, len(s.cfg.Remotes))
	for range s.cfg.Remotes {
		// Sources end with ctx, but a caller should not wait for one that is slow to.
		select {
		case got := <-answers:
			if got.err == nil {
				return got.block, nil
			}
			var problem *Error
			if !errors.As(got.err, &problem) || !errors.Is(problem.Kind, ErrNotFound) {
				kind = ErrUnavailable
			}
			details = append(details, got.source.Name()+reason(got.err))
		case <-ctx.Done():
			details = append(details, context.Cause(ctx).Error())
			return nil, &Error{Kind: ErrUnavailable, CID: id, Err: errors.New(strings.Join(details, "; "))}
		}
	}
	return nil, &Error{Kind: kind, CID: id, Err: errors.New(strings.Join(details, "; "))}
}

// persist asks a source again if it could not be reached: it may be restarting.
func (s *Store) persist(ctx context.Context, source Source, id cid.CID) ([]byte, error) {
	pause := firstPause
	for attempt := 1; ; attempt++ {
		block, err := s.ask(ctx, source, id)
		if err == nil || attempt == attempts || errors.Is(err, ErrNotFound) || errors.Is(err, errCorrupt) {
			return block, err
		}
		timer := time.NewTimer(pause)
		select {
		case <-timer.C:
		case <-ctx.Done():
			timer.Stop()
			return nil, err
		}
		pause *= 4
	}
}

var errCorrupt = errors.New("served other bytes than the CID names")

// ask asks one source once and verifies its answer.
func (s *Store) ask(ctx context.Context, source Source, id cid.CID) ([]byte, error) {
	begun, outcome := time.Now(), Served
	block, err := source.Block(ctx, id)
	switch {
	case errors.Is(err, ErrNotFound):
		outcome = NotFound
	case err != nil:
		outcome = Unavailable
	case !id.Matches(block):
		outcome = Corrupt
		block, err = nil, &Error{Kind: ErrUnavailable, CID: id, Err: errCorrupt}
		s.log.Warn("source served other bytes than the cid names",
			slog.String("source", source.Name()), slog.String("cid", id.String()))
	}
	if s.cfg.Observe != nil && !(err != nil && errors.Is(ctx.Err(), context.Canceled)) {
		s.cfg.Observe(source.Name(), outcome, time.Since(begun))
	}
	return block, err
}

// reason is what goes behind a source's name: its error without the CID and the remedy, which the outer one states.
func reason(err error) string {
	var problem *Error
	switch {
	case !errors.As(err, &problem):
		return ": " + err.Error()
	case problem.Err != nil:
		return ": " + problem.Err.Error()
	case errors.Is(problem.Kind, ErrNotFound):
		return " doesn't have it"
	}
	return ": " + problem.Kind.Error()
}

var errReadOnly = errors.New("no content source that takes uploads: give the address of an IPFS RPC, or a store directory")

// Add publishes a file.
func (s *Store) Add(ctx context.Context, data []byte) (cid.CID, error) {
	if s.writer == nil {
		return cid.CID{}, errReadOnly
	}
	return s.writer.Add(ctx, data)
}

// AddBlock publishes data, at most MaxBlockBytes, as one block of its own.
func (s *Store) AddBlock(ctx context.Context, codec cid.Codec, data []byte) (cid.CID, error) {
	if s.writer == nil {
		return cid.CID{}, errReadOnly
	}
	return s.writer.AddBlock(ctx, codec, data)
}

// Check reports whether any source answers at all.
func (s *Store) Check(ctx context.Context) error {
	if s.cfg.Embedded != nil {
		return nil
	}
	ctx, cancel := context.WithTimeout(ctx, s.cfg.BlockTimeout)
	defer cancel()
	var errs []error
	for _, source := range s.cfg.Remotes {
		checker, ok := source.(interface{ Check(context.Context) error })
		if !ok {
			return nil // gateways have nothing cheap to ask for
		}
		err := checker.Check(ctx)
		if err == nil {
			return nil
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
