package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"syscall"
	"time"
)

const (
	// The demo sends this many requests of its own.
	requests = 2
	// How often memory is looked at: far shorter than any phase of the demo.
	sampleEvery = 200 * time.Millisecond
	// How long caches and back-offs may still settle after the last answer.
	settle = 5 * time.Second
)

type figures struct {
	WallSeconds     float64 `json:"demo_wall_s"`
	ResidentMiB     float64 `json:"demo_rss_mb"`
	CallbackMillis  float64 `json:"request_to_callback_ms"`
	IdleCorePercent float64 `json:"idle_cpu_percent"`
}

// answer is the part of a line of `ethml demo --json` that is needed here.
type answer struct {
	LatencyMillis float64 `json:"latency_ms"`
}

func measure(ctx context.Context, ethml string, idle, limit time.Duration) (figures, error) {
	var f figures
	if err := measureOnce(ctx, ethml, limit, &f); err != nil {
		return figures{}, fmt.Errorf("run the demo once: %w", err)
	}
	if err := measureIdle(ctx, ethml, idle, limit, &f); err != nil {
		return figures{}, fmt.Errorf("run the demo and leave it idle: %w", err)
	}
	return f, nil
}

func measureOnce(ctx context.Context, ethml string, limit time.Duration, f *figures) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, ethml, "demo", "--once", "--json")
	cmd.Stderr = os.Stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	started := time.Now()
	if err := cmd.Start(); err != nil {
		return err
	}

	peak := make(chan int64)
	done := make(chan struct{})
	go func() { peak <- watchResident(cmd.Process.Pid, done) }()
	slowest, readErr := readAnswers(stdout, requests)
	// Whatever else it prints: Wait must not be called before the pipe is read to its end.
	_, drainErr := io.Copy(io.Discard, stdout)
	waitErr := cmd.Wait()
	f.WallSeconds = time.Since(started).Seconds()
	close(done)
	f.ResidentMiB = float64(<-peak) / (1 << 20)
	f.CallbackMillis = slowest
	return errors.Join(waitErr, readErr, drainErr)
}

func measureIdle(ctx context.Context, ethml string, idle, limit time.Duration, f *figures) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	cmd := exec.CommandContext(ctx, ethml, "demo", "--json")
	cmd.Stderr = os.Stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}

	idleErr := func() error {
		if _, err := readAnswers(stdout, requests); err != nil {
			return err
		}
		if err := wait(ctx, settle); err != nil {
			return err
		}
		before, err := cpuTime(cmd.Process.Pid)
		if err != nil {
			return err
		}
		began := time.Now()
		if err := wait(ctx, idle); err != nil {
			return err
		}
		after, err := cpuTime(cmd.Process.Pid)
		if err != nil {
			return err
		}
		f.IdleCorePercent = 100 * float64(after-before) / float64(time.Since(began))
		return nil
	}()

	stopErr := cmd.Process.Signal(syscall.SIGINT)
	_, drainErr := io.Copy(io.Discard, stdout)
	return errors.Join(idleErr, stopErr, drainErr, cmd.Wait())
}

// readAnswers reads n lines and returns the largest latency among them, in milliseconds.
func readAnswers(r io.Reader, n int) (float64, error) {
	lines := bufio.NewScanner(r)
	var slowest float64
	for i := range n {
		if !lines.Scan() {
			return 0, errors.Join(fmt.Errorf("got %d answers, want %d", i, n), lines.Err())
		}
		var a answer
		if err := json.Unmarshal(lines.Bytes(), &a); err != nil {
			return 0, fmt.Errorf("read the answer %q: %w", lines.Bytes(), err)
		}
		if a.LatencyMillis <= 0 {
			return 0, fmt.Errorf("the answer %q has no latency_ms", lines.Bytes())
		}
		slowest = max(slowest, a.LatencyMillis)
	}
	return slowest, nil
}

// watchResident returns the largest resident memory seen, in bytes, of pid and all below it until done is closed.
func watchResident(pid int, done <-chan struct{}) int64 {
	ticks := time.NewTicker(sampleEvery)
	defer ticks.Stop()
	var peak int64
	for {
		select {
		case <-done:
			return peak
		case <-ticks.C:
			peak = max(peak, resident(pid))
		}
	}
}

func wait(ctx context.Context, d time.Duration) error {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return context.Cause(ctx)
	case <-timer.C:
		return nil
	}
}
