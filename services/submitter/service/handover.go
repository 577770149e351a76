package service

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/services/submitter/internal/chain"
	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/round"
)

// journalFile is the journal's name in a data directory.
const journalFile = "journal.db"

// Backup is a copy of a stopped submitter's journal.
type Backup struct {
	File     string                    `json:"file"`
	MadeAt   time.Time                 `json:"made_at"`
	Moved    bool                      `json:"moved"`
	Accounts map[common.Address]uint64 `json:"accounts"` // with their transaction counts on chain
	// Owed are the rounds whose reveal is still to be sent, in words: the backup has to be in place before their time is over.
	Owed []string `json:"owed"`
}

// BackupJournal copies the journal of a data directory to a new file. No submitter may be running on it. With move the
// journal is retired in the same step: no submitter starts on it again, and the backup may be restored elsewhere at once.
func BackupJournal(ctx context.Context, node *ethclient.Client, dataDir, file string, move bool) (*Backup, error) {
	path := filepath.Join(dataDir, journalFile)
	id, contents, _, err := journal.Inspect(path)
	if err != nil {
		return nil, err
	}
	if _, err := chain.Dial(ctx, node, "the network file's address", id.ChainID, id.Coordinator); err != nil {
		return nil, err
	}
	b := &Backup{File: file, MadeAt: time.Now().UTC(), Moved: move, Accounts: map[common.Address]uint64{}, Owed: []string{}}
	for _, a := range accountsOf(contents, nil) {
		if b.Accounts[a], err = node.NonceAt(ctx, a, nil); err != nil {
			return nil, fmt.Errorf("read transaction count of %s: %w", a, err)
		}
	}
	for _, r := range contents.Rounds {
		if r.Sealed != nil && !r.State.Final() && r.State != journal.Revealed && r.State != journal.Settling {
			b.Owed = append(b.Owed, fmt.Sprintf("block %d: %s is %s", r.Number, r.Miner, r.State))
		}
	}
	return b, journal.Copy(path, file, journal.Note{MadeAt: b.MadeAt, Moved: move, Nonces: b.Accounts})
}

// accountsOf are the accounts that a journal or its note speaks of, in order.
func accountsOf(c journal.Contents, note *journal.Note) []common.Address {
	var all []common.Address
	for _, s := range c.Slots {
		all = append(all, s.Account)
	}
	for _, r := range c.Rounds {
		all = append(all, r.Miner)
	}
	if note != nil {
		for a := range note.Nonces {
			all = append(all, a)
		}
	}
	slices.SortFunc(all, common.Address.Cmp)
	return slices.Compact(all)
}

// Restore says what to put in place, and where.
type Restore struct {
	Node        *ethclient.Client
	ChainID     uint64
	Coordinator common.Address
	File        string // a backup, or a bare copy of a journal
	DataDir     string
	// OriginalGone says that whatever the file was copied from will never run again. It is required unless the file was
	// moved and not yet used, and the chain shows nothing that it doesn't know.
	OriginalGone bool
	// Waiting hears what is waited for.
	Waiting func(reason string)
}

// ErrOriginal means that the node which a backup was made from may still be running.
var ErrOriginal = errors.New("the node that it was made from may go on")

// RestoreJournal puts a backup in place as the journal of a data directory. Where the backup may be older than what was sent
// last, it first waits until the open virtual block is over: a commitment that was made and that the backup doesn't know
// can then no longer be followed by a second one. It gives the accounts that the journal is for.
func RestoreJournal(ctx context.Context, r Restore) ([]common.Address, error) {
	id, contents, note, err := journal.Inspect(r.File)
	if err != nil {
		return nil, err
	}
	if id != (journal.Identity{ChainID: r.ChainID, Coordinator: r.Coordinator}) {
		return nil, fmt.Errorf("%s is of chain %d, coordinator %s, not of chain %d, coordinator %s: name the right network", r.File, id.ChainID, id.Coordinator, r.ChainID, r.Coordinator)
	}
	client, err := chain.Dial(ctx, r.Node, "the network file's address", id.ChainID, id.Coordinator)
	if err != nil {
		return nil, err
	}
	h := &handover{Restore: r, chain: client, contents: contents, note: note, accounts: accountsOf(contents, note)}
	if err := h.settle(ctx); err != nil {
		return nil, err
	}
	return h.accounts, journal.Place(r.File, filepath.Join(r.DataDir, journalFile), time.Now().UTC())
}

type handover struct {
	Restore
	chain    *chain.Client
	contents journal.Contents
	note     *journal.Note
	accounts []common.Address
}

