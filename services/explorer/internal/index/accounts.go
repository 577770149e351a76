package index

import (
	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

func (f *fold) model(id uint64) *Model {
	m := edit[Model](f.cells, bModels, key(id))
	m.ID = id
	return m
}

func (f *fold) modelRegistered(at Place, r *ethmlv1.ModelRegistered) (err error) {
	m := f.model(r.GetId())
	if m.Publisher, err = protocol.AddressFromBytes("publisher", r.GetPublisher()); err != nil {
		return err
	}
	m.ManifestCID, m.RoyaltyBps, m.Codec, m.Decimals, m.Rule = r.GetManifestCid(), r.GetRoyaltyBps(), r.GetCodec(), r.GetDecimals(), r.GetRule()
	m.Tolerance, m.Previous, m.Registered = amount(r.GetTolerance()), r.GetPreviousId(), at
	return nil
}

func (f *fold) operator(a protocol.Address) *Operator {
	o := edit[Operator](f.cells, bOperators, a[:])
	o.Address = a
	return o
}

func (f *fold) act(who protocol.Address, index uint32, a Act) {
	*edit[Act](f.cells, bActs, addressKey(who, a.At.Block, uint64(index))) = a
}

func (f *fold) stakeChanged(at Place, index uint32, s *ethmlv1.StakeChanged) error {
	who, err := protocol.AddressFromBytes("operator", s.GetOperator())
	if err != nil {
		return err
	}
	o, much := f.operator(who), amount(s.GetAmount())
	var kind ActKind
	switch s.GetChange() {
	case ethmlv1.StakeChange_STAKE_CHANGE_STAKED:
		kind, o.Active = Staked, add(o.Active, much)
	case ethmlv1.StakeChange_STAKE_CHANGE_UNSTAKE_REQUESTED:
		kind, o.Active, o.Unstaking, o.AvailableAt = UnstakeAsked, less(o.Active, much), add(o.Unstaking, much), s.GetAvailableAt()
	case ethmlv1.StakeChange_STAKE_CHANGE_UNSTAKED:
		kind, o.Unstaking, o.AvailableAt = Unstaked, less(o.Unstaking, much), 0
	case ethmlv1.StakeChange_STAKE_CHANGE_SLASHED:
		kind = StakeSlashed
		// Stake on its way out goes first.
		fromActive := less(much, o.Unstaking)
		o.Unstaking, o.Active = less(o.Unstaking, much), less(o.Active, fromActive)
		o.Slashed = add(o.Slashed, much)
		o.Slashes++
		t := f.totals()
		t.Burnt = add(t.Burnt, much)
	default:
		return nil
	}
	f.act(who, index, Act{Kind: kind, At: at, Amount: much})
	return nil
}

func (f *fold) minerSlashed(s *ethmlv1.MinerSlashed) error {
	who, err := protocol.AddressFromBytes("miner", s.GetMiner())
	if err != nil {
		return err
	}
	if seat := f.block(s.GetNumber()).seat(who); seat != nil {
		seat.Slashed, seat.Cause = amount(s.GetAmount()), s.GetCause()
	}
	return nil
}

func (f *fold) rewardsClaimed(at Place, index uint32, c *ethmlv1.RewardsClaimed) error {
	who, err := protocol.AddressFromBytes("account", c.GetAccount())
	if err != nil {
		return err
	}
	o, minted, tips := f.operator(who), amount(c.GetMinted()), amount(c.GetTips())
	o.Minted, o.Tips = add(o.Minted, minted), add(o.Tips, tips)
	f.act(who, index, Act{Kind: RewardsClaimed, At: at, Amount: minted, Tips: tips})
	return nil
}
