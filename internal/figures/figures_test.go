package figures_test

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/figures"
)

func TestFiguresOfSeveralBenchmarksShareAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "bench", "chain.json")
	require.NoError(t, figures.Add(path, map[string]float64{"a_ms": 1.5, "b_ms": 2}))
	require.NoError(t, figures.Add(path, map[string]float64{"b_ms": 3}))
	data, err := os.ReadFile(path)
	require.NoError(t, err)
	require.JSONEq(t, `{"a_ms": 1.5, "b_ms": 3}`, string(data))
	require.NoError(t, os.WriteFile(path, []byte("not JSON"), 0o600))
	require.ErrorContains(t, figures.Add(path, nil), path)
	require.NoError(t, figures.Add("", map[string]float64{"a_ms": 1}))
}
