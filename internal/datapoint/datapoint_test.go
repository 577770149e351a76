package datapoint

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func floats(name string, shape ...int64) Model {
	return Model{Name: "model 1", Inputs: []Spec{{name, FP32, shape}}}
}

func fp32(values ...float32) (raw []byte) {
	for _, v := range values {
		raw = binary.LittleEndian.AppendUint32(raw, math.Float32bits(v))
	}
	return raw
}

// npy writes an array as NumPy does.
func npy(version byte, header string, data []byte) []byte {
	out := append([]byte(npyMagic), version, 0)
	if version == 1 {
		out = binary.LittleEndian.AppendUint16(out, uint16(len(header)))
	} else {
		out = binary.LittleEndian.AppendUint32(out, uint32(len(header)))
	}
	return append(append(out, header...), data...)
}

func npyOf(descr, shape string, fortran string, data []byte) []byte {
	return npy(1, fmt.Sprintf("{'descr': '%s', 'fortran_order': %s, 'shape': %s, }          \n", descr, fortran, shape), data)
}

func TestEveryFormatGivesTheSameTensor(t *testing.T) {
	model := floats("input", -1, 3)
	f64 := make([]byte, 0, 24)
	for _, v := range []float64{1.5, -2, 3e-7} {
		f64 = binary.LittleEndian.AppendUint64(f64, math.Float64bits(v))
	}
	want := []Tensor{{Name: "input", Datatype: FP32, Shape: []int64{1, 3}, Raw: fp32(1.5, -2, 3e-7)}}
	for name, data := range map[string]string{
		"array":            `[1.5, -2, 3e-7]`,
		"strings":          `["1.5", "-2", 3e-7]`,
		"nested":           ` [[1.5, -2, 3e-7]] `,
		"tensors":          `{"inputs":[{"name":"input","datatype":"FP32","shape":[1,3],"data":[1.5,-2,3e-7]}]}`,
		"nested tensors":   `{"inputs":[{"name":"input","shape":[1,3],"datatype":"FP32","data":[[1.5,-2,3e-7]]}]}`,
		"without batch":    `{"inputs":[{"name":"input","shape":[3],"datatype":"FP32","data":[1.5,-2,3e-7]}]}`,
		"whole request":    `{"id":"7","parameters":{"a":[1,{"b":null}]},"inputs":[{"name":"input","parameters":{},"shape":[1,3],"datatype":"FP32","data":[1.5,-2,3e-7]}],"outputs":[{"name":"label"}]}`,
		"npy":              string(npyOf("<f4", "(1, 3)", "False", fp32(1.5, -2, 3e-7))),
		"npy flat":         string(npyOf("<f4", "(3,)", "False", fp32(1.5, -2, 3e-7))),
		"npy of float64":   string(npyOf("<f8", "(1, 3)", "False", f64)),
		"npy version 2":    string(npy(2, "{'descr': '<f4', 'fortran_order': False, 'shape': (1, 3), }\n", fp32(1.5, -2, 3e-7))),
		"npy version 3":    string(npy(3, `{"descr":"<f4","fortran_order":False,"shape":(1,3)}`, fp32(1.5, -2, 3e-7))),
		"npy in Python 2":  string(npyOf("<f4", "(1L, 3L)", "False", fp32(1.5, -2, 3e-7))),
		"npy column order": string(npyOf("<f4", "(1, 3)", "True", fp32(1.5, -2, 3e-7))),
	} {
		got, err := Decode([]byte(data), model)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Errorf("%s: %+v, %v; want %+v", name, got, err, want)
		}
	}
}

func TestFeatureCountIsNamed(t *testing.T) {
	_, err := Decode([]byte("["+strings.Repeat("0.5,", 9)+"1]"), floats("input", -1, 30))
	if !errors.Is(err, ErrRejected) || err.Error() != "model 1 takes 30 features, got 10" {
		t.Errorf("%v, want ErrRejected: model 1 takes 30 features, got 10", err)
	}
}

