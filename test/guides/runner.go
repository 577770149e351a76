package guides

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"syscall"
	"testing"
	"time"
)

const (
	blockLimit = time.Minute     // for one block
	guideLimit = 3 * time.Minute // for what runs in the background
)

// Run runs a guide, a path below the repository's root, against the shared network. vars are variables of the guide's own.
func Run(t *testing.T, guide string, vars map[string]string) {
	t.Helper()
	markdown, err := os.ReadFile(filepath.Join(root(), guide))
	if err != nil {
		t.Fatal(err)
	}
	blocks, err := Parse(string(markdown))
	if err != nil {
		t.Fatalf("%s: %v", guide, err)
	}
	if len(blocks) == 0 {
		t.Fatalf("%s has nothing to run: commands stand in fenced blocks of language sh", guide)
	}
	r := &runner{dir: t.TempDir(), env: Shared(t).environment(t)}
	for name, value := range vars {
		r.env = append(r.env, name+"="+value)
	}
	r.state = filepath.Join(t.TempDir(), "state")
	t.Cleanup(r.end)
	for _, b := range blocks {
		if err := r.block(t.Context(), b); err != nil {
			t.Fatalf("%s:%d: %v\n%s", guide, b.Line, err, b.Text)
		}
		if b.Skip != "" {
			t.Logf("%s:%d: not run: %s", guide, b.Line, b.Skip)
		}
	}
}

// runner runs one guide's blocks.
type runner struct {
	dir        string // where blocks start
	state      string // variables and working folder after the last block, as a script
	env        []string
	background []*exec.Cmd
}

func (r *runner) block(ctx context.Context, b Block) error {
	if b.Skip != "" {
		return nil
	}
	text := b.Text
	for _, s := range b.Replaces {
		text = strings.ReplaceAll(text, s.Old, s.New)
	}
	if b.File != "" {
		_, err := r.bash(ctx, fmt.Sprintf("mkdir -p \"$(dirname %[1]s)\" && cat >%[1]s", b.File), text)
		return err
	}
	if b.Cond != "" {
		if _, err := r.bash(ctx, b.Cond, ""); err != nil {
			text = b.Instead
		}
	}
	if b.Until != "" {
		return r.start(ctx, text, b.Until)
	}
	printed, err := r.bash(ctx, text, "")
	var exit *exec.ExitError
	switch {
	case b.Fails && err == nil:
		return errors.New("it succeeds, and the guide says that it fails")
	case b.Fails && errors.As(err, &exit) && exit.Exited():
	case err != nil:
		return fmt.Errorf("%w, after it printed:\n%s", err, printed)
	}
	if !b.Prints {
		return nil
	}
	for _, s := range slices.Backward(b.Replaces) {
		real, err := r.bash(ctx, fmt.Sprintf("printf %%s \"%s\"", s.New), "")
		if err != nil {
			return err
		}
		if real != "" {
			printed = strings.ReplaceAll(printed, real, s.Old)
		}
	}
	if d := Differs(b.Output, printed); d != "" {
		return errors.New(d)
	}
	return nil
}

// before is a script that begins where the last block ended.
func (r *runner) before(text string) string {
	state := ""
	if _, err := os.Stat(r.state); err == nil {
		state = fmt.Sprintf("source %q\n", r.state)
	}
	return state + "set -aeuo pipefail\n" + text
}

// script begins there too and, where it succeeds, leaves word of where it ends itself.
func (r *runner) script(text string) string {
	return r.before(text) + fmt.Sprintf("\n{ export -p; printf 'cd %%q\\n' \"$PWD\"; } >%q\n", r.state)
}

// bash runs a script and gives what it printed. What it prints goes through a file, so that processes it leaves behind
// hold nothing up.
func (r *runner) bash(ctx context.Context, text, stdin string) (string, error) {
	ctx, cancel := context.WithTimeoutCause(ctx, blockLimit, fmt.Errorf("it runs for more than %s", blockLimit))
	defer cancel()
	out, err := os.CreateTemp("", "ethml-guide-")
	if err != nil {
		return "", err
	}
	defer func() { _ = errors.Join(out.Close(), os.Remove(out.Name())) }()
	cmd := exec.CommandContext(ctx, "bash", "-c", r.script(text))
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = r.dir, r.env, out, out
	if stdin != "" {
		cmd.Stdin = strings.NewReader(stdin)
	}
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
	cmd.Cancel = func() error { return syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL) }
	err = cmd.Run()
	if ctx.Err() != nil {
		err = context.Cause(ctx)
	}
	printed, readErr := os.ReadFile(out.Name())
	return string(printed), errors.Join(err, readErr)
}

// start runs a script in the background, and waits until a command says that it is ready.
func (r *runner) start(ctx context.Context, text, until string) error {
	log, err := os.CreateTemp(filepath.Dir(r.state), "background-")
	if err != nil {
		return err
	}
	defer log.Close()
	// It ends by itself also where this process can't end it.
	cmd := exec.Command("timeout", "--kill-after=5s", fmt.Sprintf("%.0fs", guideLimit.Seconds()), "bash", "-c", r.before(text))
	cmd.Dir, cmd.Env, cmd.Stdout, cmd.Stderr = r.dir, r.env, log, log
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGTERM}
	if err := cmd.Start(); err != nil {
		return err
	}
	r.background = append(r.background, cmd)
	ctx, cancel := context.WithTimeout(ctx, blockLimit)
	defer cancel()
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for {
		said, err := r.bash(ctx, until, "")
		if err == nil {
			return nil
		}
		select {
		case <-ticker.C:
		case <-ctx.Done():
			printed, _ := os.ReadFile(log.Name())
			return fmt.Errorf("it isn't ready: %w\n%s\nit printed:\n%s", err, said, printed)
		}
	}
}

// end stops what runs in the background.
func (r *runner) end() {
	for _, cmd := range slices.Backward(r.background) {
		// An error means that it has ended.
		_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGTERM)
		done := make(chan struct{})
		go func() {
			_ = cmd.Wait()
			close(done)
		}()
		select {
		case <-done:
		case <-time.After(20 * time.Second):
			_ = syscall.Kill(-cmd.Process.Pid, syscall.SIGKILL)
			<-done
		}
	}
}
