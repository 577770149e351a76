package service_test

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"math/big"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/metricstest"
	"github.com/ethml/ethml/services/watcher/internal/testnet"
	"github.com/ethml/ethml/services/watcher/service"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

var plaintext = grpcx.Security{Plaintext: true}

// running is a watcher that was started.
type running struct {
	t      *testing.T
	addrs  service.Addrs
	client ethmlv1.WatcherServiceClient
	stop   context.CancelFunc
	done   chan error
}

func config(t *testing.T, n *testnet.Net) service.Config {
	return service.Config{RPC: []string{n.Chain.WSURL()}, Coordinator: n.Coordinator.Hex(), DataDir: t.TempDir(),
		Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: plaintext, PollInterval: 50 * time.Millisecond}
}

func start(t *testing.T, c service.Config) *running {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready := make(chan service.Addrs, 1)
	c.Ready = func(a service.Addrs) { ready <- a }
	r := &running{t: t, stop: cancel, done: make(chan error, 1)}
	go func() { r.done <- service.Run(ctx, c) }()
	select {
	case r.addrs = <-ready:
	case err := <-r.done:
		require.NoError(t, err, "the watcher ended")
	}
	conn, err := grpcx.Dial(r.addrs.GRPC.String(), grpcx.ClientConfig{Security: plaintext})
	require.NoError(t, err)
	r.client = ethmlv1.NewWatcherServiceClient(conn)
	t.Cleanup(func() {
		_ = conn.Close()
		cancel()
	})
	return r
}

func (r *running) shutdown() {
	r.t.Helper()
	r.stop()
	require.NoError(r.t, <-r.done)
}

// subscribe tries until the watcher has reached the chain, as clients do.
func (r *running) subscribe(cursor []byte) grpc.ServerStreamingClient[ethmlv1.SubscribeResponse] {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 30*time.Second)
	r.t.Cleanup(cancel)
	pause := time.NewTicker(10 * time.Millisecond)
	defer pause.Stop()
	for {
		stream, err := r.client.Subscribe(ctx, &ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Cursor{Cursor: cursor}}, grpc.WaitForReady(true))
		require.NoError(r.t, err)
		first, err := stream.Recv()
		if err == nil {
			return &peeked{stream, first}
		}
		require.Equal(r.t, codes.Unavailable, status.Code(err), "%v", err)
		<-pause.C
	}
}

// peeked is a stream whose first item was taken already.
type peeked struct {
	grpc.ServerStreamingClient[ethmlv1.SubscribeResponse]
	first *ethmlv1.SubscribeResponse
}

func (p *peeked) Recv() (*ethmlv1.SubscribeResponse, error) {
	if first := p.first; first != nil {
		p.first = nil
		return first, nil
	}
	return p.ServerStreamingClient.Recv()
}

// until reads items up to the first that fits.
func until(t *testing.T, stream grpc.ServerStreamingClient[ethmlv1.SubscribeResponse], what string, fits func(*ethmlv1.SubscribeResponse) bool) *ethmlv1.SubscribeResponse {
	t.Helper()
	for {
		item, err := stream.Recv()
		require.NoError(t, err, "waiting for %s", what)
		if fits(item) {
			return item
		}
	}
}

func queued(id uint64) func(*ethmlv1.SubscribeResponse) bool {
	return func(r *ethmlv1.SubscribeResponse) bool { return r.GetEvent().GetRequestQueued().GetId() == id }
}

func live(r *ethmlv1.SubscribeResponse) bool {
	return r.GetHeartbeat().GetState() == ethmlv1.WatcherState_WATCHER_STATE_LIVE
}

