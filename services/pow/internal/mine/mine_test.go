package mine

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"testing"
	"testing/synctest"
	"time"

	"github.com/holiman/uint256"
	"github.com/prometheus/client_golang/prometheus/testutil"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/pow/internal/keccak"
)

// idle fails the test if a search is begun, or running, that shouldn't be.
func (b *bench) idle(t *testing.T) {
	t.Helper()
	synctest.Wait()
	select {
	case c := <-b.searcher.calls:
		t.Fatalf("searches for %x", c.Miner)
	default:
	}
}

// next is the search that the miner has begun.
func (b *bench) next(t *testing.T) *call {
	t.Helper()
	synctest.Wait()
	select {
	case c := <-b.searcher.calls:
		return c
	default:
		t.Fatal("nothing is searched")
		return nil
	}
}

func stopped(t *testing.T, c *call) {
	t.Helper()
	// No Wait before: it must be so at once.
	if c.ctx.Err() == nil {
		t.Error("the search goes on")
	}
}

func TestMinesOnlyWhatWatcherAndSubmitterAgreeOn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.idle(t)
		b.SetBlock(block(1), 1000)
		b.idle(t)
		b.SetWork(work(2, 7))
		b.idle(t)
		b.SetWork(work(1))
		b.idle(t)
		b.SetWork(work(1, 7))
		c := b.next(t)
		if c.Challenge != [32]byte(hash(1)) || c.Miner != [20]byte(address(7)) {
			t.Errorf("searches %x for %x", c.Challenge, c.Miner)
		}
		if want := new(uint256.Int).Div(new(uint256.Int).SetAllOne(), uint256.NewInt(1<<20)).Bytes32(); c.Target != want {
			t.Errorf("target %x, want %x", c.Target, want)
		}
		if s := b.Status(); s.Number != 1 || s.Challenge != hash(1) || len(s.Miners) != 1 {
			t.Errorf("status %+v", s)
		}
	})
}

func TestWorkMayComeBeforeTheBlock(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetWork(work(1, 7))
		b.idle(t)
		b.SetBlock(block(1), 1000)
		b.next(t)
	})
}

func TestStaleRoundIsDroppedAtOnce(t *testing.T) {
	for name, end := range map[string]func(*bench){
		"another block opens":          func(b *bench) { b.SetBlock(block(2), 1001) },
		"no block is open":             func(b *bench) { b.SetBlock(nil, 1001) },
		"commits close":                func(b *bench) { b.CloseBlock(1, 1001) },
		"the submitter wants another":  func(b *bench) { b.SetWork(work(2, 7)) },
		"the submitter wants nothing":  func(b *bench) { b.SetWork(Work{}) },
		"the miner is not wanted more": func(b *bench) { b.SetWork(work(1, 8)) },
	} {
		t.Run(name, func(t *testing.T) {
			synctest.Test(t, func(t *testing.T) {
				b := start(t)
				b.SetBlock(block(1), 1000)
				b.SetWork(work(1, 7))
				c := b.next(t)
				end(b)
				stopped(t, c)
			})
		})
	}
}

func TestASearchIsNotDisturbedByNewsThatDoesNotConcernIt(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(5), 1000)
		b.SetWork(work(5, 7))
		c := b.next(t)
		b.SetBlock(block(5), 1001) // seen again, after a reconnection
		b.SetTime(1009)
		b.SetWork(work(5, 7, 8))
		b.CloseBlock(4, 1009)
		b.idle(t)
		if c.ctx.Err() != nil {
			t.Error("the search was stopped")
		}
	})
}

func TestTargetEasesWithTheChainAndTheSearchGoesOnBehindWhatItTried(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		first := b.next(t)
		b.SetTime(1009)
		b.idle(t)
		b.SetTime(1010)
		stopped(t, first)
		second := b.next(t)
		if want := block(1).Target.At(1010).Bytes32(); second.Target != want || second.Target == first.Target {
			t.Errorf("target %x, want %x", second.Target, want)
		}
		if want := first.Start.AddBatches(3); second.Start != want {
			t.Errorf("goes on at %s, want %s", second.Start, want)
		}
	})
}

