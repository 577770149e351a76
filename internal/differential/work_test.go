package differential

import (
	"math/big"
	"testing"
	"time"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/protocol"
)

// A nonce that misses is refused with its hash and the target as the contracts computed them.
func TestProofOfWorkAndTargetAgree(t *testing.T) {
	r := random(t)
	for range runs(t, 25) {
		difficulty := within(r, 1, 1<<uint(1+r.IntN(55)))
		n := deploy(t, r, difficulty)
		n.must(deployer, n.proxy, main.PackRequestPrediction(big.NewInt(equalModel), randomCID(r), new(big.Int)))
		block, err := main.UnpackGetBlock(n.must(deployer, n.proxy, main.PackGetBlock()))
		require.NoError(t, err)
		schedule := protocol.TargetSchedule{
			Difficulty: uint256.NewInt(difficulty), OpenedAt: block.OpenedAt,
			CommitWindow: time.Duration(n.parameters.CommitWindow) * time.Second,
		}
		for _, miner := range n.miners {
			n.pass(within(r, 0, uint64(n.parameters.CommitWindow)*60))
			nonce := protocol.Hash(draw(r))
			target := schedule.At(n.time)
			got, err := main.UnpackCurrentTarget(n.must(deployer, n.proxy, main.PackCurrentTarget()))
			require.NoError(t, err)
			require.Equal(t, target.ToBig().String(), got.String(), "%+v at %d", schedule, n.time)
			solves := protocol.Solves(block.Challenge, protocol.Address(miner), nonce, target)
			output, reverted := n.call(miner, n.proxy, main.PackCommitSolution(big.NewInt(1), draw(r), new(big.Int).SetBytes(nonce[:])))
			require.Equal(t, solves, !reverted)
			if reverted {
				refused, err := main.UnpackEthMLInsufficientWorkError(output[4:])
				require.NoError(t, err)
				work := protocol.ProofOfWork(block.Challenge, protocol.Address(miner), nonce)
				require.Equal(t, new(big.Int).SetBytes(work[:]), refused.Hash)
				require.Equal(t, target.ToBig(), refused.Target)
			}
		}
	}
}
