package doctor

import (
	"context"
	"fmt"
	"math/big"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/reverts"
)

// What a node should have at least.
const (
	maxSkew      = 10 * time.Second
	minDiskBytes = 2 << 30
)

// knownVersion is the newest version of the contracts that this program speaks to.
const knownVersion = 1

// initializable is where OpenZeppelin's Initializable keeps the version of a proxy's contract (ERC-7201), in the low 8 bytes.
var initializable = common.HexToHash("0xf0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00")

// minBalance is ether for some hundred transactions at 10 gwei and 100,000 gas.
var minBalance = big.NewInt(1e17)

// Node is what is examined. Accounts and data directories may be empty.
type Node struct {
	Network  *network.Network
	Client   *ethclient.Client
	Security grpcx.Security
	Accounts []common.Address // that take seats
	DataDirs []string
	Library  string // ONNX Runtime; empty when inference runs elsewhere
	Now      func() time.Time
}

// Checks are all that can be asked of the node.
func (n *Node) Checks() []Check {
	checks := []Check{
		{"chain id", n.chainID},
		{"clock", n.clock},
		{"coordinator", n.coordinator},
		{"ipfs", n.ipfs},
	}
	for _, a := range n.Accounts {
		checks = append(checks,
			Check{"ether of " + short(a), func(ctx context.Context) (string, error) { return n.ether(ctx, a) }},
			Check{"stake of " + short(a), func(ctx context.Context) (string, error) { return n.stake(ctx, a) }},
			Check{"allowance of " + short(a), func(ctx context.Context) (string, error) { return n.allowance(ctx, a) }})
	}
	if n.Library != "" {
		checks = append(checks, Check{"onnx runtime", n.library})
	}
	for _, dir := range n.DataDirs {
		checks = append(checks, Check{"disk of " + filepath.Base(dir), func(context.Context) (string, error) { return disk(dir) }})
	}
	for _, node := range n.Network.Nodes {
		checks = append(checks, n.services(node)...)
	}
	return checks
}

func short(a common.Address) string { return a.Hex()[:8] + "…" }

func (n *Node) chainID(ctx context.Context) (string, error) {
	id, err := n.Client.ChainID(ctx)
	if err != nil {
		return "", problem("start the Ethereum node, or correct the address in the network file", "the node at %s doesn't answer: %w", n.Network.RPC, err)
	}
	if id.Uint64() != n.Network.ChainID {
		return "", problem("name the right node or the right network file", "the node is on chain %s, the network on %d", id, n.Network.ChainID)
	}
	return id.String(), nil
}

func (n *Node) clock(ctx context.Context) (string, error) {
	head, err := n.Client.HeaderByNumber(ctx, nil)
	if err != nil {
		return "", problem("start the Ethereum node", "read the head: %w", err)
	}
	// A chain's head is in the past by up to its block time and a little more; never in the future.
	ahead := time.Unix(int64(head.Time), 0).Sub(n.Now())
	if ahead > maxSkew {
		return "", problem("set this machine's clock by NTP", "the chain's head is %s ahead of this machine", ahead.Round(time.Second))
	}
	if -ahead > 10*time.Minute {
		return "", problem("let the node sync, or set this machine's clock by NTP", "the chain's head, block %s, is %s old", head.Number, (-ahead).Round(time.Second))
	}
	return fmt.Sprintf("head %s is %s old", head.Number, max(-ahead, 0).Round(time.Second)), nil
}

