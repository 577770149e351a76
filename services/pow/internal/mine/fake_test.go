package mine

import (
	"context"
	"errors"
	"sync"
	"testing"
	"time"

	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/pow/internal/keccak"
	"github.com/ethml/ethml/services/pow/internal/search"
)

// call is one search that the miner under test has begun.
type call struct {
	search.Job
	ctx    context.Context
	answer chan answer
}

type answer struct {
	result search.Result
	err    error
}

// solve ends a search with a nonce.
func (c *call) solve(n keccak.Nonce) {
	c.Found(n)
	c.answer <- answer{result: search.Result{Nonce: n, Hashes: 100, Next: c.Start.AddBatches(1)}}
}

// fakeSearcher hands its searches to the test. Like the real one, a search ends with its context.
type fakeSearcher struct {
	calls   chan *call
	dropped int
}

func (f *fakeSearcher) Search(ctx context.Context, job search.Job) (search.Result, error) {
	c := &call{Job: job, ctx: ctx, answer: make(chan answer, 1)}
	f.calls <- c
	select {
	case a := <-c.answer:
		return a.result, a.err
	case <-ctx.Done():
		return search.Result{Hashes: 7, Next: job.Start.AddBatches(3)}, ctx.Err()
	}
}

func (f *fakeSearcher) DropKernel() bool {
	f.dropped++
	return f.dropped == 1
}

// fakeSubmitter answers reports with the queued errors, then with nil.
type fakeSubmitter struct {
	mu      sync.Mutex
	errs    []error
	reports []Solution
	times   []time.Time
}

func (f *fakeSubmitter) Report(_ context.Context, s Solution) (bool, error) {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.reports = append(f.reports, s)
	f.times = append(f.times, time.Now())
	if len(f.errs) == 0 {
		return true, nil
	}
	err := f.errs[0]
	f.errs = f.errs[1:]
	return err == nil, err
}

func (f *fakeSubmitter) reported() []Solution {
	f.mu.Lock()
	defer f.mu.Unlock()
	return append([]Solution(nil), f.reports...)
}

type bench struct {
	*Miner
	searcher  *fakeSearcher
	submitter *fakeSubmitter
	registry  *prometheus.Registry
}

// start runs a miner until the test ends. It belongs inside a synctest bubble.
func start(t *testing.T) *bench {
	t.Helper()
	b := &bench{searcher: &fakeSearcher{calls: make(chan *call, 100)}, submitter: &fakeSubmitter{}, registry: prometheus.NewRegistry()}
	metrics, err := NewMetrics(b.registry)
	if err != nil {
		t.Fatal(err)
	}
	b.Miner = New(Config{Searcher: b.searcher, Reporter: b.submitter, Metrics: metrics, Prefix: [8]byte{1, 2, 3}})
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); b.Run(ctx) }()
	t.Cleanup(func() { cancel(); <-done })
	return b
}

func hash(b byte) protocol.Hash       { return protocol.Hash{0: b, 31: b} }
func address(b byte) protocol.Address { return protocol.Address{0: b, 19: b} }

// block opened at time 1000, easing every 10 seconds.
func block(number byte) *Block {
	return &Block{Number: uint64(number), Challenge: hash(number), Target: protocol.TargetSchedule{
		Difficulty: uint256.NewInt(1 << 20), OpenedAt: 1000, CommitWindow: 10 * time.Second,
	}}
}

func work(number byte, miners ...byte) Work {
	w := Work{Challenge: hash(number), Stream: 1}
	for _, m := range miners {
		w.Miners = append(w.Miners, address(m))
	}
	return w
}

var errDown = errors.New("submitter is down")

// advance moves the clock of the synctest bubble.
func advance(d time.Duration) { <-time.After(d) }
