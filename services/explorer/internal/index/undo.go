package index

import (
	"errors"
	"fmt"

	"github.com/fxamacker/cbor/v2"
	bolt "go.etcd.io/bbolt"
)

// errTooDeep says that what would have to be taken back isn't kept any more.
var errTooDeep = errors.New("reorganisation deeper than what is kept")

// undo is what the events of one Ethereum block changed (or a part of them: a transaction may end within a block).
type undo struct {
	_       struct{} `cbor:",toarray"`
	Block   uint64
	Changes []change
}

// keepUndo writes how to take changes back.
func keepUndo(tx *bolt.Tx, block uint64, changes []change) error {
	if len(changes) == 0 {
		return nil
	}
	b := tx.Bucket([]byte{bUndo})
	raw, err := cbor.Marshal(undo{Block: block, Changes: changes})
	if err != nil {
		return fmt.Errorf("write undo of block %d: %w", block, err)
	}
	sequence, err := b.NextSequence()
	if err != nil {
		return err
	}
	return b.Put(key(sequence), raw)
}

// takeBack undoes everything after Ethereum block ancestor.
func takeBack(tx *bolt.Tx, ancestor uint64) error {
	if floor := getNumber(tx, metaFloor); ancestor < floor {
		return fmt.Errorf("%w: back to block %d, only blocks after %d can be taken back", errTooDeep, ancestor, floor)
	}
	c := tx.Bucket([]byte{bUndo}).Cursor()
	for k, raw := c.Last(); k != nil; k, raw = c.Last() {
		var u undo
		if err := cbor.Unmarshal(raw, &u); err != nil {
			return fmt.Errorf("read undo %x: %w", k, err)
		}
		if u.Block <= ancestor {
			return nil
		}
		for i := len(u.Changes) - 1; i >= 0; i-- {
			if err := write(tx, u.Changes[i].Bucket, u.Changes[i].Key, u.Changes[i].Old); err != nil {
				return err
			}
		}
		if err := c.Delete(); err != nil {
			return err
		}
	}
	return nil
}

// forgetUndo drops what is too old to be taken back: blocks up to the floor.
func forgetUndo(tx *bolt.Tx, floor uint64) error {
	if floor <= getNumber(tx, metaFloor) {
		return nil
	}
	c := tx.Bucket([]byte{bUndo}).Cursor()
	for k, raw := c.First(); k != nil; k, raw = c.First() {
		var u undo
		if err := cbor.Unmarshal(raw, &u); err != nil {
			return fmt.Errorf("read undo %x: %w", k, err)
		}
		if u.Block > floor {
			break
		}
		if err := c.Delete(); err != nil {
			return err
		}
	}
	return putNumber(tx, metaFloor, floor)
}
