package check

import (
	"context"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/contracts/bindings"
)

const basis = 10_000

// halving is after how many blocks the subsidy halves; no run gets there, and the checker says so if one does.
const halving = 210_000

// terms reads a model's share and rule.
func (j *judge) terms(ctx context.Context, model uint64) (publisher common.Address, royaltyBps uint64, rule uint8, err error) {
	registry, err := bindings.ModelRegistryMetaData.ParseABI()
	if err != nil {
		return publisher, 0, 0, err
	}
	out, err := j.viewOf(ctx, j.registry, registry, "terms", new(big.Int).SetUint64(model))
	if err != nil {
		return publisher, 0, 0, err
	}
	return out[0].(common.Address), uint64(out[1].(uint16)), out[2].(uint8), nil
}

func (j *judge) rule(ctx context.Context, model uint64) (uint8, error) {
	if rule, ok := j.rules[model]; ok {
		return rule, nil
	}
	publisher, _, rule, err := j.terms(ctx, model)
	if err == nil {
		j.rules[model] = rule
		j.h.parties[publisher] = true
	}
	return rule, err
}

// money checks that no token came from nowhere, and that no tip was lost.
func (j *judge) money(ctx context.Context) error {
	bounty, err := j.bounty(ctx)
	if err != nil {
		return err
	}
	tips, minted := new(big.Int), new(big.Int) // credited, by what the blocks say
	open, refunds := new(big.Int), new(big.Int)
	for _, q := range j.h.requests {
		switch {
		case len(q.ends) != 1:
			open.Add(open, q.tip)
		case q.ends[0].answered:
			tips.Add(tips, q.tip)
		default:
			keep := new(big.Int)
			if r := q.ends[0].reason; q.ends[0].failed && r >= 1 && r <= 3 {
				keep.Div(keep.Mul(q.tip, big.NewInt(bounty)), big.NewInt(basis))
			}
			tips.Add(tips, keep)
			refunds.Add(refunds, new(big.Int).Sub(q.tip, keep))
		}
	}
	for n := uint64(1); n <= j.h.last; n++ {
		minted.Add(minted, j.subsidies(j.h.block(n)))
	}

	genesis, newer, burnt, kept, slashed := new(big.Int), new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	in, out := new(big.Int), new(big.Int)
	for i, t := range j.h.transfers {
		switch {
		case t.from == (common.Address{}) && i == 0:
			genesis.Set(t.amount)
		case t.from == (common.Address{}):
			newer.Add(newer, t.amount)
		case t.to == (common.Address{}):
			burnt.Add(burnt, t.amount)
		case t.from == j.stake && t.to == j.coordinator:
			kept.Add(kept, t.amount)
		case t.to == j.coordinator:
			in.Add(in, t.amount)
		case t.from == j.coordinator:
			out.Add(out, t.amount)
		}
	}
	for _, b := range j.h.blocks {
		for _, s := range b.slashes {
			slashed.Add(slashed, s.amount)
		}
	}
	tips.Add(tips, kept)

	claimedMinted, claimedTips, owedMinted, owedTips := new(big.Int), new(big.Int), new(big.Int), new(big.Int)
	for a := range j.h.parties {
		view, err := j.view(ctx, "rewardsOf", a)
		if err != nil {
			return err
		}
		owedMinted.Add(owedMinted, view[0].(*big.Int))
		owedTips.Add(owedTips, view[1].(*big.Int))
		if p := j.h.paid[a]; p != nil {
			claimedMinted.Add(claimedMinted, p.minted)
			claimedTips.Add(claimedTips, p.tips)
		}
	}
	supply, err := j.viewOf(ctx, j.token, j.erc20, "totalSupply")
	if err != nil {
		return err
	}
	held, err := j.viewOf(ctx, j.token, j.erc20, "balanceOf", j.coordinator)
	if err != nil {
		return err
	}
	allTips := new(big.Int)
	for _, q := range j.h.requests {
		allTips.Add(allTips, q.tip)
	}
	sum := func(ns ...*big.Int) *big.Int {
		total := new(big.Int)
		for _, n := range ns {
			total.Add(total, n)
		}
		return total
	}
	for _, c := range []struct {
		what      string
		got, want *big.Int
	}{
		{"token supply = genesis + claimed subsidies - burnt", supply[0].(*big.Int), new(big.Int).Sub(sum(genesis, claimedMinted), burnt)},
		{"tokens minted = subsidies claimed", newer, claimedMinted},
		{"subsidies claimed and owed = what the blocks' answers earned", sum(claimedMinted, owedMinted), minted},
		{"slashed = burnt and kept for void blocks", slashed, sum(burnt, kept)},
		{"tips paid in = tips of the requests", in, allTips},
		{"tips claimed and owed = tips of answered requests, bounties of failed ones and what void blocks kept", sum(claimedTips, owedTips), tips},
		{"tokens the coordinator paid out = refunds and tips claimed", out, sum(refunds, claimedTips)},
		{"tokens the coordinator holds = tips of open requests and tips owed", held[0].(*big.Int), sum(open, owedTips)},
	} {
		if c.got.Cmp(c.want) != 0 {
			j.problem("%s: %s, want %s", c.what, c.got, c.want)
		}
	}
	return nil
}

func (j *judge) bounty(ctx context.Context) (int64, error) {
	view, err := j.view(ctx, "parameters")
	if err != nil {
		return 0, err
	}
	p := abi.ConvertType(view[0], new(bindings.Parameters)).(*bindings.Parameters)
	return int64(p.SettleBountyBps), nil
}

// subsidies is what a settled block's seats earn: a full one for agreeing with every answer, a share for some.
func (j *judge) subsidies(b *block) *big.Int {
	total := new(big.Int)
	if len(b.settled) != 1 {
		return total
	}
	if b.number > halving {
		j.problem("block %d is past the first halving, which this check leaves out", b.number)
	}
	full := new(big.Int).Mul(big.NewInt(50), big.NewInt(1e18))
	answers := int64(0)
	for _, s := range b.statuses {
		if s == 0 {
			answers++
		}
	}
	for _, v := range b.reveals {
		agreed := int64(0)
		for i, s := range b.statuses {
			if s == 0 && v.statuses[i] == 0 && v.words[i].Cmp(b.words[i]) == 0 {
				agreed++
			}
		}
		if answers > 0 {
			share := new(big.Int).Mul(full, big.NewInt(agreed))
			total.Add(total, share.Div(share, big.NewInt(answers)))
		}
	}
	return total
}
