package main

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestParseStatSurvivesAnyCommandName(t *testing.T) {
	const line = "4217 (a) b (c) S 12 4217 4217 0 -1 4194560 1 2 3 4 50 7 2 1 20 0 5 0 100 2000000 300 18446744073709551615 1 1"
	p, err := parseStat(line)
	if err != nil {
		t.Fatal(err)
	}
	want := process{pid: 4217, parent: 12, cpu: 600 * time.Millisecond, resident: 300 * int64(os.Getpagesize())}
	if p != want {
		t.Errorf("got %+v, want %+v", p, want)
	}
	for _, bad := range []string{"", "12", "x (a) S 1", "12 (a) S", "12 (a) S one"} {
		if _, err := parseStat(bad); err == nil {
			t.Errorf("%q: no error", bad)
		}
	}
}

func TestReadAnswersTakesTheSlowest(t *testing.T) {
	slowest, err := readAnswers(strings.NewReader("{\"latency_ms\":1200}\n{\"latency_ms\":900}\n"), 2)
	if err != nil || slowest != 1200 {
		t.Errorf("got %v, %v, want 1200", slowest, err)
	}
	for name, in := range map[string]string{
		"too few": "{\"latency_ms\":1}\n",
		"no JSON": "hello\nhello\n",
		"no time": "{}\n{}\n",
	} {
		if _, err := readAnswers(strings.NewReader(in), 2); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

// A stand-in that answers, spins a child while "idle" if told to, and stops on SIGINT.
func standIn(t *testing.T, idle string) string {
	t.Helper()
	name := filepath.Join(t.TempDir(), "ethml")
	script := `#!/bin/bash
echo '{"latency_ms":1500}'
echo '{"latency_ms":700}'
case " $* " in *" --once "*) exit 0 ;; esac
trap 'kill $child; exit 0' INT
` + idle + ` &
child=$!
while :; do wait; done
`
	if err := os.WriteFile(name, []byte(script), 0o700); err != nil {
		t.Fatal(err)
	}
	return name
}

func TestTheDemoIsMeasuredTwiceOnceUntilItEndsAndOnceIdle(t *testing.T) {
	f, err := measure(t.Context(), standIn(t, "sleep 60"), 100*time.Millisecond, time.Minute)
	if err != nil {
		t.Fatal(err)
	}
	if f.CallbackMillis != 1500 || f.WallSeconds <= 0 {
		t.Errorf("got %+v", f)
	}
}

// How much a spinning child gets in a given time is up to the machine, so the child works until it is done and says so.
func TestProcessorTimeIncludesChildren(t *testing.T) {
	cmd := exec.Command("bash", "-c", "(for ((i = 0; i < 300000; i++)); do :; done; echo done; exec sleep 60) & wait")
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true}
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
		_ = cmd.Wait()
	}()
	if _, err := bufio.NewReader(stdout).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	all, err := cpuTime(cmd.Process.Pid)
	if err != nil {
		t.Fatal(err)
	}
	// 300,000 turns of a shell's loop take a good part of a second; the waiting parent takes next to nothing.
	if all < 100*time.Millisecond {
		t.Errorf("%v, though a child has worked", all)
	}
}

func TestFailingDemoIsAnError(t *testing.T) {
	name := filepath.Join(t.TempDir(), "ethml")
	if err := os.WriteFile(name, []byte("#!/bin/sh\necho '{\"latency_ms\":1}'\necho '{\"latency_ms\":1}'\nexit 3\n"), 0o700); err != nil {
		t.Fatal(err)
	}
	if _, err := measure(t.Context(), name, time.Millisecond, time.Minute); err == nil || !strings.Contains(err.Error(), "exit status 3") {
		t.Errorf("got %v, want exit status 3", err)
	}
}
