package datapoint

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"math"
	"slices"
	"strings"
	"unicode/utf8"
)

// ErrMalformed and ErrRejected are the two ways in which data is of no use.
var (
	ErrMalformed = errors.New("malformed data point")
	ErrRejected  = errors.New("data point does not fit")
)

// Error says what is wrong with a data point. It matches its Kind.
type Error struct {
	// Kind is ErrMalformed or ErrRejected.
	Kind   error
	Detail string
}

func (e *Error) Error() string {
	if errors.Is(e.Kind, ErrMalformed) {
		return e.Kind.Error() + ": " + e.Detail
	}
	return e.Detail // names the model and what it takes, which is the point
}

func (e *Error) Unwrap() error { return e.Kind }

func malformed(format string, args ...any) error {
	return &Error{ErrMalformed, fmt.Sprintf(format, args...)}
}

func rejected(format string, args ...any) error {
	return &Error{ErrRejected, fmt.Sprintf(format, args...)}
}

// Spec is an input tensor of a model.
type Spec struct {
	Name     string
	Datatype Datatype
	// Shape has -1 where a dimension is free. A free first dimension is the
	// batch, of which data points have one row.
	Shape []int64
}

// Tensor is one input, ready for the runtime.
type Tensor struct {
	Name     string
	Datatype Datatype
	// Shape is fully known, the batch dimension included.
	Shape []int64
	// Raw has the elements in row-major order, little-endian; nil for BYTES.
	Raw []byte
	// Strings has the elements of a BYTES tensor.
	Strings [][]byte
}

// Model is what data is decoded for.
type Model struct {
	// Name is how errors call the model, such as "model 1".
	Name   string
	Inputs []Spec
}

const (
	// maxElements keeps shape arithmetic far from overflow; no data point that
	// a manifest allows comes near.
	maxElements = 1 << 40
	maxRank     = 8
)

// Decode reads a data point for a model; the tensors come in the order of the
// model's inputs. Its errors are *Error.
func Decode(data []byte, model Model) ([]Tensor, error) {
	model.Name = cmp.Or(model.Name, "the model")
	given, err := read(data, model)
	if err != nil {
		return nil, err
	}
	if len(given) == 1 && given[0].name == "" && len(model.Inputs) != 1 {
		return nil, rejected("%s takes %d inputs: send them by name, as {\"inputs\":[...]}", model.Name, len(model.Inputs))
	}
	tensors := make([]Tensor, 0, len(model.Inputs))
	for _, spec := range model.Inputs {
		index := slices.IndexFunc(given, func(a array) bool { return a.name == "" || a.name == spec.Name })
		if index < 0 {
			return nil, rejected("%s takes an input %q, which is missing", model.Name, spec.Name)
		}
		tensor, err := given[index].fit(model, spec)
		if err != nil {
			return nil, err
		}
		tensors = append(tensors, tensor)
		given = slices.Delete(given, index, index+1)
	}
	if len(given) > 0 {
		names := make([]string, 0, len(model.Inputs))
		for _, spec := range model.Inputs {
			names = append(names, fmt.Sprintf("%q", spec.Name))
		}
		return nil, rejected("%s has no input %.64q, it takes %s", model.Name, given[0].name, strings.Join(names, ", "))
	}
	return tensors, nil
}

func read(data []byte, model Model) ([]array, error) {
	if bytes.HasPrefix(data, []byte(npyMagic)) {
		parsed, err := readNPY(data)
		return []array{parsed}, err
	}
	if !utf8.Valid(data) {
		return nil, malformed("neither UTF-8 text (JSON) nor .npy")
	}
	return readJSON(data, len(model.Inputs) == 1 && model.Inputs[0].Datatype == Bytes)
}

// array is what was sent for one input.
type array struct {
	// name is empty where the format has no names.
	name string
	// datatype is empty where the format has none.
	datatype Datatype
	shape    []int64
	// Elements are in one of three forms. numbers are as float64.
	numbers []float64
	// bools marks numbers that were true or false.
	bools   bool
	strings [][]byte
	// raw has elements of datatype, little-endian, row-major.
	raw []byte
}

