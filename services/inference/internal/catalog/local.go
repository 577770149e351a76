package catalog

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path"

	"github.com/ethml/ethml/services/inference/internal/pool"
)

// modelFile is a local model's file in its version's folder.
const modelFile = "model.onnx"

// scan reads the local folder. Entries that are still there keep their state.
func (c *Catalog) scan() error {
	if c.c.Folder == "" {
		return nil
	}
	// Links that lead out of the folder don't open.
	root, err := os.OpenRoot(c.c.Folder)
	if err != nil {
		return fmt.Errorf("read model folder: %w: name an existing folder with --model-dir", err)
	}
	defer root.Close()
	found := map[string]map[string]*Entry{}
	names, err := fs.ReadDir(root.FS(), ".")
	if err != nil {
		return fmt.Errorf("read model folder %s: %w", c.c.Folder, err)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	for _, name := range names {
		versions, err := fs.ReadDir(root.FS(), name.Name())
		if err != nil {
			continue // a plain file beside the models
		}
		for _, version := range versions {
			file := path.Join(name.Name(), version.Name(), modelFile)
			info, err := root.Stat(file)
			if err != nil || !info.Mode().IsRegular() {
				continue
			}
			e := c.local[name.Name()][version.Name()]
			if e == nil {
				e = c.newLocal(name.Name(), version.Name(), file)
			}
			if found[name.Name()] == nil {
				found[name.Name()] = map[string]*Entry{}
			}
			found[name.Name()][version.Name()] = e
		}
	}
	c.local = found
	return nil
}

// Rescan looks for local models that have come or gone.
func (c *Catalog) Rescan() error { return c.scan() }

func (c *Catalog) newLocal(name, version, file string) *Entry {
	e := &Entry{name: name, version: version, now: c.c.Now}
	e.load = func(ctx context.Context) (*Ready, error) {
		spec := pool.Spec{
			Key:   "local/" + name + "/" + version,
			Bytes: func(context.Context) ([]byte, error) { return c.readLocal(file) },
		}
		d, err := c.c.Runner.Load(ctx, spec)
		if err != nil {
			return nil, judge(err)
		}
		return &Ready{ID: 0, Spec: spec, Description: d, runner: c.c.Runner}, nil
	}
	return e
}

func (c *Catalog) readLocal(file string) ([]byte, error) {
	root, err := os.OpenRoot(c.c.Folder)
	if err != nil {
		return nil, fmt.Errorf("read model folder: %w", err)
	}
	defer root.Close()
	f, err := root.Open(file)
	if err != nil {
		return nil, fmt.Errorf("read model: %w", err)
	}
	defer f.Close()
	b, err := io.ReadAll(io.LimitReader(f, c.c.MaxModel+1))
	if err != nil {
		return nil, fmt.Errorf("read model %s: %w", file, err)
	}
	if int64(len(b)) > c.c.MaxModel {
		return nil, verdict{fmt.Errorf("model %s is larger than %d bytes", file, c.c.MaxModel)}
	}
	return b, nil
}

// judge marks an error that is about the model itself.
func judge(err error) error {
	if errors.Is(err, pool.ErrModel) && !errors.Is(err, pool.ErrResources) || errors.Is(err, pool.ErrInput) {
		return verdict{err}
	}
	return err
}

// key names the model to the runner.
func (e *Entry) key() string {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.ID == 0 {
		return "local/" + e.name + "/" + e.version
	}
	return fmt.Sprintf("chain/%d/%s", e.ID, e.ManifestCID)
}
