package main

import (
	"path"
	"regexp"
	"strings"
)

// A Markdown link or image, and an HTML one; where it leads is the first group or the second.
var link = regexp.MustCompile(`\]\(<?([^()\s>]+)>?\)|(?:href|src)="([^"]+)"`)

// An address with a scheme, which only its server can say exists.
var elsewhere = regexp.MustCompile(`^([a-z][a-z0-9+.-]*:|//)`)

// checkLinks holds each relative link of the documents to a file or folder of the tree.
func checkLinks(t tree) []finding {
	there := map[string]bool{".": true}
	for _, f := range t.files {
		for p := f.path; p != "."; p = path.Dir(p) {
			there[p] = true
		}
	}
	var findings []finding
	for _, f := range t.files {
		if path.Ext(f.path) != ".md" {
			continue
		}
		fenced := false
		f.lines(func(n int, line string) {
			if strings.HasPrefix(strings.TrimSpace(line), "```") {
				fenced = !fenced
			}
			if fenced {
				return
			}
			for _, m := range link.FindAllStringSubmatch(line, -1) {
				to, _, _ := strings.Cut(m[1]+m[2], "#")
				if to == "" || elsewhere.MatchString(to) {
					continue
				}
				if !there[path.Join(path.Dir(f.path), to)] {
					findings = append(findings, finding{f.path, n, "links to " + to + ", which isn't there"})
				}
			}
		})
	}
	return findings
}
