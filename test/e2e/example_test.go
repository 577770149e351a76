package e2e

import (
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

// insuranceQuote plays examples/insurance-quote as its README does. The predictions are those of the model's points.json.
func insuranceQuote(ctx context.Context, t *testing.T, n *system.Network) {
	folder := filepath.Join("..", "..", "examples", "insurance-quote")
	require.FileExists(t, filepath.Join(folder, "out", "compiled"), "run make -C examples/insurance-quote build")
	cmd := exec.CommandContext(ctx, "node", filepath.Join(folder, "scripts", "run.js"), "--network", n.File, "--json")
	var out, shown strings.Builder
	cmd.Stdout, cmd.Stderr = &out, &shown
	require.NoError(t, cmd.Run(), shown.String())
	t.Logf("\n%s", shown.String())

	var played struct {
		Quotes []struct {
			Who, Outcome, Score, Premium string
		}
		ApplicantHas string `json:"applicant_has"`
	}
	require.NoError(t, json.Unmarshal([]byte(out.String()), &played), out.String())
	require.Len(t, played.Quotes, 2)
	mild, severe := played.Quotes[0], played.Quotes[1]
	require.Equal(t, "Offered", mild.Outcome)
	require.Equal(t, "87.91", mild.Score)
	require.Equal(t, "45.164", mild.Premium, "1 % of 1,000 and 0.04 % for each point")
	require.Equal(t, "Declined", severe.Outcome)
	require.Equal(t, "206.22", severe.Score)
	require.Equal(t, "1054.836", played.ApplicantHas, "100, less the premium, and the cover")
}
