package deploy

import (
	"fmt"
	"math/big"
	"strings"
)

// Amount is a number of wei. As text it is a decimal number of wei, or of
// tokens: "100 EML", "0.5 EML".
type Amount struct{ big.Int }

var oneEML = new(big.Int).Exp(big.NewInt(10), big.NewInt(18), nil)

// EML is a whole number of tokens.
func EML(tokens int64) Amount {
	var a Amount
	a.Mul(big.NewInt(tokens), oneEML)
	return a
}

// Wei is an amount in the smallest unit.
func Wei(wei int64) Amount {
	var a Amount
	a.SetInt64(wei)
	return a
}

// ParseAmount reads an amount.
func ParseAmount(text string) (Amount, error) {
	var a Amount
	digits, tokens := strings.CutSuffix(text, " EML")
	value, ok := new(big.Rat).SetString(digits)
	if !ok || strings.ContainsAny(digits, "/eExXpP_+-") {
		return a, fmt.Errorf("amount %q: want wei, such as 1000000000000000, or tokens, such as \"0.001 EML\"", text)
	}
	if tokens {
		value.Mul(value, new(big.Rat).SetInt(oneEML))
	}
	if !value.IsInt() || value.Num().BitLen() > 256 {
		return a, fmt.Errorf("amount %q is no whole number of wei below 2^256", text)
	}
	a.Set(value.Num())
	return a, nil
}

// String is the shorter of the two forms.
func (a Amount) String() string {
	if a.Sign() == 0 {
		return "0"
	}
	tokens := new(big.Rat).SetFrac(&a.Int, oneEML).FloatString(18)
	tokens = strings.TrimSuffix(strings.TrimRight(tokens, "0"), ".")
	if wei := a.Int.String(); len(wei) < len(tokens) {
		return wei
	}
	return tokens + " EML"
}

// MarshalText is String.
func (a Amount) MarshalText() ([]byte, error) { return []byte(a.String()), nil }

// UnmarshalText is ParseAmount.
func (a *Amount) UnmarshalText(text []byte) error {
	parsed, err := ParseAmount(string(text))
	if err != nil {
		return err
	}
	a.Set(&parsed.Int)
	return nil
}

// MarshalJSON is String as a JSON string: big.Int's own would be a number.
func (a Amount) MarshalJSON() ([]byte, error) { return []byte(`"` + a.String() + `"`), nil }

// UnmarshalJSON takes a JSON string.
func (a *Amount) UnmarshalJSON(data []byte) error {
	text, ok := strings.CutPrefix(string(data), `"`)
	if !ok {
		return fmt.Errorf("amount %s: write it as a string", data)
	}
	return a.UnmarshalText([]byte(strings.TrimSuffix(text, `"`)))
}
