package server_test

import (
	"context"
	"io"
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/test/bufconn"
	"google.golang.org/protobuf/proto"

	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/services/watcher/internal/chain"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/fakechain"
	"github.com/ethml/ethml/services/watcher/internal/follow"
	"github.com/ethml/ethml/services/watcher/internal/server"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// rig is a whole watcher on a fake chain, behind gRPC over a pipe.
type rig struct {
	t        testing.TB
	chain    *fakechain.Chain
	log      *eventlog.Log
	follower *follow.Follower
	server   *server.Server
	client   ethmlv1.WatcherServiceClient
}

func newRig(t testing.TB, c *fakechain.Chain) *rig {
	t.Helper()
	log, err := eventlog.Open(t.TempDir(), 16)
	require.NoError(t, err)
	metrics, err := follow.NewMetrics(nil)
	require.NoError(t, err)
	follower, err := follow.New(follow.Config{Connector: c, Log: log, Logger: logging.Discard(), Metrics: metrics})
	require.NoError(t, err)
	s := server.New(server.Config{Log: log, Source: follower, Coordinator: fakechain.Coordinator, Heartbeat: 50 * time.Millisecond, Logger: logging.Discard()})
	g := grpc.NewServer()
	ethmlv1.RegisterWatcherServiceServer(g, s)
	pipe := bufconn.Listen(1 << 20)
	ctx, cancel := context.WithCancel(context.Background())
	followed, served := make(chan error, 1), make(chan error, 1)
	go func() { followed <- follower.Run(ctx) }()
	go func() { served <- g.Serve(pipe) }()
	conn, err := grpc.NewClient("passthrough:///pipe", grpc.WithTransportCredentials(insecure.NewCredentials()),
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return pipe.DialContext(ctx) }))
	require.NoError(t, err)
	t.Cleanup(func() {
		_ = conn.Close()
		g.Stop()
		cancel()
		assert.NoError(t, <-followed)
		assert.NoError(t, <-served)
		assert.NoError(t, log.Close())
	})
	return &rig{t: t, chain: c, log: log, follower: follower, server: s, client: ethmlv1.NewWatcherServiceClient(conn)}
}

// reach waits until the log has the chain's head.
func (r *rig) reach() {
	r.t.Helper()
	limit := time.After(10 * time.Second)
	for {
		changed := r.log.Changed()
		tip, ok := r.log.Tip()
		if ok && tip.Hash == eventlog.Hash(r.chain.Head().Hash) && r.follower.Status().Reached {
			return
		}
		select {
		case <-changed:
		case <-limit:
			r.t.Fatalf("the watcher doesn't reach the head: %+v", r.follower.Status())
		}
	}
}

func (r *rig) subscribe(request *ethmlv1.SubscribeRequest) grpc.ServerStreamingClient[ethmlv1.SubscribeResponse] {
	r.t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 20*time.Second)
	r.t.Cleanup(cancel)
	stream, err := r.client.Subscribe(ctx, request)
	require.NoError(r.t, err)
	return stream
}

// next is the next item that is no heartbeat.
func next(t testing.TB, stream grpc.ServerStreamingClient[ethmlv1.SubscribeResponse]) *ethmlv1.SubscribeResponse {
	t.Helper()
	for {
		item, err := stream.Recv()
		require.NoError(t, err)
		if item.GetHeartbeat() == nil {
			return item
		}
	}
}

// grow adds n blocks of one transaction each and gives the number of their events.
func grow(c *fakechain.Chain, seed uint64, n int) {
	r := fakechain.Rand(seed)
	for range n {
		p := c.State()
		logs := p.Step(r)
		c.Mine(&p, logs)
	}
}

func code(t *testing.T, stream grpc.ServerStreamingClient[ethmlv1.SubscribeResponse]) (codes.Code, string) {
	t.Helper()
	for {
		item, err := stream.Recv()
		if err != nil {
			require.NotErrorIs(t, err, io.EOF)
			return status.Code(err), status.Convert(err).Message()
		}
		require.NotNil(t, item.GetHeartbeat(), "got %v", item)
	}
}

func TestReplayThenLive(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 50)
	r := newRig(t, c)
	r.reach()
	stream := r.subscribe(&ethmlv1.SubscribeRequest{})
	history := int(r.log.Events())
	var last []byte
	for range history {
		item := next(t, stream)
		require.NotNil(t, item.GetEvent())
		last = item.GetCursor()
	}
	grow(c, 2, 3)
	live := next(t, stream)
	assert.Greater(t, live.GetEvent().GetPosition().GetBlockNumber(), uint64(50))

	again := r.subscribe(&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Cursor{Cursor: last}})
	assert.True(t, proto.Equal(live, next(t, again)), "a cursor resumes where it was given")
	empty := r.subscribe(&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Cursor{}})
	assert.Equal(t, uint64(1), next(t, empty).GetEvent().GetPosition().GetBlockNumber(), "an empty cursor is the beginning")
}

