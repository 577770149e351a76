package web

import (
	"encoding/hex"
	"errors"
	"net/http"
	"net/url"
	"strconv"
	"strings"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/explorer/internal/index"
	"github.com/ethml/ethml/services/explorer/internal/view"
)

// number reads a decimal number from a path or a query.
func number(what, text string) (uint64, error) {
	n, err := strconv.ParseUint(text, 10, 64)
	if err != nil {
		return 0, badRequest("%s %q is not a number: give a decimal one from 1.", what, clip(text))
	}
	return n, nil
}

func clip(s string) string {
	s, cut := view.Cut(view.Clean(s), 60)
	if cut {
		s += "…"
	}
	return s
}

// before reads where a page begins.
func before(r *http.Request) (uint64, error) {
	text := r.URL.Query().Get("before")
	if text == "" {
		return 0, nil
	}
	return number("before", text)
}

func addressOf(text string) (protocol.Address, error) {
	raw, err := hex.DecodeString(strings.TrimPrefix(strings.ToLower(text), "0x"))
	if err != nil || len(raw) != 20 {
		return protocol.Address{}, badRequest("%q is not an address: give 0x and 40 hexadecimal digits.", clip(text)).to("/operators", "See all operators")
	}
	return protocol.AddressFromBytes("address", raw)
}

var states = []protocol.RequestStatus{protocol.RequestQueued, protocol.RequestAssigned, protocol.RequestAnswered, protocol.RequestFailed,
	protocol.RequestCancelled, protocol.RequestExpired}

// filter reads which requests are asked for.
func filter(r *http.Request) (f view.Filter, err error) {
	q := r.URL.Query()
	if text := q.Get("state"); text != "" {
		for _, s := range states {
			if s.String() == text {
				f.State = s
			}
		}
		if f.State == protocol.RequestUnknown {
			return f, badRequest("There is no state %q: choose queued, assigned, answered, failed, cancelled or expired.", clip(text)).
				to("/requests", "See all requests")
		}
	}
	if text := q.Get("model"); text != "" {
		if f.Model, err = number("model", text); err != nil {
			return f, err
		}
	}
	if f.Model != 0 && f.State != protocol.RequestUnknown {
		return f, badRequest("Requests can be listed by state or by model, not by both.").to("/requests", "See all requests")
	}
	f.Before, err = before(r)
	return f, err
}

func spanOf(r *http.Request) (int, error) {
	text := r.URL.Query().Get("span")
	if text == "" {
		return view.DefaultSpan, nil
	}
	n, err := number("span", text)
	if err != nil || n == 0 || n > view.MaxSpan {
		return 0, badRequest("span %q: choose 1 to %d blocks.", clip(text), view.MaxSpan)
	}
	return int(n), nil
}

func (s *Server) overview(w http.ResponseWriter, r *http.Request) error {
	span, err := spanOf(r)
	if err != nil {
		return err
	}
	v, err := s.Views.Overview(span)
	if err != nil {
		return err
	}
	return s.render(w, r, "overview", http.StatusOK, "Overview", v)
}

func (s *Server) blocks(w http.ResponseWriter, r *http.Request) error {
	from, err := before(r)
	if err != nil {
		return err
	}
	v, err := s.Views.Blocks(index.Page{Before: from, Limit: pageRows})
	if err != nil {
		return err
	}
	return s.render(w, r, "blocks", http.StatusOK, "Blocks", v)
}

func (s *Server) block(w http.ResponseWriter, r *http.Request) error {
	n, err := number("block", r.PathValue("number"))
	if err != nil {
		return err
	}
	v, err := s.Views.Block(n)
	if err != nil {
		return err
	}
	if v == nil {
		return s.noBlock(n)
	}
	return s.render(w, r, "block", http.StatusOK, "Block "+strconv.FormatUint(n, 10), v)
}

func (s *Server) noBlock(n uint64) error {
	return notFound("There is no virtual block %d yet.", n).to("/blocks", "See the newest blocks")
}

func (s *Server) requests(w http.ResponseWriter, r *http.Request) error {
	f, err := filter(r)
	if err != nil {
		return err
	}
	f.Limit = pageRows
	v, err := s.Views.Requests(f)
	if err != nil {
		return err
	}
	next := url.Values{}
	if v.State != "" {
		next.Set("state", v.State)
	}
	if v.ModelID != 0 {
		next.Set("model", strconv.FormatUint(v.ModelID, 10))
	}
	first := "/requests"
	if len(next) > 0 {
		first += "?" + next.Encode()
	}
	next.Set("before", strconv.FormatUint(v.Next, 10))
	return s.render(w, r, "requests", http.StatusOK, "Requests", map[string]any{"List": v, "Older": "/requests?" + next.Encode(), "First": first, "Paged": f.Before != 0})
}

