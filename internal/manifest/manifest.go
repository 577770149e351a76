// Package manifest reads and checks model manifests: what a registered model
// is, how its output becomes a word on chain, and which golden cases a node
// must reproduce before it serves it. schema.json is the same for other tools.
package manifest

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"sync"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"golang.org/x/text/language"
	"golang.org/x/text/message"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/datapoint"
)

const (
	// MaxBytes is the size of a manifest at most: what fits one raw block.
	MaxBytes = 256 << 10
	// maxDepth of nesting; golden tensors have at most eight dimensions.
	maxDepth = 32
)

// Schema is the JSON Schema (draft 2020-12) that every manifest satisfies.
//
//go:embed schema.json
var Schema []byte

// ErrInvalid matches every error about a manifest.
var ErrInvalid = errors.New("invalid model manifest")

// Codec is how an output becomes a word, numbered as on chain.
type Codec uint8

// Rule is how votes are counted, numbered as on chain.
type Rule uint8

// The codecs and rules there are.
const (
	Class  Codec = 0
	Argmax Codec = 1
	Fixed  Codec = 2
	Digest Codec = 3

	Equal  Rule = 0
	Median Rule = 1
)

var (
	codecNames = [...]string{"class", "argmax", "fixed", "digest"}
	ruleNames  = [...]string{"equal", "median"}
)

// String is the codec's name in manifests.
func (c Codec) String() string { return nameOf(codecNames[:], uint8(c)) }

// String is the rule's name in manifests.
func (r Rule) String() string { return nameOf(ruleNames[:], uint8(r)) }

// MarshalText is String.
func (c Codec) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// MarshalText is String.
func (r Rule) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText takes a codec's name.
func (c *Codec) UnmarshalText(text []byte) error {
	number, err := numberOf("codec", codecNames[:], string(text))
	*c = Codec(number)
	return err
}

// UnmarshalText takes a rule's name.
func (r *Rule) UnmarshalText(text []byte) error {
	number, err := numberOf("rule", ruleNames[:], string(text))
	*r = Rule(number)
	return err
}

func nameOf(names []string, number uint8) string {
	if int(number) < len(names) {
		return names[number]
	}
	return fmt.Sprintf("unknown (%d)", number)
}

func numberOf(what string, names []string, name string) (uint8, error) {
	for number, known := range names {
		if name == known {
			return uint8(number), nil
		}
	}
	return 0, fmt.Errorf("unknown %s %q, want one of %v", what, name, names)
}

// Manifest describes a model. See schema.json for each field.
type Manifest struct {
	Schema      string   `json:"schema"`
	Name        string   `json:"name"`
	Version     string   `json:"version"`
	Description string   `json:"description"`
	License     string   `json:"license"`
	Model       Model    `json:"model"`
	Inputs      []Input  `json:"inputs"`
	Output      Output   `json:"output"`
	Runtime     Runtime  `json:"runtime"`
	Limits      Limits   `json:"limits"`
	Golden      []Golden `json:"golden"`
}

// Model is the ONNX file.
type Model struct {
	CID cid.CID `json:"cid"`
	// Bytes is the exact size of the file.
	Bytes int64 `json:"bytes"`
}

// Input is an input tensor.
type Input struct {
	Name     string             `json:"name"`
	Datatype datapoint.Datatype `json:"datatype"`
	// Shape has -1 where a dimension is free.
	Shape []int64 `json:"shape"`
	// Features may be empty.
	Features []string `json:"features,omitempty"`
}

// Output is the output tensor that becomes the word.
type Output struct {
	Name     string `json:"name"`
	Codec    Codec  `json:"codec"`
	Decimals uint8  `json:"decimals"`
	Rule     Rule   `json:"rule"`
	// Tolerance is a decimal number in units of the word; see ToleranceInt.
	Tolerance string `json:"tolerance"`
}

// Runtime bounds a run of the model.
type Runtime struct {
	Class string `json:"class"`
	// MaxWallMS is in milliseconds.
	MaxWallMS int64 `json:"max_wall_ms"`
	// MaxMemoryMB is in mebibytes.
	MaxMemoryMB int64 `json:"max_memory_mb"`
}

// Limits bounds what requesters send.
type Limits struct {
	DataBytes int64 `json:"data_bytes"`
}

// Golden is a case with a known vote.
type Golden struct {
	// Data is a data point in JSON.
	Data json.RawMessage `json:"data"`
	// Status is 0 or 3.
	Status uint8 `json:"status"`
	// Word is a decimal int256; see WordBytes.
	Word string `json:"word"`
}

var compiled = sync.OnceValues(func() (*jsonschema.Schema, error) {
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(Schema))
	if err != nil {
		return nil, fmt.Errorf("read manifest schema: %w", err)
	}
	const url = "schema.json"
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(url, document); err != nil {
		return nil, fmt.Errorf("read manifest schema: %w", err)
	}
	return compiler.Compile(url)
})

