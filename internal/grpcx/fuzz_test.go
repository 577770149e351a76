package grpcx

import (
	"bytes"
	"context"
	"io"
	"net"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/require"
	"golang.org/x/net/http2"
	"golang.org/x/net/http2/hpack"
	"google.golang.org/grpc"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/test/bufconn"
)

// frames are the bytes of a client that asks for the server's health.
func frames(f *testing.F) []byte {
	f.Helper()
	var out, block bytes.Buffer
	framer := http2.NewFramer(&out, nil)
	e := hpack.NewEncoder(&block)
	for _, h := range []hpack.HeaderField{{Name: ":method", Value: "POST"}, {Name: ":scheme", Value: "http"}, {Name: ":path", Value: healthpb.Health_Check_FullMethodName},
		{Name: ":authority", Value: "a"}, {Name: "content-type", Value: "application/grpc"}, {Name: "te", Value: "trailers"}, {Name: "grpc-timeout", Value: "1S"}} {
		require.NoError(f, e.WriteField(h))
	}
	require.NoError(f, framer.WriteSettings(http2.Setting{ID: http2.SettingMaxFrameSize, Val: 1 << 20}))
	require.NoError(f, framer.WriteHeaders(http2.HeadersFrameParam{StreamID: 1, BlockFragment: block.Bytes(), EndHeaders: true}))
	require.NoError(f, framer.WriteData(1, true, []byte{0, 0, 0, 0, 0}))
	require.NoError(f, framer.WritePing(false, [8]byte{1}))
	return out.Bytes()
}

// FuzzConnection: whatever comes in on the port, raw or after HTTP/2's preface, its connection ends with it, and the next
// one is served.
func FuzzConnection(f *testing.F) {
	listener := bufconn.Listen(1 << 20)
	s, err := NewServer(ServerConfig{Listener: listener, Security: Security{Plaintext: true}, Registerer: prometheus.NewRegistry()})
	require.NoError(f, err)
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	s.SetServing(true)
	conn, err := Dial("passthrough:///pipe", ClientConfig{Security: Security{Plaintext: true}},
		grpc.WithContextDialer(func(ctx context.Context, _ string) (net.Conn, error) { return listener.DialContext(ctx) }))
	require.NoError(f, err)
	f.Cleanup(func() {
		conn.Close()
		s.Stop()
		require.NoError(f, <-done)
	})
	good := frames(f)
	f.Add(good, true)
	f.Add(good[:len(good)/2], true)
	f.Add([]byte{}, true)
	f.Add([]byte(http2.ClientPreface), false)
	f.Add([]byte("GET / HTTP/1.1\r\n\r\n"), false)
	f.Add([]byte{22, 3, 1, 0, 200, 1, 0, 0, 196, 3, 3}, false)
	f.Fuzz(func(t *testing.T, data []byte, preface bool) {
		c, err := listener.DialContext(t.Context())
		require.NoError(t, err)
		ended := make(chan struct{})
		go func() {
			defer close(ended)
			_, _ = io.Copy(io.Discard, c)
		}()
		require.NoError(t, c.SetWriteDeadline(time.Now().Add(10*time.Second)))
		if preface {
			data = append([]byte(http2.ClientPreface), data...)
		}
		_, _ = c.Write(data) // the server may have hung up
		require.NoError(t, c.Close())
		<-ended
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Second)
		defer cancel()
		_, err = healthpb.NewHealthClient(conn).Check(ctx, &healthpb.HealthCheckRequest{})
		require.NoError(t, err, "the next one is served")
	})
}
