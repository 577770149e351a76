// Package chain speaks to the coordinator and its stake contract through an Ethereum node: views, calldata, and what a
// transaction would do.
package chain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/holiman/uint256"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/reverts"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

// Node is what is asked of an Ethereum node.
type Node interface {
	ChainID(ctx context.Context) (*big.Int, error)
	CodeAt(ctx context.Context, account common.Address, block *big.Int) ([]byte, error)
	CallContract(ctx context.Context, msg ethereum.CallMsg, block *big.Int) ([]byte, error)
	EstimateGas(ctx context.Context, msg ethereum.CallMsg) (uint64, error)
	BalanceAt(ctx context.Context, account common.Address, block *big.Int) (*big.Int, error)
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
}

// callTimeout bounds one call to the node.
const callTimeout = 5 * time.Second

// Client reads one coordinator.
type Client struct {
	node        Node
	Coordinator common.Address
	Stake       common.Address
	ChainID     *big.Int
	Seats       int
	Threshold   int
	ethml       *bindings.EthML
	stake       *bindings.OperatorStake
}

// Dial checks that the node is on the chain that is meant and that the coordinator is there.
func Dial(ctx context.Context, node Node, url string, chainID uint64, coordinator common.Address) (*Client, error) {
	c := &Client{node: node, Coordinator: coordinator, ethml: bindings.NewEthML(), stake: bindings.NewOperatorStake()}
	callCtx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	var err error
	if c.ChainID, err = node.ChainID(callCtx); err != nil {
		return nil, fmt.Errorf("no Ethereum node answers at %s (--rpc): %w", url, err)
	}
	if chainID != 0 && (!c.ChainID.IsUint64() || c.ChainID.Uint64() != chainID) {
		return nil, fmt.Errorf("the node at %s is on chain %s, not %d: point --rpc at another node, or correct --chain-id", url, c.ChainID, chainID)
	}
	code, err := node.CodeAt(callCtx, coordinator, nil)
	if err != nil {
		return nil, fmt.Errorf("read the coordinator's code: %w", err)
	}
	if len(code) == 0 {
		return nil, fmt.Errorf("no contract at %s on chain %s: correct --coordinator, or deploy the contracts first", coordinator, c.ChainID)
	}
	if c.Stake, err = view(ctx, c, coordinator, c.ethml.PackOperatorStake(), c.ethml.UnpackOperatorStake); err != nil {
		return nil, fmt.Errorf("contract %s is not an EthML coordinator: %w", coordinator, err)
	}
	seats, err := view(ctx, c, coordinator, c.ethml.PackSEATS(), c.ethml.UnpackSEATS)
	if err != nil {
		return nil, fmt.Errorf("read seats: %w", err)
	}
	threshold, err := view(ctx, c, coordinator, c.ethml.PackTHRESHOLD(), c.ethml.UnpackTHRESHOLD)
	if err != nil {
		return nil, fmt.Errorf("read threshold: %w", err)
	}
	c.Seats, c.Threshold = int(seats.Int64()), int(threshold.Int64())
	return c, nil
}

func view[T any](ctx context.Context, c *Client, to common.Address, data []byte, unpack func([]byte) (T, error)) (T, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	var zero T
	out, err := c.node.CallContract(ctx, ethereum.CallMsg{To: &to, Data: data}, nil)
	if err != nil {
		return zero, reverts.Decode(err)
	}
	return unpack(out)
}

// Phases as they stand on chain.
const (
	PhaseIdle   = 0
	PhaseCommit = 1
	PhaseReveal = 2
)

// Block is the coordinator's open block, or what comes next when idle.
func (c *Client) Block(ctx context.Context) (bindings.BlockView, error) {
	b, err := view(ctx, c, c.Coordinator, c.ethml.PackGetBlock(), c.ethml.UnpackGetBlock)
	if err != nil {
		return b, fmt.Errorf("read open block: %w", err)
	}
	return b, nil
}

// Head is the newest Ethereum block's number, and its time in seconds since the Unix epoch.
func (c *Client) Head(ctx context.Context) (number, unix uint64, err error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	h, err := c.node.HeaderByNumber(ctx, nil)
	if err != nil {
		return 0, 0, fmt.Errorf("read head: %w", err)
	}
	return h.Number.Uint64(), h.Time, nil
}

