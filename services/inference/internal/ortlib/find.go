// Package ortlib finds the ONNX Runtime library on this machine.
package ortlib

import (
	"fmt"
	"os"
	"path/filepath"
)

// Env names the library's path outright.
const Env = "ETHML_ONNXRUNTIME_LIB"

// names are what the library's file may be called, best first.
var names = []string{"libonnxruntime.so.1", "libonnxruntime.so.1.24.3", "libonnxruntime.so"}

// Find returns the library's absolute path: the one given, else the one the
// environment names, else one beside the executable or in its lib folder, else
// the one a build keeps in .cache/onnxruntime of this folder or one above it.
func Find(given string) (string, error) {
	if given == "" {
		given = os.Getenv(Env)
	}
	if given != "" {
		path, err := filepath.Abs(given)
		if err != nil {
			return "", fmt.Errorf("find ONNX Runtime library: %w", err)
		}
		if _, err := os.Stat(path); err != nil {
			return "", fmt.Errorf("ONNX Runtime library %s isn't there: run `make onnxruntime`, or set %s to libonnxruntime.so.1", given, Env)
		}
		return path, nil
	}
	for _, dir := range folders() {
		for _, name := range names {
			path := filepath.Join(dir, name)
			if info, err := os.Stat(path); err == nil && info.Mode().IsRegular() {
				return path, nil
			}
		}
	}
	return "", fmt.Errorf("ONNX Runtime library not found: run `make onnxruntime`, or set %s to libonnxruntime.so.1", Env)
}

func folders() []string {
	var dirs []string
	up := func(dir string) {
		for {
			dirs = append(dirs, filepath.Join(dir, ".cache", "onnxruntime"))
			parent := filepath.Dir(dir)
			if parent == dir {
				return
			}
			dir = parent
		}
	}
	if exe, err := os.Executable(); err == nil {
		if real, err := filepath.EvalSymlinks(exe); err == nil {
			exe = real
		}
		dir := filepath.Dir(exe)
		dirs = append(dirs, dir, filepath.Join(dir, "lib"), filepath.Join(dir, "..", "lib"), "/usr/local/lib/ethml")
		up(dir)
	}
	if wd, err := os.Getwd(); err == nil {
		up(wd)
	}
	return dirs
}
