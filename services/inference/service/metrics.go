package service

import (
	"errors"
	"fmt"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/services/inference/internal/catalog"
	"github.com/ethml/ethml/services/inference/internal/pool"
	"github.com/ethml/ethml/services/inference/internal/predict"
)

// metrics are the service's own.
type metrics struct {
	votes    *prometheus.CounterVec
	content  *prometheus.HistogramVec
	steps    *prometheus.HistogramVec
	registry *prometheus.Registry
}

func newMetrics(r *prometheus.Registry) (*metrics, error) {
	m := &metrics{
		votes: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "ethml_inference_votes_total", Help: "Votes reported, by status and what became of the report.",
		}, []string{"status", "outcome"}),
		content: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "ethml_inference_content_fetch_seconds", Help: "Blocks asked for, by source and outcome.",
			Buckets: prometheus.ExponentialBuckets(0.001, 4, 8),
		}, []string{"source", "outcome"}),
		steps: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "ethml_inference_step_seconds", Help: "Time that the steps of a prediction took.",
			Buckets: prometheus.ExponentialBuckets(0.0002, 4, 10),
		}, []string{"step"}),
		registry: r,
	}
	for _, step := range predict.Steps {
		m.steps.WithLabelValues(step)
	}
	return m, errors.Join(r.Register(m.votes), r.Register(m.content), r.Register(m.steps))
}

func (m *metrics) step(name string, took time.Duration) {
	m.steps.WithLabelValues(name).Observe(took.Seconds())
}

func (m *metrics) reported(status uint32, outcome string) {
	m.votes.WithLabelValues(fmt.Sprint(status), outcome).Inc()
}

func (m *metrics) observe(source string, outcome content.Outcome, took time.Duration) {
	m.content.WithLabelValues(source, string(outcome)).Observe(took.Seconds())
}

// watch adds what is read when asked for.
func (m *metrics) watch(c *catalog.Catalog, live func() bool, p *pool.Pool) error {
	count := func(s catalog.State) func() float64 {
		return func() float64 {
			n := 0.0
			for _, e := range c.All() {
				if e.Info().State == s {
					n++
				}
			}
			return n
		}
	}
	var errs []error
	for state, name := range map[catalog.State]string{
		catalog.Known: "known", catalog.Loading: "loading", catalog.Usable: "ready", catalog.Unusable: "unavailable",
	} {
		errs = append(errs, m.registry.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "ethml_inference_models", Help: "Models by state.", ConstLabels: prometheus.Labels{"state": name},
		}, count(state))))
	}
	errs = append(errs, m.registry.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "ethml_inference_following", Help: "1 while the watcher's stream stands.",
	}, func() float64 {
		if live() {
			return 1
		}
		return 0
	})), m.registry.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "ethml_inference_workers", Help: "Worker processes.",
	}, func() float64 { return float64(p.Workers()) })),
		m.registry.Register(prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "ethml_inference_workers_lost_total", Help: "Worker processes that died or had to be ended.",
		}, func() float64 { return float64(p.Lost()) })),
		m.registry.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "ethml_inference_models_quarantined", Help: "Models that rest because they killed workers.",
		}, func() float64 { return float64(p.Quarantined()) })),
		m.registry.Register(prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "ethml_inference_golden_failures_total", Help: "Models that did not reproduce a golden case on this machine.",
		}, func() float64 { return float64(c.GoldenFailures()) })))
	return errors.Join(errs...)
}
