package oip

import (
	"context"
	"encoding/binary"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/catalog"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
	"github.com/ethml/ethml/services/inference/internal/pool"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

// TestMain is the worker too, when it is started as one.
func TestMain(m *testing.M) { os.Exit(workertest.Main(m)) }

// serve makes a server of local models, each NAME/VERSION to its file.
func serve(t testing.TB, models map[string][]byte) (*Server, string) {
	t.Helper()
	dir := t.TempDir()
	for name, b := range models {
		require.NoError(t, os.MkdirAll(filepath.Join(dir, name), 0o755))
		require.NoError(t, os.WriteFile(filepath.Join(dir, name, "model.onnx"), b, 0o644))
	}
	p, err := pool.New(pool.Config{Command: workertest.Command(t), Library: workertest.Library(t), MaxWorkers: 1, ModelsPerWorker: 32})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, p.Close()) })
	c, err := catalog.New(catalog.Config{Runner: p, Folder: dir, Logger: slog.New(slog.DiscardHandler)})
	require.NoError(t, err)
	return &Server{Catalog: c, Logger: slog.New(slog.DiscardHandler), Ready: func() error { return nil }}, dir
}

func input(name, datatype string, shape ...int64) *inference.ModelInferRequest_InferInputTensor {
	return &inference.ModelInferRequest_InferInputTensor{Name: name, Datatype: datatype, Shape: shape}
}

func typed(name, datatype string, c *inference.InferTensorContents, shape ...int64) *inference.ModelInferRequest_InferInputTensor {
	in := input(name, datatype, shape...)
	in.Contents = c
	return in
}

func fp32(v ...float32) *inference.InferTensorContents {
	return &inference.InferTensorContents{Fp32Contents: v}
}

func TestTypedContentsOfEveryDatatypeComeBackTyped(t *testing.T) {
	models := map[string][]byte{}
	cases := map[frame.ElementType]*inference.InferTensorContents{
		frame.BOOL:   {BoolContents: []bool{true, false, true}},
		frame.INT8:   {IntContents: []int32{-128, 0, 127}},
		frame.INT16:  {IntContents: []int32{-32768, 0, 32767}},
		frame.INT32:  {IntContents: []int32{-1 << 31, 0, 1<<31 - 1}},
		frame.INT64:  {Int64Contents: []int64{-1 << 63, 0, 1<<63 - 1}},
		frame.UINT8:  {UintContents: []uint32{0, 1, 255}},
		frame.UINT16: {UintContents: []uint32{0, 1, 65535}},
		frame.UINT32: {UintContents: []uint32{0, 1, 1<<32 - 1}},
		frame.UINT64: {Uint64Contents: []uint64{0, 1, 1<<64 - 1}},
		frame.FP32:   {Fp32Contents: []float32{-1.5, 0, 3e38}},
		frame.FP64:   {Fp64Contents: []float64{-1.5, 0, 1e308}},
		frame.BYTES:  {BytesContents: [][]byte{[]byte("a\x00b"), {}, []byte("ü")}},
	}
	for et := range cases {
		models[et.String()+"/1"] = onnxtest.Identity(et, -1, 3)
	}
	s, _ := serve(t, models)
	for et, contents := range cases {
		t.Run(et.String(), func(t *testing.T) {
			r, err := s.ModelInfer(t.Context(), &inference.ModelInferRequest{
				ModelName: et.String(), Id: "seven", Inputs: []*inference.ModelInferRequest_InferInputTensor{typed("x", et.String(), contents, 1, 3)},
			})
			require.NoError(t, err)
			require.Equal(t, "seven", r.GetId())
			require.Equal(t, "1", r.GetModelVersion())
			require.Empty(t, r.GetRawOutputContents())
			require.Equal(t, et.String(), r.GetOutputs()[0].GetDatatype())
			require.Equal(t, []int64{1, 3}, r.GetOutputs()[0].GetShape())
			require.Equal(t, contents.String(), r.GetOutputs()[0].GetContents().String())
		})
	}
}

