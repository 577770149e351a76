//go:build conformance

package conformance

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
	"github.com/ethml/ethml/services/inference/internal/ort"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

// made is a model of a class that ONNX's test data has few of, or none.
type made struct {
	name   string
	model  []byte
	inputs []frame.Tensor
}

type m = onnxtest.Message

var (
	node  = onnxtest.Node
	value = onnxtest.Value
)

// Element types that ONNX has and the protocol has no name for.
const (
	fp8e4m3fn frame.ElementType = 17
	fp8e5m2   frame.ElementType = 19
	uint4     frame.ElementType = 21
	int4      frame.ElementType = 22
)

// versioned is a graph as a model of an IR version and operator sets, the
// default domain's first.
func versioned(ir int64, g onnxtest.Graph, opset int64, more ...m) []byte {
	b := m(nil).Int(1, ir).String(2, "somebody").String(6, "doc").Bytes(7, g.Message()).Bytes(8, m(nil).Int(2, opset))
	for _, o := range more {
		b = b.Bytes(8, o)
	}
	return b.Bytes(14, m(nil).String(1, "key").String(2, "value"))
}

func domain(name string, version int64) m { return m(nil).String(1, name).Int(2, version) }

func in(name string, n m) m    { return n.String(7, name) }
func to(t frame.ElementType) m { return onnxtest.IntAttribute("to", int64(t)) }
func vector(v ...float32) frame.Tensor {
	return frame.Tensor{Name: "x", Type: frame.FP32, Shape: []int64{int64(len(v))}, Data: onnxtest.F32(v...)}
}

func strings(v ...string) frame.Tensor {
	var all [][]byte
	for _, s := range v {
		all = append(all, []byte(s))
	}
	return frame.Tensor{Name: "x", Type: frame.BYTES, Shape: []int64{int64(len(v))}, Data: frame.JoinBytes(all)}
}

// optional describes an input that may hold a tensor or nothing.
func optional(name string, t frame.ElementType, dim int64) m {
	tensor := m(nil).Bytes(1, m(nil).Int(1, int64(t)).Bytes(2, m(nil).Bytes(1, m(nil).Int(1, dim))))
	return m(nil).String(1, name).Bytes(2, m(nil).Bytes(9, m(nil).Bytes(1, tensor)))
}

// sequence describes a sequence of tensors.
func sequence(name string, t frame.ElementType) m {
	tensor := m(nil).Bytes(1, m(nil).Int(1, int64(t)).Bytes(2, nil))
	return m(nil).String(1, name).Bytes(2, m(nil).Bytes(4, m(nil).Bytes(1, tensor)))
}

// through casts floats to a type inside the model and back.
func through(t frame.ElementType) onnxtest.Graph {
	return onnxtest.Graph{
		Nodes:   []m{node("Cast", []string{"x"}, []string{"narrow"}, to(t)), node("Cast", []string{"narrow"}, []string{"y"}, to(frame.FP32))},
		Inputs:  []m{value("x", frame.FP32, -1)},
		Outputs: []m{value("y", frame.FP32, -1)},
	}
}

func single(op string, attributes ...m) onnxtest.Graph {
	return onnxtest.Graph{Nodes: []m{node(op, []string{"x"}, []string{"y"}, attributes...)},
		Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{value("y", frame.FP32, -1)}}
}

