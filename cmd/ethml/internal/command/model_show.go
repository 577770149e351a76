package command

import (
	"context"
	"encoding/json"
	"fmt"
	"io"
	"strings"
	"text/tabwriter"
	"time"
	"unicode"

	"github.com/ethml/ethml/cmd/ethml/internal/model"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/manifest"
)

// ModelShow shows a registered model.
type ModelShow struct {
	networkFlag
	jsonFlag
	ID string `arg:"" name:"model" help:"Model id, or its name."`
}

// manifestLimit bounds how long a manifest is waited for.
const manifestLimit = 15 * time.Second

// Run prints what is registered, and the manifest.
func (s *ModelShow) Run(ctx context.Context) error {
	net, client, err := s.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	registry, err := model.OpenRegistry(ctx, client, net.Coordinator)
	if err != nil {
		return err
	}
	id, err := findModel(ctx, client, net, s.ID)
	if err != nil {
		return err
	}
	l, err := registry.Get(ctx, id)
	if err != nil {
		return err
	}
	raw, err := readManifest(ctx, net.IPFS, l.ManifestCID)
	if err != nil {
		return fmt.Errorf("model %d has manifest %s: %w", id, l.ManifestCID, err)
	}
	v := struct {
		ID         uint64          `json:"id"`
		Manifest   string          `json:"manifest_cid"`
		Publisher  string          `json:"publisher"`
		RoyaltyBps uint16          `json:"royalty_bps"`
		Deprecated bool            `json:"deprecated"`
		Replaces   uint64          `json:"replaces,omitempty"`
		Content    json.RawMessage `json:"manifest"`
	}{l.ID, l.ManifestCID.String(), l.Publisher.Hex(), l.RoyaltyBps, l.Deprecated, l.Previous, raw}
	return s.print(v, func() error {
		m, err := manifest.Parse(raw)
		if err != nil {
			return fmt.Errorf("manifest %s, which nodes refuse: %w", l.ManifestCID, err)
		}
		return writeModel(stdout, l, m)
	})
}

// writeModel is a model for reading: what somebody who would ask it has to know.
func writeModel(out io.Writer, l model.Listing, m *manifest.Manifest) error {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', 0)
	line := func(name, format string, args ...any) {
		fmt.Fprintf(w, "%s\t%s\n", name, harmless(fmt.Sprintf(format, args...)))
	}
	title := fmt.Sprintf("%d, %s %s", l.ID, m.Name, m.Version)
	if l.Deprecated {
		title += ", deprecated: it takes no more requests"
	}
	line("model", "%s", title)
	if m.Description != "" {
		line("", "%s", m.Description)
	}
	for i, input := range m.Inputs {
		name := "takes"
		if i > 0 {
			name = "and"
		}
		line(name, "%s, %s of shape %v", input.Name, input.Datatype, input.Shape)
		if len(input.Features) > 0 {
			line("", "%s", strings.Join(input.Features, ", "))
		}
	}
	line("answers", "%s by codec %s%s", m.Output.Name, m.Output.Codec, decimals(m.Output))
	line("agreed by", "%s", agreement(m.Output))
	line("publisher", "%s, royalty %s %% of each tip", l.Publisher.Hex(), hundredths(l.RoyaltyBps))
	line("license", "%s", m.License)
	line("file", "%s, %d bytes", m.Model.CID, m.Model.Bytes)
	line("manifest", "%s, %s", l.ManifestCID, plural(uint64(len(m.Golden)), "golden cases"))
	line("limits", "%d ms, %d MiB, data points of %d bytes", m.Runtime.MaxWallMS, m.Runtime.MaxMemoryMB, m.Limits.DataBytes)
	if l.Previous != 0 {
		line("replaces", "model %d", l.Previous)
	}
	return w.Flush()
}

// harmless takes out what would steer a terminal: manifests are strangers' texts.
func harmless(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsControl(r) || unicode.Is(unicode.Cf, r) {
			return ' '
		}
		return r
	}, text)
}

func decimals(o manifest.Output) string {
	if o.Decimals == 0 {
		return ""
	}
	return fmt.Sprintf(" with %s", plural(uint64(o.Decimals), "decimals"))
}

func agreement(o manifest.Output) string {
	if o.Rule == manifest.Equal {
		return "equal words"
	}
	return fmt.Sprintf("%s, within %s units of the word", o.Rule, o.Tolerance)
}

// hundredths writes basis points as percents.
func hundredths(bps uint16) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%d.%02d", bps/100, bps%100), "0"), ".")
}

func readManifest(ctx context.Context, ipfs string, id cid.CID) ([]byte, error) {
	ctx, cancel := context.WithTimeout(ctx, manifestLimit)
	defer cancel()
	store, closeStore, err := content.Open(content.Options{KuboAPIs: []string{ipfs}})
	if err != nil {
		return nil, err
	}
	defer func() { _ = closeStore() }() // it holds connections only
	return store.Get(ctx, id, manifest.MaxBytes)
}
