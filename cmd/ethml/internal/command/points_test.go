package command

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/cli"
)

func TestDataPointsComeFromFilesOfSeveralForms(t *testing.T) {
	dir := t.TempDir()
	file := func(name, text string) string {
		path := filepath.Join(dir, name)
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		return path
	}
	for path, want := range map[string]string{
		file("row.csv", "53, 1,20.5\n"): "[53,1,20.5]", file("a.json", "[ 1 ]\n"): "[ 1 ]\n",
		file("head.csv", "a,b\n1,2\n"): "a,b\n1,2\n", file("x.npy", "\x93NUMPY"): "\x93NUMPY",
	} {
		p, err := readPoint(path)
		require.NoError(t, err)
		require.Equal(t, want, string(p.data))
	}
}

func TestArgumentsThatAreNoDataPointSayWhatToType(t *testing.T) {
	t.Chdir(t.TempDir())
	for want, r := range map[string]*Request{
		"write --values 53,1,20.5":               {Values: []numbers{"53"}, Files: []string{"1", "20.5"}},
		"write --values 1,2,3":                   {Files: []string{"7", "x"}},
		"--cid: invalid CID \"bafy\"":            {CID: []string{"bafy"}},
		"--values: nothing after the last comma": {Values: []numbers{"1,"}},
		"no data point":                          {},
	} {
		_, err := r.dataPoints()
		require.ErrorContains(t, err, want)
		require.Equal(t, cli.ExitUsage, cli.CodeOf(err), err)
	}
	_, err := (&Request{Files: []string{"none.json"}}).dataPoints()
	require.ErrorContains(t, err, "none.json")
	require.Equal(t, cli.ExitUsage, cli.CodeOf(err))
}