// askAgain is how often the chain is asked while something is waited for.
const askAgain = time.Second

// settle returns once the backup can be put in place.
func (h *handover) settle(ctx context.Context) error {
	doubts, err := h.doubts(ctx)
	if err != nil {
		return err
	}
	if len(doubts) > 0 && !h.OriginalGone {
		return fmt.Errorf("%w: %s; use that node's own journal, or say --original-gone if it can never start again", ErrOriginal, doubts[0])
	}
	if len(doubts) == 0 {
		return nil
	}
	ticker := time.NewTicker(askAgain)
	defer ticker.Stop()
	var until uint64 // the block that was open at first; commitments to it may be out
	for {
		view, err := h.chain.View(ctx)
		if err != nil {
			return err
		}
		if until == 0 && view.Open != nil && !h.knows(view.Open) {
			until = view.Open.Number
		}
		reason, err := h.pending(ctx)
		if err != nil {
			return err
		}
		if view.Open != nil && view.Open.Number == until {
			reason = fmt.Sprintf("until virtual block %d is over: a commitment to it may be out that this backup doesn't know", until)
		}
		if reason == "" {
			return nil
		}
		if h.Waiting != nil {
			h.Waiting(reason)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-ticker.C:
		}
	}
}

// doubts are the reasons why the backup may not be the last word of its node.
func (h *handover) doubts(ctx context.Context) ([]string, error) {
	var doubts []string
	switch {
	case h.note == nil:
		doubts = append(doubts, "the file is a bare copy of a journal")
	case !h.note.Moved:
		doubts = append(doubts, "it was not made with --move")
	case h.note.RestoredAt != nil:
		doubts = append(doubts, fmt.Sprintf("it was restored already, at %s", h.note.RestoredAt.Format(time.RFC3339)))
	}
	for _, a := range h.accounts {
		mined, err := h.Node.NonceAt(ctx, a, nil)
		if err != nil {
			return nil, fmt.Errorf("read transaction count of %s: %w", a, err)
		}
		if known := h.known(a); mined > known {
			doubts = append(doubts, fmt.Sprintf("%s has sent %d transactions since", a, mined-known))
		}
	}
	if reason, err := h.pending(ctx); err != nil {
		return nil, err
	} else if reason != "" {
		doubts = append(doubts, reason)
	}
	view, err := h.chain.View(ctx)
	if err != nil {
		return nil, err
	}
	if view.Open != nil {
		for _, s := range view.Open.Seats {
			if !s.Revealed && slices.Contains(h.accounts, s.Miner) && h.sealed(view.Open.Challenge, s.Miner) != s.Commitment {
				doubts = append(doubts, fmt.Sprintf("%s holds a seat in block %d whose salt it doesn't have", s.Miner, view.Open.Number))
			}
		}
	}
	return doubts, nil
}

// known is how many transactions of an account the backup knows of.
func (h *handover) known(a common.Address) uint64 {
	n := uint64(0)
	if h.note != nil {
		n = h.note.Nonces[a]
	}
	for _, s := range h.contents.Slots {
		if s.Account == a {
			n = max(n, s.Nonce+1)
		}
	}
	return n
}

// pending names an account with transactions in the node's pool that the backup doesn't know; empty when there is none.
func (h *handover) pending(ctx context.Context) (string, error) {
	for _, a := range h.accounts {
		mined, err := h.Node.NonceAt(ctx, a, nil)
		if err != nil {
			return "", fmt.Errorf("read transaction count of %s: %w", a, err)
		}
		pending, err := h.Node.PendingNonceAt(ctx, a)
		if err != nil {
			return "", fmt.Errorf("read pending transaction count of %s: %w", a, err)
		}
		if pending > max(mined, h.known(a)) {
			return fmt.Sprintf("until %d transactions of %s are mined that it doesn't know", pending-max(mined, h.known(a)), a), nil
		}
	}
	return "", nil
}

// knows reports whether the backup holds what every account of it would commit to in a block: then it commits the same again.
func (h *handover) knows(b *round.Block) bool {
	for _, a := range h.accounts {
		if h.sealed(b.Challenge, a) == (common.Hash{}) {
			return false
		}
	}
	return len(h.accounts) > 0
}

// sealed is the commitment that the backup holds for a miner's part in a block, zero for none.
func (h *handover) sealed(challenge common.Hash, miner common.Address) common.Hash {
	for _, r := range h.contents.Rounds {
		if r.Challenge == challenge && r.Miner == miner && r.Sealed != nil {
			return r.Sealed.Commitment
		}
	}
	return common.Hash{}
}
