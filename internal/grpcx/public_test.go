package grpcx

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"log/slog"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/encoding/gzip"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/metadata"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/certs"
)

const token, other = "0123456789abcdef0123456789abcdef", "fedcba9876543210fedcba9876543210"

// street is a server with a port for strangers.
type street struct {
	rig
	tokens string
}

func newStreet(t *testing.T, change func(*PublicConfig)) *street {
	t.Helper()
	s := &street{rig: rig{t: t, dir: t.TempDir(), registry: prometheus.NewRegistry(), log: &book{}}}
	s.tokens = filepath.Join(s.dir, "tokens")
	s.write("# ours", token)
	inner, err := Listen("127.0.0.1:0", "--listen")
	require.NoError(t, err)
	t.Cleanup(func() { inner.Close() })
	inside, err := NewServer(ServerConfig{Listener: inner, Security: Security{Plaintext: true}, Registerer: s.registry,
		Logger: slog.New(slog.NewTextHandler(s.log, nil))})
	require.NoError(t, err)
	l, err := Listen("127.0.0.1:0", "--public-listen")
	require.NoError(t, err)
	c := PublicConfig{Listener: l, TokensFresh: time.Nanosecond,
		Public: Public{Listen: l.Addr().String(), TokenFile: s.tokens, Plaintext: true, Rate: 1e6}}
	if change != nil {
		change(&c)
	}
	s.Server, err = inside.Public(c)
	require.NoError(t, err)
	s.RegisterService(&echoDesc, echo{})
	s.SetServing(true)
	s.addr = s.Addr().String()
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	t.Cleanup(func() {
		s.Stop()
		require.NoError(t, <-done)
	})
	return s
}

func (s *street) write(lines ...string) {
	s.t.Helper()
	next := s.tokens + ".next"
	require.NoError(s.t, os.WriteFile(next, []byte(strings.Join(lines, "\n")+"\n"), 0o600))
	require.NoError(s.t, os.Rename(next, s.tokens))
}

// dial connects from a loopback address.
func (s *street) dial(from string, creds credentials.TransportCredentials) *grpc.ClientConn {
	s.t.Helper()
	conn, err := grpc.NewClient(s.addr, grpc.WithTransportCredentials(creds), grpc.WithContextDialer(func(ctx context.Context, address string) (net.Conn, error) {
		d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
		return d.DialContext(ctx, "tcp", address)
	}))
	require.NoError(s.t, err)
	s.t.Cleanup(func() { conn.Close() })
	return conn
}

func (s *street) ask(conn *grpc.ClientConn, authorization ...string) error {
	ctx, cancel := context.WithTimeout(s.t.Context(), 20*time.Second)
	defer cancel()
	ctx = metadata.NewOutgoingContext(ctx, metadata.MD{"authorization": authorization})
	return conn.Invoke(ctx, echoCheck, &healthpb.HealthCheckRequest{}, &healthpb.HealthCheckResponse{})
}

func TestOnlyATokenIsLetIn(t *testing.T) {
	s := newStreet(t, nil)
	conn := s.dial("127.0.0.1", insecure.NewCredentials())
	require.NoError(t, s.ask(conn, "Bearer "+token))
	require.NoError(t, s.ask(conn, "bearer "+token))
	stranger := s.dial("127.0.0.2", insecure.NewCredentials())
	for _, authorization := range [][]string{nil, {token}, {"Bearer"}, {"Basic " + token}, {"Bearer " + token, "Bearer " + token}} {
		err := s.ask(stranger, authorization...)
		require.Equal(t, codes.Unauthenticated, status.Code(err), authorization)
		require.ErrorContains(t, err, "Bearer TOKEN")
	}
	for _, wrong := range []string{other, token[:31], token + "0", "# ours"} {
		err := s.ask(stranger, "Bearer "+wrong)
		require.Equal(t, codes.Unauthenticated, status.Code(err), wrong)
		require.NotContains(t, err.Error(), wrong)
	}
	require.EqualValues(t, 5, s.refused(refusedNoToken))
	require.EqualValues(t, 4, s.refused(refusedWrongToken))
	require.Equal(t, 1, s.log.count("peer refused"), "once a minute for each peer")
	require.Zero(t, s.log.count(other))
	ctx := metadata.AppendToOutgoingContext(t.Context(), "authorization", "Bearer "+token)
	_, err := healthpb.NewHealthClient(conn).Check(ctx, &healthpb.HealthCheckRequest{})
	require.NoError(t, err)
	_, err = healthpb.NewHealthClient(conn).Check(t.Context(), &healthpb.HealthCheckRequest{})
	require.Equal(t, codes.Unauthenticated, status.Code(err), "health takes a token like everything else")
}

