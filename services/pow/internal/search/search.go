// Package search runs a kernel on many threads until a puzzle is solved.
package search

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"

	"github.com/ethml/ethml/services/pow/internal/keccak"
)

// Config says how to search. The zero value of Threads and Priority is usable.
type Config struct {
	Kernel keccak.Kernel
	// Threads is the number of searching threads; default: DefaultThreads.
	Threads int
	// Nice is added to the niceness of the searching threads, and of no other (0 to 19, Linux only).
	Nice int
}

// Searcher solves puzzles. It may be used by many goroutines; concurrent searches compete for the CPUs.
type Searcher struct {
	kernel  atomic.Pointer[keccak.Kernel]
	threads int
	nice    int
	hashes  atomic.Uint64
}

// New makes a Searcher.
func New(c Config) *Searcher {
	if c.Threads <= 0 {
		c.Threads = DefaultThreads()
	}
	s := &Searcher{threads: c.Threads, nice: c.Nice}
	s.kernel.Store(&c.Kernel)
	return s
}

// Kernel is the kernel in use.
func (s *Searcher) Kernel() keccak.Kernel { return *s.kernel.Load() }

// SetKernel changes the kernel for searches that begin from now on.
func (s *Searcher) SetKernel(k keccak.Kernel) { s.kernel.Store(&k) }

// Threads is the number of searching threads.
func (s *Searcher) Threads() int { return s.threads }

// Hashes is the exact number of hashes that all searches have tried, running ones up to their last slice.
func (s *Searcher) Hashes() uint64 { return s.hashes.Load() }

// Job is one search.
type Job struct {
	keccak.Puzzle
	// Start is where the search begins; it is rounded down to a batch (65,536 nonces).
	Start keccak.Nonce
	// Found, if set, is told of the solution at once: Search returns only when all threads have stopped. It runs on a
	// searching thread and must not block.
	Found func(keccak.Nonce)
	// Progress, if set, counts this job's hashes while it runs.
	Progress *atomic.Uint64
}

// Result is how far a search got.
type Result struct {
	// Nonce solves the puzzle, if Search returned no error.
	Nonce keccak.Nonce
	// Hashes is the exact number of hashes tried.
	Hashes uint64
	// Next is where to go on: the first batch that no thread has begun.
	Next keccak.Nonce
}

// Search tries nonces from job.Start upwards on all threads, each in batches of its own, until one solves the puzzle or
// ctx ends; every thread looks at ctx about twice a millisecond. It fails with ctx's error, with keccak.ErrNoTarget,
// and with keccak.ErrFault when the kernel can't be relied on. Result is valid in each case.
func (s *Searcher) Search(ctx context.Context, job Job) (Result, error) {
	start := job.Start.Batch()
	if err := job.Check(); err != nil {
		return Result{Next: start}, err
	}
	r := &run{ctx: ctx, job: &job, kernel: s.Kernel(), start: start, total: &s.hashes}
	var threads sync.WaitGroup
	for range s.threads {
		threads.Go(func() {
			lowerPriority(s.nice)
			r.work()
		})
	}
	threads.Wait()
	result := Result{Hashes: r.hashes.Load(), Next: start.AddBatches(r.batches.Load())}
	if r.found != nil {
		result.Nonce = *r.found
		return result, nil
	}
	return result, errors.Join(ctx.Err(), r.err)
}

// run is one search in hand.
type run struct {
	ctx     context.Context
	job     *Job
	kernel  keccak.Kernel
	start   keccak.Nonce
	batches atomic.Uint64 // handed out so far
	hashes  atomic.Uint64
	total   *atomic.Uint64
	stop    atomic.Bool

	mu    sync.Mutex
	found *keccak.Nonce
	err   error
}

// work is one thread's part.
func (r *run) work() {
	var scanner *keccak.Scanner
	for !r.stopped() {
		batch := r.start.AddBatches(r.batches.Add(1) - 1)
		if scanner == nil {
			scanner = r.kernel.NewScanner(&r.job.Puzzle, batch)
		} else {
			scanner.Reset(&r.job.Puzzle, batch)
		}
		for !scanner.Done() && !r.stopped() {
			solutions, hashes, err := scanner.Scan()
			r.hashes.Add(hashes)
			r.total.Add(hashes)
			if r.job.Progress != nil {
				r.job.Progress.Add(hashes)
			}
			if err != nil {
				r.fail(err)
			}
			if len(solutions) > 0 {
				r.solve(solutions[0])
			}
		}
	}
}

func (r *run) stopped() bool { return r.stop.Load() || r.ctx.Err() != nil }

func (r *run) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stop.Store(true)
	r.err = err
}

// solve keeps the first solution.
func (r *run) solve(n keccak.Nonce) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.stop.Store(true)
	if r.found == nil {
		r.found = &n
		if r.job.Found != nil {
			r.job.Found(n)
		}
	}
}
