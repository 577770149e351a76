// Package predict answers a request: it fetches the data point, has the model
// evaluate it, and keeps votes that can't change.
package predict

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"go.opentelemetry.io/otel/attribute"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/tracing"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/inference/internal/catalog"
	"github.com/ethml/ethml/services/inference/internal/follow"
)

// Store reads and publishes content.
type Store interface {
	Get(ctx context.Context, id cid.CID, maxBytes int64) ([]byte, error)
	AddBlock(ctx context.Context, codec cid.Codec, data []byte) (cid.CID, error)
}

// publishLimit bounds how long a digest's block may take to publish.
const publishLimit = 10 * time.Second

// cachedVotes is how many votes are kept.
const cachedVotes = 1 << 16

// key names a question: a model, by its manifest, and a data point.
type key struct {
	model    uint64
	manifest string
	data     cid.Key
}

// Predictor makes votes. It is safe for concurrent use.
type Predictor struct {
	catalog *catalog.Catalog
	store   Store
	log     *slog.Logger
	votes   *lru.Cache[key, follow.Vote]
	// Observe, if set before the first use, is told how long each step took.
	Observe func(step string, took time.Duration)

	mu      sync.Mutex
	running map[key]*call
}

// call is a vote being made, which several may wait for.
type call struct {
	done chan struct{}
	vote follow.Vote
}

// New makes a predictor.
func New(c *catalog.Catalog, s Store, log *slog.Logger) (*Predictor, error) {
	votes, err := lru.New[key, follow.Vote](cachedVotes)
	if err != nil {
		return nil, err
	}
	return &Predictor{catalog: c, store: s, log: log, votes: votes, running: map[key]*call{}}, nil
}

// Steps of a prediction.
var Steps = []string{stepModel, stepData, stepDecode, stepQueue, stepRun, stepEncode}

const (
	stepModel  = "fetch_model"
	stepData   = "fetch_data_point"
	stepDecode = "decode"
	stepQueue  = "queue"
	stepRun    = "run"
	stepEncode = "encode"
)

func (p *Predictor) observe(step string, took time.Duration) {
	if p.Observe != nil {
		p.Observe(step, took)
	}
}

// Register makes a model known.
func (p *Predictor) Register(r *ethmlv1.ModelRegistered) { p.catalog.Register(r) }

// Prediction is an answer and how it came about.
type Prediction struct {
	catalog.Evaluation
	Fetched time.Duration
}

// ErrUnknownModel is a model id that isn't registered.
var ErrUnknownModel = errors.New("no such model")

// Vote answers a request. It implements follow.Voter.
func (p *Predictor) Vote(ctx context.Context, model uint64, data string) follow.Vote {
	e := p.catalog.Chain(model)
	if e == nil {
		return follow.Vote{Status: follow.StatusModelUnavailable, Detail: fmt.Sprintf("model %d isn't registered", model)}
	}
	id, err := cid.Parse(data)
	if err != nil {
		return follow.Vote{Status: follow.StatusDataMalformed, Detail: err.Error()}
	}
	k := key{model, e.ManifestCID, id.Key()}
	if v, ok := p.votes.Get(k); ok {
		return v
	}
	p.mu.Lock()
	c := p.running[k]
	if c == nil {
		c = &call{done: make(chan struct{})}
		p.running[k] = c
		p.mu.Unlock()
		c.vote = p.predict(ctx, e, Data{CID: id}, false).Vote
		// The other statuses are about this machine and this moment.
		if s := c.vote.Status; s != follow.StatusDataUnavailable && s != follow.StatusModelUnavailable {
			p.votes.Add(k, c.vote)
		}
		p.mu.Lock()
		delete(p.running, k)
		p.mu.Unlock()
		close(c.done)
		return c.vote
	}
	p.mu.Unlock()
	select {
	case <-c.done:
		return c.vote
	case <-ctx.Done():
		return follow.Vote{Status: follow.StatusDataUnavailable, Again: true, Detail: fmt.Sprintf("data point %s: still being fetched", id)}
	}
}

// Data is a data point: a CID, or the bytes themselves where Inline is set.
type Data struct {
	CID    cid.CID
	Inline []byte
	// IsInline tells that Inline is meant, which may be empty.
	IsInline bool
}

