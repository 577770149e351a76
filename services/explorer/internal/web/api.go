package web

import (
	_ "embed"
	"encoding/json"
	"net/http"

	"github.com/ethml/ethml/services/explorer/internal/index"
)

// OpenAPI describes the API.
//
//go:embed openapi.json
var OpenAPI []byte

type apiError struct {
	Error string `json:"error"`
}

func writeJSON(w http.ResponseWriter, code int, v any) {
	raw, err := json.Marshal(v)
	if err != nil {
		code, raw = http.StatusInternalServerError, []byte(`{"error":"the answer can't be written as JSON"}`)
	}
	w.Header().Set("Content-Type", "application/json")
	w.Header().Set("Cache-Control", "no-store")
	w.WriteHeader(code)
	_, _ = w.Write(append(raw, '\n'))
}

func (s *Server) api(mux *http.ServeMux) {
	get := func(path string, h func(*http.Request) (any, error)) {
		mux.HandleFunc("GET /api/v1"+path, func(w http.ResponseWriter, r *http.Request) {
			v, err := h(r)
			if err != nil {
				s.fail(w, r, err)
				return
			}
			writeJSON(w, http.StatusOK, v)
		})
	}
	mux.HandleFunc("GET /api/v1/openapi.json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write(OpenAPI)
	})
	get("/status", func(*http.Request) (any, error) { return s.Views.StatusView() })
	get("/overview", func(r *http.Request) (any, error) {
		span, err := spanOf(r)
		if err != nil {
			return nil, err
		}
		return s.Views.Overview(span)
	})
	get("/blocks", func(r *http.Request) (any, error) {
		p, err := apiPage(r)
		if err != nil {
			return nil, err
		}
		return s.Views.Blocks(p)
	})
	get("/blocks/{number}", func(r *http.Request) (any, error) {
		n, err := number("block", r.PathValue("number"))
		if err != nil {
			return nil, err
		}
		b, err := s.Views.Block(n)
		if err == nil && b == nil {
			err = s.noBlock(n)
		}
		return b, err
	})
	get("/requests", func(r *http.Request) (any, error) {
		f, err := filter(r)
		if err != nil {
			return nil, err
		}
		if f.Limit, err = limit(r); err != nil {
			return nil, err
		}
		return s.Views.Requests(f)
	})
	get("/requests/{id}", func(r *http.Request) (any, error) { return s.findRequest(r) })
	get("/requests/{id}/replay", func(r *http.Request) (any, error) {
		v, err := s.findRequest(r)
		if err != nil {
			return nil, err
		}
		return s.replayOf(r.Context(), v)
	})
	get("/models", func(r *http.Request) (any, error) {
		p, err := apiPage(r)
		if err != nil {
			return nil, err
		}
		return s.Views.Models(p)
	})
	get("/models/{id}", func(r *http.Request) (any, error) { return s.findModel(r) })
	get("/operators", func(r *http.Request) (any, error) {
		start, err := from(r)
		if err != nil {
			return nil, err
		}
		n, err := limit(r)
		if err != nil {
			return nil, err
		}
		return s.Views.Operators(start, n)
	})
	get("/operators/{address}", func(r *http.Request) (any, error) {
		n, err := limit(r)
		if err != nil {
			return nil, err
		}
		return s.findOperator(r, n)
	})
	get("/", func(*http.Request) (any, error) {
		return nil, notFound("There is no such resource: /api/v1/openapi.json describes those there are.")
	})
}

func limit(r *http.Request) (int, error) {
	text := r.URL.Query().Get("limit")
	if text == "" {
		return defaultAPIRows, nil
	}
	n, err := number("limit", text)
	if err != nil || n == 0 || n > maxAPIRows {
		return 0, badRequest("limit %q: choose 1 to %d.", clip(text), maxAPIRows)
	}
	return int(n), nil
}

func apiPage(r *http.Request) (p index.Page, err error) {
	if p.Limit, err = limit(r); err != nil {
		return p, err
	}
	p.Before, err = before(r)
	return p, err
}
