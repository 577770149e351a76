//go:build bench

package bench

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/figures"
	"github.com/ethml/ethml/test/internal/system"
)

func TestMain(m *testing.M) {
	code := m.Run()
	system.CleanUp()
	os.Exit(code)
}

// blockSize is the most requests that a virtual block takes.
const blockSize = 32

// A request of each kind is answered before anything is measured, and so many seconds of the first load pass: difficulty
// settles, models are loaded.
const (
	warmUp  = 30 * time.Second
	window  = 40 * time.Second
	settled = 10 * time.Second // of each load before its window
)

// TestBenchSystem measures five operators: what they answer, how soon, for how much gas, and who uses the processor.
func TestBenchSystem(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 15*time.Minute)
	defer cancel()
	parameters := filepath.Join(t.TempDir(), "parameters.json")
	// The price on a backlog would stop the load that is meant to build one.
	require.NoError(t, os.WriteFile(parameters, []byte(`{"preset": "devnet", "coordinator": {"backlogTip": "0"}}`), 0o600))
	n := system.StartNetwork(ctx, t, system.Options{Operators: 5, Parameters: parameters})
	l := newLoad(ctx, t, n)
	l.offer(ctx, 5, warmUp)
	l.drain(ctx, 2*time.Minute)

	measured := map[string]float64{}
	for _, rate := range []float64{1, 10, 100} {
		m := l.measure(ctx, rate)
		t.Logf("%g requests a second offered: %s", rate, m)
		suffix := fmt.Sprintf("_at_%g", rate)
		for name, value := range m.figures() {
			measured[name+suffix] = value
		}
		switch rate {
		case 10:
			// Latency is that of the load which the network is meant to keep up with.
			for _, name := range []string{"latency_p50_ms", "latency_p95_ms", "latency_p99_ms", "gas_per_prediction"} {
				measured[name] = m.figures()[name]
			}
		case 100:
			measured["predictions_per_s"] = m.figures()["predictions_per_s"]
		}
	}
	require.NoError(t, figures.Add(os.Getenv(figures.Env), measured))
}

// measurement is what happened within a window.
type measurement struct {
	seconds  float64
	sent     int
	answered int
	latency  []time.Duration    // of those answered, sorted
	gas      uint64             // of the answered requests' transactions and of all that the operators sent
	fullest  uint64             // most gas of an Ethereum block
	blocks   int                // virtual blocks settled
	ethereum int                // Ethereum blocks
	cpu      map[string]float64 // cores used, by service
	waiting  int                // requests not answered at the end
}

func (m measurement) quantile(q float64) float64 {
	if len(m.latency) == 0 {
		return 0
	}
	return float64(m.latency[int(q*float64(len(m.latency)-1))].Microseconds()) / 1000
}

func (m measurement) figures() map[string]float64 {
	out := map[string]float64{
		"offered_per_s":     float64(m.sent) / m.seconds,
		"predictions_per_s": float64(m.answered) / m.seconds,
		"latency_p50_ms":    m.quantile(.5), "latency_p95_ms": m.quantile(.95), "latency_p99_ms": m.quantile(.99),
		"requests_per_block":        float64(m.answered) / float64(max(m.blocks, 1)),
		"ethereum_blocks_per_block": float64(m.ethereum) / float64(max(m.blocks, 1)),
	}
	if m.answered > 0 {
		out["gas_per_prediction"] = float64(m.gas) / float64(m.answered)
	}
	for service, cores := range m.cpu {
		out["cpu_cores_"+service] = cores
	}
	return out
}

// String is what a person reads.
func (m measurement) String() string {
	f := m.figures()
	total := 0.0
	var services []string
	for service := range m.cpu {
		services = append(services, service)
		total += m.cpu[service]
	}
	slices.Sort(services)
	text := fmt.Sprintf("%.1f answered a second, %.0f / %.0f / %.0f ms from request to callback (p50 / p95 / p99), %.0f gas each, "+
		"%.1f requests a block, %.1f Ethereum blocks a block, %d waiting at the end; %.2f of %d cores:",
		f["predictions_per_s"], f["latency_p50_ms"], f["latency_p95_ms"], f["latency_p99_ms"], f["gas_per_prediction"],
		f["requests_per_block"], f["ethereum_blocks_per_block"], m.waiting, total, runtime.NumCPU())
	for _, s := range services {
		text += fmt.Sprintf(" %s %.2f", s, m.cpu[s])
	}
	text += fmt.Sprintf("; %.0f Mgas in the fullest Ethereum block", float64(m.fullest)/1e6)
	if f["requests_per_block"] > blockSize-1 {
		text += fmt.Sprintf("; every virtual block is full: %d requests each %.1f Ethereum blocks are the most there is", blockSize, f["ethereum_blocks_per_block"])
	}
	return text
}
