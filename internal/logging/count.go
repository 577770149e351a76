package logging

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/prometheus/client_golang/prometheus"
)

// Counted makes a logger that also counts what it logs at warn and error, in ethml_log_records_total.
func Counted(log *slog.Logger, r prometheus.Registerer) (*slog.Logger, error) {
	records := prometheus.NewCounterVec(prometheus.CounterOpts{Name: "ethml_log_records_total", Help: "Log records at level warn or error."}, []string{"level"})
	if err := r.Register(records); err != nil {
		return nil, fmt.Errorf("register metrics: %w", err)
	}
	return slog.New(counting{log.Handler(), records.WithLabelValues("warn"), records.WithLabelValues("error")}), nil
}

type counting struct {
	slog.Handler
	warnings, errors prometheus.Counter
}

// Enabled implements slog.Handler: what is not written is counted all the same.
func (c counting) Enabled(ctx context.Context, level slog.Level) bool {
	return level >= slog.LevelWarn || c.Handler.Enabled(ctx, level)
}

// Handle implements slog.Handler.
func (c counting) Handle(ctx context.Context, r slog.Record) error {
	switch {
	case r.Level >= slog.LevelError:
		c.errors.Inc()
	case r.Level >= slog.LevelWarn:
		c.warnings.Inc()
	}
	if !c.Handler.Enabled(ctx, r.Level) {
		return nil
	}
	return c.Handler.Handle(ctx, r)
}

// WithAttrs implements slog.Handler.
func (c counting) WithAttrs(attrs []slog.Attr) slog.Handler {
	c.Handler = c.Handler.WithAttrs(attrs)
	return c
}

// WithGroup implements slog.Handler.
func (c counting) WithGroup(name string) slog.Handler {
	c.Handler = c.Handler.WithGroup(name)
	return c
}
