package plot

import (
	"encoding/xml"
	"errors"
	"io"
	"math"
	"math/rand/v2"
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

func TestNoLineIsDrawnAcrossAGap(t *testing.T) {
	idle := [][2]float64{{1, 5}, {3, 6}, {4, 5}, {600, 7}, {602, 6}, {1200, 6}}
	svg := string(Plot{Points: idle}.SVG())
	_, rest, _ := strings.Cut(svg, `class="line" d="`)
	path, _, _ := strings.Cut(rest, `"`)
	assert.Equal(t, 2, strings.Count(path, "M"), "two lines: %s", path)
	assert.Equal(t, 3, strings.Count(path, "L"), "of three points and two")
	assert.Equal(t, 2, strings.Count(svg, `class="dot"`), "what stands alone is a dot, and the newest value has its own")

	svg = string(Plot{Points: [][2]float64{{1, 5}, {600, 6}}}.SVG())
	assert.Contains(t, svg, `class="line"`, "two values are no gap")
}

func TestALineOfRandomArrivalsIsWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	for range 200 {
		points := make([][2]float64, 120)
		for i, at := 0, 0.0; i < len(points); i++ {
			at += 12 + 30*rng.ExpFloat64()
			points[i] = [2]float64{at, 1}
		}
		assert.Len(t, runs(points), 1)
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
