package service

import (
	"cmp"
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"os"
	"runtime"
	"sync"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/internal/tracing"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/pow/internal/keccak"
	"github.com/ethml/ethml/services/pow/internal/mine"
	"github.com/ethml/ethml/services/pow/internal/peers"
	"github.com/ethml/ethml/services/pow/internal/search"
	"github.com/ethml/ethml/services/pow/internal/server"
)

// LeaveRoom makes room for searching threads (0: as many as by default) beside the rest of the process, so that a new
// round or a call gets a CPU at once, and returns their number. It changes GOMAXPROCS: for main functions.
func LeaveRoom(threads int) int {
	if threads <= 0 {
		threads = search.DefaultThreads()
	}
	runtime.GOMAXPROCS(runtime.GOMAXPROCS(0) + threads)
	return threads
}

// Run runs a replica until ctx ends, then stops it gracefully. It fails at once for a configuration that can't work, and
// otherwise waits for its peers for as long as it takes.
func Run(ctx context.Context, c Config) (err error) {
	if err := c.Check(); err != nil {
		return err
	}
	r, err := build(c)
	defer func() { err = errors.Join(err, r.stack.Stop(cmp.Or(c.StopLimit, lifecycle.StopLimit))) }()
	if err != nil {
		return err
	}
	return r.serve(ctx)
}

// replica is a running service.
type replica struct {
	Config
	stack     lifecycle.Stack
	searcher  *searcher
	miner     *mine.Miner
	watcher   *peers.Watcher
	submitter *peers.Submitter
	server    *grpcx.Server
	admin     *admin.Server
	rate      *meter
	stopping  chan struct{}
}

// build makes all parts and starts none. What it returns must be stopped, on errors too.
func build(c Config) (*replica, error) {
	c.Listen = cmp.Or(c.Listen, DefaultListen)
	c.AdminListen = cmp.Or(c.AdminListen, DefaultAdminListen)
	if c.Logger == nil {
		c.Logger = logging.Discard()
	}
	if c.Registry == nil {
		c.Registry = admin.NewRegistry()
	}
	log, err := logging.Counted(c.Logger, c.Registry)
	if err != nil {
		return &replica{Config: c}, err
	}
	c.Logger = log
	var prefix [8]byte
	rand.Read(prefix[:])
	if c.ReplicaID == "" {
		host, _ := os.Hostname()
		c.ReplicaID = fmt.Sprintf("%.40s-%s", cmp.Or(host, "pow"), hex.EncodeToString(prefix[:4]))
	}
	r := &replica{Config: c, stopping: make(chan struct{})}

	kernel, err := keccak.Select(c.Kernel)
	if err != nil {
		return r, err
	}
	nice := DefaultNice
	if c.FullPriority {
		nice = 0
	}
	r.searcher = &searcher{search.New(search.Config{Kernel: kernel, Threads: c.Threads, Nice: nice})}
	r.rate = newMeter(r.searcher.Hashes)

	// Ports first: a taken one is the likeliest failure.
	grpcListener, err := grpcx.Listen(c.Listen, "--listen")
	if err != nil {
		return r, err
	}
	r.stack.PushClose("listener", ignoreClosed(grpcListener.Close))
	adminListener, err := grpcx.Listen(c.AdminListen, "--admin-listen")
	if err != nil {
		return r, err
	}
	r.stack.PushClose("admin listener", ignoreClosed(adminListener.Close))

	if err := r.dial(prefix); err != nil {
		return r, err
	}
	r.server, err = grpcx.NewServer(grpcx.ServerConfig{
		Listener: grpcListener, Security: c.Security, Logger: c.Logger, Registerer: c.Registry, Tracer: c.Tracer, Access: Access(),
	})
	if err != nil {
		return r, err
	}
	ethmlv1.RegisterPowServiceServer(r.server, &server.Server{
		Searcher: r.searcher, Status: r.status, Slots: make(chan struct{}, MaxSearches), Stopping: r.stopping,
	})
	r.admin = admin.NewServer(adminListener, c.Registry, r.ready)
	if err := registerGauges(c.Registry, r); err != nil {
		return r, fmt.Errorf("register metrics: %w", err)
	}
	return r, nil
}

