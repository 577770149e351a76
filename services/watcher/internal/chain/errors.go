package chain

import (
	"context"
	"errors"
	"net/http"
	"strings"

	"github.com/ethereum/go-ethereum/rpc"
)

var (
	// ErrTooMuch says that a node refuses a range of logs as too large.
	ErrTooMuch = errors.New("node refuses so large a range of logs")
	// ErrBusy says that a node limits the rate of requests.
	ErrBusy = errors.New("node limits the rate of requests")
	// ErrWrongChain says that a node serves another chain than it should.
	ErrWrongChain = errors.New("wrong chain")
	// ErrNoContract says that there is no coordinator at the address.
	ErrNoContract = errors.New("no coordinator")
)

const (
	// Code that EIP-1474 gives to "limit exceeded", which providers use for rates and for sizes alike.
	codeLimitExceeded  = -32005
	codeMethodNotFound = -32601
)

// busyWords and tooMuchWords are how nodes and providers word their limits.
var (
	busyWords    = []string{"rate limit", "too many requests", "per second", "compute units", "daily request", "capacity"}
	tooMuchWords = []string{"more than", "block range", "range is too", "range too", "limited to", "response size",
		"too many results", "too large", "too big", "exceed", "timeout", "timed out", "read limit", "deadline"}
)

// classify wraps an error of a call in ErrTooMuch (where sized says that the call has a size) or ErrBusy if it is one.
func classify(err error, sized bool) error {
	if err == nil || errors.Is(err, context.Canceled) {
		return err
	}
	var coded rpc.Error
	hasCode := errors.As(err, &coded)
	var status rpc.HTTPError
	if errors.As(err, &status) {
		switch status.StatusCode {
		case http.StatusTooManyRequests:
			return errors.Join(ErrBusy, err)
		case http.StatusRequestEntityTooLarge:
			return errors.Join(ErrTooMuch, err)
		}
	}
	text := strings.ToLower(err.Error())
	for _, w := range busyWords {
		if strings.Contains(text, w) {
			return errors.Join(ErrBusy, err)
		}
	}
	if !sized {
		return err
	}
	if hasCode && coded.ErrorCode() == codeLimitExceeded || errors.Is(err, context.DeadlineExceeded) {
		return errors.Join(ErrTooMuch, err)
	}
	for _, w := range tooMuchWords {
		if strings.Contains(text, w) {
			return errors.Join(ErrTooMuch, err)
		}
	}
	return err
}

// reverted tells whether a call failed in the contract rather than on the way.
func reverted(err error) bool {
	var data rpc.DataError
	return errors.As(err, &data) && data.ErrorData() != nil || strings.Contains(err.Error(), "execution reverted")
}

// unsupported tells whether a node doesn't know a method.
func unsupported(err error) bool {
	var coded rpc.Error
	return errors.As(err, &coded) && coded.ErrorCode() == codeMethodNotFound
}
