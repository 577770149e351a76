package stream

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync/atomic"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

// Sink takes in what the watcher tells. Calls come one after the other.
type Sink interface {
	// Snapshot starts over from the chain's present state.
	Snapshot(ctx context.Context, v round.View) error
	Event(ctx context.Context, e *ethmlv1.Event, before []byte) error
	Head(ctx context.Context, h round.Head)
	// Reorganised says that blocks above ancestor may be gone; a snapshot follows.
	Reorganised(ctx context.Context, ancestor uint64)
	// Disconnected says that the present is unknown until the next snapshot.
	Disconnected()
}

const (
	firstPause = 100 * time.Millisecond
	longPause  = 3 * time.Second
	// Silence is how long a stream may be silent: heartbeats come every few seconds.
	Silence = 30 * time.Second
)

var (
	errStartOver = errors.New("start over")
	errSilent    = fmt.Errorf("the watcher was silent for %s", Silence)
)

// Kinds of events a submitter needs.
var kinds = []ethmlv1.EventKind{
	ethmlv1.EventKind_EVENT_KIND_REQUEST_QUEUED, ethmlv1.EventKind_EVENT_KIND_REQUEST_REQUEUED, ethmlv1.EventKind_EVENT_KIND_REQUEST_ENDED,
	ethmlv1.EventKind_EVENT_KIND_BLOCK_OPENED, ethmlv1.EventKind_EVENT_KIND_SOLUTION_COMMITTED, ethmlv1.EventKind_EVENT_KIND_COMMIT_CLOSED,
	ethmlv1.EventKind_EVENT_KIND_SOLUTION_REVEALED, ethmlv1.EventKind_EVENT_KIND_BLOCK_ENDED, ethmlv1.EventKind_EVENT_KIND_STAKE_CHANGED,
	ethmlv1.EventKind_EVENT_KIND_MINER_SLASHED, ethmlv1.EventKind_EVENT_KIND_REWARDS_CLAIMED, ethmlv1.EventKind_EVENT_KIND_PARAMETERS_CHANGED, ethmlv1.EventKind_EVENT_KIND_PAUSE_CHANGED,
}

// Follower follows one watcher.
type Follower struct {
	Client      ethmlv1.WatcherServiceClient
	ChainID     uint64
	Coordinator []byte
	Sink        Sink
	// Heard, if set, is told each item before the sink is.
	Heard func(*ethmlv1.SubscribeResponse)
	Log   *slog.Logger
	state atomic.Pointer[error]
}

var errConnecting = errors.New("not connected to the watcher yet")

// Err is nil while the stream is up, and else says why not.
func (f *Follower) Err() error {
	if e := f.state.Load(); e != nil {
		return *e
	}
	return errConnecting
}

func (f *Follower) set(err error) (changed bool) {
	was := f.Err() == nil
	f.state.Store(&err)
	return was != (err == nil)
}

// Run follows until ctx ends.
func (f *Follower) Run(ctx context.Context) {
	pause := firstPause
	for ctx.Err() == nil {
		begun := time.Now()
		err := f.once(ctx)
		if ctx.Err() != nil {
			return
		}
		f.Sink.Disconnected()
		if errors.Is(err, errStartOver) {
			continue
		}
		if f.set(fmt.Errorf("watcher: %w", err)) || status.Code(err) != codes.Unavailable {
			f.Log.Warn("watcher stream ended", "error", err)
		}
		if time.Since(begun) > longPause {
			pause = firstPause
		}
		timer := time.NewTimer(pause)
		select {
		case <-ctx.Done():
		case <-timer.C:
		}
		timer.Stop()
		pause = min(2*pause, longPause)
	}
}

func (f *Follower) once(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	stream, err := f.Client.Subscribe(ctx, &ethmlv1.SubscribeRequest{
		Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}}, Kinds: kinds,
	}, grpc.WaitForReady(true))
	if err != nil {
		return err
	}
	watchdog := time.AfterFunc(Silence, func() { cancel(errSilent) })
	defer watchdog.Stop()
	var last []byte
	for {
		item, err := stream.Recv()
		if errors.Is(err, io.EOF) {
			return errors.New("the watcher ended the stream")
		}
		if err != nil {
			if cause := context.Cause(ctx); errors.Is(cause, errSilent) {
				return cause
			}
			return err
		}
		watchdog.Reset(Silence)
		if f.Heard != nil {
			f.Heard(item)
		}
		if err := f.pass(ctx, item, last); err != nil {
			return err
		}
		last = item.GetCursor()
	}
}

func (f *Follower) pass(ctx context.Context, item *ethmlv1.SubscribeResponse, before []byte) error {
	switch it := item.GetItem().(type) {
	case *ethmlv1.SubscribeResponse_Snapshot:
		if it.Snapshot.GetChainId() != f.ChainID || string(it.Snapshot.GetCoordinator()) != string(f.Coordinator) {
			return fmt.Errorf("it watches chain %d, coordinator 0x%x, not chain %d, coordinator 0x%x: correct --watcher",
				it.Snapshot.GetChainId(), it.Snapshot.GetCoordinator(), f.ChainID, f.Coordinator)
		}
		view, err := viewOf(it.Snapshot)
		if err != nil {
			return fmt.Errorf("snapshot not understood: %w", err)
		}
		if err := f.Sink.Snapshot(ctx, view); err != nil {
			return err
		}
		if f.set(nil) {
			f.Log.Info("watcher connected", "head", view.Head.Number)
		}
	case *ethmlv1.SubscribeResponse_Event:
		return f.Sink.Event(ctx, it.Event, before)
	case *ethmlv1.SubscribeResponse_Heartbeat:
		if h := it.Heartbeat.GetHead(); h != nil {
			f.Sink.Head(ctx, headOf(h))
		}
	case *ethmlv1.SubscribeResponse_Retracted:
		f.Log.Info("chain reorganised", "common_ancestor", it.Retracted.GetCommonAncestor().GetNumber())
		f.Sink.Reorganised(ctx, it.Retracted.GetCommonAncestor().GetNumber())
		return errStartOver
	}
	return nil
}
