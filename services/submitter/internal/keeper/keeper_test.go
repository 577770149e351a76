package keeper_test

import (
	"context"
	"errors"
	"log/slog"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/reverts"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/keeper"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

// node is all that a keeper talks to.
type node struct {
	situation round.Situation
	rewards   *big.Int
	refusal   error // of estimates
	gasPrice  int64
	sent      []string
	vectors   map[common.Address]round.Vector
	settling  []journal.RoundKey
}

func (n *node) Block(context.Context) (bindings.BlockView, error) {
	return bindings.BlockView{Challenge: challenge, RevealEndsAt: limits.RevealEndsAt, RevealEndsAtBlock: limits.RevealEndsAtBlock,
		Parameters: bindings.Parameters{CommitWindow: 60, MaxCommitTime: 3600}}, nil
}
func (n *node) Rewards(context.Context, common.Address) (*big.Int, error) { return n.rewards, nil }
func (n *node) Estimate(context.Context, common.Address, []byte) (uint64, error) {
	return 60_000, n.refusal
}
func (n *node) CloseCommit(uint64) []byte            { return []byte("close") }
func (n *node) Settle(uint64, []round.Vector) []byte { return []byte("settle") }
func (n *node) OpenBlock() []byte                    { return []byte("open") }
func (n *node) Expire(uint64) []byte                 { return []byte("expire") }
func (n *node) Claim(common.Address) []byte          { return []byte("claim") }
func (n *node) GasPrice(context.Context) (*big.Int, error) {
	return big.NewInt(n.gasPrice), nil
}
func (n *node) Situation() round.Situation                         { return n.situation }
func (n *node) Settling(key journal.RoundKey, _ common.Hash)       { n.settling = append(n.settling, key) }
func (n *node) AddVectors(uint64, map[common.Address]round.Vector) {}
func (n *node) Reveals(context.Context, *round.Block) (map[common.Address]round.Vector, error) {
	return n.vectors, nil
}
func (n *node) Send(_ context.Context, in txmgr.Intent) (common.Hash, error) {
	n.sent = append(n.sent, string(in.Data))
	return common.Hash{1}, nil
}

func (n *node) keeper(t *testing.T, claimAbove, price *big.Int) *keeper.Keeper {
	t.Helper()
	return keeper.New(keeper.Config{Accounts: miners[:1], Seats: 5, Threshold: 3, Chain: n, Txs: n, Rounds: n, Reveals: n, RankDelay: delay,
		ClaimAbove: claimAbove, Price: price, Log: slog.New(slog.NewTextHandler(t.Output(), nil))})
}

func idle(number uint64) round.Situation {
	return round.Situation{Live: true, Head: round.Head{Number: number, Time: 1000 + number}}
}

var eml = big.NewInt(1e18)

func TestRewardsAreClaimedOnceTheyAreLargeEnough(t *testing.T) {
	n := &node{situation: idle(100), rewards: new(big.Int).Sub(eml, big.NewInt(1))}
	n.keeper(t, eml, nil).Head(t.Context())
	require.Empty(t, n.sent)

	n.rewards = eml
	k := n.keeper(t, eml, nil)
	k.Head(t.Context())
	require.Equal(t, []string{"claim"}, n.sent)
	n.situation = idle(101)
	k.Head(t.Context())
	require.Len(t, n.sent, 1, "looked at again after some blocks only")

	n.sent = nil
	n.keeper(t, nil, nil).Head(t.Context())
	require.Empty(t, n.sent, "claiming is off")
}

func TestClaimWaitsUntilItIsWorthItsGas(t *testing.T) {
	// 90,000 gas at 10 gwei are 0.0009 ether; ten times that is asked for.
	n := &node{situation: idle(100), rewards: eml, gasPrice: 10e9}
	n.keeper(t, big.NewInt(1), big.NewInt(8e15)).Head(t.Context())
	require.Empty(t, n.sent)
	n.keeper(t, big.NewInt(1), big.NewInt(9e15)).Head(t.Context())
	require.Equal(t, []string{"claim"}, n.sent)
}

func TestStepThatSomebodyElseTookCostsNoGas(t *testing.T) {
	n := &node{situation: situation(round.CommitPhase, 1060+60, 120, seats(3, 0)...), refusal: &reverts.Error{Name: "EthML_WrongPhase"}}
	k := n.keeper(t, nil, nil)
	k.Head(t.Context())
	require.Empty(t, n.sent)

	n.refusal = nil
	k.Head(t.Context())
	require.Empty(t, n.sent, "not before some heads have passed")
	n.situation.Head.Number += 3
	k.Head(t.Context())
	require.Equal(t, []string{"close"}, n.sent)
	k.Head(t.Context())
	require.Len(t, n.sent, 1, "and it gets time to be mined")
}

func TestSettlementNeedsEveryVectorThatWasRevealed(t *testing.T) {
	n := &node{situation: situation(round.RevealPhase, 2100, 160, seats(3, 3)...)}
	n.keeper(t, nil, nil).Head(t.Context())
	require.Empty(t, n.sent, "the watcher's history lacks them yet")

	for i := range n.situation.Block.Seats {
		n.situation.Block.Seats[i].Vector = &round.Vector{Words: []common.Hash{{1}, {2}}, Statuses: []byte{0, 0}}
	}
	n.keeper(t, nil, nil).Head(t.Context())
	require.Equal(t, []string{"settle"}, n.sent)
	require.Equal(t, []journal.RoundKey{{Challenge: challenge, Miner: miners[0]}}, n.settling)
}

func TestNoStepIsTakenFromAStaleView(t *testing.T) {
	n := &node{situation: situation(round.CommitPhase, 1060+60, 120, seats(3, 0)...), refusal: errors.New("503")}
	n.situation.Live = false
	n.keeper(t, eml, nil).Head(t.Context())
	require.Empty(t, n.sent)
}
