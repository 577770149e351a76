package keys

import (
	"context"
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"golang.org/x/sync/errgroup"
)

// Signer signs transactions of one account.
type Signer interface {
	Address() common.Address
	SignTx(ctx context.Context, tx *types.Transaction) (*types.Transaction, error)
}

// local signs with a key in memory.
type local struct {
	key     *ecdsa.PrivateKey
	address common.Address
	signer  types.Signer
}

func (l *local) Address() common.Address { return l.address }

func (l *local) SignTx(_ context.Context, tx *types.Transaction) (*types.Transaction, error) {
	return types.SignTx(tx, l.signer, l.key)
}

// LoadKeystore decrypts the keys at path, a keystore file or a folder of them, in the order of their names. The password
// file holds one line for all of them, or a line each. Where only is not empty, it names the accounts to load.
func LoadKeystore(path, passwordFile string, only []common.Address, chainID *big.Int) ([]Signer, error) {
	files, err := keyFiles(path)
	if err != nil {
		return nil, err
	}
	passwords, err := readPasswords(passwordFile)
	if err != nil {
		return nil, err
	}
	if len(passwords) != 1 && len(passwords) != len(files) {
		return nil, fmt.Errorf("password file %s has %d lines for %d keystore files: give one line for all, or a line each", passwordFile, len(passwords), len(files))
	}
	signers := make([]Signer, len(files))
	var group errgroup.Group
	// Decryption is slow and heavy on memory by design: two at a time.
	group.SetLimit(2)
	for i, file := range files {
		address, err := addressOf(file)
		if err != nil {
			return nil, err
		}
		if len(only) > 0 && !slices.Contains(only, address) {
			continue
		}
		password := passwords[min(i, len(passwords)-1)]
		group.Go(func() error {
			key, err := decrypt(file, password, passwordFile)
			if err != nil {
				return err
			}
			signers[i] = &local{key: key.PrivateKey, address: key.Address, signer: types.LatestSignerForChainID(chainID)}
			return nil
		})
	}
	if err := group.Wait(); err != nil {
		return nil, err
	}
	signers = slices.DeleteFunc(signers, func(s Signer) bool { return s == nil })
	for _, address := range only {
		if !slices.ContainsFunc(signers, func(s Signer) bool { return s.Address() == address }) {
			return nil, fmt.Errorf("no keystore file for account %s in %s: add it, or drop it from --account", address, path)
		}
	}
	return signers, nil
}

func keyFiles(path string) ([]string, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("keystore %s does not exist: make an account with `geth account new --keystore %s`, or name another with --keystore", path, path)
	}
	if err != nil {
		return nil, fmt.Errorf("read keystore: %w", err)
	}
	if !info.IsDir() {
		return []string{path}, nil
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("read keystore: %w", err)
	}
	var files []string
	for _, e := range entries {
		name := e.Name()
		if e.IsDir() || strings.HasPrefix(name, ".") || strings.HasSuffix(name, "~") {
			continue
		}
		files = append(files, filepath.Join(path, name))
	}
	if len(files) == 0 {
		return nil, fmt.Errorf("keystore %s holds no files: make an account with `geth account new --keystore %s`", path, path)
	}
	return files, nil
}

func readPasswords(path string) ([]string, error) {
	b, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read password file (--password-file): %w", err)
	}
	lines := strings.Split(strings.TrimRight(string(b), "\r\n"), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], "\r")
	}
	return lines, nil
}

func addressOf(file string) (common.Address, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return common.Address{}, fmt.Errorf("read keystore file: %w", err)
	}
	var head struct {
		Address string          `json:"address"`
		Crypto  json.RawMessage `json:"crypto"`
	}
	if err := json.Unmarshal(b, &head); err != nil || head.Crypto == nil || !common.IsHexAddress(head.Address) {
		return common.Address{}, fmt.Errorf("%s is not a keystore file: take it out of the keystore folder", file)
	}
	return common.HexToAddress(head.Address), nil
}

func decrypt(file, password, passwordFile string) (*keystore.Key, error) {
	b, err := os.ReadFile(file)
	if err != nil {
		return nil, fmt.Errorf("read keystore file: %w", err)
	}
	key, err := keystore.DecryptKey(b, password)
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, fmt.Errorf("the password in %s does not open keystore file %s", passwordFile, file)
	}
	if err != nil {
		return nil, fmt.Errorf("open keystore file %s: %w", file, err)
	}
	return key, nil
}
