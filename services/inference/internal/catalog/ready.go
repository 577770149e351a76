package catalog

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/follow"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/pool"
)

// Decoder turns a data point into a model's inputs. Its errors are ErrData or
// ErrShape.
type Decoder func(data []byte) ([]frame.Tensor, error)

// What can be wrong with a data point.
var (
	// ErrData is a data point that can't be read at all.
	ErrData = errors.New("data point is malformed")
	// ErrShape is one that the model can't take.
	ErrShape = errors.New("data point doesn't fit the model")
)

// Ready is a model that is served.
type Ready struct {
	// ID is its id on chain; 0 for a local model.
	ID          uint64
	Spec        pool.Spec
	Description frame.Description

	// For models of the chain only.
	Codec    codec.Codec
	Output   string
	MaxData  int64
	decode   Decoder
	runner   Runner
	allNames []string
}

// ForCalls is the same model for callers of the service. What they send, they
// send to another process, and after what is voted on: neither its end nor a
// quarantine nor a crowd touches the votes.
func (r *Ready) ForCalls() *Ready {
	c := *r
	c.Spec.GiveWay = true
	if r.ID != 0 { // a local model has no votes to keep apart from
		c.Spec.Key = callPrefix + r.Spec.Key
	}
	return &c
}

const callPrefix = "call/"

// Run runs the model as it is.
func (r *Ready) Run(ctx context.Context, inputs []frame.Tensor, outputs []string) (pool.Result, error) {
	return r.runner.Run(ctx, r.Spec, inputs, outputs)
}

// Evaluation is a vote and how it came about.
type Evaluation struct {
	follow.Vote
	Steps   []codec.Step
	Outputs []frame.Tensor
	// Block is what a digest stands for.
	Block []byte
	// How long the parts took.
	Decoded, Queued, Ran, Encoded time.Duration

	cause error // of a status that isn't 0
}

// Evaluate answers a data point. With all set every output is kept; the vote is
// the same.
func (r *Ready) Evaluate(ctx context.Context, data []byte, all bool) Evaluation {
	var e Evaluation
	fail := func(status uint32, err error) Evaluation {
		e.Status, e.Word, e.Detail, e.cause = status, [32]byte{}, fmt.Sprintf("%s: %v", label(r.ID), err), err
		return e
	}
	began := time.Now()
	inputs, err := r.decode(data)
	e.Decoded = time.Since(began)
	switch {
	case errors.Is(err, ErrShape):
		e.Status, e.Detail, e.cause = follow.StatusModelRejectedInput, err.Error(), err
		if d := (*datapoint.Error)(nil); errors.As(err, &d) {
			e.Detail = d.Error() // it names the model by itself
		}
		return e
	case err != nil:
		return fail(follow.StatusDataMalformed, err)
	}
	names := []string{r.Output}
	if all {
		names = r.allNames
	}
	result, err := r.Run(ctx, inputs, names)
	e.Queued, e.Ran = result.Queued, result.Ran
	switch {
	case errors.Is(err, pool.ErrInput):
		return fail(follow.StatusModelRejectedInput, err)
	case err != nil:
		e = fail(follow.StatusModelUnavailable, err)
		e.Again = !Settled(err)
		return e
	}
	if all {
		e.Outputs = result.Outputs
	}
	at := slices.IndexFunc(result.Outputs, func(t frame.Tensor) bool { return t.Name == r.Output })
	began = time.Now()
	encoded, err := r.Codec.Encode(&result.Outputs[at])
	e.Encoded = time.Since(began)
	if err != nil {
		return fail(follow.StatusModelRejectedInput, err)
	}
	e.Word, e.Steps, e.Block = encoded.Word, encoded.Steps, encoded.Block
	return e
}
