package keccak

import (
	"bytes"
	"encoding/hex"
	"errors"
	"maps"
	"math/rand/v2"
	"os"
	"slices"
	"strings"
	"testing"
)

// each runs a test for every kernel there is on this architecture, and says so where the CPU lacks one.
// ETHML_POW_KERNEL, where set, narrows it to one.
func each(t *testing.T, test func(t *testing.T, k Kernel)) {
	t.Helper()
	only := os.Getenv("ETHML_POW_KERNEL")
	for _, k := range kernels() {
		if only != "" && only != k.name {
			continue
		}
		t.Run(k.name, func(t *testing.T) {
			if !k.supported {
				t.Skipf("this CPU can't run kernel %s", k.name)
			}
			test(t, k)
		})
	}
}

func random(t testing.TB) *rand.Rand {
	t.Helper()
	seed := rand.Uint64()
	t.Logf("seed %#x", seed)
	return rand.New(rand.NewPCG(seed, 0))
}

func fill(r *rand.Rand, b []byte) {
	for i := range b {
		b[i] = byte(r.Uint32())
	}
}

// target has the given number of leading zero bits, and random ones behind.
func target(r *rand.Rand, zeros int) (t [32]byte) {
	fill(r, t[:])
	for i := range zeros {
		t[i/8] &^= 0x80 >> (i % 8)
	}
	t[zeros/8] |= 0x80 >> (zeros % 8)
	return t
}

func randomPuzzle(r *rand.Rand, zeros int) (*Puzzle, Nonce) {
	p := &Puzzle{Target: target(r, zeros)}
	fill(r, p.Challenge[:])
	fill(r, p.Miner[:])
	var n Nonce
	fill(r, n[:])
	return p, n
}

// scanned is the set of solutions that a kernel finds in a batch; it checks the counts on the way.
func scanned(t testing.TB, k Kernel, p *Puzzle, n Nonce) map[Nonce]bool {
	t.Helper()
	found := make(map[Nonce]bool)
	s := k.NewScanner(p, n)
	total := uint64(0)
	for !s.Done() {
		hits, hashes, err := s.Scan()
		if err != nil {
			t.Fatal(err)
		}
		if hashes == 0 || hashes > k.slice<<k.laneBits {
			t.Fatalf("a slice counted %d hashes", hashes)
		}
		for _, h := range hits {
			if found[h] {
				t.Fatalf("nonce %s was tested twice", h)
			}
			found[h] = true
		}
		total += hashes
	}
	if total != BatchSize {
		t.Fatalf("a batch counted %d hashes", total)
	}
	return found
}

// library is the set of solutions in a batch.
func library(p *Puzzle, n Nonce) map[Nonce]bool {
	found := make(map[Nonce]bool)
	v := newVerifier()
	for i := range uint64(BatchSize) {
		if nonce := n.Batch().Add(i); v.solves(p, nonce) {
			found[nonce] = true
		}
	}
	return found
}

func TestHashIsKeccak256OfTheConcatenation(t *testing.T) {
	for _, v := range vectors {
		p := &Puzzle{Challenge: [32]byte(bytes.Repeat([]byte{v.challenge}, 32)), Miner: [20]byte(bytes.Repeat([]byte{v.miner}, 20))}
		n := Nonce(bytes.Repeat([]byte{v.nonce}, 32))
		got := newVerifier().keccak256(p, n)
		if hex.EncodeToString(got[:]) != v.hash {
			t.Errorf("got %x, want %s", got, v.hash)
		}
		if got[0] != 0 {
			continue // too many other solutions of such a target
		}
		each(t, func(t *testing.T, k Kernel) {
			p.Target = [32]byte(got[:])
			if found := scanned(t, k, p, n); !found[n] {
				t.Errorf("a target equal to the hash isn't met")
			}
			exact := p.Target
			p.Target = below(exact)
			if found := scanned(t, k, p, n); found[n] {
				t.Errorf("a target one below the hash is met")
			}
		})
	}
}

