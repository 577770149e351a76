package chain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/contracts/bindings"
)

const (
	// MaxLag is how many blocks a node may be behind the best of the others.
	MaxLag = 5
	// settled is how deep below the head nodes must agree on the block hash.
	settled = 12
	// compareEvery is how often the node in use is compared with the others.
	compareEvery = 30 * time.Second
)

// Contracts says where a coordinator lives and what belongs to it.
type Contracts struct {
	ChainID     uint64
	Genesis     common.Hash
	Coordinator common.Address
	Registry    common.Address
	Stake       common.Address
}

// PoolConfig names the endpoints of one chain.
type PoolConfig struct {
	URLs        []string
	ChainID     uint64 // 0: whatever the nodes agree on
	Coordinator common.Address
	Poll        time.Duration // of endpoints without subscriptions
	Dial        DialRPC       // default: rpc.DialOptions
	Logger      *slog.Logger
}

// Pool connects to one of several endpoints.
type Pool struct {
	PoolConfig
	mu   sync.Mutex
	next int // endpoint to try first
}

// NewPool makes a pool; nothing is dialled yet.
func NewPool(c PoolConfig) *Pool { return &Pool{PoolConfig: c} }

// probe is what an endpoint says of itself.
type probe struct {
	client  *Client
	chainID uint64
	head    Header
	err     error
}

// ask dials an endpoint and asks for its chain and head.
func (p *Pool) ask(ctx context.Context, endpoint string) (r probe) {
	client, err := Dial(ctx, endpoint, p.Poll, p.PoolConfig.Dial)
	if err != nil {
		return probe{err: err}
	}
	defer func() {
		if r.err != nil {
			client.Close()
			r.client = nil
		}
	}()
	r.client = client
	if r.chainID, r.err = client.ChainID(ctx); r.err != nil {
		return r
	}
	if p.ChainID != 0 && r.chainID != p.ChainID {
		r.err = fmt.Errorf("%w: %s serves chain %d, chain %d is configured: correct --rpc or --chain-id", ErrWrongChain, client.Name(), r.chainID, p.ChainID)
		return r
	}
	syncing, err := client.Syncing(ctx)
	if err == nil && syncing {
		err = fmt.Errorf("%s is still syncing", client.Name())
	}
	if r.err = err; err != nil {
		return r
	}
	r.head, _, r.err = client.Latest(ctx, common.Hash{})
	return r
}

// askAll asks all endpoints at once.
func (p *Pool) askAll(ctx context.Context) []probe {
	probes := make([]probe, len(p.URLs))
	var wg sync.WaitGroup
	for i, u := range p.URLs {
		wg.Go(func() { probes[i] = p.ask(ctx, u) })
	}
	wg.Wait()
	return probes
}

// Connect picks an endpoint: each call starts with the one after the last, skipping those that don't answer, that lag
// behind, or that the others contradict. ErrWrongChain and ErrNoContract mean that trying again won't help.
func (p *Pool) Connect(ctx context.Context) (Node, Contracts, error) {
	probes := p.askAll(ctx)
	defer func() {
		for _, r := range probes {
			if r.client != nil {
				r.client.Close()
			}
		}
	}()
	p.compare(ctx, probes)
	p.mu.Lock()
	first := p.next
	p.mu.Unlock()
	var errs []error
	for i := range probes {
		n := (first + i) % len(probes)
		if probes[n].err != nil {
			errs = append(errs, probes[n].err)
			continue
		}
		contracts, err := discover(ctx, probes[n].client, p.Coordinator)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		contracts.ChainID = probes[n].chainID
		p.mu.Lock()
		p.next = (n + 1) % len(probes)
		p.mu.Unlock()
		for _, err := range errs {
			p.Logger.Warn("ethereum endpoint skipped", "error", err)
		}
		client := probes[n].client
		probes[n].client = nil
		return client, contracts, nil
	}
	return nil, Contracts{}, verdict(errs)
}

// verdict is the error when no endpoint will do, on one line. It is hopeless only if every endpoint is.
func verdict(errs []error) error {
	for i, err := range errs {
		if !errors.Is(err, ErrWrongChain) && !errors.Is(err, ErrNoContract) {
			errs[0], errs[i] = errs[i], errs[0]
			break
		}
	}
	err := errs[0]
	for _, other := range errs[1:] {
		err = fmt.Errorf("%w; %s", err, other.Error())
	}
	return err
}

