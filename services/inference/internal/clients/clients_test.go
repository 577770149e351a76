//go:build clients

package clients

import (
	"bytes"
	"context"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/services/inference/internal/workertest"
	"github.com/ethml/ethml/services/inference/service"
)

// TestMain is the worker too, when it is started as one.
func TestMain(m *testing.M) { os.Exit(workertest.Main(m)) }

func tool(t *testing.T, name string) string {
	t.Helper()
	path, err := filepath.Abs(filepath.Join("..", "..", "..", "..", "bin", "tools", name))
	require.NoError(t, err)
	if _, err := os.Stat(path); err != nil {
		t.Fatalf("%s isn't built: run `make test-clients`", name)
	}
	return path
}

const token = "0123456789abcdef0123456789abcdef"

// serve runs the service with the cancer model as a local one, and gives the addresses of its own port and the public one.
func serve(t *testing.T) (own, public string) {
	t.Helper()
	dir := t.TempDir()
	examples, err := models.All()
	require.NoError(t, err)
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "cancer", "1"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "cancer", "1", "model.onnx"), examples[0].ONNX, 0o644))
	tokens := filepath.Join(t.TempDir(), "tokens")
	require.NoError(t, os.WriteFile(tokens, []byte(token+"\n"), 0o600))
	ctx, cancel := context.WithCancel(context.Background())
	ready, done := make(chan service.Addrs, 1), make(chan error, 1)
	go func() {
		done <- service.Run(ctx, service.Config{ModelDir: dir, WorkerCommand: workertest.Command(t), Library: workertest.Library(t),
			Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: grpcx.Security{Plaintext: true},
			Public: grpcx.Public{Listen: "127.0.0.1:0", TokenFile: tokens, Plaintext: true},
			Ready:  func(a service.Addrs) { ready <- a }})
	}()
	t.Cleanup(func() {
		cancel()
		require.NoError(t, <-done)
	})
	select {
	case a := <-ready:
		return a.GRPC.String(), a.Public.String()
	case err := <-done:
		t.Fatal(err)
	}
	return "", ""
}

func row(t *testing.T) []float64 {
	t.Helper()
	examples, err := models.All()
	require.NoError(t, err)
	var v []float64
	require.NoError(t, json.Unmarshal(examples[0].Points[0].Data, &v))
	return v
}

func request(t *testing.T) string {
	t.Helper()
	b, err := json.Marshal(map[string]any{"model_name": "cancer", "id": "seven", "inputs": []any{map[string]any{
		"name": "input", "datatype": "FP32", "shape": []int{1, 30}, "contents": map[string]any{"fp32_contents": row(t)}}},
		"outputs": []any{map[string]any{"name": "label"}}})
	require.NoError(t, err)
	return string(b)
}

func run(t *testing.T, name string, args ...string) (stdout, stderr string, err error) {
	t.Helper()
	c := exec.Command(tool(t, name), args...)
	var out, errs bytes.Buffer
	c.Stdout, c.Stderr = &out, &errs
	err = c.Run()
	return out.String(), errs.String(), err
}

