package view

import (
	"math/big"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/stretchr/testify/assert"

	"github.com/ethml/ethml/internal/protocol"
)

func wei(s string) Wei {
	v, _ := new(big.Int).SetString(s, 10)
	return Wei{v}
}

func TestAmountsAreReadInEML(t *testing.T) {
	for digits, want := range map[string]string{
		"0": "0 EML", "50000000000000000000": "50 EML", "16666666666666666666": "16.6667 EML", "100000000000000000": "0.1 EML",
		"1": "0.000000000000000001 EML", "1234567000000000000000000": "1\u202f234\u202f567 EML",
	} {
		assert.Equal(t, want, wei(digits).EML())
	}
	raw, err := wei("1234567000000000000000000").MarshalJSON()
	assert.NoError(t, err)
	assert.Equal(t, `"1234567000000000000000000"`, string(raw), "JSON has the full value")
}

func TestWordsAreReadAsTheCodecMeansThem(t *testing.T) {
	minus := protocol.Hash{}
	for i := range minus {
		minus[i] = 0xff
	}
	assert.Equal(t, "-1", Value(0, 0, minus))
	assert.Equal(t, "-0.01", Value(codecFixed, 2, minus))
	assert.Equal(t, minus.String(), Value(codecDigest, 0, minus))
	assert.Equal(t, "87.91", Value(codecFixed, 2, protocol.Hash(big.NewInt(8791).FillBytes(make([]byte, 32)))))
	assert.Equal(t, "7", Value(codecFixed, 4_000_000_000, protocol.Hash(big.NewInt(7).FillBytes(make([]byte, 32)))), "absurd decimals cost nothing")
}

// FuzzClean holds that nothing unseen and nothing malformed is left, and that cutting keeps to whole runes.
func FuzzClean(f *testing.F) {
	f.Add("plain", 3)
	f.Add("turned \u202e around \x00 \xff", 9)
	f.Fuzz(func(t *testing.T, s string, limit int) {
		clean := Clean(s)
		if !utf8.ValidString(clean) || strings.ContainsFunc(clean, unseen) {
			t.Fatalf("%q became %q", s, clean)
		}
		if limit < 0 || limit > 1<<20 {
			return
		}
		short, cut := Cut(clean, limit)
		if !utf8.ValidString(short) || len(short) > limit || !strings.HasPrefix(clean, short) || cut != (len(short) < len(clean)) {
			t.Fatalf("%q cut to %d is %q, %t", clean, limit, short, cut)
		}
	})
}

func TestEveryFailureHasASentence(t *testing.T) {
	for reason := protocol.DataUnavailable; reason <= protocol.Expired; reason++ {
		assert.Regexp(t, `^[A-Z].*\.$`, WhyNot(reason.String()), reason)
	}
	for _, state := range []protocol.RequestStatus{protocol.RequestExpired, protocol.RequestCancelled} {
		assert.NotEmpty(t, WhyNot(state.String()), state)
	}
	assert.Empty(t, WhyNot("answered"))
}

func TestABlockIsShownByWhatBecameOfItsRequests(t *testing.T) {
	for want, row := range map[string]BlockRow{
		"settled":   {State: "settled", Answered: 1, Failed: 3},
		"failed":    {State: "settled", Failed: 1},
		"undecided": {State: "settled"},
		"void":      {State: "void"},
		"revealing": {State: "revealing"},
	} {
		assert.Equal(t, want, row.Shown())
	}
}
