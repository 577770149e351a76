// Package operator reads how an operator's account stands with a network, and sends what an operator sends by hand: stake in
// and out, rewards.
package operator

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/cmd/ethml/internal/status"
	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/reverts"
)

// Network is one network as an operator deals with it.
type Network struct {
	client      *ethclient.Client
	coordinator common.Address
	Token       common.Address
	Stake       common.Address
	main        *bindings.EthML
	token       *bindings.EthMLToken
	stake       *bindings.OperatorStake
}

// Open finds the contracts of a coordinator.
func Open(ctx context.Context, client *ethclient.Client, coordinator common.Address) (*Network, error) {
	n := &Network{client: client, coordinator: coordinator, main: bindings.NewEthML(), token: bindings.NewEthMLToken(), stake: bindings.NewOperatorStake()}
	code, err := client.CodeAt(ctx, coordinator, nil)
	if err != nil {
		return nil, fmt.Errorf("read the coordinator's code: %w", err)
	}
	if len(code) == 0 {
		return nil, fmt.Errorf("there is no contract at %s: is this the right chain and the right coordinator?", coordinator)
	}
	if n.Token, err = view(ctx, n, coordinator, n.main.PackToken(), n.main.UnpackToken); err != nil {
		return nil, fmt.Errorf("the contract at %s is no EthML coordinator: %w", coordinator, err)
	}
	if n.Stake, err = view(ctx, n, coordinator, n.main.PackOperatorStake(), n.main.UnpackOperatorStake); err != nil {
		return nil, fmt.Errorf("the contract at %s is no EthML coordinator: %w", coordinator, err)
	}
	return n, nil
}

func view[T any](ctx context.Context, n *Network, at common.Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	out, err := n.client.CallContract(ctx, ethereum.CallMsg{To: &at, Data: data}, nil)
	if err != nil {
		var none T
		return none, reverts.Decode(err)
	}
	return unpack(out)
}

// Standing is how an account stands; amounts in wei.
type Standing struct {
	Account      common.Address `json:"account"`
	Ether        *big.Int       `json:"ether_wei"`
	EML          *big.Int       `json:"eml_wei"`
	Stake        *big.Int       `json:"stake_wei"`
	MinStake     *big.Int       `json:"min_stake_wei"`
	Unstaking    *big.Int       `json:"unstaking_wei"`
	AvailableAt  uint64         `json:"unstaking_available_at,omitempty"` // Unix seconds
	UnstakeDelay uint64         `json:"unstake_delay_s"`
	Rewards      *big.Int       `json:"rewards_wei"`
	Seated       bool           `json:"seated"`
	Offences     uint64         `json:"missed_reveals"` // in a row, as the next slash counts them
	InFlight     uint64         `json:"transactions_in_flight"`
	CanCommit    bool           `json:"can_take_a_seat"`
}

// Standing reads how an account stands.
func (n *Network) Standing(ctx context.Context, account common.Address) (*Standing, error) {
	s := &Standing{Account: account}
	var err error
	fail := func(what string) (*Standing, error) {
		return nil, fmt.Errorf("read the %s of %s: %w", what, account, err)
	}
	if s.Ether, err = n.client.BalanceAt(ctx, account, nil); err != nil {
		return fail("ether")
	}
	if s.EML, err = view(ctx, n, n.Token, n.token.PackBalanceOf(account), n.token.UnpackBalanceOf); err != nil {
		return fail("EML")
	}
	if s.Stake, err = view(ctx, n, n.Stake, n.stake.PackStakeOf(account), n.stake.UnpackStakeOf); err != nil {
		return fail("stake")
	}
	if s.MinStake, err = view(ctx, n, n.coordinator, n.main.PackMinStake(), n.main.UnpackMinStake); err != nil {
		return fail("least stake")
	}
	unstaking, err := view(ctx, n, n.Stake, n.stake.PackUnstakingOf(account), n.stake.UnpackUnstakingOf)
	if err != nil {
		return fail("stake on its way out")
	}
	s.Unstaking, s.AvailableAt = unstaking.Amount, unstaking.AvailableAt.Uint64()
	delay, err := view(ctx, n, n.Stake, n.stake.PackUnstakeDelay(), n.stake.UnpackUnstakeDelay)
	if err != nil {
		return fail("unstake delay")
	}
	s.UnstakeDelay = delay.Uint64()
	rewards, err := view(ctx, n, n.coordinator, n.main.PackRewardsOf(account), n.main.UnpackRewardsOf)
	if err != nil {
		return fail("rewards")
	}
	s.Rewards = new(big.Int).Add(rewards.Minted, rewards.Tips)
	if s.Seated, err = view(ctx, n, n.coordinator, n.main.PackIsSeated(account), n.main.UnpackIsSeated); err != nil {
		return fail("seat")
	}
	offences, err := view(ctx, n, n.coordinator, n.main.PackOffencesOf(account), n.main.UnpackOffencesOf)
	if err != nil {
		return fail("missed reveals")
	}
	s.Offences = offences.Count.Uint64()
	if s.InFlight, err = n.inFlight(ctx, account); err != nil {
		return nil, err
	}
	s.CanCommit = s.Stake.Cmp(s.MinStake) >= 0
	return s, nil
}

