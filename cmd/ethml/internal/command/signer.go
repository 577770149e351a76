package command

import (
	"errors"
	"fmt"
	"math/big"
	"os"
	"strings"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/accounts/keystore"

	"github.com/ethml/ethml/internal/devchain"
)

// signerFlags say who pays for transactions. Keys never stand on a command line.
type signerFlags struct {
	Keystore     string `help:"Keystore file of the account that signs." type:"path"`
	PasswordFile string `help:"File with the keystore's password." type:"path"`
	DevAccount   uint   `help:"On a dev chain without --keystore: which of the ten pre-funded accounts signs." default:"0"`
}

// signer makes what signs transactions on a chain.
func (f signerFlags) signer(chainID uint64) (*bind.TransactOpts, error) {
	if f.Keystore == "" {
		if chainID != devchain.DefaultChainID {
			return nil, fmt.Errorf("chain %d is no dev chain: name your account with --keystore and --password-file", chainID)
		}
		accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 10)
		if err != nil {
			return nil, err
		}
		if f.DevAccount >= uint(len(accounts)) {
			return nil, fmt.Errorf("--dev-account %d: the dev chain has accounts 0 to %d", f.DevAccount, len(accounts)-1)
		}
		return bind.NewKeyedTransactor(accounts[f.DevAccount].Key, new(big.Int).SetUint64(chainID)), nil
	}
	raw, err := os.ReadFile(f.Keystore)
	if err != nil {
		return nil, fmt.Errorf("read keystore: %w", err)
	}
	if f.PasswordFile == "" {
		return nil, fmt.Errorf("keystore %s needs its password: name a file with --password-file", f.Keystore)
	}
	password, err := os.ReadFile(f.PasswordFile)
	if err != nil {
		return nil, fmt.Errorf("read password file: %w", err)
	}
	key, err := keystore.DecryptKey(raw, strings.TrimRight(string(password), "\r\n"))
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, fmt.Errorf("the password in %s doesn't open keystore %s: name the right file with --password-file", f.PasswordFile, f.Keystore)
	}
	if err != nil {
		return nil, fmt.Errorf("open keystore %s: %w", f.Keystore, err)
	}
	return bind.NewKeyedTransactor(key.PrivateKey, new(big.Int).SetUint64(chainID)), nil
}
