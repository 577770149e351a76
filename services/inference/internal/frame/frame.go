// Package frame is what the service and its worker process say to each other
// over a socket pair: strictly one request, then its reply.
//
// A message is a header of 16 bytes (body length u32, kind u32, argument u64,
// all little-endian) and a body. The service trusts nothing in a reply: the
// worker may have been taken over by the model it runs.
package frame

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// HeaderSize is the size of a header in bytes.
const HeaderSize = 16

// Alignment is where tensor data starts inside a request's body, in bytes.
const Alignment = 64

// MaxBody is the largest body of a message in bytes.
const MaxBody = 1 << 30

// Kinds of request.
const (
	// Load's argument is the slot, its body u32 memory in MiB, u32 flags, then the model.
	// The reply's body is a Description as JSON.
	Load uint32 = 1
	// Unload's argument is the slot.
	Unload uint32 = 2
	// Run's argument is the slot, its body as AppendRun writes it. The reply's
	// argument is the run's duration in nanoseconds, its body the outputs.
	Run uint32 = 3
)

// FlagVote in a Load request applies the rules for models that are voted on.
const FlagVote uint32 = 1

// Kinds of reply. The body of one that isn't Done is a message.
const (
	// Done is success.
	Done uint32 = 0
	// Failed is ONNX Runtime's refusal of the model or the input.
	Failed uint32 = 1
	// Refused is a model that breaks a rule of this service.
	Refused uint32 = 2
	// Exhausted is memory run out.
	Exhausted uint32 = 3
	// NotTensor is an output that is no tensor.
	NotTensor uint32 = 4
	// Hello is the first message, from the worker: its body is a Greeting as JSON.
	Hello uint32 = 5
	// Broken is a worker that could not set itself up.
	Broken uint32 = 6
)

// Greeting is what a worker tells about itself once it is ready.
type Greeting struct {
	// Version of ONNX Runtime.
	Version string `json:"version"`
	// Sandboxed is true behind seccomp.
	Sandboxed bool `json:"sandboxed"`
	// Attempts maps what a model must not do to the error the worker met when
	// it tried it on itself.
	Attempts map[string]string `json:"attempts"`
}

// Header is a message's header.
type Header struct {
	Length uint32
	Kind   uint32
	Arg    uint64
}

// PutHeader writes h to the first HeaderSize bytes of b.
func PutHeader(b []byte, h Header) {
	binary.LittleEndian.PutUint32(b, h.Length)
	binary.LittleEndian.PutUint32(b[4:], h.Kind)
	binary.LittleEndian.PutUint64(b[8:], h.Arg)
}

// ParseHeader reads a header from the first HeaderSize bytes of b.
func ParseHeader(b []byte) Header {
	return Header{
		Length: binary.LittleEndian.Uint32(b),
		Kind:   binary.LittleEndian.Uint32(b[4:]),
		Arg:    binary.LittleEndian.Uint64(b[8:]),
	}
}

// Input is an input of a run: its place in the model's description and value.
type Input struct {
	Index  int
	Tensor *Tensor
}

func pad(b []byte, start, n int) []byte {
	var zero [Alignment]byte
	return append(b, zero[:(n-(len(b)-start)%n)%n]...)
}

// AppendRun appends the body of a Run request to what there is of the message,
// its header or nothing: the inputs, and the places of the outputs wanted.
func AppendRun(b []byte, inputs []Input, outputs []int) []byte {
	le := binary.LittleEndian
	start := len(b)
	b = le.AppendUint32(b, uint32(len(inputs)))
	b = le.AppendUint32(b, uint32(len(outputs)))
	for _, o := range outputs {
		b = le.AppendUint32(b, uint32(o))
	}
	for _, in := range inputs {
		b = pad(b, start, 8)
		b = le.AppendUint32(b, uint32(in.Index))
		b = le.AppendUint32(b, 0)
		b = le.AppendUint32(b, uint32(in.Tensor.Type))
		b = le.AppendUint32(b, uint32(len(in.Tensor.Shape)))
		b = le.AppendUint64(b, uint64(len(in.Tensor.Data)))
		for _, d := range in.Tensor.Shape {
			b = le.AppendUint64(b, uint64(d))
		}
		b = pad(b, start, Alignment)
		b = append(b, in.Tensor.Data...)
	}
	return b
}

