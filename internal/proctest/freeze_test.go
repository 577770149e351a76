package proctest

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"golang.org/x/sys/unix"
)

// TestAFrozenProcessHasNoRunningThread freezes this test binary, started again
// as a child whose threads are all busy.
func TestAFrozenProcessHasNoRunningThread(t *testing.T) {
	child := exec.Command(os.Args[0])
	child.Env = append(os.Environ(), busy+"=1")
	out, err := child.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := child.Start(); err != nil {
		t.Fatal(err)
	}
	defer func() {
		_ = child.Process.Kill()
		_ = child.Wait()
	}()
	if _, err := bufio.NewReader(out).ReadString('\n'); err != nil {
		t.Fatal(err)
	}
	for range 50 {
		Freeze(t, child.Process)
		threads, err := filepath.Glob("/proc/" + strconv.Itoa(child.Process.Pid) + "/task/*/stat")
		if err != nil || len(threads) < 2 {
			t.Fatalf("threads %v, %v", threads, err)
		}
		for _, name := range threads {
			stat, err := os.ReadFile(name)
			if err != nil {
				t.Fatal(err)
			}
			// The state follows the name, which is in parentheses.
			if state := strings.Fields(string(stat[strings.LastIndexByte(string(stat), ')')+1:]))[0]; state != "T" {
				t.Fatalf("%s: state %s, want T", name, state)
			}
		}
		if err := child.Process.Signal(unix.SIGCONT); err != nil {
			t.Fatal(err)
		}
	}
}

const busy = "ETHML_PROCTEST_BUSY"

func TestMain(m *testing.M) {
	if os.Getenv(busy) != "" {
		for range 4 {
			go spin()
		}
		os.Stdout.WriteString("up\n")
		spin()
	}
	os.Exit(m.Run())
}

func spin() {
	for {
		_, _ = os.Getpid(), os.Getppid()
	}
}
