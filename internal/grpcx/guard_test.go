package grpcx

import (
	"crypto/tls"
	"crypto/x509"
	"io"
	"net"
	"os"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"google.golang.org/grpc/codes"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/certs"
)

// raw opens a TCP connection from a loopback address of its own, so that it counts as another peer.
func (r *rig) raw(from string) net.Conn {
	r.t.Helper()
	d := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	conn, err := d.Dial("tcp", r.addr)
	require.NoError(r.t, err)
	r.t.Cleanup(func() { conn.Close() })
	return conn
}

// tls opens a connection as pow, up to the handshake.
func (r *rig) tls(from string) *tls.Conn {
	r.t.Helper()
	s := r.security(RolePow)
	cert, err := tls.LoadX509KeyPair(s.TLSCert, s.TLSKey)
	require.NoError(r.t, err)
	pool := x509.NewCertPool()
	pool.AddCert(r.ca.Cert)
	conn := tls.Client(r.raw(from), &tls.Config{RootCAs: pool, ServerName: RoleSubmitter, Certificates: []tls.Certificate{cert}, NextProtos: []string{"h2"}})
	require.NoError(r.t, conn.HandshakeContext(r.t.Context()))
	return conn
}

// closed waits until the server has closed the connection.
func closed(t *testing.T, conn net.Conn) {
	t.Helper()
	require.NoError(t, conn.SetReadDeadline(time.Now().Add(30*time.Second)))
	_, err := io.Copy(io.Discard, conn)
	require.NotErrorIs(t, err, os.ErrDeadlineExceeded, "the server holds on")
}

func TestASlowHandshakeIsCutAndOthersAreUnaffected(t *testing.T) {
	r := newRig(t, func(c *ServerConfig) { c.HandshakeLimit = 300 * time.Millisecond })
	pow := r.security(RolePow)
	silent, trickle, mute := r.raw("127.0.0.2"), r.raw("127.0.0.2"), r.tls("127.0.0.2")
	_, err := trickle.Write([]byte{22, 3, 1, 1})
	require.NoError(t, err)
	require.NoError(t, r.call(pow, RoleSubmitter, echoCheck), "while the others hold their connections")
	for _, conn := range []net.Conn{silent, trickle, mute} {
		closed(t, conn)
	}
	require.Eventually(t, func() bool { return r.refused(refusedSlow) == 3 }, 5*time.Second, 5*time.Millisecond)
	require.Equal(t, 1, r.log.count("peer refused"))
}

func TestBytesOfAnotherProtocolEndTheConnection(t *testing.T) {
	r := newRig(t, nil)
	plain := r.raw("127.0.0.2")
	_, err := plain.Write([]byte("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
	require.NoError(t, err)
	closed(t, plain)
	inside := r.tls("127.0.0.2")
	_, err = inside.Write([]byte("GET / HTTP/1.1\r\nHost: a\r\n\r\n"))
	require.NoError(t, err)
	closed(t, inside)
	require.Eventually(t, func() bool { return r.refused(refusedProtocol) == 2 }, 5*time.Second, 5*time.Millisecond)
}

func TestNoCertificateFailsTheHandshake(t *testing.T) {
	r := newRig(t, nil)
	pool := x509.NewCertPool()
	pool.AddCert(r.ca.Cert)
	conn := tls.Client(r.raw("127.0.0.2"), &tls.Config{RootCAs: pool, ServerName: RoleSubmitter, NextProtos: []string{"h2"}})
	err := conn.HandshakeContext(t.Context())
	if err == nil { // the client's half of TLS 1.3 is done before the server has looked
		_, err = conn.Read(make([]byte, 1))
	}
	require.ErrorContains(t, err, "certificate required")
	require.Eventually(t, func() bool { return r.refused(refusedNoCertificate) == 1 }, 5*time.Second, 5*time.Millisecond)
}

func TestOneAddressCannotTakeAllHandshakes(t *testing.T) {
	r := newRig(t, nil)
	pow := r.security(RolePow)
	for range maxHandshakes + 10 {
		r.raw("127.0.0.2")
	}
	require.Eventually(t, func() bool { return r.refused(refusedCrowded) == 10 }, 5*time.Second, 5*time.Millisecond)
	require.NoError(t, r.call(pow, RoleSubmitter, echoCheck))
}

// stream opens a call by hand and leaves its body to the test.
func (r *rig) stream(conn *tls.Conn, path string, headers ...hpack.HeaderField) *http2.Framer {
	r.t.Helper()
	_, err := io.WriteString(conn, http2.ClientPreface)
	require.NoError(r.t, err)
	f := http2.NewFramer(conn, conn)
	require.NoError(r.t, f.WriteSettings())
	var block strings.Builder
	e := hpack.NewEncoder(&block)
	for _, h := range append([]hpack.HeaderField{{Name: ":method", Value: "POST"}, {Name: ":scheme", Value: "https"}, {Name: ":path", Value: path},
		{Name: ":authority", Value: "submitter"}, {Name: "content-type", Value: "application/grpc"}, {Name: "te", Value: "trailers"}}, headers...) {
		require.NoError(r.t, e.WriteField(h))
	}
	for rest, first := block.String(), true; rest != "" || first; first = false {
		part := rest[:min(len(rest), 16000)]
		rest = rest[len(part):]
		if first {
			err = f.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: []byte(part), EndHeaders: rest == ""})
		} else {
			err = f.WriteContinuation(1, rest == "", []byte(part))
		}
		if !first && err != nil {
			return f // the server may have had enough
		}
		require.NoError(r.t, err)
	}
	return f
}

