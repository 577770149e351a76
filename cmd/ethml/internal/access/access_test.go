package access_test

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/status"
	"google.golang.org/protobuf/proto"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"
	"google.golang.org/protobuf/types/dynamicpb"
	"google.golang.org/protobuf/types/known/emptypb"

	"github.com/ethml/ethml/cmd/ethml/internal/access"
	"github.com/ethml/ethml/internal/certs"
	"github.com/ethml/ethml/internal/grpcx"
)

// services are those of the project's own protos that this program knows, by full name.
func services() map[string]protoreflect.ServiceDescriptor {
	out := map[string]protoreflect.ServiceDescriptor{}
	protoregistry.GlobalFiles.RangeFiles(func(f protoreflect.FileDescriptor) bool {
		if f.Package() == "ethml.v1" || f.Package() == "inference" {
			for i := range f.Services().Len() {
				out[string(f.Services().Get(i).FullName())] = f.Services().Get(i)
			}
		}
		return true
	})
	return out
}

func methods() []string {
	var out []string
	for name, s := range services() {
		for i := range s.Methods().Len() {
			out = append(out, fmt.Sprintf("/%s/%s", name, s.Methods().Get(i).Name()))
		}
	}
	slices.Sort(out)
	return out
}

func TestEveryCallOfEveryServiceIsInOneTable(t *testing.T) {
	all := methods()
	require.GreaterOrEqual(t, len(all), 22)
	held := map[string]string{}
	for role, table := range access.Tables() {
		for method, who := range table {
			require.Contains(t, all, method, "%s's table has a call that no proto has", role)
			require.NotContains(t, held, method)
			held[method] = role
			require.NotEmpty(t, who, method)
			for _, w := range who {
				require.Contains(t, grpcx.Roles(), w, method)
			}
		}
	}
	for _, method := range all {
		require.Contains(t, held, method, "no service's table says who may call it")
	}
}

func TestAPowReplicaMayReportSolutionsAndNothingElse(t *testing.T) {
	may := map[string][]string{}
	for _, table := range access.Tables() {
		for method, who := range table {
			for _, w := range who {
				may[w] = append(may[w], method)
			}
		}
	}
	require.ElementsMatch(t, []string{"/ethml.v1.SubmitterService/ReportSolution", "/ethml.v1.SubmitterService/WatchWork", "/ethml.v1.WatcherService/Subscribe"}, may[grpcx.RolePow])
	require.ElementsMatch(t, []string{"/ethml.v1.SubmitterService/ReportPrediction", "/ethml.v1.WatcherService/Subscribe"}, may[grpcx.RoleInference])
	require.ElementsMatch(t, []string{"/ethml.v1.WatcherService/Subscribe"}, may[grpcx.RoleSubmitter])
	require.Empty(t, may[grpcx.RoleWatcher])
}

func TestTheDocumentedTableIsTheOneInForce(t *testing.T) {
	doc, err := os.ReadFile(filepath.Join("..", "..", "..", "..", "docs", "security.md"))
	require.NoError(t, err)
	if table := access.Markdown(); !strings.Contains(string(doc), table) {
		t.Fatalf("docs/security.md holds another table than the services: put this one there\n%s", table)
	}
}

// server serves every call of a service with an empty answer, under the service's own table.
func server(t *testing.T, dir, role string, table grpcx.Access) (string, *prometheus.Registry) {
	t.Helper()
	l, err := grpcx.Listen("127.0.0.1:0", "--listen")
	require.NoError(t, err)
	registry := prometheus.NewRegistry()
	s, err := grpcx.NewServer(grpcx.ServerConfig{Listener: l, Security: security(dir, role), Access: table, Registerer: registry})
	require.NoError(t, err)
	for name, service := range services() {
		desc := grpc.ServiceDesc{ServiceName: name, HandlerType: (*any)(nil)}
		for i := range service.Methods().Len() {
			m := service.Methods().Get(i)
			desc.Streams = append(desc.Streams, grpc.StreamDesc{StreamName: string(m.Name()), ServerStreams: true, ClientStreams: true,
				Handler: func(_ any, stream grpc.ServerStream) error { return stream.SendMsg(dynamicpb.NewMessage(m.Output())) }})
		}
		s.RegisterService(&desc, struct{}{})
	}
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	t.Cleanup(func() {
		s.Stop()
		require.NoError(t, <-done)
	})
	return s.Addr().String(), registry
}

// refused reads how many were refused for a reason.
func refused(t *testing.T, registry *prometheus.Registry, reason string) float64 {
	t.Helper()
	families, err := registry.Gather()
	require.NoError(t, err)
	for _, f := range families {
		for _, m := range f.GetMetric() {
			if f.GetName() == "ethml_grpc_refused_total" && m.GetLabel()[0].GetValue() == reason {
				return m.GetCounter().GetValue()
			}
		}
	}
	t.Fatalf("no count of %s", reason)
	return 0
}

