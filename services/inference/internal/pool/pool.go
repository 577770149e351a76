package pool

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime"
	"slices"
	"sync"
	"time"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// Config says how workers are run.
type Config struct {
	// Command starts a worker; --library and the like are added to it.
	Command []string
	// Library is ONNX Runtime's path.
	Library string
	// AllowUnsandboxed goes on where the kernel has no seccomp.
	AllowUnsandboxed bool
	// MaxWorkers is how many processes there may be; 0 means 4.
	MaxWorkers int
	// ModelsPerWorker is how many models share a process; 0 means 1.
	ModelsPerWorker int
	// MaxReply is the largest reply in bytes; 0 means 256 MiB.
	MaxReply int
	// Strikes is how many workers in a row a model may kill; 0 means 3.
	Strikes int
	// Quarantine is how long a model then rests at first, twice as long after each further one, up to MaxQuarantine; 0
	// means 30 seconds and 10 minutes.
	Quarantine, MaxQuarantine time.Duration
	// Now is the clock; nil means time.Now.
	Now func() time.Time
	// Logger; nil logs nothing.
	Logger *slog.Logger
}

// Pool runs models. It is safe for concurrent use.
type Pool struct {
	config Config
	spawns chan func()

	mu      sync.Mutex
	started *sync.Cond // no more workers are being started
	workers []*process
	pending int       // workers being started
	waiters []*waiter // in the order they are to go
	giving  int       // workers that serve requests which give way
	clock   uint64
	closed  bool
	strikes map[string]strike
	lost    uint64
}

// New makes a pool and starts its first worker, so that a missing library or a
// kernel without seccomp is told now.
func New(c Config) (*Pool, error) {
	c.MaxWorkers = cmp.Or(c.MaxWorkers, 4)
	c.ModelsPerWorker = cmp.Or(c.ModelsPerWorker, 1)
	c.MaxReply = cmp.Or(c.MaxReply, 256<<20)
	c.Strikes = cmp.Or(c.Strikes, 3)
	c.Quarantine = cmp.Or(c.Quarantine, 30*time.Second)
	c.MaxQuarantine = cmp.Or(c.MaxQuarantine, 10*time.Minute)
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Logger == nil {
		c.Logger = slog.New(slog.DiscardHandler)
	}
	p := &Pool{config: c, spawns: make(chan func()), strikes: map[string]strike{}}
	p.started = sync.NewCond(&p.mu)
	// A worker dies with the thread that started it, which must therefore be one that lasts as long as the pool.
	go func() {
		runtime.LockOSThread()
		for f := range p.spawns {
			f()
		}
	}()
	first, err := p.spawn()
	if err != nil {
		close(p.spawns)
		return nil, err
	}
	p.workers = append(p.workers, first)
	if !first.greeting.Sandboxed {
		c.Logger.Warn("models run without a sandbox")
	}
	return p, nil
}

// Greeting is what the first worker told of itself.
func (p *Pool) Greeting() frame.Greeting {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.workers) == 0 {
		return frame.Greeting{}
	}
	return p.workers[0].greeting
}

func (p *Pool) spawn() (w *process, err error) {
	done := make(chan struct{})
	p.spawns <- func() {
		w, err = p.config.start()
		close(done)
	}
	<-done
	return w, err
}

// Close ends all workers. Requests that run are cut off.
func (p *Pool) Close() error {
	p.mu.Lock()
	if p.closed {
		p.mu.Unlock()
		return nil
	}
	p.closed = true
	p.notifyAll()
	for p.pending > 0 {
		p.started.Wait()
	}
	var idle []*process
	for _, w := range p.workers {
		if w.busy {
			w.kill() // its request ends, and closes it
			continue
		}
		idle = append(idle, w)
	}
	p.workers = nil
	p.mu.Unlock()
	for _, w := range idle {
		w.close()
	}
	close(p.spawns)
	return nil
}

// Load loads a model, unless it is loaded, and tells what it takes and gives.
func (p *Pool) Load(ctx context.Context, s Spec) (frame.Description, error) {
	var d frame.Description
	_, err := p.with(ctx, s, func(_ *process, m *loaded) error {
		d = m.description
		return nil
	})
	return d, err
}

