package service

import (
	"context"

	"google.golang.org/grpc"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/inference/internal/follow"
)

// watcher adapts the generated client.
type watcher struct{ client ethmlv1.WatcherServiceClient }

func (w watcher) Subscribe(ctx context.Context, r *ethmlv1.SubscribeRequest) (follow.Stream, error) {
	return w.client.Subscribe(ctx, r, grpc.WaitForReady(true))
}

// submitter adapts the generated client.
type submitter struct {
	client ethmlv1.SubmitterServiceClient
}

func (s submitter) ReportPrediction(ctx context.Context, r *ethmlv1.ReportPredictionRequest) (used bool, err error) {
	answer, err := s.client.ReportPrediction(ctx, r)
	return answer.GetUsed(), err
}
