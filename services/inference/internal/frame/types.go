package frame

// Kind is the kind of a model's input or output, as ONNX Runtime numbers them.
type Kind int32

// The kinds.
const (
	KindUnknown Kind = iota
	KindTensor
	KindSequence
	KindMap
	KindOpaque
	KindSparse
	KindOptional
)

// String is the kind's name.
func (k Kind) String() string {
	names := [...]string{"unknown", "tensor", "sequence", "map", "opaque", "sparse tensor", "optional"}
	if k < 0 || int(k) >= len(names) {
		return "unknown"
	}
	return names[k]
}

// ElementType is the type of a tensor's elements, as ONNX numbers them.
type ElementType uint32

// The element types that the Open Inference Protocol can name.
const (
	FP32   ElementType = 1
	UINT8  ElementType = 2
	INT8   ElementType = 3
	UINT16 ElementType = 4
	INT16  ElementType = 5
	INT32  ElementType = 6
	INT64  ElementType = 7
	BYTES  ElementType = 8
	BOOL   ElementType = 9
	FP16   ElementType = 10
	FP64   ElementType = 11
	UINT32 ElementType = 12
	UINT64 ElementType = 13
	BF16   ElementType = 16
)

var elementTypes = map[ElementType]struct {
	name string
	size int
}{
	FP32: {"FP32", 4}, UINT8: {"UINT8", 1}, INT8: {"INT8", 1}, UINT16: {"UINT16", 2}, INT16: {"INT16", 2},
	INT32: {"INT32", 4}, INT64: {"INT64", 8}, BYTES: {"BYTES", 0}, BOOL: {"BOOL", 1}, FP16: {"FP16", 2},
	FP64: {"FP64", 8}, UINT32: {"UINT32", 4}, UINT64: {"UINT64", 8}, BF16: {"BF16", 2},
}

var typesByName = func() map[string]ElementType {
	m := make(map[string]ElementType, len(elementTypes))
	for t, d := range elementTypes {
		m[d.name] = t
	}
	return m
}()

// ParseElementType finds a type by the Open Inference Protocol's name for it.
func ParseElementType(name string) (ElementType, bool) {
	t, ok := typesByName[name]
	return t, ok
}

// String is the Open Inference Protocol's name of the type, or "" for a type
// that the protocol has no name for.
func (t ElementType) String() string { return elementTypes[t].name }

// Size is an element's size in bytes; 0 for BYTES, whose elements vary, and
// for types that the protocol has no name for.
func (t ElementType) Size() int { return elementTypes[t].size }

// Port is an input or output of a model.
type Port struct {
	Name string      `json:"name"`
	Kind Kind        `json:"kind"`
	Type ElementType `json:"type"`
	// Shape has -1 where a dimension varies; nil when it isn't known.
	Shape []int64 `json:"shape"`
	// Optional inputs may be left out of a run.
	Optional bool `json:"optional,omitempty"`
}

// IsTensor tells whether the port takes or gives a tensor the Open Inference
// Protocol can carry.
func (p Port) IsTensor() bool {
	return (p.Kind == KindTensor || p.Kind == KindOptional) && p.Type.String() != ""
}

// Description is what a model takes and gives.
type Description struct {
	Inputs  []Port `json:"inputs"`
	Outputs []Port `json:"outputs"`
}

// Tensor is a tensor's value. Data is little-endian and row-major; each element
// of a BYTES tensor follows its length in 4 bytes.
type Tensor struct {
	Name  string
	Type  ElementType
	Shape []int64
	Data  []byte
}

// Elements is the number of elements of a shape; ok is false for a negative
// dimension or a number beyond 2^40.
func Elements(shape []int64) (n int64, ok bool) {
	const limit = 1 << 40
	n = 1
	zero := false
	for _, d := range shape {
		if d < 0 || d > limit {
			return 0, false
		}
		if d == 0 {
			zero = true
			continue
		}
		if n > limit/d {
			return 0, false
		}
		n *= d
	}
	if zero {
		return 0, true
	}
	return n, true
}
