package sim

import (
	"math/big"

	"github.com/ethereum/go-ethereum/params"
)

// faults lets things go wrong.
func (r *run) faults() {
	if r.rnd.IntN(6) == 0 {
		r.ask(1 + r.rnd.IntN(3))
	}
	if r.rnd.IntN(12) == 0 {
		r.reorganise()
	}
	if r.rnd.IntN(20) == 0 {
		o := r.operators[r.rnd.IntN(operators)]
		r.tell("the pool forgets operator %d", o.index)
		r.chain.forget(o.account)
	}
	if r.rnd.IntN(10) == 0 {
		fee := int64(1 + r.rnd.IntN(60))
		r.tell("base fee %d gwei", fee)
		r.chain.setBaseFee(new(big.Int).Mul(big.NewInt(fee), big.NewInt(params.GWei)))
	}
	for _, o := range r.operators {
		r.nodeFaults(o)
		r.serviceFaults(o)
	}
}

// nodeFaults are of the Ethereum nodes that an operator's services use.
func (r *run) nodeFaults(o *operator) {
	for _, s := range services {
		l := o.lives[s]
		if l == nil {
			continue
		}
		failing, lag, withhold, amnesiac := 0.0, 0, false, r.rnd.IntN(8) == 0
		switch r.rnd.IntN(12) {
		case 0:
			failing = 0.5
		case 1:
			failing = 1
		case 2, 3:
			lag = 1 + r.rnd.IntN(maxLag)
		case 4:
			withhold = true
		}
		l.endpoint.set(func(e *endpoint) { e.failing, e.lag, e.withhold, e.amnesiac = failing, lag, withhold, amnesiac })
	}
}

func (r *run) serviceFaults(o *operator) {
	if l := o.lives["submitter"]; l != nil && r.rnd.IntN(10) == 0 {
		l.mu.Lock()
		if r.rnd.IntN(2) == 0 {
			l.killAt = killPoints[r.rnd.IntN(len(killPoints))]
		} else {
			l.countTo = 1 + r.rnd.IntN(8)
		}
		l.mu.Unlock()
	}
	for _, s := range services {
		if o.lives[s] == nil || o.lives[s].diedAt() != "" {
			continue
		}
		switch r.rnd.IntN(80) {
		case 0:
			o.stop(s)
			o.back[s] = r.rnd.IntN(4)
		case 1:
			o.kill(s)
			o.back[s] = r.rnd.IntN(4)
		case 2: // gone for long
			o.kill(s)
			o.back[s] = r.rnd.IntN(60)
		case 3:
			r.tell("operator %d: connections of the %s cut", o.index, s)
			r.network.cut(o.address(s), false)
		}
	}
}

// heal ends all faults.
func (r *run) heal() {
	r.chain.setBaseFee(big.NewInt(params.GWei))
	for _, o := range r.operators {
		for _, s := range services {
			o.back[s] = min(o.back[s], 1)
			if l := o.lives[s]; l != nil {
				l.endpoint.set(func(e *endpoint) { e.failing, e.lag, e.withhold, e.amnesiac = 0, 0, false, false })
				l.mu.Lock()
				if l.died == "" {
					l.killAt, l.countTo = "", 0
				}
				l.mu.Unlock()
			}
		}
	}
}

// reorganise replaces blocks up to the limit, at once or after the head went down.
func (r *run) reorganise() {
	// The limit counts from the highest block there ever was: what is deeper counts as final.
	length := len(r.chain.blocks)
	r.longest = max(r.longest, length)
	depth := min(1+r.rnd.IntN(reorgLimit), length-2, reorgLimit-(r.longest-length))
	if depth < 1 {
		return
	}
	phase := [...]string{"idle", "commit", "reveal"}[r.open().view.Phase]
	r.stats.mu.Lock()
	if r.stats.reorgs[phase] == nil {
		r.stats.reorgs[phase] = map[int]int{}
	}
	r.stats.reorgs[phase][depth]++
	r.stats.mu.Unlock()
	forget := r.rnd.IntN(2) == 0
	// A watcher that hasn't seen the newest blocks yet sees a deeper reorganisation than one that has, never a shallower one.
	if r.rnd.IntN(3) == 0 {
		r.tell("the newest %d blocks are dropped, transactions forgotten: %t", depth, forget)
		r.chain.drop(depth, forget)
	} else {
		r.tell("reorganisation of %d blocks, transactions forgotten: %t", depth, forget)
		r.chain.reorg(depth, forget)
	}
	clear(r.awake)
}
