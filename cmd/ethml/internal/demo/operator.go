package demo

import (
	"context"
	"fmt"
	"log/slog"
	"net"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/grpcx"
	inference "github.com/ethml/ethml/services/inference/service"
	pow "github.com/ethml/ethml/services/pow/service"
	submitter "github.com/ethml/ethml/services/submitter/service"
	watcher "github.com/ethml/ethml/services/watcher/service"
)

// loopback: the demo's services talk to each other inside one machine.
var loopback = grpcx.Security{Plaintext: true}

// anyPort lets the system choose, so that demos run side by side.
const anyPort = "127.0.0.1:0"

// operator is one operator's node.
type operator struct {
	demo            *Demo
	name            string
	account         devchain.Account
	coordinator     common.Address
	deploymentBlock uint64
	dir             string // where its services keep what they keep
	logs            string // where its services' logs go
}

// start runs the four services, each once those it dials have an address, and waits until ctx ends or all serve.
func (o *operator) start(ctx context.Context) (network.Node, error) {
	node := network.Node{Name: o.name, Operator: o.account.Address}
	keyFile, passwordFile, err := writeKeystore(filepath.Join(o.dir, "keystore"), o.account)
	if err != nil {
		return node, err
	}
	chain, contentURL := o.demo.devnet.Chain, o.demo.devnet.ContentURL

	node.Watcher, err = o.run(ctx, "watcher", func(ctx context.Context, log *slog.Logger, traces trace.TracerProvider, ready func(net.Addr)) error {
		return watcher.Run(ctx, watcher.Config{
			RPC: []string{chain.WSURL()}, ChainID: chain.ChainID.Uint64(), Coordinator: o.coordinator.Hex(),
			DeploymentBlock: o.deploymentBlock, DataDir: filepath.Join(o.dir, "watcher"),
			Listen: anyPort, AdminListen: anyPort, Security: loopback, Logger: log, Tracer: traces, Registry: admin.NewRegistry(),
			Ready: func(a watcher.Addrs) { ready(a.GRPC) },
		})
	})
	if err != nil {
		return node, err
	}
	node.Submitter, err = o.run(ctx, "submitter", func(ctx context.Context, log *slog.Logger, traces trace.TracerProvider, ready func(net.Addr)) error {
		return submitter.Run(ctx, submitter.Config{
			RPC: chain.WSURL(), ChainID: chain.ChainID.Uint64(), Coordinator: o.coordinator, Watcher: node.Watcher,
			Keystore: keyFile, PasswordFile: passwordFile, DataDir: filepath.Join(o.dir, "submitter"),
			Listen: anyPort, AdminListen: anyPort, Security: loopback, Logger: log, Tracer: traces, Registry: admin.NewRegistry(),
			Ready: func(a submitter.Addrs) { ready(a.GRPC) },
		})
	})
	if err != nil {
		return node, err
	}
	node.Inference, err = o.run(ctx, "inference", func(ctx context.Context, log *slog.Logger, traces trace.TracerProvider, ready func(net.Addr)) error {
		return inference.Run(ctx, inference.Config{
			Watcher: node.Watcher, Submitter: node.Submitter, IPFS: []string{contentURL},
			DataDir: filepath.Join(o.dir, "inference"), WorkerCommand: o.demo.cfg.Worker, ModelsPerWorker: o.demo.cfg.ModelsPerWorker,
			Listen: anyPort, AdminListen: anyPort, Security: loopback, Logger: log, Tracer: traces, Registry: admin.NewRegistry(),
			Ready: func(a inference.Addrs) { ready(a.GRPC) },
		})
	})
	if err != nil {
		return node, err
	}
	address, err := o.run(ctx, "pow", func(ctx context.Context, log *slog.Logger, traces trace.TracerProvider, ready func(net.Addr)) error {
		return pow.Run(ctx, pow.Config{
			Watcher: node.Watcher, Submitter: node.Submitter, ReplicaID: o.name + "-pow", Threads: o.demo.cfg.Threads,
			// A nicer thread that a busy machine doesn't run would hold up the garbage collection of all twenty services.
			FullPriority: true,
			Listen:       anyPort, AdminListen: anyPort, Security: loopback, Logger: log, Tracer: traces, Registry: admin.NewRegistry(),
			Ready: func(a pow.Addrs) { ready(a.GRPC) },
		})
	})
	node.Pow = []string{address}
	return node, err
}

// run starts a service in the demo's group, with a log file of its own, and gives its address once it serves.
func (o *operator) run(ctx context.Context, name string, service func(context.Context, *slog.Logger, trace.TracerProvider, func(net.Addr)) error) (string, error) {
	file, err := os.OpenFile(filepath.Join(o.logs, o.name+"-"+name+".log"), os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		return "", fmt.Errorf("open the log of %s %s: %w", o.name, name, err)
	}
	log := slog.New(slog.NewJSONHandler(file, nil)).With("service", name, "operator", o.name)
	tracing := o.demo.cfg.Tracing
	if tracing.TraceNode == "" {
		tracing.TraceNode = o.name
	}
	traces, flush, err := tracing.Start(name, o.name+"-"+name, log)
	if err != nil {
		return "", err
	}
	addr := make(chan net.Addr, 1)
	o.demo.group.Go(func() error {
		defer file.Close()
		defer flush()
		if err := service(o.demo.ctx, log, traces, func(a net.Addr) { addr <- a }); err != nil {
			return fmt.Errorf("%s of %s: %w", name, o.name, err)
		}
		if o.demo.ctx.Err() == nil {
			return fmt.Errorf("%s of %s ended by itself", name, o.name)
		}
		return nil
	})
	select {
	case a := <-addr:
		return a.String(), nil
	case <-ctx.Done():
		return "", fmt.Errorf("%s of %s did not start: %w", name, o.name, ctx.Err())
	}
}
