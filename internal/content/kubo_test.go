package content

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/kubotest"
)

func TestRealKubo(t *testing.T) {
	daemon := kubotest.Start(t)
	kubo, err := NewKubo(daemon.API, nil)
	if err != nil {
		t.Fatal(err)
	}
	gateway, err := NewGateway(daemon.Gateway, nil)
	if err != nil {
		t.Fatal(err)
	}
	raw, dagpb := []byte("[1, 2, 3]"), pattern(3<<20+17)

	t.Run("AddGivesTheCIDOfTheEmbeddedStore", func(t *testing.T) {
		// 46 MiB is more leaves than one node has links, so a DAG three deep.
		for _, size := range []int{0, 9, ChunkBytes, ChunkBytes + 1, 3<<20 + 17, 46 << 20} {
			want, err := Identify(pattern(size))
			if err != nil {
				t.Fatal(err)
			}
			// Add itself compares what kubo answers.
			if got, err := kubo.Add(ctxOf(t), pattern(size)); err != nil || got != want {
				t.Errorf("%d bytes: %s, %v; want %s", size, got, err, want)
			}
		}
	})

	for _, source := range []Source{kubo, gateway} {
		store := newStore(t, Config{Remotes: []Source{source}})
		t.Run(source.Name()[:4]+"ServesRawAndDagPB", func(t *testing.T) {
			for _, data := range [][]byte{raw, dagpb} {
				id, err := kubo.Add(ctxOf(t), data)
				if err != nil {
					t.Fatal(err)
				}
				if got, err := store.Get(ctxOf(t), id, 4<<20); err != nil || !bytes.Equal(got, data) {
					t.Errorf("%s: %d bytes, %v; want %d", id, len(got), err, len(data))
				}
				if _, err := store.Get(ctxOf(t), id, int64(len(data))-1); !errors.Is(err, ErrTooLarge) {
					t.Errorf("%s under a limit one short: %v, want ErrTooLarge", id, err)
				}
			}
		})
		t.Run(source.Name()[:4]+"MissesQuickly", func(t *testing.T) {
			begun := time.Now()
			_, err := store.Get(ctxOf(t), cid.Sum(cid.Raw, []byte("nobody has this")), 1<<20)
			if !errors.Is(err, ErrNotFound) {
				t.Errorf("%v, want ErrNotFound", err)
			}
			if took := time.Since(begun); took > 30*time.Second {
				t.Errorf("took %s", took)
			}
		})
	}

	t.Run("ReadsFilesOfOtherImporters", func(t *testing.T) {
		name := t.TempDir() + "/file"
		writeTestFile(t, name, dagpb)
		for _, options := range [][]string{
			{}, // kubo's default, CIDv0 with dag-pb leaves
			{"--cid-version=1", "--chunker=size-1048576"},
			{"--cid-version=1", "--trickle"},
			{"--cid-version=1", "--raw-leaves=false", "--chunker=rabin"},
		} {
			id := mustParse(t, daemon.Run(append([]string{"--api", loopback(daemon.API), "add", "-Q", name}, options...)...))
			got, err := newStore(t, Config{Remotes: []Source{kubo}}).Get(ctxOf(t), id, 4<<20)
			if err != nil || !bytes.Equal(got, dagpb) {
				t.Errorf("ipfs add %v: %d bytes, %v; want %d", options, len(got), err, len(dagpb))
			}
		}
	})

	t.Run("AddBlockKeepsOneBlock", func(t *testing.T) {
		block := pattern(1 << 20)
		id, err := kubo.AddBlock(ctxOf(t), cid.Raw, block)
		if err != nil || id != cid.Sum(cid.Raw, block) {
			t.Fatalf("%s, %v", id, err)
		}
		if got, err := kubo.Block(ctxOf(t), id); err != nil || !bytes.Equal(got, block) {
			t.Errorf("%d bytes, %v", len(got), err)
		}
	})

	t.Run("RestartIsSurvived", func(t *testing.T) {
		id, err := kubo.Add(ctxOf(t), dagpb)
		if err != nil {
			t.Fatal(err)
		}
		daemon.Stop()
		begun := time.Now()
		store := newStore(t, Config{Remotes: []Source{kubo}})
		_, err = store.Get(ctxOf(t), id, 4<<20)
		if !errors.Is(err, ErrUnavailable) || !strings.Contains(err.Error(), daemon.API) {
			t.Errorf("while stopped: %v, want ErrUnavailable with the address", err)
		}
		if took := time.Since(begun); took > 30*time.Second {
			t.Errorf("a stopped daemon cost %s", took)
		}
		if err := kubo.Check(ctxOf(t)); err == nil || !strings.Contains(err.Error(), "ipfs daemon") {
			t.Errorf("check while stopped: %v, want the remedy", err)
		}
		daemon.Start()
		if got, err := store.Get(ctxOf(t), id, 4<<20); err != nil || !bytes.Equal(got, dagpb) {
			t.Errorf("after the restart: %d bytes, %v", len(got), err)
		}
	})

	t.Run("RestartInTheMiddleOfAReadIsSurvived", func(t *testing.T) {
		id, err := kubo.Add(ctxOf(t), pattern(5<<20))
		if err != nil {
			t.Fatal(err)
		}
		cache, err := OpenCache(t.TempDir(), 32<<20)
		if err != nil {
			t.Fatal(err)
		}
		var served, missed atomic.Int32
		stopped, met := make(chan struct{}), make(chan struct{})
		store := newStore(t, Config{Remotes: []Source{kubo}, Cache: cache, Parallel: 1, Observe: func(_ string, outcome Outcome, _ time.Duration) {
			switch outcome {
			case Served:
				// The root and a leaf are here: stop it, and go on with the read only then.
				if served.Add(1) == 2 {
					daemon.Stop()
					close(stopped)
				}
			case Unavailable:
				if missed.Add(1) == 1 {
					close(met)
				}
			}
		}})
		restarted := make(chan struct{})
		go func() {
			defer close(restarted)
			<-stopped
			<-met // the read has met the closed door
			daemon.Start()
		}()
		// Whether this read outlasts the restart depends on how long that takes; the next one goes on where it ended.
		got, err := store.Get(ctxOf(t), id, 6<<20)
		<-restarted
		if errors.Is(err, ErrUnavailable) {
			got, err = store.Get(ctxOf(t), id, 6<<20)
		}
		if err != nil || !bytes.Equal(got, pattern(5<<20)) {
			t.Errorf("%d bytes, %v", len(got), err)
		}
		if blocks := int32(1 + 5<<20/ChunkBytes); served.Load() != blocks {
			t.Errorf("%d blocks were served, the file has %d", served.Load(), blocks)
		}
	})

	t.Run("HangIsBounded", func(t *testing.T) {
		id, err := kubo.Add(ctxOf(t), raw)
		if err != nil {
			t.Fatal(err)
		}
		daemon.Pause()
		defer daemon.Resume()
		begun := time.Now()
		_, err = newStore(t, Config{Remotes: []Source{kubo}, BlockTimeout: 300 * time.Millisecond}).Get(ctxOf(t), id, 1<<20)
		if !errors.Is(err, ErrUnavailable) || !strings.Contains(err.Error(), "300ms") {
			t.Errorf("%v, want ErrUnavailable that names the timeout", err)
		}
		if took := time.Since(begun); took > 30*time.Second {
			t.Errorf("took %s", took)
		}
	})
}

// TestRealKuboClientUsesTheEmbeddedServer holds the API that Handler offers
// against the command-line client of kubo.
func TestRealKuboClientUsesTheEmbeddedServer(t *testing.T) {
	daemon := kubotest.Start(t)
	embedded, server := serveEmbedded(t)
	data := pattern(700_000)
	name := t.TempDir() + "/file"
	writeTestFile(t, name, data)

	id := mustParse(t, daemon.Run("--api", loopback(server.URL), "add", "-Q", "--cid-version=1", name))
	got, err := newStore(t, Config{Embedded: embedded}).Get(ctxOf(t), id, 1<<20)
	if err != nil || !bytes.Equal(got, data) {
		t.Errorf("%s: %d bytes, %v; want %d", id, len(got), err, len(data))
	}
}

func loopback(url string) string {
	return "/ip4/127.0.0.1/tcp/" + url[strings.LastIndex(url, ":")+1:]
}

func ctxOf(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	t.Cleanup(cancel)
	return ctx
}
