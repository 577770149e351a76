package journal

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"time"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	"github.com/ethml/ethml/services/submitter/internal/filelock"
)

// Errors of Open and Write.
var (
	ErrInUse    = errors.New("journal is in use")
	ErrCorrupt  = errors.New("journal is corrupt")
	ErrIdentity = errors.New("journal of another chain")
	// ErrSealed means that a write would have changed what a commitment hides, or a vote.
	ErrSealed = errors.New("would change what is sealed")
)

var (
	metaBucket   = []byte("meta")
	blocksBucket = []byte("blocks")
	votesBucket  = []byte("votes")
	roundsBucket = []byte("rounds")
	slotsBucket  = []byte("slots")
	identityKey  = []byte("identity")
)

// Journal is an open journal. Its methods may be called concurrently.
type Journal struct {
	db   *bbolt.DB
	lock *os.File
	path string
}

// Open opens the journal at path, or makes one (mode 0600), and reads all of it.
func Open(path string, id Identity) (*Journal, Contents, error) {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, Contents{}, fmt.Errorf("make the journal's folder: %w", err)
	}
	// A lock of its own beside bbolt's: the file is read before bbolt opens it.
	lock, err := filelock.Take(path + ".lock")
	if errors.Is(err, filelock.ErrHeld) {
		return nil, Contents{}, fmt.Errorf("%w: %s is held by another submitter; stop that one first", ErrInUse, path)
	}
	if err != nil {
		return nil, Contents{}, err
	}
	j := &Journal{path: path, lock: lock}
	contents, err := j.open(id)
	if err != nil {
		if j.db != nil {
			err = errors.Join(err, j.db.Close())
		}
		return nil, Contents{}, errors.Join(err, lock.Close())
	}
	return j, contents, nil
}

func (j *Journal) open(id Identity) (contents Contents, err error) {
	if err := j.openFile(); err != nil {
		return contents, err
	}
	if err := j.refuseRetired(); err != nil {
		return contents, err
	}
	if err := j.bind(id); err != nil {
		return contents, err
	}
	return contents, j.db.View(func(tx *bbolt.Tx) error {
		contents, err = load(tx)
		if err != nil {
			return j.corrupt(err)
		}
		return nil
	})
}

// openFile opens the file, whose pages must hold.
func (j *Journal) openFile() (err error) {
	if err := verify(j.path); err != nil {
		return j.corrupt(err)
	}
	// What verify doesn't look at, such as the order of keys, may still make bbolt panic.
	defer func() {
		if p := recover(); p != nil {
			err = j.corrupt(fmt.Errorf("%v", p))
		}
	}()
	j.db, err = bbolt.Open(j.path, 0o600, &bbolt.Options{Timeout: time.Second})
	switch {
	case errors.Is(err, bolterrors.ErrTimeout):
		return fmt.Errorf("%w: %s is held by another submitter; stop that one first", ErrInUse, j.path)
	case errors.Is(err, bolterrors.ErrInvalid), errors.Is(err, bolterrors.ErrChecksum), errors.Is(err, bolterrors.ErrVersionMismatch):
		return j.corrupt(err)
	case err != nil:
		return fmt.Errorf("open journal %s: %w", j.path, err)
	}
	return j.check()
}

func (j *Journal) corrupt(cause error) error {
	return fmt.Errorf("%w: %s: %w; it holds what open commitments need: put back a good copy, or wait until the open virtual block has ended, move the file away and start again",
		ErrCorrupt, j.path, cause)
}

// check walks the file's pages.
func (j *Journal) check() error {
	return j.db.View(func(tx *bbolt.Tx) error {
		var first error
		// Drained to the end: the checker's goroutine ends with the channel.
		for err := range tx.Check() {
			if first == nil {
				first = err
			}
		}
		if first != nil {
			return j.corrupt(first)
		}
		return nil
	})
}

// bind writes the identity into a new journal and compares it in an old one.
func (j *Journal) bind(id Identity) error {
	return j.db.Update(func(tx *bbolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if meta == nil {
			for _, name := range [][]byte{metaBucket, blocksBucket, votesBucket, roundsBucket, slotsBucket} {
				if _, err := tx.CreateBucketIfNotExists(name); err != nil {
					return fmt.Errorf("set up journal %s: %w", j.path, err)
				}
			}
			record, err := encode(identityKey, id)
			if err != nil {
				return err
			}
			if err := tx.Bucket(metaBucket).Put(identityKey, record); err != nil {
				return fmt.Errorf("set up journal %s: %w", j.path, err)
			}
			return nil
		}
		var held Identity
		if err := decode(identityKey, meta.Get(identityKey), &held); err != nil {
			return j.corrupt(fmt.Errorf("identity: %w", err))
		}
		if held != id {
			return fmt.Errorf("%w: %s belongs to chain %d, coordinator %s, not to chain %d, coordinator %s; choose another data directory",
				ErrIdentity, j.path, held.ChainID, held.Coordinator, id.ChainID, id.Coordinator)
		}
		for _, name := range [][]byte{blocksBucket, votesBucket, roundsBucket, slotsBucket} {
			if tx.Bucket(name) == nil {
				return j.corrupt(fmt.Errorf("no %s", name))
			}
		}
		return nil
	})
}

