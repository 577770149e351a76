package chain

import (
	"context"
	"errors"
	"fmt"
	"net/url"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
	"github.com/ethereum/go-ethereum/trie"
)

const (
	callTimeout = 10 * time.Second
	logsTimeout = 30 * time.Second
	// A batch of this many headers stays under the limits of common providers.
	headerBatch = 64
	// Bytes of one WebSocket message, far above what a range of logs should come to.
	messageLimit = 64 << 20
)

// Client is a Node over JSON-RPC.
type Client struct {
	name string
	rpc  *rpc.Client
	poll time.Duration
}

// Redact names an endpoint by scheme and host only.
func Redact(endpoint string) string {
	u, err := url.Parse(endpoint)
	if err != nil || u.Host == "" {
		return "endpoint with an unreadable URL"
	}
	return u.Scheme + "://" + u.Host
}

// CheckURL refuses what can't be an endpoint.
func CheckURL(endpoint string) error {
	u, err := url.Parse(endpoint)
	if err != nil {
		// url.Error would repeat the whole URL, with its keys.
		return errors.New("RPC URL can't be read: write it as ws://host:port or https://host/path")
	}
	switch u.Scheme {
	case "http", "https", "ws", "wss":
	default:
		return fmt.Errorf("RPC URL of scheme %q: choose ws, wss, http or https", u.Scheme)
	}
	if u.Host == "" {
		return errors.New("RPC URL without a host: write it as ws://host:port or https://host/path")
	}
	return nil
}

// DialRPC connects to an endpoint.
type DialRPC = func(ctx context.Context, endpoint string) (*rpc.Client, error)

func dialRPC(ctx context.Context, endpoint string) (*rpc.Client, error) {
	return rpc.DialOptions(ctx, endpoint, rpc.WithWebsocketMessageSizeLimit(messageLimit))
}

// Dial connects to one endpoint. poll is the interval of polling where subscriptions aren't to be had; a nil dial is
// rpc.DialOptions.
func Dial(ctx context.Context, endpoint string, poll time.Duration, dial DialRPC) (*Client, error) {
	if dial == nil {
		dial = dialRPC
	}
	name := Redact(endpoint)
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	c, err := dial(ctx, endpoint)
	if err != nil {
		return nil, fmt.Errorf("connect to %s: %w (start the node, or correct --rpc)", name, withoutURL(err))
	}
	return &Client{name: name, rpc: c, poll: poll}, nil
}

// withoutURL drops the URL that net/http puts in front of an error, since it may carry a key.
func withoutURL(err error) error {
	var u *url.Error
	if errors.As(err, &u) {
		return u.Err
	}
	return err
}

// Name implements Node.
func (c *Client) Name() string { return c.name }

// Close implements Node.
func (c *Client) Close() { c.rpc.Close() }

func (c *Client) call(ctx context.Context, limit time.Duration, result any, method string, args ...any) error {
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	if err := c.rpc.CallContext(ctx, result, method, args...); err != nil {
		return fmt.Errorf("%s of %s: %w", method, c.name, classify(withoutURL(err), method == "eth_getLogs"))
	}
	return nil
}

func (c *Client) batch(ctx context.Context, calls []rpc.BatchElem) error {
	ctx, cancel := context.WithTimeout(ctx, callTimeout)
	defer cancel()
	if err := c.rpc.BatchCallContext(ctx, calls); err != nil {
		return fmt.Errorf("%s of %s: %w", calls[0].Method, c.name, classify(withoutURL(err), false))
	}
	for _, call := range calls {
		if call.Error != nil {
			return fmt.Errorf("%s of %s: %w", call.Method, c.name, classify(call.Error, false))
		}
	}
	return nil
}

// ChainID is the node's chain id.
func (c *Client) ChainID(ctx context.Context) (uint64, error) {
	var id hexutil.Uint64
	err := c.call(ctx, callTimeout, &id, "eth_chainId")
	return uint64(id), err
}

// Syncing tells whether the node itself is still catching up.
func (c *Client) Syncing(ctx context.Context) (bool, error) {
	var progress any
	if err := c.call(ctx, callTimeout, &progress, "eth_syncing"); err != nil {
		return false, err
	}
	syncing, isBool := progress.(bool)
	return !isBool || syncing, nil
}

// Code tells whether an account has code at a block (a number, or nil for the latest).
func (c *Client) Code(ctx context.Context, account common.Address, at *uint64) (bool, error) {
	tag := "latest"
	if at != nil {
		tag = hexutil.EncodeUint64(*at)
	}
	var code hexutil.Bytes
	err := c.call(ctx, callTimeout, &code, "eth_getCode", account, tag)
	return len(code) > 0, err
}

