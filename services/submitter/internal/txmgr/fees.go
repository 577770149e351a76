package txmgr

import (
	"context"
	"fmt"
	"math/big"
	"sync"
	"time"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

// market is what the network asks for, in wei per gas; read once per head.
type market struct {
	mu    sync.Mutex
	fresh bool
	at    time.Time
	base  *big.Int
	tip   *big.Int
}

// marketAge is how old prices may be without a new head.
const marketAge = 15 * time.Second

func (m *Manager) prices(ctx context.Context) (base, tip *big.Int, err error) {
	p := &m.market
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.fresh && m.c.Now().Sub(p.at) < marketAge {
		return p.base, p.tip, nil
	}
	ctx, cancel := context.WithTimeout(ctx, m.c.CallTimeout)
	defer cancel()
	header, err := m.c.Backend.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, nil, fmt.Errorf("read base fee: %w", err)
	}
	suggested, err := m.c.Backend.SuggestGasTipCap(ctx)
	if err != nil {
		return nil, nil, fmt.Errorf("read tip: %w", err)
	}
	p.base, p.tip = header.BaseFee, suggested
	if p.base == nil {
		p.base = new(big.Int)
	}
	p.fresh, p.at = true, m.c.Now()
	return p.base, p.tip, nil
}

func (m *Manager) pricesStale() {
	m.market.mu.Lock()
	m.market.fresh = false
	m.market.mu.Unlock()
}

// GasPrice is what a unit of gas costs now, in wei: base fee and tip.
func (m *Manager) GasPrice(ctx context.Context) (*big.Int, error) {
	base, tip, err := m.prices(ctx)
	if err != nil {
		return nil, err
	}
	return new(big.Int).Add(base, tip), nil
}

// progress is how much of an urgent transaction's time has passed, 0 to 1000.
func progress(first time.Time, deadline, now uint64) int64 {
	start := uint64(first.Unix())
	switch {
	case deadline == 0 || now <= start:
		return 0
	case now >= deadline:
		return 1000
	}
	return int64((now - start) * 1000 / (deadline - start))
}

// offer is what to bid for a transaction: the market's price, for an urgent one up to eight times that as its time runs
// out, and at least an eighth more than the attempt it replaces (nodes ask for a tenth). held is set when the ceiling leaves no room for
// that.
func (m *Manager) offer(ctx context.Context, urgent bool, passed int64, replaced *journal.Attempt) (feeCap, tipCap *big.Int, held bool, err error) {
	base, tip, err := m.prices(ctx)
	if err != nil {
		return nil, nil, false, err
	}
	maxFee, maxTip := m.c.Fees.MaxFee, m.c.Fees.MaxTip
	if urgent {
		maxFee, maxTip = m.c.Fees.UrgentMaxFee, m.c.Fees.UrgentMaxTip
	}
	tipCap = new(big.Int).Set(tip)
	if urgent && passed > 0 {
		tipCap.Mul(tipCap, big.NewInt(1000+7*passed)).Div(tipCap, big.NewInt(1000))
	}
	feeCap = new(big.Int).Lsh(base, 1)
	feeCap.Add(feeCap, tipCap)
	if replaced != nil {
		oldFee, oldTip := replaced.Fees()
		feeCap, tipCap = larger(feeCap, raised(oldFee)), larger(tipCap, raised(oldTip))
	}
	feeCap, tipCap = smaller(feeCap, maxFee), smaller(tipCap, maxTip)
	tipCap = smaller(tipCap, feeCap)
	if replaced != nil {
		oldFee, oldTip := replaced.Fees()
		return feeCap, tipCap, feeCap.Cmp(tenthMore(oldFee)) < 0 || tipCap.Cmp(tenthMore(oldTip)) < 0, nil
	}
	if !urgent && feeCap.Cmp(base) < 0 {
		return nil, nil, false, fmt.Errorf("%w: the network's base fee is %s wei, the ceiling %s; raise --max-fee-gwei or wait", ErrFeeCeiling, base, maxFee)
	}
	return feeCap, tipCap, false, nil
}

// raised is an eighth more, rounded up.
func raised(v *big.Int) *big.Int {
	r := new(big.Int).Add(v, big.NewInt(7))
	return r.Add(v, r.Rsh(r, 3))
}

// tenthMore is what nodes ask of a replacement.
func tenthMore(v *big.Int) *big.Int {
	r := new(big.Int).Mul(v, big.NewInt(110))
	return r.Add(r, big.NewInt(99)).Div(r, big.NewInt(100))
}

func larger(a, b *big.Int) *big.Int {
	if a.Cmp(b) >= 0 {
		return a
	}
	return b
}

func smaller(a, b *big.Int) *big.Int {
	if a.Cmp(b) <= 0 {
		return a
	}
	return new(big.Int).Set(b)
}