func TestTokensRotateWithoutARestart(t *testing.T) {
	s := newStreet(t, nil)
	conn := s.dial("127.0.0.1", insecure.NewCredentials())
	require.NoError(t, s.ask(conn, "Bearer "+token))
	s.write(token, other)
	require.NoError(t, s.ask(conn, "Bearer "+token))
	require.NoError(t, s.ask(conn, "Bearer "+other))
	s.write(other)
	require.Equal(t, codes.Unauthenticated, status.Code(s.ask(conn, "Bearer "+token)))
	require.NoError(t, s.ask(conn, "Bearer "+other))
	s.write("short")
	require.NoError(t, s.ask(conn, "Bearer "+other), "a file that can't be read changes nothing")
	require.Equal(t, codes.Unauthenticated, status.Code(s.ask(conn, "Bearer short")))
	require.Equal(t, 1, s.log.count("tokens can't be read"))
}

func TestOverTheRateIsResourceExhaustedForThatAddressAlone(t *testing.T) {
	s := newStreet(t, func(c *PublicConfig) { c.Rate = 0.001 }) // and a burst of one
	eager, calm := s.dial("127.0.0.2", insecure.NewCredentials()), s.dial("127.0.0.3", insecure.NewCredentials())
	require.NoError(t, s.ask(eager, "Bearer "+token))
	for range 5 {
		require.Equal(t, codes.ResourceExhausted, status.Code(s.ask(eager, "Bearer "+token)))
	}
	require.NoError(t, s.ask(calm, "Bearer "+token))
	require.EqualValues(t, 5, s.refused(refusedRate))
	require.Equal(t, 1, s.log.count("peer refused"))
}

func TestOverTheSizeIsResourceExhausted(t *testing.T) {
	s := newStreet(t, func(c *PublicConfig) { c.MaxMessage = 200_000 })
	conn := s.dial("127.0.0.1", insecure.NewCredentials())
	ctx := metadata.AppendToOutgoingContext(t.Context(), "authorization", "Bearer "+token)
	err := conn.Invoke(ctx, echoCheck, &healthpb.HealthCheckRequest{Service: strings.Repeat("a", 300_000)}, &healthpb.HealthCheckResponse{})
	require.Equal(t, codes.ResourceExhausted, status.Code(err))
	require.Eventually(t, func() bool { return s.refused(refusedOversized) == 1 }, 5*time.Second, 5*time.Millisecond)
	// Eight MiB in some eight KiB.
	err = conn.Invoke(ctx, echoCheck, &healthpb.HealthCheckRequest{Service: strings.Repeat("a", 8<<20)}, &healthpb.HealthCheckResponse{}, grpc.UseCompressor(gzip.Name))
	require.Equal(t, codes.ResourceExhausted, status.Code(err))
	require.Eventually(t, func() bool { return s.refused(refusedOversized) == 2 }, 5*time.Second, 5*time.Millisecond)
	require.NoError(t, s.ask(conn, "Bearer "+token))
}

