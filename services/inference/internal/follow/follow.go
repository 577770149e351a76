package follow

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"sync"
	"sync/atomic"
	"time"

	"go.opentelemetry.io/otel/attribute"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/internal/tracing"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// kinds are the events that matter here.
var kinds = []ethmlv1.EventKind{
	ethmlv1.EventKind_EVENT_KIND_REQUEST_QUEUED,
	ethmlv1.EventKind_EVENT_KIND_REQUEST_ENDED,
	ethmlv1.EventKind_EVENT_KIND_BLOCK_OPENED,
	ethmlv1.EventKind_EVENT_KIND_COMMIT_CLOSED,
	ethmlv1.EventKind_EVENT_KIND_BLOCK_ENDED,
	ethmlv1.EventKind_EVENT_KIND_MODEL_REGISTERED,
}

// Follower follows one watcher.
type Follower struct {
	c     Config
	ahead chan *request
	live  atomic.Bool
	work  sync.WaitGroup

	// Only Run's goroutine touches what follows.
	chain    tracing.Chain
	requests map[uint64]*request
	round    *round
}

// request is one that hasn't ended.
type request struct {
	*ethmlv1.RequestQueued
	trace trace.TraceID
	steps *tracing.Recorder // what was done for its vote; nil when nothing is recorded
}

// round is an open block that takes commits.
type round struct {
	challenge []byte
	number    uint64
	cancel    context.CancelFunc
}

// New makes a follower.
func New(c Config) *Follower {
	c.Pause = cmp.Or(c.Pause, 200*time.Millisecond)
	c.MaxPause = cmp.Or(c.MaxPause, 3*time.Second)
	c.Prefetches = cmp.Or(c.Prefetches, 8)
	return &Follower{c: c, ahead: make(chan *request, 1024), requests: map[uint64]*request{}}
}

// Live tells whether a snapshot has been read and the stream stands.
func (f *Follower) Live() bool { return f.live.Load() }

// Run follows until ctx ends.
func (f *Follower) Run(ctx context.Context) {
	defer f.work.Wait()
	defer f.close()
	for range f.c.Prefetches {
		f.work.Go(func() { f.prefetch(ctx) })
	}
	pause := f.c.Pause
	for ctx.Err() == nil {
		began := time.Now()
		err := f.session(ctx)
		f.live.Store(false)
		switch {
		case ctx.Err() != nil:
			return
		case errors.Is(err, errRetracted):
			f.c.Logger.Info("chain reorganised, starting over")
			pause = f.c.Pause
			continue
		case time.Since(began) > f.c.MaxPause:
			pause = f.c.Pause
		}
		f.c.Logger.Warn("watcher stream ended", "error", err, "retry_in", pause.String())
		if !sleep(ctx, pause) {
			return
		}
		pause = min(2*pause, f.c.MaxPause)
	}
}

var errRetracted = errors.New("events were retracted")

// session reads one stream to its end.
func (f *Follower) session(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := f.c.Watcher.Subscribe(ctx, &ethmlv1.SubscribeRequest{
		Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}}, Kinds: kinds,
	})
	if err != nil {
		return fmt.Errorf("subscribe: %w", err)
	}
	for {
		r, err := stream.Recv()
		if err != nil {
			return fmt.Errorf("receive: %w", err)
		}
		switch item := r.GetItem().(type) {
		case *ethmlv1.SubscribeResponse_Snapshot:
			f.snapshot(item.Snapshot)
			f.live.Store(true)
		case *ethmlv1.SubscribeResponse_Event:
			f.event(item.Event)
		case *ethmlv1.SubscribeResponse_Retracted:
			f.close()
			return errRetracted
		}
	}
}

func (f *Follower) snapshot(s *ethmlv1.Snapshot) {
	for _, m := range s.GetModels() {
		f.c.Voter.Register(m.GetRegistration())
	}
	f.chain = tracing.NewChain(s.GetChainId(), s.GetCoordinator())
	before := f.requests
	f.requests = make(map[uint64]*request, len(s.GetPendingRequests()))
	for _, p := range s.GetPendingRequests() {
		r := f.requestOf(p.GetPosition(), p.GetRequest())
		if old := before[r.GetId()]; old != nil && old.trace == r.trace {
			r.steps = old.steps // what was done before the stream broke
		}
		f.requests[r.GetId()] = r
	}
	open := s.GetOpenBlock()
	f.c.Logger.Info("joined", "chain_id", s.GetChainId(), "head", s.GetHead().GetNumber(),
		"models", len(s.GetModels()), "pending_requests", len(f.requests), "open_block", open.GetOpened().GetNumber())
	if open.GetPhase() == ethmlv1.Phase_PHASE_COMMIT {
		elapsed := time.Duration(max(0, int64(s.GetHead().GetTime())-int64(open.GetOpened().GetTarget().GetOpenedAt()))) * time.Second
		f.open(open.GetOpened(), elapsed)
	} else {
		f.close()
	}
	for _, r := range f.requests {
		f.foresee(r)
	}
}

