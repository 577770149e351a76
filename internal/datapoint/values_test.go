package datapoint

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestTypedNumbersAreADataPointAsTheyWereWritten(t *testing.T) {
	for text, want := range map[string]string{
		" 1, 2.50,\n-3e1 ": "[1,2.50,-3e1]", "[53,1,20.5]": "[53,1,20.5]", "[53, 1, 20.5": "[53,1,20.5]", "1 -2.50\t3": "[1,-2.50,3]",
		"7": "[7]", "[[1,2],[3,4]]": "[[1,2],[3,4]]", "-1,2\r\n": "[-1,2]", "[1 2]": "[1,2]",
	} {
		data, err := FromValues(text)
		require.NoError(t, err, text)
		assert.Equal(t, want, string(data), text)
	}
	const commas = " is no JSON number; numbers are separated by commas"
	for text, says := range map[string]string{
		"":                         "no number: want some, separated by commas",
		"1,2,":                     "nothing after the last comma: take it away, or add the number that is missing",
		"[1,2,]":                   "nothing after the last comma: take it away, or add the number that is missing",
		"1,,2":                     "number 2 is missing: nothing stands before its comma",
		"1,abc":                    `"abc" (number 2)` + commas,
		"1;2":                      `"1;2" (number 1)` + commas,
		"1,2 3":                    `"2 3" (number 2)` + commas,
		".5":                       `".5" (number 1)` + commas,
		"0x10":                     `"0x10" (number 1)` + commas,
		"NaN":                      `"NaN" (number 1)` + commas,
		`1],[2`:                    `"1]" (number 1)` + commas,
		strings.Repeat("hallo", 9): `"` + strings.Repeat("hallo", 8) + `"… (number 1)` + commas,
	} {
		_, err := FromValues(text)
		assert.EqualError(t, err, says, text)
	}
}

func FuzzFromValues(f *testing.F) {
	f.Add("1,2,3")
	f.Add("1,[2]")
	f.Add("[1 2]")
	f.Add("[[1],[2]]")
	f.Add("\xff")
	f.Fuzz(func(t *testing.T, text string) {
		data, err := FromValues(text)
		if err != nil {
			return
		}
		if strings.HasPrefix(strings.TrimSpace(text), "[") && json.Valid([]byte(text)) {
			require.Equal(t, strings.TrimSpace(text), string(data), "an array is what it is")
			return
		}
		tensors, err := Decode(data, Model{Inputs: []Spec{{Name: "x", Datatype: "FP64", Shape: []int64{-1}}}})
		if err == nil {
			assert.Len(t, tensors[0].Raw, 8*(strings.Count(string(data), ",")+1))
			return
		}
		// A number beyond the range of the type is the only thing a model may object to.
		require.ErrorIs(t, err, ErrRejected)
	})
}
