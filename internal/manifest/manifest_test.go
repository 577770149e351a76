package manifest

import (
	"encoding/hex"
	"encoding/json"
	"errors"
	"maps"
	"math/big"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"
)

const valid = `{
  "schema": "ethml/model/v1", "name": "toy", "version": "1.0.0", "description": "A toy.", "license": "MIT",
  "model": {"cid": "bafkreiasvzipckbhludib7o6upip5rad7t2qe4qlnor42blfjjvhokrg3i", "bytes": 17012},
  "inputs": [{"name": "input", "datatype": "FP32", "shape": [-1, 2], "features": ["a", "b"]}],
  "output": {"name": "label", "codec": "class", "decimals": 0, "rule": "equal", "tolerance": "0"},
  "runtime": {"class": "cpu-extended-1", "max_wall_ms": 2000, "max_memory_mb": 512},
  "limits": {"data_bytes": 65536},
  "golden": [
    {"data": [-0.5, 1], "status": 0, "word": "1"},
    {"data": {"inputs": [{"name": "input", "datatype": "FP32", "shape": [1, 2], "data": [1, 2]}]}, "status": 0, "word": "-7"},
    {"data": [1, 2, 3], "status": 3, "word": "0"}
  ]
}`

func parse(t *testing.T, text string) *Manifest {
	t.Helper()
	m, err := Parse([]byte(text))
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestADataPointFitsOrIsToldWhyNot(t *testing.T) {
	m := parse(t, valid)
	if err := m.Fits("model 7 (toy)", []byte("[1, 2]")); err != nil {
		t.Error(err)
	}
	for text, says := range map[string]string{
		"[1]":                                 "model 7 (toy) takes 2 features, got 1",
		"[1,":                                 "malformed data point: ends too early",
		strings.Repeat(" ", 65536) + "[1, 2]": "model 7 (toy) takes at most 65536 bytes, got 65542",
	} {
		if err := m.Fits("model 7 (toy)", []byte(text)); err == nil || err.Error() != says {
			t.Errorf("%.20q: %v, want %s", text, err, says)
		}
	}
}

func TestParseReadsEveryField(t *testing.T) {
	m := parse(t, valid)
	if m.Name != "toy" || m.Model.Bytes != 17012 || m.Model.CID.String() != "bafkreiasvzipckbhludib7o6upip5rad7t2qe4qlnor42blfjjvhokrg3i" ||
		m.Inputs[0].Shape[1] != 2 || m.Output.Codec != Class || m.Runtime.MaxWallMS != 2000 || len(m.Golden) != 3 {
		t.Errorf("%+v", m)
	}
	if data := m.Data("model 1"); data.Name != "model 1" || len(data.Inputs) != 1 || data.Inputs[0].Name != "input" {
		t.Errorf("inputs for data points: %+v", data)
	}
}

func TestTheExampleModelsAreValid(t *testing.T) {
	names, err := filepath.Glob("../../models/*/manifest.json")
	if err != nil || len(names) < 4 {
		t.Fatalf("found %v, %v; want the example models", names, err)
	}
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		if _, err := Parse(data); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestEncodeGivesWhatParseTakes(t *testing.T) {
	data, err := parse(t, valid).Encode()
	if err != nil {
		t.Fatal(err)
	}
	again, err := parse(t, string(data)).Encode()
	if err != nil || string(again) != string(data) {
		t.Errorf("written again:\n%s\n%v, want\n%s", again, err, data)
	}
	m := parse(t, valid)
	m.Output.Codec = 9
	if _, err := m.Encode(); !errors.Is(err, ErrInvalid) {
		t.Errorf("codec 9: %v, want ErrInvalid", err)
	}
}

func TestErrorsNameTheField(t *testing.T) {
	tests := []struct{ name, old, new, want string }{
		{"schema", `"ethml/model/v1"`, `"ethml/model/v2"`, "schema: "},
		{"name", `"toy"`, `"Toy!"`, "name: "},
		{"missing", `"license": "MIT",`, ``, "license"},
		{"unknown", `"license": "MIT",`, `"license": "MIT", "licence": "MIT",`, "licence"},
		{"capitals", `"version": "1.0.0"`, `"Version": "1.0.0"`, "ersion"},
		{"nested unknown", `"bytes": 17012`, `"bytes": 17012, "sha": ""`, "sha"},
		{"twice", `"name": "toy"`, `"name": "toy", "name": "yot"`, `"name" is given twice`},
		{"twice inside", `"bytes": 17012`, `"bytes": 17012, "bytes": 17013`, `"bytes" is given twice`},
		{"twice after an object", `"status": 3, "word"`, `"status": 3, "data": [], "word"`, `"data" is given twice`},
		{"CID", `bafkreiasv`, `bafkreiasV`, "model.cid: "},
		{"CID codec", `bafkreiasv`, `bafyreiasv`, "codec"},
		{"size", `17012`, `0`, "model.bytes: "},
		{"fraction", `17012`, `1.5`, "model.bytes: "},
		{"no inputs", `[{"name": "input", "datatype": "FP32", "shape": [-1, 2], "features": ["a", "b"]}]`, `[]`, "inputs: "},
		{"datatype", `"datatype": "FP32", "shape": [-1, 2], `, `"datatype": "FP33", "shape": [-1, 2], `, "inputs[0].datatype: "},
		{"dimension", `[-1, 2], "f`, `[-1, -2], "f`, "inputs[0].shape[1]: "},
		{"features", `["a", "b"]`, `["a"]`, "inputs[0].features: 1 names for a row of 2"},
		{"input twice", `"inputs": [`, `"inputs": [{"name": "input", "datatype": "FP32", "shape": [-1, 2]},`, "inputs[1].name"},
		{"codec", `"codec": "class"`, `"codec": "regression"`, "output.codec: "},
		{"decimals", `"decimals": 0`, `"decimals": 2`, "output.decimals: 2, codec class has 0"},
		{"decimals of fixed", `"codec": "class", "decimals": 0`, `"codec": "fixed", "decimals": 37`, "output.decimals: "},
		{"median of a class", `"rule": "equal"`, `"rule": "median"`, "output.rule: "},
		{"tolerance", `"tolerance": "0"`, `"tolerance": "5"`, "output.tolerance: 5"},
		{"tolerance as number", `"tolerance": "0"`, `"tolerance": 0`, "output.tolerance: "},
		{"huge tolerance", `"codec": "class", "decimals": 0, "rule": "equal", "tolerance": "0"`,
			`"codec": "fixed", "decimals": 0, "rule": "median", "tolerance": "` + strings.Repeat("9", 77) + `"`, "output.tolerance: "},
		{"class", `cpu-extended-1`, `gpu`, "runtime.class: "},
		{"wall time", `2000`, `0`, "runtime.max_wall_ms: "},
		{"memory", `512`, `1`, "runtime.max_memory_mb: "},
		{"data size", `65536`, `16777217`, "limits.data_bytes: "},
		{"golden data", `[-0.5, 1]`, `[-0.5, 1, 2]`, "golden[0].data: the model takes 2 features, got 3"},
		{"golden data kind", `[-0.5, 1]`, `"x"`, "golden[0].data: "},
		{"golden data size", `"data_bytes": 65536`, `"data_bytes": 5`, "golden[0].data: 8 bytes"},
		{"golden status", `"status": 3`, `"status": 1`, "golden[2].status: "},
		{"golden word of a failure", `"status": 3, "word": "0"`, `"status": 3, "word": "1"`, "golden[2].word: "},
		{"golden word", `"word": "-7"`, `"word": "7.5"`, "golden[1].word: "},
		{"golden word too large", `"word": "-7"`, `"word": "` + new(big.Int).Lsh(big.NewInt(1), 255).String() + `"`, "golden[1].word: "},
		{"golden digest", `"codec": "class"`, `"codec": "digest"`, "golden[1].word: -7 is negative"},
		{"no golden", `"golden": [`, `"golden": [], "g": [`, "g"},
		{"cut short", `"golden": [`, ``, ""},
		{"more behind", "  ]\n}", "  ]\n} {}", ""},
	}
	for _, test := range tests {
		text := strings.Replace(valid, test.old, test.new, 1)
		if text == valid {
			t.Errorf("%s: nothing was replaced", test.name)
		}
		_, err := Parse([]byte(text))
		if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), test.want) || strings.Contains(err.Error(), "\n") {
			t.Errorf("%s: %v, want ErrInvalid in one line with %q", test.name, err, test.want)
		}
	}
}