func (f *Follower) event(e *ethmlv1.Event) {
	switch k := e.GetKind().(type) {
	case *ethmlv1.Event_ModelRegistered:
		f.c.Voter.Register(k.ModelRegistered)
	case *ethmlv1.Event_RequestQueued:
		r := f.requestOf(e.GetPosition(), k.RequestQueued)
		f.requests[r.GetId()] = r
		f.foresee(r)
	case *ethmlv1.Event_RequestEnded:
		delete(f.requests, k.RequestEnded.GetId())
	case *ethmlv1.Event_BlockOpened:
		f.open(k.BlockOpened, 0)
	case *ethmlv1.Event_CommitClosed:
		f.closeBlock(k.CommitClosed.GetNumber())
	case *ethmlv1.Event_BlockEnded:
		f.closeBlock(k.BlockEnded.GetNumber())
	}
}

func (f *Follower) requestOf(at *ethmlv1.ChainPosition, q *ethmlv1.RequestQueued) *request {
	r := &request{RequestQueued: q}
	if f.c.Tracer.On() {
		r.trace, r.steps = f.chain.Request(at), new(tracing.Recorder)
	}
	return r
}

// foresee has a request's vote prepared, unless more wait already than help.
func (f *Follower) foresee(r *request) {
	if f.c.Abstain {
		return
	}
	select {
	case f.ahead <- r:
	default:
	}
}

// prefetch prepares votes; the voter keeps them.
func (f *Follower) prefetch(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case r := <-f.ahead:
			attempt, cancel := context.WithTimeout(ctx, 30*time.Second)
			v := f.c.Voter.Vote(tracing.WithRecorder(attempt, r.steps), r.GetModelId(), r.GetDataCid())
			cancel()
			f.c.Logger.Debug("vote prepared", "request_id", r.GetId(), "model_id", r.GetModelId(), "status", v.Status, "detail", v.Detail)
		}
	}
}

// open begins to report the votes of a block that has been open for so long.
func (f *Follower) open(b *ethmlv1.BlockOpened, elapsed time.Duration) {
	if f.c.Abstain || f.round != nil && bytes.Equal(f.round.challenge, b.GetChallenge()) {
		return
	}
	f.close()
	// Not the stream's context: a broken stream doesn't stop a block.
	ctx, cancel := context.WithCancel(context.Background())
	f.round = &round{challenge: b.GetChallenge(), number: b.GetNumber(), cancel: cancel}
	window := time.Duration(b.GetTarget().GetCommitWindowSeconds()) * time.Second
	deadline := time.Now().Add(max(window/2-elapsed, time.Second))
	f.c.Logger.Debug("block opened", "block_number", b.GetNumber(), "requests", len(b.GetRequestIds()))
	for _, id := range b.GetRequestIds() {
		request := f.requests[id]
		if request == nil {
			f.c.Logger.Error("block has a request that was never seen", "block_number", b.GetNumber(), "request_id", id)
			continue
		}
		f.work.Go(func() { f.answer(ctx, b, request, deadline) })
	}
}

func (f *Follower) closeBlock(number uint64) {
	if f.round != nil && f.round.number == number {
		f.close()
	}
}

// close stops reporting for the open block, if there is one.
func (f *Follower) close() {
	if f.round != nil {
		f.round.cancel()
		f.round = nil
	}
}

