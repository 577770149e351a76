package service

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"time"

	"github.com/ethml/ethml/internal/cli"
)

// Commands is the command line of the explorer.
type Commands struct {
	Serve       serve       `cmd:"" default:"withargs" help:"Run the explorer (the default)."`
	Healthcheck healthcheck `cmd:"" help:"Ask a running explorer whether it serves; for container health checks."`
}

type serve struct {
	Watcher         string   `help:"Address of the watcher's gRPC port." required:"" placeholder:"HOST:PORT"`
	Inference       string   `help:"Address of an inference service's gRPC port, to replay predictions." placeholder:"HOST:PORT"`
	Ipfs            []string `help:"Addresses of IPFS RPC APIs to read manifests and data points from." placeholder:"URL"`
	Gateway         []string `help:"URLs of trustless IPFS gateways to read them from." placeholder:"URL"`
	RPC             string   `name:"rpc" help:"HTTP URL of an Ethereum node, to show what transactions cost." placeholder:"URL"`
	DataDir         string   `help:"Directory of the index; it may be deleted at any time." required:"" type:"path" placeholder:"DIR"`
	DevNetwork      string   `help:"Network file of a local network: shows a form that sends requests there." type:"path" placeholder:"FILE"`
	DevKeystore     string   `help:"Keystore file of the dev account that asks." type:"path" placeholder:"FILE"`
	DevPasswordFile string   `help:"File with the keystore's password." type:"path" placeholder:"FILE"`

	Listen      string `help:"Address to serve the pages and the API on." default:"${listen}"`
	cli.Process `embed:""`
}

// Vars fill the defaults of the flags.
func Vars() map[string]string {
	return map[string]string{"listen": DefaultListen, "admin": DefaultAdminListen}
}

// Run runs the explorer with the flags' values.
func (s *serve) Run(ctx context.Context) error {
	logger, traces, flush, err := s.Logger("explorer", "")
	if err != nil {
		return err
	}
	defer flush()
	logger = logger.With("service", "explorer")
	return Run(ctx, Config{Watcher: s.Watcher, Inference: s.Inference, IPFS: s.Ipfs, Gateways: s.Gateway, RPC: s.RPC, DataDir: s.DataDir,
		Dev:    Dev{Network: s.DevNetwork, Keystore: s.DevKeystore, PasswordFile: s.DevPasswordFile},
		Listen: s.Listen, AdminListen: s.AdminListen, Security: s.Security, StopLimit: s.StopLimit, Logger: logger, Tracer: traces})
}

// healthcheck asks the admin port, since the explorer serves no gRPC.
type healthcheck struct {
	Address string        `help:"Address of the explorer's admin port." default:"${admin}"`
	Timeout time.Duration `help:"How long to wait." default:"3s"`
}

// Run returns nil when the explorer serves, also while its watcher is down.
func (h *healthcheck) Run(ctx context.Context) error {
	ctx, cancel := context.WithTimeout(ctx, h.Timeout)
	defer cancel()
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+h.Address+"/livez", nil)
	if err != nil {
		return fmt.Errorf("--address %q: %w", h.Address, err)
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return fmt.Errorf("%s doesn't answer: %w", h.Address, err)
	}
	defer response.Body.Close()
	if body, err := io.ReadAll(io.LimitReader(response.Body, 1<<10)); err != nil || response.StatusCode != http.StatusOK {
		return fmt.Errorf("%s answers %s: %s", h.Address, response.Status, body)
	}
	return nil
}
