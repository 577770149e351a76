package fault

import (
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/fault/internal/check"
	"github.com/ethml/ethml/test/fault/internal/plan"
	"github.com/ethml/ethml/test/internal/system"
)

var (
	seeds   = flag.String("seeds", "", "seeds of the runs, such as 17 or 1-5,17; one drawn at random if empty")
	logs    = flag.String("logs", "", "folder that keeps the logs of runs that failed")
	results = flag.String("results", "", "file to which each run adds a line of JSON; seeds that passed there are left out")
)

// runLimit bounds one run, whatever happens.
const runLimit = 6 * time.Minute

func TestMain(m *testing.M) {
	flag.Parse()
	system.BuildTags = "ethml_fault"
	code := m.Run()
	system.CleanUp()
	os.Exit(code)
}

// result is what a run adds to the results file.
type result struct {
	Seed     uint64         `json:"seed"`
	Passed   bool           `json:"passed"`
	Chain    string         `json:"chain"`
	Scheme   string         `json:"scheme"`
	Rogues   []plan.Rogue   `json:"rogues,omitempty"`
	Faults   string         `json:"faults"`
	Points   map[string]int `json:"kill_points"`
	Seconds  float64        `json:"seconds"`
	Verdict  check.Verdict  `json:"verdict"`
	Finished time.Time      `json:"finished"`
}

// TestEveryPromiseHoldsUnderFaults runs a network for each seed.
func TestEveryPromiseHoldsUnderFaults(t *testing.T) {
	all, err := parseSeeds(*seeds)
	require.NoError(t, err)
	disks := canMount(t.TempDir())
	if !disks {
		t.Log("no disk is filled: that takes a mount, and so root")
	}
	passed := passedBefore(t)
	for _, seed := range all {
		if passed[seed] {
			continue
		}
		t.Run(fmt.Sprintf("seed_%d", seed), func(t *testing.T) {
			ctx, cancel := context.WithTimeout(t.Context(), runLimit)
			defer cancel()
			start := time.Now()
			p := plan.New(seed, disks)
			t.Log(p)
			r, v := execute(ctx, t, p)
			took := time.Since(start)
			res := result{seed, len(v.Problems) == 0, p.Chain, p.Scheme, p.Rogues, p.Count(), r.reached, took.Seconds(), v, time.Now().UTC()}
			fmt.Println(res)
			res.save(t)
			if !res.Passed {
				r.keepLogs(*logs)
			}
			for _, problem := range v.Problems {
				t.Error(problem)
			}
		})
	}
}

// String is a run's line in the summary.
func (r result) String() string {
	v, verdict := r.Verdict, "passed"
	if !r.Passed {
		verdict = fmt.Sprintf("FAILED, %d problems", len(v.Problems))
	}
	var points []string
	for _, p := range plan.KillPoints {
		if r.Points[p] > 0 {
			points = append(points, p)
		}
	}
	return fmt.Sprintf("seed %d: %s, %s over %s%s | %s | died at %s | %d requests: %d answered, %d failed rightly, %d undecided | %d blocks, %d void, %d reveals, %d slashes (%d excused) | %.0f s",
		r.Seed, verdict, r.Chain, r.Scheme, rogueNames(r.Rogues), r.Faults, strings.Join(points, ", "), v.Requests, v.Answered, v.Failed, v.Undecided,
		v.Blocks, v.Voids, v.Reveals, v.Slashes, v.Excused, r.Seconds)
}

func rogueNames(all []plan.Rogue) string {
	var b strings.Builder
	for _, r := range all {
		b.WriteString(" + " + string(r))
	}
	return b.String()
}

func (r result) save(t *testing.T) {
	t.Helper()
	if *results == "" {
		return
	}
	file, err := os.OpenFile(*results, os.O_CREATE|os.O_APPEND|os.O_WRONLY, 0o644)
	require.NoError(t, err)
	require.NoError(t, json.NewEncoder(file).Encode(r))
	require.NoError(t, file.Close())
}

// passedBefore are the seeds whose last run in the results file passed.
func passedBefore(t *testing.T) map[uint64]bool {
	t.Helper()
	passed := map[uint64]bool{}
	if *results == "" {
		return passed
	}
	raw, err := os.ReadFile(*results)
	if os.IsNotExist(err) {
		return passed
	}
	require.NoError(t, err)
	for line := range strings.Lines(string(raw)) {
		var r result
		require.NoError(t, json.Unmarshal([]byte(line), &r))
		passed[r.Seed] = r.Passed
	}
	return passed
}

// parseSeeds reads "1-5,17"; an empty text draws one.
func parseSeeds(text string) ([]uint64, error) {
	if text == "" {
		return []uint64{uint64(time.Now().UnixNano() % 1_000_000)}, nil
	}
	var all []uint64
	for part := range strings.SplitSeq(text, ",") {
		from, to, isRange := strings.Cut(part, "-")
		first, err := strconv.ParseUint(from, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("seeds %q: want numbers and ranges, such as 1-5,17", text)
		}
		last := first
		if isRange {
			if last, err = strconv.ParseUint(to, 10, 64); err != nil || last < first || last-first > 10_000 {
				return nil, fmt.Errorf("seeds %q: want ranges such as 1-5", text)
			}
		}
		for s := first; s <= last; s++ {
			all = append(all, s)
		}
	}
	return all, nil
}
