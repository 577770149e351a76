// Command ethml is what people type: a whole local network, requests, deployment and status.
package main

import (
	"os"

	"github.com/ethml/ethml/cmd/ethml/internal/command"
	"github.com/ethml/ethml/internal/cli"
)

func main() {
	os.Exit(cli.Main("ethml", command.Description, "ETHML", &command.Grammar{}, command.Vars()))
}
