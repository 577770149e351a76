package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// Layout of walk8, the argument of scan8 (see walk_amd64.go, which checks these numbers when it compiles).
const (
	walk8Spread  = 0          // [25][8]uint64: what each SIMD lane's own nonce bits toggle in B of round 1
	walk8State   = 25 * 64    // [32]uint64: B of round 1 at the current step, alike in all SIMD lanes
	walk8Mask    = 1600 + 256 // uint64: bits of lane 0 that a candidate has clear
	walk8Toggles = 1856 + 64  // [14][32]uint64: what each walked nonce bit toggles in B of round 1
	rowShift8    = 8          // log2 of the 256 bytes of one row of toggles
)

// The truth tables of VPTERNLOGQ.
const (
	xor3  = 0x96 // a ^ b ^ c
	andny = 0xD2 // a ^ (^b & c): chi
)

// vec8 is the register file of scan8: 25 lanes and 6 temporaries stay in registers from the first round
// of a step to its last.
type vec8 struct {
	place [lanes]reg.VecPhysical // by place; a layout says which lane is where
	at    layout
	temp  []reg.VecPhysical
	rc    Mem
}

func (v *vec8) a(x, y int) reg.VecPhysical { return v.place[v.at[lane(x, y)]] }

// parity leaves C[0] to C[4] in the first five temporaries.
func (v *vec8) parity() {
	for x := range 5 {
		VMOVDQA64(v.a(x, 0), v.temp[x])
		VPTERNLOGQ(U8(xor3), v.a(x, 2), v.a(x, 1), v.temp[x])
	}
	for x := range 5 {
		VPTERNLOGQ(U8(xor3), v.a(x, 4), v.a(x, 3), v.temp[x])
	}
}

// theta adds both terms of D[x] = C[x-1] ^ rot(C[x+1], 1) to column x in one instruction a lane. Five C and
// one rotation take all six temporaries, so the columns go in the order 0, 3, 1, 4, 2, in which each C is
// rotated in place right after its last use unrotated.
func (v *vec8) theta() {
	v.parity()
	c, spare := v.temp[:5], v.temp[5]
	column := func(x int, left, right reg.VecPhysical) {
		for y := range 5 {
			VPTERNLOGQ(U8(xor3), right, left, v.a(x, y))
		}
	}
	VPROLQ(U8(1), c[1], spare)
	column(0, c[4], spare)
	for _, x := range []int{3, 1, 4, 2} {
		left, right := c[(x+4)%5], c[(x+1)%5]
		VPROLQ(U8(1), right, right)
		column(x, left, right)
	}
}

// chi maps row y of B to row y of A in place. The two lanes that are overwritten before their last use wait
// in t0 and t1.
func (v *vec8) chi(y int, t0, t1 reg.VecPhysical) {
	b := func(x int) reg.VecPhysical { return v.a(x, y) }
	VMOVDQA64(b(0), t0)
	VMOVDQA64(b(1), t1)
	VPTERNLOGQ(U8(andny), b(2), b(1), b(0))
	VPTERNLOGQ(U8(andny), b(3), b(2), b(1))
	VPTERNLOGQ(U8(andny), b(4), b(3), b(2))
	VPTERNLOGQ(U8(andny), t0, b(4), b(3))
	VPTERNLOGQ(U8(andny), t1, t0, b(4))
}

func (v *vec8) iota(round int) {
	VPXORQ_BCST(v.rc.Offset(8*round), v.a(0, 0), v.a(0, 0))
}

// round is one full round.
func (v *vec8) round(number int) {
	v.theta()
	v.at = v.at.moved()
	for y := range 5 {
		for x := range 5 {
			if r := rotation[origin(x, y)]; r != 0 {
				VPROLQ(U8(r), v.a(x, y), v.a(x, y))
			}
		}
		v.chi(y, v.temp[y%3*2], v.temp[y%3*2+1])
	}
	v.iota(number)
}

