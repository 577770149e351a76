package datapoint

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTypedNumbersAreADataPointAsTheyWereWritten(t *testing.T) {
	data, err := FromValues(" 1, 2.50,\n-3e1 ")
	require.NoError(t, err)
	assert.Equal(t, "[1,2.50,-3e1]", string(data))
	for text, says := range map[string]string{
		"":                         `"" (number 1) is no JSON number`,
		"1,2,":                     `"" (number 3) is no JSON number`,
		"1,abc":                    `"abc" (number 2) is no JSON number`,
		"1;2":                      `"1;2" (number 1) is no JSON number`,
		"0x10":                     `"0x10" (number 1) is no JSON number`,
		"NaN":                      `"NaN" (number 1) is no JSON number`,
		`1],[2`:                    `"1]" (number 1) is no JSON number`,
		strings.Repeat("hallo", 9): `"` + strings.Repeat("hallo", 8) + `"… (number 1) is no JSON number`,
	} {
		_, err := FromValues(text)
		assert.EqualError(t, err, says, text)
	}
}

func FuzzFromValues(f *testing.F) {
	f.Add("1,2,3")
	f.Add("1,[2]")
	f.Add("\xff")
	f.Fuzz(func(t *testing.T, text string) {
		data, err := FromValues(text)
		if err != nil {
			return
		}
		tensors, err := Decode(data, Model{Inputs: []Spec{{Name: "x", Datatype: "FP64", Shape: []int64{-1}}}})
		if err == nil {
			assert.Len(t, tensors[0].Raw, 8*(strings.Count(text, ",")+1))
			return
		}
		// A number beyond the range of the type is the only thing a model may object to.
		require.ErrorIs(t, err, ErrRejected)
	})
}
