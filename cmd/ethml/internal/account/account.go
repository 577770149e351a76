// Package account keeps keys the way go-ethereum does: a folder of keystore files, each sealed with a password.
package account

import (
	"crypto/ecdsa"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/uuid"
	"golang.org/x/term"
)

// File is a keystore file.
type File struct {
	Address common.Address `json:"address"`
	Path    string         `json:"path"`
}

// List finds the keystore files of a folder, or the one file that path is, by name.
func List(path string) ([]File, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no keystore at %s: make an account with `ethml account new`, or name another with --keystore", path)
	}
	if err != nil {
		return nil, fmt.Errorf("read keystore: %w", err)
	}
	if !info.IsDir() {
		f, err := read(path)
		return []File{f}, err
	}
	entries, err := os.ReadDir(path)
	if err != nil {
		return nil, fmt.Errorf("read keystore: %w", err)
	}
	var files []File
	for _, e := range entries {
		if e.IsDir() || strings.HasPrefix(e.Name(), ".") || strings.HasSuffix(e.Name(), "~") {
			continue
		}
		// What is no keystore file, such as a password file beside them, is passed over.
		if f, err := read(filepath.Join(path, e.Name())); err == nil {
			files = append(files, f)
		}
	}
	return files, nil
}

func read(path string) (File, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return File{}, fmt.Errorf("read keystore: %w", err)
	}
	var head struct {
		Address string          `json:"address"`
		Crypto  json.RawMessage `json:"crypto"`
	}
	if err := json.Unmarshal(raw, &head); err != nil || head.Crypto == nil || !common.IsHexAddress(head.Address) {
		return File{}, fmt.Errorf("%s is no keystore file", path)
	}
	return File{common.HexToAddress(head.Address), path}, nil
}

// Find gives the one account at path, or that of an address.
func Find(path string, address *common.Address) (File, error) {
	files, err := List(path)
	switch {
	case err != nil:
		return File{}, err
	case len(files) == 0:
		return File{}, fmt.Errorf("keystore %s holds no account: make one with `ethml account new`", path)
	case address != nil:
		if i := slices.IndexFunc(files, func(f File) bool { return f.Address == *address }); i >= 0 {
			return files[i], nil
		}
		return File{}, fmt.Errorf("keystore %s holds no account %s: `ethml account list` shows those it holds", path, address)
	case len(files) > 1:
		return File{}, fmt.Errorf("keystore %s holds %d accounts: say which with --from", path, len(files))
	}
	return files[0], nil
}

// Save seals a key into a new file of a folder, which is made if need be. An account that is there already is left alone.
func Save(dir string, key *ecdsa.PrivateKey, password string, light bool) (File, error) {
	f := File{Address: crypto.PubkeyToAddress(key.PublicKey)}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return f, fmt.Errorf("make the keystore: %w", err)
	}
	held, err := List(dir)
	if err != nil {
		return f, err
	}
	if i := slices.IndexFunc(held, func(o File) bool { return o.Address == f.Address }); i >= 0 {
		return f, fmt.Errorf("account %s is in %s already", f.Address, held[i].Path)
	}
	n, p := keystore.StandardScryptN, keystore.StandardScryptP
	if light {
		n, p = keystore.LightScryptN, keystore.LightScryptP
	}
	sealed, err := keystore.EncryptKey(&keystore.Key{Id: uuid.New(), Address: f.Address, PrivateKey: key}, password, n, p)
	if err != nil {
		return f, fmt.Errorf("seal the key: %w", err)
	}
	f.Path = filepath.Join(dir, fmt.Sprintf("UTC--%s--%x", time.Now().UTC().Format("2006-01-02T15-04-05.000000000Z"), f.Address[:]))
	return f, writeSynced(f.Path, sealed)
}

// writeSynced writes a new file that only its owner reads, and has it on disk when it returns.
func writeSynced(path string, data []byte) error {
	file, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return fmt.Errorf("write keystore file: %w", err)
	}
	_, err = file.Write(data)
	if err = errors.Join(err, file.Sync(), file.Close()); err != nil {
		return fmt.Errorf("write keystore file: %w", err)
	}
	return nil
}

// ParseKey reads a private key in hexadecimal, as wallets export it.
func ParseKey(text string) (*ecdsa.PrivateKey, error) {
	key, err := crypto.HexToECDSA(strings.TrimPrefix(strings.TrimSpace(text), "0x"))
	if err != nil {
		// The text may be a key with a mistake in it: it isn't shown.
		return nil, errors.New("that is no private key: want 64 hexadecimal digits")
	}
	return key, nil
}

// Ask reads a line from the terminal without showing it.
func Ask(prompt string) (string, error) {
	fd := int(os.Stdin.Fd())
	if !term.IsTerminal(fd) {
		return "", errors.New("name a file with --password-file (there is no terminal to ask on)")
	}
	fmt.Fprintf(os.Stderr, "%s: ", prompt)
	line, err := term.ReadPassword(fd)
	fmt.Fprintln(os.Stderr)
	if err != nil {
		return "", fmt.Errorf("read from the terminal: %w", err)
	}
	return string(line), nil
}
