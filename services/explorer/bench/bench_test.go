//go:build bench

package bench

import (
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/explorer/internal/fakestream"
	"github.com/ethml/ethml/services/explorer/service"
)

const requests = 100_000

// watcher replays a made-up network, then is silent but for heartbeats.
type watcher struct {
	ethmlv1.UnimplementedWatcherServiceServer
	items []*ethmlv1.SubscribeResponse
	beat  *ethmlv1.SubscribeResponse
}

func (w *watcher) Subscribe(_ *ethmlv1.SubscribeRequest, stream grpc.ServerStreamingServer[ethmlv1.SubscribeResponse]) error {
	for _, item := range append(w.items, w.beat) {
		if err := stream.Send(item); err != nil {
			return err
		}
	}
	<-stream.Context().Done()
	return stream.Context().Err()
}

func serve(t *testing.T) (address string, events int) {
	t.Helper()
	chain := fakestream.New(fakestream.Config{Seed: 1, Arrivals: 20})
	asked := 0
	for asked < requests {
		for _, item := range chain.Grow() {
			if item.GetEvent().GetRequestQueued() != nil {
				asked++
			}
		}
	}
	w := &watcher{items: chain.Items(), beat: chain.Heartbeat()}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	server := grpc.NewServer()
	ethmlv1.RegisterWatcherServiceServer(server, w)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	return listener.Addr().String(), len(w.items)
}

// explorer runs the whole service and gives the URL of its pages.
func explorer(t *testing.T, watcher string) string {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan service.Addrs, 1), make(chan error, 1)
	go func() {
		done <- service.Run(ctx, service.Config{Watcher: watcher, DataDir: t.TempDir(), Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0",
			Security: grpcx.Security{Plaintext: true}, Ready: func(a service.Addrs) { ready <- a }})
	}()
	t.Cleanup(func() {
		cancel()
		require.NoError(t, <-done)
	})
	select {
	case a := <-ready:
		return "http://" + a.HTTP.String()
	case err := <-done:
		done <- err
		t.Fatal(err)
	}
	return ""
}

// await asks for the status until all events are indexed.
func await(t *testing.T, url string, events int) {
	t.Helper()
	tick := time.NewTicker(20 * time.Millisecond)
	defer tick.Stop()
	for {
		response, err := http.Get(url + "/api/v1/status")
		require.NoError(t, err)
		var s struct{ Events int }
		err = json.NewDecoder(response.Body).Decode(&s)
		response.Body.Close()
		require.NoError(t, err)
		if s.Events == events {
			return
		}
		<-tick.C
	}
}

func TestBench(t *testing.T) {
	address, events := serve(t)
	begun := time.Now()
	url := explorer(t, address)
	await(t, url, events)
	took := time.Since(begun)
	figures := map[string]any{"requests": requests, "events": events, "reindex_seconds": took.Seconds(), "reindex_events_per_s": float64(events) / took.Seconds()}

	paint := exec.Command("node", "paint.mjs", url)
	paint.Dir, paint.Stderr = filepath.Join("..", "..", "..", "test", "explorer"), os.Stderr
	raw, err := paint.Output()
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(raw, &figures))
	out, err := json.MarshalIndent(figures, "", "  ")
	require.NoError(t, err)
	fmt.Println(string(out))
	if path := os.Getenv("ETHML_BENCH_JSON"); path != "" {
		require.NoError(t, os.WriteFile(path, append(out, '\n'), 0o644))
	}
}
