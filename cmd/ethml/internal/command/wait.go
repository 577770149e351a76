package command

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/reverts"
)

// Wait waits for requests that were sent before.
type Wait struct {
	networkFlag
	jsonFlag
	IDs   []uint64      `arg:"" name:"id" help:"Request ids."`
	Limit time.Duration `help:"How long to wait at most, for all of them." default:"10m"`

	firstBlock uint64 // Ethereum block before which no request was made
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
	w.firstBlock = net.DeploymentBlock
	show := progress.New(os.Stderr)
	for _, id := range w.IDs {
		if err := w.wait(ctx, o, show, id); err != nil {
			return ended(ctx, err)
		}
	}
	return nil
}

func (w *Wait) wait(ctx context.Context, o *oracle.Oracle, show *progress.Writer, id uint64) error {
	view, err := o.Status(ctx, id)
	if err != nil {
		return noRequest(id, err)
	}
	request := &oracle.Request{ID: id, Model: view.ModelId.Uint64(), DataCID: view.DataPoint, FromBlock: w.firstBlock, Started: time.Unix(int64(view.Birth), 0)}
	var outcome *oracle.Outcome
	started := time.Now()
	outcome, err = o.Follow(ctx, request, func(p oracle.Progress) {
		show.Live(sinceOn(show, "  "+progress.Phase(p, oracle.Seats), started))
	})
	show.Live("")
	if err != nil {
		return err
	}
	if votes := progress.Votes(outcome); votes != "" {
		show.Printf("  %s", votes)
	}
	failed := outcome.Status != protocol.RequestAnswered
	if !failed || w.JSON {
		err = w.print(answerOf(outcome), func() error {
			_, err := fmt.Fprintf(stdout, "request %d: model %d answers %s\n", id, request.Model, outcome.Value)
			return err
		})
	}
	if failed && err == nil {
		return cli.WithCode(cli.ExitNo, errNoAnswer(outcome))
	}
	return err
}

// noRequest puts into words what the contract says of an id that nobody was given.
func noRequest(id uint64, err error) error {
	if !reverts.Is(err, "EthML_UnknownRequest") {
		return err
	}
	return cli.WithCode(cli.ExitUsage, fmt.Errorf("there is no request %d here: `ethml request` prints the ids it gets, `ethml top` the last ones answered", id))
}
