package eventlog

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// A block's record: hash, time, count, then index, kind, length and bytes
// of each event, and a CRC-32C over its number and all before. Numbers are big-endian or unsigned varints.
var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// sealed appends the checksum of a record under a key; the key may be nil if the record tells what it is.
func sealed(key, record []byte) []byte {
	return binary.BigEndian.AppendUint32(record, checksum(key, record))
}

func checksum(key, record []byte) uint32 {
	return crc32.Update(crc32.Checksum(key, castagnoli), castagnoli, record)
}

func unsealed(what string, key, sealed []byte) ([]byte, error) {
	n := len(sealed) - 4
	if n < 0 || checksum(key, sealed[:n]) != binary.BigEndian.Uint32(sealed[n:]) {
		return nil, fmt.Errorf("%s: %w: checksum doesn't match", what, ErrDamaged)
	}
	return sealed[:n], nil
}

func encodeBlock(b Block) []byte {
	size := 64
	for _, e := range b.Entries {
		size += len(e.Event) + 12
	}
	r := make([]byte, 0, size)
	r = append(r, b.Head.Hash[:]...)
	r = binary.AppendUvarint(r, b.Head.Time)
	r = binary.AppendUvarint(r, uint64(len(b.Entries)))
	for _, e := range b.Entries {
		r = binary.AppendUvarint(r, uint64(e.Position.Index))
		r = binary.AppendUvarint(r, uint64(e.Kind))
		r = binary.AppendUvarint(r, uint64(len(e.Event)))
		r = append(r, e.Event...)
	}
	return sealed(key(b.Head.Number), r)
}

// cursor reads varints, noting the first that isn't there.
type cursor struct {
	rest []byte
	bad  bool
}

func (c *cursor) uvarint() uint64 {
	v, n := binary.Uvarint(c.rest)
	if n <= 0 {
		c.bad = true
		return 0
	}
	c.rest = c.rest[n:]
	return v
}

func (c *cursor) bytes(n uint64) []byte {
	if n > uint64(len(c.rest)) {
		c.bad = true
		return nil
	}
	b := c.rest[:n]
	c.rest = c.rest[n:]
	return b
}

// decodeBlock copies what it needs out of record, which belongs to bbolt.
func decodeBlock(number uint64, record []byte) (Block, error) {
	what := fmt.Sprintf("block %d", number)
	body, err := unsealed(what, key(number), record)
	if err != nil {
		return Block{}, err
	}
	c := cursor{rest: append([]byte(nil), body...)}
	b := Block{Head: Head{Number: number}}
	copy(b.Head.Hash[:], c.bytes(32))
	b.Head.Time = c.uvarint()
	count := c.uvarint()
	if count == 0 || count > uint64(len(c.rest)) {
		return Block{}, fmt.Errorf("%s: %w: %d events in %d bytes", what, ErrDamaged, count, len(c.rest))
	}
	entries := make([]Entry, count)
	b.Entries = make([]*Entry, count)
	for i := range entries {
		e := &entries[i]
		e.Position = Position{Number: number, Hash: b.Head.Hash, Index: uint32(c.uvarint())}
		e.Kind = ethmlv1.EventKind(c.uvarint())
		e.Event = c.bytes(c.uvarint())
		b.Entries[i] = e
	}
	if c.bad || len(c.rest) != 0 {
		return Block{}, fmt.Errorf("%s: %w: lengths don't add up", what, ErrDamaged)
	}
	return b, nil
}

// recordHash reads only the hash.
func recordHash(record []byte) (h Hash) {
	copy(h[:], record)
	return h
}

const headBytes = 8 + 32 + 8

func encodeHead(h Head) []byte {
	b := make([]byte, 0, headBytes+4)
	b = binary.BigEndian.AppendUint64(b, h.Number)
	b = append(b, h.Hash[:]...)
	b = binary.BigEndian.AppendUint64(b, h.Time)
	return sealed(nil, b)
}

func decodeHead(what string, sealed []byte) (Head, error) {
	b, err := unsealed(what, nil, sealed)
	if err != nil {
		return Head{}, err
	}
	if len(b) != headBytes {
		return Head{}, fmt.Errorf("%s: %w: %d bytes", what, ErrDamaged, len(b))
	}
	return Head{Number: binary.BigEndian.Uint64(b), Hash: Hash(b[8:]), Time: binary.BigEndian.Uint64(b[40:])}, nil
}

func key(number uint64) []byte { return binary.BigEndian.AppendUint64(nil, number) }
