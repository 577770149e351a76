package content

import (
	"context"
	"fmt"
	"sync/atomic"

	"github.com/ipfs/boxo/ipld/merkledag"
	"github.com/ipfs/boxo/ipld/unixfs"
	unixfspb "github.com/ipfs/boxo/ipld/unixfs/pb"
	"golang.org/x/sync/errgroup"

	"github.com/ethml/ethml/internal/cid"
)

const (
	// A balanced file of 174 links a node is 4 deep at 220 TB; trickle DAGs of
	// sensible files are no deeper than this either.
	maxDepth = 16
	// What a file may consist of: leaves of half a KiB, and some nodes.
	minLeafBytes, spareBlocks = 512, 1024
)

// assembler puts one UnixFS file together.
type assembler struct {
	block func(context.Context, cid.CID) ([]byte, error)
	// slots are for the goroutines beside the caller's that fetch blocks. Who finds them
	// taken goes on by itself, so that no shape of a DAG makes more of them.
	slots chan struct{}
	// left is how many more blocks the file may have: one block linked many
	// times over would otherwise keep a reader busy for ever.
	left atomic.Int64
}

// file assembles the file under a dag-pb root whose block is given.
func (a *assembler) file(ctx context.Context, root cid.CID, block []byte, maxBytes int64) ([]byte, error) {
	node, links, err := decode(root, block)
	if err != nil {
		return nil, err
	}
	if size := node.FileSize(); size > uint64(maxBytes) {
		return nil, &Error{Kind: ErrTooLarge, CID: root, Err: fmt.Errorf("%d bytes, limit %d", size, maxBytes)}
	}
	a.left.Store(maxBytes/minLeafBytes + spareBlocks)
	out := make([]byte, node.FileSize())
	if err := a.fill(ctx, root, node, links, out, 0); err != nil {
		return nil, err
	}
	return out, nil
}

// fill writes the node's file into out, which has exactly its size.
func (a *assembler) fill(ctx context.Context, id cid.CID, node *unixfs.FSNode, links []cid.CID, out []byte, depth int) error {
	if depth > maxDepth {
		return malformed(id, "links nest deeper than %d", maxDepth)
	}
	data, sizes := node.Data(), node.BlockSizes()
	if len(links) != len(sizes) {
		return malformed(id, "%d links but %d block sizes", len(links), len(sizes))
	}
	if left := a.left.Add(-int64(len(links))); left < 0 {
		return malformed(id, "file of too many blocks, leaves must average %d bytes or more", minLeafBytes)
	}
	if len(data) > len(out) {
		return malformed(id, "%d bytes of data in a file of %d", len(data), len(out))
	}
	rest := out[copy(out, data):]
	group, ctx := errgroup.WithContext(ctx)
	for i, link := range links {
		if sizes[i] == 0 || sizes[i] > uint64(len(rest)) {
			_ = group.Wait()
			return malformed(id, "block %d claims %d bytes, %d are left of the file", i, sizes[i], len(rest))
		}
		part := rest[:sizes[i]]
		rest = rest[sizes[i]:]
		// The last is for this goroutine, which would only wait otherwise.
		if i < len(links)-1 && a.slot() {
			group.Go(func() error {
				defer func() { <-a.slots }()
				return a.child(ctx, link, part, depth+1)
			})
			continue
		}
		if err := a.child(ctx, link, part, depth+1); err != nil {
			// If another child failed before, ctx's end is all that this one met.
			group.Go(func() error { return err })
			break
		}
	}
	if err := group.Wait(); err != nil {
		return err
	}
	if len(rest) != 0 {
		return malformed(id, "blocks are %d bytes short of the file's size %d", len(rest), len(out))
	}
	return nil
}

// slot takes a slot if one is free.
func (a *assembler) slot() bool {
	select {
	case a.slots <- struct{}{}:
		return true
	default:
		return false
	}
}

func (a *assembler) child(ctx context.Context, id cid.CID, out []byte, depth int) error {
	block, err := a.block(ctx, id)
	if err != nil {
		return err
	}
	if id.IsRaw() {
		if len(block) != len(out) {
			return malformed(id, "block of %d bytes, its parent claims %d", len(block), len(out))
		}
		copy(out, block)
		return nil
	}
	node, links, err := decode(id, block)
	if err != nil {
		return err
	}
	if node.FileSize() != uint64(len(out)) {
		return malformed(id, "file part of %d bytes, its parent claims %d", node.FileSize(), len(out))
	}
	return a.fill(ctx, id, node, links, out, depth)
}

// decode reads a dag-pb block as a node of a UnixFS file.
func decode(id cid.CID, block []byte) (*unixfs.FSNode, []cid.CID, error) {
	outer, err := merkledag.DecodeProtobuf(block)
	if err != nil {
		return nil, nil, malformed(id, "no dag-pb node: %w", err)
	}
	node, err := unixfs.FSNodeFromBytes(outer.Data())
	if err != nil {
		return nil, nil, malformed(id, "no UnixFS node: %w", err)
	}
	if kind := node.Type(); kind != unixfspb.Data_File && kind != unixfspb.Data_Raw {
		return nil, nil, malformed(id, "a UnixFS %s, want a file", kind)
	}
	links := make([]cid.CID, 0, len(outer.Links()))
	for _, link := range outer.Links() {
		child, err := fromIPLD(link.Cid)
		if err != nil {
			return nil, nil, malformed(id, "link %d: %w", len(links), err)
		}
		links = append(links, child)
	}
	return node, links, nil
}

func malformed(id cid.CID, format string, args ...any) error {
	return &Error{Kind: ErrMalformed, CID: id, Err: fmt.Errorf(format, args...)}
}