// outcome reads frames until the call has ended: its grpc-status, or the reset's code.
func outcome(t *testing.T, conn net.Conn, f *http2.Framer) string {
	t.Helper()
	require.NoError(t, conn.SetReadDeadline(time.Now().Add(30*time.Second)))
	f.ReadMetaHeaders = hpack.NewDecoder(4096, nil)
	for {
		frame, err := f.ReadFrame()
		require.NoError(t, err)
		switch frame := frame.(type) {
		case *http2.MetaHeadersFrame:
			for _, h := range frame.Fields {
				if h.Name == "grpc-status" {
					return h.Value
				}
			}
		case *http2.RSTStreamFrame:
			return frame.ErrCode.String()
		}
	}
}

func TestASlowMessageIsADeadlinePassedAndOthersAreUnaffected(t *testing.T) {
	r := newRig(t, func(c *ServerConfig) { c.ReceiveLimit = 300 * time.Millisecond })
	pow := r.security(RolePow)
	for _, method := range []string{echoCheck, "/test.Echo/Watch"} {
		conn := r.tls("127.0.0.2")
		f := r.stream(conn, method)
		require.NoError(t, f.WriteData(1, false, []byte{0, 0, 0, 0, 9, 10})) // a message of 9 bytes, of which one comes
		require.NoError(t, r.call(pow, RoleSubmitter, echoCheck))
		require.Equal(t, "4", outcome(t, conn, f), method)
	}
	require.Eventually(t, func() bool { return r.refused(refusedSlow) == 2 }, 5*time.Second, 5*time.Millisecond)
	require.Equal(t, 1, r.log.count("peer refused"))
}

func TestALongCallWhoseMessageCameIsNotSlow(t *testing.T) {
	r := newRig(t, func(c *ServerConfig) { c.ReceiveLimit = 50 * time.Millisecond })
	conn, err := Dial(r.addr, ClientConfig{Security: r.security(RolePow), Role: RoleSubmitter})
	require.NoError(t, err)
	defer conn.Close()
	s, err := conn.NewStream(t.Context(), &echoDesc.Streams[0], "/test.Echo/Watch")
	require.NoError(t, err)
	require.NoError(t, s.SendMsg(&healthpb.HealthCheckRequest{}))
	ended := make(chan error, 1)
	go func() { ended <- s.RecvMsg(&healthpb.HealthCheckResponse{}) }()
	select {
	case err := <-ended:
		t.Fatal(err)
	case <-time.After(200 * time.Millisecond):
	}
	require.Zero(t, r.refused(refusedSlow))
}

func TestAnOversizedMessageIsRefusedBeforeItIsRead(t *testing.T) {
	r := newRig(t, func(c *ServerConfig) { c.MaxMessageBytes = 1000 })
	pow := r.security(RolePow)
	conn, err := Dial(r.addr, ClientConfig{Security: pow, Role: RoleSubmitter})
	require.NoError(t, err)
	defer conn.Close()
	big := &healthpb.HealthCheckRequest{Service: strings.Repeat("a", 2000)}
	for range 3 {
		err = conn.Invoke(t.Context(), echoCheck, big, &healthpb.HealthCheckResponse{})
		require.Equal(t, codes.ResourceExhausted, status.Code(err))
	}
	require.Eventually(t, func() bool { return r.refused(refusedOversized) == 3 }, 5*time.Second, 5*time.Millisecond)
	require.Equal(t, 1, r.log.count("peer refused"))
	require.NoError(t, r.call(pow, RoleSubmitter, echoCheck))
}

func TestTheWrongNameIsRefusedBeforeItsMessageIsRead(t *testing.T) {
	r := newRig(t, nil)
	intruder := securityOf(t, r.dir, r.ca, r.ca.PEM(), certs.Leaf{Name: RoleInference})
	cert, err := tls.LoadX509KeyPair(intruder.TLSCert, intruder.TLSKey)
	require.NoError(t, err)
	pool := x509.NewCertPool()
	pool.AddCert(r.ca.Cert)
	conn := tls.Client(r.raw("127.0.0.2"), &tls.Config{RootCAs: pool, ServerName: RoleSubmitter, Certificates: []tls.Certificate{cert}, NextProtos: []string{"h2"}})
	f := r.stream(conn, echoCheck)
	require.Equal(t, "7", outcome(t, conn, f), "its headers were enough")
}
