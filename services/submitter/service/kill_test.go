package service_test

import (
	"context"
	"fmt"
	"math/big"
	"path/filepath"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/status"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/testnet"
)

// tryReport hands in what the open block needs, once; refusals and a dead submitter are left to the next try.
func tryReport(t *testing.T, c ethmlv1.SubmitterServiceClient, n *testnet.Net, word int64, accounts []devchain.Account) {
	t.Helper()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Second)
	defer cancel()
	b := n.Block()
	if b.Phase != 1 {
		return
	}
	pass := func(err error) {
		switch status.Code(err) {
		case codes.OK, codes.Unavailable, codes.FailedPrecondition, codes.DeadlineExceeded:
		default:
			require.NoError(t, err)
		}
	}
	w := common.BigToHash(big.NewInt(word))
	for _, id := range b.Ids {
		_, err := c.ReportPrediction(ctx, &ethmlv1.ReportPredictionRequest{Challenge: b.Challenge[:], RequestId: id.Uint64(), Word: w[:]})
		pass(err)
	}
	for _, a := range accounts {
		nonce := solve(b.Challenge, a.Address, b.Difficulty)
		_, err := c.ReportSolution(ctx, &ethmlv1.ReportSolutionRequest{Challenge: b.Challenge[:], Miner: a.Address[:], Nonce: nonce[:]})
		pass(err)
	}
}

func TestSubmitterKilledAtEachPointStillRevealsWhatItCommitted(t *testing.T) {
	points := []string{"block written", "reports written", "transaction signed", "transaction written", "transaction sent", "receipt written"}
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	folder, passwordFile := writeKeys(t, t.TempDir(), n.Operators...)
	c := childConfig{RPC: n.Chain.HTTPURL(), Watcher: w.Addr, DataDir: filepath.Join(t.TempDir(), "data"), Keystore: folder, PasswordFile: passwordFile,
		ChainID: n.Chain.ChainID.Uint64(), Coordinator: n.Coordinator}
	for i, point := range points {
		id := int64(i + 1)
		c.KillAt = fmt.Sprintf("%s:%d", point, 1+i%3)
		if point == "block written" {
			c.KillAt = point + ":1"
		}
		k := startChild(t, c)
		n.Request()
		died := false
		n.SealUntil("request answered after a kill at "+point, 2*time.Minute, func() bool {
			if k.dead() {
				died = true
				c.KillAt = ""
				k = startChild(t, c)
			}
			tryReport(t, k, n, 40+id, n.Operators)
			return answered(n, id)()
		})
		require.True(t, died, "never reached %s", c.KillAt)
		_, word := n.Prediction(id)
		require.EqualValues(t, 40+id, word.Int64())
		k.kill()
	}
	requireHonest(t, n, len(points))
}

// A miner whose stake comes only when its predictions and its nonce are held is sealed by itself, after all reports.
func TestSubmitterKilledAfterSealingAMinerWhoseStakeCameLate(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	late, stake := n.Operators[4], bindings.NewOperatorStake()
	thousand := new(big.Int).Mul(big.NewInt(1000), big.NewInt(params.Ether))
	n.Send(late.Key, n.Stake, stake.PackRequestUnstake(thousand))
	n.Seal()
	w := n.StartWatcher()
	folder, passwordFile := writeKeys(t, t.TempDir(), n.Operators...)
	c := childConfig{RPC: n.Chain.HTTPURL(), Watcher: w.Addr, DataDir: filepath.Join(t.TempDir(), "data"), Keystore: folder, PasswordFile: passwordFile,
		ChainID: n.Chain.ChainID.Uint64(), Coordinator: n.Coordinator, KillAt: "sealed:1"}
	k := startChild(t, c)
	n.Request()
	died, staked := false, false
	n.SealUntil("request answered after a kill between sealing and committing", 2*time.Minute, func() bool {
		if k.dead() {
			died, c.KillAt = true, ""
			k = startChild(t, c)
		}
		tryReport(t, k, n, 41, n.Operators)
		if b := n.Block(); !staked && b.Phase == 1 && b.Seats.Int64() == 4 {
			staked = true
			n.StakeFor(late.Address, thousand)
		}
		return answered(n, 1)()
	})
	require.True(t, died, "never reached the point")
	requireHonest(t, n, 1)
}