func load(tx *bbolt.Tx) (Contents, error) {
	c := Contents{Votes: map[VoteKey]Vote{}}
	err := tx.Bucket(blocksBucket).ForEach(func(k, v []byte) error {
		var b Block
		if err := decode(k, v, &b); err != nil {
			return fmt.Errorf("block %x: %w", k, err)
		}
		c.Blocks = append(c.Blocks, b)
		return nil
	})
	if err != nil {
		return c, err
	}
	err = tx.Bucket(votesBucket).ForEach(func(k, v []byte) error {
		key, err := parseVoteKey(k)
		var vote Vote
		if err = errors.Join(err, decode(k, v, &vote)); err != nil {
			return fmt.Errorf("vote %x: %w", k, err)
		}
		c.Votes[key] = vote
		return nil
	})
	if err != nil {
		return c, err
	}
	err = tx.Bucket(roundsBucket).ForEach(func(k, v []byte) error {
		var r Round
		if err := decode(k, v, &r); err != nil {
			return fmt.Errorf("round %x: %w", k, err)
		}
		c.Rounds = append(c.Rounds, r)
		return nil
	})
	if err != nil {
		return c, err
	}
	err = tx.Bucket(slotsBucket).ForEach(func(k, v []byte) error {
		var s Slot
		if err := decode(k, v, &s); err != nil {
			return fmt.Errorf("transaction %x: %w", k, err)
		}
		if len(s.Attempts) == 0 {
			return fmt.Errorf("transaction %x: nothing signed", k)
		}
		c.Slots = append(c.Slots, s)
		return nil
	})
	return c, err
}

// Path is the journal's file.
func (j *Journal) Path() string { return j.path }

// Close releases the file.
func (j *Journal) Close() error {
	if err := errors.Join(j.db.Close(), j.lock.Close()); err != nil {
		return fmt.Errorf("close journal %s: %w", j.path, err)
	}
	return nil
}

// Write applies a batch and syncs it to disk.
func (j *Journal) Write(b Batch) error {
	if b.Empty() {
		return nil
	}
	if err := j.db.Update(func(tx *bbolt.Tx) error { return apply(tx, b) }); err != nil {
		return fmt.Errorf("write journal %s: %w", j.path, err)
	}
	return nil
}

func apply(tx *bbolt.Tx, b Batch) error {
	if b.PruneBelow > 0 {
		if err := prune(tx, b.PruneBelow); err != nil {
			return err
		}
	}
	for _, block := range b.Blocks {
		if err := put(tx, blocksBucket, block.Challenge.Bytes(), block); err != nil {
			return err
		}
	}
	for key, vote := range b.Votes {
		if err := putVote(tx, key, vote); err != nil {
			return err
		}
	}
	for _, round := range b.Rounds {
		if err := putRound(tx, round); err != nil {
			return err
		}
	}
	for _, slot := range b.Slots {
		if err := put(tx, slotsBucket, slotKey(slot.ID()), slot); err != nil {
			return err
		}
	}
	for _, key := range b.DropSlots {
		if err := tx.Bucket(slotsBucket).Delete(slotKey(key)); err != nil {
			return fmt.Errorf("drop transaction: %w", err)
		}
	}
	return nil
}

func put(tx *bbolt.Tx, bucket, key []byte, v any) error {
	record, err := encode(key, v)
	if err != nil {
		return err
	}
	if err := tx.Bucket(bucket).Put(key, record); err != nil {
		return fmt.Errorf("put into %s: %w", bucket, err)
	}
	return nil
}

func putVote(tx *bbolt.Tx, key VoteKey, vote Vote) error {
	k := voteKey(key)
	if record := tx.Bucket(votesBucket).Get(k); record != nil {
		var held Vote
		if err := decode(k, record, &held); err != nil {
			return fmt.Errorf("vote %x: %w", k, err)
		}
		if held.Status != vote.Status || held.Word != vote.Word {
			return fmt.Errorf("vote on request %d: %w", key.Request, ErrSealed)
		}
		return nil
	}
	return put(tx, votesBucket, k, vote)
}

func putRound(tx *bbolt.Tx, round Round) error {
	k := roundKey(round.Key())
	if record := tx.Bucket(roundsBucket).Get(k); record != nil {
		var held Round
		if err := decode(k, record, &held); err != nil {
			return fmt.Errorf("round %x: %w", k, err)
		}
		if held.Sealed != nil && !held.Sealed.equal(round.Sealed) {
			return fmt.Errorf("round of %s in block %d: %w", round.Miner, round.Number, ErrSealed)
		}
	}
	return put(tx, roundsBucket, k, round)
}

func (s *Sealed) equal(o *Sealed) bool {
	return o != nil && s.Salt == o.Salt && s.Commitment == o.Commitment && slices.Equal(s.Words, o.Words) && bytes.Equal(s.Statuses, o.Statuses)
}

// prune drops blocks below number with their votes and rounds.
func prune(tx *bbolt.Tx, number uint64) error {
	var old [][]byte
	err := tx.Bucket(blocksBucket).ForEach(func(k, v []byte) error {
		var b Block
		if err := decode(k, v, &b); err != nil {
			return fmt.Errorf("block %x: %w", k, err)
		}
		if b.Number < number {
			old = append(old, bytes.Clone(k))
		}
		return nil
	})
	if err != nil {
		return err
	}
	for _, challenge := range old {
		if err := tx.Bucket(blocksBucket).Delete(challenge); err != nil {
			return fmt.Errorf("prune block: %w", err)
		}
		for _, bucket := range [][]byte{votesBucket, roundsBucket} {
			if err := deletePrefix(tx.Bucket(bucket), challenge); err != nil {
				return err
			}
		}
	}
	return nil
}

func deletePrefix(b *bbolt.Bucket, prefix []byte) error {
	// Collected first: deleting while a cursor walks skips entries.
	var keys [][]byte
	c := b.Cursor()
	for k, _ := c.Seek(prefix); bytes.HasPrefix(k, prefix); k, _ = c.Next() {
		keys = append(keys, bytes.Clone(k))
	}
	for _, k := range keys {
		if err := b.Delete(k); err != nil {
			return fmt.Errorf("prune: %w", err)
		}
	}
	return nil
}
