package service

import (
	"context"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/oip"
)

// openPublic opens the port for others, if one is asked for: models, and
// nothing of what concerns votes.
func (s *service) openPublic(models *oip.Server) error {
	if s.Public.Listen == "" {
		return nil
	}
	listener, err := grpcx.Listen(s.Public.Listen, "--public-listen")
	if err != nil {
		return err
	}
	s.stack.PushClose("public listener", ignoreClosed(listener.Close))
	s.public, err = s.server.Public(grpcx.PublicConfig{Public: s.Public, Listener: listener})
	if err != nil {
		return err
	}
	inference.RegisterGRPCInferenceServiceServer(s.public, guests{models})
	return s.public.ShowRegistered()
}

// guests is the Open Inference Protocol for callers who use models and don't
// manage them.
type guests struct{ *oip.Server }

var errNotGuests = status.Error(codes.PermissionDenied, "models can't be loaded or unloaded on this port")

// RepositoryModelLoad refuses.
func (guests) RepositoryModelLoad(context.Context, *inference.RepositoryModelLoadRequest) (*inference.RepositoryModelLoadResponse, error) {
	return nil, errNotGuests
}

// RepositoryModelUnload refuses.
func (guests) RepositoryModelUnload(context.Context, *inference.RepositoryModelUnloadRequest) (*inference.RepositoryModelUnloadResponse, error) {
	return nil, errNotGuests
}