// Call runs a read-only call against the latest state.
func (c *Client) Call(ctx context.Context, to common.Address, input []byte) ([]byte, error) {
	var out hexutil.Bytes
	err := c.call(ctx, callTimeout, &out, "eth_call", map[string]any{"to": to, "input": hexutil.Bytes(input)}, "latest")
	return out, err
}

// Latest implements Node. Both questions go in one batch, so that behind a load balancer one node answers both.
func (c *Client) Latest(ctx context.Context, known common.Hash) (Header, bool, error) {
	var head, other *Header
	calls := []rpc.BatchElem{{Method: "eth_getBlockByNumber", Args: []any{"latest", false}, Result: &head}}
	if known != (common.Hash{}) {
		calls = append(calls, rpc.BatchElem{Method: "eth_getBlockByHash", Args: []any{known, false}, Result: &other})
	}
	if err := c.batch(ctx, calls); err != nil {
		return Header{}, false, err
	}
	if head == nil {
		return Header{}, false, fmt.Errorf("latest block of %s: %w", c.name, ErrNotFound)
	}
	return *head, other != nil, nil
}

// Finalized implements Node.
func (c *Client) Finalized(ctx context.Context) (Header, error) {
	var head *Header
	err := c.call(ctx, callTimeout, &head, "eth_getBlockByNumber", "finalized", false)
	var refused rpc.Error
	if errors.As(err, &refused) || err == nil && head == nil {
		// Nodes say in different ways that nothing is final yet, or that their chain has no finality.
		return Header{}, fmt.Errorf("finalized block of %s: %w", c.name, ErrNotFound)
	}
	if err != nil {
		return Header{}, err
	}
	return *head, nil
}

// Headers implements Node.
func (c *Client) Headers(ctx context.Context, numbers ...uint64) ([]Header, error) {
	headers := make([]Header, 0, len(numbers))
	for len(numbers) > 0 {
		n := min(len(numbers), headerBatch)
		results := make([]*Header, n)
		calls := make([]rpc.BatchElem, n)
		for i := range calls {
			calls[i] = rpc.BatchElem{Method: "eth_getBlockByNumber",
				Args: []any{hexutil.EncodeUint64(numbers[i]), false}, Result: &results[i]}
		}
		if err := c.batch(ctx, calls); err != nil {
			return nil, err
		}
		for i, h := range results {
			if h == nil {
				return nil, fmt.Errorf("block %d of %s: %w", numbers[i], c.name, ErrNotFound)
			}
			if h.Number != numbers[i] {
				return nil, fmt.Errorf("%s answers with block %d when asked for block %d", c.name, h.Number, numbers[i])
			}
			headers = append(headers, *h)
		}
		numbers = numbers[n:]
	}
	return headers, nil
}

// Logs implements Node.
func (c *Client) Logs(ctx context.Context, from, to uint64, addresses []common.Address) ([]types.Log, error) {
	var logs []types.Log
	err := c.call(ctx, logsTimeout, &logs, "eth_getLogs", map[string]any{
		"fromBlock": hexutil.EncodeUint64(from), "toBlock": hexutil.EncodeUint64(to), "address": addresses})
	return logs, err
}

// BlockLogs implements Node.
func (c *Client) BlockLogs(ctx context.Context, header Header, addresses []common.Address) ([]types.Log, error) {
	var logs []types.Log
	err := c.call(ctx, logsTimeout, &logs, "eth_getLogs", map[string]any{"blockHash": header.Hash, "address": addresses})
	if err != nil || len(logs) > 0 || !header.MayHold(addresses) {
		return logs, err
	}
	return c.receiptLogs(ctx, header, addresses)
}

// receiptLogs takes a block's logs from its receipts, which the header's receipts root vouches for. It settles whether
// an empty answer is true (the bloom filter hit by chance) or the node withheld logs.
func (c *Client) receiptLogs(ctx context.Context, header Header, addresses []common.Address) ([]types.Log, error) {
	var receipts types.Receipts
	err := c.call(ctx, logsTimeout, &receipts, "eth_getBlockReceipts", header.Hash)
	if unsupported(err) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("block %d may hold events but the node gives none, and its receipts can't be checked: %w", header.Number, err)
	}
	if root := types.DeriveSha(receipts, trie.NewStackTrie(nil)); root != header.ReceiptsRoot {
		return nil, fmt.Errorf("%s withholds logs: receipts of block %d hash to %s, its header says %s", c.name, header.Number, root, header.ReceiptsRoot)
	}
	var logs []types.Log
	for _, r := range receipts {
		for _, l := range r.Logs {
			for _, a := range addresses {
				if l.Address == a {
					logs = append(logs, *l)
				}
			}
		}
	}
	return logs, nil
}
