package guides

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

// runs finds the guides that tests of this package run.
var runs = regexp.MustCompile(`Run\(t, "([^"]+\.md)"`)

// TestEveryCommandInADocumentIsRunOrSaysWhyNot: each fence names its language, so that no command hides in one that names
// none; and a block of commands is in a guide that is run here, or says in a comment why it isn't.
func TestEveryCommandInADocumentIsRunOrSaysWhyNot(t *testing.T) {
	run := map[string]bool{}
	tests, err := filepath.Glob(filepath.Join(root(), "test", "guides", "*_test.go"))
	require.NoError(t, err)
	for _, file := range tests {
		source, err := os.ReadFile(file)
		require.NoError(t, err)
		for _, match := range runs.FindAllSubmatch(source, -1) {
			run[string(match[1])] = true
		}
	}
	require.Greater(t, len(run), 3, "guides that are run")
	for _, pattern := range []string{"*.md", "models/*.md", "docs/*.md", "docs/adr/*.md"} {
		pages, err := filepath.Glob(filepath.Join(root(), pattern))
		require.NoError(t, err)
		require.NotEmpty(t, pages, pattern)
		for _, page := range pages {
			name, err := filepath.Rel(root(), page)
			require.NoError(t, err)
			markdown, err := os.ReadFile(page)
			require.NoError(t, err)
			for _, problem := range unheld(string(markdown), run[filepath.ToSlash(name)]) {
				t.Errorf("%s:%s", name, problem)
			}
		}
	}
}

// item begins an item of a list, below which lines are indented without being code.
var item = regexp.MustCompile(`^([-*]|[0-9]+\.) `)

// unheld lists the blocks of a page that nothing keeps true; isRun says whether a test runs the page.
func unheld(markdown string, isRun bool) []string {
	var problems []string
	inside, inList, before := false, false, ""
	for i, line := range strings.Split(markdown, "\n") {
		lang, ok := strings.CutPrefix(strings.TrimSpace(line), "```")
		if !ok {
			switch {
			case inside:
			case strings.HasPrefix(line, "    "):
				if before == "" && !inList {
					problems = append(problems, fmt.Sprintf("%d: a block by indentation names no language: fence it", i+1))
				}
			case line != "" && line[0] != ' ':
				inList = item.MatchString(line)
			}
			before = line
			continue
		}
		switch inside = !inside; {
		case inside && lang == "":
			problems = append(problems, fmt.Sprintf("%d: the block names no language: sh for commands, text for what is printed or drawn", i+1))
		case inside && (lang == "bash" || lang == "shell" || lang == "console"):
			problems = append(problems, fmt.Sprintf("%d: commands are blocks of language sh, not %s", i+1, lang))
		}
	}
	if isRun {
		return problems
	}
	blocks, err := Parse(markdown)
	if err != nil {
		return append(problems, " "+err.Error())
	}
	for _, b := range blocks {
		if b.Lang == "sh" && b.Skip == "" {
			problems = append(problems, fmt.Sprintf("%d: these commands are run by no test: give the page a test here, or say before the block, <!-- guide: skip REASON -->", b.Line))
		}
	}
	return problems
}

func TestCommandsThatNothingRunsAreFound(t *testing.T) {
	commands := "```sh\nethml status\n```\n"
	require.Empty(t, unheld(commands, true))
	require.Empty(t, unheld("<!-- guide: skip it takes a cluster -->\n"+commands, false))
	require.Len(t, unheld(commands, false), 1)
	require.Len(t, unheld("```\nethml status\n```\n", true), 1)
	require.Len(t, unheld("Type\n\n    ethml status\n    ethml top\n", true), 1)
	require.Empty(t, unheld("- An item,\n\n    which goes on.\n", true))
	require.Len(t, unheld("```console\n$ ethml status\n```\n", true), 1)
}
