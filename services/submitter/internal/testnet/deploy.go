// Package testnet is an EthML network for tests: a dev chain sealed by hand with the real contracts on it, and a watcher
// that tells what happens there.
package testnet

import (
	"context"
	"crypto/ecdsa"
	"fmt"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/devchain"
)

// DataPoint is a well-formed CID.
const DataPoint = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"

// Net is a chain with the contracts. Blocks are sealed by Seal only.
type Net struct {
	T           *testing.T
	Chain       *devchain.Chain
	Coordinator common.Address
	Stake       common.Address
	Token       common.Address
	Operators   []devchain.Account // accounts 1 to 5, staked
	deployer    devchain.Account
	nonces      map[common.Address]uint64 // of what this package sent
}

// Parameters of the deployed coordinator. Its windows are wide: this chain's seconds pass as quickly as it is sealed, also
// while a busy machine keeps the submitter waiting.
func Parameters() bindings.Parameters {
	eml := func(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }
	return bindings.Parameters{
		CommitWindow: 3600, RevealWindow: 7200, RevealBlocks: 50, TargetCommitTime: 15, MinStake: eml(100), DefaultExpiry: 86400,
		MaxExpiry: 30 * 86400, MaxHeadStart: 30 * 86400, SecondsPerToken: 60, MaxCommitTime: 86400, BacklogTip: eml(1), MinDifficulty: 1,
		CallbackGas: 100_000, MaxCallbackGas: 400_000, NonRevealBps: 1000, DissentBps: 50, SettleBountyBps: 100, ExpireBountyBps: 100,
		MinTipPerGas: 1e10, VoidAllowance: big.NewInt(1e16),
	}
}

// Start brings the network up with a difficulty of 100 hashes and the given parameters.
func Start(t *testing.T, p bindings.Parameters) *Net {
	t.Helper()
	chain, err := devchain.Start(context.Background(), devchain.Config{Manual: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, chain.Close()) })
	n := &Net{T: t, Chain: chain, deployer: chain.Accounts[0], Operators: chain.Accounts[1:6], nonces: map[common.Address]uint64{}}

	deployer := n.deployer.Address
	proxy := crypto.CreateAddress(deployer, 6)
	supply := new(big.Int).Mul(big.NewInt(1_000_000), big.NewInt(params.Ether))
	token, views, stake := bindings.NewEthMLToken(), bindings.NewEthMLViews(), bindings.NewOperatorStake()
	n.Token = n.create(&bindings.EthMLTokenMetaData, token.PackConstructor(proxy, deployer, supply))
	model := bindings.ModelRegistration{ManifestCID: DataPoint, Tolerance: new(big.Int), PreviousId: new(big.Int)}
	registry := n.create(&bindings.ModelRegistryMetaData, bindings.NewModelRegistry().PackConstructor(deployer, []bindings.ModelRegistration{model, model}))
	n.Stake = n.create(&bindings.OperatorStakeMetaData, stake.PackConstructor(n.Token, proxy, big.NewInt(7*86400)))
	viewsAt := n.create(&bindings.EthMLViewsMetaData, views.PackConstructor(n.Token, registry, n.Stake))
	extension := n.create(&bindings.EthMLExtensionMetaData, bindings.NewEthMLExtension().PackConstructor(viewsAt))
	implementation := n.create(&bindings.EthMLMetaData, bindings.NewEthML().PackConstructor(extension))
	data := bindings.NewEthML().PackInitialize(deployer, 100, p)
	n.Coordinator = n.create(&bindings.ERC1967ProxyMetaData, bindings.NewERC1967Proxy().PackConstructor(implementation, data))
	require.Equal(t, proxy, n.Coordinator)

	each := new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))
	n.Send(n.deployer.Key, n.Token, token.PackApprove(n.Stake, supply))
	for _, o := range n.Operators {
		n.StakeFor(o.Address, each)
	}
	n.Seal()
	return n
}

