package e2e

import (
	"bytes"
	"context"
	"encoding/json"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/test/internal/system"
)

// TestTheDemoPrintsItsTwoAnswersAndNothingElse runs `ethml demo --once --json` as the README shows it.
func TestTheDemoPrintsItsTwoAnswersAndNothingElse(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 3*time.Minute)
	defer cancel()
	cmd := exec.CommandContext(ctx, system.Binary(t, "ethml"), "demo", "--once", "--json", "--network", filepath.Join(t.TempDir(), "network.json"))
	var out, shown bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &shown
	require.NoError(t, cmd.Run(), shown.String())

	lines := strings.Split(strings.TrimSpace(out.String()), "\n")
	require.Len(t, lines, 2, "one JSON object a line for each answer:\n%s", out.String())
	for i, want := range []struct {
		model, prediction uint64
		cid               string
	}{{1, 1, cancerCID}, {2, 59, diabetesCID}} {
		var a map[string]any
		require.NoError(t, json.Unmarshal([]byte(lines[i]), &a), lines[i])
		require.EqualValues(t, i+1, a["request_id"])
		require.EqualValues(t, want.model, a["model_id"])
		require.EqualValues(t, want.prediction, a["prediction"])
		require.Equal(t, want.cid, a["data_cid"])
		require.Greater(t, a["virtual_block"], 0.0)
		require.Greater(t, a["latency_ms"], 0.0)
	}
	for _, shows := range []string{"challenge", "difficulty", "seats", "H/s"} {
		require.Contains(t, shown.String(), shows, "live progress on standard error")
	}
}
