package datapoint

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"math"
	"regexp"
	"slices"
	"strconv"
)

// maxDepth is as deep as arrays and objects may nest: tensors have at most
// maxRank dimensions, and a few levels are around them.
const maxDepth = 16

var number = regexp.MustCompile(`^-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?$`)

// reader walks through JSON token by token: nothing recurses further than
// maxDepth, and nothing is kept but the elements.
type reader struct {
	decoder *json.Decoder
	depth   int
}

func readJSON(data []byte, wantStrings bool) ([]array, error) {
	r := &reader{decoder: json.NewDecoder(bytes.NewReader(data))}
	r.decoder.UseNumber()
	first, err := r.token()
	if err != nil {
		return nil, err
	}
	var given []array
	switch first {
	case json.Delim('['):
		var e elements
		if err := r.elements(&e, 0); err != nil {
			return nil, err
		}
		one, err := e.array(wantStrings)
		if err != nil {
			return nil, err
		}
		one.shape = e.shape
		given = []array{one}
	case json.Delim('{'):
		if given, err = r.request(); err != nil {
			return nil, err
		}
	default:
		return nil, malformed("a JSON %s, want an array of numbers or {\"inputs\":[...]}", kind(first))
	}
	if _, err := r.decoder.Token(); !errors.Is(err, io.EOF) {
		return nil, malformed("more after the end of the JSON value")
	}
	return given, nil
}

func (r *reader) token() (json.Token, error) {
	token, err := r.decoder.Token()
	if errors.Is(err, io.EOF) {
		return nil, malformed("ends too early")
	}
	if err != nil {
		return nil, malformed("no JSON: %v", err)
	}
	switch token {
	case json.Delim('['), json.Delim('{'):
		if r.depth++; r.depth > maxDepth {
			return nil, malformed("nests deeper than %d levels", maxDepth)
		}
	case json.Delim(']'), json.Delim('}'):
		r.depth--
	}
	return token, nil
}

// request reads an Open Inference Protocol request, after its brace. Of the
// other fields that the protocol has, none changes what the model is given.
func (r *reader) request() ([]array, error) {
	var given []array
	found := false
	err := r.object(func(key string) error {
		switch key {
		case "inputs":
			found = true
			return r.list("inputs", func(token json.Token) error {
				if token != json.Delim('{') {
					return malformed("an input is a JSON %s, want an object", kind(token))
				}
				one, err := r.input()
				if err != nil {
					return err
				}
				if slices.ContainsFunc(given, func(a array) bool { return a.name == one.name }) {
					return malformed("input %.64q is given twice", one.name)
				}
				given = append(given, one)
				return nil
			})
		case "id", "parameters", "outputs":
			return r.skip()
		default:
			return malformed("unknown field %.64q, want \"inputs\"", key)
		}
	})
	if err == nil && !found {
		err = malformed("an object without \"inputs\"")
	}
	return given, err
}

// input reads one tensor, after its brace.
func (r *reader) input() (array, error) {
	var (
		a    array
		data elements
		seen = map[string]bool{}
	)
	err := r.object(func(key string) error {
		seen[key] = true
		switch key {
		case "name":
			text, err := r.text(key)
			a.name = text
			return err
		case "datatype":
			text, err := r.text(key)
			a.datatype = Datatype(text)
			if err == nil && !a.datatype.Known() {
				err = malformed("unknown datatype %.64q", text)
			}
			return err
		case "shape":
			return r.list(key, func(token json.Token) error {
				size, err := strconv.ParseInt(literal(token), 10, 64)
				if err != nil || len(a.shape) >= maxRank {
					return malformed("shape is no array of at most %d whole numbers", maxRank)
				}
				a.shape = append(a.shape, size)
				return nil
			})
		case "data":
			token, err := r.token()
			if err != nil {
				return err
			}
			if token != json.Delim('[') {
				return malformed("data is a JSON %s, want an array", kind(token))
			}
			return r.elements(&data, 0)
		case "parameters":
			return r.skip()
		default:
			return malformed("unknown field %.64q in an input", key)
		}
	})
	if err != nil {
		return a, err
	}
	for _, key := range []string{"name", "datatype", "shape", "data"} {
		if !seen[key] || (key == "name" && a.name == "") {
			return a, malformed("an input without %s", key)
		}
	}
	if err := checkShape(a.shape); err != nil {
		return a, err
	}
	values, err := data.array(a.datatype == Bytes)
	if err != nil {
		return a, err
	}
	if want := product(a.shape); data.count != want {
		return a, malformed("input %.64q has %d elements, its shape %s has %d", a.name, data.count, dims(a.shape), want)
	}
	values.name, values.datatype, values.shape = a.name, a.datatype, a.shape
	return values, nil
}

