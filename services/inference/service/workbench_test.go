package service

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
	"github.com/ethml/ethml/services/inference/internal/workertest"
)

func TestAWorkbenchServesExactlyWhatAServiceWould(t *testing.T) {
	w, err := OpenWorkbench(Config{WorkerCommand: workertest.Command(t), Library: workertest.Library(t)})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, w.Close()) })
	examples, err := models.All()
	require.NoError(t, err)
	for _, e := range examples {
		m, err := manifest.Parse(e.ManifestJSON)
		require.NoError(t, err)
		inputs, outputs, err := w.Describe(t.Context(), e.ONNX)
		require.NoError(t, err)
		require.Equal(t, m.Inputs[0].Name, inputs[0].Name)
		require.Equal(t, string(m.Inputs[0].Datatype), inputs[0].Datatype)
		require.NotEmpty(t, outputs)
		require.NoError(t, w.Check(t.Context(), m, e.ONNX))
		for _, p := range e.Points {
			a, err := w.Answer(t.Context(), m, e.ONNX, p.Data)
			require.NoError(t, err)
			require.Zero(t, a.Status, a.Detail)
			require.Equal(t, p.Word, a.Word)
			require.NotEmpty(t, a.Steps)
		}
		m.Golden[0].Word = "123456"
		require.ErrorContains(t, w.Check(t.Context(), m, e.ONNX), "golden case 1")
		require.ErrorContains(t, w.Check(t.Context(), m, e.ONNX[1:]), "bytes")
	}
	_, _, err = w.Describe(t.Context(), onnxtest.Random())
	require.ErrorContains(t, err, "random operator")
}
