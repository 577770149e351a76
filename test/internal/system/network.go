package system

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/certs"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/test/internal/chainproof"
)

// Options of a network.
type Options struct {
	Operators  int      // how many have a stake, at most nine
	Nodes      int      // how many of them, the first ones, run a node; 0 for all
	Parameters string   // protocol parameters: a preset or a file; the devnet's preset if empty
	Devnet     []string // further flags of `ethml devnet`
	OneNode    bool     // one node signs for all of them
	TLS        bool     // services have certificates, of `ethml certs` in the network's folder "certs"
	Collector  string   // URL of the collector that takes their traces; empty for no traces
	// Chain, if set, starts another chain than the devnet's and gives its RPC address, host:port, for HTTP and WebSocket.
	Chain  func() string
	Scheme string // of the chain's RPC, "ws" or "http"; "ws" if empty
	// Via, if set, gives the address that a process shall use for a peer ("watcher", "submitter", "chain" or "content").
	Via func(process, peer, address string) string
	// Adapt, if set, changes a service's process before its first start.
	Adapt func(operator int, service string, p *Process)
}

// Network is a running network: a devnet with the contracts deployed, and operators.
type Network struct {
	Dir             string
	File            string // network file, for the command line
	Devnet          *Process
	ChainAddress    string // RPC over HTTP and WebSocket, host:port
	ContentAddress  string // host:port
	Accounts        []common.Address
	Operators       []*Operator
	Client          *ethclient.Client
	Coordinator     common.Address
	Consumer        common.Address // the example consumer
	DeploymentBlock uint64
}

// Operator is one operator's node.
type Operator struct {
	Account                                                        common.Address
	Watcher, Inference, Pow, Submitter                             *Process
	WatcherAddress, InferenceAddress, PowAddress, SubmitterAddress string
}

// Answer is what `ethml request --json` prints.
type Answer struct {
	RequestID    uint64      `json:"request_id"`
	ModelID      uint64      `json:"model_id"`
	DataCID      string      `json:"data_cid"`
	Status       string      `json:"status"`
	Prediction   json.Number `json:"prediction"`
	Reason       string      `json:"reason"`
	VirtualBlock uint64      `json:"virtual_block"`
	LatencyMS    int64       `json:"latency_ms"`
	Delivered    bool        `json:"callback_delivered"`
}

// StartNetwork starts a network and waits until every service serves. It ends with the test.
func StartNetwork(ctx context.Context, t testing.TB, opts Options) *Network {
	t.Helper()
	n := &Network{Dir: t.TempDir()}
	n.File = filepath.Join(n.Dir, "network.json")
	t.Cleanup(func() { n.end(t) })

	chain, store := FreeAddress(t), FreeAddress(t)
	n.Devnet = NewProcess(t, n.Dir, "devnet", "ethml", nil, append([]string{"devnet", "--http", chain, "--ws", chain, "--content-listen", store,
		"--period", "1s", "--data-dir", filepath.Join(n.Dir, "devnet")}, opts.Devnet...)...)
	n.Devnet.Start()
	if opts.Chain != nil {
		chain = opts.Chain()
	}
	Await(ctx, t, "the chain", func() (err error) {
		n.Client, err = ethclient.DialContext(ctx, "ws://"+chain)
		return err
	})
	Await(ctx, t, "the content store", func() error {
		conn, err := (&net.Dialer{}).DialContext(ctx, "tcp", store)
		if err == nil {
			err = conn.Close()
		}
		return err
	})
	n.ChainAddress, n.ContentAddress = chain, store
	parameters := cmp.Or(opts.Parameters, "devnet")
	n.Command(ctx, t, "deploy", "--rpc", "http://"+chain, "--ws", "ws://"+chain, "--ipfs", "http://"+store, "--network", n.File,
		"--parameters", parameters, "--dev-operators", strconv.Itoa(opts.Operators), "--keystore-dir", filepath.Join(n.Dir, "keystore"))
	var file struct {
		Coordinator     common.Address   `json:"coordinator"`
		Consumer        common.Address   `json:"consumer"`
		DeploymentBlock uint64           `json:"deployment_block"`
		ChainID         uint64           `json:"chain_id"`
		Operators       []common.Address `json:"operators"`
	}
	raw, err := os.ReadFile(n.File)
	if err == nil {
		err = json.Unmarshal(raw, &file)
	}
	if err != nil || len(file.Operators) != opts.Operators {
		t.Fatalf("network file: %v, operators %v", err, file.Operators)
	}
	n.Coordinator, n.Consumer, n.DeploymentBlock = file.Coordinator, file.Consumer, file.DeploymentBlock
	n.Accounts = file.Operators
	if opts.TLS {
		n.Command(ctx, t, "certs", "--dir", n.Certs())
	}
	if opts.OneNode {
		opts.Nodes = 1
	}
	for i, account := range file.Operators[:min(cmp.Or(opts.Nodes, opts.Operators), opts.Operators)] {
		n.Operators = append(n.Operators, n.operator(t, i+1, account, file.ChainID, opts))
	}
	for _, o := range n.Operators {
		for _, p := range o.Processes() {
			p.Start()
		}
	}
	for _, o := range n.Operators {
		o.Watcher.AwaitHealthy(ctx, o.WatcherAddress)
		o.Submitter.AwaitHealthy(ctx, o.SubmitterAddress)
		o.Inference.AwaitHealthy(ctx, o.InferenceAddress)
		o.Pow.AwaitHealthy(ctx, o.PowAddress)
	}
	return n
}

