package harden_test

import (
	"os"
	"os/exec"
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/sys/unix"

	"github.com/ethml/ethml/internal/harden"
)

// The test is its own child, since there is no way back.
func TestAHardenedProcessIsNotDumped(t *testing.T) {
	if os.Getenv("HARDEN_TEST_CHILD") == "" {
		cmd := exec.Command(os.Args[0], "-test.run=^TestAHardenedProcessIsNotDumped$")
		cmd.Env = append(os.Environ(), "HARDEN_TEST_CHILD=1")
		out, err := cmd.CombinedOutput()
		require.NoError(t, err, string(out))
		return
	}
	require.NoError(t, harden.NoDumps())
	var limit unix.Rlimit
	require.NoError(t, unix.Getrlimit(unix.RLIMIT_CORE, &limit))
	require.Zero(t, limit.Max, "nor can it be raised again")
	dumpable, err := unix.PrctlRetInt(unix.PR_GET_DUMPABLE, 0, 0, 0, 0)
	require.NoError(t, err)
	require.Zero(t, dumpable)
}
