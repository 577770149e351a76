package txmgr_test

import (
	"context"
	"errors"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

func TestTransactionIsWrittenBeforeItLeaves(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	require.Equal(t, []string{"transaction signed", "transaction written", "transaction sent"}, r.steps)

	r.journal.fail = errors.New("disk full")
	sent := len(r.chain.sent)
	_, err := r.send("commit/b")
	require.ErrorContains(t, err, "disk full")
	require.Len(t, r.chain.sent, sent, "nothing leaves that is not written")
}

func TestSameKeyIsSentOnce(t *testing.T) {
	r := newRig(t)
	first := r.mustSend("commit/a")
	require.Equal(t, first, r.mustSend("commit/a"))
	r.block()
	require.Equal(t, first, r.mustSend("commit/a"), "mined is mined")
	require.Len(t, r.chain.sent, 1)
	require.Equal(t, map[string]txmgr.OutcomeKind{"commit/a": txmgr.Mined}, r.kinds())
}

func TestSeveralInFlightHoldSuccessiveNonces(t *testing.T) {
	r := newRig(t)
	for _, k := range []string{"commit/a", "reveal/a", "claim/1"} {
		r.mustSend(k)
	}
	require.Equal(t, 3, r.InFlight(sender))
	for i, tx := range r.chain.sent {
		require.EqualValues(t, i, tx.Nonce())
	}
	r.block()
	require.Zero(t, r.InFlight(sender))
	require.Len(t, r.Mined(), 3)
}

func TestRestartSendsTheSameBytesAgain(t *testing.T) {
	r := newRig(t)
	r.chain.refuse = func(*types.Transaction) error { return errors.New("connection refused") }
	hash := r.mustSend("commit/a")
	r.chain.refuse = nil
	r.restart()
	require.Equal(t, hash, r.mustSend("commit/a"))
	require.Len(t, r.chain.pool, 1)
	require.Equal(t, hash, r.chain.pool[0].Hash())
}

func TestRestartFindsWhatWasMinedMeanwhile(t *testing.T) {
	r := newRig(t)
	r.mustSend("reveal/a")
	r.chain.mine()
	r.restart()
	require.True(t, r.Mined()["reveal/a"])
	require.Equal(t, txmgr.Mined, r.kinds()["reveal/a"])
}

func TestStuckTransactionIsReplacedUnderTheSameNonce(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	r.chain.base = big.NewInt(300) // above what was bid
	for range 4 {
		r.block()
	}
	last := r.chain.sent[len(r.chain.sent)-1]
	require.Zero(t, last.Nonce())
	require.Positive(t, last.GasFeeCap().Cmp(big.NewInt(300)))
	require.Equal(t, txmgr.Mined, r.kinds()["commit/a"])
}

func TestReplacementsStopAtTheCeiling(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	r.chain.base = big.NewInt(5000) // above the ceiling of 1000
	for range 60 {
		r.block()
	}
	for _, tx := range r.chain.sent {
		require.LessOrEqual(t, tx.GasFeeCap().Int64(), int64(1000))
		require.LessOrEqual(t, tx.GasTipCap().Int64(), int64(100))
	}
	r.chain.base = big.NewInt(90)
	r.block()
	require.Equal(t, txmgr.Mined, r.kinds()["commit/a"])
}

func TestRevealsMayCostMoreTowardsTheirDeadline(t *testing.T) {
	r := newRig(t)
	_, err := r.Send(context.Background(), txmgr.Intent{Key: "reveal/a", Account: sender, To: target, Gas: 100_000, Urgent: true,
		Deadline: uint64(r.now.Unix()) + 120})
	require.NoError(t, err)
	r.chain.base = big.NewInt(3000) // above the ordinary ceiling
	for range 12 {
		r.block()
	}
	require.Equal(t, txmgr.Mined, r.kinds()["reveal/a"])
}

func TestBaseFeeAboveTheCeilingSendsNoCommit(t *testing.T) {
	r := newRig(t)
	r.chain.base = big.NewInt(1001)
	_, err := r.send("commit/a")
	require.ErrorIs(t, err, txmgr.ErrFeeCeiling)
	require.Empty(t, r.journal.slots)
}

func TestUnderpricedIsRaisedAtOnce(t *testing.T) {
	r := newRig(t)
	r.chain.refuse = func(tx *types.Transaction) error {
		if tx.GasTipCap().Int64() < 14 {
			return errors.New("transaction underpriced: gas tip cap 10, minimum needed 14")
		}
		return nil
	}
	r.mustSend("commit/a")
	require.GreaterOrEqual(t, r.chain.pool[0].GasTipCap().Int64(), int64(14))
}

func TestInsufficientFundsNamesTheAccountAndHealsWhenFunded(t *testing.T) {
	r := newRig(t)
	r.chain.balance = big.NewInt(1)
	_, err := r.send("commit/a")
	require.ErrorIs(t, err, txmgr.ErrInsufficientFunds)
	require.ErrorContains(t, err, sender.Hex())
	r.chain.balance = big.NewInt(1e18)
	r.mustSend("commit/a")
	r.block()
	require.Equal(t, txmgr.Mined, r.kinds()["commit/a"])
}

func TestNonceTakenByAStrangerMovesTheTransaction(t *testing.T) {
	r := newRig(t)
	r.chain.stranger() // before the manager knows
	r.mustSend("commit/a")
	require.EqualValues(t, 1, r.chain.pool[1].Nonce())
	r.block()
	require.Equal(t, txmgr.Mined, r.kinds()["commit/a"])
}

func TestGapLeftByAReorganisedStrangerIsFilled(t *testing.T) {
	r := newRig(t)
	r.chain.stranger()
	r.mustSend("commit/a")
	r.chain.nonce-- // the stranger's transaction is gone, for good
	for range 3 {
		r.block()
	}
	require.Equal(t, txmgr.Mined, r.kinds()["commit/a"])
}

func TestNonceTakenAfterBroadcastIsToldAndSentAnew(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	r.chain.stranger()
	for range 4 {
		r.block()
	}
	require.Equal(t, txmgr.Displaced, r.kinds()["commit/a"])
	r.mustSend("commit/a")
	r.block()
	require.Equal(t, txmgr.Mined, r.kinds()["commit/a"])
}

func TestTxMgrDoesNotGiveUpOnNonceTooLowOfItsOwnMinedTransaction(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	r.chain.mine()
	// The head comes late; asked again meanwhile, it finds its own transaction mined.
	r.mustSend("commit/a")
	r.head()
	require.Equal(t, map[string]txmgr.OutcomeKind{"commit/a": txmgr.Mined}, r.kinds())
	require.Len(t, r.journal.slots, 1)
}

func TestDroppedFromPoolGoesOutAgain(t *testing.T) {
	r := newRig(t)
	hash := r.mustSend("reveal/a")
	delete(r.chain.pool, 0)
	for range 3 {
		r.head()
		r.chain.number++
	}
	require.Equal(t, hash, r.chain.pool[0].Hash())
}

func TestReorganisedAwayGoesOutAgainUnchangedWhenAskedFor(t *testing.T) {
	for _, back := range []bool{true, false} {
		r := newRig(t)
		a, b := r.mustSend("commit/a"), r.mustSend("reveal/a")
		r.block()
		r.chain.drop(10, back)
		require.NoError(t, r.Reorganised(context.Background(), 10))
		require.Equal(t, txmgr.Unmined, r.kinds()["reveal/a"])
		if !back {
			require.Empty(t, r.chain.pool, "on the new branch it may not fit")
		}
		require.Equal(t, a, r.mustSend("commit/a"))
		require.Equal(t, b, r.mustSend("reveal/a"))
		require.Equal(t, a, r.chain.pool[0].Hash())
		require.Equal(t, b, r.chain.pool[1].Hash())
		r.block()
		require.Equal(t, txmgr.Mined, r.kinds()["reveal/a"])
		require.Len(t, r.Mined(), 2)
	}
}

// Found in simulation: the new branch held the reveal in a block of the same number, before the commits were closed.
func TestMinedAgainInABlockOfTheSameNumberAndFailedThereIsSentAnew(t *testing.T) {
	r := newRig(t)
	hash := r.mustSend("reveal/a")
	r.block()
	require.Equal(t, txmgr.Mined, r.kinds()["reveal/a"])
	r.chain.mined[hash].Status = types.ReceiptStatusFailed
	require.NoError(t, r.Reorganised(context.Background(), 0))
	require.Equal(t, txmgr.Reverted, r.kinds()["reveal/a"])
	require.NotEqual(t, hash, r.mustSend("reveal/a"))
	require.EqualValues(t, 1, r.chain.pool[1].Nonce())
}

func TestRevertIsToldByName(t *testing.T) {
	r := newRig(t)
	hash := r.mustSend("commit/a")
	r.chain.revert[hash] = true
	r.block()
	require.Equal(t, txmgr.Reverted, r.outcomes[0].Kind)
	require.Equal(t, "EthML_SeatTaken()", r.outcomes[0].Reason)
	r.mustSend("commit/a")
	require.EqualValues(t, 1, r.chain.pool[1].Nonce(), "a failed transaction used its nonce up")
}

func TestAbandonedNonceIsTakenByTheNextTransaction(t *testing.T) {
	r := newRig(t)
	r.chain.base = big.NewInt(100)
	r.mustSend("commit/a")
	r.Abandon(func(string) bool { return true })
	require.Zero(t, r.InFlight(sender))
	r.mustSend("commit/b")
	require.Len(t, r.chain.pool, 1)
	require.Equal(t, []byte("commit/b"), r.chain.pool[0].Data())
	r.block()
	require.Equal(t, map[string]txmgr.OutcomeKind{"commit/b": txmgr.Mined}, r.kinds())
}

func TestAbandonedTransactionMinedAfterAllMovesWhatTookItsPlace(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	old := r.chain.pool[0]
	r.Abandon(func(string) bool { return true })
	r.mustSend("commit/b")
	r.chain.number++
	r.chain.include(old) // a miner had kept it
	r.head()
	require.Equal(t, map[string]txmgr.OutcomeKind{"commit/a": txmgr.Mined, "commit/b": txmgr.Displaced}, r.kinds())
	r.mustSend("commit/b")
	r.block()
	require.Equal(t, txmgr.Mined, r.kinds()["commit/b"])
}

func TestRejectedForGoodIsAnErrorAndLeavesTheNonceFree(t *testing.T) {
	r := newRig(t)
	r.chain.refuse = func(*types.Transaction) error { return errors.New("exceeds block gas limit") }
	_, err := r.send("settle/a")
	require.ErrorIs(t, err, txmgr.ErrRejected)
	r.chain.refuse = nil
	r.mustSend("commit/b")
	require.Equal(t, []byte("commit/b"), r.chain.pool[0].Data())
}

func TestStartRefusesAnAccountThatSomebodyElseUses(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	clear(r.journal.slots) // as if another submitter's journal held it
	m, err := txmgr.New(txmgr.Config{ChainID: chainID, Backend: r.chain, Broadcaster: r.chain, Signers: []txmgr.Signer{signer{}}, Journal: r.journal}, nil)
	require.NoError(t, err)
	err = m.Start(context.Background())
	require.ErrorIs(t, err, txmgr.ErrForeign)
	require.ErrorContains(t, err, sender.Hex())
}

func TestIdleManagerMakesNoCalls(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	r.block()
	before := r.chain.calls
	for range 10 {
		r.head()
	}
	require.Equal(t, before, r.chain.calls)
}

func TestMinedLongAgoIsForgotten(t *testing.T) {
	r := newRig(t)
	for i := range 40 {
		r.mustSend("claim/" + string(rune('a'+i)))
		r.block()
	}
	for range 100 {
		r.block()
	}
	require.Less(t, len(r.journal.slots), 17)
}

func TestUnreachableNodeLosesNothing(t *testing.T) {
	r := newRig(t)
	r.mustSend("commit/a")
	r.chain.down = errors.New("503 service unavailable")
	require.Error(t, r.Head(context.Background(), txmgr.Head{Number: 11}))
	_, err := r.send("reveal/a")
	require.Error(t, err)
	r.chain.down = nil
	r.mustSend("reveal/a")
	r.block()
	require.Len(t, r.Mined(), 2)
}

func TestReorganisationToldWhileTheNodeIsAwayIsLookedUpLater(t *testing.T) {
	r := newRig(t)
	hash := r.mustSend("commit/a")
	r.block()
	r.chain.drop(10, false)
	r.chain.down = errors.New("503 service unavailable")
	require.Error(t, r.Reorganised(context.Background(), 10))
	r.chain.down = nil
	r.head()
	require.Equal(t, txmgr.Unmined, r.kinds()["commit/a"])
	require.Equal(t, hash, r.mustSend("commit/a"))
	require.Equal(t, hash, r.chain.pool[0].Hash())
}

func TestWaitingTransactionOfAWalletIsLeftAlone(t *testing.T) {
	r := newRig(t)
	wallet := types.MustSignNewTx(key, types.LatestSignerForChainID(chainID), &types.DynamicFeeTx{ChainID: chainID, Gas: 21000, To: &target,
		GasFeeCap: big.NewInt(220), GasTipCap: big.NewInt(10)})
	r.chain.pool[0] = wallet
	r.mustSend("commit/a")
	r.mustSend("commit/b")
	require.Equal(t, wallet.Hash(), r.chain.pool[0].Hash())
	r.block()
	require.Equal(t, map[string]txmgr.OutcomeKind{"commit/a": txmgr.Mined, "commit/b": txmgr.Mined}, r.kinds())
	for range 4 {
		r.block()
	}
	r.mustSend("commit/c")
	r.block()
	require.Equal(t, txmgr.Mined, r.kinds()["commit/c"])
}

// Found in simulation: without its watcher a submitter looks at the chain every few seconds, and each look doubts what waits.
func TestPriceRisesThoughEachLookAtTheChainStartsOver(t *testing.T) {
	for _, urgent := range []bool{false, true} {
		r := newRig(t)
		send := func() {
			_, err := r.Send(context.Background(), txmgr.Intent{Key: "reveal/a", Account: sender, To: target, Gas: 100_000, Urgent: urgent})
			require.NoError(t, err)
		}
		send()
		r.chain.base = big.NewInt(300) // above what was bid
		for range 4 {
			r.chain.number += 3
			require.NoError(t, r.Reorganised(context.Background(), 0))
			r.head()
			send()
		}
		r.block()
		require.Equal(t, txmgr.Mined, r.kinds()["reveal/a"])
		require.Zero(t, r.chain.sent[len(r.chain.sent)-1].Nonce())
	}
}
