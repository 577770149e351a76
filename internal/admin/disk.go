package admin

import (
	"errors"
	"fmt"
	"syscall"

	"github.com/prometheus/client_golang/prometheus"
)

// WatchDisk registers how much room there is where a service keeps its data.
func WatchDisk(r prometheus.Registerer, dir string) error {
	gauge := func(name, help string, read func(*syscall.Statfs_t) uint64) error {
		return r.Register(prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "ethml_data_disk_" + name, Help: help}, func() float64 {
			var s syscall.Statfs_t
			if syscall.Statfs(dir, &s) != nil {
				return 0
			}
			return float64(read(&s))
		}))
	}
	err := errors.Join(
		gauge("free_bytes", "Room left on the disk of the data directory.", func(s *syscall.Statfs_t) uint64 { return s.Bavail * uint64(s.Bsize) }),
		gauge("size_bytes", "Size of the disk of the data directory.", func(s *syscall.Statfs_t) uint64 { return s.Blocks * uint64(s.Bsize) }))
	if err != nil {
		return fmt.Errorf("register metrics: %w", err)
	}
	return nil
}
