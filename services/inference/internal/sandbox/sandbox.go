// Package sandbox gives up, for good, what a process that runs strangers'
// models has no use for.
//
// Guarantees, once Enter has returned nil, for every thread the process has and
// will have: no file can be opened, no socket made, no program run, no other
// process touched, no memory made executable; no_new_privs is set; nothing can
// be written to a file or dumped.
//
// Not guaranteed: limits on memory and time. The parent sets those, see
// LimitMemory and package pool.
package sandbox

import (
	"errors"
	"fmt"
	"os"
	"time"

	seccomp "github.com/elastic/go-seccomp-bpf"
	"github.com/elastic/go-seccomp-bpf/arch"
	"golang.org/x/sys/unix"
)

// ErrUnsupported is a kernel without seccomp filters.
var ErrUnsupported = errors.New("this kernel has no seccomp filters: use one that has, or run models without a sandbox with --allow-unsandboxed")

// allowed is what the Go runtime, the C library's allocator and threads, and a
// blocking read and write need. Names that an architecture lacks are left out.
var allowed = []string{
	"read", "write", "readv", "writev", "pread64", "close", "fstat", "lseek",
	"munmap", "mremap", "madvise", "brk", "mincore",
	"futex", "sched_yield", "sched_getaffinity", "getcpu", "rseq", "set_robust_list", "set_tid_address", "membarrier",
	"rt_sigaction", "rt_sigprocmask", "rt_sigreturn", "sigaltstack", "restart_syscall",
	"getpid", "gettid", "getppid", "getrandom", "getrusage",
	"clock_gettime", "clock_getres", "clock_nanosleep", "nanosleep", "gettimeofday", "timer_create", "timer_settime", "timer_delete", "setitimer",
	"epoll_create1", "epoll_ctl", "epoll_wait", "epoll_pwait", "eventfd2", "poll", "ppoll",
	"exit", "exit_group",
}

// Policy is the filter: everything not named fails with EPERM.
func Policy(pid int) (seccomp.Policy, error) {
	info, err := arch.GetInfo("")
	if err != nil {
		return seccomp.Policy{}, fmt.Errorf("%w: %w", ErrUnsupported, err)
	}
	var names []string
	for _, n := range allowed {
		if _, ok := info.SyscallNames[n]; ok {
			names = append(names, n)
		}
	}
	noExec := seccomp.ArgumentConditions{{Argument: 2, Operation: seccomp.BitsNotSet, Value: unix.PROT_EXEC}}
	self := seccomp.ArgumentConditions{{Argument: 0, Operation: seccomp.Equal, Value: uint64(pid)}}
	return seccomp.Policy{
		DefaultAction: seccomp.ActionErrno,
		Syscalls: []seccomp.SyscallGroup{
			{Action: seccomp.ActionAllow, Names: names},
			// clone3 takes its flags from memory, where a filter can't look: without it the C library falls back to clone.
			{Action: seccomp.Action(uint32(seccomp.ActionErrno)&0xffff0000 | uint32(unix.ENOSYS)), Names: []string{"clone3"}},
			{Action: seccomp.ActionAllow, NamesWithCondtions: []seccomp.NameWithConditions{
				{Name: "clone", Conditions: seccomp.ArgumentConditions{{Argument: 0, Operation: seccomp.BitsSet, Value: unix.CLONE_THREAD}}},
			}},
			{Action: seccomp.ActionAllow, NamesWithCondtions: []seccomp.NameWithConditions{{Name: "mmap", Conditions: noExec}}},
			{Action: seccomp.ActionAllow, NamesWithCondtions: []seccomp.NameWithConditions{{Name: "mprotect", Conditions: noExec}}},
			{Action: seccomp.ActionAllow, NamesWithCondtions: []seccomp.NameWithConditions{{Name: "tgkill", Conditions: self}}},
			// A process may read and change its own limits only; a hard limit never rises again.
			{Action: seccomp.ActionAllow, NamesWithCondtions: []seccomp.NameWithConditions{
				{Name: "prlimit64", Conditions: seccomp.ArgumentConditions{{Argument: 0, Operation: seccomp.Equal, Value: 0}}},
			}},
		},
	}, nil
}

// Enter locks the process in. The filter reaches all threads at once (TSYNC).
func Enter() error {
	// The runtime makes its poller with the first timer; make it now.
	<-time.After(time.Microsecond)
	for _, l := range []struct {
		what  int
		limit uint64
	}{{unix.RLIMIT_CORE, 0}, {unix.RLIMIT_FSIZE, 0}, {unix.RLIMIT_NOFILE, 16}} {
		if err := unix.Setrlimit(l.what, &unix.Rlimit{Cur: l.limit, Max: l.limit}); err != nil {
			return fmt.Errorf("set resource limit %d: %w", l.what, err)
		}
	}
	if !seccomp.Supported() {
		return ErrUnsupported
	}
	policy, err := Policy(os.Getpid())
	if err != nil {
		return err
	}
	if err := seccomp.LoadFilter(seccomp.Filter{NoNewPrivs: true, Flag: seccomp.FilterFlagTSync, Policy: policy}); err != nil {
		return fmt.Errorf("%w: %w", ErrUnsupported, err)
	}
	return nil
}

// Attempt tries, on the process itself, what the sandbox forbids, and returns
// the error of each attempt by its name; "" is an attempt that succeeded.
func Attempt() map[string]string {
	said := func(err error) string {
		if err == nil {
			return ""
		}
		return err.Error()
	}
	tries := make(map[string]string)
	fd, err := unix.Socket(unix.AF_INET, unix.SOCK_STREAM, 0)
	tries["socket"] = said(err)
	if err == nil {
		unix.Close(fd)
	}
	fd, err = unix.Open("/proc/self/status", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	tries["open"] = said(err)
	if err == nil {
		unix.Close(fd)
	}
	// An address that can't be read: without the filter the error would be another.
	_, _, errno := unix.RawSyscall(unix.SYS_EXECVE, 0, 0, 0)
	tries["exec"] = errno.Error()
	return tries
}

// Held tells whether every attempt met the filter.
func Held(attempts map[string]string) error {
	for what, said := range attempts {
		if said != unix.EPERM.Error() {
			return fmt.Errorf("the sandbox does not hold: %s gave %q", what, said)
		}
	}
	return nil
}

// LimitMemory lets the process take at most so many more bytes than it has now.
func LimitMemory(bytes uint64) error {
	used, err := dataBytes()
	if err != nil {
		return err
	}
	var l unix.Rlimit
	if err := unix.Prlimit(0, unix.RLIMIT_DATA, nil, &l); err != nil {
		return fmt.Errorf("read memory limit: %w", err)
	}
	l.Cur = min(used+bytes, l.Max)
	if err := unix.Prlimit(0, unix.RLIMIT_DATA, &l, nil); err != nil {
		return fmt.Errorf("limit memory: %w", err)
	}
	return nil
}