func TestRawContentsOfEveryDatatypeComeBackRaw(t *testing.T) {
	all := []frame.ElementType{frame.FP32, frame.UINT8, frame.INT8, frame.UINT16, frame.INT16, frame.INT32, frame.INT64,
		frame.BYTES, frame.BOOL, frame.FP16, frame.FP64, frame.UINT32, frame.UINT64, frame.BF16}
	models := map[string][]byte{}
	for _, et := range all {
		models[et.String()+"/1"] = onnxtest.Identity(et)
	}
	s, _ := serve(t, models)
	for _, et := range all {
		data := make([]byte, et.Size())
		if et == frame.BYTES {
			data = frame.JoinBytes([][]byte{[]byte("scalar")})
		}
		r, err := s.ModelInfer(t.Context(), &inference.ModelInferRequest{
			ModelName: et.String(), Inputs: []*inference.ModelInferRequest_InferInputTensor{input("x", et.String())}, RawInputContents: [][]byte{data},
		})
		require.NoError(t, err, et)
		require.Equal(t, [][]byte{data}, r.GetRawOutputContents())
		require.Empty(t, r.GetOutputs()[0].GetShape(), "rank 0 stays rank 0")
	}
}

// twoByTwo has two inputs and two outputs, and an input it can do without.
func twoByTwo() []byte {
	return onnxtest.Graph{
		Nodes: []onnxtest.Message{
			onnxtest.Node("Add", []string{"a", "b"}, []string{"sum"}),
			onnxtest.Node("Sub", []string{"a", "b"}, []string{"difference"}),
		},
		Inputs:  []onnxtest.Message{onnxtest.Value("a", frame.FP32, -1), onnxtest.Value("b", frame.FP32, -1)},
		Outputs: []onnxtest.Message{onnxtest.Value("sum", frame.FP32, -1), onnxtest.Value("difference", frame.FP32, -1)},
	}.Model()
}

func TestOutputsComeInTheOrderAskedFor(t *testing.T) {
	s, _ := serve(t, map[string][]byte{"two/1": twoByTwo()})
	ask := func(names ...string) *inference.ModelInferResponse {
		r := &inference.ModelInferRequest{ModelName: "two", Inputs: []*inference.ModelInferRequest_InferInputTensor{
			typed("b", "FP32", fp32(1, 2, 3), 3), typed("a", "FP32", fp32(10, 20, 30), 3)}}
		for _, n := range names {
			r.Outputs = append(r.Outputs, &inference.ModelInferRequest_InferRequestedOutputTensor{Name: n})
		}
		got, err := s.ModelInfer(t.Context(), r)
		require.NoError(t, err)
		return got
	}
	got := ask("difference")
	require.Len(t, got.GetOutputs(), 1)
	require.Equal(t, []float32{9, 18, 27}, got.GetOutputs()[0].GetContents().GetFp32Contents())
	got = ask("difference", "sum")
	require.Equal(t, "sum", got.GetOutputs()[1].GetName())
	require.Equal(t, []float32{11, 22, 33}, got.GetOutputs()[1].GetContents().GetFp32Contents())
	require.Equal(t, "sum", ask().GetOutputs()[0].GetName())
}

// TestParametersNobodyKnowsChangeNothing sends what clients of other servers do.
func TestParametersNobodyKnowsChangeNothing(t *testing.T) {
	s, _ := serve(t, map[string][]byte{"neg/1": onnxtest.Unary("Neg", 1)})
	parameters := map[string]*inference.InferParameter{
		"binary_data":     {ParameterChoice: &inference.InferParameter_BoolParam{BoolParam: true}},
		"sequence_id":     {ParameterChoice: &inference.InferParameter_Int64Param{Int64Param: 42}},
		"priority":        {ParameterChoice: &inference.InferParameter_Uint64Param{Uint64Param: 1}},
		"classification":  {ParameterChoice: &inference.InferParameter_DoubleParam{DoubleParam: 0.5}},
		"content_type":    {ParameterChoice: &inference.InferParameter_StringParam{StringParam: "np"}},
		"without a value": {},
	}
	in := typed("x", "FP32", fp32(3), 1)
	in.Parameters = parameters
	r, err := s.ModelInfer(t.Context(), &inference.ModelInferRequest{ModelName: "neg", Parameters: parameters, Inputs: []*inference.ModelInferRequest_InferInputTensor{in},
		Outputs: []*inference.ModelInferRequest_InferRequestedOutputTensor{{Name: "y", Parameters: parameters}}})
	require.NoError(t, err)
	require.Equal(t, []float32{-3}, r.GetOutputs()[0].GetContents().GetFp32Contents())
}

