package forward

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"net"
	"testing"

	"github.com/stretchr/testify/require"
)

// echo answers each connection with everything it sent, once the client has ended its half.
func echo(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			data, _ := io.ReadAll(c)
			_, _ = c.Write(data)
			c.Close()
		}
	}()
	return l.Addr().String()
}

func start(t *testing.T, f *Forwarder) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	f.Log = slog.New(slog.DiscardHandler)
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- f.Serve(ctx, l) }()
	t.Cleanup(func() {
		cancel()
		require.NoError(t, <-done)
	})
	return l.Addr().String()
}

func ask(t *testing.T, addr, what string) (string, error) {
	t.Helper()
	c, err := net.Dial("tcp", addr)
	require.NoError(t, err)
	defer c.Close()
	if _, err := io.WriteString(c, what); err != nil {
		return "", err
	}
	if err := c.(*net.TCPConn).CloseWrite(); err != nil {
		return "", err
	}
	answer, err := io.ReadAll(c)
	return string(answer), err
}

func TestBothDirectionsAndTheirEndsArePassedOn(t *testing.T) {
	addr := start(t, &Forwarder{Target: echo(t)})
	for range 3 {
		answer, err := ask(t, addr, "a question")
		require.NoError(t, err)
		require.Equal(t, "a question", answer)
	}
}

func TestADeadReplicaIsPassedOver(t *testing.T) {
	_, port, err := net.SplitHostPort(echo(t))
	require.NoError(t, err)
	// Nothing listens on 127.0.0.2, so each connection that begins there has to go on to the other.
	addr := start(t, &Forwarder{Target: "replicas:" + port,
		lookup: func(context.Context, string) ([]string, error) { return []string{"127.0.0.2", "127.0.0.1"}, nil }})
	for range 8 {
		answer, err := ask(t, addr, "still there?")
		require.NoError(t, err)
		require.Equal(t, "still there?", answer)
	}
}

func TestWithoutAReplicaTheConnectionEnds(t *testing.T) {
	addr := start(t, &Forwarder{Target: "replicas:1",
		lookup: func(context.Context, string) ([]string, error) { return nil, errors.New("no such host") }})
	answer, err := ask(t, addr, "anyone?")
	if err == nil {
		require.Empty(t, answer)
	}
}

func TestStoppingClosesWhatIsOpen(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer silent.Close()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	f := &Forwarder{Target: silent.Addr().String(), Log: slog.New(slog.DiscardHandler)}
	ctx, cancel := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- f.Serve(ctx, l) }()
	c, err := net.Dial("tcp", l.Addr().String())
	require.NoError(t, err)
	defer c.Close()
	_, err = silent.Accept()
	require.NoError(t, err)
	cancel()
	require.NoError(t, <-done)
	_, err = c.Read(make([]byte, 1))
	require.Error(t, err)
}
