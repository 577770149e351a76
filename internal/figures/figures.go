// Package figures keeps what benchmarks measured in files of one flat JSON object each, from metric to number.
package figures

import (
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
)

// Env names the variable with the file that a benchmark's figures go to.
const Env = "ETHML_BENCH_JSON"

// Add puts figures into a file, beside those that are there; of equal names the new one stays. An empty path is no file.
func Add(path string, figures map[string]float64) error {
	if path == "" {
		return nil
	}
	all := map[string]float64{}
	data, err := os.ReadFile(path)
	if err == nil {
		err = json.Unmarshal(data, &all)
	}
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("read figures from %s: %w", path, err)
	}
	maps.Copy(all, figures)
	if data, err = json.MarshalIndent(all, "", "  "); err != nil {
		return fmt.Errorf("write figures: %w", err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return fmt.Errorf("write figures: %w", err)
	}
	if err := os.WriteFile(path, append(data, '\n'), 0o600); err != nil {
		return fmt.Errorf("write figures: %w", err)
	}
	return nil
}
