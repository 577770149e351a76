package round_test

import (
	"errors"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

var (
	alice, bob = common.Address{0xa}, common.Address{0xb}
	nonce      = common.Hash{31: 7}
	start      = uint64(1_700_000_000)
)

// effects keeps what was asked for.
type effects struct {
	commits []round.Commit
	reveals []round.Reveal
	over    []common.Hash
	work    round.Work
}

func (e *effects) Commit(c round.Commit) { e.commits = append(e.commits, c) }
func (e *effects) Reveal(r round.Reveal) { e.reveals = append(e.reveals, r) }
func (e *effects) Over(c common.Hash)    { e.over = append(e.over, c) }
func (e *effects) Work(w round.Work)     { e.work = w }
func (e *effects) Changed(round.Status)  {}

// memory keeps what was written, and how often.
type memory struct {
	mu      sync.Mutex
	batches []journal.Batch
	fail    error
}

func (m *memory) Write(b journal.Batch) error {
	m.mu.Lock()
	defer m.mu.Unlock()
	if m.fail == nil && !b.Empty() {
		m.batches = append(m.batches, b)
	}
	return m.fail
}

type rig struct {
	*round.Machine
	effects *effects
	journal *memory
	mu      sync.Mutex
	counts  map[string]int
}

func newRig(t *testing.T, miners ...common.Address) *rig {
	t.Helper()
	r := &rig{effects: &effects{}, journal: &memory{}, counts: map[string]int{}}
	r.Machine = round.New(round.Config{Miners: miners, Seats: 5, Journal: r.journal, Effects: r.effects,
		Now:   func() time.Time { return time.Unix(int64(start), 0) },
		Count: func(event, outcome string) { r.mu.Lock(); defer r.mu.Unlock(); r.counts[event+" "+outcome]++ }}, journal.Contents{})
	require.NoError(t, r.Reset(round.View{Head: round.Head{Number: 10, Time: start}}, func(journal.RoundKey) bool { return false }))
	return r
}

func block(number uint64, requests ...uint64) round.Block {
	return round.Block{Number: number, Challenge: common.BigToHash(new(big.Int).SetUint64(number)), Requests: requests, Phase: round.CommitPhase,
		OpenedAt: round.Head{Number: 10, Time: start}, Target: protocol.TargetSchedule{Difficulty: uint256.NewInt(1), OpenedAt: start, CommitWindow: time.Minute}}
}

func vote(b round.Block, request uint64, status uint8, word byte) round.Vote {
	return round.Vote{Challenge: b.Challenge, Request: request, Vote: journal.Vote{Status: status, Word: common.Hash{31: word}}}
}

func solution(b round.Block, miner common.Address) round.Solution {
	return round.Solution{Challenge: b.Challenge, Miner: miner, Nonce: nonce}
}

func TestCommitsOnceAllVotesAndTheNonceAreThere(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4, 5)
	require.NoError(t, r.Opened(b))
	used, err := r.ReportVote(vote(b, 5, 3, 0))
	require.True(t, used)
	require.NoError(t, err)
	_, err = r.ReportSolution(solution(b, alice))
	require.NoError(t, err)
	require.Empty(t, r.effects.commits, "one vote is missing")
	_, err = r.ReportVote(vote(b, 4, 0, 9))
	require.NoError(t, err)
	require.Len(t, r.effects.commits, 1)

	sealed := r.journal.batches[len(r.journal.batches)-1].Rounds[0].Sealed
	require.Equal(t, []common.Hash{{31: 9}, {}}, sealed.Words, "in the block's order")
	require.Equal(t, []byte{0, 3}, []byte(sealed.Statuses))
	result := protocol.ResultHash([]protocol.Hash{{31: 9}, {}}, []byte{0, 3})
	want := protocol.Commitment(protocol.Hash(b.Challenge), protocol.Address(alice), result, protocol.Hash(sealed.Salt))
	require.Equal(t, common.Hash(want), r.effects.commits[0].Commitment)
	require.NotEqual(t, common.Hash{}, sealed.Salt)
}

