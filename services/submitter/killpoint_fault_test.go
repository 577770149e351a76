//go:build ethml_fault

package main

import (
	"os"
	"os/exec"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestClockIsOffByWhatTheEnvironmentSays(t *testing.T) {
	t.Setenv("ETHML_FAULT_CLOCK", "")
	require.Nil(t, clock(), "the service's default")
	for _, off := range []time.Duration{-time.Hour, 7 * time.Second} {
		t.Setenv("ETHML_FAULT_CLOCK", off.String())
		before := time.Now()
		told := clock()()
		require.False(t, told.Before(before.Add(off)), "%s against %s", told, before)
		require.False(t, told.After(time.Now().Add(off)), "%s against %s", told, before)
	}
}

// The test is its own victim: run again with a point in its environment, it passes points until one kills it.
func TestDiesAtThePassageOfThePointThatTheEnvironmentNames(t *testing.T) {
	if os.Getenv("ETHML_FAULT_KILL_AT") != "" {
		step := killPoint()
		for _, name := range []string{"sent", "written", "sent", "written", "written"} {
			os.Stderr.WriteString("passes " + name + "\n")
			step(name)
		}
		return
	}
	require.Nil(t, killPoint())
	child := exec.Command(os.Args[0], "-test.run", "^"+t.Name()+"$")
	child.Env = append(os.Environ(), "ETHML_FAULT_KILL_AT=written:2")
	var said strings.Builder
	child.Stderr = &said
	var ended *exec.ExitError
	require.ErrorAs(t, child.Run(), &ended)
	require.Equal(t, syscall.SIGKILL, ended.Sys().(syscall.WaitStatus).Signal())
	require.Equal(t, "passes sent\npasses written\npasses sent\npasses written\n", said.String())
}
