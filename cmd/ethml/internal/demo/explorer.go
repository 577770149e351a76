package demo

import (
	"context"
	"log/slog"
	"net"
	"path/filepath"

	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/admin"
	explorer "github.com/ethml/ethml/services/explorer/service"
)

// startExplorer runs an explorer beside the first operator's node and gives its URL.
func (d *Demo) startExplorer(ctx context.Context, dir string) (string, error) {
	first := d.Network.Nodes[0]
	// The form on its pages asks as account 0, as the demo itself does.
	keyFile, passwordFile, err := writeKeystore(filepath.Join(dir, "explorer", "keystore"), d.devnet.Chain.Accounts[0])
	if err != nil {
		return "", err
	}
	dev := explorer.Dev{Network: d.cfg.NetworkFile, Keystore: keyFile, PasswordFile: passwordFile}
	if dev.Network == "" {
		dev = explorer.Dev{}
	}
	o := &operator{demo: d, name: "demo", logs: d.logs}
	address, err := o.run(ctx, "explorer", func(ctx context.Context, log *slog.Logger, traces trace.TracerProvider, ready func(net.Addr)) error {
		return explorer.Run(ctx, explorer.Config{
			Watcher: first.Watcher, Inference: first.Inference, IPFS: []string{d.devnet.ContentURL}, RPC: d.devnet.Chain.HTTPURL(), Dev: dev,
			DataDir: filepath.Join(dir, "explorer"), Listen: d.cfg.ExplorerAddr, AdminListen: anyPort, Security: loopback, Logger: log,
			Tracer: traces, Registry: admin.NewRegistry(), Ready: func(a explorer.Addrs) { ready(a.HTTP) },
		})
	})
	return "http://" + address + "/", err
}
