package desk_test

import (
	"context"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/desk"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

func at(gwei int64) func(context.Context) (*big.Int, error) {
	return func(context.Context) (*big.Int, error) { return big.NewInt(gwei * 1e9), nil }
}

func TestGuardIsOffWithoutAPrice(t *testing.T) {
	require.NoError(t, desk.Guard{}.Worth(context.Background(), at(1_000_000), round.Commit{Number: 1, Requests: 1}))
}

func TestGuardComparesSubsidyWithGas(t *testing.T) {
	// 111,000 gas at 10 gwei are 0.00111 ether; 50 EML are worth that from 0.0000222 ether each.
	dear, cheap := desk.Guard{Price: big.NewInt(23e12)}, desk.Guard{Price: big.NewInt(22e12)}
	first := round.Commit{Number: 1, Requests: 1}
	require.NoError(t, dear.Worth(context.Background(), at(10), first))
	require.Error(t, cheap.Worth(context.Background(), at(10), first))
	require.Error(t, dear.Worth(context.Background(), at(10), round.Commit{Number: 210_001, Requests: 1}), "the subsidy halves")
}
