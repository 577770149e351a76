package monitorcheck

import (
	"regexp"
	"strings"
	"testing"

	"github.com/prometheus/prometheus/promql/parser"
	"github.com/stretchr/testify/require"
)

// promisedAlerts are what an operator is called for, with the alert that does it and the metric that it must look at.
var promisedAlerts = map[string]struct{ alert, metric string }{
	"reveal at risk":                  {"RevealAtRisk", "ethml_submitter_pending_reveals"},
	"balance low":                     {"BalanceLow", "ethml_submitter_balance_ether"},
	"watcher lags":                    {"WatcherLags", "ethml_watcher_lag_blocks"},
	"watcher stopped on a deep reorg": {"WatcherHalted", "ethml_watcher_state"},
	"golden case failed":              {"GoldenCaseFailed", "ethml_inference_golden_failures_total"},
	"worker quarantined":              {"ModelQuarantined", "ethml_inference_models_quarantined"},
	"disk low":                        {"DiskLow", "ethml_data_disk_free_bytes"},
}

// promisedPanels are what the dashboard shows at least: the panel's title and the metric it must show.
var promisedPanels = map[string]struct{ title, metric string }{
	"requests by state, open":         {"Requests that have not ended", "ethml_watcher_open_requests"},
	"requests by state, ended":        {"Requests ended per minute", "ethml_watcher_requests_ended_total"},
	"time to answer by phase, median": {"Time to answer by phase, median", "ethml_watcher_request_phase_seconds_bucket"},
	"time to answer by phase, worst":  {"Time to answer by phase, slowest twentieth", "ethml_watcher_request_phase_seconds_bucket"},
	"hash rate by replica":            {"Hash rate by replica", "ethml_pow_hashes_total"},
	"difficulty":                      {"Difficulty", "ethml_watcher_difficulty"},
	"gas per prediction":              {"Gas per answered prediction", "ethml_submitter_gas_used_total"},
	"ether per prediction":            {"Ether per answered prediction", "ethml_submitter_fees_ether_total"},
	"rewards":                         {"Rewards not claimed yet", "ethml_submitter_rewards_eml"},
	"errors logged":                   {"Warnings and errors logged", "ethml_log_records_total"},
	"errors of calls":                 {"Calls that failed", "grpc_server_handled_total"},
	"peers refused":                   {"Calls that failed", "ethml_grpc_refused_total"},
	"lag":                             {"Watcher's lag", "ethml_watcher_lag_blocks"},
}

// promisedLabels are by what some of these metrics must be told apart.
var promisedLabels = map[string]string{
	"requests by state, open":         "state",
	"requests by state, ended":        "state",
	"time to answer by phase, median": "phase",
	"time to answer by phase, worst":  "phase",
	"hash rate by replica":            "instance",
}

func TestWhatAnOperatorIsCalledForHasAnAlertAndARunbookSection(t *testing.T) {
	sections := anchors(string(read(t, "docs/runbook.md")))
	byName := map[string]string{}
	for _, r := range rules(t) {
		byName[r.Alert] = r.Expr
		page, anchor, _ := strings.Cut(r.Annotations["runbook_url"], "#")
		require.Equal(t, strings.TrimSuffix(runbookURL, "#"), page, r.Alert)
		require.Contains(t, sections, anchor, "%s leads to a section that docs/runbook.md doesn't have", r.Alert)
	}
	for what, p := range promisedAlerts {
		require.Contains(t, byName, p.alert, "no alert for: %s", what)
		require.Contains(t, named(t, byName[p.alert]), p.metric, "alert %s doesn't look at %s", p.alert, what)
	}
}

func TestTheDashboardShowsWhatItPromises(t *testing.T) {
	var d dashboard
	readJSON(t, "deploy/grafana/dashboards/ethml.json", &d)
	byTitle := map[string]panel{}
	for _, p := range d.Panels {
		byTitle[p.Title] = p
	}
	for what, p := range promisedPanels {
		require.Contains(t, byTitle, p.title, "no panel for: %s", what)
		var exprs []string
		for _, target := range byTitle[p.title].Targets {
			exprs = append(exprs, target.Expr)
		}
		require.Contains(t, named(t, exprs...), p.metric, "panel %s doesn't show %s", p.title, what)
		if label := promisedLabels[what]; label != "" {
			require.Contains(t, groupedBy(t, exprs...), label, "panel %s isn't by %s", p.title, label)
		}
	}
}

func TestAnchorsAreThoseOfTheRenderedPage(t *testing.T) {
	require.Equal(t, map[string]bool{"a": true, "b-c": true, "its-10--of-it": true}, anchors("# A\n\ntext\n## B c\n### It's 10 % of it\n#no heading\n"))
}

var (
	heading = regexp.MustCompile(`(?m)^#{1,6} +(.+)$`)
	dropped = regexp.MustCompile(`[^a-z0-9 _-]`)
)

// anchors are the fragments that lead to a document's headings.
func anchors(markdown string) map[string]bool {
	found := map[string]bool{}
	for _, m := range heading.FindAllStringSubmatch(markdown, -1) {
		found[strings.ReplaceAll(dropped.ReplaceAllString(strings.ToLower(m[1]), ""), " ", "-")] = true
	}
	return found
}

// named are the metrics in expressions.
func named(t *testing.T, exprs ...string) []string {
	t.Helper()
	var found []string
	inspect(t, exprs, func(n parser.Node) {
		if v, ok := n.(*parser.VectorSelector); ok {
			found = append(found, v.Name)
		}
	})
	return found
}

// groupedBy are the labels that expressions keep.
func groupedBy(t *testing.T, exprs ...string) []string {
	t.Helper()
	var found []string
	inspect(t, exprs, func(n parser.Node) {
		if a, ok := n.(*parser.AggregateExpr); ok && !a.Without {
			found = append(found, a.Grouping...)
		}
	})
	return found
}

func inspect(t *testing.T, exprs []string, visit func(parser.Node)) {
	t.Helper()
	for _, text := range exprs {
		expr, err := parser.NewParser(parser.Options{}).ParseExpr(text)
		require.NoError(t, err, text)
		parser.Inspect(expr, func(n parser.Node, _ []parser.Node) error {
			visit(n)
			return nil
		})
	}
}
