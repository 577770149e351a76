package command

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"text/tabwriter"

	"github.com/ethml/ethml/cmd/ethml/internal/model"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/manifest"
	inference "github.com/ethml/ethml/services/inference/service"
)

// Model makes, checks and publishes models.
type Model struct {
	Init    ModelInit    `cmd:"" help:"Propose a manifest for an ONNX file."`
	Check   ModelCheck   `cmd:"" help:"Check a manifest and its file as a node would before serving the model."`
	Publish ModelPublish `cmd:"" help:"Put a model on IPFS and register it."`
	Show    ModelShow    `cmd:"" help:"Show a registered model: what it takes and answers, and its terms; the whole manifest with --json."`
	List    ModelList    `cmd:"" help:"List the registered models."`
}

// benchFlags say how models are tried on this machine.
type benchFlags struct {
	Library          string `name:"onnxruntime-lib" help:"ONNX Runtime's library." env:"ETHML_ONNXRUNTIME_LIB" type:"path"`
	AllowUnsandboxed bool   `help:"Try the model on a kernel without seccomp, that is without a sandbox."`
}

func (f benchFlags) open() (*inference.Workbench, error) {
	self, err := inference.SelfCommand()
	if err != nil {
		return nil, err
	}
	return inference.OpenWorkbench(inference.Config{WorkerCommand: self, Library: f.Library, AllowUnsandboxed: f.AllowUnsandboxed})
}

// ModelInit proposes a manifest.
type ModelInit struct {
	benchFlags
	ONNX        string   `arg:"" name:"onnx" help:"The model's file." type:"existingfile"`
	Data        []string `help:"File with a data point in JSON for a golden case; may be repeated." type:"existingfile" required:""`
	Name        string   `help:"Short name; default: the file's."`
	Description string   `help:"What it predicts, and what of."`
	License     string   `help:"SPDX expression or a name." required:""`
	Output      string   `help:"Output that becomes the prediction; default: an integer one, else the first."`
	Codec       string   `help:"How it becomes a word: class, argmax, fixed or digest; default: by its type and shape."`
	Decimals    *uint8   `help:"Decimal places of codecs fixed and digest; default 2."`
	JSON        bool     `name:"json" help:"Print JSON, which a manifest is in any case."`
	Median      string   `help:"Agree on the median, within this many units of the word." placeholder:"TOLERANCE"`
}

// Run prints the manifest.
func (m *ModelInit) Run(ctx context.Context) (err error) {
	onnx, err := os.ReadFile(m.ONNX)
	if err != nil {
		return fmt.Errorf("read model: %w", err)
	}
	p := model.Proposal{Name: m.Name, Description: m.Description, License: m.License, Output: m.Output, Codec: m.Codec,
		Decimals: m.Decimals, Median: m.Median}
	if p.Name == "" {
		p.Name = strings.ToLower(strings.TrimSuffix(filepath.Base(m.ONNX), filepath.Ext(m.ONNX)))
	}
	for _, file := range m.Data {
		data, err := os.ReadFile(file)
		if err != nil {
			return fmt.Errorf("read data point: %w", err)
		}
		p.Samples = append(p.Samples, model.Sample{Name: file, Data: data})
	}
	bench, err := m.open()
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, bench.Close()) }()
	proposed, err := model.Propose(ctx, bench, onnx, p)
	if err != nil {
		return err
	}
	raw, err := proposed.Encode()
	if err != nil {
		return err
	}
	_, err = stdout.Write(raw)
	return err
}

// modelFiles are a manifest and its file.
type modelFiles struct {
	benchFlags
	Manifest string `arg:"" help:"The manifest." type:"existingfile"`
	ONNX     string `arg:"" name:"onnx" help:"The model's file." type:"existingfile"`
}

// read reads both and checks them; raw is the manifest as it is.
func (f *modelFiles) read(ctx context.Context) (m *manifest.Manifest, raw, onnx []byte, err error) {
	if raw, err = os.ReadFile(f.Manifest); err != nil {
		return nil, nil, nil, fmt.Errorf("read manifest: %w", err)
	}
	if onnx, err = os.ReadFile(f.ONNX); err != nil {
		return nil, nil, nil, fmt.Errorf("read model: %w", err)
	}
	if m, err = manifest.Parse(raw); err != nil {
		return nil, nil, nil, fmt.Errorf("%s: %w", f.Manifest, err)
	}
	id, err := model.FileCID(ctx, onnx)
	if err != nil {
		return nil, nil, nil, err
	}
	if id.Key() != m.Model.CID.Key() {
		return nil, nil, nil, fmt.Errorf("%s has CID %s, its manifest names %s: make the manifest anew with `ethml model init`", f.ONNX, id, m.Model.CID)
	}
	bench, err := f.open()
	if err != nil {
		return nil, nil, nil, err
	}
	defer func() { err = errors.Join(err, bench.Close()) }()
	err = progress.New(os.Stderr).During(ctx, "running golden cases", func(ctx context.Context) error { return bench.Check(ctx, m, onnx) })
	return m, raw, onnx, err
}