func TestCurrentIsASnapshotThenWhatFollows(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 50)
	r := newRig(t, c)
	r.reach()
	stream := r.subscribe(&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}}})
	first := next(t, stream)
	snapshot := first.GetSnapshot()
	require.NotNil(t, snapshot)
	assert.Equal(t, uint64(1337), snapshot.GetChainId())
	assert.Equal(t, fakechain.Coordinator.Bytes(), snapshot.GetCoordinator())
	assert.Equal(t, uint64(50), snapshot.GetHead().GetNumber())
	assert.NotEmpty(t, snapshot.GetModels())
	grow(c, 2, 1)
	assert.Equal(t, uint64(51), next(t, stream).GetEvent().GetPosition().GetBlockNumber())

	resumed := r.subscribe(&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Cursor{Cursor: first.GetCursor()}})
	assert.Equal(t, uint64(51), next(t, resumed).GetEvent().GetPosition().GetBlockNumber())
}

func TestRetractedComesBeforeTheNewBranch(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 50)
	r := newRig(t, c)
	r.reach()
	live := r.subscribe(&ethmlv1.SubscribeRequest{})
	var cursors [][]byte
	for range r.log.Events() {
		cursors = append(cursors, next(t, live).GetCursor())
	}
	ancestor, _ := c.Block(44)
	c.Drop(6)
	grow(c, 9, 8)
	stale := r.subscribe(&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Cursor{Cursor: cursors[len(cursors)-1]}})
	r.reach()
	for name, stream := range map[string]grpc.ServerStreamingClient[ethmlv1.SubscribeResponse]{"live": live, "stale cursor": stale} {
		item := next(t, stream)
		for item.GetEvent() != nil && name == "stale cursor" {
			item = next(t, stream)
		}
		require.NotNil(t, item.GetRetracted(), name)
		assert.Equal(t, uint64(44), item.GetRetracted().GetCommonAncestor().GetNumber(), name)
		assert.Equal(t, ancestor.Hash[:], item.GetRetracted().GetCommonAncestor().GetHash(), name)
		assert.Contains(t, cursors, item.GetRetracted().GetRollbackTo(), name)
		assert.Equal(t, item.GetRetracted().GetRollbackTo(), item.GetCursor(), name)
		assert.Equal(t, uint64(45), next(t, stream).GetEvent().GetPosition().GetBlockNumber(), name)
	}
}

func TestFilterPassesKindsAndRetractions(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 80)
	r := newRig(t, c)
	r.reach()
	wanted := []ethmlv1.EventKind{ethmlv1.EventKind_EVENT_KIND_BLOCK_OPENED, ethmlv1.EventKind_EVENT_KIND_BLOCK_ENDED}
	stream := r.subscribe(&ethmlv1.SubscribeRequest{Kinds: wanted})
	for range 3 {
		e := next(t, stream).GetEvent()
		assert.True(t, e.GetBlockOpened() != nil || e.GetBlockEnded() != nil)
	}
	// Heartbeats carry a cursor beyond events that the filter hides.
	hidden := r.subscribe(&ethmlv1.SubscribeRequest{Kinds: []ethmlv1.EventKind{ethmlv1.EventKind_EVENT_KIND_PAUSE_CHANGED}})
	beat, err := hidden.Recv()
	require.NoError(t, err)
	require.NotNil(t, beat.GetHeartbeat())
	tag, _ := r.log.Tag()
	assert.Equal(t, tag.Cursor(r.log.Last()), beat.GetCursor())
	assert.Equal(t, uint64(80), beat.GetHeartbeat().GetHead().GetNumber())
	assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, beat.GetHeartbeat().GetState())
	c.Drop(10)
	assert.NotNil(t, next(t, hidden).GetRetracted())
}

func TestHeartbeatsComeWithoutNewsToo(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 2)
	r := newRig(t, c)
	r.reach()
	stream := r.subscribe(&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}}})
	require.NotNil(t, next(t, stream).GetSnapshot())
	for range 3 {
		item, err := stream.Recv()
		require.NoError(t, err)
		assert.NotNil(t, item.GetHeartbeat())
	}
}

