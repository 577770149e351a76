package service

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/metadata"
	reflectionpb "google.golang.org/grpc/reflection/grpc_reflection_v1"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
)

const publicToken = "0123456789abcdef0123456789abcdef"

// TestThePublicPortServesModelsByTokenAndNothingOfVotes opens a port for others
// beside a node's own.
func TestThePublicPortServesModelsByTokenAndNothingOfVotes(t *testing.T) {
	tokens := filepath.Join(t.TempDir(), "tokens")
	require.NoError(t, os.WriteFile(tokens, []byte(publicToken+"\n"), 0o600))
	n := startNode(t)
	var public string
	own := run(t, Config{Watcher: n.address, Submitter: n.address, Content: shelf(t, n),
		Public: grpcx.Public{Listen: "127.0.0.1:0", TokenFile: tokens, Plaintext: true, MaxMessage: 100_000},
		Ready:  func(a Addrs) { public = a.Public.String() }})
	conn, err := grpcx.Dial(public, grpcx.ClientConfig{Security: plaintext})
	require.NoError(t, err)
	t.Cleanup(func() { conn.Close() })
	models := inference.NewGRPCInferenceServiceClient(conn)
	ctx := metadata.AppendToOutgoingContext(t.Context(), "authorization", "Bearer "+publicToken)
	row := func(rows int64) *inference.ModelInferRequest {
		return &inference.ModelInferRequest{ModelName: "1", RawInputContents: [][]byte{onnxtest.F32(make([]float32, 30*rows)...)},
			Inputs: []*inference.ModelInferRequest_InferInputTensor{{Name: "input", Datatype: "FP32", Shape: []int64{rows, 30}}}}
	}
	_, err = models.ModelInfer(t.Context(), row(1))
	require.Equal(t, codes.Unauthenticated, status.Code(err))
	r, err := models.ModelInfer(ctx, row(1))
	require.NoError(t, err)
	require.Len(t, r.GetOutputs(), 2)
	_, err = models.ModelInfer(ctx, row(1000))
	require.Equal(t, codes.ResourceExhausted, status.Code(err), "120,000 bytes")

	_, err = models.RepositoryModelUnload(ctx, &inference.RepositoryModelUnloadRequest{ModelName: "1"})
	require.Equal(t, codes.PermissionDenied, status.Code(err))
	_, err = models.RepositoryModelLoad(ctx, &inference.RepositoryModelLoadRequest{ModelName: "1"})
	require.Equal(t, codes.PermissionDenied, status.Code(err))

	votes := ethmlv1.NewInferenceServiceClient(conn)
	_, err = votes.Predict(ctx, &ethmlv1.PredictRequest{ModelId: 1, Data: &ethmlv1.PredictRequest_Cid{Cid: cancerPoint}})
	require.Equal(t, codes.Unimplemented, status.Code(err))
	_, err = votes.ListModels(ctx, &ethmlv1.ListModelsRequest{})
	require.Equal(t, codes.Unimplemented, status.Code(err))
	for _, about := range []string{"ethml.v1.InferenceService", "ethml.v1.PredictRequest", "ethml.v1.WatcherService"} {
		said := reflected(ctx, t, conn, &reflectionpb.ServerReflectionRequest{
			MessageRequest: &reflectionpb.ServerReflectionRequest_FileContainingSymbol{FileContainingSymbol: about}})
		require.Equal(t, int32(codes.NotFound), said.GetErrorResponse().GetErrorCode(), about)
	}
	for _, about := range []string{"inference.GRPCInferenceService", "inference.ModelInferRequest", "grpc.health.v1.Health"} {
		said := reflected(ctx, t, conn, &reflectionpb.ServerReflectionRequest{
			MessageRequest: &reflectionpb.ServerReflectionRequest_FileContainingSymbol{FileContainingSymbol: about}})
		require.NotEmpty(t, said.GetFileDescriptorResponse().GetFileDescriptorProto(), about)
		require.NotContains(t, said.String(), "ethml.v1")
	}
	list := reflected(ctx, t, conn, &reflectionpb.ServerReflectionRequest{MessageRequest: &reflectionpb.ServerReflectionRequest_ListServices{}})
	require.NotContains(t, list.String(), "ethml.v1")

	// The node's own port is as it was, and needs no token.
	p, err := ethmlv1.NewInferenceServiceClient(own).Predict(t.Context(), &ethmlv1.PredictRequest{ModelId: 1, Data: &ethmlv1.PredictRequest_Cid{Cid: cancerPoint}})
	require.NoError(t, err)
	require.Equal(t, "1", p.GetWordDecimal())
}

func reflected(ctx context.Context, t *testing.T, conn *grpc.ClientConn, r *reflectionpb.ServerReflectionRequest) *reflectionpb.ServerReflectionResponse {
	t.Helper()
	stream, err := reflectionpb.NewServerReflectionClient(conn).ServerReflectionInfo(ctx)
	require.NoError(t, err)
	require.NoError(t, stream.Send(r))
	said, err := stream.Recv()
	require.NoError(t, err)
	require.NoError(t, stream.CloseSend())
	return said
}

func TestAPublicPortNeedsTokensAndTheirRemedyIsNamed(t *testing.T) {
	for says, public := range map[string]grpcx.Public{
		"--public-token-file": {Listen: "127.0.0.1:0", Plaintext: true},
		"--public-tls-cert":   {Listen: "127.0.0.1:0", TokenFile: "tokens"},
		"--public-listen":     {TokenFile: "tokens"},
	} {
		c := Config{ModelDir: t.TempDir(), WorkerCommand: []string{"worker"}, Security: plaintext, Public: public}
		err := Run(t.Context(), c)
		require.ErrorContains(t, err, says)
		require.False(t, strings.Contains(err.Error(), "\n"))
	}
}
