package eventlog

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime/debug"
	"sync"
	"time"

	"crypto/sha256"

	"go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"
)

// FileName of the log in its data directory.
const FileName = "events.db"

const (
	schemaVersion = 1
	// DefaultKeep is how many recent headers are kept by default.
	DefaultKeep = 64
	// Headers without events that may wait in memory before they are written; after a crash they are read again.
	flushAfter = 64
	lockWait   = 500 * time.Millisecond
)

var (
	bucketMeta    = []byte("meta")
	bucketBlocks  = []byte("blocks")  // number -> record of a canonical block with events
	bucketHeaders = []byte("headers") // number -> head, the most recent ones, to find where branches part
	bucketDead    = []byte("dead")    // hash of a dropped block with events -> number of the reorg that dropped it
	bucketReorgs  = []byte("reorgs")  // number of a reorg -> common ancestor

	keyVersion    = []byte("version")
	keyIdentity   = []byte("identity")
	keyFirst      = []byte("first")
	keyTip        = []byte("tip")
	keyEvents     = []byte("events")
	keyEarliest   = []byte("earliest")
	keyCheckpoint = []byte("checkpoint")
)

// Log is a durable event log. One goroutine writes; any number read.
type Log struct {
	db   *bbolt.DB
	path string
	keep uint64

	mu       sync.RWMutex // guards what follows; held for memory only, never over I/O
	identity *Identity
	tag      Tag
	first    uint64
	earliest uint64
	events   uint64
	tip      *Head
	stored   *Head           // tip on disk
	headers  map[uint64]Head // recent, those on disk and those that wait
	floor    uint64          // lowest number in headers
	onDisk   uint64          // the same of the headers on disk
	waiting  []Head
	tail     tail
	changed  chan struct{}
}

// Open opens or makes the log in dir. keep is how many headers below the tip are kept, which bounds the depth of a reorg
// that can be followed; 0 means DefaultKeep.
func Open(dir string, keep uint64) (*Log, error) {
	if keep == 0 {
		keep = DefaultKeep
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make data directory: %w", err)
	}
	path := filepath.Join(dir, FileName)
	db, err := bbolt.Open(path, 0o600, &bbolt.Options{Timeout: lockWait, FreelistType: bbolt.FreelistMapType})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return nil, fmt.Errorf("event log %s is %w: stop it, or choose another data directory", path, ErrLocked)
	}
	if err != nil {
		return nil, fmt.Errorf("open event log %s: %w: %w; delete the file and restart, the chain is then read again", path, ErrDamaged, err)
	}
	l := &Log{db: db, path: path, keep: keep, headers: map[uint64]Head{}, changed: make(chan struct{})}
	if err := l.load(); err != nil {
		return nil, errors.Join(fmt.Errorf("open event log %s: %w", path, err), db.Close())
	}
	return l, nil
}

// view and update run transactions. A damaged file makes bbolt panic or run into pages that aren't there; that is an error
// with the file's name here.
func (l *Log) view(fn func(*bbolt.Tx) error) error   { return l.guard(l.db.View, fn) }
func (l *Log) update(fn func(*bbolt.Tx) error) error { return l.guard(l.db.Update, fn) }

func (l *Log) guard(run func(func(*bbolt.Tx) error) error, fn func(*bbolt.Tx) error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("%w: %v; delete %s and restart, the chain is then read again", ErrDamaged, p, l.path)
		}
	}()
	return run(fn)
}

func (l *Log) load() error {
	return l.update(func(tx *bbolt.Tx) error {
		for _, name := range [][]byte{bucketMeta, bucketBlocks, bucketHeaders, bucketDead, bucketReorgs} {
			if _, err := tx.CreateBucketIfNotExists(name); err != nil {
				return err
			}
		}
		meta := tx.Bucket(bucketMeta)
		switch version := meta.Get(keyVersion); {
		case version == nil:
			if err := meta.Put(keyVersion, key(schemaVersion)); err != nil {
				return err
			}
		case len(version) != 8 || binary.BigEndian.Uint64(version) != schemaVersion:
			return fmt.Errorf("it was written by another version (schema %x, this one reads %d): delete it and restart", version, schemaVersion)
		}
		if id := meta.Get(keyIdentity); id != nil {
			identity, err := decodeIdentity(id)
			if err != nil {
				return err
			}
			l.identity, l.tag = &identity, identity.Tag()
		}
		l.first, l.earliest, l.events = number(meta, keyFirst), number(meta, keyEarliest), number(meta, keyEvents)
		if raw := meta.Get(keyTip); raw != nil {
			tip, err := decodeHead("tip", raw)
			if err != nil {
				return err
			}
			l.tip, l.stored = &tip, &tip
		}
		if k, _ := tx.Bucket(bucketHeaders).Cursor().First(); k != nil {
			l.floor = binary.BigEndian.Uint64(k)
			l.onDisk = l.floor
		}
		err := tx.Bucket(bucketHeaders).ForEach(func(_, v []byte) error {
			h, err := decodeHead("header", v)
			l.headers[h.Number] = h
			return err
		})
		if err != nil {
			return err
		}
		return l.tail.load(tx.Bucket(bucketBlocks))
	})
}

