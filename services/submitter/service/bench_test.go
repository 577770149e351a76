//go:build bench

package service_test

import (
	"context"
	"fmt"
	"math/big"
	"os"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"

	"github.com/ethml/ethml/internal/certstest"
	"github.com/ethml/ethml/internal/figures"
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/testnet"
	"github.com/ethml/ethml/services/submitter/service"
)

// turn is one way to speak to the submitter: how, and the figures it gave.
type turn struct {
	name     string
	security func(role string) grpcx.Security
	watcher  string
	took     []time.Duration
	calls    []time.Duration // a report that is held already: nothing but the call itself
}

// repeats is how often a held report is handed in again in each block.
const repeats = 60

func quantile(sorted []time.Duration, q float64) float64 {
	return float64(sorted[int(q*float64(len(sorted)-1))].Microseconds()) / 1000
}

// TestBenchReportToBroadcast measures, on the embedded chain with the real contracts, the time from the call that hands in
// the last report a commit needs to the commit's arrival in the node's pool: in plaintext and with mutual TLS in turns,
// so that whatever else the machine does weighs on both alike. The commit's own work, disk and chain, varies by more than
// a call costs; so what TLS costs is taken from calls alone, each a report handed in again, and set against that time.
func TestBenchReportToBroadcast(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	c := config(t, n, w, t.TempDir(), n.Operators...)
	c.Logger = nil
	turns := []*turn{plaintextTurn(w), tlsTurn(t, w)}
	pending := make(chan common.Hash, 64)
	sub, err := n.Chain.Client().Client().EthSubscribe(t.Context(), pending, "newPendingTransactions")
	require.NoError(t, err)
	defer sub.Unsubscribe()

	const rounds, blocks = 12, 5 // the difficulty grows by an eighth a block: many more would take long
	id := int64(0)
	for i := range rounds {
		id = measure(t, n, c, turns[i%2], pending, id, blocks)
	}
	measured := map[string]float64{}
	for _, u := range turns {
		slices.Sort(u.took)
		for name, q := range map[string]float64{"p50": .5, "p95": .95, "p99": .99} {
			measured[fmt.Sprintf("commit_broadcast_%s%s_ms", u.name, name)] = quantile(u.took, q)
		}
		slices.Sort(u.calls)
		measured[fmt.Sprintf("report_call_%sp50_ms", u.name)] = quantile(u.calls, .5)
		t.Logf("%d %scommits, %d calls", len(u.took), u.name, len(u.calls))
	}
	measured["tls_cost_percent"] = 100 * (measured["report_call_tls_p50_ms"] - measured["report_call_p50_ms"]) / measured["commit_broadcast_p50_ms"]
	t.Logf("%v", measured)
	require.NoError(t, figures.Add(os.Getenv(figures.Env), measured))
}

func plaintextTurn(w *testnet.Watcher) *turn {
	return &turn{watcher: w.Addr, security: func(string) grpcx.Security { return grpcx.Security{Plaintext: true} }}
}

// tlsTurn serves the watcher with TLS too, and makes certificates for all.
func tlsTurn(t *testing.T, w *testnet.Watcher) *turn {
	t.Helper()
	dir := certstest.Roles(t)
	u := &turn{name: "tls_", security: func(role string) grpcx.Security { return certstest.As(dir, role) }}
	l, err := grpcx.Listen("127.0.0.1:0", "--listen")
	require.NoError(t, err)
	s, err := grpcx.NewServer(grpcx.ServerConfig{Listener: l, Security: u.security(grpcx.RoleWatcher),
		Access: grpcx.Access{ethmlv1.WatcherService_Subscribe_FullMethodName: {grpcx.RoleSubmitter}}})
	require.NoError(t, err)
	ethmlv1.RegisterWatcherServiceServer(s, w)
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	t.Cleanup(func() {
		s.Stop()
		require.NoError(t, <-done)
	})
	u.watcher = s.Addr().String()
	return u
}

// measure answers blocks with a submitter that is spoken to as the turn says, and gives the last request's id.
func measure(t *testing.T, n *testnet.Net, c service.Config, u *turn, pending chan common.Hash, id int64, blocks int) int64 {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan service.Addrs, 1), make(chan error, 1)
	c.Watcher, c.Security, c.Ready = u.watcher, u.security(grpcx.RoleSubmitter), func(a service.Addrs) { ready <- a }
	go func() { done <- service.Run(ctx, c) }()
	var addrs service.Addrs
	select {
	case addrs = <-ready:
	case err := <-done:
		require.NoError(t, err)
	}
	defer func() { cancel(); require.NoError(t, <-done) }()
	as := func(role string) ethmlv1.SubmitterServiceClient {
		conn, err := grpcx.Dial(addrs.GRPC.String(), grpcx.ClientConfig{Security: u.security(role), Role: grpcx.RoleSubmitter})
		require.NoError(t, err)
		t.Cleanup(func() { conn.Close() })
		_, err = healthpb.NewHealthClient(conn).Check(ctx, &healthpb.HealthCheckRequest{}) // the handshake is over now
		require.NoError(t, err)
		return ethmlv1.NewSubmitterServiceClient(conn)
	}
	inference, pow := as(grpcx.RoleInference), as(grpcx.RolePow)
	for range blocks {
		id++
		n.Request()
		n.Seal()
		b := n.Block()
		word := common.BigToHash(big.NewInt(40))
		insist(t, "prediction", func() error {
			_, err := inference.ReportPrediction(ctx, &ethmlv1.ReportPredictionRequest{Challenge: b.Challenge[:], RequestId: b.Ids[0].Uint64(), Word: word[:]})
			return err
		})
		var report *ethmlv1.ReportSolutionRequest
		for _, a := range n.Operators {
			nonce := solve(b.Challenge, a.Address, b.Difficulty)
			report = &ethmlv1.ReportSolutionRequest{Challenge: b.Challenge[:], Miner: a.Address[:], Nonce: nonce[:]}
			begun := time.Now()
			_, err := pow.ReportSolution(ctx, report)
			require.NoError(t, err)
			for from := (common.Address{}); from != a.Address; {
				tx, _, err := n.Chain.Client().TransactionByHash(ctx, <-pending)
				if err != nil {
					continue // mined and forgotten
				}
				from, err = types.Sender(types.LatestSignerForChainID(n.Chain.ChainID), tx)
				require.NoError(t, err)
			}
			u.took = append(u.took, time.Since(begun))
		}
		for range repeats {
			begun := time.Now()
			_, err := pow.ReportSolution(ctx, report)
			require.NoError(t, err)
			u.calls = append(u.calls, time.Since(begun))
		}
		n.SealUntil("request answered", 2*time.Minute, answered(n, id))
		for len(pending) > 0 {
			<-pending
		}
	}
	return id
}
