package eventlog_test

import (
	"crypto/sha256"
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/watcher/internal/eventlog"
)

// reader is a subscriber's book: what it was given and not told to forget.
type reader struct {
	position eventlog.Position
	entries  []*eventlog.Entry
}

// step reads once; it reports whether there was anything to read.
func (r *reader) step(t *testing.T, log *eventlog.Log, max int) bool {
	t.Helper()
	batch, err := log.Read(r.position, max)
	require.NoError(t, err)
	if batch.Retraction != nil {
		to := batch.Retraction.To
		r.position = to
		keep := len(r.entries)
		for keep > 0 && r.entries[keep-1].Position != to {
			keep--
		}
		require.True(t, keep > 0 || to.Origin(), "retraction to an event that was never given")
		r.entries = r.entries[:keep]
		return true
	}
	for _, e := range batch.Entries {
		r.entries = append(r.entries, e)
		r.position = e.Position
	}
	return len(batch.Entries) > 0
}

// TestReadersAgreeWithTheChainAfterAnyHistory grows, reorganises, crashes and reopens a log at random while readers of
// different speeds follow it; in the end each holds exactly the canonical events.
func TestReadersAgreeWithTheChainAfterAnyHistory(t *testing.T) {
	for seed := range uint64(40) {
		t.Run(fmt.Sprint(seed), func(t *testing.T) { t.Parallel(); history(t, rand.New(rand.NewPCG(seed, 7))) })
	}
}

func history(t *testing.T, r *rand.Rand) {
	const keep = 8
	dir := t.TempDir()
	log := open(t, dir)
	var canonical []eventlog.Block
	grow := func() {
		// A hash stands for all that came before, and few choices let dropped blocks come back.
		var parent eventlog.Hash
		if n := len(canonical); n > 0 {
			parent = canonical[n-1].Head.Hash
		}
		n := r.IntN(3)
		b := block(uint64(len(canonical)), 0, n)
		b.Head.Hash = sha256.Sum256(append(parent[:], byte(n), byte(r.IntN(2))))
		for _, e := range b.Entries {
			e.Position.Hash = b.Head.Hash
		}
		canonical = append(canonical, b)
		var blocks []eventlog.Block
		if len(b.Entries) > 0 {
			blocks = append(blocks, b)
		}
		require.NoError(t, log.Append([]eventlog.Head{b.Head}, blocks))
	}
	grow()
	readers := make([]reader, 5)
	for range 250 {
		switch k := r.IntN(20); {
		case k < 12:
			grow()
		case k < 15:
			// Only as deep as headers are kept, as the follower does.
			deepest := len(canonical) - 1
			for deepest > 0 && deepest > len(canonical)-keep {
				if _, ok := log.Header(uint64(deepest - 1)); !ok {
					break
				}
				deepest--
			}
			to := deepest + r.IntN(len(canonical)-deepest)
			require.NoError(t, log.Retract(canonical[to].Head))
			canonical = canonical[:to+1]
		case k < 17:
			if k == 15 {
				require.NoError(t, log.Close())
			} else {
				dir = copyOf(t, dir)
			}
			log = open(t, dir)
			tip, ok := log.Tip()
			require.True(t, ok)
			canonical = canonical[:tip.Number+1]
			require.Equal(t, canonical[tip.Number].Head, tip)
		default:
			readers[r.IntN(len(readers))].step(t, log, 1+r.IntN(5))
		}
	}
	var want []eventlog.Position
	for _, b := range canonical {
		for _, e := range b.Entries {
			want = append(want, e.Position)
		}
	}
	for i := range readers {
		for readers[i].step(t, log, 100) {
		}
		var got []eventlog.Position
		for _, e := range readers[i].entries {
			got = append(got, e.Position)
		}
		require.True(t, slices.Equal(want, got), "reader %d has %d events, want %d", i, len(got), len(want))
	}
	require.Equal(t, uint64(len(want)), log.Events())
}
