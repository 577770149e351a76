package certs

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// Names of files in a folder.
const (
	CertFile = "tls.crt"
	KeyFile  = "tls.key"
	CAFile   = "ca.crt"
	caKey    = "ca.key"
	caDir    = "ca"
)

// Paths of a name's files in dir: its certificate, its key, and the CAs to trust.
func Paths(dir, name string) (cert, key, ca string) {
	folder := filepath.Join(dir, name)
	return filepath.Join(folder, CertFile), filepath.Join(folder, KeyFile), filepath.Join(folder, CAFile)
}

// writeFile replaces a file as a whole, and leaves one alone that holds this already.
func writeFile(path string, data []byte, mode fs.FileMode) error {
	if held, err := os.ReadFile(path); err == nil && bytes.Equal(held, data) {
		return os.Chmod(path, mode)
	}
	f, err := os.CreateTemp(filepath.Dir(path), "."+filepath.Base(path)+"-")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(data)
	err = errors.Join(err, f.Chmod(mode), f.Sync(), f.Close())
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

// lock keeps a second process out until the returned function is called.
func lock(dir string) (func(), error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("make certificate folder: %w", err)
	}
	f, err := os.OpenFile(filepath.Join(dir, ".lock"), os.O_CREATE|os.O_RDWR, 0o600)
	if err != nil {
		return nil, fmt.Errorf("lock certificate folder: %w", err)
	}
	if err := syscall.Flock(int(f.Fd()), syscall.LOCK_EX); err != nil {
		f.Close()
		return nil, fmt.Errorf("lock certificate folder: %w", err)
	}
	return func() { f.Close() }, nil
}

// loadCA reads the CA; the first certificate is the one that signs, the others are trusted still. No CA: nil.
func loadCA(dir string) (*Authority, []byte, error) {
	bundlePath, keyPath := filepath.Join(dir, caDir, CAFile), filepath.Join(dir, caDir, caKey)
	bundle, err := os.ReadFile(bundlePath)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil, nil
	}
	if err != nil {
		return nil, nil, fmt.Errorf("read CA: %w", err)
	}
	certs, err := parseCerts(bundle)
	if err != nil {
		return nil, nil, fmt.Errorf("CA in %s: %w: put the right file back, or delete the folder to begin anew", bundlePath, err)
	}
	raw, err := os.ReadFile(keyPath)
	if err != nil {
		return nil, nil, fmt.Errorf("read the CA's key, which signs certificates: %w: put it back, or delete the folder %s to begin anew", err, dir)
	}
	key, err := parseKey(raw)
	if err != nil {
		return nil, nil, fmt.Errorf("CA key in %s: %w: put the right file back", keyPath, err)
	}
	if !key.PublicKey.Equal(certs[0].PublicKey) {
		return nil, nil, fmt.Errorf("%s isn't the key of the first certificate in %s: put the right files back", keyPath, bundlePath)
	}
	return &Authority{Cert: certs[0], key: key}, bundle, nil
}
