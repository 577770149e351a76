package grpcx

import (
	"crypto/sha256"
	"crypto/subtle"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"time"
)

// minToken is the shortest token taken, in bytes: one that can't be found by trying.
const minToken = 16

// tokens are those of a file, a line each; empty lines and those that begin with # don't count. Several are valid at a
// time, so that callers move from one to the next without a gap. The file is looked at again while it is in use: what is
// taken out of it holds no longer than fresh.
type tokens struct {
	path   string
	fresh  time.Duration
	onFail func(error)

	mu     sync.Mutex
	hashes [][sha256.Size]byte
	read   time.Time
}

func openTokens(path string, fresh time.Duration, onFail func(error)) (*tokens, error) {
	hashes, err := readTokens(path)
	if err != nil {
		return nil, err
	}
	return &tokens{path: path, fresh: fresh, onFail: onFail, hashes: hashes, read: time.Now()}, nil
}

func readTokens(path string) ([][sha256.Size]byte, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read tokens: %w", err)
	}
	var hashes [][sha256.Size]byte
	number := 0
	for line := range strings.Lines(string(raw)) {
		number++
		switch token := strings.TrimSpace(line); {
		case token == "" || strings.HasPrefix(token, "#"):
		case len(token) < minToken || strings.ContainsAny(token, " \t"):
			// The token itself stays out of logs.
			return nil, fmt.Errorf("read tokens: line %d of %s is no token of at least %d characters without spaces: make one with `openssl rand -hex 32`", number, path, minToken)
		default:
			hashes = append(hashes, sha256.Sum256([]byte(token)))
		}
	}
	if len(hashes) == 0 {
		return nil, fmt.Errorf("read tokens: %s has none: write one with `openssl rand -hex 32`", path)
	}
	return hashes, nil
}

// Why a caller isn't let in.
var (
	errNoToken    = errors.New("no token: send the metadata authorization: Bearer TOKEN")
	errWrongToken = errors.New("the token isn't valid")
)

// check looks at a call's authorization metadata. It takes as long for any token.
func (t *tokens) check(authorization []string) error {
	if len(authorization) != 1 {
		return errNoToken
	}
	scheme, token, ok := strings.Cut(authorization[0], " ")
	if !ok || !strings.EqualFold(scheme, "bearer") || token == "" {
		return errNoToken
	}
	shown := sha256.Sum256([]byte(strings.TrimSpace(token)))
	found := 0
	for _, h := range t.current() {
		found |= subtle.ConstantTimeCompare(h[:], shown[:])
	}
	if found != 1 {
		return errWrongToken
	}
	return nil
}

// current are the tokens that hold now. A file that can't be read leaves those that did.
func (t *tokens) current() [][sha256.Size]byte {
	t.mu.Lock()
	defer t.mu.Unlock()
	if now := time.Now(); now.Sub(t.read) >= t.fresh {
		t.read = now
		if hashes, err := readTokens(t.path); err != nil {
			t.onFail(err)
		} else {
			t.hashes = hashes
		}
	}
	return t.hashes
}
