package command

import (
	"net"
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

func TestATakenPortIsRefusedWithItsFlagBeforeAnythingStarts(t *testing.T) {
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	address := taken.Addr().String()
	file := filepath.Join(t.TempDir(), "network.json")
	for flag, c := range map[string]*Demo{
		"--http": {HTTP: address}, "--ws": {WS: address}, "--content-listen": {ContentListen: address}, "--explorer": {Explorer: address},
	} {
		c.Operators, c.Network = minOperators, file
		require.EqualError(t, c.Run(t.Context()), "port of "+address+" is taken: stop the program that uses it, or choose another with "+flag)
	}
	require.NoError(t, portsFree(port{"--http", "127.0.0.1:0"}, port{"--ws", "127.0.0.1:0"}))
}
