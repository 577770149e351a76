// Package check judges from the chain alone, by eth_* calls, whether a network kept the protocol's promises. It shares no
// code with the services: hashes, votes and money are worked out here once more.
package check

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
)

// Outcome is how a request ought to end: a status (0 answered, else the reason of its failure) and the word of an answer.
type Outcome struct {
	Status byte
	Word   *big.Int
}

// Witness knows what the chain can't tell: what was done to whom, and when.
type Witness interface {
	// Disturbed reports whether anything was done to an operator, or to all, between two Ethereum blocks.
	Disturbed(operator common.Address, from, to common.Hash) bool
	// Hindered reports whether an operator was kept from acting all the time between two Ethereum blocks.
	Hindered(operator common.Address, from, to common.Hash) bool
	// Aliased reports whether a challenge stood for other requests on a branch that the chain has left: what was committed to
	// there would count here.
	Aliased(challenge common.Hash) bool
}

// Case is what is to be judged.
type Case struct {
	Client      *ethclient.Client
	Coordinator common.Address
	Honest      []common.Address // whose nodes run the project's services
	Expected    func(model uint64, cid string) (Outcome, bool)
	Witness     Witness
}

// Verdict is what was found.
type Verdict struct {
	Requests, Answered, Failed, Undecided int
	Blocks, Voids                         int
	Commits, Reveals                      int
	Slashes, Excused                      int // silent honest operators that were kept from revealing
	Missed                                int // seats that honest, undisturbed operators did not take
	Problems                              []string
}

// judge gathers problems while it looks at one history.
type judge struct {
	Case
	Verdict
	*reader
	h     *history
	rules map[uint64]uint8 // by model
}

func (j *judge) problem(format string, args ...any) {
	j.Problems = append(j.Problems, fmt.Sprintf(format, args...))
}

// Run judges. An error means that the chain could not be read.
func Run(ctx context.Context, c Case) (Verdict, error) {
	r, err := newReader(ctx, c.Client, c.Coordinator)
	if err != nil {
		return Verdict{}, err
	}
	h, err := r.read(ctx)
	if err != nil {
		return Verdict{}, err
	}
	j := &judge{Case: c, reader: r, h: h, rules: map[uint64]uint8{}}
	for n := uint64(1); n <= h.last; n++ {
		if err := j.block(ctx, h.block(n)); err != nil {
			return j.Verdict, err
		}
	}
	if err := j.requests(ctx); err != nil {
		return j.Verdict, err
	}
	if err := j.money(ctx); err != nil {
		return j.Verdict, err
	}
	return j.Verdict, nil
}

// requests checks that each ended once, and rightly.
func (j *judge) requests(ctx context.Context) error {
	ids := make([]uint64, 0, len(j.h.requests))
	for id := range j.h.requests {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	for _, id := range ids {
		q := j.h.requests[id]
		j.Requests++
		if len(q.ends) != 1 {
			j.problem("request %d has %d ends, want one", id, len(q.ends))
			continue
		}
		want, known := j.Expected(q.model, q.cid)
		if !known {
			j.problem("request %d of model %d over %s is none of those that were made", id, q.model, q.cid)
			continue
		}
		view, err := j.view(ctx, "getPrediction", new(big.Int).SetUint64(id))
		if err != nil {
			return err
		}
		status, word := view[0].(uint8), view[1].(*big.Int)
		switch e := q.ends[0]; {
		case e.answered:
			j.Answered++
			if want.Status != 0 || e.word.Cmp(want.Word) != 0 {
				j.problem("request %d was answered %s, the truth is status %d, %s", id, e.word, want.Status, want.Word)
			}
			if status != answered || word.Cmp(e.word) != 0 {
				j.problem("request %d: the event says answered %s, the state says %d, %s", id, e.word, status, word)
			}
		case e.failed && want.Status != 0 && e.reason == want.Status:
			j.Failed++
			if status != failed {
				j.problem("request %d: the event says failed, the state says %d", id, status)
			}
		case e.failed && e.reason >= 1 && e.reason <= 5:
			// Only where too few honest operators told the truth, and that is judged with its blocks.
			j.Undecided++
			if !j.excusedFailure(q, want) {
				j.problem("request %d failed with reason %d, though three honest operators revealed status %d, %s", id, e.reason, want.Status, want.Word)
			}
		default:
			j.problem("request %d ended otherwise than by an answer or a failure: %+v", id, e)
		}
	}
	return nil
}

// Request states of the contract.
const (
	answered = 3
	failed   = 4
)

// excusedFailure holds when in none of the request's settled blocks three honest operators revealed the truth.
func (j *judge) excusedFailure(q *request, want Outcome) bool {
	for _, b := range j.h.blocks {
		at := slices.Index(b.ids, q.id)
		if at < 0 || len(b.settled) == 0 {
			continue
		}
		right := 0
		for _, v := range b.reveals {
			if slices.Contains(j.Honest, v.miner) && at < len(v.words) && v.statuses[at] == want.Status && v.words[at].Cmp(want.word()) == 0 {
				right++
			}
		}
		if right >= threshold {
			return false
		}
	}
	return true
}

func (o Outcome) word() *big.Int {
	if o.Word == nil || o.Status != 0 {
		return new(big.Int)
	}
	return o.Word
}
