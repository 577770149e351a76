package eventlog_test

import (
	"bytes"
	"encoding/binary"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/watcher/internal/eventlog"
)

var identity = eventlog.Identity{ChainID: 1337, Genesis: eventlog.Hash{1}, Coordinator: [20]byte{2}}

// head is a block of a branch.
func head(number uint64, branch byte) eventlog.Head {
	h := eventlog.Head{Number: number, Time: 1_700_000_000 + number}
	binary.BigEndian.PutUint64(h.Hash[:], number)
	h.Hash[31] = branch
	return h
}

// block has n events.
func block(number uint64, branch byte, n int) eventlog.Block {
	b := eventlog.Block{Head: head(number, branch)}
	for i := range n {
		b.Entries = append(b.Entries, &eventlog.Entry{Kind: 1, Event: []byte{byte(number), branch, byte(i)},
			Position: eventlog.Position{Number: number, Hash: b.Head.Hash, Index: uint32(2 * i)}})
	}
	return b
}

func open(t *testing.T, dir string) *eventlog.Log {
	t.Helper()
	log, err := eventlog.Open(dir, 8)
	require.NoError(t, err)
	t.Cleanup(func() { _ = log.Close() })
	require.NoError(t, log.Bind(identity, 0))
	return log
}

// add appends one block with n events.
func add(t *testing.T, log *eventlog.Log, number uint64, branch byte, n int) {
	t.Helper()
	var blocks []eventlog.Block
	if n > 0 {
		blocks = append(blocks, block(number, branch, n))
	}
	require.NoError(t, log.Append([]eventlog.Head{head(number, branch)}, blocks))
}

// read follows the log from a position to its end, obeying retractions, and gives the events by number, branch and index.
func read(t *testing.T, log *eventlog.Log, after eventlog.Position) (events [][]byte, retracted []eventlog.Retraction, last eventlog.Position) {
	t.Helper()
	for {
		batch, err := log.Read(after, 2)
		require.NoError(t, err)
		switch {
		case batch.Retraction != nil:
			retracted = append(retracted, *batch.Retraction)
			after = batch.Retraction.To
		case len(batch.Entries) == 0:
			return events, retracted, after
		default:
			for _, e := range batch.Entries {
				events = append(events, e.Event)
				after = e.Position
			}
		}
	}
}

func TestReaderGetsEverythingInOrderFromAnyPosition(t *testing.T) {
	log := open(t, t.TempDir())
	add(t, log, 0, 0, 0)
	add(t, log, 1, 0, 3)
	add(t, log, 2, 0, 0)
	add(t, log, 3, 0, 1)
	want := [][]byte{{1, 0, 0}, {1, 0, 1}, {1, 0, 2}, {3, 0, 0}}
	events, _, last := read(t, log, eventlog.Position{})
	assert.Equal(t, want, events)
	assert.Equal(t, log.Last(), last)
	for i, p := range []eventlog.Position{block(1, 0, 3).Entries[0].Position, block(1, 0, 3).Entries[1].Position, block(1, 0, 3).Entries[2].Position, block(3, 0, 1).Entries[0].Position} {
		events, _, _ := read(t, log, p)
		assert.Equal(t, want[i+1:], append([][]byte{}, events...))
	}
	assert.Equal(t, uint64(4), log.Events())
}

func TestReaderOnADeadBranchIsToldEvenAfterRestarts(t *testing.T) {
	dir := t.TempDir()
	log := open(t, dir)
	for n := range uint64(6) {
		add(t, log, n, 0, 1)
	}
	stale := log.Last()
	require.NoError(t, log.Retract(head(3, 0)))
	add(t, log, 4, 1, 1)
	require.NoError(t, log.Close())

	log = open(t, dir)
	events, retracted, _ := read(t, log, stale)
	require.Len(t, retracted, 1)
	assert.Equal(t, head(3, 0), retracted[0].Ancestor)
	assert.Equal(t, block(3, 0, 1).Entries[0].Position, retracted[0].To)
	assert.Equal(t, [][]byte{{4, 1, 0}}, events)

	// A second reorg, deeper, on top of it: one retraction leads past both.
	require.NoError(t, log.Retract(head(1, 0)))
	add(t, log, 2, 2, 1)
	require.NoError(t, log.Close())
	log = open(t, dir)
	events, retracted, _ = read(t, log, stale)
	require.Len(t, retracted, 1)
	assert.Equal(t, head(1, 0), retracted[0].Ancestor)
	assert.Equal(t, [][]byte{{2, 2, 0}}, events)
	assert.Equal(t, uint64(3), log.Events())
}

