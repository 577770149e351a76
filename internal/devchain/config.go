package devchain

import (
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth/ethconfig"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/p2p"
	"github.com/ethereum/go-ethereum/params"
)

// DefaultChainID is the chain id of a dev chain unless told otherwise.
const DefaultChainID = 1337

const (
	defaultGasLimit = 30_000_000
	accountCount    = 10
)

// Config describes a chain. The zero value is a chain in memory that seals a
// block for each transaction and listens on free loopback ports.
type Config struct {
	// Period between blocks, in whole seconds. Zero seals on demand.
	Period time.Duration
	// Manual leaves all sealing to Commit, Reorg and AdjustTime. Needs Period 0.
	Manual bool
	// HTTPAddr and WSAddr are host:port; port 0 picks a free one, empty means
	// 127.0.0.1:0. Equal addresses share one port.
	HTTPAddr, WSAddr string
	// VirtualHosts the RPC answers to besides localhost and IP addresses.
	VirtualHosts []string
	// Control offers reorganisations and jumps of the clock over JSON-RPC, as dev_reorg and dev_increaseTime, to whoever
	// reaches the ports: for tests.
	Control bool
	// DataDir keeps the chain over restarts. Empty keeps it in memory.
	DataDir string
	// ChainID is 1337 if zero.
	ChainID uint64
	// GasLimit of a block is 30 million if zero.
	GasLimit uint64
	// Balance of each of the ten accounts, in wei; 10,000 ETH if nil.
	Balance *big.Int
	// Log may be nil.
	Log *slog.Logger
}

// Check reports what is wrong with the configuration.
func (c Config) Check() error {
	var errs []error
	if c.Period < 0 || c.Period%time.Second != 0 {
		errs = append(errs, fmt.Errorf("period %s: block times are whole seconds, give 1s or more, or 0 to seal on demand", c.Period))
	}
	if c.Manual && c.Period != 0 {
		errs = append(errs, errors.New("manual sealing and a period exclude each other: give one of them"))
	}
	for _, addr := range []string{c.HTTPAddr, c.WSAddr} {
		if _, _, err := splitAddr(addr); err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

func (c Config) logger() *slog.Logger {
	if c.Log == nil {
		return slog.New(slog.DiscardHandler)
	}
	return c.Log
}

func splitAddr(addr string) (host string, port int, err error) {
	if addr == "" {
		return "127.0.0.1", 0, nil
	}
	host, text, err := net.SplitHostPort(addr)
	if err != nil {
		return "", 0, fmt.Errorf("listen address %q: want host:port, such as 127.0.0.1:8545: %w", addr, err)
	}
	number, err := strconv.ParseUint(text, 10, 16)
	if err != nil {
		return "", 0, fmt.Errorf("listen address %q: the port must be a number up to 65535, 0 for a free one", addr)
	}
	if host == "" {
		host = "0.0.0.0"
	}
	return host, int(number), nil
}

func (c Config) nodeConfig() (node.Config, error) {
	cfg := node.DefaultConfig
	cfg.Name = "devchain"
	cfg.DataDir = c.DataDir
	cfg.IPCPath = ""
	cfg.P2P = p2p.Config{NoDiscovery: true, NoDial: true}
	var err error
	if cfg.HTTPHost, cfg.HTTPPort, err = splitAddr(c.HTTPAddr); err != nil {
		return cfg, err
	}
	if cfg.WSHost, cfg.WSPort, err = splitAddr(c.WSAddr); err != nil {
		return cfg, err
	}
	cfg.HTTPModules = []string{"eth", "net", "web3", "txpool", "debug"}
	if c.Control {
		cfg.HTTPModules = append(cfg.HTTPModules, "dev")
	}
	cfg.WSModules = cfg.HTTPModules
	cfg.HTTPVirtualHosts = append([]string{"localhost"}, c.VirtualHosts...)
	return cfg, nil
}

func (c Config) ethConfig(accounts []Account) ethconfig.Config {
	chain := *params.AllDevChainProtocolChanges
	// Rules that no public network runs yet price new storage several times higher; contracts are tested for today's.
	chain.BogotaTime = nil
	// Ahead of the public networks, and with it each new storage slot costs
	// 98,000 gas: budgets and callbacks' gas are meant for Osaka.
	chain.BogotaTime = nil
	chain.ChainID = big.NewInt(DefaultChainID)
	if c.ChainID != 0 {
		chain.ChainID = new(big.Int).SetUint64(c.ChainID)
	}
	gasLimit := c.GasLimit
	if gasLimit == 0 {
		gasLimit = defaultGasLimit
	}
	balance := c.Balance
	if balance == nil {
		balance = new(big.Int).Mul(big.NewInt(10_000), big.NewInt(params.Ether))
	}
	alloc := core.SystemContractAllocs()
	for _, account := range accounts {
		alloc[account.Address] = types.Account{Balance: balance}
	}

	cfg := ethconfig.Defaults
	cfg.Genesis = &core.Genesis{
		Config:     &chain,
		GasLimit:   gasLimit,
		BaseFee:    big.NewInt(params.InitialBaseFee),
		Difficulty: new(big.Int),
		Alloc:      alloc,
	}
	cfg.NetworkId = chain.ChainID.Uint64()
	cfg.SyncMode = ethconfig.FullSync
	cfg.Miner.GasCeil = gasLimit
	cfg.TxPool.NoLocals = true
	// The log index is built in the background and lags behind the head; a
	// search through the headers' blooms never does.
	cfg.LogNoHistory = true
	// The defaults are sized for mainnet; a demo shares its machine.
	cfg.DatabaseCache, cfg.TrieCleanCache, cfg.TrieDirtyCache, cfg.SnapshotCache = 16, 16, 32, 16
	return cfg
}
