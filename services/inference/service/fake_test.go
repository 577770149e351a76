package service

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/models"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

// TestMain is the worker too, when it is started as one, and says whether it
// would vote, when it is asked.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "votes" {
		fmt.Println(cmp.Or(votes(), errors.New("votes")))
		os.Exit(0)
	}
	os.Exit(workertest.Main(m))
}

var plaintext = grpcx.Security{Plaintext: true}

// node plays a node's watcher and submitter.
type node struct {
	address string

	mu       sync.Mutex
	changed  chan struct{}
	models   []*ethmlv1.Model
	events   []*ethmlv1.Event
	requests []*ethmlv1.PendingRequest
	reports  map[uint64]*ethmlv1.ReportPredictionRequest
	block    *ethmlv1.BlockState
	unready  int // reports still to be answered with UNAVAILABLE
}

func startNode(t *testing.T) *node {
	t.Helper()
	n := &node{changed: make(chan struct{}), reports: map[uint64]*ethmlv1.ReportPredictionRequest{}}
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	n.address = l.Addr().String()
	s := grpc.NewServer()
	ethmlv1.RegisterWatcherServiceServer(s, watcherSide{n: n})
	ethmlv1.RegisterSubmitterServiceServer(s, submitterSide{n: n})
	go func() { _ = s.Serve(l) }()
	t.Cleanup(s.Stop)
	return n
}

func (n *node) change(f func()) {
	n.mu.Lock()
	defer n.mu.Unlock()
	f()
	close(n.changed)
	n.changed = make(chan struct{})
}

// The two services share method names, so each has a side of the node.
type watcherSide struct {
	ethmlv1.UnimplementedWatcherServiceServer
	n *node
}

func (w watcherSide) Subscribe(_ *ethmlv1.SubscribeRequest, stream grpc.ServerStreamingServer[ethmlv1.SubscribeResponse]) error {
	n := w.n
	n.mu.Lock()
	sent := len(n.events)
	s := &ethmlv1.Snapshot{ChainId: 1337, Head: &ethmlv1.Head{Number: 1, Time: 1000}, Models: n.models, PendingRequests: n.requests, OpenBlock: n.block}
	n.mu.Unlock()
	if err := stream.Send(&ethmlv1.SubscribeResponse{Item: &ethmlv1.SubscribeResponse_Snapshot{Snapshot: s}}); err != nil {
		return err
	}
	for {
		n.mu.Lock()
		changed, fresh := n.changed, n.events[sent:]
		n.mu.Unlock()
		for _, e := range fresh {
			if err := stream.Send(&ethmlv1.SubscribeResponse{Item: &ethmlv1.SubscribeResponse_Event{Event: e}}); err != nil {
				return err
			}
			sent++
		}
		select {
		case <-changed:
		case <-stream.Context().Done():
			return nil
		}
	}
}

type submitterSide struct {
	ethmlv1.UnimplementedSubmitterServiceServer
	n *node
}

func (s submitterSide) ReportPrediction(_ context.Context, r *ethmlv1.ReportPredictionRequest) (*ethmlv1.ReportPredictionResponse, error) {
	n := s.n
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.unready > 0 {
		n.unready--
		return nil, status.Error(codes.Unavailable, "challenge not seen yet")
	}
	n.reports[r.GetRequestId()] = r
	close(n.changed)
	n.changed = make(chan struct{})
	return &ethmlv1.ReportPredictionResponse{Used: true}, nil
}

// request queues a request.
func (n *node) request(id, model uint64, data string) {
	n.change(func() {
		q := &ethmlv1.RequestQueued{Id: id, ModelId: model, DataCid: data}
		n.requests = append(n.requests, &ethmlv1.PendingRequest{Request: q})
		n.events = append(n.events, &ethmlv1.Event{Kind: &ethmlv1.Event_RequestQueued{RequestQueued: q}})
	})
}

