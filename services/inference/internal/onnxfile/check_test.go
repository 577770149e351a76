package onnxfile

import (
	"errors"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
)

func TestDropoutIsRandomOnlyWhereItCanBeToldToTrain(t *testing.T) {
	model := func(inputs ...string) []byte {
		return onnxtest.Graph{
			Nodes:   []onnxtest.Message{onnxtest.Node("Dropout", inputs, []string{"y"})},
			Inputs:  []onnxtest.Message{onnxtest.Value("x", frame.FP32, 1)},
			Outputs: []onnxtest.Message{onnxtest.Value("y", frame.FP32, 1)},
		}.Model()
	}
	require.NoError(t, Rules{Vote: true}.Check(model("x")))
	require.NoError(t, Rules{Vote: true}.Check(model("x", "ratio", "")))
	require.ErrorIs(t, Rules{Vote: true}.Check(model("x", "ratio", "training")), ErrRandom)
	require.NoError(t, Rules{}.Check(model("x", "ratio", "training")))
}

func TestRandomOperatorsInFunctionsAreFound(t *testing.T) {
	m := onnxtest.Message(onnxtest.Identity(frame.FP32, 1))
	m = m.Bytes(25, onnxtest.Message(nil).String(1, "f").Bytes(7, onnxtest.Node("RandomUniform", nil, []string{"y"})))
	require.ErrorIs(t, Rules{}.Check(m), ErrRandom)
}

func TestExternalTensorsInAttributesAreFound(t *testing.T) {
	external := onnxtest.Message(nil).Int(2, 1).String(8, "w").Int(14, 1)
	m := onnxtest.Graph{Nodes: []onnxtest.Message{onnxtest.Node("Constant", nil, []string{"y"}, onnxtest.TensorAttribute("value", external))}}.Model()
	require.ErrorIs(t, Rules{}.Check(m), ErrExternalData)
	// Data that isn't marked external but names a file all the same.
	external = onnxtest.Message(nil).Int(2, 1).Bytes(13, onnxtest.Message(nil).String(1, "location").String(2, "/etc/passwd"))
	m = onnxtest.Graph{Initializers: []onnxtest.Message{external}}.Model()
	require.ErrorIs(t, Rules{}.Check(m), ErrExternalData)
}

// FuzzCheck: any bytes get a verdict, and only the verdicts there are.
func FuzzCheck(f *testing.F) {
	f.Add(onnxtest.Identity(frame.FP32, 1))
	f.Add(onnxtest.Endless())
	f.Add(onnxtest.External("x"))
	f.Add(onnxtest.Random(1))
	f.Add(onnxtest.Nested(5, onnxtest.Node("Abs", []string{"x"}, []string{"y"})))
	f.Fuzz(func(t *testing.T, b []byte) {
		err := Rules{Vote: true}.Check(b)
		if err == nil {
			return
		}
		for _, known := range []error{ErrMalformed, ErrRandom, ErrExternalData, ErrTooDeep} {
			if errors.Is(err, known) {
				return
			}
		}
		t.Fatalf("no known verdict: %v", err)
	})
}