// dial makes the clients, which connect in the background, and the miner between them.
func (r *replica) dial(prefix [8]byte) error {
	peer := func(role string) grpcx.ClientConfig {
		return grpcx.ClientConfig{Security: r.Security, Role: role, Tracer: r.Tracer}
	}
	watcher, err := grpcx.Dial(r.Watcher, peer(grpcx.RoleWatcher))
	if err != nil {
		return err
	}
	r.stack.PushClose("watcher client", watcher.Close)
	submitter, err := grpcx.Dial(r.Submitter, peer(grpcx.RoleSubmitter))
	if err != nil {
		return err
	}
	r.stack.PushClose("submitter client", submitter.Close)

	r.submitter = &peers.Submitter{
		Client: ethmlv1.NewSubmitterServiceClient(submitter),
		Replica: peers.Replica{
			ID: r.ReplicaID, Threads: r.searcher.Threads(), Rate: r.rate.Rate,
			Kernel: func() string { return r.searcher.Kernel().String() },
		},
		Logger: r.Logger.With("peer", "submitter", "address", r.Submitter),
	}
	metrics, err := mine.NewMetrics(r.Registry)
	if err != nil {
		return fmt.Errorf("register metrics: %w", err)
	}
	r.miner = mine.New(mine.Config{
		Searcher: r.searcher, Reporter: r.submitter, Metrics: metrics, Logger: r.Logger, Prefix: prefix,
		Tracer: tracing.NewTracer(r.Tracer), Replica: r.ReplicaID,
	})
	r.submitter.Worker = r.miner
	r.watcher = &peers.Watcher{
		Client: ethmlv1.NewWatcherServiceClient(watcher), Blocks: r.miner, Traced: r.Tracer != nil,
		Logger: r.Logger.With("peer", "watcher", "address", r.Watcher),
	}
	return nil
}

// ignoreClosed is for what may have been closed by its user already.
func ignoreClosed(closer func() error) func() error {
	return func() error {
		if err := closer(); !errors.Is(err, net.ErrClosed) {
			return err
		}
		return nil
	}
}

// serve runs all parts until ctx ends or a server fails.
func (r *replica) serve(parent context.Context) error {
	ctx, cancel := context.WithCancel(parent)
	defer cancel()
	failed := make(chan error, 2)
	var parts sync.WaitGroup
	parts.Go(func() { failed <- r.server.Serve() })
	parts.Go(func() { failed <- r.admin.Serve() })
	r.stack.Push("servers", func(limit context.Context) error {
		close(r.stopping)
		err := errors.Join(r.server.Shutdown(limit), r.admin.Shutdown(limit))
		parts.Wait()
		return err
	})
	var loops sync.WaitGroup
	for _, loop := range []func(context.Context){r.watcher.Run, r.submitter.Run, r.miner.Run, r.rate.Run} {
		loops.Go(func() { loop(ctx) })
	}
	r.stack.Push("mining", func(context.Context) error {
		cancel()
		loops.Wait()
		return nil
	})

	r.server.SetServing(true)
	r.server.SetServing(true, ethmlv1.PowService_ServiceDesc.ServiceName)
	r.Logger.Info("pow serves", "replica_id", r.ReplicaID, "kernel", r.searcher.Kernel().String(),
		"threads", r.searcher.Threads(), "listen", r.server.Addr().String(), "admin_listen", r.admin.Addr().String())
	if r.Ready != nil {
		r.Ready(Addrs{GRPC: r.server.Addr(), Admin: r.admin.Addr()})
	}
	select {
	case <-ctx.Done():
		r.Logger.Info("pow stops")
		return nil
	case err := <-failed:
		return err
	}
}

// ready says what the replica waits for.
func (r *replica) ready() error {
	var errs []error
	if err := r.watcher.Link.Err(); err != nil {
		errs = append(errs, fmt.Errorf("watcher %s: %w", r.Watcher, err))
	}
	if err := r.submitter.Link.Err(); err != nil {
		errs = append(errs, fmt.Errorf("submitter %s: %w", r.Submitter, err))
	}
	return errors.Join(errs...)
}

func (r *replica) status() server.Status {
	return server.Status{
		ReplicaID: r.ReplicaID,
		Kernel:    r.searcher.Kernel().String(),
		Threads:   r.searcher.Threads(),
		Rate:      r.rate.Rate(),
		Hashes:    r.searcher.Hashes(),
		Solutions: r.miner.Solutions(),
		Mining:    r.miner.Status(),
	}
}

// searcher can change to the portable kernel.
type searcher struct{ *search.Searcher }

// DropKernel implements mine.Searcher.
func (s *searcher) DropKernel() bool {
	if s.Kernel().String() == keccak.Portable().String() {
		return false
	}
	s.SetKernel(keccak.Portable())
	return true
}
