//go:build conformance

package conformance

import (
	"encoding/binary"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"sort"

	"google.golang.org/protobuf/encoding/protowire"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// dataset is one set of inputs and the outputs expected for them.
type dataset struct{ inputs, outputs []frame.Tensor }

// readSets reads a case's test_data_set_* folders.
func readSets(dir string) ([]dataset, error) {
	folders, err := filepath.Glob(filepath.Join(dir, "test_data_set_*"))
	if err != nil {
		return nil, err
	}
	sort.Strings(folders)
	var sets []dataset
	for _, folder := range folders {
		var d dataset
		if d.inputs, err = readTensors(folder, "input"); err != nil {
			return nil, err
		}
		if d.outputs, err = readTensors(folder, "output"); err != nil {
			return nil, err
		}
		sets = append(sets, d)
	}
	return sets, nil
}

func readTensors(dir, prefix string) ([]frame.Tensor, error) {
	var tensors []frame.Tensor
	for i := 0; ; i++ {
		b, err := os.ReadFile(filepath.Join(dir, fmt.Sprintf("%s_%d.pb", prefix, i)))
		if os.IsNotExist(err) {
			return tensors, nil
		}
		if err != nil {
			return nil, err
		}
		t, err := parseTensor(b)
		if err != nil {
			return nil, fmt.Errorf("%s %d: %w", prefix, i, err)
		}
		tensors = append(tensors, t)
	}
}

// parseTensor reads an ONNX TensorProto.
func parseTensor(b []byte) (frame.Tensor, error) {
	t := frame.Tensor{Shape: []int64{}}
	var raw []byte
	var floats, doubles []byte
	var ints []uint64
	var strings [][]byte
	packed := func(v []byte) {
		for len(v) > 0 {
			n, size := protowire.ConsumeVarint(v)
			if size < 0 {
				return
			}
			ints, v = append(ints, n), v[size:]
		}
	}
	for len(b) > 0 {
		num, kind, n := protowire.ConsumeTag(b)
		if n < 0 {
			return t, protowire.ParseError(n)
		}
		b = b[n:]
		size := protowire.ConsumeFieldValue(num, kind, b)
		if size < 0 {
			return t, protowire.ParseError(size)
		}
		value := b[:size]
		b = b[size:]
		var varint uint64
		switch kind {
		case protowire.BytesType:
			value, _ = protowire.ConsumeBytes(value)
		case protowire.VarintType:
			varint, _ = protowire.ConsumeVarint(value)
		}
		switch num {
		case 1:
			if kind == protowire.VarintType {
				t.Shape = append(t.Shape, int64(varint))
				continue
			}
			packed(value)
			for _, d := range ints {
				t.Shape = append(t.Shape, int64(d))
			}
			ints = nil
		case 2:
			t.Type = frame.ElementType(varint)
		case 4:
			floats = append(floats, value...)
		case 5, 7, 11:
			if kind == protowire.VarintType {
				ints = append(ints, varint)
				continue
			}
			packed(value)
		case 6:
			strings = append(strings, value)
		case 8:
			t.Name = string(value)
		case 9:
			raw = value
		case 10:
			doubles = append(doubles, value...)
		}
	}
	switch {
	case t.Type == frame.BYTES:
		t.Data = frame.JoinBytes(strings)
	case raw != nil:
		t.Data = raw
	case len(floats) > 0:
		t.Data = floats
	case len(doubles) > 0:
		t.Data = doubles
	default:
		for _, v := range ints {
			var full [8]byte
			binary.LittleEndian.PutUint64(full[:], v)
			t.Data = append(t.Data, full[:t.Type.Size()]...)
		}
	}
	if t.Type.String() == "" {
		return t, errNotExpressible
	}
	return t, t.Check()
}

var errNotExpressible = fmt.Errorf("the protocol has no such tensor")

// Tolerances of a comparison of floats.
const (
	relative = 1e-3
	absolute = 1e-5
)

// differs says how two tensors differ; "" if they don't.
func differs(got, want *frame.Tensor) string {
	if got.Type != want.Type {
		return fmt.Sprintf("type %s, want %s", got.Type, want.Type)
	}
	if fmt.Sprint(got.Shape) != fmt.Sprint(want.Shape) {
		return fmt.Sprintf("shape %v, want %v", got.Shape, want.Shape)
	}
	if len(got.Data) == len(want.Data) && string(got.Data) == string(want.Data) {
		return ""
	}
	size := want.Type.Size()
	if widen[want.Type] == nil || len(got.Data) != len(want.Data) {
		return "other values"
	}
	for i := 0; i+size <= len(want.Data); i += size {
		g, w := widen[want.Type](got.Data[i:]), widen[want.Type](want.Data[i:])
		same := g == w || math.IsNaN(g) && math.IsNaN(w) ||
			!math.IsInf(w, 0) && !math.IsInf(g, 0) && math.Abs(g-w) <= absolute+relative*math.Abs(w)
		if !same {
			return fmt.Sprintf("%v at %d, want %v", g, i/size, w)
		}
	}
	return ""
}

var widen = map[frame.ElementType]func([]byte) float64{
	frame.FP32: func(b []byte) float64 { return float64(math.Float32frombits(binary.LittleEndian.Uint32(b))) },
	frame.FP64: func(b []byte) float64 { return math.Float64frombits(binary.LittleEndian.Uint64(b)) },
	frame.BF16: func(b []byte) float64 {
		return float64(math.Float32frombits(uint32(binary.LittleEndian.Uint16(b)) << 16))
	},
	frame.FP16: func(b []byte) float64 { return half(binary.LittleEndian.Uint16(b)) },
}

func half(h uint16) float64 {
	exponent, fraction := int(h>>10&31), float64(h&1023)
	v := math.Ldexp(1024+fraction, exponent-25)
	switch {
	case exponent == 0:
		v = math.Ldexp(fraction, -24)
	case exponent == 31 && fraction != 0:
		return math.NaN()
	case exponent == 31:
		v = math.Inf(1)
	}
	if h>>15 != 0 {
		return -v
	}
	return v
}
