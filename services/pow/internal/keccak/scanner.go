package keccak

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"math/bits"
)

// ErrFault says that a kernel computed a hash which the library doesn't confirm: a broken CPU or kernel.
var ErrFault = errors.New("kernel computed a wrong hash")

// Scanner walks one batch. It is for one goroutine.
type Scanner struct {
	kernel   Kernel
	puzzle   Puzzle
	batch    batch
	walk     walk
	base     Nonce
	step     uint64
	verifier *verifier
	hits     []Nonce
}

// NewScanner makes a scanner at the start of the batch that nonce is in.
func (k Kernel) NewScanner(p *Puzzle, nonce Nonce) *Scanner {
	s := &Scanner{kernel: k, walk: k.newWalk(), verifier: newVerifier()}
	s.Reset(p, nonce)
	return s
}

// Reset moves the scanner to the start of the batch that nonce is in. It takes a few microseconds.
func (s *Scanner) Reset(p *Puzzle, nonce Nonce) {
	s.puzzle, s.base, s.step = *p, nonce.Batch(), 0
	s.batch.load(&s.puzzle, s.base)
	// The hash is big-endian, its lane 0 is not.
	s.walk.load(&s.batch, bits.ReverseBytes64(^(^uint64(0) >> s.puzzle.leadingZeros())))
}

// Done says that the batch has been walked to its end.
func (s *Scanner) Done() bool { return s.step == s.steps() }

func (s *Scanner) steps() uint64 { return BatchSize >> s.kernel.laneBits }

// Scan tests nonces for about half a millisecond, or up to the first solution or the end of the batch. It returns all
// solutions among them, in a slice that the next call overwrites, and the number of nonces tested.
func (s *Scanner) Scan() (solutions []Nonce, hashes uint64, err error) {
	return s.scan(min(s.step+s.kernel.slice, s.steps()))
}

func (s *Scanner) scan(end uint64) (solutions []Nonce, hashes uint64, err error) {
	s.hits = s.hits[:0]
	first := s.step
	for s.step < end && len(s.hits) == 0 {
		next, candidates := s.walk.scan(s.step, end)
		s.step = next
		for c := candidates; c != 0; c &= c - 1 {
			nonce := s.nonce(next-1, bits.TrailingZeros64(c))
			hash := s.verifier.keccak256(&s.puzzle, nonce)
			if bits.LeadingZeros64(binary.BigEndian.Uint64(hash[:])) < s.puzzle.leadingZeros() {
				return nil, (s.step - first) << s.kernel.laneBits, fmt.Errorf("%w: kernel %s, nonce %s", ErrFault, s.kernel, nonce)
			}
			if bytes.Compare(hash[:], s.puzzle.Target[:]) <= 0 {
				s.hits = append(s.hits, nonce)
			}
		}
	}
	return s.hits, (s.step - first) << s.kernel.laneBits, nil
}

// nonce is the one that a SIMD lane tests in a step.
func (s *Scanner) nonce(step uint64, lane int) Nonce {
	n := s.base
	binary.BigEndian.PutUint16(n[30:], uint16(gray(step)<<s.kernel.laneBits)|uint16(lane))
	return n
}
