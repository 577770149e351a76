// Package plot draws small plots of something over time as SVG: one line, or bars, with the axes' ends named. It knows
// nothing of colours: those are the style sheet's, by class.
package plot

import (
	"fmt"
	"html/template"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
)

// Plot is what to draw.
type Plot struct {
	Name   string // for ids and classes: a word
	Label  string // what a screen reader says
	Unit   string
	Bars   bool
	Points [][2]float64 // time (seconds since the Unix epoch) and value, in order of time
}

// Size of the drawing in its own units; it scales to where it stands.
const (
	width, height = 340.0, 120.0
	left, right   = 2.0, 338.0
	top, bottom   = 14.0, 100.0
)

// most is beyond what anything measured here comes to, and far from where arithmetic overflows.
const most = 1e100

// SVG draws. Points that aren't finite, or absurd, are left out.
func (p Plot) SVG() template.HTML {
	points := make([][2]float64, 0, len(p.Points))
	for _, q := range p.Points {
		if math.Abs(q[0]) < most && math.Abs(q[1]) < most {
			points = append(points, q)
		}
	}
	var s strings.Builder
	fmt.Fprintf(&s, `<svg class="plot plot-%s" viewBox="0 0 %g %g" role="img" aria-label="%s">`,
		template.HTMLEscapeString(p.Name), width, height, template.HTMLEscapeString(p.Label))
	if len(points) == 0 {
		fmt.Fprintf(&s, `<line class="axis" x1="%g" y1="%g" x2="%g" y2="%g"/></svg>`, left, bottom, right, bottom)
		return template.HTML(s.String())
	}
	scale := p.scale(points)
	for _, y := range []float64{scale.low, (scale.low + scale.high) / 2, scale.high} {
		at := scale.y(y)
		fmt.Fprintf(&s, `<line class="grid" x1="%g" y1="%.1f" x2="%g" y2="%.1f"/>`, left, at, right, at)
	}
	if p.Bars {
		bars(&s, points, scale, p.Unit)
	} else {
		line(&s, points, scale, p.Unit)
	}
	s.WriteString(`</svg>`)
	return template.HTML(s.String())
}

// Low and High are the values at the ends of the axis, From and To the times.
func (p Plot) Low() string  { return p.end(func(s scale) float64 { return s.low }) }
func (p Plot) High() string { return p.end(func(s scale) float64 { return s.high }) }

func (p Plot) end(pick func(scale) float64) string {
	if len(p.Points) == 0 {
		return ""
	}
	return Number(pick(p.scale(p.Points)))
}

// Last is the newest value.
func (p Plot) Last() string {
	if len(p.Points) == 0 {
		return "–"
	}
	return Number(p.Points[len(p.Points)-1][1])
}

// Span is the first and the last time, seconds since the Unix epoch; zeros without points.
func (p Plot) Span() (from, to uint64) {
	if len(p.Points) == 0 {
		return 0, 0
	}
	return uint64(p.Points[0][0]), uint64(p.Points[len(p.Points)-1][0])
}

type scale struct{ from, to, low, high float64 }

func (s scale) x(t float64) float64 {
	return left + 4 + (right-left-8)*(t-s.from)/(s.to-s.from)
}
func (s scale) y(v float64) float64 { return bottom - (bottom-top)*(v-s.low)/(s.high-s.low) }

func (p Plot) scale(points [][2]float64) scale {
	s := scale{from: points[0][0], to: points[len(points)-1][0], low: 0, high: points[0][1]}
	lowest := points[0][1]
	for _, q := range points {
		s.high = max(s.high, q[1])
		lowest = min(lowest, q[1])
	}
	// From zero, unless all that moves would be a ripple at the top. The length of a bar means something, so bars always are.
	if !p.Bars && lowest > 0.6*s.high && lowest < s.high {
		s.low = nice(lowest-(s.high-lowest), false)
	}
	s.high = nice(s.high*1.02, true)
	if s.high <= s.low {
		s.high = s.low + 1
	}
	if s.to <= s.from {
		s.from, s.to = s.from-1, s.to+1
	}
	return s
}

// nice rounds to two digits, up or down.
func nice(v float64, up bool) float64 {
	if v <= 0 {
		return 0
	}
	step := math.Pow(10, math.Floor(math.Log10(v))-1)
	if up {
		return math.Ceil(v/step) * step
	}
	return math.Floor(v/step) * step
}

