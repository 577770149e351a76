package server_test

import (
	"context"
	"testing"

	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcfuzz"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/pow/internal/search"
	"github.com/ethml/ethml/services/pow/internal/server"
)

// searcher never finds anything.
type searcher struct{}

func (searcher) Search(ctx context.Context, _ search.Job) (search.Result, error) {
	<-ctx.Done()
	return search.Result{}, ctx.Err()
}

func FuzzCalls(f *testing.F) {
	grpcfuzz.Calls(f, func(s grpc.ServiceRegistrar) {
		ethmlv1.RegisterPowServiceServer(s, &server.Server{Searcher: searcher{}, Status: func() server.Status { return server.Status{} },
			Slots: make(chan struct{}, 4), Stopping: make(chan struct{})})
	})
}
