// Command pow is EthML's nonce searcher: one replica of as many as you like.
package main

import (
	"os"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/services/pow/service"
)

func main() {
	var grammar struct {
		Serve       serve           `cmd:"" default:"withargs" help:"Run the service."`
		Healthcheck cli.Healthcheck `cmd:"" help:"Exit 0 if a running service serves."`
	}
	vars := map[string]string{"listen": service.DefaultListen, "admin": service.DefaultAdminListen}
	os.Exit(cli.Main("pow", "Searches nonces for EthML's open block.", "ETHML_POW", &grammar, vars))
}
