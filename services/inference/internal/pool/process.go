package pool

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"syscall"
	"time"

	"golang.org/x/sys/unix"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// starved is how many times its limit a request may take by the clock, while it
// hasn't had its limit in CPU time.
const starved = 4

// startLimit is how long a worker may take to come up.
const startLimit = 30 * time.Second

// tick is how often a reply that doesn't come is thought about.
const tick = 50 * time.Millisecond

// process is one worker. Its methods are called by one goroutine at a time, but
// for alive and kill.
//
// The socket blocks: the thread that asks sleeps in the kernel until the reply
// is there, which costs far less than a round through the poller for models
// that take microseconds.
type process struct {
	cmd      *exec.Cmd
	fd       int
	greeting frame.Greeting
	stderr   tail
	done     chan struct{} // closed once the process is gone
	out, in  []byte        // buffers of requests and small replies

	// The pool's, under its lock.
	models map[string]*loaded
	busy   bool
	giving bool // busy with a request that gives way
	slots  uint64
}

// loaded is a model in a worker.
type loaded struct {
	slot        uint64
	description frame.Description
	used        uint64
}

// fatal is an error after which the worker is of no use.
type fatal struct{ error }

func (f fatal) Unwrap() error { return f.error }

func (c *Config) start() (*process, error) {
	fds, err := unix.Socketpair(unix.AF_UNIX, unix.SOCK_STREAM|unix.SOCK_CLOEXEC, 0)
	if err != nil {
		return nil, fmt.Errorf("%w: make socket pair: %w", ErrStart, err)
	}
	theirs := os.NewFile(uintptr(fds[1]), "worker")
	defer theirs.Close()
	p := &process{fd: fds[0], done: make(chan struct{}), models: map[string]*loaded{}, in: make([]byte, 64<<10)}
	patience, long := unix.NsecToTimeval(int64(tick)), unix.NsecToTimeval(int64(startLimit))
	err = errors.Join(unix.SetsockoptTimeval(p.fd, unix.SOL_SOCKET, unix.SO_RCVTIMEO, &patience),
		unix.SetsockoptTimeval(p.fd, unix.SOL_SOCKET, unix.SO_SNDTIMEO, &long))
	if err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", ErrStart, err), unix.Close(p.fd))
	}
	args := append(slices.Clone(c.Command[1:]), "--library", c.Library)
	if c.AllowUnsandboxed {
		args = append(args, "--allow-unsandboxed")
	}
	p.cmd = exec.Command(c.Command[0], args...)
	p.cmd.ExtraFiles = []*os.File{theirs}
	p.cmd.Stderr = &p.stderr
	// Nothing of the parent's environment is a model's business.
	p.cmd.Env = []string{"GOTRACEBACK=none", "MALLOC_ARENA_MAX=1", "LC_ALL=C.UTF-8"}
	if path, ok := os.LookupEnv("LOCPATH"); ok {
		p.cmd.Env = append(p.cmd.Env, "LOCPATH="+path)
	}
	p.cmd.Dir = "/"
	p.cmd.SysProcAttr = &syscall.SysProcAttr{Pdeathsig: syscall.SIGKILL, Setpgid: true}
	if err := p.cmd.Start(); err != nil {
		return nil, errors.Join(fmt.Errorf("%w: %w", ErrStart, err), unix.Close(p.fd))
	}
	go func() {
		// The state is read once done is closed.
		_ = p.cmd.Wait()
		close(p.done)
	}()
	if err := p.greet(); err != nil {
		p.close()
		return nil, err
	}
	return p, nil
}

func (p *process) greet() error {
	h, body, err := p.receive(startLimit, startLimit*2, frame.MaxBody)
	switch {
	case err != nil:
		return fmt.Errorf("%w: %w", ErrStart, err)
	case h.Kind == frame.Broken:
		return fmt.Errorf("%w: %s", ErrStart, body)
	case h.Kind != frame.Hello:
		return fmt.Errorf("%w: it began with a message of kind %d", ErrStart, h.Kind)
	}
	if err := json.Unmarshal(body, &p.greeting); err != nil {
		return fmt.Errorf("%w: read greeting: %w", ErrStart, err)
	}
	return nil
}

// request begins a request; send sends it once its body has been appended.
func (p *process) request() []byte {
	return append(p.out[:0], make([]byte, frame.HeaderSize)...)
}

