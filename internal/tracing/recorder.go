package tracing

import (
	"context"
	"fmt"
	"sync"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
)

// Step is a part of some work.
type Step struct {
	Name   string
	Within string // name of the step it is a part of; empty for none
	Start  time.Time
	End    time.Time
	Attrs  []attribute.KeyValue
	Failed string // why it failed; empty if it didn't
	tries  int
}

// Recorder collects the steps of some work until it is known whether they are worth recording. A nil one collects
// nothing. It is safe for concurrent use.
type Recorder struct {
	mu    sync.Mutex
	steps []Step
}

// maxSteps bounds a recorder.
const maxSteps = 32

// Add adds a step that ends now, unless it says otherwise. A step that fails again and again is one step.
func (r *Recorder) Add(s Step) {
	if r == nil {
		return
	}
	if s.End.IsZero() {
		s.End = time.Now()
	}
	s.tries = 1
	r.mu.Lock()
	defer r.mu.Unlock()
	if n := len(r.steps); n > 0 && s.Failed != "" && r.steps[n-1].Name == s.Name && r.steps[n-1].Failed != "" {
		last := &r.steps[n-1]
		last.End, last.Failed, last.tries = s.End, s.Failed, last.tries+1
		return
	}
	if len(r.steps) < maxSteps {
		r.steps = append(r.steps, s)
	}
}

// Take gives the steps, and forgets them.
func (r *Recorder) Take() []Step {
	if r == nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	steps := r.steps
	r.steps = nil
	return steps
}

// RecordSteps records steps below the span that parent names.
func (t *Tracer) RecordSteps(id trace.TraceID, parent string, steps []Step) {
	for i, s := range steps {
		within := parent
		for j, other := range steps {
			if s.Within != "" && other.Name == s.Within && !other.Start.After(s.Start) && !other.End.Before(s.End) {
				within = stepKey(parent, j, other.Name)
			}
		}
		attrs := s.Attrs
		if s.tries > 1 {
			attrs = append(attrs[:len(attrs):len(attrs)], attribute.Int("ethml.tries", s.tries))
		}
		t.Record(Span{Trace: id, Key: stepKey(parent, i, s.Name), Parent: within, Name: s.Name, Start: s.Start, End: s.End, Attrs: attrs, Failed: s.Failed})
	}
}

func stepKey(parent string, i int, name string) string {
	return fmt.Sprintf("%s/%d/%s", parent, i, name)
}

type recorderKey struct{}

// WithRecorder gives those who work under ctx a recorder to add their steps to.
func WithRecorder(ctx context.Context, r *Recorder) context.Context {
	if r == nil {
		return ctx
	}
	return context.WithValue(ctx, recorderKey{}, r)
}

// RecorderOf is ctx's recorder; nil when nothing is recorded.
func RecorderOf(ctx context.Context) *Recorder {
	r, _ := ctx.Value(recorderKey{}).(*Recorder)
	return r
}