// below is t - 1.
func below(t [32]byte) [32]byte {
	for i := 31; i >= 0; i-- {
		t[i]--
		if t[i] != 0xff {
			break
		}
	}
	return t
}

func TestKernelFindsExactlyTheLibrarysSolutionsInABatch(t *testing.T) {
	r := random(t)
	for _, zeros := range []int{0, 1, 6, 13} {
		p, n := randomPuzzle(r, zeros)
		want := library(p, n)
		each(t, func(t *testing.T, k Kernel) {
			if got := scanned(t, k, p, n); !maps.Equal(got, want) {
				t.Errorf("%d leading zeros: %d solutions, the library has %d", zeros, len(got), len(want))
			}
		})
	}
}

func TestKernelFindsEveryNonceOfABatchWhenEveryNonceSolves(t *testing.T) {
	r := random(t)
	p, n := randomPuzzle(r, 0)
	p.Target = [32]byte(bytes.Repeat([]byte{0xff}, 32))
	each(t, func(t *testing.T, k Kernel) {
		got := scanned(t, k, p, n)
		if len(got) != BatchSize {
			t.Fatalf("%d solutions", len(got))
		}
		for i := range uint64(BatchSize) {
			if !got[n.Batch().Add(i)] {
				t.Fatalf("nonce %d of the batch is missing", i)
			}
		}
	})
}

func TestKernelReportsAllSolutionsOfOneStepAtOnce(t *testing.T) {
	r := random(t)
	p, n := randomPuzzle(r, 0)
	p.Target = [32]byte(bytes.Repeat([]byte{0xff}, 32))
	each(t, func(t *testing.T, k Kernel) {
		s := k.NewScanner(p, n)
		hits, hashes, err := s.Scan()
		if err != nil {
			t.Fatal(err)
		}
		if lanes := 1 << k.laneBits; len(hits) != lanes || hashes != uint64(lanes) {
			t.Errorf("%d solutions in %d hashes, want %d", len(hits), hashes, lanes)
		}
	})
}

// A solution in the first and the last step of a batch, and one right behind another, are what an off-by-one
// in the walk would lose.
func TestKernelFindsSolutionsAtTheEdgesOfABatch(t *testing.T) {
	r := random(t)
	each(t, func(t *testing.T, k Kernel) {
		p, n := randomPuzzle(r, 0)
		s := k.NewScanner(p, n)
		v := newVerifier()
		for _, step := range []uint64{0, 1, k.slice - 1, k.slice, s.steps() - 2, s.steps() - 1} {
			for lane := range 1 << k.laneBits {
				nonce := s.nonce(step, lane)
				// A target equal to the hash, from a puzzle for which it is a small one.
				for p.Target = *v.keccak256(p, nonce); p.Target[0] != 0; p.Target = *v.keccak256(p, nonce) {
					p.Challenge[r.IntN(32)]++
				}
				if found := scanned(t, k, p, n); !found[nonce] {
					t.Errorf("step %d, lane %d isn't found", step, lane)
				}
			}
		}
	})
}

func TestKernelCarriesIntoHigherNonceBits(t *testing.T) {
	r := random(t)
	for _, at := range []string{
		"00000000000000000000000000000000000000000000000000000000ffff8000", // to 2^32
		"000000000000000000000000000000000000000000000000ffffffffffff8000", // to 2^64
		"0000000000000000ffffffffffffffffffffffffffffffffffffffffffff8000", // to 2^192
		"ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8000", // to 2^256
	} {
		raw, err := hex.DecodeString(at)
		if err != nil {
			t.Fatal(err)
		}
		p, _ := randomPuzzle(r, 9)
		first := Nonce(raw)
		second := first.AddBatches(1)
		want := library(p, first)
		maps.Copy(want, library(p, second))
		each(t, func(t *testing.T, k Kernel) {
			got := scanned(t, k, p, first)
			maps.Copy(got, scanned(t, k, p, second))
			if !maps.Equal(got, want) {
				t.Errorf("from %s: %d solutions, the library has %d", at, len(got), len(want))
			}
		})
	}
}

