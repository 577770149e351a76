// Package service runs a submitter: it holds the keys, joins predictions and solutions, and gets commits, reveals and
// settlements on chain.
package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

// Defaults of Config.
const (
	DefaultListen      = "127.0.0.1:8003"
	DefaultAdminListen = "127.0.0.1:9003"
	DefaultRankDelay   = 3 * time.Second
	DefaultConnectWait = 15 * time.Second
	// DefaultClaimAbove is from what reward on an account claims, EML.
	DefaultClaimAbove = 100
)

// Config of a submitter. RPC, Coordinator, Watcher, DataDir, Security and one way to sign are required.
type Config struct {
	// RPC is the Ethereum node's JSON-RPC address: http, https, ws or wss.
	RPC string
	// PrivateRPC, if set, takes the transactions instead: a private relay's JSON-RPC address.
	PrivateRPC string
	// ChainID is what the node must be on; 0 takes the node's.
	ChainID uint64
	// Coordinator is the address of the EthML contract.
	Coordinator common.Address
	// Watcher is the address of its gRPC port, host:port.
	Watcher string
	// DataDir keeps the journal. One submitter at a time uses it.
	DataDir string
	// LockDir keeps a lock for each account; submitters that could sign for the same accounts should share it. Default:
	// a folder in DataDir.
	LockDir string

	// Keystore is a keystore file or a folder of them, opened with PasswordFile.
	Keystore, PasswordFile string
	// Clef or Web3Signer is the address of an external signer, instead of a keystore.
	Clef, Web3Signer string
	// Accounts to sign for; default: all that the keystore or signer holds.
	Accounts []common.Address

	// Fees are the ceilings; default txmgr's.
	Fees Fees
	// RankDelay between those who may take a permissionless step; whole seconds; default DefaultRankDelay.
	RankDelay time.Duration
	// ClaimAbove is from what reward on an account claims, wei of EML; nil: DefaultClaimAbove EML; zero or less: never.
	ClaimAbove *big.Int
	// EMLPrice is what one EML is worth in wei of ether; set, it keeps from commits that cost more than they earn. Default: off.
	EMLPrice *big.Int

	// Listen and AdminListen are where gRPC and /metrics are served; port 0 picks one.
	Listen, AdminListen string
	Security            grpcx.Security
	// ConnectWait is how long a start waits for the Ethereum node; default DefaultConnectWait.
	ConnectWait time.Duration
	// StopLimit bounds a graceful stop; default lifecycle.StopLimit.
	StopLimit time.Duration
	Logger    *slog.Logger         // default: none
	Registry  *prometheus.Registry // served at /metrics; default: one of its own
	Tracer    trace.TracerProvider // default: none
	// Step, if set, is called at named points between durable steps: the fault suite stops the process there.
	Step func(name string)
	// Now is the clock; default time.Now. The fault suite gives one that is wrong.
	Now func() time.Time
	// Ready, if set, is told the bound addresses once the submitter serves.
	Ready func(Addrs)

	// Network and DialRPC are for simulations: what it listens on and dials, and how it reaches Ethereum nodes. Default:
	// TCP, and rpc.DialContext.
	Network grpcx.Network
	DialRPC func(ctx context.Context, url string) (*rpc.Client, error)
}

// Addrs are the bound addresses.
type Addrs struct {
	GRPC, Admin net.Addr
}

// Fees are ceilings in wei; a nil one is the default.
type Fees struct {
	// For ordinary transactions.
	MaxFee, MaxTip *big.Int
	// For reveals, whose fees rise towards these as their time runs out.
	RevealMaxFee, RevealMaxTip *big.Int
}

func (f Fees) ceilings() txmgr.Fees {
	out := txmgr.DefaultFees()
	for _, p := range []struct {
		set    *big.Int
		target **big.Int
	}{{f.MaxFee, &out.MaxFee}, {f.MaxTip, &out.MaxTip}, {f.RevealMaxFee, &out.UrgentMaxFee}, {f.RevealMaxTip, &out.UrgentMaxTip}} {
		if p.set != nil {
			*p.target = p.set
		}
	}
	return out
}

// Check names what is wrong.
func (c *Config) Check() error {
	switch {
	case c.RPC == "":
		return errors.New("no Ethereum node: set --rpc to its JSON-RPC address, such as http://127.0.0.1:8545")
	case !knownScheme(c.RPC):
		return fmt.Errorf("--rpc %q: want an address that starts with http://, https://, ws:// or wss://", c.RPC)
	case c.PrivateRPC != "" && !knownScheme(c.PrivateRPC):
		return fmt.Errorf("--private-rpc %q: want an address that starts with http://, https://, ws:// or wss://", c.PrivateRPC)
	case c.Coordinator == (common.Address{}):
		return errors.New("no coordinator: set --coordinator to the EthML contract's address")
	case c.Watcher == "":
		return errors.New("no watcher: set --watcher to the address of its gRPC port")
	case c.DataDir == "":
		return errors.New("no data directory: set --data-dir")
	case c.RankDelay < 0 || c.RankDelay%time.Second != 0:
		return fmt.Errorf("--rank-delay %s: want whole seconds", c.RankDelay)
	case c.EMLPrice != nil && c.EMLPrice.Sign() < 0:
		return fmt.Errorf("--eml-price-wei %s: want zero or more", c.EMLPrice)
	}
	ways := 0
	for _, way := range []string{c.Keystore, c.Clef, c.Web3Signer} {
		if way != "" {
			ways++
		}
	}
	switch {
	case ways == 0:
		return errors.New("no keys: set --keystore and --password-file, or --clef, or --web3signer")
	case ways > 1:
		return errors.New("several kinds of keys: choose one of --keystore, --clef and --web3signer")
	case c.Keystore != "" && c.PasswordFile == "":
		return errors.New("no password file: set --password-file to a file with the keystore's password")
	}
	if err := c.Fees.ceilings().Check(); err != nil {
		return fmt.Errorf("fee ceilings: %w", err)
	}
	return c.Security.Check()
}

func knownScheme(url string) bool {
	scheme, rest, found := strings.Cut(url, "://")
	return found && rest != "" && (scheme == "http" || scheme == "https" || scheme == "ws" || scheme == "wss")
}

func (c *Config) claimAbove() *big.Int {
	switch {
	case c.ClaimAbove == nil:
		return new(big.Int).Mul(big.NewInt(DefaultClaimAbove), big.NewInt(1e18))
	case c.ClaimAbove.Sign() <= 0:
		return nil
	}
	return c.ClaimAbove
}
