package command

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/protocol"
)

// Wait waits for requests that were sent before.
type Wait struct {
	networkFlag
	IDs   []uint64      `arg:"" name:"id" help:"Request ids."`
	Limit time.Duration `help:"How long to wait at most, for all of them." default:"10m"`
	JSON  bool          `help:"Print one JSON object a line."`
}

// Run waits for each request and prints its answer.
func (w *Wait) Run(ctx context.Context) error {
	net, client, err := w.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	o, err := oracle.New(ctx, client, net.Coordinator, net.Consumer)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, w.Limit, fmt.Errorf("no answer within %s: `ethml status` shows what hinders it", w.Limit))
	defer cancel()
	show := progress.New(os.Stderr)
	for _, id := range w.IDs {
		if err := w.wait(ctx, o, show, id); err != nil {
			if cause := context.Cause(ctx); cause != nil {
				return cause
			}
			return err
		}
	}
	return nil
}

func (w *Wait) wait(ctx context.Context, o *oracle.Oracle, show *progress.Writer, id uint64) error {
	view, err := o.Status(ctx, id)
	if err != nil {
		return err
	}
	if protocol.RequestStatus(view.Status) == protocol.RequestUnknown {
		return fmt.Errorf("there is no request %d: `ethml status` tells how many there are", id)
	}
	request := &oracle.Request{ID: id, Model: view.ModelId.Uint64(), DataCID: view.DataPoint, Started: time.Unix(int64(view.Birth), 0)}
	outcome, err := o.Follow(ctx, request, func(p oracle.Progress) { show.Live("  " + progress.Phase(p, oracle.Seats)) })
	show.Live("")
	switch {
	case err != nil:
		return err
	case w.JSON:
		return json.NewEncoder(stdout).Encode(answerOf(outcome))
	case outcome.Status != protocol.RequestAnswered:
		return errNoAnswer(outcome)
	}
	_, err = fmt.Fprintf(stdout, "request %d: model %d answers %s\n", id, request.Model, outcome.Value)
	return err
}
