package mine

import (
	"context"
	"errors"
	"math/rand/v2"
	"time"

	"github.com/ethml/ethml/internal/protocol"
)

// Reporter hands a solution to the submitter and returns once it is durable there. ErrSuperseded and ErrRefused are
// final; after any other error the same solution is reported again.
type Reporter interface {
	Report(context.Context, Solution) error
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
			err := m.send(r.ctx, s)
			outcome := outcomeOf(r.ctx, err)
			m.Metrics.reports.WithLabelValues(outcome).Inc()
			switch outcome {
			case accepted, superseded:
				m.mu.Lock()
				p.heard, p.stream = true, stream
				m.mu.Unlock()
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

func (m *Miner) send(ctx context.Context, s Solution) error {
	ctx, cancel := context.WithTimeout(ctx, reportLimit)
	defer cancel()
	return m.Reporter.Report(ctx, s)
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
