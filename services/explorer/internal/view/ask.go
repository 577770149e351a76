package view

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/explorer/internal/index"
	"github.com/ethml/ethml/services/explorer/internal/library"
)

// Choice is a model that can be asked, and what it takes.
type Choice struct {
	ID       uint64
	Name     string   // from its manifest
	Takes    string   // such as "10 numbers"; empty while its manifest isn't at hand
	Inputs   []string // the same for each input, where there are several
	Features []string // what the numbers are, the first ones
	More     int      // how many features are left out
	Example  string   // a data point that its publisher gave with the answer; empty if there is none that can be shown
}

const (
	maxChoices        = 100
	maxChoiceFeatures = 12
	maxExample        = 2000
	// manifestPatience is how long somebody who has sent a form waits for a manifest.
	manifestPatience = 5 * time.Second
)

// Choices are the models that take requests, in the order of their ids: the newest ones where there are very many, and
// chosen in any case. The manifest of chosen, or of the first of all, is waited for a little.
func (v *Views) Choices(ctx context.Context, chosen uint64) ([]Choice, error) {
	var found []*index.Model
	err := v.Index.View(func(r *index.Reader) (err error) {
		if found, _, err = r.Models(index.Page{Limit: maxChoices}); err != nil {
			return err
		}
		slices.Reverse(found)
		if chosen == 0 || slices.ContainsFunc(found, func(m *index.Model) bool { return m.ID == chosen }) {
			return nil
		}
		m, err := r.Model(chosen)
		if err == nil && m != nil && m.ManifestCID != "" {
			found = slices.Insert(found, 0, m)
		}
		return err
	})
	if err != nil {
		return nil, err
	}
	found = slices.DeleteFunc(found, func(m *index.Model) bool { return m.Deprecated != nil })
	choices := make([]Choice, len(found))
	for i, m := range found {
		choices[i].ID = m.ID
		var known *manifest.Manifest
		switch {
		case v.Library == nil || m.ManifestCID == "":
		case m.ID == chosen || chosen == 0 && i == 0:
			// Without it the choice is shown by its number.
			known, _ = v.Library.Manifest(ctx, m.ManifestCID)
		default:
			known = v.Library.Known(m.ManifestCID)
		}
		if known != nil {
			choices[i].describe(known)
		}
	}
	return choices, nil
}

func (c *Choice) describe(m *manifest.Manifest) {
	c.Name = brief(m.Name)
	if len(m.Inputs) == 1 {
		c.Takes = elements(m.Inputs[0])
		for i, f := range m.Inputs[0].Features {
			if i == maxChoiceFeatures {
				c.More = len(m.Inputs[0].Features) - i
				break
			}
			c.Features = append(c.Features, brief(f))
		}
	} else {
		c.Takes = fmt.Sprintf("%d inputs by name", len(m.Inputs))
		for _, in := range m.Inputs {
			c.Inputs = append(c.Inputs, brief(in.Name)+": "+elements(in))
		}
	}
	for _, g := range m.Golden {
		var data bytes.Buffer
		if protocol.Status(g.Status) == protocol.OK && json.Compact(&data, g.Data) == nil && data.Len() <= maxExample {
			c.Example = Clean(data.String())
			return
		}
	}
}

// brief is a name that a stranger gave, made harmless and short.
func brief(s string) string {
	s, cut := Cut(Clean(s), 100)
	if cut {
		s += "…"
	}
	return s
}

// elements says how many of what a row of an input has.
func elements(in manifest.Input) string {
	one, many := "number", "numbers"
	switch in.Datatype {
	case datapoint.Bytes:
		one, many = "string", "strings"
	case datapoint.Bool:
		one, many = "truth value", "truth values"
	}
	switch n := (datapoint.Spec{Shape: in.Shape}).Features(); n {
	case -1:
		return many + ", any count of them"
	case 1:
		return "1 " + one
	default:
		return fmt.Sprintf("%d %s", n, many)
	}
}

// Fits says why nodes would have to refuse a data point for a model. It is nil, too, when the manifest can't be had here:
// nodes may well have it.
func (v *Views) Fits(ctx context.Context, id uint64, data []byte) error {
	if v.Library == nil {
		return nil
	}
	manifestCID := ""
	if err := v.Index.View(func(r *index.Reader) error {
		m, err := r.Model(id)
		if err == nil && m != nil {
			manifestCID = m.ManifestCID
		}
		return err
	}); err != nil || manifestCID == "" {
		return nil // whoever sends the request says it better
	}
	ctx, cancel := context.WithTimeout(ctx, manifestPatience)
	defer cancel()
	m, err := v.Library.Manifest(ctx, manifestCID)
	for errors.Is(err, library.ErrPending) {
		m, err = v.Library.Manifest(ctx, manifestCID)
	}
	if err != nil {
		return nil
	}
	return m.Fits(fmt.Sprintf("model %d (%s)", id, brief(m.Name)), data)
}
