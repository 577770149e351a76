package command

import (
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/logging"
)

func TestADryRunOfADeploymentLeavesNothingBehind(t *testing.T) {
	chain, err := devchain.Start(t.Context(), devchain.Config{})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, chain.Close()) })
	dir := t.TempDir()
	printed, err := os.Create(filepath.Join(t.TempDir(), "out"))
	require.NoError(t, err)
	before := stdout
	stdout = printed
	t.Cleanup(func() {
		stdout = before
		require.NoError(t, printed.Close())
	})
	for _, preset := range []string{"devnet", "public"} {
		// nothing listens on port 1: models get their CIDs without a node of IPFS
		dry := Deploy{DryRun: true, RPC: chain.HTTPURL(), IPFS: "http://127.0.0.1:1", Network: filepath.Join(dir, "network.json"),
			Parameters: preset, DevOperators: 2, KeystoreDir: filepath.Join(dir, "keys"), Limit: time.Minute,
			Log: logging.Flags{Level: "error", Format: "text"}}
		require.NoError(t, dry.Run(t.Context()), preset)
	}
	out, err := os.ReadFile(printed.Name())
	require.NoError(t, err)
	require.Contains(t, string(out), "deploy coordinator")
	require.Contains(t, string(out), "deploy timelock", "the public preset has one")
	left, err := os.ReadDir(dir)
	require.NoError(t, err)
	require.Empty(t, left)
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 1)
	require.NoError(t, err)
	nonce, err := chain.Client().PendingNonceAt(t.Context(), accounts[0].Address)
	require.NoError(t, err)
	require.Zero(t, nonce)
}
