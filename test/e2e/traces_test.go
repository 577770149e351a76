package e2e

import (
	"context"
	"encoding/hex"
	"fmt"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/tracing"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/test/internal/collector"
	"github.com/ethml/ethml/test/internal/system"
)

// spansOfARequest are what one node records of a request that it helps to answer, by service.
var spansOfARequest = map[string][]string{
	"watcher":   {"request", "request seen", "deliver"},
	"inference": {"predict", "fetch model", "fetch data point", "run model", "decode", "queue", "run", "encode", "vote reported"},
	"pow":       {"search", "solution reported"},
	"submitter": {"round", "commit", "build", "journal", "broadcast", "mine", "reveal", "settle", "callback"},
}

// requireTraced checks that each request is one trace over all services of all nodes, under the id that follows from the
// chain; fresh are requests whose vote nothing was held for before.
func requireTraced(ctx context.Context, t *testing.T, n *system.Network, c *collector.Collector, fresh ...uint64) {
	ids := traceIDs(ctx, t, n)
	traces := c.Traces()
	known := map[string]bool{}
	for _, id := range ids {
		known[id] = true
	}
	for id, spans := range traces {
		require.True(t, known[id], "trace %s is no request's: %s", id, spans[0].GetName())
	}
	for request, id := range ids {
		requireOneTree(t, request, traces[id], len(n.Operators))
	}
	for _, request := range fresh {
		spans := traces[ids[request]]
		for service, names := range spansOfARequest {
			for _, name := range names {
				require.Len(t, nodesWith(spans, service, name), len(n.Operators), "request %d: nodes with span %q of %s", request, name, service)
			}
		}
	}
}

// awaitTraced waits until every node has sent how a request ended for it: the chain may tell the end before a node hears of
// it, and one that is stopped in between has told of its steps and not of what they were part of.
func awaitTraced(ctx context.Context, t *testing.T, n *system.Network, c *collector.Collector, request uint64) {
	t.Helper()
	id := traceIDs(ctx, t, n)[request]
	system.Await(ctx, t, fmt.Sprintf("every node's spans of request %d", request), func() error {
		spans := c.Traces()[id]
		for service, name := range map[string]string{"watcher": "request", "submitter": "round"} {
			if have := len(nodesWith(spans, service, name)); have < len(n.Operators) {
				return fmt.Errorf("%d of %d nodes sent %q of %s", have, len(n.Operators), name, service)
			}
		}
		return nil
	})
}

// nodesWith are the nodes that sent a span of that name of a service.
func nodesWith(spans []collector.Span, service, name string) map[string]bool {
	nodes := map[string]bool{}
	for _, s := range spans {
		if s.Service == service && s.GetName() == name {
			nodes[s.Node] = true
		}
	}
	return nodes
}

// requireOneTree checks that no span was sent twice, that all hang together, and that times make sense.
func requireOneTree(t *testing.T, request uint64, spans []collector.Span, nodes int) {
	t.Helper()
	seen := map[string]collector.Span{}
	roots := 0
	for _, s := range spans {
		id := hex.EncodeToString(s.GetSpanId())
		before, twice := seen[id]
		require.False(t, twice, "request %d: span %q of %s, %s was sent twice", request, s.GetName(), s.Service, before.Node)
		seen[id] = s
		require.LessOrEqual(t, s.GetStartTimeUnixNano(), s.GetEndTimeUnixNano(), s.GetName())
		if len(s.GetParentSpanId()) == 0 {
			require.Equal(t, "request", s.GetName())
			roots++
		}
	}
	require.Equal(t, nodes, roots, "request %d: nodes that saw it from beginning to end", request)
	for _, s := range spans {
		if parent := hex.EncodeToString(s.GetParentSpanId()); parent != "" {
			above, ok := seen[parent]
			require.True(t, ok, "request %d: parent of %q of %s is missing", request, s.GetName(), s.Service)
			require.Equal(t, above.Node, s.Node)
		}
	}
}

// traceIDs computes every request's trace id from the chain alone.
func traceIDs(ctx context.Context, t *testing.T, n *system.Network) map[uint64]string {
	t.Helper()
	main := bindings.NewEthML()
	logs, err := n.Client.FilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{n.Coordinator}})
	require.NoError(t, err)
	chainID, err := n.Client.ChainID(ctx)
	require.NoError(t, err)
	ids := map[uint64]string{}
	for _, l := range logs {
		if queued, err := main.UnpackRequestQueuedEvent(&l); err == nil {
			id := tracing.RequestTrace(chainID.Uint64(), protocol.Address(n.Coordinator), protocol.Hash(l.TxHash), uint32(l.Index))
			ids[queued.Id.Uint64()] = id.String()
		}
	}
	require.NotEmpty(t, ids)
	return ids
}

// readAgain reads a watcher's whole history, as a subscriber does that lost its cursor.
func readAgain(ctx context.Context, t *testing.T, o *system.Operator) {
	t.Helper()
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	conn, err := grpcx.Dial(o.WatcherAddress, grpcx.ClientConfig{Security: system.Loopback})
	require.NoError(t, err)
	defer conn.Close()
	stream, err := ethmlv1.NewWatcherServiceClient(conn).Subscribe(ctx, &ethmlv1.SubscribeRequest{})
	require.NoError(t, err)
	requests := 0
	for {
		item, err := stream.Recv()
		require.NoError(t, err)
		if item.GetEvent().GetRequestQueued() != nil {
			requests++
		}
		if item.GetHeartbeat().GetState() == ethmlv1.WatcherState_WATCHER_STATE_LIVE {
			require.NotZero(t, requests)
			return
		}
	}
}

// restartNode restarts all services of a node.
func restartNode(ctx context.Context, t *testing.T, o *system.Operator) {
	t.Helper()
	all := map[*system.Process]string{o.Pow: o.PowAddress, o.Inference: o.InferenceAddress, o.Submitter: o.SubmitterAddress, o.Watcher: o.WatcherAddress}
	for p := range all {
		require.NoError(t, p.Stop(), fmt.Sprintf("%s: %s", p.Name, p.Tail()))
	}
	for p := range all {
		p.Start()
	}
	for p, address := range all {
		p.AwaitHealthy(ctx, address)
	}
}
