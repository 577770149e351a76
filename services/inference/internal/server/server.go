// Package server is ethml.v1.InferenceService: proto to domain and back,
// nothing else.
package server

import (
	"context"
	"errors"
	"time"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/cid"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/inference/internal/catalog"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/follow"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/predict"
)

// Predictor answers questions.
type Predictor interface {
	Predict(context.Context, uint64, predict.Data) (predict.Prediction, error)
}

// Lister lists models.
type Lister interface {
	All() []*catalog.Entry
}

// Server is ethml.v1.InferenceService.
type Server struct {
	ethmlv1.UnimplementedInferenceServiceServer
	Predictor Predictor
	Models    Lister
	// Joined tells whether the registry has been read.
	Joined func() bool
}

// Predict implements ethml.v1.InferenceService.
func (s *Server) Predict(ctx context.Context, r *ethmlv1.PredictRequest) (*ethmlv1.PredictResponse, error) {
	data, err := dataOf(r)
	if err != nil {
		return nil, err
	}
	p, err := s.Predictor.Predict(ctx, r.GetModelId(), data)
	if errors.Is(err, predict.ErrUnknownModel) && !s.Joined() {
		return nil, status.Error(codes.Unavailable, "the registry hasn't been read yet: wait for the watcher")
	}
	if err != nil {
		return nil, toStatus(err)
	}
	response := &ethmlv1.PredictResponse{
		ModelId: r.GetModelId(), Status: p.Status, Word: p.Word[:], WordDecimal: codec.Decimal(p.Word), Detail: p.Detail,
		Timings: &ethmlv1.Timings{
			FetchUs: micros(p.Fetched), DecodeUs: micros(p.Decoded), RunUs: micros(p.Ran), EncodeUs: micros(p.Encoded),
		},
	}
	if p.Status != follow.StatusOK {
		response.WordDecimal = ""
	}
	for _, step := range p.Steps {
		response.Steps = append(response.Steps, &ethmlv1.CodecStep{Name: step.Name, Value: step.Value})
	}
	for _, t := range p.Outputs {
		response.Outputs = append(response.Outputs, raw(t))
	}
	return response, nil
}

func dataOf(r *ethmlv1.PredictRequest) (predict.Data, error) {
	if r.GetModelId() == 0 {
		return predict.Data{}, status.Error(codes.InvalidArgument, "model_id is missing: ids start at 1")
	}
	switch d := r.GetData().(type) {
	case *ethmlv1.PredictRequest_Cid:
		id, err := cid.Parse(d.Cid)
		if err != nil {
			return predict.Data{}, status.Error(codes.InvalidArgument, err.Error())
		}
		return predict.Data{CID: id}, nil
	case *ethmlv1.PredictRequest_Inline:
		return predict.Data{Inline: d.Inline, IsInline: true}, nil
	}
	return predict.Data{}, status.Error(codes.InvalidArgument, "the data point is missing: set cid or inline")
}

func toStatus(err error) error {
	switch {
	case errors.Is(err, predict.ErrUnknownModel):
		return status.Error(codes.NotFound, err.Error())
	case errors.Is(err, context.Canceled), errors.Is(err, context.DeadlineExceeded):
		return status.FromContextError(err).Err()
	}
	return status.Error(codes.Internal, "internal error; the server's log has the detail")
}

func micros(d time.Duration) uint64 { return uint64(max(d, 0).Microseconds()) }

func raw(t frame.Tensor) *ethmlv1.RawTensor {
	return &ethmlv1.RawTensor{Name: t.Name, Datatype: t.Type.String(), Shape: t.Shape, Contents: t.Data}
}

// ListModels implements ethml.v1.InferenceService.
func (s *Server) ListModels(context.Context, *ethmlv1.ListModelsRequest) (*ethmlv1.ListModelsResponse, error) {
	response := &ethmlv1.ListModelsResponse{}
	for _, e := range s.Models.All() {
		if e.ID == 0 {
			continue
		}
		i := e.Info()
		response.Models = append(response.Models, &ethmlv1.ModelInfo{
			Id: e.ID, Name: i.Name, Version: i.Version, ManifestCid: e.ManifestCID, State: states[i.State], Detail: i.Detail,
		})
	}
	return response, nil
}

var states = map[catalog.State]ethmlv1.ModelState{
	catalog.Known:    ethmlv1.ModelState_MODEL_STATE_KNOWN,
	catalog.Loading:  ethmlv1.ModelState_MODEL_STATE_LOADING,
	catalog.Usable:   ethmlv1.ModelState_MODEL_STATE_READY,
	catalog.Unusable: ethmlv1.ModelState_MODEL_STATE_UNAVAILABLE,
}