func TestRejectedNamesWhatTheModelTakes(t *testing.T) {
	two := Model{Name: "model 5", Inputs: []Spec{{"a", FP32, []int64{-1, 2}}, {"b", Int64, []int64{-1}}}}
	image := Model{Name: "model 4", Inputs: []Spec{{"input", FP32, []int64{-1, 8, 8}}}}
	free := floats("input", -1, -1, -1)
	input := func(name, datatype, shape, data string) string {
		return fmt.Sprintf(`{"inputs":[{"name":%q,"datatype":%q,"shape":%s,"data":%s}]}`, name, datatype, shape, data)
	}
	tests := []struct {
		name  string
		model Model
		data  string
		want  string
	}{
		{"too few", floats("input", -1, 3), `[1,2]`, "model 1 takes 3 features, got 2"},
		{"none", floats("input", -1, 3), `[]`, "model 1 takes 3 features, got 0"},
		{"one", floats("input", -1, 1), `[1,2]`, "model 1 takes 1 feature, got 2"},
		{"image", image, `[1,2]`, "model 4 takes 64 values (8x8), got 2"},
		{"two rows", floats("input", -1, 2), `[[1,2],[3,4]]`, "model 1 takes one row at a time, got 2"},
		{"other axes", image, "[" + strings.Repeat("["+strings.Repeat("0,", 15)+"0],", 3) + "[" + strings.Repeat("0,", 15) + "0]]", "takes shape ?x8x8, got 4x16"},
		{"free axes", free, `[1,2]`, "takes shape ?x?x?, got 2"},
		{"array for two inputs", two, `[1,2]`, "model 5 takes 2 inputs"},
		{"missing input", two, input("a", "FP32", "[1,2]", "[1,2]"), `takes an input "b", which is missing`},
		{"unknown input", floats("input", -1, 2), input("x", "FP32", "[1,2]", "[1,2]"), `takes an input "input", which is missing`},
		{"other datatype", floats("input", -1, 2), input("input", "FP64", "[1,2]", "[1,2]"), `model 1 input "input" takes FP32, got FP64`},
		{"beyond float64", floats("input", -1, 2), `[1, 1e400]`, "element 1, +Inf, does not fit"},
		{"beyond float32", floats("input", -1, 2), `[1, -1e39]`, "element 1, -1e+39, does not fit"},
		{"booleans", floats("input", -1, 2), `[true, false]`, "takes FP32, got true or false"},
		{"beyond UINT8", Model{Inputs: []Spec{{"input", Uint8, []int64{1}}}}, `[256]`, `the model input "input" takes UINT8, which element 0, 256, does not fit`},
		{"rounds beyond UINT8", Model{Inputs: []Spec{{"input", Uint8, []int64{1}}}}, `[255.5]`, "does not fit"},
		{"rounds beyond BF16", Model{Inputs: []Spec{{"input", BF16, []int64{1}}}}, `[3.4e38]`, "does not fit"},
		{"rounds beyond FP16", Model{Inputs: []Spec{{"input", FP16, []int64{1}}}}, `[65520]`, "does not fit"},
		{"negative UINT8", Model{Inputs: []Spec{{"input", Uint8, []int64{1}}}}, `[-1]`, "does not fit"},
		{"beyond INT64", Model{Inputs: []Spec{{"input", Int64, []int64{1}}}}, `[9223372036854775808]`, "does not fit"},
		{"no boolean", Model{Inputs: []Spec{{"input", Bool, []int64{1}}}}, `[2]`, "does not fit"},
		{"numbers for text", Model{Inputs: []Spec{{"input", Bytes, []int64{-1}}}}, `[2]`, "takes strings, got numbers"},
		{"npy for text", Model{Inputs: []Spec{{"input", Bytes, []int64{-1}}}}, string(npyOf("<f4", "(1,)", "False", fp32(1))), "takes strings, got numbers"},
		{"NaN", floats("input", -1, 2), string(npyOf("<f4", "(2,)", "False", fp32(1, float32(math.NaN())))), "element 1 is NaN"},
		{"infinity in float64", floats("input", -1, 1), string(npyOf("<f8", "(1,)", "False", binary.LittleEndian.AppendUint64(nil, math.Float64bits(math.Inf(-1))))), "-Inf, does not fit"},
	}
	for _, test := range tests {
		_, err := Decode([]byte(test.data), test.model)
		if !errors.Is(err, ErrRejected) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want ErrRejected with %q", test.name, err, test.want)
		}
	}
}

