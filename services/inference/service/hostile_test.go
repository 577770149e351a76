package service

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/internal/manifest"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
)

// stranger publishes models that no good can come of.
type stranger struct {
	n     *node
	store *content.Store
}

func (s stranger) publish(t *testing.T, name string, onnx []byte, datatype datapoint.Datatype, shape []int64, golden, word string) uint64 {
	t.Helper()
	id, err := s.store.Add(t.Context(), onnx)
	require.NoError(t, err)
	m := manifest.Manifest{Schema: "ethml/model/v1", Name: name, Version: "1.0.0", Description: "hostile", License: "MIT",
		Model:   manifest.Model{CID: id, Bytes: int64(len(onnx))},
		Inputs:  []manifest.Input{{Name: "x", Datatype: datatype, Shape: shape}},
		Output:  manifest.Output{Name: "y", Codec: manifest.Fixed, Tolerance: "0"},
		Runtime: manifest.Runtime{Class: "cpu-extended-1", MaxWallMS: 200, MaxMemoryMB: 64},
		Limits:  manifest.Limits{DataBytes: 1024},
		Golden:  []manifest.Golden{{Data: json.RawMessage(golden), Word: word}}}
	raw, err := json.Marshal(m)
	require.NoError(t, err)
	return s.n.register(t, s.store, raw)
}

// TestHostileModelsOnChainHurtOnlyThemselves registers what a stranger might,
// and asks each, in one block with an honest request.
func TestHostileModelsOnChainHurtOnlyThemselves(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	publish := func(name string, onnx []byte, datatype datapoint.Datatype, shape []int64, golden string) uint64 {
		return stranger{n, store}.publish(t, name, onnx, datatype, shape, golden, "0")
	}
	good := onnxtest.Unary("Neg", 1)
	hostile := map[uint64]string{
		publish("endless", onnxtest.Endless(), "FP32", []int64{1}, "[0]"):                   "CPU time",
		publish("bomb", onnxtest.Bomb(), "INT64", []int64{2}, "[1000000, 1000000]"):         "limits",
		publish("random", onnxtest.Random(1), "FP32", []int64{4}, "[0,0,0,0]"):              "random operator",
		publish("cut", good[:len(good)-9], "FP32", []int64{1}, "[0]"):                       "can't be loaded",
		publish("external", onnxtest.External("/etc/passwd"), "FP32", []int64{1}, "[0]"):    "outside its file",
		publish("folded", onnxtest.FoldedBomb(), "FP32", []int64{1}, "[0]"):                 "limits",
		publish("gigantic", onnxtest.Gigantic(), "FP32", []int64{1}, "[0]"):                 "can't be loaded",
		publish("garbage", []byte(strings.Repeat("onnx", 1000)), "FP32", []int64{1}, "[0]"): "not an ONNX model",
		publish("flipped", flipped(good, "Neg", "Nag"), "FP32", []int64{1}, "[0]"):          "can't be loaded",
		publish("two", good, "FP32", []int64{2}, "[0,0]"):                                   "shape",
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
	n.open(1, 600, ids...)
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

// flipped is a model with a word in it changed to one as long.
func flipped(model []byte, from, to string) []byte {
	return bytes.Replace(model, []byte(from), []byte(to), 1)
}

// TestNaNAndInfinityAreNoWords has a model whose output leaves the numbers for
// some inputs.
func TestNaNAndInfinityAreNoWords(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	log := stranger{n, store}.publish(t, "log", onnxtest.Unary("Log", 1), "FP32", []int64{1}, "[1]", "0")
	run(t, Config{Watcher: n.address, Submitter: n.address, Content: store})
	var ids []uint64
	points := []string{"[-1]", "[0]", "[7.389056]"}
	for i, data := range points {
		id, err := store.Add(t.Context(), []byte(data))
		require.NoError(t, err)
		n.request(uint64(i+1), log, id.String())
		ids = append(ids, uint64(i+1))
	}
	n.open(1, 600, ids...)
	for i, says := range []string{"NaN", "Inf"} {
		r := n.report(t, ids[i])
		require.EqualValues(t, 3, r.GetStatus(), points[i])
		require.Contains(t, r.GetDetail(), says)
		require.Equal(t, make([]byte, 32), r.GetWord())
	}
	r := n.report(t, ids[2])
	require.Zero(t, r.GetStatus(), r.GetDetail())
	require.Equal(t, "2", decimal(r.GetWord()))
}

// TestCallersCannotSilenceAModel has a caller kill worker after worker of a
// model; the model still votes.
func TestCallersCannotSilenceAModel(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	counter := stranger{n, store}.publish(t, "counter", onnxtest.Counter(), datapoint.Int64, []int64{1}, "[1]", "1")
	client := inference.NewGRPCInferenceServiceClient(run(t, Config{Watcher: n.address, Submitter: n.address, Content: store}))
	call := func() error {
		_, err := client.ModelInfer(t.Context(), &inference.ModelInferRequest{ModelName: fmt.Sprint(counter),
			Inputs: []*inference.ModelInferRequest_InferInputTensor{{Name: "x", Datatype: "INT64", Shape: []int64{1},
				Contents: &inference.InferTensorContents{Int64Contents: []int64{1 << 50}}}}})
		return err
	}
	for range 3 {
		require.Equal(t, codes.ResourceExhausted, status.Code(call()))
	}
	require.Equal(t, codes.Unavailable, status.Code(call()), "no quarantine")
	data, err := store.Add(t.Context(), []byte("[3]"))
	require.NoError(t, err)
	n.request(1, counter, data.String())
	n.open(1, 600, 1)
	r := n.report(t, 1)
	require.Zero(t, r.GetStatus(), r.GetDetail())
	require.Equal(t, "3", decimal(r.GetWord()))
}
