package web

import (
	"errors"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
)

// Metrics of the pages. A nil *Metrics measures nothing.
type Metrics struct {
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
}

// NewMetrics registers the metrics.
func NewMetrics(r prometheus.Registerer) (*Metrics, error) {
	m := &Metrics{
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{Name: "ethml_explorer_http_requests_total",
			Help: "HTTP requests answered."}, []string{"page", "code"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{Name: "ethml_explorer_http_request_seconds",
			Help: "Time to answer an HTTP request.", Buckets: prometheus.ExponentialBuckets(0.001, 3, 9)}, []string{"page"}),
	}
	return m, errors.Join(r.Register(m.requests), r.Register(m.seconds))
}

// parts are the first parts of paths that are counted by name; others are counted together.
var parts = map[string]bool{"": true, "blocks": true, "requests": true, "models": true, "operators": true, "search": true, "ask": true,
	"about": true, "static": true, "api": true, "events": true}

func (m *Metrics) observe(r *http.Request, code int, took time.Duration) {
	if m == nil {
		return
	}
	part, _, _ := strings.Cut(strings.TrimPrefix(r.URL.Path, "/"), "/")
	if !parts[part] {
		part = "other"
	}
	if part == "" {
		part = "overview"
	}
	m.requests.WithLabelValues(part, strconv.Itoa(code)).Inc()
	if part != "events" {
		m.seconds.WithLabelValues(part).Observe(took.Seconds())
	}
}
