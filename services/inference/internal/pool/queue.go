package pool

import (
	"context"
	"slices"
	"time"
)

// patience is how long requests for models that are loaded may go first.
const patience = 200 * time.Millisecond

// waiter is a request that waits for a worker.
type waiter struct {
	spec  Spec
	since time.Time
	wake  chan struct{} // has room for the one thing it is told
}

// acquire waits for a worker that has the model or has room for it.
func (p *Pool) acquire(ctx context.Context, s Spec) (*process, error) {
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
		w, start := p.choose(s)
		switch {
		// Those who wait already go first, unless there is nothing they could lose by it.
		case p.ahead(s) && !called && (w == nil || w.models[s.Key] == nil):
		case start:
			return p.grow(w, s)
		case w != nil:
			p.take(w, s)
			return w, nil
		}
		p.wait(ctx, s, since)
		called = true
	}
}

// take gives a worker to a request.
func (p *Pool) take(w *process, s Spec) {
	w.busy = true
	if s.GiveWay {
		w.giving = true
		p.giving++
	}
}

// gave notes that a worker serves nobody any more.
func (p *Pool) gave(w *process) {
	if w.giving {
		w.giving = false
		p.giving--
	}
}

// ahead tells whether somebody waits whom a request has to let go first.
func (p *Pool) ahead(s Spec) bool {
	return len(p.waiters) > 0 && (s.GiveWay || !p.waiters[0].spec.GiveWay)
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
func (p *Pool) wait(ctx context.Context, s Spec, since time.Time) {
	self := &waiter{spec: s, since: since, wake: make(chan struct{}, 1)}
	at := len(p.waiters)
	if !s.GiveWay {
		if i := slices.IndexFunc(p.waiters, func(w *waiter) bool { return w.spec.GiveWay }); i >= 0 {
			at = i
		}
	}
	p.waiters = slices.Insert(p.waiters, at, self)
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
// has waited for long. Loading costs a thousand times what running does. Those
// that give way are chosen only where there is nothing for the others.
func (p *Pool) notify() {
	chosen := -1
	for i, w := range p.waiters {
		free, start := p.choose(w.spec)
		switch {
		case free == nil && !start:
			continue
		case chosen < 0:
			chosen = i
		}
		if time.Since(p.waiters[chosen].since) > patience || w.spec.GiveWay && !p.waiters[chosen].spec.GiveWay {
			break
		}
		if free != nil && free.models[w.spec.Key] != nil {
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

// choose finds a worker for a request: a free one, or none to wait for one;
// start asks for a new one, in the place of the one returned if that isn't nil.
func (p *Pool) choose(s Spec) (w *process, start bool) {
	if s.GiveWay && p.giving >= max(1, p.config.MaxWorkers-1) {
		return nil, false
	}
	key := s.Key
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

// grow starts a worker for a request, unlocking meanwhile; old makes way for it.
func (p *Pool) grow(old *process, s Spec) (*process, error) {
	if old != nil {
		p.workers = slices.DeleteFunc(p.workers, func(w *process) bool { return w == old })
	}
	p.pending++
	if s.GiveWay {
		p.giving++ // the one that is being started counts
	}
	p.mu.Unlock()
	if old != nil {
		old.close()
	}
	w, err := p.spawn()
	p.mu.Lock()
	p.pending--
	if s.GiveWay {
		p.giving--
	}
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
	p.take(w, s)
	p.workers = append(p.workers, w)
	return w, nil
}