// fit checks the array against an input and converts it.
func (a array) fit(model Model, spec Spec) (Tensor, error) {
	shape, err := a.fitShape(model, spec)
	if err != nil {
		return Tensor{}, err
	}
	tensor := Tensor{Name: spec.Name, Datatype: spec.Datatype, Shape: shape}
	label := fmt.Sprintf("%s input %q", model.Name, spec.Name)
	if a.name != "" && a.datatype != spec.Datatype {
		return Tensor{}, rejected("%s takes %s, got %s", label, spec.Datatype, a.datatype)
	}
	switch {
	case spec.Datatype == Bytes:
		if a.strings == nil && product(shape) > 0 {
			return Tensor{}, rejected("%s takes strings, got numbers", label)
		}
		tensor.Strings = a.strings
		return tensor, nil
	case a.strings != nil:
		return Tensor{}, rejected("%s takes %s, got strings", label, spec.Datatype)
	case a.raw != nil && a.datatype == spec.Datatype:
		if err := spec.Datatype.checkFinite(label, a.raw); err != nil {
			return Tensor{}, err
		}
		tensor.Raw = a.raw
		return tensor, nil
	}
	numbers := a.numbers
	if a.raw != nil {
		numbers = a.datatype.toFloat64(a.raw)
	}
	if a.bools && spec.Datatype != Bool {
		return Tensor{}, rejected("%s takes %s, got true or false", label, spec.Datatype)
	}
	tensor.Raw, err = spec.Datatype.encode(label, numbers)
	return tensor, err
}

// fitShape finds the full shape, given what was sent: the very shape, the
// shape without the batch dimension, or all elements in one row.
func (a array) fitShape(model Model, spec Spec) ([]int64, error) {
	want := slices.Clone(spec.Shape)
	row := want
	if len(want) > 0 && want[0] == -1 {
		want[0], row = 1, want[1:]
	} else if len(want) > 1 && want[0] == 1 {
		row = want[1:]
	}
	if full, ok := match(want, a.shape); ok {
		return full, nil
	}
	if full, ok := match(row, a.shape); ok {
		return append(slices.Clone(want[:len(want)-len(row)]), full...), nil
	}
	count := product(a.shape)
	if len(a.shape) == 1 {
		if full, ok := fill(want, count); ok {
			return full, nil
		}
	}
	return nil, mismatch(model, spec, row, a.shape)
}

// match is got if it has the shape that is wanted, of which -1 is any size.
func match(want, got []int64) ([]int64, bool) {
	if len(want) != len(got) {
		return nil, false
	}
	for i := range want {
		if want[i] != got[i] && want[i] != -1 {
			return nil, false
		}
	}
	return slices.Clone(got), true
}

// fill finds the one free dimension of a shape that holds count elements.
func fill(want []int64, count int64) ([]int64, bool) {
	full, free, known := slices.Clone(want), -1, int64(1)
	for i, size := range want {
		switch {
		case size != -1:
			known *= size
		case free >= 0:
			return nil, false
		default:
			free = i
		}
	}
	if free < 0 {
		return full, known == count
	}
	if known == 0 || count%known != 0 {
		return nil, false
	}
	full[free] = count / known
	return full, true
}

func mismatch(model Model, spec Spec, row, got []int64) error {
	free := slices.Contains(row, -1)
	features := product(row)
	subject := model.Name
	if len(model.Inputs) > 1 {
		subject = fmt.Sprintf("%s input %q", model.Name, spec.Name)
	}
	if len(got) == len(spec.Shape) && len(got) > 1 && got[0] > 1 && !free && slices.Equal(got[1:], row) {
		return rejected("%s takes one row at a time, got %d", subject, got[0])
	}
	if count := product(got); !free && count != features {
		if len(row) <= 1 {
			plural := "s"
			if features == 1 {
				plural = ""
			}
			return rejected("%s takes %d feature%s, got %d", subject, features, plural, count)
		}
		return rejected("%s takes %d values (%s), got %d", subject, features, dims(row), count)
	}
	return rejected("%s takes shape %s, got %s", subject, dims(spec.Shape), dims(got))
}

func dims(shape []int64) string {
	if len(shape) == 0 {
		return "scalar"
	}
	parts := make([]string, 0, len(shape))
	for _, size := range shape {
		if size == -1 {
			parts = append(parts, "?")
			continue
		}
		parts = append(parts, fmt.Sprint(size))
	}
	return strings.Join(parts, "x")
}

// product is the number of elements; shapes are checked to be within
// maxElements when they are read.
func product(shape []int64) int64 {
	count := int64(1)
	for _, size := range shape {
		count *= size
	}
	return count
}

// checkShape bounds a shape that a stranger sent.
func checkShape(shape []int64) error {
	if len(shape) > maxRank {
		return malformed("%d dimensions, at most %d", len(shape), maxRank)
	}
	count := int64(1)
	for _, size := range shape {
		if size < 0 {
			return malformed("shape with a negative dimension %d", size)
		}
		if size > 0 && count > maxElements/size {
			return malformed("shape with more than %d elements", int64(maxElements))
		}
		// A zero elsewhere must not hide a product that overflows.
		count *= max(size, 1)
	}
	return nil
}

// Features is how many numbers a row of the input has, or -1 if that is free.
func (s Spec) Features() int64 {
	row := s.Shape
	if len(row) > 0 && row[0] == -1 {
		row = row[1:]
	}
	count := int64(1)
	for _, size := range row {
		if size < 0 || (size > 0 && count > math.MaxInt64/size) {
			return -1
		}
		count *= size
	}
	return count
}