func TestContractsOnADevChainAreFollowedThroughForks(t *testing.T) {
	n := testnet.Start(t)
	n.Deploy()
	for name, url := range map[string]string{"subscription": n.Chain.WSURL(), "polling": n.Chain.HTTPURL()} {
		t.Run(name, func(t *testing.T) {
			c := config(t, n)
			c.RPC = []string{url}
			w := start(t, c)
			defer w.shutdown()
			stream := w.subscribe(nil)
			first := until(t, stream, "model 1", func(r *ethmlv1.SubscribeResponse) bool { return r.GetEvent().GetModelRegistered().GetId() == 1 })
			assert.Equal(t, testnet.DataPoint, first.GetEvent().GetModelRegistered().GetManifestCid())
			until(t, stream, "stake", func(r *ethmlv1.SubscribeResponse) bool { return r.GetEvent().GetStakeChanged() != nil })
			until(t, stream, "the head", live)

			id := requestCount(t, n) + 1
			base := n.Chain.Head()
			n.Request()
			n.Seal()
			request := until(t, stream, "the request", queued(id))
			assert.Equal(t, testnet.DataPoint, request.GetEvent().GetRequestQueued().GetDataCid())
			assert.Equal(t, uint64(1), request.GetEvent().GetRequestQueued().GetModelId())
			header := n.Chain.Head()
			assert.Equal(t, header.Hash().Bytes(), request.GetEvent().GetPosition().GetBlockHash())
			assert.Equal(t, header.Time, request.GetEvent().GetPosition().GetBlockTime())

			// Down without a new branch.
			n.Fork(base.Hash())
			retracted := until(t, stream, "the retraction", func(r *ethmlv1.SubscribeResponse) bool { return r.GetRetracted() != nil })
			assert.Equal(t, base.Hash().Bytes(), retracted.GetRetracted().GetCommonAncestor().GetHash())

			// And a branch on which the same request id stands elsewhere.
			n.Seal()
			n.Request()
			n.Seal()
			again := until(t, stream, "the request on the new branch", queued(id))
			assert.Equal(t, request.GetEvent().GetPosition().GetBlockNumber()+1, again.GetEvent().GetPosition().GetBlockNumber())
		})
	}
}

func requestCount(t *testing.T, n *testnet.Net) uint64 {
	t.Helper()
	var out string
	call := map[string]any{"to": n.Coordinator, "data": fmt.Sprintf("0x%x", bindings.NewEthML().PackRequestCount())}
	require.NoError(t, n.Chain.Client().Client().Call(&out, "eth_call", call, "latest"))
	count, ok := new(big.Int).SetString(strings.TrimPrefix(out, "0x"), 16)
	require.True(t, ok)
	return count.Uint64()
}

func TestCursorOutlivesRestartAndReorg(t *testing.T) {
	n := testnet.Start(t)
	n.Deploy()
	c := config(t, n)
	w := start(t, c)
	stream := w.subscribe(nil)
	until(t, stream, "the head", live)
	base := n.Chain.Head()
	n.Request()
	n.Seal()
	until(t, stream, "the request", queued(1))
	last := until(t, stream, "its block", func(r *ethmlv1.SubscribeResponse) bool { return r.GetEvent().GetBlockOpened() != nil })
	w.shutdown()

	n.Fork(base.Hash())
	n.Seal()
	n.Seal()
	n.Request()
	n.Seal()
	w = start(t, c)
	defer w.shutdown()
	stream = w.subscribe(last.GetCursor())
	until(t, stream, "the retraction", func(r *ethmlv1.SubscribeResponse) bool {
		require.Nil(t, r.GetEvent(), "an event before the retraction")
		return r.GetRetracted() != nil
	})
	until(t, stream, "the request", queued(1))
}

