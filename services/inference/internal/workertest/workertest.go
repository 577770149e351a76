// Package workertest lets a test binary be its own worker process.
package workertest

import (
	"flag"
	"fmt"
	"os"
	"testing"

	"github.com/ethml/ethml/services/inference/internal/ortlib"
	"github.com/ethml/ethml/services/inference/internal/worker"
)

// Main is a TestMain: it is the worker when it is started as one, and runs the
// tests otherwise. It returns the exit code.
func Main(m *testing.M) int {
	if len(os.Args) > 2 && os.Args[1] == noSeccomp {
		fmt.Fprintln(os.Stderr, hideSeccomp(os.Args[2:]))
		return 1
	}
	if len(os.Args) < 2 || os.Args[1] != "worker" {
		return m.Run()
	}
	flags := flag.NewFlagSet("worker", flag.ContinueOnError)
	library := flags.String("library", "", "")
	unsandboxed := flags.Bool("allow-unsandboxed", false, "")
	if err := flags.Parse(os.Args[2:]); err != nil {
		return 2
	}
	if err := worker.Run(worker.Config{Library: *library, Unsandboxed: *unsandboxed}); err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 1
	}
	return 0
}

// Command starts this test binary as a worker.
func Command(t testing.TB) []string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return []string{exe, "worker"}
}

// Library finds ONNX Runtime, and fails the test with the remedy if it isn't there.
func Library(t testing.TB) string {
	t.Helper()
	path, err := ortlib.Find("")
	if err != nil {
		t.Fatal(err)
	}
	return path
}
