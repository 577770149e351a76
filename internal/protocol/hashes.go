package protocol

import (
	"encoding/binary"

	"github.com/holiman/uint256"
)

// word is the ABI encoding of an unsigned integer.
func word(v uint64) []byte {
	var w [32]byte
	binary.BigEndian.PutUint64(w[24:], v)
	return w[:]
}

// addressWord is the ABI encoding of an address.
func addressWord(a Address) []byte {
	var w [32]byte
	copy(w[12:], a[:])
	return w[:]
}

// IDsHash is keccak256 over the request ids as concatenated 32-byte words, in service order.
func IDsHash(ids []uint64) Hash {
	parts := make([][]byte, len(ids))
	for i, id := range ids {
		parts[i] = word(id)
	}
	return Keccak256(parts...)
}

// MinersHash is keccak256 over the miners as concatenated 32-byte words, in seat order.
func MinersHash(miners []Address) Hash {
	parts := make([][]byte, len(miners))
	for i, m := range miners {
		parts[i] = addressWord(m)
	}
	return Keccak256(parts...)
}

// Opening is the Ethereum block in which a virtual block opened.
type Opening struct {
	Previous Hash   // hash of the Ethereum block before it
	Time     uint64 // Unix seconds
	Randao   Hash   // the header's mixHash
}

// Challenge is what the miners of virtual block number hash against.
func Challenge(chainID *uint256.Int, coordinator Address, parent Hash, number uint64, ids []uint64, at Opening) Hash {
	id, idsHash := chainID.Bytes32(), IDsHash(ids)
	return Keccak256(id[:], addressWord(coordinator), parent[:], word(number), idsHash[:], at.Previous[:], word(at.Time), at.Randao[:])
}

// ProofOfWork is the hash of one nonce: challenge (32 bytes), miner (20), nonce (32), packed.
func ProofOfWork(challenge Hash, miner Address, nonce Hash) Hash {
	return Keccak256(challenge[:], miner[:], nonce[:])
}

// Solves reports whether a nonce's hash is at most target.
func Solves(challenge Hash, miner Address, nonce Hash, target *uint256.Int) bool {
	h := ProofOfWork(challenge, miner, nonce)
	return new(uint256.Int).SetBytes32(h[:]).Cmp(target) <= 0
}

// ResultHash is keccak256(abi.encode(uint256[] words, bytes statuses)).
func ResultHash(words []Hash, statuses []byte) Hash {
	padded := make([]byte, (len(statuses)+31)/32*32)
	copy(padded, statuses)
	parts := make([][]byte, 0, len(words)+5)
	parts = append(parts, word(64), word(uint64(96+32*len(words))), word(uint64(len(words))))
	for i := range words {
		parts = append(parts, words[i][:])
	}
	parts = append(parts, word(uint64(len(statuses))), padded)
	return Keccak256(parts...)
}

// Commitment hides a result until it is revealed.
func Commitment(challenge Hash, miner Address, result, salt Hash) Hash {
	return Keccak256(challenge[:], addressWord(miner), result[:], salt[:])
}

// BlockHeader is what a virtual block's hash covers.
type BlockHeader struct {
	Parent    Hash
	Number    uint64
	IDs       []uint64  // requests, in service order
	Outcome   Hash      // ResultHash over the outcome vectors; zero for a void block
	Challenge Hash      // as opened
	Miners    []Address // in seat order
	Timestamp uint64    // of the Ethereum block that settled it, seconds since the Unix epoch
}

// Hash is the virtual block's hash.
func (b BlockHeader) Hash() Hash {
	ids, miners := IDsHash(b.IDs), MinersHash(b.Miners)
	return Keccak256(b.Parent[:], word(b.Number), ids[:], b.Outcome[:], b.Challenge[:], miners[:], word(b.Timestamp))
}
