// Package service runs a pow replica: it follows a watcher and a submitter, searches nonces on all its threads, and
// reports them.
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
)

// Defaults of Config.
const (
	DefaultListen      = "127.0.0.1:8002"
	DefaultAdminListen = "127.0.0.1:9002"
	// DefaultNice is what searching threads are nicer than the rest of the machine.
	DefaultNice = 10
	// MaxSearches is how many Search calls run at once.
	MaxSearches = 4
)

// Config of a pow replica. Watcher, Submitter and Security are required.
type Config struct {
	// Watcher and Submitter are the addresses of their gRPC ports, host:port.
	Watcher, Submitter string
	// Listen and AdminListen are where gRPC and /metrics are served; port 0 picks one.
	Listen, AdminListen string
	Security            grpcx.Security

	// ReplicaID names this replica in logs and lists, at most 64 bytes; default: the host's name and a random part.
	ReplicaID string
	// Kernel is avx512, avx2 or portable; default: the fastest there is.
	Kernel string
	// Threads searches on that many threads; default: one for each CPU, within the
	// quota of a container.
	//
	// Searching threads hold a Go processor (GOMAXPROCS) each while they search. A process that has no more of them than
	// searching threads answers late; see LeaveRoom.
	Threads int
	// FullPriority searches at the priority of the process. Otherwise searching threads, and only they, are nicer by
	// DefaultNice.
	FullPriority bool
	// StopLimit bounds a graceful stop; default lifecycle.StopLimit.
	StopLimit time.Duration
	Logger    *slog.Logger         // default: none
	Registry  *prometheus.Registry // served at /metrics; default: one of its own
	Tracer    trace.TracerProvider // default: none
	// Ready, if set, is told the bound addresses once the replica serves.
	Ready func(Addrs)
}

// Addrs are the bound addresses.
type Addrs struct {
	GRPC, Admin net.Addr
}

// Check names what is wrong.
func (c *Config) Check() error {
	switch {
	case c.Watcher == "":
		return errors.New("no watcher: set --watcher to the address of its gRPC port")
	case c.Submitter == "":
		return errors.New("no submitter: set --submitter to the address of its gRPC port")
	case len(c.ReplicaID) > 64:
		return fmt.Errorf("replica id has %d bytes: shorten --replica-id to at most 64", len(c.ReplicaID))
	case c.Threads < 0:
		return fmt.Errorf("%d threads: set --threads to 1 or more, or to 0 for all CPUs", c.Threads)
	}
	return c.Security.Check()
}
