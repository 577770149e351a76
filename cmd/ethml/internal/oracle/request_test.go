package oracle

import (
	"math/big"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAWordIsReadAsItsCodecMeansIt(t *testing.T) {
	require.Equal(t, "59", Value(0, 0, big.NewInt(59)))
	require.Equal(t, "87.91", Value(codecFixed, 2, big.NewInt(8791)))
	require.Equal(t, "-0.05", Value(codecFixed, 2, big.NewInt(-5)))
	require.Equal(t, "7", Value(codecFixed, 0, big.NewInt(7)))
	require.Equal(t, "0x"+strings.Repeat("0", 62)+"1f", Value(codecDigest, 0, big.NewInt(31)))
}

func TestWordsAreTwosComplement(t *testing.T) {
	all := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
	require.Equal(t, "-1", Signed(all).String())
	require.Equal(t, "59", Signed(big.NewInt(59)).String())
}
