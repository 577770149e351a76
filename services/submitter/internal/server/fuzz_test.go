package server_test

import (
	"errors"
	"log/slog"
	"testing"
	"time"

	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcfuzz"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/server"
	"github.com/ethml/ethml/services/submitter/internal/work"
)

func FuzzCalls(f *testing.F) {
	stopping := make(chan struct{})
	grpcfuzz.Calls(f, func(s grpc.ServiceRegistrar) {
		ethmlv1.RegisterSubmitterServiceServer(s, &server.Server{Rounds: &rounds{}, Hub: work.NewHub(time.Now), Changes: work.NewRounds(),
			Accounts: accounts{errors.New("connection refused")}, ChainID: 1337, Log: slog.New(slog.DiscardHandler), Stopping: stopping})
	})
}
