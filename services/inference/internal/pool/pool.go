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
	waiters []*waiter // in the order they came
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

// Lost counts the workers that died or had to be ended while they worked.
func (p *Pool) Lost() uint64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.lost
}

// Workers counts the processes there are.
func (p *Pool) Workers() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.workers)
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
	w, err := p.acquire(ctx, s.Key)
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

// patience is how long requests for models that are loaded may go first.
const patience = 200 * time.Millisecond

// waiter is a request that waits for a worker.
type waiter struct {
	key   string
	since time.Time
	wake  chan struct{} // has room for the one thing it is told
}

// acquire waits for a worker that has the model or has room for it.
func (p *Pool) acquire(ctx context.Context, key string) (*process, error) {
	p.mu.Lock()
	defer p.mu.Unlock()
	since, called := time.Now(), false
	for {
		if p.closed {
			return nil, ErrClosed
		}
		if err := ctx.Err(); err != nil {
			p.notify() // what this one was called for is another's
			return nil, err
		}
		p.bury()
		w, start := p.choose(key)
		switch {
		// Those who wait already go first, unless there is nothing they could lose by it.
		case len(p.waiters) > 0 && !called && (w == nil || w.models[key] == nil):
		case start:
			return p.grow(w)
		case w != nil:
			w.busy = true
			return w, nil
		}
		p.wait(ctx, key, since)
		called = true
	}
}

// bury drops workers that died while they had nothing to do.
func (p *Pool) bury() {
	p.workers = slices.DeleteFunc(p.workers, func(w *process) bool {
		dead := !w.busy && !w.alive()
		if dead {
			go w.close()
		}
		return dead
	})
}

// wait waits until a worker may be there for the model, unlocking meanwhile.
func (p *Pool) wait(ctx context.Context, key string, since time.Time) {
	self := &waiter{key: key, since: since, wake: make(chan struct{}, 1)}
	p.waiters = append(p.waiters, self)
	p.mu.Unlock()
	select {
	case <-self.wake:
	case <-ctx.Done():
	}
	p.mu.Lock()
	p.waiters = slices.DeleteFunc(p.waiters, func(w *waiter) bool { return w == self })
}

// notify wakes one waiter that a worker is there for, so that many waiters cost
// no more than few: the first whose model is loaded, or the first of all once it
// has waited for long. Loading costs a thousand times what running does.
func (p *Pool) notify() {
	chosen := -1
	for i, w := range p.waiters {
		free, start := p.choose(w.key)
		switch {
		case free == nil && !start:
			continue
		case chosen < 0:
			chosen = i
		}
		if time.Since(p.waiters[chosen].since) > patience {
			break
		}
		if free != nil && free.models[w.key] != nil {
			chosen = i
			break
		}
	}
	if chosen >= 0 {
		w := p.waiters[chosen]
		p.waiters = slices.Delete(p.waiters, chosen, chosen+1)
		w.wake <- struct{}{}
	}
}

// notifyAll wakes all waiters, after what may matter to several.
func (p *Pool) notifyAll() {
	for _, w := range p.waiters {
		w.wake <- struct{}{}
	}
	p.waiters = nil
}

// choose finds a worker for a model: a free one, or none to wait for one; start
// asks for a new one, in the place of the one returned if that isn't nil.
func (p *Pool) choose(key string) (w *process, start bool) {
	var roomy, oldest *process
	shared := p.config.ModelsPerWorker > 1
	wait := shared && p.pending > 0
	for _, w := range p.workers {
		switch {
		case w.models[key] != nil && !w.busy:
			return w, false
		case w.models[key] != nil:
			return nil, false // one request at a time for each model
		case w.busy:
			// Sharing processes is meant to save memory: one that has room is waited for.
			wait = wait || shared && len(w.models) < p.config.ModelsPerWorker
		case len(w.models) < p.config.ModelsPerWorker:
			roomy = w
		case oldest == nil || w.lastUsed() < oldest.lastUsed():
			oldest = w
		}
	}
	switch {
	case roomy != nil:
		return roomy, false
	case wait:
		return nil, false
	case len(p.workers)+p.pending < p.config.MaxWorkers:
		return nil, true
	case oldest != nil && shared:
		return oldest, false
	case oldest != nil:
		return oldest, true // a process isn't passed on from one stranger's model to another's
	}
	return nil, false
}

func (p *process) lastUsed() uint64 {
	var last uint64
	for _, m := range p.models {
		last = max(last, m.used)
	}
	return last
}

// grow starts a worker, unlocking meanwhile; old makes way for it.
func (p *Pool) grow(old *process) (*process, error) {
	if old != nil {
		p.workers = slices.DeleteFunc(p.workers, func(w *process) bool { return w == old })
	}
	p.pending++
	p.mu.Unlock()
	if old != nil {
		old.close()
	}
	w, err := p.spawn()
	p.mu.Lock()
	p.pending--
	p.started.Broadcast()
	defer p.notifyAll()
	if err != nil {
		return nil, err
	}
	if p.closed {
		p.mu.Unlock()
		w.close()
		p.mu.Lock()
		return nil, ErrClosed
	}
	w.busy = true
	p.workers = append(p.workers, w)
	return w, nil
}

// release gives a worker back, or drops it if it is of no more use.
func (p *Pool) release(w *process, key string, err error) {
	var f fatal
	dead := errors.As(err, &f)
	p.mu.Lock()
	defer p.mu.Unlock()
	defer p.notify()
	w.busy = false
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
