// Package model makes manifests out of ONNX files, and brings models onto a network.
package model

import (
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/internal/manifest"
	inference "github.com/ethml/ethml/services/inference/service"
)

// Proposal says what a manifest is to have beyond what the file tells.
type Proposal struct {
	Name, Version, Description, License string
	// Output and Codec may be empty: then they are chosen by the outputs there are.
	Output, Codec string
	// Decimals of codecs fixed and digest; nil means 2.
	Decimals *uint8
	// Median agrees by the median rule with this tolerance, a decimal in units of the word; empty: all words are equal.
	Median string
	// Samples are data points for the golden cases, at least one.
	Samples []Sample
}

// Sample is a data point.
type Sample struct {
	// Name is what errors call it.
	Name string
	Data []byte
}

// Propose makes a manifest: inputs and output from the file, golden cases from what the model answers here and now.
func Propose(ctx context.Context, bench *inference.Workbench, onnx []byte, p Proposal) (*manifest.Manifest, error) {
	if len(p.Samples) == 0 {
		return nil, errors.New("no data points for golden cases: give some with --data FILE")
	}
	inputs, outputs, err := bench.Describe(ctx, onnx)
	if err != nil {
		return nil, err
	}
	m := &manifest.Manifest{
		Schema: "ethml/model/v1", Name: p.Name, Version: cmp.Or(p.Version, "1.0.0"), Description: p.Description, License: p.License,
		Runtime: manifest.Runtime{Class: "cpu-extended-1", MaxWallMS: 2000, MaxMemoryMB: 512}, Limits: manifest.Limits{DataBytes: 65536},
	}
	if m.Model.CID, err = FileCID(ctx, onnx); err != nil {
		return nil, err
	}
	m.Model.Bytes = int64(len(onnx))
	if m.Inputs, err = inputsOf(inputs); err != nil {
		return nil, err
	}
	if m.Output, err = outputOf(outputs, p); err != nil {
		return nil, err
	}
	for _, s := range p.Samples {
		golden, err := answer(ctx, bench, m, onnx, s)
		if err != nil {
			return nil, err
		}
		m.Golden = append(m.Golden, golden)
		m.Limits.DataBytes = max(m.Limits.DataBytes, 2*int64(len(s.Data)))
	}
	return m, nil
}

func answer(ctx context.Context, bench *inference.Workbench, m *manifest.Manifest, onnx []byte, s Sample) (manifest.Golden, error) {
	if !json.Valid(s.Data) {
		return manifest.Golden{}, fmt.Errorf("data point %s is no JSON, which golden cases are", s.Name)
	}
	a, err := bench.Answer(ctx, m, onnx, s.Data)
	if err != nil {
		return manifest.Golden{}, err
	}
	if a.Status != 0 {
		return manifest.Golden{}, fmt.Errorf("data point %s: %s", s.Name, a.Detail)
	}
	return manifest.Golden{Data: s.Data, Word: a.Word}, nil
}

// FileCID is the CID a file gets when it is published.
func FileCID(ctx context.Context, data []byte) (id cid.CID, err error) {
	dir, err := os.MkdirTemp("", "ethml-cid-")
	if err != nil {
		return id, fmt.Errorf("compute CID: %w", err)
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	store, err := content.OpenEmbedded(dir)
	if err != nil {
		return id, err
	}
	defer func() { err = errors.Join(err, store.Close()) }()
	return store.Add(ctx, data)
}

func inputsOf(ports []inference.Port) ([]manifest.Input, error) {
	var all []manifest.Input
	for _, p := range ports {
		switch {
		case p.Optional:
			continue
		case p.Datatype == "":
			return nil, fmt.Errorf("input %q is no tensor that a data point can give", p.Name)
		case p.Shape == nil:
			return nil, fmt.Errorf("input %q has no shape: export the model with one", p.Name)
		}
		all = append(all, manifest.Input{Name: p.Name, Datatype: datapoint.Datatype(p.Datatype), Shape: p.Shape})
	}
	if len(all) == 0 {
		return nil, errors.New("the model takes no input: there is nothing to ask it")
	}
	return all, nil
}

// outputOf chooses the output and how it becomes a word.
func outputOf(ports []inference.Port, p Proposal) (manifest.Output, error) {
	var names []string
	var chosen *inference.Port
	for i := range ports {
		names = append(names, ports[i].Name)
		switch {
		case ports[i].Datatype == "" || ports[i].Datatype == string(datapoint.Bytes):
		case p.Output == "" && (chosen == nil || isClass(ports[i]) && !isClass(*chosen)):
			chosen = &ports[i]
		case p.Output == ports[i].Name:
			chosen = &ports[i]
		}
	}
	if chosen == nil {
		return manifest.Output{}, fmt.Errorf("no output %s of numbers: the model gives %s", p.Output, strings.Join(names, ", "))
	}
	o := manifest.Output{Name: chosen.Name, Codec: codecOf(*chosen), Tolerance: "0"}
	if p.Codec != "" {
		if err := o.Codec.UnmarshalText([]byte(p.Codec)); err != nil {
			return o, err
		}
	}
	if o.Codec == manifest.Fixed || o.Codec == manifest.Digest {
		o.Decimals = 2
		if p.Decimals != nil {
			o.Decimals = *p.Decimals
		}
	}
	if p.Median != "" {
		o.Rule, o.Tolerance = manifest.Median, p.Median
	}
	return o, nil
}

// isClass tells whether an output is one integer a row.
func isClass(p inference.Port) bool { return codecOf(p) == manifest.Class }

func codecOf(p inference.Port) manifest.Codec {
	integer := strings.Contains(p.Datatype, "INT") || p.Datatype == string(datapoint.Bool)
	// Dimensions that are one, or the batch, don't count.
	single := !slices.ContainsFunc(p.Shape[min(1, len(p.Shape)):], func(d int64) bool { return d != 1 })
	switch {
	case integer && single:
		return manifest.Class
	case single:
		return manifest.Fixed
	case len(p.Shape) <= 2:
		return manifest.Argmax
	}
	return manifest.Digest
}