// begin opens a call by hand, with a token, on a plain connection.
func (s *street) begin(from string, headers func(*http2.Framer, []byte)) (net.Conn, *http2.Framer) {
	s.t.Helper()
	conn := s.raw(from)
	_, err := io.WriteString(conn, http2.ClientPreface)
	require.NoError(s.t, err)
	f := http2.NewFramer(conn, conn)
	require.NoError(s.t, f.WriteSettings())
	var block strings.Builder
	e := hpack.NewEncoder(&block)
	for _, h := range []hpack.HeaderField{{Name: ":method", Value: "POST"}, {Name: ":scheme", Value: "http"}, {Name: ":path", Value: echoCheck}, {Name: ":authority", Value: "a"},
		{Name: "content-type", Value: "application/grpc"}, {Name: "te", Value: "trailers"}, {Name: "authorization", Value: "Bearer " + token}} {
		require.NoError(s.t, e.WriteField(h))
	}
	headers(f, []byte(block.String()))
	return conn, f
}

func TestWhoeverIsSlowIsCutOffAndNobodyElseNotices(t *testing.T) {
	const short = 300 * time.Millisecond
	s := newStreet(t, func(c *PublicConfig) { c.HandshakeLimit, c.ReceiveLimit, c.IdleLimit = short, short, 4*short })
	calm := s.dial("127.0.0.3", insecure.NewCredentials())
	whole := func(f *http2.Framer, block []byte) {
		require.NoError(t, f.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: block, EndHeaders: true}))
	}
	silent := s.raw("127.0.0.2")
	idle := s.raw("127.0.0.2")
	_, err := io.WriteString(idle, http2.ClientPreface+"\x00\x00\x00\x04\x00\x00\x00\x00\x00")
	require.NoError(t, err)
	// Half of a frame of headers, then nothing.
	half, _ := s.begin("127.0.0.2", func(*http2.Framer, []byte) {})
	_, err = half.Write([]byte{0, 0, 99, 1, 4, 0, 0, 0, 1, 0x83})
	require.NoError(t, err)
	body, f := s.begin("127.0.0.2", whole)
	require.NoError(t, f.WriteData(1, false, []byte{0, 0, 0, 0, 9, 10}))
	require.NoError(t, s.ask(calm, "Bearer "+token), "while the others hold their connections")
	require.Equal(t, "4", outcome(t, body, f))
	for _, conn := range []net.Conn{silent, idle, half, body} {
		closed(t, conn)
	}
	require.NoError(t, s.ask(calm, "Bearer "+token))
	require.Eventually(t, func() bool { return s.refused(refusedSlow) >= 2 }, 5*time.Second, 5*time.Millisecond)
	require.Equal(t, 1, s.log.count("peer refused"))
}

func TestOneAddressTakesNeitherAllConnectionsNorAllCalls(t *testing.T) {
	s := newStreet(t, func(c *PublicConfig) { c.Calls = 8 })
	calm := s.dial("127.0.0.3", insecure.NewCredentials())
	for range publicAddressConns {
		s.raw("127.0.0.2")
	}
	require.Eventually(t, func() bool {
		more := s.raw("127.0.0.2")
		require.NoError(t, more.SetReadDeadline(time.Now().Add(50*time.Millisecond)))
		_, err := more.Read(make([]byte, 1))
		return errors.Is(err, io.EOF)
	}, 10*time.Second, 5*time.Millisecond)
	require.Positive(t, s.refused(refusedConnections))
	require.NoError(t, s.ask(calm, "Bearer "+token))

	busy := s.dial("127.0.0.4", insecure.NewCredentials())
	ctx, cancel := context.WithCancel(metadata.AppendToOutgoingContext(t.Context(), "authorization", "Bearer "+token))
	for range 2 { // a quarter of eight
		stream, err := busy.NewStream(ctx, &echoDesc.Streams[0], "/test.Echo/Watch")
		require.NoError(t, err)
		require.NoError(t, stream.SendMsg(&healthpb.HealthCheckRequest{}))
	}
	require.Eventually(t, func() bool { return status.Code(s.ask(busy, "Bearer "+token)) == codes.ResourceExhausted }, 10*time.Second, 5*time.Millisecond)
	require.NoError(t, s.ask(calm, "Bearer "+token))
	cancel()
	require.Eventually(t, func() bool { return s.ask(busy, "Bearer "+token) == nil }, 10*time.Second, 5*time.Millisecond)
}

