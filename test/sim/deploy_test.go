package sim

import (
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/google/uuid"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
)

// Contracts' calls and events.
var (
	coordinator = bindings.NewEthML()
	registry    = bindings.NewModelRegistry()
	token       = bindings.NewEthMLToken()
	stake       = bindings.NewOperatorStake()
)

const (
	seats        = 5
	threshold    = 3
	commitWindow = 10 // seconds
	revealWindow = 25 // seconds
	revealBlocks = 20
	// difficulty is high enough that a nonce seldom fits the challenge of another branch too.
	difficulty = 256
	cid        = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"
)

// genesisTime is when the bubbles of testing/synctest begin.
const genesisTime = 946_684_800

var (
	chainConfig = func() *params.ChainConfig {
		c := *params.MergedTestChainConfig
		c.ChainID = big.NewInt(1337)
		c.BogotaTime, c.AmsterdamTime = nil, nil
		return &c
	}()
	signer = types.LatestSigner(chainConfig)
)

// genesis is what every run starts from: the contracts deployed, five miners staked, and their keys.
type genesis struct {
	state                                 *state.StateDB
	coordinator, registry, token, stakeAt common.Address
	requester                             *ecdsa.PrivateKey // owns the contracts, publishes the model and asks
	miners                                []*ecdsa.PrivateKey
	keystores                             []string // a file for each miner
	password                              string   // file
}

func addressOf(key *ecdsa.PrivateKey) common.Address { return crypto.PubkeyToAddress(key.PublicKey) }

func ether(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

func newGenesis(t *testing.T, p bindings.Parameters) *genesis {
	t.Helper()
	g := &genesis{requester: keyOf(t, "requester"), password: filepath.Join(t.TempDir(), "password")}
	require.NoError(t, os.WriteFile(g.password, []byte("sim"), 0o600))
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	require.NoError(t, err)
	g.state = db
	owner := addressOf(g.requester)
	g.fund(owner)
	for i := range seats {
		key := keyOf(t, fmt.Sprint("miner ", i))
		g.miners = append(g.miners, key)
		g.fund(addressOf(key))
		// The smallest work factor: what protects a key on disk would take most of a run's time.
		sealed, err := keystore.EncryptKey(&keystore.Key{Id: uuid.New(), Address: addressOf(key), PrivateKey: key}, "sim", 2, 1)
		require.NoError(t, err)
		file := filepath.Join(t.TempDir(), "key.json")
		require.NoError(t, os.WriteFile(file, sealed, 0o600))
		g.keystores = append(g.keystores, file)
	}
	g.deploy(t, owner, p)
	// Deployment counts as done by somebody else: the requester's transactions start at nonce 0.
	g.state.SetNonce(owner, 0, 0)
	g.state.Finalise(chainConfig.Rules(new(big.Int), true, genesisTime))
	return g
}

func keyOf(t *testing.T, name string) *ecdsa.PrivateKey {
	t.Helper()
	key, err := crypto.ToECDSA(crypto.Keccak256([]byte("sim " + name)))
	require.NoError(t, err)
	return key
}

func (g *genesis) fund(a common.Address) {
	g.state.AddBalance(a, uint256.MustFromBig(ether(1_000_000)), 0)
}

func (g *genesis) deploy(t *testing.T, owner common.Address, p bindings.Parameters) {
	t.Helper()
	create := func(bin string, arguments []byte) common.Address {
		output, at, _, err := runtime.Create(append(common.FromHex(bin), arguments...), g.environment(owner))
		require.NoError(t, err, "%x", output)
		return at
	}
	call := func(to common.Address, data []byte) {
		output, _, err := runtime.Call(to, data, g.environment(owner))
		require.NoError(t, err, "%x", output)
	}
	g.coordinator = crypto.CreateAddress(owner, g.state.GetNonce(owner)+6)
	g.token = create(bindings.EthMLTokenMetaData.Bin, token.PackConstructor(g.coordinator, owner, ether(1e9)))
	g.registry = create(bindings.ModelRegistryMetaData.Bin, registry.PackConstructor(owner, []bindings.ModelRegistration{
		{ManifestCID: cid, RoyaltyBps: 100, Tolerance: new(big.Int), PreviousId: new(big.Int)},
	}))
	g.stakeAt = create(bindings.OperatorStakeMetaData.Bin, stake.PackConstructor(g.token, g.coordinator, big.NewInt(60)))
	views := create(bindings.EthMLViewsMetaData.Bin, bindings.NewEthMLViews().PackConstructor(g.token, g.registry, g.stakeAt))
	extension := create(bindings.EthMLExtensionMetaData.Bin, bindings.NewEthMLExtension().PackConstructor(views))
	implementation := create(bindings.EthMLMetaData.Bin, coordinator.PackConstructor(extension))
	proxy := create(bindings.ERC1967ProxyMetaData.Bin, bindings.NewERC1967Proxy().PackConstructor(implementation,
		coordinator.PackInitialize(owner, difficulty, p)))
	require.Equal(t, g.coordinator, proxy)
	call(g.token, token.PackApprove(g.coordinator, ether(1e8)))
	call(g.token, token.PackApprove(g.stakeAt, ether(1e8)))
	for _, m := range g.miners {
		call(g.stakeAt, stake.PackStakeFor(addressOf(m), ether(100_000)))
	}
}

func (g *genesis) environment(from common.Address) *runtime.Config {
	return &runtime.Config{ChainConfig: chainConfig, State: g.state, Origin: from, Time: genesisTime - 100, BlockNumber: new(big.Int),
		GasLimit: 1 << 40, GetHashFn: func(uint64) common.Hash { return common.Hash{1} }}
}

func parameters() bindings.Parameters {
	return bindings.Parameters{
		CommitWindow: commitWindow, RevealWindow: revealWindow, RevealBlocks: revealBlocks, TargetCommitTime: 1, MinStake: ether(100),
		DefaultExpiry: 86_400, MaxExpiry: 30 * 86_400, MaxHeadStart: 30 * 86_400, SecondsPerToken: 60, MaxCommitTime: 3_600,
		BacklogTip: new(big.Int), MinDifficulty: difficulty, CallbackGas: 100_000, MaxCallbackGas: 400_000, NonRevealBps: 1000,
		DissentBps: 50, SettleBountyBps: 100, ExpireBountyBps: 100, MinTipPerGas: 1, VoidAllowance: big.NewInt(1e9),
	}
}
