//go:build bench

package service_test

import (
	"context"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/testnet"
)

// TestBenchReportToBroadcast measures, on the embedded chain with the real contracts, the time from the call that hands in
// the last report a commit needs to the commit's arrival in the node's pool. It
// leaves submitter.json in ETHML_BENCH_DIR.
func TestBenchReportToBroadcast(t *testing.T) {
	dir := os.Getenv("ETHML_BENCH_DIR")
	require.NotEmpty(t, dir, "set ETHML_BENCH_DIR to the folder that takes the figures")
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	c := config(t, n, w, t.TempDir(), n.Operators...)
	c.Logger = nil
	r := run(t, c)
	ctx := context.Background()
	pending := make(chan common.Hash, 64)
	sub, err := n.Chain.Client().Client().EthSubscribe(ctx, pending, "newPendingTransactions")
	require.NoError(t, err)
	defer sub.Unsubscribe()

	const blocks = 60
	var took []time.Duration
	for id := int64(1); id <= blocks; id++ {
		n.Request()
		n.Seal()
		b := n.Block()
		word := common.BigToHash(big.NewInt(40))
		insist(t, "prediction", func() error {
			_, err := r.ReportPrediction(ctx, &ethmlv1.ReportPredictionRequest{Challenge: b.Challenge[:], RequestId: b.Ids[0].Uint64(), Word: word[:]})
			return err
		})
		for _, a := range n.Operators {
			nonce := solve(b.Challenge, a.Address, b.Difficulty)
			begun := time.Now()
			_, err := r.ReportSolution(ctx, &ethmlv1.ReportSolutionRequest{Challenge: b.Challenge[:], Miner: a.Address[:], Nonce: nonce[:]})
			require.NoError(t, err)
			for from := (common.Address{}); from != a.Address; {
				tx, _, err := n.Chain.Client().TransactionByHash(ctx, <-pending)
				if err != nil {
					continue // mined and forgotten
				}
				from, err = types.Sender(types.LatestSignerForChainID(n.Chain.ChainID), tx)
				require.NoError(t, err)
			}
			took = append(took, time.Since(begun))
		}
		n.SealUntil("request answered", 2*time.Minute, answered(n, id))
		for len(pending) > 0 {
			<-pending
		}
	}
	slices.Sort(took)
	ms := func(q float64) float64 { return float64(took[int(q*float64(len(took)-1))].Microseconds()) / 1000 }
	figures := map[string]float64{"commit_broadcast_p50_ms": ms(.5), "commit_broadcast_p95_ms": ms(.95), "commit_broadcast_p99_ms": ms(.99), "commits": float64(len(took))}
	text, err := json.MarshalIndent(figures, "", "  ")
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(dir, 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "submitter.json"), append(text, '\n'), 0o600))
	t.Logf("%s", text)
}
