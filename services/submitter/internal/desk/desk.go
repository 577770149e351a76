package desk

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"math/big"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/reverts"
	"github.com/ethml/ethml/services/submitter/internal/chain"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

// Chain is what is asked of the coordinator.
type Chain interface {
	Block(ctx context.Context) (bindings.BlockView, error)
	// Head is the newest Ethereum block's number, and its time in seconds since the Unix epoch.
	Head(ctx context.Context) (number, unix uint64, err error)
	Estimate(ctx context.Context, from common.Address, data []byte) (uint64, error)
	Commit(round.Commit) []byte
	Reveal(round.Reveal) []byte
}

// Transactions gets transactions mined.
type Transactions interface {
	Send(ctx context.Context, in txmgr.Intent) (common.Hash, error)
	Abandon(match func(key string) bool)
	GasPrice(ctx context.Context) (*big.Int, error)
}

// Rounds hears what became of what they asked for.
type Rounds interface {
	Sent(key journal.RoundKey, forReveal bool, hash common.Hash)
	Failed(key journal.RoundKey, forReveal bool, why string)
}

// Config says how a Desk works. The first five are required.
type Config struct {
	Coordinator common.Address
	Accounts    []common.Address
	Chain       Chain
	Txs         Transactions
	Guard       Guard
	Now         func() time.Time
	Log         *slog.Logger
	// Broadcast hears how long a commit took from the last report to the broadcast; default none.
	Broadcast func(time.Duration)
	// Trace hears which step of the transaction of a key has ended, by spans' names; default none.
	Trace func(key, step string)
	// Pause waits; default: for real.
	Pause func(ctx context.Context, d time.Duration)
	// Work and Changed pass on what isn't the desk's; required.
	Work    func(round.Work)
	Changed func(round.Status)
}

// Desk carries out commits and reveals. It implements round.Effects.
type Desk struct {
	c      Config
	rounds Rounds
	queues map[common.Address]*queue
	over   *queue
	until  atomic.Uint64 // when the newest reveal phase ends, seconds since the Unix epoch
}

// RevealsUntil is when the reveal phase ends that this desk last revealed in, seconds since the Unix epoch; zero before.
func (d *Desk) RevealsUntil() uint64 { return d.until.Load() }

// New makes a desk; Run starts it.
func New(c Config) *Desk {
	d := &Desk{c: c, queues: map[common.Address]*queue{}, over: newQueue()}
	for _, a := range c.Accounts {
		d.queues[a] = newQueue()
	}
	if d.c.Pause == nil {
		d.c.Pause = pause
	}
	if d.c.Broadcast == nil {
		d.c.Broadcast = func(time.Duration) {}
	}
	if d.c.Trace == nil {
		d.c.Trace = func(string, string) {}
	}
	return d
}

// Run works until ctx ends; what is in hand then is finished.
func (d *Desk) Run(ctx context.Context, rounds Rounds) {
	d.rounds = rounds
	var group sync.WaitGroup
	for _, q := range d.queues {
		group.Go(func() { q.run(ctx) })
	}
	group.Go(func() { d.over.run(ctx) })
	group.Wait()
}

func pause(ctx context.Context, d time.Duration) {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
	case <-timer.C:
	}
}

// Drain carries out what is queued in the caller's goroutine, instead of Run: for simulated time.
func (d *Desk) Drain(ctx context.Context, rounds Rounds) {
	d.rounds = rounds
	for _, a := range d.c.Accounts {
		d.queues[a].drain(ctx)
	}
	d.over.drain(ctx)
}

// Left counts what is still to be carried out.
func (d *Desk) Left() int {
	n := 0
	for _, q := range d.queues {
		n += q.len()
	}
	return n
}

// Steps that Config.Trace hears of, beside the transaction manager's.
const (
	Asked = ""      // it is wanted
	Built = "build" // its data and gas are known
)

// Key names the transaction of a round; kind is commit, reveal, settle, ...
func Key(kind string, challenge common.Hash, miner common.Address) string {
	return fmt.Sprintf("%s/%x/%x", kind, challenge[:], miner[:])
}

// Commit implements round.Effects.
func (d *Desk) Commit(c round.Commit) {
	d.c.Trace(Key("commit", c.Challenge, c.Miner), Asked)
	d.queues[c.Miner].add(func(ctx context.Context) { d.commit(ctx, c) })
}

// Reveal implements round.Effects.
func (d *Desk) Reveal(r round.Reveal) {
	d.c.Trace(Key("reveal", r.Challenge, r.Miner), Asked)
	d.queues[r.Miner].add(func(ctx context.Context) { d.reveal(ctx, r) })
}

// Over implements round.Effects.
func (d *Desk) Over(challenge common.Hash) {
	part := fmt.Sprintf("/%x/", challenge[:])
	d.over.add(func(context.Context) {
		d.c.Txs.Abandon(func(key string) bool { return strings.Contains(key, part) })
	})
}

// Work implements round.Effects.
func (d *Desk) Work(w round.Work) { d.c.Work(w) }

// Changed implements round.Effects.
func (d *Desk) Changed(s round.Status) { d.c.Changed(s) }

// Gas of commits. An estimate is taken as it is plus half; the fixed amount stands in where the chain can't give one.
const commitGas = 400_000

