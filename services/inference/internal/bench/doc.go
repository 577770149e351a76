// Package bench measures what serving costs: `make bench-inference`. Its tests
// need the build tag bench.
//
// CPU time is the server's alone, its workers included, per call, and is
// compared with a bare server: one process, gRPC and ONNX Runtime, no walls.
package bench
