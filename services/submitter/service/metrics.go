package service

import (
	"errors"
	"math/big"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/ethml/ethml/services/submitter/internal/txmgr"
	"github.com/ethml/ethml/services/submitter/internal/work"
)

type metrics struct {
	events    *prometheus.CounterVec
	txs       *prometheus.CounterVec
	gas       *prometheus.CounterVec
	spent     prometheus.Counter
	broadcast prometheus.Histogram
}

func newMetrics(r prometheus.Registerer, hub *work.Hub, connected func() error, inFlight func() int) (*metrics, error) {
	opts := func(name, help string) prometheus.Opts {
		return prometheus.Opts{Namespace: "ethml", Subsystem: "submitter", Name: name, Help: help}
	}
	m := &metrics{
		events: prometheus.NewCounterVec(prometheus.CounterOpts(opts("events_total",
			"Reports taken in (prediction, solution) and rounds that ended (round), by what became of them.")), []string{"event", "outcome"}),
		txs: prometheus.NewCounterVec(prometheus.CounterOpts(opts("transactions_total",
			"Transactions by what they were for and what became of them.")), []string{"kind", "outcome"}),
		gas:   prometheus.NewCounterVec(prometheus.CounterOpts(opts("gas_used_total", "Gas used by mined transactions.")), []string{"kind"}),
		spent: prometheus.NewCounter(prometheus.CounterOpts(opts("fees_ether_total", "Ether paid for gas."))),
		broadcast: prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: "ethml", Subsystem: "submitter", Name: "report_to_broadcast_seconds",
			Help:    "From the last report a commit needed to its broadcast.",
			Buckets: []float64{.002, .004, .008, .012, .016, .02, .03, .05, .1, .25, 1, 5}}),
	}
	var errs []error
	for _, c := range []prometheus.Collector{m.events, m.txs, m.gas, m.spent, m.broadcast,
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(opts("watcher_connected", "Whether the watcher's stream is up.")), func() float64 {
			if connected() == nil {
				return 1
			}
			return 0
		}),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(opts("transactions_in_flight", "Transactions sent and not yet mined.")),
			func() float64 { return float64(inFlight()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(opts("replicas", "Pow replicas connected.")),
			func() float64 { return float64(len(hub.Replicas())) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(opts("hash_rate", "Hashes per second of all pow replicas.")), func() float64 {
			var sum float64
			for _, r := range hub.Replicas() {
				sum += r.HashRate
			}
			return sum
		}),
	} {
		errs = append(errs, r.Register(c))
	}
	return m, errors.Join(errs...)
}

func kindOf(key string) string {
	kind, _, _ := strings.Cut(key, "/")
	return kind
}

func (m *metrics) outcome(o txmgr.Outcome) {
	kind := kindOf(o.Key)
	m.txs.WithLabelValues(kind, o.Kind.String()).Inc()
	if o.GasUsed > 0 {
		m.gas.WithLabelValues(kind).Add(float64(o.GasUsed))
	}
	if o.Fee != nil {
		ether, _ := new(big.Float).Quo(new(big.Float).SetInt(o.Fee), big.NewFloat(1e18)).Float64()
		m.spent.Add(ether)
	}
}

func (m *metrics) latency(d time.Duration) { m.broadcast.Observe(d.Seconds()) }
