package content

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/ipfs/boxo/ipld/merkledag"
	"github.com/ipfs/boxo/ipld/unixfs"
	unixfspb "github.com/ipfs/boxo/ipld/unixfs/pb"
	gocid "github.com/ipfs/go-cid"
	ipld "github.com/ipfs/go-ipld-format"
	"github.com/multiformats/go-multihash"

	"github.com/ethml/ethml/internal/cid"
)

// dag is a memory source to which tests add nodes, honest or not.
type dag struct {
	t      *testing.T
	blocks map[cid.CID][]byte
}

func newDAG(t *testing.T) *dag { return &dag{t, map[cid.CID][]byte{}} }

func (d *dag) raw(data []byte) cid.CID {
	id := cid.Sum(cid.Raw, data)
	d.blocks[id] = data
	return id
}

// link is a child and the size its parent claims for it.
type link struct {
	id   cid.CID
	size uint64
}

func (d *dag) node(kind unixfspb.Data_DataType, data []byte, fileSize uint64, links ...link) cid.CID {
	format := unixfs.NewFSNode(kind)
	format.SetData(data)
	for _, child := range links {
		format.AddBlockSize(child.size)
	}
	format.UpdateFilesize(int64(fileSize) - int64(format.FileSize()))
	return d.dagpb(format, links...)
}

func (d *dag) dagpb(format *unixfs.FSNode, links ...link) cid.CID {
	encoded, err := format.GetBytes()
	if err != nil {
		d.t.Fatal(err)
	}
	node := merkledag.NodeWithData(encoded)
	for _, child := range links {
		d.link(node, toIPLD(child.id))
	}
	return d.add(node)
}

func (d *dag) link(node *merkledag.ProtoNode, id gocid.Cid) {
	if err := node.AddRawLink("", &ipld.Link{Cid: id}); err != nil {
		d.t.Fatal(err)
	}
}

func (d *dag) add(node *merkledag.ProtoNode) cid.CID {
	block := node.RawData()
	id := cid.Sum(cid.DagPB, block)
	d.blocks[id] = block
	return id
}

func (d *dag) get(id cid.CID, limit int64) ([]byte, error) {
	d.t.Helper()
	begun := time.Now()
	data, err := newStore(d.t, Config{Remotes: []Source{serving("memory", d.blocks)}}).Get(ctxOf(d.t), id, limit)
	// Unbounded work would take hours; what a busy machine under the race detector takes is far less than this.
	if took := time.Since(begun); took > 2*time.Minute {
		d.t.Errorf("took %s", took)
	}
	return data, err
}

const file = unixfspb.Data_File

func TestFilesOfEveryShapeAreAssembled(t *testing.T) {
	d := newDAG(t)
	a, b := d.raw([]byte("aaa")), d.raw([]byte("bb"))
	inner := d.node(file, nil, 5, link{a, 3}, link{b, 2})
	leaf := d.node(unixfspb.Data_Raw, []byte("leaf"), 4)
	tests := []struct {
		name string
		id   cid.CID
		want string
	}{
		{"empty", d.node(file, nil, 0), ""},
		{"inline", d.node(file, []byte("inline"), 6), "inline"},
		{"leaves", inner, "aaabb"},
		{"nested", d.node(file, nil, 12, link{inner, 5}, link{b, 2}, link{inner, 5}), "aaabbbbaaabb"},
		{"data before links", d.node(file, []byte("head"), 7, link{a, 3}), "headaaa"},
		{"raw leaf nodes", d.node(file, nil, 8, link{leaf, 4}, link{leaf, 4}), "leafleaf"},
	}
	for _, test := range tests {
		if got, err := d.get(test.id, 100); err != nil || string(got) != test.want {
			t.Errorf("%s: %q, %v; want %q", test.name, got, err, test.want)
		}
	}
}

