package main

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"

	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/harden"
	"github.com/ethml/ethml/services/submitter/service"
)

type serve struct {
	cli.Common
	RPC         string        `name:"rpc" help:"Ethereum node's JSON-RPC address (http, https, ws, wss)." default:"http://127.0.0.1:8545"`
	PrivateRPC  string        `name:"private-rpc" help:"Private relay's JSON-RPC address; transactions go there instead."`
	ChainID     uint64        `name:"chain-id" help:"Chain the node must be on; 0: whatever it is on."`
	Coordinator string        `help:"Address of the EthML contract." required:""`
	Watcher     string        `help:"Address of the watcher's gRPC port." default:"127.0.0.1:8000"`
	DataDir     string        `help:"Folder of the journal." default:".data/submitter" type:"path"`
	LockDir     string        `help:"Folder of account locks, shared by submitters that could use the same accounts; default: in the data directory." type:"path"`
	ConnectWait time.Duration `help:"How long a start waits for the Ethereum node." default:"15s"`

	Keystore     string   `help:"Keystore file, or folder of them." type:"path" group:"Keys"`
	PasswordFile string   `help:"File with the keystore's password: one line for all, or a line each." type:"path" group:"Keys"`
	Clef         string   `help:"Address of a clef that signs instead." group:"Keys"`
	Web3Signer   string   `name:"web3signer" env:"ETHML_SUBMITTER_WEB3SIGNER" help:"Address of a web3signer (eth1 mode) that signs instead." group:"Keys"`
	Account      []string `help:"Account to sign for; may be repeated; default: all there are." group:"Keys"`

	MaxFeeGwei       float64       `help:"Most to pay for a unit of gas." default:"200" group:"Money"`
	MaxTipGwei       float64       `help:"Most of that for the block's builder." default:"3" group:"Money"`
	RevealMaxFeeGwei float64       `help:"Most to pay for a unit of a reveal's gas; fees rise towards it as its time runs out." default:"1000" group:"Money"`
	RevealMaxTipGwei float64       `help:"Most of that for the block's builder." default:"50" group:"Money"`
	EMLPriceWei      string        `name:"eml-price-wei" help:"Worth of one EML in wei of ether; set, commits that cost more than they earn are not sent." group:"Money"`
	ClaimAbove       float64       `help:"EML of rewards from which on an account claims; negative: never." default:"100" group:"Money"`
	RankDelay        time.Duration `help:"Delay between those who may take a permissionless step." default:"3s" group:"Money"`
}

func (s *serve) Run(ctx context.Context) error {
	// Before any key is read.
	if err := harden.NoDumps(); err != nil {
		return err
	}
	logger, traces, flush, err := s.Logger("submitter", "")
	if err != nil {
		return err
	}
	defer flush()
	c := service.Config{
		RPC: s.RPC, PrivateRPC: s.PrivateRPC, ChainID: s.ChainID, Watcher: s.Watcher, DataDir: s.DataDir, LockDir: s.LockDir,
		ConnectWait: s.ConnectWait, Keystore: s.Keystore, PasswordFile: s.PasswordFile, Clef: s.Clef, Web3Signer: s.Web3Signer,
		RankDelay: s.RankDelay, Listen: s.Listen, AdminListen: s.AdminListen, Security: s.Security, StopLimit: s.StopLimit,
		Logger: logger, Tracer: traces, Step: killPoint(), Now: clock(),
		Fees: service.Fees{
			MaxFee: scaled(s.MaxFeeGwei, params.GWei), MaxTip: scaled(s.MaxTipGwei, params.GWei),
			RevealMaxFee: scaled(s.RevealMaxFeeGwei, params.GWei), RevealMaxTip: scaled(s.RevealMaxTipGwei, params.GWei),
		},
		ClaimAbove: scaled(s.ClaimAbove, params.Ether),
	}
	if c.Coordinator, err = address("--coordinator", s.Coordinator); err != nil {
		return err
	}
	for _, text := range s.Account {
		a, err := address("--account", text)
		if err != nil {
			return err
		}
		c.Accounts = append(c.Accounts, a)
	}
	if s.EMLPriceWei != "" {
		price, ok := new(big.Int).SetString(s.EMLPriceWei, 10)
		if !ok {
			return fmt.Errorf("--eml-price-wei %q: want a whole number of wei", s.EMLPriceWei)
		}
		c.EMLPrice = price
	}
	return service.Run(ctx, c)
}

func address(flag, text string) (common.Address, error) {
	if !common.IsHexAddress(text) {
		return common.Address{}, fmt.Errorf("%s %q: want an address, 0x and 40 hexadecimal digits", flag, text)
	}
	return common.HexToAddress(text), nil
}

// scaled turns an amount in a larger unit into wei.
func scaled(amount, unit float64) *big.Int {
	wei, _ := new(big.Float).Mul(big.NewFloat(amount), big.NewFloat(unit)).Int(nil)
	return wei
}
