package progress

import (
	"context"
	"fmt"
	"strings"
	"time"
)

// patience is how long something may take before a person is shown how far it is.
const patience = 2 * time.Second

// barWidth is in characters.
const barWidth = 24

// Bar shows how much of something is done, once it has taken longer than two seconds. Elsewhere than on a terminal it
// shows nothing: a log has no use for it.
type Bar struct {
	w       *Writer
	what    string
	started time.Time
	now     func() time.Time
}

// Bar starts one; what names the things that are counted, such as "Ethereum blocks read".
func (w *Writer) Bar(what string) *Bar {
	return &Bar{w: w, what: what, started: time.Now(), now: time.Now}
}

// Set tells how many of how many are done.
func (b *Bar) Set(done, total uint64) {
	elapsed := b.now().Sub(b.started)
	if !b.w.live || elapsed < patience || total == 0 {
		return
	}
	done = min(done, total)
	filled := int(done * barWidth / total)
	line := fmt.Sprintf("  [%s%s] %d%%  %d of %d %s", strings.Repeat("#", filled), strings.Repeat("-", barWidth-filled), done*100/total, done, total, b.what)
	if done > 0 && done < total {
		left := time.Duration(float64(elapsed) / float64(done) * float64(total-done))
		line += fmt.Sprintf(", %s left", left.Round(time.Second))
	}
	b.w.Live(line)
}

// Done takes the bar away.
func (b *Bar) Done() {
	if b.w.live {
		b.w.Live("")
	}
}

// During runs f; when that takes longer than two seconds, a live line says what is awaited and since when.
func (w *Writer) During(ctx context.Context, what string, f func(context.Context) error) error {
	if !w.live {
		return f(ctx)
	}
	stop, stopped := make(chan struct{}), make(chan struct{})
	started := time.Now()
	go func() {
		defer close(stopped)
		ticker := time.NewTicker(time.Second / 2)
		defer ticker.Stop()
		for turn := 0; ; turn++ {
			select {
			case <-stop:
				return
			case now := <-ticker.C:
				if elapsed := now.Sub(started); elapsed >= patience {
					w.Live(fmt.Sprintf("  %c %s, %d s", `|/-\`[turn%4], what, int(elapsed.Seconds())))
				}
			}
		}
	}()
	err := f(ctx)
	close(stop)
	<-stopped
	w.Live("")
	return err
}