func TestTargetEasesByTheWallClockOnlyWhenTheChainIsSilent(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		first := b.next(t)
		advance(lull + 9*time.Second)
		b.SetTime(1000)
		b.idle(t)
		advance(time.Second)
		b.SetTime(1000)
		stopped(t, first)
		if c, want := b.next(t), block(1).Target.At(1010).Bytes32(); c.Target != want {
			t.Errorf("target %x, want %x", c.Target, want)
		}
	})
}

func TestABlockOpenedAgainByAReorgTakesItsNewSchedule(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(1), 1010)
		b.SetWork(work(1, 7))
		eased := b.next(t)
		again := block(1)
		again.Target.OpenedAt = 1008
		b.SetBlock(again, 1010)
		stopped(t, eased)
		if c := b.next(t); c.Target != again.Target.At(1010).Bytes32() {
			t.Errorf("target %x", c.Target)
		}
	})
}

func TestMinesForEveryMinerOnce(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 1, 2, 3, 4, 5))
		want := map[Solution]bool{}
		for i := range byte(5) {
			c := b.next(t)
			n := keccak.Nonce{31: i}
			c.solve(n)
			want[Solution{Challenge: hash(1), Miner: c.Miner, Nonce: protocol.Hash(n)}] = true
		}
		b.idle(t)
		got := b.submitter.reported()
		if len(want) != 5 || len(got) != 5 {
			t.Fatalf("%d solutions, %d reports", len(want), len(got))
		}
		for _, s := range got {
			if !want[s] {
				t.Errorf("reported %+v", s)
			}
		}
		if b.Solutions() != 5 {
			t.Errorf("counts %d solutions", b.Solutions())
		}
	})
}

func TestReplicasMineInDifferentOrders(t *testing.T) {
	orders := map[string]bool{}
	const replicas = 20
	for i := range byte(replicas) {
		m := New(Config{Prefix: [8]byte{i}})
		m.work = work(1, 1, 2, 3, 4, 5)
		order := m.open(&round{Block: *block(1)})
		if len(order) != 5 {
			t.Fatalf("%d miners", len(order))
		}
		if again := m.open(&round{Block: *block(1)}); !slices.Equal(order, again) {
			t.Errorf("a replica changes its order")
		}
		orders[fmt.Sprint(order)] = true
	}
	// Of 120 orders, 20 draws give 18.5 different ones on average; these draws are fixed by their prefixes.
	if len(orders) < 15 {
		t.Errorf("%d replicas have %d orders", replicas, len(orders))
	}
}

func TestReplicasStartWhereTheyNeverMeet(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		c := b.next(t)
		if c.Start != (keccak.Nonce{1, 2, 3}) {
			t.Errorf("starts at %s, prefix %x", c.Start, b.Prefix)
		}
	})
}

func TestSolutionIsReportedUntilItIsTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.submitter.errs = []error{errDown, errDown, errDown, errDown, errDown, errDown, errDown}
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7, 8))
		b.next(t).solve(keccak.Nonce{31: 1})
		other := b.next(t) // the next miner's search doesn't wait for the report
		advance(time.Minute)
		synctest.Wait()
		if got := b.submitter.reported(); len(got) != 8 {
			t.Fatalf("%d reports", len(got))
		}
		for i, at := range b.submitter.times[1:] {
			if pause := at.Sub(b.submitter.times[i]); pause < firstPause || pause > longest*3/2 {
				t.Errorf("report %d came after %s", i+1, pause)
			}
		}
		if other.ctx.Err() != nil {
			t.Error("the other miner's search was stopped")
		}
	})
}

func TestSolutionIsNotReportedAfterItsRound(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.submitter.errs = slices.Repeat([]error{errDown}, 1000)
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		b.next(t).solve(keccak.Nonce{31: 1})
		synctest.Wait()
		b.CloseBlock(1, 1001)
		synctest.Wait()
		before := len(b.submitter.reported())
		advance(time.Minute)
		synctest.Wait()
		if after := len(b.submitter.reported()); before == 0 || after != before {
			t.Errorf("%d reports, then %d", before, after)
		}
	})
}

func TestSupersededSolutionIsDropped(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.submitter.errs = []error{fmt.Errorf("seat taken: %w", ErrSuperseded)}
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		b.next(t).solve(keccak.Nonce{31: 1})
		advance(time.Minute)
		b.idle(t)
		if got := b.submitter.reported(); len(got) != 1 {
			t.Errorf("%d reports", len(got))
		}
	})
}

