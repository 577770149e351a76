package main

import (
	"context"
	"fmt"
	"slices"
	"strings"
)

// finding is one thing wrong. Line 0 is the file as a whole.
type finding struct {
	path string
	line int
	what string
}

func (f finding) String() string {
	if f.line == 0 {
		return f.path + ": " + f.what
	}
	return fmt.Sprintf("%s:%d: %s", f.path, f.line, f.what)
}

func check(ctx context.Context, t tree) ([]finding, error) {
	findings, err := checkText(t)
	if err != nil {
		return nil, err
	}
	findings = append(findings, checkGoFiles(t)...)
	findings = append(findings, checkLayout(t)...)
	findings = append(findings, checkLinks(t)...)
	modules, err := checkModules(ctx, t)
	if err != nil {
		return nil, err
	}
	findings = append(findings, modules...)
	slices.SortFunc(findings, func(a, b finding) int {
		if c := strings.Compare(a.path, b.path); c != 0 {
			return c
		}
		return a.line - b.line
	})
	return findings, nil
}