func TestAccountsOfOneSubmitterHaveSaltsOfTheirOwn(t *testing.T) {
	r := newRig(t, alice, bob)
	b := block(1, 4)
	require.NoError(t, r.Opened(b))
	for _, m := range []common.Address{alice, bob} {
		_, err := r.ReportSolution(solution(b, m))
		require.NoError(t, err)
	}
	_, err := r.ReportVote(vote(b, 4, 0, 9))
	require.NoError(t, err)
	require.Len(t, r.effects.commits, 2)
	require.NotEqual(t, r.effects.commits[0].Commitment, r.effects.commits[1].Commitment)
}

func TestTakesNoSeatInABlockItCanAnswerNothingOf(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4, 5)
	require.NoError(t, r.Opened(b))
	require.Equal(t, []common.Address{alice}, r.effects.work.Miners)
	for _, id := range b.Requests {
		_, err := r.ReportVote(vote(b, id, uint8(protocol.ModelUnavailable), 0))
		require.NoError(t, err)
	}
	require.Empty(t, r.effects.work.Miners, "nothing to mine for")
	_, err := r.ReportSolution(solution(b, alice))
	require.NoError(t, err)
	require.Empty(t, r.effects.commits)
}

func TestReportsAreRefusedForWhatTheyAre(t *testing.T) {
	r := newRig(t, alice)
	old, b := block(1, 3), block(2, 4)
	require.NoError(t, r.Opened(old))
	r.Ended(1)
	require.NoError(t, r.Opened(b))
	hard := block(3, 6)
	for _, test := range []struct {
		name string
		err  error
		call func() (bool, error)
	}{
		{"unknown challenge", round.ErrUnknownChallenge, func() (bool, error) { return r.ReportVote(vote(block(9, 4), 4, 0, 1)) }},
		{"superseded", round.ErrSuperseded, func() (bool, error) { return r.ReportVote(vote(old, 3, 0, 1)) }},
		{"superseded solution", round.ErrSuperseded, func() (bool, error) { return r.ReportSolution(solution(old, alice)) }},
		{"another block's request", round.ErrNotInBlock, func() (bool, error) { return r.ReportVote(vote(b, 3, 0, 1)) }},
		{"word with a failure", round.ErrMalformed, func() (bool, error) { return r.ReportVote(vote(b, 4, 1, 1)) }},
		{"status no vote may have", round.ErrMalformed, func() (bool, error) { return r.ReportVote(vote(b, 4, 5, 0)) }},
		{"stranger's nonce", round.ErrUnknownMiner, func() (bool, error) { return r.ReportSolution(solution(b, bob)) }},
	} {
		used, err := test.call()
		require.ErrorIs(t, err, test.err, test.name)
		require.False(t, used)
	}
	r.Ended(2)
	hard.Target.Difficulty = new(uint256.Int).SetAllOne()
	require.NoError(t, r.Opened(hard))
	_, err := r.ReportSolution(solution(hard, alice))
	require.ErrorIs(t, err, round.ErrWrongSolution)
}

func TestRepeatsAreAcknowledgedAndContradictionsKeptOut(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4, 5)
	require.NoError(t, r.Opened(b))
	used, err := r.ReportVote(vote(b, 4, 0, 9))
	require.True(t, used)
	require.NoError(t, err)
	used, err = r.ReportVote(vote(b, 4, 0, 9))
	require.False(t, used)
	require.NoError(t, err)
	_, err = r.ReportVote(vote(b, 4, 0, 8))
	require.ErrorIs(t, err, round.ErrContradiction)
	require.Equal(t, 1, r.counts["prediction contradiction"])
	used, err = r.ReportSolution(solution(b, alice))
	require.True(t, used)
	require.NoError(t, err)
	used, err = r.ReportSolution(round.Solution{Challenge: b.Challenge, Miner: alice, Nonce: common.Hash{1}})
	require.False(t, used)
	require.NoError(t, err)
}

func TestReportThatCanNotBeWrittenIsNotAcknowledged(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4)
	require.NoError(t, r.Opened(b))
	_, err := r.ReportSolution(solution(b, alice))
	require.NoError(t, err)
	r.journal.fail = errors.New("disk full")
	_, err = r.ReportVote(vote(b, 4, 0, 9))
	require.ErrorContains(t, err, "disk full")
	require.Empty(t, r.effects.commits)
	r.journal.fail = nil
	used, err := r.ReportVote(vote(b, 4, 0, 9))
	require.True(t, used)
	require.NoError(t, err)
	require.Len(t, r.effects.commits, 1)
}

