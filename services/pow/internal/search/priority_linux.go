package search

import (
	"runtime"

	"golang.org/x/sys/unix"
)

// lowerPriority adds nice to the niceness of the calling goroutine's thread, which serves no other goroutine from then
// on and ends with this one: niceness can't be taken back without privileges. A kernel that refuses costs nothing but
// politeness.
func lowerPriority(nice int) {
	if nice == 0 {
		return
	}
	runtime.LockOSThread()
	thread := unix.Gettid()
	// The system call returns 20 - niceness.
	if raw, err := unix.Getpriority(unix.PRIO_PROCESS, thread); err == nil {
		_ = unix.Setpriority(unix.PRIO_PROCESS, thread, min(20-raw+nice, 19))
	}
}