func TestBranchThatComesBackNeedsNoRetraction(t *testing.T) {
	log := open(t, t.TempDir())
	for n := range uint64(4) {
		add(t, log, n, 0, 1)
	}
	position := log.Last()
	require.NoError(t, log.Retract(head(1, 0)))
	add(t, log, 2, 1, 1)
	other := log.Last()
	require.NoError(t, log.Retract(head(1, 0)))
	add(t, log, 2, 0, 1)
	add(t, log, 3, 0, 1)
	add(t, log, 4, 0, 1)
	events, retracted, _ := read(t, log, position)
	assert.Empty(t, retracted)
	assert.Equal(t, [][]byte{{4, 0, 0}}, events)
	events, retracted, _ = read(t, log, other)
	assert.Len(t, retracted, 1)
	assert.Equal(t, [][]byte{{2, 0, 0}, {3, 0, 0}, {4, 0, 0}}, events)
}

func TestRetractionToBeforeTheFirstEventGoesToTheOrigin(t *testing.T) {
	log := open(t, t.TempDir())
	add(t, log, 0, 0, 0)
	add(t, log, 1, 0, 1)
	stale := log.Last()
	require.NoError(t, log.Retract(head(0, 0)))
	_, retracted, last := read(t, log, stale)
	require.Len(t, retracted, 1)
	assert.True(t, retracted[0].To.Origin())
	assert.True(t, last.Origin())
	add(t, log, 1, 1, 2)
	events, _, _ := read(t, log, last)
	assert.Equal(t, [][]byte{{1, 1, 0}, {1, 1, 1}}, events)
}

// Found in simulation: bbolt's cursor goes round in circles at the end of a tree whose pages are all empty.
func TestRetractionOfManyEventsToBeforeTheFirstEnds(t *testing.T) {
	log := open(t, t.TempDir())
	add(t, log, 0, 0, 0)
	for n := uint64(1); n <= 7; n++ {
		b := block(n, 0, 3)
		for _, e := range b.Entries {
			e.Event = make([]byte, 2000)
		}
		require.NoError(t, log.Append([]eventlog.Head{head(n, 0)}, []eventlog.Block{b}))
	}
	require.NoError(t, log.Retract(head(0, 0)))
	assert.Zero(t, log.Events())
	assert.True(t, log.Last().Origin())
	add(t, log, 1, 1, 2)
	events, _, _ := read(t, log, eventlog.Position{})
	assert.Len(t, events, 2)
}

// Found in simulation: a node had left out block 3's events; they were found after a reorganisation of which a reader was told
// only then. Sent back to block 3, he would never have got them.
func TestReaderOnADeadBranchIsNotSentToWhatWasFoundOnlyAfterwards(t *testing.T) {
	log := open(t, t.TempDir())
	add(t, log, 0, 0, 0)
	add(t, log, 1, 0, 1)
	for n := uint64(2); n <= 4; n++ {
		add(t, log, n, 0, 0)
	}
	add(t, log, 5, 0, 1)
	_, _, at := read(t, log, eventlog.Position{})
	require.EqualValues(t, 5, at.Number)

	require.NoError(t, log.Retract(head(4, 0)))
	require.NoError(t, log.Reread())
	tip, _ := log.Tip()
	require.EqualValues(t, 1, tip.Number)
	add(t, log, 2, 0, 0)
	add(t, log, 3, 0, 2)
	add(t, log, 4, 0, 0)
	add(t, log, 5, 1, 1)
	events, retracted, _ := read(t, log, at)
	require.Len(t, retracted, 1)
	require.EqualValues(t, 1, retracted[0].To.Number)
	require.Equal(t, [][]byte{{3, 0, 0}, {3, 0, 1}, {5, 1, 0}}, events)
}

func TestHeadersWithoutEventsSurviveOnlyWhatMatters(t *testing.T) {
	dir := t.TempDir()
	log := open(t, dir)
	add(t, log, 0, 0, 1)
	for n := uint64(1); n < 5; n++ {
		add(t, log, n, 0, 0)
	}
	crashed := copyOf(t, dir)
	require.NoError(t, log.Close())

	clean := open(t, dir)
	tip, ok := clean.Tip()
	assert.True(t, ok)
	assert.Equal(t, head(4, 0), tip, "a clean stop writes them")
	h, ok := clean.Header(2)
	assert.True(t, ok)
	assert.Equal(t, head(2, 0), h)

	after := open(t, crashed)
	tip, _ = after.Tip()
	assert.Equal(t, head(0, 0), tip, "after a crash they are read again")
	add(t, after, 1, 0, 0)
}

