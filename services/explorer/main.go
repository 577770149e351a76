// Command explorer shows an EthML network as web pages and a JSON API, from the watcher's stream of events.
package main

import (
	"os"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/services/explorer/service"
)

func main() {
	os.Exit(cli.Main("explorer", "Shows an EthML network as web pages and a JSON API.",
		"ETHML_EXPLORER", new(service.Commands), service.Vars()))
}
