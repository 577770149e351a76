package grpcx

import (
	"context"
	"fmt"
	"time"

	"go.opentelemetry.io/contrib/instrumentation/google.golang.org/grpc/otelgrpc"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc"
	"google.golang.org/grpc/backoff"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
)

// ClientConfig says how a client is built. Only Security is required.
type ClientConfig struct {
	Security        Security
	Role            string               // what the peer must be by its certificate, such as RoleWatcher; default: valid for its host
	Tracer          trace.TracerProvider // default: no traces
	MaxMessageBytes int                  // bytes; default MaxMessageBytes
}

// Dial makes a client connection to host:port (or any gRPC target). It connects in the background and reconnects with
// back-off (0.1 s to 3 s), so the peer may start later; calls wait for it only when they ask to.
func Dial(target string, c ClientConfig, more ...grpc.DialOption) (*grpc.ClientConn, error) {
	creds, err := c.Security.client(c.Role)
	if err != nil {
		return nil, err
	}
	if c.MaxMessageBytes == 0 {
		c.MaxMessageBytes = MaxMessageBytes
	}
	options := []grpc.DialOption{
		grpc.WithTransportCredentials(creds),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(c.MaxMessageBytes), grpc.MaxCallSendMsgSize(c.MaxMessageBytes)),
		grpc.WithKeepaliveParams(keepalive.ClientParameters{Time: 20 * time.Second, Timeout: 10 * time.Second, PermitWithoutStream: true}),
		grpc.WithConnectParams(grpc.ConnectParams{
			Backoff:           backoff.Config{BaseDelay: 100 * time.Millisecond, Multiplier: 1.6, Jitter: 0.2, MaxDelay: 3 * time.Second},
			MinConnectTimeout: 3 * time.Second,
		}),
		grpc.WithIdleTimeout(0),
	}
	if c.Tracer != nil {
		options = append(options, grpc.WithStatsHandler(otelgrpc.NewClientHandler(otelgrpc.WithTracerProvider(c.Tracer))))
	}
	conn, err := grpc.NewClient(target, append(options, more...)...)
	if err != nil {
		return nil, fmt.Errorf("dial %q: %w", target, err)
	}
	return conn, nil
}

// CheckHealth asks the standard health service at target; nil means SERVING.
func CheckHealth(ctx context.Context, target string, c ClientConfig) error {
	conn, err := Dial(target, c)
	if err != nil {
		return err
	}
	defer conn.Close()
	r, err := healthpb.NewHealthClient(conn).Check(ctx, &healthpb.HealthCheckRequest{})
	if err != nil {
		return fmt.Errorf("%s doesn't answer: %w", target, err)
	}
	if r.Status != healthpb.HealthCheckResponse_SERVING {
		return fmt.Errorf("%s answers %s", target, r.Status)
	}
	return nil
}
