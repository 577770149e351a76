package mine

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"time"

	"go.opentelemetry.io/otel/attribute"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/tracing"
	"github.com/ethml/ethml/services/pow/internal/keccak"
)

// Reporter hands a solution to the submitter and returns once it is durable there; used tells whether it was news. ErrSuperseded and ErrRefused are
// final; after any other error the same solution is reported again.
type Reporter interface {
	Report(context.Context, Solution) (used bool, err error)
}

var (
	// ErrSuperseded: the submitter needs no solution of this challenge, or not this miner's.
	ErrSuperseded = errors.New("superseded")
	// ErrRefused: the submitter says that the solution is none.
	ErrRefused = errors.New("refused")
)

// Back-off between reports of the same solution.
const (
	firstPause  = 100 * time.Millisecond
	longest     = 3 * time.Second
	reportLimit = 5 * time.Second // for one call
)

// report sends a solution off. Callers hold mu.
func (m *Miner) report(r *round, miner protocol.Address, p *progress) {
	s := Solution{Challenge: r.Challenge, Miner: miner, Nonce: protocol.Hash(*p.nonce)}
	log := m.Logger.With("block_number", r.Number, "miner", miner.String())
	stream := m.work.Stream
	m.reports.Go(func() {
		for pause := firstPause; ; pause = min(2*pause, longest) {
			sent := time.Now()
			used, err := m.send(r.ctx, s)
			outcome := outcomeOf(r.ctx, err)
			m.Metrics.reports.WithLabelValues(outcome).Inc()
			switch outcome {
			case accepted, superseded:
				m.mu.Lock()
				p.heard, p.stream = true, stream
				done := *p
				m.mu.Unlock()
				if used {
					m.record(r, s, done, sent)
				}
				log.Info("solution reported", "nonce", s.Nonce.String(), "outcome", outcome)
				return
			case refused:
				log.Error("submitter refused a solution; mining anew", "nonce", s.Nonce.String(), "error", err)
				if sleep(r.ctx, longest) {
					m.forget(p)
				}
				return
			case retried:
				log.Debug("report failed; will retry", "error", err)
				// Up to a half more, so that replicas don't come back together.
				if !sleep(r.ctx, pause+rand.N(pause/2)) {
					return
				}
			case tooLate:
				return
			}
		}
	})
}

// What became of a report.
const (
	accepted   = "accepted"
	superseded = "superseded"
	refused    = "refused"
	retried    = "retried"
	tooLate    = "too_late" // its round ended first
)

func outcomeOf(round context.Context, err error) string {
	switch {
	case err == nil:
		return accepted
	case round.Err() != nil:
		return tooLate
	case errors.Is(err, ErrSuperseded):
		return superseded
	case errors.Is(err, ErrRefused):
		return refused
	default:
		return retried
	}
}

func (m *Miner) send(ctx context.Context, s Solution) (used bool, err error) {
	ctx, cancel := context.WithTimeout(ctx, reportLimit)
	defer cancel()
	return m.Reporter.Report(ctx, s)
}

// record records the search for a solution that the submitter took. One it held already adds nothing: it was reported
// again, or another replica was faster.
func (m *Miner) record(r *round, s Solution, p progress, sent time.Time) {
	for _, id := range r.Traces {
		key := fmt.Sprintf("pow/%x/%x", r.Challenge[:], s.Miner[:])
		m.Tracer.Record(tracing.Span{Trace: id, Key: key, Parent: tracing.RequestKey, Name: "search", Start: p.begun, End: p.found, Links: r.Traces,
			Attrs: []attribute.KeyValue{tracing.Int("ethml.block.number", r.Number), tracing.Hex("ethml.challenge", r.Challenge[:]),
				attribute.String("ethml.miner", s.Miner.String()), attribute.Int64("ethml.hashes", int64(p.hashes)),
				attribute.String("ethml.difficulty", r.Target.Difficulty.Dec()), attribute.String("ethml.kernel", m.kernel()),
				attribute.String("ethml.replica", m.Replica)}})
		m.Tracer.Record(tracing.Span{Trace: id, Key: key + "/solution", Parent: key, Name: "solution reported", Start: sent,
			Attrs: []attribute.KeyValue{attribute.String("ethml.nonce", s.Nonce.String())}})
	}
}

func (m *Miner) kernel() string {
	if k, ok := m.Searcher.(interface{ Kernel() keccak.Kernel }); ok {
		return k.Kernel().String()
	}
	return ""
}

// forget drops a solution, so that its miner is mined for again.
func (m *Miner) forget(p *progress) {
	m.mu.Lock()
	defer m.mu.Unlock()
	p.nonce = nil
	m.review()
}

// sleep returns false when ctx ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