// copyOf is what a crash at this moment would leave.
func copyOf(t *testing.T, dir string) string {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(dir, eventlog.FileName))
	require.NoError(t, err)
	to := t.TempDir()
	require.NoError(t, os.WriteFile(filepath.Join(to, eventlog.FileName), data, 0o600))
	return to
}

func TestPositionsOutsideTheLogAreErrors(t *testing.T) {
	log := open(t, t.TempDir())
	for n := range uint64(40) {
		add(t, log, n, 0, 1)
	}
	_, err := log.Read(eventlog.Position{Number: 40, Hash: head(40, 0).Hash}, 10)
	assert.ErrorIs(t, err, eventlog.ErrAhead)

	n, err := log.Prune(30, 100)
	require.NoError(t, err)
	assert.Equal(t, 30, n)
	assert.Equal(t, uint64(30), log.Earliest())
	assert.Equal(t, uint64(10), log.Events())
	for _, p := range []eventlog.Position{{}, block(7, 0, 1).Entries[0].Position, {Number: 12, Hash: eventlog.Hash{9}}} {
		_, err = log.Read(p, 10)
		require.ErrorIs(t, err, eventlog.ErrPruned)
		assert.Contains(t, err.Error(), "block 30")
	}
	events, _, _ := read(t, log, block(30, 0, 1).Entries[0].Position)
	assert.Len(t, events, 9)

	// A branch that this log never saw parted at most a reorg limit below.
	_, retracted, _ := read(t, log, eventlog.Position{Number: 39, Hash: eventlog.Hash{9}})
	require.Len(t, retracted, 1)
	assert.Equal(t, head(31, 0), retracted[0].Ancestor)
}

func TestPruningKeepsTheNewestEvent(t *testing.T) {
	log := open(t, t.TempDir())
	add(t, log, 0, 0, 1)
	add(t, log, 1, 0, 1)
	add(t, log, 9, 0, 0)
	n, err := log.Prune(9, 100)
	require.NoError(t, err)
	assert.Equal(t, 1, n)
	events, _, _ := read(t, log, log.Last())
	assert.Empty(t, events)
}

func TestCursorsAreBoundToChainAndCoordinator(t *testing.T) {
	tag := identity.Tag()
	p := eventlog.Position{Number: 5, Hash: eventlog.Hash{7}, Index: 3}
	got, err := tag.Position(tag.Cursor(p))
	require.NoError(t, err)
	assert.Equal(t, p, got)
	origin, err := tag.Position(nil)
	require.NoError(t, err)
	assert.True(t, origin.Origin())

	other := identity
	other.Coordinator[0]++
	_, err = other.Tag().Position(tag.Cursor(p))
	assert.ErrorIs(t, err, eventlog.ErrForeign)
	for _, bad := range [][]byte{{1}, {2, 3}, tag.Cursor(p)[1:], append(tag.Cursor(p), 0)} {
		_, err = tag.Position(bad)
		assert.ErrorIs(t, err, eventlog.ErrCursor)
	}
}

func FuzzCursor(f *testing.F) {
	tag := identity.Tag()
	f.Add(tag.Cursor(eventlog.Position{Number: 1, Hash: eventlog.Hash{2}, Index: 3}))
	f.Add([]byte{1})
	f.Fuzz(func(t *testing.T, cursor []byte) {
		p, err := tag.Position(cursor)
		if err == nil && len(cursor) > 0 {
			assert.Equal(t, cursor, tag.Cursor(p))
		}
	})
}

func TestLogOfAnotherChainIsRefused(t *testing.T) {
	dir := t.TempDir()
	log := open(t, dir)
	other := identity
	other.ChainID = 1
	err := log.Bind(other, 0)
	require.ErrorIs(t, err, eventlog.ErrForeign)
	assert.Contains(t, err.Error(), "chain 1337")
	assert.Contains(t, err.Error(), "chain 1 ")
	assert.Contains(t, err.Error(), "choose another data directory")
}

func TestOpenLogIsLocked(t *testing.T) {
	dir := t.TempDir()
	open(t, dir)
	_, err := eventlog.Open(dir, 8)
	require.ErrorIs(t, err, eventlog.ErrLocked)
	assert.Contains(t, err.Error(), "choose another data directory")
}