// ModelCheck checks a model.
type ModelCheck struct {
	modelFiles
	jsonFlag
}

// Run says how many golden cases came out right.
func (c *ModelCheck) Run(ctx context.Context) error {
	m, _, _, err := c.read(ctx)
	if err != nil {
		return err
	}
	v := struct {
		Name        string `json:"name"`
		Version     string `json:"version"`
		ModelCID    string `json:"model_cid"`
		GoldenCases int    `json:"golden_cases"`
	}{m.Name, m.Version, m.Model.CID.String(), len(m.Golden)}
	return c.print(v, func() error {
		_, err := fmt.Fprintf(stdout, "%s %s: %s reproduced; nodes would serve it\n", m.Name, m.Version, plural(uint64(len(m.Golden)), "golden cases"))
		return err
	})
}

// ModelPublish publishes and registers a model.
type ModelPublish struct {
	networkFlag
	signerFlags
	modelFiles
	jsonFlag
	Royalty  uint16 `help:"Share of each tip that is yours, in hundredths of a percent; at most 2000." default:"0"`
	Replaces uint64 `help:"Id of the model that this one replaces." default:"0"`
}

// Run prints the model's id.
func (p *ModelPublish) Run(ctx context.Context) error {
	m, raw, onnx, err := p.read(ctx)
	if err != nil {
		return err
	}
	net, client, err := p.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	signer, err := p.signer(net.ChainID)
	if err != nil {
		return err
	}
	store, closeStore, err := content.Open(content.Options{KuboAPIs: []string{net.IPFS}})
	if err != nil {
		return err
	}
	defer func() { _ = closeStore() }() // it holds connections only
	show := progress.New(os.Stderr)
	var id cid.CID
	if err := show.During(ctx, fmt.Sprintf("uploading %d kB", len(onnx)/1000), func(ctx context.Context) (err error) {
		if _, err := store.Add(ctx, onnx); err != nil {
			return fmt.Errorf("upload the model: %w", err)
		}
		if id, err = store.AddBlock(ctx, cid.Raw, raw); err != nil {
			return fmt.Errorf("upload the manifest: %w", err)
		}
		return nil
	}); err != nil {
		return err
	}
	registry, err := model.OpenRegistry(ctx, client, net.Coordinator)
	if err != nil {
		return err
	}
	var number uint64
	err = show.During(ctx, "until the registration is mined", func(ctx context.Context) (err error) {
		number, err = registry.Register(ctx, signer, model.Registration{ManifestCID: id, Terms: m.Terms(), RoyaltyBps: p.Royalty, Previous: p.Replaces})
		return err
	})
	if err != nil {
		return err
	}
	v := struct {
		ID       uint64 `json:"id"`
		Manifest string `json:"manifest_cid"`
	}{number, id.String()}
	return p.print(v, func() error { _, err := fmt.Fprintln(stdout, number); return err })
}

// ModelList lists the registered models.
type ModelList struct {
	networkFlag
	jsonFlag
}

// Run prints a line for each model.
func (l *ModelList) Run(ctx context.Context) error {
	net, client, err := l.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	all, err := namedModels(ctx, client, net)
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	if !l.JSON {
		fmt.Fprintln(table, "ID\tNAME\tCODEC\tRULE\tMANIFEST")
	}
	for _, m := range all {
		v := struct {
			ID         uint64 `json:"id"`
			Name       string `json:"name,omitempty"`
			Version    string `json:"version,omitempty"`
			Codec      string `json:"codec"`
			Rule       string `json:"rule"`
			Manifest   string `json:"manifest_cid"`
			Deprecated bool   `json:"deprecated"`
			Problem    string `json:"problem,omitempty"`
		}{m.ID, m.Name, m.Version, fmt.Sprint(manifest.Codec(m.Terms.Codec)), fmt.Sprint(manifest.Rule(m.Terms.Rule)), m.ManifestCID.String(), m.Deprecated, m.Problem}
		err := l.print(v, func() error {
			name := strings.TrimSpace(m.Name + " " + m.Version)
			if m.Problem != "" {
				name = "(" + m.Problem + ")"
			}
			if m.Deprecated {
				name += ", deprecated"
			}
			_, err := fmt.Fprintf(table, "%d\t%s\t%s\t%s\t%s\n", v.ID, name, v.Codec, v.Rule, v.Manifest)
			return err
		})
		if err != nil {
			return err
		}
	}
	return table.Flush()
}
