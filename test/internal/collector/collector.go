// Package collector is an OpenTelemetry collector that keeps what it is sent, for tests.
package collector

import (
	"context"
	"encoding/hex"
	"net"
	"strings"
	"sync"
	"testing"

	tracepb "go.opentelemetry.io/proto/otlp/collector/trace/v1"
	commonpb "go.opentelemetry.io/proto/otlp/common/v1"
	spanpb "go.opentelemetry.io/proto/otlp/trace/v1"
	"google.golang.org/grpc"
)

// Span is a span and who sent it.
type Span struct {
	*spanpb.Span
	Service, Node string
}

// Attr is an attribute as text; empty for none.
func (s Span) Attr(key string) string { return text(s.Attributes, key) }

func text(attrs []*commonpb.KeyValue, key string) string {
	for _, a := range attrs {
		if a.GetKey() == key {
			return strings.Trim(strings.TrimSpace(valueText(a.GetValue())), `"`)
		}
	}
	return ""
}

func valueText(v *commonpb.AnyValue) string {
	if s, ok := v.GetValue().(*commonpb.AnyValue_StringValue); ok {
		return s.StringValue
	}
	_, value, _ := strings.Cut(v.String(), ":")
	return value
}

// Collector keeps spans.
type Collector struct {
	tracepb.UnimplementedTraceServiceServer
	URL string

	mu    sync.Mutex
	spans []Span
}

// Start serves on loopback until the test ends.
func Start(t testing.TB) *Collector {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	c := &Collector{URL: "http://" + listener.Addr().String()}
	server := grpc.NewServer()
	tracepb.RegisterTraceServiceServer(server, c)
	done := make(chan struct{})
	go func() {
		defer close(done)
		if err := server.Serve(listener); err != nil {
			t.Error(err)
		}
	}()
	t.Cleanup(func() { server.Stop(); <-done })
	return c
}

// Export implements the collector's service.
func (c *Collector) Export(_ context.Context, r *tracepb.ExportTraceServiceRequest) (*tracepb.ExportTraceServiceResponse, error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, resource := range r.GetResourceSpans() {
		attrs := resource.GetResource().GetAttributes()
		for _, scope := range resource.GetScopeSpans() {
			for _, s := range scope.GetSpans() {
				c.spans = append(c.spans, Span{s, text(attrs, "service.name"), text(attrs, "ethml.node")})
			}
		}
	}
	return &tracepb.ExportTraceServiceResponse{}, nil
}

// Spans are all spans received.
func (c *Collector) Spans() []Span {
	c.mu.Lock()
	defer c.mu.Unlock()
	return append([]Span(nil), c.spans...)
}

// Traces are the spans by trace id, in hexadecimal digits.
func (c *Collector) Traces() map[string][]Span {
	out := map[string][]Span{}
	for _, s := range c.Spans() {
		id := hex.EncodeToString(s.GetTraceId())
		out[id] = append(out[id], s)
	}
	return out
}
