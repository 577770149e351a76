package main

import (
	"path"
	"regexp"
	"strings"
)

// A pattern that no line of a text file may hold, where applies says so.
type textRule struct {
	pattern *regexp.Regexp
	what    string
	applies func(file) bool
}

var textRules = []textRule{
	{
		pattern: regexp.MustCompile(`"resolved"\s*:\s*"https?:|^\s*resolved\s+"?https?:|tarball:\s*https?:`),
		what:    "a lock file names the registry it came from: set omit-lockfile-registry-resolved=true in .npmrc and lock again",
		applies: isLockFile,
	},
	{
		pattern: regexp.MustCompile(`\b(registry|proxy|sum|deb|security)\.(npmjs|yarnpkg|golang|debian)\.(org|com)\b`),
		what:    "names a package registry: leave the choice to the machine's own settings",
		applies: func(f file) bool { return !isLockFile(f) },
	},
	{
		pattern: regexp.MustCompile(`(^|[^\w.$}*/-])/(root|home/[a-z][\w-]*|Users/[A-Za-z][\w-]*|work/(main|shared)|tmp/[\w.-]+)(/|\b)`),
		what:    "names a folder of one machine: use a relative path, a variable or a temporary folder of the program's own",
		applies: func(f file) bool { return !inContainer(f) && !isLockFile(f) },
	},
	{
		pattern: regexp.MustCompile(`/work/(main|shared)\b`),
		what:    "names a folder of one machine",
		applies: inContainer,
	},
	{
		pattern: regexp.MustCompile(`(//|#|/\*)\s*(TODO|FIXME|XXX|HACK)\b`),
		what:    "a marker is not a plan: do it, or file an issue and delete this",
		applies: func(f file) bool { return isSource(f) && !f.generated() },
	},
}

// inContainer reports whether paths in the file are a container's, not a machine's.
func inContainer(f file) bool {
	return strings.HasPrefix(f.path, "deploy/") || strings.HasPrefix(f.path, "test/compose/")
}

// isSource reports whether the file is in a language that this repository is written in (C headers come from others).
func isSource(f file) bool {
	switch path.Ext(f.path) {
	case ".go", ".s", ".sol", ".proto", ".js", ".ts", ".py", ".sh", ".yml", ".yaml", ".mk":
		return true
	}
	return path.Base(f.path) == "Makefile" || path.Base(f.path) == "Dockerfile"
}

func isLockFile(f file) bool {
	switch path.Base(f.path) {
	case "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "go.sum", "go.work.sum":
		return true
	}
	return false
}

func checkText(t tree) []finding {
	var findings []finding
	for _, f := range t.files {
		// The rules themselves hold what they look for.
		if f.binary() || strings.HasPrefix(f.path, "tools/repocheck/") {
			continue
		}
		for _, rule := range textRules {
			if !rule.applies(f) {
				continue
			}
			f.lines(func(n int, line string) {
				if rule.pattern.MatchString(line) {
					findings = append(findings, finding{f.path, n, rule.what})
				}
			})
		}
	}
	return findings
}