func (s *Server) request(w http.ResponseWriter, r *http.Request) error {
	v, err := s.findRequest(r)
	if p := new(problem); errors.As(err, &p) && p.code == http.StatusNotFound && r.URL.Query().Has("sent") {
		return s.awaited(w, r)
	}
	if err != nil {
		return err
	}
	return s.render(w, r, "request", http.StatusOK, "Request "+strconv.FormatUint(v.ID, 10), requestPage{Request: v, CanReplay: s.Replayer != nil})
}

// awaited is the page of a request that was just sent from here, until the watcher tells of it.
func (s *Server) awaited(w http.ResponseWriter, r *http.Request) error {
	w.Header().Set("Refresh", "2")
	return s.render(w, r, "error", http.StatusAccepted, "Sent", map[string]any{"Title": "Sent",
		"Detail": "Your request is mined. It shows here as soon as the watcher has told of it.", "Way": link{r.URL.RequestURI(), "Look again"}})
}

// requestPage is a request, and how its word was computed when that was asked for.
type requestPage struct {
	*view.Request
	CanReplay bool
	Replay    *view.Replay
}

func (s *Server) findRequest(r *http.Request) (*view.Request, error) {
	id, err := number("request", r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	v, err := s.Views.Request(r.Context(), id)
	if err == nil && v == nil {
		err = notFound("There is no request %d yet.", id).to("/requests", "See the newest requests")
	}
	return v, err
}

func (s *Server) models(w http.ResponseWriter, r *http.Request) error {
	from, err := before(r)
	if err != nil {
		return err
	}
	v, err := s.Views.Models(index.Page{Before: from, Limit: pageRows})
	if err != nil {
		return err
	}
	return s.render(w, r, "models", http.StatusOK, "Models", v)
}

func (s *Server) model(w http.ResponseWriter, r *http.Request) error {
	v, err := s.findModel(r)
	if err != nil {
		return err
	}
	return s.render(w, r, "model", http.StatusOK, "Model "+strconv.FormatUint(v.ID, 10), v)
}

func (s *Server) findModel(r *http.Request) (*view.Model, error) {
	id, err := number("model", r.PathValue("id"))
	if err != nil {
		return nil, err
	}
	v, err := s.Views.Model(r.Context(), id)
	if err == nil && v == nil {
		err = notFound("There is no model %d yet.", id).to("/models", "See all models")
	}
	return v, err
}

// from reads at which address a page of operators begins.
func from(r *http.Request) ([]byte, error) {
	text := r.URL.Query().Get("from")
	if text == "" {
		return nil, nil
	}
	a, err := addressOf(text)
	return a[:], err
}

func (s *Server) operators(w http.ResponseWriter, r *http.Request) error {
	start, err := from(r)
	if err != nil {
		return err
	}
	v, err := s.Views.Operators(start, pageRows)
	if err != nil {
		return err
	}
	return s.render(w, r, "operators", http.StatusOK, "Operators", v)
}

func (s *Server) operator(w http.ResponseWriter, r *http.Request) error {
	v, err := s.findOperator(r, pageRows)
	if err != nil {
		return err
	}
	return s.render(w, r, "operator", http.StatusOK, "Operator "+short(v.Address), v)
}

func (s *Server) findOperator(r *http.Request, limit int) (*view.Operator, error) {
	a, err := addressOf(r.PathValue("address"))
	if err != nil {
		return nil, err
	}
	start, err := before(r)
	if err != nil {
		return nil, err
	}
	v, err := s.Views.Operator(a, index.Page{Before: start, Limit: limit})
	if err == nil && v == nil {
		err = notFound("No operator %s has staked or taken a seat.", a).to("/operators", "See all operators")
	}
	return v, err
}

func (s *Server) about(w http.ResponseWriter, r *http.Request) error {
	return s.render(w, r, "about", http.StatusOK, "About", nil)
}

// search leads to what a number, an address or a CID names.
func (s *Server) search(w http.ResponseWriter, r *http.Request) error {
	q := strings.TrimSpace(r.URL.Query().Get("q"))
	hits := []link{}
	if n, err := strconv.ParseUint(strings.TrimPrefix(q, "#"), 10, 64); err == nil {
		for _, kind := range []struct{ path, name string }{{"/blocks/", "Block "}, {"/requests/", "Request "}, {"/models/", "Model "}} {
			text := strconv.FormatUint(n, 10)
			hits = append(hits, link{kind.path + text, kind.name + text})
		}
	} else if a, err := addressOf(q); err == nil {
		http.Redirect(w, r, "/operators/"+a.String(), http.StatusSeeOther)
		return nil
	}
	return s.render(w, r, "search", http.StatusOK, "Search", map[string]any{"Query": clip(q), "Hits": hits})
}
