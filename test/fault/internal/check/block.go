package check

import (
	"context"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
)

const (
	seats     = 5
	threshold = 3

	dataUnavailable  = 1
	modelUnavailable = 4
	undecided        = 5
	skipped          = 6

	neverRevealed = 0
	dissent       = 1

	equalRule = 0
)

// block checks one virtual block from its opening to its end.
func (j *judge) block(ctx context.Context, b *block) error {
	j.Blocks++
	if b.openings != 1 {
		j.problem("block %d opened %d times", b.number, b.openings)
		return nil
	}
	j.opening(b)
	if j.Witness.Aliased(b.challenge) {
		j.problem("block %d: its challenge stood for other requests on a branch that the chain has left", b.number)
	}
	if err := j.commits(ctx, b); err != nil {
		return err
	}
	if err := j.reveals(ctx, b); err != nil {
		return err
	}
	return j.ending(ctx, b)
}

// opening works the challenge out again.
func (j *judge) opening(b *block) {
	at := j.h.headers[b.opened.BlockHash]
	if b.number > 1 && j.h.block(b.number-1).hash != b.parent || b.number == 1 && b.parent != (common.Hash{}) {
		j.problem("block %d follows %s, which is not its predecessor", b.number, b.parent)
	}
	var ids []byte
	for _, id := range b.ids {
		ids = append(ids, word(new(big.Int).SetUint64(id))...)
	}
	want := crypto.Keccak256Hash(word(j.chainID), common.LeftPadBytes(j.coordinator[:], 32), b.parent[:],
		word(new(big.Int).SetUint64(b.number)), crypto.Keccak256(ids), at.ParentHash[:],
		word(new(big.Int).SetUint64(at.Time)), at.MixDigest[:])
	if want != b.challenge {
		j.problem("block %d has challenge %s, want %s", b.number, b.challenge, want)
	}
}

func word(n *big.Int) []byte { return common.LeftPadBytes(n.Bytes(), 32) }

// commits checks each seat's owner and work.
func (j *judge) commits(ctx context.Context, b *block) error {
	openedAt := j.h.headers[b.opened.BlockHash].Time
	for i, c := range b.commits {
		j.Commits++
		args, sender, err := j.call(ctx, c.log.TxHash, "commitSolution")
		if err != nil {
			return err
		}
		nonce := args[2].(*big.Int)
		elapsed := j.h.headers[c.log.BlockHash].Time - openedAt
		target := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
		limit := new(big.Int).Set(target)
		target.Div(target, b.difficulty)
		if k := elapsed / b.commitWindow; k > 0 {
			if target.Lsh(target, uint(min(k, 256))); target.Cmp(limit) > 0 {
				target = limit
			}
		}
		work := new(big.Int).SetBytes(crypto.Keccak256(b.challenge[:], c.miner[:], word(nonce)))
		switch {
		case sender != c.miner:
			j.problem("block %d: the seat of %s was taken by %s", b.number, c.miner, sender)
		case common.Hash(args[1].([32]byte)) != c.commitment:
			j.problem("block %d: the commitment of %s is not the transaction's", b.number, c.miner)
		case work.Cmp(target) > 0:
			j.problem("block %d: the nonce of %s is no proof of work", b.number, c.miner)
		case slices.ContainsFunc(b.commits[:i], func(o commit) bool { return o.miner == c.miner }):
			j.problem("block %d: %s committed twice", b.number, c.miner)
		}
	}
	if len(b.commits) > seats || len(b.closed) > 1 || len(b.closed) == 1 && len(b.commits) < threshold {
		j.problem("block %d: %d seats, closed %d times", b.number, len(b.commits), len(b.closed))
	}
	return nil
}