// open opens a block.
func (n *node) open(number, window uint64, ids ...uint64) {
	n.change(func() {
		challenge := make([]byte, 32)
		challenge[0] = byte(number)
		opened := &ethmlv1.BlockOpened{Number: number, Challenge: challenge, RequestIds: ids,
			Target: &ethmlv1.TargetSchedule{Difficulty: []byte{1}, OpenedAt: 1000, CommitWindowSeconds: window}}
		n.block = &ethmlv1.BlockState{Opened: opened, Phase: ethmlv1.Phase_PHASE_COMMIT}
		n.events = append(n.events, &ethmlv1.Event{Kind: &ethmlv1.Event_BlockOpened{BlockOpened: opened}})
	})
}

// report waits for a request's report.
func (n *node) report(t *testing.T, id uint64) *ethmlv1.ReportPredictionRequest {
	t.Helper()
	limit := time.After(time.Minute)
	for {
		n.mu.Lock()
		r, changed := n.reports[id], n.changed
		n.mu.Unlock()
		if r != nil {
			return r
		}
		select {
		case <-changed:
		case <-limit:
			t.Fatalf("request %d was never reported", id)
		}
	}
}

// shelf is a content store with the example models, registered at a node.
func shelf(t *testing.T, n *node) *content.Store {
	t.Helper()
	embedded, err := content.OpenEmbedded(t.TempDir())
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, embedded.Close()) })
	store, err := content.New(content.Config{Embedded: embedded})
	require.NoError(t, err)
	examples, err := models.All()
	require.NoError(t, err)
	for _, e := range examples {
		_, err := store.Add(t.Context(), e.ONNX)
		require.NoError(t, err)
		for _, p := range e.Points {
			_, err := store.Add(t.Context(), p.Data)
			require.NoError(t, err)
		}
		n.register(t, store, e.ManifestJSON)
	}
	return store
}

// register publishes a manifest and registers it as the next model.
func (n *node) register(t *testing.T, store *content.Store, raw []byte) uint64 {
	t.Helper()
	id, err := store.AddBlock(t.Context(), cid.Raw, raw)
	require.NoError(t, err)
	m, err := manifest.Parse(raw)
	require.NoError(t, err)
	terms := m.Terms()
	r := &ethmlv1.ModelRegistered{ManifestCid: id.String(), Codec: uint32(terms.Codec), Decimals: uint32(terms.Decimals),
		Rule: uint32(terms.Rule), Tolerance: terms.Tolerance.Bytes()}
	n.change(func() {
		r.Id = uint64(len(n.models) + 1)
		n.models = append(n.models, &ethmlv1.Model{Registration: r})
		n.events = append(n.events, &ethmlv1.Event{Kind: &ethmlv1.Event_ModelRegistered{ModelRegistered: r}})
	})
	return r.GetId()
}

// run runs a service for the test's time and gives its connection, once it is ready.
func run(t *testing.T, c Config) *grpc.ClientConn {
	t.Helper()
	ready := make(chan Addrs, 1)
	c.Listen, c.AdminListen, c.Security = "127.0.0.1:0", "127.0.0.1:0", plaintext
	c.Library = workertest.Library(t)
	if c.WorkerCommand == nil {
		c.WorkerCommand = workertest.Command(t)
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.NewTextHandler(t.Output(), nil))
	}
	told := c.Ready
	c.Ready = func(a Addrs) {
		if told != nil {
			told(a)
		}
		ready <- a
	}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- Run(ctx, c) }()
	t.Cleanup(func() {
		cancel()
		if err := <-done; err != nil {
			t.Error(err)
		}
	})
	select {
	case a := <-ready:
		conn, err := grpcx.Dial(a.GRPC.String(), grpcx.ClientConfig{Security: plaintext})
		require.NoError(t, err)
		t.Cleanup(func() { conn.Close() })
		client := inference.NewGRPCInferenceServiceClient(conn)
		require.Eventually(t, func() bool {
			r, err := client.ServerReady(context.Background(), &inference.ServerReadyRequest{})
			return err == nil && r.GetReady()
		}, timeLimit, pollEvery)
		return conn
	case err := <-done:
		done <- nil
		t.Fatal(err)
	case <-time.After(time.Minute):
		t.Fatal("service doesn't start")
	}
	return nil
}

// How long and how often to look for what comes about by itself.
const (
	timeLimit = time.Minute
	pollEvery = 20 * time.Millisecond
)
