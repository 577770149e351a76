//go:build ethml_fault

package main

import (
	"os"
	"strconv"
	"strings"
	"sync/atomic"
	"syscall"
	"time"
)

// killPoint kills the process, as kill -9 does, at the n-th passage of the point that ETHML_FAULT_KILL_AT names ("name:n").
func killPoint() func(string) {
	name, count, _ := strings.Cut(os.Getenv("ETHML_FAULT_KILL_AT"), ":")
	if name == "" {
		return nil
	}
	n, err := strconv.ParseInt(count, 10, 64)
	if err != nil {
		n = 1
	}
	var passed atomic.Int64
	return func(step string) {
		if step == name && passed.Add(1) == n {
			_ = syscall.Kill(os.Getpid(), syscall.SIGKILL)
			select {} // the signal arrives before anything else happens
		}
	}
}

// clock is off by what ETHML_FAULT_CLOCK says, such as "-90s".
func clock() func() time.Time {
	off, err := time.ParseDuration(os.Getenv("ETHML_FAULT_CLOCK"))
	if err != nil {
		return nil
	}
	return func() time.Time { return time.Now().Add(off) }
}
