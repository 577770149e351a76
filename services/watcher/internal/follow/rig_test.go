package follow_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/proto"

	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/services/watcher/internal/decode"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/fakechain"
	"github.com/ethml/ethml/services/watcher/internal/follow"
	"github.com/ethml/ethml/services/watcher/internal/state"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

const limit = 8

// rig is a follower on a fake chain, inside a synctest bubble.
type rig struct {
	t        *testing.T
	chain    *fakechain.Chain
	dir      string
	log      *eventlog.Log
	follower *follow.Follower
	cancel   context.CancelFunc
	done     chan error
	config   follow.Config
}

func newRig(t *testing.T, c *fakechain.Chain) *rig {
	r := &rig{t: t, chain: c, dir: t.TempDir()}
	r.config = follow.Config{Connector: c, Logger: logging.Discard()}
	return r
}

// start opens the log and follows.
func (r *rig) start() {
	r.t.Helper()
	var err error
	r.log, err = eventlog.Open(r.dir, limit)
	require.NoError(r.t, err)
	r.run()
}

// run follows with the log that is open.
func (r *rig) run() {
	r.t.Helper()
	metrics, err := follow.NewMetrics(nil)
	require.NoError(r.t, err)
	r.config.Log, r.config.Metrics = r.log, metrics
	r.follower, err = follow.New(r.config)
	require.NoError(r.t, err)
	ctx, cancel := context.WithCancel(r.t.Context())
	r.cancel, r.done = cancel, make(chan error, 1)
	go func() { r.done <- r.follower.Run(ctx) }()
	synctest.Wait()
}

// halt stops following and leaves the log open.
func (r *rig) halt() {
	r.t.Helper()
	r.cancel()
	require.NoError(r.t, <-r.done)
}

func (r *rig) stop() {
	r.t.Helper()
	r.halt()
	require.NoError(r.t, r.log.Close())
}

// crash leaves the log as it is on disk at this moment and starts again on that.
func (r *rig) crash() {
	r.t.Helper()
	data, err := os.ReadFile(filepath.Join(r.dir, eventlog.FileName))
	require.NoError(r.t, err)
	r.stop()
	r.dir = r.t.TempDir()
	require.NoError(r.t, os.WriteFile(filepath.Join(r.dir, eventlog.FileName), data, 0o600))
	r.start()
}

// canonical is what the log must hold: the chain's own logs, decoded.
func (r *rig) canonical() (events []*ethmlv1.Event) {
	r.t.Helper()
	decoder := decode.New(decode.Addresses{Coordinator: fakechain.Coordinator, Registry: fakechain.Registry, Stake: fakechain.Stake})
	for n := range r.chain.Head().Number + 1 {
		header, logs := r.chain.Block(n)
		of, err := decoder.Block(decode.Header{Number: n, Hash: header.Hash, Time: header.Time}, logs)
		require.NoError(r.t, err)
		events = append(events, of...)
	}
	return events
}

// check compares log and state with the chain.
func (r *rig) check() {
	r.t.Helper()
	tip, ok := r.log.Tip()
	require.True(r.t, ok)
	require.Equal(r.t, eventlog.Hash(r.chain.Head().Hash), tip.Hash, "tip %d, head %d, %s", tip.Number, r.chain.Head().Number, r.follower.Status().Detail)
	var b book
	for b.step(r.t, r.log, 100) {
	}
	b.check(r.t, r.canonical())
	want := state.New()
	for _, e := range r.canonical() {
		require.NoError(r.t, want.Apply(e))
	}
	got, position := r.follower.Snapshot()
	require.Equal(r.t, b.position, position)
	expected := &ethmlv1.Snapshot{ChainId: got.GetChainId(), Coordinator: got.GetCoordinator(), Head: got.GetHead()}
	want.Fill(expected)
	require.True(r.t, proto.Equal(expected, got), "state differs from a fold of all events")
	require.Equal(r.t, tip.Number, got.GetHead().GetNumber())
}

// book is what a subscriber was given and not told to forget.
type book struct {
	position eventlog.Position
	entries  []*eventlog.Entry
}

// step reads once; it reports whether there was anything to read.
func (b *book) step(t *testing.T, log *eventlog.Log, max int) bool {
	t.Helper()
	batch, err := log.Read(b.position, max)
	require.NoError(t, err)
	if batch.Retraction != nil {
		b.position = batch.Retraction.To
		keep := len(b.entries)
		for keep > 0 && b.entries[keep-1].Position != b.position {
			keep--
		}
		require.True(t, keep > 0 || b.position.Origin(), "retraction to an event that was never given")
		b.entries = b.entries[:keep]
		return true
	}
	for _, e := range batch.Entries {
		b.entries = append(b.entries, e)
		b.position = e.Position
	}
	return len(batch.Entries) > 0
}

func (b *book) check(t *testing.T, want []*ethmlv1.Event) {
	t.Helper()
	require.Len(t, b.entries, len(want))
	for i, e := range b.entries {
		var got ethmlv1.Event
		require.NoError(t, proto.Unmarshal(e.Event, &got))
		require.True(t, proto.Equal(want[i], &got), "event %d of %d differs", i, len(want))
		require.Equal(t, decode.Kind(want[i]), e.Kind)
	}
}

type ctx = context.Context

func mustMarshal(m proto.Message) []byte {
	b, err := proto.MarshalOptions{Deterministic: true}.Marshal(m)
	if err != nil {
		panic(err)
	}
	return b
}

// pass lets time pass on the bubble's clock.
func pass(d time.Duration) { <-time.After(d) }
