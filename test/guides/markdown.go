package guides

import (
	"fmt"
	"strings"
)

// Block is a fenced block, or a comment that is run in its place.
type Block struct {
	Line     int    // of the guide, where the fence opens; from 1
	Lang     string // what the fence says
	Text     string // each line with its line feed
	Output   string // what it prints
	Prints   bool   // whether Output is stated
	Skip     string // why it isn't run; empty if it is
	Cond     string // run Instead unless this succeeds; empty for always
	Instead  string
	File     string // write Text to this file instead of running it
	Fails    bool
	Until    string // run in the background; this succeeds once it is ready
	Replaces []Replacement
}

// Replacement is a text of the guide and what stands for it in the test.
type Replacement struct{ Old, New string }

const (
	opens  = "<!-- guide: "
	closes = " -->"
)

// Parse finds the blocks of a guide that are to be run or written, in order.
func Parse(markdown string) ([]Block, error) {
	var blocks []Block
	var next Block // collects the directives for the block to come
	var replaces []Replacement
	printer := -1 // the block that a ```text block would be the output of
	directed := 0 // line of the first directive that still waits for its block
	lines := strings.Split(markdown, "\n")
	for i := 0; i < len(lines); i++ {
		line := strings.TrimSpace(lines[i])
		if rest, ok := strings.CutPrefix(line, opens); ok {
			directive, ok := strings.CutSuffix(rest, closes)
			if !ok {
				return nil, fmt.Errorf("line %d: a guide comment ends on its own line with %q", i+1, closes)
			}
			switch word, argument, _ := strings.Cut(directive, " "); word {
			case "replace":
				old, new, ok := strings.Cut(argument, " with ")
				if !ok || old == "" {
					return nil, fmt.Errorf("line %d: want replace OLD with NEW", i+1)
				}
				replaces = append(replaces[:len(replaces):len(replaces)], Replacement{old, new})
				continue
			case "also":
				blocks = append(blocks, Block{Line: i + 1, Lang: "sh", Text: argument + "\n", Replaces: replaces})
				continue
			default:
				if err := next.direct(word, argument); err != nil {
					return nil, fmt.Errorf("line %d: %w", i+1, err)
				}
			}
			if directed == 0 {
				directed = i + 1
			}
			continue
		}
		lang, ok := strings.CutPrefix(line, "```")
		if !ok {
			continue
		}
		end := i + 1
		for end < len(lines) && strings.TrimSpace(lines[end]) != "```" {
			end++
		}
		if end == len(lines) {
			return nil, fmt.Errorf("line %d: the block never closes", i+1)
		}
		next.Line, next.Lang, next.Text, next.Replaces = i+1, lang, dedent(lines[i], lines[i+1:end]), replaces
		i = end
		switch {
		case lang == "sh" || next.File != "":
			blocks = append(blocks, next)
			printer = len(blocks) - 1
		case lang == "text" && printer >= 0:
			blocks[printer].Output, blocks[printer].Prints = next.Text, true
			printer = -1
		default:
			printer = -1
		}
		if directed != 0 && lang != "sh" && next.File == "" {
			return nil, fmt.Errorf("line %d: the block after this comment is %q, and not run", directed, lang)
		}
		next, directed = Block{}, 0
	}
	if directed != 0 {
		return nil, fmt.Errorf("line %d: no block follows this comment", directed)
	}
	return blocks, nil
}

func (b *Block) direct(word, argument string) error {
	needs := map[string]*string{"skip": &b.Skip, "file": &b.File}
	switch {
	case needs[word] != nil:
		if *needs[word] = argument; argument == "" {
			return fmt.Errorf("%s says nothing after it", word)
		}
	case word == "fails":
		b.Fails = true
	case word == "unless":
		var ok bool
		if b.Cond, b.Instead, ok = strings.Cut(argument, " then "); !ok {
			return fmt.Errorf("want unless COND then COMMAND")
		}
	case word == "background":
		var ok bool
		if b.Until, ok = strings.CutPrefix(argument, "until "); !ok {
			return fmt.Errorf("want background until COMMAND")
		}
	default:
		return fmt.Errorf("no such guide comment: %q", word)
	}
	return nil
}

// dedent takes the fence's indentation off the block's lines.
func dedent(fence string, lines []string) string {
	indent := fence[:len(fence)-len(strings.TrimLeft(fence, " "))]
	var b strings.Builder
	for _, l := range lines {
		b.WriteString(strings.TrimPrefix(l, indent))
		b.WriteByte('\n')
	}
	return b.String()
}

// Differs says where what was printed leaves what a guide shows; empty if nowhere.
func Differs(shown, printed string) string {
	want, got := trimmed(shown), trimmed(printed)
	at, furthest := 0, 0
	if fits(want, got, func(w int) { furthest = max(furthest, w) }, &at) {
		return ""
	}
	if furthest < len(want) {
		return fmt.Sprintf("the guide shows %q, and no line that is like it was printed where it should be; printed was:\n%s", want[furthest], printed)
	}
	return fmt.Sprintf("more was printed than the guide shows:\n%s", printed)
}

// fits matches lines against patterns; reached is told each pattern that is tried.
func fits(want, got []string, reached func(int), at *int) bool {
	reached(*at)
	if len(want) == 0 {
		return len(got) == 0
	}
	*at++
	defer func() { *at-- }()
	if want[0] == "..." {
		for skip := range len(got) + 1 {
			if fits(want[1:], got[skip:], reached, at) {
				return true
			}
		}
		return false
	}
	return len(got) > 0 && like(want[0], got[0]) && fits(want[1:], got[1:], reached, at)
}

// like matches one line.
func like(want, got string) bool {
	parts := strings.Split(want, "...")
	if len(parts) == 1 {
		return want == got
	}
	first, last := parts[0], parts[len(parts)-1]
	if len(got) < len(first)+len(last) || !strings.HasPrefix(got, first) || !strings.HasSuffix(got, last) {
		return false
	}
	got = got[len(first) : len(got)-len(last)]
	for _, p := range parts[1 : len(parts)-1] {
		i := strings.Index(got, p)
		if i < 0 {
			return false
		}
		got = got[i+len(p):]
	}
	return true
}

func trimmed(text string) []string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " \r")
	}
	return lines
}
