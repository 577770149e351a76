package service

import (
	"context"
	"errors"
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/services/watcher/internal/chain"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/follow"
	"github.com/ethml/ethml/services/watcher/internal/server"
	"github.com/ethml/ethml/services/watcher/internal/spans"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Run runs a watcher until ctx ends, then stops it gracefully. An error means that it can't do its work at all: ports
// taken, data directory in use or of another chain, a node of another chain, no contract. A node that isn't there is
// waited for instead.
func Run(ctx context.Context, c Config) (err error) {
	if err := c.Check(); err != nil {
		return err
	}
	c = c.withDefaults()
	var stack lifecycle.Stack
	defer func() { err = errors.Join(err, stack.Stop(c.StopLimit)) }()

	w, err := build(c, &stack)
	if err != nil {
		return err
	}
	return w.run(ctx)
}

// watcher is a built service.
type watcher struct {
	Config
	follower *follow.Follower
	server   *server.Server
	grpc     *grpcx.Server
	admin    *admin.Server
}

func build(c Config, stack *lifecycle.Stack) (*watcher, error) {
	coordinator := common.HexToAddress(c.Coordinator)
	listener, err := c.Network.Listen(c.Listen, "--listen")
	if err != nil {
		return nil, err
	}
	stack.PushClose("gRPC port", ignoreClosed(listener.Close))
	adminListener, err := c.Network.Listen(c.AdminListen, "--admin-listen")
	if err != nil {
		return nil, err
	}
	stack.PushClose("admin port", ignoreClosed(adminListener.Close))

	log, err := eventlog.Open(c.DataDir, c.ReorgLimit)
	if err != nil {
		return nil, err
	}
	stack.PushClose("event log", log.Close)
	if id, bound := log.Identity(); bound && (id.Coordinator != coordinator || c.ChainID != 0 && id.ChainID != c.ChainID) {
		return nil, fmt.Errorf("event log %s belongs to %s: %w than configured (coordinator %s, chain %s): correct --coordinator or --chain-id, or choose another --data-dir",
			log.Path(), id, eventlog.ErrForeign, coordinator, chainName(c.ChainID))
	}
	if c.Logger, err = logging.Counted(c.Logger, c.Registry); err != nil {
		return nil, err
	}
	if err := admin.WatchDisk(c.Registry, c.DataDir); err != nil {
		return nil, err
	}
	metrics, err := follow.NewMetrics(c.Registry)
	if err != nil {
		return nil, fmt.Errorf("register metrics: %w", err)
	}
	pool := chain.NewPool(chain.PoolConfig{URLs: c.RPC, ChainID: c.ChainID, Coordinator: coordinator, Poll: c.PollInterval, Dial: c.DialRPC, Logger: c.Logger})
	w := &watcher{Config: c}
	recorded := spans.New(c.Tracer)
	follower, err := follow.New(follow.Config{OnState: w.stateChanged, Connector: pool, Log: log, FirstBlock: c.DeploymentBlock, Grace: c.LagGrace,
		MaxRange: c.MaxRange, PruneAfter: c.PruneAfter, Finalized: c.Finalized, Logger: c.Logger, Metrics: metrics, Spans: recorded})
	if err != nil {
		return nil, err
	}
	w.follower = follower
	w.server = server.New(server.Config{Log: log, Source: follower, Coordinator: coordinator, Heartbeat: c.Heartbeat, Logger: c.Logger, Spans: recorded})
	subscribers := prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "ethml_watcher_subscribers", Help: "Open subscriptions."},
		func() float64 { return float64(w.server.Subscribers()) })
	if err := c.Registry.Register(subscribers); err != nil {
		return nil, fmt.Errorf("register metrics: %w", err)
	}
	w.grpc, err = grpcx.NewServer(grpcx.ServerConfig{Listener: listener, Security: c.Security, Logger: c.Logger, Registerer: c.Registry, Tracer: c.Tracer, Access: Access()})
	if err != nil {
		return nil, err
	}
	ethmlv1.RegisterWatcherServiceServer(w.grpc, w.server)
	w.admin = admin.NewServer(adminListener, c.Registry, w.ready)
	return w, nil
}

func chainName(id uint64) string {
	if id == 0 {
		return "any"
	}
	return fmt.Sprint(id)
}

func ignoreClosed(fn func() error) func() error {
	// The servers close their listeners too; these are for a service that was only half built.
	return func() error { _ = fn(); return nil }
}

// stateChanged takes a halted watcher out of service: it needs an operator, and its stream goes nowhere.
func (w *watcher) stateChanged(state ethmlv1.WatcherState) {
	serving := state != ethmlv1.WatcherState_WATCHER_STATE_HALTED
	w.grpc.SetServing(serving)
	w.grpc.SetServing(serving, ethmlv1.WatcherService_ServiceDesc.ServiceName)
}

// ready says why subscribers aren't served as they should be.
func (w *watcher) ready() error {
	st := w.follower.Status()
	if st.State == ethmlv1.WatcherState_WATCHER_STATE_LIVE {
		return nil
	}
	return fmt.Errorf("watcher is %s: %s", st.State, st.Detail)
}

// run runs the parts until ctx ends or one of them fails. The log is closed by the caller, after all of them.
func (w *watcher) run(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	failed := make(chan error, 3)
	w.stateChanged(w.follower.Status().State)
	go func() { failed <- w.follower.Run(ctx) }()
	go func() { failed <- w.grpc.Serve() }()
	go func() { failed <- w.admin.Serve() }()
	w.Logger.Info("watcher started", "listen", w.grpc.Addr().String(), "admin_listen", w.admin.Addr().String(),
		"coordinator", w.Coordinator, "data_dir", w.DataDir)
	if w.Ready != nil {
		w.Ready(Addrs{GRPC: w.grpc.Addr(), Admin: w.admin.Addr()})
	}
	var errs []error
	left := 3
	select {
	case <-ctx.Done():
	case err := <-failed:
		left--
		errs = append(errs, err)
	}
	w.Logger.Info("watcher stopping")
	cancel()
	w.server.Stop()
	stop, done := context.WithTimeout(context.WithoutCancel(ctx), w.StopLimit)
	defer done()
	errs = append(errs, w.grpc.Shutdown(stop), w.admin.Shutdown(stop))
	for ; left > 0; left-- {
		errs = append(errs, <-failed)
	}
	w.Logger.Info("watcher stopped")
	return errors.Join(errs...)
}
