package keeper

import (
	"context"
	"fmt"
	"log/slog"
	"math/big"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/services/submitter/internal/chain"
	"github.com/ethml/ethml/services/submitter/internal/desk"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

// Chain is what is asked of the coordinator.
type Chain interface {
	Block(ctx context.Context) (bindings.BlockView, error)
	Rewards(ctx context.Context, account common.Address) (*big.Int, error)
	Estimate(ctx context.Context, from common.Address, data []byte) (uint64, error)
	CloseCommit(number uint64) []byte
	Settle(number uint64, vectors []round.Vector) []byte
	OpenBlock() []byte
	Expire(id uint64) []byte
	Claim(account common.Address) []byte
}

// Transactions gets transactions mined.
type Transactions interface {
	Send(ctx context.Context, in txmgr.Intent) (common.Hash, error)
	GasPrice(ctx context.Context) (*big.Int, error)
}

// Rounds tell the situation.
type Rounds interface {
	Situation() round.Situation
	Settling(key journal.RoundKey, hash common.Hash)
	AddVectors(number uint64, vectors map[common.Address]round.Vector)
}

// Reveals finds the reveals of a block in the watcher's history.
type Reveals interface {
	Reveals(ctx context.Context, b *round.Block) (map[common.Address]round.Vector, error)
}

// Config says how a Keeper works. All but Price and Trace are required.
type Config struct {
	Coordinator      common.Address
	Accounts         []common.Address
	Seats, Threshold int
	Chain            Chain
	Txs              Transactions
	Rounds           Rounds
	Reveals          Reveals
	// RankDelay is the seconds between the ranks of those who may take a step.
	RankDelay uint64
	// ClaimAbove is from what reward on an account claims, wei of EML; nil never claims.
	ClaimAbove *big.Int
	// Price of one EML in wei of ether; with it, claims wait until they are worth ten times their gas.
	Price *big.Int
	// Trace hears which step of the transaction of a key has ended, as desk's does; default none.
	Trace func(key, step string)
	Log   *slog.Logger
}

// Keeper takes permissionless steps. Its methods are for one goroutine.
type Keeper struct {
	c         Config
	challenge common.Hash // whose limits are held
	phase     round.Phase
	limits    Limits
	tried     map[string]uint64 // step to the head after which it may be tried again
	looked    map[common.Address]uint64
}

// New makes a keeper.
func New(c Config) *Keeper {
	if c.Trace == nil {
		c.Trace = func(string, string) {}
	}
	return &Keeper{c: c, tried: map[string]uint64{}, looked: map[common.Address]uint64{}}
}

// retryHeads is how many heads a step waits after a try, so that it has time to be mined or the reason to pass.
const retryHeads = 3

// claimEvery is how many heads pass between two looks at an account's rewards.
const claimEvery = 50

// Head takes the steps that are due.
func (k *Keeper) Head(ctx context.Context) {
	s := k.c.Rounds.Situation()
	if !s.Live {
		return
	}
	if err := k.learn(ctx, s); err != nil {
		if ctx.Err() == nil {
			k.c.Log.Warn("limits of the open block not read", "error", err)
		}
		return
	}
	for key, until := range k.tried {
		if s.Head.Number >= until {
			delete(k.tried, key)
		}
	}
	for _, step := range Due(s, k.limits, k.c.Accounts, k.c.RankDelay) {
		k.take(ctx, s, step)
	}
	k.claim(ctx, s.Head.Number)
}

// learn reads the limits of the open block once for each of its phases.
func (k *Keeper) learn(ctx context.Context, s round.Situation) error {
	if s.Block == nil || k.challenge == s.Block.Challenge && k.phase == s.Block.Phase {
		return nil
	}
	b, err := k.c.Chain.Block(ctx)
	if err != nil {
		return err
	}
	if common.Hash(b.Challenge) != s.Block.Challenge || s.Block.Phase == round.RevealPhase && b.RevealEndsAt == 0 {
		k.challenge, k.limits = common.Hash{}, Limits{} // this node is at another head than the watcher
		return nil
	}
	k.challenge, k.phase = s.Block.Challenge, s.Block.Phase
	k.limits = Limits{
		CommitWindow: uint64(b.Parameters.CommitWindow), MaxCommitTime: uint64(b.Parameters.MaxCommitTime),
		RevealEndsAt: b.RevealEndsAt, RevealEndsAtBlock: b.RevealEndsAtBlock, Seats: k.c.Seats, Threshold: k.c.Threshold,
	}
	if s.Block.Phase == round.CommitPhase {
		k.limits.RevealEndsAt, k.limits.RevealEndsAtBlock = 0, 0
	}
	return nil
}

func (k *Keeper) take(ctx context.Context, s round.Situation, step Step) {
	key := fmt.Sprintf("%s/%x/%d", step.Kind, step.Challenge[:], step.Request)
	if step.Kind == Open {
		key = fmt.Sprintf("%s/%x/%d", step.Kind, s.LastEnded[:], s.IdleSince.Number)
	}
	if _, wait := k.tried[key]; wait {
		return
	}
	k.tried[key] = s.Head.Number + retryHeads
	data, err := k.data(ctx, s, step)
	if err == nil {
		var hash common.Hash
		if hash, err = k.send(ctx, key, step.Account, data); err == nil {
			k.c.Log.Info("permissionless step sent", "step", step.Kind, "number", step.Number, "request_id", step.Request, "account", step.Account, "hash", hash)
			if step.Kind == Settle {
				k.c.Rounds.Settling(journal.RoundKey{Challenge: step.Challenge, Miner: step.Account}, hash)
			}
			return
		}
	}
	level := slog.LevelWarn
	if _, ok := chain.IsRevert(err); ok {
		level = slog.LevelDebug // somebody else was faster, or it isn't due by this node's clock
	}
	k.c.Log.Log(ctx, level, "permissionless step not sent", "step", step.Kind, "number", step.Number, "request_id", step.Request, "error", err)
}

func (k *Keeper) data(ctx context.Context, s round.Situation, step Step) ([]byte, error) {
	switch step.Kind {
	case Close:
		return k.c.Chain.CloseCommit(step.Number), nil
	case Open:
		return k.c.Chain.OpenBlock(), nil
	case Expire:
		return k.c.Chain.Expire(step.Request), nil
	}
	vectors, complete := Vectors(s.Block)
	if !complete {
		found, err := k.c.Reveals.Reveals(ctx, s.Block)
		if err != nil {
			return nil, fmt.Errorf("find the reveals of block %d: %w", step.Number, err)
		}
		k.c.Rounds.AddVectors(step.Number, found)
		again := k.c.Rounds.Situation()
		if again.Block == nil || again.Block.Challenge != step.Challenge {
			return nil, fmt.Errorf("block %d ended meanwhile", step.Number)
		}
		if vectors, complete = Vectors(again.Block); !complete {
			return nil, fmt.Errorf("the watcher's history lacks reveals of block %d", step.Number)
		}
	}
	return k.c.Chain.Settle(step.Number, vectors), nil
}

// maxGas is the most a transaction may have (EIP-7825).
const maxGas = 1 << 24

// send simulates a step, so that one that somebody else took already costs nothing, and sends it.
func (k *Keeper) send(ctx context.Context, key string, account common.Address, data []byte) (common.Hash, error) {
	k.c.Trace(key, desk.Asked)
	gas, err := k.c.Chain.Estimate(ctx, account, data)
	if err != nil {
		return common.Hash{}, err
	}
	k.c.Trace(key, desk.Built)
	return k.c.Txs.Send(ctx, txmgr.Intent{Key: key, Account: account, To: k.c.Coordinator, Data: data, Gas: min(gas+gas/2+50_000, maxGas)})
}

// claim pays out rewards that are large enough.
func (k *Keeper) claim(ctx context.Context, head uint64) {
	if k.c.ClaimAbove == nil {
		return
	}
	for _, account := range k.c.Accounts {
		last, seen := k.looked[account]
		if seen && head >= last && head-last < claimEvery {
			continue
		}
		k.looked[account] = head
		rewards, err := k.c.Chain.Rewards(ctx, account)
		if err != nil {
			k.c.Log.Warn("rewards not read", "account", account, "error", err)
			continue
		}
		if rewards.Sign() == 0 || rewards.Cmp(k.c.ClaimAbove) < 0 || !k.worthClaiming(ctx, rewards) {
			continue
		}
		key := fmt.Sprintf("claim/%x/%d", account[:], head)
		if hash, err := k.send(ctx, key, account, k.c.Chain.Claim(account)); err != nil {
			k.c.Log.Warn("rewards not claimed", "account", account, "error", err)
		} else {
			k.c.Log.Info("rewards claimed", "account", account, "wei", rewards, "hash", hash)
		}
	}
}

const claimGas = 90_000

func (k *Keeper) worthClaiming(ctx context.Context, rewards *big.Int) bool {
	if k.c.Price == nil || k.c.Price.Sign() == 0 {
		return true
	}
	price, err := k.c.Txs.GasPrice(ctx)
	if err != nil {
		return false
	}
	value := new(big.Int).Mul(rewards, k.c.Price)
	value.Div(value, big.NewInt(1e18))
	return value.Cmp(new(big.Int).Mul(price, big.NewInt(10*claimGas))) >= 0
}
