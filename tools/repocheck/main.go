package main

import (
	"context"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code := run(ctx, os.Args[1:], os.Stdout, os.Stderr)
	stop()
	os.Exit(code)
}

// run returns the exit status: 0 nothing wrong, 1 something is, 2 it couldn't be checked.
func run(ctx context.Context, args []string, stdout, stderr io.Writer) int {
	dir := "."
	switch len(args) {
	case 0:
	case 1:
		dir = args[0]
	default:
		fmt.Fprintln(stderr, "usage: repocheck [DIR]")
		return 2
	}

	tree, err := readTree(ctx, dir)
	if err != nil {
		fmt.Fprintln(stderr, "repocheck:", err)
		return 2
	}
	findings, err := check(ctx, tree)
	if err != nil {
		fmt.Fprintln(stderr, "repocheck:", err)
		return 2
	}
	for _, f := range findings {
		fmt.Fprintln(stdout, f)
	}
	if len(findings) > 0 {
		fmt.Fprintf(stderr, "repocheck: %d found\n", len(findings))
		return 1
	}
	return 0
}
