// Package publish puts models and their data points where nodes find them.
package publish

import (
	"context"
	"fmt"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/deploy"
	"github.com/ethml/ethml/models"
)

// Adder stores content.
type Adder interface {
	Add(ctx context.Context, data []byte) (cid.CID, error)
}

// Examples stores the example models, their manifests and data points, and gives what to register them with, in order
// of their ids. What is stored already stays as it is.
func Examples(ctx context.Context, store Adder, examples []models.Example) ([]deploy.Model, error) {
	all := make([]deploy.Model, len(examples))
	for i, e := range examples {
		if _, err := store.Add(ctx, e.ONNX); err != nil {
			return nil, fmt.Errorf("publish model %s: %w", e.Name, err)
		}
		id, err := store.Add(ctx, e.ManifestJSON)
		if err != nil {
			return nil, fmt.Errorf("publish the manifest of %s: %w", e.Name, err)
		}
		for _, p := range e.Points {
			if _, err := store.Add(ctx, p.Data); err != nil {
				return nil, fmt.Errorf("publish data point %s of %s: %w", p.Name, e.Name, err)
			}
		}
		if all[i], err = deploy.ModelOf(id, e.ManifestJSON, 0); err != nil {
			return nil, err
		}
	}
	return all, nil
}
