package ort

/*
#include <stdlib.h>
#include "shim.h"
*/
import "C"

import (
	"io"
	"unsafe"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// Loop reads a worker's requests and answers those that run a model.
type Loop struct {
	c      *C.ethml_loop
	models map[uint64]*Model
}

// NewLoop makes a loop over a socket.
func NewLoop(fd int) *Loop {
	c := (*C.ethml_loop)(C.calloc(1, C.sizeof_ethml_loop))
	c.fd = C.int(fd)
	return &Loop{c: c, models: map[uint64]*Model{}}
}

// Next answers requests until one comes that is no run of a model there is, and
// returns that one; its body is valid until Next is called again. The error is
// io.EOF when the other end has closed.
func (l *Loop) Next() (frame.Header, []byte, error) {
	var e C.ethml_error
	switch C.ethml_serve(l.c, &e) {
	case 0:
		return frame.Header{}, nil, io.EOF
	case 1:
		b := unsafe.Slice((*byte)(l.c.request.data), int(l.c.request.len))
		return frame.ParseHeader(b[frame.Alignment-frame.HeaderSize:]), b[frame.Alignment:], nil
	}
	return frame.Header{}, nil, toError(&e)
}

// Put has the model of a slot answer from now on, in the place of the one that
// did; nil for none.
func (l *Loop) Put(slot uint64, m *Model) {
	if old := l.models[slot]; old != nil {
		old.Close()
		delete(l.models, slot)
	}
	if m != nil {
		l.models[slot] = m
	}
	C.free(unsafe.Pointer(l.c.slots))
	C.free(unsafe.Pointer(l.c.models))
	n := C.size_t(len(l.models))
	l.c.slots = (*C.uint64_t)(C.calloc(n+1, C.sizeof_uint64_t))
	l.c.models = (**C.ethml_model)(C.calloc(n+1, C.size_t(unsafe.Sizeof(l.c.models))))
	l.c.n_models = n
	slots, models := unsafe.Slice(l.c.slots, int(n)), unsafe.Slice(l.c.models, int(n))
	i := 0
	for slot, m := range l.models {
		slots[i], models[i] = C.uint64_t(slot), m.c
		i++
	}
}
