// Command inference runs the models of EthML's requests, and serves them by the Open Inference Protocol.
package main

import (
	"os"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/services/inference/service"
)

func main() {
	var grammar struct {
		Serve       serve           `cmd:"" default:"withargs" help:"Run the service."`
		Healthcheck cli.Healthcheck `cmd:"" help:"Exit 0 if a running service serves."`
		Worker      service.Worker  `cmd:"" hidden:"" help:"Run models for a service (started by it)."`
	}
	vars := map[string]string{"listen": service.DefaultListen, "admin": service.DefaultAdminListen}
	os.Exit(cli.Main("inference", "Runs the models of EthML's requests.", "ETHML_INFERENCE", &grammar, vars))
}
