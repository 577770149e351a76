package main

import (
	"bytes"
	"fmt"
	"go/format"
	"path"
	"strings"
)

// Lines. A longer file holds more than one thing; a longer main does more than wrap its service.
const (
	maxGoLines   = 500
	maxMainLines = 40
)

func checkGoFiles(t tree) []finding {
	var findings []finding
	for _, f := range t.files {
		if path.Ext(f.path) != ".go" || f.generated() {
			continue
		}
		formatted, err := format.Source(f.data)
		switch {
		case err != nil:
			findings = append(findings, finding{f.path, 0, "does not parse: " + err.Error()})
		case !bytes.Equal(formatted, f.data):
			findings = append(findings, finding{f.path, 0, "not formatted: run `make fmt`"})
		}

		limit := maxGoLines
		if isServiceMain(f.path) {
			limit = maxMainLines
		}
		if n := bytes.Count(f.data, []byte("\n")); n > limit {
			findings = append(findings, finding{f.path, 0, fmt.Sprintf("%d lines, at most %d: split it", n, limit)})
		}
	}
	return findings
}

// isServiceMain reports whether path is services/<name>/main.go.
func isServiceMain(p string) bool {
	parts := strings.Split(p, "/")
	return len(parts) == 3 && parts[0] == "services" && parts[2] == "main.go"
}