func TestNonceAddCarries(t *testing.T) {
	ones := Nonce(bytes.Repeat([]byte{0xff}, 32))
	if got := ones.Add(1); got != (Nonce{}) {
		t.Errorf("2^256 - 1 + 1 = %s", got)
	}
	if got := ones.AddBatches(1); got != (Nonce{30: 0xff, 31: 0xff}) {
		t.Errorf("2^256 - 1 + 2^16 = %s", got)
	}
	if got := (Nonce{24: 0xff, 25: 0xff, 26: 0xff, 27: 0xff, 28: 0xff, 29: 0xff}).AddBatches(1); got != (Nonce{23: 1}) {
		t.Errorf("2^64 - 2^16 + 2^16 = %s", got)
	}
	if got := (Nonce{}).AddBatches(1 << 63); got != (Nonce{22: 0x80}) {
		t.Errorf("2^63 batches = %s", got)
	}
}

func TestSelectNamesWhatThereIs(t *testing.T) {
	for _, name := range []string{"", "auto"} {
		k, err := Select(name)
		if err != nil {
			t.Fatal(err)
		}
		if k.name != Names()[0] {
			t.Errorf("%q selects %s", name, k)
		}
	}
	_, err := Select("sse9")
	if err == nil || !strings.Contains(err.Error(), "sse9") || !strings.Contains(err.Error(), "portable") {
		t.Errorf("an unknown kernel: %v", err)
	}
	if names := Names(); !slices.Contains(names, "portable") {
		t.Errorf("%v lacks portable", names)
	}
}

// brokenWalk is a kernel that reports candidates which are none.
type brokenWalk struct{ walk }

func (w brokenWalk) scan(step, end uint64) (next, candidates uint64) { return step + 1, 1 }

// blindWalk never finds anything.
type blindWalk struct{ walk }

func (w blindWalk) scan(step, end uint64) (next, candidates uint64) { return end, 0 }

func TestAKernelThatComputesWrongHashesIsFoundOut(t *testing.T) {
	for name, broken := range map[string]func() walk{
		"false candidates": func() walk { return brokenWalk{new(walk1)} },
		"missed solutions": func() walk { return blindWalk{new(walk1)} },
	} {
		k := portable
		k.newWalk = broken
		if err := k.selfTest(); !errors.Is(err, ErrFault) {
			t.Errorf("%s: self-test says %v", name, err)
		}
	}
	k := portable
	k.newWalk = func() walk { return brokenWalk{new(walk1)} }
	s := k.NewScanner(&Puzzle{Target: [32]byte{10: 1}}, Nonce{})
	if _, _, err := s.Scan(); !errors.Is(err, ErrFault) {
		t.Errorf("a search says %v", err)
	}
}

// The beginning of a batch only: fuzzing is about many inputs, whole batches are tested above.
func FuzzKernelsAgreeWithTheLibrary(f *testing.F) {
	f.Add([]byte("challenge"), []byte("miner"), []byte{0xff, 0xff, 0xff, 0xff}, uint8(7))
	f.Add([]byte{}, []byte{}, []byte{}, uint8(0))
	f.Fuzz(func(t *testing.T, challenge, miner, nonce []byte, zeros uint8) {
		p := &Puzzle{Target: target(rand.New(rand.NewPCG(uint64(zeros), 0)), int(zeros)%12)}
		copy(p.Challenge[:], challenge)
		copy(p.Miner[:], miner)
		var n Nonce
		copy(n[32-min(len(nonce), 32):], nonce)
		v := newVerifier()
		for _, k := range Kernels() {
			s := k.NewScanner(p, n)
			steps := uint64(1<<9) >> k.laneBits
			found := map[Nonce]bool{}
			for s.step < steps {
				hits, _, err := s.scan(steps)
				if err != nil {
					t.Fatal(err)
				}
				for _, h := range hits {
					found[h] = true
				}
			}
			for step := range steps {
				for lane := range 1 << k.laneBits {
					if m := s.nonce(step, lane); v.solves(p, m) != found[m] {
						t.Fatalf("kernel %s and the library differ on %s", k, m)
					}
				}
			}
		}
	})
}
