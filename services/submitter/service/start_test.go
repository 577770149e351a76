package service_test

import (
	"context"
	"net"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/journal"
	"github.com/ethml/ethml/services/submitter/internal/testnet"
	"github.com/ethml/ethml/services/submitter/service"
)

// foreignJournal puts a journal of another coordinator into a data directory.
func foreignJournal(dataDir string) error {
	j, _, err := journal.Open(filepath.Join(dataDir, "journal.db"), journal.Identity{ChainID: 1, Coordinator: common.Address{1}})
	if err != nil {
		return err
	}
	return j.Close()
}

// refused runs a submitter that must not start, and returns why.
func refused(t *testing.T, c service.Config) string {
	t.Helper()
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	c.Logger = nil
	c.Ready = func(service.Addrs) { cancel() }
	err := service.Run(ctx, c)
	require.Error(t, err)
	require.NotContains(t, err.Error(), "\n", "one line")
	return err.Error()
}

func TestBadConfigurationIsRefusedInOneLineThatNamesTheThing(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	taken, err := net.Listen("tcp", "127.0.0.1:0")
	require.NoError(t, err)
	defer taken.Close()
	for _, test := range []struct {
		name  string
		spoil func(t *testing.T, c *service.Config)
		says  []string
	}{
		{"unreachable node", func(_ *testing.T, c *service.Config) { c.RPC, c.ConnectWait = "http://127.0.0.1:1", time.Millisecond }, []string{"http://127.0.0.1:1", "--rpc"}},
		{"wrong chain", func(_ *testing.T, c *service.Config) { c.ChainID = 5 }, []string{"chain 1337, not 5", "--chain-id"}},
		{"no code", func(_ *testing.T, c *service.Config) { c.Coordinator = common.HexToAddress("0x01234") }, []string{"no contract at 0x", "--coordinator"}},
		{"not the coordinator", func(_ *testing.T, c *service.Config) { c.Coordinator = n.Token }, []string{"not an EthML coordinator"}},
		{"taken port", func(_ *testing.T, c *service.Config) { c.Listen = taken.Addr().String() }, []string{"taken", taken.Addr().String(), "--listen"}},
		{"wrong password", func(t *testing.T, c *service.Config) {
			require.NoError(t, os.WriteFile(c.PasswordFile, []byte("wrong\n"), 0o600))
		}, []string{"does not open keystore file", n.Operators[0].Address.Hex()}},
		{"no keystore", func(_ *testing.T, c *service.Config) { c.Keystore += "-missing" }, []string{"-missing does not exist", "--keystore"}},
		{"not a keystore file", func(t *testing.T, c *service.Config) {
			require.NoError(t, os.WriteFile(filepath.Join(c.Keystore, "README"), []byte("hello"), 0o600))
		}, []string{"README is not a keystore file"}},
		{"unknown account", func(_ *testing.T, c *service.Config) { c.Accounts = []common.Address{n.Stake} }, []string{"no keystore file for account " + n.Stake.Hex()}},
		{"journal of another chain", func(t *testing.T, c *service.Config) {
			require.NoError(t, foreignJournal(c.DataDir))
		}, []string{"journal of another chain", "journal.db", "data directory"}},
		{"corrupt journal", func(t *testing.T, c *service.Config) {
			require.NoError(t, os.MkdirAll(c.DataDir, 0o700))
			require.NoError(t, os.WriteFile(filepath.Join(c.DataDir, "journal.db"), []byte(strings.Repeat("garbage ", 4096)), 0o600))
		}, []string{"journal is corrupt", "journal.db", "put back a good copy"}},
		{"journal in use", func(t *testing.T, c *service.Config) {
			run(t, *c)
			c.LockDir = t.TempDir()
		}, []string{"journal is in use", "stop that one first"}},
		{"account in use", func(t *testing.T, c *service.Config) {
			c.LockDir = t.TempDir()
			run(t, *c)
			c.DataDir = t.TempDir()
		}, []string{"another submitter signs for account " + n.Operators[0].Address.Hex()}},
	} {
		t.Run(test.name, func(t *testing.T) {
			c := config(t, n, w, t.TempDir(), n.Operators[0])
			test.spoil(t, &c)
			message := refused(t, c)
			for _, part := range test.says {
				require.Contains(t, message, part)
			}
			require.NotContains(t, message, password)
		})
	}
}

func TestTransactionsOfSomebodyElseInThePoolAreRefused(t *testing.T) {
	n := testnet.Start(t, testnet.Parameters())
	w := n.StartWatcher()
	n.Send(n.Operators[0].Key, n.Token, nil)
	require.Eventually(t, func() bool {
		pending, err := n.Chain.Client().PendingNonceAt(context.Background(), n.Operators[0].Address)
		return err == nil && pending == 1
	}, 5*time.Second, 5*time.Millisecond)
	message := refused(t, config(t, n, w, t.TempDir(), n.Operators[0]))
	require.Contains(t, message, "somebody else sends from this account")
	require.Contains(t, message, n.Operators[0].Address.Hex())
}
