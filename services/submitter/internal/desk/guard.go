package desk

import (
	"context"
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/params"

	"github.com/ethml/ethml/services/submitter/internal/round"
)

// Guard keeps from commits that cost more gas than the seat is expected to earn. The zero value lets everything pass.
type Guard struct {
	// Price of one EML (1e18 wei of it) in wei of ether; nil or zero turns the guard off.
	Price *big.Int
}

const (
	subsidy      = 50 // EML for a seat
	halvingEvery = 210_000
	// Gas of a commit and of a reveal of one request, and what each further request adds to the reveal.
	seatGas        = 110_000
	seatRequestGas = 1_000
)

// Worth compares the subsidy of a seat with the gas of commit and reveal. Tips come on top and aren't counted.
func (g Guard) Worth(ctx context.Context, gasPrice func(context.Context) (*big.Int, error), c round.Commit) error {
	if g.Price == nil || g.Price.Sign() == 0 {
		return nil
	}
	price, err := gasPrice(ctx)
	if err != nil {
		return err
	}
	cost := new(big.Int).Mul(price, big.NewInt(int64(seatGas+seatRequestGas*c.Requests)))
	eml := new(big.Int).Mul(big.NewInt(subsidy), big.NewInt(params.Ether))
	eml.Rsh(eml, uint((max(c.Number, 1)-1)/halvingEvery))
	reward := new(big.Int).Mul(eml, g.Price)
	reward.Div(reward, big.NewInt(params.Ether))
	if reward.Cmp(cost) < 0 {
		return fmt.Errorf("a seat earns about %s wei of ether at --eml-price-wei %s, its gas costs about %s", reward, g.Price, cost)
	}
	return nil
}
