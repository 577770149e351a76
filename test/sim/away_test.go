package sim

import (
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"
)

// seated reports that a miner has a seat in the open block.
func (r *run) seated(miner common.Address) bool {
	for _, s := range r.open().seats {
		if s.Miner == miner {
			return true
		}
	}
	return false
}

// until lets time pass, without faults, until something holds.
func (r *run) until(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for range 300 {
		if holds() {
			return
		}
		r.tick(false)
	}
	require.Fail(t, "never happened", "%s\n%s", what, r.story.text)
}

func TestANodeThatWasAwayForAnHourRevealsIfItCanAndJoinsTheNextBlock(t *testing.T) {
	for name, window := range map[string]time.Duration{"the reveal window is open": 2 * time.Hour, "the reveal window is over": 25 * time.Second} {
		t.Run(name, func(t *testing.T) {
			p := parameters()
			p.RevealWindow = uint32(window / time.Second)
			g, dir := newGenesis(t, p), scratch(t)
			synctest.Test(t, func(t *testing.T) {
				r := newRun(g, 1, dir, newStats())
				for _, o := range r.others {
					o.kind = "honest"
				}
				defer r.end()
				gone := r.operators[0]
				r.ask(1)
				r.until(t, "a seat", func() bool { return r.seated(gone.account) })
				gone.away = true
				for _, s := range services {
					gone.kill(s)
				}
				r.period = 12 * time.Second
				for range 300 {
					r.tick(false)
				}
				r.period = time.Second
				gone.away = false
				r.until(t, "the request's end", r.settled)
				r.ask(1)
				r.until(t, "a seat in the next block", func() bool { return r.seated(gone.account) })
				r.until(t, "the next request's end", r.settled)

				h := read(r.chain.blocks)
				require.Empty(t, r.checker.broken)
				require.Equal(t, []string{"answered"}, h.requests[1].ends)
				require.Equal(t, []string{"answered"}, h.requests[2].ends)
				require.Equal(t, window == 2*time.Hour, h.reveals[1][gone.account], "revealed what it committed")
				require.True(t, h.reveals[2][gone.account])
				if window == 2*time.Hour {
					require.Empty(t, h.slashed)
				}
				for range 10 {
					r.tick(false)
				}
				require.NoError(t, gone.book.check(r.chain.blocks, g), "its watcher caught up")
			})
		})
	}
}
