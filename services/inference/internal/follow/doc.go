// Package follow turns the watcher's stream into votes at the submitter.
//
// Guarantees:
//   - it joins with a snapshot, so that it may start, stop and restart at any
//     time, in any order with its peers;
//   - a request's vote is begun when the request is first seen, and again when
//     its block opens, until nothing is missing any more;
//   - every request of an open block is reported once within the vote deadline
//     (half the commit window from when the block opened), whatever is missing;
//   - a report is repeated while the submitter can't take it, until the block
//     stops taking commits, and dropped once the submitter says it is of no use;
//   - after a reorganisation of the chain it starts over from a new snapshot.
//
// Not guaranteed: that a vote isn't computed twice, or reported twice after a
// reconnect; both are idempotent.
package follow

import (
	"context"
	"log/slog"
	"time"

	"github.com/ethml/ethml/internal/tracing"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Vote is a request's answer as it goes on chain.
type Vote struct {
	// Status is 0 to 4 as on chain.
	Status uint32
	// Word is zero unless Status is 0.
	Word [32]byte
	// Detail says why Status isn't 0.
	Detail string
	// Again tells that the vote may come out otherwise if it is made again soon: something is still missing.
	Again bool
}

// Statuses of a vote.
const (
	StatusOK uint32 = iota
	StatusDataUnavailable
	StatusDataMalformed
	StatusModelRejectedInput
	StatusModelUnavailable
)

// Voter makes votes.
type Voter interface {
	// Vote answers a model's question about a data point.
	Vote(ctx context.Context, model uint64, data string) Vote
	// Register makes a model known; the same one may come again.
	Register(*ethmlv1.ModelRegistered)
}

// Submitter takes votes.
type Submitter interface {
	// ReportPrediction tells whether the vote was news to the submitter. It returns gRPC status errors.
	ReportPrediction(context.Context, *ethmlv1.ReportPredictionRequest) (used bool, err error)
}

// Watcher gives the stream of events.
type Watcher interface {
	// Subscribe begins with a snapshot.
	Subscribe(context.Context, *ethmlv1.SubscribeRequest) (Stream, error)
}

// Stream is a stream of events.
type Stream interface {
	Recv() (*ethmlv1.SubscribeResponse, error)
}

// Config says what to follow with.
type Config struct {
	Watcher   Watcher
	Submitter Submitter
	Voter     Voter
	// Abstain prepares no votes and reports none: this machine's words wouldn't be the others'.
	Abstain bool
	// Replica names this service in reports.
	Replica string
	// Prefetches is how many votes may be prepared at a time; 0 means 8.
	Prefetches int
	// Pause is the first pause before a retry; 0 means 200 ms.
	Pause time.Duration
	// MaxPause is the longest; 0 means 3 s.
	MaxPause time.Duration
	// Logger must be set.
	Logger *slog.Logger
	// Tracer records the spans of votes; may be nil.
	Tracer *tracing.Tracer
	// Reported, if set, is told what became of each report.
	Reported func(status uint32, outcome string)
}
