package status

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestEtherCutsOffAtFourDecimals(t *testing.T) {
	for in, want := range map[string]string{"0": "0.0000", "1": "0.0000", "100000000000000": "0.0001", "999999999999999999": "0.9999", "12345678900000000000": "12.3456"} {
		n, ok := new(big.Int).SetString(in, 10)
		require.True(t, ok)
		require.Equal(t, want, Ether(n))
	}
}

func TestTheReportSaysWhichServiceDoesNotAnswer(t *testing.T) {
	r := Report{
		Chain: Chain{Coordinator: "0xc0", Block: 7, Phase: "commit", Difficulty: big.NewInt(500), Seats: 2, Requests: []uint64{1, 2}},
		Nodes: []Node{{
			Name:      "operator-1",
			Watcher:   Watcher{Err: "127.0.0.1:1 doesn't answer"},
			Inference: Inference{Models: []Model{{ID: 1, Name: "breast-cancer", State: "ready"}, {ID: 9, State: "unavailable", Detail: "golden case 3: got 1, want 0"}}},
			Submitter: Submitter{Accounts: []Account{{Address: "0xab", Balance: big.NewInt(1e18), Stake: new(big.Int), EML: big.NewInt(35e17), Rewards: big.NewInt(5e17)}}},
			Replicas:  []Replica{{ID: "pow-1", Kernel: "avx2", Threads: 2, Rate: 2e6}},
		}},
	}
	var out strings.Builder
	require.NoError(t, r.WriteText(&out))
	for _, want := range []string{
		"block 7 in its commit phase: 2 requests, 2 seats", "127.0.0.1:1 doesn't answer", "1 breast-cancer ready",
		"9 unavailable (golden case 3: got 1, want 0)", "avx2 on 2 threads, 2 MH/s", "1.0000 ETH", "3.5000 EML held and 0.5000 to claim", "stake too low to take a seat",
	} {
		require.Contains(t, out.String(), want)
	}
}
