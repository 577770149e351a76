package index

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	bolt "go.etcd.io/bbolt"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/explorer/internal/fakestream"
)

func open(t testing.TB, dir string, keep uint64) *Index {
	t.Helper()
	x, err := Open(dir, keep)
	require.NoError(t, err)
	x.db.NoSync = true // nothing here survives a power failure
	t.Cleanup(func() { _ = x.Close() })
	return x
}

// rows lists all rows: bucket and key to value.
func rows(t testing.TB, x *Index) map[string]string {
	t.Helper()
	all := map[string]string{}
	require.NoError(t, x.db.View(func(tx *bolt.Tx) error {
		for _, b := range rowBuckets {
			err := tx.Bucket([]byte{b}).ForEach(func(k, v []byte) error {
				all[string(b)+string(k)] = string(v)
				return nil
			})
			if err != nil {
				return err
			}
		}
		return nil
	}))
	return all
}

func rebuilt(t testing.TB, items []*ethmlv1.SubscribeResponse) map[string]string {
	t.Helper()
	x := open(t, t.TempDir(), 0)
	require.NoError(t, x.Apply(items))
	return rows(t, x)
}

// apply folds items in batches of random size, now and then closing and opening the index in between.
func apply(t testing.TB, r *rand.Rand, x *Index, items []*ethmlv1.SubscribeResponse) *Index {
	t.Helper()
	for len(items) > 0 {
		n := 1 + r.IntN(len(items))
		require.NoError(t, x.Apply(items[:n]))
		items = items[n:]
		if r.IntN(20) == 0 {
			require.NoError(t, x.Close())
			x = open(t, filepath.Dir(x.path), x.keep)
		}
	}
	return x
}

func TestRowsAfterAnyReorganisationsAreTheRowsOfWhatHolds(t *testing.T) {
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 2))
		chain := fakestream.New(fakestream.Config{Seed: seed, PerBlock: 4})
		x := apply(t, r, open(t, t.TempDir(), 0), chain.Items())
		for range 50 {
			var items []*ethmlv1.SubscribeResponse
			if r.IntN(4) == 0 {
				items = append(items, chain.Reorg(1+r.IntN(12)))
			}
			for range 1 + r.IntN(4) {
				items = append(items, chain.Grow()...)
			}
			x = apply(t, r, x, items)
		}
		want, got := rebuilt(t, chain.Items()), rows(t, x)
		require.Equal(t, len(want), len(got), "seed %d", seed)
		for k, v := range want {
			require.Equal(t, v, got[k], "seed %d, row %c/%x", seed, k[0], k[1:])
		}
		cursor, err := x.Cursor()
		require.NoError(t, err)
		assert.Equal(t, chain.Cursor(), cursor)
	}
}

func TestEverythingCanBeTakenBack(t *testing.T) {
	chain := fakestream.New(fakestream.Config{Seed: 5})
	x := open(t, t.TempDir(), 0)
	require.NoError(t, x.Apply(chain.Items()))
	first := rows(t, x)
	for range 40 {
		require.NoError(t, x.Apply(chain.Grow()))
	}
	require.NotEqual(t, first, rows(t, x))
	require.NoError(t, x.Apply([]*ethmlv1.SubscribeResponse{chain.Reorg(1000)}))
	assert.Equal(t, first, rows(t, x))
	require.NoError(t, x.Apply([]*ethmlv1.SubscribeResponse{{Item: &ethmlv1.SubscribeResponse_Retracted{Retracted: &ethmlv1.Retracted{}}}}))
	assert.Empty(t, rows(t, x))
}

func TestTooDeepReorganisationStartsOver(t *testing.T) {
	chain := fakestream.New(fakestream.Config{Seed: 6})
	x := open(t, t.TempDir(), 5)
	require.NoError(t, x.Apply(chain.Items()))
	for range 30 {
		require.NoError(t, x.Apply(chain.Grow()))
	}
	require.ErrorIs(t, x.Apply([]*ethmlv1.SubscribeResponse{chain.Reorg(20)}), ErrStartOver)
	assert.Empty(t, rows(t, x))
	cursor, err := x.Cursor()
	require.NoError(t, err)
	assert.Empty(t, cursor, "the stream has to come from the beginning")
	require.NoError(t, x.Apply(chain.Items()))
	assert.Equal(t, rebuilt(t, chain.Items()), rows(t, x))
}

