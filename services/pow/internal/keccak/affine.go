package keccak

import (
	"encoding/binary"
	"math/bits"
)

// Places in the message of 17 lanes, padding included.
const (
	nonceAt   = 52  // first byte of the nonce
	padFirst  = 84  // the byte behind the message: 0x01
	padLast   = 135 // the last byte of the rate: 0x80
	nonceLane = 10  // the lane that holds the nonce's low 32 bits
)

// rotation is rho's r[x,y] by lane number.
var rotation = [25]int{
	0, 1, 62, 28, 27,
	36, 44, 6, 55, 20,
	3, 10, 43, 25, 39,
	41, 45, 15, 21, 8,
	18, 2, 61, 56, 14,
}

// absorb is the state that holds one padded message.
func absorb(p *Puzzle, nonce Nonce) (a [25]uint64) {
	var block [136]byte
	copy(block[:], p.Challenge[:])
	copy(block[32:], p.Miner[:])
	copy(block[nonceAt:], nonce[:])
	block[padFirst] = 0x01
	block[padLast] = 0x80
	for i := range 17 {
		a[i] = binary.LittleEndian.Uint64(block[8*i:])
	}
	return a
}

// linear is theta, rho and pi.
func linear(a *[25]uint64) (b [25]uint64) {
	var c [5]uint64
	for x := range c {
		c[x] = a[x] ^ a[x+5] ^ a[x+10] ^ a[x+15] ^ a[x+20]
	}
	for x := range c {
		d := c[(x+4)%5] ^ bits.RotateLeft64(c[(x+1)%5], 1)
		for y := range 5 {
			b[y+5*((2*x+3*y)%5)] = bits.RotateLeft64(a[x+5*y]^d, rotation[x+5*y])
		}
	}
	return b
}

// chi of the whole state.
func chi(b *[25]uint64) (a [25]uint64) {
	for y := 0; y < 25; y += 5 {
		for x := range 5 {
			a[y+x] = b[y+x] ^ (b[y+(x+2)%5] &^ b[y+(x+1)%5])
		}
	}
	return a
}

// round1 is B of round 1 (the input of its chi) for a message state.
func round1(a *[25]uint64) [25]uint64 {
	b := linear(a)
	n := chi(&b)
	n[0] ^= roundConstants[0]
	return linear(&n)
}

// batch is B of round 1 over a batch, as a function of the low BatchBits nonce bits: base, XOR toggles[i]
// for each bit i that is set. That it is affine in them is explained in tools/powgen, and tested.
type batch struct {
	base    [25]uint64
	toggles [BatchBits][25]uint64
}

// nonceBit is the place in lane 10 of bit i of the nonce, i < 32: the lane is little-endian, the nonce is not.
func nonceBit(i int) int { return 24 - i&^7 + i&7 }

// load computes the batch that nonce is in.
func (b *batch) load(p *Puzzle, nonce Nonce) {
	a := absorb(p, nonce.Batch())
	b.base = round1(&a)
	for i := range b.toggles {
		toggled := a
		toggled[nonceLane] ^= 1 << nonceBit(i)
		t := round1(&toggled)
		for l := range t {
			t[l] ^= b.base[l]
		}
		b.toggles[i] = t
	}
}

// gray is the Gray code of a step: successive codes differ in the bit numbered by the later step's trailing zeros.
func gray(step uint64) uint64 { return step ^ step>>1 }
