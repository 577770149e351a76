package codec

import (
	"encoding/hex"
	"encoding/json"
	"flag"
	"fmt"
	"math"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

var write = flag.Bool("write-vectors", false, "write the vectors that the contracts' tests check")

func vectorFile(name string) string {
	return filepath.Join("..", "..", "..", "..", "contracts", "test", "vectors", name)
}

// The contracts' tests drew floats and encoded them by a definition of their own, contracts/test/vectors/FixedPoint.sol.
func TestFixedAgreesWithSolidity(t *testing.T) {
	text, err := os.ReadFile(vectorFile("fixed.json"))
	require.NoError(t, err)
	var vectors []struct {
		Bits, Decimals, Word string
		OK                   bool
	}
	require.NoError(t, json.Unmarshal(text, &vectors))
	require.NotEmpty(t, vectors)
	for _, v := range vectors {
		bits, err := strconv.ParseUint(strings.TrimPrefix(v.Bits, "0x"), 16, 64)
		require.NoError(t, err)
		decimals, err := strconv.Atoi(v.Decimals)
		require.NoError(t, err)
		e, err := Codec{Fixed, decimals}.Encode(f64([]int64{1}, math.Float64frombits(bits)))
		require.Equal(t, v.OK, err == nil, "%+v: %v", v, err)
		if v.OK {
			require.Equal(t, v.Word, Decimal(e.Word), "%+v", v)
		}
	}
}

// And these the contracts' tests encode again.
func TestFixedVectorsForSolidityAreInStep(t *testing.T) {
	random := rand.New(rand.NewPCG(2, 0))
	var rows []string
	for i := range 200 {
		bits, decimals := random.Uint64(), random.IntN(37)
		if i%3 != 0 { // numbers as models give them, some of them exact halves of the last decimal
			bits = math.Float64bits(math.Round(random.NormFloat64()*1000*64) / 64)
			decimals = random.IntN(9)
		}
		ok := 1
		e, err := Codec{Fixed, decimals}.Encode(f64([]int64{1}, math.Float64frombits(bits)))
		if err != nil {
			ok = 0
		}
		rows = append(rows, fmt.Sprintf(`{"bits": "0x%064x", "decimals": %d, "ok": %d, "word": "0x%s"}`, bits, decimals, ok, hex.EncodeToString(e.Word[:])))
	}
	text := fmt.Sprintf("{\"count\": %d, \"vectors\": [\n%s\n]}\n", len(rows), strings.Join(rows, ",\n"))
	if *write {
		require.NoError(t, os.WriteFile(vectorFile("fixed_go.json"), []byte(text), 0o644))
	}
	committed, err := os.ReadFile(vectorFile("fixed_go.json"))
	require.NoError(t, err)
	require.Equal(t, string(committed), text, "stale: go test ./internal/codec -write-vectors in services/inference")
}
