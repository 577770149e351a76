package content

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/ipfs/boxo/files"
	"github.com/ipfs/boxo/path"
	ipld "github.com/ipfs/go-ipld-format"
	"github.com/ipfs/kubo/client/rpc"
	"github.com/ipfs/kubo/core/coreiface/options"
	"github.com/multiformats/go-multiaddr"
	"github.com/multiformats/go-multicodec"
	"github.com/multiformats/go-multihash"

	"github.com/ethml/ethml/internal/cid"
)

// Kubo is an IPFS node, reached over kubo's RPC API.
type Kubo struct {
	api  *rpc.HttpApi
	addr string
}

// NewKubo takes the API's address as URL or as multiaddr. It connects on first
// use. A client may be nil.
func NewKubo(addr string, client *http.Client) (*Kubo, error) {
	if client == nil {
		client = newHTTPClient()
	}
	bounded := *client
	bounded.Transport = boundedTransport{inner: client.Transport}
	var (
		api *rpc.HttpApi
		err error
	)
	switch {
	case strings.HasPrefix(addr, "/"):
		var parsed multiaddr.Multiaddr
		if parsed, err = multiaddr.NewMultiaddr(addr); err == nil {
			api, err = rpc.NewApiWithClient(parsed, &bounded)
		}
	case strings.HasPrefix(addr, "http://"), strings.HasPrefix(addr, "https://"):
		api, err = rpc.NewURLApiWithClient(strings.TrimSuffix(addr, "/"), &bounded)
	default:
		err = errors.New("neither URL nor multiaddr")
	}
	if err != nil {
		return nil, fmt.Errorf("IPFS RPC %q: %w; want an address such as http://127.0.0.1:5001 or /ip4/127.0.0.1/tcp/5001", addr, err)
	}
	return &Kubo{api: api, addr: addr}, nil
}

// Name is how errors and metrics call the source.
func (k *Kubo) Name() string { return "kubo " + k.addr }

// Check reports whether the node answers.
func (k *Kubo) Check(ctx context.Context) error {
	var version struct{ Version string }
	if err := k.api.Request("version").Exec(ctx, &version); err != nil {
		return fmt.Errorf("IPFS RPC %s does not answer: %w; start it (ipfs daemon) or give another address", k.addr, err)
	}
	return nil
}

// Block fetches one block, unverified. A node that is online looks for it in
// the network until ctx ends.
func (k *Kubo) Block(ctx context.Context, id cid.CID) ([]byte, error) {
	reader, err := k.api.Block().Get(ctx, path.FromCid(toIPLD(id)))
	if err == nil {
		var block []byte
		if block, err = io.ReadAll(reader); err == nil {
			return block, nil
		}
	}
	if ipld.IsNotFound(err) {
		return nil, &Error{Kind: ErrNotFound, CID: id}
	}
	return nil, &Error{Kind: ErrUnavailable, CID: id, Err: err}
}

// Add uploads and pins a file.
func (k *Kubo) Add(ctx context.Context, data []byte) (cid.CID, error) {
	want, err := Identify(data)
	if err != nil {
		return cid.CID{}, err
	}
	// The client's own first call for the version takes no context.
	if err := k.Check(ctx); err != nil {
		return cid.CID{}, err
	}
	added, err := k.api.Unixfs().Add(ctx, files.NewBytesFile(data),
		options.Unixfs.CidVersion(1), options.Unixfs.RawLeaves(true),
		options.Unixfs.Chunker(fmt.Sprintf("size-%d", ChunkBytes)), options.Unixfs.Pin(true, ""))
	if err != nil {
		return cid.CID{}, fmt.Errorf("upload content %s to %s: %w", want, k.addr, err)
	}
	if got := added.RootCid(); !got.Equals(toIPLD(want)) {
		return cid.CID{}, fmt.Errorf("upload content %s to %s: stored as %s; set the node's Import settings back to their defaults", want, k.addr, got)
	}
	return want, nil
}

// AddBlock uploads and pins data, at most MaxBlockBytes, as one block of its own.
func (k *Kubo) AddBlock(ctx context.Context, codec cid.Codec, data []byte) (cid.CID, error) {
	want := cid.Sum(codec, data)
	if len(data) > MaxBlockBytes {
		return cid.CID{}, &Error{Kind: ErrTooLarge, CID: want, Err: fmt.Errorf("%d bytes, a block takes %d", len(data), MaxBlockBytes)}
	}
	format := multicodec.Code(toIPLD(want).Prefix().Codec).String()
	stat, err := k.api.Block().Put(ctx, strings.NewReader(string(data)),
		options.Block.CidCodec(format), options.Block.Hash(multihash.SHA2_256, -1), options.Block.Pin(true))
	if err != nil {
		return cid.CID{}, fmt.Errorf("upload block %s to %s: %w", want, k.addr, err)
	}
	if got, err := fromIPLD(stat.Path().RootCid()); err != nil || got.Key() != want.Key() {
		return cid.CID{}, fmt.Errorf("upload block %s to %s: stored as %s", want, k.addr, stat.Path().RootCid())
	}
	return want, nil
}

// boundedTransport cuts answers off: the RPC client reads a whole answer into
// memory, and what a node has may come from anybody.
type boundedTransport struct{ inner http.RoundTripper }

func (t boundedTransport) RoundTrip(request *http.Request) (*http.Response, error) {
	inner := t.inner
	if inner == nil {
		inner = http.DefaultTransport
	}
	response, err := inner.RoundTrip(request)
	if err != nil {
		return nil, err
	}
	response.Body = &boundedBody{ReadCloser: response.Body, left: MaxBlockBytes + 64<<10}
	return response, nil
}

type boundedBody struct {
	io.ReadCloser
	left int64
}

func (b *boundedBody) Read(p []byte) (int, error) {
	if b.left <= 0 {
		return 0, fmt.Errorf("answer longer than a block can be (%d bytes)", MaxBlockBytes)
	}
	n, err := b.ReadCloser.Read(p[:min(int64(len(p)), b.left)])
	b.left -= int64(n)
	return n, err
}

func newHTTPClient() *http.Client {
	transport := http.DefaultTransport.(*http.Transport).Clone()
	transport.MaxIdleConnsPerHost = 16
	transport.IdleConnTimeout = 30 * time.Second
	return &http.Client{Transport: transport}
}
