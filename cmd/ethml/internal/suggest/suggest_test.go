package suggest

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestTheNearestNameIsSuggestedOnlyWhenItIsNear(t *testing.T) {
	known := []string{"breast-cancer", "diabetes", "diabetes-progression", "digits"}
	for given, want := range map[string]string{"breast-cancr": "breast-cancer", "Diabetis": "diabetes", "digit": "digits", "diabetes-progressio": "diabetes-progression"} {
		got, ok := Nearest(given, known)
		require.True(t, ok, given)
		require.Equal(t, want, got)
	}
	for _, given := range []string{"", "sentiment", "x"} {
		_, ok := Nearest(given, known)
		require.False(t, ok, given)
	}
	require.Empty(t, DidYouMean("anything", nil))
	require.Equal(t, `; did you mean "digits"?`, DidYouMean("digts", known))
	require.Equal(t, 3, distance("kitten", "sitting"))
}