func TestAPublicPortWithTLSAsksForNoCertificate(t *testing.T) {
	ca := newAuthority(t)
	server := securityOf(t, t.TempDir(), ca, ca.PEM(), certs.Leaf{Name: "models", Hosts: []string{"127.0.0.1"}})
	s := newStreet(t, func(c *PublicConfig) { c.Plaintext, c.TLSCert, c.TLSKey = false, server.TLSCert, server.TLSKey })
	pool := x509.NewCertPool()
	pool.AddCert(ca.Cert)
	require.NoError(t, s.ask(s.dial("127.0.0.1", credentials.NewTLS(&tls.Config{RootCAs: pool, ServerName: "models"})), "Bearer "+token))
	err := s.ask(s.dial("127.0.0.2", insecure.NewCredentials()), "Bearer "+token)
	require.Equal(t, codes.Unavailable, status.Code(err))
	require.Eventually(t, func() bool { return s.refused(refusedProtocol) > 0 }, 5*time.Second, 5*time.Millisecond)
}

func TestPublicPortsAreRefusedThatNobodyShouldOpen(t *testing.T) {
	good := Public{Listen: "127.0.0.1:0", TokenFile: "t", Plaintext: true}
	require.NoError(t, good.Check())
	require.NoError(t, Public{Rate: 20, Calls: 32, MaxMessage: 1}.Check(), "none is opened")
	for says, spoil := range map[string]func(*Public){
		"--public-listen":     func(p *Public) { p.Listen = "" },
		"--public-token-file": func(p *Public) { p.TokenFile = "" },
		"--public-tls-cert":   func(p *Public) { p.Plaintext = false },
		"exclude each other":  func(p *Public) { p.TLSKey = "key.pem" },
		"negative":            func(p *Public) { p.Rate = -1 },
	} {
		p := good
		spoil(&p)
		require.ErrorContains(t, p.Check(), says)
	}
	dir := t.TempDir()
	for says, content := range map[string]string{
		"has none":       "\n# nothing\n",
		"line 2":         token + "\nshort\n",
		"without spaces": "a token with spaces in it\n",
	} {
		path := filepath.Join(dir, "tokens")
		require.NoError(t, os.WriteFile(path, []byte(content), 0o600))
		_, err := openTokens(path, time.Second, nil)
		require.ErrorContains(t, err, says)
		require.ErrorContains(t, err, "openssl rand")
		require.NotContains(t, err.Error(), "short")
	}
	_, err := openTokens(filepath.Join(dir, "absent"), time.Second, nil)
	require.ErrorIs(t, err, os.ErrNotExist)
}

// FuzzTokens: whatever stands in the file or the metadata, only a token that the file has opens.
func FuzzTokens(f *testing.F) {
	f.Add(token+"\n#x\n"+other, "Bearer "+token)
	f.Fuzz(func(t *testing.T, file, authorization string) {
		path := filepath.Join(t.TempDir(), "tokens")
		require.NoError(t, os.WriteFile(path, []byte(file), 0o600))
		tokens, err := openTokens(path, time.Hour, nil)
		if err != nil || tokens.check([]string{authorization}) != nil {
			return
		}
		_, shown, _ := strings.Cut(authorization, " ")
		require.Contains(t, file, strings.TrimSpace(shown))
		require.GreaterOrEqual(t, len(strings.TrimSpace(shown)), minToken)
	})
}
