package web

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
)

// problem is an error that says what to tell the visitor.
type problem struct {
	code   int
	title  string
	detail string
	way    link // on
}

type link struct{ Href, Text string }

func (p *problem) Error() string { return p.detail }

func notFound(format string, args ...any) *problem {
	return &problem{http.StatusNotFound, "Not found", fmt.Sprintf(format, args...), link{"/", "Go to the overview"}}
}

func badRequest(format string, args ...any) *problem {
	return &problem{http.StatusBadRequest, "That can't be read", fmt.Sprintf(format, args...), link{"/", "Go to the overview"}}
}

func (p *problem) to(href, text string) *problem {
	p.way = link{href, text}
	return p
}

// problemOf maps an error to what to tell; what isn't foreseen is logged and not shown.
func (s *Server) problemOf(r *http.Request, err error) *problem {
	p := new(problem)
	switch {
	case errors.As(err, &p):
		return p
	case errors.Is(err, context.DeadlineExceeded), errors.Is(err, context.Canceled):
		return &problem{http.StatusServiceUnavailable, "That took too long", "The page took too long to make. Load it again in a moment.",
			link{r.URL.RequestURI(), "Try again"}}
	}
	s.Logger.Error("request failed", "path", r.URL.Path, "error", err)
	return &problem{http.StatusInternalServerError, "Something went wrong here", "The explorer's log has the detail.", link{"/", "Go to the overview"}}
}

// fail answers with an error: JSON below /api/, else a page with a way on.
func (s *Server) fail(w http.ResponseWriter, r *http.Request, err error) {
	p := s.problemOf(r, err)
	if p.code == http.StatusServiceUnavailable || p.code == http.StatusTooManyRequests {
		w.Header().Set("Retry-After", "2")
	}
	if strings.HasPrefix(r.URL.Path, "/api/") {
		writeJSON(w, p.code, apiError{Error: p.detail})
		return
	}
	if err := s.render(w, r, "error", p.code, p.title, map[string]any{"Title": p.title, "Detail": p.detail, "Way": p.way}); err != nil {
		http.Error(w, p.detail, p.code)
	}
}
