package service

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/services/submitter/internal/filelock"
)

// lockAccount keeps a second submitter with the same lock folder from signing for an account.
func lockAccount(dir string, account common.Address) (*os.File, error) {
	path := filepath.Join(dir, strings.ToLower(account.Hex())+".lock")
	f, err := filelock.Take(path)
	if errors.Is(err, filelock.ErrHeld) {
		return nil, fmt.Errorf("another submitter signs for account %s (it holds %s): stop that one first", account, path)
	}
	return f, err
}
