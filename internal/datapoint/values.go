package datapoint

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"
)

// FromValues turns numbers as a person types them, "1,2.5,3", "1 2.5 3" or
// "[1, 2.5, 3]", into a data point in JSON, each number as it was written. Its
// error names the value that is none.
func FromValues(text string) ([]byte, error) {
	text = strings.TrimSpace(text)
	if inner, ok := strings.CutPrefix(text, "["); ok {
		if json.Valid([]byte(text)) {
			return []byte(text), nil
		}
		text = strings.TrimSpace(strings.TrimSuffix(inner, "]"))
	}
	var parts []string
	if strings.Contains(text, ",") {
		parts = strings.Split(text, ",")
	} else {
		parts = strings.Fields(text)
	}
	if len(parts) == 0 {
		return nil, errors.New("no number: want some, separated by commas")
	}
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
		switch {
		case IsNumber(parts[i]):
		case parts[i] == "" && i == len(parts)-1:
			return nil, errors.New("nothing after the last comma: take it away, or add the number that is missing")
		case parts[i] == "":
			return nil, fmt.Errorf("number %d is missing: nothing stands before its comma", i+1)
		default:
			return nil, fmt.Errorf("%s (number %d) is no JSON number; numbers are separated by commas", quoted(parts[i]), i+1)
		}
	}
	return []byte("[" + strings.Join(parts, ",") + "]"), nil
}

// IsNumber tells whether a text is a number in JSON.
func IsNumber(text string) bool { return number.MatchString(text) }

// maxQuoted is how many characters of what isn't a number an error quotes.
const maxQuoted = 40

func quoted(text string) string {
	text = strings.ToValidUTF8(text, "\uFFFD")
	if runes := []rune(text); len(runes) > maxQuoted {
		return fmt.Sprintf("%q…", string(runes[:maxQuoted]))
	}
	return fmt.Sprintf("%q", text)
}
