package command

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/cmd/ethml/internal/demo"
	"github.com/ethml/ethml/cmd/ethml/internal/devnet"
	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/publish"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/deploy"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/models"
)

// Deploy deploys the contracts and publishes the example models. Run again, it goes on where it was cut off, or checks
// what is there.
type Deploy struct {
	signerFlags
	jsonFlag
	Network    string `help:"Where to write the file that describes the network." default:"${network}" type:"path"`
	RPC        string `name:"rpc" help:"Ethereum node's JSON-RPC address." default:"http://127.0.0.1:8545"`
	WS         string `name:"ws" help:"The same node's WebSocket address, to be told to others." placeholder:"URL"`
	IPFS       string `name:"ipfs" help:"IPFS RPC API to publish models and data points to." default:"http://127.0.0.1:5001"`
	Parameters string `help:"Protocol parameters: devnet, public, or a JSON file." default:"devnet"`
	Record     string `help:"File with what has been deployed; default: deployment.json beside the network file." type:"path"`
	DryRun     bool   `help:"Only say what would be sent and what it would cost."`

	DevOperators int    `help:"Stake for that many of the dev chain's accounts, from account 1 on." default:"0" group:"Dev chain"`
	KeystoreDir  string `help:"Write those accounts' keystore files here, and their password." type:"path" group:"Dev chain"`
	Documented   bool   `help:"Send the two requests that the documentation shows, once." group:"Dev chain"`

	Watcher   string        `help:"Address of the node's watcher, for the network file." placeholder:"HOST:PORT" group:"Node"`
	Inference string        `help:"Address of its inference." placeholder:"HOST:PORT" group:"Node"`
	Pow       []string      `help:"Addresses of its pow replicas." placeholder:"HOST:PORT" group:"Node"`
	Submitter string        `help:"Address of its submitter." placeholder:"HOST:PORT" group:"Node"`
	Limit     time.Duration `help:"How long it may take at most." default:"10m"`
	Log       logging.Flags `embed:"" prefix:"log-"`
}

// Run deploys.
func (c *Deploy) Run(ctx context.Context) error {
	ctx, cancel := context.WithTimeoutCause(ctx, c.Limit, fmt.Errorf("not done within %s: run it again to go on", c.Limit))
	defer cancel()
	log, err := c.Log.New(os.Stderr)
	if err != nil {
		return err
	}
	client, err := dialChain(ctx, c.RPC, 0)
	if err != nil {
		return err
	}
	defer client.Close()
	cfg := deploy.Config{Client: client, RecordPath: c.Record, Log: log}
	if cfg.RecordPath == "" {
		cfg.RecordPath = filepath.Join(filepath.Dir(c.Network), "deployment.json")
	}
	chainID, err := client.ChainID(ctx)
	if err != nil {
		return fmt.Errorf("read chain id: %w", err)
	}
	signer, err := c.signer(chainID.Uint64())
	if err != nil {
		return err
	}
	cfg.Signer = transactor{signer}
	if cfg.Parameters, err = c.parameters(); err != nil {
		return err
	}
	operators, err := c.operators(chainID.Uint64())
	if err != nil {
		return err
	}
	for _, o := range operators {
		cfg.Grants = append(cfg.Grants, deploy.Transfer{To: o.Address, Amount: devnet.Grant})
		cfg.Stakes = append(cfg.Stakes, deploy.Transfer{To: o.Address, Amount: devnet.Stake})
	}
	examples, err := models.All()
	if err != nil {
		return err
	}
	if cfg.Models, err = c.publish(ctx, examples); err != nil {
		return err
	}
	if c.DryRun {
		plan, err := deploy.NewPlan(ctx, cfg)
		if err != nil {
			return err
		}
		return plan.Print(stdout)
	}
	show := progress.New(os.Stderr)
	var record *deploy.Record
	if err := show.During(ctx, "deploying", func(ctx context.Context) (err error) {
		record, err = deploy.Run(ctx, cfg)
		return err
	}); err != nil {
		return ended(ctx, err)
	}
	show.Printf("contracts  EthML %s on chain %d, from block %d", record.Coordinator, record.ChainID, record.Block)
	for i, e := range examples {
		show.Printf("model      %d %s", i+1, e.Name)
	}
	net := c.describe(record, operators)
	if err := net.Write(c.Network); err != nil {
		return err
	}
	if c.JSON {
		if err := c.print(net, nil); err != nil {
			return err
		}
	}
	if c.Documented {
		return c.ask(ctx, client, net, signer, examples[:2], show)
	}
	return nil
}

