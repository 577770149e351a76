package content

import (
	"context"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/ethml/ethml/internal/cid"
)

// meeting answers nobody until so many are there at once, and then everybody.
type meeting struct {
	blocks  map[cid.CID][]byte
	wanted  int64
	here    atomic.Int64
	most    atomic.Int64
	threads atomic.Int64
	met     chan struct{}
}

func (m *meeting) Name() string { return "meeting" }

func (m *meeting) Block(ctx context.Context, id cid.CID) ([]byte, error) {
	here := m.here.Add(1)
	defer m.here.Add(-1)
	raise(&m.most, here)
	raise(&m.threads, int64(runtime.NumGoroutine()))
	if id.IsRaw() {
		if here == m.wanted {
			select {
			case <-m.met:
			default:
				close(m.met)
			}
		}
		select {
		case <-m.met:
		case <-ctx.Done():
			return nil, &Error{Kind: ErrUnavailable, CID: id, Err: ctx.Err()}
		}
	}
	return m.blocks[id], nil
}

func raise(most *atomic.Int64, value int64) {
	for {
		old := most.Load()
		if value <= old || most.CompareAndSwap(old, value) {
			return
		}
	}
}

// TestLeavesAreFetchedAsManyAtOnceAsIsAllowed reads a file of 64 different
// leaves, none of which is served before four of them are asked for.
func TestLeavesAreFetchedAsManyAtOnceAsIsAllowed(t *testing.T) {
	d := newDAG(t)
	var links []link
	for i := range byte(64) {
		links = append(links, link{d.raw([]byte{i, 1, 2}), 3})
	}
	root := d.node(file, nil, 3*64, links...)
	source := &meeting{blocks: d.blocks, wanted: 4, met: make(chan struct{})}
	if _, err := newStore(t, Config{Remotes: []Source{source}, Parallel: 4}).Get(ctxOf(t), root, 1000); err != nil {
		t.Fatal(err)
	}
	if most := source.most.Load(); most != 4 {
		t.Errorf("%d at once, want 4", most)
	}
}

// TestAnUnfoldingDAGStartsNoMoreGoroutinesThanAreAllowed reads a file whose
// every node links two more: 4,096 leaves of twelve blocks.
func TestAnUnfoldingDAGStartsNoMoreGoroutinesThanAreAllowed(t *testing.T) {
	d := newDAG(t)
	id, size := d.raw([]byte("aaa")), uint64(3)
	for range 12 {
		id = d.node(file, nil, 2*size, link{id, size}, link{id, size})
		size *= 2
	}
	source := &meeting{blocks: d.blocks, wanted: 8, met: make(chan struct{})}
	before := runtime.NumGoroutine()
	if _, err := newStore(t, Config{Remotes: []Source{source}, Parallel: 8}).Get(ctxOf(t), id, 4<<20); err != nil {
		t.Fatal(err)
	}
	// Eight fetches, each with a goroutine for its source, and some of other tests that are ending.
	if more := source.threads.Load() - int64(before); more > 24 {
		t.Errorf("%d more goroutines", more)
	}
}
