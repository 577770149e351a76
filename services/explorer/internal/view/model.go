package view

import (
	"context"

	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// ModelRow is a model in a list.
type ModelRow struct {
	ID          uint64   `json:"id"`
	Name        string   `json:"name,omitempty"` // from its manifest
	Publisher   string   `json:"publisher"`
	Codec       string   `json:"codec"`
	Decimals    uint32   `json:"decimals"`
	Rule        string   `json:"rule"`
	Tolerance   string   `json:"tolerance"` // units of the word
	Requests    uint64   `json:"requests"`
	Answered    uint64   `json:"answered"`
	Failed      uint64   `json:"failed"`
	Agreement   *float64 `json:"agreement,omitempty"`    // share of the votes that were the decision
	MeanSeconds *float64 `json:"mean_seconds,omitempty"` // from request to answer
	Deprecated  bool     `json:"deprecated"`
}

// Model is everything about a model.
type Model struct {
	ModelRow
	ManifestCID  string       `json:"manifest_cid"`
	RoyaltyBps   uint32       `json:"royalty_bps"`
	Previous     uint64       `json:"previous_id,omitempty"`
	RegisteredAt Place        `json:"registered"`
	DeprecatedAt *Place       `json:"deprecated_at,omitempty"`
	Manifest     *Manifest    `json:"manifest,omitempty"`
	Problem      string       `json:"manifest_error,omitempty"`
	Recent       []RequestRow `json:"recent_requests"`
}

// Manifest is what a model's manifest says, made harmless and cut to a size that can be shown.
type Manifest struct {
	Name        string   `json:"name"`
	Version     string   `json:"version"`
	Description string   `json:"description"`
	License     string   `json:"license"`
	ModelCID    string   `json:"model_cid"`
	ModelBytes  int64    `json:"model_bytes"`
	Inputs      []Input  `json:"inputs"`
	Output      string   `json:"output"`
	Golden      []Golden `json:"golden"`
	GoldenCount int      `json:"golden_count"`
}

// Input is an input tensor.
type Input struct {
	Name     string   `json:"name"`
	Datatype string   `json:"datatype"`
	Shape    []int64  `json:"shape"`
	Features []string `json:"features,omitempty"`
	More     int      `json:"more_features,omitempty"`
}

// Golden is a golden case.
type Golden struct {
	Data   string `json:"data"`
	Cut    bool   `json:"cut"`
	Status uint8  `json:"status"`
	Word   string `json:"word"`
}

const (
	maxFeatures = 128
	maxGolden   = 20
	maxText     = 2000
	maxGoldText = 400
	recentRows  = 10
)

func (m *models) modelRow(x *index.Model) ModelRow {
	row := ModelRow{ID: x.ID, Name: m.name(x), Publisher: x.Publisher.String(), Codec: nameOf(codecNames, x.Codec), Decimals: x.Decimals,
		Rule: nameOf(ruleNames, x.Rule), Tolerance: WeiOf(x.Tolerance).Digits(), Requests: x.Requests, Answered: x.Answered,
		Failed: x.Failed, Deprecated: x.Deprecated != nil}
	row.Agreement = share(x.Agreed, x.Votes)
	row.MeanSeconds = share(x.Seconds, x.Answered)
	return row
}

func share(part, whole uint64) *float64 {
	if whole == 0 {
		return nil
	}
	v := float64(part) / float64(whole)
	return &v
}

// ModelList is a page of models.
type ModelList struct {
	Models []ModelRow `json:"models"`
	Next   uint64     `json:"next_before,omitempty"` // continue with before=; zero at the end
}

// Models gives a page of models, the newest first.
func (v *Views) Models(p index.Page) (*ModelList, error) {
	out := &ModelList{Models: []ModelRow{}}
	err := v.Index.View(func(r *index.Reader) error {
		found, more, err := r.Models(p)
		if err != nil {
			return err
		}
		ms := v.models(r)
		for _, m := range found {
			out.Models = append(out.Models, ms.modelRow(m))
		}
		if more && len(found) > 0 {
			out.Next = found[len(found)-1].ID
		}
		return nil
	})
	return out, err
}

// Model gives everything about a model, nil when there is none.
func (v *Views) Model(ctx context.Context, id uint64) (*Model, error) {
	var out *Model
	err := v.Index.View(func(r *index.Reader) error {
		m, err := r.Model(id)
		if err != nil || m == nil || m.ManifestCID == "" {
			return err
		}
		ms := v.models(r)
		out = &Model{ModelRow: ms.modelRow(m), ManifestCID: m.ManifestCID, RoyaltyBps: m.RoyaltyBps, Previous: m.Previous,
			RegisteredAt: v.place(m.Registered), DeprecatedAt: v.placeOrNil(m.Deprecated)}
		rows, _, err := r.RequestsOf(id, index.Page{Limit: recentRows})
		if err != nil {
			return err
		}
		out.Recent, err = ms.requestRows(rows)
		return err
	})
	if err != nil || out == nil {
		return nil, err
	}
	if v.Library == nil {
		out.Problem = "no content store is configured here (--ipfs or --gateway)"
		return out, nil
	}
	found, err := v.Library.Manifest(ctx, out.ManifestCID)
	if err != nil {
		out.Problem = Clean(err.Error())
		return out, nil
	}
	out.Name = Clean(found.Name)
	out.Manifest = manifestOf(found)
	return out, nil
}

func manifestOf(m *manifest.Manifest) *Manifest {
	text := func(s string) string {
		s, cut := Cut(Clean(s), maxText)
		if cut {
			s += "…"
		}
		return s
	}
	out := &Manifest{Name: text(m.Name), Version: text(m.Version), Description: text(m.Description), License: text(m.License),
		ModelCID: m.Model.CID.String(), ModelBytes: m.Model.Bytes, Inputs: []Input{}, Golden: []Golden{}, Output: text(m.Output.Name), GoldenCount: len(m.Golden)}
	for _, in := range m.Inputs {
		input := Input{Name: text(in.Name), Datatype: string(in.Datatype), Shape: in.Shape}
		for i, f := range in.Features {
			if i == maxFeatures {
				input.More = len(in.Features) - i
				break
			}
			input.Features = append(input.Features, text(f))
		}
		out.Inputs = append(out.Inputs, input)
	}
	for i, g := range m.Golden {
		if i == maxGolden {
			break
		}
		data, cut := Cut(Clean(string(g.Data)), maxGoldText)
		out.Golden = append(out.Golden, Golden{Data: data, Cut: cut, Status: g.Status, Word: g.Word})
	}
	return out
}
