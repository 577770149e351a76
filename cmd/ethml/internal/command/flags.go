package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/grpcx"
)

// networkFlag names the network that a command talks to.
type networkFlag struct {
	Network     string `help:"File that describes the network." default:"${network}" type:"path" group:"Network"`
	RPC         string `name:"rpc" help:"Ethereum node's JSON-RPC address, instead of the file's." placeholder:"URL" group:"Network"`
	Coordinator string `help:"EthML contract, instead of the file's." placeholder:"0x..." group:"Network"`
	IPFS        string `name:"ipfs" help:"IPFS RPC API, instead of the file's." placeholder:"URL" group:"Network"`
}

// describe gives the network: the file's, with what flags put in the place of its parts. With --rpc and --coordinator no file
// is needed.
func (f networkFlag) describe() (net *network.Network, err error) {
	net = &network.Network{Name: "flags", IPFS: "http://127.0.0.1:5001"}
	if _, err := os.Stat(f.Network); !errors.Is(err, fs.ErrNotExist) || f.RPC == "" || f.Coordinator == "" {
		if net, err = network.Read(f.Network); err != nil {
			return nil, err
		}
	}
	if f.RPC != "" {
		net.RPC, net.WS = f.RPC, ""
	}
	if f.Coordinator != "" {
		address, err := parseAddress("--coordinator", f.Coordinator)
		if err != nil {
			return nil, err
		}
		if address != net.Coordinator {
			// What else the file says is of its own contracts.
			net.Coordinator, net.Consumer, net.DeploymentBlock, net.Operators = address, common.Address{}, 0, nil
			net.ChainID = 0
		}
	}
	if f.IPFS != "" {
		net.IPFS = f.IPFS
	}
	return net, nil
}

// dial connects to the network's chain and checks that it is the chain the file names.
func (f networkFlag) dial(ctx context.Context) (*network.Network, *ethclient.Client, error) {
	net, err := f.describe()
	if err != nil {
		return nil, nil, err
	}
	client, err := dialChain(ctx, net.RPC, net.ChainID)
	if err != nil || net.ChainID != 0 {
		return net, client, err
	}
	id, err := client.ChainID(ctx)
	if err != nil {
		client.Close()
		return nil, nil, fmt.Errorf("read chain id: %w", err)
	}
	net.ChainID = id.Uint64()
	return net, client, nil
}

// peerFlags say how to speak to a node's services.
type peerFlags struct {
	Security grpcx.Security `embed:"" group:"Node"`
}

// security is what the flags ask for; nothing asked for means the local network, whose services listen on loopback.
func (f peerFlags) security() grpcx.Security {
	if f.Security == (grpcx.Security{}) {
		return grpcx.Security{Plaintext: true}
	}
	return f.Security
}

// jsonFlag asks for output that programs read.
type jsonFlag struct {
	JSON bool `name:"json" help:"Print JSON on standard output, one object a line."`
}

// print writes v as JSON where that is asked for, else what text writes.
func (f jsonFlag) print(v any, text func() error) error {
	if f.JSON {
		return writeJSON(stdout, v)
	}
	return text()
}

// writeJSON writes v in one line. Addresses get the capitals of EIP-55, as they have them everywhere else;
// common.Address leaves them out of JSON.
func writeJSON(w io.Writer, v any) error {
	raw, err := json.Marshal(v)
	if err != nil {
		return err
	}
	raw = addressJSON.ReplaceAllFunc(raw, func(a []byte) []byte {
		return []byte(`"` + common.HexToAddress(string(a[1:len(a)-1])).Hex() + `"`)
	})
	_, err = w.Write(append(raw, '\n'))
	return err
}

var addressJSON = regexp.MustCompile(`"0x[0-9a-f]{40}"`)

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
	return nil, fmt.Errorf("no Ethereum node answers at %s: start one (`ethml demo` or `ethml devnet`), or name another with --rpc: %w", url, err)
}

func parseAddress(flag, text string) (common.Address, error) {
	if !common.IsHexAddress(text) {
		return common.Address{}, cli.WithCode(cli.ExitUsage, fmt.Errorf("%s %q is no address: give 0x and 40 hexadecimal digits", flag, text))
	}
	return common.HexToAddress(text), nil
}

// ended gives the error of something awaited the exit code it has: too late, or interrupted.
func ended(ctx context.Context, err error) error {
	switch {
	case err == nil:
		return nil
	case errors.Is(ctx.Err(), context.DeadlineExceeded):
		return cli.WithCode(cli.ExitTimeout, context.Cause(ctx))
	case ctx.Err() != nil:
		return cli.WithCode(cli.ExitInterrupted, errors.New("interrupted"))
	}
	return err
}

// colour reports whether what is written to f may be coloured.
func colour(f *os.File) bool {
	return os.Getenv("NO_COLOR") == "" && os.Getenv("TERM") != "dumb" && isTerminal(f)
}

// paint wraps text in a terminal's colour code, such as 32 for green.
func paint(on bool, code, text string) string {
	if !on || text == "" {
		return text
	}
	return "\x1b[" + code + "m" + text + "\x1b[0m"
}

// plural is "1 block" or "2 blocks".
func plural(n uint64, what string) string {
	if n == 1 {
		return "1 " + what
	}
	return fmt.Sprintf("%d %ss", n, strings.TrimSuffix(what, "s"))
}
