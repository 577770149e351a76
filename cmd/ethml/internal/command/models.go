package command

import (
	"context"
	"fmt"
	"os"
	"strconv"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
	"golang.org/x/sync/errgroup"

	"github.com/ethml/ethml/cmd/ethml/internal/model"
	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/suggest"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/manifest"
)

// named is a registered model with what its manifest calls it, as far as that can be had.
type named struct {
	model.Listing
	Name, Version string
	Problem       string // why there is no name
}

// nameLimit bounds how long a manifest is waited for when only its name is wanted; mostNamed how many models are looked at,
// the newest first.
const (
	nameLimit = 5 * time.Second
	mostNamed = 500
)

// namedModels reads the newest models and their names, by id; a person sees since when.
func namedModels(ctx context.Context, client *ethclient.Client, net *network.Network) (all []named, err error) {
	err = progress.New(os.Stderr).During(ctx, "reading models and their manifests", func(ctx context.Context) (err error) {
		all, err = readModels(ctx, client, net)
		return err
	})
	return all, err
}

func readModels(ctx context.Context, client *ethclient.Client, net *network.Network) ([]named, error) {
	registry, err := model.OpenRegistry(ctx, client, net.Coordinator)
	if err != nil {
		return nil, err
	}
	count, err := registry.Count(ctx)
	if err != nil {
		return nil, err
	}
	first := uint64(1)
	if count > mostNamed {
		first = count - mostNamed + 1
	}
	all := make([]named, count-first+1)
	group, ctx := errgroup.WithContext(ctx)
	group.SetLimit(8)
	for i := range all {
		group.Go(func() (err error) {
			if all[i].Listing, err = registry.Get(ctx, first+uint64(i)); err != nil {
				return err
			}
			ctx, cancel := context.WithTimeout(ctx, nameLimit)
			defer cancel()
			raw, err := readManifest(ctx, net.IPFS, all[i].ManifestCID)
			if err != nil {
				all[i].Problem = "not on IPFS here"
				return nil
			}
			parsed, err := manifest.Parse(raw)
			if err != nil {
				all[i].Problem = "no valid manifest"
				return nil
			}
			all[i].Name, all[i].Version = parsed.Name, parsed.Version
			return nil
		})
	}
	return all, group.Wait()
}

// findModel takes an id that is registered, and finds a name's newest model that still takes requests.
func findModel(ctx context.Context, client *ethclient.Client, net *network.Network, text string) (uint64, error) {
	if id, err := strconv.ParseUint(text, 10, 64); err == nil {
		return id, registered(ctx, client, net, id)
	}
	all, err := namedModels(ctx, client, net)
	if err != nil {
		return 0, err
	}
	var names []string
	var deprecated uint64
	for i := len(all) - 1; i >= 0; i-- {
		m := all[i]
		switch {
		case m.Name == text && !m.Deprecated:
			return m.ID, nil
		case m.Name == text:
			deprecated = m.ID
		case m.Name != "":
			names = append(names, m.Name)
		}
	}
	if deprecated != 0 {
		return 0, cli.WithCode(cli.ExitUsage, fmt.Errorf("model %q (%d) is deprecated: `ethml model list` shows the others", text, deprecated))
	}
	return 0, cli.WithCode(cli.ExitUsage, fmt.Errorf("there is no model %q: `ethml model list` shows those there are%s", text, suggest.DidYouMean(text, names)))
}

// registered refuses an id that no model has.
func registered(ctx context.Context, client *ethclient.Client, net *network.Network, id uint64) error {
	registry, err := model.OpenRegistry(ctx, client, net.Coordinator)
	if err != nil {
		return err
	}
	count, err := registry.Count(ctx)
	if err == nil && (id == 0 || id > count) {
		return cli.WithCode(cli.ExitUsage, fmt.Errorf("there is no model %d: `ethml model list` shows those there are", id))
	}
	return err
}
