package command

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/ethclient"
	"golang.org/x/sync/errgroup"

	"github.com/ethml/ethml/cmd/ethml/internal/model"
	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/internal/manifest"
)

// checkFit refuses data points that every node would have to refuse, before they cost a fee and a tip. A manifest that can't
// be read here stops nobody, and of a CID's content that can't be, warn is told: the nodes may well have either.
func checkFit(ctx context.Context, client *ethclient.Client, net *network.Network, id uint64, points []point, warn func(format string, args ...any)) error {
	registry, err := model.OpenRegistry(ctx, client, net.Coordinator)
	if err != nil {
		return err
	}
	listing, err := registry.Get(ctx, id)
	if err != nil {
		return nil // the request itself says it better
	}
	ctx, cancel := context.WithTimeout(ctx, nameLimit)
	defer cancel()
	store, closeStore, err := content.Open(content.Options{KuboAPIs: []string{net.IPFS}})
	if err != nil {
		return nil // see above
	}
	defer func() { _ = closeStore() }() // it holds connections only
	raw, err := store.Get(ctx, listing.ManifestCID, manifest.MaxBytes)
	if err != nil {
		return nil // see above
	}
	m, err := manifest.Parse(raw)
	if err != nil {
		return nil // nodes know what to vote
	}
	found, err := fetch(ctx, store, m, points)
	if err != nil {
		return err
	}
	for i, p := range found {
		if p.data == nil && p.cid != "" {
			warn("warning: data point %s can't be read from IPFS at %s, so it is sent unchecked; operators who can't read it either answer DATA_UNAVAILABLE", points[i].cid, net.IPFS)
		}
	}
	return fit(m, id, found)
}

// fetcher reads what a CID names.
type fetcher interface {
	Get(ctx context.Context, id cid.CID, maxBytes int64) ([]byte, error)
}

// parallelFetches bounds how many data points are read at once.
const parallelFetches = 8

// fetch reads what CIDs name; data stays nil where that can't be had in time. What can't be a data point of the model,
// whoever reads it, is an error.
func fetch(ctx context.Context, store fetcher, m *manifest.Manifest, points []point) ([]point, error) {
	found := slices.Clone(points)
	var group errgroup.Group
	group.SetLimit(parallelFetches)
	for i, p := range found {
		if p.cid == "" {
			continue
		}
		group.Go(func() error {
			id, err := cid.Parse(p.cid)
			if err != nil {
				return err
			}
			data, err := store.Get(ctx, id, m.Limits.DataBytes)
			if errors.Is(err, content.ErrMalformed) || errors.Is(err, content.ErrTooLarge) {
				return cli.WithCode(cli.ExitUsage, err)
			}
			if err == nil {
				found[i].data = append([]byte{}, data...)
			}
			return nil
		})
	}
	return found, group.Wait()
}

// fit decodes data points as nodes do.
func fit(m *manifest.Manifest, id uint64, points []point) error {
	name := fmt.Sprintf("model %d (%s)", id, m.Name)
	for _, p := range points {
		if p.cid != "" && p.data == nil {
			continue
		}
		err := m.Fits(name, p.data)
		switch {
		case errors.Is(err, datapoint.ErrMalformed):
			return cli.WithCode(cli.ExitUsage, fmt.Errorf("the data point in %s can't be answered: %w; want a JSON array of numbers such as [1,2,3], one line of numbers with commas between them, or .npy (`ethml model show %d` tells what the model takes)", p.source, err, id))
		case err != nil:
			return cli.WithCode(cli.ExitUsage, fmt.Errorf("the data point in %s can't be answered: %w (`ethml model show %d` tells what it takes)", p.source, err, id))
		}
	}
	return nil
}
