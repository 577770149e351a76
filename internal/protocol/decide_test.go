package protocol

import (
	"math/rand/v2"
	"testing"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

func answer(v int64) Vote {
	w := uint256.NewInt(uint64(max(v, -v)))
	if v < 0 {
		w.Neg(w)
	}
	return Vote{Word: w.Bytes32()}
}

func says(s Status) Vote { return Vote{Status: s} }

func TestThreeEqualVotesDecide(t *testing.T) {
	unavailable, gone := says(ModelUnavailable), says(DataUnavailable)
	for name, c := range map[string]struct {
		votes []Vote
		want  Decision
	}{
		"three of five": {[]Vote{answer(1), answer(2), answer(1), answer(1), gone}, Decision{OK, answer(1).Word, 0b01101}},
		"a failure":     {[]Vote{gone, answer(1), gone, gone}, Decision{DataUnavailable, Hash{}, 0b1101}},
		"two and two":   {[]Vote{answer(1), answer(1), gone, gone, unavailable}, Decision{Status: NoConsensus}},
		"abstentions decide nothing": {[]Vote{unavailable, unavailable, unavailable, unavailable, unavailable},
			Decision{Status: ModelUnavailable}},
		"as many abstain as agree": {[]Vote{unavailable, unavailable, answer(1), answer(1)}, Decision{Status: NoConsensus}},
		"nobody revealed":          {nil, Decision{Status: NoConsensus}},
	} {
		require.Equal(t, c.want, Decide(c.votes, Equal, new(uint256.Int)), name)
	}
}

func TestMedianIsTheLowerOneAndSigned(t *testing.T) {
	for name, c := range map[string]struct {
		votes     []Vote
		tolerance uint64
		want      Decision
	}{
		"odd":                     {[]Vote{answer(30), answer(10), answer(20)}, 10, Decision{OK, answer(20).Word, 0b111}},
		"even takes the lower":    {[]Vote{answer(30), answer(10), answer(20), answer(25)}, 10, Decision{OK, answer(20).Word, 0b1111}},
		"negative":                {[]Vote{answer(-5), answer(5), answer(-6)}, 10, Decision{OK, answer(-5).Word, 0b111}},
		"too far apart":           {[]Vote{answer(0), answer(11), answer(-11)}, 10, Decision{Status: NoConsensus}},
		"an outlier counts not":   {[]Vote{answer(0), answer(1), answer(2), answer(999)}, 1, Decision{OK, answer(1).Word, 0b0111}},
		"two words are too few":   {[]Vote{answer(1), answer(1), says(DataMalformed)}, 9, Decision{Status: NoConsensus}},
		"failures decide as ever": {[]Vote{says(DataMalformed), says(DataMalformed), answer(1), says(DataMalformed)}, 9, Decision{DataMalformed, Hash{}, 0b1011}},
	} {
		require.Equal(t, c.want, Decide(c.votes, Median, uint256.NewInt(c.tolerance)), name)
	}
	least := new(uint256.Int).Lsh(uint256.NewInt(1), 255)
	extremes := []Vote{{Word: least.Bytes32()}, {Word: new(uint256.Int).Not(least).Bytes32()}, answer(0)}
	require.Equal(t, Decision{Status: NoConsensus}, Decide(extremes, Median, new(uint256.Int).SubUint64(least, 1)),
		"the least int256 is 2^255 from 0, one more than a tolerance can be")
}

// The order in which seats were taken decides nothing but which bits stand for whom.
func TestDecisionDoesNotDependOnTheOrderOfSeats(t *testing.T) {
	seed := rand.Uint64()
	random := rand.New(rand.NewPCG(seed, 0))
	for range 2000 {
		votes := make([]Vote, random.IntN(6))
		for i := range votes {
			votes[i] = answer(random.Int64N(7) - 3)
			if random.IntN(3) == 0 {
				votes[i] = says(Status(1 + random.IntN(4)))
			}
		}
		rule, tolerance := Rule(random.IntN(2)), uint256.NewInt(uint64(random.IntN(3)))
		before := Decide(votes, rule, tolerance)
		random.Shuffle(len(votes), func(i, j int) { votes[i], votes[j] = votes[j], votes[i] })
		after := Decide(votes, rule, tolerance)
		require.Equal(t, [2]any{before.Status, before.Word}, [2]any{after.Status, after.Word}, "seed %d: %v", seed, votes)
	}
}

func TestATipBuysWaitingTime(t *testing.T) {
	token := uint256.NewInt(1e18)
	require.EqualValues(t, 1_700_000_000, EffectiveTime(1_700_000_000, new(uint256.Int), 60, 3600))
	require.EqualValues(t, 1_700_000_000-60, EffectiveTime(1_700_000_000, token, 60, 3600))
	require.EqualValues(t, 1_700_000_000-59, EffectiveTime(1_700_000_000, new(uint256.Int).SubUint64(token, 1), 60, 3600))
	most := new(uint256.Int).SubUint64(new(uint256.Int).Lsh(uint256.NewInt(1), 96), 1)
	require.EqualValues(t, 1_700_000_000-3600, EffectiveTime(1_700_000_000, most, 30*86400, 3600))
	require.EqualValues(t, 0, EffectiveTime(100, token, 60, 3600)/100, "still after the epoch")
	require.EqualValues(t, 0, EffectiveTime(100, most, 60, 3600), "never before the epoch")
	require.EqualValues(t, 1_700_000_000/16, Slot(1_700_000_015, new(uint256.Int), 60, 3600))
}

func TestDifficultyStopsWhereTheContractsStop(t *testing.T) {
	got := Retarget(uint256.NewInt(MaxDifficulty), 1, 15, uint256.NewInt(1))
	require.EqualValues(t, MaxDifficulty, got.Uint64())
}
