// Package onnxtest builds small ONNX models for tests, good ones and hostile
// ones, without any library that would refuse to write the latter.
package onnxtest

import (
	"encoding/binary"
	"math"

	"google.golang.org/protobuf/encoding/protowire"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// Message is a protobuf message being written.
type Message []byte

// Bytes appends a length-delimited field.
func (m Message) Bytes(num protowire.Number, b []byte) Message {
	return protowire.AppendBytes(protowire.AppendTag(m, num, protowire.BytesType), b)
}

// String appends a string field.
func (m Message) String(num protowire.Number, s string) Message { return m.Bytes(num, []byte(s)) }

// Int appends a varint field.
func (m Message) Int(num protowire.Number, v int64) Message {
	return protowire.AppendVarint(protowire.AppendTag(m, num, protowire.VarintType), uint64(v))
}

// Float appends a float field.
func (m Message) Float(num protowire.Number, v float32) Message {
	return protowire.AppendFixed32(protowire.AppendTag(m, num, protowire.Fixed32Type), math.Float32bits(v))
}

// Value describes an input or output; a dimension of -1 varies.
func Value(name string, t frame.ElementType, shape ...int64) Message {
	var dims Message
	for _, d := range shape {
		if d < 0 {
			dims = dims.Bytes(1, Message(nil).String(2, "n"))
			continue
		}
		dims = dims.Bytes(1, Message(nil).Int(1, d))
	}
	tensor := Message(nil).Int(1, int64(t)).Bytes(2, dims)
	return Message(nil).String(1, name).Bytes(2, Message(nil).Bytes(1, tensor))
}

// Untyped describes a value whose rank isn't known.
func Untyped(name string, t frame.ElementType) Message {
	return Message(nil).String(1, name).Bytes(2, Message(nil).Bytes(1, Message(nil).Int(1, int64(t))))
}

// Tensor is a tensor with its data inside.
func Tensor(name string, t frame.ElementType, data []byte, dims ...int64) Message {
	var m Message
	for _, d := range dims {
		m = m.Int(1, d)
	}
	return m.Int(2, int64(t)).String(8, name).Bytes(9, data)
}

// Int64s is a tensor of integers; no dims make it a scalar.
func Int64s(name string, dims []int64, values ...int64) Message {
	var b []byte
	for _, v := range values {
		b = binary.LittleEndian.AppendUint64(b, uint64(v))
	}
	return Tensor(name, frame.INT64, b, dims...)
}

// Float32s is a tensor of floats; no dims make it a scalar.
func Float32s(name string, dims []int64, values ...float32) Message {
	return Tensor(name, frame.FP32, F32(values...), dims...)
}

// F32 is floats as little-endian bytes.
func F32(values ...float32) []byte {
	var b []byte
	for _, v := range values {
		b = binary.LittleEndian.AppendUint32(b, math.Float32bits(v))
	}
	return b
}

// Node is an operator of the default domain.
func Node(op string, inputs, outputs []string, attributes ...Message) Message {
	var m Message
	for _, in := range inputs {
		m = m.String(1, in)
	}
	for _, out := range outputs {
		m = m.String(2, out)
	}
	m = m.String(4, op)
	for _, a := range attributes {
		m = m.Bytes(5, a)
	}
	return m
}

// IntAttribute is an attribute holding an integer.
func IntAttribute(name string, v int64) Message {
	return Message(nil).String(1, name).Int(3, v).Int(20, 2)
}

// TensorAttribute is an attribute holding a tensor.
func TensorAttribute(name string, t Message) Message {
	return Message(nil).String(1, name).Bytes(5, t).Int(20, 4)
}

// GraphAttribute is an attribute holding a graph.
func GraphAttribute(name string, g Message) Message {
	return Message(nil).String(1, name).Bytes(6, g).Int(20, 5)
}

// Graph is a graph.
type Graph struct {
	Nodes, Initializers, Inputs, Outputs []Message
}

// Message writes the graph.
func (g Graph) Message() Message {
	var m Message
	for _, n := range g.Nodes {
		m = m.Bytes(1, n)
	}
	m = m.String(2, "g")
	for _, t := range g.Initializers {
		m = m.Bytes(5, t)
	}
	for _, v := range g.Inputs {
		m = m.Bytes(11, v)
	}
	for _, v := range g.Outputs {
		m = m.Bytes(12, v)
	}
	return m
}

// Model is a model file with the graph, operator set 17.
func (g Graph) Model() []byte {
	return Message(nil).Int(1, 8).Bytes(7, g.Message()).Bytes(8, Message(nil).Int(2, 17))
}

// Identity is a model that returns its input "x" as "y".
func Identity(t frame.ElementType, shape ...int64) []byte {
	return Graph{
		Nodes:   []Message{Node("Identity", []string{"x"}, []string{"y"})},
		Inputs:  []Message{Value("x", t, shape...)},
		Outputs: []Message{Value("y", t, shape...)},
	}.Model()
}

// Unary is a model that applies one operator to floats.
func Unary(op string, shape ...int64) []byte {
	return Graph{
		Nodes:   []Message{Node(op, []string{"x"}, []string{"y"})},
		Inputs:  []Message{Value("x", frame.FP32, shape...)},
		Outputs: []Message{Value("y", frame.FP32, shape...)},
	}.Model()
}

// Endless is a model that never comes back: a Loop of as many rounds as there
// are, with work in each.
func Endless() []byte {
	body := Graph{
		Nodes: []Message{
			Node("Identity", []string{"more"}, []string{"more_out"}),
			Node("Sin", []string{"v"}, []string{"v_out"}),
		},
		Inputs:  []Message{Value("i", frame.INT64), Value("more", frame.BOOL), Value("v", frame.FP32, 1)},
		Outputs: []Message{Value("more_out", frame.BOOL), Value("v_out", frame.FP32, 1)},
	}
	return Graph{
		Nodes:        []Message{Node("Loop", []string{"rounds", "yes", "x"}, []string{"y"}, GraphAttribute("body", body.Message()))},
		Initializers: []Message{Int64s("rounds", nil, math.MaxInt64), Tensor("yes", frame.BOOL, []byte{1})},
		Inputs:       []Message{Value("x", frame.FP32, 1)},
		Outputs:      []Message{Value("y", frame.FP32, 1)},
	}.Model()
}

// Counter is a model that counts to its input, one by one.
func Counter() []byte {
	body := Graph{
		Nodes: []Message{
			Node("Identity", []string{"more"}, []string{"more_out"}),
			Node("Add", []string{"v", "one"}, []string{"v_out"}),
		},
		Initializers: []Message{Int64s("one", []int64{1}, 1)},
		Inputs:       []Message{Value("i", frame.INT64), Value("more", frame.BOOL), Value("v", frame.INT64, 1)},
		Outputs:      []Message{Value("more_out", frame.BOOL), Value("v_out", frame.INT64, 1)},
	}
	return Graph{
		Nodes:        []Message{Node("Loop", []string{"x", "yes", "zero"}, []string{"y"}, GraphAttribute("body", body.Message()))},
		Initializers: []Message{Tensor("yes", frame.BOOL, []byte{1}), Int64s("zero", []int64{1}, 0)},
		Inputs:       []Message{Value("x", frame.INT64, 1)},
		Outputs:      []Message{Value("y", frame.INT64, 1)},
	}.Model()
}

// Bomb is a model that makes a tensor as large as its input says.
func Bomb() []byte {
	return Graph{
		Nodes: []Message{
			Node("ConstantOfShape", []string{"x"}, []string{"huge"}),
			Node("ReduceSum", []string{"huge"}, []string{"y"}, IntAttribute("keepdims", 0)),
		},
		Inputs:  []Message{Value("x", frame.INT64, 2)},
		Outputs: []Message{Value("y", frame.FP32)},
	}.Model()
}

// FoldedBomb is a model that makes a huge tensor before it is ever run: its
// size is a constant, so that the optimizer computes it.
func FoldedBomb() []byte {
	return Graph{
		Nodes: []Message{
			Node("ConstantOfShape", []string{"shape"}, []string{"huge"}),
			Node("ReduceSum", []string{"huge"}, []string{"sum"}, IntAttribute("keepdims", 0)),
			Node("Add", []string{"x", "sum"}, []string{"y"}),
		},
		Initializers: []Message{Int64s("shape", []int64{2}, 1<<20, 1<<20)},
		Inputs:       []Message{Value("x", frame.FP32, 1)},
		Outputs:      []Message{Value("y", frame.FP32, 1)},
	}.Model()
}

// Gigantic is a small file that claims weights of 4 TiB.
func Gigantic() []byte {
	return Graph{
		Nodes:        []Message{Node("Add", []string{"x", "w"}, []string{"y"})},
		Initializers: []Message{Tensor("w", frame.FP32, F32(1), 1<<40)},
		Inputs:       []Message{Value("x", frame.FP32, 1)},
		Outputs:      []Message{Value("y", frame.FP32, 1)},
	}.Model()
}

// Random is a model that draws its output, with a seed if one is given.
func Random(seed ...float32) []byte {
	var attributes []Message
	for _, s := range seed {
		attributes = append(attributes, Message(nil).String(1, "seed").Float(2, s).Int(20, 1))
	}
	return Graph{
		Nodes:   []Message{Node("RandomNormalLike", []string{"x"}, []string{"y"}, attributes...)},
		Inputs:  []Message{Value("x", frame.FP32, 4)},
		Outputs: []Message{Value("y", frame.FP32, 4)},
	}.Model()
}

// Nested hides a node as many graphs deep as asked, in If branches.
func Nested(depth int, node Message) []byte {
	graph := Graph{Nodes: []Message{node}, Outputs: []Message{Value("y", frame.FP32, 1)}}
	for range depth {
		inner := graph.Message()
		graph = Graph{
			Nodes: []Message{Node("If", []string{"c"}, []string{"y"},
				GraphAttribute("then_branch", inner), GraphAttribute("else_branch", inner[:0:0]))},
			Outputs: []Message{Value("y", frame.FP32, 1)},
		}
	}
	graph.Inputs = []Message{Value("c", frame.BOOL), Value("x", frame.FP32, 1)}
	return graph.Model()
}

// External is a model whose weights lie in a file of the given path.
func External(path string) []byte {
	location := Message(nil).String(1, "location").String(2, path)
	weights := Message(nil).Int(1, 1).Int(2, int64(frame.FP32)).String(8, "w").Bytes(13, location).Int(14, 1)
	return Graph{
		Nodes:        []Message{Node("Add", []string{"x", "w"}, []string{"y"})},
		Initializers: []Message{weights},
		Inputs:       []Message{Value("x", frame.FP32, 1)},
		Outputs:      []Message{Value("y", frame.FP32, 1)},
	}.Model()
}
