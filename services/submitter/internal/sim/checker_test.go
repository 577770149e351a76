package sim

import (
	"fmt"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/services/submitter/internal/round"
)

type promise struct {
	challenge common.Hash
	miner     common.Address
}

// checker watches every transaction that leaves a submitter, on every branch of the chain.
type checker struct {
	w           *world
	commitments map[promise]common.Hash
	seen        map[common.Hash]bool
	broken      []string
	kinds       map[string]int
	closed      map[common.Hash]bool // challenges whose commits closed, on any branch
}

func newChecker(w *world) *checker {
	return &checker{w: w, commitments: map[promise]common.Hash{}, seen: map[common.Hash]bool{}, kinds: map[string]int{}, closed: map[common.Hash]bool{}}
}

func (c *checker) fail(format string, args ...any) {
	c.broken = append(c.broken, fmt.Sprintf("at block %d: ", c.w.tip().head.Number)+fmt.Sprintf(format, args...))
}

func (c *checker) broadcast(from common.Address, tx *types.Transaction) {
	if c.seen[tx.Hash()] {
		return
	}
	c.seen[tx.Hash()] = true
	x := decodeCall(tx.Data())
	c.kinds[x.Kind]++
	switch x.Kind {
	case "commit":
		key := promise{x.Challenge, from}
		if held, ok := c.commitments[key]; ok && held != x.Commitment {
			c.fail("two commitments of %s in block %d", from, x.Number)
		}
		c.commitments[key] = x.Commitment
	case "reveal":
		v := round.Vector{Words: x.Words, Statuses: x.Statuses}
		for key, held := range c.commitments {
			if key.miner == x.Miner && opening(key.challenge, x.Miner, v, x.Salt) == held {
				// On a branch that is gone it may have been public already.
				if !c.closed[key.challenge] {
					c.fail("reveal of block %d by %s left while its commits were open", x.Number, x.Miner)
				}
				return
			}
		}
		c.fail("reveal of block %d by %s does not open what it committed", x.Number, x.Miner)
	}
}
