package main

const (
	rounds = 24
	lanes  = 25 // 64-bit lanes in the state
)

// roundConstants is RC, what iota adds to lane 0.
var roundConstants = [rounds]uint64{
	0x0000000000000001, 0x0000000000008082, 0x800000000000808a, 0x8000000080008000,
	0x000000000000808b, 0x0000000080000001, 0x8000000080008081, 0x8000000000008009,
	0x000000000000008a, 0x0000000000000088, 0x0000000080008009, 0x000000008000000a,
	0x000000008000808b, 0x800000000000008b, 0x8000000000008089, 0x8000000000008003,
	0x8000000000008002, 0x8000000000000080, 0x000000000000800a, 0x800000008000000a,
	0x8000000080008081, 0x8000000000008080, 0x0000000080000001, 0x8000000080008008,
}

// rotation is r[x,y] of rho, by lane number.
var rotation = [lanes]int{
	0, 1, 62, 28, 27,
	36, 44, 6, 55, 20,
	3, 10, 43, 25, 39,
	41, 45, 15, 21, 8,
	18, 2, 61, 56, 14,
}

// lane numbers A[x,y]; coordinates are taken modulo 5.
func lane(x, y int) int { return x%5 + 5*(y%5) }

// origin is pi backwards: the lane of A that becomes B[x,y].
// Pi sends A[x',y'] to B[y', 2x'+3y'], so y' = x and x' = x+3y.
func origin(x, y int) int { return lane(x+3*y, x) }

// layout says which place (a register, a slot in memory) holds each lane of A. A round writes a row to the
// places that it was read from, so that nothing is copied: lanes change places instead.
type layout [lanes]int

func identity() (l layout) {
	for i := range l {
		l[i] = i
	}
	return l
}

// moved is the layout of B when A's is l: theta and rho work in place, and pi only changes names.
func (l layout) moved() (b layout) {
	for y := range 5 {
		for x := range 5 {
			b[lane(x, y)] = l[origin(x, y)]
		}
	}
	return b
}

// settled is where a round leaves A when it reads a whole row of B before it writes one: of the row's five
// places, each lane takes the one of its own column. After four rounds all lanes are back where they began.
func (l layout) settled() (a layout) {
	for y := range 5 {
		for x := range 5 {
			a[lane(x, y)] = l[origin(x+2*y, y)]
		}
	}
	return a
}
