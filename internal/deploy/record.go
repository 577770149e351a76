package deploy

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/common"
)

const recordVersion = 1

// Record is what is known about a deployment, as JSON on disk.
type Record struct {
	Version int    `json:"version"`
	ChainID uint64 `json:"chain_id"`
	// Complete is set once everything is mined and verified.
	Complete bool           `json:"complete"`
	Deployer common.Address `json:"deployer"`
	Owner    common.Address `json:"owner"`
	Addresses
	// Block holds the first of the transactions; no log of the contracts is older.
	Block          uint64       `json:"block"`
	ParametersHash common.Hash  `json:"parameters_hash"`
	Parameters     Parameters   `json:"parameters"`
	InputsHash     common.Hash  `json:"inputs_hash"`
	Steps          []StepRecord `json:"steps"`
}

// StepRecord is a transaction in a record.
type StepRecord struct {
	Name     string         `json:"name"`
	Nonce    uint64         `json:"nonce"`
	Address  common.Address `json:"address,omitzero"`
	CodeHash common.Hash    `json:"code_hash,omitzero"`
	GasLimit uint64         `json:"gas_limit"`
	// Sent has each version that left, the latest last; they differ in fees only.
	Sent []SentTransaction `json:"sent,omitempty"`
	// Block is where it was mined, 0 as long as it was not.
	Block   uint64 `json:"block,omitzero"`
	GasUsed uint64 `json:"gas_used,omitzero"`
}

// SentTransaction is a signed version of a step's transaction. Fees are in wei
// for a unit of gas.
type SentTransaction struct {
	Hash   common.Hash `json:"hash"`
	FeeCap *big.Int    `json:"fee_cap"`
	TipCap *big.Int    `json:"tip_cap"`
}

// ReadRecord reads a record. A missing file is fs.ErrNotExist.
func ReadRecord(path string) (*Record, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read deployment record: %w", err)
	}
	var r Record
	if err := json.Unmarshal(data, &r); err != nil {
		return nil, fmt.Errorf("read deployment record %s: %w", path, err)
	}
	if r.Version != recordVersion {
		return nil, fmt.Errorf("read deployment record %s: version %d, want %d", path, r.Version, recordVersion)
	}
	return &r, nil
}

// write replaces the file at once, and is on disk when it returns. An empty
// path writes nothing.
func (r *Record) write(path string) error {
	if path == "" {
		return nil
	}
	data, err := json.MarshalIndent(r, "", "  ")
	if err != nil {
		return fmt.Errorf("write deployment record: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("write deployment record: %w", err)
	}
	file, err := os.CreateTemp(filepath.Dir(path), ".deployment-*")
	if err != nil {
		return fmt.Errorf("write deployment record: %w", err)
	}
	_, err = file.Write(append(data, '\n'))
	err = errors.Join(err, file.Chmod(0o644), file.Sync(), file.Close())
	if err == nil {
		err = os.Rename(file.Name(), path)
	}
	if err != nil {
		return fmt.Errorf("write deployment record: %w", errors.Join(err, os.Remove(file.Name())))
	}
	return nil
}

// open reads the record of an earlier run, or nil if there is none.
func open(path string) (*Record, error) {
	if path == "" {
		return nil, nil
	}
	r, err := ReadRecord(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	return r, err
}

// fits says whether the record is of this very deployment.
func (r *Record) fits(cfg Config, chainID *big.Int, inputs common.Hash) error {
	other := "choose another record file to deploy anew"
	switch {
	case r.ChainID != chainID.Uint64():
		return fmt.Errorf("deployment record %s is of chain %d, the node is on chain %s: %s", cfg.RecordPath, r.ChainID, chainID, other)
	case r.Deployer != cfg.Signer.Address():
		return fmt.Errorf("deployment record %s is of account %s, not %s: sign with that account, or %s", cfg.RecordPath, r.Deployer, cfg.Signer.Address(), other)
	case r.InputsHash != inputs:
		return fmt.Errorf("deployment record %s is of other parameters, models, grants or contract code: use those again, or %s", cfg.RecordPath, other)
	}
	return nil
}
