package index

import (
	"encoding/binary"

	"github.com/ethml/ethml/internal/protocol"
)

// Buckets of the file.
const (
	bMeta      byte = 'm'
	bTotals    byte = 't'
	bRequests  byte = 'r' // id
	bByState   byte = 's' // state, id
	bByModel   byte = 'q' // model, id
	bBlocks    byte = 'b' // number
	bReveals   byte = 'v' // number, miner
	bModels    byte = 'd' // id
	bOperators byte = 'o' // address
	bSeats     byte = 'a' // address, number
	bActs      byte = 'c' // address, Ethereum block, log index
	bPoints    byte = 'p' // number
	bUndo      byte = 'u' // sequence number
)

// rowBuckets hold what the events say; the rest is bookkeeping.
var rowBuckets = []byte{bTotals, bRequests, bByState, bByModel, bBlocks, bReveals, bModels, bOperators, bSeats, bActs, bPoints}

// totalsKey is the only key of its bucket.
var totalsKey = []byte{0}

func key(numbers ...uint64) []byte {
	k := make([]byte, 0, 8*len(numbers))
	for _, n := range numbers {
		k = binary.BigEndian.AppendUint64(k, n)
	}
	return k
}

func addressKey(a protocol.Address, numbers ...uint64) []byte {
	k := make([]byte, 0, len(a)+8*len(numbers))
	k = append(k, a[:]...)
	return append(k, key(numbers...)...)
}

func revealKey(number uint64, miner protocol.Address) []byte {
	return append(key(number), miner[:]...)
}

func stateKey(s protocol.RequestStatus, id uint64) []byte {
	return append([]byte{byte(s)}, key(id)...)
}

// lastNumber is the number that a key ends with.
func lastNumber(k []byte) uint64 {
	if len(k) < 8 {
		return 0
	}
	return binary.BigEndian.Uint64(k[len(k)-8:])
}
