package deploy

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/manifest"
)

const stepCount = 8 + 6 + 1 + 5 // contracts, grants, approval, stakes

func startChain(t *testing.T, cfg devchain.Config) *devchain.Chain {
	t.Helper()
	chain, err := devchain.Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	})
	return chain
}

func config(t *testing.T, chain *devchain.Chain) Config {
	cfg := Config{
		Client: chain.Client(), Signer: KeySigner(chain.Accounts[9].Key), ChainID: 1337, Parameters: Devnet(),
		Models: []Model{
			{CID: cid.Sum(cid.Raw, []byte("one")), RoyaltyBps: 500},
			{CID: cid.Sum(cid.V0, []byte("two")), Terms: manifest.Terms{Codec: 2, Decimals: 2, Rule: 1, Tolerance: big.NewInt(5)}},
		},
		RecordPath: filepath.Join(t.TempDir(), "deployment.json"),
		PollEvery:  10 * time.Millisecond,
	}
	for _, account := range chain.Accounts[:6] {
		cfg.Grants = append(cfg.Grants, Transfer{account.Address, EML(1000)})
	}
	for _, account := range chain.Accounts[:5] {
		cfg.Stakes = append(cfg.Stakes, Transfer{account.Address, EML(500)})
	}
	return cfg
}

func ctxOf(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func run(t *testing.T, cfg Config) *Record {
	t.Helper()
	record, err := Run(ctxOf(t), cfg)
	if err != nil {
		t.Fatal(err)
	}
	return record
}

func call(t *testing.T, chain *devchain.Chain, to common.Address, data []byte) []byte {
	t.Helper()
	answer, err := chain.Client().CallContract(ctxOf(t), ethereum.CallMsg{To: &to, Data: data}, nil)
	if err != nil {
		t.Fatal(err)
	}
	return answer
}

func balance(t *testing.T, chain *devchain.Chain, token, account common.Address) *big.Int {
	t.Helper()
	binding := bindings.NewEthMLToken()
	got, err := binding.UnpackBalanceOf(call(t, chain, token, binding.PackBalanceOf(account)))
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func nonce(t *testing.T, chain *devchain.Chain) uint64 {
	t.Helper()
	got, err := chain.Client().NonceAt(ctxOf(t), chain.Accounts[9].Address, nil)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// How many blocks it takes is what a deployment decides; how long they take is up to the machine.
func TestEverythingIsUpWithinAFewBlocks(t *testing.T) {
	chain := startChain(t, devchain.Config{Period: time.Second})
	cfg := config(t, chain)
	record := run(t, cfg)
	last := record.Block
	for _, step := range record.Steps {
		last = max(last, step.Block)
	}
	if blocks := last - record.Block + 1; blocks > 4 {
		t.Errorf("mined in %d blocks, %d to %d, want at most 4", blocks, record.Block, last)
	}
	if !record.Complete || record.Block == 0 || record.Consumer == (common.Address{}) || len(record.Steps) != stepCount {
		t.Errorf("%+v", record)
	}
	ethml, stake, registry := bindings.NewEthML(), bindings.NewOperatorStake(), bindings.NewModelRegistry()
	for i, account := range chain.Accounts[:7] {
		granted, staked := EML(1000), EML(500)
		if i == 6 {
			granted = EML(0)
		}
		if i >= 5 {
			staked = EML(0)
		}
		if got := balance(t, chain, record.Token, account.Address); got.Cmp(&granted.Int) != 0 {
			t.Errorf("account %d has %s wei, want %s", i, got, granted)
		}
		got, err := stake.UnpackStakeOf(call(t, chain, record.Stake, stake.PackStakeOf(account.Address)))
		if err != nil || got.Cmp(&staked.Int) != 0 {
			t.Errorf("account %d has staked %s, %v; want %s", i, got, err, staked)
		}
	}
	parameters, err := ethml.UnpackParameters(call(t, chain, record.Coordinator, ethml.PackParameters()))
	if err != nil {
		t.Fatal(err)
	}
	if want := cfg.Parameters.Coordinator.binding(); parameters.CommitWindow != want.CommitWindow || parameters.MinStake.Cmp(want.MinStake) != 0 ||
		parameters.MaxCallbackGas != want.MaxCallbackGas || parameters.VoidAllowance.Cmp(want.VoidAllowance) != 0 {
		t.Errorf("parameters %+v, want %+v", parameters, want)
	}
	model, err := registry.UnpackGetModel(call(t, chain, record.Registry, registry.PackGetModel(big.NewInt(2))))
	if err != nil || model.Codec != 2 || model.Rule != 1 || model.Tolerance.Int64() != 5 || model.Publisher != chain.Accounts[9].Address {
		t.Errorf("model 2 is %+v, %v", model, err)
	}
}

func TestASecondRunSendsNothing(t *testing.T) {
	chain := startChain(t, devchain.Config{})
	cfg := config(t, chain)
	first := run(t, cfg)
	sent := nonce(t, chain)
	second := run(t, cfg)
	if second.Addresses != first.Addresses || !second.Complete {
		t.Errorf("second run gave %+v, first %+v", second.Addresses, first.Addresses)
	}
	if got := nonce(t, chain); got != sent {
		t.Errorf("the second run sent %d transactions", got-sent)
	}
	read, err := ReadRecord(cfg.RecordPath)
	if err != nil || read.Addresses != first.Addresses || read.Block != first.Block || read.ParametersHash != first.ParametersHash {
		t.Errorf("record on disk %+v, %v", read, err)
	}
}

func TestARunCutOffAnywhereGoesOn(t *testing.T) {
	for _, after := range []bool{false, true} {
		for _, failAt := range []int{1, 2, 7, 8, 15, stepCount} {
			t.Run(fmt.Sprintf("transaction %d, seen %v", failAt, after), func(t *testing.T) {
				chain := startChain(t, devchain.Config{})
				cfg := config(t, chain)
				broken := cfg
				broken.Client = (&faults{failAt: failAt, after: after}).client(t, chain)
				if _, err := Run(ctxOf(t), broken); !errors.Is(err, errCut) {
					t.Fatalf("%v, want the connection cut", err)
				}
				partial, err := ReadRecord(cfg.RecordPath)
				if err != nil || partial.Complete || len(partial.Steps[0].Sent) != 1 {
					t.Fatalf("record of the cut run: %+v, %v", partial, err)
				}
				record := run(t, cfg)
				if record.Addresses != partial.Addresses || !record.Complete {
					t.Errorf("went on to %+v, want %+v", record.Addresses, partial.Addresses)
				}
				if got := nonce(t, chain); got != stepCount {
					t.Errorf("%d transactions, want %d", got, stepCount)
				}
			})
		}
	}
}

func TestDroppedTransactionsAreSentAgain(t *testing.T) {
	chain := startChain(t, devchain.Config{Manual: true})
	cfg := config(t, chain)
	cfg.ResendAfter = 50 * time.Millisecond
	ancestor, err := chain.Commit()
	if err != nil {
		t.Fatal(err)
	}
	type outcome struct {
		record *Record
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		record, err := Run(ctxOf(t), cfg)
		done <- outcome{record, err}
	}()
	await(t, "the transactions in the pool", func() bool {
		pending, err := chain.Client().PendingTransactionCount(t.Context())
		return err == nil && pending == stepCount
	})
	// The node loses them all.
	if err := chain.Fork(ancestor, true); err != nil {
		t.Fatal(err)
	}
	await(t, "the transactions in the pool again", func() bool {
		pending, err := chain.Client().PendingTransactionCount(t.Context())
		return err == nil && pending == stepCount
	})
	for {
		if _, err := chain.Commit(); err != nil {
			t.Fatal(err)
		}
		if nonce(t, chain) == stepCount {
			break
		}
	}
	if got := <-done; got.err != nil || !got.record.Complete {
		t.Errorf("%+v, %v", got.record, got.err)
	}
}

func TestAReorgWithinTheConfirmationsIsFollowed(t *testing.T) {
	chain := startChain(t, devchain.Config{Manual: true})
	cfg := config(t, chain)
	cfg.Confirmations, cfg.ResendAfter = 3, 50*time.Millisecond
	if _, err := chain.Commit(); err != nil {
		t.Fatal(err)
	}
	before := chain.Head()
	done := make(chan error, 1)
	go func() {
		_, err := Run(ctxOf(t), cfg)
		done <- err
	}()
	await(t, "the transactions in the pool", func() bool {
		pending, err := chain.Client().PendingTransactionCount(t.Context())
		return err == nil && pending == stepCount
	})
	mine := func() {
		for nonce(t, chain) < stepCount {
			if _, err := chain.Commit(); err != nil {
				t.Fatal(err)
			}
		}
	}
	mine()
	await(t, "all steps recorded as mined", func() bool {
		record, err := ReadRecord(cfg.RecordPath)
		return err == nil && record.Steps[stepCount-1].Block != 0
	})
	if err := chain.Fork(before.Hash(), true); err != nil {
		t.Fatal(err)
	}
	// Blocks without the transactions, until Run has noticed and sent them anew.
	for range 5 {
		if _, err := chain.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	await(t, "the transactions in the pool again", func() bool {
		pending, err := chain.Client().PendingTransactionCount(t.Context())
		return err == nil && pending == stepCount
	})
	mine()
	for range 3 {
		if _, err := chain.Commit(); err != nil {
			t.Fatal(err)
		}
	}
	if err := <-done; err != nil {
		t.Error(err)
	}
}

func await(t *testing.T, what string, ready func() bool) {
	t.Helper()
	poll := time.NewTicker(5 * time.Millisecond)
	defer poll.Stop()
	ctx := ctxOf(t)
	for !ready() {
		select {
		case <-poll.C:
		case <-ctx.Done():
			t.Fatalf("waited in vain for %s", what)
		}
	}
}

func TestANodeThatCannotSimulateIsGoodEnough(t *testing.T) {
	for _, code := range []int{methodNotFound, simulationLimit, invalidParams} {
		chain := startChain(t, devchain.Config{})
		cfg := config(t, chain)
		cfg.Client = (&faults{hide: "eth_simulateV1", code: code}).client(t, chain)
		plan, err := NewPlan(ctxOf(t), cfg)
		if err != nil || plan.Simulated {
			t.Fatalf("code %d: simulated %v, %v", code, plan.Simulated, err)
		}
		if record := run(t, cfg); !record.Complete {
			t.Errorf("code %d: %+v", code, record)
		}
	}
}

func TestTheDryRunTellsWhatItWillCost(t *testing.T) {
	chain := startChain(t, devchain.Config{})
	cfg := config(t, chain)
	plan, err := NewPlan(ctxOf(t), cfg)
	if err != nil {
		t.Fatal(err)
	}
	var out strings.Builder
	if err := plan.Print(&out); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + out.String())
	for _, want := range []string{"deploy coordinator", plan.Coordinator.Hex(), "stake 500 EML for " + chain.Accounts[4].Address.Hex(), "20 transactions", "costs about 0.0"} {
		if !strings.Contains(out.String(), want) {
			t.Errorf("the dry run does not say %q:\n%s", want, &out)
		}
	}
	if got := nonce(t, chain); got != 0 {
		t.Errorf("the dry run sent %d transactions", got)
	}
	var planned, used uint64
	record := run(t, cfg)
	for i, step := range record.Steps {
		planned, used = planned+plan.Steps[i].Gas, used+step.GasUsed
	}
	if record.Addresses != plan.Addresses || used != planned {
		t.Errorf("used %d gas, planned %d; addresses %+v, planned %+v", used, planned, record.Addresses, plan.Addresses)
	}
}

func TestRealNetworksGetATimelock(t *testing.T) {
	chain := startChain(t, devchain.Config{})
	cfg := config(t, chain)
	cfg.Parameters = Public()
	cfg.Owner = chain.Accounts[8].Address
	record := run(t, cfg)
	ethml, timelock := bindings.NewEthML(), bindings.NewTimelockController()
	owner, err := ethml.UnpackOwner(call(t, chain, record.Coordinator, ethml.PackOwner()))
	if err != nil || owner != record.Timelock || record.Timelock == (common.Address{}) {
		t.Errorf("owner %s, %v; want the timelock %s", owner, err, record.Timelock)
	}
	delay, err := timelock.UnpackGetMinDelay(call(t, chain, record.Timelock, timelock.PackGetMinDelay()))
	if err != nil || delay.Uint64() != 7*day {
		t.Errorf("delay %s, %v; want a week", delay, err)
	}
	if record.Consumer != (common.Address{}) {
		t.Errorf("an example consumer at %s", record.Consumer)
	}
}

func TestWhatCannotWorkCostsNothing(t *testing.T) {
	chain := startChain(t, devchain.Config{})
	tests := []struct {
		name   string
		change func(*Config)
		want   string
	}{
		{"parameter out of bounds", func(c *Config) { c.Parameters.Coordinator.RevealWindow = 0 }, "EthML_BadParameter"},
		{"royalty too high", func(c *Config) { c.Models[1].RoyaltyBps = 5000 }, "ModelRegistry_RoyaltyTooHigh(royaltyBps=5000"},
		{"difficulty below the minimum", func(c *Config) { c.Parameters.Difficulty = 1 }, "EthML_BadParameter"},
		{"more than the allocation", func(c *Config) { c.Grants[0].Amount = EML(2_000_000) }, "genesisAllocation is 1000000 EML"},
		{"nobody", func(c *Config) { c.Stakes[0].To = common.Address{} }, "an account and a positive amount"},
		{"nothing", func(c *Config) { c.Stakes[0].Amount = EML(0) }, "an account and a positive amount"},
		{"other chain", func(c *Config) { c.ChainID = 1 }, "the node is on chain 1337, not 1"},
		{"short timelock", func(c *Config) { c.Parameters.TimelockDelay = 1 }, "shorter than unstakeDelay"},
		{"fee limit", func(c *Config) { c.MaxFee = big.NewInt(1) }, "above the limit of 1"},
		{"no client", func(c *Config) { c.Client = nil }, "a client and a signer"},
		{"poor account", func(c *Config) {
			accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 11)
			if err != nil {
				t.Fatal(err)
			}
			c.Signer = KeySigner(accounts[10].Key)
		}, "has 0 ETH"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cfg := config(t, chain)
			test.change(&cfg)
			_, err := Run(ctxOf(t), cfg)
			if err == nil || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
				t.Errorf("%v, want one line with %q", err, test.want)
			}
			if _, err := ReadRecord(cfg.RecordPath); err == nil {
				t.Error("a record was written")
			}
		})
	}
	if got := nonce(t, chain); got != 0 {
		t.Errorf("%d transactions were sent", got)
	}
}

