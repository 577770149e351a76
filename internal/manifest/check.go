package manifest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"

	"github.com/ethml/ethml/internal/datapoint"
)

// check holds what the schema can't say.
func (m *Manifest) check() error {
	if err := m.Output.check(); err != nil {
		return err
	}
	for i, input := range m.Inputs {
		if slices.ContainsFunc(m.Inputs[:i], func(other Input) bool { return other.Name == input.Name }) {
			return fmt.Errorf("inputs[%d].name: %q is taken by another input", i, input.Name)
		}
		want := datapoint.Spec{Shape: input.Shape}.Features()
		if given := int64(len(input.Features)); given > 0 && given != want {
			return fmt.Errorf("inputs[%d].features: %d names for a row of %d numbers", i, given, want)
		}
	}
	for i, golden := range m.Golden {
		if err := m.checkGolden(golden); err != nil {
			return fmt.Errorf("golden[%d].%w", i, err)
		}
	}
	return nil
}

func (o Output) check() error {
	tolerance, ok := new(big.Int).SetString(o.Tolerance, 10)
	switch {
	case o.Codec < Fixed && o.Decimals != 0:
		return fmt.Errorf("output.decimals: %d, codec %s has 0", o.Decimals, o.Codec)
	case o.Rule == Median && o.Codec != Fixed:
		return fmt.Errorf("output.rule: median is for codec fixed, not %s", o.Codec)
	case !ok || tolerance.BitLen() > 255:
		return fmt.Errorf("output.tolerance: %q is no decimal number below 2^255", o.Tolerance)
	case o.Rule == Equal && tolerance.Sign() != 0:
		return fmt.Errorf("output.tolerance: %s, the equal rule has 0", o.Tolerance)
	}
	return nil
}

func (m *Manifest) checkGolden(g Golden) error {
	word, ok := new(big.Int).SetString(g.Word, 10)
	// Without the blanks, which depend on how the manifest is laid out.
	var data bytes.Buffer
	if err := json.Compact(&data, g.Data); err != nil {
		return fmt.Errorf("data: %w", err)
	}
	switch {
	case !ok:
		return fmt.Errorf("word: %.100q is no decimal number", g.Word)
	case g.Status != 0 && word.Sign() != 0:
		return fmt.Errorf("word: %s with status %d, which has 0", g.Word, g.Status)
	case m.Output.Codec == Digest && word.Sign() < 0:
		return fmt.Errorf("word: %s is negative, a digest never is", g.Word)
	case m.Output.Codec == Digest && word.BitLen() > 256, m.Output.Codec != Digest && !fitsInt256(word):
		return fmt.Errorf("word: %s does not fit 256 bits", g.Word)
	case int64(data.Len()) > m.Limits.DataBytes:
		return fmt.Errorf("data: %d bytes, limits.data_bytes is %d", data.Len(), m.Limits.DataBytes)
	case g.Status != 0:
		return nil
	}
	if _, err := datapoint.Decode(g.Data, m.Data("the model")); err != nil {
		return fmt.Errorf("data: %w", err)
	}
	return nil
}

func fitsInt256(v *big.Int) bool {
	if v.Sign() < 0 {
		v = new(big.Int).Not(v) // -2^255 fits
	}
	return v.BitLen() <= 255
}

// Terms are a model's fields in the registry that its manifest repeats.
type Terms struct {
	Codec, Decimals, Rule uint8
	// Tolerance is in units of the word; nil means 0.
	Tolerance *big.Int
}

// Terms gives what to register the model with.
func (m *Manifest) Terms() Terms {
	return Terms{uint8(m.Output.Codec), m.Output.Decimals, uint8(m.Output.Rule), m.Output.ToleranceInt()}
}

// CheckTerms compares the manifest with the registry. A node must not serve a
// model for which they differ.
func (m *Manifest) CheckTerms(registered Terms) error {
	own := m.Terms()
	tolerance := registered.Tolerance
	if tolerance == nil {
		tolerance = new(big.Int)
	}
	switch {
	case own.Codec != registered.Codec:
		return m.differs("output.codec", Codec(own.Codec), Codec(registered.Codec))
	case own.Decimals != registered.Decimals:
		return m.differs("output.decimals", own.Decimals, registered.Decimals)
	case own.Rule != registered.Rule:
		return m.differs("output.rule", Rule(own.Rule), Rule(registered.Rule))
	case own.Tolerance.Cmp(tolerance) != 0:
		return m.differs("output.tolerance", own.Tolerance, tolerance)
	}
	return nil
}

func (m *Manifest) differs(field string, own, registered any) error {
	return fmt.Errorf("%w: %s: %v, but the registry says %v; register the model anew", ErrInvalid, field, own, registered)
}

// Encode writes the manifest, indented, and checks that Parse takes it.
func (m *Manifest) Encode() ([]byte, error) {
	data, err := json.MarshalIndent(m, "", "  ")
	if err != nil {
		return nil, fmt.Errorf("write manifest: %w", err)
	}
	data = append(data, '\n')
	if _, err := Parse(data); err != nil {
		return nil, err
	}
	return data, nil
}
