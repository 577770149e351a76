// Package vchain reads the virtual chain out of the coordinator's events, by Ethereum RPC alone, and checks that every
// block's hash is what its parts make.
package vchain

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/reverts"
)

// Reader is what of an Ethereum client is needed.
type Reader interface {
	bind.ContractBackend
	ethereum.LogFilterer
	ethereum.BlockNumberReader
	ethereum.ChainIDReader
	HeaderByNumber(ctx context.Context, number *big.Int) (*types.Header, error)
}

// State is how a virtual block is doing.
type State string

// States of a block.
const (
	Open    State = "open"
	Settled State = "settled"
	Void    State = "void"
)

// Block is a virtual block as the events tell it.
type Block struct {
	Number     uint64      `json:"number"`
	State      State       `json:"state"`
	Hash       common.Hash `json:"hash"` // zero while open
	Parent     common.Hash `json:"parent_hash"`
	Challenge  common.Hash `json:"challenge"`
	Difficulty *big.Int    `json:"difficulty"`
	Requests   []uint64    `json:"requests"` // in service order
	Seats      []Seat      `json:"seats"`    // in seat order
	Outcome    []Vote      `json:"outcome"`  // one for each request; none for a block that is open or void
	OpenedIn   uint64      `json:"opened_in_block"`
	EndedIn    uint64      `json:"ended_in_block,omitempty"`
	OpenTx     common.Hash `json:"open_transaction"`
	EndTx      common.Hash `json:"end_transaction"`

	// The parent hash that the end repeats.
	endParent common.Hash
}

// Seat is one operator's part in a block.
type Seat struct {
	Miner      common.Address `json:"miner"`
	Seat       uint64         `json:"seat"`
	Commitment common.Hash    `json:"commitment"`
	Revealed   []Vote         `json:"revealed"` // none while it has not revealed
}

// Vote is a status and a word about one request.
type Vote struct {
	Status protocol.Status
	Word   *big.Int // unsigned, as on chain
}

// MarshalJSON gives the word as a decimal string, read as two's complement: it may be larger than a float holds.
func (v Vote) MarshalJSON() ([]byte, error) {
	word := v.Word
	if word.Bit(255) == 1 {
		word = new(big.Int).Sub(word, new(big.Int).Lsh(big.NewInt(1), 256))
	}
	return json.Marshal(struct {
		Status uint8  `json:"status"`
		Name   string `json:"status_name"`
		Word   string `json:"word"`
	}{uint8(v.Status), v.Name(), word.String()})
}

// Name is the status in words; in outcomes 5 and 6 mean something else than in a request's end.
func (v Vote) Name() string {
	switch v.Status {
	case protocol.NoConsensus:
		return "UNDECIDED"
	case protocol.Expired:
		return "SKIPPED"
	}
	return v.Status.String()
}

// Reveals counts the seats that revealed.
func (b *Block) Reveals() int {
	n := 0
	for _, s := range b.Seats {
		if s.Revealed != nil {
			n++
		}
	}
	return n
}

// Counts tells how many requests were answered, failed by agreement, and were left undecided.
func (b *Block) Counts() (answered, failed, undecided int) {
	for _, v := range b.Outcome {
		switch {
		case v.Status == protocol.OK:
			answered++
		case v.Status.Votable():
			failed++
		default:
			undecided++
		}
	}
	return answered, failed, undecided
}

// Chain reads one coordinator's virtual chain.
type Chain struct {
	reader      Reader
	coordinator common.Address
	main        *bindings.EthML
	abi         *abi.ABI
	// Ethereum blocks asked for at a time; halved when the node finds that too many.
	window uint64
}

// windows are bounded: most public nodes take 10,000 blocks, some far fewer.
const firstWindow, mostWindow = 5_000, 100_000

// New reads the coordinator's chain through reader.
func New(reader Reader, coordinator common.Address) (*Chain, error) {
	parsed, err := bindings.EthMLMetaData.ParseABI()
	if err != nil {
		return nil, fmt.Errorf("read bindings: %w", err)
	}
	return &Chain{reader, coordinator, bindings.NewEthML(), parsed, firstWindow}, nil
}

