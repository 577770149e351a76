package limit_test

import (
	"fmt"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/limit"
)

type clock struct{ now time.Time }

func (c *clock) Now() time.Time { return c.now }

func TestAKeyGetsItsRateWhateverTheOthersDo(t *testing.T) {
	c := &clock{time.Unix(1000, 0)}
	l := limit.New(limit.Config{Every: time.Minute, Now: c.Now})
	allowed := func(key string) bool { ok, _ := l.Allow(key); return ok }
	require.True(t, allowed("a"))
	require.False(t, allowed("a"))
	require.True(t, allowed("b"))
	c.now = c.now.Add(59 * time.Second)
	require.False(t, allowed("a"))
	c.now = c.now.Add(time.Second)
	ok, refused := l.Allow("a")
	require.True(t, ok)
	require.EqualValues(t, 2, refused, "what was kept back is told")
	c.now = c.now.Add(time.Hour)
	require.True(t, allowed("a"))
	require.False(t, allowed("a"), "a long pause saves up no more than the burst")
}

func TestABurstIsSpentAtOnceAndGrowsBack(t *testing.T) {
	c := &clock{time.Unix(1000, 0)}
	l := limit.New(limit.Config{Every: time.Second, Burst: 10, Now: c.Now})
	take := func(n int) bool { ok, _ := l.AllowN("a", n); return ok }
	require.True(t, take(7))
	require.False(t, take(4))
	require.True(t, take(3))
	c.now = c.now.Add(4 * time.Second)
	require.True(t, take(4))
	c.now = c.now.Add(time.Hour)
	require.False(t, take(11), "more than the burst is never allowed")
}

func TestMadeUpKeysShareOneAllowanceAndBoundedMemory(t *testing.T) {
	c := &clock{time.Unix(1000, 0)}
	l := limit.New(limit.Config{Every: time.Minute, Keys: 10, Now: c.Now})
	allowed := 0
	for i := range 1000 {
		if ok, _ := l.Allow(fmt.Sprint("made up ", i)); ok {
			allowed++
		}
	}
	require.Equal(t, 11, allowed, "ten keys and what the others share")
	ok, _ := l.Allow("made up 0")
	require.False(t, ok)
	c.now = c.now.Add(time.Minute)
	ok, _ = l.Allow("honest")
	require.True(t, ok, "keys that are silent make room")
}
