package devchain

import (
	"fmt"
	"math"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
)

// remote is the JSON-RPC namespace "dev": the chain's control for tests in another process.
type remote struct{ chain *Chain }

// Reorg replaces the last depth blocks, as Chain.Reorg does: dev_reorg(depth, forget).
func (r remote) Reorg(depth hexutil.Uint64, forget bool) (common.Hash, error) {
	return r.chain.Reorg(uint64(depth), forget)
}

// IncreaseTime seals a block so many seconds later, as Chain.AdjustTime does: dev_increaseTime(seconds).
func (r remote) IncreaseTime(seconds hexutil.Uint64) error {
	if seconds > math.MaxInt32 {
		return fmt.Errorf("increase time by %d s: give at most %d", uint64(seconds), math.MaxInt32)
	}
	return r.chain.AdjustTime(time.Duration(seconds) * time.Second)
}
