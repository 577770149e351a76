package tracing

import (
	"context"
	"fmt"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/codes"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/protocol"
)

// RequestKey names the span of a whole request, which the watcher records and all others hang from.
const RequestKey = "request"

// MaxAge is how old what is seen may be: a node that reads history adds nothing to the traces of long ago.
const MaxAge = time.Hour

// Span is something that has ended.
type Span struct {
	Trace  trace.TraceID
	Key    string // names it among the node's spans of the trace; one that was recorded is not recorded again
	Parent string // key of its parent; empty for none
	Name   string
	Start  time.Time
	End    time.Time // zero: now
	Attrs  []attribute.KeyValue
	Links  []trace.TraceID // other requests that it is about
	Failed string          // why it failed; empty if it didn't
}

// Tracer records spans of one service. A nil one does nothing, so that callers need not ask.
type Tracer struct {
	tracer trace.Tracer
	node   string
	done   *lru.Cache[trace.SpanID, struct{}]
}

// remembered is how many spans are known to have been recorded: a few hours' worth.
const remembered = 1 << 14

// NewTracer is nil for no provider.
func NewTracer(p trace.TracerProvider) *Tracer {
	if p == nil {
		return nil
	}
	t := &Tracer{tracer: p.Tracer("github.com/ethml/ethml")}
	if own, ok := p.(*Provider); ok {
		t.node = own.node
	}
	t.done, _ = lru.New[trace.SpanID, struct{}](remembered) // fails for no room only
	return t
}

// On tells whether spans are recorded at all.
func (t *Tracer) On() bool { return t != nil }

// Now is the present, or the zero time where nothing is recorded.
func (t *Tracer) Now() time.Time {
	if t == nil {
		return time.Time{}
	}
	return time.Now()
}

// Record records a span, unless its key was recorded in its trace before.
func (t *Tracer) Record(s Span) {
	if t == nil || !s.Trace.IsValid() {
		return
	}
	own := spanID(s.Trace, t.node, s.Key)
	if known, _ := t.done.ContainsOrAdd(own, struct{}{}); known {
		return
	}
	ctx := context.WithValue(context.Background(), wanted{}, t.context(s.Trace, s.Key))
	options := []trace.SpanStartOption{trace.WithTimestamp(s.Start), trace.WithAttributes(s.Attrs...)}
	if s.Parent == "" {
		options = append(options, trace.WithNewRoot())
	} else {
		ctx = trace.ContextWithRemoteSpanContext(ctx, t.context(s.Trace, s.Parent))
	}
	for _, other := range s.Links {
		if other != s.Trace && other.IsValid() {
			options = append(options, trace.WithLinks(trace.Link{SpanContext: t.context(other, RequestKey)}))
		}
	}
	_, span := t.tracer.Start(ctx, s.Name, options...)
	if s.Failed != "" {
		span.SetStatus(codes.Error, s.Failed)
	}
	if s.End.IsZero() {
		s.End = time.Now()
	}
	if s.End.Before(s.Start) {
		s.End = s.Start // the chain's clock may be ahead of this one
	}
	span.End(trace.WithTimestamp(s.End))
}

// Skip makes Record leave a span out, as if it had been recorded.
func (t *Tracer) Skip(id trace.TraceID, key string) {
	if t != nil {
		t.done.Add(spanID(id, t.node, key), struct{}{})
	}
}

func (t *Tracer) context(id trace.TraceID, key string) trace.SpanContext {
	return trace.NewSpanContext(trace.SpanContextConfig{TraceID: id, SpanID: spanID(id, t.node, key), TraceFlags: trace.FlagsSampled, Remote: true})
}

// Chain tells the traces of requests that are made on it.
type Chain struct {
	ID          uint64
	Coordinator protocol.Address
}

// NewChain is the chain with an id and a coordinator of 20 bytes.
func NewChain(id uint64, coordinator []byte) Chain {
	c := Chain{ID: id}
	copy(c.Coordinator[:], coordinator)
	return c
}

// Position is where a request stands: ethml.v1.ChainPosition.
type Position interface {
	GetTransactionHash() []byte
	GetLogIndex() uint32
}

// Request is the trace of the request that was made at a position; zero for one that can't be.
func (c Chain) Request(at Position) trace.TraceID {
	tx, err := protocol.HashFromBytes("transaction hash", at.GetTransactionHash())
	if err != nil {
		return trace.TraceID{}
	}
	return RequestTrace(c.ID, c.Coordinator, tx, at.GetLogIndex())
}

// Int is an attribute with a whole number; those on chain are far below 2^63.
func Int(key string, value uint64) attribute.KeyValue { return attribute.Int64(key, int64(value)) }

// Hex is an attribute with bytes, as 0x and hexadecimal digits.
func Hex(key string, value []byte) attribute.KeyValue {
	return attribute.String(key, fmt.Sprintf("0x%x", value))
}