// requireHonest checks, from the chain alone, that every block had its five seats opened by what they committed to.
func requireHonest(t *testing.T, n *testnet.Net, blocks int) {
	t.Helper()
	ctx, ethml := context.Background(), bindings.NewEthML()
	contract := ethml.Instance(n.Chain.Client(), n.Coordinator)
	commits, reveals := map[string]int{}, map[string]int{}
	logs, err := n.Chain.Client().FilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{n.Coordinator}})
	require.NoError(t, err)
	for _, l := range logs {
		if e, err := ethml.UnpackSolutionCommittedEvent(&l); err == nil {
			commits[fmt.Sprint(e.Number, e.Miner)]++
		} else if e, err := ethml.UnpackSolutionRevealedEvent(&l); err == nil {
			reveals[fmt.Sprint(e.Number, e.Miner)]++
		} else if _, err := ethml.UnpackMinerSlashedEvent(&l); err == nil {
			require.Fail(t, "somebody was slashed")
		}
	}
	require.Len(t, commits, 5*blocks)
	require.Equal(t, commits, reveals, "each seat is revealed, once")
	open, err := bind.Call(contract, nil, ethml.PackOpenRequests(), ethml.UnpackOpenRequests)
	require.NoError(t, err)
	require.Zero(t, open.Sign())
}

func TestReorganisationsAtEachPhaseChangeNothingInTheEnd(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	r := run(t, config(t, n, w, t.TempDir(), n.Operators...))
	id := int64(0)
	for _, forget := range []bool{false, true} {
		for after := 1; after <= 4; after++ {
			id++
			n.Request()
			n.Seal()
			sealed := 0
			n.SealUntil("request answered despite a reorganisation", 2*time.Minute, func() bool {
				tryReport(t, r, n, 40+id, n.Operators)
				// One block less where the pool forgets: else the request goes too.
				depth := after
				if forget {
					depth--
				}
				if sealed++; sealed == after && depth > 0 {
					_, err := n.Chain.Reorg(uint64(depth), forget)
					require.NoError(t, err)
				}
				return answered(n, id)()
			})
			_, word := n.Prediction(id)
			require.EqualValues(t, 40+id, word.Int64())
		}
	}
	requireHonest(t, n, int(id))
}

// What was committed to on a branch that the chain has left must not count for other requests under the same ids.
func TestAChallengeIsOfOneBranchOnly(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	n.Request()
	n.Seal()
	before := n.Block()
	n.Unrequest()
	n.Request()
	n.Seal()
	after := n.Block()
	require.Equal(t, before.Ids, after.Ids)
	require.Equal(t, before.OpenedAtBlock, after.OpenedAtBlock)
	require.Equal(t, before.ParentHash, after.ParentHash)
	require.NotEqual(t, before.Challenge, after.Challenge)
}

func TestAnswersWithoutItsWatcherOnceCommitted(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	r := run(t, config(t, n, w, t.TempDir(), n.Operators...))
	n.Request()
	n.Seal()
	r.report(n, 41, n.Operators...)
	stream, err := r.WatchRounds(context.Background(), &ethmlv1.WatchRoundsRequest{})
	require.NoError(t, err)
	for sent := map[string]bool{}; len(sent) < 5; {
		update, err := stream.Recv()
		require.NoError(t, err)
		if len(update.Round.TransactionHash) > 0 {
			sent[string(update.Round.Miner)] = true
		}
	}
	w.Stop() // before anything is mined: the submitter has to find out by itself
	n.SealUntil("request answered without a watcher", 2*time.Minute, answered(n, 1))
	requireHonest(t, n, 1)
}

func TestDifferingAnswersAreSettledByWhoeverRanksFirst(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	var all []*running
	for _, o := range n.Operators {
		all = append(all, run(t, config(t, n, w, t.TempDir(), o)))
	}
	n.Request()
	n.Seal()
	for i, r := range all {
		word := int64(41)
		if i >= 3 {
			word = 50 + int64(i)
		}
		r.report(n, word, n.Operators[i])
	}
	n.SealUntil("request answered", 2*time.Minute, answered(n, 1))
	status, word := n.Prediction(1)
	require.EqualValues(t, protocol.RequestAnswered, status)
	require.EqualValues(t, 41, word.Int64())
}
