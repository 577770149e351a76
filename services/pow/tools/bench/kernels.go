package main

import (
	"encoding/binary"
	"fmt"
	"runtime"
	"slices"
	"time"

	"github.com/cloudflare/circl/simd/keccakf1600"
	"github.com/ethereum/go-ethereum/crypto"
	"golang.org/x/crypto/sha3"
	"golang.org/x/sys/unix"

	"github.com/ethml/ethml/services/pow/internal/keccak"
)

// hopeless has no solution within reach, so that nothing is measured but hashing.
var hopeless = keccak.Puzzle{Challenge: [32]byte{1}, Miner: [20]byte{2}, Target: [32]byte{31: 1}}

// contender hashes about n nonces and returns how many it did.
type contender struct {
	name   string
	kernel bool
	hash   func(n uint64) (uint64, error)
}

const reference = "x/crypto Reset, Write, Sum"

func contenders() []contender {
	var all []contender
	for _, k := range keccak.Kernels() {
		all = append(all, contender{k.String(), true, kernelRun(k)})
	}
	return append(all,
		contender{reference, false, xcrypto},
		contender{"go-ethereum crypto.Keccak256", false, goEthereum},
		contender{"circl StateX4", false, circl},
	)
}

// kernelRun hashes batch after batch, set-up included, as a searching thread does.
func kernelRun(k keccak.Kernel) func(uint64) (uint64, error) {
	nonce := keccak.Nonce{}
	s := k.NewScanner(&hopeless, nonce)
	return func(n uint64) (done uint64, err error) {
		for done < n {
			if s.Done() {
				nonce = nonce.AddBatches(1)
				s.Reset(&hopeless, nonce)
			}
			_, hashes, err := s.Scan()
			if err != nil {
				return done, err
			}
			done += hashes
		}
		return done, nil
	}
}

// message is the puzzle's message with nonce zero.
func message() []byte {
	m := make([]byte, 84)
	copy(m, hopeless.Challenge[:])
	copy(m[32:], hopeless.Miner[:])
	return m
}

func xcrypto(n uint64) (uint64, error) {
	m, h, sum := message(), sha3.NewLegacyKeccak256(), make([]byte, 0, 32)
	for i := range n {
		binary.BigEndian.PutUint64(m[76:], i)
		h.Reset()
		h.Write(m)
		sum = h.Sum(sum[:0])
	}
	return n, nil
}

func goEthereum(n uint64) (uint64, error) {
	m := message()
	for i := range n {
		binary.BigEndian.PutUint64(m[76:], i)
		crypto.Keccak256(m)
	}
	return n, nil
}

// circl permutes four states at a time, filled with all but the nonce beforehand.
func circl(n uint64) (uint64, error) {
	var state keccakf1600.StateX4
	a := state.Initialize(false)
	for i := uint64(0); i < n; i += 4 {
		clear(a)
		for lane := range uint64(4) {
			a[4*8+lane] = 1
			a[4*9+lane] = i
			a[4*10+lane] = 1<<32 | (i + lane)
			a[4*16+lane] = 1 << 63
		}
		state.Permute()
	}
	return n, nil
}

// rate is what came of one contender.
type rate struct {
	contender
	rate  float64 // hashes per CPU-second
	ratio float64 // to the reference
}

// compareKernels gives each contender a turn of some 15 milliseconds, again and again.
func compareKernels(turns int) ([]rate, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	all := contenders()
	sizes := make([]uint64, len(all))
	for i, c := range all {
		size, _, err := timed(c, 1<<15)
		if err != nil {
			return nil, err
		}
		sizes[i] = uint64(size * 0.015)
	}
	samples := make([][]float64, len(all))
	for range turns {
		for i, c := range all {
			r, _, err := timed(c, sizes[i])
			if err != nil {
				return nil, err
			}
			samples[i] = append(samples[i], r)
		}
	}
	base := samples[slices.IndexFunc(all, func(c contender) bool { return c.name == reference })]
	var rates []rate
	for i, c := range all {
		ratios := make([]float64, turns)
		for t := range ratios {
			ratios[t] = samples[i][t] / base[t]
		}
		rates = append(rates, rate{c, median(samples[i]), median(ratios)})
	}
	return rates, nil
}

// timed runs one turn and returns hashes per second of the thread's CPU time.
func timed(c contender, n uint64) (perSecond float64, took time.Duration, err error) {
	begun := threadTime()
	done, err := c.hash(n)
	took = threadTime() - begun
	if err != nil {
		return 0, took, fmt.Errorf("%s: %w", c.name, err)
	}
	return float64(done) / took.Seconds(), took, nil
}

// threadTime is the CPU time that the calling thread has used.
func threadTime() time.Duration { return cpuTime(unix.CLOCK_THREAD_CPUTIME_ID) }

// processTime is the CPU time that a process has used.
func processTime(pid int) time.Duration {
	return cpuTime(int32(^pid<<3 | 2)) // MAKE_PROCESS_CPUCLOCK(pid, CPUCLOCK_SCHED)
}

func cpuTime(clock int32) time.Duration {
	var t unix.Timespec
	if err := unix.ClockGettime(clock, &t); err != nil {
		panic(fmt.Sprintf("CPU clock %d: %v", clock, err))
	}
	return time.Duration(t.Nano())
}

func median(x []float64) float64 {
	x = slices.Sorted(slices.Values(x))
	return (x[(len(x)-1)/2] + x[len(x)/2]) / 2
}
