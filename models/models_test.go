package models

import (
	"bytes"
	"encoding/json"
	"math/big"
	"os"
	"path/filepath"
	"testing"

	"github.com/ipfs/boxo/blockservice"
	"github.com/ipfs/boxo/blockstore"
	chunker "github.com/ipfs/boxo/chunker"
	"github.com/ipfs/boxo/exchange/offline"
	"github.com/ipfs/boxo/ipld/merkledag"
	"github.com/ipfs/boxo/ipld/unixfs/importer/balanced"
	"github.com/ipfs/boxo/ipld/unixfs/importer/helpers"
	"github.com/ipfs/go-datastore"
	dssync "github.com/ipfs/go-datastore/sync"
)

const chunkSize = 256 << 10 // bytes

// The parts of a manifest that these tests check; unknown fields are an error, as they are to a node.
type manifest struct {
	Schema, Name, Version, Description, License string

	Model struct {
		CID   string
		Bytes int
	}
	Inputs []struct {
		Name, Datatype string
		Shape          []int
		Features       []string
	}
	Output struct {
		Name, Codec, Rule, Tolerance string
		Decimals                     int
	}
	Runtime struct {
		Class       string
		MaxWallMS   int `json:"max_wall_ms"`
		MaxMemoryMB int `json:"max_memory_mb"`
	}
	Limits struct {
		DataBytes int `json:"data_bytes"`
	}
	Golden []struct {
		Data   []float64
		Status int
		Word   string
	}
}

// rowLength is the number of values of one row of the first input.
func (m manifest) rowLength() int {
	n := 1
	for _, d := range m.Inputs[0].Shape[1:] {
		n *= d
	}
	return n
}

func parseManifest(t *testing.T, raw []byte) manifest {
	t.Helper()
	var m manifest
	d := json.NewDecoder(bytes.NewReader(raw))
	d.DisallowUnknownFields()
	if err := d.Decode(&m); err != nil {
		t.Fatalf("parse manifest: %v", err)
	}
	return m
}

func parseRow(t *testing.T, raw []byte) []float64 {
	t.Helper()
	var row []float64
	if err := json.Unmarshal(raw, &row); err != nil {
		t.Fatalf("parse data point: %v", err)
	}
	return row
}

// cidOf is the CID that boxo, and so kubo, gives data with CIDv1, raw leaves and 256 KiB chunks.
func cidOf(t *testing.T, data []byte) string {
	t.Helper()
	blocks := blockstore.NewBlockstore(dssync.MutexWrap(datastore.NewMapDatastore()))
	dag := merkledag.NewDAGService(blockservice.New(blocks, offline.Exchange(blocks)))
	builder, err := merkledag.PrefixForCidVersion(1)
	if err != nil {
		t.Fatal(err)
	}
	params := helpers.DagBuilderParams{
		Maxlinks: helpers.DefaultLinksPerBlock, RawLeaves: true, CidBuilder: builder, Dagserv: dag,
	}
	tree, err := params.New(chunker.NewSizeSplitter(bytes.NewReader(data), chunkSize))
	if err != nil {
		t.Fatal(err)
	}
	root, err := balanced.Layout(tree)
	if err != nil {
		t.Fatal(err)
	}
	return root.Cid().String()
}

func all(t *testing.T) []Example {
	t.Helper()
	examples, err := All()
	if err != nil {
		t.Fatal(err)
	}
	return examples
}

func checkWord(t *testing.T, what, word string) {
	t.Helper()
	n, ok := new(big.Int).SetString(word, 10)
	if !ok || n.BitLen() > 255 || n.String() != word {
		t.Errorf("%s: %q is no decimal int256", what, word)
	}
}

func TestModelsOneAndTwoAreThePrototypes(t *testing.T) {
	examples := all(t)
	want := []struct{ name, cid, word string }{
		{"breast-cancer", "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem", "1"},
		{"diabetes", "bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua", "59"},
	}
	for i, w := range want {
		e := examples[i]
		if e.Name != w.name {
			t.Errorf("model %d is %s, want %s", i+1, e.Name, w.name)
		}
		p := e.Points[0]
		if got := cidOf(t, p.Data); got != w.cid || p.CID != w.cid || p.Word != w.word {
			t.Errorf("%s: seed point has CID %s (index says %s) and word %s, want %s and %s",
				e.Name, got, p.CID, p.Word, w.cid, w.word)
		}
	}
}

func TestEveryModelFolderIsListed(t *testing.T) {
	folders, err := filepath.Glob("*/manifest.json")
	if err != nil {
		t.Fatal(err)
	}
	if len(folders) != len(names) {
		t.Errorf("%d folders with a manifest, %d models listed: %v", len(folders), len(names), folders)
	}
}

