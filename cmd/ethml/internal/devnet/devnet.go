// Package devnet runs what the network stands on, in this process: an Ethereum dev chain and a content store, both
// reachable by other processes on loopback.
package devnet

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"path/filepath"
	"time"

	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/devchain"
)

// Config says how. The zero value takes free loopback ports, keeps everything in memory and a temporary folder, and
// seals a block for each transaction.
type Config struct {
	Period      time.Duration // between Ethereum blocks, whole seconds
	HTTPAddr    string        // of the chain's JSON-RPC, host:port; port 0 takes a free one
	WSAddr      string        // of the chain's JSON-RPC over WebSocket
	ContentAddr string        // of the content store
	DataDir     string        // where the content store lies
	KeepChain   bool          // keep the chain in DataDir as well, over restarts
	Control     bool          // offer reorganisations and jumps of the clock over JSON-RPC
	Log         *slog.Logger
}

// Devnet is running.
type Devnet struct {
	Chain      *devchain.Chain
	Store      *content.Embedded
	ContentURL string // takes the part of kubo's RPC API that publishing and reading need
	server     *content.Server
}

// Start brings chain and store up.
func Start(ctx context.Context, cfg Config) (*Devnet, error) {
	d := &Devnet{}
	if err := d.start(ctx, cfg); err != nil {
		return nil, errors.Join(err, d.Close())
	}
	return d, nil
}

func (d *Devnet) start(ctx context.Context, cfg Config) (err error) {
	if d.Store, err = content.OpenEmbedded(filepath.Join(cfg.DataDir, "content")); err != nil {
		return err
	}
	if d.server, err = content.Serve(ctx, orFree(cfg.ContentAddr), d.Store, cfg.Log); err != nil {
		return fmt.Errorf("%w (--content-listen)", err)
	}
	d.ContentURL = d.server.URL
	chain := devchain.Config{Period: cfg.Period, HTTPAddr: cfg.HTTPAddr, WSAddr: cfg.WSAddr, Control: cfg.Control, Log: cfg.Log}
	if cfg.KeepChain {
		chain.DataDir = filepath.Join(cfg.DataDir, "chain")
	}
	// The chain stops with Close, after the services, not with the context that ends them.
	d.Chain, err = devchain.Start(context.WithoutCancel(ctx), chain)
	return err
}

func orFree(addr string) string {
	if addr == "" {
		return "127.0.0.1:0"
	}
	return addr
}

// closeLimit bounds how long requests in hand may take to finish.
const closeLimit = time.Second

// Close stops both; a half-started one too.
func (d *Devnet) Close() error {
	ctx, cancel := context.WithTimeout(context.Background(), closeLimit)
	defer cancel()
	var errs []error
	if d.Chain != nil {
		errs = append(errs, d.Chain.Close())
	}
	if d.server != nil {
		// A client may keep a connection open that it has sent nothing on; cutting it off loses nothing.
		if err := d.server.Close(ctx); !errors.Is(err, context.DeadlineExceeded) {
			errs = append(errs, err)
		}
	}
	if d.Store != nil {
		errs = append(errs, d.Store.Close())
	}
	return errors.Join(errs...)
}