func TestHugeAndDeepManifestsAreRefused(t *testing.T) {
	for name, data := range map[string]string{
		"empty":        "",
		"large":        valid + strings.Repeat(" ", MaxBytes),
		"deep":         strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000),
		"deep objects": strings.Repeat(`{"a":`, 10_000),
		"null":         "null",
	} {
		if _, err := Parse([]byte(data)); !errors.Is(err, ErrInvalid) {
			t.Errorf("%s: %v, want ErrInvalid", name, err)
		}
	}
}

func TestTermsMustEqualTheRegistrys(t *testing.T) {
	m := parse(t, strings.NewReplacer(`"codec": "class", "decimals": 0, "rule": "equal", "tolerance": "0"`,
		`"codec": "fixed", "decimals": 2, "rule": "median", "tolerance": "5"`).Replace(valid))
	own := m.Terms()
	if want := (Terms{2, 2, 1, big.NewInt(5)}); !reflect.DeepEqual(own, want) {
		t.Fatalf("terms %+v, want %+v", own, want)
	}
	if err := m.CheckTerms(own); err != nil {
		t.Error(err)
	}
	tests := []struct {
		change func(*Terms)
		want   string
	}{
		{func(r *Terms) { r.Codec = 0 }, "output.codec: fixed, but the registry says class"},
		{func(r *Terms) { r.Codec = 200 }, "output.codec: fixed, but the registry says unknown (200)"},
		{func(r *Terms) { r.Decimals = 3 }, "output.decimals: 2, but the registry says 3"},
		{func(r *Terms) { r.Rule = 0 }, "output.rule: median, but the registry says equal"},
		{func(r *Terms) { r.Tolerance = nil }, "output.tolerance: 5, but the registry says 0"},
	}
	for _, test := range tests {
		registered := own
		test.change(&registered)
		if err := m.CheckTerms(registered); !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want %q", registered, err, test.want)
		}
	}
}

