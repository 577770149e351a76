package system

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// root is the repository's root.
func root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..", "..")
}

// made is the folder that build has made; empty if it hasn't.
var made string

// BuildTags are the build tags of the binaries; set them before the first use.
var BuildTags string

var build = sync.OnceValues(func() (string, error) {
	if dir := os.Getenv("ETHML_TEST_BIN"); dir != "" {
		return dir, nil
	}
	dir, err := os.MkdirTemp("", "ethml-test-bin-")
	if err != nil {
		return "", err
	}
	made = dir
	cmd := exec.Command("go", "build", "-tags", BuildTags, "-o", dir, "./cmd/ethml", "./services/watcher", "./services/inference", "./services/pow", "./services/submitter", "./services/explorer")
	cmd.Dir = root()
	if out, err := cmd.CombinedOutput(); err != nil {
		return "", fmt.Errorf("build the binaries: %w\n%s", err, out)
	}
	return dir, nil
})

// Binary is the path of one of the project's programs, built from this tree once for all tests of a run (or taken from
// the folder ETHML_TEST_BIN names).
func Binary(t testing.TB, name string) string {
	t.Helper()
	dir, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return filepath.Join(dir, name)
}

// CleanUp removes what Binary built, if it built anything; call it from TestMain.
func CleanUp() {
	if made != "" {
		os.RemoveAll(made)
	}
}
