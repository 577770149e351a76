package chain_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/trie"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/logging"
	"github.com/ethml/ethml/services/watcher/internal/chain"
)

var coordinator = common.HexToAddress("0xc0")

// node is a JSON-RPC server that plays an Ethereum node.
type node struct {
	mu       sync.Mutex
	chainID  uint64
	head     uint64
	final    uint64
	branch   string // goes into hashes
	syncing  bool
	noCode   bool
	deployed uint64
	status   int // HTTP status instead of an answer
	logs     []types.Log
	receipts types.Receipts
	refuse   map[string]string // method to error message
	calls    map[string]int
	url      string
}

func newNode(t *testing.T, n *node) *node {
	t.Helper()
	if n.chainID == 0 {
		n.chainID = 1337
	}
	n.calls = map[string]int{}
	s := httptest.NewServer(n)
	t.Cleanup(s.Close)
	n.url = s.URL + "/v1/secret-key"
	return n
}

func (n *node) set(change func(*node)) {
	n.mu.Lock()
	defer n.mu.Unlock()
	change(n)
}

func (n *node) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	n.mu.Lock()
	defer n.mu.Unlock()
	if n.status != 0 {
		http.Error(w, "no", n.status)
		return
	}
	body, _ := io.ReadAll(r.Body)
	type request struct {
		ID     json.RawMessage
		Method string
		Params []json.RawMessage
	}
	w.Header().Set("Content-Type", "application/json")
	if bytes.HasPrefix(body, []byte("[")) {
		var batch []request
		_ = json.Unmarshal(body, &batch)
		var answers []json.RawMessage
		for _, q := range batch {
			answers = append(answers, n.answer(q.ID, q.Method, q.Params))
		}
		_ = json.NewEncoder(w).Encode(answers)
		return
	}
	var q request
	_ = json.Unmarshal(body, &q)
	_, _ = w.Write(n.answer(q.ID, q.Method, q.Params))
}

func (n *node) answer(id json.RawMessage, method string, params []json.RawMessage) json.RawMessage {
	n.calls[method]++
	if message := n.refuse[method]; message != "" {
		code := -32000
		if strings.HasPrefix(message, "the method") {
			code = -32601
		}
		return fmt.Appendf(nil, `{"jsonrpc":"2.0","id":%s,"error":{"code":%d,"message":%q}}`, id, code, message)
	}
	result, err := json.Marshal(n.result(method, params))
	if err != nil {
		panic(err)
	}
	return fmt.Appendf(nil, `{"jsonrpc":"2.0","id":%s,"result":%s}`, id, result)
}

func (n *node) result(method string, params []json.RawMessage) any {
	var first string
	if len(params) > 0 {
		_ = json.Unmarshal(params[0], &first)
	}
	switch method {
	case "eth_chainId":
		return hexutil.Uint64(n.chainID)
	case "eth_syncing":
		if n.syncing {
			return map[string]string{"currentBlock": "0x1"}
		}
		return false
	case "eth_getBlockByNumber":
		number := n.head
		if first == "finalized" {
			return n.block(n.final)
		}
		if first != "latest" {
			number = hexutil.MustDecodeUint64(first)
		}
		if number > n.head {
			return nil
		}
		return n.block(number)
	case "eth_getBlockByHash":
		for number := range n.head + 1 {
			if n.hash(number).Hex() == first {
				return n.block(number)
			}
		}
		return nil
	case "eth_getCode":
		var at string
		_ = json.Unmarshal(params[1], &at)
		if n.noCode || at != "latest" && hexutil.MustDecodeUint64(at) < n.deployed {
			return "0x"
		}
		return "0x60"
	case "eth_call":
		var call struct{ Input hexutil.Bytes }
		_ = json.Unmarshal(params[0], &call)
		out := make([]byte, 32)
		out[31] = 0xc1
		if bytes.Equal(call.Input, bindings.NewEthML().PackOperatorStake()) {
			out[31] = 0xc2
		}
		return hexutil.Bytes(out)
	case "eth_getLogs":
		if n.logs == nil {
			return []types.Log{}
		}
		return n.logs
	case "eth_getBlockReceipts":
		return n.receipts
	}
	return nil
}

