// Package fakechain is an Ethereum chain in memory for tests and benchmarks: blocks, logs as the contracts write them,
// reorgs of any depth, and nodes that fail or lie on demand.
package fakechain

import (
	"context"
	"fmt"
	"slices"
	"sync"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ethml/ethml/services/watcher/internal/chain"
)

type block struct {
	header chain.Header
	logs   []types.Log
	state  Protocol // after the block
}

// Chain is a chain and the node that serves it.
type Chain struct {
	ID uint64
	// Forget makes the node deny that it knows dropped blocks, as one that lags would.
	Forget bool
	// Keep, if set, is about how many of the newest blocks stay in memory.
	Keep int

	// Final is the block that the node calls finalized; 0: it knows of none.
	Final uint64

	mu      sync.Mutex
	hidden  map[uint64]bool
	refuse  func(method string) error
	blocks  []block
	base    uint64 // number of blocks[0]
	genesis common.Hash
	known   map[common.Hash]bool
	salt    uint64
	changed chan struct{}
}

// New makes a chain with a genesis block.
func New(id uint64) *Chain {
	c := &Chain{ID: id, known: map[common.Hash]bool{}, changed: make(chan struct{})}
	c.Mine(nil)
	return c
}

// Mine adds a block with the logs of the given transactions.
func (c *Chain) Mine(state *Protocol, transactions ...[]types.Log) chain.Header {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.salt++
	number := c.base + uint64(len(c.blocks))
	b := block{header: chain.Header{Number: number, Time: 1_700_000_000 + number}}
	if n := len(c.blocks); n > 0 {
		b.header.Parent = c.blocks[n-1].header.Hash
		b.state = c.blocks[n-1].state
	}
	if state != nil {
		b.state = state.Clone()
	}
	b.header.Hash = crypto.Keccak256Hash(Int(c.ID).Bytes(), b.header.Parent[:], Int(b.header.Number).Bytes(), Int(c.salt).Bytes())
	for i, logs := range transactions {
		for _, l := range logs {
			l.BlockNumber, l.BlockHash, l.BlockTimestamp = b.header.Number, b.header.Hash, b.header.Time
			l.TxIndex, l.TxHash = uint(i), crypto.Keccak256Hash(b.header.Hash[:], []byte{byte(i), byte(i >> 8)})
			l.Index = uint(len(b.logs))
			b.header.Bloom.Add(l.Address.Bytes())
			b.logs = append(b.logs, l)
		}
	}
	c.blocks = append(c.blocks, b)
	c.known[b.header.Hash] = true
	if number == 0 {
		c.genesis = b.header.Hash
	}
	if n := len(c.blocks); c.Keep > 0 && n > 2*c.Keep {
		for _, old := range c.blocks[:n-c.Keep] {
			delete(c.known, old.header.Hash)
		}
		c.base += uint64(n - c.Keep)
		c.blocks = slices.Clone(c.blocks[n-c.Keep:])
	}
	c.notify()
	return b.header
}

// State is the contracts' state at the head.
func (c *Chain) State() Protocol {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.blocks[len(c.blocks)-1].state.Clone()
}

// Drop takes the newest blocks away, as go-ethereum's Fork does, before a new branch has grown.
func (c *Chain) Drop(depth int) {
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, b := range c.blocks[len(c.blocks)-depth:] {
		if c.Forget {
			delete(c.known, b.header.Hash)
		}
	}
	c.blocks = slices.Clone(c.blocks[:len(c.blocks)-depth])
	c.notify()
}

// Refuse has refuse called before each answer of the node, which it may refuse; nil refuses nothing.
func (c *Chain) Refuse(refuse func(method string) error) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.refuse = refuse
}

// Hide makes the node leave out the logs of these blocks, and of these only.
func (c *Chain) Hide(numbers ...uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.hidden = map[uint64]bool{}
	for _, n := range numbers {
		c.hidden[n] = true
	}
}

func (c *Chain) notify() {
	close(c.changed)
	c.changed = make(chan struct{})
}

// Head is the newest block.
func (c *Chain) Head() chain.Header {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.blocks[len(c.blocks)-1].header
}

// at is a canonical block; the lock must be held.
func (c *Chain) at(number uint64) (block, bool) {
	if number < c.base || number-c.base >= uint64(len(c.blocks)) {
		return block{}, false
	}
	return c.blocks[number-c.base], true
}