// compare marks endpoints that the others contradict or outrun.
func (p *Pool) compare(ctx context.Context, probes []probe) {
	best, lowest, chains := uint64(0), ^uint64(0), map[uint64]int{}
	for _, r := range probes {
		if r.err == nil {
			best, lowest = max(best, r.head.Number), min(lowest, r.head.Number)
			chains[r.chainID]++
		}
	}
	if len(chains) > 1 {
		majority(probes, func(r probe) any { return r.chainID }, func(r probe, won any) error {
			return fmt.Errorf("%w: %s serves chain %d, most others serve chain %d: correct --rpc, or name the chain with --chain-id", ErrWrongChain, r.client.Name(), r.chainID, won)
		})
	}
	for i := range probes {
		r := &probes[i]
		if r.err == nil && r.head.Number+MaxLag < best {
			r.err = fmt.Errorf("%s stands at block %d, another endpoint at block %d", r.client.Name(), r.head.Number, best)
		}
	}
	healthy := 0
	for _, r := range probes {
		if r.err == nil {
			healthy++
		}
	}
	if healthy < 2 || lowest < settled {
		return
	}
	// A node that lags is out by now, so the others have this block.
	at := best - min(best, settled+MaxLag)
	hashes := map[*Client]common.Hash{}
	for i := range probes {
		r := &probes[i]
		if r.err != nil {
			continue
		}
		headers, err := r.client.Headers(ctx, at)
		if r.err = err; err == nil {
			hashes[r.client] = headers[0].Hash
		}
	}
	majority(probes, func(r probe) any { return hashes[r.client] }, func(r probe, won any) error {
		return fmt.Errorf("%s has block %d as %s, most other endpoints as %s: it is on another branch", r.client.Name(), at, hashes[r.client], won)
	})
}

// majority marks the healthy endpoints that don't have the value that more than half of them have; without one, all.
func majority(probes []probe, value func(probe) any, contradicts func(r probe, won any) error) {
	count, healthy := map[any]int{}, 0
	for _, r := range probes {
		if r.err == nil {
			count[value(r)]++
			healthy++
		}
	}
	var won any
	for v, n := range count {
		if 2*n > healthy {
			won = v
		}
	}
	for i := range probes {
		r := &probes[i]
		switch {
		case r.err != nil || won == value(*r):
		case won != nil:
			r.err = contradicts(*r, won)
		default:
			r.err = fmt.Errorf("the endpoints are on different chains or branches (%s: %v) and none has a majority: correct --rpc, or add an endpoint", r.client.Name(), value(*r))
		}
	}
}

// Watch returns an error when the node has fallen behind the other endpoints, or nil when ctx ends.
func (p *Pool) Watch(ctx context.Context, node Node) error {
	if len(p.URLs) < 2 {
		<-ctx.Done()
		return nil
	}
	ticker := time.NewTicker(compareEvery)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
		head, _, err := node.Latest(ctx, common.Hash{})
		if err != nil {
			return err
		}
		for _, r := range p.askAll(ctx) {
			if r.err != nil {
				continue
			}
			r.client.Close()
			if head.Number+MaxLag < r.head.Number {
				return fmt.Errorf("%s stands at block %d, %s at block %d", node.Name(), head.Number, r.client.Name(), r.head.Number)
			}
		}
	}
}

// discover asks the coordinator for the contracts that belong to it.
func discover(ctx context.Context, c *Client, coordinator common.Address) (Contracts, error) {
	out := Contracts{Coordinator: coordinator}
	genesis, err := c.Headers(ctx, 0)
	if err != nil {
		return out, err
	}
	out.Genesis = genesis[0].Hash
	deployed, err := c.Code(ctx, coordinator, nil)
	if err != nil {
		return out, err
	}
	if !deployed {
		return out, fmt.Errorf("%w at %s: %s has no code at that address: correct --coordinator, or deploy the contracts first", ErrNoContract, coordinator, c.Name())
	}
	contract := bindings.NewEthML()
	for _, part := range []struct {
		input  []byte
		unpack func([]byte) (common.Address, error)
		into   *common.Address
	}{
		{contract.PackRegistry(), contract.UnpackRegistry, &out.Registry},
		{contract.PackOperatorStake(), contract.UnpackOperatorStake, &out.Stake},
	} {
		answer, err := c.Call(ctx, coordinator, part.input)
		if err != nil && !reverted(err) {
			return out, err
		}
		if err == nil {
			*part.into, err = part.unpack(answer)
		}
		if err != nil || *part.into == (common.Address{}) {
			return out, fmt.Errorf("%w at %s: the contract there doesn't answer as one: correct --coordinator", ErrNoContract, coordinator)
		}
	}
	return out, nil
}

// Deployed finds the block in which the first of the contracts came to be, by bisection over the code at past blocks. A
// node that doesn't keep old state can't tell; then it is block 0, which is slower to read from but right.
func (p *Pool) Deployed(ctx context.Context, node Node, contracts Contracts) (uint64, error) {
	c, ok := node.(*Client)
	if !ok {
		return 0, nil
	}
	head, _, err := c.Latest(ctx, common.Hash{})
	if err != nil {
		return 0, err
	}
	earliest := head.Number
	for _, a := range []common.Address{contracts.Coordinator, contracts.Registry, contracts.Stake} {
		low, high := uint64(0), earliest
		for low < high {
			middle := low + (high-low)/2
			has, err := c.Code(ctx, a, &middle)
			if err != nil {
				p.Logger.Warn("deployment block not found, reading from block 0; --deployment-block is faster", "error", err)
				return 0, ctx.Err()
			}
			if has {
				high = middle
			} else {
				low = middle + 1
			}
		}
		earliest = low
	}
	return earliest, nil
}
