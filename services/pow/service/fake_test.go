package service

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"maps"
	"net"
	"os"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/holiman/uint256"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/pow/internal/keccak"
)

var plaintext = grpcx.Security{Plaintext: true}

// node plays the watcher and the submitter of a node: it opens a block, wants a solution for each miner, checks
// solutions with the protocol's own hash, and tells replicas what changes.
type node struct {
	difficulty uint64

	mu        sync.Mutex
	changed   chan struct{} // closed and made anew with every change
	number    uint64        // of the open block; zero when idle
	time      uint64
	wanted    map[protocol.Address]bool
	reorgs    int
	solutions []*ethmlv1.ReportSolutionRequest
	replicas  map[string]*ethmlv1.WatchWorkRequest
	refuse    []error // what the next reports are answered with
	invalid   []string
}

func newNode(difficulty uint64) *node {
	return &node{difficulty: difficulty, changed: make(chan struct{}), time: 1_700_000_000, replicas: map[string]*ethmlv1.WatchWorkRequest{}}
}

// change changes the node under its lock and tells everybody.
func (n *node) change(f func()) {
	n.mu.Lock()
	defer n.mu.Unlock()
	f()
	close(n.changed)
	n.changed = make(chan struct{})
}

func challengeOf(number uint64) protocol.Hash {
	return protocol.Keccak256(fmt.Append(nil, "block ", number))
}

func minerOf(i int) protocol.Address {
	h := protocol.Keccak256(fmt.Append(nil, "miner ", i))
	return protocol.Address(h[:20])
}

// open opens the next block, wanting a solution for each of so many miners.
func (n *node) open(miners int) {
	n.change(func() {
		n.number++
		n.time++
		n.wanted = map[protocol.Address]bool{}
		for i := range miners {
			n.wanted[minerOf(i)] = true
		}
	})
}

func (n *node) schedule() *ethmlv1.TargetSchedule {
	return &ethmlv1.TargetSchedule{
		Difficulty: uint256.NewInt(n.difficulty).Bytes(), OpenedAt: n.time, CommitWindowSeconds: 600,
	}
}

// wait waits until what holds, under the lock.
func (n *node) wait(ctx context.Context, what func() bool) error {
	for {
		n.mu.Lock()
		holds, changed := what(), n.changed
		n.mu.Unlock()
		if holds {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-changed:
		}
	}
}

// await fails the test if it takes too long.
func (n *node) await(t *testing.T, what string, holds func() bool) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	if err := n.wait(ctx, holds); err != nil {
		t.Fatalf("wait for %s: %v", what, err)
	}
}

// served waits until every miner of the open block has a solution.
func (n *node) served(t *testing.T) {
	t.Helper()
	n.await(t, "solutions", func() bool { return len(n.wanted) == 0 })
}

// fakeWatcher and fakeSubmitter are a node's two faces.
type fakeWatcher struct {
	ethmlv1.UnimplementedWatcherServiceServer
	*node
}

type fakeSubmitter struct {
	ethmlv1.UnimplementedSubmitterServiceServer
	*node
}

func (n fakeWatcher) Subscribe(r *ethmlv1.SubscribeRequest, stream grpc.ServerStreamingServer[ethmlv1.SubscribeResponse]) error {
	if r.GetCurrent() == nil {
		return status.Error(codes.InvalidArgument, "this replica keeps no cursor")
	}
	n.mu.Lock()
	number, reorgs := n.number, n.reorgs
	opened := func() *ethmlv1.BlockOpened {
		challenge := challengeOf(n.number)
		return &ethmlv1.BlockOpened{Number: n.number, Challenge: challenge[:], Target: n.schedule(), RequestIds: []uint64{1}}
	}
	snapshot := &ethmlv1.Snapshot{Head: &ethmlv1.Head{Time: n.time}}
	if number != 0 {
		snapshot.OpenBlock = &ethmlv1.BlockState{Opened: opened(), Phase: ethmlv1.Phase_PHASE_COMMIT}
	}
	n.mu.Unlock()
	if err := stream.Send(&ethmlv1.SubscribeResponse{Item: &ethmlv1.SubscribeResponse_Snapshot{Snapshot: snapshot}}); err != nil {
		return err
	}
	for {
		if err := n.wait(stream.Context(), func() bool { return n.number != number || n.reorgs != reorgs }); err != nil {
			return err
		}
		n.mu.Lock()
		item := &ethmlv1.SubscribeResponse{}
		if n.reorgs != reorgs {
			item.Item = &ethmlv1.SubscribeResponse_Retracted{Retracted: &ethmlv1.Retracted{}}
		} else {
			item.Item = &ethmlv1.SubscribeResponse_Event{Event: &ethmlv1.Event{
				Position: &ethmlv1.ChainPosition{BlockTime: n.time},
				Kind:     &ethmlv1.Event_BlockOpened{BlockOpened: opened()},
			}}
		}
		number, reorgs = n.number, n.reorgs
		n.mu.Unlock()
		if err := stream.Send(item); err != nil {
			return err
		}
	}
}

