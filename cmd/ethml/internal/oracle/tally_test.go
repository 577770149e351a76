package oracle

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
)

// logged is an event of block 3; rest are the values that aren't indexed.
func logged(t *testing.T, name string, indexed []common.Hash, rest ...any) types.Log {
	t.Helper()
	parsed, err := bindings.EthMLMetaData.ParseABI()
	require.NoError(t, err)
	data, err := parsed.Events[name].Inputs.NonIndexed().Pack(rest...)
	require.NoError(t, err)
	return types.Log{Topics: append([]common.Hash{parsed.Events[name].ID, {31: 3}}, indexed...), Data: data}
}

func TestTheVotesOnARequestAreCounted(t *testing.T) {
	word := func(n int64) []*big.Int {
		if n < 0 {
			return []*big.Int{big.NewInt(0), new(big.Int).Add(big.NewInt(n), new(big.Int).Lsh(big.NewInt(1), 256))}
		}
		return []*big.Int{big.NewInt(0), big.NewInt(n)}
	}
	logs := []types.Log{logged(t, "BlockOpened", nil, [32]byte{}, [32]byte{}, big.NewInt(1), big.NewInt(2), []*big.Int{big.NewInt(8), big.NewInt(9)})}
	for i, n := range []int64{1, -1, 2, 40} {
		miner := []common.Hash{{31: byte(i)}}
		logs = append(logs, logged(t, "SolutionCommitted", miner, big.NewInt(int64(i)), [32]byte{}),
			logged(t, "SolutionRevealed", miner, word(n), []byte{0, 0}))
	}
	logs = append(logs, logged(t, "SolutionCommitted", []common.Hash{{31: 9}}, big.NewInt(4), [32]byte{}),
		logged(t, "SolutionRevealed", []common.Hash{{31: 9}}, word(1), []byte{0, 1}))
	settled := logged(t, "BlockSettled", nil, [32]byte{}, [32]byte{}, big.NewInt(1), word(1), []byte{0, 0})
	o := &Oracle{main: bindings.NewEthML()}

	require.Equal(t, Tally{Seats: 5, Reveals: 5, Agree: 1}, o.count(append(logs, settled), 9, new(big.Int)), "equal words")
	require.Equal(t, Tally{Seats: 5, Reveals: 5, Agree: 3}, o.count(append(logs, settled), 9, big.NewInt(2)), "within the tolerance, below zero too")
	require.Equal(t, Tally{Seats: 5, Reveals: 5, Agree: 5}, o.count(append(logs[:len(logs):len(logs)],
		logged(t, "BlockSettled", nil, [32]byte{}, [32]byte{}, big.NewInt(1), word(1), []byte{0, 0})), 8, new(big.Int)), "the other request of the block")
	undecided := logged(t, "BlockSettled", nil, [32]byte{}, [32]byte{}, big.NewInt(1), word(0), []byte{0, 5})
	require.Equal(t, Tally{Seats: 5, Reveals: 5}, o.count(append(logs, undecided), 9, new(big.Int)), "no outcome")
	require.Equal(t, Tally{Seats: 5, Reveals: 5}, o.count(append(logs, settled), 7, new(big.Int)), "not in this block")
}