// Parse reads a manifest of at most MaxBytes and checks everything about it
// that needs no other file. Its errors match ErrInvalid and name the field.
func Parse(data []byte) (*Manifest, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("%w: %d bytes, at most %d", ErrInvalid, len(data), MaxBytes)
	}
	if err := checkTokens(data); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	schema, err := compiled()
	if err != nil {
		return nil, err
	}
	document, err := jsonschema.UnmarshalJSON(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	if err := schema.Validate(document); err != nil {
		return nil, fmt.Errorf("%w: %s", ErrInvalid, explain(err))
	}
	var m Manifest
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&m); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	if err := m.check(); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrInvalid, err)
	}
	return &m, nil
}

// checkTokens refuses what JSON readers differ over or choke on: deep nesting,
// a key that comes twice, more than one value.
func checkTokens(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	type level struct {
		keys map[string]bool // nil in an array
		key  bool            // whether the next token is a key
	}
	var open []level
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			if len(open) > 0 || len(data) == 0 {
				return errors.New("the JSON ends too early")
			}
			return nil
		}
		if err != nil {
			return fmt.Errorf("no JSON: %w", err)
		}
		if len(open) > 0 && open[len(open)-1].key {
			top := &open[len(open)-1]
			if key, ok := token.(string); ok {
				if top.keys[key] {
					return fmt.Errorf("field %.64q is given twice", key)
				}
				top.keys[key], top.key = true, false
				continue
			}
		}
		switch token {
		case json.Delim('{'):
			open = append(open, level{keys: map[string]bool{}, key: true})
		case json.Delim('['):
			open = append(open, level{})
		case json.Delim('}'), json.Delim(']'):
			open = open[:len(open)-1]
		}
		if len(open) > maxDepth {
			return fmt.Errorf("nests deeper than %d levels", maxDepth)
		}
		if len(open) > 0 && open[len(open)-1].keys != nil {
			// A value ended, or an object began: a key comes next.
			open[len(open)-1].key = true
		}
	}
}

// explain makes one line of the validator's tree of errors: where, and what.
func explain(err error) string {
	var invalid *jsonschema.ValidationError
	if !errors.As(err, &invalid) {
		return err.Error()
	}
	for len(invalid.Causes) > 0 {
		invalid = invalid.Causes[0]
	}
	field := path(invalid.InstanceLocation)
	if field == "" {
		field = "the manifest"
	}
	return field + ": " + invalid.ErrorKind.LocalizedString(message.NewPrinter(language.English))
}

func path(location []string) string {
	var text string
	for _, part := range location {
		switch {
		case part != "" && part[0] >= '0' && part[0] <= '9':
			text += "[" + part + "]"
		case text == "":
			text = part
		default:
			text += "." + part
		}
	}
	return text
}

// Data is the inputs as the decoder of data points takes them; name is how its
// errors call the model, such as "model 1".
func (m *Manifest) Data(name string) datapoint.Model {
	specs := make([]datapoint.Spec, 0, len(m.Inputs))
	for _, input := range m.Inputs {
		specs = append(specs, datapoint.Spec{Name: input.Name, Datatype: input.Datatype, Shape: input.Shape})
	}
	return datapoint.Model{Name: name, Inputs: specs}
}

// Fits decodes a data point as nodes do and says why they would have to refuse
// it; name is how its errors call the model, as for Data.
func (m *Manifest) Fits(name string, data []byte) error {
	if size := int64(len(data)); size > m.Limits.DataBytes {
		return fmt.Errorf("%s takes at most %d bytes, got %d", name, m.Limits.DataBytes, size)
	}
	_, err := datapoint.Decode(data, m.Data(name))
	return err
}

// ToleranceInt is the tolerance as a number. It panics on an output that did
// not come from Parse and is no number.
func (o Output) ToleranceInt() *big.Int {
	tolerance, ok := new(big.Int).SetString(o.Tolerance, 10)
	if !ok {
		panic("tolerance " + o.Tolerance + " is no number")
	}
	return tolerance
}

// WordBytes is the word as it stands on chain: 32 bytes, big-endian, two's
// complement. It fails on a golden case that did not come from Parse.
func (g Golden) WordBytes() ([32]byte, error) {
	word, ok := new(big.Int).SetString(g.Word, 10)
	if !ok {
		return [32]byte{}, fmt.Errorf("word %.100q is no decimal number", g.Word)
	}
	return wordBytes(word)
}

func wordBytes(word *big.Int) (out [32]byte, err error) {
	most := new(big.Int).Lsh(big.NewInt(1), 256)
	least := new(big.Int).Neg(new(big.Int).Rsh(most, 1))
	if word.Cmp(least) < 0 || word.Cmp(most) >= 0 {
		return out, fmt.Errorf("word %s does not fit 256 bits", word)
	}
	if word.Sign() < 0 {
		word = new(big.Int).Add(word, most)
	}
	word.FillBytes(out[:])
	return out, nil
}
