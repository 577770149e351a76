package service_test

import (
	"context"
	"os"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/devchain"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/testnet"
	"github.com/ethml/ethml/services/submitter/service"
)

func seats(n *testnet.Net) func() int {
	return func() int { return int(n.Block().Seats.Int64()) }
}

// sent is how many transactions each account has mined.
func sent(t *testing.T, n *testnet.Net, accounts ...devchain.Account) map[common.Address]uint64 {
	t.Helper()
	out := map[common.Address]uint64{}
	for _, a := range accounts {
		var err error
		out[a.Address], err = n.Chain.Client().NonceAt(t.Context(), a.Address, nil)
		require.NoError(t, err)
	}
	return out
}

func restore(n *testnet.Net, file, dir string) service.Restore {
	return service.Restore{Node: n.Chain.Client(), ChainID: n.Chain.ChainID.Uint64(), Coordinator: n.Coordinator, File: file, DataDir: dir}
}

func TestAMovedNodeRevealsElsewhereWhatItCommittedHere(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	here := config(t, n, w, t.TempDir(), n.Operators...)
	r := run(t, here)
	n.Request()
	n.Seal()
	r.report(n, 41, n.Operators...)
	n.SealUntil("all seats taken", time.Minute, func() bool { return seats(n)() == 5 })
	r.stop()

	file := filepath.Join(t.TempDir(), "backup")
	b, err := service.BackupJournal(t.Context(), n.Chain.Client(), here.DataDir, file, true)
	require.NoError(t, err)
	require.Len(t, b.Accounts, 5)
	require.Len(t, b.Owed, 5, "five reveals are still to be sent")
	require.Contains(t, refused(t, here), "so that its node goes on elsewhere")

	there := here
	there.DataDir = filepath.Join(t.TempDir(), "data")
	accounts, err := service.RestoreJournal(t.Context(), restore(n, file, there.DataDir))
	require.NoError(t, err, "a moved journal is the last word: nothing is waited for")
	require.Len(t, accounts, 5)
	run(t, there)
	n.SealUntil("request answered", 2*time.Minute, answered(n, 1))

	_, err = service.RestoreJournal(t.Context(), restore(n, file, t.TempDir()))
	require.ErrorIs(t, err, service.ErrOriginal)
	require.ErrorContains(t, err, "restored already", "one backup is one journal")
}

// A node lost its disk after it had committed, and what is put back doesn't know of the commitment.
func TestAnOldJournalPutBackNeverCommitsASecondTime(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	two := n.Operators[:2] // too few to close the commit phase, and seats are left for a second try
	c := config(t, n, w, t.TempDir(), two...)
	r := run(t, c)
	r.stop()
	file := filepath.Join(t.TempDir(), "backup")
	_, err := service.BackupJournal(t.Context(), n.Chain.Client(), c.DataDir, file, false)
	require.NoError(t, err)
	r = run(t, c)
	n.Request()
	n.Seal()
	r.report(n, 41, two...)
	n.SealUntil("two seats taken", time.Minute, func() bool { return seats(n)() == 2 })
	r.stop()
	require.NoError(t, os.RemoveAll(c.DataDir))
	before := sent(t, n, two...)

	_, err = service.RestoreJournal(t.Context(), restore(n, file, c.DataDir))
	require.ErrorIs(t, err, service.ErrOriginal)
	slow := restore(n, file, c.DataDir)
	slow.OriginalGone = true
	ctx, cancel := context.WithCancel(t.Context())
	slow.Waiting = func(reason string) {
		require.Contains(t, reason, "until virtual block 1 is over")
		cancel()
	}
	_, err = service.RestoreJournal(ctx, slow)
	require.ErrorIs(t, err, context.Canceled)
	_, err = os.Stat(filepath.Join(c.DataDir, "journal.db"))
	require.ErrorIs(t, err, os.ErrNotExist, "nothing is put in place before the block is over")

	// Even put back by hand, past all that, it finds the seats taken and leaves them alone.
	raw, err := os.ReadFile(file)
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(c.DataDir, 0o700))
	require.NoError(t, os.WriteFile(filepath.Join(c.DataDir, "journal.db"), raw, 0o600))
	r = run(t, c)
	stream, err := r.WatchRounds(t.Context(), &ethmlv1.WatchRoundsRequest{})
	require.NoError(t, err)
	for lost := map[string]bool{}; len(lost) < 2; {
		m, err := stream.Recv()
		require.NoError(t, err)
		if m.GetRound().GetState() == ethmlv1.RoundState_ROUND_STATE_LOST {
			require.Contains(t, m.GetRound().GetDetail(), "the journal is an old copy")
			lost[string(m.GetRound().GetMiner())] = true
		}
	}
	for range 5 {
		n.Seal()
	}
	require.Equal(t, before, sent(t, n, two...), "nothing more was sent")
	require.Equal(t, 2, seats(n)())
}

func TestABackupOfAJournalThatWentOnWaitsForTheOpenBlock(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	c := config(t, n, w, t.TempDir(), n.Operators...)
	r := run(t, c)
	n.Request()
	n.Seal()
	r.report(n, 41, n.Operators...)
	n.SealUntil("first request answered", 2*time.Minute, answered(n, 1))
	r.stop()
	file, dir := filepath.Join(t.TempDir(), "backup"), t.TempDir()
	_, err := service.BackupJournal(t.Context(), n.Chain.Client(), c.DataDir, file, false)
	require.NoError(t, err)
	r = run(t, c)
	n.Request()
	n.Seal()
	require.EqualValues(t, 2, n.Block().Number)

	again := restore(n, file, dir)
	again.OriginalGone = true
	var waited atomic.Bool
	again.Waiting = func(string) { waited.Store(true) }
	done := make(chan error, 1)
	go func() { _, err := service.RestoreJournal(t.Context(), again); done <- err }()
	require.Eventually(t, waited.Load, time.Minute, 5*time.Millisecond)
	r.report(n, 42, n.Operators...)
	n.SealUntil("second request answered", 2*time.Minute, answered(n, 2))
	require.NoError(t, <-done)
	_, err = os.Stat(filepath.Join(dir, "journal.db"))
	require.NoError(t, err)
	require.Equal(t, bindings.BlockView{}.Phase, n.Block().Phase, "idle")
}

func TestABackupOfARunningOrMissingJournalIsRefused(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	c := config(t, n, w, t.TempDir(), n.Operators[0])
	run(t, c)
	_, err := service.BackupJournal(t.Context(), n.Chain.Client(), c.DataDir, filepath.Join(t.TempDir(), "b"), true)
	require.ErrorContains(t, err, "held by a running submitter; stop that first")
	_, err = service.BackupJournal(t.Context(), n.Chain.Client(), t.TempDir(), filepath.Join(t.TempDir(), "b"), true)
	require.ErrorIs(t, err, os.ErrNotExist)
}
