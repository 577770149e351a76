// Package command holds the subcommands of ethml, one file each.
package command

import (
	"context"
	"fmt"
	"os"
	"time"

	"github.com/alecthomas/kong"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/internal/grpcx"
	inference "github.com/ethml/ethml/services/inference/service"
)

// Grammar is what can be typed.
type Grammar struct {
	Version kong.VersionFlag `help:"Print the version and exit."`

	Demo    Demo    `cmd:"" help:"Run a whole network in this process and answer two requests."`
	Devnet  Devnet  `cmd:"" help:"Run only an Ethereum dev chain and a content store."`
	Deploy  Deploy  `cmd:"" help:"Deploy the contracts and publish the example models."`
	Request Request `cmd:"" help:"Ask for a prediction and wait for it."`
	Wait    Wait    `cmd:"" help:"Wait for requests that were sent before, and print their answers."`
	Status  Status  `cmd:"" help:"Show the network and its nodes at a glance."`
	Doctor  Doctor  `cmd:"" help:"Examine a node and say what to do about what is not well."`
	Model   Model   `cmd:"" help:"Make, check and publish models."`
	Replay  Replay  `cmd:"" help:"Run a past request again, and compare with what was revealed."`
	Forward Forward `cmd:"" hidden:"" help:"Pass connections on to replicas behind one name (for compose)."`

	Worker inference.Worker `cmd:"" hidden:"" help:"Run models for an inference service (started by it)."`
}

// Vars fill the defaults of flags.
func Vars() map[string]string { return map[string]string{"network": network.DefaultPath()} }

// networkFlag names the network that a command talks to.
type networkFlag struct {
	Network string `help:"File that describes the network." default:"${network}" type:"path"`
}

// dial connects to the network's chain and checks that it is the chain the file names.
func (f networkFlag) dial(ctx context.Context) (*network.Network, *ethclient.Client, error) {
	net, err := network.Read(f.Network)
	if err != nil {
		return nil, nil, err
	}
	client, err := dialChain(ctx, net.RPC, net.ChainID)
	return net, client, err
}

// peerFlags say how to speak to a node's services.
type peerFlags struct {
	Security grpcx.Security `embed:""`
}

// security is what the flags ask for; nothing asked for means the local network, whose services listen on loopback.
func (f peerFlags) security() grpcx.Security {
	if f.Security == (grpcx.Security{}) {
		return grpcx.Security{Plaintext: true}
	}
	return f.Security
}

// dialLimit bounds how long a node may take to answer the first question.
const dialLimit = 5 * time.Second

// dialChain connects to an Ethereum node; want is the chain id it must have, zero for any.
func dialChain(ctx context.Context, url string, want uint64) (*ethclient.Client, error) {
	ctx, cancel := context.WithTimeout(ctx, dialLimit)
	defer cancel()
	client, err := ethclient.DialContext(ctx, url)
	if err == nil {
		id, idErr := client.ChainID(ctx)
		switch {
		case idErr != nil:
			err = idErr
		case want != 0 && id.Uint64() != want:
			client.Close()
			return nil, fmt.Errorf("the node at %s is on chain %s, not %d: name the right node or the right network file", url, id, want)
		default:
			return client, nil
		}
		client.Close()
	}
	return nil, fmt.Errorf("no Ethereum node answers at %s: start one (`ethml demo` or `ethml devnet`), or name another: %w", url, err)
}

// stdout is where results go; everything for the eye goes to standard error.
var stdout = os.Stdout