func TestRecordsOfOtherDeploymentsAreRefused(t *testing.T) {
	chain := startChain(t, devchain.Config{})
	other := startChain(t, devchain.Config{ChainID: 31337})
	reset := startChain(t, devchain.Config{})
	cfg := config(t, chain)
	run(t, cfg)
	tests := []struct {
		name   string
		change func(*Config)
		want   string
	}{
		{"parameters", func(c *Config) { c.Parameters.Coordinator.CommitWindow = 11 }, "other parameters"},
		{"models", func(c *Config) { c.Models = c.Models[:1] }, "other parameters, models"},
		{"account", func(c *Config) { c.Signer = KeySigner(chain.Accounts[8].Key) }, "sign with that account"},
		{"chain", func(c *Config) { c.Client, c.ChainID = other.Client(), 31337 }, "is of chain 1337"},
		{"chain that was reset", func(c *Config) { c.Client = reset.Client() }, "the chain was reset"},
	}
	for _, test := range tests {
		changed := cfg
		test.change(&changed)
		if _, err := Run(ctxOf(t), changed); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("other %s: %v, want %q", test.name, err, test.want)
		}
	}
}

func TestAnotherTransactionOnTheAccountIsNoticed(t *testing.T) {
	chain := startChain(t, devchain.Config{})
	cfg := config(t, chain)
	broken := cfg
	broken.Client = (&faults{failAt: 1}).client(t, chain)
	if _, err := Run(ctxOf(t), broken); !errors.Is(err, errCut) {
		t.Fatal(err)
	}
	tx := types.MustSignNewTx(chain.Accounts[9].Key, types.LatestSignerForChainID(chain.ChainID), &types.DynamicFeeTx{
		ChainID: chain.ChainID, Gas: 21_000, To: &common.Address{1}, GasFeeCap: big.NewInt(1e10), GasTipCap: big.NewInt(1e9),
	})
	if err := chain.Client().SendTransaction(ctxOf(t), tx); err != nil {
		t.Fatal(err)
	}
	await(t, "the other transaction", func() bool { return nonce(t, chain) == 1 })
	if _, err := Run(ctxOf(t), cfg); err == nil || !strings.Contains(err.Error(), "used by another transaction") {
		t.Errorf("%v, want an error that says who used the nonce", err)
	}
}

func TestVerificationFindsForeignCode(t *testing.T) {
	chain := startChain(t, devchain.Config{})
	cfg := config(t, chain)
	record := run(t, cfg)
	record.Steps[0].CodeHash = common.Hash{1}
	if err := record.write(cfg.RecordPath); err != nil {
		t.Fatal(err)
	}
	if _, err := Run(ctxOf(t), cfg); err == nil || !strings.Contains(err.Error(), "deploy token: code at "+record.Token.Hex()) {
		t.Errorf("%v, want an error that names the token", err)
	}
}
