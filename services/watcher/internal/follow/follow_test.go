package follow_test

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/watcher/internal/chain"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"
	"github.com/ethml/ethml/services/watcher/internal/fakechain"
	"github.com/ethml/ethml/services/watcher/internal/follow"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// grown is a chain of n blocks.
func grown(seed uint64, n int) *fakechain.Chain {
	c, r := fakechain.New(1337), fakechain.Rand(seed)
	for range n {
		mine(c, r)
	}
	return c
}

func (r *rig) state() ethmlv1.WatcherState { return r.follower.Status().State }

func TestHeadThatGoesDownIsAReorgAtOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := grown(1, 30)
		rig := newRig(t, c)
		rig.start()
		rig.check()
		before := time.Now()
		c.Drop(5)
		synctest.Wait()
		rig.check()
		assert.Equal(t, before, time.Now(), "no waiting")
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())
		rig.stop()
	})
}

func TestNodeThatLagsIsNoReorgUntilTheGraceIsOver(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := grown(1, 30)
		c.Forget = true
		rig := newRig(t, c)
		rig.start()
		tip, _ := rig.log.Tip()
		c.Drop(5)
		synctest.Wait()
		still, _ := rig.log.Tip()
		assert.Equal(t, tip, still, "the node may only lag")
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED, rig.state())
		assert.Contains(t, rig.follower.Status().Detail, "stands at block 25")
		pass(follow.DefaultGrace + 2*time.Second)
		synctest.Wait()
		rig.check()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())
		rig.stop()
	})
}

func TestNodeThatCaughtUpLeavesTheLogAlone(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := grown(1, 30)
		rig := newRig(t, c)
		rig.start()
		var lagging atomic.Bool
		lagging.Store(true)
		old, _ := c.Block(20)
		rig.halt()
		rig.config.Connector = &lagged{Chain: c, on: &lagging, head: old}
		rig.run()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED, rig.state())
		lagging.Store(false)
		pass(2 * time.Second)
		synctest.Wait()
		rig.check()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())
		rig.stop()
	})
}

func TestReorgDeeperThanTheLimitHaltsAndChangesNothing(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := grown(1, 40)
		rig := newRig(t, c)
		rig.start()
		events, tip := rig.log.Events(), rig.log.Last()
		c.Drop(limit + 1)
		r := fakechain.Rand(5)
		for range limit + 3 {
			mine(c, r)
		}
		synctest.Wait()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_HALTED, rig.state())
		detail := rig.follower.Status().Detail
		assert.Contains(t, detail, "deeper than the reorg limit")
		assert.Contains(t, detail, rig.log.Path())
		assert.Equal(t, events, rig.log.Events())
		assert.Equal(t, tip, rig.log.Last())
		rig.stop()
	})
}

func TestReorgBelowTheFinalizedBlockHaltsWhateverTheLimit(t *testing.T) {
	for _, depth := range []int{5, 6} {
		t.Run(fmt.Sprintf("%d blocks", depth), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				c, r := grown(1, 40), fakechain.Rand(5)
				rig := newRig(t, c)
				rig.config.Finalized = true
				rig.start()
				c.Finalize(c.Head().Number + 16 - 5)
				for range 16 {
					mine(c, r)
					synctest.Wait()
				}
				c.Drop(depth)
				for range depth + 3 {
					mine(c, r)
				}
				synctest.Wait()
				if depth == 5 {
					assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())
					rig.check()
				} else {
					assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_HALTED, rig.state())
					assert.Contains(t, rig.follower.Status().Detail, "below block 51, which was final")
				}
				rig.stop()
			})
		})
	}
}

// A chain without finality, or a watcher that was away while a block became final, knows the limit in blocks only.
func TestBlockFinalizedWhileTheWatcherWasAwayIsNoLimit(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, r := grown(1, 40), fakechain.Rand(5)
		rig := newRig(t, c)
		rig.config.Finalized = true
		rig.start()
		rig.stop()
		c.Drop(3)
		for range 5 {
			mine(c, r)
		}
		c.Finalize(c.Head().Number)
		rig.start()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())
		rig.check()
		rig.stop()
	})
}

