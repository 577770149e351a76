package service

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math"
	"net"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/services/watcher/internal/chain"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/follow"
	"github.com/ethml/ethml/services/watcher/internal/server"
)

// Defaults of the flags.
const (
	DefaultListen      = "127.0.0.1:8000"
	DefaultAdminListen = "127.0.0.1:9000"
	DefaultPoll        = time.Second
	DefaultReorgLimit  = eventlog.DefaultKeep
)

// Config of a watcher. RPC, Coordinator, DataDir and Security must be set; for the rest, zero means the default.
type Config struct {
	RPC             []string      // URLs of Ethereum nodes: ws, wss, http or https; the first that serves is used
	ChainID         uint64        // refuse any other; 0 takes the nodes' word
	Coordinator     string        // address of the EthML contract, 0x and 40 hex digits
	DeploymentBlock uint64        // Ethereum block at or before the deployment of the contracts; 0 finds it out
	DataDir         string        // where the event log lives
	ReorgLimit      uint64        // blocks; a deeper reorg halts the watcher
	Finalized       bool          // the limit is the finalized block that the node tells, and finalizedKeep blocks where it tells none
	PollInterval    time.Duration // of nodes that can't push new heads
	LagGrace        time.Duration // how long a node may be behind the event log before that counts as a reorg
	MaxRange        uint64        // most blocks in one eth_getLogs
	PruneAfter      uint64        // blocks after which events are dropped; 0 keeps all
	Heartbeat       time.Duration // longest silence on a stream

	Listen      string // gRPC
	AdminListen string // metrics and probes
	Security    grpcx.Security
	StopLimit   time.Duration

	Logger   *slog.Logger         // none if nil
	Registry *prometheus.Registry // served at /metrics; one of its own if nil
	Tracer   trace.TracerProvider // no traces if nil
	Ready    func(Addrs)          // called once, when both ports are bound

	// For simulations: what it listens on, and how it reaches Ethereum nodes. Default: TCP, and rpc.DialOptions.
	Network grpcx.Network
	DialRPC func(ctx context.Context, url string) (*rpc.Client, error)
}

// Addrs are the bound addresses.
type Addrs struct {
	GRPC  net.Addr
	Admin net.Addr
}

func (c Config) withDefaults() Config {
	def := func(v *string, d string) {
		if *v == "" {
			*v = d
		}
	}
	def(&c.Listen, DefaultListen)
	def(&c.AdminListen, DefaultAdminListen)
	if c.Finalized {
		c.ReorgLimit = max(c.ReorgLimit, finalizedKeep)
	}
	if c.ReorgLimit == 0 {
		c.ReorgLimit = DefaultReorgLimit
	}
	if c.PollInterval == 0 {
		c.PollInterval = DefaultPoll
	}
	if c.LagGrace == 0 {
		c.LagGrace = follow.DefaultGrace
	}
	if c.MaxRange == 0 {
		c.MaxRange = chain.MaxRange
	}
	if c.Heartbeat == 0 {
		c.Heartbeat = server.DefaultHeartbeat
	}
	if c.StopLimit == 0 {
		c.StopLimit = lifecycle.StopLimit
	}
	if c.Logger == nil {
		c.Logger = logging.Discard()
	}
	if c.Registry == nil {
		c.Registry = admin.NewRegistry()
	}
	return c
}

// Bounds of the settings.
const (
	minReorgLimit = 2
	maxReorgLimit = 100_000
	// Finality lags by some 100 blocks, and by more in bad times.
	finalizedKeep = 1024
	minInterval   = 50 * time.Millisecond
)

// Check says what is wrong with the configuration, naming the flags.
func (c Config) Check() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if len(c.RPC) == 0 {
		bad("no Ethereum node: name one with --rpc, such as ws://127.0.0.1:8546")
	}
	for _, u := range c.RPC {
		if err := chain.CheckURL(u); err != nil {
			bad("--rpc: %w", err)
		}
	}
	switch {
	case c.Coordinator == "":
		bad("no coordinator: give the address of the EthML contract with --coordinator")
	case !common.IsHexAddress(c.Coordinator):
		bad("--coordinator %q is not an address: give 0x and 40 hexadecimal digits", c.Coordinator)
	case common.HexToAddress(c.Coordinator) == common.Address{}:
		bad("--coordinator is the zero address: give the address of the EthML contract")
	}
	if c.DataDir == "" {
		bad("no data directory: name one with --data-dir")
	}
	if c.ReorgLimit != 0 && (c.ReorgLimit < minReorgLimit || c.ReorgLimit > maxReorgLimit) {
		bad("--reorg-limit %d: choose %d to %d blocks", c.ReorgLimit, minReorgLimit, maxReorgLimit)
	}
	for _, d := range []struct {
		flag  string
		value time.Duration
	}{{"poll-interval", c.PollInterval}, {"lag-grace", c.LagGrace}, {"heartbeat", c.Heartbeat}, {"stop-limit", c.StopLimit}} {
		if d.value != 0 && d.value < minInterval {
			bad("--%s %s: choose %s or more", d.flag, d.value, minInterval)
		}
	}
	if c.DeploymentBlock > math.MaxInt64 {
		bad("--deployment-block %d is out of range", c.DeploymentBlock)
	}
	if err := c.Security.Check(); err != nil {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
