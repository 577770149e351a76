package main

import (
	"bytes"
	"path"
	"strings"
)

func checkLayout(t tree) []finding {
	var findings []finding
	for _, p := range t.ignored {
		findings = append(findings, finding{p, 0, "tracked, though .gitignore names it: `git rm --cached` it"})
	}

	present := make(map[string]bool, len(t.files))
	for _, f := range t.files {
		present[f.path] = true
	}
	for _, f := range t.files {
		if source, ok := protoSource(f.path); ok && !present[source] {
			findings = append(findings, finding{f.path, 0, "generated from " + source + ", which is gone: delete this too"})
		}
		if bytes.HasPrefix(f.data, []byte("#!")) && f.mode&0o111 == 0 {
			findings = append(findings, finding{f.path, 1, "has a #! line but can't be run: chmod +x"})
		}
	}
	return findings
}

// protoSource names the .proto that a generated Go file lies beside.
func protoSource(p string) (string, bool) {
	name, ok := strings.CutSuffix(path.Base(p), ".pb.go")
	if !ok {
		return "", false
	}
	return path.Join(path.Dir(p), strings.TrimSuffix(name, "_grpc")+".proto"), true
}
