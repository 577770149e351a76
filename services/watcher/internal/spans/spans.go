// Package spans records what the watcher does for each request: when it saw it, whom it told when, and, once the request
// has ended, the span of the whole of it. An event is recorded when it is added to the log, so one that is read from the
// log again, by whatever cursor, adds nothing.
package spans

import (
	"fmt"
	"strings"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2/simplelru"
	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/tracing"
	"github.com/ethml/ethml/services/watcher/internal/eventlog"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// recent is how many requests are remembered until their subscribers were told.
const recent = 4096

// Spans records spans. A nil one does nothing. It is safe for concurrent use.
type Spans struct {
	tracer *tracing.Tracer

	mu    sync.Mutex
	added *lru.LRU[eventlog.Position, added]
}

// added is a request in the log.
type added struct {
	trace trace.TraceID
	seen  string // key of its span
	at    time.Time
}

// New is nil for no provider.
func New(p trace.TracerProvider) *Spans {
	if p == nil {
		return nil
	}
	s := &Spans{tracer: tracing.NewTracer(p)}
	s.added, _ = lru.NewLRU[eventlog.Position, added](recent, nil) // fails for no room only
	return s
}

// Pending finds a request that has not ended by the state before the events.
type Pending func(id uint64) *ethmlv1.PendingRequest

// News is what events that are about to be added to the log will give to record.
type News struct {
	tracer *tracing.Tracer
	spans  []tracing.Span
}

// News takes in events that are about to be added to the log, in order; learnt is when the watcher heard of their blocks.
// From then on subscribers may be told of them.
func (s *Spans) News(chain tracing.Chain, events []*ethmlv1.Event, learnt time.Time, before Pending) *News {
	if s == nil || len(events) == 0 {
		return nil
	}
	now := time.Now()
	queued := map[uint64]*ethmlv1.ChainPosition{}
	failed := map[uint64]bool{}
	for _, e := range events {
		if r := e.GetCallbackResult(); r != nil {
			failed[r.GetId()] = !r.GetDelivered()
		}
	}
	news := &News{tracer: s.tracer}
	for _, e := range events {
		at := e.GetPosition()
		if now.Sub(time.Unix(int64(at.GetBlockTime()), 0)) > tracing.MaxAge {
			continue
		}
		switch k := e.GetKind().(type) {
		case *ethmlv1.Event_RequestQueued:
			queued[k.RequestQueued.GetId()] = at
			span := seen(chain.Request(at), k.RequestQueued, at, learnt)
			news.spans = append(news.spans, span)
			s.mu.Lock()
			s.added.Add(eventlog.Position{Number: at.GetBlockNumber(), Hash: eventlog.Hash(at.GetBlockHash()), Index: at.GetLogIndex()},
				added{span.Trace, span.Key, now})
			s.mu.Unlock()
		case *ethmlv1.Event_RequestEnded:
			id := k.RequestEnded.GetId()
			from := queued[id]
			if from == nil {
				from = before(id).GetPosition()
			}
			news.spans = append(news.spans, ended(chain.Request(from), k.RequestEnded, from, at, failed[id]))
		}
	}
	return news
}

// Stored records the news, now that the events are in the log.
func (n *News) Stored() {
	if n == nil {
		return
	}
	for _, span := range n.spans {
		n.tracer.Record(span)
	}
}

func seen(id trace.TraceID, r *ethmlv1.RequestQueued, at *ethmlv1.ChainPosition, learnt time.Time) tracing.Span {
	return tracing.Span{Trace: id, Key: fmt.Sprintf("watcher/seen/%x", at.GetBlockHash()), Parent: tracing.RequestKey, Name: "request seen", Start: learnt,
		Attrs: append(requestAttrs(r.GetId(), at), tracing.Int("ethml.model.id", r.GetModelId()), attribute.String("ethml.data.cid", r.GetDataCid()),
			tracing.Hex("ethml.requester", r.GetRequester()))}
}

// ended is the span of the whole request, from the Ethereum block that made it to now.
func ended(id trace.TraceID, r *ethmlv1.RequestEnded, from, at *ethmlv1.ChainPosition, callbackFailed bool) tracing.Span {
	state := strings.ToLower(strings.TrimPrefix(r.GetState().String(), "REQUEST_END_STATE_"))
	span := tracing.Span{Trace: id, Key: tracing.RequestKey, Name: "request", Start: time.Unix(int64(from.GetBlockTime()), 0),
		Attrs: append(requestAttrs(r.GetId(), from), attribute.String("ethml.request.state", state), tracing.Int("ethml.block.number", r.GetBlockNumber()),
			tracing.Hex("ethml.end.tx.hash", at.GetTransactionHash()), attribute.Bool("ethml.callback.failed", callbackFailed))}
	switch r.GetState() {
	case ethmlv1.RequestEndState_REQUEST_END_STATE_ANSWERED:
		span.Attrs = append(span.Attrs, tracing.Hex("ethml.prediction", r.GetWord()))
	case ethmlv1.RequestEndState_REQUEST_END_STATE_FAILED:
		span.Failed = fmt.Sprintf("request failed with reason %d", r.GetReason())
	}
	return span
}

func requestAttrs(id uint64, at *ethmlv1.ChainPosition) []attribute.KeyValue {
	return []attribute.KeyValue{tracing.Int("ethml.request.id", id), tracing.Int("ethereum.block.number", at.GetBlockNumber()),
		tracing.Hex("ethereum.tx.hash", at.GetTransactionHash())}
}

// Subscriber is a stream of events and since when it stands.
type Subscriber struct {
	Number int64 // its own among this process's
	Since  time.Time
	Peer   string
}

// Delivered takes in that an event was sent to a subscriber. Only what happened while it was subscribed counts as a delivery;
// the rest is history that it reads.
func (s *Spans) Delivered(to Subscriber, at eventlog.Position) {
	if s == nil {
		return
	}
	s.mu.Lock()
	a, known := s.added.Get(at)
	s.mu.Unlock()
	if !known || a.at.Before(to.Since) {
		return
	}
	s.tracer.Record(tracing.Span{Trace: a.trace, Key: fmt.Sprintf("%s/to/%d", a.seen, to.Number), Parent: a.seen, Name: "deliver", Start: a.at,
		Attrs: []attribute.KeyValue{attribute.String("network.peer.address", to.Peer)}})
}
