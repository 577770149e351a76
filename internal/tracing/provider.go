package tracing

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/exporters/otlp/otlptrace/otlptracegrpc"
	"go.opentelemetry.io/otel/sdk/resource"
	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/version"
)

// Flags are the command-line flags of tracing; embed them in a kong struct.
type Flags struct {
	OTLPEndpoint string  `name:"otlp-endpoint" help:"OpenTelemetry collector that takes traces by OTLP over gRPC, such as http://127.0.0.1:4317 (https:// for TLS); none: no traces. OTEL_EXPORTER_OTLP_ENDPOINT does the same." placeholder:"URL"`
	TraceNode    string  `name:"trace-node" help:"Name of this node in traces, the same for all its services; nodes that share a collector need different ones."`
	TraceShare   float64 `name:"trace-share" help:"Share of requests to trace, 0 to 1; the same requests on every node." default:"1"`
}

// The environment variables that OpenTelemetry's own documentation names.
var endpointVariables = []string{"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "OTEL_EXPORTER_OTLP_ENDPOINT"}

// Provider makes tracers whose spans go to a collector. It implements trace.TracerProvider.
type Provider struct {
	*sdktrace.TracerProvider
	node string
}

// Limits of exporting: they bound memory and how long a stop may take.
const (
	queuedSpans = 4096
	batchEvery  = time.Second
	exportLimit = 5 * time.Second
	flushLimit  = 3 * time.Second
)

// Start makes the provider that the flags and the environment ask for, and what flushes and ends it. Without an endpoint
// the provider is nil. The collector need not be there: it is dialled in the background.
func (f Flags) Start(service, instance string, log *slog.Logger) (trace.TracerProvider, func(), error) {
	none := func() {}
	endpoint, name := f.OTLPEndpoint, "--otlp-endpoint"
	for _, variable := range endpointVariables {
		if endpoint == "" {
			endpoint, name = strings.TrimSpace(os.Getenv(variable)), variable
		}
	}
	if endpoint == "" || strings.EqualFold(os.Getenv("OTEL_SDK_DISABLED"), "true") {
		return nil, none, nil
	}
	if f.TraceShare < 0 || f.TraceShare > 1 {
		return nil, none, fmt.Errorf("--trace-share %g: choose 0 to 1", f.TraceShare)
	}
	if u, err := url.Parse(endpoint); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
		return nil, none, fmt.Errorf("%s %q: want a URL such as http://127.0.0.1:4317", name, endpoint)
	}
	exporter, err := otlptracegrpc.New(context.Background(), otlptracegrpc.WithEndpointURL(endpoint), otlptracegrpc.WithTimeout(exportLimit))
	if err != nil {
		return nil, none, fmt.Errorf("export traces to %s (%s): %w", endpoint, name, err)
	}
	p := f.New(exporter, service, instance, log)
	return p, func() {
		ctx, cancel := context.WithTimeout(context.Background(), flushLimit)
		defer cancel()
		// A collector that is away was logged already.
		_ = p.Shutdown(ctx)
	}, nil
}

// New makes a provider whose spans go to an exporter.
func (f Flags) New(exporter sdktrace.SpanExporter, service, instance string, log *slog.Logger) *Provider {
	own := []attribute.KeyValue{
		attribute.String("service.namespace", "ethml"), attribute.String("service.name", service),
		attribute.String("service.version", version.Version),
	}
	if instance != "" {
		own = append(own, attribute.String("service.instance.id", instance))
	}
	if f.TraceNode != "" {
		own = append(own, attribute.String("ethml.node", f.TraceNode))
	}
	// What the environment says (OTEL_RESOURCE_ATTRIBUTES) comes on top; a mistake in it costs only that.
	described, err := resource.New(context.Background(), resource.WithAttributes(own...), resource.WithTelemetrySDK(), resource.WithFromEnv())
	if err != nil {
		log.Warn("attributes of traces are incomplete", "error", err)
	}
	return &Provider{node: f.TraceNode, TracerProvider: sdktrace.NewTracerProvider(
		sdktrace.WithResource(described), sdktrace.WithIDGenerator(generator{}),
		sdktrace.WithSampler(sampler{sdktrace.TraceIDRatioBased(f.TraceShare)}),
		sdktrace.WithBatcher(&quiet{SpanExporter: exporter, log: log},
			sdktrace.WithMaxQueueSize(queuedSpans), sdktrace.WithBatchTimeout(batchEvery), sdktrace.WithExportTimeout(2*exportLimit)),
	)}
}

// quiet tells of an exporter's failures in the service's log, not too often, and nowhere else.
type quiet struct {
	sdktrace.SpanExporter
	log *slog.Logger

	mu   sync.Mutex
	next time.Time
	lost int
}

// logEvery is how often failures are told.
const logEvery = time.Minute

// ExportSpans implements sdktrace.SpanExporter.
func (q *quiet) ExportSpans(ctx context.Context, spans []sdktrace.ReadOnlySpan) error {
	err := q.SpanExporter.ExportSpans(ctx, spans)
	if err == nil || errors.Is(err, context.Canceled) {
		return nil
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.lost += len(spans)
	if now := time.Now(); now.After(q.next) {
		q.log.Warn("traces not taken by the collector", "spans_lost", q.lost, "error", err)
		q.next, q.lost = now.Add(logEvery), 0
	}
	return nil
}
