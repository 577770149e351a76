package eventlog

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sync"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

var (
	// ErrCursor says that a cursor's bytes are not a cursor.
	ErrCursor = errors.New("malformed cursor")
	// ErrForeign says that a cursor or a log belongs to another chain or coordinator.
	ErrForeign = errors.New("another chain or coordinator")
	// ErrAhead says that a position lies beyond the log's tip.
	ErrAhead = errors.New("cursor is ahead of the watcher")
	// ErrPruned says that a position lies before the log's first block.
	ErrPruned = errors.New("history was pruned")
	// ErrLocked says that another process has the log open.
	ErrLocked = errors.New("in use by another process")
	// ErrDamaged says that the log's file can't be trusted.
	ErrDamaged = errors.New("event log is damaged")
)

// Hash is an Ethereum block hash.
type Hash [32]byte

// Head names an Ethereum block.
type Head struct {
	Number uint64
	Hash   Hash
	Time   uint64 // seconds since the Unix epoch
}

// Proto is the head as messages carry it.
func (h Head) Proto() *ethmlv1.Head {
	p := &ethmlv1.Head{Number: h.Number, Time: h.Time}
	if h.Hash != (Hash{}) {
		p.Hash = h.Hash[:]
	}
	return p
}

// Position is the place of an event: everything up to and including it is behind a reader. The zero Position is before
// the first event.
type Position struct {
	Number uint64
	Hash   Hash
	Index  uint32 // log index
}

// Origin tells whether the position is before the first event.
func (p Position) Origin() bool { return p == Position{} }

// Identity is what a log belongs to.
type Identity struct {
	ChainID     uint64
	Genesis     Hash
	Coordinator [20]byte
}

func (i Identity) String() string {
	return fmt.Sprintf("coordinator 0x%x on chain %d with genesis 0x%x", i.Coordinator, i.ChainID, i.Genesis[:8])
}

// Tag is a short hash of the identity that cursors carry.
type Tag [8]byte

const (
	cursorVersion = 1
	cursorBytes   = 1 + 8 + 8 + 32 + 4
)

// Cursor encodes a position.
func (t Tag) Cursor(p Position) []byte {
	c := make([]byte, 0, cursorBytes)
	c = append(c, cursorVersion)
	c = append(c, t[:]...)
	c = binary.BigEndian.AppendUint64(c, p.Number)
	c = append(c, p.Hash[:]...)
	return binary.BigEndian.AppendUint32(c, p.Index)
}

// Position decodes a cursor. An empty one is the origin.
func (t Tag) Position(cursor []byte) (Position, error) {
	var p Position
	switch {
	case len(cursor) == 0:
		return p, nil
	case cursor[0] != cursorVersion:
		return p, fmt.Errorf("%w: version %d, this watcher writes %d", ErrCursor, cursor[0], cursorVersion)
	case len(cursor) != cursorBytes:
		return p, fmt.Errorf("%w: %d bytes, want %d", ErrCursor, len(cursor), cursorBytes)
	case Tag(cursor[1:9]) != t:
		return p, fmt.Errorf("cursor of %w: tag %x, this watcher's is %x", ErrForeign, cursor[1:9], t)
	}
	p.Number = binary.BigEndian.Uint64(cursor[9:])
	p.Hash = Hash(cursor[17:])
	p.Index = binary.BigEndian.Uint32(cursor[49:])
	return p, nil
}

// Entry is an event in the log. Entries are shared between readers and must not be changed.
type Entry struct {
	Position Position
	Kind     ethmlv1.EventKind
	Event    []byte // ethml.v1.Event on the wire
	shared   sync.Once
	value    any
}

// Share returns what make returned the first time, so that readers can share work done on an entry.
func (e *Entry) Share(make func() any) any {
	e.shared.Do(func() { e.value = make() })
	return e.value
}

// Block is an Ethereum block with events.
type Block struct {
	Head    Head
	Entries []*Entry
}

func (b Block) last() Position { return b.Entries[len(b.Entries)-1].Position }

// Retraction says that what a reader was given after To did not happen.
type Retraction struct {
	To       Position // last event that still holds
	Ancestor Head     // newest block that both branches share
}

// Batch is what a read gives: a retraction or some entries, or neither when the reader is up to date.
type Batch struct {
	Retraction *Retraction
	Entries    []*Entry
}
