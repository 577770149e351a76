package grpcx

import (
	"context"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"
)

type panicky struct {
	healthpb.UnimplementedHealthServer
}

// panickyDesc is a service of its own name, since the health service's is taken on every server.
var panickyDesc = func() grpc.ServiceDesc {
	d := healthpb.Health_ServiceDesc
	d.ServiceName = "test.Panicky"
	return d
}()

func (panicky) Check(context.Context, *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	panic("boom")
}

func startServer(t *testing.T) (*Server, string) {
	t.Helper()
	l, err := Listen("127.0.0.1:0", "--listen")
	require.NoError(t, err)
	s, err := NewServer(ServerConfig{Listener: l, Security: Security{Plaintext: true}, Registerer: prometheus.NewRegistry()})
	require.NoError(t, err)
	s.RegisterService(&panickyDesc, panicky{})
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		require.NoError(t, s.Shutdown(ctx))
		require.NoError(t, <-done)
	})
	return s, s.Addr().String()
}

func TestHealthFollowsSetServing(t *testing.T) {
	s, addr := startServer(t)
	client := ClientConfig{Security: Security{Plaintext: true}}
	require.ErrorContains(t, CheckHealth(t.Context(), addr, client), "NOT_SERVING")
	s.SetServing(true)
	require.NoError(t, CheckHealth(t.Context(), addr, client))
}

func TestAPanicCostsOneCallAndShowsNoDetail(t *testing.T) {
	s, addr := startServer(t)
	s.SetServing(true)
	conn, err := Dial(addr, ClientConfig{Security: Security{Plaintext: true}})
	require.NoError(t, err)
	defer conn.Close()
	err = conn.Invoke(t.Context(), "/test.Panicky/Check", &healthpb.HealthCheckRequest{}, &healthpb.HealthCheckResponse{})
	require.Equal(t, codes.Internal, status.Code(err))
	require.NotContains(t, err.Error(), "boom")
	require.NoError(t, CheckHealth(t.Context(), addr, ClientConfig{Security: Security{Plaintext: true}}))
}

func TestATakenPortNamesTheFlag(t *testing.T) {
	l, err := Listen("127.0.0.1:0", "--listen")
	require.NoError(t, err)
	defer l.Close()
	_, err = Listen(l.Addr().String(), "--listen")
	require.ErrorContains(t, err, "is taken")
	require.ErrorContains(t, err, "--listen")
}

func TestAServerThatIsStoppedBeforeItServesIsNoError(t *testing.T) {
	l, err := Listen("127.0.0.1:0", "--listen")
	require.NoError(t, err)
	s, err := NewServer(ServerConfig{Listener: l, Security: Security{Plaintext: true}})
	require.NoError(t, err)
	require.NoError(t, s.Shutdown(t.Context()))
	require.NoError(t, s.Serve())
}

func TestTransportSecurityIsChosenByName(t *testing.T) {
	require.ErrorContains(t, Security{}.Check(), "--plaintext")
	require.ErrorContains(t, Security{Plaintext: true, TLSCA: "ca.pem"}.Check(), "exclude")
	require.ErrorContains(t, Security{TLSCert: "c"}.Check(), "--tls-ca")
	require.NoError(t, Security{TLSCert: "c", TLSKey: "k", TLSCA: "a"}.Check())
}
