package journal

import (
	"os"
	"path/filepath"
	"testing"
)

// FuzzVerify: whatever a file holds, looking at its pages ends in an answer.
func FuzzVerify(f *testing.F) {
	path := filepath.Join(f.TempDir(), "journal.db")
	j, _, err := Open(path, Identity{ChainID: 1})
	if err != nil {
		f.Fatal(err)
	}
	if err := j.Close(); err != nil {
		f.Fatal(err)
	}
	good, err := os.ReadFile(path)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good)
	f.Add([]byte("garbage"))
	f.Fuzz(func(t *testing.T, file []byte) {
		at := filepath.Join(t.TempDir(), "journal.db")
		if err := os.WriteFile(at, file, 0o600); err != nil {
			t.Fatal(err)
		}
		_ = verify(at) // it must return
	})
}

// FuzzRecord: whatever bytes stand in a record's place, reading ends in an answer; a flipped bit is always noticed, and so is
// a record under another key.
func FuzzRecord(f *testing.F) {
	key := []byte("key")
	good, err := encode(key, Block{Number: 7})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(good, uint16(3), uint8(1))
	f.Fuzz(func(t *testing.T, record []byte, at uint16, bit uint8) {
		var b Block
		_ = decode(key, record, &b) // it must return
		flipped := append([]byte(nil), good...)
		flipped[int(at)%len(flipped)] ^= 1 << (bit % 8)
		if decode(key, flipped, &b) == nil {
			t.Fatalf("bit %d of byte %d went unnoticed", bit%8, int(at)%len(flipped))
		}
		if decode([]byte("other"), good, &b) == nil {
			t.Fatal("read under another key")
		}
	})
}
