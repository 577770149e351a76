package content

import (
	"cmp"
	"container/list"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethml/ethml/internal/cid"
)

const tempPattern = ".incoming-*"

// Cache keeps blocks on disk, one file each, and drops those unused the longest
// when they exceed a limit. What it returns is checked like any source's block,
// so a crash or a flipped bit costs a fetch at most.
type Cache struct {
	dir   string
	limit int64

	mu    sync.Mutex
	byKey map[cid.Key]*list.Element
	order *list.List // of cached, the latest used first
	bytes int64
}

type cached struct {
	key  cid.Key
	name string
	size int64
}

// OpenCache opens the cache in dir, made if it is not there. limit is in bytes.
func OpenCache(dir string, limit int64) (*Cache, error) {
	if limit <= 0 {
		return nil, fmt.Errorf("content cache %s: limit of %d bytes, give a positive one", dir, limit)
	}
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return nil, fmt.Errorf("open content cache: %w", err)
	}
	c := &Cache{dir: dir, limit: limit, byKey: map[cid.Key]*list.Element{}, order: list.New()}
	if err := c.load(); err != nil {
		return nil, fmt.Errorf("open content cache %s: %w", dir, err)
	}
	return c, nil
}

// load finds what an earlier process left, in the order of its use.
func (c *Cache) load() error {
	entries, err := os.ReadDir(c.dir)
	if err != nil {
		return err
	}
	type found struct {
		cached
		used time.Time
	}
	var all []found
	for _, entry := range entries {
		if ok, _ := filepath.Match(tempPattern, entry.Name()); ok {
			_ = os.Remove(filepath.Join(c.dir, entry.Name())) // a write that a crash cut short
			continue
		}
		id, err := cid.Parse(entry.Name())
		if err != nil || !entry.Type().IsRegular() {
			continue // not ours
		}
		info, err := entry.Info()
		if err != nil {
			continue // gone meanwhile
		}
		all = append(all, found{cached{id.Key(), entry.Name(), info.Size()}, info.ModTime()})
	}
	slices.SortFunc(all, func(a, b found) int {
		return cmp.Or(b.used.Compare(a.used), strings.Compare(a.name, b.name))
	})
	for _, item := range all {
		c.byKey[item.key] = c.order.PushBack(item.cached)
		c.bytes += item.size
	}
	c.evict()
	return nil
}

// Get returns a block, or nil if the cache has none that is whole.
func (c *Cache) Get(id cid.CID) []byte {
	c.mu.Lock()
	element, ok := c.byKey[id.Key()]
	if ok {
		c.order.MoveToFront(element)
	}
	c.mu.Unlock()
	if !ok {
		return nil
	}
	name := filepath.Join(c.dir, element.Value.(cached).name)
	block, err := readFile(name)
	if err != nil || !id.Matches(block) {
		c.drop(id)
		return nil
	}
	// The time tells the next process the order. Losing it loses nothing else.
	now := time.Now()
	_ = os.Chtimes(name, now, now)
	return block
}

// Put stores a block that was verified.
func (c *Cache) Put(id cid.CID, block []byte) error {
	size := int64(len(block))
	if size > c.limit {
		return nil
	}
	name := id.String()
	if id.Codec == cid.V0 {
		name = cid.CID{Digest: id.Digest, Codec: cid.DagPB}.String()
	}
	if err := writeFile(filepath.Join(c.dir, name), block); err != nil {
		return fmt.Errorf("cache block %s: %w", id, err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if element, ok := c.byKey[id.Key()]; ok {
		c.order.MoveToFront(element)
		return nil
	}
	c.byKey[id.Key()] = c.order.PushFront(cached{id.Key(), name, size})
	c.bytes += size
	c.evict()
	return nil
}

// Bytes is the size of all blocks in the cache.
func (c *Cache) Bytes() int64 {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.bytes
}

func (c *Cache) evict() {
	for c.bytes > c.limit {
		c.remove(c.order.Back())
	}
}

func (c *Cache) drop(id cid.CID) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if element, ok := c.byKey[id.Key()]; ok {
		c.remove(element)
	}
}

func (c *Cache) remove(element *list.Element) {
	item := c.order.Remove(element).(cached)
	delete(c.byKey, item.key)
	c.bytes -= item.size
	_ = os.Remove(filepath.Join(c.dir, item.name)) // if it stays, the next load counts it again
}

func readFile(name string) ([]byte, error) {
	info, err := os.Stat(name)
	if err != nil {
		return nil, err
	}
	if info.Size() > MaxBlockBytes {
		return nil, fs.ErrInvalid
	}
	return os.ReadFile(name)
}

// writeFile never leaves a half-written file under name.
func writeFile(name string, data []byte) error {
	file, err := os.CreateTemp(filepath.Dir(name), tempPattern)
	if err != nil {
		return err
	}
	_, err = file.Write(data)
	if closeErr := file.Close(); err == nil {
		err = closeErr
	}
	if err == nil {
		err = os.Rename(file.Name(), name)
	}
	if err != nil {
		_ = os.Remove(file.Name())
	}
	return err
}
