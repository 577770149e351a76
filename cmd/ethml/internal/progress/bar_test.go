package progress

import (
	"bytes"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestABarIsShownOnATerminalOnceSomethingTakesLong(t *testing.T) {
	var out bytes.Buffer
	now := time.Unix(1000, 0)
	w := &Writer{out: &out, live: true, width: func() int { return 200 }}
	b := &Bar{w: w, what: "blocks read", started: now, now: func() time.Time { return now }}
	b.Set(1, 4)
	require.Empty(t, out.String(), "too early")
	now = now.Add(4 * time.Second)
	b.Set(1, 4)
	require.Equal(t, "  [######------------------] 25%  1 of 4 blocks read, 12s left", out.String())
	b.Set(9, 4)
	require.Contains(t, out.String(), "[########################] 100%  4 of 4", "never more than all")
	b.Set(0, 0)
	b.Done()
	require.Equal(t, "\r\x1b[K", out.String()[out.Len()-4:])

	out.Reset()
	w.live = false
	b.Set(2, 4)
	b.Done()
	require.Empty(t, out.String(), "no bar in a file")
}