// send sends b, which request began, and rest after it.
func (p *process) send(kind uint32, arg uint64, b, rest []byte) error {
	size := len(b) - frame.HeaderSize + len(rest)
	if cap(b) <= 1<<20 {
		p.out = b
	}
	if size > frame.MaxBody {
		return fmt.Errorf("%w: a request of %d bytes", ErrResources, size)
	}
	frame.PutHeader(b, frame.Header{Length: uint32(size), Kind: kind, Arg: arg})
	for _, part := range [][]byte{b, rest} {
		for len(part) > 0 {
			n, err := unix.SendmsgN(p.fd, part, nil, nil, unix.MSG_NOSIGNAL)
			if errors.Is(err, unix.EINTR) {
				continue
			}
			if err != nil {
				return fatal{p.why(err)}
			}
			part = part[n:]
		}
	}
	return nil
}

// receive reads a reply within so much CPU time, and within so much time by the
// clock in any case.
func (p *process) receive(cpu, wall time.Duration, maxBody int) (frame.Header, []byte, error) {
	w := watchdog{p: p, began: time.Now(), before: p.cpu(), cpu: cpu, wall: wall}
	got := 0
	for got < frame.HeaderSize {
		n, err := w.read(p.in[got:])
		if err != nil {
			return frame.Header{}, nil, fatal{p.why(err)}
		}
		got += n
	}
	h := frame.ParseHeader(p.in)
	if int64(h.Length) > int64(maxBody) {
		p.kill()
		return h, nil, fatal{fmt.Errorf("%w: a reply of %d bytes, allowed are %d", ErrResources, h.Length, maxBody)}
	}
	body := make([]byte, h.Length)
	have := copy(body, p.in[frame.HeaderSize:got])
	for have < len(body) {
		n, err := w.read(body[have:])
		if err != nil {
			return h, nil, fatal{p.why(err)}
		}
		have += n
	}
	return h, body, nil
}

// watchdog bounds the wait for one reply.
type watchdog struct {
	p         *process
	began     time.Time
	before    time.Duration // the process's CPU time then
	cpu, wall time.Duration // what it may take
}

func (w *watchdog) read(b []byte) (int, error) {
	for {
		n, err := unix.Read(w.p.fd, b)
		switch {
		case n > 0:
			return n, nil
		case err == nil:
			return 0, io.EOF
		case errors.Is(err, unix.EINTR):
		case !errors.Is(err, unix.EAGAIN):
			return 0, err
		}
		used, spent := w.p.cpu()-w.before, time.Since(w.began)
		if used >= w.cpu || spent >= w.wall {
			w.p.kill()
			return 0, fmt.Errorf("%w: stopped after %d ms, %d ms of CPU time", ErrResources, spent.Milliseconds(), used.Milliseconds())
		}
	}
}

// why finds out what an I/O error on the socket means.
func (p *process) why(err error) error {
	if errors.Is(err, ErrResources) {
		return err
	}
	if !errors.Is(err, io.EOF) && !errors.Is(err, syscall.EPIPE) && !errors.Is(err, syscall.ECONNRESET) {
		return fmt.Errorf("talk to the worker: %w", err)
	}
	select {
	case <-p.done:
	case <-time.After(time.Second):
		p.kill()
	}
	said := p.stderr.line()
	if said != "" {
		said = ": " + said
	}
	return fmt.Errorf("%w: its worker died (%s)%s", ErrResources, p.cmd.ProcessState, said)
}

// alive tells whether the process still runs, as far as is known.
func (p *process) alive() bool {
	select {
	case <-p.done:
		return false
	default:
		return true
	}
}

// kill ends the process and waits until it is gone.
func (p *process) kill() {
	// An error means that it is gone already.
	_ = p.cmd.Process.Kill()
	<-p.done
}

// close ends the process and frees what the parent has of it; once, by whoever
// has the process to itself.
func (p *process) close() {
	p.kill()
	// Nothing was buffered, nothing is lost.
	_ = unix.Close(p.fd)
}

// cpu is the CPU time the process has used so far.
func (p *process) cpu() time.Duration {
	var t unix.Timespec
	// The kernel's clock id of another process's CPU time.
	if err := unix.ClockGettime(int32(^p.cmd.Process.Pid<<3|2), &t); err != nil {
		return 0
	}
	return time.Duration(t.Nano())
}

// tail keeps the first bytes of what a worker says as it dies.
type tail struct {
	mu sync.Mutex
	b  []byte
}

func (t *tail) Write(b []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	t.b = append(t.b, b[:min(len(b), 2048-len(t.b))]...)
	return len(b), nil
}

// line is the first line that says something.
func (t *tail) line() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	for l := range bytes.Lines(t.b) {
		if s := strings.TrimSpace(string(l)); s != "" {
			return strings.ToValidUTF8(s, "?")
		}
	}
	return ""
}