func TestMalformedIsToldFromRejected(t *testing.T) {
	tests := []struct{ name, data, want string }{
		{"empty", "", "too early"},
		{"blank", " \n", "too early"},
		{"text", "hello", "no JSON"},
		{"binary", "\xff\xfe", "UTF-8"},
		{"number", "5", "a JSON number"},
		{"null", "null", "a JSON null"},
		{"cut short", "[1, 2", "too early"},
		{"trailing comma", "[1, 2,]", "no JSON"},
		{"missing comma", "[1 2]", "no JSON"},
		{"two values", "[1, 2] [3]", "after the end"},
		{"garbage behind", "[1, 2] x", "after the end"},
		{"NaN", "[1, NaN]", "no JSON"},
		{"NaN as string", `[1, "NaN"]`, `"NaN" is no number`},
		{"hex as string", `[1, "0x10"]`, `is no number`},
		{"blank in string", `[1, " 1"]`, `is no number`},
		{"null inside", "[1, null]", "element 1 is a JSON null"},
		{"object inside", `[1, {}]`, "element 1 is a JSON object"},
		{"ragged", "[[1, 2], [3]]", "nested arrays of 2 and 1"},
		{"mixed depth", "[[1, 2], 3]", "side by side"},
		{"mixed depth first", "[1, [2]]", "side by side"},
		{"deeper second", "[[1], [[1]]]", "side by side"},
		{"deep", strings.Repeat("[", 10_000) + strings.Repeat("]", 10_000), "deeper"},
		{"deep objects", strings.Repeat(`{"parameters":`, 10_000), "deeper"},
		{"deep, never closed", strings.Repeat("[", 1_000_000), "deeper"},
		{"no inputs", `{}`, `without "inputs"`},
		{"other object", `{"data":[1]}`, `unknown field "data"`},
		{"inputs no array", `{"inputs":{}}`, "want an array"},
		{"input no object", `{"inputs":[1]}`, "want an object"},
		{"without data", `{"inputs":[{"name":"input","datatype":"FP32","shape":[2]}]}`, "without data"},
		{"without name", `{"inputs":[{"name":"","datatype":"FP32","shape":[1],"data":[1]}]}`, "without name"},
		{"unknown datatype", `{"inputs":[{"name":"input","datatype":"FP31","shape":[1],"data":[1]}]}`, `"FP31"`},
		{"shape of text", `{"inputs":[{"name":"input","datatype":"FP32","shape":["2"],"data":[1,2]}]}`, "whole numbers"},
		{"shape of fractions", `{"inputs":[{"name":"input","datatype":"FP32","shape":[2.5],"data":[1,2]}]}`, "whole numbers"},
		{"negative shape", `{"inputs":[{"name":"input","datatype":"FP32","shape":[-2,-1],"data":[1,2]}]}`, "negative"},
		{"enormous shape", `{"inputs":[{"name":"input","datatype":"FP32","shape":[4294967296,4294967296],"data":[]}]}`, "more than"},
		{"shape that hides", `{"inputs":[{"name":"input","datatype":"FP32","shape":[0,9223372036854775807],"data":[]}]}`, "more than"},
		{"shape and data differ", `{"inputs":[{"name":"input","datatype":"FP32","shape":[3],"data":[1,2]}]}`, "has 2 elements, its shape 3 has 3"},
		{"field twice", `{"inputs":[{"name":"input","name":"x","datatype":"FP32","shape":[2],"data":[1,2]}]}`, "given twice"},
		{"input twice", `{"inputs":[{"name":"a","datatype":"FP32","shape":[1],"data":[1]},{"name":"a","datatype":"FP32","shape":[1],"data":[1]}]}`, "given twice"},
		{"strange field", `{"inputs":[{"name":"input","datatype":"FP32","shape":[2],"data":[1,2],"size":2}]}`, `"size"`},
		{"npy header cut short", npyMagic + "\x01\x00\x20", "within its header"},
		{"npy header longer than the file", npyMagic + "\x01\x00\xff\x00{}", "header of 255"},
		{"npy enormous header", string(npy(2, strings.Repeat(" ", 70_000), nil)), "header of 70000"},
		{"npy version", string(npy(9, "{}", nil)), "version 9"},
		{"npy no dict", string(npy(1, "[]", nil)), "no dict"},
		{"npy code in header", string(npy(1, "{'descr': __import__('os'), }", nil)), "not as NumPy writes it"},
		{"npy key missing", string(npy(1, "{'descr': '<f4', 'shape': (2,)}", fp32(1, 2))), "without"},
		{"npy key twice", string(npy(1, "{'descr': '<f4', 'descr': '<f8', 'shape': (2,)}", fp32(1, 2))), "twice"},
		{"npy value of another kind", string(npy(1, "{'descr': True, 'fortran_order': False, 'shape': (2,)}", fp32(1, 2))), "strange descr"},
		{"npy big-endian", string(npyOf(">f4", "(2,)", "False", fp32(1, 2))), ">f4"},
		{"npy objects", string(npyOf("|O", "(2,)", "False", fp32(1, 2))), "|O"},
		{"npy shape overflow", string(npyOf("<f4", "(4294967296, 4294967296)", "False", nil)), "more than"},
		{"npy shape of 30 digits", string(npyOf("<f4", "(111111111111111111111111111111,)", "False", nil)), "shape with"},
		{"npy of many dimensions", string(npyOf("<f4", "("+strings.Repeat("1,", 40)+")", "False", fp32(1))), "dimensions"},
		{"npy data short", string(npyOf("<f4", "(2,)", "False", fp32(1))), "4 bytes of data"},
		{"npy data long", string(npyOf("<f4", "(2,)", "False", fp32(1, 2, 3))), "12 bytes of data"},
		{"npy strange boolean", string(npyOf("|b1", "(2,)", "False", []byte{1, 2})), "byte 2"},
	}
	for _, test := range tests {
		_, err := Decode([]byte(test.data), floats("input", -1, 2))
		if !errors.Is(err, ErrMalformed) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want ErrMalformed with %q", test.name, err, test.want)
		}
		if err != nil && len(err.Error()) > 400 {
			t.Errorf("%s: error of %d bytes", test.name, len(err.Error()))
		}
	}
}