func TestCountsAddUp(t *testing.T) {
	chain := fakestream.New(fakestream.Config{Seed: 7})
	x := open(t, t.TempDir(), 0)
	require.NoError(t, x.Apply(chain.Items()))
	for range 300 {
		require.NoError(t, x.Apply(chain.Grow()))
	}
	require.NoError(t, x.View(func(r *Reader) error {
		totals, err := r.Totals()
		require.NoError(t, err)
		var states [7]uint64
		all, more, err := r.Requests(Page{Limit: 1 << 20})
		require.NoError(t, err)
		require.False(t, more)
		for i, q := range all {
			states[q.State]++
			if i > 0 {
				assert.Less(t, q.ID, all[i-1].ID, "newest first")
			}
		}
		assert.Equal(t, states, totals.States)
		for s, n := range states {
			listed, _, err := r.RequestsIn(protocol.RequestStatus(s), Page{Limit: 1 << 20})
			require.NoError(t, err)
			assert.Len(t, listed, int(n))
		}
		require.Positive(t, states[protocol.RequestAnswered])
		require.Positive(t, totals.Settled)
		return nil
	}))
}

func TestPagesMeetWithoutGapOrOverlap(t *testing.T) {
	chain := fakestream.New(fakestream.Config{Seed: 8})
	x := open(t, t.TempDir(), 0)
	for range 50 {
		chain.Grow()
	}
	require.NoError(t, x.Apply(chain.Items()))
	require.NoError(t, x.View(func(r *Reader) error {
		whole, _, err := r.RequestsOf(1, Page{Limit: 1 << 20})
		require.NoError(t, err)
		var paged []*Request
		for before, more := uint64(0), true; more; {
			var part []*Request
			part, more, err = r.RequestsOf(1, Page{Before: before, Limit: 7})
			require.NoError(t, err)
			paged = append(paged, part...)
			before = part[len(part)-1].ID
		}
		assert.Equal(t, whole, paged)
		none, more, err := r.RequestsOf(1, Page{Before: 1, Limit: 7})
		require.NoError(t, err)
		assert.False(t, more)
		assert.Empty(t, none)
		beyond, _, err := r.Requests(Page{Before: 1 << 62, Limit: 3})
		require.NoError(t, err)
		assert.Len(t, beyond, 3)
		return nil
	}))
}

func TestDamagedOrForeignFilesAreRebuilt(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(dir, fileName), []byte("this is no database, and longer than a page header"), 0o600))
	x := open(t, dir, 0)
	assert.NotEmpty(t, x.Rebuilt)
	require.NoError(t, x.db.Update(func(tx *bolt.Tx) error { return putNumber(tx, metaSchema, schema+1) }))
	require.NoError(t, x.Close())
	x = open(t, dir, 0)
	assert.Contains(t, x.Rebuilt, "schema")
	assert.Empty(t, rows(t, x))
}

func TestSecondExplorerOnTheSameFileIsRefused(t *testing.T) {
	dir := t.TempDir()
	open(t, dir, 0)
	_, err := Open(dir, 0)
	require.ErrorIs(t, err, ErrLocked)
	assert.Contains(t, err.Error(), "--data-dir")
}

func TestSubsidyHalvesAndIsShared(t *testing.T) {
	assert.Equal(t, fakestream.EML(50), Subsidy(1, 3, 3))
	assert.Equal(t, fakestream.EML(25), Subsidy(210_001, 1, 1))
	assert.Equal(t, "16666666666666666666", Subsidy(5, 1, 3).String())
	assert.Zero(t, Subsidy(5, 0, 0).Sign())
	assert.Zero(t, Subsidy(1<<60, 1, 1).Sign())
}
