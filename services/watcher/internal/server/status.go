package server

import (
	"context"
	"errors"

	"google.golang.org/grpc/codes"

	"github.com/ethml/ethml/services/watcher/internal/eventlog"
)

type mapping struct {
	err  error
	code codes.Code
}

func (m mapping) is(err error) bool { return errors.Is(err, m.err) }

// statuses is the one table from errors to codes; what isn't in it is Internal.
var statuses = []mapping{
	{eventlog.ErrCursor, codes.InvalidArgument},
	{eventlog.ErrForeign, codes.FailedPrecondition},
	{eventlog.ErrAhead, codes.OutOfRange},
	{eventlog.ErrPruned, codes.OutOfRange},
	{errNotReached, codes.Unavailable},
	{errStopping, codes.Unavailable},
	{context.Canceled, codes.Canceled},
	{context.DeadlineExceeded, codes.DeadlineExceeded},
}

var (
	errNotReached = errors.New("the watcher has not yet reached the chain")
	errStopping   = errors.New("the watcher is stopping")
)
