package peers

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/holiman/uint256"
	"go.opentelemetry.io/otel/trace"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/tracing"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/pow/internal/mine"
)

// Blocks is told of the open block. Times are those of the newest Ethereum block.
type Blocks interface {
	SetBlock(b *mine.Block, now uint64)
	CloseBlock(number, now uint64)
	SetTime(now uint64)
}

// Watcher follows the watcher's stream.
type Watcher struct {
	Client ethmlv1.WatcherServiceClient
	Blocks Blocks
	Logger *slog.Logger
	Traced bool // find the traces of a block's requests
	Link   Link

	// Of requests that have not ended, where Traced; used by Run's goroutine only.
	chain  tracing.Chain
	traces map[uint64]trace.TraceID
}

// Run follows the stream until ctx ends.
func (w *Watcher) Run(ctx context.Context) { keepUp(ctx, w.Logger, &w.Link, w.follow) }

// follow is one subscription: a snapshot, then what happens. It keeps no cursor. After a reorg that took something back it
// asks for a new snapshot, which is the shortest way to know what still holds.
func (w *Watcher) follow(ctx context.Context, up func()) error {
	kinds := []ethmlv1.EventKind{
		ethmlv1.EventKind_EVENT_KIND_BLOCK_OPENED,
		ethmlv1.EventKind_EVENT_KIND_COMMIT_CLOSED,
		ethmlv1.EventKind_EVENT_KIND_BLOCK_ENDED,
	}
	if w.Traced {
		kinds = append(kinds, ethmlv1.EventKind_EVENT_KIND_REQUEST_QUEUED, ethmlv1.EventKind_EVENT_KIND_REQUEST_ENDED)
	}
	stream, err := w.Client.Subscribe(ctx, &ethmlv1.SubscribeRequest{
		Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}}, Kinds: kinds,
	}, grpc.WaitForReady(true))
	if err != nil {
		return err
	}
	for {
		r, err := stream.Recv()
		if err != nil {
			return err
		}
		up()
		if err := w.take(r); err != nil {
			return err
		}
	}
}

func (w *Watcher) take(r *ethmlv1.SubscribeResponse) error {
	switch item := r.GetItem().(type) {
	case *ethmlv1.SubscribeResponse_Snapshot:
		now := item.Snapshot.GetHead().GetTime()
		w.chain, w.traces = tracing.NewChain(item.Snapshot.GetChainId(), item.Snapshot.GetCoordinator()), map[uint64]trace.TraceID{}
		for _, p := range item.Snapshot.GetPendingRequests() {
			w.queued(p.GetRequest().GetId(), p.GetPosition())
		}
		open := item.Snapshot.GetOpenBlock()
		if open.GetPhase() != ethmlv1.Phase_PHASE_COMMIT {
			w.Blocks.SetBlock(nil, now)
			return nil
		}
		return w.open(open.GetOpened(), now)
	case *ethmlv1.SubscribeResponse_Event:
		now := item.Event.GetPosition().GetBlockTime()
		switch e := item.Event.GetKind().(type) {
		case *ethmlv1.Event_RequestQueued:
			w.queued(e.RequestQueued.GetId(), item.Event.GetPosition())
		case *ethmlv1.Event_RequestEnded:
			delete(w.traces, e.RequestEnded.GetId())
		case *ethmlv1.Event_BlockOpened:
			return w.open(e.BlockOpened, now)
		case *ethmlv1.Event_CommitClosed:
			w.Blocks.CloseBlock(e.CommitClosed.GetNumber(), now)
		case *ethmlv1.Event_BlockEnded:
			w.Blocks.CloseBlock(e.BlockEnded.GetNumber(), now)
		}
	case *ethmlv1.SubscribeResponse_Retracted:
		w.Blocks.SetBlock(nil, item.Retracted.GetCommonAncestor().GetTime())
		return errRestart
	case *ethmlv1.SubscribeResponse_Heartbeat:
		w.Blocks.SetTime(item.Heartbeat.GetHead().GetTime())
	}
	return nil
}

func (w *Watcher) queued(id uint64, at *ethmlv1.ChainPosition) {
	if w.Traced {
		w.traces[id] = w.chain.Request(at)
	}
}

func (w *Watcher) open(b *ethmlv1.BlockOpened, now uint64) error {
	block, err := blockOf(b)
	if err != nil {
		return fmt.Errorf("block %d from the watcher: %w", b.GetNumber(), err)
	}
	for _, id := range b.GetRequestIds() {
		if t, known := w.traces[id]; known {
			block.Traces = append(block.Traces, t)
		}
	}
	w.Blocks.SetBlock(block, now)
	return nil
}

func blockOf(b *ethmlv1.BlockOpened) (*mine.Block, error) {
	challenge, err := protocol.HashFromBytes("challenge", b.GetChallenge())
	if err != nil {
		return nil, err
	}
	raw := b.GetTarget().GetDifficulty()
	if len(raw) > 32 {
		return nil, fmt.Errorf("difficulty takes at most 32 bytes, got %d", len(raw))
	}
	const century = 100 * 365 * 24 * 60 * 60 // a longer window would only overflow
	window := time.Duration(min(b.GetTarget().GetCommitWindowSeconds(), century)) * time.Second
	schedule := protocol.TargetSchedule{
		Difficulty:   new(uint256.Int).SetBytes(raw),
		OpenedAt:     b.GetTarget().GetOpenedAt(),
		CommitWindow: window,
	}
	if err := schedule.Check(); err != nil {
		return nil, err
	}
	return &mine.Block{Number: b.GetNumber(), Challenge: challenge, Target: schedule}, nil
}
