package command

import (
	"context"
	"encoding/json"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
	"github.com/ethml/ethml/internal/grpcx"
)

// Status shows the network and its nodes.
type Status struct {
	networkFlag
	JSON     bool           `help:"Print one JSON object."`
	Security grpcx.Security `embed:""`
}

// Run gathers and prints the report.
func (s *Status) Run(ctx context.Context) error {
	if s.Security == (grpcx.Security{}) {
		s.Security.Plaintext = true // the local network's services listen on loopback
	}
	net, client, err := s.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	o, err := oracle.New(ctx, client, net.Coordinator, net.Consumer)
	if err != nil {
		return err
	}
	report, err := status.Gather(ctx, net, o, s.Security)
	if err != nil {
		return err
	}
	if s.JSON {
		return json.NewEncoder(stdout).Encode(report)
	}
	return report.WriteText(stdout)
}
