package eventlog

import (
	"encoding/binary"
	"fmt"

	"go.etcd.io/bbolt"
)

// Bytes of events after which a read stops at the end of a block.
const readBytes = 1 << 20

// Read gives the events after a position, at least one block's rest and about max entries. An empty batch means that the
// reader is up to date: wait on Changed. ErrAhead and ErrPruned name the bounds.
func (l *Log) Read(after Position, max int) (Batch, error) {
	l.mu.RLock()
	entries, ok := l.tail.read(after, max)
	tip, earliest, first := l.tip, l.earliest, l.first
	l.mu.RUnlock()
	if ok {
		return Batch{Entries: entries}, nil
	}
	var batch Batch
	err := l.view(func(tx *bbolt.Tx) error {
		blocks := tx.Bucket(bucketBlocks)
		if after.Origin() {
			if earliest > first {
				return fmt.Errorf("%w: the log starts at block %d", ErrPruned, earliest)
			}
			return l.collect(blocks, after, max, &batch)
		}
		record := blocks.Get(key(after.Number))
		if record != nil && recordHash(record) == after.Hash {
			return l.collect(blocks, after, max, &batch)
		}
		retraction, err := l.retraction(tx, after, tip, earliest)
		batch.Retraction = retraction
		return err
	})
	if err != nil {
		return Batch{}, fmt.Errorf("read event log after block %d: %w", after.Number, err)
	}
	return batch, nil
}

func (l *Log) collect(blocks *bbolt.Bucket, after Position, max int, batch *Batch) error {
	c := blocks.Cursor()
	bytes := 0
	for k, v := c.Seek(key(after.Number)); k != nil; k, v = c.Next() {
		b, err := decodeBlock(binary.BigEndian.Uint64(k), v)
		if err != nil {
			return err
		}
		batch.Entries = append(batch.Entries, after.rest(b)...)
		if bytes += len(v); len(batch.Entries) >= max || bytes >= readBytes {
			return nil
		}
	}
	return nil
}

// retraction finds how far a reader whose position is not on the tip's branch must go back.
func (l *Log) retraction(tx *bbolt.Tx, after Position, tip *Head, earliest uint64) (*Retraction, error) {
	var ancestor Head
	reorg := tx.Bucket(bucketDead).Get(after.Hash[:])
	switch {
	case reorg != nil:
		// Later reorgs may have gone deeper than the one that dropped the block.
		c := tx.Bucket(bucketReorgs).Cursor()
		found := false
		for k, v := c.Seek(reorg); k != nil; k, v = c.Next() {
			h, err := decodeHead("reorg", v)
			if err != nil {
				return nil, err
			}
			if !found || h.Number < ancestor.Number {
				ancestor, found = h, true
			}
		}
		if !found {
			return nil, fmt.Errorf("reorg %x: %w: its record is missing", reorg, ErrDamaged)
		}
	case tip == nil || after.Number > tip.Number:
		at := uint64(0)
		if tip != nil {
			at = tip.Number
		}
		return nil, fmt.Errorf("%w: it stands at block %d, the watcher at block %d", ErrAhead, after.Number, at)
	default:
		// A branch that another log saw. It can't have parted from this one deeper than a reorg may go.
		ancestor.Number = after.Number - min(after.Number, l.keep)
	}
	if ancestor.Number < earliest && earliest > l.First() {
		return nil, fmt.Errorf("%w: the log starts at block %d", ErrPruned, earliest)
	}
	r := &Retraction{Ancestor: ancestor}
	b, err := lastBlock(tx.Bucket(bucketBlocks), ancestor.Number)
	if err != nil || b == nil {
		return r, err
	}
	r.To = b.last()
	if ancestor.Hash == (Hash{}) {
		r.Ancestor = b.Head
	}
	return r, nil
}

// lastBlock is the newest block with events up to a number.
func lastBlock(blocks *bbolt.Bucket, upTo uint64) (*Block, error) {
	c := blocks.Cursor()
	k, v := c.Seek(key(upTo))
	if k == nil {
		k, v = c.Last()
	}
	for k != nil && binary.BigEndian.Uint64(k) > upTo {
		k, v = c.Prev()
	}
	if k == nil {
		return nil, nil
	}
	b, err := decodeBlock(binary.BigEndian.Uint64(k), v)
	return &b, err
}

// Each calls fn for each block with events from from to to, both included, without holding anything open meanwhile.
func (l *Log) Each(from, to uint64, fn func(Block) error) error {
	for from <= to {
		var batch []Block
		err := l.view(func(tx *bbolt.Tx) error {
			c := tx.Bucket(bucketBlocks).Cursor()
			bytes := 0
			for k, v := c.Seek(key(from)); k != nil && bytes < readBytes; k, v = c.Next() {
				n := binary.BigEndian.Uint64(k)
				if n > to {
					break
				}
				b, err := decodeBlock(n, v)
				if err != nil {
					return err
				}
				batch = append(batch, b)
				bytes += len(v)
			}
			return nil
		})
		if err != nil {
			return fmt.Errorf("read event log from block %d: %w", from, err)
		}
		if len(batch) == 0 {
			return nil
		}
		for _, b := range batch {
			if err := fn(b); err != nil {
				return err
			}
		}
		from = batch[len(batch)-1].Head.Number + 1
	}
	return nil
}
