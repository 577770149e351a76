package grpcx

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/certs"
)

// book is a log that a test reads.
type book struct {
	mu   sync.Mutex
	text strings.Builder
}

func (b *book) Write(p []byte) (int, error) {
	b.mu.Lock()
	defer b.mu.Unlock()
	return b.text.Write(p)
}

func (b *book) count(what string) int {
	b.mu.Lock()
	defer b.mu.Unlock()
	return strings.Count(b.text.String(), what)
}

// rig is a server with certificates, which has a method that pow may call.
type rig struct {
	*Server
	t        *testing.T
	addr     string
	dir      string
	ca       *certs.Authority
	registry *prometheus.Registry
	log      *book
}

type echo struct {
	healthpb.UnimplementedHealthServer
}

var echoDesc = func() grpc.ServiceDesc {
	d := healthpb.Health_ServiceDesc
	d.ServiceName = "test.Echo"
	return d
}()

func (echo) Check(context.Context, *healthpb.HealthCheckRequest) (*healthpb.HealthCheckResponse, error) {
	return &healthpb.HealthCheckResponse{}, nil
}

func (echo) Watch(r *healthpb.HealthCheckRequest, s grpc.ServerStreamingServer[healthpb.HealthCheckResponse]) error {
	<-s.Context().Done()
	return s.Context().Err()
}

func newAuthority(t *testing.T) *certs.Authority {
	t.Helper()
	ca, err := certs.NewAuthority(time.Now(), time.Hour)
	require.NoError(t, err)
	return ca
}

// securityOf puts a certificate into files.
func securityOf(t *testing.T, dir string, ca *certs.Authority, trust []byte, leaf certs.Leaf) Security {
	t.Helper()
	if leaf.NotAfter.IsZero() {
		leaf.NotBefore, leaf.NotAfter = time.Now().Add(-time.Minute), time.Now().Add(time.Hour)
	}
	pair, err := ca.Issue(leaf)
	require.NoError(t, err)
	s := Security{TLSCert: filepath.Join(dir, leaf.Name+".crt"), TLSKey: filepath.Join(dir, leaf.Name+".key"), TLSCA: filepath.Join(dir, leaf.Name+".ca")}
	for path, data := range map[string][]byte{s.TLSKey: pair.Key, s.TLSCert: pair.Cert, s.TLSCA: trust} {
		require.NoError(t, os.WriteFile(path, data, 0o600))
	}
	return s
}

func newRig(t *testing.T, change func(*ServerConfig)) *rig {
	t.Helper()
	r := &rig{t: t, dir: t.TempDir(), ca: newAuthority(t), registry: prometheus.NewRegistry(), log: &book{}}
	l, err := Listen("127.0.0.1:0", "--listen")
	require.NoError(t, err)
	c := ServerConfig{
		Listener: l, Security: r.security(RoleSubmitter), Registerer: r.registry, Logger: slog.New(slog.NewTextHandler(r.log, nil)),
		Access: Access{"/test.Echo/Check": {RolePow}, "/test.Echo/Watch": {RolePow}},
	}
	if change != nil {
		change(&c)
	}
	r.Server, err = NewServer(c)
	require.NoError(t, err)
	r.RegisterService(&echoDesc, echo{})
	r.SetServing(true)
	r.addr = r.Addr().String()
	done := make(chan error, 1)
	go func() { done <- r.Serve() }()
	t.Cleanup(func() {
		r.Stop()
		require.NoError(t, <-done)
	})
	return r
}

func (r *rig) security(name string) Security {
	return securityOf(r.t, r.dir, r.ca, r.ca.PEM(), certs.Leaf{Name: name, Hosts: []string{"127.0.0.1"}})
}

func (r *rig) call(s Security, role, method string) error {
	r.t.Helper()
	conn, err := Dial(r.addr, ClientConfig{Security: s, Role: role})
	require.NoError(r.t, err)
	defer conn.Close()
	ctx, cancel := context.WithTimeout(r.t.Context(), 20*time.Second)
	defer cancel()
	return conn.Invoke(ctx, method, &healthpb.HealthCheckRequest{}, &healthpb.HealthCheckResponse{})
}

