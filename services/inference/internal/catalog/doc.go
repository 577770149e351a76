// Package catalog knows the models, from the chain and from a local folder, and
// answers with those that have earned it.
//
// Guarantees for a model from the chain: its manifest and file are the bytes
// its registration names; codec, decimals, rule and tolerance are those on
// chain; it takes and gives what its manifest says; it has reproduced every one
// of its golden cases on this machine, through the very code that votes. Short
// of any of that it is unavailable, with the reason.
package catalog

import (
	"cmp"
	"context"
	"log/slog"
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethml/ethml/internal/cid"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/pool"
)

// Content reads files by CID.
type Content interface {
	Get(ctx context.Context, id cid.CID, maxBytes int64) ([]byte, error)
}

// Runner runs models.
type Runner interface {
	Load(context.Context, pool.Spec) (frame.Description, error)
	Run(context.Context, pool.Spec, []frame.Tensor, []string) (pool.Result, error)
	Forget(key string)
}

// Config says what a catalog works with.
type Config struct {
	Content Content
	Runner  Runner
	// Folder has local models as NAME/VERSION/model.onnx; empty for none.
	Folder string
	// MaxModel is the largest ONNX file taken, in bytes; 0 means 512 MiB.
	MaxModel int64
	// MaxMemory is the most memory a model of the chain may ask for, in MiB; 0 means 4096.
	MaxMemory int64
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Logger must be set.
	Logger *slog.Logger
}

// Catalog knows models. It is safe for concurrent use.
type Catalog struct {
	c Config

	golden atomic.Uint64 // models that did not reproduce a golden case

	mu    sync.Mutex
	chain map[uint64]*Entry
	local map[string]map[string]*Entry // by name and version
}

// GoldenFailures counts the loads that ended with a golden case that came out otherwise on this machine.
func (c *Catalog) GoldenFailures() uint64 { return c.golden.Load() }

// New makes a catalog and reads the local folder.
func New(c Config) (*Catalog, error) {
	c.MaxModel = cmp.Or(c.MaxModel, 512<<20)
	c.MaxMemory = cmp.Or(c.MaxMemory, 4096)
	if c.Now == nil {
		c.Now = time.Now
	}
	cat := &Catalog{c: c, chain: map[uint64]*Entry{}, local: map[string]map[string]*Entry{}}
	return cat, cat.scan()
}

// Register makes a model of the chain known. After a reorganisation another one
// may come under the same id.
func (c *Catalog) Register(r *ethmlv1.ModelRegistered) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if old := c.chain[r.GetId()]; old != nil && old.ManifestCID == r.GetManifestCid() {
		return
	}
	e := &Entry{ID: r.GetId(), ManifestCID: r.GetManifestCid(), now: c.c.Now}
	e.load = func(ctx context.Context) (*Ready, error) { return c.loadChain(ctx, e, r) }
	c.chain[r.GetId()] = e
}

// Chain finds a model of the chain by id; nil if there is none.
func (c *Catalog) Chain(id uint64) *Entry {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.chain[id]
}

// Find finds a model by id ("1") or name, local ones first, and version; an empty
// version means the newest. Nil if there is none.
func (c *Catalog) Find(name, version string) *Entry {
	c.mu.Lock()
	defer c.mu.Unlock()
	if versions := c.local[name]; versions != nil {
		if version != "" {
			return versions[version]
		}
		return versions[newest(versions)]
	}
	if id, err := strconv.ParseUint(name, 10, 64); err == nil {
		if e := c.chain[id]; e != nil && e.matches(version) {
			return e
		}
	}
	// The latest registration of a name stands for it.
	var found *Entry
	for _, e := range c.chain {
		i := e.Info()
		if i.Name == name && e.matches(version) && (found == nil || e.ID > found.ID) {
			found = e
		}
	}
	return found
}

// matches tells whether a version was asked for that the model has: its
// manifest's, or "1", which servers of this protocol call an only version.
func (e *Entry) matches(version string) bool {
	return version == "" || version == "1" || version == e.Info().Version
}

func newest(versions map[string]*Entry) string {
	best := ""
	for v := range versions {
		if best == "" || newer(v, best) {
			best = v
		}
	}
	return best
}

func newer(a, b string) bool {
	x, errX := strconv.ParseUint(a, 10, 64)
	y, errY := strconv.ParseUint(b, 10, 64)
	if errX == nil && errY == nil {
		return x > y
	}
	return a > b
}

// All lists the models: those of the chain in order of id, then local ones by name.
func (c *Catalog) All() []*Entry {
	c.mu.Lock()
	defer c.mu.Unlock()
	var all []*Entry
	for _, e := range c.chain {
		all = append(all, e)
	}
	for _, versions := range c.local {
		for _, e := range versions {
			all = append(all, e)
		}
	}
	slices.SortFunc(all, func(a, b *Entry) int {
		x, y := a.Info(), b.Info()
		return cmp.Or(cmp.Compare(a.ID-1, b.ID-1), cmp.Compare(x.Name, y.Name), cmp.Compare(x.Version, y.Version))
	})
	return all
}

// Reload forgets what is known of a model's state, quarantine included, so that
// it is loaded anew.
func (c *Catalog) Reload(e *Entry) {
	c.forget(e)
	e.reset(false)
}

// Unload frees what a model holds. A model of the chain comes back when it is
// next asked for, since its requests are to be answered; a local one stays away
// until it is loaded again.
func (c *Catalog) Unload(e *Entry) {
	c.forget(e)
	e.reset(e.ID == 0)
}

func (c *Catalog) forget(e *Entry) {
	c.c.Runner.Forget(e.key())
	c.c.Runner.Forget(callPrefix + e.key())
}
