package eventlog

import (
	"encoding/binary"
	"sort"

	"go.etcd.io/bbolt"
)

// Bounds of the tail.
const (
	tailBlocks = 256
	tailBytes  = 8 << 20
)

// tail keeps the newest blocks with events in memory, so that readers that are up to date share them.
type tail struct {
	blocks []Block
	before Position // last event before the first of blocks
	last   Position
	bytes  int
}

// load finds the last position; the tail fills as blocks come.
func (t *tail) load(blocks *bbolt.Bucket) error {
	k, v := blocks.Cursor().Last()
	if k == nil {
		return nil
	}
	b, err := decodeBlock(binary.BigEndian.Uint64(k), v)
	if err != nil {
		return err
	}
	t.last = b.last()
	t.before = t.last
	return nil
}

func size(b Block) (n int) {
	for _, e := range b.Entries {
		n += len(e.Event) + 128
	}
	return n
}

func (t *tail) append(blocks []Block) {
	for _, b := range blocks {
		t.blocks = append(t.blocks, b)
		t.bytes += size(b)
		t.last = b.last()
	}
	drop := 0
	for drop < len(t.blocks) && (len(t.blocks)-drop > tailBlocks || t.bytes > tailBytes) {
		t.bytes -= size(t.blocks[drop])
		t.before = t.blocks[drop].last()
		drop++
	}
	if drop > 0 {
		// A copy, so that the dropped blocks can be collected.
		t.blocks = append([]Block(nil), t.blocks[drop:]...)
	}
}

func (t *tail) rewind(ancestor uint64, last Position) {
	for n := len(t.blocks); n > 0 && t.blocks[n-1].Head.Number > ancestor; n-- {
		t.bytes -= size(t.blocks[n-1])
		t.blocks[n-1] = Block{}
		t.blocks = t.blocks[:n-1]
	}
	t.last = last
	if len(t.blocks) == 0 {
		t.before = last
	}
}

// prune forgets blocks that are no longer on disk.
func (t *tail) prune(earliest uint64) {
	n := sort.Search(len(t.blocks), func(i int) bool { return t.blocks[i].Head.Number >= earliest })
	for _, b := range t.blocks[:n] {
		t.bytes -= size(b)
		t.before = b.last()
	}
	t.blocks = append([]Block(nil), t.blocks[n:]...)
}

// read gives up to max entries after a position; false if the tail doesn't reach back to it.
func (t *tail) read(after Position, max int) ([]*Entry, bool) {
	if after == t.last {
		return nil, true
	}
	start := 0
	if after != t.before {
		start = sort.Search(len(t.blocks), func(i int) bool { return t.blocks[i].Head.Number >= after.Number })
		if start == len(t.blocks) || t.blocks[start].Head.Hash != after.Hash {
			return nil, false
		}
	}
	if len(t.blocks) == 0 {
		return nil, false
	}
	var entries []*Entry
	for _, b := range t.blocks[start:] {
		entries = append(entries, after.rest(b)...)
		if len(entries) >= max {
			break
		}
	}
	return entries, true
}

// rest is a block's entries after a position.
func (p Position) rest(b Block) []*Entry {
	if b.Head.Number != p.Number || p.Origin() {
		return b.Entries
	}
	n := sort.Search(len(b.Entries), func(i int) bool { return b.Entries[i].Position.Index > p.Index })
	return b.Entries[n:]
}
