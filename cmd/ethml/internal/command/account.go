package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ethml/ethml/cmd/ethml/internal/account"
	"github.com/ethml/ethml/internal/cli"
)

// Account makes, imports and lists accounts.
type Account struct {
	New    AccountNew    `cmd:"" help:"Make an account: a new key in a keystore file."`
	Import AccountImport `cmd:"" help:"Put a private key from elsewhere into a keystore file."`
	List   AccountList   `cmd:"" help:"List the accounts of a keystore."`
}

// keystoreFlags say where keys are kept.
type keystoreFlags struct {
	Keystore     string `help:"Folder of keystore files." default:"${keystore}" type:"path"`
	PasswordFile string `help:"File with the password; default: asked for on the terminal." type:"path"`
	Light        bool   `help:"Seal with little work: for tests, never for a key that is worth something."`
}

// newPassword reads a password from its file, or asks for it twice.
func (f keystoreFlags) newPassword() (string, error) {
	password, _, err := signerFlags{PasswordFile: f.PasswordFile}.password("new password")
	if err != nil {
		return "", fmt.Errorf("the account needs a password: %w", err)
	}
	if password == "" {
		return "", cli.WithCode(cli.ExitUsage, errors.New("the password is empty: it is all that protects the key"))
	}
	if f.PasswordFile == "" {
		again, err := account.Ask("the same again")
		if err != nil {
			return "", err
		}
		if again != password {
			return "", errors.New("the two passwords differ: start again")
		}
	}
	return password, nil
}

func printAccount(out jsonFlag, f account.File) error {
	return out.print(f, func() error { _, err := fmt.Fprintln(stdout, f.Address.Hex()); return err })
}

// AccountNew makes an account.
type AccountNew struct {
	keystoreFlags
	jsonFlag
}

// Run prints the new account's address.
func (a *AccountNew) Run(context.Context) error {
	password, err := a.newPassword()
	if err != nil {
		return err
	}
	key, err := crypto.GenerateKey()
	if err != nil {
		return fmt.Errorf("make a key: %w", err)
	}
	f, err := account.Save(a.Keystore, key, password, a.Light)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "key in %s: keep a copy of it and of its password elsewhere\n", f.Path)
	return printAccount(a.jsonFlag, f)
}

// AccountImport imports a private key.
type AccountImport struct {
	keystoreFlags
	jsonFlag
	KeyFile string `arg:"" help:"File with the private key in hexadecimal, or - for standard input." type:"path"`
}

// Run prints the imported account's address.
func (a *AccountImport) Run(context.Context) error {
	var raw []byte
	var err error
	if a.KeyFile == "-" {
		raw, err = io.ReadAll(io.LimitReader(os.Stdin, 1024))
	} else {
		raw, err = os.ReadFile(a.KeyFile)
	}
	if err != nil {
		return fmt.Errorf("read the private key: %w", err)
	}
	key, err := account.ParseKey(string(raw))
	if err != nil {
		return fmt.Errorf("%s: %w", a.KeyFile, err)
	}
	password, err := a.newPassword()
	if err != nil {
		return err
	}
	f, err := account.Save(a.Keystore, key, password, a.Light)
	if err != nil {
		return err
	}
	fmt.Fprintf(os.Stderr, "key in %s; delete the plain one\n", f.Path)
	return printAccount(a.jsonFlag, f)
}

// AccountList lists accounts.
type AccountList struct {
	jsonFlag
	Keystore string `help:"Folder of keystore files, or one." default:"${keystore}" type:"path"`
}

// Run prints a line for each.
func (a *AccountList) Run(context.Context) error {
	files, err := account.List(a.Keystore)
	if err != nil {
		return err
	}
	for _, f := range files {
		if err := a.print(f, func() error { _, err := fmt.Fprintf(stdout, "%s  %s\n", f.Address, f.Path); return err }); err != nil {
			return err
		}
	}
	return nil
}