func number(b *bbolt.Bucket, k []byte) uint64 {
	if v := b.Get(k); len(v) == 8 {
		return binary.BigEndian.Uint64(v)
	}
	return 0
}

// Tag of the identity.
func (i Identity) Tag() (t Tag) {
	sum := sha256.Sum256(encodeIdentity(i))
	copy(t[:], sum[:])
	return t
}

const identityBytes = 8 + 32 + 20

func encodeIdentity(i Identity) []byte {
	b := key(i.ChainID)
	b = append(b, i.Genesis[:]...)
	return append(b, i.Coordinator[:]...)
}

func decodeIdentity(b []byte) (Identity, error) {
	if len(b) != identityBytes {
		return Identity{}, fmt.Errorf("identity: %w: %d bytes", ErrDamaged, len(b))
	}
	return Identity{ChainID: binary.BigEndian.Uint64(b), Genesis: Hash(b[8:]), Coordinator: [20]byte(b[40:])}, nil
}

// Path of the file.
func (l *Log) Path() string { return l.path }

// Identity of the chain and coordinator, if the log was bound to one.
func (l *Log) Identity() (Identity, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.identity == nil {
		return Identity{}, false
	}
	return *l.identity, true
}

// Tag that cursors carry; false until the log is bound.
func (l *Log) Tag() (Tag, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.tag, l.identity != nil
}

// Bind ties a new log to a chain and coordinator, whose events start at block first, or checks that a log with content
// is tied to the same; then first is ignored.
func (l *Log) Bind(id Identity, first uint64) error {
	if have, ok := l.Identity(); ok {
		if have != id {
			return fmt.Errorf("event log %s belongs to %s: %w, namely %s: point the watcher at the former, or choose another data directory", l.path, have, ErrForeign, id)
		}
		return nil
	}
	err := l.update(func(tx *bbolt.Tx) error {
		meta := tx.Bucket(bucketMeta)
		return errors.Join(meta.Put(keyIdentity, encodeIdentity(id)), meta.Put(keyFirst, key(first)), meta.Put(keyEarliest, key(first)))
	})
	if err != nil {
		return fmt.Errorf("bind event log: %w", err)
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.identity, l.tag, l.first, l.earliest = &id, id.Tag(), first, first
	return nil
}

// First is the block at which events start.
func (l *Log) First() uint64 {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.first
}

// Earliest is the first block still in the log.
func (l *Log) Earliest() uint64 {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.earliest
}

// Events is the number of events in the log.
func (l *Log) Events() uint64 {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.events
}

// Tip is the newest block that was read; false before the first.
func (l *Log) Tip() (Head, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	if l.tip == nil {
		return Head{}, false
	}
	return *l.tip, true
}

// Header is a recent block on the branch of the tip; false if it is too old or was read as part of a range.
func (l *Log) Header(number uint64) (Head, bool) {
	l.mu.RLock()
	defer l.mu.RUnlock()
	h, ok := l.headers[number]
	return h, ok
}

// Keep is how many headers below the tip are kept.
func (l *Log) Keep() uint64 { return l.keep }

// Last is the position of the newest event.
func (l *Log) Last() Position {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.tail.last
}

// Changed is closed with the next change of the log. Take it before reading, wait on it after.
func (l *Log) Changed() <-chan struct{} {
	l.mu.RLock()
	defer l.mu.RUnlock()
	return l.changed
}

// Wake wakes the readers although nothing was added.
func (l *Log) Wake() {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.notify()
}

// notify wakes the readers; mu must be held.
func (l *Log) notify() {
	close(l.changed)
	l.changed = make(chan struct{})
}

// Close writes what waits and closes the file.
func (l *Log) Close() error {
	err := l.Flush()
	if cerr := l.db.Close(); cerr != nil {
		err = errors.Join(err, fmt.Errorf("close event log: %w", cerr))
	}
	return err
}
