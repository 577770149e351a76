package service

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"runtime"
	"strings"
	"testing"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/metricstest"
	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// both serves watcher and submitter, and makes the configuration of a replica that dials them.
func (n *node) both(t *testing.T) Config {
	t.Helper()
	return Config{Watcher: n.serveWatcher(t, "127.0.0.1:0").addr, Submitter: n.serveSubmitter(t, "127.0.0.1:0").addr}
}

func (r *running) client(t *testing.T) ethmlv1.PowServiceClient {
	t.Helper()
	conn, err := grpcx.Dial(r.GRPC.String(), grpcx.ClientConfig{Security: plaintext})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	return ethmlv1.NewPowServiceClient(conn)
}

func (r *running) get(t *testing.T, path string) (int, string) {
	t.Helper()
	response, err := http.Get("http://" + r.Admin.String() + path)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return response.StatusCode, string(body)
}

func TestReplicaServesRoundAfterRound(t *testing.T) {
	n := newNode(500)
	config := n.both(t)
	config.Registry = admin.NewRegistry()
	r := launch(t, config)
	for range 20 {
		n.open(5)
		n.served(t)
	}
	if len(n.invalid) > 0 || len(n.solutions) != 100 {
		t.Errorf("%d solutions, wrong ones: %s", len(n.solutions), n.invalid)
	}
	s, err := r.client(t).GetStatus(t.Context(), &ethmlv1.PowServiceGetStatusRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if s.Solutions < 100 || s.Hashes < 100 || s.BlockNumber != 0 || s.Threads != 1 || s.Kernel == "" || s.ReplicaId == "" {
		t.Errorf("status %s", s)
	}
	metricstest.Check(t, "pow", config.Registry)
}

func TestReplicaJoinsARoundThatIsOpen(t *testing.T) {
	n := newNode(1000)
	n.open(3)
	launch(t, n.both(t))
	n.served(t)
}

func TestReplicaTellsWhatItDoes(t *testing.T) {
	n := newNode(1 << 60)
	n.open(2)
	r := launch(t, n.both(t))
	client := r.client(t)
	n.await(t, "the replica's rate", func() bool {
		for _, told := range n.replicas {
			return told.HashRate > 1000 && told.Kernel != "" && told.Threads == 1
		}
		return false
	})
	s, err := client.GetStatus(t.Context(), &ethmlv1.PowServiceGetStatusRequest{})
	if err != nil {
		t.Fatal(err)
	}
	if challenge := challengeOf(1); s.BlockNumber != 1 || string(s.Challenge) != string(challenge[:]) || len(s.Miners) != 2 || s.HashRate < 1000 {
		t.Errorf("status %s", s)
	}
	if code, body := r.get(t, "/readyz"); code != http.StatusOK {
		t.Errorf("readyz: %d %s", code, body)
	}
	_, metrics := r.get(t, "/metrics")
	for _, name := range []string{
		"ethml_pow_hashes_total", "ethml_pow_hash_rate", "ethml_pow_rounds_total 1", `ethml_pow_stale_drops_total{reason="round_over"} 0`,
		"ethml_pow_solution_effort_ratio_count 0", "ethml_pow_solution_seconds_count 0", `ethml_pow_connected{peer="watcher"} 1`,
		`ethml_pow_connected{peer="submitter"} 1`, `ethml_pow_kernel_info{kernel="` + s.Kernel + `"} 1`,
	} {
		if !strings.Contains(metrics, name) {
			t.Errorf("no %s in the metrics", name)
		}
	}
	if err := grpcx.CheckHealth(t.Context(), r.GRPC.String(), grpcx.ClientConfig{Security: plaintext}); err != nil {
		t.Error(err)
	}
}

func TestPeersMayStartLaterAndRestart(t *testing.T) {
	n := newNode(500)
	// Ports that were free a moment ago.
	addr := func() string {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		if err != nil {
			t.Fatal(err)
		}
		defer l.Close()
		return l.Addr().String()
	}
	watcher, submitter := addr(), addr()
	r := launch(t, Config{Watcher: watcher, Submitter: submitter})
	if code, body := r.get(t, "/readyz"); code != http.StatusServiceUnavailable || !strings.Contains(body, watcher) || !strings.Contains(body, submitter) {
		t.Errorf("readyz before its peers: %d %s", code, body)
	}
	n.open(2)
	s := n.serveSubmitter(t, submitter)
	w := n.serveWatcher(t, watcher)
	n.served(t)

	w.kill()
	n.open(2)
	n.serveWatcher(t, watcher)
	n.served(t)

	s.kill()
	n.open(2)
	n.serveSubmitter(t, submitter)
	n.served(t)
}

func TestReplicaAsksForANewSnapshotAfterAReorg(t *testing.T) {
	n := newNode(1 << 60)
	r := launch(t, n.both(t))
	client := r.client(t)
	n.open(1)
	mines := func(number uint64) {
		t.Helper()
		n.await(t, "mining", func() bool {
			s, err := client.GetStatus(t.Context(), &ethmlv1.PowServiceGetStatusRequest{})
			if err != nil {
				t.Fatal(err)
			}
			go n.change(func() {}) // look again
			return s.BlockNumber == number
		})
	}
	mines(1)
	// Block 1 never happened; block 2 is open in its place.
	n.change(func() { n.reorgs++; n.number++ })
	mines(2)
}

func TestReportIsRetriedUntilTheSubmitterKnowsTheRound(t *testing.T) {
	n := newNode(1)
	for range 3 {
		n.refuse = append(n.refuse, status.Error(codes.Unavailable, "challenge not seen yet"))
	}
	launch(t, n.both(t))
	n.open(1)
	n.served(t)
	if len(n.refuse) != 0 {
		t.Errorf("%d refusals left", len(n.refuse))
	}
}

func TestStopIsGraceful(t *testing.T) {
	n := newNode(1 << 60)
	n.open(1)
	r := launch(t, n.both(t))
	stream, err := r.client(t).Search(t.Context(), hopelessSearch())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stream.Recv(); err != nil { // it runs
		t.Fatal(err)
	}
	begun := time.Now()
	if err := r.stop(); err != nil {
		t.Error(err)
	}
	if took := time.Since(begun); took > 30*time.Second {
		t.Errorf("stop took %s", took)
	}
	for err == nil {
		_, err = stream.Recv()
	}
	if status.Code(err) != codes.Unavailable {
		t.Errorf("the search ended with %v", err)
	}
}

func hopelessSearch() *ethmlv1.SearchRequest {
	return &ethmlv1.SearchRequest{Challenge: make([]byte, 32), Miner: make([]byte, 20), Target: []byte{1}}
}

func TestSearchStreamsProgressAndTheSolution(t *testing.T) {
	r := launch(t, newNode(1).both(t))
	challenge, miner := challengeOf(9), minerOf(9)
	target := make([]byte, 32)
	target[2] = 0x0f // one in 2^20
	start := []byte{1, 0, 0, 0, 0, 0, 0, 0, 0, 0}
	stream, err := r.client(t).Search(t.Context(), &ethmlv1.SearchRequest{Challenge: challenge[:], Miner: miner[:], Target: target, Start: start})
	if err != nil {
		t.Fatal(err)
	}
	for {
		m, err := stream.Recv()
		if err != nil {
			t.Fatal(err)
		}
		s := m.GetSolution()
		if s == nil {
			continue
		}
		nonce := protocol.Hash(s.Nonce)
		if want := protocol.ProofOfWork(challenge, miner, nonce); string(s.Hash) != string(want[:]) || want[0] != 0 || want[1] != 0 || want[2] > 0x0f {
			t.Errorf("nonce %s has hash %x, answered %x", nonce, want, s.Hash)
		}
		if nonce[22] != 1 || s.Hashes == 0 || s.ElapsedSeconds <= 0 {
			t.Errorf("solution %s", s)
		}
		break
	}
	if _, err := stream.Recv(); !errors.Is(err, io.EOF) {
		t.Errorf("the stream goes on with %v", err)
	}
}

func TestSearchTellsHowFarItIs(t *testing.T) {
	r := launch(t, newNode(1).both(t))
	ctx, cancel := context.WithCancel(t.Context())
	stream, err := r.client(t).Search(ctx, hopelessSearch())
	if err != nil {
		t.Fatal(err)
	}
	m, err := stream.Recv()
	if err != nil {
		t.Fatal(err)
	}
	p := m.GetProgress()
	if p.GetHashes() == 0 || p.GetHashRate() < 1000 || p.GetElapsedSeconds() < 0.5 || p.GetExpectedSecondsLeft() < 1e60 {
		t.Errorf("progress %s", p)
	}
	cancel()
	for err == nil {
		_, err = stream.Recv()
	}
	if status.Code(err) != codes.Canceled {
		t.Errorf("ended with %v", err)
	}
}

func TestSearchRefusesBadInput(t *testing.T) {
	client := launch(t, newNode(1).both(t)).client(t)
	for name, spoil := range map[string]func(*ethmlv1.SearchRequest){
		"challenge takes 32 bytes, got 31":      func(r *ethmlv1.SearchRequest) { r.Challenge = make([]byte, 31) },
		"challenge takes 32 bytes, got 0":       func(r *ethmlv1.SearchRequest) { r.Challenge = nil },
		"miner takes 20 bytes, got 21":          func(r *ethmlv1.SearchRequest) { r.Miner = make([]byte, 21) },
		"target takes at most 32 bytes, got 33": func(r *ethmlv1.SearchRequest) { r.Target = make([]byte, 33) },
		"start takes at most 32 bytes, got 40":  func(r *ethmlv1.SearchRequest) { r.Start = make([]byte, 40) },
		"target is zero":                        func(r *ethmlv1.SearchRequest) { r.Target = make([]byte, 32) },
	} {
		request := hopelessSearch()
		spoil(request)
		err := firstError(t, client, request)
		if status.Code(err) != codes.InvalidArgument || !strings.Contains(err.Error(), name) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func firstError(t *testing.T, client ethmlv1.PowServiceClient, r *ethmlv1.SearchRequest) error {
	t.Helper()
	stream, err := client.Search(t.Context(), r)
	if err != nil {
		t.Fatal(err)
	}
	_, err = stream.Recv()
	return err
}

func TestSearchesAreBounded(t *testing.T) {
	client := launch(t, newNode(1).both(t)).client(t)
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	var streams []grpc.ServerStreamingClient[ethmlv1.SearchResponse]
	for range MaxSearches {
		stream, err := client.Search(ctx, hopelessSearch())
		if err != nil {
			t.Fatal(err)
		}
		streams = append(streams, stream)
	}
	for _, stream := range streams {
		if _, err := stream.Recv(); err != nil { // it runs
			t.Fatal(err)
		}
	}
	if err := firstError(t, client, hopelessSearch()); status.Code(err) != codes.ResourceExhausted {
		t.Errorf("one more: %v", err)
	}
}

func TestRunNamesWhatIsWrong(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer taken.Close()
	for want, spoil := range map[string]func(*Config){
		"--watcher":                        func(c *Config) { c.Watcher = "" },
		"--submitter":                      func(c *Config) { c.Submitter = "" },
		"--plaintext":                      func(c *Config) { c.Security = grpcx.Security{} },
		"--threads":                        func(c *Config) { c.Threads = -1 },
		"--replica-id":                     func(c *Config) { c.ReplicaID = strings.Repeat("x", 65) },
		`unknown kernel "abacus"`:          func(c *Config) { c.Kernel = "abacus" },
		"available are":                    func(c *Config) { c.Kernel = "abacus" },
		taken.Addr().String():              func(c *Config) { c.Listen = taken.Addr().String() },
		"choose another with --admin-list": func(c *Config) { c.AdminListen = taken.Addr().String() },
	} {
		c := Config{Watcher: "127.0.0.1:1", Submitter: "127.0.0.1:1", Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: plaintext}
		spoil(&c)
		if err := Run(t.Context(), c); err == nil || !strings.Contains(err.Error(), want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("want %s, got %v", want, err)
		}
	}
}

func TestSeveralReplicasShareAProcess(t *testing.T) {
	n := newNode(500)
	c := n.both(t)
	for i := range 5 {
		c.ReplicaID = fmt.Sprint("replica ", i)
		launch(t, c)
	}
	n.await(t, "five replicas", func() bool { return len(n.replicas) == 5 })
	for range 5 {
		n.open(5)
		n.served(t)
	}
	if len(n.invalid) > 0 {
		t.Errorf("wrong solutions: %s", n.invalid)
	}
}

func TestLeaveRoomCountsThreads(t *testing.T) {
	before := runtime.GOMAXPROCS(0)
	defer runtime.GOMAXPROCS(before)
	usual := LeaveRoom(0)
	if usual < 1 || usual > before || runtime.GOMAXPROCS(0) != before+usual {
		t.Errorf("%d threads of %d, then %d", usual, before, runtime.GOMAXPROCS(0))
	}
	if threads := LeaveRoom(3); threads != 3 || runtime.GOMAXPROCS(0) != before+usual+3 {
		t.Errorf("%d threads of %d, then %d", threads, before, runtime.GOMAXPROCS(0))
	}
}
