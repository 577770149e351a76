package logging

import (
	"bytes"
	"log/slog"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil"
	"github.com/stretchr/testify/require"
)

func TestWarningsAndErrorsAreCountedWrittenOrNot(t *testing.T) {
	var out bytes.Buffer
	registry := prometheus.NewRegistry()
	log, err := Counted(slog.New(slog.NewTextHandler(&out, &slog.HandlerOptions{Level: slog.LevelError})), registry)
	require.NoError(t, err)
	log.With("a", 1).WithGroup("g").Warn("not written")
	log.Info("not counted")
	log.Error("written")
	log.Error("written")
	require.NotContains(t, out.String(), "not ")
	c := log.Handler().(counting)
	require.EqualValues(t, 1, testutil.ToFloat64(c.warnings))
	require.EqualValues(t, 2, testutil.ToFloat64(c.errors))
	_, err = Counted(log, registry)
	require.Error(t, err, "one logger for each registry")
}
