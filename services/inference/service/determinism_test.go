package service

import (
	"context"
	"encoding/json"
	"slices"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/services/inference/internal/codec"
	"github.com/ethml/ethml/services/inference/internal/frame"
)

func bytesOf(b []byte) func(context.Context) ([]byte, error) {
	return func(context.Context) ([]byte, error) { return b, nil }
}

// TestRowsInABatchGiveTheWordsTheyGiveAlone compares the example models' words
// over batch sizes, though votes are always made from one row.
func TestRowsInABatchGiveTheWordsTheyGiveAlone(t *testing.T) {
	p := lab(t)
	examples, err := models.All()
	require.NoError(t, err)
	for _, e := range examples {
		t.Run(e.Name, func(t *testing.T) {
			m, err := manifest.Parse(e.ManifestJSON)
			require.NoError(t, err)
			c := codec.Codec{Kind: codec.Kind(m.Output.Codec), Decimals: int(m.Output.Decimals)}
			var rows []frame.Tensor
			for _, g := range m.Golden {
				rows = append(rows, decode(t, m, g.Data))
			}
			words := func(batch frame.Tensor) []string {
				r, err := p.Run(t.Context(), specOf(e.ONNX), []frame.Tensor{batch}, []string{m.Output.Name})
				require.NoError(t, err)
				return wordsOf(t, c, r.Outputs[0])
			}
			var alone []string
			for i, row := range rows {
				w := words(row)
				require.Equal(t, m.Golden[i].Word, w[0])
				alone = append(alone, w...)
			}
			for _, size := range []int{2, 3, len(rows)} {
				var together []string
				for part := range slices.Chunk(rows, size) {
					together = append(together, words(stack(part))...)
				}
				require.Equal(t, alone, together, "batches of %d", size)
			}
		})
	}
}

func decode(t *testing.T, m *manifest.Manifest, data json.RawMessage) frame.Tensor {
	t.Helper()
	tensors, err := datapoint.Decode(data, m.Data("the model"))
	require.NoError(t, err)
	kind, ok := frame.ParseElementType(string(tensors[0].Datatype))
	require.True(t, ok)
	return frame.Tensor{Name: tensors[0].Name, Type: kind, Shape: tensors[0].Shape, Data: tensors[0].Raw}
}