func TestAModelWithoutInputsRuns(t *testing.T) {
	constant := onnxtest.Graph{
		Nodes:   []onnxtest.Message{onnxtest.Node("Constant", nil, []string{"y"}, onnxtest.TensorAttribute("value", onnxtest.Float32s("", nil, 42)))},
		Outputs: []onnxtest.Message{onnxtest.Value("y", frame.FP32)},
	}.Model()
	s, _ := serve(t, map[string][]byte{"constant/1": constant})
	r, err := s.ModelInfer(t.Context(), &inference.ModelInferRequest{ModelName: "constant"})
	require.NoError(t, err)
	require.Equal(t, onnxtest.F32(42), r.GetRawOutputContents()[0])
}

func TestWhatDoesntFitIsNamedWithBothValues(t *testing.T) {
	s, _ := serve(t, map[string][]byte{"neg/1": onnxtest.Unary("Neg", -1, 30), "i8/1": onnxtest.Identity(frame.INT8, -1), "fp16/1": onnxtest.Identity(frame.FP16, -1)})
	thirty := make([]float32, 30)
	type in = inference.ModelInferRequest_InferInputTensor
	for name, c := range map[string]struct {
		request *inference.ModelInferRequest
		code    codes.Code
		says    []string
	}{
		"unknown model":   {&inference.ModelInferRequest{ModelName: "nope"}, codes.NotFound, []string{`"nope"`}},
		"unknown version": {&inference.ModelInferRequest{ModelName: "neg", ModelVersion: "9"}, codes.NotFound, []string{`"neg"`, `"9"`}},
		"no model":        {&inference.ModelInferRequest{}, codes.InvalidArgument, []string{"name is empty"}},
		"path as a name":  {&inference.ModelInferRequest{ModelName: "../../etc"}, codes.NotFound, []string{"../../etc"}},
		"unknown input":   {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{typed("z", "FP32", fp32(1), 1)}}, codes.InvalidArgument, []string{`"z"`, `"x"`}},
		"missing input":   {&inference.ModelInferRequest{ModelName: "neg"}, codes.InvalidArgument, []string{`"x"`, "missing"}},
		"input twice":     {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{typed("x", "FP32", fp32(thirty...), 1, 30), typed("x", "FP32", fp32(thirty...), 1, 30)}}, codes.InvalidArgument, []string{`"x"`, "twice"}},
		"datatype":        {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{input("x", "FP64", 1, 30)}}, codes.InvalidArgument, []string{`"x"`, "FP32", "FP64"}},
		"made-up type":    {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{input("x", "fp32", 1, 30)}}, codes.InvalidArgument, []string{"FP32", `"fp32"`}},
		"shape":           {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{typed("x", "FP32", fp32(make([]float32, 10)...), 1, 10)}}, codes.InvalidArgument, []string{`"x"`, "[-1 30]", "[1 10]"}},
		"rank":            {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{typed("x", "FP32", fp32(thirty...), 30)}}, codes.InvalidArgument, []string{"[-1 30]", "[30]"}},
		"negative":        {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{input("x", "FP32", -1, 30)}}, codes.InvalidArgument, []string{"[-1 30]"}},
		"overflow":        {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{input("x", "FP32", 1<<62, 30)}}, codes.InvalidArgument, []string{"4611686018427387904"}},
		"byte length":     {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{input("x", "FP32", 1, 30)}, RawInputContents: [][]byte{make([]byte, 40)}}, codes.InvalidArgument, []string{`"x"`, "120 bytes", "got 40"}},
		"element count":   {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{typed("x", "FP32", fp32(1, 2), 1, 30)}}, codes.InvalidArgument, []string{`"x"`, "30 elements", "got 2"}},
		"wrong field":     {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{typed("x", "FP32", &inference.InferTensorContents{Fp64Contents: make([]float64, 30)}, 1, 30)}}, codes.InvalidArgument, []string{"fp32_contents", "got 0 of 30"}},
		"both contents":   {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{typed("x", "FP32", fp32(thirty...), 1, 30)}, RawInputContents: [][]byte{make([]byte, 120)}}, codes.InvalidArgument, []string{`"x"`, "both"}},
		"raw count":       {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{input("x", "FP32", 1, 30)}, RawInputContents: [][]byte{make([]byte, 120), nil}}, codes.InvalidArgument, []string{"1", "got 2"}},
		"unknown output": {&inference.ModelInferRequest{ModelName: "neg", Inputs: []*in{typed("x", "FP32", fp32(thirty...), 1, 30)},
			Outputs: []*inference.ModelInferRequest_InferRequestedOutputTensor{{Name: "w"}}}, codes.InvalidArgument, []string{`"w"`, `"y"`}},
		"out of range": {&inference.ModelInferRequest{ModelName: "i8", Inputs: []*in{typed("x", "INT8", &inference.InferTensorContents{IntContents: []int32{128}}, 1)}}, codes.InvalidArgument, []string{"INT8", "128"}},
		"typed half":   {&inference.ModelInferRequest{ModelName: "fp16", Inputs: []*in{typed("x", "FP16", fp32(1), 1)}}, codes.InvalidArgument, []string{"FP16", "raw_input_contents"}},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := s.ModelInfer(t.Context(), c.request)
			require.Equal(t, c.code, status.Code(err), err)
			for _, part := range c.says {
				require.ErrorContains(t, err, part)
			}
		})
	}
}

