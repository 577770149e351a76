package datapoint

import (
	"encoding/json"
	"fmt"
	"strconv"
	"strings"
)

// FromValues turns numbers as a person types them, "1,2.5,3", into a data
// point in JSON, each number as it was written. Its error names the value that
// is none.
func FromValues(text string) ([]byte, error) {
	parts := strings.Split(text, ",")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
		if _, err := strconv.ParseFloat(parts[i], 64); err != nil || !json.Valid([]byte(parts[i])) {
			p, dots := strings.ToValidUTF8(parts[i], "\uFFFD"), ""
			if runes := []rune(p); len(runes) > maxQuoted {
				p, dots = string(runes[:maxQuoted]), "…"
			}
			return nil, fmt.Errorf("%q%s (number %d) is no JSON number", p, dots, i+1)
		}
	}
	return []byte("[" + strings.Join(parts, ",") + "]"), nil
}

// maxQuoted is how many characters of what isn't a number an error quotes.
const maxQuoted = 40
