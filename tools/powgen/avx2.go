package main

import (
	. "github.com/mmcloughlin/avo/build"
	. "github.com/mmcloughlin/avo/operand"
	"github.com/mmcloughlin/avo/reg"
)

// Layout of walk4, the argument of scan4 (see walk_amd64.go, which checks these numbers when it compiles).
const (
	walk4Spread  = 0          // [25][4]uint64: what each SIMD lane's own nonce bits toggle in B of round 1
	walk4State   = 25 * 32    // [28]uint64: B of round 1 at the current step, alike in all SIMD lanes
	walk4Mask    = 800 + 224  // [4]uint64: bits of lane 0 that a candidate has clear, four times
	walk4Lanes   = 1024 + 32  // [25][4]uint64: the state between rounds
	walk4Toggles = 1056 + 800 // [15][32]uint64: what each walked nonce bit toggles in B of round 1
	rowShift4    = 8          // log2 of the 256 bytes of one row of toggles
)

// vec4 is scan4's state. Sixteen registers can't hold 25 lanes: the lanes live in memory, the registers hold
// D (5), one row of B (5), C of the state that is being written (5), and one temporary. A row of B is read
// from memory by the XOR of theta itself, and written back to the places it was read from.
type vec4 struct {
	places  Mem
	at      layout
	d, b, c []reg.VecPhysical
	temp    reg.VecPhysical
	rc      Mem
	rot8    Mem
	rot56   Mem
}

func (v *vec4) a(x, y int) Mem { return v.places.Offset(32 * v.at[lane(x, y)]) }

// columns turns the parities C, gathered while the state was written, into D[0] to D[n-1].
func (v *vec4) columns(n int) {
	for x := range n {
		left, right := v.c[(x+4)%5], v.c[(x+1)%5]
		// rot(C,1): doubling runs on more ports than shifting.
		VPADDQ(right, right, v.temp)
		VPSRLQ(U8(63), right, v.d[x])
		VPXOR(left, v.temp, v.temp)
		VPXOR(v.temp, v.d[x], v.d[x])
	}
}

// rotate is rho for one lane; whole bytes go by a shuffle, in one instruction.
func (v *vec4) rotate(r int, p reg.VecPhysical) {
	switch r {
	case 0:
	case 8:
		VPSHUFB(v.rot8, p, p)
	case 56:
		VPSHUFB(v.rot56, p, p)
	default:
		VPSLLQ(U8(r), p, v.temp)
		VPSRLQ(U8(64-r), p, p)
		VPOR(v.temp, p, p)
	}
}

// chi maps row y of B, in registers, to row y of A, in memory as far as wanted says that the next round reads it, and adds it
// to the parities.
func (v *vec4) chi(y, round int, wanted func(x, y int) bool) {
	for x := range 5 {
		out := v.temp
		if y == 0 {
			out = v.c[x]
		}
		VPANDN(v.b[(x+2)%5], v.b[(x+1)%5], out)
		VPXOR(v.b[x], out, out)
		if x == 0 && y == 0 {
			VPXOR(v.rc.Offset(32*round), out, out) // iota
		}
		if wanted(x, y) {
			VMOVDQA(out, v.a(x, y))
		}
		if y != 0 {
			VPXOR(out, v.c[x], v.c[x])
		}
	}
}

func everyLane(int, int) bool { return true }

// diagonal is what round 23 reads to compute lane 0: A[0,0], A[1,1] and A[2,2].
func diagonal(x, y int) bool { return x == y && x < 3 }

// round is one full round; wanted says which lanes the next one reads.
func (v *vec4) round(number int, wanted func(x, y int) bool) {
	v.columns(5)
	from := v.at.moved()
	v.at = v.at.settled()
	for y := range 5 {
		for x := range 5 {
			// theta, rho and pi: B[x,y] comes from column x+3y.
			VPXOR(v.places.Offset(32*from[lane(x, y)]), v.d[(x+3*y)%5], v.b[x])
			v.rotate(rotation[origin(x, y)], v.b[x])
		}
		v.chi(y, number, wanted)
	}
}

