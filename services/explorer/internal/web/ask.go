package web

import (
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"net/netip"
	"slices"
	"strconv"
	"strings"

	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/services/explorer/internal/view"
)

// maxForm bounds a form, and with it a data point.
const maxForm = 64 << 10

type askPage struct {
	Account string
	Choices []view.Choice
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
	text := r.URL.Query().Get("model")
	if text == "" {
		return s.showAsk(w, r, http.StatusOK, askPage{})
	}
	n, err := number("model", text)
	if err != nil {
		return err
	}
	p := askPage{Model: n}
	if p.Choices, err = s.Views.Choices(r.Context(), n); err != nil {
		return err
	}
	i := slices.IndexFunc(p.Choices, func(c view.Choice) bool { return c.ID == n })
	if i < 0 {
		return notFound("Model %d takes no requests: there is no such model, or its publisher has deprecated it.", n).to("/models", "See all models")
	}
	// A case that the publisher gave is a good one to begin with.
	p.Data = p.Choices[i].Example
	return s.showAsk(w, r, http.StatusOK, p)
}

func (s *Server) showAsk(w http.ResponseWriter, r *http.Request, code int, p askPage) (err error) {
	if p.Choices == nil {
		if p.Choices, err = s.Views.Choices(r.Context(), p.Model); err != nil {
			return err
		}
	}
	if p.Model == 0 && len(p.Choices) > 0 {
		p.Model = p.Choices[0].ID
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
	data, err := s.dataPoint(r.Context(), model, p.Data)
	if err != nil {
		p.Problem = "Not sent: " + clipLong(err.Error()) + "."
		return s.showAsk(w, r, http.StatusUnprocessableEntity, p)
	}
	select {
	case s.sends <- struct{}{}:
		defer func() { <-s.sends }()
	default:
		p.Problem = "Other requests are being sent at the moment. Try again in a few seconds."
		return s.showAsk(w, r, http.StatusTooManyRequests, p)
	}
	id, err := s.Sender.Send(r.Context(), model, data)
	if err != nil {
		s.Logger.Info("request not sent", "error", err)
		p.Problem = "The request was not sent: " + clipLong(err.Error())
		return s.showAsk(w, r, http.StatusUnprocessableEntity, p)
	}
	http.Redirect(w, r, "/requests/"+strconv.FormatUint(id, 10)+"?sent=1", http.StatusSeeOther)
	return nil
}

// dataPoint reads what was typed, and refuses what every node would have to refuse, before it costs a transaction.
func (s *Server) dataPoint(ctx context.Context, model uint64, text string) ([]byte, error) {
	text = strings.TrimSpace(text)
	if text == "" {
		return nil, errors.New("give a data point: numbers separated by commas, or JSON")
	}
	data := []byte(text)
	if !strings.HasPrefix(text, "{") {
		var err error
		if data, err = datapoint.FromValues(text); err != nil {
			return nil, err
		}
	}
	return data, s.Views.Fits(ctx, model, data)
}

func clipLong(s string) string {
	s, cut := view.Cut(view.Clean(s), 500)
	if cut {
		s += "…"
	}
	return s
}
