// Package web serves the explorer's pages and API.
//
// Pages are rendered here and work without JavaScript; a small script only loads the page again, in part, when the
// stream of events says that something changed. Nothing is loaded from elsewhere, and a strict policy sees to that.
package web

import (
	"context"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"encoding/hex"
	"errors"
	"fmt"
	"html/template"
	"io/fs"
	"log/slog"
	"net/http"
	"path"
	"strings"
	"time"

	"github.com/ethml/ethml/services/explorer/internal/view"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

//go:embed templates static
var assets embed.FS

// Replayer runs a data point through a model as a vote does; the inference service's client is one.
type Replayer interface {
	Predict(ctx context.Context, r *ethmlv1.PredictRequest) (*ethmlv1.PredictResponse, error)
}

// Sender asks for predictions as a dev account.
type Sender interface {
	// Send stores a data point and requests its prediction; it returns the request's id.
	Send(ctx context.Context, model uint64, data []byte) (id uint64, err error)
	// Account is who asks.
	Account() string
}

// Config of the web server.
type Config struct {
	Views    *view.Views
	Replayer Replayer // nil: there is no replay
	Sender   Sender   // nil: there is no form
	Logger   *slog.Logger
	Metrics  *Metrics
}

// Server answers requests.
type Server struct {
	Config
	pages   map[string]*template.Template
	static  map[string]asset
	style   string // the style sheet, which is in each page: asked for apart, it would come after the page and hold up the paint
	policy  string
	hub     *hub
	replays chan struct{}
	sends   chan struct{}
	handler http.Handler
}

type asset struct {
	body []byte
	kind string
	tag  string
}

// Bounds on what costs something.
const (
	requestLimit   = 15 * time.Second
	replayLimit    = 10 * time.Second
	maxReplays     = 2
	maxSends       = 1
	pageRows       = 25
	maxAPIRows     = 100
	defaultAPIRows = 25
)

// New makes the server. Its streams end with ctx.
func New(ctx context.Context, c Config) (*Server, error) {
	s := &Server{Config: c, pages: map[string]*template.Template{}, static: map[string]asset{},
		replays: make(chan struct{}, maxReplays), sends: make(chan struct{}, maxSends)}
	if err := s.loadStatic(); err != nil {
		return nil, err
	}
	if err := s.loadTemplates(); err != nil {
		return nil, err
	}
	s.hub = newHub(ctx, c.Views)
	s.handler = s.protect(s.routes())
	return s, nil
}

// Poke tells the open pages that the status may have changed.
func (s *Server) Poke() { s.hub.poke() }

// ServeHTTP implements http.Handler.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) { s.handler.ServeHTTP(w, r) }

func (s *Server) routes() *http.ServeMux {
	mux := http.NewServeMux()
	page := func(pattern string, h func(http.ResponseWriter, *http.Request) error) {
		mux.HandleFunc(pattern, func(w http.ResponseWriter, r *http.Request) {
			if err := h(w, r); err != nil {
				s.fail(w, r, err)
			}
		})
	}
	page("GET /{$}", s.overview)
	page("GET /blocks", s.blocks)
	page("GET /blocks/{number}", s.block)
	page("GET /requests", s.requests)
	page("GET /requests/{id}", s.request)
	page("GET /requests/{id}/replay", s.replay)
	page("GET /models", s.models)
	page("GET /models/{id}", s.model)
	page("GET /operators", s.operators)
	page("GET /operators/{address}", s.operator)
	page("GET /search", s.search)
	page("GET /about", s.about)
	page("GET /ask", s.askForm)
	page("POST /ask", s.ask)
	mux.HandleFunc("GET /events", s.hub.serve)
	mux.HandleFunc("GET /static/{name}", s.serveStatic)
	mux.HandleFunc("GET /favicon.ico", func(w http.ResponseWriter, r *http.Request) {
		http.Redirect(w, r, s.assetURL("favicon.svg"), http.StatusMovedPermanently)
	})
	s.api(mux)
	page("/", func(http.ResponseWriter, *http.Request) error {
		return notFound("There is no such page.")
	})
	return mux
}

// policyFor lets a page load nothing but what this server gives, run no script but its own file, and look like no style
// sheet but this one says, which is known by its hash.
func policyFor(style string) string {
	sum := sha256.Sum256([]byte(style))
	return "default-src 'none'; script-src 'self'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; img-src 'self'; " +
		"connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
}

func (s *Server) protect(next http.Handler) http.Handler {
	// Another site must not be able to send a form here in a visitor's name.
	guarded := http.NewCrossOriginProtection().Handler(next)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("Content-Security-Policy", s.policy)
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cross-Origin-Resource-Policy", "same-origin")
		counted := &countingWriter{ResponseWriter: w, code: http.StatusOK}
		begun := time.Now()
		defer func() {
			if p := recover(); p != nil {
				if err, ok := p.(error); ok && errors.Is(err, http.ErrAbortHandler) {
					panic(p)
				}
				s.Logger.Error("panic in handler", "panic", fmt.Sprint(p), "path", r.URL.Path)
				s.fail(counted, r, errors.New("panic"))
			}
			s.Metrics.observe(r, counted.code, time.Since(begun))
		}()
		if r.URL.Path != eventsPath {
			ctx, cancel := context.WithTimeout(r.Context(), requestLimit)
			defer cancel()
			r = r.WithContext(ctx)
		}
		guarded.ServeHTTP(counted, r)
	})
}

type countingWriter struct {
	http.ResponseWriter
	code  int
	wrote bool
}

func (w *countingWriter) WriteHeader(code int) {
	if !w.wrote {
		w.code, w.wrote = code, true
	}
	w.ResponseWriter.WriteHeader(code)
}

func (w *countingWriter) Write(b []byte) (int, error) {
	w.wrote = true
	return w.ResponseWriter.Write(b)
}

// Unwrap lets http.ResponseController reach the connection.
func (w *countingWriter) Unwrap() http.ResponseWriter { return w.ResponseWriter }

func (s *Server) loadStatic() error {
	style, err := assets.ReadFile("templates/style.css")
	if err != nil {
		return err
	}
	s.style = strings.TrimSpace(string(style))
	s.policy = policyFor(s.style)
	return fs.WalkDir(assets, "static", func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		body, err := assets.ReadFile(name)
		if err != nil {
			return err
		}
		sum := sha256.Sum256(body)
		kind := map[string]string{".js": "text/javascript; charset=utf-8", ".svg": "image/svg+xml"}[path.Ext(name)]
		s.static[path.Base(name)] = asset{body: body, kind: kind, tag: hex.EncodeToString(sum[:6])}
		return nil
	})
}

// assetURL names an asset with its content's hash, so that it can be kept for ever.
func (s *Server) assetURL(name string) string { return "/static/" + name + "?v=" + s.static[name].tag }

func (s *Server) serveStatic(w http.ResponseWriter, r *http.Request) {
	a, ok := s.static[r.PathValue("name")]
	if !ok {
		s.fail(w, r, notFound("There is no such file."))
		return
	}
	w.Header().Set("Content-Type", a.kind)
	w.Header().Set("ETag", `"`+a.tag+`"`)
	if r.URL.Query().Get("v") == a.tag {
		w.Header().Set("Cache-Control", "public, max-age=31536000, immutable")
	}
	if strings.Contains(r.Header.Get("If-None-Match"), a.tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	_, _ = w.Write(a.body)
}
