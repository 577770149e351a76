package admin_test

import (
	"bufio"
	"context"
	"io"
	"net"
	"net/http"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/test/bufconn"

	"github.com/ethml/ethml/internal/admin"
)

// FuzzConnection: whatever comes in on the admin port, the next one is served.
func FuzzConnection(f *testing.F) {
	listener := bufconn.Listen(1 << 20)
	s := admin.NewServer(listener, admin.NewRegistry(), func() error { return nil })
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	f.Cleanup(func() {
		require.NoError(f, s.Shutdown(context.Background()))
		require.NoError(f, <-done)
	})
	f.Add([]byte("GET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"))
	f.Add([]byte("GET /livez HTTP/1.0\r\n\r\nGET /readyz HTTP/1.1\r\n"))
	f.Add([]byte("POST /metrics HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\nffffffffffffffff\r\n"))
	f.Add([]byte("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		send := func(data []byte) (net.Conn, error) {
			c, err := listener.DialContext(t.Context())
			require.NoError(t, err)
			require.NoError(t, c.SetDeadline(time.Now().Add(20*time.Second)))
			_, err = c.Write(data)
			return c, err
		}
		strange, _ := send(data) // the server may have hung up
		go func() { _, _ = io.Copy(io.Discard, strange) }()
		require.NoError(t, strange.Close())
		c, err := send([]byte("GET /livez HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"))
		require.NoError(t, err)
		response, err := http.ReadResponse(bufio.NewReader(c), nil)
		require.NoError(t, err)
		require.NoError(t, response.Body.Close())
		require.Equal(t, http.StatusOK, response.StatusCode)
		require.NoError(t, c.Close())
	})
}