// Request is one request.
func (c *Client) Request(ctx context.Context, id uint64) (bindings.RequestView, error) {
	data := c.ethml.PackGetRequest(new(big.Int).SetUint64(id))
	r, err := view(ctx, c, c.Coordinator, data, c.ethml.UnpackGetRequest)
	if err != nil {
		return r, fmt.Errorf("read request %d: %w", id, err)
	}
	return r, nil
}

// Rewards are what an account can claim, wei of EML.
func (c *Client) Rewards(ctx context.Context, account common.Address) (*big.Int, error) {
	r, err := view(ctx, c, c.Coordinator, c.ethml.PackRewardsOf(account), c.ethml.UnpackRewardsOf)
	if err != nil {
		return nil, fmt.Errorf("read rewards of %s: %w", account, err)
	}
	return new(big.Int).Add(r.Minted, r.Tips), nil
}

// StakeOf is an account's active stake, wei of EML.
func (c *Client) StakeOf(ctx context.Context, account common.Address) (*big.Int, error) {
	s, err := view(ctx, c, c.Stake, c.stake.PackStakeOf(account), c.stake.UnpackStakeOf)
	if err != nil {
		return nil, fmt.Errorf("read stake of %s: %w", account, err)
	}
	return s, nil
}

// MinStake is what a seat takes, wei of EML.
func (c *Client) MinStake(ctx context.Context) (*big.Int, error) {
	s, err := view(ctx, c, c.Coordinator, c.ethml.PackMinStake(), c.ethml.UnpackMinStake)
	if err != nil {
		return nil, fmt.Errorf("read minimum stake: %w", err)
	}
	return s, nil
}

// Paused reports whether new blocks are stopped.
func (c *Client) Paused(ctx context.Context) (bool, error) {
	p, err := view(ctx, c, c.Coordinator, c.ethml.PackPaused(), c.ethml.UnpackPaused)
	if err != nil {
		return false, fmt.Errorf("read pause: %w", err)
	}
	return p, nil
}

// Balance is an account's wei of ether.
func (c *Client) Balance(ctx context.Context, account common.Address) (*big.Int, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	b, err := c.node.BalanceAt(ctx, account, nil)
	if err != nil {
		return nil, fmt.Errorf("read balance of %s: %w", account, err)
	}
	return b, nil
}

// Estimate is the gas a call to the coordinator would use. A revert comes back as *reverts.Error.
func (c *Client) Estimate(ctx context.Context, from common.Address, data []byte) (uint64, error) {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	gas, err := c.node.EstimateGas(ctx, ethereum.CallMsg{From: from, To: &c.Coordinator, Data: data})
	if err != nil {
		return 0, reverts.Decode(err)
	}
	return gas, nil
}

// Reason is why a mined transaction failed: it is run again on the state before its block.
func (c *Client) Reason(ctx context.Context, from common.Address, tx *types.Transaction, receipt *types.Receipt) string {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	// Behind a proxy a sixty-fourth is left over.
	if receipt.GasUsed >= tx.Gas()-tx.Gas()/32 {
		return "out of gas"
	}
	msg := ethereum.CallMsg{From: from, To: tx.To(), Data: tx.Data(), Gas: tx.Gas()}
	_, err := c.node.CallContract(ctx, msg, receipt.BlockNumber)
	if err == nil {
		// The rest of the block changed what it met; before the block it may have met something else.
		_, err = c.node.CallContract(ctx, msg, new(big.Int).Sub(receipt.BlockNumber, big.NewInt(1)))
	}
	if err == nil {
		return "reverted, for a reason that is gone by now"
	}
	return reverts.Decode(err).Error()
}

// Commit is the calldata that takes a seat.
func (c *Client) Commit(r round.Commit) []byte {
	return c.ethml.PackCommitSolution(new(big.Int).SetUint64(r.Number), r.Commitment, r.Nonce.Big())
}

// Reveal is the calldata that opens a commitment.
func (c *Client) Reveal(r round.Reveal) []byte {
	return c.ethml.PackRevealSolution(new(big.Int).SetUint64(r.Number), r.Miner, bigs(r.Vector.Words), r.Vector.Statuses, r.Salt)
}

