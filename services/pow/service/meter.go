package service

import (
	"context"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"github.com/ethml/ethml/services/pow/internal/mine"
)

// The rate is taken over the last window seconds.
const window = 5

// meter tells the rate of a counter.
type meter struct {
	total func() uint64

	mu      sync.Mutex
	samples []sample // the newest last, at most window+1
}

type sample struct {
	at    time.Time
	total uint64
}

func newMeter(total func() uint64) *meter {
	return &meter{total: total, samples: []sample{{time.Now(), total()}}}
}

// Run samples the counter every second until ctx ends.
func (m *meter) Run(ctx context.Context) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-ticker.C:
			m.mu.Lock()
			m.samples = append(m.samples, sample{now, m.total()})
			if len(m.samples) > window+1 {
				m.samples = m.samples[1:]
			}
			m.mu.Unlock()
		}
	}
}

// Rate is per second, over the last few seconds.
func (m *meter) Rate() float64 {
	m.mu.Lock()
	defer m.mu.Unlock()
	oldest := m.samples[0]
	elapsed := time.Since(oldest.at).Seconds()
	if elapsed <= 0 {
		return 0
	}
	return float64(m.total()-oldest.total) / elapsed
}

// registerGauges registers what is read when asked for.
func registerGauges(registry prometheus.Registerer, r *replica) error {
	options := func(name, help string, labels prometheus.Labels) prometheus.Opts {
		return prometheus.Opts{Namespace: "ethml", Subsystem: "pow", Name: name, Help: help, ConstLabels: labels}
	}
	link := func(peer string, err func() error) prometheus.Collector {
		o := options("connected", "Whether the stream to the peer is up.", prometheus.Labels{"peer": peer})
		return prometheus.NewGaugeFunc(prometheus.GaugeOpts(o), func() float64 {
			if err() == nil {
				return 1
			}
			return 0
		})
	}
	return mine.Register(registry,
		prometheus.NewCounterFunc(prometheus.CounterOpts(options("hashes_total", "Hashes tried.", nil)),
			func() float64 { return float64(r.searcher.Hashes()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(options("hash_rate", "Hashes per second over the last few seconds.", nil)),
			r.rate.Rate),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(options("threads", "Searching threads.", nil)),
			func() float64 { return float64(r.searcher.Threads()) }),
		prometheus.NewGaugeFunc(prometheus.GaugeOpts(options("kernel_info", "Search kernel chosen at start.",
			prometheus.Labels{"kernel": r.searcher.Kernel().String()})), func() float64 { return 1 }),
		link("watcher", r.watcher.Link.Err),
		link("submitter", r.submitter.Link.Err),
	)
}