// parameters are a preset's or a file's.
func (c *Deploy) parameters() (deploy.Parameters, error) {
	if preset, err := deploy.Preset(c.Parameters); err == nil {
		return preset, nil
	}
	return deploy.LoadParameters(c.Parameters)
}

// operators are the dev accounts that are given a stake, their keystores written where that is asked for.
func (c *Deploy) operators(chainID uint64) ([]devchain.Account, error) {
	if c.DevOperators == 0 {
		return nil, nil
	}
	if chainID != devchain.DefaultChainID {
		return nil, fmt.Errorf("--dev-operators: chain %d is no dev chain: these accounts' keys are public", chainID)
	}
	if c.DevOperators < 0 || c.DevOperators > maxOperators {
		return nil, fmt.Errorf("--dev-operators %d: the dev chain has %d accounts beside the first", c.DevOperators, maxOperators)
	}
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 1+c.DevOperators)
	if err != nil {
		return nil, err
	}
	if c.KeystoreDir == "" || c.DryRun {
		return accounts[1:], nil
	}
	return accounts[1:], demo.WriteKeystores(c.KeystoreDir, accounts[1:])
}

// publish puts the example models on IPFS; a dry run computes their CIDs only.
func (c *Deploy) publish(ctx context.Context, examples []models.Example) ([]deploy.Model, error) {
	if c.DryRun {
		memory, err := content.OpenEmbedded("")
		if err != nil {
			return nil, err
		}
		defer func() { _ = memory.Close() }() // nothing of it stays
		return publish.Examples(ctx, memory, examples)
	}
	store, closeStore, err := content.Open(content.Options{KuboAPIs: []string{c.IPFS}})
	if err != nil {
		return nil, err
	}
	defer func() { _ = closeStore() }() // it holds connections only
	return publish.Examples(ctx, store, examples)
}

// describe is the network for the commands and services that read its file.
func (c *Deploy) describe(r *deploy.Record, operators []devchain.Account) *network.Network {
	net := &network.Network{Name: "deployed", RPC: c.RPC, WS: c.WS, IPFS: c.IPFS, ChainID: r.ChainID,
		Coordinator: r.Coordinator, Consumer: r.Consumer, DeploymentBlock: r.Block}
	var first common.Address
	for i, o := range operators {
		if i == 0 {
			first = o.Address
		}
		net.Operators = append(net.Operators, o.Address)
	}
	if c.Watcher != "" || c.Inference != "" || len(c.Pow) > 0 || c.Submitter != "" {
		net.Nodes = []network.Node{{Name: "node", Operator: first, Watcher: c.Watcher, Inference: c.Inference, Pow: c.Pow, Submitter: c.Submitter}}
	}
	return net
}

// ask sends the documented requests, unless the first of all requests were sent already.
func (c *Deploy) ask(ctx context.Context, client *ethclient.Client, net *network.Network, signer *bind.TransactOpts, examples []models.Example, show *progress.Writer) error {
	o, err := oracle.New(ctx, client, net.Coordinator, net.Consumer)
	if err != nil {
		return err
	}
	sent, err := o.RequestCount(ctx)
	if err != nil {
		return err
	}
	for i, e := range examples {
		if uint64(i) < sent {
			show.Printf("request    %d was sent before", i+1)
			continue
		}
		if len(e.Points) == 0 {
			return errors.New("the example models have no data points")
		}
		r, err := o.Ask(ctx, signer, uint64(i+1), e.Points[0].CID, new(big.Int))
		if err != nil {
			return err
		}
		show.Printf("request    %d: model %d (%s), data point %s", r.ID, r.Model, e.Name, r.DataCID)
	}
	return nil
}

// transactor signs with what bind made of a keystore or a dev account.
type transactor struct{ opts *bind.TransactOpts }

func (t transactor) Address() common.Address { return t.opts.From }

func (t transactor) Sign(_ context.Context, tx *types.Transaction, _ *big.Int) (*types.Transaction, error) {
	return t.opts.Signer(t.opts.From, tx)
}
