// Package testnet is a dev chain with the real contracts on it, and a TCP proxy in front of its RPC, for tests.
package testnet

import (
	"context"
	"io"
	"math/big"
	"net"
	"strings"
	"sync"
	"testing"

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

// Net is a chain whose blocks are sealed by Seal only.
type Net struct {
	T           testing.TB
	Chain       *devchain.Chain
	Coordinator common.Address
	Registry    common.Address
	Stake       common.Address
	deployer    devchain.Account
	nonce       uint64 // of the deployer; the pool's own word lags behind
}

// Start brings up an empty chain.
func Start(t testing.TB) *Net {
	t.Helper()
	chain, err := devchain.Start(context.Background(), devchain.Config{Manual: true})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, chain.Close()) })
	return &Net{T: t, Chain: chain, deployer: chain.Accounts[0]}
}

// Deploy puts the contracts on the chain, with two models, after a few empty blocks.
func (n *Net) Deploy() {
	n.T.Helper()
	for range 3 {
		n.Seal()
	}
	deployer := n.deployer.Address
	proxy := crypto.CreateAddress(deployer, n.nonce+6)
	supply := eml(1_000_000)
	token := n.Create(&bindings.EthMLTokenMetaData, bindings.NewEthMLToken().PackConstructor(proxy, deployer, supply))
	model := bindings.ModelRegistration{ManifestCID: DataPoint, Tolerance: new(big.Int), PreviousId: new(big.Int)}
	n.Registry = n.Create(&bindings.ModelRegistryMetaData, bindings.NewModelRegistry().PackConstructor(deployer, []bindings.ModelRegistration{model, model}))
	n.Stake = n.Create(&bindings.OperatorStakeMetaData, bindings.NewOperatorStake().PackConstructor(token, proxy, big.NewInt(7*86400)))
	views := n.Create(&bindings.EthMLViewsMetaData, bindings.NewEthMLViews().PackConstructor(token, n.Registry, n.Stake))
	extension := n.Create(&bindings.EthMLExtensionMetaData, bindings.NewEthMLExtension().PackConstructor(views))
	implementation := n.Create(&bindings.EthMLMetaData, bindings.NewEthML().PackConstructor(extension))
	initialize := bindings.NewEthML().PackInitialize(deployer, 100, parameters())
	n.Coordinator = n.Create(&bindings.ERC1967ProxyMetaData, bindings.NewERC1967Proxy().PackConstructor(implementation, initialize))
	require.Equal(n.T, proxy, n.Coordinator)
	n.Send(token, bindings.NewEthMLToken().PackApprove(n.Stake, supply))
	for _, o := range n.Chain.Accounts[1:6] {
		n.Send(n.Stake, bindings.NewOperatorStake().PackStakeFor(o.Address, eml(1000)))
	}
	n.Seal()
}

func eml(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(params.Ether)) }

func parameters() bindings.Parameters {
	return bindings.Parameters{
		CommitWindow: 60, RevealWindow: 120, RevealBlocks: 50, TargetCommitTime: 15, MinStake: eml(100), DefaultExpiry: 86400,
		MaxExpiry: 30 * 86400, MaxHeadStart: 30 * 86400, SecondsPerToken: 60, MaxCommitTime: 3600, BacklogTip: eml(1), MinDifficulty: 1,
		CallbackGas: 100_000, MaxCallbackGas: 400_000, NonRevealBps: 1000, DissentBps: 50, SettleBountyBps: 100, ExpireBountyBps: 100,
		MinTipPerGas: 1e10, VoidAllowance: big.NewInt(1e16),
	}
}

// Fork moves the head back to an ancestor and empties the pool.
func (n *Net) Fork(ancestor common.Hash) {
	n.T.Helper()
	require.NoError(n.T, n.Chain.Fork(ancestor, true))
	nonce, err := n.Chain.Client().NonceAt(context.Background(), n.deployer.Address, nil)
	require.NoError(n.T, err)
	n.nonce = nonce
}

// Create deploys a contract in a block of its own.
func (n *Net) Create(meta *bind.MetaData, args []byte) common.Address {
	n.T.Helper()
	at := crypto.CreateAddress(n.deployer.Address, n.nonce)
	n.send(nil, append(common.FromHex(meta.Bin), args...))
	n.Seal()
	code, err := n.Chain.Client().CodeAt(context.Background(), at, nil)
	require.NoError(n.T, err)
	require.NotEmpty(n.T, code, "contract %s was not created", meta.ID)
	return at
}

// Send puts a transaction of the deployer into the pool.
func (n *Net) Send(to common.Address, data []byte) {
	n.T.Helper()
	n.send(&to, data)
}

func (n *Net) send(to *common.Address, data []byte) {
	n.T.Helper()
	tx := types.MustSignNewTx(n.deployer.Key, types.LatestSignerForChainID(n.Chain.ChainID), &types.DynamicFeeTx{
		ChainID: n.Chain.ChainID, Nonce: n.nonce, GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(100 * params.GWei),
		Gas: 8_000_000, To: to, Data: data,
	})
	require.NoError(n.T, n.Chain.Client().SendTransaction(context.Background(), tx))
	require.NoError(n.T, n.Chain.AwaitPending(n.T.Context(), n.deployer.Address, n.nonce))
	n.nonce++
}

// Request asks for a prediction by model 1; it is in the next block sealed.
func (n *Net) Request() {
	n.T.Helper()
	n.Send(n.Coordinator, bindings.NewEthML().PackRequestPrediction(big.NewInt(1), DataPoint, new(big.Int)))
}

// Seal seals the pool into a block.
func (n *Net) Seal() {
	n.T.Helper()
	_, err := n.Chain.Commit()
	require.NoError(n.T, err)
}

// Proxy forwards a port to a server, and can be cut.
type Proxy struct {
	Address string
	t       testing.TB
	target  string
	mu      sync.Mutex
	listen  net.Listener
	open    map[net.Conn]bool
}

// NewProxy reserves a port in front of a URL's host; nothing listens until Open.
func NewProxy(t testing.TB, url string) *Proxy {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	require.NoError(t, l.Close())
	_, host, _ := strings.Cut(url, "://")
	p := &Proxy{Address: l.Addr().String(), t: t, target: host, open: map[net.Conn]bool{}}
	t.Cleanup(p.Cut)
	return p
}

// Open lets connections through.
func (p *Proxy) Open() {
	p.t.Helper()
	l, err := net.Listen("tcp", p.Address)
	require.NoError(p.t, err)
	p.mu.Lock()
	p.listen = l
	p.mu.Unlock()
	go func() {
		for {
			in, err := l.Accept()
			if err != nil {
				return
			}
			out, err := new(net.Dialer).DialContext(context.Background(), "tcp", p.target)
			if err != nil {
				_ = in.Close()
				continue
			}
			p.mu.Lock()
			p.open[in], p.open[out] = true, true
			p.mu.Unlock()
			go p.copy(in, out)
			go p.copy(out, in)
		}
	}()
}

func (p *Proxy) copy(to, from net.Conn) {
	_, _ = io.Copy(to, from)
	_ = to.Close()
	_ = from.Close()
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.open, to)
	delete(p.open, from)
}

// Cut closes the port and all connections.
func (p *Proxy) Cut() {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.listen != nil {
		_ = p.listen.Close()
		p.listen = nil
	}
	for c := range p.open {
		_ = c.Close()
	}
}

// Reorg replaces the newest blocks by as many and one more; their transactions are mined again.
func (n *Net) Reorg(depth uint64) {
	n.T.Helper()
	_, err := n.Chain.Reorg(depth, false)
	require.NoError(n.T, err)
}
