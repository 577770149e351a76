package content

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"

	"github.com/ethml/ethml/internal/cid"
)

// Gateway is a trustless HTTP gateway
// (https://specs.ipfs.tech/http-gateways/trustless-gateway/), asked for raw
// blocks only.
type Gateway struct {
	base   *url.URL
	client *http.Client
}

// NewGateway takes the URL under which the gateway has its /ipfs/.
func NewGateway(base string, client *http.Client) (*Gateway, error) {
	parsed, err := url.Parse(base)
	if err != nil || parsed.Host == "" || (parsed.Scheme != "http" && parsed.Scheme != "https") {
		return nil, fmt.Errorf("IPFS gateway %q: want a URL such as https://ipfs.io or http://127.0.0.1:8080", base)
	}
	if client == nil {
		client = newHTTPClient()
	}
	return &Gateway{base: parsed, client: client}, nil
}

// Name is how errors and metrics call the source.
func (g *Gateway) Name() string { return "gateway " + g.base.Redacted() }

// Block fetches one block, unverified.
func (g *Gateway) Block(ctx context.Context, id cid.CID) ([]byte, error) {
	address := g.base.JoinPath("ipfs", id.String())
	address.RawQuery = "format=raw"
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address.String(), nil)
	if err != nil {
		return nil, &Error{Kind: ErrUnavailable, CID: id, Err: err}
	}
	request.Header.Set("Accept", "application/vnd.ipld.raw")
	response, err := g.client.Do(request)
	if err != nil {
		return nil, &Error{Kind: ErrUnavailable, CID: id, Err: err}
	}
	defer response.Body.Close()
	switch response.StatusCode {
	case http.StatusOK:
	case http.StatusNotFound, http.StatusGone:
		return nil, &Error{Kind: ErrNotFound, CID: id}
	default:
		return nil, &Error{Kind: ErrUnavailable, CID: id, Err: fmt.Errorf("status %s", response.Status)}
	}
	block, err := io.ReadAll(io.LimitReader(response.Body, MaxBlockBytes+1))
	if err != nil {
		return nil, &Error{Kind: ErrUnavailable, CID: id, Err: err}
	}
	return block, nil
}