// Processes are the node's services, in the order in which they are started.
func (o *Operator) Processes() []*Process {
	return []*Process{o.Watcher, o.Submitter, o.Inference, o.Pow}
}

func (n *Network) operator(t testing.TB, number int, account common.Address, chainID uint64, opts Options) *Operator {
	t.Helper()
	name := func(service string) string { return fmt.Sprintf("operator-%d-%s", number, service) }
	via := func(service, peer, address string) string {
		if opts.Via == nil {
			return address
		}
		return opts.Via(name(service), peer, address)
	}
	o := &Operator{Account: account, WatcherAddress: FreeAddress(t), SubmitterAddress: FreeAddress(t), InferenceAddress: FreeAddress(t), PowAddress: FreeAddress(t)}
	service := func(service, listen string, args ...[]string) *Process {
		admin := FreeAddress(t)
		common := append(n.security(service, opts), "--listen", listen, "--admin-listen", admin)
		if opts.Collector != "" {
			common = append(common, "--otlp-endpoint", opts.Collector, "--trace-node", fmt.Sprintf("operator-%d", number))
		}
		p := NewProcess(t, n.Dir, name(service), service, nil, append(common, slices.Concat(args...)...)...)
		if opts.TLS {
			p.Peer = n.As("operator", service)
		}
		p.Address, p.Admin, p.DataDir = listen, admin, filepath.Join(n.Dir, name(service))
		if service != "pow" {
			p.args = append(p.args, "--data-dir", p.DataDir)
		}
		if opts.Adapt != nil {
			opts.Adapt(number, service, p)
		}
		return p
	}
	chain := func(service string) []string {
		return []string{"--rpc", cmp.Or(opts.Scheme, "ws") + "://" + via(service, "chain", n.ChainAddress), "--chain-id", strconv.FormatUint(chainID, 10), "--coordinator", n.Coordinator.Hex()}
	}
	peers := func(service string) []string {
		return []string{"--watcher", via(service, "watcher", o.WatcherAddress), "--submitter", via(service, "submitter", o.SubmitterAddress)}
	}
	o.Watcher = service("watcher", o.WatcherAddress, chain("watcher"), []string{"--deployment-block", strconv.FormatUint(n.DeploymentBlock, 10)})
	o.Submitter = service("submitter", o.SubmitterAddress, chain("submitter"), []string{"--watcher", via("submitter", "watcher", o.WatcherAddress),
		"--keystore", n.keystore(t, account, opts), "--password-file", filepath.Join(n.Dir, "keystore", "password")})
	o.Inference = service("inference", o.InferenceAddress, peers("inference"), []string{"--ipfs", "http://" + via("inference", "content", n.ContentAddress)})
	o.Pow = service("pow", o.PowAddress, peers("pow"), []string{"--threads", "1"})
	return o
}

