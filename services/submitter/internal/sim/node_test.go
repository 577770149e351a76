package sim

import (
	"context"
	"crypto/ecdsa"
	"encoding/hex"
	"fmt"
	"io"
	"log/slog"
	"math/big"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ethml/ethml/services/submitter/internal/desk"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/keeper"
	"github.com/ethml/ethml/services/submitter/internal/round"
	"github.com/ethml/ethml/services/submitter/internal/txmgr"
)

type signer struct{ key *ecdsa.PrivateKey }

func (s signer) Address() common.Address { return crypto.PubkeyToAddress(s.key.PublicKey) }

func (s signer) SignTx(_ context.Context, tx *types.Transaction) (*types.Transaction, error) {
	return types.SignTx(tx, types.LatestSignerForChainID(chainID), s.key)
}

// store is where a node's journal lives over its crashes.
type store interface {
	round.Journal
	reopen() journal.Contents
}

// killed is what a kill point panics with.
type killed struct{ step string }

// node is one submitter with one account, and the watcher, pow and inference that feed it.
type node struct {
	w       *world
	signer  signer
	store   store
	machine *round.Machine
	txs     *txmgr.Manager
	desk    *desk.Desk
	keeper  *keeper.Keeper

	up        bool
	back      int // ticks until it comes back
	synced    bool
	seen      []common.Hash // hashes of the blocks its watcher told of
	killStep  string        // dies at this step, or at any when countdown says
	countdown int
	killedAt  map[string]int
	log       io.Writer
}

func newNode(w *world, key *ecdsa.PrivateKey, s store, log io.Writer) *node {
	return &node{w: w, signer: signer{key}, store: s, killedAt: map[string]int{}, log: log, countdown: -1}
}

func (n *node) step(name string) {
	if n.countdown > 0 {
		n.countdown--
	}
	if n.killStep == name || n.countdown == 0 {
		n.killStep, n.countdown = "", -1
		n.killedAt[name]++
		panic(killed{name})
	}
}

// do runs part of the node's life; a kill point may end it.
func (n *node) do(f func()) {
	defer func() {
		if p := recover(); p != nil {
			if _, ok := p.(killed); !ok {
				panic(p)
			}
			n.up = false
		}
	}()
	f()
}

// start is what a process start does.
func (n *node) start() {
	n.up, n.synced, n.seen = true, false, nil
	n.do(func() {
		contents := n.store.reopen()
		b := backend{n.w}
		log := slog.New(slog.NewTextHandler(n.log, &slog.HandlerOptions{Level: slog.LevelDebug}))
		now := func() time.Time { return time.Unix(int64(n.w.now), 0) }
		fees := txmgr.Fees{MaxFee: big.NewInt(100_000), MaxTip: big.NewInt(10_000), UrgentMaxFee: big.NewInt(1_000_000), UrgentMaxTip: big.NewInt(100_000), BumpBlocks: 3, UrgentBumpBlocks: 2}
		var err error
		n.txs, err = txmgr.New(txmgr.Config{ChainID: chainID, Backend: b, Broadcaster: b, Signers: []txmgr.Signer{n.signer}, Journal: n.store, Fees: fees,
			Now: now, Step: n.step, Log: log, Outcome: n.outcome, FinalBlocks: 16}, contents.Slots)
		if err != nil {
			panic(err)
		}
		accounts := []common.Address{n.signer.Address()}
		n.desk = desk.New(desk.Config{Accounts: accounts, Chain: b, Txs: n.txs, Now: now, Log: log, Work: func(round.Work) {},
			Changed: func(round.Status) {}, Pause: func(context.Context, time.Duration) {}})
		n.machine = round.New(round.Config{Miners: accounts, Seats: seats, Journal: n.store, Effects: n.desk, Now: now, Step: n.step, Log: log}, contents)
		n.keeper = keeper.New(keeper.Config{Accounts: accounts, Seats: seats, Threshold: threshold, Chain: b, Txs: n.txs, Rounds: n.machine,
			Reveals: b, RankDelay: 2, Log: log})
		if err := n.txs.Start(context.Background()); err != nil {
			n.up, n.back = false, 2 // the service manager tries again
		}
	})
}

func (n *node) outcome(o txmgr.Outcome) {
	kind, rest, _ := strings.Cut(o.Key, "/")
	challenge, _, _ := strings.Cut(rest, "/")
	if o.Kind != txmgr.Reverted && o.Kind != txmgr.Displaced || kind != "commit" && kind != "reveal" {
		return
	}
	raw, err := hex.DecodeString(challenge)
	if err != nil {
		panic(err)
	}
	n.machine.Failed(journal.RoundKey{Challenge: common.BytesToHash(raw), Miner: o.Account}, kind == "reveal", o.Reason)
}

