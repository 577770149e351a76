package keccak

import (
	"errors"
	"fmt"
	"slices"
	"strings"
)

// Errors of Select.
var (
	ErrUnknown     = errors.New("unknown kernel")
	ErrUnsupported = errors.New("this CPU can't run kernel")
)

// Kernel is one implementation of the search.
type Kernel struct {
	name      string
	laneBits  int    // log2 of the messages in a step
	slice     uint64 // steps in about half a millisecond
	supported bool   // by this CPU
	newWalk   func() walk
}

var portable = Kernel{name: "portable", slice: 1 << 10, supported: true, newWalk: func() walk { return new(walk1) }}

// Portable is the kernel that runs everywhere.
func Portable() Kernel { return portable }

func (k Kernel) String() string { return k.name }

// Kernels are the kernels that this CPU runs, fastest first.
func Kernels() []Kernel {
	return slices.DeleteFunc(kernels(), func(k Kernel) bool { return !k.supported })
}

// Names are the names Select takes on this CPU, fastest first.
func Names() []string {
	var names []string
	for _, k := range Kernels() {
		names = append(names, k.name)
	}
	return names
}

// Select finds a kernel by name; "" and "auto" mean the fastest. It fails, naming what there is, for a name
// that it doesn't know, for one that the CPU lacks, and for a kernel whose self-test fails.
func Select(name string) (Kernel, error) {
	available := Kernels()
	if name == "" || name == "auto" {
		name = available[0].name
	}
	i := slices.IndexFunc(available, func(k Kernel) bool { return k.name == name })
	if i < 0 {
		why := ErrUnknown
		if slices.ContainsFunc(kernels(), func(k Kernel) bool { return k.name == name }) {
			why = ErrUnsupported
		}
		return Kernel{}, fmt.Errorf("%w %q: available are auto, %s", why, name, strings.Join(Names(), ", "))
	}
	if err := available[i].selfTest(); err != nil {
		return Kernel{}, err
	}
	return available[i], nil
}

// selfTest compares the first slice of a batch with the library, hit for hit, over the carry of Gray code into every SIMD
// lane. It takes a few milliseconds.
func (k Kernel) selfTest() error {
	p := &Puzzle{Challenge: [32]byte{0: 0x5e, 31: 0x1f}, Miner: [20]byte{0: 0x7e, 19: 0x57}}
	p.Target = [32]byte{0: 0x0f, 1: 0xff}
	const nonces = 1 << 11
	s := k.NewScanner(p, Nonce{})
	tested := make(map[Nonce]bool)
	for steps := uint64(nonces) >> k.laneBits; s.step < steps; {
		hits, _, err := s.scan(steps)
		if err != nil {
			return err
		}
		for _, h := range hits {
			tested[h] = true
		}
	}
	v := newVerifier()
	for step := range uint64(nonces) >> k.laneBits {
		for lane := range 1 << k.laneBits {
			n := s.nonce(step, lane)
			if solved := v.solves(p, n); solved != tested[n] {
				return fmt.Errorf("%w: kernel %s, self-test, nonce %s", ErrFault, k.name, n)
			}
		}
	}
	return nil
}
