// Command submitter holds an EthML operator's keys: it commits, reveals, settles and claims.
package main

import (
	"os"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/services/submitter/service"
)

func main() {
	var grammar struct {
		Serve       serve           `cmd:"" default:"withargs" help:"Run the service."`
		Healthcheck cli.Healthcheck `cmd:"" help:"Exit 0 if a running service serves."`
	}
	vars := map[string]string{"listen": service.DefaultListen, "admin": service.DefaultAdminListen}
	os.Exit(cli.Main("submitter", "Gets an EthML operator's answers on chain.", "ETHML_SUBMITTER", &grammar, vars))
}
