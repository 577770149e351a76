package pool

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

// Quarantined counts the models that rest.
func (p *Pool) Quarantined() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	n, now := 0, p.config.Now()
	for _, s := range p.strikes {
		if now.Before(s.until) {
			n++
		}
	}
	return n
}
