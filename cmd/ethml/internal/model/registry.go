package model

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/reverts"
)

// Backend is what of an Ethereum client a Registry needs.
type Backend interface {
	bind.ContractBackend
	bind.DeployBackend
}

// Registry is a network's registry of models.
type Registry struct {
	backend Backend
	address common.Address
	at      *bind.BoundContract
	abi     *bindings.ModelRegistry
}

// OpenRegistry finds the registry of a coordinator.
func OpenRegistry(ctx context.Context, backend Backend, coordinator common.Address) (*Registry, error) {
	main := bindings.NewEthML()
	address, err := bind.Call(main.Instance(backend, coordinator), &bind.CallOpts{Context: ctx}, main.PackRegistry(), main.UnpackRegistry)
	if err != nil {
		return nil, fmt.Errorf("find the model registry of coordinator %s: %w", coordinator, reverts.Decode(err))
	}
	r := &Registry{backend: backend, address: address, abi: bindings.NewModelRegistry()}
	r.at = r.abi.Instance(backend, address)
	return r, nil
}

// Listing is a registered model.
type Listing struct {
	ID          uint64
	ManifestCID cid.CID
	Publisher   common.Address
	RoyaltyBps  uint16
	Terms       manifest.Terms
	Deprecated  bool
	Previous    uint64 // the model it replaces; zero for none
}

// Count is how many models are registered; their ids are 1 to Count.
func (r *Registry) Count(ctx context.Context) (uint64, error) {
	n, err := bind.Call(r.at, &bind.CallOpts{Context: ctx}, r.abi.PackModelCount(), r.abi.UnpackModelCount)
	if err != nil {
		return 0, fmt.Errorf("count models: %w", reverts.Decode(err))
	}
	return n.Uint64(), nil
}

// Get reads a model.
func (r *Registry) Get(ctx context.Context, id uint64) (Listing, error) {
	m, err := bind.Call(r.at, &bind.CallOpts{Context: ctx}, r.abi.PackGetModel(new(big.Int).SetUint64(id)), r.abi.UnpackGetModel)
	if err != nil {
		return Listing{}, fmt.Errorf("read model %d: %w", id, reverts.Decode(err))
	}
	c, err := cid.FromDigest(m.ManifestDigest, m.CidCodec)
	if err != nil {
		return Listing{}, fmt.Errorf("read model %d: %w", id, err)
	}
	return Listing{ID: id, ManifestCID: c, Publisher: m.Publisher, RoyaltyBps: m.RoyaltyBps, Deprecated: m.Deprecated,
		Terms:    manifest.Terms{Codec: m.Codec, Decimals: m.Decimals, Rule: m.Rule, Tolerance: m.Tolerance},
		Previous: m.PreviousId.Uint64()}, nil
}

// Registration is what to register a model with.
type Registration struct {
	ManifestCID cid.CID
	Terms       manifest.Terms
	RoyaltyBps  uint16
	Previous    uint64
}

// Register registers a model and gives its id once the transaction is mined.
func (r *Registry) Register(ctx context.Context, opts *bind.TransactOpts, m Registration) (uint64, error) {
	mine := *opts
	mine.Context = ctx
	tx, err := bind.Transact(r.at, &mine, r.abi.PackRegisterModel(m.ManifestCID.String(), m.RoyaltyBps,
		m.Terms.Codec, m.Terms.Decimals, m.Terms.Rule, m.Terms.Tolerance, new(big.Int).SetUint64(m.Previous)))
	if err != nil {
		return 0, fmt.Errorf("register the model: %w", reverts.Decode(err))
	}
	ctx, cancel := context.WithTimeoutCause(ctx, 5*time.Minute, fmt.Errorf("transaction %s isn't mined yet; see what becomes of it with ethml model list", tx.Hash()))
	defer cancel()
	receipt, err := bind.WaitMined(ctx, r.backend, tx.Hash())
	switch {
	case errors.Is(err, context.DeadlineExceeded):
		return 0, context.Cause(ctx)
	case err != nil:
		return 0, fmt.Errorf("wait for transaction %s: %w", tx.Hash(), err)
	case receipt.Status != types.ReceiptStatusSuccessful:
		return 0, fmt.Errorf("transaction %s reverted", tx.Hash())
	}
	for _, l := range receipt.Logs {
		if l.Address != r.address {
			continue
		}
		if e, err := r.abi.UnpackModelRegisteredEvent(l); err == nil {
			return e.Id.Uint64(), nil
		}
	}
	return 0, fmt.Errorf("transaction %s registered no model", tx.Hash())
}
