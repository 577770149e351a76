package monitorcheck

import (
	"encoding/json"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prometheus/common/model"
	"github.com/prometheus/prometheus/promql/parser"
	"github.com/stretchr/testify/require"
	"go.yaml.in/yaml/v3"
)

// read gives a file of the repository.
func read(t *testing.T, path string) []byte {
	t.Helper()
	raw, err := os.ReadFile(filepath.Join("..", "..", path))
	require.NoError(t, err)
	return raw
}

func readYAML(t *testing.T, path string, into any) {
	t.Helper()
	require.NoError(t, yaml.Unmarshal(read(t, path), into), path)
}

func readJSON(t *testing.T, path string, into any) {
	t.Helper()
	require.NoError(t, json.Unmarshal(read(t, path), into), path)
}

// row is a line of a table in docs/metrics.md, which each service's tests keep as its registry is.
var row = regexp.MustCompile("(?m)^\\| `([a-z_]+)` \\| ([a-z]+) \\| ([a-z_, ]*) \\|")

// metrics are the services' metrics as they are scraped, with their labels.
func metrics(t *testing.T) map[string][]string {
	t.Helper()
	found := map[string][]string{
		"up": nil, "process_resident_memory_bytes": nil, "process_cpu_seconds_total": nil,
		"ALERTS": {"alertname", "alertstate", "severity"},
	}
	for _, m := range row.FindAllStringSubmatch(string(read(t, "docs/metrics.md")), -1) {
		own := strings.FieldsFunc(m[3], func(r rune) bool { return r == ',' || r == ' ' })
		if m[2] != "histogram" {
			found[m[1]] = own
			continue
		}
		found[m[1]+"_bucket"] = append(slices.Clone(own), "le")
		found[m[1]+"_sum"], found[m[1]+"_count"] = own, own
	}
	require.Greater(t, len(found), 50, "docs/metrics.md was not understood")
	return found
}

// requireKnown checks that an expression parses, and names only metrics and labels that there are.
func requireKnown(t *testing.T, known map[string][]string, where, text string) {
	t.Helper()
	expr, err := parser.NewParser(parser.Options{}).ParseExpr(text)
	require.NoError(t, err, "%s: %s", where, text)
	var all []string
	parser.Inspect(expr, func(n parser.Node, _ []parser.Node) error {
		v, ok := n.(*parser.VectorSelector)
		if !ok {
			return nil
		}
		own, ok := known[v.Name]
		require.True(t, ok, "%s: no service has metric %s", where, v.Name)
		own = append(slices.Clone(own), "job", "instance")
		all = append(all, own...)
		for _, m := range v.LabelMatchers {
			if m.Name != model.MetricNameLabel {
				require.Contains(t, own, m.Name, "%s: metric %s has no label %s", where, v.Name, m.Name)
			}
		}
		return nil
	})
	parser.Inspect(expr, func(n parser.Node, _ []parser.Node) error {
		if a, ok := n.(*parser.AggregateExpr); ok && !a.Without {
			for _, label := range a.Grouping {
				require.Contains(t, all, label, "%s: groups by label %s, which nothing in it has", where, label)
			}
		}
		return nil
	})
}
