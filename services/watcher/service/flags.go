package service

import (
	"context"
	"strconv"
	"time"

	"github.com/ethml/ethml/internal/cli"
)

// Commands is the command line of the watcher.
type Commands struct {
	Serve       serve           `cmd:"" default:"withargs" help:"Run the watcher (the default)."`
	Healthcheck cli.Healthcheck `cmd:"" help:"Ask a running watcher whether it serves; for container health checks."`
}

type serve struct {
	RPC             []string      `name:"rpc" help:"WebSocket or HTTP URL of an Ethereum node; several, separated by commas, for failover." required:"" placeholder:"URL"`
	ChainID         uint64        `help:"Refuse nodes of any other chain; 0 takes their word." default:"0"`
	Coordinator     string        `help:"Address of the EthML contract (the proxy)." required:"" placeholder:"0x..."`
	DeploymentBlock uint64        `help:"Ethereum block at or before the contracts' deployment; 0 finds it out, which needs a node that keeps old state." default:"0"`
	DataDir         string        `help:"Directory of the event log." required:"" type:"path" placeholder:"DIR"`
	ReorgLimit      uint64        `help:"Blocks a reorganisation may go back; a deeper one halts the watcher." default:"${reorg_limit}"`
	Finalized       bool          `help:"Let the node's finalized block be the limit of reorganisations, instead of a number of blocks; the chain has to have finality."`
	PollInterval    time.Duration `help:"How often to ask nodes for new blocks that can't push them." default:"1s"`
	LagGrace        time.Duration `help:"How long a node may be behind the event log before that counts as a reorganisation." default:"15s"`
	MaxRange        uint64        `help:"Most blocks to ask a node for in one eth_getLogs; fewer are asked for when it refuses." default:"50000"`
	PruneAfter      uint64        `help:"Drop events older than this many blocks; 0 keeps all." default:"0"`
	Heartbeat       time.Duration `help:"Longest silence on a stream." default:"5s"`
	cli.Common      `embed:""`
}

// Vars fill the defaults of the flags.
func Vars() map[string]string {
	return map[string]string{"listen": DefaultListen, "admin": DefaultAdminListen, "reorg_limit": strconv.Itoa(DefaultReorgLimit)}
}

// Run runs the watcher with the flags' values.
func (s *serve) Run(ctx context.Context) error {
	logger, traces, flush, err := s.Logger("watcher", "")
	if err != nil {
		return err
	}
	defer flush()
	logger = logger.With("service", "watcher")
	return Run(ctx, Config{RPC: s.RPC, ChainID: s.ChainID, Coordinator: s.Coordinator, DeploymentBlock: s.DeploymentBlock,
		DataDir: s.DataDir, ReorgLimit: s.ReorgLimit, Finalized: s.Finalized, PollInterval: s.PollInterval, LagGrace: s.LagGrace, MaxRange: s.MaxRange,
		PruneAfter: s.PruneAfter, Heartbeat: s.Heartbeat, Listen: s.Listen, AdminListen: s.AdminListen, Security: s.Security,
		StopLimit: s.StopLimit, Logger: logger, Tracer: traces})
}
