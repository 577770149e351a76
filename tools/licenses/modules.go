package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"slices"
	"strings"
)

// own begins the paths of the project's modules.
const own = "github.com/ethml/ethml"

// module is one that something is linked from.
type module struct {
	Path, Version, Dir string
}

// linked are the modules that the main packages in the folders are built from, the project's own left out.
func linked(ctx context.Context, folders []string) ([]module, error) {
	seen := map[string]module{}
	for _, folder := range folders {
		cmd := exec.CommandContext(ctx, "go", "list", "-deps", "-json=Module", ".")
		cmd.Dir = folder
		cmd.Env = append(os.Environ(), "GOWORK=off")
		var problems strings.Builder
		cmd.Stderr = &problems
		out, err := cmd.Output()
		if err != nil {
			return nil, fmt.Errorf("list what %s is built from: %w: %s", folder, err, problems.String())
		}
		decoder := json.NewDecoder(bytes.NewReader(out))
		for {
			var p struct {
				Module *struct{ Path, Version, Dir string }
			}
			if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				return nil, fmt.Errorf("read go list's answer: %w", err)
			}
			if m := p.Module; m != nil && m.Path != own && !strings.HasPrefix(m.Path, own+"/") {
				seen[m.Path] = module{m.Path, m.Version, m.Dir}
			}
		}
	}
	var all []module
	for _, m := range seen {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b module) int { return strings.Compare(a.Path, b.Path) })
	return all, nil
}
