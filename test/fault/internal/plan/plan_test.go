package plan

import (
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestTheSameSeedGivesTheSamePlan(t *testing.T) {
	require.Equal(t, New(7, true), New(7, true))
	require.NotEqual(t, New(7, true).Faults, New(8, true).Faults)
}

func TestSixtyPlansHoldEverything(t *testing.T) {
	ahead, behind := 0, 0
	points, kinds, depths, rogues, chains := map[string]int{}, map[Kind]int{}, map[uint64]int{}, map[Rogue]int{}, map[string]int{}
	for seed := uint64(1); seed <= 60; seed++ {
		p := New(seed, true)
		chains[p.Chain]++
		require.NotEmpty(t, p.Faults, p)
		for _, d := range p.Deaths {
			points[d.Point]++
			require.LessOrEqual(t, d.Operator, p.Honest)
		}
		require.Len(t, p.Skews, 2)
		require.NotEqual(t, p.Skews[0].Operator, p.Skews[1].Operator)
		for _, s := range p.Skews {
			require.LessOrEqual(t, s.Operator, p.Honest)
			require.LessOrEqual(t, s.Off.Abs(), time.Hour)
			if s.Off > 0 {
				ahead++
			} else {
				behind++
			}
		}
		for _, f := range p.Faults {
			kinds[f.Kind]++
			require.LessOrEqual(t, f.Operator, p.Honest)
			require.LessOrEqual(t, f.At, p.Length)
			require.LessOrEqual(t, f.For, 6*time.Second)
			if f.Kind == Reorg {
				depths[f.Depth]++
			}
		}
		for _, r := range p.Rogues {
			rogues[r]++
		}
	}
	for _, point := range KillPoints {
		require.GreaterOrEqual(t, points[point], 3, point)
	}
	require.Equal(t, []int{60, 60}, []int{ahead, behind}, "clocks wrong each way in each run")
	require.Len(t, kinds, 10, "every kind of fault")
	require.Len(t, depths, 12, "every depth")
	require.Len(t, rogues, 3, "every way of being dishonest")
	require.GreaterOrEqual(t, chains["anvil"], 10)
}
