package tracing

import (
	"context"
	"log/slog"
	"net"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"go.opentelemetry.io/otel/codes"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/sdk/trace/tracetest"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/protocol"
)

// recorded is a tracer and what its provider exported.
func recorded(t *testing.T, f Flags) (*Tracer, *Provider, func() tracetest.SpanStubs) {
	t.Helper()
	exporter := tracetest.NewInMemoryExporter()
	p := f.New(exporter, "test", "", slog.New(slog.DiscardHandler))
	t.Cleanup(func() { require.NoError(t, p.Shutdown(context.Background())) })
	return NewTracer(p), p, func() tracetest.SpanStubs {
		require.NoError(t, p.ForceFlush(t.Context()))
		return exporter.GetSpans()
	}
}

var request = RequestTrace(1337, protocol.Address{1}, protocol.Hash{2}, 3)

func TestTheTraceIDIsTheFirstHalfOfTheHashOfTheRequestsPosition(t *testing.T) {
	// cast keccak $(cast abi-encode 'f(uint256,address,bytes32,uint256)' 1337 0x01000...00 0x0200...00 3)
	encoded := make([]byte, 128)
	encoded[30], encoded[31] = 0x05, 0x39
	encoded[44] = 1
	encoded[64] = 2
	encoded[127] = 3
	hash := protocol.Keccak256(encoded)
	require.Equal(t, trace.TraceID(hash[:16]), request)
	require.NotEqual(t, request, RequestTrace(1337, protocol.Address{1}, protocol.Hash{2}, 4), "another log of the transaction")
	require.NotEqual(t, request, RequestTrace(1, protocol.Address{1}, protocol.Hash{2}, 3), "another chain")
}

func TestSpansOfOneRequestJoinWithoutPropagation(t *testing.T) {
	one, _, first := recorded(t, Flags{TraceShare: 1, TraceNode: "a"})
	other, _, second := recorded(t, Flags{TraceShare: 1, TraceNode: "a"})
	elsewhere, _, third := recorded(t, Flags{TraceShare: 1, TraceNode: "b"})
	now := time.Now()
	one.Record(Span{Trace: request, Key: RequestKey, Name: "request", Start: now.Add(-time.Second)})
	other.Record(Span{Trace: request, Key: "vote", Parent: RequestKey, Name: "vote", Start: now})
	elsewhere.Record(Span{Trace: request, Key: RequestKey, Name: "request", Start: now})
	root, vote, foreign := first()[0], second()[0], third()[0]
	require.Equal(t, request, root.SpanContext.TraceID())
	require.Equal(t, request, vote.SpanContext.TraceID())
	require.Equal(t, request, foreign.SpanContext.TraceID())
	require.False(t, root.Parent.IsValid())
	require.Equal(t, root.SpanContext.SpanID(), vote.Parent.SpanID())
	require.NotEqual(t, root.SpanContext.SpanID(), foreign.SpanContext.SpanID(), "nodes have spans of their own")
}

func TestASpanSeenTwiceIsRecordedOnce(t *testing.T) {
	tracer, _, spans := recorded(t, Flags{TraceShare: 1})
	for range 3 {
		tracer.Record(Span{Trace: request, Key: "seen", Parent: RequestKey, Name: "seen", Start: time.Now()})
	}
	tracer.Skip(request, "over")
	tracer.Record(Span{Trace: request, Key: "over", Name: "over", Start: time.Now()})
	require.Len(t, spans(), 1)
}

func TestBlockSpansLinkToTheOtherRequests(t *testing.T) {
	tracer, _, spans := recorded(t, Flags{TraceShare: 1})
	other := RequestTrace(1337, protocol.Address{1}, protocol.Hash{9}, 0)
	tracer.Record(Span{Trace: request, Key: "round", Parent: RequestKey, Name: "round", Start: time.Now(), Links: []trace.TraceID{request, other}, Failed: "missed"})
	tracer.Record(Span{Trace: other, Key: RequestKey, Name: "request", Start: time.Now()})
	all := spans()
	require.Len(t, all[0].Links, 1)
	require.Equal(t, all[1].SpanContext.TraceID(), all[0].Links[0].SpanContext.TraceID())
	require.Equal(t, all[1].SpanContext.SpanID(), all[0].Links[0].SpanContext.SpanID())
	require.Equal(t, codes.Error, all[0].Status.Code)
}

