package search

import (
	"bytes"
	"context"
	"errors"
	"math/rand/v2"
	"os"
	"runtime"
	"sync/atomic"
	"testing"

	"github.com/ethml/ethml/services/pow/internal/keccak"
)

func kernel(t testing.TB) keccak.Kernel {
	t.Helper()
	k, err := keccak.Select(os.Getenv("ETHML_POW_KERNEL"))
	if errors.Is(err, keccak.ErrUnsupported) {
		t.Skip(err)
	}
	if err != nil {
		t.Fatal(err)
	}
	return k
}

// puzzle has a target that one in 2^zeros hashes meets.
func puzzle(t testing.TB, zeros int) keccak.Puzzle {
	t.Helper()
	seed := rand.Uint64()
	t.Logf("seed %#x", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	var p keccak.Puzzle
	for i := range p.Challenge {
		p.Challenge[i] = byte(r.Uint32())
	}
	for i := range p.Miner {
		p.Miner[i] = byte(r.Uint32())
	}
	for i := zeros; i < 256; i++ {
		p.Target[i/8] |= 0x80 >> (i % 8)
	}
	return p
}

// hopeless has a solution in no nonce that a test will ever try.
func hopeless(t testing.TB) keccak.Puzzle {
	t.Helper()
	p := puzzle(t, 0)
	p.Target = [32]byte{31: 1}
	return p
}

func TestSearchFindsASolution(t *testing.T) {
	for _, zeros := range []int{0, 1, 4, 9, 16, 19} {
		for _, threads := range []int{1, 2, 5} {
			s := New(Config{Kernel: kernel(t), Threads: threads, Nice: 1})
			p := puzzle(t, zeros)
			r, err := s.Search(t.Context(), Job{Puzzle: p, Start: keccak.Nonce{0: 0xab, 27: 0xcd}})
			if err != nil {
				t.Fatal(err)
			}
			if !p.Solves(r.Nonce) {
				t.Errorf("%d leading zeros, %d threads: %s is no solution", zeros, threads, r.Nonce)
			}
			s.Wait()
			if r.Hashes == 0 || s.Hashes() < r.Hashes || s.Hashes() > r.Hashes+uint64(threads)<<13 {
				t.Errorf("counted %d hashes, %d in all", r.Hashes, s.Hashes())
			}
		}
	}
}

func TestSearchAtEveryNonceHitsStopsAfterOneStepAThread(t *testing.T) {
	s := New(Config{Kernel: kernel(t), Threads: 2})
	p := puzzle(t, 0)
	r, err := s.Search(t.Context(), Job{Puzzle: p})
	if err != nil {
		t.Fatal(err)
	}
	if r.Hashes > 16 {
		t.Errorf("needed %d hashes", r.Hashes)
	}
}

// One thread's search is the scanner's walk: counted to the hash, nothing left out, nothing done twice.
func TestSearchCountsExactly(t *testing.T) {
	k := kernel(t)
	s := New(Config{Kernel: k, Threads: 1})
	p := puzzle(t, 17)
	start := keccak.Nonce{20: 1}
	got, err := s.Search(t.Context(), Job{Puzzle: p, Start: start})
	if err != nil {
		t.Fatal(err)
	}
	scanner, batches, want := k.NewScanner(&p, start), uint64(1), uint64(0)
	for {
		if scanner.Done() {
			scanner.Reset(&p, start.AddBatches(batches))
			batches++
		}
		solutions, hashes, err := scanner.Scan()
		if err != nil {
			t.Fatal(err)
		}
		want += hashes
		if len(solutions) > 0 {
			if got.Nonce != solutions[0] || got.Hashes != want || got.Next != start.AddBatches(batches) {
				t.Errorf("got %+v, want %s after %d hashes and %d batches", got, solutions[0], want, batches)
			}
			return
		}
	}
}

func TestSearchResumesBehindWhatItHasTried(t *testing.T) {
	s := New(Config{Kernel: kernel(t), Threads: 3})
	p := puzzle(t, 15)
	next := keccak.Nonce{8: 0xff, 24: 0xff, 25: 0xff, 26: 0xff, 27: 0xff, 28: 0xff, 29: 0xfe} // carries at 2^64
	seen := map[keccak.Nonce]bool{}
	for range 20 {
		r, err := s.Search(t.Context(), Job{Puzzle: p, Start: next})
		if err != nil {
			t.Fatal(err)
		}
		if seen[r.Nonce] {
			t.Fatalf("%s was found twice", r.Nonce)
		}
		if bytes.Compare(r.Nonce[:], next[:]) < 0 || bytes.Compare(r.Nonce[:], r.Next[:]) >= 0 {
			t.Fatalf("%s lies outside of %s to %s", r.Nonce, next, r.Next)
		}
		seen[r.Nonce] = true
		next = r.Next
	}
}

func TestSearchStopsWithinASliceOfEachThread(t *testing.T) {
	const threads = 3
	s := New(Config{Kernel: kernel(t), Threads: threads, Nice: 3})
	// The most that one slice of any kernel tests.
	const slice = 1 << 13
	var total uint64
	for range 20 {
		ctx, cancel := context.WithCancel(t.Context())
		var progress atomic.Uint64
		type outcome struct {
			Result
			error
		}
		done := make(chan outcome, 1)
		go func() {
			r, err := s.Search(ctx, Job{Puzzle: hopeless(t), Progress: &progress})
			done <- outcome{r, err}
		}()
		for ; progress.Load() == 0; runtime.Gosched() { // until it runs
			select {
			case o := <-done:
				t.Fatalf("search ended: %+v", o)
			default:
			}
		}
		cancel()
		atCancel := progress.Load()
		o := <-done
		if !errors.Is(o.error, context.Canceled) {
			t.Fatal(o.error)
		}
		s.Wait()
		if late := progress.Load() - atCancel; late > threads*slice {
			t.Errorf("%d hashes after the stop", late)
		}
		if o.Hashes > progress.Load() {
			t.Errorf("counted %d, progress %d", o.Hashes, progress.Load())
		}
		if total += progress.Load(); s.Hashes() != total {
			t.Errorf("counted %d in all, want %d", s.Hashes(), total)
		}
	}
}

func TestSearchTellsOfASolutionOnce(t *testing.T) {
	s := New(Config{Kernel: kernel(t), Threads: 4})
	var calls atomic.Int32
	var told keccak.Nonce
	r, err := s.Search(t.Context(), Job{Puzzle: puzzle(t, 1), Found: func(n keccak.Nonce) { calls.Add(1); told = n }})
	if err != nil {
		t.Fatal(err)
	}
	if calls.Load() != 1 || told != r.Nonce {
		t.Errorf("told of %s in %d calls, returned %s", told, calls.Load(), r.Nonce)
	}
}

func TestSearchRefusesATargetOfZero(t *testing.T) {
	s := New(Config{Kernel: kernel(t)})
	if _, err := s.Search(t.Context(), Job{}); !errors.Is(err, keccak.ErrNoTarget) {
		t.Errorf("got %v", err)
	}
}

func TestSearchWithACancelledContextHashesNothing(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	s := New(Config{Kernel: kernel(t)})
	r, err := s.Search(ctx, Job{Puzzle: hopeless(t)})
	if !errors.Is(err, context.Canceled) || r.Hashes != 0 {
		t.Errorf("%d hashes, %v", r.Hashes, err)
	}
}