func (r *rig) refused(reason string) float64 {
	r.t.Helper()
	families, err := r.registry.Gather()
	require.NoError(r.t, err)
	for _, f := range families {
		if f.GetName() != "ethml_grpc_refused_total" {
			continue
		}
		for _, m := range f.GetMetric() {
			if m.GetLabel()[0].GetValue() == reason {
				return m.GetCounter().GetValue()
			}
		}
	}
	r.t.Fatalf("no metric for %s", reason)
	return 0
}

const echoCheck = "/test.Echo/Check"

func TestOnlyTheRightNameIsLetIn(t *testing.T) {
	r := newRig(t, nil)
	require.NoError(t, r.call(r.security(RolePow), RoleSubmitter, echoCheck))
	for _, name := range []string{RoleInference, "powder", "localhost", Anyone} {
		err := r.call(r.security(name), RoleSubmitter, echoCheck)
		require.Equal(t, codes.PermissionDenied, status.Code(err), name)
		require.ErrorContains(t, err, echoCheck)
	}
	require.EqualValues(t, 4, r.refused(refusedName), "counted before the answer leaves")
	require.Equal(t, codes.PermissionDenied, status.Code(r.call(r.security(RolePow), RoleSubmitter, "/test.Echo/Unheard")), "what no table names is nobody's")
	for _, name := range []string{RoleInference, "stranger"} {
		require.NoError(t, r.call(r.security(name), RoleSubmitter, healthpb.Health_Check_FullMethodName), "health is everybody's who has a certificate")
	}
}

func TestStrangersFailTheHandshakeAndAreCountedAndLoggedOnce(t *testing.T) {
	r := newRig(t, nil)
	other := newAuthority(t)
	expired := certs.Leaf{Name: RolePow, NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(-time.Minute)}
	stale := securityOf(t, t.TempDir(), r.ca, r.ca.PEM(), expired)
	foreign := securityOf(t, t.TempDir(), other, r.ca.PEM(), certs.Leaf{Name: RolePow})
	for reason, s := range map[string]Security{refusedExpired: stale, refusedUnknownCA: foreign} {
		for range 5 {
			require.Equal(t, codes.Unavailable, status.Code(r.call(s, RoleSubmitter, echoCheck)), reason)
		}
		require.Eventually(t, func() bool { return r.refused(reason) >= 5 }, 5*time.Second, 5*time.Millisecond, reason)
	}
	require.Equal(t, 1, r.log.count("peer refused"), "one line per peer and minute")
	require.NoError(t, r.call(r.security(RolePow), RoleSubmitter, echoCheck))
}

func TestAServerOfAnotherNameOrCAIsNotTalkedTo(t *testing.T) {
	r := newRig(t, nil)
	pow := r.security(RolePow)
	err := r.call(pow, RoleWatcher, healthpb.Health_Check_FullMethodName)
	require.Equal(t, codes.Unavailable, status.Code(err))
	require.ErrorContains(t, err, "not watcher", "the submitter's certificate makes no watcher, though it holds for the address")
	require.NoError(t, r.call(pow, "", healthpb.Health_Check_FullMethodName), "without a role it must hold for the address")

	pow.TLSNames = "submitter=sub.example.com,submitter"
	require.NoError(t, r.call(pow, RoleSubmitter, healthpb.Health_Check_FullMethodName))
	pow.TLSNames = "submitter=sub.example.com,other.example.com"
	require.Equal(t, codes.Unavailable, status.Code(r.call(pow, RoleSubmitter, healthpb.Health_Check_FullMethodName)))

	distrustful := securityOf(t, t.TempDir(), r.ca, newAuthority(t).PEM(), certs.Leaf{Name: RolePow})
	require.ErrorContains(t, r.call(distrustful, RoleSubmitter, echoCheck), "unknown authority")
	distrustful.TLSNames = "submitter=submitter,b"
	require.ErrorContains(t, r.call(distrustful, RoleSubmitter, echoCheck), "unknown authority", "also where several names would do")
}