func TestHostileLocalModelsGetAStatusAndTheServerStaysUp(t *testing.T) {
	good := onnxtest.Unary("Neg", 1)
	s, _ := serve(t, map[string][]byte{"good/1": good, "random/1": onnxtest.Random(), "cut/1": good[:20], "external/1": onnxtest.External("../../secret"), "bomb/1": onnxtest.Bomb()})
	for _, name := range []string{"random", "cut", "external"} {
		_, err := s.ModelMetadata(t.Context(), &inference.ModelMetadataRequest{Name: name})
		require.Equal(t, codes.Unavailable, status.Code(err), "%s: %v", name, err)
		r, err := s.ModelReady(t.Context(), &inference.ModelReadyRequest{Name: name})
		require.NoError(t, err)
		require.False(t, r.GetReady())
	}
	shape := binary.LittleEndian.AppendUint64(binary.LittleEndian.AppendUint64(nil, 1<<20), 1<<20)
	_, err := s.ModelInfer(t.Context(), &inference.ModelInferRequest{ModelName: "bomb",
		Inputs: []*inference.ModelInferRequest_InferInputTensor{input("x", "INT64", 2)}, RawInputContents: [][]byte{shape}})
	require.Equal(t, codes.ResourceExhausted, status.Code(err), err)
	r, err := s.ModelReady(t.Context(), &inference.ModelReadyRequest{Name: "good", Version: "1"})
	require.NoError(t, err)
	require.True(t, r.GetReady())
}