func TestDamagedLogIsNamed(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, eventlog.FileName)
	require.NoError(t, os.WriteFile(path, []byte("this is no database, but long enough to be read as a page of one"), 0o600))
	_, err := eventlog.Open(dir, 8)
	require.ErrorIs(t, err, eventlog.ErrDamaged)
	assert.Contains(t, err.Error(), path)
	assert.Contains(t, err.Error(), "delete the file")
}

func TestOrderIsEnforcedBeforeAnythingIsWritten(t *testing.T) {
	log := open(t, t.TempDir())
	add(t, log, 0, 0, 1)
	add(t, log, 5, 0, 1)
	assert.Error(t, log.Append(nil, nil))
	assert.Error(t, log.Append([]eventlog.Head{head(5, 1)}, nil))
	assert.Error(t, log.Append([]eventlog.Head{head(6, 0)}, []eventlog.Block{block(5, 0, 1)}))
	assert.Error(t, log.Append([]eventlog.Head{head(6, 0)}, []eventlog.Block{block(7, 0, 1)}))
	assert.Error(t, log.Append([]eventlog.Head{head(6, 0)}, []eventlog.Block{block(6, 0, 0)}))
	assert.Error(t, log.Retract(head(4, 0)), "a block that isn't known")
	assert.Error(t, log.Retract(head(5, 9)), "a block of another branch")
	assert.Equal(t, uint64(2), log.Events())
	add(t, log, 6, 0, 1)
}

func TestChangedWakesReadersOnEveryAdvance(t *testing.T) {
	log := open(t, t.TempDir())
	for _, change := range []func(){
		func() { add(t, log, 0, 0, 0) },
		func() { add(t, log, 1, 0, 1) },
		func() { require.NoError(t, log.Retract(head(0, 0))) },
		func() { log.Wake() },
	} {
		changed := log.Changed()
		change()
		select {
		case <-changed:
		default:
			t.Fatal("readers were not woken")
		}
	}
}

func TestTailIsBoundedAndTheRestComesFromDisk(t *testing.T) {
	log := open(t, t.TempDir())
	var headers []eventlog.Head
	var blocks []eventlog.Block
	for n := range uint64(1000) {
		headers = append(headers, head(n, 0))
		blocks = append(blocks, block(n, 0, 2))
	}
	require.NoError(t, log.Append(headers, blocks))
	assert.LessOrEqual(t, log.TailBlocks(), 256)
	events, _, _ := read(t, log, eventlog.Position{})
	require.Len(t, events, 2000)
	for i, e := range events {
		assert.Equal(t, []byte{byte(i / 2), 0, byte(i % 2)}, e)
	}
}

// TestDamagedRecordsAreErrors flips bytes inside records: opening and reading give the right events or an error.
func TestDamagedRecordsAreErrors(t *testing.T) {
	dir := t.TempDir()
	log := open(t, dir)
	for n := range uint64(300) {
		add(t, log, n, 7, 3)
	}
	require.NoError(t, log.Close())
	whole, err := os.ReadFile(filepath.Join(dir, eventlog.FileName))
	require.NoError(t, err)
	// Records begin with the block's hash.
	var records []int
	for n := range uint64(300) {
		hash := head(n, 7).Hash
		for at := bytes.Index(whole, hash[:]); at >= 0; {
			records = append(records, at)
			next := bytes.Index(whole[at+1:], hash[:])
			if next < 0 {
				break
			}
			at += 1 + next
		}
	}
	require.GreaterOrEqual(t, len(records), 300)
	r := rand.New(rand.NewPCG(1, 2))
	damaged := 0
	for range 100 {
		data := slices.Clone(whole)
		for range 1 + r.IntN(20) {
			data[records[r.IntN(len(records))]+r.IntN(40)] ^= byte(1 + r.IntN(255))
		}
		to := t.TempDir()
		require.NoError(t, os.WriteFile(filepath.Join(to, eventlog.FileName), data, 0o600))
		log, err := eventlog.Open(to, 8)
		if err == nil {
			err = readAll(log)
			_ = log.Close()
		}
		if err != nil {
			require.ErrorIs(t, err, eventlog.ErrDamaged)
			damaged++
		}
	}
	assert.Greater(t, damaged, 50)
}

// readAll checks each event that is read.
func readAll(log *eventlog.Log) error {
	after := eventlog.Position{}
	for {
		batch, err := log.Read(after, 50)
		if err != nil || len(batch.Entries) == 0 {
			return err
		}
		for _, e := range batch.Entries {
			if e.Event[0] != byte(e.Position.Number) || e.Position.Number <= after.Number && e.Position.Index <= after.Index && !after.Origin() {
				panic("a damaged event was delivered")
			}
			after = e.Position
		}
	}
}
