// Package pool runs models in worker processes and replaces those that die.
//
// Guarantees: a worker runs one request at a time, so that a worker's death
// costs exactly the request it was running; every request ends within a
// multiple of its limit; what a worker replies is checked before it is
// believed; at most MaxWorkers processes with ModelsPerWorker models each
// exist, the least recently used make way; a process that has run a model is
// given another one only where ModelsPerWorker allows that; requests that give
// way wait behind those that don't, and never have all of several workers.
//
// Not guaranteed: that a model's words are right. A model taken over by its
// input can answer anything it likes, for itself and, where ModelsPerWorker is
// above 1, for the models it shares its process with.
package pool

import (
	"context"
	"errors"
	"time"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

// What can become of a model or a request.
var (
	// ErrModel is a model that can't be loaded.
	ErrModel = errors.New("model can't be loaded")
	// ErrInput is an input that ONNX Runtime or the model refuses.
	ErrInput = errors.New("model rejected the input")
	// ErrResources is a request that took too much time or memory, or killed its worker.
	ErrResources = errors.New("model ran out of its limits")
	// ErrQuarantined is a model that killed too many workers lately.
	ErrQuarantined = errors.New("model is in quarantine")
	// ErrStart is a worker that doesn't come up.
	ErrStart = errors.New("worker process doesn't start")
	// ErrClosed is a pool that has been closed.
	ErrClosed = errors.New("pool is closed")
)

// Spec is a model and what it may use.
type Spec struct {
	// Key names the model's bytes and rules: equal keys are the same model.
	Key string
	// Bytes reads the ONNX file, each time the model is loaded anew.
	Bytes func(context.Context) ([]byte, error)
	// Memory is what the model may allocate, in MiB; 0 means 1024.
	Memory uint32
	// Limit is the CPU time of one run, and of loading tenfold; 0 means 10 s. A
	// worker that is starved of CPU gets up to four times as long by the clock.
	Limit time.Duration
	// Vote applies the rules for models that are voted on.
	Vote bool
	// GiveWay lets all other requests go first, and leaves them one of several workers: whoever calls the service
	// doesn't hold up what has to be answered by the end of a block.
	GiveWay bool
}

// Result is one run's outcome.
type Result struct {
	Outputs []frame.Tensor
	// Queued is how long the request waited for a worker, Ran how long ONNX
	// Runtime took.
	Queued, Ran time.Duration
}
