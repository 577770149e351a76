package main

import "testing"

// The specification defines r[x,y] by a walk over the lanes: the t-th step rotates by (t+1)(t+2)/2.
func TestRotationsAreTheSpecifications(t *testing.T) {
	want := [lanes]int{}
	x, y := 1, 0
	for step := range 24 {
		want[lane(x, y)] = (step + 1) * (step + 2) / 2 % 64
		x, y = y, (2*x+3*y)%5
	}
	if rotation != want {
		t.Errorf("got %v, want %v", rotation, want)
	}
}

// The specification defines RC by a linear feedback shift register over x^8 + x^6 + x^5 + x^4 + 1.
func TestRoundConstantsAreTheSpecifications(t *testing.T) {
	register := uint16(1)
	for round := range rounds {
		want := uint64(0)
		for j := range 7 {
			if register&1 != 0 {
				want |= 1 << (1<<j - 1)
			}
			register <<= 1
			if register&0x100 != 0 {
				register ^= 0x171
			}
		}
		if roundConstants[round] != want {
			t.Errorf("round %d: got %#x, want %#x", round, roundConstants[round], want)
		}
	}
}

func TestOriginIsPiBackwards(t *testing.T) {
	for x := range 5 {
		for y := range 5 {
			if from := origin(y, 2*x+3*y); from != lane(x, y) {
				t.Errorf("B[%d,%d] comes from lane %d, want %d", y, (2*x+3*y)%5, from, lane(x, y))
			}
		}
	}
}

func TestSettledLanesStayInTheirColumnAndReturnAfterFourRounds(t *testing.T) {
	l := identity()
	for round := 1; round <= 4; round++ {
		b := l.moved()
		l = l.settled()
		for y := range 5 {
			row := map[int]bool{}
			for x := range 5 {
				row[b[lane(x, y)]] = true
			}
			for x := range 5 {
				place := l[lane(x, y)]
				if !row[place] {
					t.Errorf("round %d: A[%d,%d] is written where its row was not read", round, x, y)
				}
				if place%5 != x {
					t.Errorf("round %d: A[%d,%d] lies in column %d", round, x, y, place%5)
				}
			}
		}
		if back := l == identity(); back != (round == 4) {
			t.Errorf("round %d: lanes at %v", round, l)
		}
	}
}

// The lanes' low 16 nonce bits don't meet in a product of round 0, which makes batches affine: chi multiplies B[x+1,y] and
// B[x+2,y], and each bit of lane 10 reaches 11 lanes of B, by theta and rho.
func TestNonceBitsOfABatchDoNotMeetInRoundZero(t *testing.T) {
	type bit struct{ lane, place int }
	reach := func(i int) map[bit]bool {
		hit := map[bit]bool{}
		for from := range lanes {
			var turns []int
			if from == 10 {
				turns = append(turns, 0)
			}
			// D[x] = C[x-1] ^ rot(C[x+1], 1), and lane 10 is in column 0.
			if from%5 == 1 {
				turns = append(turns, 0)
			}
			if from%5 == 4 {
				turns = append(turns, 1)
			}
			for _, turn := range turns {
				x, y := from%5, from/5
				hit[bit{lane(y, 2*x+3*y), (i + turn + rotation[from]) % 64}] = true
			}
		}
		return hit
	}
	for i := 16; i < 32; i++ {
		for j := 16; j < 32; j++ {
			for a := range reach(i) {
				right := bit{lane(a.lane%5+1, a.lane/5), a.place}
				if reach(j)[right] {
					t.Errorf("bits %d and %d of lane 10 meet in lanes %d and %d of B", i, j, a.lane, right.lane)
				}
			}
		}
	}
}