func (n *node) work() *ethmlv1.WatchWorkResponse {
	if n.number == 0 || len(n.wanted) == 0 {
		return &ethmlv1.WatchWorkResponse{}
	}
	challenge := challengeOf(n.number)
	r := &ethmlv1.WatchWorkResponse{Challenge: challenge[:], BlockNumber: n.number, Target: n.schedule()}
	for _, miner := range slices.SortedFunc(maps.Keys(n.wanted), func(a, b protocol.Address) int { return slices.Compare(a[:], b[:]) }) {
		r.Miners = append(r.Miners, miner[:])
	}
	return r
}

func (n fakeSubmitter) WatchWork(stream grpc.BidiStreamingServer[ethmlv1.WatchWorkRequest, ethmlv1.WatchWorkResponse]) error {
	first, err := stream.Recv()
	if err != nil {
		return err
	}
	id := first.GetReplicaId()
	n.change(func() { n.replicas[id] = first })
	defer n.change(func() { delete(n.replicas, id) })
	go func() {
		for {
			r, err := stream.Recv()
			if err != nil {
				return
			}
			n.change(func() {
				if n.replicas[id] != nil {
					n.replicas[id] = r
				}
			})
		}
	}()
	for {
		n.mu.Lock()
		work := n.work()
		n.mu.Unlock()
		if err := stream.Send(work); err != nil {
			return err
		}
		if err := n.wait(stream.Context(), func() bool { return work.String() != n.work().String() }); err != nil {
			return err
		}
	}
}

func (n fakeSubmitter) ReportSolution(_ context.Context, r *ethmlv1.ReportSolutionRequest) (_ *ethmlv1.ReportSolutionResponse, err error) {
	n.change(func() {
		if len(n.refuse) > 0 {
			err, n.refuse = n.refuse[0], n.refuse[1:]
			return
		}
		challenge, miner := protocol.Hash(r.GetChallenge()), protocol.Address(r.GetMiner())
		if challenge != challengeOf(n.number) {
			err = status.Error(codes.FailedPrecondition, "superseded")
			return
		}
		target := protocol.TargetSchedule{Difficulty: uint256.NewInt(n.difficulty), OpenedAt: n.time, CommitWindow: time.Hour}.At(n.time)
		if !protocol.Solves(challenge, miner, protocol.Hash(r.GetNonce()), target) {
			n.invalid = append(n.invalid, r.String())
			err = status.Error(codes.InvalidArgument, "no solution")
			return
		}
		if n.wanted[miner] {
			delete(n.wanted, miner)
			n.solutions = append(n.solutions, r)
		}
	})
	return &ethmlv1.ReportSolutionResponse{Used: true}, err
}

// peer serves a node's services on a loopback port, until stopped.
type peer struct {
	server *grpcx.Server
	addr   string
	done   chan error
}

func serve(t *testing.T, addr string, register func(*grpcx.Server)) *peer {
	t.Helper()
	l, err := net.Listen("tcp", addr)
	if err != nil {
		t.Fatal(err)
	}
	s, err := grpcx.NewServer(grpcx.ServerConfig{Listener: l, Security: plaintext})
	if err != nil {
		t.Fatal(err)
	}
	register(s)
	p := &peer{server: s, addr: l.Addr().String(), done: make(chan error, 1)}
	go func() { p.done <- s.Serve() }()
	t.Cleanup(p.kill)
	return p
}

// kill stops a peer without a word to its clients.
func (p *peer) kill() {
	p.server.Stop()
}

func (n *node) serveWatcher(t *testing.T, addr string) *peer {
	return serve(t, addr, func(s *grpcx.Server) { ethmlv1.RegisterWatcherServiceServer(s, fakeWatcher{node: n}) })
}

func (n *node) serveSubmitter(t *testing.T, addr string) *peer {
	return serve(t, addr, func(s *grpcx.Server) { ethmlv1.RegisterSubmitterServiceServer(s, fakeSubmitter{node: n}) })
}

// running is a replica under test.
type running struct {
	Addrs
	cancel context.CancelFunc
	done   chan error
}

// stop stops a replica gracefully and returns what Run returned.
func (r *running) stop() error {
	r.cancel()
	return <-r.done
}

// launch runs a replica until the test ends.
func launch(t *testing.T, c Config) *running {
	t.Helper()
	c.Listen, c.AdminListen, c.Security = "127.0.0.1:0", "127.0.0.1:0", plaintext
	c.Kernel = os.Getenv("ETHML_POW_KERNEL")
	if _, err := keccak.Select(c.Kernel); errors.Is(err, keccak.ErrUnsupported) {
		t.Skip(err)
	}
	if c.Threads == 0 {
		c.Threads = 1
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.NewTextHandler(testWriter{t}, &slog.HandlerOptions{Level: slog.LevelWarn}))
	}
	ready := make(chan Addrs, 1)
	c.Ready = func(a Addrs) { ready <- a }
	ctx, cancel := context.WithCancel(context.Background())
	r := &running{cancel: cancel, done: make(chan error, 1)}
	go func() { r.done <- Run(ctx, c); close(r.done) }()
	t.Cleanup(func() {
		if err := r.stop(); err != nil {
			t.Error(err)
		}
	})
	select {
	case r.Addrs = <-ready:
	case err := <-r.done:
		t.Fatalf("replica ended: %v", err)
	}
	return r
}

type testWriter struct{ t *testing.T }

func (w testWriter) Write(p []byte) (int, error) {
	w.t.Log(string(p))
	return len(p), nil
}

var _ io.Writer = testWriter{}
