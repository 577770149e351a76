package differential

import (
	"encoding/base32"
	"math/big"
	"math/rand/v2"
	"testing"

	"github.com/mr-tron/base58"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/cid"
)

var base32Lower = base32.NewEncoding("abcdefghijklmnopqrstuvwxyz234567").WithPadding(base32.NoPadding)

func randomCID(r *rand.Rand) string {
	codec := []cid.Codec{cid.V0, cid.Raw, cid.DagPB}[r.IntN(3)]
	return cid.CID{Digest: draw(r), Codec: codec}.String()
}

// almostCID is a CID with something about it changed, or something that looks like one.
func almostCID(r *rand.Rand) string {
	text := []byte(randomCID(r))
	at := r.IntN(len(text))
	switch r.IntN(8) {
	case 0: // one character, of the alphabets
		text[at] = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0OIl"[r.IntN(62)]
	case 1: // one character, any
		text[at] = byte(r.Uint32())
	case 2: // the padding bits
		text[len(text)-1] = "abcdefghijklmnopqrstuvwxyz234567"[r.IntN(32)]
	case 3: // the header
		at = r.IntN(7)
		text[at] = "abcdefghijklmnopqrstuvwxyz234567"[r.IntN(32)]
	case 4: // the length
		text = append(text[:at], text[min(len(text), at+r.IntN(3)):]...)
	case 5:
		text = append(text, text[at])
	case 6: // base32 of bytes with a header near the right one
		h := draw(r)
		header := []byte{byte(r.UintN(3)), []byte{0x55, 0x70, 0x71, 0x00}[r.IntN(4)], 0x12 + byte(r.UintN(2)), 0x1f + byte(r.UintN(3))}
		return "b" + base32Lower.EncodeToString(append(header, h[:]...))
	case 7: // base58 of bytes with a prefix near the right one
		h := draw(r)
		return base58.Encode(append([]byte{0x11 + byte(r.UintN(3)), 0x1f + byte(r.UintN(3))}, h[:]...))
	}
	return string(text)
}

func TestCIDsAreReadAlike(t *testing.T) {
	r := random(t)
	e := newEVM(t, r)
	at := e.create(bindings.ModelRegistryMetaData.Bin, registry.PackConstructor(deployer, nil))
	zero := new(big.Int)
	accepted, id := 0, int64(0)
	for i := range runs(t, 1500) {
		text := almostCID(r)
		if i%4 == 0 {
			text = randomCID(r)
		}
		want, parseErr := cid.Parse(text)
		output, reverted := e.call(deployer, at, registry.PackRegisterModel(text, 0, 0, 0, 0, zero, zero))
		require.Equal(t, parseErr != nil, reverted, "%q: %v", text, parseErr)
		if reverted {
			malformed, err := main.UnpackCidMalformedError(output[4:])
			require.NoError(t, err)
			require.Equal(t, text, malformed.Cid)
			continue
		}
		accepted++
		id++
		model, err := registry.UnpackGetModel(e.must(deployer, at, registry.PackGetModel(big.NewInt(id))))
		require.NoError(t, err)
		require.Equal(t, want, cid.CID{Digest: model.ManifestDigest, Codec: cid.Codec(model.CidCodec)}, text)
		written, err := registry.UnpackManifestCID(e.must(deployer, at, registry.PackManifestCID(big.NewInt(id))))
		require.NoError(t, err)
		require.Equal(t, text, written)
	}
	require.NotZero(t, accepted)
}

// Constructors read from memory, not calldata, by code of their own.
func TestCIDsInConstructorsAreReadAlike(t *testing.T) {
	r := random(t)
	e := newEVM(t, r)
	for range runs(t, 100) {
		text := almostCID(r)
		want, parseErr := cid.Parse(text)
		_, at, err := e.tryCreate(bindings.ModelRegistryMetaData.Bin, registry.PackConstructor(deployer,
			[]bindings.ModelRegistration{{ManifestCID: text, Tolerance: new(big.Int), PreviousId: new(big.Int)}}))
		require.Equal(t, parseErr == nil, err == nil, "%q: %v, %v", text, parseErr, err)
		if err != nil {
			continue
		}
		model, err := registry.UnpackGetModel(e.must(deployer, at, registry.PackGetModel(big.NewInt(1))))
		require.NoError(t, err)
		require.Equal(t, want, cid.CID{Digest: model.ManifestDigest, Codec: cid.Codec(model.CidCodec)}, text)
	}
}
