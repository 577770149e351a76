package view

import (
	"context"
	"encoding/binary"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

const (
	maxDataText = 4096
	maxRows     = 64 // features listed one by one
)

// data fetches a data point and shows what can be shown of it.
func (v *Views) data(ctx context.Context, cid string, model *index.Model) *Data {
	raw, err := v.Library.Data(ctx, cid)
	if err != nil {
		return &Data{Error: Clean(err.Error())}
	}
	out := &Data{Bytes: len(raw)}
	if utf8.Valid(raw) {
		out.Text, out.Cut = Cut(Clean(string(raw)), maxDataText)
	}
	if model == nil || model.ManifestCID == "" {
		return out
	}
	if m := v.Library.Known(model.ManifestCID); m != nil {
		out.Features = features(raw, m)
		if err := m.Fits("the model", raw); err != nil {
			out.Unfit, _ = Cut(Clean(err.Error()), maxText)
		}
	}
	return out
}

// features are the numbers of a data point by the names that the manifest gives them; none when they don't go together.
func features(raw []byte, m *manifest.Manifest) (all []Feature) {
	tensors, err := datapoint.Decode(raw, m.Data("the model"))
	if err != nil {
		return nil
	}
	for i, t := range tensors {
		names := m.Inputs[i].Features
		values := numbers(t)
		if len(names) == 0 || len(values) != len(names) {
			return nil
		}
		for j, name := range names {
			if len(all) == maxRows {
				return all
			}
			name, _ := Cut(Clean(name), 200)
			all = append(all, Feature{Name: name, Value: values[j]})
		}
	}
	return all
}

// numbers reads the elements of the datatypes that models mostly take.
func numbers(t datapoint.Tensor) []string {
	var out []string
	switch strings.ToUpper(string(t.Datatype)) {
	case "FP32":
		for i := 0; i+4 <= len(t.Raw) && len(out) <= maxRows*4; i += 4 {
			f := math.Float32frombits(binary.LittleEndian.Uint32(t.Raw[i:]))
			out = append(out, strconv.FormatFloat(float64(f), 'g', -1, 32))
		}
	case "FP64":
		for i := 0; i+8 <= len(t.Raw) && len(out) <= maxRows*4; i += 8 {
			f := math.Float64frombits(binary.LittleEndian.Uint64(t.Raw[i:]))
			out = append(out, strconv.FormatFloat(f, 'g', -1, 64))
		}
	case "INT64":
		for i := 0; i+8 <= len(t.Raw) && len(out) <= maxRows*4; i += 8 {
			out = append(out, strconv.FormatInt(int64(binary.LittleEndian.Uint64(t.Raw[i:])), 10))
		}
	}
	return out
}
