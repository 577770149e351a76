package decode

import (
	"fmt"
	"math"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ipfs/go-cid"
	"github.com/multiformats/go-multihash"

	"github.com/ethml/ethml/contracts/bindings"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// kind sets the oneof of an event.
type kind func(*ethmlv1.Event)

func topicOf(contract *bind.MetaData, name string) common.Hash {
	parsed, err := contract.ParseABI()
	if err != nil {
		panic(fmt.Sprintf("generated ABI of %s: %v", contract.ID, err))
	}
	event, ok := parsed.Events[name]
	if !ok {
		panic(fmt.Sprintf("generated ABI of %s has no event %s", contract.ID, name))
	}
	return event.ID
}

// of adapts an unpack function of the bindings to a reader.
func of[T any](unpack func(*types.Log) (*T, error), convert func(*transaction, *types.Log, *T, *fields) kind) reader {
	return func(t *transaction, log *types.Log) (kind, error) {
		out, err := unpack(log)
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrMalformed, err)
		}
		var f fields
		k := convert(t, log, out, &f)
		if f.err != nil {
			return nil, fmt.Errorf("%w: %w", ErrMalformed, f.err)
		}
		return k, nil
	}
}

// fields converts Solidity's words, noting the first that doesn't fit.
type fields struct{ err error }

func (f *fields) fail(format string, args ...any) {
	if f.err == nil {
		f.err = fmt.Errorf(format, args...)
	}
}

func (f *fields) uint64(name string, v *big.Int) uint64 {
	if v == nil || !v.IsUint64() {
		f.fail("%s %v doesn't fit 64 bits", name, v)
		return 0
	}
	return v.Uint64()
}

func (f *fields) uint32(name string, v *big.Int) uint32 {
	n := f.uint64(name, v)
	if n > math.MaxUint32 {
		f.fail("%s %d doesn't fit 32 bits", name, n)
		return 0
	}
	return uint32(n)
}

// amount is unsigned big-endian without leading zeros, empty for zero.
func (f *fields) amount(name string, v *big.Int) []byte {
	if v == nil || v.Sign() < 0 || v.BitLen() > 256 {
		f.fail("%s %v is not an unsigned 256-bit number", name, v)
		return nil
	}
	return v.Bytes()
}

func (f *fields) word(name string, v *big.Int) []byte {
	if v == nil || v.Sign() < 0 || v.BitLen() > 256 {
		f.fail("%s %v is not a word", name, v)
		return nil
	}
	return v.FillBytes(make([]byte, 32))
}

func (f *fields) words(name string, vs []*big.Int) [][]byte {
	words := make([][]byte, len(vs))
	for i, v := range vs {
		words[i] = f.word(name, v)
	}
	return words
}

// cid is the string of a CID that the contracts store as a digest and a codec byte.
func (f *fields) cid(digest [32]byte, codec uint8) string {
	hash, err := multihash.Encode(digest[:], multihash.SHA2_256)
	if err != nil {
		f.fail("digest of a CID: %v", err)
		return ""
	}
	switch uint64(codec) {
	case 0:
		return cid.NewCidV0(hash).String()
	case cid.Raw, cid.DagProtobuf:
		return cid.NewCidV1(uint64(codec), hash).String()
	}
	f.fail("CID codec %#x: want 0x00, 0x55 or 0x70", codec)
	return ""
}

func (d *Decoder) tables(a Addresses) map[source]reader {
	readers := map[source]reader{}
	add := func(contract common.Address, meta *bind.MetaData, events map[string]reader) {
		for name, read := range events {
			readers[source{contract, topicOf(meta, name)}] = read
		}
	}
	add(a.Coordinator, &bindings.EthMLMetaData, d.requestEvents())
	add(a.Coordinator, &bindings.EthMLMetaData, d.blockEvents())
	add(a.Coordinator, &bindings.EthMLMetaData, d.otherEvents())
	add(a.Registry, &bindings.ModelRegistryMetaData, d.registryEvents())
	add(a.Stake, &bindings.OperatorStakeMetaData, d.stakeEvents())
	return readers
}
