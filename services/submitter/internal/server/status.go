package server

import (
	"context"
	"errors"
	"log/slog"

	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/work"
)

// errUnavailable says that the submitter can't do this now.
var errUnavailable = errors.New("try again later")

var statuses = []struct {
	err  error
	code codes.Code
}{
	{round.ErrMalformed, codes.InvalidArgument},
	{round.ErrWrongSolution, codes.InvalidArgument},
	{round.ErrUnknownChallenge, codes.Unavailable},
	{round.ErrSuperseded, codes.FailedPrecondition},
	{round.ErrContradiction, codes.AlreadyExists},
	{round.ErrNotInBlock, codes.NotFound},
	{round.ErrUnknownMiner, codes.NotFound},
	{work.ErrReplaced, codes.Aborted},
	{errUnavailable, codes.Unavailable},
	{context.Canceled, codes.Canceled},
	{context.DeadlineExceeded, codes.DeadlineExceeded},
}

// toStatus maps errors to codes. What isn't in the table is logged and not told.
func toStatus(log *slog.Logger, what string, err error) error {
	if err == nil {
		return nil
	}
	for _, s := range statuses {
		if errors.Is(err, s.err) {
			return status.Error(s.code, err.Error())
		}
	}
	log.Error("call failed", "call", what, "error", err)
	return status.Error(codes.Internal, "internal error; the submitter's log has the detail")
}
