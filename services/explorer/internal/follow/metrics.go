package follow

import (
	"errors"

	"github.com/prometheus/client_golang/prometheus"
)

// Metrics of the indexing. A nil *Metrics counts nothing.
type Metrics struct {
	events, retractions prometheus.Counter
	headBlock           prometheus.Gauge
}

// NewMetrics registers the metrics.
func NewMetrics(r prometheus.Registerer) (*Metrics, error) {
	m := &Metrics{
		events: prometheus.NewCounter(prometheus.CounterOpts{Name: "ethml_explorer_events_folded_total",
			Help: "Events folded into the index."}),
		retractions: prometheus.NewCounter(prometheus.CounterOpts{Name: "ethml_explorer_retractions_total",
			Help: "Reorganisations taken back."}),
		headBlock: prometheus.NewGauge(prometheus.GaugeOpts{Name: "ethml_explorer_head_block",
			Help: "Newest Ethereum block the watcher told of."}),
	}
	return m, errors.Join(r.Register(m.events), r.Register(m.retractions), r.Register(m.headBlock))
}

func (m *Metrics) folded(events, retractions int) {
	if m == nil {
		return
	}
	m.events.Add(float64(events))
	m.retractions.Add(float64(retractions))
}

func (m *Metrics) head(number uint64) {
	if m != nil {
		m.headBlock.Set(float64(number))
	}
}
