package oip

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/version"
	"github.com/ethml/ethml/proto/inference"
	"github.com/ethml/ethml/services/inference/internal/catalog"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/pool"
)

// Server is inference.GRPCInferenceService.
type Server struct {
	inference.UnimplementedGRPCInferenceServiceServer
	Catalog *catalog.Catalog
	Logger  *slog.Logger
	// Ready says why the server can't run models; nil when it can.
	Ready func() error
}

// ServerLive implements inference.GRPCInferenceService.
func (s *Server) ServerLive(context.Context, *inference.ServerLiveRequest) (*inference.ServerLiveResponse, error) {
	return &inference.ServerLiveResponse{Live: true}, nil
}

// ServerReady implements inference.GRPCInferenceService.
func (s *Server) ServerReady(context.Context, *inference.ServerReadyRequest) (*inference.ServerReadyResponse, error) {
	return &inference.ServerReadyResponse{Ready: s.Ready() == nil}, nil
}

// ServerMetadata implements inference.GRPCInferenceService.
func (s *Server) ServerMetadata(context.Context, *inference.ServerMetadataRequest) (*inference.ServerMetadataResponse, error) {
	return &inference.ServerMetadataResponse{
		Name: "ethml", Version: version.Version, Extensions: []string{"model_repository", "statistics"},
	}, nil
}

func (s *Server) find(name, version string) (*catalog.Entry, error) {
	if name == "" {
		return nil, status.Error(codes.InvalidArgument, "the model's name is empty")
	}
	e := s.Catalog.Find(name, version)
	if e == nil && version != "" {
		return nil, status.Errorf(codes.NotFound, "there is no model %.200q of version %.200q", name, version)
	}
	if e == nil {
		return nil, status.Errorf(codes.NotFound, "there is no model %.200q", name)
	}
	return e, nil
}

func (s *Server) ready(ctx context.Context, name, version string) (*catalog.Entry, *catalog.Ready, error) {
	e, err := s.find(name, version)
	if err != nil {
		return nil, nil, err
	}
	r, err := e.Ready(ctx)
	if err != nil {
		return e, nil, toStatus(name, err)
	}
	return e, r, nil
}

// toStatus maps what running and loading can end in.
func toStatus(model string, err error) error {
	code := codes.Internal
	switch {
	case errors.Is(err, context.Canceled):
		code = codes.Canceled
	case errors.Is(err, context.DeadlineExceeded):
		code = codes.DeadlineExceeded
	case errors.Is(err, pool.ErrQuarantined), errors.Is(err, pool.ErrClosed), errors.Is(err, pool.ErrStart):
		code = codes.Unavailable
	case errors.Is(err, catalog.ErrUnavailable):
		code = codes.Unavailable
	case errors.Is(err, pool.ErrInput):
		code = codes.InvalidArgument
	case errors.Is(err, pool.ErrResources):
		code = codes.ResourceExhausted
	case errors.Is(err, pool.ErrModel):
		code = codes.FailedPrecondition
	}
	return status.Errorf(code, "model %s: %v", model, err)
}

// ModelReady implements inference.GRPCInferenceService. A model that hasn't been
// asked for yet is loaded to find out.
func (s *Server) ModelReady(ctx context.Context, r *inference.ModelReadyRequest) (*inference.ModelReadyResponse, error) {
	e, err := s.find(r.GetName(), r.GetVersion())
	if err != nil {
		return nil, err
	}
	_, err = e.Ready(ctx)
	return &inference.ModelReadyResponse{Ready: err == nil}, nil
}

// ModelMetadata implements inference.GRPCInferenceService.
func (s *Server) ModelMetadata(ctx context.Context, r *inference.ModelMetadataRequest) (*inference.ModelMetadataResponse, error) {
	e, ready, err := s.ready(ctx, r.GetName(), r.GetVersion())
	if err != nil {
		return nil, err
	}
	return &inference.ModelMetadataResponse{
		Name: r.GetName(), Versions: []string{e.Info().Version}, Platform: "onnxruntime_onnx",
		Inputs: metadata(ready.Description.Inputs), Outputs: metadata(ready.Description.Outputs),
	}, nil
}

