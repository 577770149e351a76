package decode_test

import (
	"encoding/binary"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/watcher/internal/decode"
	"github.com/ethml/ethml/services/watcher/internal/fakechain"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

var addresses = decode.Addresses{Coordinator: fakechain.Coordinator, Registry: fakechain.Registry, Stake: fakechain.Stake}

var header = decode.Header{Number: 7, Hash: common.HexToHash("0xb10c"), Time: 1_700_000_007}

// place gives logs the block's and the transactions' coordinates, a transaction for each slice.
func place(transactions ...[]types.Log) (logs []types.Log) {
	for i, of := range transactions {
		for _, l := range of {
			l.BlockNumber, l.BlockHash, l.Index = header.Number, header.Hash, uint(len(logs))
			l.TxHash = common.BigToHash(big.NewInt(int64(i + 1)))
			logs = append(logs, l)
		}
	}
	return logs
}

func TestRequestIsOneEventFromTwoLogs(t *testing.T) {
	tip, _ := new(big.Int).SetString("1000000000000000000000", 10)
	logs := place([]types.Log{
		fakechain.Log(fakechain.Coordinator, "ReceivedRequest", fakechain.Int(1), fakechain.CID, tip),
		fakechain.Log(fakechain.Coordinator, "RequestQueued", fakechain.Int(1), fakechain.Miner(9), fakechain.Int(2), fakechain.Int(106_000_000), fakechain.Int(100_000), fakechain.Int(1_700_086_400)),
	})
	events, err := decode.New(addresses).Block(header, logs)
	require.NoError(t, err)
	require.Len(t, events, 1)
	q := events[0].GetRequestQueued()
	assert.Equal(t, uint64(1), q.GetId())
	assert.Equal(t, uint64(2), q.GetModelId())
	assert.Equal(t, fakechain.CID, q.GetDataCid())
	assert.Equal(t, tip.Bytes(), q.GetTip())
	assert.Equal(t, fakechain.Miner(9).Bytes(), q.GetRequester())
	assert.Equal(t, uint64(1_700_086_400), q.GetExpiry())
	at := events[0].GetPosition()
	assert.Equal(t, uint32(1), at.GetLogIndex(), "the position is that of RequestQueued")
	assert.Equal(t, header.Hash[:], at.GetBlockHash())
	assert.Equal(t, header.Time, at.GetBlockTime())
}

func TestManyRequestsOfOneTransactionKeepTheirOwnData(t *testing.T) {
	var logs []types.Log
	for id := uint64(1); id <= 3; id++ {
		logs = append(logs,
			fakechain.Log(fakechain.Coordinator, "ReceivedRequest", fakechain.Int(id), fakechain.CID, fakechain.Int(id*10)),
			fakechain.Log(fakechain.Coordinator, "RequestQueued", fakechain.Int(id), fakechain.Miner(9), fakechain.Int(1), fakechain.Int(1), fakechain.Int(1), fakechain.Int(1)))
	}
	events, err := decode.New(addresses).Block(header, place(logs))
	require.NoError(t, err)
	require.Len(t, events, 3)
	for i, e := range events {
		assert.Equal(t, []byte{byte(10 * (i + 1))}, e.GetRequestQueued().GetTip())
	}
}

func TestEndOfARequestNamesTheBlockThatSettledIt(t *testing.T) {
	settled := fakechain.Log(fakechain.Coordinator, "BlockSettled", fakechain.Int(4), [32]byte{1}, [32]byte{2}, fakechain.Int(5), []*big.Int{big.NewInt(59)}, []byte{0})
	events, err := decode.New(addresses).Block(header, place(
		[]types.Log{fakechain.Log(fakechain.Coordinator, "RequestExpired", fakechain.Int(1), fakechain.Miner(0))},
		[]types.Log{fakechain.Log(fakechain.Coordinator, "RequestAnswered", fakechain.Int(2), fakechain.Int(59)), settled,
			fakechain.Log(fakechain.Coordinator, "RequestCancelled", fakechain.Int(3))},
	))
	require.NoError(t, err)
	require.Len(t, events, 4)
	assert.Zero(t, events[0].GetRequestEnded().GetBlockNumber(), "expired on its own")
	answered := events[1].GetRequestEnded()
	assert.Equal(t, uint64(4), answered.GetBlockNumber())
	assert.Equal(t, ethmlv1.RequestEndState_REQUEST_END_STATE_ANSWERED, answered.GetState())
	assert.Len(t, answered.GetWord(), 32)
	assert.Equal(t, byte(59), answered.GetWord()[31])
	assert.Equal(t, uint64(4), events[2].GetBlockEnded().GetNumber())
	assert.Zero(t, events[3].GetRequestEnded().GetBlockNumber(), "cancelled by its requester")
}

func TestManifestCIDComesBackInTheFormItWasGiven(t *testing.T) {
	digest := common.HexToHash("0x0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef")
	for codec, want := range map[uint8]string{
		0x00: "QmNR6K15azWjGnvqaqHJPrpx1g7KSeVRKy1cjFPFwmvkGv",
		0x55: "bafkreiabencwpcnlzxxqci2fm6e2xtppaerukz4jvpg66ajdivtytk6n54",
		0x70: "bafybeiabencwpcnlzxxqci2fm6e2xtppaerukz4jvpg66ajdivtytk6n54",
	} {
		l := fakechain.Log(fakechain.Registry, "ModelRegistered", fakechain.Int(1), fakechain.Miner(0), [32]byte(digest), codec,
			uint16(100), uint8(2), uint8(6), uint8(1), fakechain.Int(5), fakechain.Int(0))
		events, err := decode.New(addresses).Block(header, place([]types.Log{l}))
		require.NoError(t, err)
		assert.Equal(t, want, events[0].GetModelRegistered().GetManifestCid())
	}
}

func TestUnknownEventsAndContractsAreLeftOut(t *testing.T) {
	upgraded := types.Log{Address: fakechain.Coordinator, Topics: []common.Hash{common.HexToHash("0x77")}, Data: []byte{1}}
	bare := types.Log{Address: fakechain.Coordinator}
	elsewhere := fakechain.Log(fakechain.Coordinator, "CommitClosed", fakechain.Int(1), fakechain.Int(5))
	elsewhere.Address = fakechain.Stake
	events, err := decode.New(addresses).Block(header, place([]types.Log{upgraded, bare, elsewhere}))
	require.NoError(t, err)
	assert.Empty(t, events)
}

func TestMalformedLogsAreErrors(t *testing.T) {
	huge := new(big.Int).Lsh(big.NewInt(1), 70)
	queued := fakechain.Log(fakechain.Coordinator, "RequestQueued", fakechain.Int(1), fakechain.Miner(9), fakechain.Int(1), fakechain.Int(1), fakechain.Int(1), fakechain.Int(1))
	cut := fakechain.Log(fakechain.Coordinator, "BlockOpened", fakechain.Int(1), [32]byte{}, [32]byte{}, fakechain.Int(1), fakechain.Int(1), []*big.Int{big.NewInt(1)})
	cut.Data = cut.Data[:len(cut.Data)-1]
	empty := cut
	empty.Data = nil
	topicless := fakechain.Log(fakechain.Coordinator, "RequestCancelled", fakechain.Int(1))
	topicless.Topics = topicless.Topics[:1]
	for name, logs := range map[string][]types.Log{
		"id beyond 64 bits":    {fakechain.Log(fakechain.Coordinator, "RequestCancelled", huge)},
		"block beyond 64 bits": {fakechain.Log(fakechain.Coordinator, "BlockVoided", huge, [32]byte{}, [32]byte{}, fakechain.Int(0))},
		"queued, not received": {queued},
		"received, not queued": {fakechain.Log(fakechain.Coordinator, "ReceivedRequest", fakechain.Int(1), fakechain.CID, fakechain.Int(1))},
		"data cut off":         {cut},
		"no data":              {empty},
		"topic missing":        {topicless},
		"zero difficulty":      {fakechain.Log(fakechain.Coordinator, "BlockOpened", fakechain.Int(1), [32]byte{}, [32]byte{}, fakechain.Int(0), fakechain.Int(1), []*big.Int{})},
		"unknown CID codec": {fakechain.Log(fakechain.Registry, "ModelRegistered", fakechain.Int(1), fakechain.Miner(0), [32]byte{}, uint8(0x71),
			uint16(0), uint8(0), uint8(0), uint8(0), fakechain.Int(0), fakechain.Int(0))},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := decode.New(addresses).Block(header, place(logs))
			assert.ErrorIs(t, err, decode.ErrMalformed)
		})
	}
}

