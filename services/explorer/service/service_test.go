package service

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/explorer/internal/fakestream"
)

// watcher gives everything there is, and then waits.
type watcher struct {
	ethmlv1.UnimplementedWatcherServiceServer
	chain *fakestream.Chain
}

func (w *watcher) Subscribe(r *ethmlv1.SubscribeRequest, stream grpc.ServerStreamingServer[ethmlv1.SubscribeResponse]) error {
	items, _ := w.chain.After(r.GetCursor())
	for _, item := range append(items, w.chain.Heartbeat()) {
		if err := stream.Send(item); err != nil {
			return err
		}
	}
	<-stream.Context().Done()
	return nil
}

func watch(t *testing.T) string {
	t.Helper()
	chain := fakestream.New(fakestream.Config{Seed: 4})
	for range 20 {
		chain.Grow()
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	server := grpc.NewServer()
	ethmlv1.RegisterWatcherServiceServer(server, &watcher{chain: chain})
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	return listener.Addr().String()
}

func config(t *testing.T, watcher string) Config {
	return Config{Watcher: watcher, DataDir: t.TempDir(), Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: grpcx.Security{Plaintext: true}}
}

// run runs an explorer; stop ends it and gives what Run returned.
func run(t *testing.T, c Config) (at Addrs, stop func() error) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan Addrs, 1), make(chan error, 1)
	c.Ready = func(a Addrs) { ready <- a }
	go func() { done <- Run(ctx, c) }()
	t.Cleanup(cancel)
	select {
	case at = <-ready:
	case err := <-done:
		t.Fatal(err)
	}
	return at, func() error { cancel(); return <-done }
}

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	response, err := http.Get(url)
	require.NoError(t, err)
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	require.NoError(t, err)
	return response.StatusCode, string(body)
}

// awaitEvent reads the stream of events until one says something.
func awaitEvent(t *testing.T, at Addrs, text string) (open io.Closer) {
	t.Helper()
	response, err := http.Get("http://" + at.HTTP.String() + "/events")
	require.NoError(t, err)
	lines := bufio.NewScanner(response.Body)
	for lines.Scan() {
		if strings.Contains(lines.Text(), text) {
			return response.Body
		}
	}
	t.Fatalf("the stream ended without %s: %v", text, lines.Err())
	return nil
}

func TestExplorerServesAndStopsWithPagesOpen(t *testing.T) {
	at, stop := run(t, config(t, watch(t)))
	open := awaitEvent(t, at, `"connected":true,"head":21`)
	defer open.Close()
	code, body := get(t, "http://"+at.HTTP.String()+"/blocks/1")
	assert.Equal(t, http.StatusOK, code)
	assert.Contains(t, body, "Hash checked")
	code, _ = get(t, "http://"+at.Admin.String()+"/readyz")
	assert.Equal(t, http.StatusOK, code)
	_, metrics := get(t, "http://"+at.Admin.String()+"/metrics")
	assert.Contains(t, metrics, "ethml_explorer_events_folded_total")
	assert.Contains(t, metrics, `ethml_explorer_http_requests_total{code="200",page="blocks"} 1`)
	require.NoError(t, (&healthcheck{Address: at.Admin.String(), Timeout: 5 * time.Second}).Run(t.Context()))
	begun := time.Now()
	require.NoError(t, stop())
	assert.Less(t, time.Since(begun), 5*time.Second, "an open stream doesn't hold up the stop")
}

func TestWithoutWatcherItServesWhatItHas(t *testing.T) {
	c := config(t, watch(t))
	at, stop := run(t, c)
	awaitEvent(t, at, `"connected":true,"head":21`).Close()
	require.NoError(t, stop())

	c.Watcher = "127.0.0.1:1" // nobody is there
	at, stop = run(t, c)
	awaitEvent(t, at, `"connected":false`).Close()
	code, body := get(t, "http://"+at.HTTP.String()+"/blocks/1")
	assert.Equal(t, http.StatusOK, code)
	assert.Contains(t, body, "The watcher is out of reach")
	assert.Contains(t, body, "Hash checked")
	code, _ = get(t, "http://"+at.Admin.String()+"/readyz")
	assert.Equal(t, http.StatusServiceUnavailable, code)
	require.NoError(t, (&healthcheck{Address: at.Admin.String(), Timeout: 5 * time.Second}).Run(t.Context()), "it lives")
	require.NoError(t, stop())
}

func TestWrongConfigurationNamesTheFlag(t *testing.T) {
	good := config(t, "127.0.0.1:1")
	for flag, change := range map[string]func(*Config){
		"--watcher":      func(c *Config) { c.Watcher = "" },
		"--data-dir":     func(c *Config) { c.DataDir = "" },
		"--rpc":          func(c *Config) { c.RPC = "ws//nowhere" },
		"--dev-keystore": func(c *Config) { c.Dev.Network = "network.json" },
		"--ipfs":         func(c *Config) { c.Dev = Dev{Network: "a", Keystore: "b", PasswordFile: "c"} },
		"--plaintext":    func(c *Config) { c.Security = grpcx.Security{} },
	} {
		c := good
		change(&c)
		require.ErrorContains(t, Run(t.Context(), c), flag)
	}
}

func TestTakenPortNamesTheFlag(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer listener.Close()
	c := config(t, "127.0.0.1:1")
	c.Listen = listener.Addr().String()
	require.ErrorContains(t, Run(t.Context(), c), "--listen")
}

func TestFormNeedsAnAccountThatOpens(t *testing.T) {
	c := config(t, "127.0.0.1:1")
	c.IPFS = []string{"http://127.0.0.1:5001"}
	c.Dev = Dev{Network: filepath.Join(t.TempDir(), "network.json"), Keystore: filepath.Join(t.TempDir(), "none"), PasswordFile: "none"}
	require.ErrorContains(t, Run(t.Context(), c), "--dev-keystore")
	require.NoError(t, os.WriteFile(c.Dev.Keystore, []byte("{}"), 0o600))
	require.ErrorContains(t, Run(t.Context(), c), "--dev-password-file")
}