func TestManifestsDescribeTheirFiles(t *testing.T) {
	for _, e := range all(t) {
		t.Run(e.Name, func(t *testing.T) {
			m := parseManifest(t, e.ManifestJSON)
			if m.Schema != "ethml/model/v1" || m.Name != e.Name {
				t.Errorf("schema %q, name %q", m.Schema, m.Name)
			}
			if m.Version == "" || m.Description == "" || m.License == "" {
				t.Error("version, description or licence is missing")
			}
			if len(e.ManifestJSON) > chunkSize {
				t.Errorf("manifest is %d bytes, which is more than one raw block", len(e.ManifestJSON))
			}
			if m.Model.Bytes != len(e.ONNX) {
				t.Errorf("manifest says %d bytes, model.onnx has %d", m.Model.Bytes, len(e.ONNX))
			}
			if got := cidOf(t, e.ONNX); got != m.Model.CID {
				t.Errorf("manifest says %s, model.onnx is %s", m.Model.CID, got)
			}
			if len(m.Inputs) != 1 || m.Inputs[0].Name != "input" || m.Inputs[0].Datatype != "FP32" || m.Inputs[0].Shape[0] != -1 {
				t.Fatalf("inputs: %+v", m.Inputs)
			}
			if n := len(m.Inputs[0].Features); n != 0 && n != m.rowLength() {
				t.Errorf("%d feature names for %d features", n, m.rowLength())
			}
			if m.Runtime.Class != "cpu-extended-1" || m.Runtime.MaxWallMS <= 0 || m.Runtime.MaxMemoryMB <= 0 || m.Limits.DataBytes <= 0 {
				t.Errorf("runtime %+v, limits %+v", m.Runtime, m.Limits)
			}
			checkWord(t, "tolerance", m.Output.Tolerance)
		})
	}
}

func TestGoldenCasesFitTheModelAndStartWithTheFirstPoint(t *testing.T) {
	for _, e := range all(t) {
		t.Run(e.Name, func(t *testing.T) {
			m := parseManifest(t, e.ManifestJSON)
			if len(m.Golden) < 12 {
				t.Fatalf("%d golden cases, want a dozen", len(m.Golden))
			}
			words := map[string]bool{}
			for i, g := range m.Golden {
				if len(g.Data) != m.rowLength() || g.Status != 0 {
					t.Errorf("golden case %d: %d values, status %d; the model takes %d", i, len(g.Data), g.Status, m.rowLength())
				}
				checkWord(t, "golden word", g.Word)
				words[g.Word] = true
			}
			if len(words) < 2 {
				t.Error("all golden cases have the same word, so a constant would pass them")
			}
			first := parseRow(t, e.Points[0].Data)
			for i, x := range m.Golden[0].Data {
				if x != first[i] {
					t.Fatalf("value %d of golden case 0 is %v, of the first point %v", i, x, first[i])
				}
			}
			if m.Golden[0].Word != e.Points[0].Word {
				t.Errorf("golden case 0 has word %s, the first point %s", m.Golden[0].Word, e.Points[0].Word)
			}
		})
	}
}

func TestPointsHaveTheCIDsTheyClaim(t *testing.T) {
	for _, e := range all(t) {
		t.Run(e.Name, func(t *testing.T) {
			m := parseManifest(t, e.ManifestJSON)
			seen := map[string]bool{}
			for _, p := range e.Points {
				if got := cidOf(t, p.Data); got != p.CID {
					t.Errorf("point %s: index says %s, data is %s", p.Name, p.CID, got)
				}
				if seen[p.CID] || p.Description == "" {
					t.Errorf("point %s is a duplicate or not described", p.Name)
				}
				seen[p.CID] = true
				if n := len(parseRow(t, p.Data)); n != m.rowLength() || len(p.Data) > m.Limits.DataBytes {
					t.Errorf("point %s: %d values in %d bytes", p.Name, n, len(p.Data))
				}
				checkWord(t, "point "+p.Name, p.Word)
			}
		})
	}
}

func TestPerturbedTableHasAHundredRowsForModelsOneAndTwo(t *testing.T) {
	raw, err := os.ReadFile("testdata/perturbed.json")
	if err != nil {
		t.Fatal(err)
	}
	var table []struct {
		Model, Word string
		Data        []float64
	}
	if err := json.Unmarshal(raw, &table); err != nil {
		t.Fatal(err)
	}
	for _, e := range all(t)[:2] {
		m := parseManifest(t, e.ManifestJSON)
		rows, words := 0, map[string]bool{}
		for i, c := range table {
			if c.Model != e.Name {
				continue
			}
			rows++
			words[c.Word] = true
			if len(c.Data) != m.rowLength() {
				t.Errorf("row %d has %d values, %s takes %d", i, len(c.Data), e.Name, m.rowLength())
			}
			checkWord(t, "perturbed word", c.Word)
		}
		if rows != 100 || len(words) < 2 {
			t.Errorf("%s: %d rows with %d different words, want 100 rows and at least two words", e.Name, rows, len(words))
		}
	}
}
