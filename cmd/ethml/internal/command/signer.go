package command

import (
	"bytes"
	"errors"
	"fmt"
	"math/big"
	"os"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/cmd/ethml/internal/account"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/devchain"
)

// signerFlags say who pays for transactions. Keys and passwords never stand on a command line.
type signerFlags struct {
	Keystore     string `help:"Keystore file of the account that signs, or a folder of them." type:"path" group:"Account"`
	PasswordFile string `help:"File with the keystore's password; default: asked for on the terminal." type:"path" group:"Account"`
	From         string `help:"Which account of a folder of keystore files signs." placeholder:"0x..." group:"Account"`
	DevAccount   uint   `help:"On a dev chain without --keystore: which of the ten pre-funded accounts signs." default:"0" group:"Account"`
}

// address is who signs, found without a password.
func (f signerFlags) address(chainID uint64) (common.Address, error) {
	if f.Keystore == "" {
		dev, err := f.dev(chainID)
		return dev.Address, err
	}
	file, err := f.file()
	return file.Address, err
}

func (f signerFlags) file() (account.File, error) {
	if f.From == "" {
		return account.Find(f.Keystore, nil)
	}
	from, err := parseAddress("--from", f.From)
	if err != nil {
		return account.File{}, err
	}
	return account.Find(f.Keystore, &from)
}

func (f signerFlags) dev(chainID uint64) (devchain.Account, error) {
	if f.From != "" {
		return devchain.Account{}, cli.WithCode(cli.ExitUsage, errors.New("--from chooses among the accounts of --keystore, which isn't given; on a dev chain, --dev-account chooses"))
	}
	if chainID != devchain.DefaultChainID {
		return devchain.Account{}, fmt.Errorf("chain %d is no dev chain: name your account with --keystore and --password-file (`ethml account new` makes one)", chainID)
	}
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 10)
	if err != nil {
		return devchain.Account{}, err
	}
	if f.DevAccount >= uint(len(accounts)) {
		return devchain.Account{}, fmt.Errorf("--dev-account %d: the dev chain has accounts 0 to %d", f.DevAccount, len(accounts)-1)
	}
	return accounts[f.DevAccount], nil
}

// signer makes what signs transactions on a chain.
func (f signerFlags) signer(chainID uint64) (*bind.TransactOpts, error) {
	if f.Keystore == "" {
		dev, err := f.dev(chainID)
		if err != nil {
			return nil, err
		}
		return bind.NewKeyedTransactor(dev.Key, new(big.Int).SetUint64(chainID)), nil
	}
	file, err := f.file()
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(file.Path)
	if err != nil {
		return nil, fmt.Errorf("read keystore: %w", err)
	}
	password, from, err := f.password("password of " + file.Address.Hex())
	if err != nil {
		return nil, fmt.Errorf("keystore %s needs its password: %w", file.Path, err)
	}
	key, err := keystore.DecryptKey(raw, password)
	if errors.Is(err, keystore.ErrDecrypt) {
		return nil, fmt.Errorf("the password %s doesn't open keystore %s: name the right file with --password-file", from, file.Path)
	}
	if err != nil {
		return nil, fmt.Errorf("open keystore %s: %w", file.Path, err)
	}
	return bind.NewKeyedTransactor(key.PrivateKey, new(big.Int).SetUint64(chainID)), nil
}

// password reads a password from its file, or asks for it on the terminal; from says which.
func (f signerFlags) password(prompt string) (password, from string, err error) {
	if f.PasswordFile == "" {
		password, err = account.Ask(prompt)
		return password, "typed", err
	}
	raw, err := os.ReadFile(f.PasswordFile)
	if err != nil {
		return "", "", fmt.Errorf("read password file: %w", err)
	}
	return string(bytes.TrimRight(raw, "\r\n")), "in " + f.PasswordFile, nil
}
