package service

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/manifest"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
)

// TestHostileModelsOnChainHurtOnlyThemselves registers what a stranger might,
// and asks each, in one block with an honest request.
func TestHostileModelsOnChainHurtOnlyThemselves(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	publish := func(name string, onnx []byte, datatype string, shape []int64, golden string) uint64 {
		id, err := store.Add(t.Context(), onnx)
		require.NoError(t, err)
		m := manifest.Manifest{Schema: "ethml/model/v1", Name: name, Version: "1.0.0", Description: "hostile", License: "MIT",
			Model:   manifest.Model{CID: id, Bytes: int64(len(onnx))},
			Output:  manifest.Output{Name: "y", Codec: manifest.Fixed, Tolerance: "0"},
			Runtime: manifest.Runtime{Class: "cpu-extended-1", MaxWallMS: 200, MaxMemoryMB: 64},
			Limits:  manifest.Limits{DataBytes: 1024},
			Golden:  []manifest.Golden{{Data: json.RawMessage(golden), Word: "0"}}}
		raw, err := json.Marshal(m)
		require.NoError(t, err)
		var fields map[string]any
		require.NoError(t, json.Unmarshal(raw, &fields))
		fields["inputs"] = []any{map[string]any{"name": "x", "datatype": datatype, "shape": shape}}
		raw, err = json.Marshal(fields)
		require.NoError(t, err)
		return n.register(t, store, raw)
	}
	good := onnxtest.Unary("Neg", 1)
	hostile := map[uint64]string{
		publish("endless", onnxtest.Endless(), "FP32", []int64{1}, "[0]"):                "CPU time",
		publish("bomb", onnxtest.Bomb(), "INT64", []int64{2}, "[1000000, 1000000]"):      "limits",
		publish("random", onnxtest.Random(1), "FP32", []int64{4}, "[0,0,0,0]"):           "random operator",
		publish("cut", good[:len(good)-9], "FP32", []int64{1}, "[0]"):                    "can't be loaded",
		publish("external", onnxtest.External("/etc/passwd"), "FP32", []int64{1}, "[0]"): "outside its file",
		publish("two", good, "FP32", []int64{2}, "[0,0]"):                                "shape",
	}
	client := ethmlv1.NewInferenceServiceClient(run(t, Config{Watcher: n.address, Submitter: n.address, Content: store}))
	ids := []uint64{1}
	n.request(1, 1, cancerPoint)
	asked := map[uint64]string{}
	for model, says := range hostile {
		id := uint64(len(ids) + 1)
		data, err := store.Add(t.Context(), fmt.Appendf(nil, "[0.%d]", id))
		require.NoError(t, err)
		n.request(id, model, data.String())
		asked[id] = says
		ids = append(ids, id)
	}
	n.open(1, 6, ids...)
	honest := n.report(t, 1)
	require.Zero(t, honest.GetStatus(), honest.GetDetail())
	for id, says := range asked {
		r := n.report(t, id)
		require.EqualValues(t, 4, r.GetStatus(), r.GetDetail())
		require.Contains(t, r.GetDetail(), says)
	}
	p, err := client.Predict(t.Context(), &ethmlv1.PredictRequest{ModelId: 2, Data: &ethmlv1.PredictRequest_Cid{Cid: diabetesPoint}})
	require.NoError(t, err)
	require.Equal(t, "59", p.GetWordDecimal())
	require.Equal(t, frame.FP32.String(), p.GetOutputs()[1].GetDatatype())
}