func TestConcurrentReportsShareWrites(t *testing.T) {
	r := newRig(t, alice)
	var ids []uint64
	for i := range uint64(32) {
		ids = append(ids, i+1)
	}
	b := block(1, ids...)
	require.NoError(t, r.Opened(b))
	var group sync.WaitGroup
	for _, id := range ids {
		group.Go(func() {
			_, err := r.ReportVote(vote(b, id, 0, 9))
			require.NoError(t, err)
		})
	}
	group.Wait()
	_, err := r.ReportSolution(solution(b, alice))
	require.NoError(t, err)
	require.Len(t, r.effects.commits, 1)
	require.Equal(t, 32, r.counts["prediction used"])
}

// seated brings alice's commitment on chain, with four others.
func seated(t *testing.T, r *rig, b round.Block) {
	t.Helper()
	require.NoError(t, r.Opened(b))
	_, err := r.ReportSolution(solution(b, alice))
	require.NoError(t, err)
	_, err = r.ReportVote(vote(b, b.Requests[0], 0, 9))
	require.NoError(t, err)
	c := r.effects.commits[len(r.effects.commits)-1]
	r.Sent(journal.RoundKey{Challenge: b.Challenge, Miner: alice}, false, common.Hash{1})
	r.Seated(b.Number, round.Seat{Miner: alice, Commitment: c.Commitment})
	for i := range 4 {
		r.Seated(b.Number, round.Seat{Miner: common.Address{byte(100 + i)}, Commitment: common.Hash{1}})
	}
}

func state(r *rig) journal.State {
	return r.Rounds()[0].Round.State
}

func TestRevealsTheMomentCommitsAreClosedAndNotBefore(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4)
	seated(t, r, b)
	require.Equal(t, journal.Committed, state(r))
	require.Empty(t, r.effects.reveals)
	require.Empty(t, r.effects.work.Miners)
	r.Closed(1, round.Head{Number: 12})
	require.Len(t, r.effects.reveals, 1)
	r.Closed(1, round.Head{Number: 12})
	require.Len(t, r.effects.reveals, 1, "asked for once")
	r.Sent(journal.RoundKey{Challenge: b.Challenge, Miner: alice}, true, common.Hash{2})
	require.Equal(t, journal.Revealing, state(r))
	r.RevealSeen(1, alice, r.effects.reveals[0].Vector, round.Head{Number: 13})
	require.Equal(t, journal.Revealed, state(r))
	r.Ended(1)
	require.Equal(t, 1, r.counts["round settled"])
	require.Equal(t, []common.Hash{b.Challenge}, r.effects.over)
}

func TestFailedRevealIsAskedForAgainWithTheNextHead(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4)
	seated(t, r, b)
	r.Closed(1, round.Head{Number: 12})
	key := journal.RoundKey{Challenge: b.Challenge, Miner: alice}
	for i := range 3 {
		r.Failed(key, true, "503 service unavailable")
		require.Len(t, r.effects.reveals, i+1, "not before the next head")
		require.Equal(t, "503 service unavailable", r.Rounds()[0].Round.Detail)
		r.Head(round.Head{Number: uint64(13 + i), Time: start})
		require.Len(t, r.effects.reveals, i+2)
	}
}

func TestSeatWithAnUnknownCommitmentIsNeverRevealed(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4)
	require.NoError(t, r.Opened(b))
	_, err := r.ReportSolution(solution(b, alice))
	require.NoError(t, err)
	_, err = r.ReportVote(vote(b, 4, 0, 9))
	require.NoError(t, err)
	r.Seated(1, round.Seat{Miner: alice, Commitment: common.Hash{66}})
	r.Closed(1, round.Head{Number: 12})
	require.Empty(t, r.effects.reveals)
	require.Equal(t, journal.Lost, state(r))
	require.Contains(t, r.Rounds()[0].Round.Detail, "another submitter")
}