func (n *node) hash(number uint64) common.Hash {
	branch := n.branch
	if number == 0 {
		branch = ""
	}
	return crypto.Keccak256Hash(fmt.Appendf(nil, "%s/%d", branch, number))
}

func (n *node) block(number uint64) map[string]any {
	return map[string]any{"number": hexutil.Uint64(number), "hash": n.hash(number), "parentHash": n.hash(number - 1),
		"timestamp": hexutil.Uint64(1_700_000_000 + number), "receiptsRoot": common.Hash{}, "logsBloom": types.Bloom{}}
}

func pool(nodes ...*node) *chain.Pool {
	c := chain.PoolConfig{Coordinator: coordinator, Poll: 10 * time.Millisecond, Logger: logging.Discard()}
	for _, n := range nodes {
		c.URLs = append(c.URLs, n.url)
	}
	return chain.NewPool(c)
}

func TestConnectFindsTheContracts(t *testing.T) {
	n := newNode(t, &node{head: 100, deployed: 42})
	p := pool(n)
	got, contracts, err := p.Connect(t.Context())
	require.NoError(t, err)
	defer got.Close()
	assert.Equal(t, chain.Contracts{ChainID: 1337, Genesis: n.hash(0), Coordinator: coordinator,
		Registry: common.HexToAddress("0xc1"), Stake: common.HexToAddress("0xc2")}, contracts)
	first, err := p.Deployed(t.Context(), got, contracts)
	require.NoError(t, err)
	assert.Equal(t, uint64(42), first)

	n.set(func(n *node) { n.refuse = map[string]string{"eth_getCode": "missing trie node"} })
	first, err = p.Deployed(t.Context(), got, contracts)
	require.NoError(t, err)
	assert.Zero(t, first, "a node without old state: from the beginning")
}

func TestConnectSkipsEndpointsThatWontDo(t *testing.T) {
	good := newNode(t, &node{head: 100})
	for name, bad := range map[string]*node{
		"down":             {status: http.StatusBadGateway},
		"syncing":          {head: 100, syncing: true},
		"far behind":       {head: 90},
		"of another chain": {head: 100, chainID: 1},
		"rate limited":     {status: http.StatusTooManyRequests},
	} {
		t.Run(name, func(t *testing.T) {
			p := pool(newNode(t, bad), good, newNode(t, &node{head: 101}))
			got, contracts, err := p.Connect(t.Context())
			require.NoError(t, err)
			defer got.Close()
			assert.Equal(t, chain.Redact(good.url), got.Name())
			assert.Equal(t, uint64(1337), contracts.ChainID)
		})
	}
}

func TestConnectGoesOnToTheNextEndpoint(t *testing.T) {
	a, b := newNode(t, &node{head: 100}), newNode(t, &node{head: 101})
	p := pool(a, b)
	for _, want := range []*node{a, b, a} {
		got, _, err := p.Connect(t.Context())
		require.NoError(t, err)
		assert.Equal(t, chain.Redact(want.url), got.Name())
		got.Close()
	}
}

func TestMinorityBranchIsSkippedAndATieRefused(t *testing.T) {
	liar := newNode(t, &node{head: 100, branch: "b"})
	honest, other := newNode(t, &node{head: 100}), newNode(t, &node{head: 101})
	got, _, err := pool(liar, honest, other).Connect(t.Context())
	require.NoError(t, err)
	defer got.Close()
	assert.Equal(t, chain.Redact(honest.url), got.Name())

	_, _, err = pool(liar, honest).Connect(t.Context())
	require.ErrorContains(t, err, "none has a majority")
}

func TestHopelessErrorsAreTold(t *testing.T) {
	p := chain.NewPool(chain.PoolConfig{URLs: []string{newNode(t, &node{chainID: 5}).url}, ChainID: 1, Coordinator: coordinator, Logger: logging.Discard()})
	_, _, err := p.Connect(t.Context())
	require.ErrorIs(t, err, chain.ErrWrongChain)
	_, _, err = pool(newNode(t, &node{noCode: true})).Connect(t.Context())
	require.ErrorIs(t, err, chain.ErrNoContract)
	_, _, err = pool(newNode(t, &node{noCode: true}), newNode(t, &node{status: http.StatusBadGateway})).Connect(t.Context())
	require.Error(t, err)
	assert.NotErrorIs(t, err, chain.ErrNoContract, "the node that is down may know better")
}

