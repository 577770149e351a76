package differential

import (
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
)

const (
	equalModel  = 1
	medianModel = 2
)

// network is a whole deployment with funded miners, in the order that contracts/README.md gives.
type network struct {
	*evm
	proxy, registry, token, stake common.Address
	parameters                    bindings.Parameters
	tolerance                     *big.Int // of the median model
	miners                        []common.Address
}

func deploy(t *testing.T, r *rand.Rand, difficulty uint64) *network {
	t.Helper()
	n := &network{evm: newEVM(t, r), tolerance: big.NewInt(r.Int64N(4))}
	nonce := n.state.GetNonce(deployer)
	n.proxy = crypto.CreateAddress(deployer, nonce+6)
	n.token = n.create(bindings.EthMLTokenMetaData.Bin, token.PackConstructor(n.proxy, deployer, ether(1e9)))
	n.registry = n.create(bindings.ModelRegistryMetaData.Bin, registry.PackConstructor(deployer, []bindings.ModelRegistration{
		{ManifestCID: randomCID(r), Tolerance: new(big.Int), PreviousId: new(big.Int)},
		{ManifestCID: randomCID(r), Codec: 2, Decimals: 3, Rule: 1, Tolerance: n.tolerance, PreviousId: new(big.Int)},
	}))
	n.stake = n.create(bindings.OperatorStakeMetaData.Bin, stake.PackConstructor(n.token, n.proxy, big.NewInt(1)))
	views := n.create(bindings.EthMLViewsMetaData.Bin, bindings.NewEthMLViews().PackConstructor(n.token, n.registry, n.stake))
	extension := n.create(bindings.EthMLExtensionMetaData.Bin, bindings.NewEthMLExtension().PackConstructor(views))
	implementation := n.create(bindings.EthMLMetaData.Bin, main.PackConstructor(extension))
	n.parameters = randomParameters(r)
	initialize := main.PackInitialize(deployer, difficulty, n.parameters)
	at := n.create(bindings.ERC1967ProxyMetaData.Bin, bindings.NewERC1967Proxy().PackConstructor(implementation, initialize))
	require.Equal(t, n.proxy, at)
	n.must(deployer, n.token, token.PackApprove(n.proxy, ether(1e9)))
	n.must(deployer, n.token, token.PackApprove(n.stake, ether(1e9)))
	for range 5 {
		hash := draw(r)
		miner := common.BytesToAddress(hash[:])
		n.must(deployer, n.stake, stake.PackStakeFor(miner, ether(1000)))
		n.miners = append(n.miners, miner)
	}
	n.pass(1)
	return n
}

func randomParameters(r *rand.Rand) bindings.Parameters {
	return bindings.Parameters{
		CommitWindow: uint32(within(r, 1, 90)), RevealWindow: uint32(within(r, 60, 200)), RevealBlocks: uint32(within(r, 20, 60)),
		TargetCommitTime: uint32(within(r, 1, 30)), MinStake: ether(1), DefaultExpiry: 86400, MaxExpiry: 30 * 86400,
		MaxHeadStart: uint32(within(r, 30*86400, 365*86400)), SecondsPerToken: uint32(within(r, 0, 30*86400)),
		MaxCommitTime: 3600, BacklogTip: new(big.Int), MinDifficulty: 1, CallbackGas: 100_000, MaxCallbackGas: 400_000,
		NonRevealBps: 10, DissentBps: 1, SettleBountyBps: 100, ExpireBountyBps: 100, MinTipPerGas: 1, VoidAllowance: big.NewInt(1e9),
	}
}

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }
