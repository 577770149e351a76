package wire

import (
	"io"
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// echo starts a server that says back what it hears, and a link to it.
func echo(t *testing.T) *Link {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	t.Cleanup(func() { _ = l.Close() })
	go func() {
		for {
			c, err := l.Accept()
			if err != nil {
				return
			}
			go func() {
				_, _ = io.Copy(c, c)
				_ = c.Close()
			}()
		}
	}()
	k, err := New(l.Addr().String())
	require.NoError(t, err)
	t.Cleanup(func() { _ = k.Close() })
	return k
}

func dial(t *testing.T, k *Link) net.Conn {
	t.Helper()
	c, err := net.Dial("tcp", k.Addr())
	require.NoError(t, err)
	t.Cleanup(func() { _ = c.Close() })
	require.NoError(t, c.SetDeadline(time.Now().Add(10*time.Second)))
	return c
}

func say(t *testing.T, c net.Conn, text string) {
	t.Helper()
	_, err := c.Write([]byte(text))
	require.NoError(t, err)
}

func hear(t *testing.T, c net.Conn, text string) {
	t.Helper()
	got := make([]byte, len(text))
	_, err := io.ReadFull(c, got)
	require.NoError(t, err)
	require.Equal(t, text, string(got))
}

// hearsNothing holds when no byte arrives for a moment.
func hearsNothing(t *testing.T, c net.Conn) {
	t.Helper()
	require.NoError(t, c.SetReadDeadline(time.Now().Add(100*time.Millisecond)))
	_, err := c.Read(make([]byte, 1))
	var timeout net.Error
	require.ErrorAs(t, err, &timeout)
	require.True(t, timeout.Timeout())
	require.NoError(t, c.SetReadDeadline(time.Now().Add(10*time.Second)))
}

func TestALinkPassesBytesOnBothWays(t *testing.T) {
	c := dial(t, echo(t))
	say(t, c, "one")
	hear(t, c, "one")
}

func TestACutLinkEndsWhatIsOpenAndWhatIsDialledUntilItIsMended(t *testing.T) {
	k := echo(t)
	c := dial(t, k)
	say(t, c, "one")
	hear(t, c, "one")
	k.Set(Cut)
	_, err := c.Read(make([]byte, 1))
	require.Error(t, err)
	again := dial(t, k)
	_, err = again.Read(make([]byte, 1))
	require.Error(t, err)
	k.Set(Pass)
	c = dial(t, k)
	say(t, c, "two")
	hear(t, c, "two")
}

func TestWhatAHoleSwallowsArrivesOnceItIsMended(t *testing.T) {
	for _, mode := range []Mode{Hole, HalfOpen} {
		k := echo(t)
		c := dial(t, k)
		say(t, c, "one")
		hear(t, c, "one")
		k.Set(mode)
		say(t, c, "two")
		hearsNothing(t, c)
		k.Set(Pass)
		hear(t, c, "two")
	}
}

func TestASlowLinkIsLate(t *testing.T) {
	k := echo(t)
	c := dial(t, k)
	k.Set(Slow)
	start := time.Now()
	say(t, c, "one")
	hear(t, c, "one")
	require.GreaterOrEqual(t, time.Since(start), 2*lateness)
}