var events = []string{"BlockOpened", "SolutionCommitted", "SolutionRevealed", "BlockSettled", "BlockVoided"}

// Blocks reads all blocks that opened within the Ethereum blocks from and to, oldest first; tell hears how many of how many
// Ethereum blocks are read.
func (c *Chain) Blocks(ctx context.Context, from, to uint64, tell func(done, total uint64)) ([]*Block, error) {
	var blocks []*Block
	for at := from; at <= to; {
		end := min(at+c.window-1, to)
		logs, err := c.logs(ctx, at, end, nil)
		if err != nil {
			return nil, err
		}
		for _, l := range logs {
			if blocks, err = c.add(blocks, l); err != nil {
				return nil, err
			}
		}
		at = end + 1
		tell(at-from, to-from+1)
		c.window = min(c.window*2, mostWindow)
	}
	return blocks, nil
}

// Last reads the newest n blocks that opened in or after the Ethereum block from, oldest first.
func (c *Chain) Last(ctx context.Context, from, to uint64, n int, tell func(done, total uint64)) ([]*Block, error) {
	blocks, err := c.backwards(ctx, from, to, n, nil, tell)
	return blocks[max(len(blocks)-n, 0):], err
}

// Block reads one block.
func (c *Chain) Block(ctx context.Context, from, to, number uint64, tell func(done, total uint64)) (*Block, error) {
	key := common.BigToHash(new(big.Int).SetUint64(number))
	blocks, err := c.backwards(ctx, from, to, 1, &key, tell)
	if err != nil {
		return nil, err
	}
	if len(blocks) == 0 {
		return nil, cli.WithCode(cli.ExitUsage, fmt.Errorf("there is no virtual block %d: `ethml chain list` shows the newest", number))
	}
	return blocks[0], nil
}

// backwards reads from the newest Ethereum block on until n openings are found; only those of one number, if that isn't nil.
func (c *Chain) backwards(ctx context.Context, from, to uint64, n int, number *common.Hash, tell func(done, total uint64)) ([]*Block, error) {
	var all []types.Log
	for opened, end := 0, to; ; {
		start := from
		if end-from >= c.window {
			start = end - c.window + 1
		}
		logs, err := c.logs(ctx, start, end, number)
		if err != nil {
			return nil, err
		}
		for _, l := range logs {
			if l.Topics[0] == c.abi.Events["BlockOpened"].ID {
				opened++
			}
		}
		all = append(logs, all...)
		tell(to-start+1, to-from+1)
		if opened >= n || start == from {
			return c.assemble(all)
		}
		end = start - 1
		c.window = min(c.window*2, mostWindow)
	}
}

// logs reads the events of Ethereum blocks from..to, in halves where that is too much for the node.
func (c *Chain) logs(ctx context.Context, from, to uint64, number *common.Hash) ([]types.Log, error) {
	q := ethereum.FilterQuery{FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(to), Addresses: []common.Address{c.coordinator}, Topics: [][]common.Hash{nil}}
	for _, name := range events {
		q.Topics[0] = append(q.Topics[0], c.abi.Events[name].ID)
	}
	if number != nil {
		q.Topics = append(q.Topics, []common.Hash{*number})
	}
	logs, err := c.reader.FilterLogs(ctx, q)
	if err == nil {
		return logs, nil
	}
	if from == to || ctx.Err() != nil {
		return nil, fmt.Errorf("read the events of Ethereum blocks %d to %d: %w", from, to, err)
	}
	// Nodes word their limits in many ways; a node that is away fails for a single block as well.
	middle := from + (to-from)/2
	c.window = max(middle-from+1, 1)
	first, err := c.logs(ctx, from, middle, number)
	if err != nil {
		return nil, err
	}
	second, err := c.logs(ctx, middle+1, to, number)
	return append(first, second...), err
}

// assemble makes blocks of logs in the order of the chain; those of blocks that opened before are passed over.
func (c *Chain) assemble(logs []types.Log) (blocks []*Block, err error) {
	for _, l := range logs {
		if blocks, err = c.add(blocks, l); err != nil {
			return nil, err
		}
	}
	return blocks, nil
}

