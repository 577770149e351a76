package protocol

import (
	"encoding/hex"
	"fmt"

	"golang.org/x/crypto/sha3"
)

// Hash is 32 bytes: a Keccak-256 hash, a challenge, a commitment, a salt, a nonce or a word on chain.
type Hash [32]byte

// Address is an Ethereum address.
type Address [20]byte

// String is the 0x-prefixed lower-case hex form.
func (h Hash) String() string { return "0x" + hex.EncodeToString(h[:]) }

// String is the 0x-prefixed lower-case hex form (without EIP-55 capitals).
func (a Address) String() string { return "0x" + hex.EncodeToString(a[:]) }

// HashFromBytes takes exactly 32 bytes; what names them in the error.
func HashFromBytes(what string, b []byte) (Hash, error) {
	var h Hash
	if len(b) != len(h) {
		return h, fmt.Errorf("%s takes 32 bytes, got %d", what, len(b))
	}
	copy(h[:], b)
	return h, nil
}

// AddressFromBytes takes exactly 20 bytes; what names them in the error.
func AddressFromBytes(what string, b []byte) (Address, error) {
	var a Address
	if len(b) != len(a) {
		return a, fmt.Errorf("%s takes 20 bytes, got %d", what, len(b))
	}
	copy(a[:], b)
	return a, nil
}

// Keccak256 hashes the parts one after the other.
func Keccak256(parts ...[]byte) (h Hash) {
	d := sha3.NewLegacyKeccak256()
	for _, p := range parts {
		d.Write(p)
	}
	d.Sum(h[:0])
	return h
}
