package chain

import (
	"context"
	"encoding/json"
	"errors"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
)

// ErrNotFound says that the node doesn't have a block.
var ErrNotFound = errors.New("block not found")

// Header is the part of an Ethereum header that following needs. Hash is the node's word, not computed, so that headers
// with fields of later forks can be followed too.
type Header struct {
	Number       uint64
	Hash         common.Hash
	Parent       common.Hash
	Time         uint64 // seconds since the Unix epoch
	ReceiptsRoot common.Hash
	Bloom        types.Bloom
}

// MayHold tells whether the block may hold logs of one of the addresses; false is certain.
func (h Header) MayHold(addresses []common.Address) bool {
	for _, a := range addresses {
		if h.Bloom.Test(a.Bytes()) {
			return true
		}
	}
	return false
}

// UnmarshalJSON reads a header as eth_getBlockBy... and the newHeads subscription give it.
func (h *Header) UnmarshalJSON(data []byte) error {
	var raw struct {
		Number       *hexutil.Uint64 `json:"number"`
		Hash         *common.Hash    `json:"hash"`
		Parent       *common.Hash    `json:"parentHash"`
		Time         *hexutil.Uint64 `json:"timestamp"`
		ReceiptsRoot common.Hash     `json:"receiptsRoot"`
		Bloom        types.Bloom     `json:"logsBloom"`
	}
	if err := json.Unmarshal(data, &raw); err != nil {
		return err
	}
	if raw.Number == nil || raw.Hash == nil || raw.Parent == nil || raw.Time == nil {
		return errors.New("header lacks number, hash, parentHash or timestamp")
	}
	*h = Header{Number: uint64(*raw.Number), Hash: *raw.Hash, Parent: *raw.Parent, Time: uint64(*raw.Time),
		ReceiptsRoot: raw.ReceiptsRoot, Bloom: raw.Bloom}
	return nil
}

// Node is one Ethereum node.
type Node interface {
	// Name says which node it is, without secrets.
	Name() string
	// Latest is the node's head and, in the same round trip, whether the node has the block known at all, canonical or not.
	Latest(ctx context.Context, known common.Hash) (head Header, has bool, err error)
	// Finalized is the newest block that consensus will not take back; ErrNotFound if the node knows of none.
	Finalized(ctx context.Context) (Header, error)
	// Headers are the canonical headers of the given numbers; ErrNotFound if the node lacks one of them.
	Headers(ctx context.Context, numbers ...uint64) ([]Header, error)
	// Logs are the addresses' logs of a range of blocks, both ends included. ErrTooMuch asks for a smaller range.
	Logs(ctx context.Context, from, to uint64, addresses []common.Address) ([]types.Log, error)
	// BlockLogs are the addresses' logs of one block.
	BlockLogs(ctx context.Context, header Header, addresses []common.Address) ([]types.Log, error)
	// Heads streams new heads until ctx ends or the node fails.
	Heads(ctx context.Context) *Heads
	// Close ends the connection.
	Close()
}
