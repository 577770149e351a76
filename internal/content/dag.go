package content

import (
	"bytes"
	"context"
	"fmt"

	chunker "github.com/ipfs/boxo/chunker"
	"github.com/ipfs/boxo/ipld/merkledag"
	"github.com/ipfs/boxo/ipld/unixfs/importer/balanced"
	"github.com/ipfs/boxo/ipld/unixfs/importer/helpers"
	blocks "github.com/ipfs/go-block-format"
	gocid "github.com/ipfs/go-cid"
	ipld "github.com/ipfs/go-ipld-format"
	"github.com/multiformats/go-multihash"

	"github.com/ethml/ethml/internal/cid"
)

const (
	// ChunkBytes is the size of a file's leaves.
	ChunkBytes = 256 << 10
	// MaxBlockBytes is the largest block that IPFS nodes exchange.
	MaxBlockBytes = 2 << 20
)

// build cuts a file into blocks, the root last.
func build(data []byte) (cid.CID, []blocks.Block, error) {
	prefix, err := merkledag.PrefixForCidVersion(1)
	if err != nil {
		return cid.CID{}, nil, err
	}
	var nodes collector
	params := helpers.DagBuilderParams{
		Maxlinks: helpers.DefaultLinksPerBlock, RawLeaves: true, CidBuilder: prefix, Dagserv: &nodes,
	}
	builder, err := params.New(chunker.NewSizeSplitter(bytes.NewReader(data), ChunkBytes))
	if err != nil {
		return cid.CID{}, nil, fmt.Errorf("build UnixFS file: %w", err)
	}
	root, err := balanced.Layout(builder)
	if err != nil {
		return cid.CID{}, nil, fmt.Errorf("build UnixFS file: %w", err)
	}
	id, err := fromIPLD(root.Cid())
	return id, nodes.blocks, err
}

// Identify is the CID that Add gives data.
func Identify(data []byte) (cid.CID, error) {
	id, _, err := build(data)
	return id, err
}

// collector is the DAG service a build writes to.
type collector struct{ blocks []blocks.Block }

func (c *collector) Add(_ context.Context, node ipld.Node) error {
	c.blocks = append(c.blocks, node)
	return nil
}

func (c *collector) AddMany(ctx context.Context, nodes []ipld.Node) error {
	for _, node := range nodes {
		if err := c.Add(ctx, node); err != nil {
			return err
		}
	}
	return nil
}

func (c *collector) Get(_ context.Context, id gocid.Cid) (ipld.Node, error) {
	return nil, ipld.ErrNotFound{Cid: id}
}

func (c *collector) GetMany(context.Context, []gocid.Cid) <-chan *ipld.NodeOption {
	out := make(chan *ipld.NodeOption)
	close(out)
	return out
}

func (c *collector) Remove(context.Context, gocid.Cid) error       { return nil }
func (c *collector) RemoveMany(context.Context, []gocid.Cid) error { return nil }

func toIPLD(id cid.CID) gocid.Cid {
	hash := multihash.Multihash(append([]byte{multihash.SHA2_256, byte(len(id.Digest))}, id.Digest[:]...))
	if id.Codec == cid.V0 {
		return gocid.NewCidV0(hash)
	}
	return gocid.NewCidV1(uint64(id.Codec), hash)
}

func fromIPLD(id gocid.Cid) (cid.CID, error) {
	prefix := id.Prefix()
	if prefix.MhType != multihash.SHA2_256 || prefix.MhLength != 32 {
		return cid.CID{}, fmt.Errorf("%w %q: hash function is not sha2-256 with 32 bytes", cid.ErrInvalid, id)
	}
	codec := byte(cid.V0)
	if prefix.Version != 0 {
		if prefix.Codec != uint64(cid.Raw) && prefix.Codec != uint64(cid.DagPB) {
			return cid.CID{}, fmt.Errorf("%w %q: codec %#x, want raw (0x55) or dag-pb (0x70)", cid.ErrInvalid, id, prefix.Codec)
		}
		codec = byte(prefix.Codec)
	}
	return cid.FromDigest([32]byte(id.Hash()[2:]), codec)
}
