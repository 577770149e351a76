package state_test

import (
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/protobuf/proto"

	"github.com/ethml/ethml/services/watcher/internal/decode"
	"github.com/ethml/ethml/services/watcher/internal/fakechain"
	"github.com/ethml/ethml/services/watcher/internal/state"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// play gives the events of n random transactions, one to a block, and the contracts' state after them.
func play(t *testing.T, seed uint64, n int) (events []*ethmlv1.Event, p fakechain.Protocol) {
	t.Helper()
	r := fakechain.Rand(seed)
	decoder := decode.New(decode.Addresses{Coordinator: fakechain.Coordinator, Registry: fakechain.Registry, Stake: fakechain.Stake})
	for i := range n {
		logs := p.Step(r)
		header := decode.Header{Number: uint64(i), Hash: common.Hash{byte(i)}, Time: 1000 + uint64(i)}
		for j := range logs {
			logs[j].BlockNumber, logs[j].BlockHash, logs[j].Index = header.Number, header.Hash, uint(j)
		}
		of, err := decoder.Block(header, append([]types.Log(nil), logs...))
		require.NoError(t, err)
		events = append(events, of...)
	}
	return events, p
}

func TestStateIsThatOfTheContracts(t *testing.T) {
	for seed := range uint64(20) {
		events, p := play(t, seed, 300)
		s := state.New()
		for _, e := range events {
			require.NoError(t, s.Apply(e))
		}
		var snapshot ethmlv1.Snapshot
		s.Fill(&snapshot)
		assert.Len(t, snapshot.GetModels(), int(p.Models))
		assert.Len(t, snapshot.GetPendingRequests(), len(p.Queue)+len(p.Open))
		assert.Equal(t, len(p.Open) > 0, snapshot.GetOpenBlock() != nil)
		if b := snapshot.GetOpenBlock(); b != nil {
			assert.Equal(t, p.Block, b.GetOpened().GetNumber())
			assert.Equal(t, p.Open, b.GetOpened().GetRequestIds())
			assert.Len(t, b.GetSeats(), p.Seated)
			revealed := 0
			for _, seat := range b.GetSeats() {
				if seat.GetRevealed() {
					revealed++
				}
			}
			assert.Equal(t, p.Revealed, revealed)
			want := ethmlv1.Phase_PHASE_COMMIT
			if p.Seated == 5 {
				want = ethmlv1.Phase_PHASE_REVEAL
				assert.NotZero(t, b.GetCommitClosedAt())
				assert.NotZero(t, b.GetCommitClosedBlock())
			}
			assert.Equal(t, want, b.GetPhase())
		}
		for i := 1; i < len(snapshot.GetPendingRequests()); i++ {
			assert.Less(t, snapshot.GetPendingRequests()[i-1].GetRequest().GetId(), snapshot.GetPendingRequests()[i].GetRequest().GetId())
		}
	}
}

func TestCopiesChangeApart(t *testing.T) {
	events, _ := play(t, 3, 200)
	s := state.New()
	for _, e := range events {
		before := &ethmlv1.Snapshot{}
		s.Fill(before)
		before = proto.CloneOf(before)
		next := s.Clone()
		require.NoError(t, next.Apply(e))
		after := &ethmlv1.Snapshot{}
		s.Fill(after)
		require.True(t, proto.Equal(before, after), "the original changed with %v", decode.Kind(e))
		s = next
	}
}

// Events without a place in the order cannot be missed; of all others the loss of one is noticed by the next that builds
// on it, at the latest by the end of the block.
func TestLossOfAnEventIsNoticed(t *testing.T) {
	events, _ := play(t, 5, 400)
	unordered := map[ethmlv1.EventKind]bool{
		ethmlv1.EventKind_EVENT_KIND_STAKE_CHANGED: true, ethmlv1.EventKind_EVENT_KIND_MINER_SLASHED: true,
		ethmlv1.EventKind_EVENT_KIND_REQUEST_REQUEUED: true, ethmlv1.EventKind_EVENT_KIND_SOLUTION_REVEALED: true,
		ethmlv1.EventKind_EVENT_KIND_REQUEST_ENDED: true, ethmlv1.EventKind_EVENT_KIND_COMMIT_CLOSED: true,
	}
	checked := 0
	for skip := range events[:len(events)-150] {
		if unordered[decode.Kind(events[skip])] {
			continue
		}
		s := state.New()
		var err error
		for i, e := range events {
			if i == skip {
				continue
			}
			if err = s.Apply(e); err != nil {
				break
			}
		}
		require.ErrorIs(t, err, state.ErrGap, "event %d of kind %v", skip, decode.Kind(events[skip]))
		checked++
	}
	assert.Greater(t, checked, 100)
}

func TestCheckpointIsTheWholeState(t *testing.T) {
	events, _ := play(t, 8, 300)
	s := state.New()
	for i, e := range events {
		require.NoError(t, s.Apply(e))
		if i%37 != 0 {
			continue
		}
		data, err := s.Marshal()
		require.NoError(t, err)
		back, err := state.Unmarshal(data)
		require.NoError(t, err)
		again, err := back.Marshal()
		require.NoError(t, err)
		require.Equal(t, data, again)
		s = back
	}
}

func FuzzUnmarshal(f *testing.F) {
	data, err := state.New().Marshal()
	require.NoError(f, err)
	f.Add(data)
	f.Add([]byte{1, 1, 32})
	f.Fuzz(func(t *testing.T, data []byte) {
		s, err := state.Unmarshal(data)
		if err == nil {
			_, err = s.Marshal()
			require.NoError(t, err)
		}
	})
}
