package txmgr_test

import (
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

// Nodes answer in prose, each in its own.
func TestAlreadyKnownIsOnItsWay(t *testing.T) {
	for _, says := range []string{"already known", "known transaction: 0xab", "Transaction was AlreadyKnown", "transaction already imported", "transaction already exists in pool"} {
		r := newRig(t)
		r.chain.refuse = func(*types.Transaction) error { return errors.New(says) }
		r.mustSend("commit/a")
		require.Len(t, r.chain.sent, 1, says)
		require.Equal(t, 1, r.InFlight(sender), says)
	}
}

func TestFullPoolIsTriedAgainWithTheSameBytes(t *testing.T) {
	for _, says := range []string{"txpool is full", "transaction pool is full", "account limit exceeded: txpool", "in-flight transaction limit reached for delegated accounts"} {
		r := newRig(t)
		r.chain.refuse = func(*types.Transaction) error { return errors.New(says) }
		hash := r.mustSend("commit/a")
		r.chain.refuse = nil
		for range 3 {
			r.head()
			r.chain.number++
		}
		require.Equal(t, hash, r.chain.pool[0].Hash(), says)
		require.Len(t, r.journal.slots, 1, says)
	}
}

func TestWhatNoNodeEverTakesIsToldAtOnce(t *testing.T) {
	for _, says := range []string{"intrinsic gas too low: gas 100, minimum needed 21000", "exceeds block gas limit", "tx fee (1.20 ether) exceeds the configured cap (1.00 ether)",
		"oversized data: transaction size 140000, limit 131072", "invalid chain id for signer", "transaction type not supported"} {
		r := newRig(t)
		r.chain.refuse = func(*types.Transaction) error { return errors.New(says) }
		_, err := r.send("commit/a")
		require.ErrorIs(t, err, txmgr.ErrRejected, says)
		require.ErrorContains(t, err, says)
		require.Len(t, r.chain.sent, 1, says)
	}
}

func TestEmptyAccountIsToldWhateverTheNodesWords(t *testing.T) {
	for _, says := range []string{"insufficient funds for gas * price + value", "InsufficientFunds, Balance is less than sum", "Upfront cost exceeds account balance", "sender has insufficient balance"} {
		r := newRig(t)
		r.chain.refuse = func(*types.Transaction) error { return errors.New(says) }
		_, err := r.send("commit/a")
		require.ErrorIs(t, err, txmgr.ErrInsufficientFunds, says)
		require.ErrorContains(t, err, sender.Hex(), says)
	}
}

// A node may ask for a bigger rise than go-ethereum's tenth, as Nethermind and Erigon can be set to.
func TestReplacementCalledUnderpricedIsRaisedUntilItIsTaken(t *testing.T) {
	for _, says := range []string{"replacement transaction underpriced", "ReplacementNotAllowed", "could not replace existing tx", "replacement fee too low"} {
		r := newRig(t)
		r.mustSend("commit/a")
		first := r.chain.pool[0]
		least := new(big.Int).Div(new(big.Int).Mul(first.GasTipCap(), big.NewInt(3)), big.NewInt(2))
		r.chain.refuse = func(tx *types.Transaction) error {
			if tx.GasTipCap().Cmp(least) < 0 {
				return errors.New(says)
			}
			return nil
		}
		r.chain.base = big.NewInt(300)
		for range 12 {
			r.block()
		}
		require.Equal(t, txmgr.Mined, r.kinds()["commit/a"], says)
		for _, tx := range r.chain.sent {
			require.Zero(t, tx.Nonce(), "all for one nonce")
		}
	}
}

// An answer that says nothing about the transaction leaves open whether it is on its way.
func TestUnclearAnswerIsNoError(t *testing.T) {
	for _, says := range []string{"EOF", "context deadline exceeded", "429 Too Many Requests", "internal error"} {
		r := newRig(t)
		r.chain.refuse = func(*types.Transaction) error { return errors.New(says) }
		hash := r.mustSend("reveal/a")
		r.chain.refuse = nil
		r.head()
		require.Equal(t, hash, r.chain.pool[0].Hash(), says)
	}
}