func TestBadSubscriptionsAreRefusedWithTheirStatus(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 40)
	r := newRig(t, c)
	r.reach()
	tag, _ := r.log.Tag()
	future := tag.Cursor(eventlog.Position{Number: 41, Hash: eventlog.Hash{1}})
	foreign := eventlog.Identity{ChainID: 5}.Tag().Cursor(eventlog.Position{Number: 1})
	for name, try := range map[string]struct {
		request *ethmlv1.SubscribeRequest
		code    codes.Code
		says    string
	}{
		"garbage":       {&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Cursor{Cursor: []byte("garbage")}}, codes.InvalidArgument, "malformed cursor"},
		"another chain": {&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Cursor{Cursor: foreign}}, codes.FailedPrecondition, "another chain or coordinator"},
		"the future":    {&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Cursor{Cursor: future}}, codes.OutOfRange, "the watcher at block 40"},
		"no kind":       {&ethmlv1.SubscribeRequest{Kinds: []ethmlv1.EventKind{0}}, codes.InvalidArgument, "unknown"},
		"unknown kind":  {&ethmlv1.SubscribeRequest{Kinds: []ethmlv1.EventKind{99}}, codes.InvalidArgument, "unknown"},
	} {
		t.Run(name, func(t *testing.T) {
			got, says := code(t, r.subscribe(try.request))
			assert.Equal(t, try.code, got)
			assert.Contains(t, says, try.says)
		})
	}
	_, err := r.log.Prune(20, 100)
	require.NoError(t, err)
	got, says := code(t, r.subscribe(&ethmlv1.SubscribeRequest{}))
	assert.Equal(t, codes.OutOfRange, got)
	assert.Contains(t, says, "the log starts at block 20")
}

func TestUnreachedChainIsUnavailable(t *testing.T) {
	c := fakechain.New(1337)
	c.Refuse(func(string) error { return chain.ErrBusy })
	r := newRig(t, c)
	got, says := code(t, r.subscribe(&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}}}))
	assert.Equal(t, codes.Unavailable, got)
	assert.Contains(t, says, "not yet reached the chain")
	answer, err := r.client.GetStatus(t.Context(), &ethmlv1.WatcherServiceGetStatusRequest{})
	require.NoError(t, err)
	assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_CONNECTING, answer.GetState())
}

func TestStatusTellsWhereTheWatcherIs(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 30)
	r := newRig(t, c)
	r.reach()
	stream := r.subscribe(&ethmlv1.SubscribeRequest{})
	next(t, stream)
	answer, err := r.client.GetStatus(t.Context(), &ethmlv1.WatcherServiceGetStatusRequest{})
	require.NoError(t, err)
	assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, answer.GetState())
	assert.Equal(t, uint64(1337), answer.GetChainId())
	assert.Equal(t, uint64(30), answer.GetHead().GetNumber())
	assert.Equal(t, r.log.Events(), answer.GetEvents())
	assert.Equal(t, uint32(1), answer.GetSubscribers())
	assert.Equal(t, uint64(1), answer.GetEarliestBlock())
	assert.Empty(t, answer.GetDetail())
}

func TestStopEndsSubscriptions(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 5)
	r := newRig(t, c)
	r.reach()
	stream := r.subscribe(&ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}}})
	require.NotNil(t, next(t, stream).GetSnapshot())
	r.server.Stop()
	got, says := code(t, stream)
	assert.Equal(t, codes.Unavailable, got)
	assert.Contains(t, says, "stopping")
}

// TestAHundredSubscribersEachGetAll has ninety that read and ten that never do: the chain side goes on, and all others
// get each event once and in order.
func TestAHundredSubscribersEachGetAll(t *testing.T) {
	c := fakechain.New(1337)
	grow(c, 1, 20)
	r := newRig(t, c)
	r.reach()
	type result struct {
		events []string
		err    error
	}
	const stuck, readers = 10, 90
	for range stuck {
		r.subscribe(&ethmlv1.SubscribeRequest{})
	}
	results := make(chan result, readers)
	var streams []grpc.ServerStreamingClient[ethmlv1.SubscribeResponse]
	for range readers {
		streams = append(streams, r.subscribe(&ethmlv1.SubscribeRequest{}))
	}
	grow(c, 2, 200)
	r.reach()
	tag, _ := r.log.Tag()
	end := tag.Cursor(r.log.Last())
	for _, stream := range streams {
		go func() {
			var got result
			for {
				item, err := stream.Recv()
				if err != nil {
					got.err = err
					break
				}
				if item.GetEvent() == nil {
					continue
				}
				got.events = append(got.events, string(item.GetCursor()))
				if string(item.GetCursor()) == string(end) {
					break
				}
			}
			results <- got
		}()
	}
	var want []string
	for position := (eventlog.Position{}); ; {
		batch, err := r.log.Read(position, 100)
		require.NoError(t, err)
		if len(batch.Entries) == 0 {
			break
		}
		for _, e := range batch.Entries {
			want = append(want, string(tag.Cursor(e.Position)))
			position = e.Position
		}
	}
	for range readers {
		got := <-results
		require.NoError(t, got.err)
		require.Equal(t, len(want), len(got.events))
		require.Equal(t, want, got.events)
	}
}