// classes are the models.
func classes() []made {
	x := vector(-1.5, 0, 2, 3)
	list := []made{
		{"no-nodes", onnxtest.Graph{Inputs: []m{value("x", frame.FP32, 4)}, Outputs: []m{value("x", frame.FP32, 4)}}.Model(), []frame.Tensor{x}},
		{"output-is-a-constant", onnxtest.Graph{Initializers: []m{onnxtest.Float32s("w", []int64{2}, 1, 2)}, Outputs: []m{value("w", frame.FP32, 2)}}.Model(), nil},
		{"scalar-from-nothing", onnxtest.Graph{Nodes: []m{node("Constant", nil, []string{"y"}, onnxtest.TensorAttribute("value", onnxtest.Float32s("", nil, 7)))},
			Outputs: []m{value("y", frame.FP32)}}.Model(), nil},
		{"nothing-out-of-something", onnxtest.Graph{Nodes: []m{node("NonZero", []string{"x"}, []string{"y"})},
			Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{value("y", frame.INT64, 1, -1)}}.Model(), []frame.Tensor{vector(0, 0)}},
		{"empty-in", single("Neg").Model(), []frame.Tensor{vector()}},
		{"empty-strings", onnxtest.Identity(frame.BYTES, -1), []frame.Tensor{strings()}},
		{"strings", onnxtest.Identity(frame.BYTES, -1), []frame.Tensor{strings("", "a\x00b", "ü", "\xff\xfe")}},
		{"unknown-rank", onnxtest.Graph{Nodes: []m{node("Neg", []string{"x"}, []string{"y"})},
			Inputs: []m{onnxtest.Untyped("x", frame.FP32)}, Outputs: []m{onnxtest.Untyped("y", frame.FP32)}}.Model(), []frame.Tensor{x}},
		{"no-output-type", onnxtest.Graph{Nodes: []m{node("Neg", []string{"x"}, []string{"y"})},
			Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{m(nil).String(1, "y")}}.Model(), []frame.Tensor{x}},
		{"zero-dimension", onnxtest.Graph{Nodes: []m{node("Neg", []string{"x"}, []string{"y"})},
			Inputs: []m{value("x", frame.FP32, 0, 3)}, Outputs: []m{value("y", frame.FP32, 0, 3)}}.Model(),
			[]frame.Tensor{{Name: "x", Type: frame.FP32, Shape: []int64{0, 3}, Data: []byte{}}}},
		{"weight-that-may-be-given-left-out", overridable(), []frame.Tensor{x}},
		{"weight-that-may-be-given", overridable(), []frame.Tensor{x, {Name: "w", Type: frame.FP32, Shape: []int64{1}, Data: onnxtest.F32(10)}}},
		{"sequence-inside", onnxtest.Graph{
			Nodes:        []m{node("SplitToSequence", []string{"x"}, []string{"s"}), node("SequenceAt", []string{"s", "i"}, []string{"y"})},
			Initializers: []m{onnxtest.Int64s("i", nil, 1)},
			Inputs:       []m{value("x", frame.FP32, -1)}, Outputs: []m{onnxtest.Untyped("y", frame.FP32)}}.Model(), []frame.Tensor{x}},
		{"sequence-beside-a-tensor", onnxtest.Graph{
			Nodes:  []m{node("SplitToSequence", []string{"x"}, []string{"s"}), node("Neg", []string{"x"}, []string{"y"})},
			Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{sequence("s", frame.FP32), value("y", frame.FP32, -1)}}.Model(), []frame.Tensor{x}},
		{"4-bit-beside-a-tensor", versioned(10, onnxtest.Graph{
			Nodes:  []m{node("Cast", []string{"x"}, []string{"n"}, to(int4)), node("Neg", []string{"x"}, []string{"y"})},
			Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{value("n", int4, -1), value("y", frame.FP32, -1)}}, 21), []frame.Tensor{x}},
		{"optional-given", versioned(8, onnxtest.Graph{
			Nodes:  []m{node("OptionalHasElement", []string{"x"}, []string{"has"}), node("OptionalGetElement", []string{"x"}, []string{"y"})},
			Inputs: []m{optional("x", frame.FP32, 4)}, Outputs: []m{value("has", frame.BOOL), value("y", frame.FP32, 4)}}, 17), []frame.Tensor{x}},
		{"optional-tensor-18", versioned(8, onnxtest.Graph{
			Nodes:  []m{node("OptionalHasElement", []string{"x"}, []string{"has"})},
			Inputs: []m{value("x", frame.FP32, 4)}, Outputs: []m{value("has", frame.BOOL)}}, 18), []frame.Tensor{x}},
		{"optional-left-out", versioned(8, onnxtest.Graph{
			Nodes:  []m{node("OptionalHasElement", []string{"x"}, []string{"has"})},
			Inputs: []m{optional("x", frame.FP32, 4)}, Outputs: []m{value("has", frame.BOOL)}}, 18), nil},
		{"optional-out", versioned(8, onnxtest.Graph{
			Nodes:  []m{node("Optional", []string{"x"}, []string{"o"}), node("Neg", []string{"x"}, []string{"y"})},
			Inputs: []m{value("x", frame.FP32, 4)}, Outputs: []m{optional("o", frame.FP32, 4), value("y", frame.FP32, 4)}}, 18), []frame.Tensor{x}},
		{"function-in-the-file", function(), []frame.Tensor{x}},
		{"many-outputs", onnxtest.Graph{Nodes: []m{node("TopK", []string{"x", "k"}, []string{"values", "indices"})},
			Initializers: []m{onnxtest.Int64s("k", []int64{1}, 2)},
			Inputs:       []m{value("x", frame.FP32, -1)}, Outputs: []m{value("values", frame.FP32, 2), value("indices", frame.INT64, 2)}}.Model(), []frame.Tensor{x}},
		{"microsoft", versioned(8, onnxtest.Graph{Nodes: []m{in("com.microsoft", node("QuickGelu", []string{"x"}, []string{"y"}))},
			Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{value("y", frame.FP32, -1)}}, 17, domain("com.microsoft", 1)), []frame.Tensor{x}},
		{"ml", versioned(8, onnxtest.Graph{Nodes: []m{in("ai.onnx.ml", node("Binarizer", []string{"x"}, []string{"y"}))},
			Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{value("y", frame.FP32, -1)}}, 17, domain("ai.onnx.ml", 3)), []frame.Tensor{x}},
		{"labels-to-strings", versioned(8, onnxtest.Graph{Nodes: []m{in("ai.onnx.ml", node("LabelEncoder", []string{"x"}, []string{"y"},
			m(nil).String(1, "keys_int64s").Int(8, 0).Int(8, 1).Int(20, 7),
			m(nil).String(1, "values_strings").String(9, "no").String(9, "yes").Int(20, 8)))},
			Inputs: []m{value("x", frame.INT64, -1)}, Outputs: []m{value("y", frame.BYTES, -1)}}, 17, domain("ai.onnx.ml", 2)),
			[]frame.Tensor{{Name: "x", Type: frame.INT64, Shape: []int64{2}, Data: []byte{1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}}}},
		{"string-split", versioned(9, onnxtest.Graph{Nodes: []m{node("StringSplit", []string{"x"}, []string{"y", "n"}, m(nil).String(1, "delimiter").String(4, " ").Int(20, 3))},
			Inputs: []m{value("x", frame.BYTES, -1)}, Outputs: []m{value("y", frame.BYTES, -1, -1), value("n", frame.INT64, -1)}}, 20), []frame.Tensor{strings("a b c", "d")}},
		{"string-concat", versioned(9, onnxtest.Graph{Nodes: []m{node("StringConcat", []string{"x", "x"}, []string{"y"})},
			Inputs: []m{value("x", frame.BYTES, -1)}, Outputs: []m{value("y", frame.BYTES, -1)}}, 20), []frame.Tensor{strings("a", "ü")}},
		{"regex", versioned(9, onnxtest.Graph{Nodes: []m{node("RegexFullMatch", []string{"x"}, []string{"y"}, m(nil).String(1, "pattern").String(4, "a+").Int(20, 3))},
			Inputs: []m{value("x", frame.BYTES, -1)}, Outputs: []m{value("y", frame.BOOL, -1)}}, 20), []frame.Tensor{strings("aaa", "b")}},
		{"training-domain", versioned(8, onnxtest.Graph{Nodes: []m{in("ai.onnx.preview.training", node("Momentum", []string{"x", "x", "x", "x", "x"}, []string{"y", "z"}))},
			Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{value("y", frame.FP32, -1)}}, 17, domain("ai.onnx.preview.training", 1)), []frame.Tensor{x}},
		{"unknown-domain", versioned(8, onnxtest.Graph{Nodes: []m{in("org.example", node("Secret", []string{"x"}, []string{"y"}))},
			Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{value("y", frame.FP32, -1)}}, 17, domain("org.example", 1)), []frame.Tensor{x}},
		{"unused-unknown-domain", versioned(8, single("Neg"), 17, domain("org.example", 1)), []frame.Tensor{x}},
		{"gelu", versioned(9, single("Gelu"), 20), []frame.Tensor{x}},
		{"swish-24", versioned(11, single("Swish"), 24), []frame.Tensor{x}},
		{"newest-set", versioned(11, single("Neg"), 23), []frame.Tensor{x}},
		{"not-a-set-yet", versioned(11, single("Neg"), 99), []frame.Tensor{x}},
	}
	for _, t := range []frame.ElementType{frame.FP16, frame.BF16, frame.FP64, frame.INT8, frame.BOOL, frame.BYTES, frame.UINT64} {
		list = append(list, made{"through-" + t.String(), versioned(9, through(t), 19), []frame.Tensor{x}})
	}
	for t, name := range map[frame.ElementType]string{fp8e4m3fn: "float8e4m3fn", fp8e5m2: "float8e5m2", uint4: "uint4", int4: "int4"} {
		list = append(list, made{"through-" + name, versioned(10, through(t), 21), []frame.Tensor{x}})
	}
	for ir := int64(3); ir <= 13; ir++ {
		list = append(list, made{fmt.Sprintf("ir-%d", ir), versioned(ir, single("Neg"), 13), []frame.Tensor{x}})
	}
	for _, t := range []frame.ElementType{frame.FP16, frame.BF16, frame.FP64, frame.UINT16, frame.INT8} {
		scalar := frame.Tensor{Name: "x", Type: t, Shape: []int64{}, Data: make([]byte, t.Size())}
		list = append(list, made{"scalar-" + t.String(), onnxtest.Identity(t), []frame.Tensor{scalar}})
	}
	return list
}