func TestCallsAreTracedOnlyForCallersWithATrace(t *testing.T) {
	_, p, spans := recorded(t, Flags{TraceShare: 1})
	_, span := p.Tracer("rpc").Start(t.Context(), "health check")
	span.End()
	caller := trace.NewSpanContext(trace.SpanContextConfig{TraceID: trace.TraceID{7}, SpanID: trace.SpanID{8}, TraceFlags: trace.FlagsSampled, Remote: true})
	_, span = p.Tracer("rpc").Start(trace.ContextWithRemoteSpanContext(t.Context(), caller), "ModelInfer")
	span.End()
	all := spans()
	require.Len(t, all, 1)
	require.Equal(t, "ModelInfer", all[0].Name)
}

func TestTheShareIsOfTheSameRequestsOnEveryNode(t *testing.T) {
	kept := map[string]map[trace.TraceID]bool{}
	for _, node := range []string{"a", "b"} {
		tracer, _, spans := recorded(t, Flags{TraceShare: 0.5, TraceNode: node})
		for i := range 200 {
			tracer.Record(Span{Trace: RequestTrace(1, protocol.Address{}, protocol.Hash{byte(i)}, 0), Key: node, Parent: RequestKey, Name: node, Start: time.Now()})
		}
		kept[node] = map[trace.TraceID]bool{}
		for _, s := range spans() {
			kept[node][s.SpanContext.TraceID()] = true
		}
	}
	require.Equal(t, kept["a"], kept["b"])
	require.Greater(t, len(kept["a"]), 50)
	require.Less(t, len(kept["a"]), 150)
}

func TestStepsNestAndFailuresInARowAreOne(t *testing.T) {
	tracer, _, spans := recorded(t, Flags{TraceShare: 1})
	r := new(Recorder)
	require.Same(t, r, RecorderOf(WithRecorder(t.Context(), r)))
	began := time.Now()
	for range 3 {
		r.Add(Step{Name: "fetch", Start: began, Failed: "not found"})
	}
	r.Add(Step{Name: "run", Start: began, End: began.Add(time.Second)})
	r.Add(Step{Name: "encode", Within: "run", Start: began, End: began.Add(time.Millisecond)})
	tracer.RecordSteps(request, "vote", r.Take())
	require.Empty(t, r.Take())
	all := spans()
	require.Len(t, all, 3)
	require.Equal(t, all[1].SpanContext.SpanID(), all[2].Parent.SpanID())
	require.Equal(t, all[0].Parent.SpanID(), all[1].Parent.SpanID())
	require.EqualValues(t, 3, all[0].Attributes[0].Value.AsInt64())
}

func TestWithoutAnEndpointThereIsNothing(t *testing.T) {
	for _, variable := range endpointVariables {
		t.Setenv(variable, "")
	}
	p, stop, err := Flags{TraceShare: 1}.Start("test", "", slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	require.Nil(t, p)
	stop()
	none := NewTracer(p)
	require.False(t, none.On())
	none.Record(Span{Trace: request, Name: "nothing"})
	none.RecordSteps(request, "", nil)
	none.Skip(request, "")
	var r *Recorder
	r.Add(Step{})
	require.Nil(t, r.Take())
	require.Nil(t, RecorderOf(WithRecorder(t.Context(), nil)))
}

func TestAWrongEndpointOrShareIsRefusedByName(t *testing.T) {
	for text, f := range map[string]Flags{
		"--otlp-endpoint": {OTLPEndpoint: "collector:4317", TraceShare: 1},
		"--trace-share":   {OTLPEndpoint: "http://127.0.0.1:4317", TraceShare: 2},
	} {
		_, _, err := f.Start("test", "", slog.New(slog.DiscardHandler))
		require.ErrorContains(t, err, text)
	}
	t.Setenv("OTEL_EXPORTER_OTLP_ENDPOINT", "nonsense")
	_, _, err := Flags{TraceShare: 1}.Start("test", "", slog.New(slog.DiscardHandler))
	require.ErrorContains(t, err, "OTEL_EXPORTER_OTLP_ENDPOINT")
}

func TestACollectorThatNeverAnswersHoldsNobodyUp(t *testing.T) {
	silent, err := net.Listen("tcp", "127.0.0.1:0") // takes connections, says nothing
	require.NoError(t, err)
	defer silent.Close()
	p, stop, err := Flags{OTLPEndpoint: "http://" + silent.Addr().String(), TraceShare: 1}.Start("test", "", slog.New(slog.DiscardHandler))
	require.NoError(t, err)
	tracer := NewTracer(p)
	began := time.Now()
	for i := range 3 * queuedSpans {
		tracer.Record(Span{Trace: request, Key: string(rune(i)), Parent: RequestKey, Name: "span", Start: began})
	}
	require.Less(t, time.Since(began), 5*time.Second, "three times what the queue holds")
	began = time.Now()
	stop()
	require.Less(t, time.Since(began), 2*flushLimit)
}

var _ sdktrace.SpanExporter = (*quiet)(nil)