func TestSecretsInURLsAreNotTold(t *testing.T) {
	n := newNode(t, &node{status: http.StatusBadGateway})
	_, _, err := pool(n).Connect(t.Context())
	require.Error(t, err)
	assert.NotContains(t, err.Error(), "secret-key")
	closed := httptest.NewServer(nil)
	closed.Close()
	for _, u := range []string{closed.URL + "/secret-key", strings.Replace(closed.URL, "http", "ws", 1) + "/secret-key", "http://user:secret-key@[::1"} {
		_, _, err := chain.NewPool(chain.PoolConfig{URLs: []string{u}, Logger: logging.Discard()}).Connect(t.Context())
		require.Error(t, err)
		assert.NotContains(t, err.Error(), "secret-key")
	}
	assert.NotContains(t, chain.CheckURL("http://user:secret-key@[::1").Error(), "secret-key")
}

func dial(t *testing.T, n *node) *chain.Client {
	t.Helper()
	c, err := chain.Dial(t.Context(), n.url, 5*time.Millisecond, nil)
	require.NoError(t, err)
	t.Cleanup(c.Close)
	return c
}

func TestLimitsOfProvidersAreRecognised(t *testing.T) {
	for message, want := range map[string]error{
		"query returned more than 10000 results":                            chain.ErrTooMuch,
		"eth_getLogs is limited to a 10,000 range":                          chain.ErrTooMuch,
		"Log response size exceeded. You can make eth_getLogs requests ...": chain.ErrTooMuch,
		"block range is too wide":                                           chain.ErrTooMuch,
		"query timeout exceeded":                                            chain.ErrTooMuch,
		"rate limit exceeded":                                               chain.ErrBusy,
		"Your app has exceeded its compute units per second capacity":       chain.ErrBusy,
		"too many requests, retry later":                                    chain.ErrBusy,
		"internal error":                                                    nil,
	} {
		t.Run(message, func(t *testing.T) {
			n := newNode(t, &node{refuse: map[string]string{"eth_getLogs": message}})
			_, err := dial(t, n).Logs(t.Context(), 1, 2, nil)
			require.Error(t, err)
			for _, kind := range []error{chain.ErrTooMuch, chain.ErrBusy} {
				assert.Equal(t, errors.Is(want, kind), errors.Is(err, kind), "%v", err)
			}
		})
	}
	for status, want := range map[int]error{http.StatusTooManyRequests: chain.ErrBusy, http.StatusRequestEntityTooLarge: chain.ErrTooMuch} {
		_, err := dial(t, newNode(t, &node{status: status})).Logs(t.Context(), 1, 2, nil)
		assert.ErrorIs(t, err, want)
	}
}

func TestRangesShrinkOnRefusalAndGrowAgain(t *testing.T) {
	r := chain.NewRanges(1000)
	assert.Equal(t, uint64(511), r.Next(0, 10_000))
	r.Took(512, 10)
	assert.Equal(t, uint64(999), r.Next(0, 10_000), "doubled, up to the most")
	assert.Equal(t, uint64(3), r.Next(0, 3), "never beyond the last")
	for want := uint64(500); want > 0; want /= 2 {
		assert.True(t, r.Refused(2*want))
		assert.Equal(t, want-1, r.Next(0, 10_000))
	}
	assert.False(t, r.Refused(1), "a block can't be halved")
	r.Took(1, 0)
	assert.Equal(t, uint64(1), r.Next(0, 10_000), "growth is slow after a refusal")
	full := chain.NewRanges(1000)
	full.Took(512, 9000)
	assert.Equal(t, uint64(255), full.Next(0, 10_000), "answers stay small")
}

func TestNewHeadsArePolledWhereTheyCannotBePushed(t *testing.T) {
	n := newNode(t, &node{head: 7})
	ctx, cancel := context.WithCancel(t.Context())
	heads := dial(t, n).Heads(ctx)
	assert.Equal(t, uint64(7), (<-heads.C).Number)
	n.set(func(n *node) { n.head = 8 })
	assert.Equal(t, uint64(8), (<-heads.C).Number)
	n.set(func(n *node) { n.head = 5 })
	assert.Equal(t, uint64(5), (<-heads.C).Number, "a head that goes down is news too")
	cancel()
	for range heads.C {
	}
	assert.ErrorIs(t, heads.Err(), context.Canceled)
}