func metadata(ports []frame.Port) []*inference.ModelMetadataResponse_TensorMetadata {
	var all []*inference.ModelMetadataResponse_TensorMetadata
	for _, p := range ports {
		datatype := p.Type.String()
		if !p.IsTensor() {
			datatype = p.Kind.String()
		}
		all = append(all, &inference.ModelMetadataResponse_TensorMetadata{Name: p.Name, Datatype: datatype, Shape: p.Shape})
	}
	return all
}

// ModelInfer implements inference.GRPCInferenceService.
func (s *Server) ModelInfer(ctx context.Context, r *inference.ModelInferRequest) (*inference.ModelInferResponse, error) {
	e, ready, err := s.ready(ctx, r.GetModelName(), r.GetModelVersion())
	if err != nil {
		return nil, err
	}
	began := time.Now()
	response, rows, t, err := s.infer(ctx, r, ready)
	if err != nil {
		e.Stats.Failed(began, time.Since(began))
		return nil, err
	}
	response.ModelVersion = e.Info().Version
	e.Stats.Succeeded(began, rows, time.Since(began), t.queue, t.input, t.infer, t.output)
	return response, nil
}

type times struct{ queue, input, infer, output time.Duration }

func (s *Server) infer(ctx context.Context, r *inference.ModelInferRequest, ready *catalog.Ready) (_ *inference.ModelInferResponse, rows uint64, t times, err error) {
	began := time.Now()
	tensors, typed, err := inputs(r, ready.Description)
	if err != nil {
		return nil, 0, t, status.Errorf(codes.InvalidArgument, "model %s: %v", r.GetModelName(), err)
	}
	names, err := wanted(r, ready.Description)
	if err != nil {
		return nil, 0, t, status.Errorf(codes.InvalidArgument, "model %s: %v", r.GetModelName(), err)
	}
	t.input = time.Since(began)
	result, err := ready.ForCalls().Run(ctx, tensors, names)
	if err != nil {
		return nil, 0, t, toStatus(r.GetModelName(), err)
	}
	t.queue, t.infer = result.Queued, result.Ran
	began = time.Now()
	response := &inference.ModelInferResponse{ModelName: r.GetModelName(), Id: r.GetId()}
	if err := outputs(response, result.Outputs, typed); err != nil {
		return nil, 0, t, status.Errorf(codes.FailedPrecondition, "model %s: %v", r.GetModelName(), err)
	}
	t.output = time.Since(began)
	rows = 1
	if len(tensors) > 0 && len(tensors[0].Shape) > 1 {
		rows = uint64(max(tensors[0].Shape[0], 1))
	}
	return response, rows, t, nil
}

// wanted are the outputs asked for; all that the protocol can carry if none are.
func wanted(r *inference.ModelInferRequest, d frame.Description) ([]string, error) {
	var names []string
	for _, o := range r.GetOutputs() {
		at := slices.IndexFunc(d.Outputs, func(p frame.Port) bool { return p.Name == o.GetName() })
		switch {
		case at < 0:
			return nil, fmt.Errorf("there is no output %q, the model gives %s", o.GetName(), portNames(d.Outputs))
		case !d.Outputs[at].IsTensor():
			return nil, fmt.Errorf("output %q is a %s, which the protocol can't carry", o.GetName(), d.Outputs[at].Kind)
		case slices.Contains(names, o.GetName()):
			return nil, fmt.Errorf("output %q is asked for twice", o.GetName())
		}
		names = append(names, o.GetName())
	}
	if len(names) > 0 {
		return names, nil
	}
	for _, p := range d.Outputs {
		if p.IsTensor() {
			names = append(names, p.Name)
		}
	}
	if len(names) == 0 {
		return nil, fmt.Errorf("none of the outputs, %s, is one the protocol can carry", portNames(d.Outputs))
	}
	return names, nil
}

