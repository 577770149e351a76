package sim

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"google.golang.org/grpc"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// place is where an event stands on the chain.
type place struct {
	block common.Hash
	index uint32
}

// book is what a subscriber of a watcher was given and not told to forget, over all the watcher's lives.
type book struct {
	client ethmlv1.WatcherServiceClient
	cancel context.CancelFunc
	done   chan struct{}

	mu      sync.Mutex
	cursor  []byte
	cursors [][]byte
	places  []place
	broken  error
}

func newBook(client ethmlv1.WatcherServiceClient) *book {
	ctx, cancel := context.WithCancel(context.Background())
	b := &book{client: client, cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(b.done)
		for ctx.Err() == nil {
			_ = b.follow(ctx) // the watcher is away; it is asked again
			select {
			case <-ctx.Done():
			case <-time.After(500 * time.Millisecond):
			}
		}
	}()
	return b
}

func (b *book) end() {
	b.cancel()
	<-b.done
}

func (b *book) follow(ctx context.Context) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	request := &ethmlv1.SubscribeRequest{}
	if len(b.cursor) > 0 {
		request.Start = &ethmlv1.SubscribeRequest_Cursor{Cursor: b.cursor}
	}
	stream, err := b.client.Subscribe(ctx, request, grpc.WaitForReady(true))
	if err != nil {
		return err
	}
	for {
		item, err := stream.Recv()
		if err != nil {
			return err
		}
		b.take(item)
	}
}

func (b *book) take(item *ethmlv1.SubscribeResponse) {
	b.mu.Lock()
	defer b.mu.Unlock()
	switch it := item.GetItem().(type) {
	case *ethmlv1.SubscribeResponse_Event:
		if it.Event.GetStakeChanged() != nil {
			break // the book is of the coordinator's events
		}
		p := it.Event.GetPosition()
		b.places = append(b.places, place{common.BytesToHash(p.GetBlockHash()), p.GetLogIndex()})
		b.cursors = append(b.cursors, item.GetCursor())
	case *ethmlv1.SubscribeResponse_Retracted:
		keep := len(b.cursors)
		for keep > 0 && !slices.Equal(b.cursors[keep-1], it.Retracted.GetRollbackTo()) {
			keep--
		}
		if keep == 0 && len(it.Retracted.GetRollbackTo()) > 0 {
			b.broken = errors.New("retraction to an event that was never given")
		}
		b.cursors, b.places = b.cursors[:keep], b.places[:keep]
	}
	b.cursor = item.GetCursor()
}

// told are the coordinator's events of which subscribers hear; ReceivedRequest comes as part of RequestQueued.
var told = func() map[common.Hash]bool {
	topics := map[common.Hash]bool{}
	for _, name := range []string{"RequestQueued", "RequestRequeued", "RequestCancelled", "RequestExpired", "RequestAnswered", "RequestFailed",
		"CallbackFailed", "CallbackDelivered", "BlockOpened", "SolutionCommitted", "CommitClosed", "SolutionRevealed", "BlockSettled", "BlockVoided",
		"MinerSlashed", "RewardsClaimed", "ParametersChanged", "Paused", "Unpaused"} {
		topics[coordinatorABI.Events[name].ID] = true
	}
	return topics
}()

// check compares the book with the canonical chain.
func (b *book) check(blocks []*block, g *genesis) error {
	b.mu.Lock()
	defer b.mu.Unlock()
	var want []place
	for _, block := range blocks {
		for _, r := range block.receipts {
			for _, l := range r.Logs {
				if l.Address == g.coordinator && told[l.Topics[0]] {
					want = append(want, place{block.hash, uint32(l.Index)})
				}
			}
		}
	}
	if b.broken != nil {
		return b.broken
	}
	if !slices.Equal(b.places, want) {
		i := 0
		for i < len(want) && i < len(b.places) && want[i] == b.places[i] {
			i++
		}
		return fmt.Errorf("the watcher told %d events less those it retracted, the chain holds %d; they differ from number %d on", len(b.places), len(want), i)
	}
	return nil
}
