package cli

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

type probe struct {
	Coordinator string `required:""`
	ChainID     uint64
	Other       string `default:"own"`
	seen        *probe
}

func (p *probe) Run(context.Context) error { *p.seen = *p; return nil }

func run(t *testing.T, args ...string) (probe, int) {
	t.Helper()
	var seen probe
	grammar := struct {
		Serve probe `cmd:"" default:"withargs"`
	}{Serve: probe{seen: &seen}}
	saved := os.Args
	t.Cleanup(func() { os.Args = saved })
	os.Args = append([]string{"probe"}, args...)
	code := Main("probe", "For tests.", "ETHML_PROBE", &grammar, nil)
	return seen, code
}

func networkFile(t *testing.T, text string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "network.json")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	t.Setenv(NetworkVariable, path)
}

func TestTheNetworkFileFillsInAddresses(t *testing.T) {
	networkFile(t, `{"coordinator": "0xabc", "chain_id": 18446744073709551615, "other": "not ours"}`)
	seen, code := run(t)
	require.Equal(t, ExitOK, code)
	require.Equal(t, "0xabc", seen.Coordinator)
	require.Equal(t, uint64(18446744073709551615), seen.ChainID)
	require.Equal(t, "own", seen.Other)
}

func TestFlagsAndEnvironmentComeBeforeTheNetworkFile(t *testing.T) {
	networkFile(t, `{"coordinator": "0xabc", "chain_id": 1}`)
	t.Setenv("ETHML_PROBE_CHAIN_ID", "2")
	seen, code := run(t, "--coordinator=0xdef")
	require.Equal(t, ExitOK, code)
	require.Equal(t, "0xdef", seen.Coordinator)
	require.Equal(t, uint64(2), seen.ChainID)
}

func TestAMissingOrBrokenNetworkFileStopsTheProgram(t *testing.T) {
	t.Setenv(NetworkVariable, filepath.Join(t.TempDir(), "none.json"))
	_, code := run(t, "--coordinator=0xdef")
	require.Equal(t, ExitUsage, code)
	networkFile(t, `{"chain_id": `)
	_, code = run(t, "--coordinator=0xdef")
	require.Equal(t, ExitUsage, code)
	networkFile(t, `{"chain_id": 1}`)
	_, code = run(t)
	require.Equal(t, ExitUsage, code)
}
