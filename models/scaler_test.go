package models

import (
	"encoding/json"
	"math"
	"os"
	"path/filepath"
	"testing"
)

// Models 1 and 2 take standardised rows. The published scaler has to be theirs: it turns the points taken from the test set
// back into measurements, whose decimals are those of the data set.
func TestTheScalerTurnsDataPointsBackIntoMeasurements(t *testing.T) {
	for name, units := range map[string]map[string]float64{ // a feature, and how many of the last decimal make one
		"breast-cancer": {"mean radius": 1e3, "mean texture": 1e2, "mean area": 10, "worst area": 10},
		"diabetes":      {}, // scikit-learn has no measurements of it, only numbers it scaled
	} {
		raw, err := os.ReadFile(filepath.Join(name, "scaler.json"))
		if err != nil {
			t.Fatal(err)
		}
		var scaler []struct {
			Feature         string
			Mean, Deviation float64
		}
		if err := json.Unmarshal(raw, &scaler); err != nil {
			t.Fatal(err)
		}
		e, err := load(name)
		if err != nil {
			t.Fatal(err)
		}
		features := parseManifest(t, e.ManifestJSON).Inputs[0].Features
		if len(scaler) != len(features) {
			t.Fatalf("%s: %d rows in scaler.json, %d features", name, len(scaler), len(features))
		}
		for i, s := range scaler {
			if s.Feature != features[i] || s.Deviation <= 0 {
				t.Errorf("%s: row %d is %q with deviation %g, want %q", name, i, s.Feature, s.Deviation, features[i])
			}
			unit, known := units[s.Feature]
			for _, p := range e.Points[1:] {
				measured := (parseRow(t, p.Data)[i]*s.Deviation + s.Mean) * unit
				if known && math.Abs(measured-math.Round(measured)) > 1e-3 {
					t.Errorf("%s, point %s: %s comes to %g, which nobody measured so", name, p.Name, s.Feature, measured/unit)
				}
			}
		}
	}
}
