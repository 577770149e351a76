package codec

import (
	"crypto/sha256"
	"encoding/binary"
	"math"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/inference/internal/frame"
)

func f64(shape []int64, v ...float64) *frame.Tensor {
	t := &frame.Tensor{Name: "out", Type: frame.FP64, Shape: shape}
	for _, f := range v {
		t.Data = binary.LittleEndian.AppendUint64(t.Data, math.Float64bits(f))
	}
	return t
}

func f32(v ...float32) *frame.Tensor {
	t := &frame.Tensor{Name: "out", Type: frame.FP32, Shape: []int64{1, int64(len(v))}}
	for _, f := range v {
		t.Data = binary.LittleEndian.AppendUint32(t.Data, math.Float32bits(f))
	}
	return t
}

func i64(shape []int64, v ...int64) *frame.Tensor {
	t := &frame.Tensor{Name: "out", Type: frame.INT64, Shape: shape}
	for _, n := range v {
		t.Data = binary.LittleEndian.AppendUint64(t.Data, uint64(n))
	}
	return t
}

func TestWordsAreExact(t *testing.T) {
	for name, c := range map[string]struct {
		codec Codec
		out   *frame.Tensor
		want  string
	}{
		"class":                       {Codec{Class, 0}, i64([]int64{1}, 59), "59"},
		"class of a scalar":           {Codec{Class, 0}, i64(nil, 3), "3"},
		"negative class":              {Codec{Class, 0}, i64([]int64{1, 1}, -1), "-1"},
		"bool class":                  {Codec{Class, 0}, &frame.Tensor{Type: frame.BOOL, Shape: []int64{1}, Data: []byte{1}}, "1"},
		"uint64 class":                {Codec{Class, 0}, &frame.Tensor{Type: frame.UINT64, Shape: []int64{1}, Data: []byte{255, 255, 255, 255, 255, 255, 255, 255}}, "18446744073709551615"},
		"argmax":                      {Codec{ArgMax, 0}, f32(0.1, 0.7, 0.2), "1"},
		"argmax, lowest on a tie":     {Codec{ArgMax, 0}, f32(-3, 2, 2, -5), "1"},
		"argmax of zeros of any sign": {Codec{ArgMax, 0}, f32(float32(math.Copysign(0, -1)), 0), "0"},
		"argmax of integers":          {Codec{ArgMax, 0}, i64([]int64{1, 3}, -7, -9, -6), "2"},
		"fixed":                       {Codec{Fixed, 2}, f64([]int64{1, 1}, 152.347), "15235"},
		"half to even, down":          {Codec{Fixed, 0}, f64([]int64{1}, 2.5), "2"},
		"half to even, up":            {Codec{Fixed, 0}, f64([]int64{1}, 3.5), "4"},
		"half to even, negative":      {Codec{Fixed, 0}, f64([]int64{1}, -2.5), "-2"},
		"half that isn't quite":       {Codec{Fixed, 2}, f64([]int64{1}, 1.005), "100"}, // 1.00499999999999989...
		"exact half at a decimal":     {Codec{Fixed, 2}, f64([]int64{1}, 0.125), "12"},
		"float32 widens exactly":      {Codec{Fixed, 9}, f32(0.1), "100000001"},
		"smallest double":             {Codec{Fixed, 18}, f64([]int64{1}, 5e-324), "0"},
		"minus zero":                  {Codec{Fixed, 3}, f64([]int64{1}, math.Copysign(0, -1)), "0"},
		"large":                       {Codec{Fixed, 0}, f64([]int64{1}, 1e70), "10000000000000000725314363815292351261583744096465219555182101554790400"},
		"fixed integer":               {Codec{Fixed, 3}, i64([]int64{1}, -12), "-12000"},
		"half precision":              {Codec{Fixed, 4}, &frame.Tensor{Type: frame.FP16, Shape: []int64{1}, Data: []byte{0x55, 0x35}}, "3333"}, // 0.333251953125
		"smallest half":               {Codec{Fixed, 9}, &frame.Tensor{Type: frame.FP16, Shape: []int64{1}, Data: []byte{1, 0}}, "60"},
		"bfloat16":                    {Codec{Fixed, 1}, &frame.Tensor{Type: frame.BF16, Shape: []int64{1}, Data: []byte{0x40, 0xc0}}, "-30"},
	} {
		t.Run(name, func(t *testing.T) {
			e, err := c.codec.Encode(c.out)
			require.NoError(t, err)
			require.Equal(t, c.want, Decimal(e.Word))
			require.NotEmpty(t, e.Steps)
		})
	}
}

