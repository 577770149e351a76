//go:build compose

package compose

import (
	"context"
	"fmt"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/test/internal/system"
)

// killTheChain kills geth right after an answer. Its database doesn't have the last blocks yet, so the chain comes back
// shorter, and what happened in them never happened. The node has to follow it there and go on.
func killTheChain(ctx context.Context, t *testing.T, s *stack, a *asker) {
	a.awaitAnswer(ctx, t, a.send(ctx, t, 0))
	before, err := a.client.BlockNumber(ctx)
	require.NoError(t, err)
	old, err := a.client.HeaderByNumber(ctx, nil)
	require.NoError(t, err)
	c := s.one(t, "chain")
	s.kill(t, c)
	system.Await(ctx, t, "the chain to go on from where it was", func() error {
		now, err := a.client.BlockNumber(ctx)
		if err == nil && now <= before+2 {
			err = fmt.Errorf("at block %d of %d", now, before+3)
		}
		return err
	})
	require.Greater(t, s.one(t, "chain").RestartCount, c.RestartCount)
	same, err := a.client.HeaderByNumber(ctx, old.Number)
	require.NoError(t, err)
	t.Logf("killed at block %d; its last block is another one now: %t", before, same.Hash() != old.Hash())
	for n := range 2 {
		a.awaitAnswer(ctx, t, a.send(ctx, t, n))
	}
	for _, service := range services {
		s.awaitHealthy(ctx, t, service)
	}
	a.audit(ctx, t)
}

// shortenTheChain takes the last blocks away, an answer among them, as a kill of geth does when its database is behind.
// What happened in them never happened; the node has to follow, and each request that is left is answered once.
func shortenTheChain(ctx context.Context, t *testing.T, s *stack, a *asker) {
	const depth = 8
	s.awaitBlocks(ctx, t, a.client, depth)
	a.awaitAnswer(ctx, t, a.send(ctx, t, 0))
	old, err := a.client.HeaderByNumber(ctx, nil)
	require.NoError(t, err)
	docker(t, "exec", s.one(t, "chain").ID, "geth", "attach", "--datadir", "/var/tmp/chain",
		"--exec", fmt.Sprintf("debug.setHead('0x%x')", old.Number.Uint64()-depth), "/var/tmp/chain/geth.ipc")
	system.Await(ctx, t, "the chain to grow past where it was", func() error {
		now, err := a.client.BlockNumber(ctx)
		if err == nil && now <= old.Number.Uint64() {
			err = fmt.Errorf("at block %d of %s", now, old.Number)
		}
		return err
	})
	same, err := a.client.HeaderByNumber(ctx, old.Number)
	require.NoError(t, err)
	require.NotEqual(t, old.Hash(), same.Hash(), "the chain did not lose a block")
	for n := range 2 {
		a.awaitAnswer(ctx, t, a.send(ctx, t, n))
	}
	for _, service := range services {
		s.awaitHealthy(ctx, t, service)
	}
	system.Await(ctx, t, "every request to end", func() error {
		open, err := bind.Call(a.main.Instance(a.client, a.deployed.Coordinator), &bind.CallOpts{Context: ctx}, a.main.PackOpenRequests(), a.main.UnpackOpenRequests)
		if err == nil && open.Sign() > 0 {
			err = fmt.Errorf("%s are open", open)
		}
		return err
	})
	a.audit(ctx, t)
}

