package index

import (
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"time"

	bolt "go.etcd.io/bbolt"
	bolterrors "go.etcd.io/bbolt/errors"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

const (
	// schema changes with the meaning of the rows; a file of another one is rebuilt.
	schema   = 1
	fileName = "explorer.db"
	// DefaultKeep is how many Ethereum blocks can be taken back: more than any watcher follows a reorganisation by default.
	DefaultKeep = 1024
	lockWait    = 2 * time.Second
)

// Keys of the meta bucket.
var (
	metaSchema = []byte("schema")
	metaCursor = []byte("cursor")
	metaFloor  = []byte("floor") // newest Ethereum block that can't be taken back
)

// ErrLocked says that another process has the index open.
var ErrLocked = errors.New("in use by another process")

// Index is the open file.
type Index struct {
	db   *bolt.DB
	path string
	keep uint64
	// Rebuilt says why the file that was there was thrown away at opening; empty when it wasn't.
	Rebuilt string

	mu       sync.Mutex
	changed  chan struct{}
	revision uint64
}

// Open opens the index in dir, made if it isn't there. keep is how many Ethereum blocks can be taken back; zero means
// DefaultKeep.
func Open(dir string, keep uint64) (*Index, error) {
	if keep == 0 {
		keep = DefaultKeep
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("make the index's folder: %w", err)
	}
	x := &Index{path: filepath.Join(dir, fileName), keep: keep, changed: make(chan struct{})}
	err := x.open()
	if err == nil || errors.Is(err, ErrLocked) {
		return x, err
	}
	// It is a cache: what can't be read is made anew.
	x.Rebuilt = err.Error()
	if err := os.Remove(x.path); err != nil {
		return nil, fmt.Errorf("remove damaged index: %w", err)
	}
	return x, x.open()
}

func (x *Index) open() (err error) {
	defer func() {
		// bbolt panics on pages that make no sense.
		if p := recover(); p != nil {
			err = fmt.Errorf("index %s is damaged: %v", x.path, p)
		}
		if err != nil && x.db != nil {
			err = errors.Join(err, x.db.Close())
		}
	}()
	x.db, err = bolt.Open(x.path, 0o644, &bolt.Options{Timeout: lockWait, FreelistType: bolt.FreelistMapType, NoFreelistSync: true})
	if errors.Is(err, bolterrors.ErrTimeout) {
		return fmt.Errorf("index %s is %w: stop the other explorer, or choose another --data-dir", x.path, ErrLocked)
	}
	if err != nil {
		return fmt.Errorf("open index %s: %w", x.path, err)
	}
	return x.db.Update(func(tx *bolt.Tx) error {
		meta := tx.Bucket([]byte{bMeta})
		if meta == nil {
			return create(tx)
		}
		if have := getNumber(tx, metaSchema); have != schema {
			return fmt.Errorf("index %s has schema %d, this explorer writes %d", x.path, have, schema)
		}
		return nil
	})
}

func create(tx *bolt.Tx) error {
	for _, b := range append([]byte{bMeta, bUndo}, rowBuckets...) {
		if _, err := tx.CreateBucket([]byte{b}); err != nil {
			return err
		}
	}
	return putNumber(tx, metaSchema, schema)
}

// Close closes the file.
func (x *Index) Close() error { return x.db.Close() }

// Path of the file.
func (x *Index) Path() string { return x.path }

// Reset throws all rows away.
func (x *Index) Reset() error {
	err := x.db.Update(func(tx *bolt.Tx) error {
		for _, b := range append([]byte{bMeta, bUndo}, rowBuckets...) {
			if err := tx.DeleteBucket([]byte{b}); err != nil {
				return err
			}
		}
		return create(tx)
	})
	if err != nil {
		return fmt.Errorf("reset index: %w", err)
	}
	x.bump()
	return nil
}

// Cursor is where the stream goes on; nil means from the beginning.
func (x *Index) Cursor() (cursor []byte, err error) {
	err = x.db.View(func(tx *bolt.Tx) error {
		cursor = append(cursor, tx.Bucket([]byte{bMeta}).Get(metaCursor)...)
		return nil
	})
	return cursor, err
}

// Changed is closed when rows change; the number counts the changes since the index was opened.
func (x *Index) Changed() (<-chan struct{}, uint64) {
	x.mu.Lock()
	defer x.mu.Unlock()
	return x.changed, x.revision
}

func (x *Index) bump() {
	x.mu.Lock()
	defer x.mu.Unlock()
	close(x.changed)
	x.changed = make(chan struct{})
	x.revision++
}

// Apply folds items of the stream, in order, in one transaction with the last one's cursor. An ErrStartOver asks for the
// stream from the beginning: the rows are gone.
func (x *Index) Apply(items []*ethmlv1.SubscribeResponse) error {
	if len(items) == 0 {
		return nil
	}
	rows := false
	err := x.db.Update(func(tx *bolt.Tx) (err error) {
		f := newFold(tx)
		for _, item := range items {
			if err := f.item(item); err != nil {
				return err
			}
		}
		if err := f.end(); err != nil {
			return err
		}
		rows = f.rows
		if floor := f.newest; floor > x.keep {
			if err := forgetUndo(tx, floor-x.keep); err != nil {
				return err
			}
		}
		return tx.Bucket([]byte{bMeta}).Put(metaCursor, items[len(items)-1].GetCursor())
	})
	if errors.Is(err, errTooDeep) {
		return errors.Join(fmt.Errorf("%w: %w", ErrStartOver, err), x.Reset())
	}
	if err != nil {
		return fmt.Errorf("fold %d items: %w", len(items), err)
	}
	if rows {
		x.bump()
	}
	return nil
}

// ErrStartOver says that the stream has to come from the beginning.
var ErrStartOver = errors.New("index starts over")

func getNumber(tx *bolt.Tx, k []byte) uint64 {
	raw := tx.Bucket([]byte{bMeta}).Get(k)
	if len(raw) != 8 {
		return 0
	}
	return binary.BigEndian.Uint64(raw)
}

func putNumber(tx *bolt.Tx, k []byte, n uint64) error {
	return tx.Bucket([]byte{bMeta}).Put(k, key(n))
}
