// Package metricstest checks a service's metrics: that they follow Prometheus' conventions, and that docs/metrics.md lists
// them as they are.
package metricstest

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/testutil/promlint"
	dto "github.com/prometheus/client_model/go"
)

// metric is one of a registry's, whether it has a value yet or not.
type metric struct {
	name, help, labels string
	kind               dto.MetricType
	known              bool // its kind
}

// description is what prometheus.Desc prints.
var description = regexp.MustCompile(`^Desc\{fqName: "([^"]*)", help: "((?:[^"\\]|\\.)*)", (?:unit: "[^"]*", )?constLabels: \{([^}]*)\}, variableLabels: \{([^}]*)\}\}$`)

// Check lints a service's whole registry and compares it with the table of the service in docs/metrics.md; with
// UPDATE_METRICS=1 in the environment it writes the table instead.
func Check(t testing.TB, service string, registry *prometheus.Registry) {
	t.Helper()
	all := read(t, registry)
	lint(t, all)
	var table strings.Builder
	table.WriteString("| metric | kind | labels | meaning |\n|---|---|---|---|\n")
	for _, m := range all {
		if strings.HasPrefix(m.name, "go_") || strings.HasPrefix(m.name, "process_") {
			continue
		}
		kind := "gauge"
		switch {
		case m.known:
			kind = strings.ToLower(m.kind.String())
		case strings.HasSuffix(m.name, "_total"): // without a value yet, as the next
			kind = "counter"
		case strings.HasSuffix(m.name, "_seconds"):
			kind = "histogram"
		}
		fmt.Fprintf(&table, "| `%s` | %s | %s | %s |\n", m.name, kind, m.labels, m.help)
	}
	compare(t, service, table.String())
}

// read gives all metrics, by name.
func read(t testing.TB, registry *prometheus.Registry) []metric {
	t.Helper()
	families, err := registry.Gather()
	if err != nil {
		t.Fatal(err)
	}
	kinds := map[string]dto.MetricType{}
	for _, f := range families {
		kinds[f.GetName()] = f.GetType()
	}
	descriptions := make(chan *prometheus.Desc, 1024)
	go func() { registry.Describe(descriptions); close(descriptions) }()
	found := map[string]metric{}
	for d := range descriptions {
		parts := description.FindStringSubmatch(d.String())
		if parts == nil {
			t.Fatalf("description not understood: %s", d)
		}
		labels := []string{}
		for _, l := range strings.Split(parts[3]+","+parts[4], ",") {
			if name, _, _ := strings.Cut(strings.TrimSpace(l), "="); name != "" {
				labels = append(labels, name)
			}
		}
		m := metric{name: parts[1], help: parts[2], labels: strings.Join(labels, ", ")}
		m.kind, m.known = kinds[m.name]
		found[m.name] = m
	}
	all := make([]metric, 0, len(found))
	for _, m := range found {
		all = append(all, m)
	}
	slices.SortFunc(all, func(a, b metric) int { return strings.Compare(a.name, b.name) })
	return all
}

func lint(t testing.TB, all []metric) {
	t.Helper()
	families := make([]*dto.MetricFamily, 0, len(all))
	for _, m := range all {
		kind := m.kind
		if !m.known {
			kind = dto.MetricType_UNTYPED
			if strings.HasSuffix(m.name, "_total") {
				kind = dto.MetricType_COUNTER
			}
		}
		families = append(families, &dto.MetricFamily{Name: &m.name, Help: &m.help, Type: &kind})
	}
	problems, err := promlint.NewWithMetricFamilies(families).Lint()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("metric %s: %s", p.Metric, p.Text)
	}
}

// File is docs/metrics.md.
func File() string {
	_, here, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(here), "..", "..", "docs", "metrics.md")
}

func compare(t testing.TB, service, table string) {
	t.Helper()
	raw, err := os.ReadFile(File())
	if err != nil {
		t.Fatal(err)
	}
	begin, end := fmt.Sprintf("<!-- metrics of %s -->\n", service), fmt.Sprintf("<!-- end of %s -->\n", service)
	before, rest, found := strings.Cut(string(raw), begin)
	written, after, closed := strings.Cut(rest, end)
	if !found || !closed {
		t.Fatalf("docs/metrics.md has no table between %q and %q", strings.TrimSpace(begin), strings.TrimSpace(end))
	}
	if written == table {
		return
	}
	if os.Getenv("UPDATE_METRICS") != "" {
		if err := os.WriteFile(File(), []byte(before+begin+table+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	t.Errorf("docs/metrics.md doesn't list the metrics of %s as they are (UPDATE_METRICS=1 writes the table again). They are:\n%s", service, table)
}
