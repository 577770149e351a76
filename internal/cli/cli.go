// Package cli is what the services' main functions share: flags, signals, one-line errors and exit codes.
package cli

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/internal/tracing"
	"github.com/ethml/ethml/internal/version"
)

// Exit codes of every command.
const (
	ExitOK          = 0
	ExitError       = 1   // it did not work; standard error says why in one line
	ExitUsage       = 2   // flags or arguments don't fit
	ExitTimeout     = 3   // what was awaited has not come in time; waiting again may help
	ExitNo          = 4   // it worked, and the answer is no: a request failed, a check found something wrong
	ExitInterrupted = 130 // ended by Ctrl-C before it was done
)

// coded is an error that has an exit code of its own.
type coded struct {
	error
	code int
}

// Unwrap gives the error without its code.
func (c coded) Unwrap() error { return c.error }

// WithCode gives an error the exit code that its program ends with; without one that is ExitError.
func WithCode(code int, err error) error {
	if err == nil {
		return nil
	}
	return coded{err, code}
}

// CodeOf is the exit code that a program ends with for what its command returned.
func CodeOf(err error) int {
	var c coded
	switch {
	case err == nil:
		return ExitOK
	case errors.As(err, &c):
		return c.code
	}
	return ExitError
}

// Common are the flags of every service that serves gRPC.
type Common struct {
	Listen  string `help:"Address to serve gRPC on." default:"${listen}"`
	Process `embed:""`
}

// Process are the flags of every service, whatever it serves.
type Process struct {
	AdminListen string           `help:"Address to serve /metrics, /livez and /readyz on." default:"${admin}"`
	Log         logging.Flags    `embed:"" prefix:"log-"`
	Security    grpcx.Security   `embed:""`
	Tracing     tracing.Flags    `embed:""`
	StopLimit   time.Duration    `help:"How long a graceful stop may take." default:"10s"`
	Version     kong.VersionFlag `help:"Print the version and exit." env:"-"`
}

// Logger makes the logger that the flags ask for, and the traces' provider (nil for none), which flush ends.
func (p *Process) Logger(service, instance string) (log *slog.Logger, traces trace.TracerProvider, flush func(), err error) {
	if log, err = p.Log.New(os.Stderr); err != nil {
		return nil, nil, nil, err
	}
	traces, flush, err = p.Tracing.Start(service, instance, log)
	return log, traces, flush, err
}

// Name is the program's name, bound for commands that want it as an argument of Run.
type Name string

// Healthcheck asks a running service whether it serves; it is the subcommand that container health checks use.
type Healthcheck struct {
	Address  string         `help:"Address of the service's gRPC port." default:"${listen}"`
	Security grpcx.Security `embed:""`
	Timeout  time.Duration  `help:"How long to wait." default:"3s"`
}

// Run returns nil when the service serves.
func (h *Healthcheck) Run(ctx context.Context, service Name) error {
	ctx, cancel := context.WithTimeout(ctx, h.Timeout)
	defer cancel()
	return grpcx.CheckHealth(ctx, h.Address, grpcx.ClientConfig{Security: h.Security, Role: string(service)})
}

// Main parses flags into grammar (a pointer to a struct with kong tags whose commands have Run(ctx context.Context)
// error), with each flag also taken from the environment under prefix, runs the command until SIGINT or SIGTERM, and
// returns the exit code. vars fill the ${...} of defaults.
func Main(name, description, prefix string, grammar any, vars map[string]string) int {
	ctx, stop := lifecycle.SignalContext(context.Background())
	defer stop()
	parser, err := New(name, description, prefix, grammar, vars, kong.BindTo(ctx, (*context.Context)(nil)), kong.Bind(Name(name)))
	if err != nil {
		fmt.Fprintf(os.Stderr, "%s: %v\n", name, err)
		return ExitUsage
	}
	command, err := parser.Parse(os.Args[1:])
	if err != nil && len(os.Args) == 1 {
		// Whoever types nothing but the name wants to see what there is.
		parser.Exit = func(int) {}
		_, _ = parser.Parse([]string{"--help"})
		return ExitUsage
	}
	if err != nil {
		fmt.Fprintln(os.Stderr, UsageProblem(name, err))
		return ExitUsage
	}
	return exitCode(ctx, name, command.Run())
}

// New makes the parser that Main runs; options come last.
func New(name, description, prefix string, grammar any, vars map[string]string, options ...kong.Option) (*kong.Kong, error) {
	all := kong.Vars{"version": name + " " + version.String()}
	for k, v := range vars {
		all[k] = v
	}
	usual := []kong.Option{kong.Name(name), kong.Description(description), kong.DefaultEnvars(prefix), all,
		kong.ConfigureHelp(kong.HelpOptions{Compact: true})}
	if path := os.Getenv(NetworkVariable); path != "" && prefix+"_NETWORK" != NetworkVariable {
		resolver, err := networkResolver(path)
		if err != nil {
			return nil, err
		}
		usual = append(usual, kong.Resolvers(resolver))
	}
	return kong.New(grammar, append(usual, options...)...)
}

// UsageProblem is the line for arguments that don't fit, and names the help of the command they were given to.
func UsageProblem(name string, err error) string {
	help := name
	var parse *kong.ParseError
	if errors.As(err, &parse) && parse.Context != nil {
		for _, p := range parse.Context.Path {
			if p.Command != nil {
				help += " " + p.Command.Name
			}
		}
	}
	return fmt.Sprintf("%s: %v (see %s --help)", name, err, help)
}

// exitCode tells why a command ended, in one line on standard error, and gives its exit code.
func exitCode(ctx context.Context, name string, err error) int {
	code := CodeOf(err)
	if code == ExitOK || code == ExitError && ctx.Err() != nil && errors.Is(err, context.Canceled) {
		return ExitOK
	}
	// Joined errors come a line each; whoever reads a log wants one.
	fmt.Fprintf(os.Stderr, "%s: %s\n", name, strings.ReplaceAll(err.Error(), "\n", "; "))
	return code
}
