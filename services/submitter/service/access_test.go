package service_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/certstest"
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/service"
)

// Whoever gets hold of a replica's certificate can't make up an answer: that takes inference's, and getting it a seat pow's.
func TestReportsAreTakenFromThoseWhoMakeThemOnly(t *testing.T) {
	dir := certstest.Roles(t)
	as := func(role string) grpcx.Security { return certstest.As(dir, role) }
	l, err := grpcx.Listen("127.0.0.1:0", "--listen")
	require.NoError(t, err)
	s, err := grpcx.NewServer(grpcx.ServerConfig{Listener: l, Security: as(grpcx.RoleSubmitter), Access: service.Access()})
	require.NoError(t, err)
	ethmlv1.RegisterSubmitterServiceServer(s, ethmlv1.UnimplementedSubmitterServiceServer{})
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	t.Cleanup(func() { s.Stop(); require.NoError(t, <-done) })

	client := func(security grpcx.Security) ethmlv1.SubmitterServiceClient {
		conn, err := grpcx.Dial(s.Addr().String(), grpcx.ClientConfig{Security: security, Role: grpcx.RoleSubmitter})
		require.NoError(t, err)
		t.Cleanup(func() { conn.Close() })
		return ethmlv1.NewSubmitterServiceClient(conn)
	}
	// Unimplemented is what one that is let in hears from this server.
	for role, want := range map[string][2]codes.Code{
		grpcx.RoleInference: {codes.Unimplemented, codes.PermissionDenied},
		grpcx.RolePow:       {codes.PermissionDenied, codes.Unimplemented},
		grpcx.RoleWatcher:   {codes.PermissionDenied, codes.PermissionDenied},
		grpcx.RoleOperator:  {codes.PermissionDenied, codes.PermissionDenied},
	} {
		c := client(as(role))
		_, err := c.ReportPrediction(t.Context(), &ethmlv1.ReportPredictionRequest{})
		require.Equal(t, want[0], status.Code(err), "prediction of %s", role)
		_, err = c.ReportSolution(t.Context(), &ethmlv1.ReportSolutionRequest{})
		require.Equal(t, want[1], status.Code(err), "solution of %s", role)
	}
	_, err = client(grpcx.Security{Plaintext: true}).ReportPrediction(t.Context(), &ethmlv1.ReportPredictionRequest{})
	require.Equal(t, codes.Unavailable, status.Code(err), "without a certificate nobody is heard")
}