func (n *Network) inFlight(ctx context.Context, account common.Address) (uint64, error) {
	mined, err := n.client.NonceAt(ctx, account, nil)
	if err != nil {
		return 0, fmt.Errorf("read transaction count of %s: %w", account, err)
	}
	pending, err := n.client.PendingNonceAt(ctx, account)
	if err != nil {
		return 0, fmt.Errorf("read pending transaction count of %s: %w", account, err)
	}
	return max(pending, mined) - mined, nil
}

// RevealEnds is until when reveals of the open block are taken; zero when none is due.
func (n *Network) RevealEnds(ctx context.Context) (block uint64, ends time.Time, err error) {
	b, err := view(ctx, n, n.coordinator, n.main.PackGetBlock(), n.main.UnpackGetBlock)
	if err != nil {
		return 0, ends, fmt.Errorf("read the open block: %w", err)
	}
	if b.RevealEndsAt == 0 {
		return b.Number, time.Time{}, nil
	}
	return b.Number, time.Unix(int64(b.RevealEndsAt), 0), nil
}

// Sent is a transaction that was mined and did what it should.
type Sent struct {
	What  string         `json:"what"`
	From  common.Address `json:"from"`
	Tx    common.Hash    `json:"transaction"`
	Block uint64         `json:"ethereum_block"`
	// Fee is what it cost, wei of ether.
	Fee *big.Int `json:"fee_wei"`
}

// pause is how often the chain is asked while something is awaited.
const pause = 250 * time.Millisecond

// ErrBusy means that an account had transactions in flight all the time.
var ErrBusy = errors.New("the account has transactions in flight")

// Send sends a transaction and waits until it is mined. First it waits until nothing of the account is in flight: a
// submitter that uses the account as well then isn't crossed.
func (n *Network) Send(ctx context.Context, opts *bind.TransactOpts, what string, to common.Address, value *big.Int, data []byte) (*Sent, error) {
	if err := each(ctx, func() (bool, error) {
		busy, err := n.inFlight(ctx, opts.From)
		return busy == 0, err
	}); err != nil {
		return nil, fmt.Errorf("%s: %w: %w", what, ErrBusy, err)
	}
	mine := *opts
	mine.Context, mine.Value = ctx, value
	contract := bind.NewBoundContract(to, abi.ABI{}, n.client, n.client, n.client)
	// Estimated here: bind estimates calls of contracts only, and ether goes to accounts.
	var err error
	if mine.GasLimit, err = n.client.EstimateGas(ctx, ethereum.CallMsg{From: opts.From, To: &to, Value: value, Data: data}); err != nil {
		return nil, fmt.Errorf("%s: %w", what, reverts.Decode(err))
	}
	if len(data) > 0 {
		mine.GasLimit += mine.GasLimit / 5
	}
	tx, err := bind.Transact(contract, &mine, data)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", what, reverts.Decode(err))
	}
	var receipt *types.Receipt
	err = each(ctx, func() (bool, error) {
		r, err := n.client.TransactionReceipt(ctx, tx.Hash())
		if errors.Is(err, ethereum.NotFound) {
			return false, nil
		}
		receipt = r
		return err == nil, err
	})
	if err != nil {
		return nil, fmt.Errorf("%s: wait for transaction %s: %w", what, tx.Hash(), err)
	}
	if receipt.Status != types.ReceiptStatusSuccessful {
		return nil, fmt.Errorf("%s: transaction %s reverted", what, tx.Hash())
	}
	return &Sent{what, opts.From, tx.Hash(), receipt.BlockNumber.Uint64(), new(big.Int).Mul(receipt.EffectiveGasPrice, new(big.Int).SetUint64(receipt.GasUsed))}, nil
}

