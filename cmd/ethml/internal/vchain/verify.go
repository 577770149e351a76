package vchain

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"golang.org/x/sync/errgroup"

	"github.com/ethml/ethml/internal/protocol"
)

// Difference is where the chain's events don't fit together.
type Difference struct {
	Block uint64 `json:"block"` // virtual block; the last one's when it is the head that differs
	What  string `json:"what"`  // such as "hash"
	Want  string `json:"want"`  // rebuilt from the events
	Got   string `json:"got"`   // told by the chain
}

// String puts the difference into words.
func (d *Difference) String() string {
	return fmt.Sprintf("virtual block %d: its %s is %s, rebuilt it is %s", d.Block, d.What, d.Got, d.Want)
}

// Verify rebuilds every block's challenge and hash from its parts, checks that each block builds on the one before, and
// compares the last hash with the coordinator's own at the Ethereum block `at`, up to which blocks were read from the
// deployment on. It gives the first difference, nil for none; tell hears how many of how many blocks are verified.
func (c *Chain) Verify(ctx context.Context, blocks []*Block, at uint64, tell func(done, total uint64)) (*Difference, error) {
	chainID, err := c.reader.ChainID(ctx)
	if err != nil {
		return nil, fmt.Errorf("read chain id: %w", err)
	}
	id, overflow := uint256.FromBig(chainID)
	if overflow {
		return nil, fmt.Errorf("chain id %s is out of range", chainID)
	}
	var parent common.Hash
	for i := 0; i < len(blocks); i += batch {
		part := blocks[i:min(i+batch, len(blocks))]
		anchors, err := c.anchors(ctx, part)
		if err != nil {
			return nil, err
		}
		for j, b := range part {
			if d := c.verify(b, uint64(i+j+1), parent, id, anchors[j]); d != nil {
				return d, nil
			}
			if b.State != Open {
				parent = b.Hash
			}
		}
		tell(uint64(i+len(part)), uint64(len(blocks)))
	}
	head, err := c.Head(ctx, at)
	if err != nil {
		return nil, err
	}
	if head != parent {
		last := uint64(0)
		if len(blocks) > 0 {
			last = blocks[len(blocks)-1].Number
		}
		return &Difference{last, "head on chain", parent.Hex(), head.Hex()}, nil
	}
	return nil, nil
}

// batch is how many blocks' headers are asked for at a time.
const batch = 64

// anchor is what a block takes from Ethereum's own headers.
type anchor struct {
	opening protocol.Opening
	time    uint64 // of the Ethereum block that ended it
}

func (c *Chain) anchors(ctx context.Context, blocks []*Block) ([]anchor, error) {
	out := make([]anchor, len(blocks))
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(8)
	for i, b := range blocks {
		group.Go(func() error {
			opened, err := c.reader.HeaderByNumber(ctx, new(big.Int).SetUint64(b.OpenedIn))
			if err != nil {
				return fmt.Errorf("read the header of Ethereum block %d: %w", b.OpenedIn, err)
			}
			out[i].opening = protocol.Opening{Previous: protocol.Hash(opened.ParentHash), Time: opened.Time, Randao: protocol.Hash(opened.MixDigest)}
			if b.State == Open {
				return nil
			}
			ended, err := c.reader.HeaderByNumber(ctx, new(big.Int).SetUint64(b.EndedIn))
			if err != nil {
				return fmt.Errorf("read the header of Ethereum block %d: %w", b.EndedIn, err)
			}
			out[i].time = ended.Time
			return nil
		})
	}
	return out, group.Wait()
}

func (c *Chain) verify(b *Block, number uint64, parent common.Hash, chainID *uint256.Int, a anchor) *Difference {
	differs := func(what string, want, got any) *Difference {
		return &Difference{b.Number, what, fmt.Sprint(want), fmt.Sprint(got)}
	}
	if b.Number != number {
		return differs("number", number, b.Number)
	}
	if b.Parent != parent {
		return differs("parent hash", parent, b.Parent)
	}
	challenge := common.Hash(protocol.Challenge(chainID, protocol.Address(c.coordinator), protocol.Hash(parent), number, b.Requests, a.opening))
	if b.Challenge != challenge {
		return differs("challenge", challenge, b.Challenge)
	}
	header := protocol.BlockHeader{Parent: protocol.Hash(parent), Number: number, IDs: b.Requests, Challenge: protocol.Hash(challenge), Timestamp: a.time}
	for i, s := range b.Seats {
		if s.Seat != uint64(i) {
			return differs(fmt.Sprintf("seat of %s", s.Miner), i, s.Seat)
		}
		header.Miners = append(header.Miners, protocol.Address(s.Miner))
	}
	switch b.State {
	case Open:
		return nil
	case Settled:
		words, statuses := make([]protocol.Hash, len(b.Outcome)), make([]byte, len(b.Outcome))
		for i, v := range b.Outcome {
			v.Word.FillBytes(words[i][:])
			statuses[i] = byte(v.Status)
		}
		header.Outcome = protocol.ResultHash(words, statuses)
	}
	if b.endParent != parent {
		return differs("parent hash at its end", parent, b.endParent)
	}
	if hash := common.Hash(header.Hash()); b.Hash != hash {
		return differs("hash", hash, b.Hash)
	}
	return nil
}
