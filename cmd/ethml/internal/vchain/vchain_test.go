package vchain

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
)

var coordinator = common.HexToAddress("0x00000000000000000000000000000000000000c0")

const chainID = 1337

// ledger is a chain that holds the given events.
type ledger struct {
	bind.ContractBackend // only what is overridden is ever called
	t                    *testing.T
	logs                 []types.Log
	head                 uint64
	headHash             common.Hash
	most                 uint64 // Ethereum blocks a question about logs may span
	asked                int
}

func (l *ledger) CodeAt(context.Context, common.Address, *big.Int) ([]byte, error) {
	return []byte{1}, nil
}
func (l *ledger) BlockNumber(context.Context) (uint64, error) { return l.head, nil }
func (l *ledger) ChainID(context.Context) (*big.Int, error)   { return big.NewInt(chainID), nil }

func (l *ledger) CallContract(_ context.Context, _ ethereum.CallMsg, at *big.Int) ([]byte, error) {
	require.EqualValues(l.t, l.head, at.Uint64())
	return l.headHash[:], nil
}

func (l *ledger) HeaderByNumber(_ context.Context, number *big.Int) (*types.Header, error) {
	return &types.Header{Number: number, Time: 1000 + number.Uint64(), ParentHash: common.BigToHash(number), MixDigest: h(number.Uint64() + 7)}, nil
}

func (l *ledger) FilterLogs(_ context.Context, q ethereum.FilterQuery) (found []types.Log, err error) {
	l.asked++
	from, to := q.FromBlock.Uint64(), q.ToBlock.Uint64()
	if to-from+1 > l.most {
		return nil, fmt.Errorf("query exceeds max block range %d", l.most)
	}
	for _, log := range l.logs {
		fits := log.BlockNumber >= from && log.BlockNumber <= to
		for i, wanted := range q.Topics {
			fits = fits && (len(wanted) == 0 || i < len(log.Topics) && slices.Contains(wanted, log.Topics[i]))
		}
		if fits {
			found = append(found, log)
		}
	}
	return found, nil
}

func (l *ledger) emit(at uint64, event string, indexed []common.Hash, values ...any) {
	parsed, err := bindings.EthMLMetaData.ParseABI()
	require.NoError(l.t, err)
	e := parsed.Events[event]
	data, err := e.Inputs.NonIndexed().Pack(values...)
	require.NoError(l.t, err)
	l.logs = append(l.logs, types.Log{Address: coordinator, BlockNumber: at, Topics: append([]common.Hash{e.ID}, indexed...), Data: data})
}

func n(v uint64) *big.Int { return new(big.Int).SetUint64(v) }

func h(v uint64) common.Hash { return common.BigToHash(n(v)) }

// story is a right chain: two settled blocks, a void one between them, one open. Each block takes 100 Ethereum blocks.
// change may spoil the parts of a block before they are emitted.
func story(t *testing.T, change func(p *parts)) *ledger {
	l := &ledger{t: t, head: 400, most: 1 << 40}
	var parent common.Hash
	for number := uint64(1); number <= 4; number++ {
		opened := number*100 - 90
		ids := []uint64{number, number + 10}
		challenge := protocol.Challenge(uint256.NewInt(chainID), protocol.Address(coordinator), protocol.Hash(parent), number, ids,
			protocol.Opening{Previous: protocol.Hash(h(opened)), Time: 1000 + opened, Randao: protocol.Hash(h(opened + 7))})
		header := protocol.BlockHeader{Parent: protocol.Hash(parent), Number: number, IDs: ids, Challenge: challenge, Timestamp: 1000 + opened + 50}
		words, statuses := []*big.Int{n(7), n(0)}, []byte{0, 3}
		seats := 5
		if number == 2 {
			seats = 2
		} else {
			header.Outcome = protocol.ResultHash([]protocol.Hash{protocol.Hash(h(7)), {}}, statuses)
		}
		for s := range seats {
			header.Miners = append(header.Miners, protocol.Address(common.BigToAddress(n(uint64(0xa0+s)))))
		}
		p := &parts{number: number, parent: parent, endParent: parent, challenge: common.Hash(challenge), hash: common.Hash(header.Hash()), ids: []*big.Int{n(ids[0]), n(ids[1])},
			words: words, statuses: statuses}
		parent = p.hash
		change(p)
		l.emit(opened, "BlockOpened", []common.Hash{h(p.number)}, [32]byte(p.challenge), [32]byte(p.parent), n(500), n(60), p.ids)
		if number == 4 {
			parent = p.endParent
			break
		}
		for s, miner := range header.Miners {
			l.emit(opened+1, "SolutionCommitted", []common.Hash{h(number), h(uint64(0xa0 + s))}, n(uint64(s)+p.seatShift), [32]byte(h(1)))
			require.NotZero(t, miner)
		}
		for s := range seats - 1 {
			l.emit(opened+2, "SolutionRevealed", []common.Hash{h(number), h(uint64(0xa0 + s))}, words, statuses)
		}
		if number == 2 {
			l.emit(opened+50, "BlockVoided", []common.Hash{h(number)}, [32]byte(p.hash), [32]byte(p.endParent), n(1))
			continue
		}
		l.emit(opened+50, "BlockSettled", []common.Hash{h(number)}, [32]byte(p.hash), [32]byte(p.endParent), n(500), p.words, p.statuses)
	}
	l.headHash = parent
	return l
}