func TestRefusedSolutionIsMinedAnew(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.submitter.errs = []error{fmt.Errorf("not solved: %w", ErrRefused)}
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		first := b.next(t)
		first.solve(keccak.Nonce{31: 1})
		b.idle(t)
		advance(longest)
		second := b.next(t)
		if second.Start != first.Start.AddBatches(1) {
			t.Errorf("goes on at %s", second.Start)
		}
		second.solve(keccak.Nonce{31: 2})
		synctest.Wait()
		if got := b.submitter.reported(); len(got) != 2 || got[1].Nonce != (protocol.Hash{31: 2}) {
			t.Errorf("reported %+v", got)
		}
	})
}

func TestSubmitterThatLostASolutionIsToldAgain(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		b.next(t).solve(keccak.Nonce{31: 1})
		b.idle(t)
		b.SetWork(work(1, 7)) // sent before the solution came
		b.idle(t)
		if got := b.submitter.reported(); len(got) != 1 {
			t.Fatalf("%d reports", len(got))
		}
		again := work(1, 7)
		again.Stream = 2
		b.SetWork(again)
		b.idle(t)
		got := b.submitter.reported()
		if len(got) != 2 || got[0] != got[1] {
			t.Errorf("reported %+v", got)
		}
	})
}

func TestFaultyKernelIsReplacedAndLastFaultPauses(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		b.next(t).answer <- answer{err: fmt.Errorf("hash: %w", keccak.ErrFault)}
		b.next(t).answer <- answer{err: fmt.Errorf("hash: %w", keccak.ErrFault)}
		b.idle(t) // the portable one is faulty too
		advance(faultPause)
		b.next(t)
		if b.searcher.dropped != 2 {
			t.Errorf("kernel dropped %d times", b.searcher.dropped)
		}
	})
}

func TestNothingHappensAfterTheEnd(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		ctx, cancel := context.WithCancel(t.Context())
		metrics, err := NewMetrics(start(t).registry)
		if metrics == nil || err == nil {
			t.Error("a registry took the same metrics twice")
		}
		searcher := &fakeSearcher{calls: make(chan *call, 1)}
		m := New(Config{Searcher: searcher, Reporter: &fakeSubmitter{}, Metrics: metrics})
		m.SetBlock(block(1), 1000)
		m.SetWork(work(1, 7))
		ended := make(chan struct{})
		go func() { defer close(ended); m.Run(ctx) }()
		c := <-searcher.calls
		cancel()
		<-ended
		if !errors.Is(c.ctx.Err(), context.Canceled) {
			t.Error("the search goes on")
		}
		m.SetBlock(block(2), 1001)
		m.SetWork(work(2, 7))
		if s := m.Status(); s.Number != 0 {
			t.Errorf("still at %+v", s)
		}
	})
}

func TestDropsAndEffortAreCounted(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		b := start(t)
		b.SetBlock(block(1), 1000)
		b.SetWork(work(1, 7))
		b.next(t)
		b.SetTime(1010)
		b.next(t)
		b.SetWork(work(1, 8))
		b.next(t).solve(keccak.Nonce{31: 1})
		b.idle(t)
		b.SetWork(work(1, 9))
		b.next(t)
		b.CloseBlock(1, 1011)
		b.idle(t)
		for _, reason := range []string{"target_eased", "not_wanted", "round_over"} {
			if n := testutil.ToFloat64(b.Metrics.drops.WithLabelValues(reason)); n != 1 {
				t.Errorf("%g drops for %s", n, reason)
			}
		}
		if n := testutil.ToFloat64(b.Metrics.solutions); n != 1 {
			t.Errorf("%g solutions", n)
		}
		if n := testutil.ToFloat64(b.Metrics.reports.WithLabelValues(accepted)); n != 1 {
			t.Errorf("%g reports", n)
		}
	})
}

func TestExpectedIsTheDifficulty(t *testing.T) {
	for _, difficulty := range []uint64{1, 2, 500, 1 << 40} {
		target := new(uint256.Int).Div(new(uint256.Int).SetAllOne(), uint256.NewInt(difficulty)).Bytes32()
		if got := Expected(target) / float64(difficulty); got < 0.999999 || got > 1.000001 {
			t.Errorf("difficulty %d: %g times as many", difficulty, got)
		}
	}
}
