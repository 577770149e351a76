// Package server answers ethml.v1.WatcherService out of the event log.
package server

import (
	"context"
	"fmt"
	"log/slog"
	"sync/atomic"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/follow"
	"github.com/ethml/ethml/services/watcher/internal/spans"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// DefaultHeartbeat is how often a stream without news says that it lives.
const DefaultHeartbeat = 5 * time.Second

// Source is what the follower tells.
type Source interface {
	Status() follow.Status
	// Snapshot is the present state and the position from which the events after it follow.
	Snapshot() (*ethmlv1.Snapshot, eventlog.Position)
}

// Config of a Server.
type Config struct {
	Log         *eventlog.Log
	Source      Source
	Coordinator [20]byte
	Heartbeat   time.Duration // 0: DefaultHeartbeat
	Logger      *slog.Logger
	Spans       *spans.Spans // may be nil
}

// Server implements WatcherService.
type Server struct {
	ethmlv1.UnimplementedWatcherServiceServer
	Config
	subscribers atomic.Int64
	subscribed  atomic.Int64 // ever
	stopping    chan struct{}
}

// New makes a server.
func New(c Config) *Server {
	if c.Heartbeat == 0 {
		c.Heartbeat = DefaultHeartbeat
	}
	return &Server{Config: c, stopping: make(chan struct{})}
}

// Subscribers is the number of open subscriptions.
func (s *Server) Subscribers() int64 { return s.subscribers.Load() }

// Stop ends all subscriptions; call it once, before the gRPC server's graceful stop.
func (s *Server) Stop() { close(s.stopping) }

// GetStatus implements WatcherService.
func (s *Server) GetStatus(context.Context, *ethmlv1.WatcherServiceGetStatusRequest) (*ethmlv1.WatcherServiceGetStatusResponse, error) {
	st := s.Source.Status()
	r := &ethmlv1.WatcherServiceGetStatusResponse{State: st.State, Detail: st.Detail, Coordinator: s.Coordinator[:],
		Events: s.Log.Events(), Subscribers: uint32(s.subscribers.Load()), EarliestBlock: s.Log.Earliest()}
	if id, ok := s.Log.Identity(); ok {
		r.ChainId = id.ChainID
	}
	if tip, ok := s.Log.Tip(); ok {
		r.Head, r.LagBlocks = tip.Proto(), lag(st, tip)
	}
	return r, nil
}

func lag(st follow.Status, tip eventlog.Head) uint64 {
	return st.Node - min(st.Node, tip.Number)
}

// toStatus maps what reading the log can answer.
func (s *Server) toStatus(err error) error {
	for _, m := range statuses {
		if m.is(err) {
			return status.Error(m.code, err.Error())
		}
	}
	s.Logger.Error("subscription failed", "error", err)
	return status.Error(codes.Internal, "internal error; the watcher's log has the detail")
}

// filter tells which kinds to send; nil sends all.
func filter(kinds []ethmlv1.EventKind) (map[ethmlv1.EventKind]bool, error) {
	if len(kinds) == 0 {
		return nil, nil
	}
	wanted := make(map[ethmlv1.EventKind]bool, len(kinds))
	for _, k := range kinds {
		if _, known := ethmlv1.EventKind_name[int32(k)]; !known || k == ethmlv1.EventKind_EVENT_KIND_UNSPECIFIED {
			return nil, status.Error(codes.InvalidArgument, fmt.Sprintf("kind %d is unknown", k))
		}
		wanted[k] = true
	}
	return wanted, nil
}