// reveals checks that each opens the commitment of its seat, and that honest operators told the truth or had an excuse.
func (j *judge) reveals(ctx context.Context, b *block) error {
	for i, v := range b.reveals {
		j.Reveals++
		args, _, err := j.call(ctx, v.log.TxHash, "revealSolution")
		if err != nil {
			return err
		}
		at := slices.IndexFunc(b.commits, func(c commit) bool { return c.miner == v.miner })
		opened, err := commitment(b.challenge, args[1].(common.Address), args[2].([]*big.Int), args[3].([]byte), args[4].([32]byte))
		if err != nil {
			return err
		}
		switch {
		case args[1].(common.Address) != v.miner || !slices.EqualFunc(args[2].([]*big.Int), v.words, same) || !slices.Equal(args[3].([]byte), v.statuses):
			j.problem("block %d: the reveal of %s is not the transaction's", b.number, v.miner)
		case at < 0:
			j.problem("block %d: %s revealed without a seat", b.number, v.miner)
		case opened != b.commits[at].commitment:
			j.problem("block %d: %s revealed something else than it had committed to", b.number, v.miner)
		case slices.ContainsFunc(b.reveals[:i], func(o reveal) bool { return o.miner == v.miner }):
			j.problem("block %d: %s revealed twice", b.number, v.miner)
		case len(v.words) != len(b.ids) || len(v.statuses) != len(b.ids):
			j.problem("block %d: %s revealed %d words for %d requests", b.number, v.miner, len(v.words), len(b.ids))
		case slices.Contains(j.Honest, v.miner):
			j.honesty(b, v)
		}
	}
	return nil
}

func same(a, b *big.Int) bool { return a.Cmp(b) == 0 }

// honesty checks an honest operator's votes.
func (j *judge) honesty(b *block, v reveal) {
	for i, id := range b.ids {
		q := j.h.request(id)
		want, known := j.Expected(q.model, q.cid)
		if !known {
			continue
		}
		right := v.statuses[i] == want.Status && v.words[i].Cmp(want.word()) == 0
		absent := v.statuses[i] == dataUnavailable || v.statuses[i] == modelUnavailable
		switch {
		case right:
		case !absent:
			j.problem("block %d: honest %s voted status %d, %s on request %d, the truth is %d, %s", b.number, v.miner, v.statuses[i], v.words[i], id, want.Status, want.Word)
		case !j.Witness.Disturbed(v.miner, b.opened.BlockHash, v.log.BlockHash):
			j.problem("block %d: honest %s voted status %d on request %d though nothing was done to it", b.number, v.miner, v.statuses[i], id)
		}
	}
}

// commitment works a commitment out from what it opens to.
func commitment(challenge common.Hash, miner common.Address, words []*big.Int, statuses []byte, salt common.Hash) (common.Hash, error) {
	vector, err := vectorHash(words, statuses)
	return crypto.Keccak256Hash(challenge[:], common.LeftPadBytes(miner[:], 32), vector[:], salt[:]), err
}

func vectorHash(words []*big.Int, statuses []byte) (common.Hash, error) {
	list, err := abi.NewType("uint256[]", "", nil)
	if err != nil {
		return common.Hash{}, err
	}
	raw, err := abi.NewType("bytes", "", nil)
	if err != nil {
		return common.Hash{}, err
	}
	packed, err := abi.Arguments{{Type: list}, {Type: raw}}.Pack(words, statuses)
	return crypto.Keccak256Hash(packed), err
}

// ending checks how a block ended, its hash, its outcome and who was slashed.
func (j *judge) ending(ctx context.Context, b *block) error {
	if len(b.settled)+len(b.voided) != 1 {
		j.problem("block %d ended %d times", b.number, len(b.settled)+len(b.voided))
		return nil
	}
	var end types.Log
	var outcome common.Hash
	if len(b.voided) == 1 {
		j.Voids++
		end = b.voided[0]
		if len(b.reveals) >= threshold || b.revealsSaid != uint64(len(b.reveals)) {
			j.problem("block %d is void with %d reveals, %d said", b.number, len(b.reveals), b.revealsSaid)
		}
	} else {
		end = b.settled[0]
		var err error
		if outcome, err = vectorHash(b.words, b.statuses); err != nil {
			return err
		}
		if len(b.reveals) < threshold {
			j.problem("block %d settled with %d reveals", b.number, len(b.reveals))
		}
		if err := j.outcome(ctx, b); err != nil {
			return err
		}
	}
	var ids, miners []byte
	for _, id := range b.ids {
		ids = append(ids, word(new(big.Int).SetUint64(id))...)
	}
	for _, c := range b.commits {
		miners = append(miners, common.LeftPadBytes(c.miner[:], 32)...)
	}
	want := crypto.Keccak256Hash(b.parent[:], word(new(big.Int).SetUint64(b.number)), crypto.Keccak256(ids), outcome[:], b.challenge[:],
		crypto.Keccak256(miners), word(new(big.Int).SetUint64(j.h.headers[end.BlockHash].Time)))
	if want != b.hash || b.endParent != b.parent {
		j.problem("block %d has hash %s, want %s", b.number, b.hash, want)
	}
	return j.slashes(ctx, b, end)
}

