package grpcx

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"runtime/debug"
	"time"

	grpcprom "github.com/grpc-ecosystem/go-grpc-middleware/providers/prometheus"
	"github.com/grpc-ecosystem/go-grpc-middleware/v2/interceptors/recovery"
	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	_ "google.golang.org/grpc/encoding/gzip" // for clients that compress; limits are on what comes out
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/reflection"
	"google.golang.org/grpc/status"
)

// MaxMessageBytes is the largest message taken or sent by default.
const MaxMessageBytes = 16 << 20

// ServerConfig says how a server is built. Only Listener and Security are required.
type ServerConfig struct {
	Listener        net.Listener
	Security        Security
	Logger          *slog.Logger          // default: none
	Registerer      prometheus.Registerer // default: no metrics
	Tracer          trace.TracerProvider  // default: no traces
	MaxMessageBytes int                   // bytes; default MaxMessageBytes
	Access          Access                // who may call what; default: nobody anything but its health
	HandshakeLimit  time.Duration         // for a connection to come up; default 10 s
	ReceiveLimit    time.Duration         // for a call's headers to come, then for its first message; default 30 s
}

// Server is a gRPC server with the standard health service and reflection.
type Server struct {
	*grpc.Server
	health   *health.Server
	listener net.Listener
	refusals *refusals
	common   []grpc.ServerOption // what a second port of the same service has too
}

// NewServer builds a server; register services on it, then call Serve.
func NewServer(c ServerConfig) (*Server, error) {
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	refusals, err := newRefusals(c.Logger, c.Registerer)
	if err != nil {
		return nil, err
	}
	creds, files, err := c.Security.server(refusals.badFiles)
	if err != nil {
		return nil, err
	}
	calls := &calls{refusals: refusals, receive: cmp.Or(c.ReceiveLimit, receiveLimit)}
	alive := keepalive.ServerParameters{Time: 30 * time.Second, Timeout: 10 * time.Second}
	if files != nil {
		calls.allowed = c.Access.byName(files.names)
		alive.MaxConnectionAge, alive.MaxConnectionAgeGrace = connectionAge, connectionAge
	}
	if c.MaxMessageBytes == 0 {
		c.MaxMessageBytes = MaxMessageBytes
	}
	onPanic := recovery.WithRecoveryHandlerContext(func(_ context.Context, p any) error {
		c.Logger.Error("panic in handler", "panic", fmt.Sprint(p), "stack", string(debug.Stack()))
		return status.Error(codes.Internal, "internal error; the server's log has the detail")
	})
	var unary []grpc.UnaryServerInterceptor
	var stream []grpc.StreamServerInterceptor
	if c.Registerer != nil {
		m := grpcprom.NewServerMetrics(grpcprom.WithServerHandlingTimeHistogram())
		if err := c.Registerer.Register(m); err != nil {
			return nil, fmt.Errorf("register server metrics: %w", err)
		}
		unary = append(unary, m.UnaryServerInterceptor())
		stream = append(stream, m.StreamServerInterceptor())
	}
	unary = append(unary, recovery.UnaryServerInterceptor(onPanic))
	stream = append(stream, recovery.StreamServerInterceptor(onPanic))
	common := []grpc.ServerOption{
		grpc.MaxHeaderListSize(hardHeaders),
		grpc.ChainUnaryInterceptor(unary...),
		grpc.ChainStreamInterceptor(stream...),
	}
	if c.Tracer != nil {
		common = append(common, grpc.StatsHandler(otelgrpc.NewServerHandler(otelgrpc.WithTracerProvider(c.Tracer))))
	}
	options := append([]grpc.ServerOption{
		grpc.Creds(newHandshakes(creds, refusals, calls.receive)),
		grpc.ConnectionTimeout(cmp.Or(c.HandshakeLimit, handshakeLimit)),
		grpc.MaxConcurrentStreams(maxStreams),
		grpc.InTapHandle(calls.admit),
		grpc.StatsHandler(calls),
		grpc.MaxRecvMsgSize(c.MaxMessageBytes),
		grpc.MaxSendMsgSize(c.MaxMessageBytes),
		grpc.KeepaliveParams(alive),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: 10 * time.Second, PermitWithoutStream: true}),
	}, common...)
	s := &Server{Server: grpc.NewServer(options...), health: health.NewServer(), listener: c.Listener, refusals: refusals, common: common}
	healthpb.RegisterHealthServer(s.Server, s.health)
	reflection.Register(s.Server)
	s.health.SetServingStatus("", healthpb.HealthCheckResponse_NOT_SERVING)
	return s, nil
}

// Addr is the bound address.
func (s *Server) Addr() net.Addr { return s.listener.Addr() }

// SetServing tells the health service whether the server can do its work; names are services, none means the whole.
func (s *Server) SetServing(serving bool, names ...string) {
	state := healthpb.HealthCheckResponse_NOT_SERVING
	if serving {
		state = healthpb.HealthCheckResponse_SERVING
	}
	if len(names) == 0 {
		names = []string{""}
	}
	for _, n := range names {
		s.health.SetServingStatus(n, state)
	}
}

// Serve answers calls until the server is stopped. It returns nil after Shutdown, also when that came first.
func (s *Server) Serve() error {
	if err := s.Server.Serve(s.listener); err != nil && !errors.Is(err, grpc.ErrServerStopped) {
		return fmt.Errorf("serve gRPC on %s: %w", s.listener.Addr(), err)
	}
	return nil
}

// Shutdown turns health to NOT_SERVING, lets calls in hand finish until ctx ends, then closes what is left.
func (s *Server) Shutdown(ctx context.Context) error {
	s.health.Shutdown()
	done := make(chan struct{})
	go func() { s.Server.GracefulStop(); close(done) }()
	select {
	case <-done:
		return nil
	case <-ctx.Done():
		s.Server.Stop()
		<-done
		return fmt.Errorf("calls were cut off: %w", ctx.Err())
	}
}
