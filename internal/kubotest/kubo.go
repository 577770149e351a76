// Package kubotest starts a real kubo daemon, offline and on free loopback
// ports, for tests that must not take kubo's behaviour on trust.
package kubotest

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ethml/ethml/internal/proctest"
)

const (
	startLimit = 60 * time.Second
	stopLimit  = 15 * time.Second
	pollPause  = 50 * time.Millisecond
)

var binary = sync.OnceValues(func() (string, error) {
	_, here, _, ok := runtime.Caller(0)
	if !ok {
		return "", errors.New("source path unknown")
	}
	root := filepath.Join(filepath.Dir(here), "..", "..")
	path := filepath.Join(root, "bin", "tools", "ipfs")
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	// A lock, since the tests of several packages may come here at once.
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return "", err
	}
	lock, err := os.OpenFile(path+".lock", os.O_CREATE|os.O_RDWR, 0o644)
	if err != nil {
		return "", err
	}
	defer lock.Close()
	if err := syscall.Flock(int(lock.Fd()), syscall.LOCK_EX); err != nil {
		return "", err
	}
	if _, err := os.Stat(path); err == nil {
		return path, nil
	}
	build := exec.Command("go", "build", "-C", filepath.Join(root, "tools", "kubo"), "-o", path+".new", "github.com/ipfs/kubo/cmd/ipfs")
	build.Env = append(os.Environ(), "GOWORK=off")
	if out, err := build.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build kubo in tools/kubo: %w\n%s", err, out)
	}
	return path, os.Rename(path+".new", path)
})

// Daemon is a kubo daemon with a repository of its own.
type Daemon struct {
	// API and Gateway are URLs. They stay the same over Stop and Start.
	API, Gateway string

	t       testing.TB
	binary  string
	repo    string
	command *exec.Cmd
	exited  chan error
	log     *os.File
}

// Start runs a daemon until the test ends. Kubo is built first if
// bin/tools/ipfs is missing, which takes minutes.
func Start(t testing.TB) *Daemon {
	t.Helper()
	path, err := binary()
	if err != nil {
		t.Fatal(err)
	}
	d := &Daemon{t: t, binary: path, repo: filepath.Join(t.TempDir(), "repo")}
	// Fixed ports, so that a restarted daemon is where it was.
	api, gateway := freePort(t), freePort(t)
	d.API = fmt.Sprintf("http://127.0.0.1:%d", api)
	d.Gateway = fmt.Sprintf("http://127.0.0.1:%d", gateway)
	d.Run("init", "--empty-repo", "--profile=test")
	d.Run("config", "Addresses.API", fmt.Sprintf("/ip4/127.0.0.1/tcp/%d", api))
	d.Run("config", "Addresses.Gateway", fmt.Sprintf("/ip4/127.0.0.1/tcp/%d", gateway))
	d.Run("config", "--json", "AutoConf.Enabled", "false")
	d.Run("config", "--json", "Gateway.NoFetch", "true")
	if d.log, err = os.Create(filepath.Join(filepath.Dir(d.repo), "log")); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		d.Stop()
		d.log.Close()
	})
	d.Start()
	return d
}

// Run runs an ipfs command on the daemon's repository and returns its output.
func (d *Daemon) Run(args ...string) string {
	d.t.Helper()
	out, err := d.cmd(args...).Output()
	if err != nil {
		var exit *exec.ExitError
		if errors.As(err, &exit) {
			err = fmt.Errorf("%w: %s", err, exit.Stderr)
		}
		d.t.Fatalf("ipfs %s: %v", strings.Join(args, " "), err)
	}
	return strings.TrimSpace(string(out))
}

func (d *Daemon) cmd(args ...string) *exec.Cmd {
	command := exec.Command(d.binary, args...)
	command.Env = append(os.Environ(), "IPFS_PATH="+d.repo, "IPFS_TELEMETRY=off")
	return command
}

// Start brings a stopped daemon back.
func (d *Daemon) Start() {
	d.t.Helper()
	d.command = d.cmd("daemon", "--offline")
	d.command.Stdout, d.command.Stderr = d.log, d.log
	if err := d.command.Start(); err != nil {
		d.t.Fatal(err)
	}
	d.exited = make(chan error, 1)
	go func(command *exec.Cmd, exited chan<- error) { exited <- command.Wait() }(d.command, d.exited)

	ctx, cancel := context.WithTimeout(context.Background(), startLimit)
	defer cancel()
	poll := time.NewTicker(pollPause)
	defer poll.Stop()
	for {
		if d.answers(ctx) {
			return
		}
		select {
		case <-poll.C:
		case err := <-d.exited:
			d.exited = nil
			log, _ := os.ReadFile(d.log.Name())
			d.t.Fatalf("kubo ended while starting: %v\n%s", err, log)
		case <-ctx.Done():
			log, _ := os.ReadFile(d.log.Name())
			d.t.Fatalf("kubo not up within %s\n%s", startLimit, log)
		}
	}
}

func (d *Daemon) answers(ctx context.Context) bool {
	for _, check := range []struct{ method, url string }{
		{http.MethodPost, d.API + "/api/v0/version"}, {http.MethodGet, d.Gateway + "/"},
	} {
		request, err := http.NewRequestWithContext(ctx, check.method, check.url, nil)
		if err != nil {
			d.t.Fatal(err)
		}
		response, err := http.DefaultClient.Do(request)
		if err != nil {
			return false
		}
		response.Body.Close()
	}
	return true
}

// Stop ends the daemon and waits for it.
func (d *Daemon) Stop() {
	if d.exited == nil {
		return
	}
	_ = d.command.Process.Signal(syscall.SIGTERM)
	select {
	case <-d.exited: //nolint:errcheck // how it ended does not matter
	case <-time.After(stopLimit):
		_ = d.command.Process.Kill()
		<-d.exited //nolint:errcheck // as above
	}
	d.exited = nil
}

// Pause keeps the daemon's sockets open but lets it answer nothing.
func (d *Daemon) Pause() {
	d.t.Helper()
	proctest.Freeze(d.t, d.command.Process)
}

// Resume undoes Pause.
func (d *Daemon) Resume() {
	d.t.Helper()
	if err := d.command.Process.Signal(syscall.SIGCONT); err != nil {
		d.t.Fatal(err)
	}
}

func freePort(t testing.TB) int {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().(*net.TCPAddr).Port
}
