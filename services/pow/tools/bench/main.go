// Command bench measures the pow service: each search kernel against libraries, a running service against its bare kernel,
// how long a search takes to stop, and the service's memory.
//
// Whatever is compared runs in turns, a moment each, and is measured in seconds of CPU time that its own threads
// used: a loaded machine makes it slower, hardly less exact.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"strings"
	"text/tabwriter"
	"time"
)

func main() {
	pow := flag.String("pow", "", "the service's binary (required)")
	out := flag.String("out", "", "file for the figures, JSON; default: none")
	turns := flag.Int("turns", 40, "turns of each kernel and library")
	rounds := flag.Int("rounds", 9, "rounds of the service")
	stops := flag.Int("stops", 400, "searches to stop")
	flag.Parse()
	if err := bench(*pow, *out, *turns, *rounds, *stops); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func bench(pow, out string, turns, rounds, stops int) error {
	if pow == "" {
		return fmt.Errorf("no service: set -pow to its binary")
	}
	figures := map[string]float64{}
	fmt.Println("One thread, million hashes per second of its CPU time, median; ratio: median of the turns' ratios.")
	rates, err := compareKernels(turns)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(table, "implementation\tMH/s\tagainst x/crypto\t")
	for _, r := range rates {
		fmt.Fprintf(table, "%s\t%.2f\t%.2f\t\n", r.name, r.rate/1e6, r.ratio)
		if r.kernel {
			figures[r.name+"_vs_xcrypto"] = r.ratio
		}
	}
	table.Flush()

	fmt.Println()
	s, err := measureService(pow, rounds)
	if err != nil {
		return err
	}
	fmt.Printf("The service in a round, kernel %s, %d threads: %.2f MH per CPU-second, everything it does included;\n",
		s.kernel, s.threads, s.rate/1e6)
	fmt.Printf("its bare kernel on as many threads: %.2f. Ratio %.3f. Resident at most: %.1f MB.\n", s.bare/1e6, s.ratio, s.resident)
	figures["service_vs_kernel"], figures["rss_mb"] = s.ratio, s.resident

	c, err := measureStops(stops)
	if err != nil {
		return err
	}
	fmt.Printf("\nFrom the stop of a search to its end, %d times, machine load %s: median %s, p99 %s, longest %s;\n",
		stops, load(), c.median.Round(time.Microsecond), c.p99.Round(time.Microsecond), c.longest.Round(time.Microsecond))
	fmt.Printf("its last thread had ended at p99 %s, having searched on for at most %s of its CPU time.\n",
		c.last.Round(time.Microsecond), c.work.Round(time.Microsecond))
	figures["cancel_p99_ms"] = float64(c.p99) / float64(time.Millisecond)

	if out == "" {
		return nil
	}
	raw, err := json.MarshalIndent(figures, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(out, append(raw, '\n'), 0o644)
}

// load is the system's load average of the last minute.
func load() string {
	raw, err := os.ReadFile("/proc/loadavg")
	if err != nil {
		return "unknown"
	}
	one, _, _ := strings.Cut(string(raw), " ")
	return one
}
