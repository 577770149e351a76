// Package harden gives up what a process that holds keys has no use for.
package harden

import (
	"fmt"

	"golang.org/x/sys/unix"
)

// NoDumps keeps the process's memory to itself: no core dump is written, and no other process of the same user can read
// it or attach to it. What the kernel shows of the process under /proc belongs to root from then on, so that without root
// the process can't count its open files any more.
func NoDumps() error {
	if err := unix.Setrlimit(unix.RLIMIT_CORE, &unix.Rlimit{}); err != nil {
		return fmt.Errorf("forbid core dumps: %w", err)
	}
	if err := unix.Prctl(unix.PR_SET_DUMPABLE, 0, 0, 0, 0); err != nil {
		return fmt.Errorf("forbid others to read memory: %w", err)
	}
	return nil
}
