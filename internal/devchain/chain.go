package devchain

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"net"
	"sync"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/eth"
	"github.com/ethereum/go-ethereum/eth/catalyst"
	"github.com/ethereum/go-ethereum/eth/filters"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/log"
	"github.com/ethereum/go-ethereum/node"
	"github.com/ethereum/go-ethereum/rpc"
)

// Chain is a running development chain.
type Chain struct {
	// Accounts are the ten accounts of Mnemonic, funded.
	Accounts []Account
	// ChainID is the EIP-155 chain id.
	ChainID *big.Int

	stack  *node.Node
	eth    *eth.Ethereum
	client *ethclient.Client
	log    *slog.Logger

	// sealing guards beacon, which has no lock of its own.
	sealing sync.Mutex
	beacon  *catalyst.SimulatedBeacon

	stop      context.CancelFunc
	loop      sync.WaitGroup
	unbind    func() bool
	closeOnce sync.Once
	closeErr  error
}

// Start brings a chain up. It runs until Close, or until ctx ends.
func Start(ctx context.Context, cfg Config) (*Chain, error) {
	if err := errors.Join(ctx.Err(), cfg.Check()); err != nil {
		return nil, fmt.Errorf("start dev chain: %w", err)
	}
	accounts, err := DeriveAccounts(Mnemonic, accountCount)
	if err != nil {
		return nil, fmt.Errorf("start dev chain: %w", err)
	}
	nodeConfig, err := cfg.nodeConfig()
	if err != nil {
		return nil, fmt.Errorf("start dev chain: %w", err)
	}
	nodeConfig.Logger = log.NewLogger(slog.DiscardHandler)
	stack, err := node.New(&nodeConfig)
	if err != nil {
		return nil, fmt.Errorf("start dev chain: %w", explain(err, cfg))
	}
	c := &Chain{Accounts: accounts, stack: stack, log: cfg.logger()}
	if err := c.start(cfg, &nodeConfig); err != nil {
		_ = stack.Close() // it says that the node never started, which the error says better
		return nil, fmt.Errorf("start dev chain: %w", explain(err, cfg))
	}

	// The chain outlives the call, hence its own context; values stay.
	loopCtx, stop := context.WithCancel(context.WithoutCancel(ctx))
	c.stop = stop
	switch {
	case cfg.Manual:
	case cfg.Period > 0:
		c.loop.Go(func() { c.sealPeriodically(loopCtx, cfg.Period) })
	default:
		pending := make(chan core.NewTxsEvent, 64)
		// Subscribed before Start returns, so that no transaction is missed.
		sub := c.eth.TxPool().SubscribeTransactions(pending, true)
		c.loop.Go(func() {
			defer sub.Unsubscribe()
			c.sealOnDemand(loopCtx, pending)
		})
	}
	c.unbind = context.AfterFunc(ctx, func() {
		if err := c.Close(); err != nil {
			c.log.Warn("dev chain not closed cleanly", slog.Any("error", err))
		}
	})
	c.log.Info("dev chain started",
		slog.Uint64("chain_id", c.ChainID.Uint64()), slog.String("http", c.HTTPURL()), slog.String("ws", c.WSURL()))
	return c, nil
}

func (c *Chain) start(cfg Config, nodeConfig *node.Config) error {
	ethConfig := cfg.ethConfig(c.Accounts)
	c.ChainID = ethConfig.Genesis.Config.ChainID
	var err error
	if c.eth, err = eth.New(c.stack, &ethConfig); err != nil {
		return fmt.Errorf("create Ethereum backend: %w", err)
	}
	c.stack.RegisterAPIs([]rpc.API{{
		Namespace: "eth",
		Service:   filters.NewFilterAPI(filters.NewFilterSystem(c.eth.APIBackend, filters.Config{})),
	}})
	if cfg.Control {
		c.stack.RegisterAPIs([]rpc.API{{Namespace: "dev", Service: remote{c}}})
	}
	// Its period is 0: this package seals, under its own lock, because the
	// beacon's own loop would race with Commit and Fork.
	if c.beacon, err = catalyst.NewSimulatedBeacon(0, common.Address{}, c.eth); err != nil {
		return fmt.Errorf("create simulated beacon: %w", err)
	}
	if err := c.stack.Start(); err != nil {
		return fmt.Errorf("listen on %s and %s: %w",
			net.JoinHostPort(nodeConfig.HTTPHost, fmt.Sprint(nodeConfig.HTTPPort)),
			net.JoinHostPort(nodeConfig.WSHost, fmt.Sprint(nodeConfig.WSPort)), err)
	}
	c.client = ethclient.NewClient(c.stack.Attach())
	return nil
}

// explain adds the remedy where a person can apply one.
func explain(err error, cfg Config) error {
	switch {
	case errors.Is(err, syscall.EADDRINUSE):
		// The inner error names the port that was taken.
		return fmt.Errorf("%w; stop the program that holds the port, or choose another (0 picks a free one)", err)
	case errors.Is(err, node.ErrDatadirUsed):
		return fmt.Errorf("data directory %s is in use by another process: stop it, or choose another directory", cfg.DataDir)
	default:
		return err
	}
}

// HTTPURL is the address of the JSON-RPC over HTTP.
func (c *Chain) HTTPURL() string { return c.stack.HTTPEndpoint() }

// WSURL is the address of the JSON-RPC over WebSocket.
func (c *Chain) WSURL() string { return c.stack.WSEndpoint() }

// Client talks to the chain without a socket. It belongs to the chain, which
// closes it.
func (c *Chain) Client() *ethclient.Client { return c.client }

// Head is the header of the current block.
func (c *Chain) Head() *types.Header { return c.eth.BlockChain().CurrentBlock() }

// Close stops the chain; with a data directory, it writes its state out.
func (c *Chain) Close() error {
	c.closeOnce.Do(func() {
		c.unbind()
		c.stop()
		c.loop.Wait()
		c.client.Close()
		c.sealing.Lock()
		defer c.sealing.Unlock()
		if err := c.stack.Close(); err != nil {
			c.closeErr = fmt.Errorf("stop dev chain: %w", err)
		}
	})
	return c.closeErr
}

func (c *Chain) sealPeriodically(ctx context.Context, period time.Duration) {
	ticker := time.NewTicker(period)
	defer ticker.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
			if _, err := c.Commit(); err != nil {
				c.log.Error("block not sealed", slog.Any("error", err))
			}
		}
	}
}

func (c *Chain) sealOnDemand(ctx context.Context, pending <-chan core.NewTxsEvent) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-pending:
		}
		for ctx.Err() == nil && c.hasExecutable() {
			hash, err := c.Commit()
			if err != nil {
				c.log.Error("block not sealed", slog.Any("error", err))
				break
			}
			// What the miner leaves out of an otherwise empty block it will
			// leave out of the next one too.
			if block := c.eth.BlockChain().GetBlockByHash(hash); block == nil || len(block.Transactions()) == 0 {
				break
			}
		}
	}
}

// hasExecutable asks the pool once it has caught up with the head: before, it
// counts transactions that are mined already.
func (c *Chain) hasExecutable() bool {
	if err := c.eth.TxPool().Sync(); err != nil {
		return false
	}
	executable, _ := c.eth.TxPool().Stats()
	return executable > 0
}
