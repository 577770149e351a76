//go:build conformance

package conformance

import (
	"encoding/binary"
	"fmt"
	"math"

	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/frame"
)

// contents is a tensor in typed contents, as a client that shares no code with
// the server would write it.
func contents(t *frame.Tensor) (*inference.InferTensorContents, error) {
	c := &inference.InferTensorContents{}
	le, n := binary.LittleEndian, t.Type.Size()
	if t.Type == frame.BYTES {
		count, _ := frame.Elements(t.Shape)
		var err error
		c.BytesContents, err = frame.SplitBytes(t.Data, count)
		return c, err
	}
	for b := t.Data; len(b) > 0; b = b[n:] {
		switch t.Type {
		case frame.BOOL:
			c.BoolContents = append(c.BoolContents, b[0] != 0)
		case frame.INT8:
			c.IntContents = append(c.IntContents, int32(int8(b[0])))
		case frame.INT16:
			c.IntContents = append(c.IntContents, int32(int16(le.Uint16(b))))
		case frame.INT32:
			c.IntContents = append(c.IntContents, int32(le.Uint32(b)))
		case frame.INT64:
			c.Int64Contents = append(c.Int64Contents, int64(le.Uint64(b)))
		case frame.UINT8:
			c.UintContents = append(c.UintContents, uint32(b[0]))
		case frame.UINT16:
			c.UintContents = append(c.UintContents, uint32(le.Uint16(b)))
		case frame.UINT32:
			c.UintContents = append(c.UintContents, le.Uint32(b))
		case frame.UINT64:
			c.Uint64Contents = append(c.Uint64Contents, le.Uint64(b))
		case frame.FP32:
			c.Fp32Contents = append(c.Fp32Contents, math.Float32frombits(le.Uint32(b)))
		case frame.FP64:
			c.Fp64Contents = append(c.Fp64Contents, math.Float64frombits(le.Uint64(b)))
		default:
			return nil, errNotExpressible
		}
	}
	return c, nil
}

// tensors reads a response, raw or typed.
func tensors(r *inference.ModelInferResponse) ([]frame.Tensor, error) {
	le := binary.LittleEndian
	var all []frame.Tensor
	for i, o := range r.GetOutputs() {
		et, ok := frame.ParseElementType(o.GetDatatype())
		if !ok {
			return nil, fmt.Errorf("datatype %q", o.GetDatatype())
		}
		t := frame.Tensor{Name: o.GetName(), Type: et, Shape: o.GetShape(), Data: []byte{}}
		if len(r.GetRawOutputContents()) > 0 {
			t.Data = r.GetRawOutputContents()[i]
		} else {
			c := o.GetContents()
			for _, v := range c.GetBoolContents() {
				b := byte(0)
				if v {
					b = 1
				}
				t.Data = append(t.Data, b)
			}
			for _, v := range c.GetIntContents() {
				var b [4]byte
				le.PutUint32(b[:], uint32(v))
				t.Data = append(t.Data, b[:et.Size()]...)
			}
			for _, v := range c.GetUintContents() {
				var b [4]byte
				le.PutUint32(b[:], v)
				t.Data = append(t.Data, b[:et.Size()]...)
			}
			for _, v := range c.GetInt64Contents() {
				t.Data = le.AppendUint64(t.Data, uint64(v))
			}
			for _, v := range c.GetUint64Contents() {
				t.Data = le.AppendUint64(t.Data, v)
			}
			for _, v := range c.GetFp32Contents() {
				t.Data = le.AppendUint32(t.Data, math.Float32bits(v))
			}
			for _, v := range c.GetFp64Contents() {
				t.Data = le.AppendUint64(t.Data, math.Float64bits(v))
			}
			if len(c.GetBytesContents()) > 0 {
				t.Data = frame.JoinBytes(c.GetBytesContents())
			}
		}
		if t.Shape == nil {
			t.Shape = []int64{}
		}
		if err := t.Check(); err != nil {
			return nil, err
		}
		all = append(all, t)
	}
	return all, nil
}