// ErrMalformed is a reply that makes no sense.
var ErrMalformed = errors.New("malformed reply from the worker")

// ParseRun reads the body of a reply to Run that asked for as many outputs as
// names has. The tensors' data are parts of body.
func ParseRun(body []byte, names []string) ([]Tensor, error) {
	le := binary.LittleEndian
	tensors := make([]Tensor, 0, len(names))
	rest := body
	for _, name := range names {
		if len(rest) < 16 {
			return nil, ErrMalformed
		}
		t := Tensor{Name: name, Type: ElementType(le.Uint32(rest))}
		rank, size := le.Uint32(rest[4:]), le.Uint64(rest[8:])
		rest = rest[16:]
		if rank > 64 || uint64(len(rest)) < uint64(rank)*8 {
			return nil, ErrMalformed
		}
		t.Shape = make([]int64, rank)
		for i := range t.Shape {
			t.Shape[i] = int64(le.Uint64(rest[i*8:]))
		}
		rest = rest[rank*8:]
		padded := (size + 7) / 8 * 8
		if size > math.MaxInt32*4 || uint64(len(rest)) < padded {
			return nil, ErrMalformed
		}
		t.Data = rest[:size:size]
		rest = rest[padded:]
		if err := t.Check(); err != nil {
			return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
		}
		tensors = append(tensors, t)
	}
	if len(rest) != 0 {
		return nil, ErrMalformed
	}
	return tensors, nil
}

// Check tells whether the data's length fits shape and type; types the Open
// Inference Protocol has no name for pass.
func (t *Tensor) Check() error {
	n, ok := Elements(t.Shape)
	if !ok {
		return fmt.Errorf("tensor %q has shape %v", t.Name, t.Shape)
	}
	switch {
	case t.Type == BYTES:
		_, err := SplitBytes(t.Data, n)
		if err != nil {
			return fmt.Errorf("tensor %q of shape %v: %w", t.Name, t.Shape, err)
		}
	case t.Type.Size() > 0:
		if want := n * int64(t.Type.Size()); want != int64(len(t.Data)) {
			return fmt.Errorf("tensor %q of type %s and shape %v takes %d bytes, got %d", t.Name, t.Type, t.Shape, want, len(t.Data))
		}
	}
	return nil
}

// SplitBytes splits the data of a BYTES tensor of n elements into them.
func SplitBytes(data []byte, n int64) ([][]byte, error) {
	if n < 0 || n > int64(len(data)/4) {
		return nil, fmt.Errorf("takes %d elements, has at most %d", n, len(data)/4)
	}
	elements := make([][]byte, 0, n)
	for len(data) > 0 {
		if len(data) < 4 {
			return nil, fmt.Errorf("element %d has no length", len(elements))
		}
		size := binary.LittleEndian.Uint32(data)
		if uint64(size) > uint64(len(data)-4) {
			return nil, fmt.Errorf("element %d takes %d bytes, has %d", len(elements), size, len(data)-4)
		}
		elements = append(elements, data[4:4+size:4+size])
		data = data[4+size:]
	}
	if int64(len(elements)) != n {
		return nil, fmt.Errorf("takes %d elements, got %d", n, len(elements))
	}
	return elements, nil
}

// JoinBytes is the inverse of SplitBytes.
func JoinBytes(elements [][]byte) []byte {
	size := 0
	for _, e := range elements {
		size += 4 + len(e)
	}
	b := make([]byte, 0, size)
	for _, e := range elements {
		b = binary.LittleEndian.AppendUint32(b, uint32(len(e)))
		b = append(b, e...)
	}
	return b
}
