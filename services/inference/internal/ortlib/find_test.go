package ortlib

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAMissingLibraryNamesTheRemedy(t *testing.T) {
	t.Setenv(Env, "")
	t.Chdir(t.TempDir())
	_, err := Find("")
	require.ErrorContains(t, err, "make onnxruntime")
	_, err = Find("nowhere/lib.so")
	require.ErrorContains(t, err, "nowhere/lib.so")
	require.ErrorContains(t, err, Env)
}

func TestTheCacheOfAFolderAboveIsFound(t *testing.T) {
	t.Setenv(Env, "")
	root := t.TempDir()
	require.NoError(t, os.MkdirAll(filepath.Join(root, ".cache", "onnxruntime"), 0o755))
	require.NoError(t, os.MkdirAll(filepath.Join(root, "a", "b"), 0o755))
	lib := filepath.Join(root, ".cache", "onnxruntime", "libonnxruntime.so.1")
	require.NoError(t, os.WriteFile(lib, nil, 0o644))
	t.Chdir(filepath.Join(root, "a", "b"))
	got, err := Find("")
	require.NoError(t, err)
	require.Equal(t, lib, got)
	t.Setenv(Env, "a/other.so")
	_, err = Find("")
	require.ErrorContains(t, err, "a/other.so", "the environment is not second to what is found")
}
