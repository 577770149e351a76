package view

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"unicode"

	"github.com/ethml/ethml/internal/protocol"
)

// Wei is an amount of wei of EML; in JSON a decimal string, since it may be larger than a JSON number holds.
type Wei struct{ *big.Int }

// WeiOf takes nil for zero.
func WeiOf(v *big.Int) Wei {
	if v == nil {
		v = new(big.Int)
	}
	return Wei{v}
}

// MarshalJSON is the decimal string.
func (w Wei) MarshalJSON() ([]byte, error) { return json.Marshal(w.Digits()) }

// Digits is the full value in wei.
func (w Wei) Digits() string {
	if w.Int == nil {
		return "0"
	}
	return w.String()
}

var wholeEML = big.NewInt(1e18)

// EML is the amount for reading, in whole tokens with as many decimals as tell something.
func (w Wei) EML() string {
	if w.Int == nil || w.Sign() == 0 {
		return "0 EML"
	}
	decimals := 4
	if w.CmpAbs(big.NewInt(1e14)) < 0 {
		decimals = 18
	}
	text := new(big.Rat).SetFrac(w.Int, wholeEML).FloatString(decimals)
	whole, part, _ := strings.Cut(text, ".")
	part = strings.TrimRight(part, "0")
	if part != "" {
		part = "." + part
	}
	return Group(whole) + part + " EML"
}

// Group sets a number's digits in threes.
func Group(digits string) string {
	sign := ""
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	for i := len(digits) - 3; i > 0; i -= 3 {
		digits = digits[:i] + "\u202f" + digits[i:] // a narrow space, at which no line breaks
	}
	return sign + digits
}

// Codecs as they stand in the registry.
const (
	codecFixed  = 2
	codecDigest = 3
)

// maxDecimals of a fixed point number shown as such; what claims more is shown as it is.
const maxDecimals = 77

// Value is a word as a model's codec means it: a decimal fraction, a hash, or an integer.
func Value(codec, decimals uint32, word protocol.Hash) string {
	n := new(big.Int).SetBytes(word[:])
	if codec == codecDigest {
		return word.String()
	}
	if n.Bit(255) == 1 {
		n.Sub(n, new(big.Int).Lsh(big.NewInt(1), 256))
	}
	if codec == codecFixed && decimals <= maxDecimals {
		unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(decimals)), nil)
		return new(big.Rat).SetFrac(n, unit).FloatString(int(decimals))
	}
	return n.String()
}

// Clean makes what strangers wrote readable and harmless: control characters, and those that turn the direction of the
// text around, are shown as their code points. Text that isn't UTF-8 is mended. HTML is the templates' concern.
func Clean(s string) string {
	s = strings.ToValidUTF8(s, "\uFFFD")
	if !strings.ContainsFunc(s, unseen) {
		return s
	}
	var out strings.Builder
	for _, r := range s {
		if unseen(r) {
			fmt.Fprintf(&out, "<U+%04X>", r)
			continue
		}
		out.WriteRune(r)
	}
	return out.String()
}

func unseen(r rune) bool {
	if r == '\n' || r == '\t' {
		return false
	}
	return unicode.IsControl(r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Co, r) || r == '\u2028' || r == '\u2029'
}

// Cut limits a text to a number of bytes, at a rune's edge.
func Cut(s string, limit int) (text string, cut bool) {
	if len(s) <= limit {
		return s, false
	}
	for limit > 0 && s[limit]&0xC0 == 0x80 {
		limit--
	}
	return s[:limit], true
}

func nameOf(names []string, n uint32) string {
	if int(n) < len(names) {
		return names[n]
	}
	return fmt.Sprintf("unknown (%d)", n)
}

var (
	codecNames = []string{"class", "argmax", "fixed", "digest"}
	ruleNames  = []string{"equal", "median"}
	causeNames = []string{"did not reveal", "a word in the minority"}
)

// whyNot says in a sentence what a status or an end state means for who asked.
var whyNot = map[string]string{
	protocol.DataUnavailable.String():    "The operators could not fetch the data point in time: no source of theirs has what its CID names.",
	protocol.DataMalformed.String():      "The data point is there, but is no data point of any model: it can be read neither as JSON nor as a NumPy array, or is larger than the model takes.",
	protocol.ModelRejectedInput.String(): "The model can't take this data point: it has too few or too many numbers, say, or one that makes the output infinite.",
	protocol.ModelUnavailable.String():   "Too few operators could run the model, twice. The tip went back.",
	protocol.NoConsensus.String():        "Too few operators agreed on an answer, twice. The tip went back.",
	protocol.Expired.String():            "Its time was up before the operators had answered.",
	protocol.RequestExpired.String():     "Its time was up before the operators had answered.",
	protocol.RequestCancelled.String():   "Whoever asked took the request back.",
}

// WhyNot says in a sentence why there is no prediction, from the name of a status or of an end state; empty for other names.
func WhyNot(name string) string { return whyNot[name] }

// outcomeName is the name of an outcome code of a block.
func outcomeName(code byte) string {
	switch code {
	case 0:
		return "answered"
	case 5:
		return "undecided"
	case 6:
		return "skipped"
	}
	return protocol.Status(code).String()
}
