package gas

import (
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/protocol"
)

// node answers receipts: a transaction's gas is its first byte, and it is mined in block 9.
func node(t *testing.T, break_ *bool) *httptest.Server {
	t.Helper()
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if *break_ {
			*break_ = false
			http.Error(w, "down", http.StatusBadGateway)
			return
		}
		var calls []call
		if err := json.NewDecoder(r.Body).Decode(&calls); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		out := []map[string]any{}
		for _, c := range calls {
			out = append(out, map[string]any{"jsonrpc": "2.0", "id": c.ID, "result": map[string]string{"gasUsed": "0x" + c.Params[0][2:4], "blockNumber": "0x9"}})
		}
		_ = json.NewEncoder(w).Encode(out)
	}))
	t.Cleanup(s.Close)
	return s
}

func TestGasIsKnownAfterItWasAskedFor(t *testing.T) {
	down := false
	m := New(node(t, &down).URL, slog.New(slog.DiscardHandler))
	more := make(chan struct{}, 10)
	m.OnMore = func() { more <- struct{}{} }
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { m.Run(ctx); close(done) }()
	_, ok := m.Used(protocol.Hash{0x2a}, 9)
	require.False(t, ok)
	<-more
	used, ok := m.Used(protocol.Hash{0x2a}, 9)
	require.True(t, ok)
	assert.Equal(t, uint64(0x2a), used)
	cancel()
	<-done
}

func TestReceiptOfAnotherBranchIsNotBelieved(t *testing.T) {
	down := false
	m := New(node(t, &down).URL, slog.New(slog.DiscardHandler))
	more, err := m.ask(t.Context(), []entry{{protocol.Hash{1}, 8}})
	require.NoError(t, err)
	assert.False(t, more)
	_, ok := m.Used(protocol.Hash{1}, 8)
	assert.False(t, ok)
}

func TestNodeThatIsDownIsAnError(t *testing.T) {
	down := true
	m := New(node(t, &down).URL, slog.New(slog.DiscardHandler))
	_, err := m.ask(t.Context(), []entry{{protocol.Hash{1}, 9}})
	require.Error(t, err)
	more, err := m.ask(t.Context(), []entry{{protocol.Hash{1}, 9}})
	require.NoError(t, err)
	assert.True(t, more)
}