func TestNodeMayComeLaterGoAndComeBack(t *testing.T) {
	n := testnet.Start(t)
	n.Deploy()
	proxy := testnet.NewProxy(t, n.Chain.WSURL())
	c := config(t, n)
	c.RPC = []string{"ws://" + proxy.Address}
	w := start(t, c)
	defer w.shutdown()
	answer, err := w.client.GetStatus(t.Context(), &ethmlv1.WatcherServiceGetStatusRequest{}, grpc.WaitForReady(true))
	require.NoError(t, err)
	assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_CONNECTING, answer.GetState())
	assert.Equal(t, http.StatusServiceUnavailable, get(t, w, "/readyz"))
	assert.Equal(t, http.StatusOK, get(t, w, "/livez"))

	proxy.Open()
	stream := w.subscribe(nil)
	until(t, stream, "the head", live)
	assert.Equal(t, http.StatusOK, get(t, w, "/readyz"))

	proxy.Cut()
	until(t, stream, "the loss", func(r *ethmlv1.SubscribeResponse) bool {
		return r.GetHeartbeat().GetState() == ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED
	})
	n.Request()
	n.Seal()
	proxy.Open()
	until(t, stream, "the request made meanwhile", queued(1))
}

func TestAnotherEndpointTakesOver(t *testing.T) {
	n := testnet.Start(t)
	n.Deploy()
	first, second := testnet.NewProxy(t, n.Chain.WSURL()), testnet.NewProxy(t, n.Chain.HTTPURL())
	first.Open()
	second.Open()
	c := config(t, n)
	c.RPC = []string{"ws://" + first.Address, "http://" + second.Address}
	w := start(t, c)
	defer w.shutdown()
	stream := w.subscribe(nil)
	until(t, stream, "the head", live)
	first.Cut()
	n.Request()
	n.Seal()
	until(t, stream, "the request by the other endpoint", queued(1))
}

func get(t *testing.T, w *running, path string) int {
	t.Helper()
	answer, err := http.Get("http://" + w.addrs.Admin.String() + path)
	require.NoError(t, err)
	defer answer.Body.Close()
	_, err = io.Copy(io.Discard, answer.Body)
	require.NoError(t, err)
	return answer.StatusCode
}

func TestWhatCannotWorkIsOneLineWithTheRemedy(t *testing.T) {
	n := testnet.Start(t)
	n.Deploy()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	used := config(t, n)
	w := start(t, used)
	defer w.shutdown()
	until(t, w.subscribe(nil), "the head", live)

	other := testnet.Start(t)
	other.Deploy()
	stopped := config(t, n)
	v := start(t, stopped)
	until(t, v.subscribe(nil), "the head", live)
	v.shutdown()

	wrongAnswer := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var call struct {
			ID json.RawMessage `json:"id"`
		}
		_ = json.NewDecoder(r.Body).Decode(&call)
		fmt.Fprintf(w, `{"jsonrpc":"2.0","id":%s,"result":"0x1"}`, call.ID)
	}))
	defer wrongAnswer.Close()

	for name, try := range map[string]struct {
		change func(*service.Config)
		says   []string
	}{
		"no node named":          {func(c *service.Config) { c.RPC = nil }, []string{"--rpc"}},
		"URL without scheme":     {func(c *service.Config) { c.RPC = []string{"localhost:8545"} }, []string{"--rpc", "choose ws"}},
		"no coordinator":         {func(c *service.Config) { c.Coordinator = "" }, []string{"--coordinator"}},
		"coordinator misspelt":   {func(c *service.Config) { c.Coordinator = "0x12" }, []string{"0x12", "40 hexadecimal digits"}},
		"no transport chosen":    {func(c *service.Config) { c.Security = grpcx.Security{} }, []string{"--plaintext"}},
		"reorg limit of one":     {func(c *service.Config) { c.ReorgLimit = 1 }, []string{"--reorg-limit"}},
		"port taken":             {func(c *service.Config) { c.Listen = taken.Addr().String() }, []string{taken.Addr().String(), "--listen"}},
		"admin port taken":       {func(c *service.Config) { c.AdminListen = taken.Addr().String() }, []string{"--admin-listen"}},
		"data directory in use":  {func(c *service.Config) { c.DataDir = used.DataDir }, []string{used.DataDir, "in use by another process"}},
		"wrong chain":            {func(c *service.Config) { c.ChainID = 1 }, []string{"serves chain 1337, chain 1 is configured", "--chain-id"}},
		"chain id from a fraud":  {func(c *service.Config) { c.RPC, c.ChainID = []string{wrongAnswer.URL}, 1337 }, []string{"serves chain 1,"}},
		"no code at the address": {func(c *service.Config) { c.Coordinator = "0x00000000000000000000000000000000000000ff" }, []string{"has no code at that address", "--coordinator"}},
		"another contract":       {func(c *service.Config) { c.Coordinator = n.Stake.Hex() }, []string{"doesn't answer as one", "--coordinator"}},
		"data of another coordinator": {func(c *service.Config) {
			c.DataDir, c.Coordinator = stopped.DataDir, "0x00000000000000000000000000000000000000ff"
		},
			[]string{"another chain or coordinator", "0x00000000000000000000000000000000000000ff", "--data-dir"}},
		"data of another chain": {func(c *service.Config) { c.DataDir, c.ChainID = stopped.DataDir, 5 }, []string{"on chain 1337", "chain 5", "--data-dir"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := config(t, n)
			try.change(&c)
			ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
			defer cancel()
			err := service.Run(ctx, c)
			require.Error(t, err)
			require.NoError(t, ctx.Err(), "it should have ended by itself")
			assert.NotContains(t, err.Error(), "\n")
			for _, s := range try.says {
				assert.Contains(t, err.Error(), s)
			}
		})
	}
}