func (d *Desk) commit(ctx context.Context, c round.Commit) {
	key := journal.RoundKey{Challenge: c.Challenge, Miner: c.Miner}
	data := d.c.Chain.Commit(c)
	gas, err := d.c.Chain.Estimate(ctx, c.Miner, data)
	switch {
	case err == nil:
		gas += gas/2 + 20_000
	case reverts.Is(err, "EthML_TooEarly"):
		// The node ran it in the very block that opened the virtual block; the transaction will be in a later one.
		gas = commitGas
	default:
		d.fail(key, false, err)
		return
	}
	if err := d.c.Guard.Worth(ctx, d.c.Txs.GasPrice, c); err != nil {
		d.fail(key, false, err)
		return
	}
	d.c.Trace(Key("commit", c.Challenge, c.Miner), Built)
	hash, err := d.c.Txs.Send(ctx, txmgr.Intent{Key: Key("commit", c.Challenge, c.Miner), Account: c.Miner, To: d.c.Coordinator, Data: data, Gas: gas})
	if err != nil {
		d.fail(key, false, err)
		return
	}
	if !c.ReportedAt.IsZero() {
		d.c.Broadcast(d.c.Now().Sub(c.ReportedAt))
	}
	d.queues[c.Miner].failure = ""
	d.c.Log.Info("commit sent", "number", c.Number, "miner", c.Miner, "hash", hash)
	d.rounds.Sent(key, false, hash)
}

// Gas of reveals: enough to settle the block and run its callbacks, since any reveal may be the last. What isn't used costs
// nothing. No transaction may have more than 2^24 (EIP-7825).
const (
	revealBaseGas    = 1_700_000 // the reveal, and opening the next block from a queue that is in use
	revealRequestGas = 190_000   // ending a request, or putting it back into the queue
	maxGas           = 1 << 24
)

func revealGas(r round.Reveal) uint64 {
	callbacks := r.CallbackGas + r.CallbackGas/32 // the 63/64 rule and some
	return min(revealBaseGas+revealRequestGas*uint64(len(r.Vector.Words))+callbacks, maxGas)
}

// The node asked may be some blocks behind the watcher's; that many times, at this distance, it is asked again before the next
// head is waited for.
const (
	lagTries = 5
	lagPause = 60 * time.Millisecond
)

var errNodeBehind = errors.New("this node has not seen the commits close yet")

func (d *Desk) reveal(ctx context.Context, r round.Reveal) {
	key := journal.RoundKey{Challenge: r.Challenge, Miner: r.Miner}
	// A reveal is public from the moment it is broadcast. So that no watcher, however wrong, can make it leave while
	// others may still commit, the chain itself is asked.
	deadline, err := d.closed(ctx, r)
	for try := 1; errors.Is(err, errNodeBehind) && try < lagTries; try++ {
		d.c.Pause(ctx, lagPause)
		deadline, err = d.closed(ctx, r)
	}
	if err != nil {
		d.fail(key, true, err)
		return
	}
	d.c.Trace(Key("reveal", r.Challenge, r.Miner), Built)
	d.until.Store(deadline)
	hash, err := d.c.Txs.Send(ctx, txmgr.Intent{
		Key: Key("reveal", r.Challenge, r.Miner), Account: r.Miner, To: d.c.Coordinator, Data: d.c.Chain.Reveal(r), Gas: revealGas(r),
		Urgent: true, Deadline: deadline,
	})
	if err != nil {
		d.fail(key, true, err)
		return
	}
	d.queues[r.Miner].failure = ""
	d.c.Log.Info("reveal sent", "number", r.Number, "miner", r.Miner, "hash", hash)
	d.rounds.Sent(key, true, hash)
}

// closed checks that commits are closed, and tells until when reveals are taken (seconds since the Unix epoch).
func (d *Desk) closed(ctx context.Context, r round.Reveal) (until uint64, err error) {
	b, err := d.c.Chain.Block(ctx)
	switch {
	case err != nil:
		return 0, err
	case b.Number < r.Number, b.Number == r.Number && b.Phase == chain.PhaseCommit:
		return 0, errNodeBehind
	case b.Number > r.Number, b.Phase == chain.PhaseIdle:
		return 0, fmt.Errorf("block %d is over", r.Number)
	case common.Hash(b.Challenge) != r.Challenge:
		return 0, fmt.Errorf("block %d has another challenge on this node: %w", r.Number, errNodeBehind)
	}
	// One that comes too late would only burn gas, and with each new head again until somebody settles.
	number, now, err := d.c.Chain.Head(ctx)
	if err != nil {
		return 0, err
	}
	if now >= b.RevealEndsAt && number >= b.RevealEndsAtBlock {
		return 0, fmt.Errorf("the reveal window of block %d ended at %d, in Ethereum block %d", r.Number, b.RevealEndsAt, b.RevealEndsAtBlock)
	}
	return b.RevealEndsAt, nil
}

// fail logs at a level that fits, and lets the rounds ask again.
func (d *Desk) fail(key journal.RoundKey, forReveal bool, err error) {
	level := slog.LevelWarn
	if r, ok := chain.IsRevert(err); ok {
		switch r.Name {
		case "EthML_WrongPhase", "EthML_WrongBlock", "EthML_Idle", "EthML_SeatTaken", "EthML_AlreadyRevealed":
			// Others were faster, which is how it goes.
			level = slog.LevelInfo
		}
	}
	if q := d.queues[key.Miner]; q.failure == err.Error() {
		level = slog.LevelDebug
	} else {
		q.failure = err.Error()
	}
	d.c.Log.Log(context.Background(), level, "not sent", "step", map[bool]string{false: "commit", true: "reveal"}[forReveal], "challenge", key.Challenge, "miner", key.Miner, "error", err)
	d.rounds.Failed(key, forReveal, err.Error())
}
