// Package suggest finds what somebody may have meant who mistyped a name.
package suggest

import "strings"

// Nearest is the known name that takes the fewest changes from given, and whether it takes few enough to be meant.
func Nearest(given string, known []string) (string, bool) {
	best, least := "", -1
	for _, k := range known {
		if d := distance(strings.ToLower(given), strings.ToLower(k)); least < 0 || d < least {
			best, least = k, d
		}
	}
	return best, least >= 0 && least <= max(len([]rune(given))/3, 1)
}

// DidYouMean is ` did you mean "name"?`, or nothing when no name is near.
func DidYouMean(given string, known []string) string {
	if name, ok := Nearest(given, known); ok {
		return `; did you mean "` + name + `"?`
	}
	return ""
}

// distance counts the letters to insert, drop or replace (Levenshtein).
func distance(a, b string) int {
	x, y := []rune(a), []rune(b)
	row := make([]int, len(y)+1)
	for j := range row {
		row[j] = j
	}
	for i := range x {
		diagonal := row[0]
		row[0] = i + 1
		for j := range y {
			change := diagonal
			if x[i] != y[j] {
				change++
			}
			diagonal = row[j+1]
			row[j+1] = min(change, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(y)]
}