// overridable has a weight that is also an input.
func overridable() []byte {
	return onnxtest.Graph{
		Nodes:        []m{node("Add", []string{"x", "w"}, []string{"y"})},
		Initializers: []m{onnxtest.Float32s("w", []int64{1}, 1)},
		Inputs:       []m{value("x", frame.FP32, -1), value("w", frame.FP32, 1)},
		Outputs:      []m{value("y", frame.FP32, -1)},
	}.Model()
}

// function is a model that defines an operator of its own.
func function() []byte {
	f := m(nil).String(1, "Twice").String(4, "a").String(5, "b").Bytes(7, node("Add", []string{"a", "a"}, []string{"b"})).
		Bytes(9, m(nil).Int(2, 17)).String(10, "org.example")
	g := onnxtest.Graph{Nodes: []m{in("org.example", node("Twice", []string{"x"}, []string{"y"}))},
		Inputs: []m{value("x", frame.FP32, -1)}, Outputs: []m{value("y", frame.FP32, -1)}}
	return m(versioned(8, g, 17, domain("org.example", 1))).Bytes(25, f)
}

// directly is what ONNX Runtime gives for the outputs that the protocol can carry.
func directly(model []byte, inputs []frame.Tensor) ([]frame.Tensor, error) {
	loaded, err := ort.Load(model)
	if err != nil {
		return nil, err
	}
	defer loaded.Close()
	d := loaded.Describe()
	var ins []frame.Input
	for i := range inputs {
		ins = append(ins, frame.Input{Index: place(d.Inputs, inputs[i].Name, i), Tensor: &inputs[i]})
	}
	var names []string
	var outs []int
	for i, o := range d.Outputs {
		if o.IsTensor() {
			names, outs = append(names, o.Name), append(outs, i)
		}
	}
	var request, result ort.Buffer
	defer request.Free()
	defer result.Free()
	body := frame.AppendRun(nil, ins, outs)
	if err := request.Grow(len(body)); err != nil {
		return nil, err
	}
	copy(request.Bytes(), body)
	if err := loaded.Run(request.Bytes(), &result); err != nil {
		return nil, err
	}
	return frame.ParseRun(slices.Clone(result.Bytes()), names)
}