func (n *Node) coordinator(ctx context.Context) (string, error) {
	code, err := n.Client.CodeAt(ctx, n.Network.Coordinator, nil)
	if err != nil {
		return "", problem("start the Ethereum node", "read the code: %w", err)
	}
	if len(code) == 0 {
		return "", problem("deploy with `ethml deploy`, or name the right network file", "no contract at %s", n.Network.Coordinator)
	}
	main := bindings.NewEthML()
	seats, err := bind.Call(main.Instance(n.Client, n.Network.Coordinator), &bind.CallOpts{Context: ctx}, main.PackSEATS(), main.UnpackSEATS)
	if err != nil {
		return "", problem("name the EthML proxy's address", "the contract at %s is no EthML coordinator: %w", n.Network.Coordinator, reverts.Decode(err))
	}
	raw, err := n.Client.StorageAt(ctx, n.Network.Coordinator, initializable, nil)
	if err != nil {
		return "", problem("start the Ethereum node", "read the contracts' version: %w", err)
	}
	version := new(big.Int).SetBytes(raw[max(0, len(raw)-8):]).Uint64()
	if version > knownVersion {
		return "", problem("update this node's software: the contracts were upgraded", "the coordinator is at version %d, this program knows %d", version, knownVersion)
	}
	return fmt.Sprintf("%s, version %d, %s seats a block", n.Network.Coordinator, version, seats), nil
}

func (n *Node) ipfs(ctx context.Context) (string, error) {
	source, err := content.NewKubo(n.Network.IPFS, nil)
	if err == nil {
		err = source.Check(ctx)
	}
	if err != nil {
		return "", problem("start kubo, or correct the address in the network file", "%w", err)
	}
	return n.Network.IPFS, nil
}

func (n *Node) ether(ctx context.Context, account common.Address) (string, error) {
	wei, err := n.Client.BalanceAt(ctx, account, nil)
	if err != nil {
		return "", problem("start the Ethereum node", "read the balance: %w", err)
	}
	if wei.Cmp(minBalance) < 0 {
		return "", problem("send it some: a reveal that can't be paid for costs stake", "%s ETH", status.Ether(wei))
	}
	return status.Ether(wei) + " ETH", nil
}

// seat reads an account's stake and the least that takes a seat, and where both are kept.
func (n *Node) seat(ctx context.Context, account common.Address) (has, least *big.Int, registry common.Address, err error) {
	main, stakes := bindings.NewEthML(), bindings.NewOperatorStake()
	at := main.Instance(n.Client, n.Network.Coordinator)
	opts := &bind.CallOpts{Context: ctx}
	if least, err = bind.Call(at, opts, main.PackMinStake(), main.UnpackMinStake); err != nil {
		return nil, nil, registry, problem("check the coordinator first", "read the least stake: %w", reverts.Decode(err))
	}
	if registry, err = bind.Call(at, opts, main.PackOperatorStake(), main.UnpackOperatorStake); err != nil {
		return nil, nil, registry, problem("check the coordinator first", "read the stake contract's address: %w", reverts.Decode(err))
	}
	if has, err = bind.Call(stakes.Instance(n.Client, registry), opts, stakes.PackStakeOf(account), stakes.UnpackStakeOf); err != nil {
		return nil, nil, registry, problem("check the coordinator first", "read the stake: %w", reverts.Decode(err))
	}
	return has, least, registry, nil
}

func (n *Node) stake(ctx context.Context, account common.Address) (string, error) {
	has, least, _, err := n.seat(ctx, account)
	if err != nil {
		return "", err
	}
	if has.Cmp(least) < 0 {
		return "", problem(fmt.Sprintf("stake at least %s EML", status.Ether(least)), "%s EML: too little to take a seat", status.Ether(has))
	}
	return fmt.Sprintf("%s EML, %s needed", status.Ether(has), status.Ether(least)), nil
}