func TestLogsOfAnotherBlockAreRefused(t *testing.T) {
	logs := place([]types.Log{fakechain.Log(fakechain.Coordinator, "RequestCancelled", fakechain.Int(1))})
	logs[0].BlockHash = common.HexToHash("0xdead")
	_, err := decode.New(addresses).Block(header, logs)
	assert.ErrorIs(t, err, decode.ErrMalformed)
}

// FuzzBlock feeds any topics and data to each of the events: no panic, and what is decoded has a kind and fits the log.
func FuzzBlock(f *testing.F) {
	var seeds []types.Log
	var p fakechain.Protocol
	r := fakechain.Rand(1)
	for range 400 {
		seeds = append(seeds, p.Step(r)...)
	}
	for _, l := range seeds {
		f.Add(l.Address[19], topics(l), l.Data)
	}
	decoder := decode.New(addresses)
	f.Fuzz(func(t *testing.T, contract byte, topics, data []byte) {
		l := types.Log{Address: common.BytesToAddress([]byte{contract}), Data: data}
		for ; len(topics) >= 32 && len(l.Topics) < 4; topics = topics[32:] {
			l.Topics = append(l.Topics, common.Hash(topics[:32]))
		}
		var id [8]byte
		if len(data) >= 32 {
			copy(id[:], data[24:32])
		}
		received := fakechain.Log(fakechain.Coordinator, "ReceivedRequest", fakechain.Int(binary.BigEndian.Uint64(id[:])), "x", fakechain.Int(0))
		for _, logs := range [][]types.Log{{l}, {received, l}} {
			events, err := decoder.Block(header, place(logs))
			if err != nil {
				assert.ErrorIs(t, err, decode.ErrMalformed)
				continue
			}
			for _, e := range events {
				assert.NotEqual(t, ethmlv1.EventKind_EVENT_KIND_UNSPECIFIED, decode.Kind(e))
			}
		}
	})
}

func topics(l types.Log) (b []byte) {
	for _, h := range l.Topics {
		b = append(b, h[:]...)
	}
	return b
}

func BenchmarkBlock(b *testing.B) {
	var p fakechain.Protocol
	r := fakechain.Rand(1)
	var logs []types.Log
	for len(logs) < 1000 {
		logs = append(logs, place(p.Step(r))...)
	}
	decoder := decode.New(addresses)
	b.ResetTimer()
	for i := range b.N {
		if _, err := decoder.Block(header, logs[i%900:i%900+1]); err != nil && i < 0 {
			b.Fatal(err)
		}
	}
}
