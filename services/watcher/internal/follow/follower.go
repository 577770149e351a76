package follow

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"github.com/ethml/ethml/services/watcher/internal/chain"
	"github.com/ethml/ethml/services/watcher/internal/decode"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/spans"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// ErrHalted says that following stopped and needs an operator.
var ErrHalted = errors.New("halted")

const (
	// DefaultGrace is how long a node may stay behind the log before that counts as a reorg.
	DefaultGrace = 15 * time.Second
	firstBackoff = 200 * time.Millisecond
	maxBackoff   = 5 * time.Second
)

// Connector finds a node to follow.
type Connector interface {
	// Connect picks a node and finds the contracts. Each call starts with another node, if there are several.
	Connect(ctx context.Context) (chain.Node, chain.Contracts, error)
	// Deployed is the block of the contracts' deployment, or one before it.
	Deployed(ctx context.Context, node chain.Node, contracts chain.Contracts) (uint64, error)
	// Watch returns an error when another node should be used, nil when ctx ends.
	Watch(ctx context.Context, node chain.Node) error
}

// Config of a Follower; Grace, MaxRange, PruneAfter and FirstBlock may be zero.
type Config struct {
	Connector  Connector
	Log        *eventlog.Log
	FirstBlock uint64        // Ethereum block to start at; 0: find the deployment
	Grace      time.Duration // 0: DefaultGrace
	MaxRange   uint64        // blocks in one eth_getLogs; 0: chain.MaxRange
	PruneAfter uint64        // blocks after which events are dropped; 0: never
	Finalized  bool          // no reorg goes below the finalized block that the node told of while the log agreed with it
	Logger     *slog.Logger
	Metrics    *Metrics
	Spans      *spans.Spans               // may be nil
	OnState    func(ethmlv1.WatcherState) // called when the state changes; may be nil
}

// Status is what the follower is doing.
type Status struct {
	State   ethmlv1.WatcherState
	Detail  string // what hinders it, and the remedy; empty when all is well
	Reached bool   // it has been LIVE since it started
	Node    uint64 // newest block that the node has
}

// Follower follows one deployment. Run it once.
type Follower struct {
	Config
	status  atomic.Pointer[Status]
	view    atomic.Pointer[view]
	decoder *decode.Decoder

	folds
	ranges *chain.Ranges
	// Since when the node has been behind the log without knowing its tip; zero when it isn't.
	behindSince time.Time
	progressed  bool
	// The newest event's block when what follows it was last read again.
	rereadAfter *eventlog.Head
	// Below final no reorg is followed; asked is the tip at which the node was last asked for it.
	final, asked uint64
}

// New makes a follower and folds the state out of the log.
func New(c Config) (*Follower, error) {
	if c.Grace == 0 {
		c.Grace = DefaultGrace
	}
	f := &Follower{Config: c, ranges: chain.NewRanges(c.MaxRange)}
	f.status.Store(&Status{State: ethmlv1.WatcherState_WATCHER_STATE_CONNECTING})
	if err := f.restore(c.Log); err != nil {
		return nil, err
	}
	f.publish()
	return f, nil
}

// Status is safe to call from anywhere.
func (f *Follower) Status() Status { return *f.status.Load() }

func (f *Follower) setStatus(change func(*Status)) {
	s := f.Status()
	before := s
	change(&s)
	f.status.Store(&s)
	f.Metrics.status(s)
	if v := f.view.Load(); v != nil {
		f.Metrics.behind(s.Node, v.head.Number)
	}
	if s.State != before.State {
		if f.OnState != nil {
			f.OnState(s.State)
		}
		f.Logger.Info("watcher state changed", "from", stateName(before.State), "to", stateName(s.State), "detail", s.Detail)
		f.Log.Wake()
	}
}

// Run follows the chain until ctx ends (then it returns nil) or it can't be followed from the start: a wrong chain, no
// contract, a log of another chain. Once it has been LIVE, such a node is waited out like one that doesn't answer: the
// settings were right, so a provider passes calls on to the wrong machine, and nothing of that gets into the log. A reorg
// deeper than the limit, or a damaged log, halts it until ctx ends.
func (f *Follower) Run(ctx context.Context) error {
	defer func() {
		if err := f.checkpoint(f.Log); err != nil {
			f.Logger.Error("state not saved, the next start takes longer", "error", err)
		}
	}()
	backoff := firstBackoff
	for {
		f.progressed = false
		err := f.session(ctx)
		if ctx.Err() != nil {
			return nil
		}
		hopeless := errors.Is(err, chain.ErrWrongChain) || errors.Is(err, chain.ErrNoContract) || errors.Is(err, eventlog.ErrForeign)
		if hopeless && !f.Status().Reached {
			return err
		}
		if errors.Is(err, ErrHalted) || errors.Is(err, eventlog.ErrDamaged) {
			f.Logger.Error("watcher halted", "error", err)
			f.setStatus(func(s *Status) {
				s.State, s.Detail = ethmlv1.WatcherState_WATCHER_STATE_HALTED, err.Error()
			})
			<-ctx.Done()
			return nil
		}
		if f.progressed {
			backoff = firstBackoff
		}
		level := slog.LevelWarn
		switch {
		case err.Error() == f.Status().Detail:
			level = slog.LevelDebug // said already
		case hopeless:
			level = slog.LevelError
		}
		f.Logger.Log(ctx, level, "ethereum node can't be followed, trying again", "error", err, "wait_seconds", backoff.Seconds())
		f.Metrics.nodeErrors.Inc()
		f.setStatus(func(s *Status) {
			s.Detail = err.Error()
			if s.State != ethmlv1.WatcherState_WATCHER_STATE_CONNECTING {
				s.State = ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED
			}
		})
		wait := time.NewTimer(backoff + rand.N(backoff/4))
		select {
		case <-ctx.Done():
			wait.Stop()
			return nil
		case <-wait.C:
		}
		backoff = min(2*backoff, maxBackoff)
	}
}

// session follows one node until it fails.
func (f *Follower) session(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	node, contracts, err := f.Connector.Connect(ctx)
	if err != nil {
		return err
	}
	defer node.Close()
	if err := f.bind(ctx, node, contracts); err != nil {
		return err
	}
	s := &session{Follower: f, node: node, addresses: []address{contracts.Coordinator, contracts.Registry, contracts.Stake}}
	f.decoder = decode.New(decode.Addresses{Coordinator: contracts.Coordinator, Registry: contracts.Registry, Stake: contracts.Stake})
	watched := make(chan struct{})
	go func() {
		defer close(watched)
		if err := f.Connector.Watch(ctx, node); err != nil {
			cancel(err)
		}
	}()
	err = s.follow(ctx)
	if cause := context.Cause(ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		err = cause
	}
	cancel(nil)
	<-watched
	return err
}

// bind checks that the log belongs to these contracts, or makes it so.
func (f *Follower) bind(ctx context.Context, node chain.Node, c chain.Contracts) error {
	id := eventlog.Identity{ChainID: c.ChainID, Genesis: eventlog.Hash(c.Genesis), Coordinator: c.Coordinator}
	first := f.FirstBlock
	if _, bound := f.Log.Identity(); !bound && first == 0 {
		var err error
		if first, err = f.Connector.Deployed(ctx, node, c); err != nil {
			return fmt.Errorf("find the deployment's block: %w", err)
		}
	}
	return f.Log.Bind(id, first)
}
