package search

import (
	"os"
	"runtime"
	"strconv"
	"strings"
)

// DefaultThreads is one for each CPU that Go uses, but no more than a container's CPU quota pays for: what has used up
// its quota is stopped as a whole until the next period, and would not hear of a new round.
func DefaultThreads() int {
	threads := runtime.GOMAXPROCS(0)
	raw, err := os.ReadFile("/sys/fs/cgroup/cpu.max")
	if err != nil {
		return threads
	}
	return min(threads, quota(string(raw), threads))
}

// quota is the whole number of CPUs in a cgroup's cpu.max ("max 100000" or "150000 100000", microseconds used of each
// period), at least 1; or otherwise, if it sets none.
func quota(max string, otherwise int) int {
	used, period, _ := strings.Cut(strings.TrimSpace(max), " ")
	u, err := strconv.ParseUint(used, 10, 63)
	if err != nil {
		return otherwise
	}
	p, err := strconv.ParseUint(period, 10, 63)
	if err != nil || p == 0 {
		return otherwise
	}
	if u < p {
		return 1
	}
	return int(min(u/p, 1<<16))
}
