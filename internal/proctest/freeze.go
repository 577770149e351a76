// Package proctest does to real processes what a test needs done to them.
package proctest

import (
	"errors"
	"os"
	"testing"

	"golang.org/x/sys/unix"
)

// Freeze stops a child process and returns when none of its threads runs any
// more. Sending SIGSTOP alone does not: a thread on another core goes on until
// it has seen the signal, and may answer a request in between. It fails the
// test if the process ends instead.
func Freeze(t testing.TB, child *os.Process) {
	t.Helper()
	if err := child.Signal(unix.SIGSTOP); err != nil {
		t.Fatalf("freeze process %d: %v", child.Pid, err)
	}
	for {
		// WNOWAIT leaves the exit status to whoever waits for the child.
		var info unix.Siginfo
		err := unix.Waitid(unix.P_PID, child.Pid, &info, unix.WSTOPPED|unix.WEXITED|unix.WNOWAIT, nil)
		if errors.Is(err, unix.EINTR) {
			continue
		}
		if err != nil {
			t.Fatalf("freeze process %d: %v", child.Pid, err)
		}
		if info.Code != cldStopped {
			t.Fatalf("process %d ended before it froze (si_code %d)", child.Pid, info.Code)
		}
		return
	}
}

// cldStopped is CLD_STOPPED of waitid(2), which x/sys/unix does not name.
const cldStopped = 5
