package follow

import (
	"strings"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/ethml/ethml/services/watcher/internal/eventlog"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Metrics of following; NewMetrics makes them.
type Metrics struct {
	state         *prometheus.GaugeVec
	block         prometheus.Gauge
	nodeBlock     prometheus.Gauge
	remaining     prometheus.Gauge
	stored        prometheus.Gauge
	pending       prometheus.Gauge
	seen          *prometheus.CounterVec
	reorgs        prometheus.Counter
	retracted     prometheus.Counter
	reorgDepth    prometheus.Histogram
	nodeErrors    prometheus.Counter
	appendSeconds prometheus.Histogram
	lag           prometheus.Gauge
	headTime      prometheus.Gauge
	requests      *requestMetrics
}

// NewMetrics registers the metrics; a nil registerer leaves them unregistered.
func NewMetrics(r prometheus.Registerer) (*Metrics, error) {
	gauge := func(name, help string) prometheus.Gauge {
		return prometheus.NewGauge(prometheus.GaugeOpts{Name: "ethml_watcher_" + name, Help: help})
	}
	counter := func(name, help string) prometheus.Counter {
		return prometheus.NewCounter(prometheus.CounterOpts{Name: "ethml_watcher_" + name, Help: help})
	}
	m := &Metrics{
		state:     prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "ethml_watcher_state", Help: "1 for the state the watcher is in, 0 for the others."}, []string{"state"}),
		block:     gauge("head_block", "Newest Ethereum block in the event log."),
		nodeBlock: gauge("node_head_block", "Newest Ethereum block of the node."),
		remaining: gauge("backfill_remaining_blocks", "Ethereum blocks of history still to read."),
		stored:    gauge("log_events", "Events in the log."),
		pending:   gauge("pending_requests", "Requests that have not ended."),
		seen: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "ethml_watcher_events_total",
			Help: "Events added to the log."}, []string{"kind"}),
		reorgs:    counter("reorgs_total", "Chain reorganisations followed."),
		retracted: counter("retracted_events_total", "Events dropped by reorganisations."),
		reorgDepth: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "ethml_watcher_reorg_depth_blocks",
			Help: "Blocks dropped by a reorganisation.", Buckets: []float64{1, 2, 3, 5, 8, 12, 20, 32, 64, 128}}),
		nodeErrors: counter("node_errors_total", "Times a node was lost or given up."),
		appendSeconds: prometheus.NewHistogram(prometheus.HistogramOpts{Name: "ethml_watcher_append_seconds",
			Help:    "Time from learning of new blocks to having their events durable.",
			Buckets: []float64{.0005, .001, .002, .005, .01, .02, .05, .1, .5, 1, 5}}),
	}
	m.lag = gauge("lag_blocks", "Ethereum blocks that the event log is behind the node.")
	m.headTime = gauge("head_timestamp_seconds", "Time of the newest Ethereum block in the event log, since the Unix epoch.")
	m.requests = newRequestMetrics()
	if r == nil {
		return m, nil
	}
	for _, c := range append(m.requests.all(), m.state, m.block, m.nodeBlock, m.remaining, m.stored, m.pending, m.seen,
		m.reorgs, m.retracted, m.reorgDepth, m.nodeErrors, m.appendSeconds, m.lag, m.headTime) {
		if err := r.Register(c); err != nil {
			return nil, err
		}
	}
	return m, nil
}

func stateName(s ethmlv1.WatcherState) string {
	return strings.ToLower(strings.TrimPrefix(s.String(), "WATCHER_STATE_"))
}

func (m *Metrics) status(s Status) {
	m.nodeBlock.Set(float64(s.Node))
	for number := range ethmlv1.WatcherState_name {
		if state := ethmlv1.WatcherState(number); state != ethmlv1.WatcherState_WATCHER_STATE_UNSPECIFIED {
			on := 0.0
			if state == s.State {
				on = 1
			}
			m.state.WithLabelValues(stateName(state)).Set(on)
		}
	}
}

func (m *Metrics) view(v *view, log *eventlog.Log) {
	m.block.Set(float64(v.head.Number))
	m.stored.Set(float64(log.Events()))
	m.pending.Set(float64(v.state.Pending()))
	m.headTime.Set(float64(v.head.Time))
	m.requests.view(v.state)
}

func (m *Metrics) behind(node, log uint64) { m.lag.Set(float64(node - min(node, log))) }

func (m *Metrics) events(entries []*eventlog.Entry) {
	for _, e := range entries {
		m.seen.WithLabelValues(strings.ToLower(strings.TrimPrefix(e.Kind.String(), "EVENT_KIND_"))).Inc()
	}
}

func (m *Metrics) reorg(depth, events uint64) {
	m.reorgs.Inc()
	m.reorgDepth.Observe(float64(depth))
	m.retracted.Add(float64(events))
}
