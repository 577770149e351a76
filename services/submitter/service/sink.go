package service

import (
	"context"
	"encoding/hex"
	"fmt"
	"log/slog"
	"math/big"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/common"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/submitter/internal/chain"
	"github.com/ethml/ethml/services/submitter/internal/desk"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/keeper"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/stream"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

// sink passes what the watcher tells to the rounds at once, and to what talks to the Ethereum node through a goroutine of
// its own, so that a slow node never holds up an event.
type sink struct {
	rounds   *round.Machine
	txs      *txmgr.Manager
	keeper   *keeper.Keeper
	chain    *chain.Client
	accounts []common.Address
	log      *slog.Logger
	metrics  *metrics

	mu   sync.Mutex // held while a snapshot is taken in, from the watcher or from the node
	live bool       // the watcher's stream is up

	heads chan round.Head // the newest head, for follow
	stake chan struct{}   // stakes may have changed
	reorg chan uint64     // lowest ancestor not yet looked at
}

func newSink() *sink {
	return &sink{heads: make(chan round.Head, 1), stake: make(chan struct{}, 1), reorg: make(chan uint64, 1)}
}

// Snapshot implements stream.Sink.
func (s *sink) Snapshot(ctx context.Context, v round.View) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.live = true
	return s.reset(ctx, v)
}

func (s *sink) reset(ctx context.Context, v round.View) error {
	// What was mined meanwhile decides what became of rounds whose block is over. A node that doesn't answer must not
	// keep the reveals from going on.
	if err := s.txs.Reorganised(ctx, 0); err != nil {
		s.log.Warn("transactions not looked up", "error", err)
	}
	if paused, err := s.chain.Paused(ctx); err == nil {
		s.rounds.SetPaused(paused)
	}
	mined := s.txs.Mined()
	if err := s.rounds.Reset(v, func(k journal.RoundKey) bool { return mined[desk.Key("reveal", k.Challenge, k.Miner)] }); err != nil {
		return err
	}
	wake(s.stake)
	s.pushHead(v.Head)
	return nil
}

func wake(c chan struct{}) {
	select {
	case c <- struct{}{}:
	default:
	}
}

// pushHead leaves the newest head for follow.
func (s *sink) pushHead(h round.Head) {
	for {
		select {
		case s.heads <- h:
			return
		default:
		}
		select {
		case <-s.heads:
		default:
		}
	}
}

// Head implements stream.Sink.
func (s *sink) Head(_ context.Context, h round.Head) {
	s.rounds.Head(h)
	s.pushHead(h)
}

// Disconnected implements stream.Sink.
func (s *sink) Disconnected() {
	s.mu.Lock()
	s.live = false
	s.mu.Unlock()
	s.rounds.Disconnected()
}

// Reorganised implements stream.Sink.
func (s *sink) Reorganised(ctx context.Context, ancestor uint64) {
	if err := s.txs.Reorganised(ctx, ancestor); err != nil {
		s.log.Warn("transactions not looked up after a reorganisation", "error", err)
	}
}

// Event implements stream.Sink.
func (s *sink) Event(_ context.Context, e *ethmlv1.Event, before []byte) error {
	at := stream.PositionOf(e.GetPosition())
	var err error
	switch k := e.GetKind().(type) {
	case *ethmlv1.Event_RequestQueued:
		var r round.Request
		if r, err = stream.RequestOf(k.RequestQueued); err == nil {
			s.rounds.Queued(r)
		}
	case *ethmlv1.Event_RequestEnded:
		s.rounds.RequestEnded(k.RequestEnded.GetId())
	case *ethmlv1.Event_BlockOpened:
		var b round.Block
		if b, err = stream.BlockOf(k.BlockOpened, at); err == nil {
			b.Cursor = before
			err = s.rounds.Opened(b)
		}
	case *ethmlv1.Event_SolutionCommitted:
		var seat round.Seat
		if seat, err = stream.SeatOf(k.SolutionCommitted.GetSeat()); err == nil {
			s.rounds.Seated(k.SolutionCommitted.GetNumber(), seat)
		}
	case *ethmlv1.Event_CommitClosed:
		s.rounds.Closed(k.CommitClosed.GetNumber(), at)
	case *ethmlv1.Event_SolutionRevealed:
		var miner common.Address
		var vector round.Vector
		if miner, vector, err = stream.RevealOf(k.SolutionRevealed); err == nil {
			s.rounds.RevealSeen(k.SolutionRevealed.GetNumber(), miner, vector, at)
		}
	case *ethmlv1.Event_BlockEnded:
		s.rounds.Ended(k.BlockEnded.GetNumber())
	case *ethmlv1.Event_StakeChanged:
		if slices.Contains(s.accounts, common.BytesToAddress(k.StakeChanged.GetOperator())) {
			wake(s.stake)
		}
	case *ethmlv1.Event_MinerSlashed:
		if miner := common.BytesToAddress(k.MinerSlashed.GetMiner()); slices.Contains(s.accounts, miner) {
			s.log.Error("slashed", "number", k.MinerSlashed.GetNumber(), "miner", miner,
				"wei", new(big.Int).SetBytes(k.MinerSlashed.GetAmount()), "cause", k.MinerSlashed.GetCause())
			s.metrics.wasSlashed(k.MinerSlashed)
			wake(s.stake)
		}
	case *ethmlv1.Event_RewardsClaimed:
		if slices.Contains(s.accounts, common.BytesToAddress(k.RewardsClaimed.GetAccount())) {
			s.metrics.wasPaid(k.RewardsClaimed)
		}
	case *ethmlv1.Event_ParametersChanged:
		wake(s.stake)
	case *ethmlv1.Event_PauseChanged:
		s.rounds.SetPaused(k.PauseChanged.GetPaused())
	}
	if err != nil {
		return fmt.Errorf("event in Ethereum block %d: %w", at.Number, err)
	}
	return nil
}

