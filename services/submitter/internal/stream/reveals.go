package stream

import (
	"context"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

// historyLimit bounds the search for reveals.
const historyLimit = 10 * time.Second

// Reveals reads the reveals of an open block from the watcher's history: from before the block opened where that cursor is
// known, else from the beginning.
func (f *Follower) Reveals(ctx context.Context, b *round.Block) (map[common.Address]round.Vector, error) {
	want := map[common.Address]bool{}
	for _, s := range b.Seats {
		if s.Revealed {
			want[s.Miner] = true
		}
	}
	ctx, cancel := context.WithTimeout(ctx, historyLimit)
	defer cancel()
	request := &ethmlv1.SubscribeRequest{Kinds: []ethmlv1.EventKind{ethmlv1.EventKind_EVENT_KIND_SOLUTION_REVEALED}}
	if len(b.Cursor) > 0 {
		request.Start = &ethmlv1.SubscribeRequest_Cursor{Cursor: b.Cursor}
	}
	stream, err := f.Client.Subscribe(ctx, request)
	if err != nil {
		return nil, err
	}
	found := map[common.Address]round.Vector{}
	for len(found) < len(want) {
		item, err := stream.Recv()
		if err != nil {
			return nil, fmt.Errorf("%d of %d reveals found: %w", len(found), len(want), err)
		}
		if r := item.GetRetracted(); r != nil && r.GetCommonAncestor().GetNumber() < b.OpenedAt.Number {
			clear(found)
		}
		r := item.GetEvent().GetSolutionRevealed()
		if r == nil || r.GetNumber() != b.Number {
			continue
		}
		miner, vector, err := RevealOf(r)
		if err != nil {
			return nil, err
		}
		if want[miner] {
			found[miner] = vector
		}
	}
	return found, nil
}