func TestReorgOfTheDeploymentIsFollowed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := fakechain.New(1337)
		r := fakechain.Rand(2)
		for range 4 {
			mine(c, r)
		}
		rig := newRig(t, c)
		rig.start()
		rig.check()
		c.Drop(4)
		for range 6 {
			mine(c, r)
		}
		synctest.Wait()
		rig.check()
		rig.stop()
	})
}

func TestStartsWithoutANodeAndConnectsWhenItAppears(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := grown(1, 20)
		c.Refuse(func(string) error { return errors.New("connection refused") })
		rig := newRig(t, c)
		rig.start()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_CONNECTING, rig.state())
		assert.Contains(t, rig.follower.Status().Detail, "connection refused")
		pass(time.Hour)
		synctest.Wait()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_CONNECTING, rig.state())
		c.Refuse(nil)
		pass(10 * time.Second)
		synctest.Wait()
		rig.check()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())

		c.Refuse(func(string) error { return errors.New("connection reset") })
		mine(c, fakechain.Rand(9))
		synctest.Wait()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED, rig.state())
		c.Refuse(nil)
		pass(10 * time.Second)
		synctest.Wait()
		rig.check()
		rig.stop()
	})
}

func TestNodeThatFailsAtRandomLosesNothing(t *testing.T) {
	for seed := range uint64(10) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				r := fakechain.Rand(seed)
				c := grown(seed, 100)
				var mu sync.Mutex
				failing, chance := true, fakechain.Rand(seed+100)
				c.Refuse(func(method string) error {
					mu.Lock()
					defer mu.Unlock()
					switch {
					case !failing || chance.IntN(3) > 0:
						return nil
					case method == "logs" && chance.IntN(2) == 0:
						return chain.ErrTooMuch
					case chance.IntN(2) == 0:
						return chain.ErrBusy
					}
					return errors.New("internal error")
				})
				rig := newRig(t, c)
				rig.start()
				for range 40 {
					mine(c, r)
					pass(time.Second)
				}
				mu.Lock()
				failing = false
				mu.Unlock()
				pass(10 * time.Second)
				synctest.Wait()
				rig.check()
				rig.stop()
			})
		})
	}
}

func TestStartingPointThatIsWrongIsNamed(t *testing.T) {
	for first, says := range map[uint64]string{
		20:  "give an earlier --deployment-block",
		500: "stands at block 40, before the deployment block 500",
	} {
		synctest.Test(t, func(t *testing.T) {
			rig := newRig(t, grown(1, 40))
			rig.config.FirstBlock = first
			rig.start()
			assert.NotEqual(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())
			assert.Contains(t, rig.follower.Status().Detail, says)
			assert.Zero(t, rig.log.Events())
			rig.stop()
		})
	}
}

func TestGapInTheEventsIsRefused(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := fakechain.New(1337)
		var p fakechain.Protocol
		r := fakechain.Rand(1)
		c.Mine(&p, p.Register(r))
		c.Mine(&p, p.Request(r))
		c.Mine(&p, p.Request(r))
		c.Hide(2)
		rig := newRig(t, c)
		rig.start()
		pass(time.Minute)
		assert.NotEqual(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())
		assert.Contains(t, rig.follower.Status().Detail, "request 2 comes after request 0")
		c.Hide()
		pass(10 * time.Second)
		synctest.Wait()
		rig.check()
		rig.stop()
	})
}

// A range of history is stored on one node's word. When a later event shows that it left some out, what it left out is read
// again, over a restart too.
func TestWrongChainEndsAStartAndIsWaitedOutByARunningWatcher(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c := grown(1, 20)
		rig := newRig(t, c)
		rig.start()
		wrong := fmt.Errorf("%w: fake serves chain 1", chain.ErrWrongChain)
		c.Refuse(func(string) error { return wrong })
		mine(c, fakechain.Rand(1))
		synctest.Wait()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_DISCONNECTED, rig.state())
		assert.Equal(t, wrong.Error(), rig.follower.Status().Detail)
		c.Refuse(nil)
		<-time.After(time.Minute) // of simulated time
		synctest.Wait()
		assert.Equal(t, ethmlv1.WatcherState_WATCHER_STATE_LIVE, rig.state())
		rig.check()
		c.Refuse(func(string) error { return wrong })
		rig.stop()

		rig.start()
		require.ErrorIs(t, <-rig.done, chain.ErrWrongChain)
		require.NoError(t, rig.log.Close())
	})
}

