package command

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/ethml/ethml/cmd/ethml/internal/devnet"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/logging"
)

// Devnet runs chain and content store alone.
type Devnet struct {
	jsonFlag
	HTTP          string        `name:"http" help:"Address of the chain's JSON-RPC over HTTP." default:"127.0.0.1:8545"`
	WS            string        `name:"ws" help:"Address of the chain's JSON-RPC over WebSocket." default:"127.0.0.1:8546"`
	ContentListen string        `help:"Address of the content store (kubo's RPC API, as far as it is needed, and a gateway)." default:"127.0.0.1:5001"`
	Period        time.Duration `help:"Time between blocks, whole seconds; 0 makes a block for each transaction." default:"1s"`
	DataDir       string        `help:"Keep chain and content here over restarts; default: in a temporary folder." type:"path"`
	Control       bool          `help:"Offer dev_reorg and dev_increaseTime over JSON-RPC, to test how programs take them." hidden:""`
	Log           logging.Flags `embed:"" prefix:"log-"`
}

// Run runs until ctx ends.
func (c *Devnet) Run(ctx context.Context) error {
	log, err := c.Log.New(os.Stderr)
	if err != nil {
		return err
	}
	if err := portsFree(port{"--http", c.HTTP}, port{"--ws", c.WS}, port{"--content-listen", c.ContentListen}); err != nil {
		return err
	}
	dir := c.DataDir
	if dir == "" {
		if dir, err = os.MkdirTemp("", "ethml-devnet-"); err != nil {
			return fmt.Errorf("make a data directory: %w", err)
		}
		defer os.RemoveAll(dir)
	}
	d, err := devnet.Start(ctx, devnet.Config{
		Period: c.Period, HTTPAddr: c.HTTP, WSAddr: c.WS, ContentAddr: c.ContentListen, DataDir: dir, KeepChain: c.DataDir != "", Control: c.Control, Log: log,
	})
	if err != nil {
		return err
	}
	show := progress.New(os.Stderr)
	show.Printf("chain    %s and %s, chain id %s", d.Chain.HTTPURL(), d.Chain.WSURL(), d.Chain.ChainID)
	show.Printf("content  %s", d.ContentURL)
	for i, a := range d.Chain.Accounts {
		show.Printf("account  %d %s", i, a.Address)
	}
	if c.JSON {
		v := struct {
			HTTP    string `json:"rpc"`
			WS      string `json:"ws"`
			Content string `json:"ipfs"`
			ChainID uint64 `json:"chain_id"`
		}{d.Chain.HTTPURL(), d.Chain.WSURL(), d.ContentURL, d.Chain.ChainID.Uint64()}
		if err := c.print(v, nil); err != nil {
			return err
		}
	}
	show.Printf("Next: `ethml deploy`. Ctrl-C ends it.")
	<-ctx.Done()
	return d.Close()
}
