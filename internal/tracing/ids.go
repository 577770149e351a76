package tracing

import (
	"context"
	crand "crypto/rand"
	"encoding/binary"

	sdktrace "go.opentelemetry.io/otel/sdk/trace"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/protocol"
)

// RequestTrace is the id of the trace of a request: the first 16 bytes of
// keccak256(abi.encode(uint256 chainID, address coordinator, bytes32 tx, uint256 logIndex)), where tx is the hash of the
// Ethereum transaction that made the request, and logIndex that of its RequestQueued log in the Ethereum block.
func RequestTrace(chainID uint64, coordinator protocol.Address, tx protocol.Hash, logIndex uint32) trace.TraceID {
	var encoded [128]byte
	binary.BigEndian.PutUint64(encoded[24:], chainID)
	copy(encoded[44:], coordinator[:])
	copy(encoded[64:], tx[:])
	binary.BigEndian.PutUint32(encoded[124:], logIndex)
	hash := protocol.Keccak256(encoded[:])
	return trace.TraceID(hash[:16])
}

// spanID is the id of the span that key names, among those of one node in one trace.
func spanID(id trace.TraceID, node, key string) trace.SpanID {
	hash := protocol.Keccak256(id[:], []byte(node), []byte{0}, []byte(key))
	return trace.SpanID(hash[:8])
}

// wanted is, in a context, the ids of the span that is about to start.
type wanted struct{}

// generator gives spans the ids that their context asks for, and others random ones.
type generator struct{}

var _ sdktrace.IDGenerator = generator{}

// NewIDs implements sdktrace.IDGenerator.
func (generator) NewIDs(ctx context.Context) (trace.TraceID, trace.SpanID) {
	if w, ok := ctx.Value(wanted{}).(trace.SpanContext); ok {
		return w.TraceID(), w.SpanID()
	}
	var id trace.TraceID
	crand.Read(id[:])
	return id, random()
}

// NewSpanID implements sdktrace.IDGenerator.
func (generator) NewSpanID(ctx context.Context, _ trace.TraceID) trace.SpanID {
	if w, ok := ctx.Value(wanted{}).(trace.SpanContext); ok {
		return w.SpanID()
	}
	return random()
}

func random() (id trace.SpanID) {
	crand.Read(id[:])
	return id
}

// sampler keeps a share of the requests, the same ones on every node, and those of other spans whose caller keeps them.
type sampler struct{ share sdktrace.Sampler }

// ShouldSample implements sdktrace.Sampler.
func (s sampler) ShouldSample(p sdktrace.SamplingParameters) sdktrace.SamplingResult {
	if _, ours := p.ParentContext.Value(wanted{}).(trace.SpanContext); ours {
		return s.share.ShouldSample(p)
	}
	parent := trace.SpanContextFromContext(p.ParentContext)
	decision := sdktrace.Drop
	if parent.IsSampled() {
		decision = sdktrace.RecordAndSample
	}
	return sdktrace.SamplingResult{Decision: decision, Tracestate: parent.TraceState()}
}

// Description implements sdktrace.Sampler.
func (s sampler) Description() string { return "requests: " + s.share.Description() }
