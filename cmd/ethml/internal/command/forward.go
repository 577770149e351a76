package command

import (
	"context"
	"os"

	"github.com/ethml/ethml/cmd/ethml/internal/forward"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/logging"
)

// Forward passes connections on to replicas behind one name.
type Forward struct {
	Listen string        `help:"Address to take connections on." default:"127.0.0.1:8001"`
	To     string        `help:"Where to pass them on to, host:port." required:""`
	Log    logging.Flags `embed:"" prefix:"log-"`
}

// Run runs until ctx ends.
func (c *Forward) Run(ctx context.Context) error {
	log, err := c.Log.New(os.Stderr)
	if err != nil {
		return err
	}
	l, err := grpcx.Listen(c.Listen, "--listen")
	if err != nil {
		return err
	}
	log.Info("forwarding", "listen", l.Addr().String(), "to", c.To)
	return (&forward.Forwarder{Target: c.To, Log: log}).Serve(ctx, l)
}
