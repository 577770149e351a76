package cli

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestAnErrorsOwnExitCodeIsTheProgramsAndOthersAreOne(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	require.Equal(t, ExitOK, exitCode(ctx, "probe", nil))
	require.Equal(t, ExitError, exitCode(ctx, "probe", errors.New("broken")))
	require.Equal(t, ExitTimeout, exitCode(ctx, "probe", fmt.Errorf("wait: %w", WithCode(ExitTimeout, errors.New("late")))))
	require.Equal(t, ExitError, exitCode(ctx, "probe", context.Canceled), "canceled, but not by whoever runs it")
	cancel()
	require.Equal(t, ExitOK, exitCode(ctx, "probe", fmt.Errorf("serve: %w", context.Canceled)), "asked to stop, and stopped")
	require.Equal(t, ExitInterrupted, exitCode(ctx, "probe", WithCode(ExitInterrupted, context.Canceled)), "stopped before it was done")
	require.NoError(t, WithCode(ExitNo, nil))
}

func TestAUsageProblemNamesTheHelpOfItsCommand(t *testing.T) {
	var grammar struct {
		Serve struct {
			Deep struct {
				Port int
			} `cmd:""`
		} `cmd:""`
	}
	parser, err := New("probe", "For tests.", "ETHML_PROBE", &grammar, nil)
	require.NoError(t, err)
	_, err = parser.Parse([]string{"serve", "deep", "--prot", "1"})
	require.Equal(t, "probe: unknown flag --prot, did you mean \"--port\"? (see probe serve deep --help)", UsageProblem("probe", err))
	_, err = parser.Parse([]string{"sreve"})
	require.Equal(t, "probe: unexpected argument sreve, did you mean \"serve\"? (see probe --help)", UsageProblem("probe", err))
}
