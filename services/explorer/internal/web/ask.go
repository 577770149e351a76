package web

import (
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"strconv"
	"strings"

	"github.com/ethml/ethml/services/explorer/internal/index"
	"github.com/ethml/ethml/services/explorer/internal/view"
)

// maxForm bounds a form, and with it a data point.
const maxForm = 64 << 10

type askPage struct {
	Account string
	Models  []view.ModelRow
	Model   uint64
	Data    string
	Problem string
}

// local refuses names that may be an attacker's: a page of another site that makes its own name lead here must not be able
// to spend the dev account's tokens.
func local(r *http.Request) bool {
	host := r.Host
	if h, _, err := net.SplitHostPort(host); err == nil {
		host = h
	}
	_, err := netip.ParseAddr(strings.Trim(host, "[]"))
	return err == nil || host == "localhost"
}

func (s *Server) canAsk(r *http.Request) error {
	switch {
	case s.Sender == nil:
		return notFound("This explorer sends no requests: it was started without --dev-network. `ethml request` sends them.")
	case !local(r):
		return &problem{http.StatusForbidden, "Not from here", "The form works by the address or as localhost only.", link{"/", "Go to the overview"}}
	}
	return nil
}

func (s *Server) askForm(w http.ResponseWriter, r *http.Request) error {
	if err := s.canAsk(r); err != nil {
		return err
	}
	p := askPage{}
	if text := r.URL.Query().Get("model"); text != "" {
		n, err := number("model", text)
		if err != nil {
			return err
		}
		p.Model = n
		// A case that the publisher gave is a good one to begin with.
		m, err := s.Views.Model(r.Context(), n)
		if err != nil {
			return err
		}
		if m != nil && m.Manifest != nil && len(m.Manifest.Golden) > 0 && !m.Manifest.Golden[0].Cut {
			p.Data = m.Manifest.Golden[0].Data
		}
	}
	return s.showAsk(w, r, http.StatusOK, p)
}

func (s *Server) showAsk(w http.ResponseWriter, r *http.Request, code int, p askPage) error {
	list, err := s.Views.Models(index.Page{Limit: maxAPIRows})
	if err != nil {
		return err
	}
	for _, m := range list.Models {
		if !m.Deprecated {
			p.Models = append(p.Models, m)
		}
	}
	p.Account = s.Sender.Account()
	return s.render(w, r, "ask", code, "Ask for a prediction", p)
}

func (s *Server) ask(w http.ResponseWriter, r *http.Request) error {
	if err := s.canAsk(r); err != nil {
		return err
	}
	r.Body = http.MaxBytesReader(w, r.Body, maxForm)
	if err := r.ParseForm(); err != nil {
		if tooLarge := new(http.MaxBytesError); errors.As(err, &tooLarge) {
			_, _ = io.Copy(io.Discard, io.LimitReader(r.Body, maxForm))
			return &problem{http.StatusRequestEntityTooLarge, "Too large", "The form takes 64 KiB. Larger data points: ethml request FILE.", link{"/ask", "Back to the form"}}
		}
		return badRequest("The form can't be read.").to("/ask", "Back to the form")
	}
	p := askPage{Data: r.PostForm.Get("data")}
	model, err := strconv.ParseUint(r.PostForm.Get("model"), 10, 64)
	if err != nil {
		p.Problem = "Choose a model."
		return s.showAsk(w, r, http.StatusUnprocessableEntity, p)
	}
	p.Model = model
	data := strings.TrimSpace(p.Data)
	if data == "" {
		p.Problem = "Give a data point: numbers separated by commas, or a JSON array."
		return s.showAsk(w, r, http.StatusUnprocessableEntity, p)
	}
	if !strings.HasPrefix(data, "[") && !strings.HasPrefix(data, "{") {
		data = "[" + data + "]"
	}
	select {
	case s.sends <- struct{}{}:
		defer func() { <-s.sends }()
	default:
		p.Problem = "Other requests are being sent at the moment. Try again in a few seconds."
		return s.showAsk(w, r, http.StatusTooManyRequests, p)
	}
	id, err := s.Sender.Send(r.Context(), model, []byte(data))
	if err != nil {
		s.Logger.Info("request not sent", "error", err)
		p.Problem = "The request was not sent: " + clipLong(err.Error())
		return s.showAsk(w, r, http.StatusUnprocessableEntity, p)
	}
	http.Redirect(w, r, "/requests/"+strconv.FormatUint(id, 10)+"?sent=1", http.StatusSeeOther)
	return nil
}

func clipLong(s string) string {
	s, cut := view.Cut(view.Clean(s), 500)
	if cut {
		s += "…"
	}
	return s
}
