// Package oip serves the Open Inference Protocol: it turns the protocol's
// tensors into frames for the workers and back, and checks what a client sends
// against what the model takes, naming both.
package oip

import (
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"

	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/frame"
)

// maxElements bounds a typed tensor, whose message may be far smaller than it says.
const maxElements = 1 << 31

// inputs reads and checks the inputs of a request; typed tells whether any came
// in typed contents.
func inputs(r *inference.ModelInferRequest, d frame.Description) (tensors []frame.Tensor, typed bool, err error) {
	raw := r.GetRawInputContents()
	if len(raw) > 0 && len(raw) != len(r.GetInputs()) {
		return nil, false, fmt.Errorf("raw_input_contents takes as many items as inputs, %d, got %d", len(r.GetInputs()), len(raw))
	}
	seen := map[string]bool{}
	for i, in := range r.GetInputs() {
		port, err := findInput(in, d)
		if err != nil {
			return nil, false, err
		}
		if seen[port.Name] {
			return nil, false, fmt.Errorf("input %q is given twice", port.Name)
		}
		seen[port.Name] = true
		t := frame.Tensor{Name: port.Name, Type: port.Type, Shape: in.GetShape()}
		if t.Shape == nil {
			t.Shape = []int64{}
		}
		if len(raw) > 0 {
			if in.GetContents() != nil && typedCount(in.GetContents()) > 0 {
				return nil, false, fmt.Errorf("input %q has both contents and raw_input_contents", port.Name)
			}
			t.Data = raw[i]
		} else {
			typed = true
			if t.Data, err = typedData(in.GetContents(), &t); err != nil {
				return nil, false, err
			}
		}
		if err := checkShape(t.Shape, port); err != nil {
			return nil, false, err
		}
		if err := t.Check(); err != nil {
			return nil, false, fmt.Errorf("input: %w", err)
		}
		tensors = append(tensors, t)
	}
	for _, p := range d.Inputs {
		if !seen[p.Name] && !p.Optional {
			return nil, false, fmt.Errorf("input %q of type %s and shape %v is missing", p.Name, p.Type, p.Shape)
		}
	}
	return tensors, typed, nil
}

func findInput(in *inference.ModelInferRequest_InferInputTensor, d frame.Description) (frame.Port, error) {
	at := slices.IndexFunc(d.Inputs, func(p frame.Port) bool { return p.Name == in.GetName() })
	if at < 0 {
		return frame.Port{}, fmt.Errorf("there is no input %q, the model takes %s", in.GetName(), portNames(d.Inputs))
	}
	port := d.Inputs[at]
	if !port.IsTensor() {
		return port, fmt.Errorf("input %q is a %s, which the protocol can't carry", port.Name, port.Kind)
	}
	if in.GetDatatype() != port.Type.String() {
		return port, fmt.Errorf("input %q takes datatype %s, got %q", port.Name, port.Type, in.GetDatatype())
	}
	return port, nil
}

func portNames(ports []frame.Port) string {
	names := make([]string, 0, len(ports))
	for _, p := range ports {
		names = append(names, fmt.Sprintf("%q", p.Name))
	}
	if len(names) == 0 {
		return "none"
	}
	return strings.Join(names, ", ")
}

func checkShape(shape []int64, p frame.Port) error {
	if n, ok := frame.Elements(shape); !ok || n > maxElements {
		return fmt.Errorf("input %q has shape %v, which is no shape", p.Name, shape)
	}
	if p.Shape == nil {
		return nil
	}
	fits := len(shape) == len(p.Shape)
	for i := 0; fits && i < len(shape); i++ {
		fits = p.Shape[i] < 0 || p.Shape[i] == shape[i]
	}
	if !fits {
		return fmt.Errorf("input %q takes shape %v, got %v", p.Name, p.Shape, shape)
	}
	return nil
}

func typedCount(c *inference.InferTensorContents) int {
	return len(c.GetBoolContents()) + len(c.GetIntContents()) + len(c.GetInt64Contents()) + len(c.GetUintContents()) +
		len(c.GetUint64Contents()) + len(c.GetFp32Contents()) + len(c.GetFp64Contents()) + len(c.GetBytesContents())
}

// typedData writes typed contents as bytes.
func typedData(c *inference.InferTensorContents, t *frame.Tensor) ([]byte, error) {
	want, ok := frame.Elements(t.Shape)
	if !ok || want > maxElements {
		return nil, fmt.Errorf("input %q has shape %v, which is no shape", t.Name, t.Shape)
	}
	var data []byte
	var got int
	var err error
	switch t.Type {
	case frame.BOOL:
		got = len(c.GetBoolContents())
		data = make([]byte, 0, got)
		for _, v := range c.GetBoolContents() {
			data = append(data, map[bool]byte{true: 1}[v])
		}
	case frame.INT8, frame.INT16, frame.INT32:
		got = len(c.GetIntContents())
		data, err = appendInts(c.GetIntContents(), t)
	case frame.UINT8, frame.UINT16, frame.UINT32:
		got = len(c.GetUintContents())
		data, err = appendUints(c.GetUintContents(), t)
	case frame.INT64:
		got = len(c.GetInt64Contents())
		data = make([]byte, 0, got*8)
		for _, v := range c.GetInt64Contents() {
			data = binary.LittleEndian.AppendUint64(data, uint64(v))
		}
	case frame.UINT64:
		got = len(c.GetUint64Contents())
		data = make([]byte, 0, got*8)
		for _, v := range c.GetUint64Contents() {
			data = binary.LittleEndian.AppendUint64(data, v)
		}
	case frame.FP32:
		got = len(c.GetFp32Contents())
		data = make([]byte, 0, got*4)
		for _, v := range c.GetFp32Contents() {
			data = binary.LittleEndian.AppendUint32(data, math.Float32bits(v))
		}
	case frame.FP64:
		got = len(c.GetFp64Contents())
		data = make([]byte, 0, got*8)
		for _, v := range c.GetFp64Contents() {
			data = binary.LittleEndian.AppendUint64(data, math.Float64bits(v))
		}
	case frame.BYTES:
		got = len(c.GetBytesContents())
		data = frame.JoinBytes(c.GetBytesContents())
	default:
		if want == 0 {
			return nil, nil
		}
		return nil, fmt.Errorf("input %q of type %s has no typed contents: send it in raw_input_contents", t.Name, t.Type)
	}
	if err != nil {
		return nil, err
	}
	if int64(got) != want || typedCount(c) != got {
		return nil, fmt.Errorf("input %q of type %s and shape %v takes %d elements in %s, got %d of %d in all",
			t.Name, t.Type, t.Shape, want, field(t.Type), got, typedCount(c))
	}
	return data, nil
}

