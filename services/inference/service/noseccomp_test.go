package service

import (
	"bytes"
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

// TestAKernelWithoutSeccompNeedsToBeAllowed starts the service where seccomp
// can't be had: it says so with the remedy, and serves once it is told to.
func TestAKernelWithoutSeccompNeedsToBeAllowed(t *testing.T) {
	dir := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(dir, "neg", "1"), 0o755))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "neg", "1", "model.onnx"), onnxtest.Unary("Neg", 1), 0o644))
	var log bytes.Buffer
	config := Config{ModelDir: dir, WorkerCommand: workertest.WithoutSeccomp(t, workertest.Command(t)), Library: workertest.Library(t),
		Listen: "127.0.0.1:0", AdminListen: "127.0.0.1:0", Security: plaintext, Logger: slog.New(slog.NewTextHandler(&log, nil))}
	err := Run(context.Background(), config)
	require.ErrorContains(t, err, "no seccomp")
	require.ErrorContains(t, err, "--allow-unsandboxed")
	require.NotContains(t, err.Error(), "\n")

	config.AllowUnsandboxed = true
	conn := run(t, config)
	require.Contains(t, log.String(), "models run without a sandbox")
	client := inference.NewGRPCInferenceServiceClient(conn)
	r, err := client.ModelInfer(t.Context(), &inference.ModelInferRequest{ModelName: "neg",
		Inputs:           []*inference.ModelInferRequest_InferInputTensor{{Name: "x", Datatype: "FP32", Shape: []int64{1}}},
		RawInputContents: [][]byte{onnxtest.F32(3)}})
	require.NoError(t, err)
	require.Equal(t, onnxtest.F32(-3), r.GetRawOutputContents()[0])
}
