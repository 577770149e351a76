package content

import (
	"context"
	"os"
	"sync"
	"testing"
	"time"

	"github.com/ethml/ethml/internal/cid"
)

func pattern(size int) []byte {
	data := make([]byte, size)
	state := uint32(size) + 1
	for i := range data {
		state = state*1664525 + 1013904223
		data[i] = byte(state >> 24)
	}
	return data
}

func newStore(t *testing.T, cfg Config) *Store {
	t.Helper()
	store, err := New(cfg)
	if err != nil {
		t.Fatal(err)
	}
	return store
}

func mustParse(t *testing.T, text string) cid.CID {
	t.Helper()
	id, err := cid.Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return id
}

func openEmbedded(t *testing.T) *Embedded {
	t.Helper()
	store, err := OpenEmbedded("")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	return store
}

func serveEmbedded(t *testing.T) (*Embedded, *Server) {
	t.Helper()
	store := openEmbedded(t)
	server, err := Serve(t.Context(), "127.0.0.1:0", store, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		ctx, cancel := context.WithTimeout(context.Background(), 10*time.Second)
		defer cancel()
		if err := server.Close(ctx); err != nil {
			t.Error(err)
		}
	})
	return store, server
}

func writeTestFile(t *testing.T, name string, data []byte) {
	t.Helper()
	if err := os.WriteFile(name, data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// fakeSource answers as told and counts how often it was asked.
type fakeSource struct {
	name   string
	answer func(ctx context.Context, id cid.CID, call int) ([]byte, error)

	mu    sync.Mutex
	calls int
}

func (f *fakeSource) Name() string { return f.name }

func (f *fakeSource) Block(ctx context.Context, id cid.CID) ([]byte, error) {
	f.mu.Lock()
	f.calls++
	call := f.calls
	f.mu.Unlock()
	return f.answer(ctx, id, call)
}

func (f *fakeSource) asked() int {
	f.mu.Lock()
	defer f.mu.Unlock()
	return f.calls
}

func serving(name string, blocks map[cid.CID][]byte) *fakeSource {
	return &fakeSource{name: name, answer: func(_ context.Context, id cid.CID, _ int) ([]byte, error) {
		if block, ok := blocks[id]; ok {
			return block, nil
		}
		return nil, &Error{Kind: ErrNotFound, CID: id}
	}}
}

func hanging(name string) *fakeSource {
	return &fakeSource{name: name, answer: func(ctx context.Context, id cid.CID, _ int) ([]byte, error) {
		<-ctx.Done()
		return nil, &Error{Kind: ErrUnavailable, CID: id, Err: ctx.Err()}
	}}
}
