package sim

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/common"
)

// live goes through so many seconds of faults and then, without any, to the end of all requests.
func (r *run) live(faulty int) error {
	for range faulty {
		r.tick(true)
	}
	const limit = 1500
	for range limit {
		r.tick(false)
		if r.settled() {
			break
		}
	}
	// What the last block brought reaches everybody.
	for range 20 {
		r.tick(false)
	}
	return r.verify()
}

// settled reports that all that was asked is on chain and over.
func (r *run) settled() bool {
	if r.open().view.Phase != 0 {
		return false
	}
	r.chain.mu.Lock()
	defer r.chain.mu.Unlock()
	if len(r.chain.queued(addressOf(r.genesis.requester))) > 0 {
		return false
	}
	result, err := r.chain.call(r.chain.tip(), common.Address{}, &r.genesis.coordinator, coordinator.PackOpenRequests(), 1<<24)
	if err != nil || result.Failed() {
		panic(errors.Join(err, result.Err))
	}
	left, err := coordinator.UnpackOpenRequests(result.ReturnData)
	return err == nil && left.Sign() == 0
}

func (r *run) verify() error {
	errs := r.checker.broken
	h := read(r.chain.blocks)
	honest := map[common.Address]bool{}
	for _, o := range r.operators {
		honest[o.account] = true
	}
	for _, o := range r.others {
		if o.kind == "honest" {
			honest[addressOf(o.key)] = true
		}
	}
	errs = append(errs, h.check(honest, r.checker, r.most), r.conserved())
	if uint64(len(h.requests)) != r.asked {
		errs = append(errs, fmt.Errorf("%d requests on chain, %d asked", len(h.requests), r.asked))
	}
	for _, o := range r.operators {
		if err := o.book.check(r.chain.blocks, r.genesis); err != nil {
			errs = append(errs, fmt.Errorf("operator %d: %w", o.index, err))
		}
	}
	r.stats.take(r, h)
	return errors.Join(errs...)
}

// conserved compares the tips that the coordinator holds with what it owes.
func (r *run) conserved() error {
	tip := r.chain.tip()
	read := func(to common.Address, data []byte) []byte {
		result, err := r.chain.call(tip, common.Address{}, &to, data, 1<<24)
		if err != nil || result.Failed() {
			panic(fmt.Sprint(err, result))
		}
		return result.ReturnData
	}
	held, err := token.UnpackBalanceOf(read(r.genesis.token, token.PackBalanceOf(r.genesis.coordinator)))
	if err != nil {
		return err
	}
	owed := new(big.Int)
	for _, a := range append([]*ecdsa.PrivateKey{r.genesis.requester}, r.genesis.miners...) {
		rewards, err := coordinator.UnpackRewardsOf(read(r.genesis.coordinator, coordinator.PackRewardsOf(addressOf(a))))
		if err != nil {
			return err
		}
		owed.Add(owed, rewards.Tips)
	}
	if held.Cmp(owed) != 0 {
		return fmt.Errorf("the coordinator holds %s wei of tips and owes %s", held, owed)
	}
	return nil
}

func (s *stats) take(r *run, h *history) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, o := range r.operators {
		for step, n := range o.killed {
			s.kills[step] += n
		}
		s.other["watchers started over"] += o.startedOver
	}
	for name, n := range r.checker.kinds {
		s.sent[name] += n
	}
	for _, q := range h.requests {
		if len(q.ends) > 0 && q.ends[0] == "answered" {
			s.answers++
		}
	}
	s.other["requests"] += len(h.requests)
	s.other["blocks settled"] += h.settled
	s.other["blocks void"] += h.voided
	for _, x := range h.slashed {
		if r.checker.ours[x.miner] {
			s.other["reveals missed while away"]++
		}
	}
	s.other["seats by chance"] += h.chance
	s.other["simulated seconds"] += r.ticks
}
