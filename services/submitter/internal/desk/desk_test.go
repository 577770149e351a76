package desk_test

import (
	"context"
	"log/slog"
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/reverts"
	"github.com/ethml/ethml/services/submitter/internal/chain"
	"github.com/ethml/ethml/services/submitter/internal/desk"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

var (
	miner     = common.Address{7}
	challenge = common.Hash{1}
)

// node is a coordinator, a transaction manager and the rounds at once, each as far as a desk sees it.
type node struct {
	block        bindings.BlockView
	number, unix uint64
	refusal      error // of estimates
	sent         []txmgr.Intent
	failed       []string
}

func (n *node) Block(context.Context) (bindings.BlockView, error)   { return n.block, nil }
func (n *node) Head(context.Context) (number, unix uint64, _ error) { return n.number, n.unix, nil }
func (n *node) Estimate(context.Context, common.Address, []byte) (uint64, error) {
	return 60_000, n.refusal
}
func (n *node) Commit(round.Commit) []byte                    { return []byte("commit") }
func (n *node) Reveal(round.Reveal) []byte                    { return []byte("reveal") }
func (n *node) Abandon(func(string) bool)                     {}
func (n *node) GasPrice(context.Context) (*big.Int, error)    { return big.NewInt(1e9), nil }
func (n *node) Sent(journal.RoundKey, bool, common.Hash)      {}
func (n *node) Failed(_ journal.RoundKey, _ bool, why string) { n.failed = append(n.failed, why) }
func (n *node) Send(_ context.Context, in txmgr.Intent) (common.Hash, error) {
	n.sent = append(n.sent, in)
	return common.Hash{9}, nil
}

// reveal lets a desk reveal at a node, with no time to wait for one that is behind.
func (n *node) reveal(t *testing.T) {
	d := n.desk(t, desk.Guard{})
	d.Reveal(round.Reveal{Challenge: challenge, Number: 1, Miner: miner})
	d.Drain(context.Background(), n)
}

func (n *node) commit(t *testing.T, guard desk.Guard) {
	d := n.desk(t, guard)
	d.Commit(round.Commit{Challenge: challenge, Number: 1, Miner: miner, Requests: 1})
	d.Drain(context.Background(), n)
}

func (n *node) desk(t *testing.T, guard desk.Guard) *desk.Desk {
	return desk.New(desk.Config{Accounts: []common.Address{miner}, Chain: n, Txs: n, Guard: guard, Now: time.Now, Log: slog.New(slog.NewTextHandler(t.Output(), nil)),
		Pause: func(context.Context, time.Duration) {}, Work: func(round.Work) {}, Changed: func(round.Status) {}})
}

func revealPhase() *node {
	return &node{number: 20, unix: 2000, block: bindings.BlockView{Number: 1, Phase: chain.PhaseReveal, Challenge: challenge, RevealEndsAt: 2010, RevealEndsAtBlock: 30}}
}

func TestRevealLeavesUntilBothItsTimeAndItsBlocksHavePassed(t *testing.T) {
	n := revealPhase()
	n.unix = 9000 // seconds alone don't close the window
	n.reveal(t)
	require.Len(t, n.sent, 1)
	require.True(t, n.sent[0].Urgent)
	require.EqualValues(t, 2010, n.sent[0].Deadline)

	n = revealPhase()
	n.number = 90 // nor blocks
	n.reveal(t)
	require.Len(t, n.sent, 1)
}

// A submitter that was away while its mined reveal was dropped used to send it again with each head until somebody settled.
func TestRevealDoesNotLeaveWhenItsWindowIsOver(t *testing.T) {
	n := revealPhase()
	n.number, n.unix = 30, 2010
	n.reveal(t)
	require.Empty(t, n.sent, "gas for nothing")
	require.Equal(t, []string{"the reveal window of block 1 ended at 2010, in Ethereum block 30"}, n.failed)
}

func TestRevealDoesNotLeaveWhileOthersMayCommit(t *testing.T) {
	n := revealPhase()
	n.block.Phase = chain.PhaseCommit
	n.reveal(t)
	require.Empty(t, n.sent)
	require.Equal(t, []string{"this node has not seen the commits close yet"}, n.failed)

	n = revealPhase()
	n.block.Challenge = common.Hash{2} // another branch's
	n.reveal(t)
	require.Empty(t, n.sent)
}

// Whether a seat can still be had is asked before a commit leaves: losing one costs no gas.
func TestCommitThatWouldRevertCostsNoGas(t *testing.T) {
	for _, why := range []string{"EthML_SeatTaken", "EthML_WrongPhase", "EthML_WrongBlock", "EthML_InsufficientWork", "EthML_InsufficientStake"} {
		n := &node{refusal: &reverts.Error{Name: why}}
		n.commit(t, desk.Guard{})
		require.Empty(t, n.sent, why)
		require.Equal(t, []string{why + "()"}, n.failed)
	}
}

// A node runs estimates in the block that opened the virtual block, in which nobody may commit; the transaction comes later.
func TestCommitLeavesThoughItsBlockOpenedJustNow(t *testing.T) {
	n := &node{refusal: &reverts.Error{Name: "EthML_TooEarly"}}
	n.commit(t, desk.Guard{})
	require.Len(t, n.sent, 1)
}

func TestCommitThatDoesNotPayStaysHere(t *testing.T) {
	n := &node{}
	n.commit(t, desk.Guard{Price: big.NewInt(1)})
	require.Empty(t, n.sent)
	require.Len(t, n.failed, 1)
	n.commit(t, desk.Guard{Price: big.NewInt(1e18)})
	require.Len(t, n.sent, 1)
}
