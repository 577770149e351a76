package catalog

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/internal/manifest"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/follow"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/pool"
)

// loadChain fetches a registered model, checks it, and has it reproduce its
// golden cases.
func (c *Catalog) loadChain(ctx context.Context, e *Entry, r *ethmlv1.ModelRegistered) (*Ready, error) {
	m, err := c.manifest(ctx, r)
	if err != nil {
		return nil, err
	}
	e.named(m.Name, m.Version)
	if m.Runtime.MaxMemoryMB > c.c.MaxMemory {
		return nil, verdict{fmt.Errorf("it asks for %d MiB of memory, this node gives %d", m.Runtime.MaxMemoryMB, c.c.MaxMemory)}
	}
	file := func(ctx context.Context) ([]byte, error) { return c.modelFile(ctx, m) }
	ready, err := Prepare(ctx, c.c.Runner, r.GetId(), e.key(), m, file)
	if err != nil {
		return nil, err
	}
	if err := ready.Reproduce(ctx, m); err != nil {
		if errors.As(err, new(goldenError)) {
			c.golden.Add(1)
		}
		return nil, err
	}
	// The manifest is kept as long as the model is known, and these are most of it.
	m.Golden = nil
	return ready, nil
}

// Prepare loads a model and checks that it is what its manifest says, but for
// the golden cases. The key names manifest and file to the runner.
func Prepare(ctx context.Context, runner Runner, id uint64, key string, m *manifest.Manifest, file func(context.Context) ([]byte, error)) (*Ready, error) {
	ready := &Ready{
		ID: id, Codec: codec.Codec{Kind: codec.Kind(m.Output.Codec), Decimals: int(m.Output.Decimals)}, Output: m.Output.Name,
		MaxData: m.Limits.DataBytes, decode: decoder(id, m), runner: runner,
		Spec: pool.Spec{
			Key: key, Bytes: file, Memory: uint32(m.Runtime.MaxMemoryMB),
			Limit: time.Duration(m.Runtime.MaxWallMS) * time.Millisecond, Vote: true,
		},
	}
	var err error
	if ready.Description, err = runner.Load(ctx, ready.Spec); err != nil {
		return nil, judge(err)
	}
	if err := agree(m, ready.Description); err != nil {
		return nil, verdict{err}
	}
	for _, o := range ready.Description.Outputs {
		if o.IsTensor() {
			ready.allNames = append(ready.allNames, o.Name)
		}
	}
	return ready, nil
}

// manifest fetches and checks a model's manifest.
func (c *Catalog) manifest(ctx context.Context, r *ethmlv1.ModelRegistered) (*manifest.Manifest, error) {
	id, err := cid.Parse(r.GetManifestCid())
	if err != nil {
		return nil, verdict{fmt.Errorf("manifest: %w", err)}
	}
	raw, err := c.c.Content.Get(ctx, id, manifest.MaxBytes)
	if err != nil {
		return nil, fetched("manifest", err)
	}
	m, err := manifest.Parse(raw)
	if err != nil {
		return nil, verdict{err}
	}
	err = m.CheckTerms(manifest.Terms{
		Codec: uint8(r.GetCodec()), Decimals: uint8(r.GetDecimals()), Rule: uint8(r.GetRule()),
		Tolerance: new(big.Int).SetBytes(r.GetTolerance()),
	})
	if err != nil {
		return nil, verdict{err}
	}
	return m, nil
}

// fetched marks what is wrong with the content itself.
func fetched(what string, err error) error {
	err = fmt.Errorf("%s: %w", what, err)
	if errors.Is(err, content.ErrMalformed) || errors.Is(err, content.ErrTooLarge) {
		return verdict{err}
	}
	return err
}

func (c *Catalog) modelFile(ctx context.Context, m *manifest.Manifest) ([]byte, error) {
	if m.Model.Bytes > c.c.MaxModel {
		return nil, verdict{fmt.Errorf("its file has %d bytes, this node takes %d", m.Model.Bytes, c.c.MaxModel)}
	}
	b, err := c.c.Content.Get(ctx, m.Model.CID, m.Model.Bytes)
	if err != nil {
		return nil, fetched("model file", err)
	}
	if int64(len(b)) != m.Model.Bytes {
		return nil, verdict{fmt.Errorf("its file has %d bytes, its manifest says %d", len(b), m.Model.Bytes)}
	}
	return b, nil
}

