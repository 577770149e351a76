package server_test

import (
	"context"
	"testing"

	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcfuzz"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/inference/internal/catalog"
	"github.com/ethml/ethml/services/inference/internal/predict"
	"github.com/ethml/ethml/services/inference/internal/server"
)

// models knows model 1, whose every answer is the same.
type models struct{}

func (models) Predict(_ context.Context, id uint64, _ predict.Data) (predict.Prediction, error) {
	if id != 1 {
		return predict.Prediction{}, predict.ErrUnknownModel
	}
	return predict.Prediction{}, nil
}

func (models) All() []*catalog.Entry { return nil }

func FuzzCalls(f *testing.F) {
	grpcfuzz.Calls(f, func(s grpc.ServiceRegistrar) {
		ethmlv1.RegisterInferenceServiceServer(s, &server.Server{Predictor: models{}, Models: models{}, Joined: func() bool { return true }})
	})
}