// tally counts the votes on a request.
func (b *block) tally(at int) map[string][]common.Address {
	votes := map[string][]common.Address{}
	for _, v := range b.reveals {
		if at < len(v.words) {
			key := string(append([]byte{v.statuses[at]}, word(v.words[at])...))
			votes[key] = append(votes[key], v.miner)
		}
	}
	return votes
}

// outcome checks each request's answer against the votes.
func (j *judge) outcome(ctx context.Context, b *block) error {
	for i, id := range b.ids {
		rule, err := j.rule(ctx, j.h.request(id).model)
		if err != nil {
			return err
		}
		var decided string
		for key, who := range b.tally(i) {
			if len(who) >= threshold && key[0] != modelUnavailable {
				decided = key
			}
		}
		got := string(append([]byte{b.statuses[i]}, word(b.words[i])...))
		switch {
		case b.statuses[i] == skipped:
		case decided == "" && b.statuses[i] == 0 && rule == equalRule:
			j.problem("block %d answered request %d without three equal votes", b.number, id)
		case decided != "" && got != decided:
			j.problem("block %d: request %d came out as status %d, %s against three equal votes", b.number, id, b.statuses[i], b.words[i])
		}
	}
	return nil
}

// slashes checks that those who deserved it were slashed, and no others.
func (j *judge) slashes(ctx context.Context, b *block, end types.Log) error {
	deserved := map[slash]bool{}
	for _, c := range b.commits {
		if !slices.ContainsFunc(b.reveals, func(v reveal) bool { return v.miner == c.miner }) {
			deserved[slash{miner: c.miner, cause: neverRevealed}] = true
		}
	}
	if len(b.settled) == 1 {
		for i, id := range b.ids {
			rule, err := j.rule(ctx, j.h.request(id).model)
			if err != nil {
				return err
			}
			for _, v := range b.reveals {
				if b.statuses[i] == 0 && rule == equalRule && v.statuses[i] == 0 && v.words[i].Cmp(b.words[i]) != 0 {
					deserved[slash{miner: v.miner, cause: dissent}] = true
				}
			}
		}
	}
	for _, s := range b.slashes {
		j.Slashes++
		key := slash{miner: s.miner, cause: s.cause}
		if !deserved[key] {
			j.problem("block %d: %s was slashed for cause %d without having done it", b.number, s.miner, s.cause)
		}
		delete(deserved, key)
		if !slices.Contains(j.Honest, s.miner) {
			continue
		}
		if s.cause == neverRevealed && len(b.closed) == 1 && j.Witness.Hindered(s.miner, b.closed[0].BlockHash, end.BlockHash) {
			j.Excused++
			continue
		}
		j.problem("block %d: honest %s was slashed %s wei for cause %d", b.number, s.miner, s.amount, s.cause)
	}
	for key := range deserved {
		j.problem("block %d: %s was not slashed for cause %d", b.number, key.miner, key.cause)
	}
	for _, o := range j.Honest {
		if !slices.ContainsFunc(b.commits, func(c commit) bool { return c.miner == o }) && !j.Witness.Disturbed(o, b.opened.BlockHash, b.closed0(end)) {
			j.Missed++
		}
	}
	return nil
}

// closed0 is the Ethereum block in which commits closed.
func (b *block) closed0(end types.Log) common.Hash {
	if len(b.closed) > 0 {
		return b.closed[0].BlockHash
	}
	return end.BlockHash
}