type parts struct {
	number                             uint64
	parent, endParent, challenge, hash common.Hash
	ids, words                         []*big.Int
	statuses                           []byte
	seatShift                          uint64
}

func quiet(uint64, uint64) {}

func read(t *testing.T, l *ledger) (*Chain, []*Block) {
	c, err := New(l, coordinator)
	require.NoError(t, err)
	blocks, err := c.Blocks(t.Context(), 1, l.head, quiet)
	require.NoError(t, err)
	return c, blocks
}

func TestARightChainIsRebuiltHashByHash(t *testing.T) {
	l := story(t, func(*parts) {})
	c, blocks := read(t, l)
	require.Len(t, blocks, 4)
	require.Equal(t, []State{Settled, Void, Settled, Open}, []State{blocks[0].State, blocks[1].State, blocks[2].State, blocks[3].State})
	require.Equal(t, 4, blocks[0].Reveals())
	answered, failed, undecided := blocks[0].Counts()
	require.Equal(t, []int{1, 1, 0}, []int{answered, failed, undecided})
	d, err := c.Verify(t.Context(), blocks, l.head, quiet)
	require.NoError(t, err)
	require.Nil(t, d)
}

func TestEveryTamperedPartIsFoundInItsBlock(t *testing.T) {
	for name, c := range map[string]struct {
		change func(p *parts)
		block  uint64
		what   string
	}{
		"a word":             {func(p *parts) { p.words = []*big.Int{n(8), n(0)} }, 3, "hash"},
		"a status":           {func(p *parts) { p.statuses = []byte{0, 2} }, 3, "hash"},
		"a hash":             {func(p *parts) { p.hash = h(1) }, 3, "hash"},
		"a void block's":     {func(p *parts) { p.hash = h(1) }, 2, "hash"},
		"a challenge":        {func(p *parts) { p.challenge = h(1) }, 2, "challenge"},
		"a request":          {func(p *parts) { p.ids = []*big.Int{n(1), n(99)} }, 1, "challenge"},
		"a parent":           {func(p *parts) { p.parent = h(1) }, 3, "parent hash"},
		"a parent at an end": {func(p *parts) { p.endParent = h(1) }, 3, "parent hash at its end"},
		"a seat":             {func(p *parts) { p.seatShift = 1 }, 3, "seat of " + common.BigToAddress(n(0xa0)).Hex()},
		"an open block's":    {func(p *parts) { p.challenge = h(1) }, 4, "challenge"},
	} {
		t.Run(name, func(t *testing.T) {
			l := story(t, func(p *parts) {
				if p.number == c.block {
					c.change(p)
				}
			})
			chain, blocks := read(t, l)
			d, err := chain.Verify(t.Context(), blocks, l.head, quiet)
			require.NoError(t, err)
			require.NotNil(t, d)
			require.Equal(t, c.block, d.Block)
			require.Equal(t, c.what, d.What)
			require.NotEqual(t, d.Want, d.Got)
		})
	}
}

func TestAMissingBlockAndAForeignHeadAreFound(t *testing.T) {
	l := story(t, func(*parts) {})
	c, blocks := read(t, l)
	d, err := c.Verify(t.Context(), slices.Delete(slices.Clone(blocks), 1, 2), l.head, quiet)
	require.NoError(t, err)
	require.Equal(t, &Difference{3, "number", "2", "3"}, d)
	l.headHash = h(1)
	d, err = c.Verify(t.Context(), blocks, l.head, quiet)
	require.NoError(t, err)
	require.Equal(t, "head on chain", d.What)
	require.EqualValues(t, 4, d.Block)
}

func TestANodeThatTakesFewBlocksAtATimeIsAskedForFewer(t *testing.T) {
	l := story(t, func(*parts) {})
	l.most = 7
	c, blocks := read(t, l)
	require.Len(t, blocks, 4)
	require.Less(t, l.asked, 400)
	last, err := c.Last(t.Context(), 1, l.head, 2, quiet)
	require.NoError(t, err)
	require.Len(t, last, 2)
	require.EqualValues(t, 3, last[0].Number)
	require.Equal(t, blocks[2:], last)
	one, err := c.Block(t.Context(), 1, l.head, 2, quiet)
	require.NoError(t, err)
	require.Equal(t, blocks[1], one)
	_, err = c.Block(t.Context(), 1, l.head, 9, quiet)
	require.ErrorContains(t, err, "there is no virtual block 9")
}

func TestANodeThatIsAwayIsNotAskedForEver(t *testing.T) {
	l := story(t, func(*parts) {})
	l.most = 0
	c, err := New(l, coordinator)
	require.NoError(t, err)
	_, err = c.Blocks(t.Context(), 1, l.head, quiet)
	require.ErrorContains(t, err, "query exceeds")
	require.Less(t, l.asked, 20)
	require.False(t, errors.Is(err, context.Canceled))
}