// field is the name of the field that holds a type's elements.
func field(t frame.ElementType) string {
	switch t {
	case frame.BOOL:
		return "bool_contents"
	case frame.INT8, frame.INT16, frame.INT32:
		return "int_contents"
	case frame.UINT8, frame.UINT16, frame.UINT32:
		return "uint_contents"
	case frame.BYTES:
		return "bytes_contents"
	}
	return strings.ToLower(t.String()) + "_contents"
}

func appendInts(values []int32, t *frame.Tensor) ([]byte, error) {
	size := t.Type.Size()
	least, most := int32(math.MinInt32)>>(32-8*size), int32(math.MaxInt32)>>(32-8*size)
	data := make([]byte, 0, len(values)*size)
	for i, v := range values {
		if v < least || v > most {
			return nil, fmt.Errorf("input %q of type %s can't hold %d at %d", t.Name, t.Type, v, i)
		}
		var b [4]byte
		binary.LittleEndian.PutUint32(b[:], uint32(v))
		data = append(data, b[:size]...)
	}
	return data, nil
}

func appendUints(values []uint32, t *frame.Tensor) ([]byte, error) {
	size := t.Type.Size()
	most := uint32(math.MaxUint32) >> (32 - 8*size)
	data := make([]byte, 0, len(values)*size)
	for i, v := range values {
		if v > most {
			return nil, fmt.Errorf("input %q of type %s can't hold %d at %d", t.Name, t.Type, v, i)
		}
		var b [4]byte
		binary.LittleEndian.PutUint32(b[:], v)
		data = append(data, b[:size]...)
	}
	return data, nil
}

// outputs writes a run's outputs into the response: typed if the request was
// and every one of them can be, else raw.
func outputs(r *inference.ModelInferResponse, tensors []frame.Tensor, typed bool) error {
	for i := range tensors {
		t := &tensors[i]
		if t.Type.String() == "" {
			return fmt.Errorf("output %q has ONNX element type %d, which the protocol has no name for", t.Name, t.Type)
		}
		typed = typed && t.Type != frame.FP16 && t.Type != frame.BF16
		r.Outputs = append(r.Outputs, &inference.ModelInferResponse_InferOutputTensor{
			Name: t.Name, Datatype: t.Type.String(), Shape: t.Shape,
		})
	}
	for i := range tensors {
		if !typed {
			r.RawOutputContents = append(r.RawOutputContents, tensors[i].Data)
			continue
		}
		c, err := typedContents(&tensors[i])
		if err != nil {
			return err
		}
		r.Outputs[i].Contents = c
	}
	return nil
}

func typedContents(t *frame.Tensor) (*inference.InferTensorContents, error) {
	c := &inference.InferTensorContents{}
	le := binary.LittleEndian
	size := t.Type.Size()
	if t.Type == frame.BYTES {
		n, _ := frame.Elements(t.Shape)
		elements, err := frame.SplitBytes(t.Data, n)
		c.BytesContents = elements
		return c, err
	}
	for b := t.Data; len(b) >= size; b = b[size:] {
		switch t.Type {
		case frame.BOOL:
			c.BoolContents = append(c.BoolContents, b[0] != 0)
		case frame.INT8:
			c.IntContents = append(c.IntContents, int32(int8(b[0])))
		case frame.INT16:
			c.IntContents = append(c.IntContents, int32(int16(le.Uint16(b))))
		case frame.INT32:
			c.IntContents = append(c.IntContents, int32(le.Uint32(b)))
		case frame.UINT8:
			c.UintContents = append(c.UintContents, uint32(b[0]))
		case frame.UINT16:
			c.UintContents = append(c.UintContents, uint32(le.Uint16(b)))
		case frame.UINT32:
			c.UintContents = append(c.UintContents, le.Uint32(b))
		case frame.INT64:
			c.Int64Contents = append(c.Int64Contents, int64(le.Uint64(b)))
		case frame.UINT64:
			c.Uint64Contents = append(c.Uint64Contents, le.Uint64(b))
		case frame.FP32:
			c.Fp32Contents = append(c.Fp32Contents, math.Float32frombits(le.Uint32(b)))
		case frame.FP64:
			c.Fp64Contents = append(c.Fp64Contents, math.Float64frombits(le.Uint64(b)))
		default:
			return nil, fmt.Errorf("output %q of type %s has no typed contents", t.Name, t.Type)
		}
	}
	return c, nil
}
