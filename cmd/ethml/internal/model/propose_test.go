package model

import (
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/models"
	inference "github.com/ethml/ethml/services/inference/service"
)

// TestMain is the worker too, when it is started as one.
func TestMain(m *testing.M) {
	if len(os.Args) == 4 && os.Args[1] == "worker" {
		if err := (&inference.Worker{Library: os.Args[3]}).Run(); err != nil {
			os.Exit(1)
		}
		os.Exit(0)
	}
	os.Exit(m.Run())
}

func TestTheExamplesManifestsAreProposedFromTheirFiles(t *testing.T) {
	self, err := inference.SelfCommand()
	require.NoError(t, err)
	bench, err := inference.OpenWorkbench(inference.Config{WorkerCommand: self})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, bench.Close()) })
	examples, err := models.All()
	require.NoError(t, err)
	for _, e := range examples {
		want, err := manifest.Parse(e.ManifestJSON)
		require.NoError(t, err)
		p := Proposal{Name: want.Name, License: "MIT"}
		if want.Output.Rule == manifest.Median {
			p.Median = want.Output.Tolerance
		}
		for _, point := range e.Points {
			p.Samples = append(p.Samples, Sample{point.Name, point.Data})
		}
		got, err := Propose(t.Context(), bench, e.ONNX, p)
		require.NoError(t, err)
		require.Equal(t, want.Model, got.Model)
		require.Equal(t, want.Output, got.Output)
		for i, point := range e.Points {
			require.Equal(t, point.Word, got.Golden[i].Word)
		}
		raw, err := got.Encode()
		require.NoError(t, err)
		parsed, err := manifest.Parse(raw)
		require.NoError(t, err)
		require.NoError(t, bench.Check(t.Context(), parsed, e.ONNX))
	}
	_, err = Propose(t.Context(), bench, examples[0].ONNX, Proposal{Name: "x", License: "MIT"})
	require.ErrorContains(t, err, "--data")
	_, err = Propose(t.Context(), bench, examples[0].ONNX, Proposal{Name: "x", License: "MIT", Samples: []Sample{{"ten.json", []byte("[1,2,3]")}}})
	require.ErrorContains(t, err, "takes 30 features, got 3")
	_, err = Propose(t.Context(), bench, examples[0].ONNX, Proposal{Name: "x", License: "MIT", Output: "nope", Samples: []Sample{{"a", []byte("[]")}}})
	require.ErrorContains(t, err, "label, scores")
}
