package service

import (
	"context"
	"net"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/metricstest"
	"github.com/ethml/ethml/models"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

const (
	cancerPoint   = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"
	diabetesPoint = "bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua"
)

func decimal(word []byte) string { return codec.Decimal([32]byte(word)) }

func TestThePrototypesTwoRequestsAreAnswered(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	n.unready = 2
	registry := admin.NewRegistry()
	run(t, Config{Watcher: n.address, Submitter: n.address, Content: store, Workers: 1, ModelsPerWorker: 8, ReplicaID: "r1", DataDir: t.TempDir(),
		Registry: registry})
	n.request(1, 1, cancerPoint)
	n.request(2, 2, diabetesPoint)
	n.open(1, 600, 1, 2)
	cancer, diabetes := n.report(t, 1), n.report(t, 2)
	require.Zero(t, cancer.GetStatus(), cancer.GetDetail())
	require.Zero(t, diabetes.GetStatus(), diabetes.GetDetail())
	require.Equal(t, "1", decimal(cancer.GetWord()))
	require.Equal(t, "59", decimal(diabetes.GetWord()))
	require.Equal(t, "r1", cancer.GetReplicaId())
	metricstest.Check(t, "inference", registry)
}

func TestTheWrongPairingIsRejectedWithBothNumbers(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	run(t, Config{Watcher: n.address, Submitter: n.address, Content: store})
	n.request(1, 1, diabetesPoint)
	n.request(2, 1, cancerPoint)
	n.open(1, 600, 1, 2)
	r := n.report(t, 1)
	require.EqualValues(t, 3, r.GetStatus())
	require.Contains(t, r.GetDetail(), "model 1 takes 30 features, got 10")
	require.Equal(t, make([]byte, 32), r.GetWord())
	require.Equal(t, "1", decimal(n.report(t, 2).GetWord()), "the next request was held up")
}

func TestEveryKindOfFailureGetsItsStatus(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	examples, err := models.All()
	require.NoError(t, err)
	add := func(data string) string {
		id, err := store.Add(t.Context(), []byte(data))
		require.NoError(t, err)
		return id.String()
	}
	// A model whose golden case says otherwise, and one whose file is nowhere.
	lying := n.register(t, store, []byte(strings.Replace(string(examples[0].ManifestJSON), `"word": "0"`, `"word": "7"`, 1)))
	gone := n.register(t, store, []byte(strings.Replace(string(examples[0].ManifestJSON), "bafkreiasvzipckbhludib7o6upip5rad7t2qe4qlnor42blfjjvhokrg3i", diabetesPoint, 1)))
	gigantic := n.register(t, store, []byte(strings.Replace(string(examples[0].ManifestJSON), `"bytes": 16649`, `"bytes": 2147483647`, 1)))
	climbing := uint64(len(n.models) + 1)
	n.models = append(n.models, &ethmlv1.Model{Registration: &ethmlv1.ModelRegistered{Id: climbing, ManifestCid: "../../../../etc/passwd"}})
	conn := run(t, Config{Watcher: n.address, Submitter: n.address, Content: store})
	for i, c := range []struct {
		model  uint64
		data   string
		status uint32
		says   string
	}{
		{1, "bafkreiaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", 1, "not found"},
		{1, add("hello"), 2, "malformed"},
		{1, add(strings.Repeat("[", 10_000)), 2, ""},
		{1, add("[" + strings.Repeat("1,", 100_000) + "1]"), 2, "too large"},
		{2, add(`[1,2,3,4,5,6,7,8,9,"NaN"]`), 2, ""},
		{2, add(`[1,2,3,4,5,6,7,8,9,1e39]`), 3, "1e+39"},
		{lying, cancerPoint, 4, "golden case"},
		{gone, cancerPoint, 4, "bytes"},
		{gigantic, cancerPoint, 4, "2147483647 bytes, this node takes 536870912"},
		{climbing, cancerPoint, 4, "invalid CID"},
		{1, "../../../../etc/passwd", 2, "invalid CID"},
		{1, cancerPoint + "/../../etc/passwd", 2, "invalid CID"},
		{99, cancerPoint, 4, "model 99 isn't registered"},
	} {
		id := uint64(i + 1)
		n.request(id, c.model, c.data)
		window := uint64(600)
		if c.status == 1 {
			window = 4 // what is missing is waited for
		}
		n.open(id, window, id)
		r := n.report(t, id)
		require.Equal(t, c.status, r.GetStatus(), "model %d: %s", c.model, r.GetDetail())
		require.Contains(t, r.GetDetail(), c.says)
	}
	list, err := ethmlv1.NewInferenceServiceClient(conn).ListModels(t.Context(), &ethmlv1.ListModelsRequest{})
	require.NoError(t, err)
	require.Equal(t, ethmlv1.ModelState_MODEL_STATE_READY, list.GetModels()[0].GetState())
	require.Equal(t, ethmlv1.ModelState_MODEL_STATE_KNOWN, list.GetModels()[2].GetState())
	require.Equal(t, ethmlv1.ModelState_MODEL_STATE_UNAVAILABLE, list.GetModels()[lying-1].GetState())
	require.Contains(t, list.GetModels()[lying-1].GetDetail(), "golden case")
}

func TestPredictShowsEachStep(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	client := ethmlv1.NewInferenceServiceClient(run(t, Config{Watcher: n.address, Submitter: n.address, Content: store}))
	examples, err := models.All()
	require.NoError(t, err)
	for i, e := range examples {
		for _, p := range e.Points {
			byCID, err := client.Predict(t.Context(), &ethmlv1.PredictRequest{ModelId: uint64(i + 1), Data: &ethmlv1.PredictRequest_Cid{Cid: p.CID}})
			require.NoError(t, err)
			require.Zero(t, byCID.GetStatus(), byCID.GetDetail())
			require.Equal(t, p.Word, byCID.GetWordDecimal(), "model %s, point %s", e.Name, p.Name)
			require.NotEmpty(t, byCID.GetSteps())
			require.NotEmpty(t, byCID.GetOutputs())
			require.NotZero(t, byCID.GetTimings().GetRunUs())
			inline, err := client.Predict(t.Context(), &ethmlv1.PredictRequest{ModelId: uint64(i + 1), Data: &ethmlv1.PredictRequest_Inline{Inline: p.Data}})
			require.NoError(t, err)
			require.Equal(t, byCID.GetWord(), inline.GetWord())
		}
	}
	for _, c := range []struct {
		request *ethmlv1.PredictRequest
		code    codes.Code
	}{
		{&ethmlv1.PredictRequest{}, codes.InvalidArgument},
		{&ethmlv1.PredictRequest{ModelId: 1}, codes.InvalidArgument},
		{&ethmlv1.PredictRequest{ModelId: 1, Data: &ethmlv1.PredictRequest_Cid{Cid: "Qm"}}, codes.InvalidArgument},
		{&ethmlv1.PredictRequest{ModelId: 77, Data: &ethmlv1.PredictRequest_Cid{Cid: cancerPoint}}, codes.NotFound},
	} {
		_, err := client.Predict(t.Context(), c.request)
		require.Equal(t, c.code, status.Code(err), err)
	}
}

func TestChainModelsAreCalledByIDAndByName(t *testing.T) {
	n := startNode(t)
	store := shelf(t, n)
	client := inference.NewGRPCInferenceServiceClient(run(t, Config{Watcher: n.address, Submitter: n.address, Content: store}))
	ready, err := client.ModelReady(t.Context(), &inference.ModelReadyRequest{Name: "1"})
	require.NoError(t, err)
	require.True(t, ready.GetReady())
	for _, name := range []string{"1", "breast-cancer"} {
		r, err := client.ModelInfer(t.Context(), &inference.ModelInferRequest{ModelName: name, Inputs: []*inference.ModelInferRequest_InferInputTensor{
			{Name: "input", Datatype: "FP32", Shape: []int64{2, 30}, Contents: &inference.InferTensorContents{Fp32Contents: make([]float32, 60)}}}})
		require.NoError(t, err)
		require.Equal(t, []int64{2}, r.GetOutputs()[0].GetShape())
	}
	meta, err := client.ModelMetadata(t.Context(), &inference.ModelMetadataRequest{Name: "breast-cancer", Version: "1.0.0"})
	require.NoError(t, err)
	require.Equal(t, []int64{-1, 30}, meta.GetInputs()[0].GetShape())
	_, err = client.ModelReady(t.Context(), &inference.ModelReadyRequest{Name: "77"})
	require.Equal(t, codes.NotFound, status.Code(err))
}

func TestBadConfigurationsAreOneLineWithARemedy(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	good := func() Config {
		return Config{ModelDir: t.TempDir(), WorkerCommand: workertest.Command(t), Library: workertest.Library(t),
			Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: plaintext}
	}
	for name, c := range map[string]struct {
		spoil func(*Config)
		says  string
	}{
		"missing library": {func(c *Config) { c.Library = "/nowhere/libonnxruntime.so.1" }, "make onnxruntime"},
		"not a library":   {func(c *Config) { c.Library = "service_test.go" }, "open ONNX Runtime library"},
		"taken port":      {func(c *Config) { c.Listen = taken.Addr().String() }, "--listen"},
		"no model folder": {func(c *Config) { c.ModelDir = "/nowhere" }, "--model-dir"},
		"nothing to do":   {func(c *Config) { c.ModelDir = "" }, "--watcher"},
		"no submitter":    {func(c *Config) { c.Watcher = "127.0.0.1:1" }, "--submitter"},
		"no content":      {func(c *Config) { c.Watcher, c.Submitter = "127.0.0.1:1", "127.0.0.1:1" }, "--ipfs"},
		"no security":     {func(c *Config) { c.Security.Plaintext = false }, "--plaintext"},
		"bad address":     {func(c *Config) { c.IPFS = []string{"what:is:this"} }, "what:is:this"},
	} {
		t.Run(name, func(t *testing.T) {
			config := good()
			c.spoil(&config)
			err := Run(context.Background(), config)
			require.ErrorContains(t, err, c.says)
			require.NotContains(t, err.Error(), "\n")
		})
	}
}