func TestWordsAreTwosComplement(t *testing.T) {
	top := new(big.Int).Lsh(big.NewInt(1), 255)
	tests := []struct {
		word, want string
	}{
		{"0", strings.Repeat("00", 32)},
		{"8791", strings.Repeat("00", 30) + "2257"},
		{"-1", strings.Repeat("ff", 32)},
		{new(big.Int).Neg(top).String(), "80" + strings.Repeat("00", 31)},
		{new(big.Int).Sub(top, big.NewInt(1)).String(), "7f" + strings.Repeat("ff", 31)},
	}
	for _, test := range tests {
		got, err := Golden{Word: test.word}.WordBytes()
		if err != nil || hex.EncodeToString(got[:]) != test.want {
			t.Errorf("%s: %x, %v; want %s", test.word, got, err, test.want)
		}
	}
	for _, word := range []string{"", "x", new(big.Int).Lsh(big.NewInt(1), 256).String(), new(big.Int).Not(top).String()} {
		if _, err := (Golden{Word: word}).WordBytes(); err == nil {
			t.Errorf("%q was taken", word)
		}
	}
}

// TestSchemaAndStructAgree compares the schema's fields with the Go types'.
func TestSchemaAndStructAgree(t *testing.T) {
	var schema map[string]any
	if err := json.Unmarshal(Schema, &schema); err != nil {
		t.Fatal(err)
	}
	compare(t, "manifest", schema, reflect.TypeFor[Manifest]())
}

func compare(t *testing.T, at string, schema map[string]any, kind reflect.Type) {
	properties, _ := schema["properties"].(map[string]any)
	if schema["additionalProperties"] != false {
		t.Errorf("%s: additional properties are not refused", at)
	}
	var required []string
	for _, name := range schema["required"].([]any) {
		required = append(required, name.(string))
	}
	fields := map[string]reflect.Type{}
	for field := range kind.Fields() {
		name, optional := strings.CutSuffix(field.Tag.Get("json"), ",omitempty")
		fields[name] = field.Type
		if optional == slices.Contains(required, name) {
			t.Errorf("%s.%s: required in one, optional in the other", at, name)
		}
	}
	schemaNames, goNames := slices.Sorted(maps.Keys(properties)), slices.Sorted(maps.Keys(fields))
	if !slices.Equal(schemaNames, goNames) {
		t.Errorf("%s: the schema has %v, the struct %v", at, schemaNames, goNames)
		return
	}
	for name, property := range properties {
		property, field := property.(map[string]any), fields[name]
		if items, ok := property["items"].(map[string]any); ok && field.Kind() == reflect.Slice {
			property, field = items, field.Elem()
		}
		if _, ok := property["properties"]; ok {
			compare(t, at+"."+name, property, field)
		}
	}
}

func TestSchemaListsEveryCodecAndRule(t *testing.T) {
	for i, name := range codecNames {
		var c Codec
		if err := c.UnmarshalText([]byte(name)); err != nil || int(c) != i || !strings.Contains(string(Schema), `"`+name+`"`) {
			t.Errorf("codec %s: %d, %v", name, c, err)
		}
	}
	for i, name := range ruleNames {
		var r Rule
		if err := r.UnmarshalText([]byte(name)); err != nil || int(r) != i || !strings.Contains(string(Schema), `"`+name+`"`) {
			t.Errorf("rule %s: %d, %v", name, r, err)
		}
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{valid, "", "{}", `{"schema":`, `{"golden":[{"data":{"inputs":[{}]}}]}`, `[[{"a":[{}]}]]`} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		m, err := Parse(data)
		if err != nil {
			if !errors.Is(err, ErrInvalid) {
				t.Fatalf("%v is not ErrInvalid", err)
			}
			return
		}
		if _, err := m.Encode(); err != nil && len(data) < MaxBytes/4 {
			t.Fatalf("taken, but written anew: %v", err)
		}
		if err := m.CheckTerms(m.Terms()); err != nil {
			t.Fatal(err)
		}
		for _, golden := range m.Golden {
			if _, err := golden.WordBytes(); err != nil {
				t.Fatal(err)
			}
		}
	})
}
