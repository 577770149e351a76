package sandbox

import (
	"bytes"
	"fmt"
	"os"
	"strconv"

	"golang.org/x/sys/unix"
)

// statm is opened before the sandbox is entered and read after.
var statm = -1

// Prepare opens what the sandbox's inside still reads. Call it before Enter.
func Prepare() error {
	fd, err := unix.Open("/proc/self/statm", unix.O_RDONLY|unix.O_CLOEXEC, 0)
	if err != nil {
		return fmt.Errorf("open /proc/self/statm: %w", err)
	}
	statm = fd
	return nil
}

// dataBytes is how much private writable memory the process has.
func dataBytes() (uint64, error) {
	var buf [256]byte
	n, err := unix.Pread(statm, buf[:], 0)
	if err != nil {
		return 0, fmt.Errorf("read /proc/self/statm: %w", err)
	}
	fields := bytes.Fields(buf[:n])
	if len(fields) < 6 {
		return 0, fmt.Errorf("read /proc/self/statm: %d fields", len(fields))
	}
	pages, err := strconv.ParseUint(string(fields[5]), 10, 64)
	if err != nil {
		return 0, fmt.Errorf("read /proc/self/statm: %w", err)
	}
	return pages * uint64(os.Getpagesize()), nil
}