// allowance is what the stake contract may take; it matters to an account that still has to stake.
func (n *Node) allowance(ctx context.Context, account common.Address) (string, error) {
	has, least, registry, err := n.seat(ctx, account)
	if err != nil {
		return "", err
	}
	main, token := bindings.NewEthML(), bindings.NewEthMLToken()
	opts := &bind.CallOpts{Context: ctx}
	address, err := bind.Call(main.Instance(n.Client, n.Network.Coordinator), opts, main.PackToken(), main.UnpackToken)
	if err != nil {
		return "", problem("check the coordinator first", "read the token's address: %w", reverts.Decode(err))
	}
	allowed, err := bind.Call(token.Instance(n.Client, address), opts, token.PackAllowance(account, registry), token.UnpackAllowance)
	if err != nil {
		return "", problem("check the coordinator first", "read the allowance: %w", reverts.Decode(err))
	}
	lacks := new(big.Int).Sub(least, has)
	switch {
	case lacks.Sign() <= 0:
		return fmt.Sprintf("%s EML, none needed: it has its stake", status.Ether(allowed)), nil
	case allowed.Cmp(lacks) < 0:
		return "", problem("`ethml operator stake` approves and stakes", "%s EML: the stake contract may not take the %s EML that a seat lacks", status.Ether(allowed), status.Ether(lacks))
	}
	return fmt.Sprintf("%s EML, %s lack for a seat", status.Ether(allowed), status.Ether(lacks)), nil
}

func (n *Node) library(context.Context) (string, error) {
	var s syscall.Stat_t
	if err := syscall.Stat(n.Library, &s); err != nil {
		return "", problem("run `make onnxruntime`, or set ETHML_ONNXRUNTIME_LIB to libonnxruntime.so.1", "%s: %w", n.Library, err)
	}
	return n.Library, nil
}

func disk(dir string) (string, error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(dir, &s); err != nil {
		return "", problem("create it, or name the directory that the service uses", "%s: %w", dir, err)
	}
	free := s.Bavail * uint64(s.Bsize)
	text := fmt.Sprintf("%.1f GB free at %s", float64(free)/1e9, dir)
	if free < minDiskBytes {
		return "", problem("make room: a service that can't write stops before it sends", "%s", text)
	}
	return text, nil
}

// services are the checks of one node's four services.
func (n *Node) services(node network.Node) []Check {
	var report status.Node
	gather := Check{node.Name + " watcher", func(ctx context.Context) (string, error) {
		report = status.GatherNode(ctx, node, n.Security)
		w := report.Watcher
		switch {
		case w.Err != "":
			return "", problem("start the watcher", "%s", w.Err)
		case w.State != "live":
			return "", problem("see the watcher's log", "%s %s", w.State, w.Detail)
		}
		return fmt.Sprintf("live at block %d, %d behind", w.Head, w.Lag), nil
	}}
	return []Check{gather,
		{node.Name + " inference", func(context.Context) (string, error) { return inference(report.Inference) }},
		{node.Name + " pow", func(context.Context) (string, error) {
			if len(report.Replicas) == 0 {
				return "", problem("start one: it announces itself", "the submitter knows of no pow replica")
			}
			return fmt.Sprintf("%d replicas", len(report.Replicas)), nil
		}},
		{node.Name + " submitter", func(context.Context) (string, error) { return submitter(report.Submitter) }},
	}
}

// inference is well when every model has reproduced its golden cases.
func inference(s status.Inference) (string, error) {
	if s.Err != "" {
		return "", problem("start the inference service", "%s", s.Err)
	}
	var bad []string
	for _, m := range s.Models {
		if m.State == "unavailable" {
			bad = append(bad, fmt.Sprintf("model %d %s", m.ID, m.Detail))
		}
	}
	if len(bad) > 0 {
		return "", problem("the node abstains from these models; see the inference service's log", "%s", strings.Join(bad, "; "))
	}
	return fmt.Sprintf("%d models, golden cases reproduced or yet to be", len(s.Models)), nil
}

func submitter(s status.Submitter) (string, error) {
	if s.Err != "" {
		return "", problem("start the submitter", "%s", s.Err)
	}
	for _, a := range s.Accounts {
		if !a.CanCommit {
			return "", problem("stake more EML for it", "account %s has too little stake to take a seat", a.Address)
		}
	}
	return fmt.Sprintf("%d accounts ready", len(s.Accounts)), nil
}
