// Package command holds the subcommands of ethml, one file each.
package command

import (
	"os"
	"path/filepath"

	"github.com/alecthomas/kong"
	"golang.org/x/term"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	inference "github.com/ethml/ethml/services/inference/service"
)

// Description heads the help.
const Description = `Ask machine-learning models from Ethereum.

Every flag is also an environment variable, ETHML_ and its name. Exit codes: 0 done; 1 it did not work; 2 flags or
arguments don't fit; 3 not in time; 4 it worked and the answer is no (a request failed, a check found something wrong);
130 interrupted.`

// Grammar is what can be typed.
type Grammar struct {
	Version kong.VersionFlag `help:"Print the version and exit." env:"-"`

	Demo       Demo       `cmd:"" help:"Run a whole network in this process and answer two requests."`
	Devnet     Devnet     `cmd:"" help:"Run only an Ethereum dev chain and a content store."`
	Deploy     Deploy     `cmd:"" help:"Deploy the contracts and publish the example models."`
	Request    Request    `cmd:"" help:"Ask for predictions and wait for them."`
	Wait       Wait       `cmd:"" help:"Wait for requests that were sent before, and print their answers."`
	Status     Status     `cmd:"" help:"Show the network and its nodes at a glance."`
	Top        Top        `cmd:"" help:"Watch the network live: the block in progress, hash rates, the queue, the last answers."`
	Chain      Chain      `cmd:"" help:"List, show and verify the virtual chain's blocks."`
	Model      Model      `cmd:"" help:"Make, check and publish models."`
	Certs      Certs      `cmd:"" help:"Make, renew and show the certificates that services know each other by."`
	Replay     Replay     `cmd:"" help:"Run a past request again, and compare with what was revealed."`
	Operator   Operator   `cmd:"" help:"Everything in an operator's life: init, fund, stake, status, drain, backup, restore, leave."`
	Account    Account    `cmd:"" help:"Make, import and list accounts."`
	Doctor     Doctor     `cmd:"" help:"Examine a node and say what to do about what is not well."`
	Completion Completion `cmd:"" help:"Print what makes a shell complete ethml's commands and flags."`
	Forward    Forward    `cmd:"" hidden:"" help:"Pass connections on to replicas behind one name (for compose)."`
	Complete   Complete   `cmd:"" hidden:"" name:"__complete" help:"Say how a command line may go on (for shells)."`

	Worker inference.Worker `cmd:"" hidden:"" help:"Run models for an inference service (started by it)."`
}

// Vars fill the defaults of flags.
func Vars() map[string]string {
	return map[string]string{"network": network.DefaultPath(), "keystore": keystorePath()}
}

// keystorePath is where accounts lie unless told otherwise.
func keystorePath() string {
	if dir, err := os.UserConfigDir(); err == nil {
		return filepath.Join(dir, "ethml", "keystore")
	}
	return "keystore"
}

// stdout is where results go; everything for the eye goes to standard error.
var stdout = os.Stdout

// isTerminal reports whether a person looks at f.
func isTerminal(f *os.File) bool { return term.IsTerminal(int(f.Fd())) }
