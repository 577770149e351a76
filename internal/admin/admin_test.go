package admin

import (
	"errors"
	"io"
	"net"
	"net/http"
	"sync/atomic"
	"testing"

	"github.com/stretchr/testify/require"
)

func get(t *testing.T, url string) (int, string) {
	t.Helper()
	r, err := http.Get(url)
	require.NoError(t, err)
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	require.NoError(t, err)
	return r.StatusCode, string(body)
}

func TestReadinessSaysWhy(t *testing.T) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	var ready atomic.Bool
	s := NewServer(l, NewRegistry(), func() error {
		if !ready.Load() {
			return errors.New("no connection to the chain yet")
		}
		return nil
	})
	done := make(chan error, 1)
	go func() { done <- s.Serve() }()
	base := "http://" + s.Addr().String()

	code, body := get(t, base+"/readyz")
	require.Equal(t, http.StatusServiceUnavailable, code)
	require.Contains(t, body, "no connection to the chain yet")
	code, _ = get(t, base+"/livez")
	require.Equal(t, http.StatusOK, code)
	ready.Store(true)
	code, _ = get(t, base+"/readyz")
	require.Equal(t, http.StatusOK, code)
	_, body = get(t, base+"/metrics")
	require.Contains(t, body, "go_goroutines")

	require.NoError(t, s.Shutdown(t.Context()))
	require.NoError(t, <-done)
}
