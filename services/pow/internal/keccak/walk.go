package keccak

// walk is a batch as one kernel wants it, and where the kernel is in it.
type walk interface {
	// load starts on a batch; a candidate has the bits of mask clear in lane 0 of its hash.
	load(b *batch, mask uint64)
	// scan tests steps from step to end-1 and stops behind the first one that has candidates (bit n for SIMD
	// lane n). It continues where the last scan stopped, which must be at step.
	scan(step, end uint64) (next, candidates uint64)
}

// walk1 is the portable kernel's.
type walk1 struct {
	lanes   [25]uint64
	state   [25]uint64
	mask    uint64
	toggles [32][25]uint64 // rows from BatchBits on stay zero: the wrap at the end of a batch
}

func (w *walk1) load(b *batch, mask uint64) {
	w.state, w.mask = b.base, mask
	copy(w.toggles[:], b.toggles[:])
}

func (w *walk1) scan(step, end uint64) (next, candidates uint64) { return scan1(w, step, end) }
