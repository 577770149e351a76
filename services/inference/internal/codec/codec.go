// Package codec turns a model's output into the one word that goes on chain,
// the same on every machine: from the output's bits on, all arithmetic is exact.
package codec

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"math/big"
	"strings"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// Kind is an output codec, numbered as on chain.
type Kind uint8

// The codecs.
const (
	Class Kind = iota
	ArgMax
	Fixed
	Digest
)

var kinds = [...]string{"class", "argmax", "fixed", "digest"}

// String is the codec's name in manifests.
func (k Kind) String() string {
	if int(k) < len(kinds) {
		return kinds[k]
	}
	return fmt.Sprintf("codec %d", uint8(k))
}

// ParseKind finds a codec by its name in manifests.
func ParseKind(name string) (Kind, error) {
	for i, k := range kinds {
		if k == name {
			return Kind(i), nil
		}
	}
	return 0, fmt.Errorf("codec %q: there are class, argmax, fixed and digest", name)
}

// MaxDecimals bounds decimals.
const MaxDecimals = 77

// MaxBlock is the largest block a digest may stand for, in bytes: what every
// IPFS node takes as one raw block.
const MaxBlock = 1 << 20

// ErrRejected is an output that has no word: MODEL_REJECTED_INPUT on chain.
var ErrRejected = errors.New("output has no word")

// Codec encodes a model's output.
type Codec struct {
	Kind     Kind
	Decimals int
}

// Step is one step from output to word, for reading.
type Step struct{ Name, Value string }

// Encoded is a word and how it came about.
type Encoded struct {
	// Word is big-endian; signed words are in two's complement.
	Word [32]byte
	// Steps from the output to the word.
	Steps []Step
	// Block is what a digest's word is the sha2-256 of; nil for other codecs.
	Block []byte
}

// Encode encodes the output of a run with one row. Its errors are ErrRejected:
// a NaN or infinity anywhere in the output, a number that doesn't fit the word,
// a shape or type that the codec can't take.
func (c Codec) Encode(t *frame.Tensor) (Encoded, error) {
	e, err := c.encode(t)
	if err != nil {
		return Encoded{}, fmt.Errorf("%w: %w", ErrRejected, err)
	}
	return e, nil
}

func (c Codec) encode(t *frame.Tensor) (Encoded, error) {
	count, ok := frame.Elements(t.Shape)
	if !ok || count == 0 {
		return Encoded{}, fmt.Errorf("output %q of shape %v is empty", t.Name, t.Shape)
	}
	if err := t.Check(); err != nil {
		return Encoded{}, err
	}
	numbers := make([]number, 0, min(count, 1<<20))
	for i := range int(count) {
		n, err := element(t, i)
		if err != nil {
			return Encoded{}, err
		}
		numbers = append(numbers, n)
	}
	switch c.Kind {
	case Class:
		return class(t, numbers)
	case ArgMax:
		return argmax(numbers)
	case Fixed:
		return c.fixed(t, numbers)
	case Digest:
		return c.digest(t, numbers)
	}
	return Encoded{}, fmt.Errorf("no %s", c.Kind)
}

func class(t *frame.Tensor, numbers []number) (Encoded, error) {
	if len(numbers) != 1 {
		return Encoded{}, fmt.Errorf("a class is one integer, output %q has shape %v", t.Name, t.Shape)
	}
	n := numbers[0]
	if n.exponent != 0 {
		return Encoded{}, fmt.Errorf("a class is an integer, output %q is of type %s", t.Name, t.Type)
	}
	return word(n.mantissa, Step{"output", n.String()})
}

func argmax(numbers []number) (Encoded, error) {
	best := 0
	for i, n := range numbers {
		if n.cmp(numbers[best]) > 0 {
			best = i
		}
	}
	return word(big.NewInt(int64(best)),
		Step{"output", fmt.Sprintf("%d scores, largest %s", len(numbers), numbers[best])}, Step{"argmax", fmt.Sprint(best)})
}

func (c Codec) fixed(t *frame.Tensor, numbers []number) (Encoded, error) {
	if len(numbers) != 1 {
		return Encoded{}, fmt.Errorf("a fixed-point word is one number, output %q has shape %v", t.Name, t.Shape)
	}
	v := numbers[0].scaled(c.Decimals)
	return word(v, Step{"output", numbers[0].String()}, Step{"rounded", decimal(v, c.Decimals)}, Step{"scaled", v.String()})
}

// digest writes the tensor, rounded, as JSON with one spelling for each value.
func (c Codec) digest(t *frame.Tensor, numbers []number) (Encoded, error) {
	var b strings.Builder
	fmt.Fprintf(&b, `{"shape":[%s],"decimals":%d,"data":[`, strings.Trim(strings.ReplaceAll(fmt.Sprint(t.Shape), " ", ","), "[]"), c.Decimals)
	for i, n := range numbers {
		if i > 0 {
			b.WriteByte(',')
		}
		b.WriteString(decimal(n.scaled(c.Decimals), c.Decimals))
		if b.Len() > MaxBlock {
			return Encoded{}, fmt.Errorf("output %q of shape %v takes more than a block of %d bytes", t.Name, t.Shape, MaxBlock)
		}
	}
	b.WriteString("]}")
	block := []byte(b.String())
	e := Encoded{Word: sha256.Sum256(block), Block: block}
	e.Steps = []Step{{"output", fmt.Sprintf("%d numbers", len(numbers))}, {"rounded", shorten(b.String())}, {"sha2-256", fmt.Sprintf("%x", e.Word)}}
	return e, nil
}

func shorten(s string) string {
	if len(s) <= 400 {
		return s
	}
	return s[:400] + "..."
}

// word encodes v in two's complement.
func word(v *big.Int, steps ...Step) (Encoded, error) {
	limit := new(big.Int).Lsh(big.NewInt(1), 255)
	if v.Cmp(limit) >= 0 || v.Cmp(new(big.Int).Neg(limit)) < 0 {
		return Encoded{}, fmt.Errorf("%s doesn't fit an int256", shorten(v.String()))
	}
	u := v
	if v.Sign() < 0 {
		u = new(big.Int).Add(v, new(big.Int).Lsh(big.NewInt(1), 256))
	}
	e := Encoded{Steps: steps}
	u.FillBytes(e.Word[:])
	e.Steps = append(e.Steps, Step{"encoded", fmt.Sprintf("0x%x", e.Word)})
	return e, nil
}

// Decimal is a word as a signed decimal integer.
func Decimal(w [32]byte) string {
	v := new(big.Int).SetBytes(w[:])
	if v.Bit(255) == 1 {
		v.Sub(v, new(big.Int).Lsh(big.NewInt(1), 256))
	}
	return v.String()
}