// last is round 23 as far as lane 0 of its output needs it: that is B[0,0], B[1,0] and B[2,0], which come
// from A[0,0], A[1,1] and A[2,2].
func (v *vec8) last() reg.VecPhysical {
	v.parity()
	c, spare := v.temp[:5], v.temp[5]
	for x := range 3 {
		VPROLQ(U8(1), c[(x+1)%5], spare)
		VPTERNLOGQ(U8(xor3), spare, c[(x+4)%5], v.a(x, x))
		if r := rotation[lane(x, x)]; r != 0 {
			VPROLQ(U8(r), v.a(x, x), v.a(x, x))
		}
	}
	VPTERNLOGQ(U8(andny), v.a(2, 2), v.a(1, 1), v.a(0, 0))
	v.iota(rounds - 1)
	return v.a(0, 0)
}

func generateAVX512() {
	rc := GLOBL("roundConstants8", RODATA|NOPTR)
	for i, c := range roundConstants {
		DATA(8*i, U64(c))
	}

	TEXT("scan8", NOSPLIT, "func(walk *uint64, step, end uint64) (next, candidates uint64)")
	Doc("scan8 tests the 8 messages of each step from step to end-1 of a walk8, whose state must be that of the",
		"first, with AVX-512 (F, DQ) and BMI1. It stops behind the first step with a candidate, whose SIMD lanes are the bits of",
		"candidates, or before end; next is the first step not tested, and the state of the walk is left there.")
	Pragma("noescape")
	walk := Mem{Base: Load(Param("walk"), reg.RDI)}
	step := Load(Param("step"), reg.RSI)
	end := Load(Param("end"), reg.RCX)

	zmm := []reg.VecPhysical{
		reg.Z0, reg.Z1, reg.Z2, reg.Z3, reg.Z4, reg.Z5, reg.Z6, reg.Z7, reg.Z8, reg.Z9, reg.Z10,
		reg.Z11, reg.Z12, reg.Z13, reg.Z14, reg.Z15, reg.Z16, reg.Z17, reg.Z18, reg.Z19, reg.Z20,
		reg.Z21, reg.Z22, reg.Z23, reg.Z24, reg.Z25, reg.Z26, reg.Z27, reg.Z28, reg.Z29, reg.Z30,
	}
	v := &vec8{place: [lanes]reg.VecPhysical(zmm), at: identity(), temp: zmm[lanes:], rc: rc}

	Label("step8")
	Comment("Round 1 from B on.")
	for y := range 5 {
		for x := range 5 {
			i := lane(x, y)
			VMOVDQU64(walk.Offset(walk8Spread+64*i), v.a(x, y))
			VPXORQ_BCST(walk.Offset(walk8State+8*i), v.a(x, y), v.a(x, y))
		}
		v.chi(y, v.temp[0], v.temp[1])
	}
	v.iota(1)

	Comment("On to the next step: Gray code flips the walked bit that has the number of its trailing zeros.")
	INCQ(step)
	row := reg.RAX
	TZCNTQ(step, row)
	SHLQ(U8(rowShift8), row)
	for k := range 4 {
		t := v.temp[k]
		VMOVDQU64(walk.Offset(walk8State+64*k), t)
		VPXORQ(Mem{Base: walk.Base, Index: row, Scale: 1}.Offset(walk8Toggles+64*k), t, t)
		VMOVDQU64(t, walk.Offset(walk8State+64*k))
	}

	for r := 2; r < rounds-1; r++ {
		Commentf("Round %d.", r)
		v.round(r)
	}
	Comment("Round 23, lane 0.")
	hash := v.last()
	VPTESTNMQ_BCST(walk.Offset(walk8Mask), hash, reg.K1)
	KORTESTB(reg.K1, reg.K1)
	JNZ(LabelRef("done8"))
	CMPQ(step, end)
	JNE(LabelRef("step8"))

	Label("done8")
	candidates := reg.RAX
	KMOVB(reg.K1, candidates.As32())
	Store(step, Return("next"))
	Store(candidates, Return("candidates"))
	VZEROUPPER()
	RET()
}