// answer votes on one request of an open block, by the deadline at the latest.
func (f *Follower) answer(ctx context.Context, b *ethmlv1.BlockOpened, r *request, deadline time.Time) {
	began := time.Now()
	voting, cancel := context.WithDeadline(tracing.WithRecorder(ctx, r.steps), deadline)
	defer cancel()
	// What is missing is asked for often: it may come at any time, and the block waits.
	pause := f.c.Pause / 8
	var v Vote
	for {
		v = f.c.Voter.Vote(voting, r.GetModelId(), r.GetDataCid())
		if !v.Again || !sleep(voting, pause) {
			break
		}
		pause = min(2*pause, f.c.Pause)
	}
	if ctx.Err() != nil {
		return
	}
	log := f.c.Logger.With("block_number", b.GetNumber(), "request_id", r.GetId(), "model_id", r.GetModelId(), "status", v.Status)
	if v.Status != StatusOK {
		log.Warn("request can't be answered", "data_cid", r.GetDataCid(), "detail", v.Detail)
	}
	reporting := time.Now()
	outcome, used := f.report(ctx, &ethmlv1.ReportPredictionRequest{
		Challenge: b.GetChallenge(), RequestId: r.GetId(), Status: v.Status, Word: v.Word[:],
		Detail: cut(v.Detail, 1024), ReplicaId: f.c.Replica,
	})
	log.Info("prediction reported", "outcome", outcome, "word", fmt.Sprintf("0x%x", v.Word))
	if f.c.Reported != nil {
		f.c.Reported(v.Status, outcome)
	}
	f.record(b, r, v, outcome, used, began, reporting)
}

// record records what was done for a vote. One that the submitter held already adds nothing: it was reported again after a
// restart, or another replica was faster.
func (f *Follower) record(b *ethmlv1.BlockOpened, r *request, v Vote, outcome string, used bool, began, reporting time.Time) {
	steps := r.steps.Take()
	if outcome == accepted && !used {
		return
	}
	for _, s := range steps {
		if s.Start.Before(began) {
			began = s.Start // it was prepared before the block opened
		}
	}
	key := fmt.Sprintf("inference/%x", b.GetChallenge())
	span := tracing.Span{Trace: r.trace, Key: key, Parent: tracing.RequestKey, Name: "predict", Start: began,
		Attrs: []attribute.KeyValue{tracing.Int("ethml.request.id", r.GetId()), tracing.Int("ethml.block.number", b.GetNumber()),
			tracing.Int("ethml.model.id", r.GetModelId()), tracing.Int("ethml.vote.status", uint64(v.Status)), tracing.Hex("ethml.vote.word", v.Word[:]),
			attribute.String("ethml.replica", f.c.Replica)}}
	if v.Status != StatusOK {
		span.Failed = v.Detail
	}
	f.c.Tracer.Record(span)
	f.c.Tracer.RecordSteps(r.trace, key, steps)
	report := tracing.Span{Trace: r.trace, Key: key + "/report", Parent: key, Name: "vote reported", Start: reporting,
		Attrs: []attribute.KeyValue{attribute.String("ethml.outcome", outcome)}}
	if outcome != accepted {
		report.Failed = outcome
	}
	f.c.Tracer.Record(report)
}

// accepted is what became of a report that is durable.
const accepted = "accepted"

// report hands a vote in and tells what became of it, and whether it was news.
func (f *Follower) report(ctx context.Context, r *ethmlv1.ReportPredictionRequest) (outcome string, used bool) {
	pause := f.c.Pause
	for {
		attempt, cancel := context.WithTimeout(ctx, 5*time.Second)
		used, err := f.c.Submitter.ReportPrediction(attempt, r)
		cancel()
		switch status.Code(err) {
		case codes.OK:
			return accepted, used
		case codes.FailedPrecondition:
			return "superseded", false
		case codes.AlreadyExists:
			f.c.Logger.Error("another word was reported already", "request_id", r.GetRequestId(), "error", err)
			return "contradicted", false
		case codes.InvalidArgument, codes.NotFound, codes.Unimplemented, codes.PermissionDenied, codes.Unauthenticated:
			f.c.Logger.Error("report refused", "request_id", r.GetRequestId(), "error", err)
			return "refused", false
		}
		f.c.Logger.Debug("report not taken yet", "request_id", r.GetRequestId(), "error", err)
		if !sleep(ctx, pause) {
			return "too late", false
		}
		pause = min(2*pause, f.c.MaxPause)
	}
}

// sleep waits; false means that ctx ended first.
func sleep(ctx context.Context, d time.Duration) bool {
	t := time.NewTimer(d)
	defer t.Stop()
	select {
	case <-t.C:
		return true
	case <-ctx.Done():
		return false
	}
}

// cut shortens s to at most n bytes of valid UTF-8.
func cut(s string, n int) string {
	if len(s) <= n {
		return s
	}
	for n > 0 && s[n]&0xc0 == 0x80 {
		n--
	}
	return s[:n]
}
