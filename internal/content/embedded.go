package content

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/ipfs/boxo/blockstore"
	blocks "github.com/ipfs/go-block-format"
	"github.com/ipfs/go-datastore"
	dssync "github.com/ipfs/go-datastore/sync"
	leveldb "github.com/ipfs/go-ds-leveldb"
	ipld "github.com/ipfs/go-ipld-format"

	"github.com/ethml/ethml/internal/cid"
)

// Embedded is a block store inside the process. It knows of no peers, so it
// answers at once whether it has a block.
type Embedded struct {
	data   datastore.Batching
	blocks blockstore.Blockstore
}

// OpenEmbedded opens the store in dir, made if it is not there; an empty dir
// keeps blocks in memory. One process at a time may have a directory open.
func OpenEmbedded(dir string) (*Embedded, error) {
	var data datastore.Batching
	if dir == "" {
		data = dssync.MutexWrap(datastore.NewMapDatastore())
	} else {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			return nil, fmt.Errorf("open content store: %w", err)
		}
		store, err := leveldb.NewDatastore(dir, nil)
		if err != nil {
			return nil, fmt.Errorf("open content store %s: %w; if another process has it open, stop that, or choose another directory", dir, err)
		}
		data = store
	}
	return &Embedded{data: data, blocks: blockstore.NewBlockstore(data, blockstore.WriteThrough(true))}, nil
}

// Name is how errors and metrics call the source.
func (e *Embedded) Name() string { return "embedded store" }

// Block returns one block, or ErrNotFound.
func (e *Embedded) Block(ctx context.Context, id cid.CID) ([]byte, error) {
	block, err := e.blocks.Get(ctx, toIPLD(id))
	switch {
	case err == nil:
		return block.RawData(), nil
	case ipld.IsNotFound(err):
		return nil, &Error{Kind: ErrNotFound, CID: id}
	default:
		return nil, &Error{Kind: ErrUnavailable, CID: id, Err: fmt.Errorf("read embedded store: %w", err)}
	}
}

// Add stores a file and returns its CID once it is on disk.
func (e *Embedded) Add(ctx context.Context, data []byte) (cid.CID, error) {
	id, parts, err := build(data)
	if err != nil {
		return cid.CID{}, err
	}
	// The root is written last, so that whoever finds it finds the rest.
	if err := e.put(ctx, parts); err != nil {
		return cid.CID{}, fmt.Errorf("store content %s: %w", id, err)
	}
	return id, nil
}

// AddBlock stores data, at most MaxBlockBytes, as one block of its own.
func (e *Embedded) AddBlock(ctx context.Context, codec cid.Codec, data []byte) (cid.CID, error) {
	id := cid.Sum(codec, data)
	if len(data) > MaxBlockBytes {
		return cid.CID{}, &Error{Kind: ErrTooLarge, CID: id, Err: fmt.Errorf("%d bytes, a block takes %d", len(data), MaxBlockBytes)}
	}
	block, err := blocks.NewBlockWithCid(data, toIPLD(id))
	if err != nil {
		return cid.CID{}, fmt.Errorf("store block %s: %w", id, err)
	}
	if err := e.put(ctx, []blocks.Block{block}); err != nil {
		return cid.CID{}, fmt.Errorf("store block %s: %w", id, err)
	}
	return id, nil
}

func (e *Embedded) put(ctx context.Context, parts []blocks.Block) error {
	for _, part := range parts {
		if err := e.blocks.Put(ctx, part); err != nil {
			return err
		}
	}
	return e.data.Sync(ctx, datastore.NewKey("/"))
}

// Close releases the directory. Its blocks stay.
func (e *Embedded) Close() error {
	if err := e.data.Close(); err != nil && !errors.Is(err, os.ErrClosed) {
		return fmt.Errorf("close content store: %w", err)
	}
	return nil
}
