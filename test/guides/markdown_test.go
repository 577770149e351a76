package guides

import (
	"testing"

	"github.com/stretchr/testify/require"
)

const page = `# A guide

` + "```sh\necho one\n```" + `

prints

` + "```text\none\n```" + `

<!-- guide: replace localhost:1 with $HERE -->
1. In a list:

   <!-- guide: fails -->
   ` + "```sh\n   false\n   ```" + `

<!-- guide: skip it takes an hour -->
` + "```sh\nsleep 3600\n```" + `

` + "```go\nfunc main() {}\n```\n\n```text\nnobody's output\n```" + `

<!-- guide: file a/b.py -->
` + "```python\nprint(1)\n```" + `

<!-- guide: unless test -e x then touch x -->
` + "```sh\nmake x\n```" + `
<!-- guide: also rm x -->
<!-- guide: background until curl localhost:1 -->
` + "```sh\nserve\n```\n"

func TestBlocksComeWithWhatTheGuideSaysOfThem(t *testing.T) {
	blocks, err := Parse(page)
	require.NoError(t, err)
	here := []Replacement{{"localhost:1", "$HERE"}}
	require.Equal(t, []Block{
		{Line: 3, Lang: "sh", Text: "echo one\n", Output: "one\n", Prints: true},
		{Line: 17, Lang: "sh", Text: "false\n", Fails: true, Replaces: here},
		{Line: 22, Lang: "sh", Text: "sleep 3600\n", Skip: "it takes an hour", Replaces: here},
		{Line: 35, Lang: "python", Text: "print(1)\n", File: "a/b.py", Replaces: here},
		{Line: 40, Lang: "sh", Text: "make x\n", Cond: "test -e x", Instead: "touch x", Replaces: here},
		{Line: 43, Lang: "sh", Text: "rm x\n", Replaces: here},
		{Line: 45, Lang: "sh", Text: "serve\n", Until: "curl localhost:1", Replaces: here},
	}, blocks)
}

func TestMistakesInGuidesAreNamedWithTheirLine(t *testing.T) {
	for says, markdown := range map[string]string{
		"line 1: the block never closes":            "```sh\necho",
		`line 2: no such guide comment: "ignore"`:   "\n<!-- guide: ignore it -->\n```sh\n```",
		"line 1: skip says nothing":                 "<!-- guide: skip -->\n```sh\n```",
		"line 1: want replace":                      "<!-- guide: replace a by b -->",
		"line 1: want unless":                       "<!-- guide: unless a -->",
		"line 1: want background until":             "<!-- guide: background -->",
		"line 1: no block follows":                  "<!-- guide: fails -->\n",
		`line 1: the block after this comment is "`: "<!-- guide: fails -->\n```text\n```",
		"line 1: a guide comment ends":              "<!-- guide: skip a\nb -->",
	} {
		_, err := Parse(markdown)
		require.ErrorContains(t, err, says, markdown)
	}
}

func TestWhatIsPrintedIsComparedWithWhatIsShown(t *testing.T) {
	for _, c := range []struct {
		shown, printed string
		fits           bool
	}{
		{"one\ntwo\n", "one\ntwo\n", true},
		{"one\n", "one  \n\n", true},
		{"one\n", "One\n", false},
		{"one\n", "one\ntwo\n", false},
		{"one\ntwo\n", "one\n", false},
		{"one\n...\nfour\n", "one\ntwo\nthree\nfour\n", true},
		{"one\n...\nfour\n", "one\nfour\n", true},
		{"one\n...\nfour\n", "one\ntwo\n", false},
		{"...\nlast\n", "last\nfirst\nlast\n", true},
		{"took ... ms\n", "took 17 ms\n", true},
		{"took ... ms\n", "took 17 s\n", false},
		{"a ... b ... c\n", "a 1 b 2 c\n", true},
		{"a ... b ... c\n", "a 1 c\n", false},
		{"ab...ba\n", "aba\n", false},
	} {
		require.Equal(t, c.fits, Differs(c.shown, c.printed) == "", "%q and %q", c.shown, c.printed)
	}
	require.Contains(t, Differs("one\ntwo\n", "one\n2\n"), `"two"`)
}

// FuzzParse: any page is read or refused, and what is read lies inside it.
func FuzzParse(f *testing.F) {
	f.Add(page)
	f.Fuzz(func(t *testing.T, markdown string) {
		blocks, err := Parse(markdown)
		if err != nil {
			return
		}
		for _, b := range blocks {
			require.Positive(t, b.Line)
		}
	})
}