// TestEveryClassOfModelRunsAsInONNXRuntime compares outputs bit by bit, raw and
// typed, with those of ONNX Runtime in this process.
func TestEveryClassOfModelRunsAsInONNXRuntime(t *testing.T) {
	require.NoError(t, ort.Open(workertest.Library(t)))
	all := classes()
	dir := t.TempDir()
	var cases []one
	for _, c := range all {
		file := filepath.Join(dir, c.name+".onnx")
		require.NoError(t, os.WriteFile(file, c.model, 0o644))
		cases = append(cases, one{name: c.name, file: file})
	}
	client := serve(t, cases)
	ran := 0
	for _, c := range all {
		want, verdict := directly(c.model, c.inputs)
		if verdict == nil {
			ran++
		}
		for _, raw := range []bool{true, false} {
			r := &inference.ModelInferRequest{ModelName: c.name}
			expressible := true
			for i := range c.inputs {
				in := &c.inputs[i]
				tensor := &inference.ModelInferRequest_InferInputTensor{Name: in.Name, Datatype: in.Type.String(), Shape: in.Shape}
				if raw {
					r.RawInputContents = append(r.RawInputContents, in.Data)
				} else if typed, err := contents(in); err == nil {
					tensor.Contents = typed
				} else {
					expressible = false
				}
				r.Inputs = append(r.Inputs, tensor)
			}
			if !expressible {
				continue
			}
			response, err := client.ModelInfer(t.Context(), r)
			if verdict != nil {
				if raw {
					t.Logf("%s: ONNX Runtime: %v; here: %v", c.name, verdict, err)
				}
				require.Error(t, err, c.name)
				continue
			}
			require.NoError(t, err, "%s, raw %v", c.name, raw)
			got, err := tensors(response)
			require.NoError(t, err, c.name)
			require.Len(t, got, len(want), c.name)
			for i := range want {
				require.Empty(t, differs(&got[i], &want[i]), "%s, raw %v, output %d", c.name, raw, i)
			}
		}
	}
	t.Logf("%d of %d classes run in ONNX Runtime, and each of those here", ran, len(all))
}
