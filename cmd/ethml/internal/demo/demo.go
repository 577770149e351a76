// Package demo runs a whole EthML network in one process: an Ethereum dev chain, a content store, the contracts, and
// operators whose services talk gRPC over loopback sockets, exactly as they would on machines of their own.
package demo

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"golang.org/x/sync/errgroup"

	"github.com/ethml/ethml/cmd/ethml/internal/devnet"
	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/tracing"
	"github.com/ethml/ethml/models"
)

// Config says what to run.
type Config struct {
	Devnet      devnet.Config
	DataDir     string   // what the services keep; removed at the end when empty (a temporary folder)
	NetworkFile string   // written so that `ethml request` and `ethml status` find the network
	Operators   int      // how many, at least as many as a block decides with
	Threads     int      // search threads of each operator's pow
	Worker      []string // starts a model worker of an inference service
	Show        *progress.Writer

	Tracing         tracing.Flags // of every service; each operator is a node of its own
	ModelsPerWorker int           // models that share a worker process; sharing saves memory
	ExplorerAddr    string        // where the explorer serves its pages, host:port
}

// Demo is a running network.
type Demo struct {
	Network  *network.Network
	Explorer string // URL of its pages
	cfg      Config
	devnet   *devnet.Devnet
	oracle   *oracle.Oracle
	group    *errgroup.Group
	ctx      context.Context
	examples []models.Example
	logs     string
	stack    lifecycle.Stack
}

// Start brings the network up and returns when every operator's services are ready. Stop must be called also when it
// fails.
func Start(ctx context.Context, cfg Config) (*Demo, error) {
	d := &Demo{cfg: cfg}
	return d, d.start(ctx)
}

func (d *Demo) start(ctx context.Context) error {
	dir := d.cfg.DataDir
	if dir == "" {
		tmp, err := os.MkdirTemp("", "ethml-demo-")
		if err != nil {
			return fmt.Errorf("make a data directory: %w", err)
		}
		d.stack.PushClose("data directory", func() error { return os.RemoveAll(tmp) })
		dir = tmp
	}
	d.logs = filepath.Join(dir, "logs")
	if err := os.MkdirAll(d.logs, 0o755); err != nil {
		return fmt.Errorf("make a data directory: %w", err)
	}
	show := d.cfg.Show
	var err error
	if d.examples, err = models.All(); err != nil {
		return err
	}

	// The services stop before chain and store do, so that none of them logs a failure that is none.
	started := time.Now()
	d.cfg.Devnet.DataDir = dir
	if d.devnet, err = devnet.Start(ctx, d.cfg.Devnet); err != nil {
		return err
	}
	d.stack.PushClose("devnet", d.devnet.Close)
	show.Printf("chain      %s and %s, a block each %s", d.devnet.Chain.HTTPURL(), d.devnet.Chain.WSURL(), d.cfg.Devnet.Period)
	show.Printf("content    %s", d.devnet.ContentURL)

	accounts := d.devnet.Chain.Accounts
	operators := accounts[1 : 1+d.cfg.Operators]
	if d.Network, err = d.devnet.Deploy(ctx, d.examples, operators); err != nil {
		return err
	}
	show.Printf("contracts  EthML %s, deployed after %.1f s", d.Network.Coordinator, time.Since(started).Seconds())
	for i, e := range d.examples {
		show.Printf("model      %d %s", i+1, e.Name)
	}

	runCtx, stop := context.WithCancel(context.WithoutCancel(ctx))
	d.group, d.ctx = errgroup.WithContext(runCtx)
	d.stack.PushClose("services", func() error {
		stop()
		if err := d.group.Wait(); err != nil && !errors.Is(err, context.Canceled) {
			return err
		}
		return nil
	})
	ready, done := context.WithCancel(ctx)
	defer done()
	context.AfterFunc(d.ctx, done) // a service that fails ends the waiting for the others
	nodes := make([]network.Node, len(operators))
	var starting errgroup.Group
	for i, account := range operators {
		starting.Go(func() (err error) {
			o := &operator{demo: d, name: fmt.Sprintf("operator-%d", i+1), account: account,
				coordinator: d.Network.Coordinator, deploymentBlock: d.Network.DeploymentBlock,
				dir: filepath.Join(dir, fmt.Sprintf("operator-%d", i+1)), logs: d.logs}
			nodes[i], err = o.start(ready)
			return err
		})
	}
	if err := starting.Wait(); err != nil {
		return d.why(err)
	}
	d.Network.Nodes = nodes
	show.Printf("operators  %d, each its own watcher, inference, pow and submitter; ready after %.1f s", len(nodes), time.Since(started).Seconds())
	if d.Explorer, err = d.startExplorer(ready, dir); err != nil {
		return d.why(err)
	}
	show.Printf("explorer   %s", d.Explorer)
	if d.cfg.NetworkFile != "" {
		if err := d.Network.Write(d.cfg.NetworkFile); err != nil {
			return err
		}
		d.stack.PushClose("network file", func() error { return os.Remove(d.cfg.NetworkFile) })
	}
	d.oracle, err = oracle.New(ctx, d.devnet.Chain.Client(), d.Network.Coordinator, d.Network.Consumer)
	return err
}

// why is what ended a service while one was waited for, or else err.
func (d *Demo) why(err error) error {
	if cause := context.Cause(d.ctx); cause != nil && !errors.Is(cause, context.Canceled) {
		return cause
	}
	return err
}

// Failed is closed when a service has ended by itself; Err then says which and why.
func (d *Demo) Failed() <-chan struct{} { return d.ctx.Done() }

// Err is why a service ended.
func (d *Demo) Err() error { return context.Cause(d.ctx) }

// Stop ends everything in order.
func (d *Demo) Stop(limit time.Duration) error { return d.stack.Stop(limit) }

// Documented are the two requests that the prototype's documentation shows: each model's first data point.
func (d *Demo) Documented() []models.Example { return d.examples[:2] }

// Examples are the models that are registered, in the order of their ids; their data points are in the store.
func (d *Demo) Examples() []models.Example { return d.examples }

// Ask puts a data point into the store and asks for its prediction, as account 0 through the PredictionConsumer.
func (d *Demo) Ask(ctx context.Context, model uint64, data []byte) (*oracle.Request, error) {
	id, err := d.devnet.Store.Add(ctx, data)
	if err != nil {
		return nil, fmt.Errorf("store the data point: %w", err)
	}
	opts := bind.NewKeyedTransactor(d.devnet.Chain.Accounts[0].Key, d.devnet.Chain.ChainID)
	return d.oracle.Ask(ctx, opts, model, id.String(), new(big.Int))
}

// Follow waits for a request's end, showing the block in progress.
func (d *Demo) Follow(ctx context.Context, r *oracle.Request) (*oracle.Outcome, error) {
	rates := newRateMeter(d.Network.Nodes)
	defer rates.close()
	defer d.cfg.Show.Live("")
	return d.oracle.Follow(ctx, r, func(p oracle.Progress) { d.cfg.Show.Live(liveLine(ctx, p, rates)) })
}

// Logs is the folder with the services' logs.
func (d *Demo) Logs() string { return d.logs }
