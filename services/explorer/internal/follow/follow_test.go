package follow

import (
	"context"
	"errors"
	"log/slog"
	"net"
	"sync"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/explorer/internal/fakestream"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// watcher serves a made-up chain; what is sent on breaks ends the streams that are open.
type watcher struct {
	ethmlv1.UnimplementedWatcherServiceServer
	mu      sync.Mutex
	chain   *fakestream.Chain
	refuse  error
	starts  [][]byte
	changed chan struct{}
}

func (w *watcher) change(fn func()) {
	w.mu.Lock()
	defer w.mu.Unlock()
	fn()
	close(w.changed)
	w.changed = make(chan struct{})
}

func (w *watcher) Subscribe(r *ethmlv1.SubscribeRequest, stream grpc.ServerStreamingServer[ethmlv1.SubscribeResponse]) error {
	w.mu.Lock()
	w.starts = append(w.starts, r.GetCursor())
	refuse := w.refuse
	w.mu.Unlock()
	if refuse != nil {
		return refuse
	}
	cursor := r.GetCursor()
	for {
		w.mu.Lock()
		changed, broken := w.changed, w.refuse
		items, ok := w.chain.After(cursor)
		beat := w.chain.Heartbeat()
		w.mu.Unlock()
		if broken != nil {
			return broken
		}
		if !ok {
			return status.Error(codes.FailedPrecondition, "cursor of another chain")
		}
		for _, item := range append(items, beat) {
			if err := stream.Send(item); err != nil {
				return err
			}
			cursor = item.GetCursor()
		}
		select {
		case <-stream.Context().Done():
			return stream.Context().Err()
		case <-changed:
		}
	}
}

type rig struct {
	*watcher
	*Follower
	index *index.Index
	said  chan struct{}
}

func start(t *testing.T) *rig {
	t.Helper()
	w := &watcher{chain: fakestream.New(fakestream.Config{Seed: 11}), changed: make(chan struct{})}
	listener := bufconn.Listen(1 << 20)
	server := grpc.NewServer()
	ethmlv1.RegisterWatcherServiceServer(server, w)
	go func() { _ = server.Serve(listener) }()
	t.Cleanup(server.Stop)
	conn, err := grpc.NewClient("passthrough:///watcher", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }))
	require.NoError(t, err)
	t.Cleanup(func() { _ = conn.Close() })
	x, err := index.Open(t.TempDir(), 0)
	require.NoError(t, err)
	t.Cleanup(func() { _ = x.Close() })
	r := &rig{watcher: w, index: x, said: make(chan struct{}, 1000)}
	r.Follower = &Follower{Client: ethmlv1.NewWatcherServiceClient(conn), Index: x, Logger: slog.New(slog.DiscardHandler),
		OnStatus: func() { r.said <- struct{}{} }}
	return r
}

// run follows until the test ends; the function it returns ends it sooner.
func (r *rig) run(t *testing.T) (stop func()) {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- r.Run(ctx) }()
	stop = sync.OnceFunc(func() {
		cancel()
		require.NoError(t, <-done)
	})
	t.Cleanup(stop)
	return stop
}

// await waits for the status to say something.
func (r *rig) await(t *testing.T, what string, ok func(Status) bool) {
	t.Helper()
	for !ok(r.Status()) {
		select {
		case <-r.said:
		case <-t.Context().Done():
			t.Fatal("the test ended before " + what)
		}
	}
}

func (r *rig) caughtUp(t *testing.T) {
	t.Helper()
	r.watcher.mu.Lock()
	head := r.chain.Head().GetNumber()
	r.watcher.mu.Unlock()
	r.await(t, "the head", func(s Status) bool { return s.Connected && s.Head.GetNumber() == head })
	cursor, err := r.index.Cursor()
	require.NoError(t, err)
	assert.Equal(t, r.chain.Cursor(), cursor)
}

func (r *rig) grow(n int) {
	r.change(func() {
		for range n {
			r.chain.Grow()
		}
	})
}

func TestFollowerGoesOnWhereItStopped(t *testing.T) {
	r := start(t)
	stop := r.run(t)
	r.grow(20)
	r.caughtUp(t)
	stop()
	cursor, err := r.index.Cursor()
	require.NoError(t, err)
	r.grow(20)
	r.run(t)
	r.caughtUp(t)
	assert.Empty(t, r.starts[0], "the first time from the beginning")
	assert.Equal(t, cursor, r.starts[len(r.starts)-1], "then from the index's cursor")
}

func TestFollowerSaysThatTheWatcherIsDownAndComesBack(t *testing.T) {
	r := start(t)
	r.run(t)
	r.grow(5)
	r.caughtUp(t)
	r.change(func() { r.refuse = status.Error(codes.Unavailable, "restarting") })
	r.await(t, "the failure", func(s Status) bool { return !s.Connected })
	assert.Contains(t, r.Status().Detail, "restarting")
	r.change(func() { r.refuse = nil })
	r.grow(5)
	r.caughtUp(t)
}

func TestAnotherChainStartsTheIndexOver(t *testing.T) {
	r := start(t)
	stop := r.run(t)
	r.grow(30)
	r.caughtUp(t)
	stop()
	r.change(func() { r.chain = fakestream.New(fakestream.Config{Seed: 12}) })
	r.chain.Reorg(0)
	r.grow(8)
	r.run(t)
	r.caughtUp(t)
	var events uint64
	require.NoError(t, r.index.View(func(reader *index.Reader) error {
		totals, err := reader.Totals()
		events = totals.Events
		return err
	}))
	assert.Equal(t, len(r.chain.Items()), int(events), "nothing of the other chain is left")
}

// broken is an index that can't be written.
type broken struct{ Index }

func (broken) Cursor() ([]byte, error)                  { return nil, nil }
func (broken) Apply([]*ethmlv1.SubscribeResponse) error { return errors.New("disk full") }

func TestIndexThatCannotBeWrittenEndsTheService(t *testing.T) {
	r := start(t)
	r.Index = broken{}
	require.ErrorContains(t, r.Run(t.Context()), "disk full")
}
