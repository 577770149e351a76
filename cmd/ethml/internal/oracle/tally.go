package oracle

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/cmd/ethml/internal/replay"
	"github.com/ethml/ethml/internal/protocol"
)

// Tally is how the seats of the block that ended a request voted on it.
type Tally struct {
	Seats, Reveals int
	Agree          int // reveals that count for the outcome; zero where there is none
}

// supports tells whether a reveal counts for an outcome; tolerance is zero under the equal rule.
func supports(reveal, outcome replay.Vote, tolerance *big.Int) bool {
	status := protocol.Status(outcome.Status)
	if reveal.Status != outcome.Status || !status.Votable() {
		return false
	}
	distance := new(big.Int).Sub(Signed(reveal.Word), Signed(outcome.Word))
	return status != protocol.OK || distance.CmpAbs(tolerance) <= 0
}

// tally counts the events of a virtual block that concern a request; from is an Ethereum block before its seats were taken.
func (o *Oracle) tally(ctx context.Context, id, number, from uint64, tolerance *big.Int) (Tally, error) {
	logs, err := o.backend.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int).SetUint64(from),
		Addresses: []common.Address{o.coordinator},
		Topics: [][]common.Hash{
			{topic("BlockOpened"), topic("SolutionCommitted"), topic("SolutionRevealed"), topic("BlockSettled")},
			{common.BigToHash(new(big.Int).SetUint64(number))},
		},
	})
	if err != nil {
		return Tally{}, fmt.Errorf("read the votes of virtual block %d: %w", number, err)
	}
	return o.count(logs, id, tolerance), nil
}

// count goes through a block's events in the order in which they were logged.
func (o *Oracle) count(logs []types.Log, id uint64, tolerance *big.Int) (t Tally) {
	at := -1
	var votes []replay.Vote
	for _, l := range logs {
		if e, err := o.main.UnpackBlockOpenedEvent(&l); err == nil {
			at = slices.IndexFunc(e.Ids, func(n *big.Int) bool { return n.Uint64() == id })
		} else if _, err := o.main.UnpackSolutionCommittedEvent(&l); err == nil {
			t.Seats++
		} else if e, err := o.main.UnpackSolutionRevealedEvent(&l); err == nil {
			t.Reveals++
			if v, ok := replay.VoteAt(at, e.Predictions, e.Statuses); ok {
				votes = append(votes, v)
			}
		} else if e, err := o.main.UnpackBlockSettledEvent(&l); err == nil {
			outcome, ok := replay.VoteAt(at, e.Predictions, e.Statuses)
			for _, v := range votes {
				if ok && supports(v, outcome, tolerance) {
					t.Agree++
				}
			}
		}
	}
	return t
}
