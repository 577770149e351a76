package service

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/ort"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

// sample is a data point and the word that scikit-learn has for it.
type sample struct {
	Model string          `json:"model"`
	Data  json.RawMessage `json:"data"`
	Word  string          `json:"word"`
}

// samples are a model's golden cases, and the perturbed rows where there are some.
func samples(t *testing.T, m *manifest.Manifest) (all []sample) {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", "..", "models", "testdata", "perturbed.json"))
	require.NoError(t, err)
	require.NoError(t, json.Unmarshal(raw, &all))
	all = slices.DeleteFunc(all, func(s sample) bool { return s.Model != m.Name })
	for _, g := range m.Golden {
		all = append(all, sample{m.Name, g.Data, g.Word})
	}
	return all
}

// TestWordsAreTheSameForAnyNumberOfThreadsAndRows runs the example models with
// more threads than votes use, in batches of several sizes.
func TestWordsAreTheSameForAnyNumberOfThreadsAndRows(t *testing.T) {
	require.NoError(t, ort.Open(workertest.Library(t)))
	examples, err := models.All()
	require.NoError(t, err)
	for _, e := range examples {
		m, err := manifest.Parse(e.ManifestJSON)
		require.NoError(t, err)
		c := codec.Codec{Kind: codec.Kind(m.Output.Codec), Decimals: int(m.Output.Decimals)}
		var rows []frame.Tensor
		var want []string
		for _, s := range samples(t, m) {
			rows = append(rows, decode(t, m, s.Data))
			want = append(want, s.Word)
		}
		for _, threads := range []ort.Threads{{Intra: 1, Inter: 1}, {Intra: 2, Inter: 1}, {Intra: 4, Inter: 2}} {
			loaded, err := ort.LoadThreaded(e.ONNX, threads)
			require.NoError(t, err)
			output := slices.IndexFunc(loaded.Describe().Outputs, func(p frame.Port) bool { return p.Name == m.Output.Name })
			require.GreaterOrEqual(t, output, 0)
			for _, size := range []int{1, 16, len(rows)} {
				t.Run(fmt.Sprintf("%s/%d and %d threads/%d rows", e.Name, threads.Intra, threads.Inter, size), func(t *testing.T) {
					var words []string
					for part := range slices.Chunk(rows, size) {
						words = append(words, wordsOf(t, c, runDirectly(t, loaded, output, m.Output.Name, stack(part)))...)
					}
					require.Equal(t, want, words)
				})
			}
			loaded.Close()
		}
	}
}

// stack makes one batch of rows.
func stack(rows []frame.Tensor) frame.Tensor {
	batch := frame.Tensor{Name: rows[0].Name, Type: rows[0].Type, Shape: slices.Clone(rows[0].Shape)}
	batch.Shape[0] = int64(len(rows))
	for _, row := range rows {
		batch.Data = append(batch.Data, row.Data...)
	}
	return batch
}

// wordsOf encodes each row of an output.
func wordsOf(t *testing.T, c codec.Codec, out frame.Tensor) (all []string) {
	t.Helper()
	size := len(out.Data) / int(out.Shape[0])
	for part := range slices.Chunk(out.Data, size) {
		e, err := c.Encode(&frame.Tensor{Name: out.Name, Type: out.Type, Shape: append([]int64{1}, out.Shape[1:]...), Data: part})
		require.NoError(t, err)
		all = append(all, codec.Decimal(e.Word))
	}
	return all
}

// runDirectly runs a model in this process.
func runDirectly(t *testing.T, m *ort.Model, output int, name string, in frame.Tensor) frame.Tensor {
	t.Helper()
	var request, result ort.Buffer
	defer request.Free()
	defer result.Free()
	body := frame.AppendRun(nil, []frame.Input{{Tensor: &in}}, []int{output})
	require.NoError(t, request.Grow(len(body)))
	copy(request.Bytes(), body)
	require.NoError(t, m.Run(request.Bytes(), &result))
	outputs, err := frame.ParseRun(slices.Clone(result.Bytes()), []string{name})
	require.NoError(t, err)
	return outputs[0]
}
