package oip

import (
	"testing"

	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcfuzz"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
)

// FuzzCalls has models of the names that generated messages ask for.
func FuzzCalls(f *testing.F) {
	s, _ := serve(f, map[string][]byte{"1/1": onnxtest.Identity(frame.FP32, -1, 3)})
	grpcfuzz.Calls(f, func(r grpc.ServiceRegistrar) { inference.RegisterGRPCInferenceServiceServer(r, s) })
}
