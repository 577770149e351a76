package sim

import (
	"flag"
	"fmt"
	"log/slog"
	"math/big"
	"os"
	"path/filepath"
	"runtime/debug"
	"testing"
	"testing/synctest"

	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
)

var (
	runs     = flag.Int("sim.runs", 4, "seeded runs")
	firstRun = flag.Uint64("sim.seed", 1, "seed of the first run")
	verbose  = flag.Bool("sim.log", false, "print each run's story as it happens")
	debugLog = flag.Bool("sim.debug", false, "put all that the services log into the stories")
	faulty   = flag.Int("sim.seconds", 80, "simulated seconds of faults in a run")
)

func TestMain(m *testing.M) {
	flag.Parse()
	if *debugLog {
		logLevel = slog.LevelDebug
	}
	debug.SetGCPercent(400) // runs are short, and make garbage rather than keep it
	os.Exit(m.Run())
}

func TestPromisesHoldWhateverDies(t *testing.T) {
	g, s := newGenesis(t, parameters()), newStats()
	t.Run("seed", func(t *testing.T) {
		for seed := *firstRun; seed < *firstRun+uint64(*runs); seed++ {
			t.Run(fmt.Sprint(seed), func(t *testing.T) { liveThrough(t, g, seed, s) })
		}
	})
	t.Logf("killed at: %v", s.kills)
	t.Logf("sent: %v", s.sent)
	t.Logf("reorganisations by phase and depth: %v", s.reorgs)
	t.Logf("%d answered, %v", s.answers, s.other)
}

// mended are seeds that broke a promise once, with what was wrong.
var mended = map[uint64]string{
	865:  "a subscriber on a dropped branch was sent back to an event that was found only after the branch was dropped",
	1112: "a reveal that waited did not get dearer while its watcher was away",
	2088: "a gap in history before events that were passed on was not told with its remedy",
	3461: "a reveal that a reorganisation dropped was sent again and again after its window; seconds after the window counted as missed",
}

func TestSeedsThatOnceFailed(t *testing.T) {
	g, s := newGenesis(t, parameters()), newStats()
	for seed := range mended {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { liveThrough(t, g, seed, s) })
	}
}

// liveThrough is one run, beside others.
func liveThrough(t *testing.T, g *genesis, seed uint64, s *stats) {
	t.Parallel()
	dir := scratch(t)
	synctest.Test(t, func(t *testing.T) {
		r := newRun(g, seed, dir, s)
		if *verbose {
			r.story.also = os.Stderr
		}
		err := r.live(*faulty)
		r.end()
		if err != nil {
			t.Errorf("seed %d (-sim.seed=%d -sim.runs=1):\n%v\n\nWhat happened:\n%s", seed, seed, err, r.story.text)
		}
	})
}

func TestRevealIsTooLateOnceBothTimeAndBlocksHavePassed(t *testing.T) {
	o := &openBlock{view: bindings.BlockView{RevealEndsAt: 100, RevealEndsAtBlock: 50}}
	for _, c := range []struct {
		time   uint64
		number int64
		late   bool
	}{{99, 60, false}, {200, 49, false}, {100, 50, true}} {
		if o.tooLate(&types.Header{Time: c.time, Number: big.NewInt(c.number)}) != c.late {
			t.Errorf("at %d, block %d: want %t", c.time, c.number, c.late)
		}
	}
}

// scratch is a directory in memory where there is one: the journals' syncs would take most of a run's time.
func scratch(t *testing.T) string {
	t.Helper()
	dir, err := os.MkdirTemp("/dev/shm", "ethml-sim-") //nolint:usetesting // the place is the point
	if err != nil {
		return filepath.Join(t.TempDir(), "sim")
	}
	t.Cleanup(func() { os.RemoveAll(dir) })
	return dir
}