func TestSeveralInputsComeInTheModelsOrder(t *testing.T) {
	model := Model{Inputs: []Spec{
		{"scalar", FP64, []int64{}}, {"text", Bytes, []int64{-1, 2}}, {"flags", Bool, []int64{-1, -1}}, {"ids", Int64, []int64{-1, -1, 2}},
	}}
	data := `{"inputs":[
		{"name":"ids","datatype":"INT64","shape":[1,2,2],"data":[[[1,2],[3,-4]]]},
		{"name":"flags","datatype":"BOOL","shape":[1,3],"data":[true,0,1]},
		{"name":"text","datatype":"BYTES","shape":[1,2],"data":["grün",""]},
		{"name":"scalar","datatype":"FP64","shape":[],"data":[0.1]}]}`
	got, err := Decode([]byte(data), model)
	if err != nil {
		t.Fatal(err)
	}
	minus4 := int64(-4)
	var ids []byte
	for _, v := range []int64{1, 2, 3, minus4} {
		ids = binary.LittleEndian.AppendUint64(ids, uint64(v))
	}
	want := []Tensor{
		{Name: "scalar", Datatype: FP64, Shape: []int64{}, Raw: binary.LittleEndian.AppendUint64(nil, math.Float64bits(0.1))},
		{Name: "text", Datatype: Bytes, Shape: []int64{1, 2}, Strings: [][]byte{[]byte("grün"), {}}},
		{Name: "flags", Datatype: Bool, Shape: []int64{1, 3}, Raw: []byte{1, 0, 1}},
		{Name: "ids", Datatype: Int64, Shape: []int64{1, 2, 2}, Raw: ids},
	}
	for i := range want {
		if len(got[i].Shape) == 0 {
			got[i].Shape = []int64{}
		}
	}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("%+v, want %+v", got, want)
	}
}

