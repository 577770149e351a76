package eventlog

import (
	"encoding/binary"
	"errors"
	"fmt"

	"go.etcd.io/bbolt"
)

// LastBlock is the newest block that has events; false if there is none.
func (l *Log) LastBlock() (head Head, ok bool, err error) {
	err = l.view(func(tx *bbolt.Tx) error {
		k, v := tx.Bucket(bucketBlocks).Cursor().Last()
		if k == nil {
			return nil
		}
		b, err := decodeBlock(binary.BigEndian.Uint64(k), v)
		head, ok = b.Head, err == nil
		return err
	})
	return head, ok, err
}

// Reread moves the tip back to the newest block that has events, or to before the first block, so that what follows is read
// again: a node may have left logs out of a range. No event is dropped, and nothing that was computed from the events up to
// that block changes.
func (l *Log) Reread() error {
	last, ok, err := l.LastBlock()
	if err != nil {
		return err
	}
	if ok && l.tip.Number <= last.Number {
		return nil
	}
	err = l.update(func(tx *bbolt.Tx) error {
		headers, meta, reorgs := tx.Bucket(bucketHeaders), tx.Bucket(bucketMeta), tx.Bucket(bucketReorgs)
		// A reader on a branch that was dropped before must not be sent to what is found only now: it would miss the rest.
		n, err := reorgs.NextSequence()
		if err == nil {
			err = reorgs.Put(key(n), encodeHead(last))
		}
		if err != nil {
			return err
		}
		if !ok {
			return errors.Join(deleteAbove(headers, 0), headers.Delete(key(0)), meta.Delete(keyTip))
		}
		if err := deleteAbove(headers, last.Number); err != nil {
			return err
		}
		return errors.Join(headers.Put(key(last.Number), encodeHead(last)), meta.Put(keyTip, encodeHead(last)))
	})
	if err != nil {
		return fmt.Errorf("move event log back to block %d: %w", last.Number, err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	for n := range l.headers {
		if !ok || n > last.Number {
			delete(l.headers, n)
		}
	}
	l.waiting = nil
	if !ok {
		l.tip, l.stored, l.floor, l.onDisk = nil, nil, 0, 0
	} else {
		l.headers[last.Number] = last
		l.floor = min(l.floor, last.Number)
		l.tip, l.stored, l.onDisk = &last, &last, l.floor
	}
	l.notify()
	return nil
}