func TestTheRepositoryExtensionLoadsUnloadsAndLists(t *testing.T) {
	s, dir := serve(t, map[string][]byte{"m/1": onnxtest.Unary("Neg", 1), "m/2": onnxtest.Unary("Abs", 1)})
	infer := func(version string) ([]float32, error) {
		r, err := s.ModelInfer(context.Background(), &inference.ModelInferRequest{ModelName: "m", ModelVersion: version,
			Inputs: []*inference.ModelInferRequest_InferInputTensor{typed("x", "FP32", fp32(-3), 1)}})
		if err != nil {
			return nil, err
		}
		return r.GetOutputs()[0].GetContents().GetFp32Contents(), nil
	}
	index := func(ready bool) (all []string) {
		r, err := s.RepositoryIndex(t.Context(), &inference.RepositoryIndexRequest{Ready: ready})
		require.NoError(t, err)
		for _, m := range r.GetModels() {
			all = append(all, fmt.Sprintf("%s/%s %s", m.GetName(), m.GetVersion(), m.GetState()))
		}
		return all
	}
	require.Equal(t, []string{"m/1 UNAVAILABLE", "m/2 UNAVAILABLE"}, index(false))
	got, err := infer("")
	require.NoError(t, err)
	require.Equal(t, []float32{3}, got, "not the newest version")
	got, err = infer("1")
	require.NoError(t, err)
	require.Equal(t, []float32{3}, got)
	require.Equal(t, []string{"m/1 READY", "m/2 READY"}, index(true))

	_, err = s.RepositoryModelUnload(t.Context(), &inference.RepositoryModelUnloadRequest{ModelName: "m"})
	require.NoError(t, err)
	_, err = infer("2")
	require.Equal(t, codes.Unavailable, status.Code(err))
	require.Equal(t, []string{"m/1 READY"}, index(true))

	require.NoError(t, os.MkdirAll(filepath.Join(dir, "m", "10"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "m", "10", "model.onnx"), onnxtest.Unary("Sign", 1), 0o644))
	_, err = s.RepositoryModelLoad(t.Context(), &inference.RepositoryModelLoadRequest{ModelName: "m"})
	require.NoError(t, err)
	got, err = infer("")
	require.NoError(t, err)
	require.Equal(t, []float32{-1}, got)

	_, err = s.RepositoryModelLoad(t.Context(), &inference.RepositoryModelLoadRequest{ModelName: "nope"})
	require.Equal(t, codes.NotFound, status.Code(err))
	_, err = s.RepositoryModelLoad(t.Context(), &inference.RepositoryModelLoadRequest{ModelName: "m", RepositoryName: "chain"})
	require.Equal(t, codes.NotFound, status.Code(err))

	stats, err := s.ModelStatistics(t.Context(), &inference.ModelStatisticsRequest{Name: "m", Version: "1"})
	require.NoError(t, err)
	require.EqualValues(t, 1, stats.GetModelStats()[0].GetExecutionCount())
	require.EqualValues(t, 1, stats.GetModelStats()[0].GetInferenceStats().GetSuccess().GetCount())
}

func TestALinkOutOfTheModelFolderIsNotFollowed(t *testing.T) {
	secret := filepath.Join(t.TempDir(), "model.onnx")
	require.NoError(t, os.WriteFile(secret, onnxtest.Unary("Neg", 1), 0o644))
	s, dir := serve(t, map[string][]byte{"m/1": onnxtest.Unary("Neg", 1)})
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "link", "1"), 0o755))
	require.NoError(t, os.Symlink(secret, filepath.Join(dir, "link", "1", "model.onnx")))
	_, err := s.RepositoryModelLoad(t.Context(), &inference.RepositoryModelLoadRequest{ModelName: "link"})
	require.Equal(t, codes.NotFound, status.Code(err))
}

// FuzzInputs: any request is read or refused, and what is read fits the model.
func FuzzInputs(f *testing.F) {
	f.Add("FP32", int64(1), int64(2), []byte{1, 2, 3, 4, 5, 6, 7, 8}, true)
	f.Add("BYTES", int64(0), int64(-1), []byte{}, false)
	f.Fuzz(func(t *testing.T, datatype string, a, b int64, data []byte, raw bool) {
		et, ok := frame.ParseElementType(datatype)
		if !ok {
			et = frame.FP32
		}
		d := frame.Description{Inputs: []frame.Port{{Name: "x", Kind: frame.KindTensor, Type: et, Shape: []int64{-1, -1}}}}
		r := &inference.ModelInferRequest{Inputs: []*inference.ModelInferRequest_InferInputTensor{input("x", datatype, a, b)}}
		if raw {
			r.RawInputContents = [][]byte{data}
		} else {
			r.Inputs[0].Contents = &inference.InferTensorContents{BytesContents: [][]byte{data}}
			for _, v := range data {
				r.Inputs[0].Contents.Fp32Contents = append(r.Inputs[0].Contents.Fp32Contents, float32(v))
			}
		}
		tensors, _, err := inputs(r, d)
		if err == nil {
			require.NoError(t, tensors[0].Check())
		}
	})
}
