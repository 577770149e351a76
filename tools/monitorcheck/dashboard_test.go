package monitorcheck

import (
	"slices"
	"testing"

	"github.com/stretchr/testify/require"
)

type source struct {
	Type string
	UID  string `json:"uid" yaml:"uid"`
	URL  string `json:"url" yaml:"url"`
}

type panel struct {
	ID          int
	Type        string
	Title       string
	Description string
	Datasource  source
	GridPos     struct{ H, W, X, Y int }
	FieldConfig struct{ Defaults struct{ Unit string } }
	Targets     []struct {
		RefID      string `json:"refId"`
		Expr       string
		Datasource source
	}
}

type dashboard struct {
	UID           string `json:"uid"`
	Title         string
	SchemaVersion int
	Panels        []panel
	Annotations   struct {
		List []struct {
			Expr       string
			Datasource source
		}
	}
}

// units are those of Grafana's that the dashboard uses.
var units = []string{"short", "s", "Hs", "bytes", "percentunit"}

func sources(t *testing.T) map[string]source {
	t.Helper()
	var file struct{ Datasources []source }
	readYAML(t, "deploy/grafana/provisioning/datasources/datasources.yml", &file)
	found := map[string]source{}
	for _, s := range file.Datasources {
		found[s.UID] = s
	}
	return found
}

func TestTheDashboardRefersToMetricsThatExist(t *testing.T) {
	var d dashboard
	readJSON(t, "deploy/grafana/dashboards/ethml.json", &d)
	known, provisioned := metrics(t), sources(t)
	require.NotEmpty(t, d.Panels)
	for _, p := range d.Panels {
		for _, target := range p.Targets {
			requireKnown(t, known, p.Title, target.Expr)
			require.Equal(t, provisioned[target.Datasource.UID].Type, target.Datasource.Type, p.Title)
			require.Equal(t, "prometheus", target.Datasource.Type, p.Title)
		}
	}
	for _, a := range d.Annotations.List {
		requireKnown(t, known, "annotation", a.Expr)
		require.Contains(t, provisioned, a.Datasource.UID)
	}
}

func TestTheDashboardIsWellFormed(t *testing.T) {
	var d dashboard
	readJSON(t, "deploy/grafana/dashboards/ethml.json", &d)
	require.Equal(t, "ethml", d.UID)
	require.GreaterOrEqual(t, d.SchemaVersion, 36)
	ids, cells := map[int]bool{}, map[[2]int]string{}
	for _, p := range d.Panels {
		require.NotZero(t, p.ID, p.Title)
		require.False(t, ids[p.ID], "two panels have id %d", p.ID)
		ids[p.ID] = true
		require.NotEmpty(t, p.Title)
		require.LessOrEqual(t, p.GridPos.X+p.GridPos.W, 24, p.Title)
		for x := range p.GridPos.W {
			for y := range p.GridPos.H {
				cell := [2]int{p.GridPos.X + x, p.GridPos.Y + y}
				require.Empty(t, cells[cell], "%s lies over another panel", p.Title)
				cells[cell] = p.Title
			}
		}
		if p.Type == "row" {
			continue
		}
		require.True(t, slices.Contains([]string{"stat", "timeseries"}, p.Type), p.Type)
		require.NotEmpty(t, p.Description, "%s says nothing to a stranger", p.Title)
		require.Contains(t, units, p.FieldConfig.Defaults.Unit, p.Title)
		require.NotEmpty(t, p.Targets, p.Title)
		refs := map[string]bool{}
		for _, target := range p.Targets {
			require.False(t, refs[target.RefID], p.Title)
			refs[target.RefID] = true
		}
	}
}
