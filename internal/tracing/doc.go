// Package tracing records what becomes of each request as one trace, over all services and all nodes.
//
// Guarantees:
//   - the trace id follows from where the request stands on chain (RequestTrace), so services and nodes join one trace
//     without passing anything to each other;
//   - span ids follow from the trace, the node and what the span is of, so a service can name another's span as its
//     parent, and something seen twice (a cursor read again, a block that a reorganisation took away and brought back) is
//     one span;
//   - without an endpoint nothing is dialled, made or kept;
//   - a collector that is slow, wrong or absent never holds up a caller: spans wait in a queue of bounded length, and what
//     doesn't fit is dropped. Its failures are logged, at most once a minute.
//
// Spans are recorded when they have ended, with the times at which they began and ended: what turns out to be a repeat is
// then left out. A process that is killed takes along what it had not recorded.
//
// Calls between services are traced only where the caller has a trace of its own, such as an application that calls a model
// through the Open Inference Protocol.
package tracing