// Certs is where the certificates lie.
func (n *Network) Certs() string { return filepath.Join(n.Dir, "certs") }

// As is how somebody with this certificate talks to a service, on a network with TLS.
func (n *Network) As(name, service string) grpcx.ClientConfig {
	c := grpcx.ClientConfig{Role: service}
	c.Security.TLSCert, c.Security.TLSKey, c.Security.TLSCA = certs.Paths(n.Certs(), name)
	return c
}

func (n *Network) security(service string, opts Options) []string {
	if !opts.TLS {
		return []string{"--plaintext"}
	}
	cert, key, ca := certs.Paths(n.Certs(), service)
	return []string{"--tls-cert", cert, "--tls-key", key, "--tls-ca", ca}
}

// keystore is the account's file, or a folder with all of them.
func (n *Network) keystore(t testing.TB, account common.Address, opts Options) string {
	t.Helper()
	all := filepath.Join(n.Dir, "keystore")
	if !opts.OneNode {
		return filepath.Join(all, account.Hex()+".json")
	}
	folder := filepath.Join(n.Dir, "accounts")
	if err := os.Mkdir(folder, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, a := range n.Accounts {
		if err := os.Link(filepath.Join(all, a.Hex()+".json"), filepath.Join(folder, a.Hex()+".json")); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}

func (n *Network) end(t testing.TB) {
	var all []*Process
	for _, o := range n.Operators {
		all = append(all, o.Processes()...)
	}
	all = append(all, n.Devnet)
	for _, p := range all {
		if p == nil || p.cmd == nil {
			continue
		}
		if t.Failed() {
			t.Logf("--- the end of %s's log\n%s", p.Name, p.Tail())
		}
		select {
		case <-p.Ended():
		default:
			p.Signal(syscall.SIGKILL)
			<-p.Ended()
		}
	}
	if n.Client != nil {
		n.Client.Close()
	}
}

// Run runs `ethml` and gives what it printed on standard output and how it ended.
func (n *Network) Run(ctx context.Context, t testing.TB, args ...string) (string, error) {
	t.Helper()
	cmd := exec.CommandContext(ctx, Binary(t, "ethml"), args...)
	var out, problems strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &problems
	if err := cmd.Run(); err != nil {
		return out.String(), fmt.Errorf("ethml %s: %w\n%s", strings.Join(args, " "), err, problems.String())
	}
	return out.String(), nil
}

// Command runs `ethml`, which must succeed, and gives what it printed on standard output.
func (n *Network) Command(ctx context.Context, t testing.TB, args ...string) string {
	t.Helper()
	out, err := n.Run(ctx, t, args...)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Refused runs `ethml`, which must fail, and gives the one line it said why in.
func (n *Network) Refused(ctx context.Context, t testing.TB, args ...string) string {
	t.Helper()
	cmd := exec.CommandContext(ctx, Binary(t, "ethml"), args...)
	out, err := cmd.CombinedOutput()
	text := strings.TrimSpace(string(out))
	if err == nil || strings.Contains(text, "\n") {
		t.Fatalf("ethml %s: want one line that says why it failed, got %v:\n%s", strings.Join(args, " "), err, text)
	}
	return text
}

// Request runs `ethml request` with these arguments and gives the request's end, answered or not.
func (n *Network) Request(ctx context.Context, t testing.TB, args ...string) Answer {
	t.Helper()
	out, err := n.Run(ctx, t, append([]string{"request", "--network", n.File, "--json"}, args...)...)
	var a Answer
	if json.Unmarshal([]byte(out), &a) != nil {
		t.Fatalf("no answer on standard output: %q, %v", out, err)
	}
	if (err == nil) != (a.Status == "answered") {
		t.Fatalf("exit status and answer differ: %v, %+v", err, a)
	}
	return a
}

// Send runs `ethml request --no-wait` and gives the request's id.
func (n *Network) Send(ctx context.Context, t testing.TB, args ...string) uint64 {
	t.Helper()
	out := n.Command(ctx, t, append([]string{"request", "--network", n.File, "--no-wait"}, args...)...)
	id, err := strconv.ParseUint(strings.TrimSpace(out), 10, 64)
	if err != nil {
		t.Fatalf("request id: %v", err)
	}
	return id
}

// StopEach stops one process of every operator.
func (n *Network) StopEach(t testing.TB, which func(*Operator) *Process) {
	t.Helper()
	for _, o := range n.Operators {
		if err := which(o).Stop(); err != nil {
			t.Fatalf("%s: %v\n%s", which(o).Name, err, which(o).Tail())
		}
	}
}

// StartEach starts one process of every operator again and waits until it serves.
func (n *Network) StartEach(ctx context.Context, t testing.TB, which func(*Operator) (*Process, string)) {
	t.Helper()
	for _, o := range n.Operators {
		p, _ := which(o)
		p.Start()
	}
	for _, o := range n.Operators {
		p, address := which(o)
		p.AwaitHealthy(ctx, address)
	}
}

// AwaitBlocks waits until the chain has grown by that many Ethereum blocks.
func (n *Network) AwaitBlocks(ctx context.Context, t testing.TB, blocks uint64) {
	t.Helper()
	start, err := n.Client.BlockNumber(ctx)
	if err != nil {
		t.Fatal(err)
	}
	Await(ctx, t, fmt.Sprintf("%d Ethereum blocks", blocks), func() error {
		now, err := n.Client.BlockNumber(ctx)
		if err == nil && now < start+blocks {
			err = fmt.Errorf("at block %d of %d", now, start+blocks)
		}
		return err
	})
}

// State reads where a request stands.
func (n *Network) State(ctx context.Context, t testing.TB, id uint64) protocol.RequestStatus {
	t.Helper()
	main := bindings.NewEthML()
	view, err := bind.Call(main.Instance(n.Client, n.Coordinator), &bind.CallOpts{Context: ctx},
		main.PackGetPrediction(new(big.Int).SetUint64(id)), main.UnpackGetPrediction)
	if err != nil {
		t.Fatalf("read request %d: %v", id, err)
	}
	return protocol.RequestStatus(view.Status)
}

// AwaitEnd waits until a request has reached this end state.
func (n *Network) AwaitEnd(ctx context.Context, t testing.TB, id uint64, want protocol.RequestStatus) {
	t.Helper()
	Await(ctx, t, fmt.Sprintf("the end of request %d", id), func() error {
		switch got := n.State(ctx, t, id); {
		case !got.Ended():
			return errors.New(got.String())
		case got != want:
			t.Fatalf("request %d ended %s, want %s", id, got, want)
		}
		return nil
	})
}

// Commits counts the seats taken in the block that holds an unanswered request.
func (n *Network) Commits(ctx context.Context, t testing.TB, id uint64) int {
	t.Helper()
	main := bindings.NewEthML()
	block, err := bind.Call(main.Instance(n.Client, n.Coordinator), &bind.CallOpts{Context: ctx}, main.PackGetBlock(), main.UnpackGetBlock)
	if err != nil {
		t.Fatalf("read the open block: %v", err)
	}
	if !slices.ContainsFunc(block.Ids, func(i *big.Int) bool { return i.Uint64() == id }) {
		t.Fatalf("request %d is not in the open block %d", id, block.Number)
	}
	read, err := chainproof.New(n.Client, n.Coordinator).Block(ctx, block.Number)
	if err != nil {
		t.Fatal(err)
	}
	return len(read.Commits)
}
