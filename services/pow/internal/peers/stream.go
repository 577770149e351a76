package peers

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math/rand/v2"
	"sync/atomic"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"
)

// Back-off between attempts at a stream; connecting has its own, in grpcx.
const (
	firstPause = 100 * time.Millisecond
	longest    = 3 * time.Second
	// A stream that lasted this long was a good one.
	lasting = 5 * time.Second
)

// Link says how a stream stands.
type Link struct {
	state atomic.Pointer[error]
}

var errConnecting = errors.New("not connected yet")

// Err is nil while the stream is up, and else says why not.
func (l *Link) Err() error {
	if e := l.state.Load(); e != nil {
		return *e
	}
	return errConnecting
}

// set reports whether the state changed between up and down.
func (l *Link) set(err error) (changed bool) {
	was := l.Err() == nil
	l.state.Store(&err)
	return was != (err == nil)
}

// errRestart ends a stream on purpose: the next one is to begin at once.
var errRestart = errors.New("stream restarted")

// keepUp runs stream again and again until ctx ends, with back-off, and logs when the link goes up or down. stream calls up once
// the peer has answered.
func keepUp(ctx context.Context, log *slog.Logger, link *Link, stream func(ctx context.Context, up func()) error) {
	pause := firstPause
	for ctx.Err() == nil {
		begun := time.Now()
		one, cancel := context.WithCancel(ctx)
		err := stream(one, func() {
			if link.set(nil) {
				log.Info("connected")
			}
		})
		cancel()
		if ctx.Err() != nil {
			return
		}
		if errors.Is(err, errRestart) {
			continue
		}
		if errors.Is(err, io.EOF) {
			err = errors.New("the peer ended the stream")
		}
		if link.set(err) {
			log.Warn("disconnected", "error", err)
		} else if status.Code(err) != codes.Unavailable {
			log.Warn("stream failed", "error", err)
		}
		if time.Since(begun) > lasting {
			pause = firstPause
		}
		// Up to a half more, so that replicas don't come back together.
		timer := time.NewTimer(pause + rand.N(pause/2))
		select {
		case <-ctx.Done():
		case <-timer.C:
		}
		timer.Stop()
		pause = min(2*pause, longest)
	}
}
