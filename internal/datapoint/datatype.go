package datapoint

import (
	"encoding/binary"
	"math"
)

// Datatype is an element type by its name in the Open Inference Protocol.
type Datatype string

// The datatypes there are.
const (
	Bool   Datatype = "BOOL"
	Uint8  Datatype = "UINT8"
	Uint16 Datatype = "UINT16"
	Uint32 Datatype = "UINT32"
	Uint64 Datatype = "UINT64"
	Int8   Datatype = "INT8"
	Int16  Datatype = "INT16"
	Int32  Datatype = "INT32"
	Int64  Datatype = "INT64"
	FP16   Datatype = "FP16"
	BF16   Datatype = "BF16"
	FP32   Datatype = "FP32"
	FP64   Datatype = "FP64"
	Bytes  Datatype = "BYTES"
)

// codec is how one type's elements are stored.
type codec struct {
	size int
	// put stores a float64 and reports whether it fits.
	put func(b []byte, v float64) bool
	get func(b []byte) float64
}

var codecs = map[Datatype]codec{
	Bool: {1, func(b []byte, v float64) bool {
		b[0] = byte(v)
		return v == 0 || v == 1
	}, func(b []byte) float64 { return float64(b[0]) }},
	Uint8:  unsigned(1),
	Uint16: unsigned(2),
	Uint32: unsigned(4),
	Uint64: unsigned(8),
	Int8:   signed(1),
	Int16:  signed(2),
	Int32:  signed(4),
	Int64:  signed(8),
	FP16:   small(5, 10),
	BF16:   small(8, 7),
	FP32: {4, func(b []byte, v float64) bool {
		binary.LittleEndian.PutUint32(b, math.Float32bits(float32(v)))
		return finite(float64(float32(v)))
	}, func(b []byte) float64 { return float64(math.Float32frombits(binary.LittleEndian.Uint32(b))) }},
	FP64: {8, func(b []byte, v float64) bool {
		binary.LittleEndian.PutUint64(b, math.Float64bits(v))
		return finite(v)
	}, func(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) }},
}

// Known reports whether there is such a datatype.
func (d Datatype) Known() bool { return d == Bytes || d.Size() > 0 }

// Size is the size of an element in bytes, 0 for BYTES.
func (d Datatype) Size() int { return codecs[d].size }

// isFloat reports whether the type has NaN and infinities.
func (d Datatype) isFloat() bool { return d == FP16 || d == BF16 || d == FP32 || d == FP64 }

func (d Datatype) encode(label string, numbers []float64) ([]byte, error) {
	c := codecs[d]
	raw := make([]byte, len(numbers)*c.size)
	for i, v := range numbers {
		if !c.put(raw[i*c.size:], v) {
			return nil, rejected("%s takes %s, which element %d, %v, does not fit", label, d, i, v)
		}
	}
	return raw, nil
}

func (d Datatype) toFloat64(raw []byte) []float64 {
	c := codecs[d]
	numbers := make([]float64, len(raw)/c.size)
	for i := range numbers {
		numbers[i] = c.get(raw[i*c.size:])
	}
	return numbers
}

func (d Datatype) checkFinite(label string, raw []byte) error {
	if !d.isFloat() {
		return nil
	}
	for i, v := range d.toFloat64(raw) {
		if !finite(v) {
			return rejected("%s takes finite numbers, element %d is %v", label, i, v)
		}
	}
	return nil
}

func finite(v float64) bool { return !math.IsNaN(v) && !math.IsInf(v, 0) }

func unsigned(size int) codec {
	limit := math.Ldexp(1, 8*size)
	return codec{size, func(b []byte, v float64) bool {
		v = math.RoundToEven(v)
		if !(v >= 0 && v < limit) {
			return false
		}
		putUint(b, size, uint64(v))
		return true
	}, func(b []byte) float64 { return float64(getUint(b, size)) }}
}

func signed(size int) codec {
	limit := math.Ldexp(1, 8*size-1)
	return codec{size, func(b []byte, v float64) bool {
		v = math.RoundToEven(v)
		if !(v >= -limit && v < limit) {
			return false
		}
		putUint(b, size, uint64(int64(v)))
		return true
	}, func(b []byte) float64 {
		shift := 64 - 8*size
		return float64(int64(getUint(b, size)<<shift) >> shift)
	}}
}

// small is a binary floating-point format of two bytes with an IEEE 754 layout.
// It rounds from float64 at once: by way of float32 some values would be
// rounded twice, and come out one unit off.
func small(exponentBits, fractionBits int) codec {
	lowest := 2 - 1<<(exponentBits-1)  // exponent of the least normal number
	highest := 1<<(exponentBits-1) - 1 // and of the greatest
	return codec{2, func(b []byte, v float64) bool {
		if !finite(v) {
			return false
		}
		var bits uint64
		if math.Signbit(v) {
			bits = 1 << 15
		}
		_, exponent := math.Frexp(math.Abs(v))
		exponent = max(exponent-1, lowest)
		units := uint64(math.RoundToEven(math.Ldexp(math.Abs(v), fractionBits-exponent)))
		if units == 2<<fractionBits { // rounded up to the next power of two
			units >>= 1
			exponent++
		}
		if exponent > highest {
			return false
		}
		if units >= 1<<fractionBits {
			units += uint64(exponent-lowest) << fractionBits
		}
		putUint(b, 2, bits|units)
		return true
	}, func(b []byte) float64 {
		bits := getUint(b, 2)
		exponent := int(bits>>fractionBits) & (1<<exponentBits - 1)
		units := bits & (1<<fractionBits - 1)
		var v float64
		switch {
		case exponent == 1<<exponentBits-1 && units != 0:
			v = math.NaN()
		case exponent == 1<<exponentBits-1:
			v = math.Inf(1)
		case exponent == 0:
			v = math.Ldexp(float64(units), lowest-fractionBits)
		default:
			v = math.Ldexp(float64(units|1<<fractionBits), lowest+exponent-1-fractionBits)
		}
		if bits>>15 == 1 {
			v = -v
		}
		return v
	}}
}

func putUint(b []byte, size int, v uint64) {
	for i := range size {
		b[i] = byte(v >> (8 * i))
	}
}

func getUint(b []byte, size int) (v uint64) {
	for i := range size {
		v |= uint64(b[i]) << (8 * i)
	}
	return v
}
