// Package onnxfile looks into an ONNX file before ONNX Runtime does, for what
// no node may run. It reads the protobuf by itself and in constant memory.
package onnxfile

import (
	"errors"
	"fmt"

	"google.golang.org/protobuf/encoding/protowire"
)

// Reasons to refuse a model.
var (
	ErrMalformed    = errors.New("not an ONNX model")
	ErrRandom       = errors.New("has a random operator")
	ErrExternalData = errors.New("keeps tensors outside its file")
	ErrTooDeep      = errors.New("nests graphs too deeply")
)

// maxDepth is how deep messages may nest; protobuf parsers stop at 100.
const maxDepth = 96

// random are operators whose outputs are drawn, seeded or not, by domain.
var random = map[string]map[string]bool{
	"": {"RandomNormal": true, "RandomNormalLike": true, "RandomUniform": true, "RandomUniformLike": true,
		"Multinomial": true, "Bernoulli": true},
	"com.microsoft": {"Sampling": true, "RandomNormal": true, "RandomUniform": true},
}

// dropouts are operators that draw when told to train by their third or a later input.
var dropouts = map[string]map[string]bool{
	"":              {"Dropout": true},
	"com.microsoft": {"BiasDropout": true, "BitmaskDropout": true, "BitmaskBiasDropout": true},
}

// trainingInput is the place of the first input that can turn training on, by operator.
var trainingInput = map[string]int{"Dropout": 2, "BitmaskDropout": 2, "BiasDropout": 4, "BitmaskBiasDropout": 4}

// Rules says what a model is checked for beyond what no node may run at all.
type Rules struct {
	// Vote also refuses operators that are random only when an input says so.
	Vote bool
}

// Check returns nil for a model that may be given to ONNX Runtime.
func (r Rules) Check(model []byte) error {
	graph := false
	err := fields(model, 0, func(num protowire.Number, value []byte) error {
		switch num {
		case 7: // graph
			graph = true
			return r.graph(value, 1)
		case 20: // training info
			return fields(value, 1, func(num protowire.Number, value []byte) error {
				if num == 1 || num == 2 {
					return r.graph(value, 2)
				}
				return nil
			})
		case 25: // functions
			return fields(value, 1, func(num protowire.Number, value []byte) error {
				switch num {
				case 7:
					return r.node(value, 2)
				case 11:
					return r.attribute(value, 2)
				}
				return nil
			})
		}
		return nil
	})
	if err == nil && !graph {
		return fmt.Errorf("%w: it has no graph", ErrMalformed)
	}
	return err
}

func (r Rules) graph(b []byte, depth int) error {
	return fields(b, depth, func(num protowire.Number, value []byte) error {
		switch num {
		case 1:
			return r.node(value, depth+1)
		case 5:
			return tensor(value, depth+1)
		case 15:
			return sparse(value, depth+1)
		}
		return nil
	})
}

func (r Rules) node(b []byte, depth int) error {
	var op, domain string
	var inputs []bool // whether each is given
	err := fields(b, depth, func(num protowire.Number, value []byte) error {
		switch num {
		case 1:
			inputs = append(inputs, len(value) > 0)
		case 4:
			op = string(value)
		case 5:
			return r.attribute(value, depth+1)
		case 7:
			domain = string(value)
		}
		return nil
	})
	if err != nil {
		return err
	}
	if domain == "ai.onnx" {
		domain = ""
	}
	if random[domain][op] {
		return fmt.Errorf("%w: %s", ErrRandom, op)
	}
	if at, ok := trainingInput[op]; ok && r.Vote && dropouts[domain][op] && len(inputs) > at && inputs[at] {
		return fmt.Errorf("%w: %s that can be told to train", ErrRandom, op)
	}
	return nil
}

func (r Rules) attribute(b []byte, depth int) error {
	return fields(b, depth, func(num protowire.Number, value []byte) error {
		switch num {
		case 5, 10:
			return tensor(value, depth+1)
		case 6, 11:
			return r.graph(value, depth+1)
		case 22, 23:
			return sparse(value, depth+1)
		}
		return nil
	})
}

func sparse(b []byte, depth int) error {
	return fields(b, depth, func(num protowire.Number, value []byte) error {
		if num == 1 || num == 2 {
			return tensor(value, depth+1)
		}
		return nil
	})
}

func tensor(b []byte, depth int) error {
	name := ""
	external := false
	err := walk(b, depth, func(num protowire.Number, value []byte, varint uint64) error {
		switch num {
		case 8:
			name = string(value)
		case 13:
			external = true
		case 14:
			external = external || varint != 0
		}
		return nil
	})
	if err == nil && external {
		return fmt.Errorf("%w: %.200q", ErrExternalData, name)
	}
	return err
}

func fields(b []byte, depth int, visit func(protowire.Number, []byte) error) error {
	return walk(b, depth, func(num protowire.Number, value []byte, _ uint64) error {
		if value == nil {
			return nil
		}
		return visit(num, value)
	})
}

// walk visits the fields of a message: value for length-delimited ones (never
// nil for those), varint for varints.
func walk(b []byte, depth int, visit func(num protowire.Number, value []byte, varint uint64) error) error {
	if depth > maxDepth {
		return ErrTooDeep
	}
	for len(b) > 0 {
		num, kind, n := protowire.ConsumeTag(b)
		if n < 0 {
			return fmt.Errorf("%w: %w", ErrMalformed, protowire.ParseError(n))
		}
		b = b[n:]
		var value []byte
		var varint uint64
		switch kind {
		case protowire.BytesType:
			value, n = protowire.ConsumeBytes(b)
			if value == nil {
				value = []byte{}
			}
		case protowire.VarintType:
			varint, n = protowire.ConsumeVarint(b)
		default:
			n = protowire.ConsumeFieldValue(num, kind, b)
		}
		if n < 0 {
			return fmt.Errorf("%w: %w", ErrMalformed, protowire.ParseError(n))
		}
		b = b[n:]
		if err := visit(num, value, varint); err != nil {
			return err
		}
	}
	return nil
}
