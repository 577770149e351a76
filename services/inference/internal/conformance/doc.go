// Package conformance sends ONNX's own backend tests through the Open Inference
// Protocol and compares with what ONNX Runtime makes of them in process. Its
// test needs the tests' data (Debian's libonnx-testdata) and the build tag
// conformance: `make test-onnx`.
package conformance
