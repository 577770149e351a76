package service

import (
	"cmp"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/url"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"go.opentelemetry.io/otel/trace"

	"github.com/ethml/ethml/internal/admin"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/lifecycle"
	"github.com/ethml/ethml/internal/logging"
)

// Defaults of the flags.
const (
	DefaultListen      = "127.0.0.1:8080"
	DefaultAdminListen = "127.0.0.1:9004"
)

// Config of an explorer. Watcher, DataDir and Security must be set; for the rest, zero means the default.
type Config struct {
	Watcher   string   // address of the watcher's gRPC port
	Inference string   // address of an inference service's gRPC port, for replays; none without
	IPFS      []string // addresses of IPFS RPC APIs to read manifests and data points from
	Gateways  []string // URLs of trustless IPFS gateways to read them from
	RPC       string   // URL of an Ethereum node, for what transactions cost; not shown without
	DataDir   string   // where the index lives
	Dev       Dev      // a dev account that may send requests; none without

	Listen      string // pages and API, over HTTP
	AdminListen string // metrics and probes
	Security    grpcx.Security
	StopLimit   time.Duration

	Logger   *slog.Logger         // none if nil
	Registry *prometheus.Registry // of metrics; one of its own if nil
	Tracer   trace.TracerProvider // no traces if nil
	Now      func() time.Time     // time.Now if nil
	Ready    func(Addrs)          // called once, when both ports are bound
}

// Dev lets the explorer send requests on a local network, signed by an account whose key lies in a file.
type Dev struct {
	Network      string // network file, as `ethml demo` and `ethml deploy` write it; empty for no form
	Keystore     string // keystore file of the account that asks
	PasswordFile string // its password
}

// Addrs are the bound addresses.
type Addrs struct {
	HTTP  net.Addr
	Admin net.Addr
}

func (c Config) withDefaults() Config {
	c.Listen = cmp.Or(c.Listen, DefaultListen)
	c.AdminListen = cmp.Or(c.AdminListen, DefaultAdminListen)
	c.StopLimit = cmp.Or(c.StopLimit, lifecycle.StopLimit)
	if c.Logger == nil {
		c.Logger = logging.Discard()
	}
	if c.Registry == nil {
		c.Registry = admin.NewRegistry()
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	return c
}

// Check says what is wrong with the configuration, naming the flags.
func (c Config) Check() error {
	var errs []error
	bad := func(format string, args ...any) { errs = append(errs, fmt.Errorf(format, args...)) }
	if c.Watcher == "" {
		bad("no watcher: give the address of its gRPC port with --watcher, such as 127.0.0.1:8000")
	}
	if c.DataDir == "" {
		bad("no data directory: name one with --data-dir")
	}
	if c.RPC != "" {
		if u, err := url.Parse(c.RPC); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			bad("--rpc %q is not the URL of an Ethereum node: give one such as http://127.0.0.1:8545", c.RPC)
		}
	}
	if d := c.Dev; d != (Dev{}) && (d.Network == "" || d.Keystore == "" || d.PasswordFile == "") {
		bad("sending requests takes --dev-network, --dev-keystore and --dev-password-file: set all three, or none")
	}
	if c.Dev.Network != "" && len(c.IPFS) == 0 {
		bad("sending requests takes a content store that data points can be added to: name one with --ipfs")
	}
	if c.StopLimit < 0 {
		bad("--stop-limit %s: choose a positive one", c.StopLimit)
	}
	if err := c.Security.Check(); err != nil {
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}