// maxDrawn is how many points of a line are drawn: one for each unit of width.
const maxDrawn = 340

func line(s *strings.Builder, points [][2]float64, sc scale, unit string) {
	step := max(1, (len(points)+maxDrawn-1)/maxDrawn)
	var drawn, area, alone strings.Builder
	for _, run := range runs(points) {
		first, last := run[0], run[len(run)-1]
		if len(run) == 1 {
			fmt.Fprintf(&alone, `<circle class="dot" cx="%.1f" cy="%.1f" r="2"/>`, sc.x(last[0]), sc.y(last[1]))
			continue
		}
		var path strings.Builder
		word := "M"
		for i := 0; i < len(run); i += step {
			fmt.Fprintf(&path, "%s%.1f %.1f", word, sc.x(run[i][0]), sc.y(run[i][1]))
			word = "L"
		}
		if (len(run)-1)%step != 0 {
			fmt.Fprintf(&path, "L%.1f %.1f", sc.x(last[0]), sc.y(last[1]))
		}
		drawn.WriteString(path.String())
		fmt.Fprintf(&area, "%sL%.1f %gL%.1f %gZ", path.String(), sc.x(last[0]), bottom, sc.x(first[0]), bottom)
	}
	if drawn.Len() > 0 {
		fmt.Fprintf(s, `<path class="area" d="%s"/><path class="line" d="%s"/>`, area.String(), drawn.String())
	}
	s.WriteString(alone.String())
	last := points[len(points)-1]
	fmt.Fprintf(s, `<circle class="dot" cx="%.1f" cy="%.1f" r="3"><title>%s</title></circle>`, sc.x(last[0]), sc.y(last[1]), title(last, unit))
}

// A gap is so many times as long as points are apart in the middle of them, and takes at least such a part of the width: at
// random arrivals, less than one in a thousand of them is one.
const gapTimes, gapShare = 10, 0.05

// runs parts points where nothing was measured for long: a line across would claim that something was.
func runs(points [][2]float64) [][][2]float64 {
	if len(points) < 3 {
		return [][][2]float64{points}
	}
	apart := make([]float64, len(points)-1)
	for i := range apart {
		apart[i] = points[i+1][0] - points[i][0]
	}
	sorted := slices.Sorted(slices.Values(apart))
	// The lower one of two in the middle; several points may be of one second.
	usual := max(sorted[(len(sorted)-1)/2], 1)
	whole := points[len(points)-1][0] - points[0][0]
	var out [][][2]float64
	from := 0
	for i, d := range apart {
		if d > gapTimes*usual && d > gapShare*whole {
			out = append(out, points[from:i+1])
			from = i + 1
		}
	}
	return append(out, points[from:])
}

func bars(s *strings.Builder, points [][2]float64, sc scale, unit string) {
	wide := math.Min(10, math.Max(1.5, 0.7*(right-left)/float64(len(points)+1)))
	for _, p := range points[max(0, len(points)-maxDrawn):] {
		y := math.Min(sc.y(p[1]), bottom-1)
		fmt.Fprintf(s, `<rect class="bar" x="%.1f" y="%.1f" width="%.1f" height="%.1f"><title>%s</title></rect>`,
			sc.x(p[0])-wide/2, y, wide, bottom-y, title(p, unit))
	}
}

func title(p [2]float64, unit string) string {
	return template.HTMLEscapeString(Number(p[1]) + " " + unit + " at " + time.Unix(int64(p[0]), 0).UTC().Format("2006-01-02 15:04:05 UTC"))
}

// Number is a value for reading: three or four digits that tell something.
func Number(v float64) string {
	abs := math.Abs(v)
	for _, unit := range []struct {
		size float64
		name string
	}{{1e15, "P"}, {1e12, "T"}, {1e9, "G"}, {1e6, "M"}, {1e4, "k"}} {
		if abs >= unit.size {
			if unit.size == 1e4 {
				return trim(v/1e3, 1) + " k"
			}
			return trim(v/unit.size, 2) + " " + unit.name
		}
	}
	switch {
	case abs >= 100:
		return trim(v, 0)
	case abs >= 1:
		return trim(v, 1)
	}
	return trim(v, 3)
}

func trim(v float64, decimals int) string {
	text := strconv.FormatFloat(v, 'f', decimals, 64)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return text
}
