// Package lifecycle starts and stops a service's parts in order.
package lifecycle

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"slices"
	"sync"
	"syscall"
	"time"
)

// StopLimit is how long a graceful stop may take by default.
const StopLimit = 10 * time.Second

// SignalContext ends with the first SIGINT or SIGTERM. A second one kills the process, as without a handler.
func SignalContext(parent context.Context) (context.Context, context.CancelFunc) {
	ctx, stop := signal.NotifyContext(parent, os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop)
	return ctx, stop
}

// Stack stops what was started, last first. The zero value is ready; a half-built service may be stopped as well.
type Stack struct {
	mu    sync.Mutex
	stops []stop
}

type stop struct {
	name string
	fn   func(context.Context) error
}

// Push adds a part; fn is called once, with a context that bounds the stop.
func (s *Stack) Push(name string, fn func(context.Context) error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.stops = append(s.stops, stop{name, fn})
}

// PushClose adds a part that closes at once.
func (s *Stack) PushClose(name string, fn func() error) {
	s.Push(name, func(context.Context) error { return fn() })
}

// Stop stops all parts in reverse order within limit and joins their errors. Further calls do nothing.
func (s *Stack) Stop(limit time.Duration) error {
	s.mu.Lock()
	stops := s.stops
	s.stops = nil
	s.mu.Unlock()
	ctx, cancel := context.WithTimeout(context.Background(), limit)
	defer cancel()
	var errs []error
	for _, part := range slices.Backward(stops) {
		if err := part.fn(ctx); err != nil {
			errs = append(errs, fmt.Errorf("stop %s: %w", part.name, err))
		}
	}
	return errors.Join(errs...)
}
