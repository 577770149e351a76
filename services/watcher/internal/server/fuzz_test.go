package server_test

import (
	"testing"

	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/grpcfuzz"
	"github.com/ethml/ethml/services/watcher/internal/fakechain"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

func FuzzCalls(f *testing.F) {
	c := fakechain.New(1337)
	grow(c, 1, 20)
	r := newRig(f, c)
	r.reach()
	grpcfuzz.Calls(f, func(s grpc.ServiceRegistrar) { ethmlv1.RegisterWatcherServiceServer(s, r.server) })
}
