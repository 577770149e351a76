package journal

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"go.etcd.io/bbolt"

	"github.com/ethml/ethml/services/submitter/internal/filelock"
)

// ErrRetired means that a journal was handed over: its node goes on elsewhere.
var ErrRetired = errors.New("journal was handed over")

var (
	noteKey    = []byte("backup")
	retiredKey = []byte("retired")
)

// Note is what a backup tells of itself.
type Note struct {
	MadeAt time.Time `json:"made_at"`
	// Moved says that the journal it was copied from was retired in the same step.
	Moved bool `json:"moved"`
	// Nonces are the accounts' transaction counts on chain when it was made; the accounts are those it is for.
	Nonces map[common.Address]uint64 `json:"nonces"`
	// RestoredAt is set in the backup file once it was put in place somewhere: it isn't to be used twice.
	RestoredAt *time.Time `json:"restored_at,omitempty"`
}

// mark is what a retired journal holds.
type mark struct {
	At time.Time `json:"at"`
	To string    `json:"to"` // the backup's file
}

// Inspect reads a journal that no submitter runs on, or a backup, without changing it; note is nil for a bare copy.
func Inspect(path string) (id Identity, contents Contents, note *Note, err error) {
	// Opening makes a file where there is none.
	if _, err := os.Stat(path); err != nil {
		return id, contents, nil, fmt.Errorf("read journal: %w", err)
	}
	err = stopped(path, func(j *Journal) error {
		return j.db.View(func(tx *bbolt.Tx) error {
			meta := tx.Bucket(metaBucket)
			if meta == nil {
				return j.corrupt(errors.New("no identity"))
			}
			if err := decode(identityKey, meta.Get(identityKey), &id); err != nil {
				return j.corrupt(fmt.Errorf("identity: %w", err))
			}
			if record := meta.Get(noteKey); record != nil {
				note = &Note{}
				if err := decode(noteKey, record, note); err != nil {
					return j.corrupt(fmt.Errorf("note: %w", err))
				}
			}
			if contents, err = load(tx); err != nil {
				return j.corrupt(err)
			}
			return nil
		})
	})
	return id, contents, note, err
}

// stopped opens a journal of whatever chain while no submitter runs on it.
func stopped(path string, use func(*Journal) error) error {
	lock, err := filelock.Take(path + ".lock")
	if errors.Is(err, filelock.ErrHeld) {
		return fmt.Errorf("%w: %s is held by a running submitter; stop that first", ErrInUse, path)
	}
	if err != nil {
		return err
	}
	j := &Journal{path: path, lock: lock}
	if err = j.openFile(); err == nil {
		err = use(j)
	}
	if j.db != nil {
		err = errors.Join(err, j.db.Close())
	}
	return errors.Join(err, lock.Close())
}

// Copy writes a backup of the journal at path to a new file, on disk when it returns. With note.Moved the journal is retired
// once the copy is there: Open refuses it from then on.
func Copy(path, to string, note Note) error {
	return stopped(path, func(j *Journal) error {
		if err := j.refuseRetired(); err != nil {
			return err
		}
		err := writeWhole(to, func(tmp string) error {
			return j.db.View(func(tx *bbolt.Tx) error { return tx.CopyFile(tmp, 0o600) })
		}, func(b *Journal) error { return b.putMeta(noteKey, note) })
		if err != nil || !note.Moved {
			return err
		}
		return j.putMeta(retiredKey, mark{note.MadeAt, to})
	})
}

