package devnet

import (
	"context"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/publish"
	"github.com/ethml/ethml/internal/deploy"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/models"
)

// Grant and Stake are what each dev operator is given, and how much more is staked for it.
var Grant, Stake = deploy.EML(1000), deploy.EML(500)

// Deploy publishes the models and deploys the contracts, signed by the chain's account 0, with a stake for each operator.
func (d *Devnet) Deploy(ctx context.Context, examples []models.Example, operators []devchain.Account) (*network.Network, error) {
	registered, err := publish.Examples(ctx, d.Store, examples)
	if err != nil {
		return nil, err
	}
	cfg := deploy.Config{
		Client: d.Chain.Client(), Signer: deploy.KeySigner(d.Chain.Accounts[0].Key), ChainID: d.Chain.ChainID.Uint64(),
		Parameters: deploy.Devnet(), Models: registered,
	}
	net := &network.Network{Name: "devnet", RPC: d.Chain.HTTPURL(), WS: d.Chain.WSURL(), IPFS: d.ContentURL, ChainID: cfg.ChainID}
	for _, o := range operators {
		cfg.Grants = append(cfg.Grants, deploy.Transfer{To: o.Address, Amount: Grant})
		cfg.Stakes = append(cfg.Stakes, deploy.Transfer{To: o.Address, Amount: Stake})
		net.Operators = append(net.Operators, o.Address)
	}
	record, err := deploy.Run(ctx, cfg)
	if err != nil {
		return nil, err
	}
	net.Coordinator, net.Consumer, net.DeploymentBlock = record.Coordinator, record.Consumer, record.Block
	return net, nil
}
