// Package ort runs ONNX models with ONNX Runtime. It belongs inside the worker
// process: a model is a stranger's program, and this package gives it no walls
// of its own.
package ort

/*
#cgo CFLAGS: -O2 -Wall
#cgo LDFLAGS: -ldl
#include <stdlib.h>
#include "shim.h"
*/
import "C"

import (
	"fmt"
	"unsafe"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// Error is ONNX Runtime's own report, or the shim's.
type Error struct {
	Code    int
	Message string
}

func (e *Error) Error() string { return e.Message }

// OutOfMemory tells whether memory ran out, which is the machine's or the
// limit's doing rather than the input's.
func (e *Error) OutOfMemory() bool { return e.Code == int(C.ETHML_ERR_MEMORY) }

func toError(e *C.ethml_error) error {
	if e.code == 0 {
		return nil
	}
	return &Error{Code: int(e.code), Message: C.GoString(&e.message[0])}
}

// Open opens the library at path. It must be called once, before anything
// else, and before the process gives up the right to open files.
func Open(path string) error {
	name := C.CString(path)
	defer C.free(unsafe.Pointer(name))
	var e C.ethml_error
	C.ethml_open(name, &e)
	if err := toError(&e); err != nil {
		return fmt.Errorf("open ONNX Runtime library %s: %w", path, err)
	}
	return nil
}

// Version is the opened library's version.
func Version() string { return C.GoString(C.ethml_version()) }

// Model is a loaded model. It is not safe for concurrent use.
type Model struct {
	c           *C.ethml_model
	description frame.Description
}

// Threads are how many threads a model may use, inside an operator and between
// operators.
type Threads struct{ Intra, Inter int }

// Load loads an ONNX model for one thread, as votes are made; b stays the
// caller's.
func Load(b []byte) (*Model, error) { return LoadThreaded(b, Threads{1, 1}) }

// LoadThreaded loads an ONNX model for some number of threads. Bits may depend
// on it: it is there to find out whether a model's words do.
func LoadThreaded(b []byte, t Threads) (*Model, error) {
	var e C.ethml_error
	m := C.ethml_load(unsafe.Pointer(unsafe.SliceData(b)), C.size_t(len(b)), C.int(t.Intra), C.int(t.Inter), &e)
	if err := toError(&e); err != nil {
		return nil, err
	}
	var in, out *C.ethml_port
	n := C.ethml_inputs(m, &in)
	k := C.ethml_outputs(m, &out)
	return &Model{c: m, description: frame.Description{Inputs: ports(in, n), Outputs: ports(out, k)}}, nil
}

func ports(p *C.ethml_port, n C.size_t) []frame.Port {
	all := make([]frame.Port, 0, int(n))
	for _, c := range unsafe.Slice(p, int(n)) {
		port := frame.Port{
			Name:     C.GoString(c.name),
			Kind:     frame.Kind(c.kind),
			Type:     frame.ElementType(c._type),
			Optional: c.optional != 0,
		}
		if c.rank >= 0 {
			port.Shape = make([]int64, int(c.rank))
			for i, d := range unsafe.Slice(c.dims, int(c.rank)) {
				port.Shape[i] = max(int64(d), -1)
			}
		}
		all = append(all, port)
	}
	return all
}

// Describe tells the model's inputs and outputs.
func (m *Model) Describe() frame.Description { return m.description }

// Run runs the model on the body of a run request and appends the body of the
// reply to result.
func (m *Model) Run(request []byte, result *Buffer) error {
	var e C.ethml_error
	C.ethml_run(m.c, (*C.uint8_t)(unsafe.SliceData(request)), C.size_t(len(request)), &result.c, &e)
	return toError(&e)
}

// Close frees the model.
func (m *Model) Close() {
	C.ethml_free(m.c)
	m.c = nil
}

// Buffer is memory outside the Go heap that starts at a multiple of 64 bytes.
// The zero value is empty and ready.
type Buffer struct{ c C.ethml_buffer }

// Grow sets the length, keeping what is there.
func (b *Buffer) Grow(n int) error {
	if more := n - int(b.c.len); more > 0 && C.ethml_reserve(&b.c, C.size_t(more)) == 0 {
		return &Error{Code: int(C.ETHML_ERR_MEMORY), Message: "out of memory"}
	}
	b.c.len = C.size_t(n)
	return nil
}

// Bytes are the contents, valid until the buffer next changes.
func (b *Buffer) Bytes() []byte {
	return unsafe.Slice((*byte)(b.c.data), int(b.c.len))
}

// Cap is how many bytes it holds without growing.
func (b *Buffer) Cap() int { return int(b.c.cap) }

// Free gives the memory back; the buffer is empty and ready again.
func (b *Buffer) Free() { C.ethml_buffer_free(&b.c) }