// each asks again and again until it is done; a failure of the node is tried again until ctx ends.
func each(ctx context.Context, ask func() (bool, error)) error {
	ticker := time.NewTicker(pause)
	defer ticker.Stop()
	for {
		done, err := ask()
		if done {
			return nil
		}
		select {
		case <-ctx.Done():
			return errors.Join(ctx.Err(), err)
		case <-ticker.C:
		}
	}
}

// AddStake approves what is to be staked, where that is needed, and stakes it for an operator.
func (n *Network) AddStake(ctx context.Context, opts *bind.TransactOpts, operator common.Address, amount *big.Int) ([]*Sent, error) {
	held, err := view(ctx, n, n.Token, n.token.PackBalanceOf(opts.From), n.token.UnpackBalanceOf)
	if err != nil {
		return nil, fmt.Errorf("read the EML of %s: %w", opts.From, err)
	}
	if held.Cmp(amount) < 0 {
		return nil, fmt.Errorf("%s holds %s EML, less than the %s to stake: send it some (`ethml operator fund`)", opts.From, status.Ether(held), status.Ether(amount))
	}
	allowed, err := view(ctx, n, n.Token, n.token.PackAllowance(opts.From, n.Stake), n.token.UnpackAllowance)
	if err != nil {
		return nil, fmt.Errorf("read the allowance: %w", err)
	}
	var all []*Sent
	if allowed.Cmp(amount) < 0 {
		sent, err := n.Send(ctx, opts, "approve the stake", n.Token, nil, n.token.PackApprove(n.Stake, amount))
		if err != nil {
			return nil, err
		}
		all = append(all, sent)
	}
	data := n.stake.PackStake(amount)
	if operator != opts.From {
		data = n.stake.PackStakeFor(operator, amount)
	}
	sent, err := n.Send(ctx, opts, "stake", n.Stake, nil, data)
	if err != nil {
		return all, err
	}
	return append(all, sent), nil
}

// Unstake starts the way out for an amount of stake.
func (n *Network) Unstake(ctx context.Context, opts *bind.TransactOpts, amount *big.Int) (*Sent, error) {
	return n.Send(ctx, opts, "unstake", n.Stake, nil, n.stake.PackRequestUnstake(amount))
}

// Withdraw pays out what has unstaked.
func (n *Network) Withdraw(ctx context.Context, opts *bind.TransactOpts) (*Sent, error) {
	return n.Send(ctx, opts, "withdraw", n.Stake, nil, n.stake.PackWithdraw())
}

// Claim pays an account's rewards out to it; anybody may send that.
func (n *Network) Claim(ctx context.Context, opts *bind.TransactOpts, account common.Address) (*Sent, error) {
	return n.Send(ctx, opts, "claim", n.coordinator, nil, n.main.PackClaim(account))
}

// GiveEther sends ether.
func (n *Network) GiveEther(ctx context.Context, opts *bind.TransactOpts, to common.Address, wei *big.Int) (*Sent, error) {
	return n.Send(ctx, opts, "send ether", to, wei, nil)
}

// GiveEML sends EML.
func (n *Network) GiveEML(ctx context.Context, opts *bind.TransactOpts, to common.Address, wei *big.Int) (*Sent, error) {
	return n.Send(ctx, opts, "send EML", n.Token, nil, n.token.PackTransfer(to, wei))
}

// ChainTime is the head's time, which the contracts go by.
func (n *Network) ChainTime(ctx context.Context) (uint64, error) {
	head, err := n.client.HeaderByNumber(ctx, nil)
	if err != nil {
		return 0, fmt.Errorf("read the head: %w", err)
	}
	return head.Time, nil
}

// FirstBlock finds the Ethereum block in which the coordinator was deployed, for which the node needs old state.
func (n *Network) FirstBlock(ctx context.Context) (uint64, error) {
	high, err := n.client.BlockNumber(ctx)
	if err != nil {
		return 0, fmt.Errorf("read the head: %w", err)
	}
	for low := uint64(0); low < high; {
		middle := low + (high-low)/2
		code, err := n.client.CodeAt(ctx, n.coordinator, new(big.Int).SetUint64(middle))
		if err != nil {
			return 0, fmt.Errorf("read the coordinator's code at Ethereum block %d: %w", middle, err)
		}
		if len(code) == 0 {
			low = middle + 1
		} else {
			high = middle
		}
	}
	return high, nil
}
