package journal_test

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// filled is a closed journal with one of everything.
func filled(t *testing.T, path string) journal.Batch {
	t.Helper()
	j, _ := open(t, path)
	b := example(1)
	require.NoError(t, j.Write(b))
	require.NoError(t, j.Close())
	return b
}

var madeAt = time.Date(2026, 1, 2, 3, 4, 5, 0, time.UTC)

func TestABackupHoldsEverythingAndItsJournalGoesOn(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "journal.db"), filepath.Join(dir, "backup")
	b := filled(t, path)
	note := journal.Note{MadeAt: madeAt, Nonces: map[common.Address]uint64{{1}: 7}}
	require.NoError(t, journal.Copy(path, backup, note))
	id, contents, read, err := journal.Inspect(backup)
	require.NoError(t, err)
	require.Equal(t, identity, id)
	require.Equal(t, b.Rounds, contents.Rounds)
	require.Equal(t, b.Slots, contents.Slots)
	require.Equal(t, &note, read)
	info, err := os.Stat(backup)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm(), "it holds salts")
	require.ErrorContains(t, journal.Copy(path, backup, note), "there already")
	_, contents = open(t, path)
	require.Equal(t, b.Rounds, contents.Rounds)
}

func TestAMovedJournalIsNeverOpenedAgainUntilABackupComesBack(t *testing.T) {
	dir := t.TempDir()
	here, there, away, back := filepath.Join(dir, "here", "journal.db"), filepath.Join(dir, "there", "journal.db"), filepath.Join(dir, "away"), filepath.Join(dir, "back")
	b := filled(t, here)
	require.NoError(t, journal.Copy(here, away, journal.Note{MadeAt: madeAt, Moved: true}))
	_, _, err := journal.Open(here, identity)
	require.ErrorIs(t, err, journal.ErrRetired)
	require.ErrorContains(t, err, "2026-01-02T03:04:05Z")
	require.ErrorIs(t, journal.Copy(here, filepath.Join(dir, "again"), journal.Note{MadeAt: madeAt, Moved: true}), journal.ErrRetired, "there is one to move, once")

	require.NoError(t, journal.Place(away, there, madeAt))
	_, _, note, err := journal.Inspect(away)
	require.NoError(t, err)
	require.NotNil(t, note.RestoredAt, "a backup tells that it was used")
	j, contents := open(t, there)
	require.Equal(t, b.Rounds, contents.Rounds)
	require.ErrorIs(t, journal.Copy(there, back, journal.Note{}), journal.ErrInUse)
	require.NoError(t, j.Close())

	require.NoError(t, journal.Copy(there, back, journal.Note{MadeAt: madeAt, Moved: true}))
	require.NoError(t, journal.Place(back, here, madeAt))
	_, contents = open(t, here)
	require.Equal(t, b.Rounds, contents.Rounds)
	aside, err := filepath.Glob(here + ".retired-*")
	require.NoError(t, err)
	require.Len(t, aside, 1, "the retired one is kept")
}

func TestABackupNeverReplacesALiveJournal(t *testing.T) {
	dir := t.TempDir()
	path, backup := filepath.Join(dir, "journal.db"), filepath.Join(dir, "backup")
	b := filled(t, path)
	require.NoError(t, journal.Copy(path, backup, journal.Note{MadeAt: madeAt}))
	require.ErrorContains(t, journal.Place(backup, path, madeAt), "there is a journal at "+path)
	_, contents := open(t, path)
	require.Equal(t, b.Rounds, contents.Rounds)
}

func TestADamagedOrMissingBackupIsRefused(t *testing.T) {
	dir := t.TempDir()
	path, backup, to := filepath.Join(dir, "journal.db"), filepath.Join(dir, "backup"), filepath.Join(dir, "to", "journal.db")
	filled(t, path)
	require.NoError(t, journal.Copy(path, backup, journal.Note{MadeAt: madeAt}))
	raw, err := os.ReadFile(backup)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(backup, raw[:len(raw)/2], 0o600))
	_, _, _, err = journal.Inspect(backup)
	require.ErrorIs(t, err, journal.ErrCorrupt)
	require.ErrorIs(t, journal.Place(backup, to, madeAt), journal.ErrCorrupt)
	_, err = os.Stat(to)
	require.ErrorIs(t, err, os.ErrNotExist)
	_, _, _, err = journal.Inspect(filepath.Join(dir, "none"))
	require.ErrorIs(t, err, os.ErrNotExist)
}
