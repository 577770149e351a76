package fault

import (
	"bufio"
	"context"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/ethml/ethml/test/internal/system"
)

// size is what a service holds.
type size struct{ goroutines, descriptors, bytes float64 }

// Growth that a service is allowed over what it held when the network was new: connections come and go, caches fill.
var growth = size{goroutines: 40, descriptors: 25, bytes: 80 << 20}

// measure reads a service's /metrics.
func measure(ctx context.Context, p *system.Process) (size, error) {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+p.Admin+"/metrics", nil)
	if err != nil {
		return size{}, err
	}
	req.Close = true // a kept connection would count
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		return size{}, err
	}
	defer answer.Body.Close()
	var s size
	wanted := map[string]*float64{"go_goroutines": &s.goroutines, "process_open_fds": &s.descriptors, "process_resident_memory_bytes": &s.bytes}
	for lines := bufio.NewScanner(answer.Body); lines.Scan(); {
		name, value, _ := strings.Cut(lines.Text(), " ")
		if target := wanted[name]; target != nil {
			if *target, err = strconv.ParseFloat(value, 64); err != nil {
				return size{}, err
			}
			delete(wanted, name)
		}
	}
	if len(wanted) > 0 {
		return size{}, fmt.Errorf("%s tells nothing of %v", p.Name, wanted)
	}
	return s, nil
}

// leaked says what a service holds too much of, against what it held at first; empty if nothing.
func leaked(before, now size) string {
	switch {
	case now.goroutines > before.goroutines+growth.goroutines:
		return fmt.Sprintf("%.0f goroutines, %.0f at first", now.goroutines, before.goroutines)
	case now.descriptors > before.descriptors+growth.descriptors:
		return fmt.Sprintf("%.0f descriptors, %.0f at first", now.descriptors, before.descriptors)
	case now.bytes > before.bytes+growth.bytes:
		return fmt.Sprintf("%.0f MB, %.0f at first", now.bytes/1e6, before.bytes/1e6)
	}
	return ""
}
