package monitorcheck

import (
	"log/slog"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/model/rulefmt"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/stretchr/testify/require"
)

const runbookURL = "https://github.com/ethml/ethml/blob/main/docs/runbook.md#"

func rules(t *testing.T) []rulefmt.Rule {
	t.Helper()
	groups, problems := rulefmt.Parse(read(t, "deploy/prometheus/rules/alerts.yml"), false, model.UTF8Validation, parser.NewParser(parser.Options{}), slog.New(slog.DiscardHandler))
	require.Empty(t, problems)
	var all []rulefmt.Rule
	for _, g := range groups.Groups {
		all = append(all, g.Rules...)
	}
	require.NotEmpty(t, all)
	return all
}

func TestAlertsReferToMetricsThatExist(t *testing.T) {
	known := metrics(t)
	for _, r := range rules(t) {
		requireKnown(t, known, r.Alert, r.Expr)
	}
}

func TestEachAlertSaysWhatItMeansAndLeadsToTheRunbook(t *testing.T) {
	runbook, tests := string(read(t, "docs/runbook.md")), string(read(t, "deploy/prometheus/rules/alerts_test.yml"))
	seen := map[string]bool{}
	for _, r := range rules(t) {
		require.False(t, seen[r.Alert], "%s is there twice", r.Alert)
		seen[r.Alert] = true
		require.Contains(t, []string{"critical", "warning"}, r.Labels["severity"], r.Alert)
		require.NotEmpty(t, r.Annotations["summary"], r.Alert)
		require.NotEmpty(t, r.Annotations["description"], r.Alert)
		require.Equal(t, runbookURL+strings.ToLower(r.Alert), r.Annotations["runbook_url"])
		_, section, found := strings.Cut(runbook, "\n## "+r.Alert+"\n")
		require.True(t, found, "docs/runbook.md has no section %s", r.Alert)
		section, _, _ = strings.Cut(section, "\n## ")
		require.Contains(t, section, "**What it means.**", r.Alert)
		require.Contains(t, section, "**What to do.**", r.Alert)
		require.Contains(t, tests, r.Alert, "no rule test makes %s fire", r.Alert)
	}
	for _, line := range strings.Split(runbook, "\n") {
		if name, ok := strings.CutPrefix(line, "## "); ok {
			require.True(t, seen[name], "docs/runbook.md has a section for %s, which is no alert", name)
		}
	}
}

// TestAlertsFireWhenTheyShould runs Prometheus' own rule tests where it was fetched (`make prometheus`) or is installed.
func TestAlertsFireWhenTheyShould(t *testing.T) {
	promtool, err := filepath.Abs(filepath.Join("..", "..", "bin", "tools", "promtool"))
	require.NoError(t, err)
	if _, err := os.Stat(promtool); err != nil {
		if promtool, err = exec.LookPath("promtool"); err != nil {
			t.Skip("no promtool here: make prometheus fetches it")
		}
	}
	for _, args := range [][]string{{"test", "rules", "rules/alerts_test.yml"}, {"check", "config", "prometheus.yml"}} {
		cmd := exec.Command(promtool, args...)
		cmd.Dir = filepath.Join("..", "..", "deploy", "prometheus")
		out, err := cmd.CombinedOutput()
		// The test file lies among the rules; as rules it isn't any.
		require.NoError(t, err, "promtool %v:\n%s", args, out)
	}
}
