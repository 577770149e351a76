package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
)

// ours is the prefix of every module of this repository.
const ours = "github.com/ethml/ethml/"

// goMod is what `go mod edit -json` prints, as far as it is needed here.
type goMod struct {
	dir     string
	Module  struct{ Path string }
	Require []struct{ Path, Version string }
	Replace []struct {
		Old struct{ Path string }
		New struct{ Path, Version string }
	}
}

type goWork struct {
	Use     []struct{ DiskPath string }
	Replace []struct{ Old struct{ Path string } }
}

func checkModules(ctx context.Context, t tree) ([]finding, error) {
	var modules []goMod
	for _, f := range t.files {
		if path.Base(f.path) != "go.mod" {
			continue
		}
		m := goMod{dir: path.Dir(f.path)}
		if err := goEdit(ctx, t.root, f.path, "mod", &m); err != nil {
			return nil, err
		}
		modules = append(modules, m)
	}

	findings, err := checkWork(ctx, t, modules)
	if err != nil {
		return nil, err
	}
	for _, m := range modules {
		findings = append(findings, checkModule(m, modules)...)
	}
	return append(findings, checkVersions(modules)...), nil
}

// checkWork compares go.work with the modules there are.
func checkWork(ctx context.Context, t tree, modules []goMod) ([]finding, error) {
	const name = "go.work"
	if !slices.ContainsFunc(t.files, func(f file) bool { return f.path == name }) {
		return []finding{{name, 0, "missing: `go work init` and use every module outside tools/"}}, nil
	}
	var work goWork
	if err := goEdit(ctx, t.root, name, "work", &work); err != nil {
		return nil, err
	}

	var findings []finding
	used := make(map[string]bool)
	for _, use := range work.Use {
		used[path.Clean(filepath.ToSlash(use.DiskPath))] = true
	}
	for _, m := range modules {
		switch tool := inTools(m.dir); {
		case tool && used[m.dir]:
			findings = append(findings, finding{name, 0, m.dir + " is used, but tools stay out of the workspace"})
		case !tool && !used[m.dir]:
			findings = append(findings, finding{name, 0, m.dir + " is missing: `go work use ./" + m.dir + "`"})
		}
		delete(used, m.dir)
	}
	for dir := range used {
		findings = append(findings, finding{name, 0, dir + " is used, but is no module"})
	}
	for _, r := range work.Replace {
		findings = append(findings, finding{name, 0, "replaces " + r.Old.Path + ": that belongs into each module's go.mod, or it won't build with GOWORK=off"})
	}
	return findings, nil
}

// checkModule checks how m refers to the repository's other modules.
func checkModule(m goMod, all []goMod) []finding {
	var findings []finding
	name := path.Join(m.dir, "go.mod")
	report := func(format string, args ...any) {
		findings = append(findings, finding{name, 0, fmt.Sprintf(format, args...)})
	}

	if want := ours + m.dir; m.Module.Path != want {
		report("module %s lies where %s belongs", m.Module.Path, want)
	}
	dirs := make(map[string]string, len(all))
	for _, other := range all {
		dirs[other.Module.Path] = other.dir
	}
	replaced := make(map[string]bool)
	for _, r := range m.Replace {
		replaced[r.Old.Path] = true
		dir, known := dirs[r.Old.Path]
		switch local := r.New.Version == ""; {
		case known && (!local || path.IsAbs(r.New.Path) || path.Join(m.dir, r.New.Path) != dir):
			report("replaces %s by %s, want the relative path to %s", r.Old.Path, r.New.Path, dir)
		case !known && local:
			report("replaces %s by the folder %s, which is no module of this repository", r.Old.Path, r.New.Path)
		}
	}
	for _, r := range m.Require {
		if !strings.HasPrefix(r.Path, ours) {
			continue
		}
		if r.Version != "v0.0.0" {
			report("requires %s at %s, want v0.0.0", r.Path, r.Version)
		}
		if !replaced[r.Path] {
			report("requires %s without a replace: it won't build with GOWORK=off", r.Path)
		}
	}
	return findings
}

// checkVersions finds dependencies that two workspace modules require at different versions: each would be built twice,
// once for go.work and once with GOWORK=off.
func checkVersions(modules []goMod) []finding {
	type use struct{ dir, version string }
	uses := make(map[string][]use)
	for _, m := range modules {
		if inTools(m.dir) {
			continue
		}
		for _, r := range m.Require {
			uses[r.Path] = append(uses[r.Path], use{m.dir, r.Version})
		}
	}

	var findings []finding
	for dependency, at := range uses {
		first := at[0]
		for _, u := range at[1:] {
			if u.version != first.version {
				findings = append(findings, finding{path.Join(u.dir, "go.mod"), 0, fmt.Sprintf(
					"%s is %s here and %s in %s: run `make tidy`", dependency, u.version, first.version, first.dir)})
			}
		}
	}
	return findings
}

func inTools(dir string) bool {
	return strings.HasPrefix(dir, "tools/") || strings.Contains(dir, "/tools/")
}

// goEdit parses the go.mod or go.work called name into out.
func goEdit(ctx context.Context, root, name, kind string, out any) error {
	cmd := exec.CommandContext(ctx, "go", kind, "edit", "-json", filepath.FromSlash(path.Base(name)))
	cmd.Dir = filepath.Join(root, filepath.FromSlash(path.Dir(name)))
	data, err := cmd.Output()
	if err != nil {
		if exit, ok := errors.AsType[*exec.ExitError](err); ok {
			err = fmt.Errorf("%w: %s", err, exit.Stderr)
		}
		return fmt.Errorf("read %s: %w", name, err)
	}
	if err := json.Unmarshal(data, out); err != nil {
		return fmt.Errorf("read %s: %w", name, err)
	}
	return nil
}
