// Package models holds the example models that EthML registers on its own networks: their manifests, ONNX files and
// data points to try them with.
//
// Everything is embedded, byte for byte as committed, so that adding a file to a content store gives the CID that the
// manifest or the point names. How each model was trained is told in README.md; nothing here is built or trained by
// a normal build.
package models

import (
	"embed"
	"encoding/json"
	"fmt"
	"path"
)

//go:embed */manifest.json */model.onnx */points.json */points/*.json
var files embed.FS

// names lists the examples in the order in which a deployment registers them: the first two are the protocol's
// models 1 and 2.
var names = []string{"breast-cancer", "diabetes", "diabetes-progression", "digits"}

// Example is one model, ready to be put in a content store and registered.
type Example struct {
	// Name is the manifest's name, and the model's folder here.
	Name string
	// ManifestJSON is the manifest, at most 262,144 bytes, so that it is one raw block.
	ManifestJSON []byte
	// ONNX is the model file, whose CID the manifest names.
	ONNX []byte
	// Points are data points to request predictions for; there is at least one.
	Points []Point
}

// Point is a data point of a model and its answer.
type Point struct {
	// Name is unique within the model, Description says in a few words what the point is.
	Name, Description string
	// CID is the content identifier of Data.
	CID string
	// Data is what a requester uploads: a JSON array of numbers.
	Data []byte
	// Word is the expected prediction, a decimal int256.
	Word string
}

// All returns the examples in the order in which a deployment registers them, so that the model id of All()[i] is
// i+1. The byte slices are the caller's own. An error means that the embedded files are inconsistent, which the
// package's test excludes.
func All() ([]Example, error) {
	examples := make([]Example, 0, len(names))
	for _, name := range names {
		example, err := load(name)
		if err != nil {
			return nil, fmt.Errorf("load example model %s: %w", name, err)
		}
		examples = append(examples, example)
	}
	return examples, nil
}

func load(name string) (Example, error) {
	manifest, err := files.ReadFile(path.Join(name, "manifest.json"))
	if err != nil {
		return Example{}, err
	}
	onnx, err := files.ReadFile(path.Join(name, "model.onnx"))
	if err != nil {
		return Example{}, err
	}
	points, err := loadPoints(name)
	if err != nil {
		return Example{}, err
	}
	return Example{Name: name, ManifestJSON: manifest, ONNX: onnx, Points: points}, nil
}

func loadPoints(name string) ([]Point, error) {
	file := path.Join(name, "points.json")
	raw, err := files.ReadFile(file)
	if err != nil {
		return nil, err
	}
	var index []struct{ Name, Description, CID, Word string }
	if err := json.Unmarshal(raw, &index); err != nil {
		return nil, fmt.Errorf("parse %s: %w", file, err)
	}
	points := make([]Point, 0, len(index))
	for _, entry := range index {
		data, err := files.ReadFile(path.Join(name, "points", entry.Name+".json"))
		if err != nil {
			return nil, err
		}
		points = append(points, Point{
			Name: entry.Name, Description: entry.Description, CID: entry.CID, Data: data, Word: entry.Word,
		})
	}
	return points, nil
}
