// Package cli is what the services' main functions share: flags, signals, one-line errors and exit codes.
package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/internal/version"
)

// Exit codes of every command.
const (
	ExitOK    = 0
	ExitError = 1 // it did not work; standard error says why in one line
	ExitUsage = 2 // flags or arguments don't fit
)

// Common are the flags every service has.
type Common struct {
	Listen      string           `help:"Address to serve gRPC on." default:"${listen}"`
	AdminListen string           `help:"Address to serve /metrics, /livez and /readyz on." default:"${admin}"`
	Log         logging.Flags    `embed:"" prefix:"log-"`
	Security    grpcx.Security   `embed:""`
	StopLimit   time.Duration    `help:"How long a graceful stop may take." default:"10s"`
	Version     kong.VersionFlag `help:"Print the version and exit."`
}

// Healthcheck asks a running service whether it serves; it is the subcommand that container health checks use.
type Healthcheck struct {
	Address  string         `help:"Address of the service's gRPC port." default:"${listen}"`
	Security grpcx.Security `embed:""`
	Timeout  time.Duration  `help:"How long to wait." default:"3s"`
}

// Run returns nil when the service serves.
func (h *Healthcheck) Run(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, h.Timeout)
	defer cancel()
	return grpcx.CheckHealth(ctx, h.Address, grpcx.ClientConfig{Security: h.Security})
}

// Main parses flags into grammar (a pointer to a struct with kong tags whose commands have Run(ctx context.Context)
// error), with each flag also taken from the environment under prefix, runs the command until SIGINT or SIGTERM, and
// returns the exit code. vars fill the ${...} of defaults.
func Main(name, description, prefix string, grammar any, vars map[string]string) int {
	ctx, stop := lifecycle.SignalContext(context.Background())
	defer stop()
	all := kong.Vars{"version": name + " " + version.String()}
	for k, v := range vars {
		all[k] = v
	}
	options := []kong.Option{kong.Name(name), kong.Description(description), kong.DefaultEnvars(prefix), all,
		kong.BindTo(ctx, (*context.Context)(nil)), kong.ConfigureHelp(kong.HelpOptions{Compact: true}),
		// A list of numbers may begin with a minus.
		kong.WithHyphenPrefixedParameters(true)}
	if path := os.Getenv(NetworkVariable); path != "" && prefix+"_NETWORK" != NetworkVariable {
		resolver, err := networkResolver(path)
		if err != nil {
			fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
			return ExitUsage
		}
		options = append(options, kong.Resolvers(resolver))
	}
	parser, err := kong.New(grammar, options...)
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		return ExitUsage
	}
	command, err := parser.Parse(os.Args[1:])
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v (see %s --help)\n", name, err, name)
		return ExitUsage
	}
	if err := command.Run(); err != nil && !(ctx.Err() != nil && errors.Is(err, context.Canceled)) {
		// Joined errors come a line each; whoever reads a log wants one.
		fmt.Fprintf(os.Stderr, "%s: %s\n", name, strings.ReplaceAll(err.Error(), "\n", "; "))
		return ExitError
	}
	return ExitOK
}
