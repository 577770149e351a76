package follow_test

import (
	"fmt"
	"testing"
	"testing/synctest"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/watcher/internal/fakechain"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

func TestLogsLeftOutOfHistoryAreFoundOnceTheNodeGivesThem(t *testing.T) {
	for _, from := range []uint64{1, 6} {
		for _, restart := range []bool{false, true} {
			t.Run(fmt.Sprintf("from block %d, restart %t", from, restart), func(t *testing.T) {
				synctest.Test(t, func(t *testing.T) {
					c := fakechain.New(1337)
					var p fakechain.Protocol
					r := fakechain.Rand(1)
					c.Mine(&p, p.Register(r))
					var hidden []uint64
					for n := range uint64(10) {
						c.Mine(&p, p.Request(r))
						if n+2 > from {
							hidden = append(hidden, n+2)
						}
					}
					if from == 1 {
						hidden = append(hidden, 1)
					}
					for range 2 * limit {
						c.Mine(nil)
					}
					c.Hide(hidden...)
					rig := newRig(t, c)
					rig.start()
					assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state(), "nothing shows yet")
					c.Mine(&p, p.Request(r))
					synctest.Wait()
					assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED, rig.state())
					assert.Contains(t, rig.follower.Status().Detail, "events are missing")
					if restart {
						rig.crash()
					}
					c.Hide()
					pass(10 * time.Second)
					synctest.Wait()
					rig.check()
					rig.stop()
					rig.start()
					rig.check()
					rig.stop()
				})
			})
		}
	}
}

// What was passed on can't be taken back for what lies before it, so nothing is guessed.
func TestEventsMissingBeforeOthersThatWerePassedOnAreToldWithTheRemedy(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, r := fakechain.New(1337), fakechain.Rand(1)
		var p fakechain.Protocol
		c.Mine(&p, p.Register(r))
		c.Mine(&p, p.Request(r)) // block 2
		c.Mine(&p, p.Register(r))
		for range 2 * limit {
			c.Mine(nil)
		}
		c.Hide(2)
		rig := newRig(t, c)
		rig.start()
		c.Hide()
		c.Mine(&p, p.Request(r))
		pass(20 * time.Second)
		synctest.Wait()
		require.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED, rig.state())
		for _, part := range []string{"events are missing", "delete " + rig.log.Path(), "start again"} {
			require.Contains(t, rig.follower.Status().Detail, part)
		}
		rig.stop()
	})
}
