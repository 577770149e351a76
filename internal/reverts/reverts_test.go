package reverts

import (
	"errors"
	"fmt"
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
)

type dataError struct{ data any }

func (dataError) Error() string    { return "execution reverted" }
func (e dataError) ErrorData() any { return e.data }

func encode(t *testing.T, name string, values ...any) []byte {
	t.Helper()
	parsed, err := bindings.EthMLMetaData.ParseABI()
	require.NoError(t, err)
	e, ok := parsed.Errors[name]
	require.True(t, ok, name)
	packed, err := e.Inputs.Pack(values...)
	require.NoError(t, err)
	return append(e.ID[:4:4], packed...)
}

func TestCustomErrorsAreNamedWithTheirValues(t *testing.T) {
	raw := encode(t, "EthML_UnknownModel", big.NewInt(7))
	err := Decode(fmt.Errorf("estimate gas: %w", dataError{hexutil.Encode(raw)}))
	require.EqualError(t, err, "EthML_UnknownModel(modelId=7)")
	require.True(t, Is(err, "EthML_UnknownModel"))
	require.False(t, Is(err, "EthML_Idle"))
}

func TestARequireGivesItsText(t *testing.T) {
	raw := hexutil.MustDecode("0x08c379a00000000000000000000000000000000000000000000000000000000000000020" +
		"0000000000000000000000000000000000000000000000000000000000000002" +
		"6e6f000000000000000000000000000000000000000000000000000000000000")
	require.EqualError(t, FromData(raw), "no")
}

func TestWhatCannotBeDecodedStaysAsItIs(t *testing.T) {
	plain := errors.New("connection refused")
	require.Equal(t, plain, Decode(plain))
	require.NoError(t, Decode(nil))
	for _, data := range []any{nil, 7, "zz", "0x", "0x01020304", hexutil.Encode(encode(t, "EthML_UnknownModel", big.NewInt(7))[:20])} {
		err := error(dataError{data})
		require.Equal(t, err, Decode(err), "%v", data)
	}
}

func FuzzFromData(f *testing.F) {
	f.Add([]byte{8, 0xc3, 0x79, 0xa0})
	f.Fuzz(func(_ *testing.T, raw []byte) { _ = FromData(raw) })
}
