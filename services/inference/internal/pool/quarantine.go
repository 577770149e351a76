package pool

import (
	"fmt"
	"slices"
	"time"
)

// strike counts the workers that a model killed in a row, and says until when it rests for that.
type strike struct {
	count int
	until time.Time
}

// strike notes that the model killed a worker; p.mu is held.
func (p *Pool) strike(key string) {
	s := p.strikes[key]
	s.count++
	if s.count >= p.config.Strikes {
		rest := min(p.config.Quarantine<<min(s.count-p.config.Strikes, 16), p.config.MaxQuarantine)
		s.until = p.config.Now().Add(rest)
		p.config.Logger.Error("model quarantined", "model", key, "workers_lost", s.count, "until", s.until)
	}
	p.strikes[key] = s
}

func (p *Pool) quarantined(key string) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	s := p.strikes[key]
	if s.until.IsZero() {
		return nil
	}
	if p.config.Now().Before(s.until) {
		return fmt.Errorf("%w until %s: it killed %d workers in a row", ErrQuarantined, s.until.UTC().Format(time.RFC3339), s.count)
	}
	return nil // one more try; it is forgiven if that one goes well
}

// Forget unloads a model where it isn't running and ends its quarantine.
func (p *Pool) Forget(key string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	delete(p.strikes, key)
	p.workers = slices.DeleteFunc(p.workers, func(w *process) bool {
		if w.busy || w.models[key] == nil {
			return false
		}
		if len(w.models) == 1 {
			go w.close()
			return true
		}
		// It shares its process: its slot is freed when the room is needed.
		return false
	})
	p.notifyAll()
}
