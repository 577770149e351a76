// Package top draws the live view of `ethml top`: one frame at a time, so that it can be shown anywhere.
package top

import (
	"fmt"
	"math/big"
	"strings"
	"text/tabwriter"
	"time"
	"unicode/utf8"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
)

// Data is what a frame shows.
type Data struct {
	Name     string         `json:"network"`
	Now      time.Time      `json:"time"`
	EthBlock uint64         `json:"ethereum_block"`
	EthTime  time.Time      `json:"ethereum_time"`
	BaseFee  *big.Int       `json:"base_fee_wei"`
	Asked    uint64         `json:"requests_ever"`
	Report   *status.Report `json:"status"`
	Ends     []oracle.End   `json:"last_answers"` // oldest first
	Problem  string         `json:"problem,omitempty"`
}

// Frame draws d in at most height lines of width characters; emphasis makes a title stand out, on a terminal.
func Frame(d *Data, width, height int, emphasis func(string) string) string {
	title := func(s string) string { return emphasis(s) }
	var lines []string
	add := func(format string, args ...any) { lines = append(lines, fmt.Sprintf(format, args...)) }

	add("%s  %s  Ethereum block %d, %s old, base fee %s  %s", title("EthML"), d.Name, d.EthBlock, age(d.Now, d.EthTime), gwei(d.BaseFee), d.Now.Format(time.TimeOnly))
	if d.Problem != "" {
		add("%s  %s", title("!"), d.Problem)
	}
	c := d.Report.Chain
	switch c.Phase {
	case "idle":
		add("%s   idle after block %d, difficulty %s", title("block"), c.Block, c.Difficulty)
	case "commit":
		add("%s   %d  commit  %s %d of %d seats, difficulty %s", title("block"), c.Block, bar(c.Seats, oracle.Seats), c.Seats, oracle.Seats, c.Difficulty)
	default:
		add("%s   %d  reveal  %s %d of %d reveals, difficulty %s", title("block"), c.Block, bar(c.Reveals, c.Seats), c.Reveals, c.Seats, c.Difficulty)
	}
	if len(c.Requests) > 0 {
		add("        requests %s", ids(c.Requests))
	}
	add("%s   %d waiting, %d requests ever", title("queue"), c.Waiting, d.Asked)
	lines = append(lines, "")
	lines = append(lines, replicas(d.Report.Nodes, title)...)
	lines = append(lines, "")

	ends := []string{title("last answers")}
	var rows []string
	for i := len(d.Ends) - 1; i >= 0; i-- {
		e := d.Ends[i]
		rows = append(rows, fmt.Sprintf("  request %d\tmodel %d\t%s\tEthereum block %d", e.ID, e.Model, e.Result, e.EthBlock))
	}
	if len(rows) == 0 {
		rows = []string{"  none yet"}
	}
	ends = append(ends, columns(rows)...)
	// What is left of the height goes to the answers, of which there are always more.
	if room := height - len(lines); len(ends) > room {
		ends = ends[:max(room, min(2, len(ends)))]
	}
	lines = append(lines, ends...)
	if len(lines) > height {
		lines = lines[:height]
	}
	for i := range lines {
		lines[i] = cut(lines[i], width)
	}
	return strings.Join(lines, "\n") + "\n"
}

// replicas lists who searches how fast, and each node that has a problem.
func replicas(nodes []status.Node, title func(string) string) []string {
	total := 0.0
	var rows, problems []string
	for _, n := range nodes {
		for _, p := range n.Replicas {
			total += p.Rate
			rows = append(rows, fmt.Sprintf("  %s\t%s\t%s\t%d threads\t%s", n.Name, p.ID, p.Kernel, p.Threads, progress.Rate(p.Rate)))
		}
		for _, problem := range []string{n.Watcher.Err, n.Inference.Err, n.Submitter.Err} {
			if problem != "" {
				problems = append(problems, fmt.Sprintf("  %s: %s", n.Name, problem))
			}
		}
	}
	head := fmt.Sprintf("%s  %s over %d replicas", title("search"), progress.Rate(total), len(rows))
	return append(append([]string{head}, columns(rows)...), problems...)
}

// columns lines up what tabs separate.
func columns(rows []string) []string {
	if len(rows) == 0 {
		return nil
	}
	var out strings.Builder
	table := tabwriter.NewWriter(&out, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, strings.Join(rows, "\n"))
	table.Flush()
	return strings.Split(strings.TrimSuffix(out.String(), "\n"), "\n")
}

func bar(done, of uint64) string {
	done = min(done, of)
	return "[" + strings.Repeat("#", int(done)) + strings.Repeat("-", int(of-done)) + "]"
}

// ids are a block's requests, shortened where there are many.
func ids(all []uint64) string {
	const most = 12
	var parts []string
	for i, id := range all {
		if i == most {
			parts = append(parts, fmt.Sprintf("and %d more", len(all)-most))
			break
		}
		parts = append(parts, fmt.Sprint(id))
	}
	return strings.Join(parts, ", ")
}

func age(now, then time.Time) string { return max(now.Sub(then), 0).Round(time.Second).String() }

func gwei(wei *big.Int) string {
	if wei == nil {
		return "unknown"
	}
	f, _ := new(big.Rat).SetFrac(wei, big.NewInt(1e9)).Float64()
	return fmt.Sprintf("%.3g gwei", f)
}

// cut shortens a line to a terminal's width; control codes take none.
func cut(line string, width int) string {
	if utf8.RuneCountInString(line) <= width {
		return line
	}
	var out strings.Builder
	seen, code := 0, false
	for _, r := range line {
		switch {
		case r == '\x1b':
			code = true
		case code:
			code = r != 'm'
		default:
			seen++
		}
		if seen > width {
			break
		}
		out.WriteRune(r)
	}
	if strings.Contains(line, "\x1b") {
		out.WriteString("\x1b[0m")
	}
	return out.String()
}
