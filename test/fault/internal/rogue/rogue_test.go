package rogue

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/test/fault/internal/plan"
)

// A cheat whose proofs or commitments were refused at once would test little.
func TestProofsAndVectorsOfCheatsAreTheProtocols(t *testing.T) {
	challenge, miner := common.HexToHash("0x1234"), common.HexToAddress("0xbeef")
	const difficulty = 50
	nonce, ok := solve(challenge, miner, big.NewInt(difficulty))
	require.True(t, ok)
	most := new(uint256.Int).Div(new(uint256.Int).SetAllOne(), uint256.NewInt(difficulty))
	require.True(t, protocol.Solves(protocol.Hash(challenge), protocol.Address(miner), protocol.Hash(common.BigToHash(nonce)), most))

	words := []*big.Int{big.NewInt(4_000_001), big.NewInt(4_000_002)}
	hash, err := vectorHash(bindings.Vector{Predictions: words, Statuses: []byte{0, 0}})
	require.NoError(t, err)
	require.EqualValues(t, protocol.ResultHash([]protocol.Hash{protocol.Hash(common.BigToHash(words[0])), protocol.Hash(common.BigToHash(words[1]))}, []byte{0, 0}), hash)
}

func TestLiarsTellTheSameLieUnderSaltsOfTheirOwn(t *testing.T) {
	b := bindings.BlockView{Challenge: [32]byte{1}, Ids: []*big.Int{big.NewInt(3), big.NewInt(4)}}
	var all []*Rogue
	for i := range uint64(2) {
		r := &Rogue{kind: plan.Liar, rand: newRand(9, common.BigToAddress(new(big.Int).SetUint64(i)))}
		r.prepare(b)
		all = append(all, r)
	}
	require.Equal(t, all[0].vector, all[1].vector)
	require.NotEqual(t, all[0].salt, all[1].salt)
	require.Len(t, all[0].vector.Predictions, 2)
}
