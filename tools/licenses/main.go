// Command licenses lists every module that the project's programs are linked from, with its licence, and fails when one
// has a licence that isn't on the list of those allowed, or none that it knows.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"text/tabwriter"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run returns the exit status: 0 all allowed, 1 one isn't, 2 it couldn't be checked.
func run(ctx context.Context, folders []string, stdout, stderr io.Writer) int {
	if len(folders) == 0 {
		fmt.Fprintln(stderr, "usage: licenses FOLDER...   (folders of main packages)")
		return 2
	}
	modules, err := linked(ctx, folders)
	if err != nil {
		fmt.Fprintln(stderr, "licenses:", err)
		return 2
	}
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	var problems []error
	for _, m := range modules {
		found, err := licenceOfModule(m)
		if err == nil {
			err = allowed(m.Path, found)
		}
		if err != nil {
			problems = append(problems, fmt.Errorf("%s %s: %w", m.Path, m.Version, err))
		}
		fmt.Fprintf(table, "%s\t%s\t%s\n", m.Path, m.Version, found)
	}
	if err := table.Flush(); err != nil {
		fmt.Fprintln(stderr, "licenses:", err)
		return 2
	}
	if err := errors.Join(problems...); err != nil {
		fmt.Fprintln(stderr, err)
		fmt.Fprintln(stderr, "licenses: read what stands there; then allow the licence in tools/licenses/licence.go, or use another module")
		return 1
	}
	return 0
}
