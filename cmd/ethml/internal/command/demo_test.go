package command

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
)

func TestADemoLeavesTheFileOfANetworkThatIsUp(t *testing.T) {
	file := filepath.Join(t.TempDir(), "network.json")
	require.NoError(t, untaken(t.Context(), file), "there is none")

	chain := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"jsonrpc":"2.0","id":1,"result":"0x539"}`))
	}))
	net := &network.Network{Name: "first", RPC: chain.URL, ChainID: 1337, Coordinator: common.Address{1}}
	require.NoError(t, net.Write(file))
	require.ErrorContains(t, untaken(t.Context(), file), "describes a network that is up, at "+chain.URL)

	chain.Close()
	require.NoError(t, untaken(t.Context(), file), "it was left behind")
}
