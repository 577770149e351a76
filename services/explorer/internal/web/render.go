package web

import (
	"bytes"
	"fmt"
	"html/template"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/ethml/ethml/services/explorer/internal/plot"
	"github.com/ethml/ethml/services/explorer/internal/view"
)

var pageNames = []string{"overview", "blocks", "block", "requests", "request", "models", "model", "operators", "operator", "search",
	"ask", "about", "error"}

func (s *Server) loadTemplates() error {
	base, err := template.New("layout").Funcs(s.funcs()).ParseFS(assets, "templates/layout.html", "templates/parts.html")
	if err != nil {
		return fmt.Errorf("read templates: %w", err)
	}
	for _, name := range pageNames {
		page, err := template.Must(base.Clone()).ParseFS(assets, "templates/"+name+".html")
		if err != nil {
			return fmt.Errorf("read template %s: %w", name, err)
		}
		s.pages[name] = page
	}
	return nil
}

// frame is what every page is given.
type frame struct {
	Title  string
	Path   string
	Status view.Status
	Stale  bool // the watcher is down, so that what is shown may be old
	Ask    bool
	Live   bool // a page that is open asks for what is new, and has the style already
	Now    uint64
	D      any
}

// render writes a page as a whole or not at all.
func (s *Server) render(w http.ResponseWriter, r *http.Request, name string, code int, title string, data any) error {
	status, err := s.Views.StatusView()
	if err != nil {
		return err
	}
	var out bytes.Buffer
	err = s.pages[name].ExecuteTemplate(&out, "layout.html", frame{Title: title, Path: r.URL.Path, Status: status,
		Stale: !status.Connected, Ask: s.Sender != nil, Live: r.Header.Get("X-Live") != "", Now: uint64(s.Views.Now().Unix()), D: data})
	if err != nil {
		return fmt.Errorf("render %s: %w", name, err)
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_, _ = w.Write(out.Bytes())
	return nil
}

// short is the beginning and the end of a hash, an address or a CID.
func short(s string) string {
	if len(s) <= 16 {
		return s
	}
	return s[:8] + "…" + s[len(s)-6:]
}

// breaks lets a long word of code be broken where a reader would: after a comma and an underscore.
func breaks(s string) template.HTML {
	return template.HTML(strings.NewReplacer(",", ",<wbr>", "_", "_<wbr>").Replace(template.HTMLEscapeString(s)))
}

// ago is a time relative to now, both in seconds since the Unix epoch.
func ago(now, then uint64) string {
	if then == 0 {
		return "–"
	}
	if then > now {
		return "in " + span(then-now)
	}
	if now-then < 2 {
		return "just now"
	}
	return span(now-then) + " ago"
}

func span(seconds uint64) string {
	switch {
	case seconds < 120:
		return fmt.Sprintf("%d s", seconds)
	case seconds < 2*3600:
		return fmt.Sprintf("%d min", seconds/60)
	case seconds < 2*86400:
		return fmt.Sprintf("%d h", seconds/3600)
	}
	return fmt.Sprintf("%d days", seconds/86400)
}

func utc(t uint64) string {
	if t == 0 || t > 1<<40 {
		return "–"
	}
	return time.Unix(int64(t), 0).UTC().Format("2006-01-02 15:04:05 UTC")
}

func percent(p *float64) string {
	if p == nil {
		return "–"
	}
	if *p >= 1 {
		return "100 %"
	}
	return strconv.FormatFloat(*p*100, 'f', 1, 64) + " %"
}

func seconds(p *float64) string {
	if p == nil {
		return "–"
	}
	return plot.Number(*p) + " s"
}

func (s *Server) funcs() template.FuncMap {
	return template.FuncMap{
		"asset":  s.assetURL,
		"style":  func() template.CSS { return template.CSS(s.style) },
		"short":  short,
		"breaks": breaks,
		"whyNot": view.WhyNot,
		"ago":    ago,
		"span":   span,
		"utc":    utc,
		"iso":    func(t uint64) string { return time.Unix(int64(min(t, 1<<40)), 0).UTC().Format(time.RFC3339) },
		"clock": func(t uint64) string {
			if len(utc(t)) < 23 {
				return utc(t)
			}
			return utc(t)[11:]
		},
		"percent": percent,
		"seconds": seconds,
		"group":   func(n any) string { return view.Group(fmt.Sprint(n)) },
		"number":  plot.Number,
		"add":     func(a, b int) int { return a + b },
		"bps":     func(n uint32) string { return strconv.FormatFloat(float64(n)/100, 'f', -1, 64) + " %" },
		"deref": func(n *uint64) uint64 {
			if n == nil {
				return 0
			}
			return *n
		},
		"timed": func(now, t uint64) timed { return timed{now, t} },
		"plural": func(n any, one, many string) string {
			if fmt.Sprint(n) == "1" {
				return one
			}
			return many
		},
		"shape": func(dims []int64) string {
			parts := make([]string, len(dims))
			for i, d := range dims {
				parts[i] = strconv.FormatInt(d, 10)
				if d < 0 {
					parts[i] = "any"
				}
			}
			return strings.Join(parts, " × ")
		},
		"plotOf": plotOf,
		"spans":  func() []int { return []int{30, view.DefaultSpan, view.MaxSpan} },
		"utcf":   func(t float64) string { return utc(uint64(max(t, 0))) },
		"rows":   func(now uint64, rows any) map[string]any { return map[string]any{"Now": now, "Rows": rows} },
		"placed": func(now uint64, p any) map[string]any { return map[string]any{"Now": now, "P": p} },
		"dec":    func(n uint64) uint64 { return n - 1 },
		"inc":    func(n uint64) uint64 { return n + 1 },
		"isTrue": func(b *bool) bool { return b != nil && *b },
		"nav": func(path, href, text string) map[string]any {
			return map[string]any{"Href": href, "Text": text, "Here": path == href || href != "/" && strings.HasPrefix(path, href+"/")}
		},
		"pager": func(next uint64, older, newest string) map[string]string {
			if next == 0 {
				return map[string]string{"Newest": newest}
			}
			return map[string]string{"Older": older + strconv.FormatUint(next, 10), "Newest": newest}
		},
	}
}

// timed is a time to show as so long ago.
type timed struct{ Now, At uint64 }

// drawn is a plot with the words around it.
type drawn struct {
	view.Series
	plot.Plot
	SVG      template.HTML
	From, To uint64
	Table    [][2]float64
}

const tableRows = 12

func plotOf(s view.Series) drawn {
	p := plot.Plot{Name: s.Name, Unit: s.Unit, Points: s.Points, Bars: s.Name == "rewards" || s.Name == "gas_per_prediction"}
	p.Label = s.Title + ": no values yet"
	if n := len(s.Points); n > 0 {
		p.Label = fmt.Sprintf("%s over time: %d values between %s and %s %s, the newest %s", s.Title, n, p.Low(), p.High(), s.Unit, p.Last())
	}
	d := drawn{Series: s, Plot: p, SVG: p.SVG()}
	d.From, d.To = p.Span()
	d.Table = s.Points[max(0, len(s.Points)-tableRows):]
	return d
}
