// Package replay reads from the chain how a request was answered, by whom and with what, so that it can be compared
// with what the model answers here.
package replay

import (
	"context"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/reverts"
)

// Vote is a status and a word.
type Vote struct {
	// Status is 0 to 4 as voted; in outcomes also 5, undecided, and 6, skipped.
	Status uint8
	// Word is unsigned, as on chain; 0 unless Status is 0.
	Word *big.Int
}

// Equal tells whether two votes are the same.
func (v Vote) Equal(o Vote) bool {
	return v.Status == o.Status && (v.Status != 0 || v.Word.Cmp(o.Word) == 0)
}

// VoteAt is the vote on the request at a place of a block, out of the block's vectors; false if they have no such place.
func VoteAt(at int, words []*big.Int, statuses []byte) (Vote, bool) {
	if at < 0 || at >= len(words) || at >= len(statuses) {
		return Vote{}, false
	}
	return Vote{statuses[at], words[at]}, true
}

// Reveal is a miner's vote.
type Reveal struct {
	Miner common.Address
	Vote
}

// Block is a virtual block that the request was in.
type Block struct {
	Number  uint64
	Reveals []Reveal
	// Outcome is nil for a block that was void or is open.
	Outcome *Vote
}

// Record is what the chain has of a request.
type Record struct {
	ID, Model uint64
	DataCID   string
	// Status is the request's, numbered as on chain; Reason is set when it failed.
	Status, Reason uint8
	Blocks         []Block
}

// Reader is what of an Ethereum client is needed.
type Reader interface {
	bind.ContractBackend
	ethereum.LogFilterer
}

// chain reads a coordinator's logs.
type chain struct {
	reader      Reader
	coordinator common.Address
	main        *bindings.EthML
	abi         *abi.ABI
}

// Read reads a request; from is the Ethereum block in which the coordinator was deployed, or any before the request.
func Read(ctx context.Context, reader Reader, coordinator common.Address, from, id uint64) (*Record, error) {
	parsed, err := bindings.EthMLMetaData.ParseABI()
	if err != nil {
		return nil, fmt.Errorf("read bindings: %w", err)
	}
	c := &chain{reader, coordinator, bindings.NewEthML(), parsed}
	number := new(big.Int).SetUint64(id)
	view, err := bind.Call(c.main.Instance(reader, coordinator), &bind.CallOpts{Context: ctx}, c.main.PackGetRequest(number), c.main.UnpackGetRequest)
	if err != nil {
		return nil, fmt.Errorf("read request %d: %w", id, reverts.Decode(err))
	}
	r := &Record{ID: id, Model: view.ModelId.Uint64(), DataCID: view.DataPoint, Status: view.Status, Reason: view.Reason}
	queued, err := c.logs(ctx, from, "RequestQueued", number)
	if err != nil {
		return nil, err
	}
	if len(queued) > 0 {
		from = queued[0].BlockNumber
	}
	opened, err := c.logs(ctx, from, "BlockOpened", nil)
	if err != nil {
		return nil, err
	}
	for _, l := range opened {
		e, err := c.main.UnpackBlockOpenedEvent(&l)
		if err != nil {
			return nil, fmt.Errorf("read a block's opening: %w", err)
		}
		at := slices.IndexFunc(e.Ids, func(n *big.Int) bool { return n.Cmp(number) == 0 })
		if at < 0 {
			continue
		}
		b, err := c.block(ctx, l.BlockNumber, e.Number, at)
		if err != nil {
			return nil, err
		}
		r.Blocks = append(r.Blocks, b)
	}
	return r, nil
}

// block reads what was revealed and settled of the request at a place of a block.
func (c *chain) block(ctx context.Context, from uint64, number *big.Int, at int) (Block, error) {
	b := Block{Number: number.Uint64()}
	revealed, err := c.logs(ctx, from, "SolutionRevealed", number)
	if err != nil {
		return b, err
	}
	for _, l := range revealed {
		e, err := c.main.UnpackSolutionRevealedEvent(&l)
		if err != nil {
			return b, fmt.Errorf("read a reveal of block %d: %w", number, err)
		}
		if v, ok := VoteAt(at, e.Predictions, e.Statuses); ok {
			b.Reveals = append(b.Reveals, Reveal{e.Miner, v})
		}
	}
	settled, err := c.logs(ctx, from, "BlockSettled", number)
	if err != nil {
		return b, err
	}
	for _, l := range settled {
		e, err := c.main.UnpackBlockSettledEvent(&l)
		if err != nil {
			return b, fmt.Errorf("read the outcome of block %d: %w", number, err)
		}
		if v, ok := VoteAt(at, e.Predictions, e.Statuses); ok {
			b.Outcome = &v
		}
	}
	return b, nil
}

// logs finds the coordinator's events of a name; first, if not nil, is the first indexed value.
func (c *chain) logs(ctx context.Context, from uint64, event string, first *big.Int) ([]types.Log, error) {
	q := ethereum.FilterQuery{FromBlock: new(big.Int).SetUint64(from), Addresses: []common.Address{c.coordinator},
		Topics: [][]common.Hash{{c.abi.Events[event].ID}}}
	if first != nil {
		q.Topics = append(q.Topics, []common.Hash{common.BigToHash(first)})
	}
	logs, err := c.reader.FilterLogs(ctx, q)
	if err != nil {
		return nil, fmt.Errorf("read %s events: %w", event, err)
	}
	return logs, nil
}
