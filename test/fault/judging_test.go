package fault

import (
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
)

func TestEachKindOfLeakIsTold(t *testing.T) {
	before := size{goroutines: 100, descriptors: 20, bytes: 50e6}
	most := size{goroutines: 100 + growth.goroutines, descriptors: 20 + growth.descriptors, bytes: 50e6 + growth.bytes}
	require.Empty(t, leaked(before, before))
	require.Empty(t, leaked(before, most))
	for what, now := range map[string]size{
		"141 goroutines, 100 at first": {most.goroutines + 1, most.descriptors, most.bytes},
		"46 descriptors, 20 at first":  {most.goroutines, most.descriptors + 1, most.bytes},
		"134 MB, 50 at first":          {most.goroutines, most.descriptors, most.bytes + 1},
	} {
		require.Equal(t, what, leaked(before, now))
	}
}

// What excuses an operator: too much of it, and the checker would find nothing any more.
func TestOnlyWhoWasNeverLeftAloneForAMomentWasHindered(t *testing.T) {
	begin := time.Now()
	at := func(seconds int) time.Time { return begin.Add(time.Duration(seconds) * time.Second) }
	me, other := common.HexToAddress("0x01"), common.HexToAddress("0x02")
	closed, ended := common.HexToHash("0x0c"), common.HexToHash("0x0e")
	for name, c := range map[string]struct {
		spans               []*span
		disturbed, hindered bool
	}{
		"nothing":                     {},
		"all the time":                {[]*span{{1, at(0), at(30)}}, true, true},
		"everybody all the time":      {[]*span{{0, at(0), at(30)}}, true, true},
		"without an end":              {[]*span{{1, at(2), time.Time{}}}, true, true},
		"another":                     {[]*span{{2, at(0), at(30)}}, false, false},
		"before and after":            {[]*span{{1, at(-9), at(-1)}, {1, at(31), at(40)}}, false, false},
		"a pause too short":           {[]*span{{1, at(0), at(10)}, {1, at(14), at(30)}}, true, true},
		"a pause long enough":         {[]*span{{1, at(0), at(10)}, {1, at(16), at(30)}}, true, false},
		"one within another":          {[]*span{{1, at(0), at(20)}, {1, at(5), at(10)}, {0, at(24), at(30)}}, true, true},
		"left alone at the beginning": {[]*span{{1, at(6), at(30)}}, true, false},
		"left alone at the end":       {[]*span{{1, at(0), at(24)}}, true, false},
	} {
		w := &witness{accounts: []common.Address{me, other}, spans: c.spans, seen: []sighting{{closed, 5, at(0)}, {ended, 35, at(30)}}}
		judge := testimony{witness: w, ctx: t.Context()}
		require.Equal(t, c.disturbed, judge.Disturbed(me, closed, ended), name)
		require.Equal(t, c.hindered, judge.Hindered(me, closed, ended), name)
	}
}

func TestAFaultLastsUntilItsVictimHasRecovered(t *testing.T) {
	w := &witness{}
	mend := w.open(1)
	require.True(t, w.touched(1))
	require.False(t, w.touched(2))
	before := time.Now()
	mend()
	require.True(t, w.touched(1), "it recovers")
	require.False(t, w.spans[0].to.Before(before.Add(recovery)))
	end := w.spans[0].to
	mend()
	require.Equal(t, end, w.spans[0].to, "a fault ends once")
	w.spans[0].to = time.Now().Add(-time.Second)
	require.False(t, w.touched(1))
	w.open(0)
	require.True(t, w.touched(2), "what is done to all is done to each")
}

// event is a coordinator's log as a node tells it: topics for the indexed words, data for the rest.
func event(t *testing.T, name string, indexed []common.Hash, rest ...any) *types.Log {
	t.Helper()
	parsed, err := bindings.EthMLMetaData.ParseABI()
	require.NoError(t, err)
	e := parsed.Events[name]
	data, err := e.Inputs.NonIndexed().Pack(rest...)
	require.NoError(t, err)
	return &types.Log{Topics: append([]common.Hash{e.ID}, indexed...), Data: data}
}

func TestAChallengeThatStoodForTwoThingsIsNoticed(t *testing.T) {
	a := &aliases{main: bindings.NewEthML(), cids: map[uint64]string{}, meanings: map[common.Hash]map[string]bool{}}
	seven, one := common.BigToHash(big.NewInt(7)), common.BigToHash(big.NewInt(1))
	ask := func(cid string) {
		a.take(event(t, "ReceivedRequest", nil, big.NewInt(7), cid, new(big.Int)))
		a.take(event(t, "RequestQueued", []common.Hash{seven, {}, one}, new(big.Int), new(big.Int), new(big.Int)))
	}
	open := func(challenge common.Hash) *types.Log {
		return event(t, "BlockOpened", []common.Hash{one}, [32]byte(challenge), [32]byte{}, big.NewInt(1), big.NewInt(1), []*big.Int{big.NewInt(7)})
	}
	first, second := common.HexToHash("0xaa"), common.HexToHash("0xbb")
	ask("one")
	a.take(open(first))
	taken := open(first)
	taken.Removed = true
	a.take(taken)
	ask("one")
	a.take(open(first))
	require.False(t, a.Aliased(first), "the same again, on another branch")
	ask("another")
	a.take(open(second))
	require.False(t, a.Aliased(first))
	require.False(t, a.Aliased(second))
	a.take(open(first))
	require.True(t, a.Aliased(first))
	require.False(t, a.Aliased(second))
}
