package journal_test

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

var identity = journal.Identity{ChainID: 1337, Coordinator: common.Address{0xc0}}

func open(t *testing.T, path string) (*journal.Journal, journal.Contents) {
	t.Helper()
	j, contents, err := journal.Open(path, identity)
	require.NoError(t, err)
	t.Cleanup(func() { _ = j.Close() })
	return j, contents
}

// example is a batch with one of everything for block number.
func example(number uint64) journal.Batch {
	challenge, miner := common.BigToHash(new(big.Int).SetUint64(number)), common.Address{1}
	nonce := common.Hash{7}
	return journal.Batch{
		Blocks: []journal.Block{{Challenge: challenge, Number: number, Requests: []uint64{number * 10, number*10 + 1}, Cursor: []byte{1, 2}}},
		Votes:  map[journal.VoteKey]journal.Vote{{Challenge: challenge, Request: number * 10}: {Word: common.Hash{9}}, {Challenge: challenge, Request: number*10 + 1}: {Status: 3, Detail: "30 features"}},
		Rounds: []journal.Round{{Challenge: challenge, Miner: miner, Number: number, State: journal.Committing, Nonce: &nonce,
			Sealed: &journal.Sealed{Salt: common.Hash{5}, Words: []common.Hash{{9}, {}}, Statuses: []byte{0, 3}, Commitment: common.Hash{6}}}},
		Slots: []journal.Slot{{Account: miner, Nonce: number, Attempts: []journal.Attempt{{Key: "commit", Hash: common.Hash{1}, Raw: []byte{2, 3},
			FeeCap: (*hexutil.Big)(big.NewInt(100)), TipCap: (*hexutil.Big)(big.NewInt(1))}}}},
	}
}

func TestWhatWasWrittenIsThereAfterReopening(t *testing.T) {
	path := filepath.Join(t.TempDir(), "sub", "journal.db")
	j, _ := open(t, path)
	b := example(1)
	require.NoError(t, j.Write(b))
	require.NoError(t, j.Close())
	_, contents := open(t, path)
	require.Equal(t, b.Blocks, contents.Blocks)
	require.Equal(t, b.Votes, contents.Votes)
	require.Equal(t, b.Rounds, contents.Rounds)
	require.Equal(t, b.Slots, contents.Slots)
	info, err := os.Stat(path)
	require.NoError(t, err)
	require.Equal(t, os.FileMode(0o600), info.Mode().Perm())
}

func TestWhatIsSealedStaysSealed(t *testing.T) {
	j, _ := open(t, filepath.Join(t.TempDir(), "journal.db"))
	b := example(1)
	require.NoError(t, j.Write(b))

	other := b.Rounds[0]
	sealed := *other.Sealed
	sealed.Salt = common.Hash{8}
	other.Sealed = &sealed
	require.ErrorIs(t, j.Write(journal.Batch{Rounds: []journal.Round{other}}), journal.ErrSealed)
	other.Sealed = nil
	require.ErrorIs(t, j.Write(journal.Batch{Rounds: []journal.Round{other}}), journal.ErrSealed)
	key := journal.VoteKey{Challenge: b.Blocks[0].Challenge, Request: 10}
	require.ErrorIs(t, j.Write(journal.Batch{Votes: map[journal.VoteKey]journal.Vote{key: {Word: common.Hash{1}}}}), journal.ErrSealed)

	again := b.Rounds[0]
	again.State = journal.Settled
	require.NoError(t, j.Write(journal.Batch{Rounds: []journal.Round{again}}), "its state may go on")
}

func TestBatchIsWrittenAsAWhole(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	j, _ := open(t, path)
	require.NoError(t, j.Write(example(1)))
	bad := example(2)
	broken := example(1).Rounds[0]
	broken.Sealed = nil
	bad.Rounds = append(bad.Rounds, broken)
	require.Error(t, j.Write(bad))
	require.NoError(t, j.Close())
	_, contents := open(t, path)
	require.Len(t, contents.Blocks, 1)
	require.Len(t, contents.Slots, 1)
}

func TestOldBlocksArePrunedWithAllTheirRecords(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	j, _ := open(t, path)
	for n := uint64(1); n <= 5; n++ {
		require.NoError(t, j.Write(example(n)))
	}
	require.NoError(t, j.Write(journal.Batch{PruneBelow: 4, DropSlots: []journal.SlotKey{{Account: common.Address{1}, Nonce: 1}}}))
	require.NoError(t, j.Close())
	_, contents := open(t, path)
	require.Len(t, contents.Blocks, 2)
	require.Len(t, contents.Votes, 4)
	require.Len(t, contents.Rounds, 2)
	require.Len(t, contents.Slots, 4)
}

func TestJournalOfAnotherChainIsRefused(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	j, _ := open(t, path)
	require.NoError(t, j.Close())
	_, _, err := journal.Open(path, journal.Identity{ChainID: 1, Coordinator: identity.Coordinator})
	require.ErrorIs(t, err, journal.ErrIdentity)
	require.ErrorContains(t, err, path)
}

// A damaged file is refused with its name and the remedy, or reads exactly as it was: bytes that nothing uses may change.
func TestDamagedJournalIsNeverMisread(t *testing.T) {
	path := filepath.Join(t.TempDir(), "journal.db")
	j, _ := open(t, path)
	for n := uint64(1); n <= 20; n++ {
		require.NoError(t, j.Write(example(n)))
	}
	require.NoError(t, j.Close())
	good, err := os.ReadFile(path)
	require.NoError(t, err)
	_, want, err := reopen(path)
	require.NoError(t, err)

	rnd := rand.New(rand.NewPCG(1, 2))
	refused, heads := 0, 2*os.Getpagesize()
	for i := range 400 {
		damaged := append([]byte(nil), good...)
		if i%4 == 0 {
			damaged = damaged[:rnd.IntN(len(damaged))]
		} else {
			for range 1 + rnd.IntN(8) {
				// The first two pages say which state is the newest; damage there looks like a write cut short.
				damaged[heads+rnd.IntN(len(damaged)-heads)] ^= byte(1 + rnd.IntN(255))
			}
		}
		if len(damaged) == 0 {
			continue // an empty file is a new journal
		}
		at := filepath.Join(t.TempDir(), fmt.Sprint(i))
		require.NoError(t, os.WriteFile(at, damaged, 0o600))
		_, got, err := reopen(at)
		if err != nil {
			refused++
			require.ErrorContains(t, err, at)
			continue
		}
		require.Equal(t, want, got, "damage %d was read as something else", i)
	}
	require.Greater(t, refused, 100)
}

func reopen(path string) (*journal.Journal, journal.Contents, error) {
	j, contents, err := journal.Open(path, identity)
	if err == nil {
		err = j.Close()
	}
	return j, contents, err
}
