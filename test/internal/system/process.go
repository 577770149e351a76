package system

import (
	"context"
	"fmt"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"syscall"
	"testing"
	"time"

	"github.com/ethml/ethml/internal/grpcx"
)

// Loopback is how the processes talk to each other, unless they have certificates.
var Loopback = grpcx.Security{Plaintext: true}

// Ports handed out lie below the range that the system takes for outgoing connections, so that nothing else takes one
// between its being found free and its being listened on; tests of other packages start elsewhere in the range.
const firstPort, lastPort = 20000, 30000

var nextPort atomic.Int64

func init() { nextPort.Store(int64(os.Getpid() * 37 % (lastPort - firstPort))) }

// FreeAddress is a loopback address that nobody listens on.
func FreeAddress(t testing.TB) string {
	t.Helper()
	for range lastPort - firstPort {
		addr := fmt.Sprintf("127.0.0.1:%d", firstPort+int(nextPort.Add(1))%(lastPort-firstPort))
		if l, err := net.Listen("tcp", addr); err == nil {
			l.Close()
			return addr
		}
	}
	t.Fatal("no free port on loopback")
	return ""
}

// Process is a program under test; it can be ended and started again with the same arguments.
type Process struct {
	t    testing.TB
	Name string
	// Address and Admin are where a service answers gRPC and HTTP, DataDir is where it keeps things; empty for others.
	Address, Admin, DataDir string
	Peer                    grpcx.ClientConfig // how to talk to it
	path                    string
	args                    []string
	env                     []string
	Log                     string // file with standard output and error of all its lives
	mu                      sync.Mutex
	cmd                     *exec.Cmd
	ended                   chan struct{}
	err                     error // how the last life ended
}

// NewProcess describes a program; Start runs it.
func NewProcess(t testing.TB, dir, name, program string, env []string, args ...string) *Process {
	t.Helper()
	return NewCommand(t, dir, name, Binary(t, program), env, args...)
}

// NewCommand describes somebody else's program, at a path.
func NewCommand(t testing.TB, dir, name, path string, env []string, args ...string) *Process {
	return &Process{t: t, Peer: grpcx.ClientConfig{Security: Loopback}, Name: name, path: path, args: args, env: env, Log: filepath.Join(dir, name+".log")}
}

// Start runs the program; it must not be running.
func (p *Process) Start() {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	log, err := os.OpenFile(p.Log, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o644)
	if err != nil {
		p.t.Fatal(err)
	}
	defer log.Close()
	cmd := exec.Command(p.path, p.args...)
	cmd.Env = append(os.Environ(), p.env...)
	cmd.Stdout, cmd.Stderr = log, log
	// A process must not outlive the test, however that ends.
	cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL}
	if err := cmd.Start(); err != nil {
		p.t.Fatalf("start %s: %v", p.Name, err)
	}
	ended := make(chan struct{})
	p.cmd, p.ended = cmd, ended
	go func() {
		err := cmd.Wait()
		p.mu.Lock()
		p.err = err
		p.mu.Unlock()
		close(ended)
	}()
}

// SetEnv gives the further environment of the lives to come.
func (p *Process) SetEnv(env ...string) { p.env = env }

// AddArgs adds arguments for the lives to come.
func (p *Process) AddArgs(args ...string) { p.args = append(p.args, args...) }

// Pid is the process id of the present life, or of the last.
func (p *Process) Pid() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.cmd.Process.Pid
}

// Running reports whether the process has not ended.
func (p *Process) Running() bool {
	select {
	case <-p.Ended():
		return false
	default:
		return true
	}
}

// Signal sends a signal to the running process.
func (p *Process) Signal(s syscall.Signal) {
	p.t.Helper()
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.cmd.Process.Signal(s); err != nil {
		p.t.Logf("signal %s: %v", p.Name, err)
	}
}

// Kill ends the process at once, as kill -9 does, and waits until it is gone.
func (p *Process) Kill() {
	p.t.Helper()
	p.Signal(syscall.SIGKILL)
	p.wait(10 * time.Second)
}

// Stop ends the process as an operator does, and gives how it ended.
func (p *Process) Stop() error {
	p.t.Helper()
	p.Signal(syscall.SIGTERM)
	if !p.wait(20 * time.Second) {
		p.t.Errorf("%s did not stop within 20 s of SIGTERM", p.Name)
		p.Kill()
	}
	return p.Err()
}

func (p *Process) wait(limit time.Duration) bool {
	select {
	case <-p.Ended():
		return true
	case <-time.After(limit):
		return false
	}
}

// Ended is closed when the present life has ended.
func (p *Process) Ended() <-chan struct{} {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.ended
}

// Err is how the last life ended; nil for exit status 0.
func (p *Process) Err() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.err
}

// Output is all the process has written so far.
func (p *Process) Output() string {
	raw, err := os.ReadFile(p.Log)
	if err != nil {
		return err.Error()
	}
	return string(raw)
}

// Tail is the last few lines of its output, for a failing test's message.
func (p *Process) Tail() string {
	lines := strings.Split(strings.TrimSpace(p.Output()), "\n")
	return strings.Join(lines[max(len(lines)-15, 0):], "\n")
}

// AwaitHealthy waits until the process answers its health check at address, or fails the test with what it wrote.
func (p *Process) AwaitHealthy(ctx context.Context, address string) {
	p.t.Helper()
	Await(ctx, p.t, p.Name+" to serve", func() error {
		select {
		case <-p.Ended():
			p.t.Fatalf("%s ended: %v\n%s", p.Name, p.Err(), p.Tail())
		default:
		}
		ctx, cancel := context.WithTimeout(ctx, 2*time.Second)
		defer cancel()
		return grpcx.CheckHealth(ctx, address, p.Peer)
	})
}

// Await asks again and again, ten times a second, until the answer is nil; it fails the test when ctx ends first.
func Await(ctx context.Context, t testing.TB, what string, ask func() error) {
	t.Helper()
	ticker := time.NewTicker(100 * time.Millisecond)
	defer ticker.Stop()
	for {
		err := ask()
		if err == nil {
			return
		}
		select {
		case <-ctx.Done():
			t.Fatalf("waited for %s: %v", what, err)
		case <-ticker.C:
		}
	}
}
