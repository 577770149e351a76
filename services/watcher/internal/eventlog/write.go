package eventlog

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"slices"

	"go.etcd.io/bbolt"
)

// Append adds blocks on top of the tip: headers are the blocks that were read, in ascending order, the last of which
// becomes the tip; blocks are those among them, or between them, that have events. Everything is durable when it
// returns, but headers alone may wait for the next write: losing them only costs reading them again.
func (l *Log) Append(headers []Head, blocks []Block) error {
	return l.append(headers, blocks, l.keep)
}

// AppendFinal is Append for a range of blocks so deep that no reorg reaches them: earlier headers are forgotten.
func (l *Log) AppendFinal(tip Head, blocks []Block) error {
	return l.append([]Head{tip}, blocks, 0)
}

func (l *Log) append(headers []Head, blocks []Block, keep uint64) error {
	if err := l.fits(headers, blocks); err != nil {
		return err
	}
	tip := headers[len(headers)-1]
	waiting := append(slices.Clip(l.waiting), headers...)
	if len(blocks) == 0 && len(waiting) < flushAfter && l.stored != nil && keep > 0 {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.waiting = waiting
		l.advance(tip, headers, keep)
		return nil
	}
	added := uint64(0)
	for _, b := range blocks {
		added += uint64(len(b.Entries))
	}
	err := l.update(func(tx *bbolt.Tx) error {
		bucket := tx.Bucket(bucketBlocks)
		bucket.FillPercent = 0.95
		for _, b := range blocks {
			if err := bucket.Put(key(b.Head.Number), encodeBlock(b)); err != nil {
				return err
			}
		}
		if err := putHeaders(tx.Bucket(bucketHeaders), waiting, l.floorAt(tip, keep)); err != nil {
			return err
		}
		meta := tx.Bucket(bucketMeta)
		return errors.Join(meta.Put(keyTip, encodeHead(tip)), meta.Put(keyEvents, key(l.events+added)))
	})
	if err != nil {
		return fmt.Errorf("append block %d to event log: %w", tip.Number, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting, l.stored, l.onDisk = nil, &tip, l.floorAt(tip, keep)
	l.events += added
	l.tail.append(blocks)
	l.advance(tip, headers, keep)
	return nil
}

// fits refuses what would break the order of the log: a defect of the caller, which must not become durable.
func (l *Log) fits(headers []Head, blocks []Block) error {
	if len(headers) == 0 {
		return errors.New("append to event log: no header")
	}
	after, any := uint64(0), false
	if l.tip != nil {
		after, any = l.tip.Number, true
	}
	for i, h := range headers {
		if (any || i > 0) && h.Number <= after {
			return fmt.Errorf("append to event log: block %d doesn't come after block %d", h.Number, after)
		}
		after = h.Number
	}
	last := l.tail.last
	for _, b := range blocks {
		if len(b.Entries) == 0 {
			return fmt.Errorf("append to event log: block %d has no events", b.Head.Number)
		}
		for _, e := range b.Entries {
			p := e.Position
			ordered := last.Origin() || p.Number > last.Number || p.Number == last.Number && p.Index > last.Index
			if !ordered || p.Number != b.Head.Number || p.Hash != b.Head.Hash || p.Number > after {
				return fmt.Errorf("append to event log: event %d/%d is out of order", p.Number, p.Index)
			}
			last = p
		}
	}
	if l.tip != nil && len(blocks) > 0 && blocks[0].Head.Number <= l.tip.Number {
		return fmt.Errorf("append to event log: block %d was read already", blocks[0].Head.Number)
	}
	return nil
}

// advance moves the tip in memory; mu must be held.
func (l *Log) advance(tip Head, headers []Head, keep uint64) {
	for _, h := range headers {
		l.headers[h.Number] = h
	}
	l.floor = l.floorAt(tip, keep)
	for n := range l.headers {
		if n < l.floor {
			delete(l.headers, n)
		}
	}
	l.tip = &tip
	l.notify()
}

// floorAt is the lowest header to keep under a tip. It never falls, not even when the tip does: what was computed from
// blocks below it must stay true.
func (l *Log) floorAt(tip Head, keep uint64) uint64 {
	return max(l.floor, tip.Number-min(tip.Number, keep))
}

func putHeaders(bucket *bbolt.Bucket, headers []Head, floor uint64) error {
	for _, h := range headers {
		if h.Number < floor {
			continue
		}
		if err := bucket.Put(key(h.Number), encodeHead(h)); err != nil {
			return err
		}
	}
	c := bucket.Cursor()
	for k, _ := c.First(); k != nil && binary.BigEndian.Uint64(k) < floor; k, _ = c.First() {
		if err := c.Delete(); err != nil {
			return err
		}
	}
	return nil
}

// Retract drops everything after ancestor, which must be a block that Header knows, and remembers the dropped blocks so
// that readers can be told.
func (l *Log) Retract(ancestor Head) error {
	if have, ok := l.Header(ancestor.Number); !ok || have.Hash != ancestor.Hash {
		return fmt.Errorf("retract to block %d: it is not in the event log", ancestor.Number)
	}
	waiting := slices.DeleteFunc(slices.Clone(l.waiting), func(h Head) bool { return h.Number > ancestor.Number })
	if l.stored.Number <= ancestor.Number {
		// Nothing of the dropped branch is on disk.
		l.mu.Lock()
		defer l.mu.Unlock()
		l.waiting = waiting
		l.rewind(ancestor, l.tail.last)
		return nil
	}
	var (
		dropped uint64
		last    Position
	)
	err := l.update(func(tx *bbolt.Tx) error {
		blocks, dead, reorgs := tx.Bucket(bucketBlocks), tx.Bucket(bucketDead), tx.Bucket(bucketReorgs)
		reorg, err := reorgs.NextSequence()
		if err != nil {
			return err
		}
		for _, k := range above(blocks, ancestor.Number) {
			b, err := decodeBlock(binary.BigEndian.Uint64(k), blocks.Get(k))
			if err != nil {
				return err
			}
			dropped += uint64(len(b.Entries))
			if err := dead.Put(b.Head.Hash[:], key(reorg)); err != nil {
				return err
			}
		}
		if last, err = lastUpTo(blocks, ancestor.Number); err != nil {
			return err
		}
		err = errors.Join(reorgs.Put(key(reorg), encodeHead(ancestor)), deleteAbove(blocks, ancestor.Number),
			deleteAbove(tx.Bucket(bucketHeaders), ancestor.Number))
		if err != nil {
			return err
		}
		meta := tx.Bucket(bucketMeta)
		return errors.Join(meta.Put(keyTip, encodeHead(ancestor)), meta.Put(keyEvents, key(l.events-dropped)))
	})
	if err != nil {
		return fmt.Errorf("retract to block %d in event log: %w", ancestor.Number, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.waiting, l.stored = waiting, &ancestor
	l.events -= dropped
	l.rewind(ancestor, last)
	return nil
}

// above are the keys of blocks after number.
func above(bucket *bbolt.Bucket, number uint64) (keys [][]byte) {
	c := bucket.Cursor()
	for k, _ := c.Seek(key(number + 1)); k != nil; k, _ = c.Next() {
		keys = append(keys, bytes.Clone(k))
	}
	return keys
}

// deleteAbove drops the blocks after number. Key by key: a cursor's Last never ends on a tree of several pages that are all
// empty by now.
func deleteAbove(bucket *bbolt.Bucket, number uint64) error {
	for _, k := range above(bucket, number) {
		if err := bucket.Delete(k); err != nil {
			return err
		}
	}
	return nil
}

// lastUpTo is the last position in blocks up to number.
func lastUpTo(blocks *bbolt.Bucket, number uint64) (Position, error) {
	c := blocks.Cursor()
	step := c.Prev
	if k, _ := c.Seek(key(number + 1)); k == nil {
		step = c.Last
	}
	k, v := step()
	if k == nil {
		return Position{}, nil
	}
	b, err := decodeBlock(binary.BigEndian.Uint64(k), v)
	return b.last(), err
}

// rewind moves the tip back in memory, to where last is the newest event; mu must be held.
func (l *Log) rewind(ancestor Head, last Position) {
	for n := range l.headers {
		if n > ancestor.Number {
			delete(l.headers, n)
		}
	}
	l.tip = &ancestor
	l.tail.rewind(ancestor.Number, last)
	l.notify()
}

// Flush writes the headers that wait in memory, and forgets on disk those that memory forgot.
func (l *Log) Flush() error {
	if len(l.waiting) == 0 && l.onDisk == l.floor {
		return nil
	}
	tip := *l.tip
	err := l.update(func(tx *bbolt.Tx) error {
		if err := putHeaders(tx.Bucket(bucketHeaders), l.waiting, l.floor); err != nil {
			return err
		}
		return tx.Bucket(bucketMeta).Put(keyTip, encodeHead(tip))
	})
	if err != nil {
		return fmt.Errorf("flush event log: %w", err)
	}
	l.waiting, l.stored, l.onDisk = nil, &tip, l.floor
	return nil
}

// SaveCheckpoint keeps data that was computed from all events up to and including a block.
func (l *Log) SaveCheckpoint(block uint64, data []byte) error {
	err := l.update(func(tx *bbolt.Tx) error {
		return tx.Bucket(bucketMeta).Put(keyCheckpoint, sealed(nil, append(key(block), data...)))
	})
	if err != nil {
		return fmt.Errorf("save checkpoint at block %d: %w", block, err)
	}
	return nil
}

// Checkpoint is what SaveCheckpoint kept; nil data if it never did.
func (l *Log) Checkpoint() (block uint64, data []byte, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		v := tx.Bucket(bucketMeta).Get(keyCheckpoint)
		if v == nil {
			return nil
		}
		body, err := unsealed("checkpoint", nil, v)
		if err != nil {
			return err
		}
		if len(body) < 8 {
			return fmt.Errorf("checkpoint: %w: %d bytes", ErrDamaged, len(body))
		}
		block, data = binary.BigEndian.Uint64(body), bytes.Clone(body[8:])
		return nil
	})
	return block, data, err
}

// Prune drops up to limit blocks with events before a block, but never the newest one, and tells how many it dropped.
func (l *Log) Prune(before uint64, limit int) (int, error) {
	var blocks int
	var events, earliest uint64
	err := l.update(func(tx *bbolt.Tx) error {
		c := tx.Bucket(bucketBlocks).Cursor()
		newest, _ := c.Last()
		for k, v := c.First(); k != nil && blocks < limit; k, v = c.First() {
			n := binary.BigEndian.Uint64(k)
			if n >= before || bytes.Equal(k, newest) {
				break
			}
			b, err := decodeBlock(n, v)
			if err != nil {
				return err
			}
			events += uint64(len(b.Entries))
			if err := c.Delete(); err != nil {
				return err
			}
			blocks++
		}
		if blocks == 0 {
			return nil
		}
		earliest = before
		if k, _ := c.First(); k != nil {
			earliest = min(earliest, binary.BigEndian.Uint64(k))
		}
		meta := tx.Bucket(bucketMeta)
		return errors.Join(meta.Put(keyEarliest, key(earliest)), meta.Put(keyEvents, key(l.events-events)))
	})
	if err != nil {
		return 0, fmt.Errorf("prune event log before block %d: %w", before, err)
	}
	if blocks > 0 {
		l.mu.Lock()
		defer l.mu.Unlock()
		l.earliest = earliest
		l.events -= events
		l.tail.prune(earliest)
	}
	return blocks, nil
}