func TestHostileDAGsAreRefusedWithinLimits(t *testing.T) {
	d := newDAG(t)
	three := d.raw([]byte("aaa"))
	sized := func(count int) (links []link) {
		for range count {
			links = append(links, link{three, 3})
		}
		return links
	}
	foreign := merkledag.NodeWithData(unixfs.FilePBData(nil, 0))
	hash, err := multihash.Sum([]byte("x"), multihash.SHA2_512, -1)
	if err != nil {
		t.Fatal(err)
	}
	d.link(foreign, gocid.NewCidV1(gocid.Raw, hash))
	garbage := cid.Sum(cid.DagPB, []byte("not protobuf"))
	d.blocks[garbage] = []byte("not protobuf")
	mismatch := unixfs.NewFSNode(file)
	mismatch.AddBlockSize(3)
	// Each level links the level below twice: 2^n leaves out of n+1 blocks.
	bomb := func(levels int) cid.CID {
		id, size := three, uint64(3)
		for range levels {
			id = d.node(file, nil, 2*size, link{id, size}, link{id, size})
			size *= 2
		}
		return id
	}
	// Levels that add nothing: the size stays, the depth grows.
	tower := d.node(file, []byte("x"), 1)
	for range 100 {
		tower = d.node(file, nil, 1, link{tower, 1})
	}
	missing := d.node(file, nil, 3, link{cid.Sum(cid.Raw, []byte("nobody has it")), 3})
	// No hash is its own, so a cycle takes a source that lies: it serves the file for its own child.
	child := cid.Sum(cid.DagPB, []byte("itself"))
	cycle := d.node(file, nil, 3, link{child, 3})
	d.blocks[child] = d.blocks[cycle]

	tests := []struct {
		name  string
		id    cid.CID
		limit int64
		kind  error
		want  string
	}{
		{"bomb", bomb(40), 1 << 20, ErrTooLarge, "limit 1048576"},
		{"bomb that fits the limit", bomb(20), 1 << 30, ErrMalformed, "deeper"},
		{"bomb that is not deep", bomb(15), 100_000, ErrMalformed, "too many blocks"},
		{"tower", tower, 100, ErrMalformed, "deeper"},
		{"many tiny blocks", d.node(file, nil, 9000, sized(3000)...), 9000, ErrMalformed, "too many blocks"},
		{"empty blocks", d.node(file, nil, 0, link{d.raw(nil), 0}), 100, ErrMalformed, "claims 0 bytes"},
		{"longer than claimed", d.node(file, nil, 2, link{three, 2}), 100, ErrMalformed, "block of 3 bytes, its parent claims 2"},
		{"shorter than claimed", d.node(file, nil, 9, link{three, 9}), 100, ErrMalformed, "block of 3 bytes, its parent claims 9"},
		{"file longer than its blocks", d.node(file, nil, 9, link{three, 3}), 100, ErrMalformed, "6 bytes short"},
		{"file shorter than its blocks", d.node(file, nil, 4, link{three, 3}, link{three, 3}), 100, ErrMalformed, "block 1 claims 3 bytes"},
		{"data longer than the file", d.node(file, []byte("long"), 2), 100, ErrMalformed, "4 bytes of data in a file of 2"},
		{"sizes without links", d.dagpb(mismatch), 100, ErrMalformed, "0 links but 1 block sizes"},
		{"huge size claim", d.node(file, nil, 1<<62), 100, ErrTooLarge, "4611686018427387904 bytes"},
		{"directory", d.node(unixfspb.Data_Directory, nil, 0), 100, ErrMalformed, "Directory"},
		{"symlink", d.node(unixfspb.Data_Symlink, []byte("/etc/passwd"), 11), 100, ErrMalformed, "Symlink"},
		{"shards", d.node(unixfspb.Data_HAMTShard, nil, 0), 100, ErrMalformed, "HAMTShard"},
		{"no protobuf", garbage, 100, ErrMalformed, "dag-pb"},
		{"no UnixFS", d.add(merkledag.NodeWithData([]byte{0xff})), 100, ErrMalformed, "UnixFS"},
		{"no data", d.add(merkledag.NodeWithData(nil)), 100, ErrMalformed, "UnixFS"},
		{"link of another hash", d.add(foreign), 100, ErrMalformed, "sha2-256"},
		{"missing leaf", missing, 100, ErrNotFound, "block bafkrei"},
		{"cycle", cycle, 100, ErrUnavailable, "served other bytes"},
		{"raw over the limit", d.raw(pattern(101)), 100, ErrTooLarge, "101 bytes, limit 100"},
		{"negative limit", three, -1, ErrTooLarge, "3 bytes"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := d.get(test.id, test.limit)
			if !errors.Is(err, test.kind) || !strings.Contains(err.Error(), test.want) || !strings.Contains(err.Error(), test.id.String()) {
				t.Errorf("%v; want %v that names the CID, with %q", err, test.kind, test.want)
			}
		})
	}
}

func FuzzFile(f *testing.F) {
	d := newDAG(nil)
	leaf := d.raw([]byte("aaa"))
	for _, data := range [][]byte{nil, unixfs.FilePBData([]byte("x"), 1), unixfs.FolderPBData(), unixfs.FilePBData(nil, 1<<60)} {
		node := merkledag.NodeWithData(data)
		f.Add(node.RawData())
		if err := node.AddRawLink("", &ipld.Link{Cid: toIPLD(leaf)}); err != nil {
			f.Fatal(err)
		}
		f.Add(node.RawData())
	}
	f.Fuzz(func(t *testing.T, root []byte) {
		id := cid.Sum(cid.DagPB, root)
		source := serving("memory", map[cid.CID][]byte{id: root, leaf: []byte("aaa")})
		data, err := newStore(t, Config{Remotes: []Source{source}}).Get(t.Context(), id, 1000)
		if err != nil {
			var problem *Error
			if !errors.As(err, &problem) || problem.CID != id {
				t.Errorf("error %v does not name %s", err, id)
			}
			return
		}
		if len(data) > 1000 {
			t.Errorf("%d bytes, limit 1000", len(data))
		}
		again, err := newStore(t, Config{Remotes: []Source{source}}).Get(t.Context(), id, int64(len(data)))
		if err != nil || !bytes.Equal(again, data) {
			t.Errorf("second read gave %d bytes, %v; first %d", len(again), err, len(data))
		}
	})
}
