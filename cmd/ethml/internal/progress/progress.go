// Package progress shows a person how requests are doing: one line that is rewritten on a terminal, or a new line for
// each change elsewhere.
package progress

import (
	"fmt"
	"io"
	"os"
	"strings"
	"sync"

	"golang.org/x/term"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/internal/protocol"
)

// Writer shows lines and one live status line beneath them.
type Writer struct {
	mu    sync.Mutex
	out   io.Writer
	live  bool // out is a terminal
	width func() int
	line  string // the live line now on the screen
}

// New writes to f, live when f is a terminal.
func New(f *os.File) *Writer {
	return &Writer{out: f, live: term.IsTerminal(int(f.Fd())), width: func() int {
		w, _ := TerminalSize(f)
		return w
	}}
}

// TerminalSize gives a terminal's columns and rows; those of the usual one where it doesn't tell, or tells of none, as one
// does that was opened by a program.
func TerminalSize(f *os.File) (width, height int) {
	width, height, err := term.GetSize(int(f.Fd()))
	if err != nil || width <= 0 || height <= 0 {
		return 80, 24
	}
	return width, height
}

// IsLive reports whether lines are rewritten, as on a terminal.
func (w *Writer) IsLive() bool { return w.live }

// Printf shows a lasting line.
func (w *Writer) Printf(format string, args ...any) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.clear()
	fmt.Fprintf(w.out, format+"\n", args...)
	w.redraw()
}

// Live replaces the status line.
func (w *Writer) Live(line string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if line == w.line {
		return
	}
	if !w.live {
		w.line = line
		if line != "" {
			fmt.Fprintln(w.out, line)
		}
		return
	}
	w.clear()
	w.line = line
	w.redraw()
}

func (w *Writer) clear() {
	if w.live && w.line != "" {
		fmt.Fprint(w.out, "\r\x1b[K")
	}
}

func (w *Writer) redraw() {
	if w.live && w.line != "" {
		line := []rune(w.line)
		if width := w.width(); len(line) >= width {
			line = line[:max(width-1, 0)]
		}
		fmt.Fprint(w.out, string(line))
	}
}

// Phase puts a request's progress into a few words, such as "block 3: committing, 2/5 seats".
func Phase(p oracle.Progress, seats int) string {
	if p.Block.Number == 0 {
		switch p.Status {
		case protocol.RequestQueued:
			return fmt.Sprintf("queued, %d waiting", p.Waiting)
		default:
			return p.Status.String()
		}
	}
	switch p.Block.Phase {
	case 1:
		return fmt.Sprintf("block %d: committing, %s/%d seats", p.Block.Number, p.Block.Seats, seats)
	case 2:
		return fmt.Sprintf("block %d: revealing, %s/%s", p.Block.Number, p.Block.Reveals, p.Block.Seats)
	}
	return fmt.Sprintf("block %d", p.Block.Number)
}

// Phases puts the progress of several requests into a few words, such as "3 of 10 ended, 7 in block 3: committing, 2/5 seats".
func Phases(v oracle.Overview, seats int) string {
	line := fmt.Sprintf("%d of %d ended", v.Ended, v.Total)
	if v.Block.Number == 0 {
		return line + fmt.Sprintf(", %d waiting", v.Waiting)
	}
	return line + fmt.Sprintf(", %d in %s", v.InBlock, Phase(oracle.Progress{Block: v.Block}, seats))
}

// Votes puts how a request ended into a few words, such as "block 3: 5/5 revealed, 5 agree"; empty if no block ended it.
func Votes(o *oracle.Outcome) string {
	if o.VirtualBlock == 0 {
		return ""
	}
	line := fmt.Sprintf("block %d: %d/%d revealed", o.VirtualBlock, o.Votes.Reveals, o.Votes.Seats)
	if o.Votes.Agree == 0 {
		return line + ", too few agree"
	}
	return line + fmt.Sprintf(", %d agree", o.Votes.Agree)
}

// Rate puts hashes per second into a readable unit.
func Rate(hashesPerSecond float64) string {
	units := []string{"H/s", "kH/s", "MH/s", "GH/s", "TH/s"}
	i := 0
	for hashesPerSecond >= 1000 && i < len(units)-1 {
		hashesPerSecond /= 1000
		i++
	}
	return strings.TrimSuffix(fmt.Sprintf("%.1f", hashesPerSecond), ".0") + " " + units[i]
}