// last is round 23 as far as lane 0 of its output needs it.
func (v *vec4) last() reg.VecPhysical {
	v.columns(3)
	for x := range 3 {
		VPXOR(v.a(x, x), v.d[x], v.b[x])
		v.rotate(rotation[lane(x, x)], v.b[x])
	}
	out := v.b[1]
	VPANDN(v.b[2], v.b[1], out)
	VPXOR(v.b[0], out, out)
	VPXOR(v.rc.Offset(32*(rounds-1)), out, out)
	return out
}

// bytesRotated is the shuffle that rotates each 64-bit lane left by n bytes.
func bytesRotated(name string, n int) Mem {
	m := GLOBL(name, RODATA|NOPTR)
	for i := range 32 {
		DATA(i, U8(i&8+(i-n)&7))
	}
	return m
}

func generateAVX2() {
	rc := GLOBL("roundConstants4", RODATA|NOPTR)
	for i, c := range roundConstants {
		for l := range 4 {
			DATA(32*i+8*l, U64(c))
		}
	}
	rot8, rot56 := bytesRotated("rotate8", 1), bytesRotated("rotate56", 7)

	TEXT("scan4", NOSPLIT, "func(walk *uint64, step, end uint64) (next, candidates uint64)")
	Doc("scan4 is scan8 with 4 messages a step of a walk4, AVX2 and BMI1. It keeps lanes in the walk, which must be",
		"32-byte aligned.")
	Pragma("noescape")
	walk := Mem{Base: Load(Param("walk"), reg.RDI)}
	step := Load(Param("step"), reg.RSI)
	end := Load(Param("end"), reg.RCX)

	v := &vec4{
		places: walk.Offset(walk4Lanes),
		at:     identity(),
		d:      []reg.VecPhysical{reg.Y0, reg.Y1, reg.Y2, reg.Y3, reg.Y4},
		b:      []reg.VecPhysical{reg.Y5, reg.Y6, reg.Y7, reg.Y8, reg.Y9},
		c:      []reg.VecPhysical{reg.Y10, reg.Y11, reg.Y12, reg.Y13, reg.Y14},
		temp:   reg.Y15,
		rc:     rc, rot8: rot8, rot56: rot56,
	}

	Label("step4")
	Comment("Round 1 from B on.")
	for y := range 5 {
		for x := range 5 {
			i := lane(x, y)
			VPBROADCASTQ(walk.Offset(walk4State+8*i), v.b[x])
			VPXOR(walk.Offset(walk4Spread+32*i), v.b[x], v.b[x])
		}
		v.chi(y, 1, everyLane)
	}

	Comment("On to the next step: Gray code flips the walked bit that has the number of its trailing zeros.")
	INCQ(step)
	row := reg.RAX
	TZCNTQ(step, row)
	SHLQ(U8(rowShift4), row)
	for k := range 7 {
		t := v.b[k%5]
		VMOVDQU(walk.Offset(walk4State+32*k), t)
		VPXOR(Mem{Base: walk.Base, Index: row, Scale: 1}.Offset(walk4Toggles+32*k), t, t)
		VMOVDQU(t, walk.Offset(walk4State+32*k))
	}

	for r := 2; r < rounds-1; r++ {
		Commentf("Round %d.", r)
		wanted := everyLane
		if r == rounds-2 {
			wanted = diagonal
		}
		v.round(r, wanted)
	}
	Comment("Round 23, lane 0.")
	hash := v.last()
	zero := v.temp
	VPAND(walk.Offset(walk4Mask), hash, hash)
	VPXOR(zero, zero, zero)
	VPCMPEQQ(zero, hash, hash)
	candidates := reg.RAX
	VMOVMSKPD(hash, candidates.As32())
	TESTL(candidates.As32(), candidates.As32())
	JNZ(LabelRef("done4"))
	CMPQ(step, end)
	JNE(LabelRef("step4"))

	Label("done4")
	Store(step, Return("next"))
	Store(candidates, Return("candidates"))
	VZEROUPPER()
	RET()
}