func TestNamesOfARoleCanBeChanged(t *testing.T) {
	r := newRig(t, func(c *ServerConfig) { c.Security.TLSNames = "pow=pow.eu, pow.us; inference=i" })
	require.NoError(t, r.call(r.security("pow.us"), RoleSubmitter, echoCheck))
	require.Equal(t, codes.PermissionDenied, status.Code(r.call(r.security(RolePow), RoleSubmitter, echoCheck)))
	for _, bad := range []string{"pow", "pwo=a", "pow=", "pow=*", "pow=a;pow=b"} {
		require.ErrorContains(t, Security{TLSCert: "c", TLSKey: "k", TLSCA: "a", TLSNames: bad}.Check(), "--tls-names", bad)
	}
}

func TestEverythingRotatesWithoutARestart(t *testing.T) {
	r := newRig(t, nil)
	pow := r.security(RolePow)
	require.NoError(t, r.call(pow, RoleSubmitter, echoCheck))
	conn, err := Dial(r.addr, ClientConfig{Security: pow, Role: RoleSubmitter})
	require.NoError(t, err)
	defer conn.Close()
	check := func() error {
		return conn.Invoke(t.Context(), echoCheck, &healthpb.HealthCheckRequest{}, &healthpb.HealthCheckResponse{}, grpc.WaitForReady(true))
	}
	require.NoError(t, check())

	old := r.ca
	r.ca = newAuthority(t)
	both := append(r.ca.PEM(), old.PEM()...)
	// Trust first; then the certificates, server's and client's, in turn; then the old CA goes.
	for _, s := range []Security{pow, {TLSCA: filepath.Join(r.dir, "submitter.ca")}} {
		require.NoError(t, os.WriteFile(s.TLSCA, both, 0o600))
	}
	fresh := securityOf(t, t.TempDir(), r.ca, both, certs.Leaf{Name: RolePow})
	require.NoError(t, r.call(fresh, RoleSubmitter, echoCheck), "a client of the new CA, the server still of the old")
	securityOf(t, r.dir, r.ca, both, certs.Leaf{Name: RoleSubmitter})
	require.NoError(t, r.call(pow, RoleSubmitter, echoCheck), "a server of the new CA, the client still of the old")
	require.NoError(t, check(), "a connection that stands goes on")
	securityOf(t, r.dir, r.ca, r.ca.PEM(), certs.Leaf{Name: RoleSubmitter})
	require.Equal(t, codes.Unavailable, status.Code(r.call(pow, RoleSubmitter, echoCheck)), "the old CA is forgotten")
	require.NoError(t, r.call(fresh, RoleSubmitter, echoCheck))

	// The same client, never restarted, finds its new files when it connects again.
	securityOf(t, r.dir, r.ca, r.ca.PEM(), certs.Leaf{Name: RolePow})
	require.NoError(t, r.call(pow, RoleSubmitter, echoCheck))
}

func TestFilesThatDoNotFitLeaveTheOldOnesInUse(t *testing.T) {
	r := newRig(t, nil)
	pow := r.security(RolePow)
	require.NoError(t, os.WriteFile(filepath.Join(r.dir, "submitter.crt"), []byte("half a cert"), 0o600))
	for range 3 {
		require.NoError(t, r.call(pow, RoleSubmitter, echoCheck))
	}
	require.Equal(t, 1, r.log.count("certificate files can't be read"))
}

func TestMetricsOfRefusalsAreLint(t *testing.T) {
	registry := prometheus.NewRegistry()
	_, err := newRefusals(slog.New(slog.DiscardHandler), registry)
	require.NoError(t, err)
	families, err := registry.Gather()
	require.NoError(t, err)
	problems, err := promlint.NewWithMetricFamilies(families).Lint()
	require.NoError(t, err)
	require.Empty(t, problems)
	require.Len(t, families[0].GetMetric(), len(refusalReasons), "every reason is there from the start")
}
