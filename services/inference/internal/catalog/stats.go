package catalog

import (
	"sync"
	"time"
)

// Sum adds up how often and how long.
type Sum struct {
	Count uint64
	Time  time.Duration
}

func (s *Sum) add(d time.Duration) { s.Count++; s.Time += d }

// Counters are what a model has done so far.
type Counters struct {
	Last                                        time.Time
	Rows                                        uint64
	Success, Fail, Queue, Input, Infer, Outputs Sum
}

// Stats counts. It is safe for concurrent use.
type Stats struct {
	mu sync.Mutex
	c  Counters
}

// Succeeded counts a run of so many rows and how long its parts took.
func (s *Stats) Succeeded(at time.Time, rows uint64, total, queue, input, infer, output time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.c.Last = at
	s.c.Rows += rows
	s.c.Success.add(total)
	s.c.Queue.add(queue)
	s.c.Input.add(input)
	s.c.Infer.add(infer)
	s.c.Outputs.add(output)
}

// Failed counts a run that failed.
func (s *Stats) Failed(at time.Time, total time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.c.Last = at
	s.c.Fail.add(total)
}

// Read returns the counters.
func (s *Stats) Read() Counters {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.c
}
