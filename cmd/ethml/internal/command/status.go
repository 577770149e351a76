package command

import (
	"context"
	"encoding/json"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
)

// Status shows the network and its nodes.
type Status struct {
	networkFlag
	peerFlags
	JSON bool `help:"Print one JSON object."`
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
	report, err := status.Gather(ctx, net, o, s.security())
	if err != nil {
		return err
	}
	if s.JSON {
		return json.NewEncoder(stdout).Encode(report)
	}
	return report.WriteText(stdout)
}
