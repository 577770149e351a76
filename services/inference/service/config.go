// Package service runs an inference service: it follows a watcher, answers the
// requests it hears of, reports the answers to a submitter, and serves models
// to anybody by the Open Inference Protocol.
package service

import (
	"errors"
	"fmt"
	"log/slog"
	"net"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/services/inference/internal/predict"
)

// Defaults of Config.
const (
	// DefaultListen has the port that Triton's clients expect.
	DefaultListen      = "127.0.0.1:8001"
	DefaultAdminListen = "127.0.0.1:9001"
	// DefaultMaxMessage is the largest message taken or sent, in bytes.
	DefaultMaxMessage = 128 << 20
)

// Store reads and publishes content.
type Store = predict.Store

// Config of an inference service. Security and WorkerCommand are required, and
// so are Watcher, Submitter and a source of content, unless ModelDir is set.
type Config struct {
	// Watcher and Submitter are the addresses of their gRPC ports, host:port. Without them only local models are served.
	Watcher, Submitter string
	// IPFS are addresses of IPFS RPC APIs, Gateways URLs of trustless gateways.
	IPFS, Gateways []string
	// Content is used instead of those, if set.
	Content Store
	// DataDir keeps content that was fetched; empty keeps none.
	DataDir string
	// CacheBytes bounds what is kept there; default 1 GiB.
	CacheBytes int64
	// ModelDir has local models as NAME/VERSION/model.onnx, served beside those of the chain.
	ModelDir string

	// WorkerCommand starts a worker process: this binary and its hidden subcommand, which runs Worker.
	WorkerCommand []string
	// Library is the path of ONNX Runtime; default: see package ortlib.
	Library string
	// AllowUnsandboxed runs models where the kernel has no seccomp.
	AllowUnsandboxed bool
	// Workers is how many worker processes there may be; default 4. One takes some 40 MB, half of it shared with the others.
	Workers int
	// ModelsPerWorker is how many models share a process; default 1, which keeps strangers' models out of each other's.
	ModelsPerWorker int
	// MaxModelMemory is the most memory a model of the chain may ask for, in MiB; default 4096.
	MaxModelMemory int64

	// Listen and AdminListen are where gRPC and /metrics are served; port 0 picks one.
	Listen, AdminListen string
	Security            grpcx.Security
	// Public opens a port for others, who show a token: the Open Inference Protocol alone. Its zero value opens none.
	Public grpcx.Public
	// MaxMessage is the largest gRPC message in bytes; default DefaultMaxMessage.
	MaxMessage int
	// ReplicaID names this replica in reports, at most 64 bytes; default: the host's name and a random part.
	ReplicaID string
	// StopLimit bounds a graceful stop; default lifecycle.StopLimit.
	StopLimit time.Duration
	Logger    *slog.Logger         // default: none
	Registry  *prometheus.Registry // served at /metrics; default: one of its own
	Tracer    trace.TracerProvider // default: none
	// Ready, if set, is told the bound addresses once the service serves.
	Ready func(Addrs)
}

// Addrs are the bound addresses.
type Addrs struct {
	GRPC, Admin net.Addr
	Public      net.Addr // nil unless one is opened
}

// Check names what is wrong.
func (c *Config) Check() error {
	sources := len(c.IPFS) + len(c.Gateways)
	switch {
	case c.Watcher == "" && c.ModelDir == "":
		return errors.New("nothing to serve: set --watcher to the address of a watcher's gRPC port, or --model-dir to a folder of models")
	case c.Watcher != "" && c.Submitter == "":
		return errors.New("no submitter: set --submitter to the address of its gRPC port")
	case c.Watcher != "" && c.Content == nil && sources == 0:
		return errors.New("no content source: set --ipfs to the address of an IPFS RPC API, or --gateway to the URL of a trustless gateway")
	case len(c.WorkerCommand) == 0:
		return errors.New("no worker command")
	case len(c.ReplicaID) > 64:
		return fmt.Errorf("replica id has %d bytes: shorten --replica-id to at most 64", len(c.ReplicaID))
	case c.Workers < 0 || c.ModelsPerWorker < 0 || c.MaxModelMemory < 0:
		return fmt.Errorf("%d workers of %d models with %d MiB: none can be negative", c.Workers, c.ModelsPerWorker, c.MaxModelMemory)
	}
	return errors.Join(c.Public.Check(), c.Security.Check())
}
