package main

import (
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// The kernel counts processor time for /proc in ticks of 10 ms on every architecture that Go knows.
const tick = 10 * time.Millisecond

// process is what is needed of /proc/<pid>/stat.
type process struct {
	pid, parent int
	cpu         time.Duration // its own, with that of children it has waited for
	resident    int64         // bytes
}

// parseStat reads a line of /proc/<pid>/stat. The command's name, second, stands in parentheses and may hold anything.
func parseStat(line string) (process, error) {
	open, end := strings.IndexByte(line, '('), strings.LastIndexByte(line, ')')
	if open < 0 || end < open {
		return process{}, fmt.Errorf("no command in %q", line)
	}
	pid, err := strconv.Atoi(strings.TrimSpace(line[:open]))
	if err != nil {
		return process{}, fmt.Errorf("pid in %q: %w", line, err)
	}
	// Field numbers as in proc(5), where the state, first here, is 3.
	fields := strings.Fields(line[end+1:])
	number := func(n int) int64 {
		if err != nil || n-3 >= len(fields) {
			err = fmt.Errorf("field %d of %q", n, line)
			return 0
		}
		var v int64
		v, err = strconv.ParseInt(fields[n-3], 10, 64)
		return v
	}
	p := process{
		pid:      pid,
		parent:   int(number(4)),
		cpu:      time.Duration(number(14)+number(15)+number(16)+number(17)) * tick,
		resident: number(24) * int64(os.Getpagesize()),
	}
	return p, err
}

// family returns pid and every process below it. Those that end meanwhile are left out.
func family(pid int) []process {
	children := make(map[int][]process)
	var root []process
	names, _ := filepath.Glob("/proc/[0-9]*/stat") // the pattern is well-formed
	for _, name := range names {
		line, err := os.ReadFile(name)
		if err != nil {
			continue
		}
		p, err := parseStat(string(line))
		if err != nil {
			continue
		}
		if p.pid == pid {
			root = append(root, p)
		}
		children[p.parent] = append(children[p.parent], p)
	}
	for i := 0; i < len(root); i++ {
		root = append(root, children[root[i].pid]...)
	}
	return root
}

func resident(pid int) int64 {
	var sum int64
	for _, p := range family(pid) {
		sum += p.resident
	}
	return sum
}

func cpuTime(pid int) (time.Duration, error) {
	processes := family(pid)
	if len(processes) == 0 {
		return 0, fmt.Errorf("process %d is gone", pid)
	}
	var sum time.Duration
	for _, p := range processes {
		sum += p.cpu
	}
	return sum, nil
}
