package codec

import (
	"encoding/binary"
	"fmt"
	"math"
	"math/big"
	"strings"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// number is an element's exact value: integer * 2^exponent.
type number struct {
	mantissa *big.Int
	exponent int
}

// element reads element i of a tensor of numbers.
func element(t *frame.Tensor, i int) (number, error) {
	size := t.Type.Size()
	if size == 0 || len(t.Data) < (i+1)*size {
		return number{}, fmt.Errorf("output %q has no number %d", t.Name, i)
	}
	b := t.Data[i*size:]
	le := binary.LittleEndian
	switch t.Type {
	case frame.BOOL, frame.UINT8:
		return integer(int64(b[0])), nil
	case frame.INT8:
		return integer(int64(int8(b[0]))), nil
	case frame.UINT16:
		return integer(int64(le.Uint16(b))), nil
	case frame.INT16:
		return integer(int64(int16(le.Uint16(b)))), nil
	case frame.UINT32:
		return integer(int64(le.Uint32(b))), nil
	case frame.INT32:
		return integer(int64(int32(le.Uint32(b)))), nil
	case frame.INT64:
		return integer(int64(le.Uint64(b))), nil
	case frame.UINT64:
		return number{mantissa: new(big.Int).SetUint64(le.Uint64(b))}, nil
	}
	f, ok := float(t, i)
	if !ok {
		return number{}, fmt.Errorf("output %q is of type %s, not of numbers", t.Name, t.Type)
	}
	if math.IsNaN(f) || math.IsInf(f, 0) {
		return number{}, fmt.Errorf("output %q is %v at %d", t.Name, f, i)
	}
	fraction, exponent := math.Frexp(f)
	return number{big.NewInt(int64(math.Ldexp(fraction, 53))), exponent - 53}, nil
}

// float reads element i of a tensor of floats; each type widens to float64 exactly.
func float(t *frame.Tensor, i int) (float64, bool) {
	b := t.Data[i*t.Type.Size():]
	le := binary.LittleEndian
	switch t.Type {
	case frame.FP64:
		return math.Float64frombits(le.Uint64(b)), true
	case frame.FP32:
		return float64(math.Float32frombits(le.Uint32(b))), true
	case frame.BF16:
		return float64(math.Float32frombits(uint32(le.Uint16(b)) << 16)), true
	case frame.FP16:
		return half(le.Uint16(b)), true
	}
	return 0, false
}

// half widens an IEEE 754 half-precision float.
func half(h uint16) float64 {
	sign := 1.0
	if h>>15 != 0 {
		sign = -1
	}
	exponent, fraction := int(h>>10&31), float64(h&1023)
	switch exponent {
	case 0:
		return sign * math.Ldexp(fraction, -24)
	case 31:
		if fraction != 0 {
			return math.NaN()
		}
		return sign * math.Inf(1)
	}
	return sign * math.Ldexp(1024+fraction, exponent-25)
}

func integer(v int64) number { return number{mantissa: big.NewInt(v)} }

func (n number) cmp(o number) int {
	a, b := new(big.Int).Set(n.mantissa), new(big.Int).Set(o.mantissa)
	if shift := n.exponent - o.exponent; shift > 0 {
		a.Lsh(a, uint(shift))
	} else {
		b.Lsh(b, uint(-shift))
	}
	return a.Cmp(b)
}

// scaled is n * 10^decimals rounded half to even, exactly.
func (n number) scaled(decimals int) *big.Int {
	v := new(big.Int).Mul(n.mantissa, new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil))
	if n.exponent >= 0 {
		return v.Lsh(v, uint(n.exponent))
	}
	negative := v.Sign() < 0
	v.Abs(v)
	shift := uint(-n.exponent)
	q := new(big.Int).Rsh(v, shift)
	rest := v.Sub(v, new(big.Int).Lsh(q, shift))
	half := new(big.Int).Lsh(big.NewInt(1), shift-1)
	if c := rest.Cmp(half); c > 0 || c == 0 && q.Bit(0) == 1 {
		q.Add(q, big.NewInt(1))
	}
	if negative {
		q.Neg(q)
	}
	return q
}

// decimal writes v / 10^decimals.
func decimal(v *big.Int, decimals int) string {
	if decimals == 0 {
		return v.String()
	}
	s := new(big.Int).Abs(v).String()
	if len(s) <= decimals {
		s = strings.Repeat("0", decimals-len(s)+1) + s
	}
	s = s[:len(s)-decimals] + "." + s[len(s)-decimals:]
	if v.Sign() < 0 {
		s = "-" + s
	}
	return s
}

// String is the exact value, shortened for reading.
func (n number) String() string {
	if n.exponent == 0 {
		return n.mantissa.String()
	}
	f, _ := new(big.Float).SetMantExp(new(big.Float).SetInt(n.mantissa), n.exponent).Float64()
	return fmt.Sprint(f)
}
