package main

import (
	"context"
	"errors"
	"math/rand/v2"
	"runtime"
	"slices"
	"sync/atomic"
	"time"

	"github.com/ethml/ethml/services/pow/internal/keccak"
	"github.com/ethml/ethml/services/pow/internal/search"
	"github.com/ethml/ethml/services/pow/service"
)

type stopFigures struct {
	median, p99, longest time.Duration // from a stop until the search has returned
	last                 time.Duration // until the last thread had ended, p99
	work                 time.Duration // the most that a thread searched after a stop, of its CPU time
}

// measureStops stops searches at random moments, on threads as nice as the service's are by default.
func measureStops(n int) (f stopFigures, err error) {
	kernel, err := keccak.Select("")
	if err != nil {
		return f, err
	}
	threads := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(2 * threads)) // as the service's main function does
	s := search.New(search.Config{Kernel: kernel, Threads: threads, Nice: service.DefaultNice})
	var took, last []time.Duration
	var late, tried uint64
	var searching time.Duration
	for range n {
		ctx, cancel := context.WithCancel(context.Background())
		var hashes atomic.Uint64
		ended := make(chan error, 1)
		begun := time.Now()
		go func() {
			_, err := s.Search(ctx, search.Job{Puzzle: hopeless, Progress: &hashes})
			ended <- err
		}()
		select {
		case err := <-ended:
			cancel()
			return f, err
		case <-time.After(2*time.Millisecond + rand.N(5*time.Millisecond)):
		}
		stopped := time.Now()
		cancel()
		atStop := hashes.Load()
		if err := <-ended; !errors.Is(err, context.Canceled) {
			return f, err
		}
		took = append(took, time.Since(stopped))
		s.Wait()
		last = append(last, time.Since(stopped))
		late = max(late, hashes.Load()-atStop)
		tried += hashes.Load()
		searching += stopped.Sub(begun)
	}
	slices.Sort(took)
	slices.Sort(last)
	perThread := float64(tried) / searching.Seconds() / float64(threads)
	f = stopFigures{median: took[n/2], p99: took[n*99/100], longest: took[n-1], last: last[n*99/100]}
	f.work = time.Duration(float64(late) / float64(threads) / perThread * float64(time.Second))
	return f, nil
}
