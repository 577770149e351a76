package deploy

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"sync"
	"testing"

	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ethml/ethml/internal/devchain"
)

// faults stands between client and node: it ends the connection at the n-th
// transaction, before or after the node has seen it.
type faults struct {
	inner http.RoundTripper
	// failAt counts transactions from 1; 0 never fails.
	failAt int
	after  bool
	// hide is a method that the node pretends not to have, or answers with code.
	hide string
	code int

	mu   sync.Mutex
	sent int
}

var errCut = errors.New("connection cut")

func (f *faults) RoundTrip(request *http.Request) (*http.Response, error) {
	body, err := io.ReadAll(request.Body)
	if err != nil {
		return nil, err
	}
	request.Body = io.NopCloser(bytes.NewReader(body))
	if f.hide != "" && bytes.Contains(body, []byte(f.hide)) {
		var call struct{ ID json.RawMessage }
		if err := json.Unmarshal(body, &call); err != nil {
			return nil, err
		}
		answer := fmt.Sprintf(`{"jsonrpc":"2.0","id":%s,"error":{"code":%d,"message":"the method %s does not work"}}`, call.ID, cmp.Or(f.code, methodNotFound), f.hide)
		return &http.Response{
			StatusCode: 200, Header: http.Header{"Content-Type": {"application/json"}}, Request: request,
			Body: io.NopCloser(strings.NewReader(answer)), ContentLength: int64(len(answer)),
		}, nil
	}
	f.mu.Lock()
	if bytes.Contains(body, []byte("eth_sendRawTransaction")) {
		f.sent++
	}
	cut, sending := f.failAt > 0 && f.sent >= f.failAt, f.sent == f.failAt && !bytes.Contains(body, []byte("Receipt"))
	f.mu.Unlock()
	if cut && !(f.after && sending) {
		return nil, errCut
	}
	response, err := f.inner.RoundTrip(request)
	if cut {
		if err == nil {
			response.Body.Close()
		}
		return nil, errCut
	}
	return response, err
}

func (f *faults) client(t *testing.T, chain *devchain.Chain) *ethclient.Client {
	t.Helper()
	f.inner = http.DefaultTransport
	client, err := rpc.DialOptions(t.Context(), chain.HTTPURL(), rpc.WithHTTPClient(&http.Client{Transport: f}))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return ethclient.NewClient(client)
}