func (c *Chain) add(blocks []*Block, l types.Log) ([]*Block, error) {
	if l.Topics[0] == c.abi.Events["BlockOpened"].ID {
		e, err := c.main.UnpackBlockOpenedEvent(&l)
		if err != nil {
			return nil, fmt.Errorf("read a block's opening in %s: %w", l.TxHash, err)
		}
		b := &Block{Number: e.Number.Uint64(), State: Open, Parent: e.ParentHash, Challenge: e.Challenge, Difficulty: e.Difficulty,
			OpenedIn: l.BlockNumber, OpenTx: l.TxHash, Seats: []Seat{}, Outcome: []Vote{}}
		for _, id := range e.Ids {
			b.Requests = append(b.Requests, id.Uint64())
		}
		return append(blocks, b), nil
	}
	if len(l.Topics) < 2 || len(blocks) == 0 {
		return blocks, nil // of a block that opened before
	}
	// One block is open at a time, so an event is of the newest.
	b := blocks[len(blocks)-1]
	if number := l.Topics[1].Big(); number.Cmp(new(big.Int).SetUint64(b.Number)) != 0 {
		return nil, fmt.Errorf("transaction %s has an event of block %s while block %d is open", l.TxHash, number, b.Number)
	}
	if err := c.addTo(b, l); err != nil {
		return nil, fmt.Errorf("read block %d in %s: %w", b.Number, l.TxHash, err)
	}
	return blocks, nil
}

func (c *Chain) addTo(b *Block, l types.Log) error {
	switch l.Topics[0] {
	case c.abi.Events["SolutionCommitted"].ID:
		e, err := c.main.UnpackSolutionCommittedEvent(&l)
		if err != nil {
			return err
		}
		b.Seats = append(b.Seats, Seat{Miner: e.Miner, Seat: e.Seat.Uint64(), Commitment: e.Commitment})
	case c.abi.Events["SolutionRevealed"].ID:
		e, err := c.main.UnpackSolutionRevealedEvent(&l)
		if err != nil {
			return err
		}
		at := slices.IndexFunc(b.Seats, func(s Seat) bool { return s.Miner == e.Miner })
		if at < 0 {
			return fmt.Errorf("%s revealed without a seat", e.Miner)
		}
		b.Seats[at].Revealed, err = votes(e.Predictions, e.Statuses, len(b.Requests))
		return err
	case c.abi.Events["BlockSettled"].ID:
		e, err := c.main.UnpackBlockSettledEvent(&l)
		if err != nil {
			return err
		}
		b.State, b.Hash, b.endParent, b.EndedIn, b.EndTx = Settled, e.Hash, e.ParentHash, l.BlockNumber, l.TxHash
		b.Outcome, err = votes(e.Predictions, e.Statuses, len(b.Requests))
		return err
	case c.abi.Events["BlockVoided"].ID:
		e, err := c.main.UnpackBlockVoidedEvent(&l)
		if err != nil {
			return err
		}
		b.State, b.Hash, b.endParent, b.EndedIn, b.EndTx = Void, e.Hash, e.ParentHash, l.BlockNumber, l.TxHash
	}
	return nil
}

func votes(words []*big.Int, statuses []byte, want int) ([]Vote, error) {
	if len(words) != want || len(statuses) != want {
		return nil, fmt.Errorf("%d words and %d statuses for %d requests", len(words), len(statuses), want)
	}
	out := make([]Vote, want)
	for i := range out {
		out[i] = Vote{protocol.Status(statuses[i]), words[i]}
	}
	return out, nil
}

// Head reads the hash of the last ended block, as the coordinator has it after an Ethereum block.
func (c *Chain) Head(ctx context.Context, at uint64) (common.Hash, error) {
	h, err := bind.Call(c.main.Instance(c.reader, c.coordinator), &bind.CallOpts{Context: ctx, BlockNumber: new(big.Int).SetUint64(at)},
		c.main.PackHeadHash(), c.main.UnpackHeadHash)
	if err != nil {
		return common.Hash{}, fmt.Errorf("read the head's hash: %w", reverts.Decode(err))
	}
	return h, nil
}
