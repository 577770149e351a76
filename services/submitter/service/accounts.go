package service

import (
	"context"
	"errors"

	"golang.org/x/sync/errgroup"

	"github.com/ethml/ethml/services/submitter/internal/server"
)

// books reads how the accounts stand.
type books struct{ *submitter }

// Accounts implements server.Accounts.
func (s books) Accounts(ctx context.Context) ([]server.Account, error) {
	least, err := s.chain.MinStake(ctx)
	if err != nil {
		return nil, err
	}
	out := make([]server.Account, len(s.accounts))
	group, ctx := errgroup.WithContext(ctx)
	for i, address := range s.accounts {
		group.Go(func() error {
			balance, err1 := s.chain.Balance(ctx, address)
			stake, err2 := s.chain.StakeOf(ctx, address)
			rewards, err3 := s.chain.Rewards(ctx, address)
			if err := errors.Join(err1, err2, err3); err != nil {
				return err
			}
			out[i] = server.Account{Address: address, Balance: balance, Stake: stake, Rewards: rewards,
				InFlight: s.txs.InFlight(address), CanCommit: stake.Cmp(least) >= 0}
			return nil
		})
	}
	return out, group.Wait()
}
