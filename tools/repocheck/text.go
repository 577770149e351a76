package main

import (
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
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
		pattern: regexp.MustCompile(`(^|[^\w.$}*/-])/(root|home/[a-z][\w-]*|Users/[A-Za-z][\w-]*|tmp/[\w.-]+)(/|\b)`),
		what:    "names a folder of one machine: use a relative path, a variable or a temporary folder of the program's own",
		applies: func(f file) bool { return !inContainer(f) && !isLockFile(f) },
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

// beside matches this checkout's own folder and what lies beside it, which no other machine has; nil if they lie at the
// file system's root.
func (t tree) beside() (*regexp.Regexp, error) {
	root, err := filepath.Abs(t.root)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(filepath.Dir(root))
	if err != nil {
		return nil, err
	}
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return besideOf(root, names), nil
}

// systemFolders hold, at any depth, folders that are the same on every machine, such as /var/lib and /usr/local/bin.
var systemFolders = []string{"bin", "boot", "dev", "etc", "lib", "lib64", "opt", "proc", "run", "sbin", "srv", "sys", "usr", "var"}

// besideOf is beside for a checkout at root, in a folder that holds names. In a system's folder the other names are the
// system's, and documents may well speak of them.
func besideOf(root string, names []string) *regexp.Regexp {
	parent := filepath.Dir(root)
	if parent == filepath.Dir(parent) {
		return nil
	}
	if top, _, _ := strings.Cut(strings.TrimPrefix(parent, "/"), "/"); slices.Contains(systemFolders, top) {
		names = []string{filepath.Base(root)}
	}
	var quoted []string
	for _, name := range names {
		quoted = append(quoted, regexp.QuoteMeta(name))
	}
	// A path is whole where no name goes on before it or after it; a full stop may end a sentence.
	return regexp.MustCompile(`(?:^|[^\w.$}*-])` + regexp.QuoteMeta(parent+"/") + "(?:" + strings.Join(quoted, "|") + `)(?:[^\w.-]|[.-]\W|[.-]?$)`)
}

func checkText(t tree) ([]finding, error) {
	rules := textRules
	beside, err := t.beside()
	if err != nil {
		return nil, err
	}
	if beside != nil {
		rules = append(slices.Clone(rules), textRule{beside, "names a folder beside this one", func(file) bool { return true }})
	}
	var findings []finding
	for _, f := range t.files {
		// The rules themselves hold what they look for.
		if f.binary() || strings.HasPrefix(f.path, "tools/repocheck/") {
			continue
		}
		for _, rule := range rules {
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
	return findings, nil
}
