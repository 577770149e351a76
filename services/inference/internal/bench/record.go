package bench

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
)

// DirEnv names the folder that figures go to; the default is the repository's.
const DirEnv = "ETHML_BENCH_DIR"

// Record adds a figure to inference.json.
func Record(name string, value float64) error {
	dir, err := folder()
	if err != nil {
		return err
	}
	file := filepath.Join(dir, "inference.json")
	all := map[string]float64{}
	old, err := os.ReadFile(file)
	switch {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return err
	default:
		if err := json.Unmarshal(old, &all); err != nil {
			return fmt.Errorf("read %s: %w: delete it", file, err)
		}
	}
	all[name] = value
	b, err := json.MarshalIndent(all, "", "  ")
	if err != nil {
		return err
	}
	return os.WriteFile(file, append(b, '\n'), 0o644)
}

// folder finds bench/ at the top of the repository, where go.work is.
func folder() (string, error) {
	dir := os.Getenv(DirEnv)
	for at := "."; dir == ""; at = filepath.Join(at, "..") {
		abs, err := filepath.Abs(at)
		if err != nil {
			return "", err
		}
		if _, err := os.Stat(filepath.Join(abs, "go.work")); err == nil {
			dir = filepath.Join(abs, "bench")
		}
		if abs == filepath.Dir(abs) {
			dir = cmp.Or(dir, ".")
		}
	}
	return dir, os.MkdirAll(dir, 0o755)
}
