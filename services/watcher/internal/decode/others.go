package decode

import (
	"math/big"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

func (d *Decoder) otherEvents() map[string]reader {
	c := d.coordinator
	return map[string]reader{
		"RewardsClaimed": of(c.UnpackRewardsClaimedEvent, func(_ *transaction, _ *types.Log, e *bindings.EthMLRewardsClaimed, f *fields) kind {
			r := &ethmlv1.RewardsClaimed{Account: e.Account.Bytes(), Minted: f.amount("minted", e.Minted), Tips: f.amount("tips", e.Tips)}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_RewardsClaimed{RewardsClaimed: r} }
		}),
		// Subscribers read the parameters from the contract, so that a parameter more needs no new watcher.
		"ParametersChanged": func(*transaction, *types.Log) (kind, error) {
			return func(ev *ethmlv1.Event) {
				ev.Kind = &ethmlv1.Event_ParametersChanged{ParametersChanged: &ethmlv1.ParametersChanged{}}
			}, nil
		},
		"Paused":   func(*transaction, *types.Log) (kind, error) { return pause(true), nil },
		"Unpaused": func(*transaction, *types.Log) (kind, error) { return pause(false), nil },
	}
}

func pause(paused bool) kind {
	return func(ev *ethmlv1.Event) {
		ev.Kind = &ethmlv1.Event_PauseChanged{PauseChanged: &ethmlv1.PauseChanged{Paused: paused}}
	}
}

func (d *Decoder) registryEvents() map[string]reader {
	r := d.registry
	return map[string]reader{
		"ModelRegistered": of(r.UnpackModelRegisteredEvent, func(_ *transaction, _ *types.Log, e *bindings.ModelRegistryModelRegistered, f *fields) kind {
			m := &ethmlv1.ModelRegistered{Id: f.uint64("model id", e.Id), Publisher: e.Publisher.Bytes(),
				ManifestCid: f.cid(e.ManifestDigest, e.CidCodec), RoyaltyBps: uint32(e.RoyaltyBps), Codec: uint32(e.Codec),
				Decimals: uint32(e.Decimals), Rule: uint32(e.Rule), Tolerance: f.amount("tolerance", e.Tolerance),
				PreviousId: f.uint64("previous id", e.PreviousId)}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_ModelRegistered{ModelRegistered: m} }
		}),
		"ModelDeprecated": of(r.UnpackModelDeprecatedEvent, func(_ *transaction, _ *types.Log, e *bindings.ModelRegistryModelDeprecated, f *fields) kind {
			m := &ethmlv1.ModelDeprecated{Id: f.uint64("model id", e.Id)}
			return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_ModelDeprecated{ModelDeprecated: m} }
		}),
	}
}

func (d *Decoder) stakeEvents() map[string]reader {
	s := d.stake
	return map[string]reader{
		"Staked": of(s.UnpackStakedEvent, func(_ *transaction, _ *types.Log, e *bindings.OperatorStakeStaked, f *fields) kind {
			return staked(f, e.Operator, e.Amount, ethmlv1.StakeChange_STAKE_CHANGE_STAKED, nil)
		}),
		"UnstakeRequested": of(s.UnpackUnstakeRequestedEvent, func(_ *transaction, _ *types.Log, e *bindings.OperatorStakeUnstakeRequested, f *fields) kind {
			return staked(f, e.Operator, e.Amount, ethmlv1.StakeChange_STAKE_CHANGE_UNSTAKE_REQUESTED, e.AvailableAt)
		}),
		"Unstaked": of(s.UnpackUnstakedEvent, func(_ *transaction, _ *types.Log, e *bindings.OperatorStakeUnstaked, f *fields) kind {
			return staked(f, e.Operator, e.Amount, ethmlv1.StakeChange_STAKE_CHANGE_UNSTAKED, nil)
		}),
		"StakeSlashed": of(s.UnpackStakeSlashedEvent, func(_ *transaction, _ *types.Log, e *bindings.OperatorStakeStakeSlashed, f *fields) kind {
			return staked(f, e.Operator, e.Amount, ethmlv1.StakeChange_STAKE_CHANGE_SLASHED, nil)
		}),
	}
}

func staked(f *fields, operator common.Address, amount *big.Int, change ethmlv1.StakeChange, availableAt *big.Int) kind {
	s := &ethmlv1.StakeChanged{Operator: operator.Bytes(), Change: change, Amount: f.amount("amount", amount)}
	if change == ethmlv1.StakeChange_STAKE_CHANGE_UNSTAKE_REQUESTED {
		s.AvailableAt = f.uint64("available at", availableAt)
	}
	return func(ev *ethmlv1.Event) { ev.Kind = &ethmlv1.Event_StakeChanged{StakeChanged: s} }
}
