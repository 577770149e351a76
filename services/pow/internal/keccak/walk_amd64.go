//go:build !purego

package keccak

import "unsafe"

// walk8 is scan8's argument. The assembly knows its layout, and likes it 64-byte aligned.
type walk8 struct {
	spread  [25][8]uint64
	state   [32]uint64 // 25 lanes, in whole vectors
	mask    uint64
	_       [7]uint64
	toggles [14][32]uint64 // the last row stays zero: the wrap at the end of a batch
}

// walk4 is scan4's argument. The assembly knows its layout, and needs it 32-byte aligned.
type walk4 struct {
	spread  [25][4]uint64
	state   [28]uint64
	mask    [4]uint64
	lanes   [25][4]uint64
	toggles [15][32]uint64
}

// The layouts of tools/powgen; a difference is a negative or too large index, which doesn't compile.
var (
	_ = [1]struct{}{}[unsafe.Offsetof(walk8{}.state)-1600]
	_ = [1]struct{}{}[unsafe.Offsetof(walk8{}.mask)-1856]
	_ = [1]struct{}{}[unsafe.Offsetof(walk8{}.toggles)-1920]
	_ = [1]struct{}{}[unsafe.Offsetof(walk4{}.state)-800]
	_ = [1]struct{}{}[unsafe.Offsetof(walk4{}.mask)-1024]
	_ = [1]struct{}{}[unsafe.Offsetof(walk4{}.lanes)-1056]
	_ = [1]struct{}{}[unsafe.Offsetof(walk4{}.toggles)-1856]
)

// aligned allocates a T at a multiple of 64 bytes. T must hold no pointers.
func aligned[T any]() *T {
	const line = 64
	var t T
	memory := make([]byte, unsafe.Sizeof(t)+line-1)
	start := unsafe.Pointer(unsafe.SliceData(memory))
	return (*T)(unsafe.Add(start, -uintptr(start)&(line-1)))
}

// spread is what lane n of a vector toggles: nonce bit i for each bit i of n.
func spread[T [4]uint64 | [8]uint64](to *[25]T, toggles [][25]uint64) {
	for l := range to {
		for n := range len(to[l]) {
			v := uint64(0)
			for i := range toggles {
				if n>>i&1 != 0 {
					v ^= toggles[i][l]
				}
			}
			to[l][n] = v
		}
	}
}

func (w *walk8) load(b *batch, mask uint64) {
	spread(&w.spread, b.toggles[:3])
	for i, t := range b.toggles[3:] {
		copy(w.toggles[i][:], t[:])
	}
	copy(w.state[:], b.base[:])
	w.mask = mask
}

func (w *walk8) scan(step, end uint64) (next, candidates uint64) {
	return scan8(&w.spread[0][0], step, end)
}

func (w *walk4) load(b *batch, mask uint64) {
	spread(&w.spread, b.toggles[:2])
	for i, t := range b.toggles[2:] {
		copy(w.toggles[i][:], t[:])
	}
	copy(w.state[:], b.base[:])
	w.mask = [4]uint64{mask, mask, mask, mask}
}

func (w *walk4) scan(step, end uint64) (next, candidates uint64) {
	return scan4(&w.spread[0][0], step, end)
}