// object calls field after each key, which must consume the value; it ends
// after the closing brace. A key that comes twice would mean different things
// to different readers.
func (r *reader) object(field func(key string) error) error {
	seen := map[string]bool{}
	for {
		token, err := r.token()
		if err != nil {
			return err
		}
		if token == json.Delim('}') {
			return nil
		}
		key, ok := token.(string)
		if !ok || seen[key] {
			return malformed("field %.64q is given twice", key)
		}
		seen[key] = true
		if err := field(key); err != nil {
			return err
		}
	}
}

// list calls element with the first token of each element.
func (r *reader) list(name string, element func(json.Token) error) error {
	token, err := r.token()
	if err != nil {
		return err
	}
	if token != json.Delim('[') {
		return malformed("%s is a JSON %s, want an array", name, kind(token))
	}
	for {
		token, err := r.token()
		if err != nil {
			return err
		}
		if token == json.Delim(']') {
			return nil
		}
		if err := element(token); err != nil {
			return err
		}
	}
}

func (r *reader) text(name string) (string, error) {
	token, err := r.token()
	if err != nil {
		return "", err
	}
	text, ok := token.(string)
	if !ok {
		return "", malformed("%s is a JSON %s, want a string", name, kind(token))
	}
	return text, nil
}

// skip reads any one value.
func (r *reader) skip() error {
	for start := r.depth; ; {
		if _, err := r.token(); err != nil {
			return err
		}
		if r.depth == start {
			return nil
		}
	}
}

// elements are the elements of nested arrays.
type elements struct {
	count   int64
	shape   []int64
	numbers []float64
	texts   [][]byte
	bools   bool
	// notNumber is the first string that holds no number.
	notNumber string
	numeric   bool // whether there was anything but a string
}

// elements reads an array after its bracket, at the given level, and checks
// that all arrays of a level are equally long.
func (r *reader) elements(e *elements, level int) error {
	if level >= maxRank {
		return malformed("nests deeper than %d levels", maxRank)
	}
	first := len(e.shape) <= level
	if first {
		e.shape = append(e.shape, 0)
	}
	var length int64
	for ; ; length++ {
		token, err := r.token()
		if err != nil {
			return err
		}
		if token == json.Delim(']') {
			break
		}
		nested := token == json.Delim('[')
		// The first array of a level says what is in all of them.
		if (length > 0 || !first) && nested != (len(e.shape) > level+1) {
			return malformed("arrays and numbers side by side")
		}
		if nested {
			err = r.elements(e, level+1)
		} else {
			err = e.add(token)
		}
		if err != nil {
			return err
		}
	}
	if first {
		e.shape[level] = length
	} else if e.shape[level] != length {
		return malformed("nested arrays of %d and %d elements", e.shape[level], length)
	}
	return nil
}

func (e *elements) add(token json.Token) error {
	e.count++
	switch value := token.(type) {
	case json.Number:
		e.numeric = true
		e.numbers = append(e.numbers, parse(value.String()))
	case string:
		e.texts = append(e.texts, []byte(value))
		if number.MatchString(value) {
			e.numbers = append(e.numbers, parse(value))
		} else if e.notNumber == "" {
			e.notNumber = strconv.Quote(value[:min(len(value), 40)])
		}
	case bool:
		e.numeric, e.bools = true, true
		e.numbers = append(e.numbers, map[bool]float64{true: 1}[value])
	default:
		return malformed("element %d is a JSON %s, want a number", e.count-1, kind(token))
	}
	return nil
}

// array decides whether the elements are strings or numbers, which strings may
// hold.
func (e *elements) array(wantStrings bool) (array, error) {
	switch {
	case wantStrings && !e.numeric:
		return array{strings: e.texts}, nil
	case wantStrings && len(e.texts) > 0:
		return array{}, malformed("strings and numbers side by side")
	case e.notNumber != "":
		return array{}, malformed("%s is no number", e.notNumber)
	default:
		return array{numbers: e.numbers, bools: e.bools}, nil
	}
}

// parse reads what number matches. Beyond the range of float64 it is an
// infinity, which no type takes.
func parse(text string) float64 {
	v, err := strconv.ParseFloat(text, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) {
		return math.NaN()
	}
	return v
}

func literal(token json.Token) string {
	if number, ok := token.(json.Number); ok {
		return number.String()
	}
	return ""
}

func kind(token json.Token) string {
	switch value := token.(type) {
	case json.Delim:
		if value == '[' {
			return "array"
		}
		return "object"
	case string:
		return "string"
	case json.Number:
		return "number"
	case bool:
		return "boolean"
	default:
		return "null"
	}
}
