package keeper_test

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/submitter/internal/keeper"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

const delay = 3

var (
	challenge = common.Hash{1}
	miners    = []common.Address{{1}, {2}, {3}, {4}, {5}}
	limits    = keeper.Limits{CommitWindow: 60, MaxCommitTime: 3600, RevealEndsAt: 2000, RevealEndsAtBlock: 150, Seats: 5, Threshold: 3}
)

func situation(phase round.Phase, time, number uint64, seats ...round.Seat) round.Situation {
	return round.Situation{Live: true, Head: round.Head{Number: number, Time: time}, Block: &round.Block{
		Number: 7, Challenge: challenge, Requests: []uint64{1, 2}, Phase: phase, OpenedAt: round.Head{Number: 90, Time: 1000},
		ClosedAt: round.Head{Number: 100, Time: 1100}, Seats: seats}}
}

func seats(n, revealed int) []round.Seat {
	var out []round.Seat
	for i := range n {
		out = append(out, round.Seat{Miner: miners[i], Revealed: i < revealed})
	}
	return out
}

func kinds(steps []keeper.Step) []keeper.Kind {
	var out []keeper.Kind
	for _, s := range steps {
		out = append(out, s.Kind)
	}
	return out
}

// byRank are the miners of the first n seats as they rank.
func byRank(n int) []common.Address {
	out := append([]common.Address(nil), miners[:n]...)
	for i := range out {
		for j := range i {
			if protocol.Rank(protocol.Hash(challenge), protocol.Address(out[i])) < protocol.Rank(protocol.Hash(challenge), protocol.Address(out[j])) {
				out[i], out[j] = out[j], out[i]
			}
		}
	}
	return out
}

func TestCommitsAreClosedByRankOnceTheWindowIsOver(t *testing.T) {
	for rank, miner := range byRank(3) {
		due := uint64(1060 + rank*delay)
		me := []common.Address{miner}
		require.Empty(t, keeper.Due(situation(round.CommitPhase, due-1, 95, seats(3, 0)...), limits, me, delay))
		require.Equal(t, []keeper.Kind{keeper.Close}, kinds(keeper.Due(situation(round.CommitPhase, due, 95, seats(3, 0)...), limits, me, delay)))
	}
	require.Empty(t, keeper.Due(situation(round.CommitPhase, 1500, 95, seats(2, 0)...), limits, miners, delay), "too few seats to close")
}

func TestBlockThatNeverFillsHasItsRequestsExpired(t *testing.T) {
	steps := keeper.Due(situation(round.CommitPhase, 1000+3600+10*delay, 95, seats(2, 0)...), limits, miners, delay)
	require.Equal(t, []keeper.Kind{keeper.Expire, keeper.Expire}, kinds(steps))
	require.EqualValues(t, 1, steps[0].Request)
}

func TestSettlesWhenAllRevealedAndItDidNotSettleByItself(t *testing.T) {
	s := situation(round.RevealPhase, 1200, 110, seats(5, 5)...)
	s.Block.RevealedAt = round.Head{Number: 110, Time: 1200}
	first := byRank(5)[:1]
	require.Empty(t, keeper.Due(s, limits, first, delay), "the block of the last reveal is not over")
	s.Head = round.Head{Number: 111, Time: 1212}
	require.Equal(t, []keeper.Kind{keeper.Settle}, kinds(keeper.Due(s, limits, first, delay)))
}

func TestSettlesWhatWasRevealedOnceTheWindowIsOverInTimeAndBlocks(t *testing.T) {
	all := miners
	require.Empty(t, keeper.Due(situation(round.RevealPhase, 5000, 149, seats(5, 4)...), limits, all, delay))
	require.Empty(t, keeper.Due(situation(round.RevealPhase, 1999, 500, seats(5, 4)...), limits, all, delay))
	require.Equal(t, []keeper.Kind{keeper.Settle}, kinds(keeper.Due(situation(round.RevealPhase, 5000, 150, seats(5, 4)...), limits, all, delay)))
}

func TestIdleChainWithRequestsWaitingIsOpenedUnlessPaused(t *testing.T) {
	s := round.Situation{Live: true, Head: round.Head{Number: 10, Time: 1100}, IdleSince: round.Head{Number: 9, Time: 1000}, Waiting: 1}
	require.Equal(t, []keeper.Kind{keeper.Open}, kinds(keeper.Due(s, limits, miners, delay)))
	s.Paused = true
	require.Empty(t, keeper.Due(s, limits, miners, delay))
	s.Paused, s.Waiting = false, 0
	require.Empty(t, keeper.Due(s, limits, miners, delay))
}

func TestOverdueRequestsAreExpiredWhenThereIsABounty(t *testing.T) {
	s := round.Situation{Live: true, Head: round.Head{Number: 10, Time: 1100}, IdleSince: round.Head{Time: 1100}, Waiting: 2, Overdue: []round.Request{
		{ID: 4, Expiry: 1000, Tip: big.NewInt(1e18)}, {ID: 5, Expiry: 1000, Tip: new(big.Int)}}}
	steps := keeper.Due(s, limits, miners, delay)
	require.Equal(t, []keeper.Kind{keeper.Expire}, kinds(steps))
	require.EqualValues(t, 4, steps[0].Request)
}

func TestNothingIsDueWhileTheChainIsUnknown(t *testing.T) {
	s := situation(round.RevealPhase, 5000, 150, seats(5, 4)...)
	s.Live = false
	require.Empty(t, keeper.Due(s, limits, miners, delay))
}

func TestVectorsAreDistinctAndCompleteness(t *testing.T) {
	a, b := round.Vector{Words: []common.Hash{{1}}, Statuses: []byte{0}}, round.Vector{Words: []common.Hash{{2}}, Statuses: []byte{0}}
	block := &round.Block{Seats: []round.Seat{{Revealed: true, Vector: &a}, {Revealed: true, Vector: &b}, {Revealed: true, Vector: &a}, {}}}
	vectors, complete := keeper.Vectors(block)
	require.True(t, complete)
	require.Len(t, vectors, 2)
	block.Seats[0].Vector = nil
	_, complete = keeper.Vectors(block)
	require.False(t, complete)
}
