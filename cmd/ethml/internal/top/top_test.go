package top

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
)

func plain(s string) string { return s }

func sample() *Data {
	now := time.Date(2026, 1, 2, 12, 0, 5, 0, time.UTC)
	return &Data{
		Name: "devnet", Now: now, EthBlock: 42, EthTime: now.Add(-2 * time.Second), BaseFee: big.NewInt(1_200_000_000), Asked: 9,
		Report: &status.Report{
			Chain: status.Chain{Block: 7, Phase: "commit", Difficulty: big.NewInt(500), Seats: 2, Requests: []uint64{8, 9}, Waiting: 3},
			Nodes: []status.Node{
				{Name: "operator-1", Replicas: []status.Replica{{ID: "pow-1", Kernel: "avx2", Threads: 2, Rate: 2e6}}},
				{Name: "operator-2", Watcher: status.Watcher{Err: "127.0.0.1:1 doesn't answer"}},
			},
		},
		Ends: []oracle.End{{ID: 6, Model: 1, Result: "1", EthBlock: 38}, {ID: 7, Model: 3, Result: "87.91", EthBlock: 40}},
	}
}

func TestAFrameShowsTheBlockTheSearchTheQueueAndTheLastAnswers(t *testing.T) {
	require.Equal(t, `EthML  devnet  Ethereum block 42, 2s old, base fee 1.2 gwei  12:00:05
block   7  commit  [##---] 2 of 5 seats, difficulty 500
        requests 8, 9
queue   3 waiting, 9 requests ever

search  2 MH/s over 1 replicas
  operator-1  pow-1  avx2  2 threads  2 MH/s
  operator-2: 127.0.0.1:1 doesn't answer

last answers
  request 7  model 3  87.91  Ethereum block 40
  request 6  model 1  1      Ethereum block 38
`, Frame(sample(), 100, 40, plain))
}

func TestAFrameFitsItsTerminal(t *testing.T) {
	d := sample()
	for i := range uint64(200) {
		d.Ends = append(d.Ends, oracle.End{ID: i, Result: strings.Repeat("x", 300)})
		d.Report.Chain.Requests = append(d.Report.Chain.Requests, i)
	}
	bold := func(s string) string { return "\x1b[1m" + s + "\x1b[0m" }
	frame := strings.TrimSuffix(Frame(d, 70, 20, bold), "\n")
	lines := strings.Split(frame, "\n")
	require.Len(t, lines, 20)
	for _, line := range lines {
		for _, code := range []string{"\x1b[1m", "\x1b[0m"} {
			line = strings.ReplaceAll(line, code, "")
		}
		require.LessOrEqual(t, len([]rune(line)), 70, line)
	}
	require.Contains(t, frame, "and 190 more")
}

func TestPhasesOfABlock(t *testing.T) {
	d := sample()
	d.Report.Chain.Phase, d.Report.Chain.Seats, d.Report.Chain.Reveals = "reveal", 4, 1
	require.Contains(t, Frame(d, 100, 40, plain), "reveal  [#---] 1 of 4 reveals")
	d.Report.Chain.Phase, d.Report.Chain.Requests, d.Ends = "idle", nil, nil
	frame := Frame(d, 100, 40, plain)
	require.Contains(t, frame, "idle after block 7")
	require.Contains(t, frame, "none yet")
}