// watch delivers what the chain did, up to lag blocks from the tip.
func (n *node) watch(lag int) {
	target := max(len(n.w.blocks)-lag, 1)
	for i, hash := range n.seen {
		if i < len(n.w.blocks) && n.w.blocks[i].head.Hash == hash {
			continue
		}
		n.check(n.txs.Reorganised(context.Background(), uint64(max(i-1, 0))))
		n.machine.Disconnected()
		n.synced = false
		break
	}
	if !n.synced {
		n.check(n.txs.Reorganised(context.Background(), 0))
		mined := n.txs.Mined()
		n.check(n.machine.Reset(n.w.view(target), func(k journal.RoundKey) bool { return mined[desk.Key("reveal", k.Challenge, k.Miner)] }))
		n.seen = nil
		for _, b := range n.w.blocks[:target] {
			n.seen = append(n.seen, b.head.Hash)
		}
		n.synced = true
	}
	for i := len(n.seen); i < target; i++ {
		b := n.w.blocks[i]
		for _, e := range b.events {
			n.deliver(e, b.head)
		}
		n.seen = append(n.seen, b.head.Hash)
		n.machine.Head(b.head)
	}
	n.desk.Drain(context.Background(), n.machine)
	fmt.Fprintln(n.log, "tip", n.w.tip().head.Number, "seen", len(n.seen)-1, n.signer.Address())
	n.check(n.txs.Head(context.Background(), txmgr.Head{Number: n.w.blocks[len(n.seen)-1].head.Number, Time: n.w.now}))
	n.keeper.Head(context.Background())
	n.desk.Drain(context.Background(), n.machine)
}

// check lets the failures pass that the world makes.
func (n *node) check(err error) {
	if err != nil && !strings.Contains(err.Error(), errDown.Error()) {
		panic(err)
	}
}

func (n *node) deliver(e event, at round.Head) {
	switch e.kind {
	case "queued":
		n.machine.Queued(round.Request{ID: e.id, CallbackGas: 100_000, Expiry: 1 << 40})
	case "request ended":
		n.machine.RequestEnded(e.id)
	case "opened":
		n.check(n.machine.Opened(blockOf(e.block, at)))
	case "seated":
		n.machine.Seated(e.number, round.Seat{Miner: e.seat.miner, Commitment: e.seat.commitment})
	case "closed":
		n.machine.Closed(e.number, at)
	case "revealed":
		n.machine.RevealSeen(e.number, e.seat.miner, e.vector, at)
	case "ended":
		n.machine.Ended(e.number)
	}
}

func blockOf(o *vblock, at round.Head) round.Block {
	return round.Block{Number: o.number, Challenge: o.challenge, Requests: o.ids, Target: o.target(), OpenedAt: at, Phase: round.CommitPhase}
}

// view is a snapshot as of the first target blocks.
func (w *world) view(target int) round.View {
	b := w.blocks[target-1]
	v := round.View{Head: b.head}
	waiting := b.state.queue
	if o := b.state.open; o != nil {
		open := blockOf(o, round.Head{Number: o.openedAtBlock, Time: o.openedAt})
		for _, x := range o.seats {
			open.Seats = append(open.Seats, round.Seat{Miner: x.miner, Commitment: x.commitment, Revealed: x.revealed})
		}
		if o.reveal {
			open.Phase, open.ClosedAt = round.RevealPhase, round.Head{Number: o.closedBlock, Time: o.closedAt}
		}
		v.Open = &open
		waiting = append(append([]uint64(nil), waiting...), o.ids...)
	}
	for _, id := range waiting {
		v.Requests = append(v.Requests, round.Request{ID: id, CallbackGas: 100_000, Expiry: 1 << 40})
	}
	return v
}

// report hands in predictions and a nonce for the open block, some of them now, some later.
func (n *node) report() {
	o := n.w.tip().state.open
	if o == nil || o.reveal {
		return
	}
	for _, id := range o.ids {
		if n.w.rnd.IntN(3) == 0 {
			continue
		}
		_, _ = n.machine.ReportVote(round.Vote{Challenge: o.challenge, Request: id, Vote: journal.Vote{Word: common.BigToHash(new(big.Int).SetUint64(id + 1000))}})
	}
	if n.w.rnd.IntN(2) == 0 {
		_, _ = n.machine.ReportSolution(round.Solution{Challenge: o.challenge, Miner: n.signer.Address(), Nonce: common.BigToHash(big.NewInt(int64(n.w.rnd.IntN(1000))))})
	}
	n.desk.Drain(context.Background(), n.machine)
}