// ModelStatistics implements inference.GRPCInferenceService.
func (s *Server) ModelStatistics(_ context.Context, r *inference.ModelStatisticsRequest) (*inference.ModelStatisticsResponse, error) {
	entries := s.Catalog.All()
	if r.GetName() != "" {
		e, err := s.find(r.GetName(), r.GetVersion())
		if err != nil {
			return nil, err
		}
		entries = []*catalog.Entry{e}
	}
	response := &inference.ModelStatisticsResponse{}
	for _, e := range entries {
		c := e.Stats.Read()
		stats := &inference.ModelStatistics{
			Name: displayName(e), Version: e.Info().Version, InferenceCount: c.Rows, ExecutionCount: c.Success.Count,
			InferenceStats: &inference.InferStatistics{
				Success: sum(c.Success), Fail: sum(c.Fail), Queue: sum(c.Queue),
				ComputeInput: sum(c.Input), ComputeInfer: sum(c.Infer), ComputeOutput: sum(c.Outputs),
			},
		}
		if !c.Last.IsZero() {
			stats.LastInference = uint64(c.Last.UnixMilli())
		}
		response.ModelStats = append(response.ModelStats, stats)
	}
	return response, nil
}

func sum(s catalog.Sum) *inference.StatisticDuration {
	return &inference.StatisticDuration{Count: s.Count, Ns: uint64(s.Time)}
}

// displayName is the name a model is called by: its id on chain, or a local name.
func displayName(e *catalog.Entry) string {
	if e.ID != 0 {
		return fmt.Sprint(e.ID)
	}
	return e.Info().Name
}

// RepositoryIndex implements inference.GRPCInferenceService.
func (s *Server) RepositoryIndex(_ context.Context, r *inference.RepositoryIndexRequest) (*inference.RepositoryIndexResponse, error) {
	response := &inference.RepositoryIndexResponse{}
	for _, e := range s.Catalog.All() {
		if !in(e, r.GetRepositoryName()) {
			continue
		}
		info := e.Info()
		m := &inference.RepositoryIndexResponse_ModelIndex{Name: displayName(e), Version: info.Version, Reason: info.Detail}
		switch info.State {
		case catalog.Usable:
			m.State = "READY"
		case catalog.Loading:
			m.State = "LOADING"
		case catalog.Known:
			m.State, m.Reason = "UNAVAILABLE", "not loaded yet"
		default:
			m.State = "UNAVAILABLE"
		}
		if !r.GetReady() || info.State == catalog.Usable {
			response.Models = append(response.Models, m)
		}
	}
	return response, nil
}

// The repositories there are.
const (
	repositoryChain = "chain"
	repositoryLocal = "local"
)

func in(e *catalog.Entry, repository string) bool {
	return repository == "" || repository == repositoryChain && e.ID != 0 || repository == repositoryLocal && e.ID == 0
}

func (s *Server) stored(name, repository string) (*catalog.Entry, error) {
	if repository != "" && repository != repositoryChain && repository != repositoryLocal {
		return nil, status.Errorf(codes.NotFound, "there is no repository %.200q, there are chain and local", repository)
	}
	e, err := s.find(name, "")
	if err == nil && !in(e, repository) {
		return nil, status.Errorf(codes.NotFound, "there is no model %.200q in repository %s", name, repository)
	}
	return e, err
}

// RepositoryModelLoad implements inference.GRPCInferenceService.
func (s *Server) RepositoryModelLoad(ctx context.Context, r *inference.RepositoryModelLoadRequest) (*inference.RepositoryModelLoadResponse, error) {
	for name := range r.GetParameters() {
		if name == "config" || strings.HasPrefix(name, "file:") {
			return nil, status.Errorf(codes.InvalidArgument, "parameter %.200q: models come from the chain or the model folder only", name)
		}
	}
	if err := s.Catalog.Rescan(); err != nil {
		s.Logger.Error("model folder not read", "error", err)
		return nil, status.Error(codes.Internal, "the model folder can't be read; the server's log has the detail")
	}
	e, err := s.stored(r.GetModelName(), r.GetRepositoryName())
	if err != nil {
		return nil, err
	}
	s.Catalog.Reload(e)
	if _, err := e.Ready(ctx); err != nil {
		return nil, toStatus(r.GetModelName(), err)
	}
	return &inference.RepositoryModelLoadResponse{}, nil
}

// RepositoryModelUnload implements inference.GRPCInferenceService.
func (s *Server) RepositoryModelUnload(_ context.Context, r *inference.RepositoryModelUnloadRequest) (*inference.RepositoryModelUnloadResponse, error) {
	e, err := s.stored(r.GetModelName(), r.GetRepositoryName())
	if err != nil {
		return nil, err
	}
	s.Catalog.Unload(e)
	return &inference.RepositoryModelUnloadResponse{}, nil
}
