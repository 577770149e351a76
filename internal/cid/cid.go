// Package cid reads and writes the content identifiers that the protocol
// accepts, exactly those that the contracts accept: CIDv0, and CIDv1 in base32
// with codec raw or dag-pb; sha2-256 in both.
package cid

import (
	"bytes"
	"crypto/sha256"
	"encoding/base32"
	"errors"
	"fmt"
	"strconv"

	"github.com/mr-tron/base58"
)

// Codec is a CID's version and codec as one byte, as the contracts store it.
type Codec byte

// The codecs there are.
const (
	// V0 is a CIDv0, which is always dag-pb.
	V0 Codec = 0x00
	// Raw is a CIDv1 of a block that is the content itself.
	Raw Codec = 0x55
	// DagPB is a CIDv1 of a dag-pb node, such as a UnixFS file of several blocks.
	DagPB Codec = 0x70
)

const (
	v0Length = 46
	v1Length = 59
	// sha2-256 multihash: function code, then digest length.
	sha256Code, sha256Length = 0x12, 0x20
)

// ErrInvalid matches every error of this package.
var ErrInvalid = errors.New("invalid CID")

var encoding = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

// CID identifies content by its sha2-256 digest. It is comparable. A CIDv0 and
// the CIDv1 dag-pb of one digest name the same content but differ; compare Keys
// where that matters.
type CID struct {
	Digest [sha256.Size]byte
	Codec  Codec
}

// Key names content: digest and codec, the same for a CIDv0 and the equal CIDv1.
type Key [sha256.Size + 1]byte

// Parse reads a CID string.
func Parse(text string) (CID, error) {
	var (
		hash  []byte
		codec Codec
	)
	switch {
	case len(text) == v0Length && text[0] == 'Q':
		decoded, err := base58.Decode(text)
		if err != nil {
			return CID{}, invalid(text, "a CIDv0 is base58 (1-9, A-Z, a-z, but none of 0, O, I and l)")
		}
		hash, codec = decoded, V0
	case len(text) == v1Length && text[0] == 'b':
		decoded, err := encoding.DecodeString(text[1:])
		// Go's decoder skips line breaks and takes any padding bits.
		if err != nil || encoding.EncodeToString(decoded) != text[1:] {
			return CID{}, invalid(text, "a CIDv1 is lower-case base32 (a-z, 2-7) whose padding bits are zero")
		}
		if decoded[0] != 1 {
			return CID{}, invalid(text, fmt.Sprintf("version %d, want 1", decoded[0]))
		}
		hash, codec = decoded[2:], Codec(decoded[1])
		if codec != Raw && codec != DagPB {
			return CID{}, invalid(text, fmt.Sprintf("codec %#x, want raw (0x55) or dag-pb (0x70)", decoded[1]))
		}
	default:
		return CID{}, invalid(text, fmt.Sprintf("%d characters, want 46 that start with Qm (CIDv0) or 59 that start with b (CIDv1, base32)", len(text)))
	}
	if len(hash) != sha256.Size+2 || hash[0] != sha256Code || hash[1] != sha256Length {
		return CID{}, invalid(text, "hash function is not sha2-256 with 32 bytes")
	}
	c := CID{Codec: codec}
	copy(c.Digest[:], hash[2:])
	return c, nil
}

// FromDigest builds a CID from what the contracts store.
func FromDigest(digest [sha256.Size]byte, codec byte) (CID, error) {
	switch Codec(codec) {
	case V0, Raw, DagPB:
		return CID{Digest: digest, Codec: Codec(codec)}, nil
	default:
		return CID{}, fmt.Errorf("%w: codec byte %#x, want 0x00, 0x55 or 0x70", ErrInvalid, codec)
	}
}

// Sum is the CID of a block.
func Sum(codec Codec, block []byte) CID {
	return CID{Digest: sha256.Sum256(block), Codec: codec}
}

// String is the one form in which Parse takes the CID.
func (c CID) String() string {
	multihash := append([]byte{sha256Code, sha256Length}, c.Digest[:]...)
	if c.Codec == V0 {
		return base58.Encode(multihash)
	}
	return "b" + encoding.EncodeToString(append([]byte{1, byte(c.Codec)}, multihash...))
}

// Key is the content key.
func (c CID) Key() Key {
	var key Key
	copy(key[:], c.Digest[:])
	key[sha256.Size] = byte(c.Codec)
	if c.Codec == V0 {
		key[sha256.Size] = byte(DagPB)
	}
	return key
}

// IsRaw reports whether the block is the content itself.
func (c CID) IsRaw() bool { return c.Codec == Raw }

// Matches reports whether block is the block that the CID names.
func (c CID) Matches(block []byte) bool {
	digest := sha256.Sum256(block)
	return bytes.Equal(digest[:], c.Digest[:])
}

// MarshalText is String, for JSON and flags.
func (c CID) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText is Parse.
func (c *CID) UnmarshalText(text []byte) error {
	parsed, err := Parse(string(text))
	if err != nil {
		return err
	}
	*c = parsed
	return nil
}

func invalid(text, reason string) error {
	const most = 80
	if len(text) > most {
		text = text[:most] + "..."
	}
	return fmt.Errorf("%w %s: %s", ErrInvalid, strconv.Quote(text), reason)
}
