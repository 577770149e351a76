// Package chainproof checks from Ethereum RPC alone how a request came to its answer: who took a seat with which work,
// what each of them revealed, and whether that is what each had committed to. It asks no EthML service anything.
package chainproof

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/holiman/uint256"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
)

// Reader reads one coordinator's history.
type Reader struct {
	client      *ethclient.Client
	coordinator common.Address
	main        *bindings.EthML
}

// New reads the coordinator's history through client.
func New(client *ethclient.Client, coordinator common.Address) *Reader {
	return &Reader{client: client, coordinator: coordinator, main: bindings.NewEthML()}
}

// Commit is one seat taken.
type Commit struct {
	Miner      common.Address
	Commitment protocol.Hash
	Nonce      protocol.Hash
}

// Reveal is one commitment opened.
type Reveal struct {
	Miner    common.Address
	Words    []protocol.Hash
	Statuses []byte
}

// Block is a settled virtual block, every commit and reveal of it checked.
type Block struct {
	Number    uint64
	Challenge protocol.Hash
	IDs       []uint64
	Commits   []Commit // in the order of the chain
	Reveals   []Reveal
}

// BlockOf finds and checks the virtual block in which a request was answered or failed.
func (r *Reader) BlockOf(ctx context.Context, request uint64) (*Block, error) {
	ends, err := r.logs(ctx, request, "RequestAnswered", "RequestFailed")
	if err != nil {
		return nil, err
	}
	if len(ends) != 1 {
		return nil, fmt.Errorf("request %d has %d ends, want exactly one", request, len(ends))
	}
	receipt, err := r.client.TransactionReceipt(ctx, ends[0].TxHash)
	if err != nil {
		return nil, fmt.Errorf("read the end of request %d: %w", request, err)
	}
	for _, l := range receipt.Logs {
		if l.Address != r.coordinator {
			continue
		}
		if e, err := r.main.UnpackBlockSettledEvent(l); err == nil {
			return r.Block(ctx, e.Number.Uint64())
		}
	}
	return nil, fmt.Errorf("transaction %s ended request %d but settled no block", ends[0].TxHash, request)
}

// Block reads a virtual block and checks each commit's work and each reveal's opening.
func (r *Reader) Block(ctx context.Context, number uint64) (*Block, error) {
	opened, err := r.logs(ctx, number, "BlockOpened")
	if err != nil {
		return nil, err
	}
	if len(opened) != 1 {
		return nil, fmt.Errorf("block %d opened %d times, want exactly once", number, len(opened))
	}
	e, err := r.main.UnpackBlockOpenedEvent(&opened[0])
	if err != nil {
		return nil, fmt.Errorf("decode BlockOpened of block %d: %w", number, err)
	}
	b := &Block{Number: number, Challenge: e.Challenge}
	for _, id := range e.Ids {
		b.IDs = append(b.IDs, id.Uint64())
	}
	openedAt, err := r.client.HeaderByHash(ctx, opened[0].BlockHash)
	if err != nil {
		return nil, fmt.Errorf("read the header in which block %d opened: %w", number, err)
	}
	difficulty, _ := uint256.FromBig(e.Difficulty)
	schedule := protocol.TargetSchedule{Difficulty: difficulty, OpenedAt: openedAt.Time, CommitWindow: time.Duration(e.CommitWindow.Uint64()) * time.Second}
	if err := r.commits(ctx, b, schedule); err != nil {
		return nil, err
	}
	return b, r.reveals(ctx, b)
}

func (r *Reader) commits(ctx context.Context, b *Block, schedule protocol.TargetSchedule) error {
	logs, err := r.logs(ctx, b.Number, "SolutionCommitted")
	if err != nil {
		return err
	}
	for i := range logs {
		e, err := r.main.UnpackSolutionCommittedEvent(&logs[i])
		if err != nil {
			return fmt.Errorf("decode SolutionCommitted of block %d: %w", b.Number, err)
		}
		args, sender, err := r.call(ctx, logs[i].TxHash, "commitSolution")
		if err != nil {
			return err
		}
		c := Commit{Miner: e.Miner, Commitment: e.Commitment}
		args[2].(*big.Int).FillBytes(c.Nonce[:])
		head, err := r.client.HeaderByHash(ctx, logs[i].BlockHash)
		if err != nil {
			return fmt.Errorf("read header of commit %s: %w", logs[i].TxHash, err)
		}
		switch {
		case sender != c.Miner:
			return fmt.Errorf("block %d: seat of %s was taken by %s", b.Number, c.Miner, sender)
		case args[1].([32]byte) != c.Commitment:
			return fmt.Errorf("block %d: commitment of %s in the event is not that of the transaction", b.Number, c.Miner)
		case !protocol.Solves(b.Challenge, protocol.Address(c.Miner), c.Nonce, schedule.At(head.Time)):
			return fmt.Errorf("block %d: nonce %s of %s does not solve challenge %s", b.Number, c.Nonce, c.Miner, b.Challenge)
		case slices.ContainsFunc(b.Commits, func(o Commit) bool { return o.Miner == c.Miner }):
			return fmt.Errorf("block %d: %s committed twice", b.Number, c.Miner)
		}
		b.Commits = append(b.Commits, c)
	}
	return nil
}

