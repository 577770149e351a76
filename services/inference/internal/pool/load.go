package pool

import (
	"cmp"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"time"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// ensure loads the model into the worker unless it is there.
func (p *Pool) ensure(ctx context.Context, w *process, s Spec) (*loaded, error) {
	p.mu.Lock()
	p.clock++
	m := w.models[s.Key]
	if m != nil {
		m.used = p.clock
	}
	full := m == nil && len(w.models) >= p.config.ModelsPerWorker
	var oldest string
	var slot uint64
	if full {
		for k, l := range w.models {
			if oldest == "" || l.used < w.models[oldest].used {
				oldest = k
			}
		}
		slot = w.models[oldest].slot
		delete(w.models, oldest)
	}
	w.slots++
	p.mu.Unlock()
	if m != nil {
		return m, nil
	}
	if full {
		if err := p.unload(w, slot); err != nil {
			return nil, err
		}
	}
	m, err := p.load(ctx, w, s)
	if err != nil {
		return nil, err
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	m.used = p.clock
	w.models[s.Key] = m
	return m, nil
}

func (p *Pool) unload(w *process, slot uint64) error {
	if err := w.send(frame.Unload, slot, w.request(), nil); err != nil {
		return err
	}
	_, _, err := w.receive(startLimit, startLimit, frame.HeaderSize)
	return err
}

func (p *Pool) load(ctx context.Context, w *process, s Spec) (*loaded, error) {
	model, err := s.Bytes(ctx)
	if err != nil {
		return nil, err
	}
	m := &loaded{slot: w.slots}
	limits := w.request()
	limits = binary.LittleEndian.AppendUint32(limits, cmp.Or(s.Memory, 1024))
	var flags uint32
	if s.Vote {
		flags |= frame.FlagVote
	}
	limits = binary.LittleEndian.AppendUint32(limits, flags)
	if err := w.send(frame.Load, m.slot, limits, model); err != nil {
		return nil, err
	}
	limit := 10 * cmp.Or(s.Limit, 10*time.Second)
	h, reply, err := w.receive(limit, starved*limit, 16<<20)
	if err != nil {
		return nil, err
	}
	switch h.Kind {
	case frame.Done:
	case frame.Failed, frame.Refused:
		return nil, fmt.Errorf("%w: %s", ErrModel, printable(reply))
	case frame.Exhausted:
		return nil, fmt.Errorf("%w: %w: %s", ErrModel, ErrResources, printable(reply))
	default:
		return nil, fatal{fmt.Errorf("%w: kind %d", frame.ErrMalformed, h.Kind)}
	}
	if err := json.Unmarshal(reply, &m.description); err != nil {
		return nil, fatal{fmt.Errorf("%w: %w", frame.ErrMalformed, err)}
	}
	return m, nil
}

// printable makes a worker's message fit for a log and a status.
func printable(b []byte) string {
	const most = 600
	out := make([]rune, 0, min(len(b), most))
	for _, r := range string(b[:min(len(b), most)]) {
		if r < ' ' || r == '\uFFFD' {
			r = ' '
		}
		out = append(out, r)
	}
	return string(out)
}