func security(dir, name string) grpcx.Security {
	cert, key, ca := certs.Paths(dir, name)
	return grpcx.Security{TLSCert: cert, TLSKey: key, TLSCA: ca}
}

// make509 makes a certificate for each role and a stranger, by the CA of the folder if it has one.
func make509(t *testing.T, dir string, now time.Time) string {
	t.Helper()
	s := &certs.Store{Dir: dir, Now: func() time.Time { return now }}
	for _, role := range grpcx.Roles() {
		s.Members = append(s.Members, certs.Member{Name: role})
	}
	s.Members = append(s.Members, certs.Member{Name: "stranger"})
	_, err := s.Ensure(certs.How{})
	require.NoError(t, err)
	return s.Dir
}

// call makes a call with an empty message, whatever its form.
func call(t *testing.T, conn *grpc.ClientConn, method string) error {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	defer cancel()
	stream, err := conn.NewStream(ctx, &grpc.StreamDesc{ServerStreams: true, ClientStreams: true}, method)
	if err != nil {
		return err
	}
	var none proto.Message = dynamicpb.NewMessage((&emptypb.Empty{}).ProtoReflect().Descriptor())
	if err := stream.SendMsg(none); err != nil && !errors.Is(err, io.EOF) {
		return err
	}
	if err := stream.CloseSend(); err != nil {
		return err
	}
	return stream.RecvMsg(none)
}

func TestEveryCallIsRefusedToEverybodyButThoseItIsFor(t *testing.T) {
	dir, foreign := make509(t, t.TempDir(), time.Now()), make509(t, t.TempDir(), time.Now())
	stale := t.TempDir()
	require.NoError(t, os.CopyFS(filepath.Join(stale, "ca"), os.DirFS(filepath.Join(dir, "ca"))))
	make509(t, stale, time.Now().Add(-2*certs.DefaultValid))
	// What is wrong with the client is its certificate; it trusts the server.
	trusting := func(other, name string) grpcx.Security {
		s := security(other, name)
		_, _, s.TLSCA = certs.Paths(dir, name)
		return s
	}
	for role, table := range access.Tables() {
		t.Run(role, func(t *testing.T) {
			addr, registry := server(t, dir, role, table)
			dial := func(s grpcx.Security) *grpc.ClientConn {
				conn, err := grpcx.Dial(addr, grpcx.ClientConfig{Security: s, Role: role})
				require.NoError(t, err)
				t.Cleanup(func() { conn.Close() })
				return conn
			}
			var conns = map[string]*grpc.ClientConn{}
			for _, name := range append(grpcx.Roles(), "stranger") {
				conns[name] = dial(security(dir, name))
			}
			pool := x509.NewCertPool()
			ca, err := os.ReadFile(filepath.Join(dir, "ca", certs.CAFile))
			require.NoError(t, err)
			require.True(t, pool.AppendCertsFromPEM(ca))
			bare, err := grpc.NewClient(addr, grpc.WithTransportCredentials(credentials.NewTLS(&tls.Config{RootCAs: pool})))
			require.NoError(t, err)
			t.Cleanup(func() { bare.Close() })
			strangers := map[string]*grpc.ClientConn{
				"wrong_protocol": dial(grpcx.Security{Plaintext: true}), "no_certificate": bare,
				"expired": dial(trusting(stale, grpcx.RoleOperator)), "unknown_ca": dial(trusting(foreign, grpcx.RoleOperator)),
			}
			for _, method := range methods() {
				for name, conn := range conns {
					err := call(t, conn, method)
					if slices.Contains(table[method], name) {
						require.NoError(t, err, "%s is for %s", method, name)
						continue
					}
					require.Equal(t, codes.PermissionDenied, status.Code(err), "%s by %s: %v", method, name, err)
				}
				for what, conn := range strangers {
					require.Equal(t, codes.Unavailable, status.Code(call(t, conn, method)), "%s with %s", method, what)
				}
			}
			for what := range strangers {
				require.Eventually(t, func() bool { return refused(t, registry, what) > 0 }, 5*time.Second, 5*time.Millisecond, what)
			}
			require.Positive(t, refused(t, registry, "name_not_allowed"))
		})
	}
}

func TestRolesThatNoTableNamesHoldNoServiceOpen(t *testing.T) {
	standard := grpcx.StandardAccess()
	require.Len(t, standard, 5)
	for _, method := range slices.Sorted(maps.Keys(standard)) {
		require.True(t, strings.HasPrefix(method, "/grpc."), method)
	}
}
