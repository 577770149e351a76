package service

import (
	"os"

	"github.com/ethml/ethml/services/inference/internal/worker"
)

// Worker is the hidden subcommand that WorkerCommand starts. It talks to the
// service that started it over an inherited socket and ends with it.
type Worker struct {
	Library          string `help:"Path of the ONNX Runtime library." required:""`
	AllowUnsandboxed bool   `help:"Go on where the kernel has no seccomp."`
}

// Run runs models until the service is gone.
func (w *Worker) Run() error {
	return worker.Run(worker.Config{Library: w.Library, Unsandboxed: w.AllowUnsandboxed})
}

// SelfCommand starts this very binary's worker subcommand.
func SelfCommand() ([]string, error) {
	exe, err := os.Executable()
	if err != nil {
		return nil, err
	}
	return []string{exe, "worker"}, nil
}