func TestAFreeDimensionTakesWhatIsThere(t *testing.T) {
	tests := []struct {
		spec  []int64
		data  string
		shape []int64
	}{
		{[]int64{-1, -1}, `[1,2,3]`, []int64{1, 3}},
		{[]int64{-1, -1, 2}, `[1,2,3,4]`, []int64{1, 2, 2}},
		{[]int64{-1, 8, 8}, "[" + strings.Repeat("0,", 63) + "0]", []int64{1, 8, 8}},
		{[]int64{-1, -1, -1}, `[[1],[2]]`, []int64{1, 2, 1}},
		{[]int64{}, `[1]`, nil},
		{[]int64{-1}, `[1]`, []int64{1}},
		{[]int64{-1, 0}, `[]`, []int64{1, 0}},
		{[]int64{1, 2}, `[1,2]`, []int64{1, 2}},
	}
	for _, test := range tests {
		got, err := Decode([]byte(test.data), floats("input", test.spec...))
		if err != nil {
			t.Errorf("%v: %v", test.spec, err)
			continue
		}
		if !slices.Equal(got[0].Shape, test.shape) {
			t.Errorf("%v: shape %v, want %v", test.spec, got[0].Shape, test.shape)
		}
	}
}

func TestColumnOrderIsTurned(t *testing.T) {
	data := npyOf("<f4", "(1, 2, 3)", "True", fp32(11, 21, 12, 22, 13, 23))
	got, err := Decode(data, floats("input", -1, 2, 3))
	if err != nil || !slices.Equal(got[0].Raw, fp32(11, 12, 13, 21, 22, 23)) {
		t.Errorf("%v, %v; want the rows one after the other", got, err)
	}
}

// The expected bits are those that NumPy gives: np.float16(x).view(np.uint16)
// and so on; for BF16, those of rounding float64 once.
func TestNumbersAreRoundedOnceHalfToEven(t *testing.T) {
	tests := []struct {
		datatype Datatype
		text     string
		want     uint64
	}{
		{FP16, "1", 0x3c00}, {FP16, "-0.0", 0x8000}, {FP16, "65504", 0x7bff}, {FP16, "65519.99", 0x7bff},
		{FP16, "6.1e-5", 0x03ff}, {FP16, "6e-8", 0x0001}, {FP16, "2.98e-8", 0x0000}, {FP16, "0.1", 0x2e66},
		{FP16, "1.00048828125", 0x3c00}, {FP16, "1.00146484375", 0x3c02}, // ties
		// Just above a tie, by less than float32 can tell.
		{FP16, "1.00048828125000001e0", 0x3c00}, {FP16, "1.0004882812500004", 0x3c01},
		{FP16, "1.99999", 0x4000}, // up to the next power of two
		{BF16, "1", 0x3f80}, {BF16, "-2.5", 0xc020}, {BF16, "1.00390625", 0x3f80}, {BF16, "1.01171875", 0x3f82},
		{BF16, "1e-40", 0x0001},
		{FP32, "0.1", 0x3dcccccd}, {FP32, "16777217", 0x4b800000}, {FP32, "1e-46", 0},
		{FP64, "0.1", 0x3fb999999999999a}, {FP64, "9007199254740993", 0x4340000000000000},
		{Int8, "-128", 0x80}, {Int8, "2.5", 2}, {Int8, "3.5", 4}, {Uint8, "254.5", 254},
		{Int16, "-2", 0xfffe}, {Int32, "-2147483648", 0x80000000}, {Int64, "-1", math.MaxUint64},
		{Uint64, "18446744073709549568", 0xfffffffffffff800}, {Uint16, "65535", 0xffff}, {Uint32, "4294967295", 0xffffffff},
	}
	for _, test := range tests {
		got, err := Decode([]byte("["+test.text+"]"), Model{Inputs: []Spec{{"x", test.datatype, []int64{1}}}})
		if err != nil {
			t.Errorf("%s as %s: %v", test.text, test.datatype, err)
			continue
		}
		if bits := getUint(got[0].Raw, test.datatype.Size()); bits != test.want {
			t.Errorf("%s as %s: %#x, want %#x", test.text, test.datatype, bits, test.want)
		}
	}
}

