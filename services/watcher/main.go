// Command watcher turns the EthML contracts' logs into a durable, resumable stream of events.
package main

import (
	"os"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/services/watcher/service"
)

func main() {
	os.Exit(cli.Main("watcher", "Turns the EthML contracts' logs into a durable, resumable stream of events.",
		"ETHML_WATCHER", new(service.Commands), service.Vars()))
}
