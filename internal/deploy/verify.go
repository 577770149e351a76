package deploy

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/contracts/bindings"
)

// implementationSlot is where an ERC-1967 proxy keeps its implementation.
var implementationSlot = common.HexToHash("0x360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc")

// verifyCode compares the code of every contract with the record.
func verifyCode(ctx context.Context, client *ethclient.Client, r *Record) error {
	for _, step := range r.Steps {
		if step.Address == (common.Address{}) {
			continue
		}
		code, err := client.CodeAt(ctx, step.Address, nil)
		if err != nil {
			return fmt.Errorf("verify deployment: read code of %s: %w", step.Address, err)
		}
		if len(code) == 0 {
			return fmt.Errorf("verify deployment: %s: no code at %s on chain %d; the chain was reset, or is another one: remove the record to deploy anew",
				step.Name, step.Address, r.ChainID)
		}
		if hash := crypto.Keccak256Hash(code); step.CodeHash != (common.Hash{}) && hash != step.CodeHash {
			return fmt.Errorf("verify deployment: %s: code at %s hashes to %s, want %s; remove the record to deploy anew",
				step.Name, step.Address, hash, step.CodeHash)
		}
	}
	return nil
}

// verify checks code, and what the contracts say about each other.
func (d *deployment) verify(ctx context.Context) error {
	r := d.record
	if err := verifyCode(ctx, d.cfg.Client, r); err != nil {
		return err
	}
	slot, err := d.cfg.Client.StorageAt(ctx, r.Coordinator, implementationSlot, nil)
	if err != nil {
		return fmt.Errorf("verify deployment: read implementation of %s: %w", r.Coordinator, err)
	}
	owner := r.Owner
	if r.Timelock != (common.Address{}) {
		owner = r.Timelock
	}
	ethml, token, stake, registry := bindings.NewEthML(), bindings.NewEthMLToken(), bindings.NewOperatorStake(), bindings.NewModelRegistry()
	checks := []struct {
		what   string
		at     common.Address
		call   []byte
		unpack func([]byte) (common.Address, error)
		want   common.Address
	}{
		{"the coordinator's token", r.Coordinator, ethml.PackToken(), ethml.UnpackToken, r.Token},
		{"the coordinator's registry", r.Coordinator, ethml.PackRegistry(), ethml.UnpackRegistry, r.Registry},
		{"the coordinator's stake", r.Coordinator, ethml.PackOperatorStake(), ethml.UnpackOperatorStake, r.Stake},
		{"the coordinator's owner", r.Coordinator, ethml.PackOwner(), ethml.UnpackOwner, owner},
		{"the coordinator's extension", r.Coordinator, ethml.PackExtension(), ethml.UnpackExtension, r.Extension},
		{"the token's minter", r.Token, token.PackCoordinator(), token.UnpackCoordinator, r.Coordinator},
		{"the stake's slasher", r.Stake, stake.PackCoordinator(), stake.UnpackCoordinator, r.Coordinator},
	}
	if got := common.BytesToAddress(slot); got != r.Implementation {
		return fmt.Errorf("verify deployment: the coordinator's implementation is %s, want %s", got, r.Implementation)
	}
	for _, check := range checks {
		answer, err := d.call(ctx, check.at, check.call)
		if err != nil {
			return fmt.Errorf("verify deployment: read %s: %w", check.what, err)
		}
		got, err := check.unpack(answer)
		if err != nil {
			return fmt.Errorf("verify deployment: read %s: %w", check.what, err)
		}
		if got != check.want {
			return fmt.Errorf("verify deployment: %s is %s, want %s", check.what, got, check.want)
		}
	}
	for i, model := range d.cfg.Models {
		id := big.NewInt(int64(i + 1))
		answer, err := d.call(ctx, r.Registry, registry.PackManifestCID(id))
		if err != nil {
			return fmt.Errorf("verify deployment: read model %s: %w", id, err)
		}
		got, err := registry.UnpackManifestCID(answer)
		if err != nil {
			return fmt.Errorf("verify deployment: read model %s: %w", id, err)
		}
		if got != model.CID.String() {
			return fmt.Errorf("verify deployment: model %s has manifest %s, want %s", id, got, model.CID)
		}
	}
	return nil
}

func (d *deployment) call(ctx context.Context, to common.Address, data []byte) ([]byte, error) {
	return d.cfg.Client.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
}