func TestGrpcurlFindsAndCallsEverythingByReflection(t *testing.T) {
	address, _ := serve(t)
	out, _, err := run(t, "grpcurl", "-plaintext", address, "list")
	require.NoError(t, err)
	for _, s := range []string{"inference.GRPCInferenceService", "ethml.v1.InferenceService", "grpc.health.v1.Health"} {
		require.Contains(t, out, s)
	}
	out, _, err = run(t, "grpcurl", "-plaintext", "-d", request(t), address, "inference.GRPCInferenceService/ModelInfer")
	require.NoError(t, err)
	var r struct {
		ID      string
		Outputs []struct {
			Name, Datatype string
			Contents       struct{ Int64Contents []string }
		}
	}
	require.NoError(t, json.Unmarshal([]byte(out), &r), out)
	require.Equal(t, "seven", r.ID)
	require.Len(t, r.Outputs, 1)
	require.Equal(t, []string{"1"}, r.Outputs[0].Contents.Int64Contents)

	for _, call := range []struct{ method, data, says string }{
		{"ServerLive", `{}`, `"live": true`},
		{"ServerReady", `{}`, `"ready": true`},
		{"ServerMetadata", `{}`, `"model_repository"`},
		{"ModelReady", `{"name":"cancer","version":"1"}`, `"ready": true`},
		{"ModelMetadata", `{"name":"cancer"}`, `"onnxruntime_onnx"`},
		{"ModelStatistics", `{"name":"cancer"}`, `"inferenceCount": "1"`},
		{"RepositoryIndex", `{"ready":true}`, `"state": "READY"`},
		{"RepositoryModelUnload", `{"model_name":"cancer"}`, `{}`},
		{"RepositoryIndex", `{}`, `"state": "UNAVAILABLE"`},
		{"RepositoryModelLoad", `{"model_name":"cancer"}`, `{}`},
		{"RepositoryIndex", `{}`, `"state": "READY"`},
	} {
		out, errs, err := run(t, "grpcurl", "-plaintext", "-d", call.data, address, "inference.GRPCInferenceService/"+call.method)
		require.NoError(t, err, errs)
		require.Contains(t, out, call.says, call.method)
	}
	_, errs, err := run(t, "grpcurl", "-plaintext", "-d", `{"model_name":"nope"}`, address, "inference.GRPCInferenceService/ModelInfer")
	require.Error(t, err)
	require.Contains(t, errs, "NotFound")
	_, errs, err = run(t, "grpcurl", "-plaintext", "-d", `{"repository_name":"","model_name":"cancer","parameters":{"config":{"string_param":"{}"}}}`, address, "inference.GRPCInferenceService/RepositoryModelLoad")
	require.Error(t, err)
	require.Contains(t, errs, "InvalidArgument")
}

func TestGrpcurlWithATokenFindsModelsOnThePublicPortAndNothingElse(t *testing.T) {
	_, address := serve(t)
	_, errs, err := run(t, "grpcurl", "-plaintext", address, "list")
	require.Error(t, err)
	require.Contains(t, errs, "authorization: Bearer TOKEN")
	header := "authorization: Bearer " + token
	out, errs, err := run(t, "grpcurl", "-plaintext", "-H", header, address, "list")
	require.NoError(t, err, errs)
	require.Equal(t, []string{"grpc.health.v1.Health", "grpc.reflection.v1.ServerReflection", "grpc.reflection.v1alpha.ServerReflection", "inference.GRPCInferenceService"},
		strings.Fields(out))
	out, errs, err = run(t, "grpcurl", "-plaintext", "-H", header, "-d", request(t), address, "inference.GRPCInferenceService/ModelInfer")
	require.NoError(t, err, errs)
	require.Contains(t, out, `"seven"`)
	_, errs, err = run(t, "grpcurl", "-plaintext", "-H", header, "-d", `{"model_name":"cancer"}`, address, "inference.GRPCInferenceService/RepositoryModelUnload")
	require.Error(t, err)
	require.Contains(t, errs, "PermissionDenied")
	_, errs, err = run(t, "grpcurl", "-plaintext", "-H", header, "-d", `{"model_id":1}`, address, "ethml.v1.InferenceService/Predict")
	require.Error(t, err)
	require.Contains(t, errs, "ethml.v1.InferenceService")
}

func TestGhzGetsAnAnswerToEveryCall(t *testing.T) {
	address, _ := serve(t)
	out, errs, err := run(t, "ghz", "--insecure", "--call", "inference.GRPCInferenceService.ModelInfer",
		"-d", request(t), "-n", "2000", "-c", "20", "-O", "json", address)
	require.NoError(t, err, errs)
	var r struct {
		Count                  int
		StatusCodeDistribution map[string]int
	}
	require.NoError(t, json.Unmarshal([]byte(out), &r), out)
	require.Equal(t, 2000, r.Count)
	require.Equal(t, map[string]int{"OK": 2000}, r.StatusCodeDistribution)
}
