package service

import (
	"context"
	"crypto/sha256"
	"fmt"
	"math/big"

	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/services/inference/internal/catalog"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/ortlib"
	"github.com/ethml/ethml/services/inference/internal/pool"
)

// Workbench tries models as a service would serve them, without one: for those
// who write manifests, and for those who check an answer. Models run in a
// worker, walled in as ever.
type Workbench struct{ pool *pool.Pool }

// OpenWorkbench starts a worker. Of c, WorkerCommand is required, and Library
// and AllowUnsandboxed are used.
func OpenWorkbench(c Config) (*Workbench, error) {
	library, err := ortlib.Find(c.Library)
	if err != nil {
		return nil, err
	}
	p, err := pool.New(pool.Config{
		Command: c.WorkerCommand, Library: library, AllowUnsandboxed: c.AllowUnsandboxed, MaxWorkers: 1, Logger: c.Logger,
	})
	if err != nil {
		return nil, err
	}
	return &Workbench{p}, nil
}

// Close ends the worker.
func (w *Workbench) Close() error { return w.pool.Close() }

// Port is an input or output of a model.
type Port struct {
	Name string
	// Datatype is the Open Inference Protocol's name; empty for what isn't a tensor it can carry.
	Datatype string
	// Shape has -1 where a dimension varies; nil when it isn't known.
	Shape []int64
	// Optional inputs may be left out.
	Optional bool
}

// Describe tells what a model file takes and gives, or why no node would load it.
func (w *Workbench) Describe(ctx context.Context, onnx []byte) (inputs, outputs []Port, err error) {
	d, err := w.pool.Load(ctx, pool.Spec{Key: fmt.Sprintf("%x", sha256.Sum256(onnx)), Bytes: constant(onnx), Vote: true})
	if err != nil {
		return nil, nil, err
	}
	return described(d.Inputs), described(d.Outputs), nil
}

func described(ports []frame.Port) []Port {
	all := make([]Port, 0, len(ports))
	for _, p := range ports {
		port := Port{Name: p.Name, Shape: p.Shape, Optional: p.Optional}
		if p.IsTensor() {
			port.Datatype = p.Type.String()
		}
		all = append(all, port)
	}
	return all
}

// Check says why a node wouldn't serve a model; nil if it would: the file is
// what the manifest says, and every golden case comes out right.
func (w *Workbench) Check(ctx context.Context, m *manifest.Manifest, onnx []byte) error {
	ready, err := w.prepare(ctx, m, onnx)
	if err != nil {
		return err
	}
	return ready.Reproduce(ctx, m)
}

// Answer is what a node would vote, and how it comes about.
type Answer struct {
	// Status is 0 to 4 as on chain.
	Status uint32
	// Word is a decimal as golden cases have it: unsigned for a digest, else signed; 0 unless Status is 0.
	Word string
	// Detail says why Status isn't 0.
	Detail string
	// Steps from the output to the word, each a name and a value.
	Steps [][2]string
}

// Answer answers a data point, whatever the golden cases say.
func (w *Workbench) Answer(ctx context.Context, m *manifest.Manifest, onnx, data []byte) (Answer, error) {
	ready, err := w.prepare(ctx, m, onnx)
	if err != nil {
		return Answer{}, err
	}
	e := ready.Evaluate(ctx, data, false)
	a := Answer{Status: e.Status, Word: codec.Decimal(e.Word), Detail: e.Detail}
	if m.Output.Codec == manifest.Digest {
		a.Word = new(big.Int).SetBytes(e.Word[:]).String()
	}
	for _, s := range e.Steps {
		a.Steps = append(a.Steps, [2]string{s.Name, s.Value})
	}
	return a, nil
}

func (w *Workbench) prepare(ctx context.Context, m *manifest.Manifest, onnx []byte) (*catalog.Ready, error) {
	if int64(len(onnx)) != m.Model.Bytes {
		return nil, fmt.Errorf("the model file has %d bytes, its manifest says %d", len(onnx), m.Model.Bytes)
	}
	return catalog.Prepare(ctx, w.pool, 0, fmt.Sprintf("%s/%x", m.Name, sha256.Sum256(onnx)), m, constant(onnx))
}

func constant(b []byte) func(context.Context) ([]byte, error) {
	return func(context.Context) ([]byte, error) { return b, nil }
}
