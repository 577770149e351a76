// Package fakestream plays a watcher for tests and benchmarks: a made-up network whose requests are asked, mined, voted on
// and settled by the protocol's rules, with hashes that hold, on an Ethereum chain that may reorganise.
package fakestream

import (
	"encoding/binary"
	"math/big"
	"math/rand/v2"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Config of a made-up network.
type Config struct {
	Seed      uint64
	Models    []*ethmlv1.ModelRegistered // registered in the first block; two of its own if empty
	Operators int                        // 7 if zero
	PerBlock  int                        // requests a virtual block takes at most; 32 if zero
	Arrivals  int                        // requests of an Ethereum block, at most; 2*PerBlock if zero, which overloads it
	DataCIDs  []string                   // what requests name, in turn; one of its own if empty
}

// Chain is an Ethereum chain with the network on it.
type Chain struct {
	cfg    Config
	rng    *rand.Rand
	blocks []block
	forks  uint64
}

type block struct {
	number, time uint64
	hash         protocol.Hash
	items        []*ethmlv1.SubscribeResponse
	after        state
}

// Start is the time of the first block, seconds since the Unix epoch.
const Start = 1_790_000_000

// someCID is raw, sha2-256 of nothing.
const someCID = "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"

// New makes a chain whose first block registers models and stakes.
func New(cfg Config) *Chain {
	if cfg.Operators == 0 {
		cfg.Operators = 7
	}
	if cfg.PerBlock == 0 {
		cfg.PerBlock = 32
	}
	if cfg.Arrivals == 0 {
		cfg.Arrivals = 2 * cfg.PerBlock
	}
	if len(cfg.DataCIDs) == 0 {
		cfg.DataCIDs = []string{someCID}
	}
	if len(cfg.Models) == 0 {
		cfg.Models = []*ethmlv1.ModelRegistered{
			{Id: 1, Publisher: Address(200), ManifestCid: someCID, RoyaltyBps: 250},
			{Id: 2, Publisher: Address(200), ManifestCid: someCID, Codec: 2, Decimals: 2, Rule: 1, Tolerance: []byte{5}},
		}
	}
	c := &Chain{cfg: cfg, rng: rand.New(rand.NewPCG(cfg.Seed, 1))}
	first := c.next(state{difficulty: 500})
	for _, m := range cfg.Models {
		first.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_ModelRegistered{ModelRegistered: m}})
	}
	for i := range cfg.Operators {
		first.stake(byte(i+1), ethmlv1.StakeChange_STAKE_CHANGE_STAKED, EML(500))
	}
	c.blocks = append(c.blocks, first.block)
	return c
}

// EML is an amount of whole tokens.
func EML(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), big.NewInt(1e18)) }

// Address of account n.
func Address(n byte) []byte {
	a := protocol.Keccak256([]byte{n})
	return a[:20]
}

// Items are all items of the chain as it is now.
func (c *Chain) Items() []*ethmlv1.SubscribeResponse {
	var all []*ethmlv1.SubscribeResponse
	for _, b := range c.blocks {
		all = append(all, b.items...)
	}
	return all
}

// Head is the newest block.
func (c *Chain) Head() *ethmlv1.Head {
	b := c.blocks[len(c.blocks)-1]
	return &ethmlv1.Head{Number: b.number, Hash: b.hash[:], Time: b.time}
}

// Heartbeat tells of the head.
func (c *Chain) Heartbeat() *ethmlv1.SubscribeResponse {
	return &ethmlv1.SubscribeResponse{Cursor: c.Cursor(), Item: &ethmlv1.SubscribeResponse_Heartbeat{Heartbeat: &ethmlv1.Heartbeat{
		Head: c.Head(), State: ethmlv1.WatcherState_WATCHER_STATE_LIVE}}}
}

// Cursor of the newest item.
func (c *Chain) Cursor() []byte {
	for i := len(c.blocks) - 1; i >= 0; i-- {
		if n := len(c.blocks[i].items); n > 0 {
			return c.blocks[i].items[n-1].Cursor
		}
	}
	return nil
}

// After gives the items after a cursor; ok is false when the cursor is of another branch.
func (c *Chain) After(cursor []byte) (items []*ethmlv1.SubscribeResponse, ok bool) {
	all := c.Items()
	if len(cursor) == 0 {
		return all, true
	}
	for i, item := range all {
		if string(item.Cursor) == string(cursor) {
			return all[i+1:], true
		}
	}
	return nil, false
}

// Grow mines a block in which something happens, and gives its items.
func (c *Chain) Grow() []*ethmlv1.SubscribeResponse {
	b := c.next(c.blocks[len(c.blocks)-1].after.clone())
	b.live()
	c.blocks = append(c.blocks, b.block)
	return b.items
}

// Reorg drops the newest blocks, at most depth and never the first, and gives the retraction.
func (c *Chain) Reorg(depth int) *ethmlv1.SubscribeResponse {
	c.forks++
	c.blocks = c.blocks[:max(1, len(c.blocks)-depth)]
	return &ethmlv1.SubscribeResponse{Cursor: c.Cursor(), Item: &ethmlv1.SubscribeResponse_Retracted{Retracted: &ethmlv1.Retracted{
		RollbackTo: c.Cursor(), CommonAncestor: c.Head()}}}
}

func (c *Chain) next(s state) *builder {
	b := &builder{chain: c, rng: c.rng}
	b.number, b.time = 1, Start
	if n := len(c.blocks); n > 0 {
		last := c.blocks[n-1]
		b.number, b.time = last.number+1, last.time+1+c.rng.Uint64N(3)
	}
	b.hash = protocol.Keccak256(binary.BigEndian.AppendUint64(binary.BigEndian.AppendUint64(nil, b.number), c.forks))
	b.after = s
	return b
}
