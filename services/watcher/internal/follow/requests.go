package follow

import (
	"math/big"
	"strconv"
	"strings"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/ethml/ethml/services/watcher/internal/state"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// requestMetrics say how requests fare. Phases are told by the chain's clock.
type requestMetrics struct {
	open       *prometheus.GaugeVec
	ended      *prometheus.CounterVec
	phases     *prometheus.HistogramVec
	callbacks  prometheus.Counter
	difficulty prometheus.Gauge
	block      prometheus.Gauge

	// The open virtual block; only the follower's goroutine touches what follows.
	number         uint64
	opened, closed uint64            // seconds since the Unix epoch; 0: not yet
	made           map[uint64]uint64 // when requests were made, those since the start
}

// Phases of a request's life.
const (
	phaseQueue  = "queue"  // made to in a block
	phaseCommit = "commit" // the block opened to commits closed
	phaseReveal = "reveal" // commits closed to settled, callback included
	phaseTotal  = "total"  // made to settled
)

func newRequestMetrics() *requestMetrics {
	m := &requestMetrics{
		open: prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "ethml_watcher_open_requests",
			Help: "Requests that have not ended: waiting in the queue, or in the open virtual block."}, []string{"state"}),
		ended: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "ethml_watcher_requests_ended_total",
			Help: "Requests that ended, by end state; reason is the status code on chain, 0 unless failed."}, []string{"state", "reason"}),
		phases: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "ethml_watcher_request_phase_seconds",
			Help:    "Time that requests answered or failed took, by phase and by the chain's clock.",
			Buckets: []float64{1, 2, 4, 8, 15, 30, 60, 120, 300, 600, 1800, 3600, 21600, 86400}}, []string{"phase"}),
		callbacks:  prometheus.NewCounter(prometheus.CounterOpts{Name: "ethml_watcher_callbacks_failed_total", Help: "Callbacks that the requester's contract did not take."}),
		difficulty: prometheus.NewGauge(prometheus.GaugeOpts{Name: "ethml_watcher_difficulty", Help: "Difficulty of the newest virtual block; 0 until one is seen."}),
		block:      prometheus.NewGauge(prometheus.GaugeOpts{Name: "ethml_watcher_virtual_block", Help: "Number of the newest virtual block."}),
		made:       map[uint64]uint64{},
	}
	for _, phase := range []string{phaseQueue, phaseCommit, phaseReveal, phaseTotal} {
		m.phases.WithLabelValues(phase)
	}
	for _, state := range []string{"answered", "cancelled", "expired"} {
		m.ended.WithLabelValues(state, "0")
	}
	return m
}

func (m *requestMetrics) all() []prometheus.Collector {
	return []prometheus.Collector{m.open, m.ended, m.phases, m.callbacks, m.difficulty, m.block}
}

// view takes in the present state.
func (m *requestMetrics) view(s *state.State) {
	open := s.Open().GetOpened()
	m.open.WithLabelValues("waiting").Set(float64(s.Pending() - len(open.GetRequestIds())))
	m.open.WithLabelValues("in_block").Set(float64(len(open.GetRequestIds())))
	if number, _ := s.Block(); number > 0 {
		m.block.Set(float64(number))
	}
	if open != nil {
		m.setDifficulty(open.GetTarget().GetDifficulty())
	}
}

func (m *requestMetrics) setDifficulty(raw []byte) {
	value, _ := new(big.Float).SetInt(new(big.Int).SetBytes(raw)).Float64()
	m.difficulty.Set(value)
}

// observe takes in events that were added to the log, in order; before is the state before them.
func (m *requestMetrics) observe(events []*ethmlv1.Event, before *state.State) {
	if b := before.Open(); b != nil && m.number == 0 {
		m.number, m.opened, m.closed = b.GetOpened().GetNumber(), b.GetPosition().GetBlockTime(), b.GetCommitClosedAt()
	}
	for _, e := range events {
		now := e.GetPosition().GetBlockTime()
		switch k := e.GetKind().(type) {
		case *ethmlv1.Event_RequestQueued:
			m.made[k.RequestQueued.GetId()] = now
		case *ethmlv1.Event_BlockOpened:
			m.number, m.opened, m.closed = k.BlockOpened.GetNumber(), now, 0
		case *ethmlv1.Event_CommitClosed:
			m.closed = now
		case *ethmlv1.Event_BlockEnded:
			if next := k.BlockEnded.GetNextDifficulty(); len(next) > 0 {
				m.setDifficulty(next)
			}
		case *ethmlv1.Event_CallbackResult:
			if !k.CallbackResult.GetDelivered() {
				m.callbacks.Inc()
			}
		case *ethmlv1.Event_RequestEnded:
			m.requestEnded(k.RequestEnded, now, before)
		}
	}
}

func (m *requestMetrics) requestEnded(r *ethmlv1.RequestEnded, now uint64, before *state.State) {
	name := strings.ToLower(strings.TrimPrefix(r.GetState().String(), "REQUEST_END_STATE_"))
	m.ended.WithLabelValues(name, strconv.FormatUint(uint64(r.GetReason()), 10)).Inc()
	made, known := m.made[r.GetId()]
	delete(m.made, r.GetId())
	if !known {
		made = before.Request(r.GetId()).GetPosition().GetBlockTime()
	}
	// The next block may be open already, in the same transaction.
	if r.GetBlockNumber() == 0 || r.GetBlockNumber() != m.number || made == 0 || m.opened == 0 || m.closed == 0 {
		return
	}
	for phase, seconds := range map[string]uint64{
		phaseQueue: m.opened - min(made, m.opened), phaseCommit: m.closed - min(m.opened, m.closed),
		phaseReveal: now - min(m.closed, now), phaseTotal: now - min(made, now),
	} {
		m.phases.WithLabelValues(phase).Observe(float64(seconds))
	}
}
