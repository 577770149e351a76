package keccak

import (
	"bytes"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"hash"
	"math/bits"

	"golang.org/x/crypto/sha3"
)

const (
	// BatchBits is the number of low nonce bits that a batch varies.
	BatchBits = 16
	// BatchSize is the number of nonces in a batch.
	BatchSize = 1 << BatchBits
)

// ErrNoTarget is for a target of zero, which stands for a field left out rather than for a puzzle.
var ErrNoTarget = errors.New("target is zero: no nonce can be found for it")

// Puzzle asks for a nonce with Keccak256(Challenge || Miner || nonce) <= Target, as big-endian numbers.
type Puzzle struct {
	Challenge [32]byte
	Miner     [20]byte
	Target    [32]byte
}

// Check refuses a puzzle that can't be meant.
func (p *Puzzle) Check() error {
	if p.Target == [32]byte{} {
		return ErrNoTarget
	}
	return nil
}

// leadingZeros is the number of leading zero bits of the target's first 64.
func (p *Puzzle) leadingZeros() int {
	return bits.LeadingZeros64(binary.BigEndian.Uint64(p.Target[:]))
}

// Nonce is an unsigned 256-bit number, big-endian.
type Nonce [32]byte

// Uint64 is the low 64 bits.
func (n Nonce) Uint64() uint64 { return binary.BigEndian.Uint64(n[24:]) }

// Batch is the first nonce of the batch that n is in.
func (n Nonce) Batch() Nonce {
	n[30], n[31] = 0, 0
	return n
}

// Add is n + k modulo 2^256.
func (n Nonce) Add(k uint64) Nonce { return n.addAt(24, k) }

// AddBatches is n + k batches modulo 2^256.
func (n Nonce) AddBatches(k uint64) Nonce {
	return n.addAt(24, k<<BatchBits).addAt(16, k>>(64-BatchBits))
}

// addAt adds k to the 64-bit word that begins at byte i, and carries.
func (n Nonce) addAt(i int, k uint64) Nonce {
	for ; i >= 0 && k != 0; i -= 8 {
		var sum uint64
		sum, k = bits.Add64(binary.BigEndian.Uint64(n[i:]), k, 0)
		binary.BigEndian.PutUint64(n[i:], sum)
	}
	return n
}

func (n Nonce) String() string { return "0x" + hex.EncodeToString(n[:]) }

// verifier hashes with the library.
type verifier struct {
	hash hash.Hash
	sum  [32]byte
}

func newVerifier() *verifier { return &verifier{hash: sha3.NewLegacyKeccak256()} }

// keccak256 is the puzzle's hash of nonce.
func (v *verifier) keccak256(p *Puzzle, nonce Nonce) *[32]byte {
	v.hash.Reset()
	v.hash.Write(p.Challenge[:])
	v.hash.Write(p.Miner[:])
	v.hash.Write(nonce[:])
	v.hash.Sum(v.sum[:0])
	return &v.sum
}

func (v *verifier) solves(p *Puzzle, nonce Nonce) bool {
	return bytes.Compare(v.keccak256(p, nonce)[:], p.Target[:]) <= 0
}

// Solves says whether nonce solves the puzzle, by the library.
func (p *Puzzle) Solves(nonce Nonce) bool { return newVerifier().solves(p, nonce) }
