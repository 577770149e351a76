package service

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"path/filepath"
	"time"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/services/explorer/internal/asker"
	"github.com/ethml/ethml/services/explorer/internal/follow"
	"github.com/ethml/ethml/services/explorer/internal/gas"
	"github.com/ethml/ethml/services/explorer/internal/index"
	"github.com/ethml/ethml/services/explorer/internal/library"
	"github.com/ethml/ethml/services/explorer/internal/view"
	"github.com/ethml/ethml/services/explorer/internal/web"
)

// Run runs an explorer until ctx ends, then stops it gracefully. An error means that it can't do its work at all: ports
// taken, data directory in use. A watcher that isn't there is waited for instead.
func Run(ctx context.Context, c Config) (err error) {
	if err := c.Check(); err != nil {
		return err
	}
	e := &explorer{Config: c.withDefaults()}
	defer func() { err = errors.Join(err, e.stack.Stop(e.StopLimit)) }()
	// Streams and fetches end before the servers are waited for.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if err := e.build(ctx); err != nil {
		return err
	}
	return e.run(ctx, cancel)
}

// explorer is a built service.
type explorer struct {
	Config
	stack    lifecycle.Stack
	index    *index.Index
	follower *follow.Follower
	pages    *web.Server
	http     *http.Server
	listener net.Listener
	admin    *admin.Server
}

const cacheBytes = 64 << 20

func (e *explorer) build(ctx context.Context) (err error) {
	if e.listener, err = grpcx.Listen(e.Listen, "--listen"); err != nil {
		return err
	}
	// The servers close their listeners too; these are for a service that is only half built.
	e.stack.PushClose("HTTP port", func() error { _ = e.listener.Close(); return nil })
	adminListener, err := grpcx.Listen(e.AdminListen, "--admin-listen")
	if err != nil {
		return err
	}
	e.stack.PushClose("admin port", func() error { _ = adminListener.Close(); return nil })
	if e.index, err = index.Open(e.DataDir, 0); err != nil {
		return err
	}
	e.stack.PushClose("index", e.index.Close)
	if e.index.Rebuilt != "" {
		e.Logger.Warn("index is rebuilt", "reason", e.index.Rebuilt)
	}
	conn, err := grpcx.Dial(e.Watcher, grpcx.ClientConfig{Security: e.Security, Role: grpcx.RoleWatcher, Tracer: e.Tracer})
	if err != nil {
		return err
	}
	e.stack.PushClose("watcher connection", conn.Close)
	followed, err := follow.NewMetrics(e.Registry)
	if err != nil {
		return fmt.Errorf("register metrics: %w", err)
	}
	e.follower = &follow.Follower{Client: ethmlv1.NewWatcherServiceClient(conn), Index: e.index, Logger: e.Logger, Metrics: followed,
		OnStatus: func() { e.pages.Poke() }}
	if err := e.buildPages(ctx); err != nil {
		return err
	}
	e.http = &http.Server{Handler: e.pages, ReadHeaderTimeout: 5 * time.Second, ReadTimeout: 15 * time.Second, WriteTimeout: 30 * time.Second,
		IdleTimeout: time.Minute, MaxHeaderBytes: 1 << 15}
	e.admin = admin.NewServer(adminListener, e.Registry, e.ready)
	return nil
}

func (e *explorer) buildPages(ctx context.Context) (err error) {
	views := &view.Views{Index: e.index, Status: e.follower.Status, Now: e.Now}
	config := web.Config{Views: views, Logger: e.Logger}
	if config.Metrics, err = web.NewMetrics(e.Registry); err != nil {
		return fmt.Errorf("register metrics: %w", err)
	}
	if len(e.IPFS)+len(e.Gateways) > 0 {
		store, closeStore, err := content.Open(content.Options{KuboAPIs: e.IPFS, Gateways: e.Gateways,
			CacheDir: filepath.Join(e.DataDir, "content"), CacheBytes: cacheBytes, Log: e.Logger})
		if err != nil {
			return err
		}
		e.stack.PushClose("content store", closeStore)
		shelves := library.New(ctx, store)
		shelves.Log = e.Logger
		shelves.OnMore = func() { views.More(); e.pages.Poke() }
		views.Library = shelves
		if e.Dev.Network != "" {
			if config.Sender, err = asker.New(e.Dev.Network, e.Dev.Keystore, e.Dev.PasswordFile, store); err != nil {
				return err
			}
		}
	}
	if e.RPC != "" {
		meter := gas.New(e.RPC, e.Logger)
		meter.OnMore = func() { views.More(); e.pages.Poke() }
		views.Gas = meter
		go meter.Run(ctx)
	}
	if e.Inference != "" {
		conn, err := grpcx.Dial(e.Inference, grpcx.ClientConfig{Security: e.Security, Role: grpcx.RoleInference, Tracer: e.Tracer})
		if err != nil {
			return err
		}
		e.stack.PushClose("inference connection", conn.Close)
		config.Replayer = replayer{ethmlv1.NewInferenceServiceClient(conn)}
	}
	e.pages, err = web.New(ctx, config)
	return err
}

// replayer is an inference service as the pages need it.
type replayer struct {
	client ethmlv1.InferenceServiceClient
}

func (r replayer) Predict(ctx context.Context, request *ethmlv1.PredictRequest) (*ethmlv1.PredictResponse, error) {
	return r.client.Predict(ctx, request)
}

// ready says why what is shown isn't up to date.
func (e *explorer) ready() error {
	s := e.follower.Status()
	switch {
	case !s.Connected:
		return errors.New(s.Detail)
	case s.State != ethmlv1.WatcherState_WATCHER_STATE_LIVE:
		return fmt.Errorf("the watcher is %s", s.State)
	}
	return nil
}

// run runs the parts until ctx ends or one of them fails.
func (e *explorer) run(ctx context.Context, cancel context.CancelFunc) error {
	failed := make(chan error, 3)
	go func() { failed <- e.follower.Run(ctx) }()
	go func() {
		if err := e.http.Serve(e.listener); !errors.Is(err, http.ErrServerClosed) {
			failed <- fmt.Errorf("serve HTTP on %s: %w", e.listener.Addr(), err)
			return
		}
		failed <- nil
	}()
	go func() { failed <- e.admin.Serve() }()
	e.Logger.Info("explorer started", "listen", e.listener.Addr().String(), "admin_listen", e.admin.Addr().String(), "watcher", e.Watcher,
		"data_dir", e.DataDir)
	if e.Ready != nil {
		e.Ready(Addrs{HTTP: e.listener.Addr(), Admin: e.admin.Addr()})
	}
	var errs []error
	left := 3
	select {
	case <-ctx.Done():
	case err := <-failed:
		left--
		errs = append(errs, err)
	}
	e.Logger.Info("explorer stopping")
	cancel()
	stop, done := context.WithTimeout(context.WithoutCancel(ctx), e.StopLimit)
	defer done()
	if err := e.http.Shutdown(stop); err != nil {
		// A visitor's connection may stay open for longer than there is time; cutting it off loses nothing.
		errs = append(errs, e.http.Close())
	}
	errs = append(errs, e.admin.Shutdown(stop))
	for ; left > 0; left-- {
		errs = append(errs, <-failed)
	}
	e.Logger.Info("explorer stopped")
	return errors.Join(errs...)
}