func TestHeadersAreCheckedAndBatched(t *testing.T) {
	n := newNode(t, &node{head: 200})
	c := dial(t, n)
	var numbers []uint64
	for i := range uint64(150) {
		numbers = append(numbers, i)
	}
	headers, err := c.Headers(t.Context(), numbers...)
	require.NoError(t, err)
	require.Len(t, headers, 150)
	assert.Equal(t, n.hash(149), headers[149].Hash)
	_, err = c.Headers(t.Context(), 199, 201)
	assert.ErrorIs(t, err, chain.ErrNotFound)
	head, known, err := c.Latest(t.Context(), n.hash(3))
	require.NoError(t, err)
	assert.Equal(t, uint64(200), head.Number)
	assert.True(t, known)
	_, known, err = c.Latest(t.Context(), common.Hash{1})
	require.NoError(t, err)
	assert.False(t, known)
}

func TestFinalizedBlockIsToldWhereThereIsOne(t *testing.T) {
	n := newNode(t, &node{head: 100, final: 68})
	c := dial(t, n)
	head, err := c.Finalized(t.Context())
	require.NoError(t, err)
	assert.EqualValues(t, 68, head.Number)
	n.set(func(n *node) { n.refuse = map[string]string{"eth_getBlockByNumber": "finalized block not found"} })
	_, err = c.Finalized(t.Context())
	require.ErrorIs(t, err, chain.ErrNotFound)
	n.set(func(n *node) { n.status = http.StatusBadGateway })
	_, err = c.Finalized(t.Context())
	require.Error(t, err)
	require.NotErrorIs(t, err, chain.ErrNotFound, "a node that doesn't answer says nothing")
}

func TestWithheldLogsAreFoundByTheReceiptsRoot(t *testing.T) {
	log := &types.Log{Address: coordinator, Topics: []common.Hash{{1}}, Data: []byte{2}, BlockNumber: 3, BlockHash: common.Hash{3}, TxHash: common.Hash{4}}
	receipt := &types.Receipt{Status: 1, Logs: []*types.Log{log}, TxHash: common.Hash{4}, BlockHash: common.Hash{3}}
	receipt.Bloom = types.CreateBloom(receipt)
	header := chain.Header{Number: 3, Hash: common.Hash{3}, Bloom: receipt.Bloom,
		ReceiptsRoot: types.DeriveSha(types.Receipts{receipt}, trie.NewStackTrie(nil))}
	n := newNode(t, &node{receipts: types.Receipts{receipt}})
	c := dial(t, n)
	addresses := []common.Address{coordinator}

	logs, err := c.BlockLogs(t.Context(), header, addresses)
	require.NoError(t, err)
	require.Len(t, logs, 1, "the receipts have it")
	assert.Equal(t, log.Data, logs[0].Data)

	n.set(func(n *node) { n.receipts = types.Receipts{} })
	_, err = c.BlockLogs(t.Context(), header, addresses)
	require.ErrorContains(t, err, "withholds logs")

	n.set(func(n *node) { n.refuse = map[string]string{"eth_getBlockReceipts": "the method does not exist"} })
	logs, err = c.BlockLogs(t.Context(), header, addresses)
	require.NoError(t, err, "an old node has no such method")
	assert.Empty(t, logs)

	header.Bloom = types.Bloom{}
	n.set(func(n *node) { n.refuse = map[string]string{"eth_getBlockReceipts": "must not be asked"} })
	logs, err = c.BlockLogs(t.Context(), header, addresses)
	require.NoError(t, err)
	assert.Empty(t, logs)
}

func FuzzHeader(f *testing.F) {
	f.Add([]byte(`{"number":"0x1","hash":"0x00","parentHash":"0x00","timestamp":"0x1","logsBloom":"0x"}`))
	f.Add([]byte(`null`))
	f.Fuzz(func(t *testing.T, data []byte) {
		var h chain.Header
		if err := json.Unmarshal(data, &h); err == nil && string(bytes.TrimSpace(data)) != "null" {
			var fields map[string]any
			require.NoError(t, json.Unmarshal(data, &fields))
			require.GreaterOrEqual(t, len(fields), 4)
		}
	})
}
