package command

import (
	"context"
	"os"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
)

// Status shows the network and its nodes.
type Status struct {
	networkFlag
	peerFlags
	jsonFlag
}

// Run gathers and prints the report.
func (s *Status) Run(ctx context.Context) error {
	net, client, err := s.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	o, err := oracle.New(ctx, client, net.Coordinator, net.Consumer)
	if err != nil {
		return err
	}
	var report *status.Report
	if err := progress.New(os.Stderr).During(ctx, "asking chain and nodes", func(ctx context.Context) (err error) {
		report, err = status.Gather(ctx, net, o, s.security())
		return err
	}); err != nil {
		return err
	}
	return s.print(report, func() error { return report.WriteText(stdout) })
}
