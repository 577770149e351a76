package workertest

import (
	"os"
	"testing"

	seccomp "github.com/elastic/go-seccomp-bpf"
	"golang.org/x/sys/unix"
)

// WithoutSeccomp starts a program as a kernel without seccomp would.
func WithoutSeccomp(t testing.TB, command []string) []string {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	return append([]string{exe, noSeccomp}, command...)
}

const noSeccomp = "without-seccomp"

// hideSeccomp makes both ways into seccomp fail as if the kernel had none, by a
// seccomp filter of its own, and becomes the program.
func hideSeccomp(program []string) error {
	errno := func(n unix.Errno) seccomp.Action {
		return seccomp.Action(uint32(seccomp.ActionErrno)&0xffff0000 | uint32(n))
	}
	entry := func(option uint64) seccomp.NameWithConditions {
		return seccomp.NameWithConditions{Name: "prctl", Conditions: seccomp.ArgumentConditions{{Argument: 0, Operation: seccomp.Equal, Value: option}}}
	}
	policy := seccomp.Policy{DefaultAction: seccomp.ActionAllow, Syscalls: []seccomp.SyscallGroup{
		{Action: errno(unix.ENOSYS), Names: []string{"seccomp"}},
		{Action: errno(unix.EINVAL), NamesWithCondtions: []seccomp.NameWithConditions{entry(unix.PR_SET_SECCOMP), entry(unix.PR_GET_SECCOMP)}},
	}}
	if err := seccomp.LoadFilter(seccomp.Filter{NoNewPrivs: true, Flag: seccomp.FilterFlagTSync, Policy: policy}); err != nil {
		return err
	}
	return unix.Exec(program[0], program, os.Environ())
}