func TestSmallFloatsRoundTrip(t *testing.T) {
	for _, datatype := range []Datatype{FP16, BF16} {
		c := codecs[datatype]
		for bits := range uint64(1 << 16) {
			raw := make([]byte, 2)
			putUint(raw, 2, bits)
			v := c.get(raw)
			back := make([]byte, 2)
			if fits := c.put(back, v); fits != finite(v) || (fits && getUint(back, 2) != bits) {
				t.Fatalf("%s %#04x is %v, which is written as %#04x, %v", datatype, bits, v, getUint(back, 2), fits)
			}
		}
	}
}

func FuzzDecode(f *testing.F) {
	models := []Model{
		floats("input", -1, 2),
		{Inputs: []Spec{{"input", Bytes, []int64{-1, -1}}}},
		{Inputs: []Spec{{"a", Int8, []int64{}}, {"b", FP16, []int64{-1, -1}}}},
	}
	for _, seed := range []string{
		`[1, "2"]`, `[["a","b"]]`, `[1,]`, `[[1],[2,3]]`, `{"inputs":[]}`,
		`{"inputs":[{"name":"a","datatype":"INT8","shape":[],"data":[1]},{"name":"b","datatype":"FP16","shape":[1,2],"data":[1,2]}]}`,
		string(npyOf("<f4", "(1, 2)", "False", fp32(1, 2))), string(npyOf("<f8", "(1,)", "True", make([]byte, 8))),
		string(npy(3, "{'descr':'|b1','fortran_order':True,'shape':(2,0)}", nil)),
	} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		for _, model := range models {
			tensors, err := Decode(data, model)
			if err != nil {
				var problem *Error
				if !errors.As(err, &problem) || problem.Detail == "" {
					t.Fatalf("error %v is no *Error", err)
				}
				continue
			}
			if !strings.HasPrefix(string(data), npyMagic) && !json.Valid(data) {
				t.Fatalf("%q is no JSON but was taken", data)
			}
			for i, tensor := range tensors {
				count := product(tensor.Shape)
				switch {
				case tensor.Name != model.Inputs[i].Name || tensor.Datatype != model.Inputs[i].Datatype:
					t.Fatalf("tensor %d is %s %s", i, tensor.Name, tensor.Datatype)
				case tensor.Datatype == Bytes && int64(len(tensor.Strings)) != count,
					tensor.Datatype != Bytes && int64(len(tensor.Raw)) != count*int64(tensor.Datatype.Size()):
					t.Fatalf("tensor %v of shape %v has %d strings, %d bytes", tensor.Name, tensor.Shape, len(tensor.Strings), len(tensor.Raw))
				}
			}
		}
	})
}

func BenchmarkDecodeArray(b *testing.B) {
	data := []byte("[" + strings.Repeat("-0.97153748,", 5000) + "1]")
	model := floats("input", -1, 5001)
	b.SetBytes(int64(len(data)))
	for b.Loop() {
		if _, err := Decode(data, model); err != nil {
			b.Fatal(err)
		}
	}
}
