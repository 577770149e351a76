package demo

import (
	"crypto/rand"
	"encoding/hex"
	"fmt"
	"os"
	"path/filepath"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/google/uuid"

	"github.com/ethml/ethml/internal/devchain"
)

// writeKeystore puts an account's key into dir as an operator keeps it: a keystore file and a file with its password,
// here a random one. It returns the two paths.
func writeKeystore(dir string, account devchain.Account) (keyFile, passwordFile string, err error) {
	if err := WriteKeystores(dir, []devchain.Account{account}); err != nil {
		return "", "", err
	}
	return filepath.Join(dir, account.Address.Hex()+".json"), filepath.Join(dir, "password"), nil
}

// WriteKeystores puts the accounts' keys into dir, a file each, named by address, and one random password for all of
// them into the file password. A folder that has a password already is left as it is.
func WriteKeystores(dir string, accounts []devchain.Account) error {
	passwordFile := filepath.Join(dir, "password")
	if _, err := os.Stat(passwordFile); err == nil {
		return nil
	}
	var secret [16]byte
	if _, err := rand.Read(secret[:]); err != nil {
		return fmt.Errorf("draw a password: %w", err)
	}
	password := hex.EncodeToString(secret[:])
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return fmt.Errorf("make the keystore: %w", err)
	}
	for _, account := range accounts {
		// Light scrypt: the keys are public anyway, and many are opened at once.
		sealed, err := keystore.EncryptKey(&keystore.Key{Id: uuid.New(), Address: account.Address, PrivateKey: account.Key},
			password, keystore.LightScryptN, keystore.LightScryptP)
		if err != nil {
			return fmt.Errorf("seal the key of %s: %w", account.Address, err)
		}
		if err := os.WriteFile(filepath.Join(dir, account.Address.Hex()+".json"), sealed, 0o600); err != nil {
			return fmt.Errorf("write the keystore: %w", err)
		}
	}
	// Last, so that a folder without one was not finished.
	if err := os.WriteFile(passwordFile, []byte(password+"\n"), 0o600); err != nil {
		return fmt.Errorf("write the keystore: %w", err)
	}
	return nil
}