// badInput gives the stack what people give it: each time, whoever notices says so in one line and stops or stays unready,
// and nothing is overwritten.
func badInput(ctx context.Context, t *testing.T, s *stack) {
	d := s.deployment(t)
	network := s.project + "_default"
	run := func(t *testing.T, args ...string) string {
		t.Helper()
		args = append([]string{"run", "--rm", "--network", network, "--read-only", "--stop-timeout", "1"}, args...)
		cmd, cancel := context.WithTimeout(ctx, waitForExit)
		defer cancel()
		out, err := dockerContext(cmd, args...)
		require.Error(t, err, "it went on:\n%s", out)
		require.NoError(t, cmd.Err(), "it neither stopped nor said why:\n%s", out)
		return out
	}
	watcher := func(more ...string) []string {
		args := []string{"--env", "ETHML_WATCHER_RPC=ws://chain:8546", "--env", "ETHML_WATCHER_PLAINTEXT=true", "--env", "ETHML_WATCHER_DATA_DIR=/data"}
		return append(append(args, more...), "ethml/watcher:"+imageVersion())
	}
	t.Run("a wrong chain id", func(t *testing.T) {
		out := run(t, watcher("--tmpfs", "/data:uid=65532", "--env", "ETHML_WATCHER_CHAIN_ID=5", "--env", "ETHML_WATCHER_COORDINATOR="+d.Coordinator.Hex())...)
		require.Regexp(t, `1337`, out)
		require.Regexp(t, `\b5\b`, out)
	})
	t.Run("a changed contract address", func(t *testing.T) {
		s.compose(t, "stop", "watcher")
		out := run(t, watcher("--volume", s.project+"_watcher:/data", "--env", "ETHML_WATCHER_CHAIN_ID=1337", "--env", "ETHML_WATCHER_COORDINATOR="+d.Consumer.Hex())...)
		require.Contains(t, out, d.Consumer.Hex())
		s.compose(t, "start", "watcher")
		s.awaitHealthy(ctx, t, "watcher")
	})
	t.Run("a missing secret", func(t *testing.T) {
		operator := s.operator(t, "ETHML_KEYSTORE_FILE=./secrets/nobody-has-this.json", "ETHML_PASSWORD_FILE=./dev/password")
		out, err := operator.run(ctx, "up", "--detach", "--no-deps", "submitter")
		require.Error(t, err)
		require.Contains(t, out, "nobody-has-this.json")
	})
	t.Run("a password that doesn't fit", func(t *testing.T) {
		password := filepath.Join(t.TempDir(), "password")
		require.NoError(t, os.WriteFile(password, []byte("not this one\n"), 0o644))
		out := run(t, "--tmpfs", "/data:uid=65532", "--volume", filepath.Join(root, "deploy", "dev", "keystore", "operator-1.json")+":/run/keystore:ro",
			"--volume", password+":/run/password:ro", "--env", "ETHML_SUBMITTER_RPC=ws://chain:8546", "--env", "ETHML_SUBMITTER_WATCHER=watcher:8000",
			"--env", "ETHML_SUBMITTER_PLAINTEXT=true", "--env", "ETHML_SUBMITTER_DATA_DIR=/data", "--env", "ETHML_SUBMITTER_COORDINATOR="+d.Coordinator.Hex(),
			"--env", "ETHML_SUBMITTER_KEYSTORE=/run/keystore", "--env", "ETHML_SUBMITTER_PASSWORD_FILE=/run/password", "ethml/submitter:"+imageVersion())
		require.Contains(t, out, "/run/password")
		require.NotContains(t, out, "not this one")
	})
	t.Run("a port in use", func(t *testing.T) {
		l, err := net.Listen("tcp", "127.0.0.1:0")
		require.NoError(t, err)
		defer l.Close()
		_, port, err := net.SplitHostPort(l.Addr().String())
		require.NoError(t, err)
		other := *s
		other.env = append(append([]string{}, s.env...), "ETHML_WATCHER_PORT="+port)
		out, err := other.run(ctx, "up", "--detach", "--no-deps", "watcher")
		require.Error(t, err)
		require.Contains(t, out, port)
	})
	t.Run("an old volume from another chain", func(t *testing.T) {
		before := s.networkFile(t)
		s.compose(t, "down")
		docker(t, "volume", "rm", s.project+"_chain")
		_, err := s.run(ctx, "up", "--detach")
		require.Error(t, err, "the node started against a chain that doesn't have its contracts")
		require.NotZero(t, s.one(t, "deploy").State.ExitCode)
		require.Contains(t, s.logs(t, "deploy"), "the chain was reset, or is another one")
		require.Equal(t, before, s.networkFile(t), "the network file was overwritten")
	})
}

// operatorsOwnNode brings deploy/operator.compose.yml up as an operator would, with an account, a keystore and a password
// of his own, against the chain and the IPFS of the stack.
func operatorsOwnNode(ctx context.Context, t *testing.T, s *stack) {
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 10)
	require.NoError(t, err)
	sealed, err := keystore.EncryptKey(&keystore.Key{Id: uuid.New(), Address: accounts[7].Address, PrivateKey: accounts[7].Key},
		"correct horse", keystore.LightScryptN, keystore.LightScryptP)
	require.NoError(t, err)
	secrets := t.TempDir()
	keyFile, passwordFile := filepath.Join(secrets, "keystore.json"), filepath.Join(secrets, "password")
	require.NoError(t, os.WriteFile(keyFile, sealed, 0o644))
	require.NoError(t, os.WriteFile(passwordFile, []byte("correct horse\n"), 0o644))

	node := s.operator(t, "ETHML_OPERATOR_RPC=ws://chain:8546", "ETHML_OPERATOR_IPFS=http://ipfs:5001",
		"ETHML_KEYSTORE_FILE="+keyFile, "ETHML_PASSWORD_FILE="+passwordFile)
	node.compose(t, "up", "--no-start", "--no-build")
	// The node's network is its own; chain and IPFS join it, as a host's would be reached through a route.
	for _, name := range []string{"chain", "ipfs"} {
		id := s.one(t, name).ID
		docker(t, "network", "connect", "--alias", name, node.project+"_default", id)
		defer func() { docker(t, "network", "disconnect", node.project+"_default", id) }()
	}
	node.compose(t, "start")
	for _, service := range services {
		node.awaitHealthy(ctx, t, service)
	}
	require.Contains(t, node.logs(t, "submitter"), strings.ToLower(accounts[7].Address.Hex()))
	for _, c := range node.containers(t, "") {
		require.Empty(t, c.HostConfig.PortBindings, "%s publishes a port", c.Name)
	}
	node.requireConfined(t)
}
