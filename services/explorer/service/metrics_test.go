package service_test

import (
	"context"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/metricstest"
	"github.com/ethml/ethml/services/explorer/service"
)

func TestMetricsFollowTheConventionsAndAreListed(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	registry, ready, done := admin.NewRegistry(), make(chan struct{}), make(chan error, 1)
	go func() {
		done <- service.Run(ctx, service.Config{
			Watcher: "127.0.0.1:1", DataDir: t.TempDir(), Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0",
			Security: grpcx.Security{Plaintext: true}, Registry: registry, Ready: func(service.Addrs) { close(ready) },
		})
	}()
	select {
	case <-ready:
	case err := <-done:
		t.Fatal(err)
	}
	metricstest.Check(t, "explorer", registry)
	cancel()
	require.NoError(t, <-done)
}
