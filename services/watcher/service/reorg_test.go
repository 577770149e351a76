package service_test

import (
	"bytes"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"google.golang.org/grpc"
	"google.golang.org/protobuf/proto"

	"github.com/ethml/ethml/services/watcher/internal/decode"
	"github.com/ethml/ethml/services/watcher/internal/testnet"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// book is what a subscriber was given and not told to forget.
type book struct {
	items       []*ethmlv1.SubscribeResponse
	retractions int
}

// follow reads until the watcher has a head and everything up to it was given.
func (b *book) follow(t *testing.T, stream grpc.ServerStreamingClient[ethmlv1.SubscribeResponse], head *types.Header) {
	t.Helper()
	until(t, stream, "the last block", func(r *ethmlv1.SubscribeResponse) bool {
		switch {
		case r.GetEvent() != nil:
			b.items = append(b.items, r)
		case r.GetRetracted() != nil:
			b.retractions++
			keep := len(b.items)
			for keep > 0 && !bytes.Equal(b.items[keep-1].GetCursor(), r.GetRetracted().GetRollbackTo()) {
				keep--
			}
			require.True(t, keep > 0 || len(r.GetRetracted().GetRollbackTo()) == 0, "rolled back to what was never given")
			b.items = b.items[:keep]
		}
		return bytes.Equal(r.GetHeartbeat().GetHead().GetHash(), head.Hash().Bytes())
	})
}

// canonical decodes what the node itself says.
func canonical(t *testing.T, n *testnet.Net) (events []*ethmlv1.Event) {
	t.Helper()
	addresses := decode.Addresses{Coordinator: n.Coordinator, Registry: n.Registry, Stake: n.Stake}
	decoder := decode.New(addresses)
	for number := range n.Chain.Head().Number.Uint64() + 1 {
		block := new(big.Int).SetUint64(number)
		header, err := n.Chain.Client().HeaderByNumber(t.Context(), block)
		require.NoError(t, err)
		logs, err := n.Chain.Client().FilterLogs(t.Context(), ethereum.FilterQuery{FromBlock: block, ToBlock: block, Addresses: addresses.List()})
		require.NoError(t, err)
		of, err := decoder.Block(decode.Header{Number: number, Hash: header.Hash(), Time: header.Time}, logs)
		require.NoError(t, err)
		events = append(events, of...)
	}
	return events
}

// TestDeliveredLessRetractedIsWhatTheNodeSays lets a go-ethereum chain reorganise and fall back at random while requests
// are made. In the end a subscriber that saw it all and one that comes late hold what the node's logs are.
func TestDeliveredLessRetractedIsWhatTheNodeSays(t *testing.T) {
	n := testnet.Start(t)
	n.Deploy()
	w := start(t, config(t, n))
	defer w.shutdown()
	stream := w.subscribe(nil)
	var live book
	live.follow(t, stream, n.Chain.Head())

	r := rand.New(rand.NewPCG(20, 26))
	for range 60 {
		switch k := r.IntN(10); {
		case k < 6:
			for range r.IntN(4) {
				n.Request()
			}
			n.Seal()
		case k < 9:
			n.Reorg(1 + r.Uint64N(10))
		default:
			back := new(big.Int).Sub(n.Chain.Head().Number, big.NewInt(1+r.Int64N(2)))
			header, err := n.Chain.Client().HeaderByNumber(t.Context(), back)
			require.NoError(t, err)
			n.Fork(header.Hash())
		}
		if r.IntN(2) == 0 {
			live.follow(t, stream, n.Chain.Head())
		}
	}
	n.Request()
	n.Seal()

	want := canonical(t, n)
	live.follow(t, stream, n.Chain.Head())
	var late book
	late.follow(t, w.subscribe(nil), n.Chain.Head())
	assert.Positive(t, live.retractions)
	for name, b := range map[string]book{"live": live, "late": late} {
		require.Len(t, b.items, len(want), name)
		for i, item := range b.items {
			require.True(t, proto.Equal(want[i], item.GetEvent()), "%s: event %d of %d", name, i, len(want))
		}
	}
}
