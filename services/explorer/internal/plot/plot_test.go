package plot

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func wellFormed(t *testing.T, svg string) {
	t.Helper()
	d := xml.NewDecoder(strings.NewReader(svg))
	for {
		_, err := d.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		require.NoError(t, err, svg)
	}
}

func TestPlotsAreWellFormedWhateverTheValues(t *testing.T) {
	many := make([][2]float64, 5000)
	for i := range many {
		many[i] = [2]float64{float64(i), math.Sin(float64(i))}
	}
	for name, points := range map[string][][2]float64{
		"none": nil, "one": {{5, 3}}, "same time": {{5, 3}, {5, 4}}, "constant": {{1, 500}, {2, 500}}, "zeros": {{1, 0}, {2, 0}},
		"not finite": {{1, math.NaN()}, {2, math.Inf(1)}, {3, 1}}, "huge": {{1, math.MaxFloat64}, {2, 1}}, "negative": {{1, -5}, {2, -7}}, "many": many,
	} {
		for _, bars := range []bool{false, true} {
			p := Plot{Name: "x", Label: `"quoted" <label>`, Unit: "s", Bars: bars, Points: points}
			svg := string(p.SVG())
			wellFormed(t, svg)
			assert.NotContains(t, svg, "NaN", name)
			assert.NotContains(t, svg, "Inf", name)
			assert.Less(t, len(svg), 80_000, name)
		}
	}
}

func TestBarsBeginAtZero(t *testing.T) {
	points := [][2]float64{{1, 98}, {2, 100}}
	assert.Equal(t, "0", Plot{Bars: true, Points: points}.Low())
	assert.NotEqual(t, "0", Plot{Points: points}.Low(), "a line may not, so that its movement is seen")
}

func TestNumbersTellThreeOrFourDigits(t *testing.T) {
	for v, want := range map[float64]string{0: "0", 0.1234: "0.123", 5: "5", 12.34: "12.3", 999: "999", 2500: "2500", 12_345: "12.3 k", 980_400: "980.4 k",
		1_234_567: "1.23 M", 5e9: "5 G", -42: "-42"} {
		assert.Equal(t, want, Number(v))
	}
}
