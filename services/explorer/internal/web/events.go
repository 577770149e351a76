package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http"
	"sync/atomic"
	"time"

	"github.com/ethml/ethml/services/explorer/internal/view"
)

const (
	eventsPath = "/events"
	maxStreams = 512
	// quiet is the shortest time between two events of a stream: pages needn't follow each row.
	quiet     = 500 * time.Millisecond
	keepAlive = 15 * time.Second
	writeTime = 10 * time.Second
)

// hub tells open pages when something changed, as server-sent events.
type hub struct {
	ctx     context.Context
	views   *view.Views
	status  atomic.Pointer[chan struct{}]
	streams atomic.Int64
}

func newHub(ctx context.Context, v *view.Views) *hub {
	h := &hub{ctx: ctx, views: v}
	first := make(chan struct{})
	h.status.Store(&first)
	return h
}

// poke says that the status changed.
func (h *hub) poke() {
	next := make(chan struct{})
	close(*h.status.Swap(&next))
}

// pulse is what an event says. A page whose revision is older, or that thinks otherwise of the connection, loads again.
type pulse struct {
	Revision  uint64 `json:"revision"`
	Connected bool   `json:"connected"`
	Head      uint64 `json:"head"`
}

func (h *hub) now() pulse {
	s := h.views.Status()
	return pulse{Revision: h.views.Revision(), Connected: s.Connected, Head: s.Head.GetNumber()}
}

func (h *hub) serve(w http.ResponseWriter, r *http.Request) {
	if h.streams.Add(1) > maxStreams {
		h.streams.Add(-1)
		w.Header().Set("Retry-After", "10")
		http.Error(w, "too many open pages: this one is not updated by itself", http.StatusServiceUnavailable)
		return
	}
	defer h.streams.Add(-1)
	w.Header().Set("Content-Type", "text/event-stream")
	w.Header().Set("Cache-Control", "no-store")
	w.Header().Set("X-Accel-Buffering", "no")
	rc := http.NewResponseController(w)
	send := func(text string) bool {
		// The server's own limit is for pages; a stream goes on, as long as somebody reads.
		_ = rc.SetWriteDeadline(time.Now().Add(writeTime))
		_, err := fmt.Fprint(w, text)
		return err == nil && rc.Flush() == nil
	}
	if !send("retry: 2000\n\n") {
		return
	}
	var last pulse
	for first := true; ; first = false {
		rows, _ := h.views.Index.Changed()
		status := *h.status.Load()
		if p := h.now(); first || p != last {
			last = p
			raw, err := json.Marshal(p)
			if err != nil || !send("data: "+string(raw)+"\n\n") {
				return
			}
		}
		if !h.pause(r.Context(), quiet, nil, nil) {
			return
		}
		if !h.pause(r.Context(), keepAlive, rows, status) || !send(":\n") {
			return
		}
	}
}

// pause waits for one of the channels, or a while; false when the stream is over.
func (h *hub) pause(ctx context.Context, d time.Duration, a, b <-chan struct{}) bool {
	timer := time.NewTimer(d)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-h.ctx.Done():
		return false
	case <-a:
	case <-b:
	case <-timer.C:
	}
	return true
}