// Place puts a backup in place as the journal at path, where there must be none, or a retired one, and marks the backup as
// used.
func Place(backup, path string, now time.Time) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return fmt.Errorf("make the journal's folder: %w", err)
	}
	lock, err := filelock.Take(path + ".lock")
	if errors.Is(err, filelock.ErrHeld) {
		return fmt.Errorf("%w: %s is held by a running submitter; stop that first", ErrInUse, path)
	}
	if err != nil {
		return err
	}
	defer lock.Close()
	if err := makeRoom(path, now); err != nil {
		return err
	}
	return stopped(backup, func(b *Journal) error {
		err := writeWhole(path, func(tmp string) error {
			return b.db.View(func(tx *bbolt.Tx) error { return tx.CopyFile(tmp, 0o600) })
		}, func(j *Journal) error {
			return j.db.Update(func(tx *bbolt.Tx) error {
				return errors.Join(tx.Bucket(metaBucket).Delete(noteKey), tx.Bucket(metaBucket).Delete(retiredKey))
			})
		})
		if err != nil {
			return err
		}
		var note Note
		err = b.db.View(func(tx *bbolt.Tx) error {
			if record := tx.Bucket(metaBucket).Get(noteKey); record != nil {
				return decode(noteKey, record, &note)
			}
			return nil
		})
		note.RestoredAt = &now
		return errors.Join(err, b.putMeta(noteKey, note))
	})
}

// makeRoom keeps a retired journal beside its successor; any other is left alone.
func makeRoom(path string, now time.Time) error {
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	j := &Journal{path: path}
	err := j.openFile()
	if err == nil {
		err = j.refuseRetired()
	}
	if j.db != nil {
		err = errors.Join(err, j.db.Close())
	}
	switch {
	case err == nil:
		return fmt.Errorf("there is a journal at %s already: a node that has one goes on with it; to give it up, move it away", path)
	case !errors.Is(err, ErrRetired):
		return err
	}
	aside := path + ".retired-" + now.UTC().Format("20060102T150405")
	if err := os.Rename(path, aside); err != nil {
		return fmt.Errorf("move the retired journal aside: %w", err)
	}
	return nil
}

// writeWhole makes a file under a name of its own, finishes it as a journal, and gives it its name when it is on disk.
func writeWhole(to string, write func(tmp string) error, finish func(*Journal) error) (err error) {
	if _, err := os.Stat(to); !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("%s is there already: name another file", to)
	}
	tmp := to + ".partial"
	defer func() {
		if err != nil {
			err = errors.Join(err, removeIfThere(tmp))
		}
	}()
	if err := removeIfThere(tmp); err != nil {
		return err
	}
	if err := write(tmp); err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	j := &Journal{path: tmp}
	if err = j.openFile(); err == nil {
		err = finish(j)
	}
	if j.db != nil {
		err = errors.Join(err, j.db.Sync(), j.db.Close())
	}
	if err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	if err := os.Rename(tmp, to); err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	dir, err := os.Open(filepath.Dir(to))
	if err != nil {
		return fmt.Errorf("write %s: %w", to, err)
	}
	return errors.Join(dir.Sync(), dir.Close())
}

func removeIfThere(path string) error {
	if err := os.Remove(path); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return err
	}
	return nil
}

func (j *Journal) putMeta(key []byte, v any) error {
	return j.db.Update(func(tx *bbolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if meta == nil {
			return j.corrupt(errors.New("no identity"))
		}
		record, err := encode(key, v)
		if err != nil {
			return err
		}
		return meta.Put(key, record)
	})
}

// refuseRetired gives ErrRetired for a journal that was handed over.
func (j *Journal) refuseRetired() error {
	return j.db.View(func(tx *bbolt.Tx) error {
		meta := tx.Bucket(metaBucket)
		if meta == nil {
			return nil
		}
		record := meta.Get(retiredKey)
		if record == nil {
			return nil
		}
		var m mark
		if err := decode(retiredKey, record, &m); err != nil {
			return j.corrupt(fmt.Errorf("mark: %w", err))
		}
		return fmt.Errorf("%w: %s was moved at %s, to %s, so that its node goes on elsewhere and nothing is ever sent twice; to come back, restore a backup that was moved here (`ethml operator restore`)",
			ErrRetired, j.path, m.At.UTC().Format(time.RFC3339), m.To)
	})
}
