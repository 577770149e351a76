package command

import (
	"context"
	"fmt"
	"strings"

	"github.com/alecthomas/kong"
)

// Completion prints a shell's completion script.
type Completion struct {
	Shell string `arg:"" enum:"bash,zsh,fish" help:"bash, zsh or fish."`
}

// Each script asks `ethml __complete WORDS...`, which prints a line for each way on: the word, a tab, what it means.
// A line of `:files` asks the shell for file names instead.
const bashScript = `# bash completion for ethml: source <(ethml completion bash)
_ethml() {
  local IFS=$'\n' line
  COMPREPLY=()
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      compopt -o filenames 2>/dev/null
      COMPREPLY+=($(compgen -f -- "${COMP_WORDS[COMP_CWORD]}"))
    else
      COMPREPLY+=("${line%%$'\t'*}")
    fi
  done < <("${COMP_WORDS[0]}" __complete -- "${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null)
}
complete -F _ethml ethml
`

const zshScript = `#compdef ethml
# zsh completion for ethml: source <(ethml completion zsh), or put it into a folder of $fpath as _ethml
_ethml() {
  local -a ways
  local line
  while IFS= read -r line; do
    if [[ $line == :files ]]; then
      _files
    else
      ways+=("${${line%%$'\t'*}//:/\\:}:${line#*$'\t'}")
    fi
  done < <("${words[1]}" __complete -- "${(@)words[2,CURRENT]}" 2>/dev/null)
  (( ${#ways} )) && _describe 'ethml' ways
}
compdef _ethml ethml
`

const fishScript = `# fish completion for ethml: ethml completion fish | source
function __ethml_complete
  set -l words (commandline -opc) (commandline -ct)
  for line in ($words[1] __complete -- $words[2..-1] 2>/dev/null)
    if test "$line" = :files
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c ethml -f -a '(__ethml_complete)'
`

// Run prints the script.
func (c *Completion) Run(context.Context) error {
	_, err := fmt.Fprint(stdout, map[string]string{"bash": bashScript, "zsh": zshScript, "fish": fishScript}[c.Shell])
	return err
}

// Complete says how a command line may go on.
type Complete struct {
	Words []string `arg:"" optional:"" passthrough:"" help:"The words after the program's name, the last one being typed."`
}

// Run prints a line for each way on.
func (c *Complete) Run(k *kong.Context) error {
	words := c.Words
	if len(words) > 0 && words[0] == "--" {
		words = words[1:]
	}
	if len(words) == 0 {
		words = []string{""}
	}
	for _, w := range waysOn(k.Model.Node, words[:len(words)-1], words[len(words)-1]) {
		if _, err := fmt.Fprintln(stdout, w); err != nil {
			return err
		}
	}
	return nil
}

// files asks the shell for file names.
const files = ":files"

// waysOn walks the grammar along the words before, and lists what may stand where the last word is typed.
func waysOn(node *kong.Node, before []string, last string) []string {
	flags := append([]*kong.Flag{}, node.Flags...)
	var wants *kong.Flag // whose value comes next
	positional := 0
	for _, w := range before {
		switch {
		case wants != nil:
			wants = nil
		case strings.HasPrefix(w, "-") && w != "-":
			if f := findFlag(flags, w); f != nil && !f.IsBool() && !strings.Contains(w, "=") {
				wants = f
			}
		default:
			if child := findChild(node, w); child != nil {
				node, positional = child, 0
				flags = append(flags, node.Flags...)
			} else {
				positional++
			}
		}
	}
	if wants != nil {
		return values(wants.Value, last, "")
	}
	if name, typed, ok := strings.Cut(last, "="); ok && strings.HasPrefix(last, "--") {
		if f := findFlag(flags, name); f != nil {
			return values(f.Value, typed, name+"=")
		}
		return nil
	}
	var ways []string
	add := func(word, help string) {
		if strings.HasPrefix(word, last) {
			ways = append(ways, word+"\t"+firstSentence(help))
		}
	}
	if strings.HasPrefix(last, "-") {
		for _, f := range flags {
			if f.Hidden {
				continue
			}
			add("--"+f.Name, f.Help)
			if f.Tag.Negatable != "" {
				add("--no-"+f.Name, f.Help)
			}
		}
		return ways
	}
	for _, child := range node.Children {
		if !child.Hidden {
			add(child.Name, child.Help)
		}
	}
	if n := len(node.Positional); n > 0 {
		p := node.Positional[min(positional, n-1)]
		if positional < n || p.IsCumulative() {
			ways = append(ways, values(p, last, "")...)
		}
	}
	return ways
}

func findFlag(flags []*kong.Flag, word string) *kong.Flag {
	name, _, _ := strings.Cut(strings.TrimLeft(word, "-"), "=")
	for _, f := range flags {
		if f.Name == name || f.Short != 0 && string(f.Short) == name {
			return f
		}
	}
	return nil
}

func findChild(node *kong.Node, word string) *kong.Node {
	for _, child := range node.Children {
		if child.Name == word {
			return child
		}
	}
	return nil
}

// values are what a flag or argument may be: one of a list, or files.
func values(v *kong.Value, typed, prefix string) []string {
	if v.Enum == "" {
		if v.Tag.Type == "path" || v.Tag.Type == "existingfile" || v.Name == "file" {
			return []string{files}
		}
		return nil
	}
	var ways []string
	for word := range strings.SplitSeq(v.Enum, ",") {
		if word = strings.TrimSpace(word); strings.HasPrefix(word, typed) {
			ways = append(ways, prefix+word+"\t"+firstSentence(v.Help))
		}
	}
	return ways
}

func firstSentence(help string) string {
	sentence, _, _ := strings.Cut(help, ". ")
	sentence, _, _ = strings.Cut(sentence, "; ")
	return strings.TrimSuffix(sentence, ".")
}