// CloseCommit is the calldata that closes the commit phase.
func (c *Client) CloseCommit(number uint64) []byte {
	return c.ethml.PackCloseCommit(new(big.Int).SetUint64(number))
}

// Settle is the calldata that settles a block.
func (c *Client) Settle(number uint64, vectors []round.Vector) []byte {
	out := make([]bindings.Vector, len(vectors))
	for i, v := range vectors {
		out[i] = bindings.Vector{Predictions: bigs(v.Words), Statuses: v.Statuses}
	}
	return c.ethml.PackSettle(new(big.Int).SetUint64(number), out)
}

// OpenBlock is the calldata that opens a block.
func (c *Client) OpenBlock() []byte { return c.ethml.PackOpenBlock() }

// Expire is the calldata that expires a request.
func (c *Client) Expire(id uint64) []byte { return c.ethml.PackExpire(new(big.Int).SetUint64(id)) }

// Claim is the calldata that pays out rewards.
func (c *Client) Claim(account common.Address) []byte { return c.ethml.PackClaim(account) }

func bigs(words []common.Hash) []*big.Int {
	out := make([]*big.Int, len(words))
	for i, w := range words {
		out[i] = w.Big()
	}
	return out
}

// IsRevert reports whether an error is a contract's refusal rather than a node's trouble.
func IsRevert(err error) (*reverts.Error, bool) {
	var r *reverts.Error
	return r, errors.As(err, &r)
}

// View is the chain's present state from the contract's views: what a watcher's snapshot tells, less the requests that wait.
func (c *Client) View(ctx context.Context) (round.View, error) {
	var v round.View
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	header, err := c.node.HeaderByNumber(ctx, nil)
	if err != nil {
		return v, fmt.Errorf("read head: %w", err)
	}
	v.Head = round.Head{Number: header.Number.Uint64(), Hash: header.Hash(), Time: header.Time}
	// All of one block, so that the parts fit together.
	out, err := c.node.CallContract(ctx, ethereum.CallMsg{To: &c.Coordinator, Data: c.ethml.PackGetBlock()}, header.Number)
	if err != nil {
		return v, fmt.Errorf("read open block: %w", reverts.Decode(err))
	}
	b, err := c.ethml.UnpackGetBlock(out)
	if err != nil || b.Phase == PhaseIdle {
		return v, err
	}
	if out, err = c.node.CallContract(ctx, ethereum.CallMsg{To: &c.Coordinator, Data: c.ethml.PackGetSeats()}, header.Number); err != nil {
		return v, fmt.Errorf("read seats: %w", reverts.Decode(err))
	}
	seats, err := c.ethml.UnpackGetSeats(out)
	if err != nil {
		return v, fmt.Errorf("read seats: %w", err)
	}
	v.Open, err = openBlock(b, seats)
	return v, err
}

func openBlock(b bindings.BlockView, seats []bindings.Seat) (*round.Block, error) {
	difficulty, overflow := uint256.FromBig(b.Difficulty)
	if overflow {
		return nil, errors.New("difficulty out of range")
	}
	out := &round.Block{
		Number: b.Number, Challenge: b.Challenge, Phase: round.CommitPhase,
		Target: protocol.TargetSchedule{Difficulty: difficulty, OpenedAt: b.OpenedAt,
			CommitWindow: time.Duration(b.Parameters.CommitWindow) * time.Second},
		OpenedAt: round.Head{Number: b.OpenedAtBlock, Time: b.OpenedAt},
	}
	if b.Phase == PhaseReveal {
		out.Phase = round.RevealPhase
		out.ClosedAt = round.Head{Number: b.CommitClosedAtBlock, Time: b.CommitClosedAt}
	}
	for _, id := range b.Ids {
		out.Requests = append(out.Requests, id.Uint64())
	}
	for _, s := range seats {
		seat := round.Seat{Miner: s.Miner, Revealed: s.Revealed}
		if s.Revealed {
			// The view holds the result hash by now; what the commitment was no longer matters.
			seat.Opened = s.Hash
		} else {
			seat.Commitment = s.Hash
		}
		out.Seats = append(out.Seats, seat)
	}
	return out, out.Target.Check()
}
