package fault

import (
	"context"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
)

const (
	// recovery is how long after a fault has ended its victim may still feel it: connections are made again with back-off.
	recovery = 5 * time.Second
	// moment is how long an operator has to be left alone to be expected to reveal: to see a head, send, and be mined.
	moment = 5 * time.Second
)

// witness remembers what was done to whom and when, and when each Ethereum block was seen first. It answers the checker.
type witness struct {
	mu       sync.Mutex
	accounts []common.Address
	spans    []*span
	seen     []sighting
}

// span is a time in which something was done to an operator, or to all (0). An open one has no end yet.
type span struct {
	operator int
	from, to time.Time
}

type sighting struct {
	hash   common.Hash
	number uint64
	at     time.Time
}

// open begins a span; the result ends it, recovery included.
func (w *witness) open(operator int) func() {
	w.mu.Lock()
	defer w.mu.Unlock()
	s := &span{operator: operator, from: time.Now()}
	w.spans = append(w.spans, s)
	return func() {
		w.mu.Lock()
		defer w.mu.Unlock()
		if s.to.IsZero() {
			s.to = time.Now().Add(recovery)
		}
	}
}

// touched reports whether something is or was just done to an operator.
func (w *witness) touched(operator int) bool {
	w.mu.Lock()
	defer w.mu.Unlock()
	now := time.Now()
	return slices.ContainsFunc(w.spans, func(s *span) bool {
		return (s.operator == operator || s.operator == 0) && (s.to.IsZero() || s.to.After(now))
	})
}

// follow notes each head until ctx ends.
func (w *witness) follow(ctx context.Context, client *ethclient.Client, each func(*types.Header)) error {
	heads := make(chan *types.Header, 64)
	sub, err := client.SubscribeNewHead(ctx, heads)
	if err != nil {
		return err
	}
	go func() {
		defer sub.Unsubscribe()
		for {
			select {
			case <-ctx.Done():
				return
			case <-sub.Err():
				return
			case h := <-heads:
				w.mu.Lock()
				w.seen = append(w.seen, sighting{h.Hash(), h.Number.Uint64(), time.Now()})
				w.mu.Unlock()
				each(h)
			}
		}
	}()
	return nil
}

// at is when a block was seen first; one that passed unseen counts as its successor.
func (w *witness) at(hash common.Hash, numberOf func(common.Hash) uint64) time.Time {
	for _, s := range w.seen {
		if s.hash == hash {
			return s.at
		}
	}
	number := numberOf(hash)
	for i := len(w.seen) - 1; i > 0; i-- {
		if w.seen[i-1].number < number && w.seen[i].number >= number {
			return w.seen[i].at
		}
	}
	return time.Time{}
}

// testimony is the witness with what it needs to look blocks up.
type testimony struct {
	*witness
	*aliases
	client *ethclient.Client
	ctx    context.Context //nolint:containedctx // of one check
}

func (t testimony) number(hash common.Hash) uint64 {
	h, err := t.client.HeaderByHash(t.ctx, hash)
	if err != nil {
		return 0
	}
	return h.Number.Uint64()
}

// of are an operator's spans within a time, in order, cut to it.
func (t testimony) of(operator common.Address, from, to common.Hash) (start, end time.Time, spans []span) {
	t.mu.Lock()
	defer t.mu.Unlock()
	start, end = t.at(from, t.number), t.at(to, t.number)
	number := 1 + slices.Index(t.accounts, operator)
	for _, s := range t.spans {
		until := s.to
		if until.IsZero() {
			until = end
		}
		if (s.operator == number || s.operator == 0) && s.from.Before(end) && until.After(start) {
			spans = append(spans, span{s.operator, s.from, until})
		}
	}
	slices.SortFunc(spans, func(a, b span) int { return a.from.Compare(b.from) })
	return start, end, spans
}

// Disturbed implements check.Witness.
func (t testimony) Disturbed(operator common.Address, from, to common.Hash) bool {
	_, _, spans := t.of(operator, from, to)
	return len(spans) > 0
}

// Hindered implements check.Witness: at no time between the two was the operator left alone for a moment.
func (t testimony) Hindered(operator common.Address, from, to common.Hash) bool {
	start, end, spans := t.of(operator, from, to)
	for _, s := range spans {
		if s.from.Sub(start) > moment {
			return false
		}
		if s.to.After(start) {
			start = s.to
		}
	}
	return end.Sub(start) <= moment
}