func TestMetricsAreServed(t *testing.T) {
	n := testnet.Start(t)
	n.Deploy()
	c := config(t, n)
	registry := admin.NewRegistry()
	c.Registry = registry
	w := start(t, c)
	defer w.shutdown()
	until(t, w.subscribe(nil), "the head", live)
	metricstest.Check(t, "watcher", registry)
	answer, err := http.Get("http://" + w.addrs.Admin.String() + "/metrics")
	require.NoError(t, err)
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	for _, want := range []string{`ethml_watcher_state{state="live"} 1`, "ethml_watcher_head_block 11", "ethml_watcher_subscribers 1",
		`ethml_watcher_events_total{kind="model_registered"} 2`, `ethml_watcher_state{state="halted"} 0`} {
		assert.Contains(t, string(body), want)
	}
	require.NoError(t, grpcx.CheckHealth(t.Context(), w.addrs.GRPC.String(), grpcx.ClientConfig{Security: plaintext}))
}

func TestReorgBeyondTheLimitTakesTheWatcherOutOfService(t *testing.T) {
	n := testnet.Start(t)
	n.Deploy()
	c := config(t, n)
	c.ReorgLimit = 2
	w := start(t, c)
	defer w.shutdown()
	stream := w.subscribe(nil)
	base := n.Chain.Head()
	for range 4 {
		n.Seal()
	}
	until(t, stream, "the head", func(r *ethmlv1.SubscribeResponse) bool {
		return r.GetHeartbeat().GetHead().GetNumber() == base.Number.Uint64()+4
	})
	n.Fork(base.Hash())
	n.Request()
	for range 6 {
		n.Seal()
	}
	until(t, stream, "the halt", func(r *ethmlv1.SubscribeResponse) bool {
		require.Nil(t, r.GetRetracted())
		return r.GetHeartbeat().GetState() == ethmlv1.WatcherState_WATCHER_STATE_HALTED
	})
	answer, err := w.client.GetStatus(t.Context(), &ethmlv1.WatcherServiceGetStatusRequest{})
	require.NoError(t, err)
	assert.Contains(t, answer.GetDetail(), "deeper than the reorg limit")
	assert.Equal(t, http.StatusServiceUnavailable, get(t, w, "/readyz"))
	assert.ErrorContains(t, grpcx.CheckHealth(t.Context(), w.addrs.GRPC.String(), grpcx.ClientConfig{Security: plaintext}), "NOT_SERVING")
}
