package mine

import (
	"math"

	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus"
)

// Metrics of mining.
type Metrics struct {
	rounds, solutions, faults prometheus.Counter
	drops, reports            *prometheus.CounterVec
	effort, seconds           prometheus.Histogram
}

// NewMetrics registers the metrics with r. It fails if they are there already: each replica has a registry of its own.
func NewMetrics(r prometheus.Registerer) (*Metrics, error) {
	counter := func(name, help string) prometheus.CounterOpts {
		return prometheus.CounterOpts{Namespace: "ethml", Subsystem: "pow", Name: name, Help: help}
	}
	m := &Metrics{
		rounds:    prometheus.NewCounter(counter("rounds_total", "Virtual blocks whose commit phase was seen.")),
		solutions: prometheus.NewCounter(counter("solutions_total", "Solutions found.")),
		faults:    prometheus.NewCounter(counter("kernel_faults_total", "Hashes that the library did not confirm.")),
		drops: prometheus.NewCounterVec(counter("stale_drops_total",
			"Searches dropped because their round ended, their miner was served, or the target eased."), []string{"reason"}),
		reports: prometheus.NewCounterVec(counter("reports_total", "Reports of solutions to the submitter."), []string{"outcome"}),
		effort: prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: "ethml", Subsystem: "pow", Name: "solution_effort_ratio",
			Help:    "Hashes that a solution took, over the number expected. Exponentially distributed with mean 1 if all is well.",
			Buckets: []float64{.01, .05, .1, .25, .5, .75, 1, 1.5, 2, 3, 5, 8}}),
		seconds: prometheus.NewHistogram(prometheus.HistogramOpts{Namespace: "ethml", Subsystem: "pow", Name: "solution_seconds",
			Help:    "Seconds from the first hash for a miner of a round to its solution.",
			Buckets: prometheus.ExponentialBuckets(.001, 4, 10)}),
	}
	for _, reason := range []string{"round_over", "not_wanted", "target_eased"} {
		m.drops.WithLabelValues(reason)
	}
	for _, outcome := range []string{accepted, superseded, refused, retried, tooLate} {
		m.reports.WithLabelValues(outcome)
	}
	return m, Register(r, m.rounds, m.solutions, m.faults, m.drops, m.reports, m.effort, m.seconds)
}

// Register registers all collectors, or fails.
func Register(r prometheus.Registerer, all ...prometheus.Collector) error {
	for _, c := range all {
		if err := r.Register(c); err != nil {
			return err
		}
	}
	return nil
}

// Expected is the mean number of hashes to one that is at most target, big-endian.
func Expected(target [32]byte) float64 {
	return math.Ldexp(1, 256) / (new(uint256.Int).SetBytes32(target[:]).Float64() + 1)
}
