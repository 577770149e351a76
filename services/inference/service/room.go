package service

import (
	"os"
	"runtime"
)

// LeaveRoom keeps half of the CPUs for the workers, which run the models in processes of their own. A service that spreads
// a small call over all CPUs spends more on waking threads than the model takes; measured in docs/inference.md. It changes
// GOMAXPROCS unless the environment sets that: for main functions.
func LeaveRoom() {
	if os.Getenv("GOMAXPROCS") == "" {
		runtime.GOMAXPROCS(max(1, runtime.GOMAXPROCS(0)/2))
	}
}