func (n *Net) create(meta *bind.MetaData, args []byte) common.Address {
	n.T.Helper()
	code := append(common.FromHex(meta.Bin), args...)
	at := crypto.CreateAddress(n.deployer.Address, n.nonces[n.deployer.Address])
	n.send(n.deployer.Key, nil, code)
	n.Seal()
	deployed, err := n.Chain.Client().CodeAt(context.Background(), at, nil)
	require.NoError(n.T, err)
	require.NotEmpty(n.T, deployed, "contract %s not created", meta.ID)
	return at
}

// Send puts a transaction of key into the pool. The key belongs to this package alone.
func (n *Net) Send(key *ecdsa.PrivateKey, to common.Address, data []byte) common.Hash {
	n.T.Helper()
	return n.send(key, &to, data)
}

func (n *Net) send(key *ecdsa.PrivateKey, to *common.Address, data []byte) common.Hash {
	n.T.Helper()
	from := crypto.PubkeyToAddress(key.PublicKey)
	nonce := n.nonces[from]
	n.nonces[from]++
	tx := types.MustSignNewTx(key, types.LatestSignerForChainID(n.Chain.ChainID), &types.DynamicFeeTx{
		ChainID: n.Chain.ChainID, Nonce: nonce, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(20 * params.GWei),
		Gas: 8_000_000, To: to, Data: data,
	})
	require.NoError(n.T, n.Chain.Client().SendTransaction(context.Background(), tx))
	require.NoError(n.T, n.Chain.AwaitPending(n.T.Context(), from, nonce))
	return tx.Hash()
}

// Request asks for a prediction by model 1, from the deployer; it is in the next block sealed.
func (n *Net) Request() {
	n.T.Helper()
	n.Send(n.deployer.Key, n.Coordinator, bindings.NewEthML().PackRequestPrediction(big.NewInt(1), DataPoint, new(big.Int)))
}

// StakeFor adds to an operator's stake, from the deployer's tokens; it is in the next block sealed.
func (n *Net) StakeFor(operator common.Address, amount *big.Int) {
	n.T.Helper()
	n.Send(n.deployer.Key, n.Stake, bindings.NewOperatorStake().PackStakeFor(operator, amount))
}

// Seal seals the pool into a block.
func (n *Net) Seal() {
	n.T.Helper()
	_, err := n.Chain.Commit()
	require.NoError(n.T, err)
}

// Unrequest takes the last Ethereum block back, and loses the request in it.
func (n *Net) Unrequest() {
	n.T.Helper()
	require.NoError(n.T, n.Chain.Fork(n.Chain.Head().ParentHash, true))
	n.nonces[n.deployer.Address]--
}

// Block is the coordinator's open block.
func (n *Net) Block() bindings.BlockView {
	n.T.Helper()
	b := bindings.NewEthML()
	out, err := n.Chain.Client().CallContract(context.Background(), callMsg(n.Coordinator, b.PackGetBlock()), nil)
	require.NoError(n.T, err)
	view, err := b.UnpackGetBlock(out)
	require.NoError(n.T, err)
	return view
}

// Prediction is what became of a request.
func (n *Net) Prediction(id int64) (status uint8, word *big.Int) {
	n.T.Helper()
	b := bindings.NewEthML()
	out, err := n.Chain.Client().CallContract(context.Background(), callMsg(n.Coordinator, b.PackGetPrediction(big.NewInt(id))), nil)
	require.NoError(n.T, err)
	p, err := b.UnpackGetPrediction(out)
	require.NoError(n.T, err)
	return p.Status, p.Prediction
}

// SealUntil seals blocks, each after the pool has had a moment to fill, until what holds; a failure after limit.
func (n *Net) SealUntil(what string, limit time.Duration, holds func() bool) {
	n.T.Helper()
	deadline := time.Now().Add(limit)
	tick := time.NewTicker(50 * time.Millisecond)
	defer tick.Stop()
	for !holds() {
		if time.Now().After(deadline) {
			require.FailNow(n.T, fmt.Sprintf("not within %s: %s", limit, what))
		}
		<-tick.C
		n.Seal()
	}
}
