package web

import (
	"context"
	"net/http"
	"strconv"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/explorer/internal/view"
)

// replay shows how a request's word is computed, by having the inference service compute it again.
func (s *Server) replay(w http.ResponseWriter, r *http.Request) error {
	v, err := s.findRequest(r)
	if err != nil {
		return err
	}
	replay, err := s.replayOf(r.Context(), v)
	if err != nil {
		return err
	}
	return s.render(w, r, "request", http.StatusOK, "Request "+strconv.FormatUint(v.ID, 10)+", replayed",
		requestPage{Request: v, CanReplay: true, Replay: replay})
}

func (s *Server) replayOf(ctx context.Context, v *view.Request) (*view.Replay, error) {
	here := "/requests/" + strconv.FormatUint(v.ID, 10)
	if s.Replayer == nil {
		return nil, notFound("This explorer is connected to no inference service, so it can't replay: start it with --inference.").to(here, "Back to the request")
	}
	select {
	case s.replays <- struct{}{}:
		defer func() { <-s.replays }()
	default:
		return nil, &problem{http.StatusTooManyRequests, "Busy", "Other replays are running at the moment. Try again in a few seconds.", link{here + "/replay", "Try again"}}
	}
	ctx, cancel := context.WithTimeout(ctx, replayLimit)
	defer cancel()
	response, err := s.Replayer.Predict(ctx, &ethmlv1.PredictRequest{ModelId: v.Model, Data: &ethmlv1.PredictRequest_Cid{Cid: v.DataCID}})
	if err != nil {
		code := http.StatusBadGateway
		if c := status.Code(err); c == codes.Unavailable || c == codes.DeadlineExceeded {
			code = http.StatusServiceUnavailable
		}
		return nil, &problem{code, "No replay", "The inference service did not answer: " + view.Clean(status.Convert(err).Message()), link{here, "Back to the request"}}
	}
	return view.ReplayOf(response, &v.RequestRow), nil
}
