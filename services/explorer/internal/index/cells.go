package index

import (
	"bytes"
	"fmt"

	"github.com/fxamacker/cbor/v2"
	bolt "go.etcd.io/bbolt"
)

// cells are the rows that a transaction has read or written, decoded, so that events in a row that touch the same row
// decode and encode it once. flush writes what changed and gives what it replaced.
type cells struct {
	tx    *bolt.Tx
	byKey map[cellKey]*cell
	dirty []*cell
	err   error // the first that went wrong; everything after it is void
}

type cellKey struct {
	bucket byte
	key    string
}

type cell struct {
	at    cellKey
	old   []byte // as it is in the file; nil when it isn't
	value any    // decoded; nil when it isn't there
	dirty bool
}

// mark is the value of a row whose key says everything.
type mark struct{}

func newCells(tx *bolt.Tx) *cells { return &cells{tx: tx, byKey: map[cellKey]*cell{}} }

func (c *cells) fail(err error) {
	if c.err == nil {
		c.err = err
	}
}

func (c *cells) cell(bucket byte, key []byte) *cell {
	at := cellKey{bucket, string(key)}
	if found := c.byKey[at]; found != nil {
		return found
	}
	// The file's bytes may move when it is written to.
	made := &cell{at: at, old: bytes.Clone(c.tx.Bucket([]byte{bucket}).Get(key))}
	c.byKey[at] = made
	return made
}

func (c *cells) touch(x *cell) {
	if !x.dirty {
		x.dirty = true
		c.dirty = append(c.dirty, x)
	}
}

// peek gives a row to read, nil when it isn't there.
func peek[T any](c *cells, bucket byte, key []byte) *T {
	x := c.cell(bucket, key)
	if x.value == nil && x.old != nil && !x.dirty {
		value := new(T)
		if err := cbor.Unmarshal(x.old, value); err != nil {
			c.fail(fmt.Errorf("read row %c/%x: %w", bucket, key, err))
			return nil
		}
		x.value = value
	}
	value, _ := x.value.(*T)
	return value
}

// edit gives a row to change; a new one when it isn't there.
func edit[T any](c *cells, bucket byte, key []byte) *T {
	value := peek[T](c, bucket, key)
	x := c.cell(bucket, key)
	if value == nil {
		value = new(T)
		x.value = value
	}
	c.touch(x)
	return value
}

// set makes a row that is nothing but its key, or deletes one.
func (c *cells) set(bucket byte, key []byte, there bool) {
	x := c.cell(bucket, key)
	x.value = nil
	if there {
		x.value = mark{}
	}
	c.touch(x)
}

// change is what a row was before.
type change struct {
	_      struct{} `cbor:",toarray"`
	Bucket byte
	Key    []byte
	Old    []byte // nil: it wasn't there
}

// flush writes the changed rows.
func (c *cells) flush() ([]change, error) {
	var changes []change
	for _, x := range c.dirty {
		x.dirty = false
		now, err := x.encode()
		if err != nil {
			c.fail(err)
		}
		if c.err != nil || now != nil && x.old != nil && bytes.Equal(now, x.old) || now == nil && x.old == nil {
			continue
		}
		changes = append(changes, change{Bucket: x.at.bucket, Key: []byte(x.at.key), Old: x.old})
		if err := write(c.tx, x.at.bucket, []byte(x.at.key), now); err != nil {
			c.fail(err)
		}
		x.old = now
	}
	c.dirty = c.dirty[:0]
	return changes, c.err
}

func (x *cell) encode() ([]byte, error) {
	switch x.value.(type) {
	case nil:
		return nil, nil
	case mark:
		return []byte{1}, nil
	}
	raw, err := cbor.Marshal(x.value)
	if err != nil {
		return nil, fmt.Errorf("write row %c/%x: %w", x.at.bucket, x.at.key, err)
	}
	return raw, nil
}

// write puts a row, or deletes it for nil.
func write(tx *bolt.Tx, bucket byte, key, value []byte) error {
	b := tx.Bucket([]byte{bucket})
	if value == nil {
		return b.Delete(key)
	}
	return b.Put(key, value)
}
