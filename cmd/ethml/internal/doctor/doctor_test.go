package doctor

import (
	"context"
	"errors"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/status"
)

func TestEachFindingIsALineWithItsRemedy(t *testing.T) {
	checks := []Check{
		{"disk", func(context.Context) (string, error) { return "9 GB free", nil }},
		{"stake", func(context.Context) (string, error) { return "", problem("stake more", "%d EML", 3) }},
		{"plain", func(context.Context) (string, error) { return "", errors.New("broken") }},
	}
	var out strings.Builder
	require.False(t, Run(t.Context(), checks, func(f Finding) { require.NoError(t, f.WriteText(&out, false)) }))
	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, 3)
	require.Regexp(t, `^ok +disk +9 GB free$`, lines[0])
	require.Regexp(t, `^FAIL +stake +3 EML -> stake more$`, lines[1])
	require.Regexp(t, `^FAIL +plain +broken$`, lines[2])
	require.True(t, Run(t.Context(), checks[:1], func(Finding) {}))
}

func TestServicesAreWellOnlyWhenTheyCanVote(t *testing.T) {
	_, err := inference(status.Inference{Models: []status.Model{{ID: 3, State: "unavailable", Detail: "golden case 2: got 1, want 0"}}})
	require.ErrorContains(t, err, "model 3 golden case 2")
	_, err = inference(status.Inference{Models: []status.Model{{ID: 1, State: "ready"}, {ID: 2, State: "known"}}})
	require.NoError(t, err)
	_, err = submitter(status.Submitter{Accounts: []status.Account{{Address: "0xab"}}})
	require.ErrorContains(t, err, "0xab has too little stake")
	_, err = submitter(status.Submitter{Err: "127.0.0.1:1 doesn't answer"})
	require.ErrorContains(t, err, "doesn't answer")
}

func TestAMissingDiskAndLibraryAreNamed(t *testing.T) {
	_, err := disk(t.TempDir() + "/none")
	require.ErrorContains(t, err, "none")
	n := Node{Library: t.TempDir() + "/libonnxruntime.so.1"}
	_, err = n.library(t.Context())
	require.ErrorContains(t, err, "libonnxruntime.so.1")
	var p *CheckError
	require.ErrorAs(t, err, &p)
	require.Contains(t, p.Remedy, "make onnxruntime")
}
