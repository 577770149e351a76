package command

import (
	"context"
	"fmt"
	"os"
	"time"

	"golang.org/x/sync/errgroup"

	"github.com/ethml/ethml/cmd/ethml/internal/demo"
	"github.com/ethml/ethml/cmd/ethml/internal/devnet"
	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/tracing"
	inference "github.com/ethml/ethml/services/inference/service"
)

// Demo runs a whole network.
type Demo struct {
	Once          bool          `help:"Exit when both requests are answered."`
	JSON          bool          `help:"Print one JSON object a line for each answer, and nothing else on standard output."`
	HTTP          string        `name:"http" help:"Address of the chain's JSON-RPC over HTTP; port 0 takes a free one." default:"127.0.0.1:0"`
	WS            string        `name:"ws" help:"Address of the chain's JSON-RPC over WebSocket." default:"127.0.0.1:0"`
	ContentListen string        `help:"Address of the content store." default:"127.0.0.1:0"`
	Explorer      string        `help:"Address of the explorer's pages." default:"127.0.0.1:0"`
	Period        time.Duration `help:"Time between Ethereum blocks, whole seconds." default:"1s"`
	Operators     int           `help:"How many operators; a block has five seats." default:"5"`
	PowThreads    int           `help:"Search threads of each operator's pow." default:"1"`
	DataDir       string        `help:"Keep the services' data and logs here; default: a temporary folder, removed at the end." type:"path"`
	Network       string        `help:"Where to write the file that describes the network." default:"${network}" type:"path"`
	Tracing       tracing.Flags `embed:""`
	Limit         time.Duration `help:"How long the two requests may take at most." default:"3m"`
}

// Vote threshold and the dev chain's accounts bound the operators: account 0 asks, the others operate.
const minOperators, maxOperators = 3, 9

// Run runs the network until ctx ends, or with --once until it has answered.
func (c *Demo) Run(ctx context.Context) (err error) {
	if c.Operators < minOperators || c.Operators > maxOperators {
		return fmt.Errorf("--operators %d: choose %d to %d", c.Operators, minOperators, maxOperators)
	}
	if err := untaken(ctx, c.Network); err != nil {
		return err
	}
	if err := portsFree(port{"--http", c.HTTP}, port{"--ws", c.WS}, port{"--content-listen", c.ContentListen}, port{"--explorer", c.Explorer}); err != nil {
		return err
	}
	worker, err := inference.SelfCommand()
	if err != nil {
		return err
	}
	show := progress.New(os.Stderr)
	d, err := demo.Start(ctx, demo.Config{
		Devnet:  devnet.Config{Period: c.Period, HTTPAddr: c.HTTP, WSAddr: c.WS, ContentAddr: c.ContentListen},
		DataDir: c.DataDir, NetworkFile: c.Network, Operators: c.Operators, Threads: c.PowThreads, Worker: worker,
		ModelsPerWorker: sharedModels, Tracing: c.Tracing, Show: show, ExplorerAddr: c.Explorer,
	})
	defer func() {
		show.Live("")
		if stopErr := d.Stop(stopLimit); err == nil {
			err = stopErr
		}
	}()
	if err != nil {
		return err
	}
	if err := c.documented(ctx, d, show); err != nil {
		return err
	}
	if c.Once {
		return nil
	}
	c.sayHow(d, show)
	select {
	case <-ctx.Done():
		show.Printf("stopping")
		return nil
	case <-d.Failed():
		return d.Err()
	}
}

// untaken refuses the file of a network that is up: whoever uses that one would suddenly talk to this one, and to none once
// this one has ended and taken the file with it.
func untaken(ctx context.Context, path string) error {
	net, err := network.Read(path)
	if err != nil {
		return nil //nolint:nilerr // none, or none that anybody could use
	}
	client, err := dialChain(ctx, net.RPC, net.ChainID)
	if err != nil {
		return nil //nolint:nilerr // left behind by a network that is gone
	}
	client.Close()
	return fmt.Errorf("%s describes a network that is up, at %s: end that one first, or give this one another file with --network", path, net.RPC)
}

// sharedModels is how many models share a worker process in the demo: all of them, since they are the project's own.
const sharedModels = 16

// stopLimit bounds how long the whole network may take to stop.
const stopLimit = 20 * time.Second

// documented sends the two requests of the prototype's documentation and prints what their callbacks received.
func (c *Demo) documented(ctx context.Context, d *demo.Demo, show *progress.Writer) error {
	ctx, cancel := context.WithTimeoutCause(ctx, c.Limit, fmt.Errorf("the two requests were not answered within %s", c.Limit))
	defer cancel()
	var requests []*oracle.Request
	for i, example := range d.Documented() {
		r, err := d.Ask(ctx, uint64(i+1), example.Points[0].Data)
		if err != nil {
			return err
		}
		show.Printf("request    %d: model %d (%s), data point %s", r.ID, r.Model, example.Name, r.DataCID)
		requests = append(requests, r)
	}
	outcomes := make([]*oracle.Outcome, len(requests))
	var following errgroup.Group
	for i, r := range requests {
		following.Go(func() (err error) {
			outcomes[i], err = d.Follow(ctx, r)
			return err
		})
	}
	done := make(chan error, 1)
	go func() { done <- following.Wait() }()
	select {
	case err := <-done:
		if err != nil {
			if cause := context.Cause(ctx); cause != nil {
				return cause
			}
			return err
		}
	case <-d.Failed():
		return d.Err()
	}
	for i, o := range outcomes {
		if err := c.print(o, show); err != nil {
			return err
		}
		if want := d.Documented()[i].Points[0].Word; o.Prediction.String() != want {
			return fmt.Errorf("request %d was answered %s, but the model's own golden case says %s", o.Request.ID, o.Prediction, want)
		}
	}
	return nil
}

func (c *Demo) print(o *oracle.Outcome, show *progress.Writer) error {
	if o.Status != protocol.RequestAnswered {
		return errNoAnswer(o)
	}
	show.Printf("answer     request %d: prediction %s, %s, %.1f s from request to callback", o.Request.ID, o.Value, progress.Votes(o), o.Latency.Seconds())
	if !o.Delivered {
		return fmt.Errorf("the consumer did not take the callback of request %d", o.Request.ID)
	}
	if c.JSON {
		return writeJSON(stdout, answerOf(o))
	}
	_, err := fmt.Fprintln(stdout, o.Value)
	return err
}

// sayHow tells a person what to do with the network that is up.
func (c *Demo) sayHow(d *demo.Demo, show *progress.Writer) {
	self, err := os.Executable()
	if err != nil {
		self = "ethml"
	}
	flag := ""
	if c.Network != network.DefaultPath() {
		flag = " --network " + c.Network
	}
	first := d.Network.Nodes[0]
	show.Printf(`
The network is up. In another terminal:

  ask       %[1]s request%[2]s --model 1 --cid bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem
            %[1]s request%[2]s --model 3 --values 53,1,20.5,78,147,84.2,52,3,3.989,75
            %[1]s request%[2]s --model 4 --cid %[6]s    # an image of a digit
  look      %[5]s
            %[1]s status%[2]s
  inference grpcurl -plaintext -d '{"model_id":1,"cid":"bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"}' %[3]s ethml.v1.InferenceService/Predict
  logs      %[4]s

Ctrl-C ends it.`, self, flag, first.Inference, d.Logs(), d.Explorer, d.Examples()[3].Points[0].CID)
}