func (r *Reader) reveals(ctx context.Context, b *Block) error {
	logs, err := r.logs(ctx, b.Number, "SolutionRevealed")
	if err != nil {
		return err
	}
	for i := range logs {
		args, _, err := r.call(ctx, logs[i].TxHash, "revealSolution")
		if err != nil {
			return err
		}
		v := Reveal{Miner: args[1].(common.Address), Statuses: args[3].([]byte)}
		for _, w := range args[2].([]*big.Int) {
			var h protocol.Hash
			v.Words = append(v.Words, protocol.Hash(w.FillBytes(h[:])))
		}
		at := slices.IndexFunc(b.Commits, func(c Commit) bool { return c.Miner == v.Miner })
		if at < 0 {
			return fmt.Errorf("block %d: %s revealed without a seat", b.Number, v.Miner)
		}
		salt := protocol.Hash(args[4].([32]byte))
		want := protocol.Commitment(b.Challenge, protocol.Address(v.Miner), protocol.ResultHash(v.Words, v.Statuses), salt)
		if b.Commits[at].Commitment != want {
			return fmt.Errorf("block %d: the reveal of %s does not open its commitment", b.Number, v.Miner)
		}
		if slices.ContainsFunc(b.Reveals, func(o Reveal) bool { return o.Miner == v.Miner }) {
			return fmt.Errorf("block %d: %s revealed twice", b.Number, v.Miner)
		}
		b.Reveals = append(b.Reveals, v)
	}
	return nil
}

// Votes counts the reveals that gave this word and status for a request of the block.
func (b *Block) Votes(request uint64, word protocol.Hash, status protocol.Status) int {
	at := slices.Index(b.IDs, request)
	n := 0
	for _, v := range b.Reveals {
		if at >= 0 && v.Words[at] == word && v.Statuses[at] == byte(status) {
			n++
		}
	}
	return n
}

// call decodes the arguments of a transaction sent straight to the coordinator.
func (r *Reader) call(ctx context.Context, hash common.Hash, method string) ([]any, common.Address, error) {
	tx, _, err := r.client.TransactionByHash(ctx, hash)
	if err != nil {
		return nil, common.Address{}, fmt.Errorf("read transaction %s: %w", hash, err)
	}
	sender, err := types.Sender(types.LatestSignerForChainID(tx.ChainId()), tx)
	if err != nil {
		return nil, sender, fmt.Errorf("recover the sender of %s: %w", hash, err)
	}
	parsed, err := bindings.EthMLMetaData.ParseABI()
	if err != nil {
		return nil, sender, err
	}
	m := parsed.Methods[method]
	if tx.To() == nil || *tx.To() != r.coordinator || len(tx.Data()) < 4 || [4]byte(tx.Data()[:4]) != [4]byte(m.ID) {
		return nil, sender, fmt.Errorf("transaction %s is no direct call of %s", hash, method)
	}
	args, err := m.Inputs.Unpack(tx.Data()[4:])
	if err == nil && len(args) != len(m.Inputs) {
		err = errors.New("arguments missing")
	}
	if err != nil {
		return nil, sender, fmt.Errorf("decode %s in %s: %w", method, hash, err)
	}
	return args, sender, nil
}

// logs finds the coordinator's events of these names whose first indexed argument is key.
func (r *Reader) logs(ctx context.Context, key uint64, names ...string) ([]types.Log, error) {
	parsed, err := bindings.EthMLMetaData.ParseABI()
	if err != nil {
		return nil, err
	}
	var topics []common.Hash
	for _, n := range names {
		topics = append(topics, parsed.Events[n].ID)
	}
	logs, err := r.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int),
		Addresses: []common.Address{r.coordinator},
		Topics:    [][]common.Hash{topics, {common.BigToHash(new(big.Int).SetUint64(key))}},
	})
	if err != nil {
		return nil, fmt.Errorf("read %v logs of %d: %w", names, key, err)
	}
	return logs, nil
}
