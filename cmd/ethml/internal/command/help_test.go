package command

import (
	"bytes"
	"cmp"
	_ "embed"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/cli"
)

var update = flag.Bool("update", false, "write the golden files anew")

// exited is what a parser panics with in the place of ending the program.
type exited int

// parser is the program's own, with a home that is the same everywhere.
func parser(t *testing.T, out *bytes.Buffer) *kong.Kong {
	t.Helper()
	vars := map[string]string{"network": "~/.cache/ethml/network.json", "keystore": "~/.config/ethml/keystore"}
	k, err := cli.New("ethml", Description, "ETHML", &Grammar{}, vars, kong.Writers(out, out), kong.Exit(func(code int) { panic(exited(code)) }))
	require.NoError(t, err)
	return k
}

func golden(t *testing.T, name, got string) {
	t.Helper()
	path := filepath.Join("testdata", name) // also ../... from there
	if *update {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o755))
		require.NoError(t, os.WriteFile(path, []byte(got), 0o644))
	}
	want, err := os.ReadFile(path)
	require.NoError(t, err, "go test ./internal/command -update writes it")
	require.Equal(t, string(want), got, "go test ./internal/command -update writes it anew")
}

// commands are the paths of all commands that help shows, such as "model list".
func commands(node *kong.Node, path string) []string {
	all := []string{path}
	for _, child := range node.Children {
		if !child.Hidden {
			all = append(all, commands(child, strings.TrimSpace(path+" "+child.Name))...)
		}
	}
	return all
}

func TestHelpOfEveryCommandReadsAsWritten(t *testing.T) {
	// What a person has set shows up in help as a default.
	for _, v := range os.Environ() {
		if name, value, _ := strings.Cut(v, "="); strings.HasPrefix(name, "ETHML_") {
			t.Setenv(name, value)
			require.NoError(t, os.Unsetenv(name))
		}
	}
	var out bytes.Buffer
	for _, path := range commands(parser(t, &out).Model.Node, "") {
		name := "ethml"
		if path != "" {
			name = strings.ReplaceAll(path, " ", "-")
		}
		t.Run(name, func(t *testing.T) {
			var out bytes.Buffer
			require.PanicsWithValue(t, exited(0), func() {
				_, _ = parser(t, &out).Parse(append(strings.Fields(path), "--help")) // it doesn't return
			})
			golden(t, filepath.Join("help", name+".txt"), out.String())
		})
	}
}

// reference is docs/cli.md, which lies outside this package's own golden files.
var reference = filepath.Join("..", "..", "..", "..", "..", "docs", "cli.md")

//go:embed testdata/cli-head.md
var referenceHead string

func TestTheReferenceHoldsEveryCommandsHelp(t *testing.T) {
	var text strings.Builder
	text.WriteString(referenceHead)
	var out bytes.Buffer
	for _, path := range commands(parser(t, &out).Model.Node, "") {
		name := strings.TrimSpace("ethml " + path)
		help, err := os.ReadFile(filepath.Join("testdata", "help", strings.ReplaceAll(cmp.Or(path, "ethml"), " ", "-")+".txt"))
		require.NoError(t, err, "TestHelpOfEveryCommandReadsAsWritten holds these to the program")
		text.WriteString("\n## " + name + "\n\n```text\n" + strings.TrimRight(string(help), "\n") + "\n```\n")
	}
	golden(t, reference, text.String())
}

// Whoever mistypes is told what was meant.
func TestUsageErrorsReadAsWritten(t *testing.T) {
	var text strings.Builder
	for _, line := range []string{
		"", "requst", "chain lst", "model", "request", "request --modell 1", "request -m 1 --wiat",
		"request -m 1 --values", "request -m 1 --values --json", "status --network --json", "request -m 1 --values -1,2 -3",
		"wait", "wait one", "completion tcsh", "chain show", "chain show -- -1", "demo --period soon", "top --cuont 1",
		"replay", "account improt", "status extra",
	} {
		var out bytes.Buffer
		_, err := parser(t, &out).Parse(strings.Fields(line))
		require.Error(t, err, line)
		text.WriteString("$ ethml " + line + "\n" + cli.UsageProblem("ethml", err) + "\n")
	}
	golden(t, "errors.txt", text.String())
}

func TestAListOfNumbersMayBeginWithAMinus(t *testing.T) {
	for line, want := range map[string][]numbers{
		"--values -1,2":              {"-1,2"},
		"--values=-1,2":              {"-1,2"},
		"--values -.5 --tip 1":       {"-.5"},
		"--values 1,2 --values -3,4": {"1,2", "-3,4"},
		"--values -1 --json":         {"-1"},
	} {
		var out bytes.Buffer
		k := parser(t, &out)
		_, err := k.Parse(append([]string{"request", "-m", "1"}, strings.Fields(line)...))
		require.NoError(t, err, line)
		require.Equal(t, want, k.Model.Target.Addr().Interface().(*Grammar).Request.Values, line)
	}
}

func TestEveryCommandThatPrintsTakesJSON(t *testing.T) {
	var out bytes.Buffer
	var check func(node *kong.Node)
	check = func(node *kong.Node) {
		if node.Hidden || node.Name == "completion" {
			return
		}
		if len(node.Children) == 0 {
			has := false
			for _, f := range node.Flags {
				has = has || f.Name == "json"
			}
			require.True(t, has, "%s has no --json", node.FullPath())
		}
		for _, child := range node.Children {
			check(child)
		}
	}
	check(parser(t, &out).Model.Node)
}

func TestCompletionKnowsCommandsFlagsAndValues(t *testing.T) {
	var out bytes.Buffer
	root := parser(t, &out).Model.Node
	words := func(before string, last string) []string {
		var words []string
		for _, w := range waysOn(root, strings.Fields(before), last) {
			word, _, _ := strings.Cut(w, "\t")
			words = append(words, word)
		}
		return words
	}
	require.Equal(t, []string{"request", "replay"}, words("", "re"))
	require.Equal(t, []string{"list", "show", "verify"}, words("chain", ""))
	require.Equal(t, []string{"--network"}, words("chain verify", "--net"))
	require.Equal(t, []string{"--wait", "--no-wait"}, append(words("request -m 1", "--wa"), words("request", "--no-w")...))
	require.Equal(t, []string{":files"}, words("request --model 1", "x"), "a data point's file")
	require.Equal(t, []string{":files"}, words("status --network", ""), "a flag's value")
	require.Equal(t, []string{"zsh"}, words("completion", "z"))
	require.Equal(t, []string{"--log-level=warn"}, words("devnet", "--log-level=w"))
	require.Equal(t, []string{"debug", "info", "warn", "error"}, words("devnet --log-level", ""))
	require.Empty(t, words("forward", "nonsense"))
	require.NotContains(t, words("", ""), "worker", "what is hidden stays hidden")
	require.Empty(t, words("", "__c"))
}
