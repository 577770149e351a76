package replay

import (
	"context"
	"math/big"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
)

var coordinator = common.HexToAddress("0x00000000000000000000000000000000000000c0")

// ledger is a chain that has given events and one request.
type ledger struct {
	bind.ContractBackend // only what is overridden is ever called
	t                    *testing.T
	view                 bindings.RequestView
	logs                 []types.Log
}

func (l *ledger) CodeAt(context.Context, common.Address, *big.Int) ([]byte, error) {
	return []byte{1}, nil
}

func (l *ledger) CallContract(context.Context, ethereum.CallMsg, *big.Int) ([]byte, error) {
	parsed, err := bindings.EthMLMetaData.ParseABI()
	require.NoError(l.t, err)
	return parsed.Methods["getRequest"].Outputs.Pack(l.view)
}

func (l *ledger) FilterLogs(_ context.Context, q ethereum.FilterQuery) (found []types.Log, err error) {
	require.Equal(l.t, []common.Address{coordinator}, q.Addresses)
	for _, log := range l.logs {
		fits := log.BlockNumber >= q.FromBlock.Uint64()
		for i, wanted := range q.Topics {
			fits = fits && (len(wanted) == 0 || i < len(log.Topics) && slices.Contains(wanted, log.Topics[i]))
		}
		if fits {
			found = append(found, log)
		}
	}
	return found, nil
}

// emit adds an event: its indexed values, then the others.
func (l *ledger) emit(at uint64, event string, indexed []common.Hash, values ...any) {
	parsed, err := bindings.EthMLMetaData.ParseABI()
	require.NoError(l.t, err)
	e := parsed.Events[event]
	data, err := e.Inputs.NonIndexed().Pack(values...)
	require.NoError(l.t, err)
	l.logs = append(l.logs, types.Log{Address: coordinator, BlockNumber: at, Topics: append([]common.Hash{e.ID}, indexed...), Data: data})
}

func n(v int64) *big.Int { return big.NewInt(v) }

func h(v int64) common.Hash { return common.BigToHash(n(v)) }

func (l *ledger) open(at uint64, number int64, ids ...*big.Int) {
	l.emit(at, "BlockOpened", []common.Hash{h(number)}, [32]byte{}, [32]byte{}, n(500), n(60), ids)
}

func (l *ledger) reveal(at uint64, number, miner int64, words []*big.Int, statuses ...byte) {
	l.emit(at, "SolutionRevealed", []common.Hash{h(number), h(miner)}, words, statuses)
}

func TestARequestIsFollowedThroughEveryBlockItWasIn(t *testing.T) {
	l := &ledger{t: t, view: bindings.RequestView{ModelId: n(2), DataPoint: "bafk", Status: 3, Tip: n(0), Prediction: n(59)}}
	l.open(5, 1, n(7)) // before the request, and another's
	l.emit(10, "RequestQueued", []common.Hash{h(8), h(1), h(2)}, n(0), n(100000), n(99))
	l.open(11, 2, n(7), n(8))
	l.reveal(12, 2, 0xa, []*big.Int{n(1), n(60)}, 0, 0)
	l.emit(13, "BlockVoided", []common.Hash{h(2)}, [32]byte{}, [32]byte{}, n(1))
	l.open(13, 3, n(9))
	l.open(14, 4, n(8), n(9))
	l.reveal(15, 4, 0xa, []*big.Int{n(59), n(1)}, 0, 0)
	l.reveal(15, 4, 0xb, []*big.Int{n(0), n(1)}, 3, 0)
	l.emit(16, "BlockSettled", []common.Hash{h(4)}, [32]byte{}, [32]byte{}, n(500), []*big.Int{n(59), n(1)}, []byte{0, 0})

	r, err := Read(t.Context(), l, coordinator, 1, 8)
	require.NoError(t, err)
	require.EqualValues(t, 2, r.Model)
	require.Equal(t, "bafk", r.DataCID)
	require.Len(t, r.Blocks, 2)
	require.EqualValues(t, 2, r.Blocks[0].Number)
	require.Nil(t, r.Blocks[0].Outcome, "a void block has no outcome")
	require.Equal(t, "60", r.Blocks[0].Reveals[0].Word.String())
	b := r.Blocks[1]
	require.True(t, b.Outcome.Equal(Vote{0, n(59)}))
	require.Len(t, b.Reveals, 2)
	require.Equal(t, common.BigToAddress(n(0xb)), b.Reveals[1].Miner)
	require.True(t, b.Reveals[0].Equal(*b.Outcome))
	require.False(t, b.Reveals[1].Equal(*b.Outcome))
}