// Block is a canonical block and its logs.
func (c *Chain) Block(number uint64) (chain.Header, []types.Log) {
	c.mu.Lock()
	defer c.mu.Unlock()
	b, _ := c.at(number)
	return b.header, slices.Clone(b.logs)
}

// Contracts of the chain.
func (c *Chain) Contracts() chain.Contracts {
	c.mu.Lock()
	defer c.mu.Unlock()
	return chain.Contracts{ChainID: c.ID, Genesis: c.genesis, Coordinator: Coordinator, Registry: Registry, Stake: Stake}
}

// Connect gives the chain's node.
func (c *Chain) Connect(context.Context) (chain.Node, chain.Contracts, error) {
	if err := c.intercept("connect"); err != nil {
		return nil, chain.Contracts{}, err
	}
	return &node{c}, c.Contracts(), nil
}

// Deployed says that the contracts are in block 1.
func (c *Chain) Deployed(context.Context, chain.Node, chain.Contracts) (uint64, error) { return 1, nil }

// Watch never asks for another node.
func (c *Chain) Watch(ctx context.Context, _ chain.Node) error {
	<-ctx.Done()
	return nil
}

func (c *Chain) intercept(method string) error {
	c.mu.Lock()
	refuse := c.refuse
	c.mu.Unlock()
	if refuse == nil {
		return nil
	}
	return refuse(method)
}

type node struct{ chain *Chain }

func (n *node) Name() string { return "fake" }
func (n *node) Close()       {}

func (n *node) Latest(_ context.Context, known common.Hash) (chain.Header, bool, error) {
	if err := n.chain.intercept("latest"); err != nil {
		return chain.Header{}, false, err
	}
	n.chain.mu.Lock()
	defer n.chain.mu.Unlock()
	return n.chain.blocks[len(n.chain.blocks)-1].header, n.chain.known[known], nil
}

func (n *node) Finalized(context.Context) (chain.Header, error) {
	if err := n.chain.intercept("finalized"); err != nil {
		return chain.Header{}, err
	}
	n.chain.mu.Lock()
	defer n.chain.mu.Unlock()
	b, ok := n.chain.at(n.chain.Final)
	if !ok || n.chain.Final == 0 {
		return chain.Header{}, fmt.Errorf("finalized block: %w", chain.ErrNotFound)
	}
	return b.header, nil
}

// Finalize makes the node call a block finalized.
func (c *Chain) Finalize(number uint64) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.Final = number
}

func (n *node) Headers(_ context.Context, numbers ...uint64) ([]chain.Header, error) {
	if err := n.chain.intercept("headers"); err != nil {
		return nil, err
	}
	n.chain.mu.Lock()
	defer n.chain.mu.Unlock()
	var headers []chain.Header
	for _, number := range numbers {
		b, ok := n.chain.at(number)
		if !ok {
			return nil, fmt.Errorf("block %d: %w", number, chain.ErrNotFound)
		}
		headers = append(headers, b.header)
	}
	return headers, nil
}

func (n *node) Logs(_ context.Context, from, to uint64, _ []common.Address) ([]types.Log, error) {
	if err := n.chain.intercept("logs"); err != nil {
		return nil, err
	}
	n.chain.mu.Lock()
	defer n.chain.mu.Unlock()
	var logs []types.Log
	for number := from; number <= to; number++ {
		if b, ok := n.chain.at(number); ok && !n.chain.hidden[number] {
			logs = append(logs, b.logs...)
		}
	}
	return logs, nil
}

func (n *node) BlockLogs(_ context.Context, header chain.Header, _ []common.Address) ([]types.Log, error) {
	if err := n.chain.intercept("blockLogs"); err != nil {
		return nil, err
	}
	n.chain.mu.Lock()
	defer n.chain.mu.Unlock()
	b, ok := n.chain.at(header.Number)
	if !ok || b.header.Hash != header.Hash {
		return nil, fmt.Errorf("block %s: %w", header.Hash, chain.ErrNotFound)
	}
	if n.chain.hidden[header.Number] {
		return nil, nil
	}
	return slices.Clone(b.logs), nil
}

func (n *node) Heads(ctx context.Context) *chain.Heads {
	return chain.NewHeads(func(push func(chain.Header)) error {
		for {
			n.chain.mu.Lock()
			changed := n.chain.changed
			head := n.chain.blocks[len(n.chain.blocks)-1].header
			n.chain.mu.Unlock()
			if err := n.chain.intercept("heads"); err != nil {
				return err
			}
			push(head)
			select {
			case <-ctx.Done():
				return ctx.Err()
			case <-changed:
			}
		}
	})
}