// follow does what needs the Ethereum node, once for the newest head.
func (s *sink) follow(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-s.stake:
			s.checkStakes(ctx)
		case h := <-s.heads:
			if err := s.txs.Head(ctx, txmgr.Head{Number: h.Number, Time: h.Time}); err != nil && ctx.Err() == nil {
				s.log.Warn("transactions not followed", "error", err)
			}
			s.keeper.Head(ctx)
			s.foresee(ctx)
		}
	}
}

// foresee reads prices ahead while a commit may become due, so that it need not wait for them.
func (s *sink) foresee(ctx context.Context) {
	if b := s.rounds.Situation().Block; b == nil || b.Phase != round.CommitPhase {
		return
	}
	if _, err := s.txs.GasPrice(ctx); err != nil && ctx.Err() == nil {
		s.log.Warn("gas price not read", "error", err)
	}
}

// checkStakes bars accounts whose stake is too small for a seat.
func (s *sink) checkStakes(ctx context.Context) {
	least, err := s.chain.MinStake(ctx)
	if ctx.Err() != nil {
		return
	}
	if err != nil {
		s.log.Warn("stakes not read", "error", err)
		return
	}
	for _, a := range s.accounts {
		stake, err := s.chain.StakeOf(ctx, a)
		if err != nil {
			s.log.Warn("stakes not read", "error", err)
			return
		}
		why := ""
		if stake.Cmp(least) < 0 {
			why = fmt.Sprintf("stake of %s wei is below the %s that a seat takes", stake, least)
			s.log.Warn("account can't take seats", "account", a, "stake_wei", stake, "minimum_wei", least)
		}
		s.rounds.Bar(a, why)
	}
}

// standbyAfter is how long the watcher may be away before the node is asked directly, and standbyEvery how often then.
const (
	standbyAfter = 5 * time.Second
	standbyEvery = 3 * time.Second
)

// standby stands in for a watcher that is away, from the contract's views: enough to reveal in time what is committed.
func (s *sink) standby(ctx context.Context) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	seen, asked := time.Now(), time.Time{}
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-ticker.C:
			s.mu.Lock()
			live := s.live
			s.mu.Unlock()
			if live {
				seen = now
			}
			if now.Sub(seen) < standbyAfter || now.Sub(asked) < standbyEvery {
				continue
			}
			asked = now
			if err := s.standIn(ctx); err != nil && ctx.Err() == nil {
				s.log.Warn("neither watcher nor node tell the open block", "error", err)
			}
		}
	}
}

func (s *sink) standIn(ctx context.Context) error {
	view, err := s.chain.View(ctx)
	if err != nil {
		return err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.live {
		return nil
	}
	return s.reset(ctx, view)
}

// lostRace reports that a transaction failed because somebody else was faster, which is how it goes.
func lostRace(reason string) bool {
	name, _, _ := strings.Cut(reason, "(")
	switch name {
	case "EthML_WrongPhase", "EthML_WrongBlock", "EthML_Idle", "EthML_SeatTaken", "EthML_AlreadyRevealed", "EthML_TooEarly", "EthML_NothingToOpen":
		return true
	}
	return false
}

// outcome takes in what became of a transaction.
func (s *sink) outcome(o txmgr.Outcome) {
	level := slog.LevelInfo
	if o.Kind == txmgr.Reverted && !lostRace(o.Reason) {
		level = slog.LevelWarn
	}
	s.log.Log(context.Background(), level, "transaction ended", "outcome", o.Kind.String(), "key", o.Key, "account", o.Account, "hash", o.Hash,
		"block", o.Block, "gas_used", o.GasUsed, "reason", o.Reason)
	if o.Kind != txmgr.Reverted && o.Kind != txmgr.Displaced {
		return
	}
	parts := strings.Split(o.Key, "/")
	if len(parts) != 3 || parts[0] != "commit" && parts[0] != "reveal" {
		return
	}
	challenge, err := hex.DecodeString(parts[1])
	if err != nil {
		return
	}
	s.rounds.Failed(journal.RoundKey{Challenge: common.BytesToHash(challenge), Miner: o.Account}, parts[0] == "reveal", o.Reason)
}
