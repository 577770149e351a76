// Package search runs a kernel on many threads until a puzzle is solved.
package search

import (
	"context"
	"errors"
	"sync"
	"sync/atomic"
	"time"

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
	running sync.WaitGroup
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

// Hashes is the exact number of hashes that all searches have tried, up to the slices in hand.
func (s *Searcher) Hashes() uint64 { return s.hashes.Load() }

// Job is one search.
type Job struct {
	keccak.Puzzle
	// Start is where the search begins; it is rounded down to a batch (65,536 nonces).
	Start keccak.Nonce
	// Found, if set, is told of the solution before the other threads have stopped, which Search waits for. It runs on a
	// searching thread and must not block.
	Found func(keccak.Nonce)
	// Progress, if set, counts this job's hashes.
	Progress *atomic.Uint64
}

// Result is how far a search got.
type Result struct {
	// Nonce solves the puzzle, if Search returned no error.
	Nonce keccak.Nonce
	// Hashes is the exact number of hashes tried; but if the system kept a thread from running, the last half
	// millisecond of that one counts in Searcher.Hashes and Job.Progress only.
	Hashes uint64
	// Next is where to go on: behind all batches that were begun.
	Next keccak.Nonce
}

// grace is how long a search that is over waits for its last threads. On a machine that isn't overloaded they need a
// fraction of it; one that the system doesn't let run must not keep the next search waiting.
const grace = time.Millisecond

// Search tries nonces from job.Start upwards on all threads, each in batches of its own, until one solves the puzzle or
// ctx ends; every thread looks at ctx about twice a millisecond. It fails with ctx's error, with keccak.ErrNoTarget,
// and with keccak.ErrFault when the kernel can't be relied on. Result is valid in each case.
func (s *Searcher) Search(ctx context.Context, job Job) (Result, error) {
	start := job.Start.Batch()
	if err := job.Check(); err != nil {
		return Result{Next: start}, err
	}
	r := &run{ctx: ctx, job: &job, kernel: s.Kernel(), start: start, total: &s.hashes,
		over: make(chan struct{}), ended: make(chan struct{})}
	r.searching.Store(int32(s.threads))
	s.running.Add(s.threads)
	for range s.threads {
		go func() {
			defer s.running.Done()
			lowerPriority(s.nice)
			r.work()
		}()
	}
	select {
	case <-ctx.Done():
	case <-r.over:
	}
	late := time.NewTimer(grace)
	defer late.Stop()
	select {
	case <-r.ended:
	case <-late.C:
	}
	return r.result()
}

// Wait waits until no thread searches. No search may begin meanwhile.
func (s *Searcher) Wait() { s.running.Wait() }

// run is one search in hand.
type run struct {
	ctx       context.Context
	job       *Job
	kernel    keccak.Kernel
	start     keccak.Nonce
	batches   atomic.Uint64 // handed out so far
	hashes    atomic.Uint64
	total     *atomic.Uint64
	searching atomic.Int32  // threads
	stop      atomic.Bool   // found or failed
	over      chan struct{} // closed with stop
	ended     chan struct{} // closed by the last thread

	mu       sync.Mutex
	returned bool
	found    *keccak.Nonce
	err      error
}

// result closes the books: a solution that comes later is lost.
func (r *run) result() (Result, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.returned = true
	result := Result{Hashes: r.hashes.Load(), Next: r.start.AddBatches(r.batches.Load())}
	if r.found != nil {
		result.Nonce = *r.found
		return result, nil
	}
	return result, errors.Join(r.ctx.Err(), r.err)
}

// work is one thread's part.
func (r *run) work() {
	defer func() {
		if r.searching.Add(-1) == 0 {
			close(r.ended)
		}
	}()
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

// end is called once, with mu held.
func (r *run) end() {
	r.stop.Store(true)
	close(r.over)
}

func (r *run) fail(err error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stop.Load() {
		return
	}
	r.err = err
	r.end()
}

// solve keeps the first solution.
func (r *run) solve(n keccak.Nonce) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.stop.Load() || r.returned {
		return
	}
	r.found = &n
	if r.job.Found != nil {
		r.job.Found(n)
	}
	r.end()
}
