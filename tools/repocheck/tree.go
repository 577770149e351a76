package main

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// file is one file that git tracks, or would after `git add`.
type file struct {
	path string // relative to the tree's root, with slashes
	mode fs.FileMode
	data []byte // nil for a link
}

// binary reports whether the file isn't text, the way git decides it.
func (f file) binary() bool {
	return bytes.IndexByte(f.data[:min(len(f.data), 8000)], 0) >= 0
}

// generated reports whether the file says of itself that a program wrote it.
func (f file) generated() bool {
	head := f.data[:min(len(f.data), 1000)]
	return bytes.Contains(head, []byte("Code generated ")) && bytes.Contains(head, []byte("DO NOT EDIT"))
}

// lines calls visit with each line and its number, from 1.
func (f file) lines(visit func(number int, line string)) {
	n := 0
	for line := range strings.Lines(string(f.data)) {
		n++
		visit(n, strings.TrimRight(line, "\r\n"))
	}
}

// tree is the repository as a clone would get it.
type tree struct {
	root    string
	files   []file
	ignored []string // tracked, though .gitignore names them
}

func readTree(ctx context.Context, root string) (tree, error) {
	t := tree{root: root}
	paths, err := gitList(ctx, root, "--cached", "--others", "--exclude-standard")
	if err != nil {
		return tree{}, err
	}
	for _, path := range paths {
		f, err := readFile(root, path)
		if errors.Is(err, fs.ErrNotExist) {
			continue // deleted, but not yet in the index
		}
		if err != nil {
			return tree{}, err
		}
		t.files = append(t.files, f)
	}
	t.ignored, err = gitList(ctx, root, "--cached", "--ignored", "--exclude-standard")
	if err != nil {
		return tree{}, err
	}
	return t, nil
}

func readFile(root, path string) (file, error) {
	name := filepath.Join(root, filepath.FromSlash(path))
	info, err := os.Lstat(name)
	if err != nil {
		return file{}, err
	}
	f := file{path: path, mode: info.Mode()}
	if !info.Mode().IsRegular() {
		return f, nil
	}
	f.data, err = os.ReadFile(name)
	return f, err
}

func gitList(ctx context.Context, root string, args ...string) ([]string, error) {
	cmd := exec.CommandContext(ctx, "git", append([]string{"-C", root, "ls-files", "-z"}, args...)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		return nil, fmt.Errorf("list the files of %s: %w: %s", root, err, bytes.TrimSpace(stderr.Bytes()))
	}
	var paths []string
	for path := range strings.SplitSeq(string(out), "\x00") {
		if path != "" {
			paths = append(paths, path)
		}
	}
	return paths, nil
}
