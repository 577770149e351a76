package mine

import (
	"context"
	"crypto/sha256"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"

	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/tracing"
	"github.com/ethml/ethml/services/pow/internal/keccak"
	"github.com/ethml/ethml/services/pow/internal/search"
)

// Block is a virtual block whose commits are open.
type Block struct {
	Number    uint64
	Challenge protocol.Hash
	Target    protocol.TargetSchedule
	Traces    []trace.TraceID // of its requests; empty when nothing is recorded
}

// Work is what the submitter wants.
type Work struct {
	Challenge protocol.Hash
	Miners    []protocol.Address
	// Stream numbers the connection that brought it. Work of a later one that still wants a miner whose solution was
	// taken on an earlier one means that the submitter has lost it.
	Stream uint64
}

// Solution is a nonce for a miner.
type Solution struct {
	Challenge protocol.Hash
	Miner     protocol.Address
	Nonce     protocol.Hash
}

// Searcher finds nonces.
type Searcher interface {
	Search(context.Context, search.Job) (search.Result, error)
	// DropKernel changes to the portable kernel; it reports false when that is the one in use.
	DropKernel() bool
}

// Config of a Miner; all but Logger is required.
type Config struct {
	Searcher Searcher
	Reporter Reporter
	Metrics  *Metrics
	Logger   *slog.Logger
	Tracer   *tracing.Tracer // may be nil
	Replica  string          // its name, for Tracer
	// Prefix is the high 64 bits of every nonce tried; random, so that replicas never meet.
	Prefix [8]byte
}

// Miner mines. Its methods may be called from any goroutine.
type Miner struct {
	Config
	reports sync.WaitGroup

	wake chan struct{} // holds a token when there may be something new to search

	mu     sync.Mutex
	clock  clock
	round  *round // nil when no block's commits are open
	work   Work
	job    *job // the search in hand
	closed bool

	solutions uint64
}

// round is the present block and what has been done for it.
type round struct {
	Block
	ctx    context.Context // ends with the round
	cancel context.CancelFunc
	miners map[protocol.Address]*progress
}

// progress is what has been done for one miner of a round.
type progress struct {
	begun  time.Time
	found  time.Time
	next   keccak.Nonce // where to go on
	hashes uint64
	effort float64 // hashes tried over hashes expected, summed over targets
	nonce  *keccak.Nonce
	heard  bool   // the submitter has given its last word on nonce,
	stream uint64 // on this connection
}

// job is a search in hand.
type job struct {
	*round
	ctx    context.Context
	cancel context.CancelCauseFunc
	miner  protocol.Address
	target [32]byte
}

// Why a search was cancelled.
var (
	errRoundOver = errors.New("round over")
	errNotWanted = errors.New("miner not wanted any more")
	errEased     = errors.New("target eased")
)

// New makes a Miner; it does nothing until Run.
func New(c Config) *Miner {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	return &Miner{Config: c, wake: make(chan struct{}, 1)}
}

// SetBlock says which block's commits are open, nil for none, and the time of the newest Ethereum block.
func (m *Miner) SetBlock(b *Block, now uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clock.set(now)
	m.replace(b)
}

// CloseBlock says that the commits of block number are closed, and the time of the newest Ethereum block.
func (m *Miner) CloseBlock(number, now uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clock.set(now)
	if m.round != nil && m.round.Number == number {
		m.replace(nil)
	}
}

// SetTime tells the time of the newest Ethereum block, which eases the target. It wants to be called every few
// seconds, new block or not.
func (m *Miner) SetTime(now uint64) {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.clock.set(now)
	m.review()
}

// replace ends the present round, unless it is b's, and begins b's.
func (m *Miner) replace(b *Block) {
	switch {
	case m.closed:
		return
	case b != nil && m.round != nil && m.round.Challenge == b.Challenge:
		m.round.Target = b.Target // the block may have been opened again by another Ethereum block, after a reorg
	default:
		if m.round != nil {
			m.round.cancel()
			m.round = nil
		}
		if b != nil {
			ctx, cancel := context.WithCancel(context.Background())
			m.round = &round{Block: *b, ctx: ctx, cancel: cancel, miners: make(map[protocol.Address]*progress)}
			m.Metrics.rounds.Inc()
		}
	}
	m.review()
}

// SetWork says what the submitter wants.
func (m *Miner) SetWork(w Work) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.closed {
		return
	}
	m.work = w
	if r := m.agreed(); r != nil {
		for _, address := range w.Miners {
			if p := r.miners[address]; p != nil && p.heard && p.stream != w.Stream {
				p.heard = false
				m.report(r, address, p)
			}
		}
	}
	m.review()
}

// Status is what is being mined.
type Status struct {
	Challenge protocol.Hash
	Number    uint64             // zero when idle
	Miners    []protocol.Address // still without a solution
}

// Status of this moment.
func (m *Miner) Status() Status {
	m.mu.Lock()
	defer m.mu.Unlock()
	if r := m.agreed(); r != nil {
		if open := m.open(r); len(open) > 0 {
			return Status{Challenge: r.Challenge, Number: r.Number, Miners: open}
		}
	}
	return Status{}
}