func TestLogOfAnotherChainEndsTheStart(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		rig := newRig(t, grown(1, 5))
		rig.start()
		rig.stop()
		rig.chain = grown(1, 5)
		other := fakechain.New(1)
		rig.config.Connector = other
		rig.start()
		require.ErrorIs(t, <-rig.done, eventlog.ErrForeign)
		require.NoError(t, rig.log.Close())
	})
}

func TestPruningKeepsTheStateWhole(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		c, r := grown(1, 10), fakechain.Rand(7)
		rig := newRig(t, c)
		rig.config.PruneAfter = 20
		rig.start()
		for range 300 {
			mine(c, r)
			synctest.Wait()
		}
		assert.Greater(t, rig.log.Earliest(), uint64(100))
		before, at := rig.follower.Snapshot()
		rig.stop()
		rig.start()
		after, again := rig.follower.Snapshot()
		assert.Equal(t, at, again)
		assert.True(t, equal(before, after))
		rig.stop()
	})
}

// TestBlocksLeaveNoMemoryBehind follows some hours of blocks, one a second, a tenth of them with events; with
// ETHML_TEST_LONG a whole day.
func TestBlocksLeaveNoMemoryBehind(t *testing.T) {
	blocks := 15_000
	if os.Getenv("ETHML_TEST_LONG") != "" {
		blocks = 86_400
	}
	synctest.Test(t, func(t *testing.T) {
		c, r := grown(1, 10), fakechain.Rand(7)
		c.Keep = 200
		rig := newRig(t, c)
		rig.start()
		heap := func() uint64 {
			synctest.Wait()
			runtime.GC()
			var m runtime.MemStats
			runtime.ReadMemStats(&m)
			return m.HeapAlloc
		}
		var early uint64
		for i := range blocks {
			p := c.State()
			var transactions [][]types.Log
			if i%10 == 0 {
				transactions = append(transactions, p.Step(r))
			}
			c.Mine(&p, transactions...)
			pass(time.Second)
			if i == blocks/10 {
				early = heap()
			}
		}
		late := heap()
		snapshot, _ := rig.follower.Snapshot()
		t.Logf("heap %d kB after a tenth of the blocks, %d kB at the end, %d events, %d requests pending", early/1024, late/1024, rig.log.Events(), len(snapshot.GetPendingRequests()))
		assert.Less(t, late, early+4<<20, "4 MiB allow for models and requests that are still open")
		rig.stop()
	})
}

// lagged is a node that says it stands at an old block while on.
type lagged struct {
	*fakechain.Chain
	on   *atomic.Bool
	head chain.Header
}

type laggedNode struct {
	chain.Node
	l *lagged
}

func equal(a, b *ethmlv1.Snapshot) bool {
	return slices.Equal(mustMarshal(a), mustMarshal(b))
}

func (n *laggedNode) Latest(ctx ctx, known common.Hash) (chain.Header, bool, error) {
	if n.l.on.Load() {
		return n.l.head, false, nil
	}
	return n.Node.Latest(ctx, known)
}

func (l *lagged) Connect(c ctx) (chain.Node, chain.Contracts, error) {
	n, contracts, err := l.Chain.Connect(c)
	return &laggedNode{n, l}, contracts, err
}

// Heads polls, once a second.
func (n *laggedNode) Heads(c ctx) *chain.Heads {
	return chain.NewHeads(func(push func(chain.Header)) error {
		for {
			head, _, err := n.Latest(c, common.Hash{})
			if err != nil {
				return err
			}
			push(head)
			select {
			case <-c.Done():
				return c.Err()
			case <-time.After(time.Second):
			}
		}
	})
}
