package command

import (
	"context"
	"errors"
	"time"

	"github.com/ethml/ethml/cmd/ethml/internal/doctor"
	"github.com/ethml/ethml/internal/cli"
)

// Doctor examines a node.
type Doctor struct {
	networkFlag
	peerFlags
	jsonFlag
	Account []string `help:"Account that takes seats; may be repeated; default: those in the network file." placeholder:"0x..."`
	DataDir []string `help:"Data directory of a service; may be repeated." type:"path"`
	Library string   `name:"onnxruntime-lib" help:"ONNX Runtime, where inference runs on this machine." env:"ETHML_ONNXRUNTIME_LIB" type:"path"`
}

// Run asks all checks; it fails when one does.
func (d *Doctor) Run(ctx context.Context) error {
	net, client, err := d.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	node := &doctor.Node{Network: net, Client: client, Security: d.security(), Accounts: net.Operators, DataDirs: d.DataDir, Library: d.Library, Now: time.Now}
	if len(d.Account) > 0 {
		node.Accounts = nil
	}
	for _, a := range d.Account {
		address, err := parseAddress("--account", a)
		if err != nil {
			return err
		}
		node.Accounts = append(node.Accounts, address)
	}
	var writeErr error
	well := doctor.Run(ctx, node.Checks(), func(f doctor.Finding) {
		writeErr = errors.Join(writeErr, d.print(f, func() error { return f.WriteText(stdout, colour(stdout)) }))
	})
	if !well {
		return cli.WithCode(cli.ExitNo, errors.Join(writeErr, errors.New("not all is well: see above for what to do")))
	}
	return writeErr
}
