package deploy

import (
	"cmp"
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/manifest"
)

// Signer signs for the account that deploys.
type Signer interface {
	Address() common.Address
	Sign(ctx context.Context, tx *types.Transaction, chainID *big.Int) (*types.Transaction, error)
}

// KeySigner signs with a key in memory.
func KeySigner(key *ecdsa.PrivateKey) Signer { return keySigner{key} }

type keySigner struct{ key *ecdsa.PrivateKey }

func (s keySigner) Address() common.Address { return crypto.PubkeyToAddress(s.key.PublicKey) }

func (s keySigner) Sign(_ context.Context, tx *types.Transaction, chainID *big.Int) (*types.Transaction, error) {
	return types.SignTx(tx, types.LatestSignerForChainID(chainID), s.key)
}

// Model is one to register; the first in Config gets id 1.
type Model struct {
	// CID of the manifest.
	CID        cid.CID        `json:"cid"`
	RoyaltyBps uint16         `json:"royalty_bps"`
	Terms      manifest.Terms `json:"terms"`
}

// Transfer gives EML to an account.
type Transfer struct {
	To     common.Address `json:"to"`
	Amount Amount         `json:"amount"`
}

// Config says what to deploy.
type Config struct {
	Client *ethclient.Client
	Signer Signer
	// ChainID that the node must be on; 0 takes whatever it is on.
	ChainID    uint64
	Parameters Parameters
	Models     []Model
	// Publisher of the models and Owner of the coordinator (of the timelock,
	// where there is one); the deploying account if zero.
	Publisher, Owner common.Address
	// Grants are paid and Stakes are staked for the account from the genesis allocation.
	Grants, Stakes []Transfer

	// RecordPath is where the record is kept; nowhere if empty, which gives up
	// on resuming.
	RecordPath string
	// MaxFee is the most to pay for a unit of gas, in wei; no limit if nil.
	MaxFee *big.Int
	// Confirmations are blocks on top of the last transaction's to wait for.
	Confirmations uint64
	// PollEvery is 200 ms if zero.
	PollEvery time.Duration
	// ResendAfter is how long nothing need be mined until fees are raised; 60 s if zero.
	ResendAfter time.Duration
	// Log may be nil.
	Log *slog.Logger
}

// Check reports what is wrong with the configuration.
func (c Config) Check() error {
	var errs []error
	if c.Client == nil || c.Signer == nil {
		errs = append(errs, errors.New("deploy: a client and a signer are needed"))
	}
	total := new(big.Int)
	for _, list := range [][]Transfer{c.Grants, c.Stakes} {
		for _, transfer := range list {
			if transfer.To == (common.Address{}) || transfer.Amount.Sign() <= 0 {
				errs = append(errs, fmt.Errorf("deploy: %s to %s: an account and a positive amount are needed", transfer.Amount, transfer.To))
			}
			total.Add(total, &transfer.Amount.Int)
		}
	}
	if total.Cmp(&c.Parameters.GenesisAllocation.Int) > 0 {
		errs = append(errs, fmt.Errorf("deploy: grants and stakes are %s together, genesisAllocation is %s",
			Amount{*total}, c.Parameters.GenesisAllocation))
	}
	errs = append(errs, c.Parameters.Check())
	return errors.Join(errs...)
}

func (c Config) withDefaults() Config {
	if c.Publisher == (common.Address{}) {
		c.Publisher = c.Signer.Address()
	}
	if c.Owner == (common.Address{}) {
		c.Owner = c.Signer.Address()
	}
	if c.Log == nil {
		c.Log = slog.New(slog.DiscardHandler)
	}
	c.PollEvery = cmp.Or(c.PollEvery, 200*time.Millisecond)
	c.ResendAfter = cmp.Or(c.ResendAfter, time.Minute)
	return c
}

// inputsHash identifies everything that decides which transactions are sent.
func (c Config) inputsHash() (common.Hash, error) {
	data, err := json.Marshal(struct {
		Parameters       Parameters
		Models           []Model
		Publisher, Owner common.Address
		Grants, Stakes   []Transfer
		Code             []string
	}{c.Parameters, c.Models, c.Publisher, c.Owner, c.Grants, c.Stakes, bytecode()})
	if err != nil {
		return common.Hash{}, fmt.Errorf("hash deployment: %w", err)
	}
	return crypto.Keccak256Hash(data), nil
}

func (m Model) registration() bindings.ModelRegistration {
	tolerance := m.Terms.Tolerance
	if tolerance == nil {
		tolerance = new(big.Int)
	}
	return bindings.ModelRegistration{
		ManifestCID: m.CID.String(), RoyaltyBps: m.RoyaltyBps, Codec: m.Terms.Codec, Decimals: m.Terms.Decimals,
		Rule: m.Terms.Rule, Tolerance: tolerance, PreviousId: new(big.Int),
	}
}

// ModelOf reads a manifest and gives what to register it with.
func ModelOf(id cid.CID, manifestJSON []byte, royaltyBps uint16) (Model, error) {
	parsed, err := manifest.Parse(manifestJSON)
	if err != nil {
		return Model{}, fmt.Errorf("model %s: %w", id, err)
	}
	return Model{CID: id, RoyaltyBps: royaltyBps, Terms: parsed.Terms()}, nil
}
