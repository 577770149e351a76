package chain

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/rpc"
)

// quiet is how long a subscription may say nothing before the node is asked whether it still lives.
const quiet = 15 * time.Second

// Heads is a stream of new heads. A reader that is slow misses all but the newest.
type Heads struct {
	// C carries the newest head not yet read; it is closed when the stream ends.
	C   <-chan Header
	c   chan Header
	err error
}

// NewHeads makes a stream fed by run, which calls its argument for each head and returns why it ended.
func NewHeads(run func(push func(Header)) error) *Heads {
	c := make(chan Header, 1)
	h := &Heads{C: c, c: c}
	go func() {
		defer close(c)
		h.err = run(h.push)
	}()
	return h
}

// Err says why the stream ended; call it after C was closed.
func (h *Heads) Err() error { return h.err }

// push replaces an unread head; there is one pusher only, so that the second send can't block.
func (h *Heads) push(head Header) {
	select {
	case <-h.c:
	default:
	}
	h.c <- head
}

// Heads subscribes to new heads where the connection can, and polls where it can't.
func (c *Client) Heads(ctx context.Context) *Heads {
	return NewHeads(func(push func(Header)) error {
		if !c.rpc.SupportsSubscriptions() {
			return c.pollHeads(ctx, push)
		}
		notices := make(chan Header, 16)
		sub, err := c.rpc.EthSubscribe(ctx, notices, "newHeads")
		if errors.Is(err, rpc.ErrNotificationsUnsupported) {
			return c.pollHeads(ctx, push)
		}
		if err != nil {
			return fmt.Errorf("subscribe to new heads of %s: %w", c.name, err)
		}
		defer sub.Unsubscribe()
		return c.subscribedHeads(ctx, sub, notices, push)
	})
}

func (c *Client) subscribedHeads(ctx context.Context, sub *rpc.ClientSubscription, notices <-chan Header, push func(Header)) error {
	watchdog := time.NewTimer(quiet)
	defer watchdog.Stop()
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case err := <-sub.Err():
			if err == nil {
				err = errors.New("connection closed")
			}
			return fmt.Errorf("new heads of %s: %w", c.name, err)
		case head := <-notices:
			push(head)
		case <-watchdog.C:
			// A half-open connection looks like a chain without blocks; a question tells them apart.
			head, _, err := c.Latest(ctx, common.Hash{})
			if err != nil {
				return err
			}
			push(head)
		}
		watchdog.Reset(quiet)
	}
}

func (c *Client) pollHeads(ctx context.Context, push func(Header)) error {
	ticker := time.NewTicker(c.poll)
	defer ticker.Stop()
	var last common.Hash
	for {
		head, _, err := c.Latest(ctx, common.Hash{})
		if err != nil {
			return err
		}
		if head.Hash != last {
			push(head)
			last = head.Hash
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
	}
}