// Predict answers a question and keeps all outputs. Its error is
// ErrUnknownModel; everything else is in the vote.
func (p *Predictor) Predict(ctx context.Context, model uint64, d Data) (Prediction, error) {
	e := p.catalog.Chain(model)
	if e == nil {
		return Prediction{}, fmt.Errorf("%w: model %d isn't registered", ErrUnknownModel, model)
	}
	return p.predict(ctx, e, d, true), nil
}

// predict answers a caller's question if all outputs are to be kept, else a request's.
func (p *Predictor) predict(ctx context.Context, e *catalog.Entry, d Data, all bool) Prediction {
	var out Prediction
	steps := tracing.RecorderOf(ctx)
	loading, cached := time.Now(), e.Info().State == catalog.Usable
	ready, err := e.Ready(ctx)
	steps.Add(tracing.Step{Name: "fetch model", Start: loading, Failed: failure(err), Attrs: []attribute.KeyValue{
		tracing.Int("ethml.model.id", e.ID), attribute.String("ethml.model.cid", e.ManifestCID), attribute.Bool("ethml.cached", cached)}})
	p.observe(stepModel, time.Since(loading))
	if err != nil {
		out.Status, out.Detail = follow.StatusModelUnavailable, fmt.Sprintf("model %d: %v", e.ID, err)
		out.Again = !catalog.Settled(err)
		return out
	}
	began := time.Now()
	data, vote := p.fetch(ctx, ready, d)
	out.Fetched = time.Since(began)
	p.observe(stepData, out.Fetched)
	steps.Add(tracing.Step{Name: "fetch data point", Start: began, Failed: vote.Detail, Attrs: []attribute.KeyValue{
		attribute.String("ethml.data.cid", d.CID.String()), attribute.Int("ethml.data.bytes", len(data))}})
	if vote.Status != follow.StatusOK {
		out.Vote = vote
		return out
	}
	if all {
		ready = ready.ForCalls()
	}
	running := time.Now()
	out.Evaluation = ready.Evaluate(ctx, data, all)
	addRun(steps, running, &out.Evaluation)
	for step, took := range map[string]time.Duration{stepDecode: out.Decoded, stepQueue: out.Queued, stepRun: out.Ran, stepEncode: out.Encoded} {
		p.observe(step, took)
	}
	if out.Block != nil {
		p.publish(ctx, out.Evaluation)
	}
	return out
}

func failure(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

// addRun adds the run of a model and its parts, which come one after the other.
func addRun(steps *tracing.Recorder, began time.Time, e *catalog.Evaluation) {
	if steps == nil {
		return
	}
	const run = "run model"
	ended := time.Now()
	steps.Add(tracing.Step{Name: run, Start: began, End: ended, Failed: e.Detail})
	for _, part := range []struct {
		name string
		took time.Duration
	}{{"decode", e.Decoded}, {"queue", e.Queued}, {"run", e.Ran}, {"encode", e.Encoded}} {
		end := began.Add(part.took)
		if end.After(ended) {
			end = ended
		}
		steps.Add(tracing.Step{Name: part.name, Within: run, Start: began, End: end})
		began = end
	}
}

// fetch reads a data point; a vote with a status is what is wrong with it.
func (p *Predictor) fetch(ctx context.Context, ready *catalog.Ready, d Data) ([]byte, follow.Vote) {
	if d.IsInline {
		if int64(len(d.Inline)) > ready.MaxData {
			return nil, follow.Vote{Status: follow.StatusDataMalformed,
				Detail: fmt.Sprintf("model %d takes data points of at most %d bytes, got %d", ready.ID, ready.MaxData, len(d.Inline))}
		}
		return d.Inline, follow.Vote{}
	}
	data, err := p.store.Get(ctx, d.CID, ready.MaxData)
	switch {
	case err == nil:
		return data, follow.Vote{}
	case errors.Is(err, content.ErrMalformed), errors.Is(err, content.ErrTooLarge):
		return nil, follow.Vote{Status: follow.StatusDataMalformed, Detail: err.Error()}
	}
	return nil, follow.Vote{Status: follow.StatusDataUnavailable, Detail: err.Error(), Again: true}
}

// publish stores what a digest's word stands for, so that it can be read back.
func (p *Predictor) publish(ctx context.Context, e catalog.Evaluation) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), publishLimit)
	defer cancel()
	if _, err := p.store.AddBlock(ctx, cid.Raw, e.Block); err != nil {
		p.log.Warn("digest not published, others may have it", "bytes", len(e.Block), "error", err)
	}
}
