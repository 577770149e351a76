package protocol

import (
	"math/bits"
	"slices"

	"github.com/holiman/uint256"
)

// Threshold is how many seats have to agree, of however many took one.
const Threshold = 3

// Rule says how the words of a request's votes make one.
type Rule uint8

// Rules as they stand in the model registry.
const (
	// Equal answers with the word that Threshold seats revealed.
	Equal Rule = 0
	// Median answers with the lower median of the words, when Threshold seats lie within the tolerance of it.
	Median Rule = 1
)

// Vote is what one seat revealed about one request.
type Vote struct {
	Status Status
	Word   Hash // zero unless Status is OK
}

// Decision is what the votes about a request make of it.
type Decision struct {
	// Status is OK for an answer, or one of the failures that Threshold seats agreed on. Undecided, it is
	// ModelUnavailable where abstentions outnumber every other vote, else NoConsensus: what the request fails with if
	// that happens a second time.
	Status Status
	// Word is the answer, zero unless Status is OK.
	Word Hash
	// Agreeing has one bit for each vote that counts for the answer or the failure, none when undecided.
	Agreeing uint32
}

// Decided reports whether the request ended with an answer or an agreed failure.
func (d Decision) Decided() bool { return d.Status < ModelUnavailable }

// Decide applies a model's rule to the votes of the seats that revealed, at most 32 of them. Statuses are Votable;
// tolerance, in units of the word, counts under the median rule alone.
func Decide(votes []Vote, rule Rule, tolerance *uint256.Int) Decision {
	tally := make(map[Vote]uint32)
	for i, v := range votes {
		tally[v] |= 1 << i
	}
	most := 0
	for v, seats := range tally {
		if v.Status == ModelUnavailable {
			continue
		}
		if n := bits.OnesCount32(seats); n >= Threshold && (rule == Equal || v.Status != OK) {
			return Decision{v.Status, v.Word, seats}
		}
		most = max(most, bits.OnesCount32(seats))
	}
	if rule == Median {
		if word, seats := median(votes, tolerance); bits.OnesCount32(seats) >= Threshold {
			return Decision{OK, word, seats}
		}
	}
	if bits.OnesCount32(tally[Vote{Status: ModelUnavailable}]) > most {
		return Decision{Status: ModelUnavailable}
	}
	return Decision{Status: NoConsensus}
}

// median is the lower median of the words, read as int256, and the votes within tolerance of it; none when fewer than
// Threshold votes have a word.
func median(votes []Vote, tolerance *uint256.Int) (Hash, uint32) {
	var words []*uint256.Int
	for _, v := range votes {
		if v.Status == OK {
			words = append(words, new(uint256.Int).SetBytes32(v.Word[:]))
		}
	}
	if len(words) < Threshold {
		return Hash{}, 0
	}
	slices.SortFunc(words, compareSigned)
	middle := words[(len(words)-1)/2]
	var seats uint32
	for i, v := range votes {
		if v.Status == OK && !distance(new(uint256.Int).SetBytes32(v.Word[:]), middle).Gt(tolerance) {
			seats |= 1 << i
		}
	}
	return middle.Bytes32(), seats
}

func compareSigned(a, b *uint256.Int) int {
	switch {
	case a.Slt(b):
		return -1
	case a.Sgt(b):
		return 1
	}
	return 0
}

// distance of two numbers read as int256; it fits an unsigned word.
func distance(a, b *uint256.Int) *uint256.Int {
	if a.Slt(b) {
		a, b = b, a
	}
	return new(uint256.Int).Sub(a, b)
}