// Solutions is the number of solutions found so far.
func (m *Miner) Solutions() uint64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	return m.solutions
}

// agreed is the round that watcher and submitter agree on, or nil.
func (m *Miner) agreed() *round {
	if m.round == nil || m.work.Challenge != m.round.Challenge {
		return nil
	}
	return m.round
}

// open are the miners that need a nonce, in this replica's order.
func (m *Miner) open(r *round) []protocol.Address {
	open := slices.DeleteFunc(slices.Clone(m.work.Miners), func(a protocol.Address) bool {
		p := r.miners[a]
		return p != nil && p.nonce != nil
	})
	slices.SortFunc(open, func(a, b protocol.Address) int {
		x, y := m.rank(r, a), m.rank(r, b)
		return slices.Compare(x[:], y[:])
	})
	return open
}

// rank orders miners in a way of this replica's and this round's own.
func (m *Miner) rank(r *round, a protocol.Address) [32]byte {
	return sha256.Sum256(slices.Concat(m.Prefix[:], r.Challenge[:], a[:]))
}

// review cancels the search in hand if it has become useless, and wakes Run if there is something to search. Callers
// hold mu.
func (m *Miner) review() {
	r := m.agreed()
	if r == nil {
		m.drop(errRoundOver)
		return
	}
	open := m.open(r)
	if m.job != nil {
		switch {
		case m.job.round != r:
			m.drop(errRoundOver)
		case !slices.Contains(open, m.job.miner):
			m.drop(errNotWanted)
		case m.job.target != r.Target.At(m.clock.now()).Bytes32():
			m.drop(errEased)
		}
	}
	if m.job == nil && len(open) > 0 {
		select {
		case m.wake <- struct{}{}:
		default:
		}
	}
}

// drop cancels the search in hand.
func (m *Miner) drop(why error) {
	if m.job != nil {
		m.job.cancel(why)
		m.job = nil
	}
}

// take begins the next search, or returns nil if there is none.
func (m *Miner) take() (*job, search.Job) {
	m.mu.Lock()
	defer m.mu.Unlock()
	r := m.agreed()
	if r == nil {
		return nil, search.Job{}
	}
	open := m.open(r)
	if len(open) == 0 {
		return nil, search.Job{}
	}
	p := r.miners[open[0]]
	if p == nil {
		p = &progress{begun: time.Now()}
		copy(p.next[:], m.Prefix[:])
		r.miners[open[0]] = p
	}
	j := &job{round: r, miner: open[0], target: r.Target.At(m.clock.now()).Bytes32()}
	j.ctx, j.cancel = context.WithCancelCause(r.ctx)
	m.job = j
	return j, search.Job{
		Puzzle: keccak.Puzzle{Challenge: r.Challenge, Miner: j.miner, Target: j.target},
		Start:  p.next,
		Found:  func(n keccak.Nonce) { m.found(j, n) },
	}
}

// found keeps a solution and sends it off.
func (m *Miner) found(j *job, n keccak.Nonce) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if j.round.ctx.Err() != nil {
		return
	}
	p := j.miners[j.miner]
	p.nonce, p.found = &n, time.Now()
	m.report(j.round, j.miner, p)
}

// Run mines until ctx ends. It returns when the search and the reports in hand have given up; what it is told from then on
// has no effect.
func (m *Miner) Run(ctx context.Context) {
	defer m.reports.Wait()
	stop := context.AfterFunc(ctx, m.close)
	defer stop()
	defer m.close()
	for ctx.Err() == nil {
		j, task := m.take()
		if j == nil {
			select {
			case <-ctx.Done():
			case <-m.wake:
			}
			continue
		}
		result, err := m.Searcher.Search(j.ctx, task)
		if !m.finish(j, result, err) {
			sleep(ctx, faultPause)
		}
	}
}

func (m *Miner) close() {
	m.mu.Lock()
	defer m.mu.Unlock()
	m.replace(nil)
	m.closed = true
}

// faultPause keeps a machine that can't hash at all from filling the log.
const faultPause = time.Second

// finish books a search that has ended. It reports false when no kernel works.
func (m *Miner) finish(j *job, result search.Result, err error) (ok bool) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.job == j {
		m.job = nil
	}
	defer j.cancel(errRoundOver)
	p := j.miners[j.miner]
	p.next = result.Next
	p.hashes += result.Hashes
	p.effort += float64(result.Hashes) / Expected(j.target)
	switch {
	case err == nil:
		m.solutions++
		m.Metrics.solutions.Inc()
		m.Metrics.effort.Observe(p.effort)
		m.Metrics.seconds.Observe(time.Since(p.begun).Seconds())
	case errors.Is(err, keccak.ErrFault):
		m.Metrics.faults.Inc()
		ok := m.Searcher.DropKernel()
		m.Logger.Error("search kernel is faulty", "error", err, "fell_back", ok)
		return ok
	default:
		m.Metrics.drops.WithLabelValues(reason(context.Cause(j.ctx))).Inc()
	}
	return true
}

func reason(cause error) string {
	switch {
	case errors.Is(cause, errEased):
		return "target_eased"
	case errors.Is(cause, errNotWanted):
		return "not_wanted"
	default:
		return "round_over"
	}
}
