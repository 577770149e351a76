package main

import (
	"bytes"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// clean is a small repository with nothing wrong: two modules that know each other, and a tool.
func clean() map[string]string {
	return map[string]string{
		"go.work":                     "go 1.26\n\nuse (\n\t./internal\n\t./services/pow\n)\n",
		"internal/go.mod":             "module github.com/ethml/ethml/internal\n\ngo 1.26\n\nrequire golang.org/x/sys v0.49.0\n",
		"internal/a/a.go":             "package a\n",
		"services/pow/go.mod":         "module github.com/ethml/ethml/services/pow\n\ngo 1.26\n\nrequire (\n\tgithub.com/ethml/ethml/internal v0.0.0\n\tgolang.org/x/sys v0.49.0\n)\n\nreplace github.com/ethml/ethml/internal => ../../internal\n",
		"services/pow/main.go":        "package main\n\nfunc main() {}\n",
		"tools/geth/go.mod":           "module github.com/ethml/ethml/tools/geth\n\ngo 1.26\n\nrequire golang.org/x/sys v0.1.0\n",
		"proto/a.proto":               "syntax = \"proto3\";\n",
		"docs/a.md":                   "[up](../proto/a.proto), [a folder](../internal), [here](#a), [out](https://example.org)\n```\n[code](gone)\n```\n",
		"internal/p/a.txt":            "../relative, $HOME/root/x and https://example.org/root/x are fine\n",
		"contracts/package.json":      "{}\n",
		"contracts/package-lock.json": "{\"packages\":{\"node_modules/solc\":{\"version\":\"0.8.37\"}}}\n",
	}
}

func TestFindsNothingInACleanRepository(t *testing.T) {
	if out := findings(t, clean()); out != "" {
		t.Fatalf("found in a clean repository:\n%s", out)
	}
}

func TestFindsEachThingItPromises(t *testing.T) {
	// Written in two halves, so that this file names no registry and no machine's folder itself.
	const home, registry = "/ro" + "ot/go/bin/x", "registry." + "npmjs.org"

	for name, tc := range map[string]struct {
		change map[string]string // path to content; an empty content removes the file
		want   string
	}{
		"module missing from go.work": {
			map[string]string{"models/go.mod": "module github.com/ethml/ethml/models\n\ngo 1.26\n"},
			"go.work: models is missing",
		},
		"tool in go.work": {
			map[string]string{"go.work": "go 1.26\n\nuse (\n\t./internal\n\t./services/pow\n\t./tools/geth\n)\n"},
			"go.work: tools/geth is used",
		},
		"go.work uses what is gone": {
			map[string]string{"go.work": "go 1.26\n\nuse (\n\t./internal\n\t./services/pow\n\t./gone\n)\n"},
			"go.work: gone is used, but is no module",
		},
		"no go.work": {
			map[string]string{"go.work": ""},
			"go.work: missing",
		},
		"absolute replace": {
			map[string]string{"services/pow/go.mod": strings.Replace(clean()["services/pow/go.mod"], "../../internal", "/srv/internal", 1)},
			"services/pow/go.mod: replaces github.com/ethml/ethml/internal by /srv/internal",
		},
		"replace that leads elsewhere": {
			map[string]string{"services/pow/go.mod": strings.Replace(clean()["services/pow/go.mod"], "../../internal", "../internal", 1)},
			"want the relative path to internal",
		},
		"replace missing": {
			map[string]string{"services/pow/go.mod": strings.Split(clean()["services/pow/go.mod"], "replace")[0]},
			"requires github.com/ethml/ethml/internal without a replace",
		},
		"version of our own": {
			map[string]string{"services/pow/go.mod": strings.Replace(clean()["services/pow/go.mod"], "internal v0.0.0", "internal v0.1.0", 1)},
			"at v0.1.0, want v0.0.0",
		},
		"module in the wrong folder": {
			map[string]string{"internal/go.mod": "module github.com/ethml/ethml/shared\n\ngo 1.26\n"},
			"internal/go.mod: module github.com/ethml/ethml/shared lies where",
		},
		"two versions of one dependency": {
			map[string]string{"internal/go.mod": strings.Replace(clean()["internal/go.mod"], "v0.49.0", "v0.48.0", 1)},
			"golang.org/x/sys is v0.49.0 here and v0.48.0 in internal",
		},
		"registry in a lock file": {
			map[string]string{"contracts/package-lock.json": "{\"resolved\": \"https://example.org/solc.tgz\"}\n"},
			"contracts/package-lock.json:1: a lock file names the registry",
		},
		"registry elsewhere": {
			map[string]string{"README.md": "see\n" + registry + "\n"},
			"README.md:2: names a package registry",
		},
		"a machine's folder": {
			map[string]string{"README.md": "run " + home + "\n"},
			"README.md:1: names a folder of one machine",
		},
		"a link to nowhere": {
			map[string]string{"docs/a.md": "# A\n\nsee [b](b.md#c)\n"},
			"docs/a.md:3: links to b.md, which isn't there",
		},
		"a marker": {
			map[string]string{"internal/a/a.go": "package a\n\n// TO" + "DO: later\n"},
			"internal/a/a.go:3: a marker is not a plan",
		},
		"unformatted Go": {
			map[string]string{"internal/a/a.go": "package a\nvar  x = 1\n"},
			"internal/a/a.go: not formatted",
		},
		"Go that doesn't parse": {
			map[string]string{"internal/a/a.go": "package\n"},
			"internal/a/a.go: does not parse",
		},
		"long Go": {
			map[string]string{"internal/a/a.go": "package a\n" + strings.Repeat("\n// more\n", 300)},
			"internal/a/a.go: 601 lines, at most 500",
		},
		"a main that does too much": {
			map[string]string{"services/pow/main.go": "package main\n" + strings.Repeat("\n// more\n", 30)},
			"services/pow/main.go: 61 lines, at most 40",
		},
		"generated code without a source": {
			map[string]string{"proto/b_grpc.pb.go": "// Code generated by hand. DO NOT EDIT.\n\npackage proto\n"},
			"proto/b_grpc.pb.go: generated from proto/b.proto, which is gone",
		},
		"a script that can't be run": {
			map[string]string{"scripts/run": "#!/bin/sh\n"},
			"scripts/run:1: has a #! line",
		},
	} {
		t.Run(name, func(t *testing.T) {
			files := clean()
			maps.Copy(files, tc.change)
			out := findings(t, files)
			if !strings.Contains(out, tc.want) {
				t.Errorf("want a finding with %q, got:\n%s", tc.want, out)
			}
		})
	}
}

func TestFindsFoldersBesideTheRepository(t *testing.T) {
	files := clean()
	dir := repository(t, files)
	beside := filepath.Join(filepath.Dir(dir), "notes")
	if err := os.Mkdir(beside, 0o700); err != nil {
		t.Fatal(err)
	}
	for _, place := range []string{dir, beside} {
		if err := os.WriteFile(filepath.Join(dir, "internal/p/a.txt"), []byte("see "+place+"\n"), 0o600); err != nil {
			t.Fatal(err)
		}
		var stdout, stderr bytes.Buffer
		if code := run(t.Context(), []string{dir}, &stdout, &stderr); code != 1 {
			t.Fatalf("exit status %d, want 1: %s", code, &stderr)
		}
		if want := "internal/p/a.txt:1: names a folder beside this one"; !strings.Contains(stdout.String(), want) {
			t.Errorf("want %q, got:\n%s", want, &stdout)
		}
	}
}

func TestFoldersOfEveryMachineAreNotBesideTheRepository(t *testing.T) {
	for name, tc := range map[string]struct {
		root     string
		names    []string
		yes, not []string
	}{
		"in a folder of one's own": {"/data/ethml", []string{"ethml", "notes", "a+b"},
			[]string{"see /data/notes", "/data/notes/x", "file:///data/notes.", "`/data/ethml`", "/data/a+b"},
			[]string{"/data/other", "/data/notes2", "/data/notes-old", "/data/notes.txt", "$DIR/data/notes", "/mnt/data/notes", "/data/aab", "data/notes"}},
		"in a system's folder": {"/var/ethml", []string{"ethml", "lib", "log"},
			[]string{"/var/ethml/internal"}, []string{"/var/lib/ethml", "in /var/log."}},
		"deep in one": {"/usr/local/src/ethml", []string{"ethml", "linux"},
			[]string{"/usr/local/src/ethml"}, []string{"/usr/local/src/linux"}},
	} {
		t.Run(name, func(t *testing.T) {
			pattern := besideOf(tc.root, tc.names)
			for _, line := range tc.yes {
				if !pattern.MatchString(line) {
					t.Errorf("%q names no folder beside %s", line, tc.root)
				}
			}
			for _, line := range tc.not {
				if pattern.MatchString(line) {
					t.Errorf("%q names a folder beside %s", line, tc.root)
				}
			}
		})
	}
	if besideOf("/ethml", []string{"ethml", "usr"}) != nil {
		t.Error("a checkout at the file system's root has every machine's folders beside it")
	}
}

func TestFindsTrackedFilesThatAreIgnored(t *testing.T) {
	dir := repository(t, clean())
	if err := os.WriteFile(filepath.Join(dir, ".gitignore"), []byte("/internal/p/\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{dir}, &stdout, &stderr); code != 1 {
		t.Fatalf("exit status %d, want 1: %s", code, &stderr)
	}
	if want := "internal/p/a.txt: tracked, though .gitignore names it"; !strings.Contains(stdout.String(), want) {
		t.Errorf("want %q, got:\n%s", want, &stdout)
	}
}

func TestSaysWhenItCannotCheck(t *testing.T) {
	var stdout, stderr bytes.Buffer
	if code := run(t.Context(), []string{t.TempDir()}, &stdout, &stderr); code != 2 {
		t.Errorf("exit status %d outside a repository, want 2", code)
	}
	if !strings.Contains(stderr.String(), "list the files of") {
		t.Errorf("stderr doesn't say why: %s", &stderr)
	}
}

// findings lays out files, tracked, and returns what run prints about them.
func findings(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := repository(t, files)
	var stdout, stderr bytes.Buffer
	code := run(t.Context(), []string{dir}, &stdout, &stderr)
	if want := min(stdout.Len(), 1); code != want {
		t.Fatalf("exit status %d, want %d: %s%s", code, want, &stdout, &stderr)
	}
	return stdout.String()
}

func repository(t *testing.T, files map[string]string) string {
	t.Helper()
	dir := t.TempDir()
	for path, content := range files {
		if content == "" {
			continue
		}
		name := filepath.Join(dir, filepath.FromSlash(path))
		if err := os.MkdirAll(filepath.Dir(name), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(content), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, args := range [][]string{{"init", "-q"}, {"add", "-A"}} {
		cmd := exec.CommandContext(t.Context(), "git", append([]string{"-C", dir}, args...)...)
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("git %v: %v: %s", args, err, out)
		}
	}
	return dir
}
