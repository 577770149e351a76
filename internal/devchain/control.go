package devchain

import (
	"context"
	"errors"
	"fmt"
	"time"

	"github.com/ethereum/go-ethereum/common"
)

// ErrUnknownBlock says that a block is not part of the chain.
var ErrUnknownBlock = errors.New("unknown block")

// pendingLimit bounds what takes the pool microseconds.
const pendingLimit = 30 * time.Second

// Commit seals the pending transactions into a block and returns its hash.
func (c *Chain) Commit() (common.Hash, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	return c.commit()
}

func (c *Chain) commit() (common.Hash, error) {
	before := c.Head()
	hash := c.beacon.Commit()
	if hash == before.Hash() {
		// The beacon logs the cause to go-ethereum's own logger and drops it.
		return hash, fmt.Errorf("seal a block on top of block %d: head did not move", before.Number)
	}
	return hash, nil
}

// AwaitPending waits until the pool would put an account's transaction of that nonce into a block. The pool takes a
// transaction in first and finds out in the background that it can go; where a block is sealed while it has got through some
// of an account's, go-ethereum leaves the others for the block after it.
func (c *Chain) AwaitPending(ctx context.Context, from common.Address, nonce uint64) error {
	ctx, cancel := context.WithTimeout(ctx, pendingLimit)
	defer cancel()
	tick := time.NewTicker(time.Millisecond)
	defer tick.Stop()
	for c.eth.TxPool().PoolNonce(from) <= nonce {
		select {
		case <-tick.C:
		case <-ctx.Done():
			return fmt.Errorf("transaction %d of %s isn't pending after %s: is one before it missing?", nonce, from, pendingLimit)
		}
	}
	return nil
}

// AdjustTime seals what is pending and then a block whose timestamp is d later.
// Later blocks follow that one second by second until the clock has caught up.
// d is in whole seconds.
func (c *Chain) AdjustTime(d time.Duration) error {
	if d < time.Second {
		return fmt.Errorf("adjust time by %s: time moves forward by whole seconds only", d)
	}
	c.sealing.Lock()
	defer c.sealing.Unlock()
	// The beacon refuses while transactions are pending, and more may arrive
	// between the two calls.
	var err error
	for range 10 {
		if _, err = c.commit(); err != nil {
			break
		}
		if err = c.beacon.AdjustTime(d); err == nil {
			return nil
		}
	}
	return fmt.Errorf("adjust time by %s: %w", d, err)
}

// Fork moves the head back to an ancestor, at once: subscribers see the
// ancestor again as a new head, and the logs of the dropped blocks as removed.
// The dropped transactions go back to the pool, as on a real network, unless
// forget is set, which empties the pool. With a period or on-demand sealing new
// blocks follow by themselves.
func (c *Chain) Fork(ancestor common.Hash, forget bool) error {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	return c.fork(ancestor, forget)
}

func (c *Chain) fork(ancestor common.Hash, forget bool) error {
	block := c.eth.BlockChain().GetBlockByHash(ancestor)
	if block == nil {
		return fmt.Errorf("fork at block %s: %w", ancestor, ErrUnknownBlock)
	}
	if _, err := c.eth.BlockChain().SetCanonical(block); err != nil {
		return fmt.Errorf("fork at block %s: %w", ancestor, err)
	}
	// The pool follows the head in the background; until it has, it would hand
	// out transactions for the old one.
	if err := c.eth.TxPool().Sync(); err != nil {
		return fmt.Errorf("fork at block %s: follow with the pool: %w", ancestor, err)
	}
	if forget {
		c.eth.TxPool().Clear()
	}
	return nil
}

// Reorg replaces the last depth blocks by depth+1 new ones, which makes the new
// branch the longer one, and returns the new head. Transactions of the dropped
// blocks land in the first new block, unless forget is set.
func (c *Chain) Reorg(depth uint64, forget bool) (common.Hash, error) {
	c.sealing.Lock()
	defer c.sealing.Unlock()
	head := c.Head().Number.Uint64()
	if depth == 0 || depth > head {
		return common.Hash{}, fmt.Errorf("reorg by %d blocks: head is %d, give 1 to %d", depth, head, head)
	}
	ancestor := c.eth.BlockChain().GetCanonicalHash(head - depth)
	if err := c.fork(ancestor, forget); err != nil {
		return common.Hash{}, err
	}
	var (
		hash common.Hash
		err  error
	)
	for range depth + 1 {
		if hash, err = c.commit(); err != nil {
			return common.Hash{}, fmt.Errorf("reorg by %d blocks: %w", depth, err)
		}
	}
	return hash, nil
}