// agree checks that the model takes and gives what its manifest says.
func agree(m *manifest.Manifest, d frame.Description) error {
	for _, in := range m.Inputs {
		at := slices.IndexFunc(d.Inputs, func(p frame.Port) bool { return p.Name == in.Name })
		if at < 0 {
			return fmt.Errorf("its manifest has an input %q, its file hasn't", in.Name)
		}
		p := d.Inputs[at]
		if p.Type.String() != string(in.Datatype) {
			return fmt.Errorf("input %q is %s by its manifest, %s by its file", in.Name, in.Datatype, p.Type)
		}
		if !fits(in.Shape, p.Shape) {
			return fmt.Errorf("input %q has shape %v by its manifest, %v by its file", in.Name, in.Shape, p.Shape)
		}
	}
	for _, p := range d.Inputs {
		named := slices.ContainsFunc(m.Inputs, func(in manifest.Input) bool { return in.Name == p.Name })
		if !named && !p.Optional {
			return fmt.Errorf("its file has an input %q, its manifest hasn't", p.Name)
		}
	}
	at := slices.IndexFunc(d.Outputs, func(p frame.Port) bool { return p.Name == m.Output.Name })
	if at < 0 {
		return fmt.Errorf("its manifest has an output %q, its file hasn't", m.Output.Name)
	}
	if !d.Outputs[at].IsTensor() {
		return fmt.Errorf("output %q is a %s, not a tensor", m.Output.Name, d.Outputs[at].Kind)
	}
	return nil
}

// fits tells whether rows of a manifest's shape go into the file's.
func fits(said, real []int64) bool {
	if real == nil {
		return true
	}
	if len(said) != len(real) {
		return false
	}
	for i := range said {
		// A batch dimension, free or one, takes one row.
		if said[i] != real[i] && said[i] >= 0 && real[i] >= 0 || said[i] < 0 && real[i] > 1 {
			return false
		}
	}
	return true
}

// label is how errors call a model.
func label(id uint64) string {
	if id == 0 {
		return "the model"
	}
	return fmt.Sprintf("model %d", id)
}

// decoder decodes data points for a model.
func decoder(id uint64, m *manifest.Manifest) Decoder {
	model := m.Data(label(id))
	return func(data []byte) ([]frame.Tensor, error) {
		tensors, err := datapoint.Decode(data, model)
		switch {
		case errors.Is(err, datapoint.ErrRejected):
			return nil, fmt.Errorf("%w: %w", ErrShape, err)
		case err != nil:
			return nil, fmt.Errorf("%w: %w", ErrData, err)
		}
		inputs := make([]frame.Tensor, 0, len(tensors))
		for _, t := range tensors {
			kind, ok := frame.ParseElementType(string(t.Datatype))
			if !ok {
				return nil, fmt.Errorf("%w: datatype %s", ErrShape, t.Datatype)
			}
			in := frame.Tensor{Name: t.Name, Type: kind, Shape: t.Shape, Data: t.Raw}
			if kind == frame.BYTES {
				in.Data = frame.JoinBytes(t.Strings)
			}
			inputs = append(inputs, in)
		}
		return inputs, nil
	}
}

// Reproduce answers the golden cases as it would requests, and fails with the
// first that comes out otherwise.
func (r *Ready) Reproduce(ctx context.Context, m *manifest.Manifest) error {
	for i, g := range m.Golden {
		want, err := g.WordBytes()
		if err != nil {
			return verdict{fmt.Errorf("golden case %d: %w", i+1, err)}
		}
		e := r.Evaluate(ctx, g.Data, false)
		if e.Status == follow.StatusModelUnavailable {
			return fmt.Errorf("golden case %d: %w", i+1, e.cause)
		}
		if e.Status != uint32(g.Status) || e.Word != want {
			return goldenError{fmt.Errorf("golden case %d gives status %d, word %s, its manifest says status %d, word %s; %s",
				i+1, e.Status, codec.Decimal(e.Word), g.Status, g.Word, e.Detail)}
		}
	}
	return nil
}
