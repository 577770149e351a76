package command

import (
	"context"
	"fmt"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/cmd/ethml/internal/model"
	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/manifest"
)

// checkFit refuses data points that every node would have to refuse, before they cost a fee and a tip. What is on IPFS
// already isn't looked at, and a manifest that can't be read here stops nobody: the nodes may well have it.
func checkFit(ctx context.Context, client *ethclient.Client, net *network.Network, id uint64, points []point) error {
	if !anyData(points) {
		return nil
	}
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
	raw, err := readManifest(ctx, net.IPFS, listing.ManifestCID)
	if err != nil {
		return nil // see above
	}
	m, err := manifest.Parse(raw)
	if err != nil {
		return nil // nodes know what to vote
	}
	return fit(m, id, points)
}

func anyData(points []point) bool {
	for _, p := range points {
		if p.cid == "" {
			return true
		}
	}
	return false
}

// fit decodes data points as nodes do.
func fit(m *manifest.Manifest, id uint64, points []point) error {
	name := fmt.Sprintf("model %d (%s)", id, m.Name)
	for _, p := range points {
		if p.cid != "" {
			continue
		}
		if err := m.Fits(name, p.data); err != nil {
			return cli.WithCode(cli.ExitUsage, fmt.Errorf("the data point in %s can't be answered: %w (`ethml model show %d` tells what it takes)", p.source, err, id))
		}
	}
	return nil
}
