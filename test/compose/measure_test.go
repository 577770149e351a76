//go:build compose

package compose

import (
	"context"
	"encoding/json"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

// metrics are what bench/compose.json gets.
var metrics = map[string]float64{}

// writeMetrics writes bench/compose.json, whatever was measured.
func writeMetrics() error {
	if len(metrics) == 0 {
		return nil
	}
	raw, err := json.MarshalIndent(metrics, "", "  ")
	if err != nil {
		return err
	}
	dir := filepath.Join(root, "bench")
	if err := os.MkdirAll(dir, 0o755); err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(dir, "compose.json"), append(raw, '\n'), 0o644)
}

// residentMB adds up the resident memory of all processes of all containers, in MB.
func (s *stack) residentMB(t testing.TB) float64 {
	t.Helper()
	var kib float64
	for _, c := range s.containers(t, "") {
		if c.State.Status != "running" {
			continue
		}
		lines := strings.Split(docker(t, "top", c.ID, "-eo", "pid,rss"), "\n")
		var own float64
		for _, line := range lines[1:] {
			fields := strings.Fields(line)
			require.Len(t, fields, 2)
			rss, err := strconv.ParseFloat(fields[1], 64)
			require.NoError(t, err)
			own += rss
		}
		t.Logf("%s: %.0f MB", c.Name, own*1024/1e6)
		kib += own
	}
	return kib * 1024 / 1e6
}

// engine talks to the engine's API.
func engine(t testing.TB, path string, answer any) {
	t.Helper()
	socket := strings.TrimPrefix(os.Getenv("DOCKER_HOST"), "unix://")
	if socket == "" {
		socket = "/var/run/docker.sock"
	}
	client := http.Client{Timeout: 20 * time.Second, Transport: &http.Transport{
		DisableKeepAlives: true,
		DialContext: func(ctx context.Context, _, _ string) (net.Conn, error) {
			return new(net.Dialer).DialContext(ctx, "unix", socket)
		},
	}}
	response, err := client.Get("http://engine" + path)
	require.NoError(t, err)
	defer response.Body.Close()
	require.Equal(t, http.StatusOK, response.StatusCode, path)
	require.NoError(t, json.NewDecoder(response.Body).Decode(answer))
}

// cpuSeconds is the processor time of all containers so far, health checks included.
func (s *stack) cpuSeconds(t testing.TB) float64 {
	t.Helper()
	var total float64
	for _, c := range s.containers(t, "") {
		if c.State.Status != "running" {
			continue
		}
		var stats struct {
			CPU struct {
				Usage struct {
					Total float64 `json:"total_usage"` // nanoseconds
				} `json:"cpu_usage"`
			} `json:"cpu_stats"`
		}
		engine(t, "/containers/"+c.ID+"/stats?stream=false&one-shot=true", &stats)
		total += stats.CPU.Usage.Total / 1e9
	}
	return total
}