func TestSeatsThatWentToOthersAreNoError(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4)
	require.NoError(t, r.Opened(b))
	for i := range 5 {
		r.Seated(1, round.Seat{Miner: common.Address{byte(100 + i)}})
	}
	require.Equal(t, journal.Lost, state(r))
	r.Ended(1)
	require.Equal(t, 1, r.counts["round lost"])
	require.Zero(t, r.counts["round missed"])
}

func TestBlockThatComesBackAfterAReorganisationGoesOnWithTheSameCommitment(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4)
	seated(t, r, b)
	r.Closed(1, round.Head{Number: 12})
	commitment := r.effects.commits[0].Commitment
	r.Ended(1)
	r.Disconnected()
	open := b
	require.NoError(t, r.Reset(round.View{Head: round.Head{Number: 11, Time: start}, Open: &open}, func(journal.RoundKey) bool { return false }))
	require.Len(t, r.effects.commits, 2)
	require.Equal(t, commitment, r.effects.commits[1].Commitment, "a new salt would be a second commitment")
}

func TestRestartGoesOnFromTheJournal(t *testing.T) {
	first := newRig(t, alice)
	b := block(1, 4)
	seated(t, first, b)
	contents := journal.Contents{Votes: map[journal.VoteKey]journal.Vote{}}
	for _, batch := range first.journal.batches {
		contents.Blocks = append(contents.Blocks, batch.Blocks...)
		contents.Rounds = append(contents.Rounds, batch.Rounds...) // the newest record of a round wins
		for k, v := range batch.Votes {
			contents.Votes[k] = v
		}
	}
	second := &rig{effects: &effects{}, journal: &memory{}}
	second.Machine = round.New(round.Config{Miners: []common.Address{alice}, Seats: 5, Journal: second.journal, Effects: second.effects}, contents)
	open := b
	open.Phase = round.RevealPhase
	open.Seats = []round.Seat{{Miner: alice, Commitment: first.effects.commits[0].Commitment}}
	require.NoError(t, second.Reset(round.View{Head: round.Head{Number: 20}, Open: &open}, func(journal.RoundKey) bool { return false }))
	require.Len(t, second.effects.reveals, 1)
	require.Equal(t, first.effects.commits[0].Commitment, second.effects.reveals[0].Commitment)
}

func TestBarredMinerGetsNoWorkAndNoSeat(t *testing.T) {
	r := newRig(t, alice, bob)
	r.Bar(bob, "stake of 0 wei is below the minimum")
	b := block(1, 4)
	require.NoError(t, r.Opened(b))
	require.Equal(t, []common.Address{alice}, r.effects.work.Miners)
	r.Bar(bob, "")
	require.Equal(t, []common.Address{alice, bob}, r.effects.work.Miners)
}

func TestNothingIsAskedForWhileTheChainIsUnknown(t *testing.T) {
	r := newRig(t, alice)
	b := block(1, 4)
	require.NoError(t, r.Opened(b))
	r.Disconnected()
	_, err := r.ReportSolution(solution(b, alice))
	require.NoError(t, err)
	_, err = r.ReportVote(vote(b, 4, 0, 9))
	require.NoError(t, err)
	require.Empty(t, r.effects.commits)
	open := b
	require.NoError(t, r.Reset(round.View{Head: round.Head{Number: 11, Time: start}, Open: &open}, func(journal.RoundKey) bool { return false }))
	require.Len(t, r.effects.commits, 1)
}

func TestOldBlocksLeaveMemoryAndJournal(t *testing.T) {
	r := newRig(t, alice)
	for n := uint64(1); n <= 400; n++ {
		require.NoError(t, r.Opened(block(n, n)))
		r.Ended(n)
	}
	last := r.journal.batches[len(r.journal.batches)-1]
	for i := len(r.journal.batches) - 1; last.PruneBelow == 0; i-- {
		last = r.journal.batches[i]
	}
	require.EqualValues(t, 400-128, last.PruneBelow)
	_, err := r.ReportVote(vote(block(1, 1), 1, 0, 1))
	require.ErrorIs(t, err, round.ErrUnknownChallenge, "forgotten altogether")
}