func TestOutputsWithoutAWordAreRejected(t *testing.T) {
	for name, c := range map[string]struct {
		codec Codec
		out   *frame.Tensor
		says  string
	}{
		"NaN":                {Codec{ArgMax, 0}, f32(1, float32(math.NaN())), "NaN at 1"},
		"infinity":           {Codec{Fixed, 2}, f64([]int64{1}, math.Inf(-1)), "-Inf"},
		"half NaN":           {Codec{Fixed, 2}, &frame.Tensor{Type: frame.FP16, Shape: []int64{1}, Data: []byte{1, 0x7c}}, "NaN"},
		"half infinity":      {Codec{Fixed, 2}, &frame.Tensor{Type: frame.FP16, Shape: []int64{1}, Data: []byte{0, 0xfc}}, "-Inf"},
		"NaN in a digest":    {Codec{Digest, 2}, f32(float32(math.NaN())), "NaN"},
		"too large":          {Codec{Fixed, 0}, f64([]int64{1}, 1e77), "int256"},
		"scaled too large":   {Codec{Fixed, 40}, f64([]int64{1}, 1e40), "int256"},
		"two classes":        {Codec{Class, 0}, i64([]int64{2}, 1, 2), "shape [2]"},
		"float class":        {Codec{Class, 0}, f64([]int64{1}, 1), "type FP64"},
		"two fixed":          {Codec{Fixed, 0}, f32(1, 2), "shape [1 2]"},
		"empty":              {Codec{ArgMax, 0}, f32(), "empty"},
		"strings":            {Codec{Class, 0}, &frame.Tensor{Name: "s", Type: frame.BYTES, Shape: []int64{1}, Data: []byte{1, 0, 0, 0, 'a'}}, `output "s"`},
		"data beside shape":  {Codec{ArgMax, 0}, &frame.Tensor{Type: frame.FP32, Shape: []int64{2}, Data: []byte{1, 2, 3, 4}}, "8 bytes, got 4"},
		"a digest too large": {Codec{Digest, 60}, f32(make([]float32, 30000)...), "block"},
	} {
		t.Run(name, func(t *testing.T) {
			_, err := c.codec.Encode(c.out)
			require.ErrorIs(t, err, ErrRejected)
			require.ErrorContains(t, err, c.says)
		})
	}
}

func TestADigestsWordIsTheHashOfItsBlock(t *testing.T) {
	e, err := Codec{Digest, 2}.Encode(f32(0.125, -0.001, 3))
	require.NoError(t, err)
	require.Equal(t, `{"shape":[1,3],"decimals":2,"data":[0.12,0.00,3.00]}`, string(e.Block))
	require.Equal(t, sha256.Sum256(e.Block), e.Word)
	same, err := Codec{Digest, 2}.Encode(f32(0.1249, -0.004, 2.999))
	require.NoError(t, err)
	require.Equal(t, e.Word, same.Word)
}

// FuzzFixedAgreesWithRationals compares with the definition, over big.Rat.
func FuzzFixedAgreesWithRationals(f *testing.F) {
	for _, v := range []float64{0, 2.5, -0.5, 1e300, 5e-324, 0.1, -1234.5675} {
		f.Add(v, uint8(3))
	}
	f.Fuzz(func(t *testing.T, v float64, decimals uint8) {
		if math.IsNaN(v) || math.IsInf(v, 0) {
			t.Skip("NaN and infinity never reach the codec as values: they are a status")
		}
		n, err := element(f64([]int64{1}, v), 0)
		require.NoError(t, err)
		d := int(decimals % (MaxDecimals + 1))
		got := n.scaled(d)
		exact := new(big.Rat).Mul(new(big.Rat).SetFloat64(v), new(big.Rat).SetInt(new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(d)), nil)))
		off := new(big.Rat).Sub(exact, new(big.Rat).SetInt(got))
		half := off.Abs(off).Cmp(big.NewRat(1, 2))
		require.True(t, half < 0 || half == 0 && got.Bit(0) == 0, "%v with %d decimals gave %s", v, d, got)
	})
}
