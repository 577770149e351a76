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
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"golang.org/x/sys/cpu"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/internal/tracing"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/catalog"
	"github.com/ethml/ethml/services/inference/internal/follow"
	"github.com/ethml/ethml/services/inference/internal/oip"
	"github.com/ethml/ethml/services/inference/internal/ortlib"
	"github.com/ethml/ethml/services/inference/internal/pool"
	"github.com/ethml/ethml/services/inference/internal/predict"
	"github.com/ethml/ethml/services/inference/internal/server"
)

// sourceLimit bounds how long a content source may take to answer at start.
const sourceLimit = 10 * time.Second

// Run runs a service until ctx ends, then stops it gracefully. It fails at once
// for a configuration that can't work, and otherwise waits for watcher and
// submitter for as long as it takes.
func Run(ctx context.Context, c Config) (err error) {
	if err := c.Check(); err != nil {
		return err
	}
	s := &service{Config: c}
	defer func() { err = errors.Join(err, s.stack.Stop(cmp.Or(c.StopLimit, lifecycle.StopLimit))) }()
	if err := s.build(ctx); err != nil {
		return err
	}
	return s.serve(ctx)
}

// service is a running service.
type service struct {
	Config
	stack    lifecycle.Stack
	metrics  *metrics
	pool     *pool.Pool
	catalog  *catalog.Catalog
	follower *follow.Follower
	server   *grpcx.Server
	public   *grpcx.Server // nil unless asked for
	admin    *admin.Server
}

// Votes tells why this machine can't vote; nil if it can. Other instruction sets
// round otherwise: their words wouldn't agree with everybody else's.
func votes() error {
	if runtime.GOARCH != "amd64" || !cpu.X86.HasAVX2 || !cpu.X86.HasFMA {
		return fmt.Errorf("this CPU (%s) lacks AVX2 and FMA: it serves models, but doesn't vote", runtime.GOARCH)
	}
	return nil
}

// build makes all parts and starts the first worker. What it has made is on the
// stack, on errors too.
func (s *service) build(ctx context.Context) (err error) {
	s.Listen = cmp.Or(s.Listen, DefaultListen)
	s.AdminListen = cmp.Or(s.AdminListen, DefaultAdminListen)
	if s.Logger == nil {
		s.Logger = logging.Discard()
	}
	if s.Registry == nil {
		s.Registry = admin.NewRegistry()
	}
	if s.ReplicaID == "" {
		var random [4]byte
		rand.Read(random[:])
		host, _ := os.Hostname()
		s.ReplicaID = fmt.Sprintf("%.40s-%s", cmp.Or(host, "inference"), hex.EncodeToString(random[:]))
	}
	if s.Logger, err = logging.Counted(s.Logger, s.Registry); err != nil {
		return err
	}
	if s.DataDir != "" {
		if err := admin.WatchDisk(s.Registry, s.DataDir); err != nil {
			return err
		}
	}
	if s.metrics, err = newMetrics(s.Registry); err != nil {
		return fmt.Errorf("register metrics: %w", err)
	}

	// Ports first: a taken one is the likeliest failure.
	grpcListener, err := grpcx.Listen(s.Listen, "--listen")
	if err != nil {
		return err
	}
	s.stack.PushClose("listener", ignoreClosed(grpcListener.Close))
	adminListener, err := grpcx.Listen(s.AdminListen, "--admin-listen")
	if err != nil {
		return err
	}
	s.stack.PushClose("admin listener", ignoreClosed(adminListener.Close))

	if err := s.open(ctx); err != nil {
		return err
	}
	predictor, err := predict.New(s.catalog, s.Content, s.Logger)
	if err != nil {
		return err
	}
	predictor.Observe = s.metrics.step
	if err := s.dial(predictor); err != nil {
		return err
	}
	s.server, err = grpcx.NewServer(grpcx.ServerConfig{
		Listener: grpcListener, Security: s.Security, Logger: s.Logger, Registerer: s.Registry, Tracer: s.Tracer,
		MaxMessageBytes: cmp.Or(s.MaxMessage, DefaultMaxMessage), Access: Access(),
	})
	if err != nil {
		return err
	}
	models := &oip.Server{Catalog: s.catalog, Logger: s.Logger, Ready: s.ready}
	inference.RegisterGRPCInferenceServiceServer(s.server, models)
	ethmlv1.RegisterInferenceServiceServer(s.server, &server.Server{Predictor: predictor, Models: s.catalog, Joined: s.live})
	if err := s.openPublic(models); err != nil {
		return err
	}
	s.admin = admin.NewServer(adminListener, s.Registry, s.ready)
	return s.metrics.watch(s.catalog, s.live, s.pool)
}

// open opens the library, in a worker, the content and the models.
func (s *service) open(ctx context.Context) error {
	library, err := ortlib.Find(s.Library)
	if err != nil {
		return err
	}
	s.pool, err = pool.New(pool.Config{
		Command: s.WorkerCommand, Library: library, AllowUnsandboxed: s.AllowUnsandboxed,
		MaxWorkers: cmp.Or(s.Workers, 4), ModelsPerWorker: s.ModelsPerWorker,
		MaxReply: 2 * cmp.Or(s.MaxMessage, DefaultMaxMessage), Logger: s.Logger,
	})
	if err != nil {
		return err
	}
	s.stack.PushClose("workers", s.pool.Close)
	if err := s.openContent(ctx); err != nil {
		return err
	}
	s.catalog, err = catalog.New(catalog.Config{Content: s.Content, Runner: s.pool, Folder: s.ModelDir, MaxMemory: s.MaxModelMemory, Logger: s.Logger})
	return err
}

