package service_test

import (
	"bytes"
	"io"
	"net/http"
	"net/http/httptest"
	"sync/atomic"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/testnet"
)

// rpcProxy passes JSON-RPC on, counts the transactions that are sent, and refuses them where take is false.
func rpcProxy(t *testing.T, target string, take bool) (url string, sent *atomic.Int64) {
	t.Helper()
	sent = new(atomic.Int64)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		body, err := io.ReadAll(r.Body)
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		if bytes.Contains(body, []byte("eth_sendRawTransaction")) {
			sent.Add(1)
			if !take {
				http.Error(w, "no transactions here", http.StatusForbidden)
				return
			}
		}
		answer, err := http.Post(target, "application/json", bytes.NewReader(body))
		if err != nil {
			http.Error(w, err.Error(), http.StatusBadGateway)
			return
		}
		defer answer.Body.Close()
		w.Header().Set("Content-Type", "application/json")
		_, _ = io.Copy(w, answer.Body) // the client sees a cut answer
	}))
	t.Cleanup(server.Close)
	return server.URL, sent
}

func TestTransactionsGoToThePrivateRelayOnly(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	c := config(t, n, w, t.TempDir(), n.Operators...)
	public, seen := rpcProxy(t, n.Chain.HTTPURL(), false)
	private, taken := rpcProxy(t, n.Chain.HTTPURL(), true)
	c.RPC, c.PrivateRPC = public, private
	r := run(t, c)
	n.Request()
	n.Seal()
	r.report(n, 41, n.Operators...)
	n.SealUntil("request answered", 2*time.Minute, answered(n, 1))
	require.Zero(t, seen.Load())
	require.GreaterOrEqual(t, taken.Load(), int64(10))
}