// Run runs a model. Inputs are found by name; outputs empty means all that are tensors.
func (p *Pool) Run(ctx context.Context, s Spec, inputs []frame.Tensor, outputs []string) (Result, error) {
	var r Result
	queued, err := p.with(ctx, s, func(w *process, m *loaded) error {
		ins, outs, names, err := resolve(m.description, inputs, outputs)
		if err != nil {
			return err
		}
		r.Outputs, r.Ran, err = p.run(w, m, s, frame.AppendRun(w.request(), ins, outs), names)
		return err
	})
	r.Queued = queued
	return r, err
}

func resolve(d frame.Description, inputs []frame.Tensor, outputs []string) (ins []frame.Input, outs []int, names []string, err error) {
	for i := range inputs {
		at := slices.IndexFunc(d.Inputs, func(p frame.Port) bool { return p.Name == inputs[i].Name })
		if at < 0 {
			return nil, nil, nil, fmt.Errorf("%w: it has no input %q", ErrInput, inputs[i].Name)
		}
		ins = append(ins, frame.Input{Index: at, Tensor: &inputs[i]})
	}
	if len(outputs) == 0 {
		for i, o := range d.Outputs {
			if o.IsTensor() {
				outs, names = append(outs, i), append(names, o.Name)
			}
		}
		return ins, outs, names, nil
	}
	for _, name := range outputs {
		at := slices.IndexFunc(d.Outputs, func(p frame.Port) bool { return p.Name == name })
		if at < 0 {
			return nil, nil, nil, fmt.Errorf("%w: it has no output %q", ErrInput, name)
		}
		outs, names = append(outs, at), append(names, name)
	}
	return ins, outs, names, nil
}

func (p *Pool) run(w *process, m *loaded, s Spec, body []byte, names []string) ([]frame.Tensor, time.Duration, error) {
	if err := w.send(frame.Run, m.slot, body, nil); err != nil {
		return nil, 0, err
	}
	limit := cmp.Or(s.Limit, 10*time.Second)
	h, reply, err := w.receive(limit, starved*limit, p.config.MaxReply)
	if err != nil {
		return nil, 0, err
	}
	switch h.Kind {
	case frame.Done:
	case frame.Failed, frame.NotTensor:
		return nil, 0, fmt.Errorf("%w: %s", ErrInput, printable(reply))
	case frame.Exhausted:
		return nil, 0, fmt.Errorf("%w: %s", ErrResources, printable(reply))
	default:
		return nil, 0, fatal{fmt.Errorf("%w: kind %d", frame.ErrMalformed, h.Kind)}
	}
	tensors, err := frame.ParseRun(reply, names)
	if err != nil {
		return nil, 0, fatal{fmt.Errorf("%w: %w", ErrResources, err)}
	}
	return tensors, time.Duration(h.Arg), nil
}

// with calls f with a worker that has the model loaded, and tells how long that
// took to get.
func (p *Pool) with(ctx context.Context, s Spec, f func(*process, *loaded) error) (time.Duration, error) {
	began := time.Now()
	if err := p.quarantined(s.Key); err != nil {
		return 0, err
	}
	w, err := p.acquire(ctx, s)
	if err != nil {
		return 0, err
	}
	m, err := p.ensure(ctx, w, s)
	queued := time.Since(began)
	if err == nil {
		err = f(w, m)
	}
	p.release(w, s.Key, err)
	return queued, err
}

// release gives a worker back, or drops it if it is of no more use.
func (p *Pool) release(w *process, key string, err error) {
	var f fatal
	dead := errors.As(err, &f)
	p.mu.Lock()
	defer p.mu.Unlock()
	defer p.notify()
	w.busy = false
	p.gave(w)
	if dead || p.closed {
		w.close()
	}
	if p.closed {
		return
	}
	if !dead {
		if err == nil {
			delete(p.strikes, key)
		}
		return
	}
	p.workers = slices.DeleteFunc(p.workers, func(o *process) bool { return o == w })
	p.lost++
	p.config.Logger.Warn("worker lost", "model", key, "error", err)
	p.strike(key)
}