func (s *service) openContent(ctx context.Context) error {
	if s.Content != nil || len(s.IPFS)+len(s.Gateways) == 0 {
		return nil
	}
	options := content.Options{KuboAPIs: s.IPFS, Gateways: s.Gateways, CacheBytes: s.CacheBytes, Log: s.Logger, Observe: s.metrics.observe}
	if s.DataDir != "" {
		options.CacheDir = filepath.Join(s.DataDir, "content")
	}
	store, closeStore, err := content.Open(options)
	if err != nil {
		return err
	}
	s.stack.PushClose("content", closeStore)
	s.Content = store
	ctx, cancel := context.WithTimeout(ctx, sourceLimit)
	defer cancel()
	if err := store.Check(ctx); err != nil {
		// It may come up later; requests are then answered.
		s.Logger.Warn("no content source answers", "error", err)
	}
	return nil
}

// dial makes the clients, which connect in the background, and the follower between them.
func (s *service) dial(voter follow.Voter) error {
	if s.Watcher == "" {
		return nil
	}
	peer := func(role string) grpcx.ClientConfig {
		return grpcx.ClientConfig{Security: s.Security, Role: role, Tracer: s.Tracer}
	}
	w, err := grpcx.Dial(s.Watcher, peer(grpcx.RoleWatcher))
	if err != nil {
		return err
	}
	s.stack.PushClose("watcher client", w.Close)
	sub, err := grpcx.Dial(s.Submitter, peer(grpcx.RoleSubmitter))
	if err != nil {
		return err
	}
	s.stack.PushClose("submitter client", sub.Close)
	s.follower = follow.New(follow.Config{
		Watcher: watcher{ethmlv1.NewWatcherServiceClient(w)}, Submitter: submitter{ethmlv1.NewSubmitterServiceClient(sub)},
		Voter: voter, Replica: s.ReplicaID, Logger: s.Logger, Reported: s.metrics.reported, Tracer: tracing.NewTracer(s.Tracer), Abstain: votes() != nil,
	})
	return nil
}

func (s *service) live() bool { return s.follower == nil || s.follower.Live() }

// ready says why requests can't be answered now.
func (s *service) ready() error {
	if !s.live() {
		return fmt.Errorf("the watcher's stream at %s doesn't stand yet", s.Watcher)
	}
	return nil
}

// serve runs all parts until ctx ends or one fails.
func (s *service) serve(ctx context.Context) error {
	ctx, cancel := context.WithCancelCause(ctx)
	var running sync.WaitGroup
	fail := func(err error) {
		if err != nil {
			cancel(err)
		}
	}
	// Stopped in reverse: health says so first, calls in hand end, then the follower, then the admin port.
	running.Go(func() { fail(s.admin.Serve()) })
	s.stack.Push("admin", s.admin.Shutdown)
	if s.follower != nil {
		following, stop := context.WithCancel(context.Background())
		done := make(chan struct{})
		go func() {
			defer close(done)
			s.follower.Run(following)
		}()
		s.stack.Push("follower", func(ctx context.Context) error {
			stop()
			select {
			case <-done:
				return nil
			case <-ctx.Done():
				return ctx.Err()
			}
		})
	}
	running.Go(func() { fail(s.server.Serve()) })
	s.stack.Push("gRPC server", s.server.Shutdown)

	s.server.SetServing(true)
	addrs := Addrs{GRPC: s.server.Addr(), Admin: s.admin.Addr()}
	if s.public != nil {
		running.Go(func() { fail(s.public.Serve()) })
		s.stack.Push("public gRPC server", s.public.Shutdown)
		s.public.SetServing(true)
		addrs.Public = s.public.Addr()
		s.Logger.Info("serving others", "public", addrs.Public.String())
	}
	greeting := s.pool.Greeting()
	s.Logger.Info("serving", "grpc", s.server.Addr().String(), "admin", s.admin.Addr().String(), "replica_id", s.ReplicaID,
		"onnxruntime", greeting.Version, "sandboxed", greeting.Sandboxed)
	if err := votes(); err != nil && s.follower != nil {
		s.Logger.Warn("not voting", "reason", err)
	}
	if s.Config.Ready != nil {
		s.Config.Ready(addrs)
	}
	<-ctx.Done()
	s.Logger.Info("stopping")
	if cause := context.Cause(ctx); !errors.Is(cause, context.Canceled) && !errors.Is(cause, context.DeadlineExceeded) {
		return cause
	}
	return nil
}

// ignoreClosed takes it for done when a server has closed its listener already.
func ignoreClosed(f func() error) func() error {
	return func() error {
		if err := f(); !errors.Is(err, net.ErrClosed) {
			return err
		}
		return nil
	}
}
