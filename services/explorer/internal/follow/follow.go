// Package follow keeps the index up with the watcher: it reads the stream from the index's cursor on and folds whatever
// has come, many items in one transaction while there are many.
package follow

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"sync"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// Index is what keeps the rows.
type Index interface {
	Cursor() ([]byte, error)
	Apply(items []*ethmlv1.SubscribeResponse) error
	Reset() error
}

const (
	firstPause = 100 * time.Millisecond
	longPause  = 3 * time.Second
	// silence is how long a stream may be silent: heartbeats come every few seconds.
	silence = 30 * time.Second
	// maxBatch bounds the items of one transaction, queued what waits for the next.
	maxBatch = 2048
	queued   = 4096
)

var errSilent = fmt.Errorf("the watcher was silent for %s", silence)

// Status is how fresh the rows are.
type Status struct {
	Connected bool
	Detail    string // why it isn't connected
	State     ethmlv1.WatcherState
	Head      *ethmlv1.Head // newest Ethereum block that the watcher has told of; nil before the first
	Lag       uint64        // how many Ethereum blocks the watcher is behind its node
	Since     time.Time     // when it last was connected, or since when it is
}

// Follower follows one watcher.
type Follower struct {
	Client  ethmlv1.WatcherServiceClient
	Index   Index
	Logger  *slog.Logger
	Metrics *Metrics
	// OnStatus is called after each change of the status; it must not block.
	OnStatus func()

	mu     sync.Mutex
	status Status
}

// Status tells how fresh the rows are.
func (f *Follower) Status() Status {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.status
}

func (f *Follower) update(change func(*Status)) {
	f.mu.Lock()
	before := f.status
	change(&f.status)
	changed := before.Connected != f.status.Connected || before.Detail != f.status.Detail || before.State != f.status.State ||
		before.Head.GetNumber() != f.status.Head.GetNumber()
	f.mu.Unlock()
	if changed && f.OnStatus != nil {
		f.OnStatus()
	}
}

// Run follows until ctx ends. It returns an error only when the index can't be written.
func (f *Follower) Run(ctx context.Context) error {
	f.update(func(s *Status) { s.Detail = "not connected to the watcher yet" })
	pause := firstPause
	for ctx.Err() == nil {
		begun := time.Now()
		err := f.once(ctx)
		if ctx.Err() != nil {
			continue
		}
		if fatal := new(indexError); errors.As(err, &fatal) {
			return fatal.err
		}
		if status.Code(err) == codes.FailedPrecondition {
			// Rows of another chain, or of another deployment on it, are of no use with this watcher.
			f.Logger.Warn("index starts over: the watcher watches something else", "error", err)
			if err := f.Index.Reset(); err != nil {
				return err
			}
		}
		detail := reason(err)
		f.update(func(s *Status) {
			if s.Connected || s.Detail != detail {
				f.Logger.Warn("watcher stream ended", "error", err)
			}
			if s.Connected {
				s.Since = time.Now()
			}
			s.Connected, s.Detail = false, detail
		})
		if time.Since(begun) > longPause {
			pause = firstPause
		}
		wait(ctx, pause)
		pause = min(2*pause, longPause)
	}
	return nil
}

func reason(err error) string {
	if s, ok := status.FromError(err); ok && s.Code() == codes.Unavailable {
		return "the watcher can't be reached: " + s.Message()
	}
	return err.Error()
}

func wait(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}

// indexError is an error of the index: trying again is of no use.
type indexError struct{ err error }

func (e *indexError) Error() string { return e.err.Error() }

// once reads one stream to its end.
func (f *Follower) once(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	defer cancel(nil)
	cursor, err := f.Index.Cursor()
	if err != nil {
		return &indexError{err}
	}
	request := &ethmlv1.SubscribeRequest{}
	if len(cursor) > 0 {
		request.Start = &ethmlv1.SubscribeRequest_Cursor{Cursor: cursor}
	}
	stream, err := f.Client.Subscribe(ctx, request)
	if err != nil {
		return err
	}
	items, ended := make(chan *ethmlv1.SubscribeResponse, queued), make(chan error, 1)
	go func() {
		watchdog := time.AfterFunc(silence, func() { cancel(errSilent) })
		defer watchdog.Stop()
		defer close(items)
		for {
			item, err := stream.Recv()
			if err != nil {
				ended <- err
				return
			}
			watchdog.Reset(silence)
			select {
			case items <- item:
			case <-ctx.Done():
				ended <- ctx.Err()
				return
			}
		}
	}()
	for item := range items {
		if err := f.fold(batch(item, items)); err != nil {
			return err
		}
	}
	err = <-ended
	switch cause := context.Cause(ctx); {
	case errors.Is(err, io.EOF):
		return errors.New("the watcher ended the stream")
	case errors.Is(cause, errSilent):
		return cause
	}
	return err
}

// batch is an item and those that wait behind it.
func batch(first *ethmlv1.SubscribeResponse, items <-chan *ethmlv1.SubscribeResponse) []*ethmlv1.SubscribeResponse {
	all := []*ethmlv1.SubscribeResponse{first}
	for len(all) < maxBatch {
		select {
		case item, ok := <-items:
			if !ok {
				return all
			}
			all = append(all, item)
		default:
			return all
		}
	}
	return all
}

// fold applies what changes rows, and takes the freshness from the rest.
func (f *Follower) fold(items []*ethmlv1.SubscribeResponse) error {
	var rows []*ethmlv1.SubscribeResponse
	var beat *ethmlv1.Heartbeat
	retractions := 0
	for _, item := range items {
		switch it := item.GetItem().(type) {
		case *ethmlv1.SubscribeResponse_Heartbeat:
			beat = it.Heartbeat
			continue
		case *ethmlv1.SubscribeResponse_Retracted:
			retractions++
			f.Logger.Info("chain reorganised", "common_ancestor", it.Retracted.GetCommonAncestor().GetNumber())
		}
		rows = append(rows, item)
	}
	if err := f.Index.Apply(rows); err != nil {
		if errors.Is(err, index.ErrStartOver) {
			f.Logger.Warn("index starts over", "error", err)
			return err
		}
		return &indexError{err}
	}
	f.Metrics.folded(len(rows)-retractions, retractions)
	f.update(func(s *Status) {
		if !s.Connected {
			s.Connected, s.Detail, s.Since = true, "", time.Now()
			f.Logger.Info("watcher connected")
		}
		if beat != nil {
			s.State, s.Lag = beat.GetState(), beat.GetLagBlocks()
			if beat.GetHead() != nil {
				s.Head = beat.GetHead()
				f.Metrics.head(s.Head.GetNumber())
			}
		}
	})
	return nil
}
