package peers

import (
	"context"
	"fmt"
	"log/slog"
	"time"

	"github.com/holiman/uint256"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/internal/protocol"
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
	Link   Link
}

// Run follows the stream until ctx ends.
func (w *Watcher) Run(ctx context.Context) { keepUp(ctx, w.Logger, &w.Link, w.follow) }

// follow is one subscription: a snapshot, then what happens. It keeps no cursor. After a reorg that took something back it
// asks for a new snapshot, which is the shortest way to know what still holds.
func (w *Watcher) follow(ctx context.Context, up func()) error {
	stream, err := w.Client.Subscribe(ctx, &ethmlv1.SubscribeRequest{
		Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}},
		Kinds: []ethmlv1.EventKind{
			ethmlv1.EventKind_EVENT_KIND_BLOCK_OPENED,
			ethmlv1.EventKind_EVENT_KIND_COMMIT_CLOSED,
			ethmlv1.EventKind_EVENT_KIND_BLOCK_ENDED,
		},
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
		open := item.Snapshot.GetOpenBlock()
		if open.GetPhase() != ethmlv1.Phase_PHASE_COMMIT {
			w.Blocks.SetBlock(nil, now)
			return nil
		}
		return w.open(open.GetOpened(), now)
	case *ethmlv1.SubscribeResponse_Event:
		now := item.Event.GetPosition().GetBlockTime()
		switch e := item.Event.GetKind().(type) {
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

func (w *Watcher) open(b *ethmlv1.BlockOpened, now uint64) error {
	block, err := blockOf(b)
	if err != nil {
		return fmt.Errorf("block %d from the watcher: %w", b.GetNumber(), err)
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
