package content

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethml/ethml/internal/cid"
)

func openCache(t *testing.T, dir string, limit int64) *Cache {
	t.Helper()
	cache, err := OpenCache(dir, limit)
	if err != nil {
		t.Fatal(err)
	}
	return cache
}

func put(t *testing.T, cache *Cache, block []byte) cid.CID {
	t.Helper()
	id := cid.Sum(cid.Raw, block)
	if err := cache.Put(id, block); err != nil {
		t.Fatal(err)
	}
	return id
}

func TestCacheDropsWhatWasUnusedTheLongest(t *testing.T) {
	cache := openCache(t, t.TempDir(), 300)
	first, second := put(t, cache, pattern(100)), put(t, cache, pattern(101))
	if cache.Get(first) == nil {
		t.Fatal("first block is gone")
	}
	third := put(t, cache, pattern(102)) // 303 bytes: one must go
	if cache.Get(second) != nil {
		t.Error("the block unused the longest is still there")
	}
	if cache.Get(first) == nil || cache.Get(third) == nil {
		t.Error("a block in use was dropped")
	}
	if cache.Bytes() != 202 {
		t.Errorf("%d bytes, want 202", cache.Bytes())
	}
	put(t, cache, pattern(301)) // larger than the whole cache
	if cache.Bytes() != 202 {
		t.Errorf("%d bytes after a block that does not fit, want 202", cache.Bytes())
	}
}

func TestCacheSurvivesARestart(t *testing.T) {
	dir := t.TempDir()
	cache := openCache(t, dir, 300)
	first, second := put(t, cache, pattern(100)), put(t, cache, pattern(101))
	// The clock of a file system may be too coarse to order two writes.
	old := time.Now().Add(-time.Hour)
	if err := os.Chtimes(filepath.Join(dir, second.String()), old, old); err != nil {
		t.Fatal(err)
	}
	writeTestFile(t, filepath.Join(dir, ".incoming-123"), []byte("cut short"))
	writeTestFile(t, filepath.Join(dir, "README"), []byte("not ours"))

	again := openCache(t, dir, 150)
	if !bytes.Equal(again.Get(first), pattern(100)) {
		t.Error("the block used last is gone")
	}
	if again.Get(second) != nil || again.Bytes() != 100 {
		t.Errorf("%d bytes after a restart under a smaller limit, want 100", again.Bytes())
	}
	if _, err := os.Stat(filepath.Join(dir, ".incoming-123")); !os.IsNotExist(err) {
		t.Errorf("half-written file: %v, want it removed", err)
	}
	if _, err := os.Stat(filepath.Join(dir, "README")); err != nil {
		t.Errorf("somebody else's file: %v", err)
	}
}

func TestCacheNeverReturnsDamagedBlocks(t *testing.T) {
	dir := t.TempDir()
	cache := openCache(t, dir, 1000)
	id := put(t, cache, pattern(100))
	writeTestFile(t, filepath.Join(dir, id.String()), pattern(99))
	if cache.Get(id) != nil {
		t.Error("a damaged block came back")
	}
	if cache.Bytes() != 0 {
		t.Errorf("%d bytes after dropping the only block", cache.Bytes())
	}
	put(t, cache, pattern(100))
	if cache.Get(id) == nil {
		t.Error("the block cannot be stored again")
	}
}

func TestCacheKnowsBothVersionsOfACID(t *testing.T) {
	cache := openCache(t, t.TempDir(), 1000)
	block := pattern(10)
	if err := cache.Put(cid.Sum(cid.V0, block), block); err != nil {
		t.Fatal(err)
	}
	if cache.Get(cid.Sum(cid.DagPB, block)) == nil {
		t.Error("block stored under a CIDv0 is not found under the equal CIDv1")
	}
}
