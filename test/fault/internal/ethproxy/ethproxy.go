// Package ethproxy stands between a service and its Ethereum node, speaks JSON-RPC over HTTP and WebSocket, and misbehaves
// the ways providers do: it stalls, refuses, fails, or tells something that is not so.
package ethproxy

import (
	"bytes"
	"context"
	"errors"
	"io"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/gorilla/websocket"
)

// Mode is what the proxy does with calls.
type Mode int

// The modes.
const (
	Honest     Mode = iota
	Stall           // calls wait until the proxy is honest again
	Refuse          // too many requests: status 429, over WebSocket error -32005
	Fail            // status 500; WebSocket connections are cut
	WrongChain      // the chain id of another network
	NoLogs          // eth_getLogs finds nothing
	OldHead         // the head of the moment the lie began
)

var names = [...]string{"honest", "stall", "refuse", "fail", "wrong chain id", "no logs", "old head"}

func (m Mode) String() string { return names[m] }

// Proxy passes calls on to one node.
type Proxy struct {
	listener net.Listener
	server   *http.Server
	target   string // host:port
	serving  sync.WaitGroup

	mu      sync.Mutex
	mode    Mode
	frozen  uint64        // the head of OldHead
	change  chan struct{} // closed at each change of mode
	sockets map[*websocket.Conn]struct{}
	closed  bool
}

// New makes a proxy of the node at target, host:port, on a free port of loopback.
func New(target string) (*Proxy, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	p := &Proxy{listener: l, target: target, change: make(chan struct{}), sockets: map[*websocket.Conn]struct{}{}}
	p.server = &http.Server{Handler: p, ReadHeaderTimeout: 10 * time.Second}
	p.serving.Go(func() { _ = p.server.Serve(l) })
	return p, nil
}

// Addr is where the proxy listens.
func (p *Proxy) Addr() string { return p.listener.Addr().String() }

// Set changes the mode. head is the chain's, for OldHead.
func (p *Proxy) Set(m Mode, head uint64) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.mode, p.frozen = m, head
	close(p.change)
	p.change = make(chan struct{})
	// A chain id is asked for when a connection is made.
	if m == Fail || m == WrongChain {
		p.reset()
	}
}

func (p *Proxy) reset() {
	for c := range p.sockets {
		_ = c.Close()
	}
}

// Close ends the proxy and its connections.
func (p *Proxy) Close() error {
	p.mu.Lock()
	p.closed = true
	close(p.change)
	p.change = make(chan struct{})
	p.reset()
	p.mu.Unlock()
	err := p.server.Close()
	p.serving.Wait()
	return err
}

// lie is the present mode, once it is not a stall.
func (p *Proxy) lie(ctx context.Context) (lie, error) {
	for {
		p.mu.Lock()
		mode, frozen, change, closed := p.mode, p.frozen, p.change, p.closed
		p.mu.Unlock()
		switch {
		case closed:
			return lie{}, http.ErrServerClosed
		case mode != Stall:
			return lie{mode, frozen}, nil
		}
		select {
		case <-change:
		case <-ctx.Done():
			return lie{}, ctx.Err()
		}
	}
}

func (p *Proxy) present() Mode {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.mode
}

// ServeHTTP takes a call, or a WebSocket.
func (p *Proxy) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if websocket.IsWebSocketUpgrade(r) {
		p.socket(w, r)
		return
	}
	body, err := io.ReadAll(io.LimitReader(r.Body, 16<<20))
	if err != nil {
		return
	}
	l, err := p.lie(r.Context())
	if err != nil {
		return
	}
	switch l.mode {
	case Refuse:
		http.Error(w, "too many requests", http.StatusTooManyRequests)
		return
	case Fail:
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	calls := newCalls()
	body = calls.ask(l, body)
	req, err := http.NewRequestWithContext(r.Context(), http.MethodPost, "http://"+p.target, bytes.NewReader(body))
	if err != nil {
		return
	}
	req.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(req)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer answer.Body.Close()
	body, err = io.ReadAll(answer.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if l, err = p.lie(r.Context()); err != nil {
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(answer.StatusCode)
	_, _ = w.Write(calls.answer(l, body))
}

func (p *Proxy) hold(c *websocket.Conn) bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.closed {
		_ = c.Close()
		return false
	}
	p.sockets[c] = struct{}{}
	return true
}

func (p *Proxy) drop(c *websocket.Conn) {
	p.mu.Lock()
	delete(p.sockets, c)
	p.mu.Unlock()
	_ = c.Close()
}

var errFails = errors.New("the node fails")

// largest message either way, bytes.
const largest = 64 << 20

func (p *Proxy) socket(w http.ResponseWriter, r *http.Request) {
	if m := p.present(); m == Fail || m == Refuse {
		http.Error(w, m.String(), map[Mode]int{Fail: http.StatusInternalServerError, Refuse: http.StatusTooManyRequests}[m])
		return
	}
	up, _, err := websocket.DefaultDialer.DialContext(r.Context(), "ws://"+p.target, nil) //nolint:bodyclose // the dialer has read and closed it
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	if !p.hold(up) {
		return
	}
	defer p.drop(up)
	upgrader := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	down, err := upgrader.Upgrade(w, r, nil)
	if err != nil || !p.hold(down) {
		return
	}
	defer p.drop(down)
	up.SetReadLimit(largest)
	down.SetReadLimit(largest)

	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	s := &session{proxy: p, up: up, down: down, calls: newCalls()}
	var both sync.WaitGroup
	for _, pump := range []func(context.Context) error{s.asks, s.answers} {
		both.Go(func() {
			_ = pump(ctx)
			cancel()
			_ = up.Close()
			_ = down.Close()
		})
	}
	both.Wait()
}

// session is one WebSocket and its counterpart at the node.
type session struct {
	proxy    *Proxy
	up, down *websocket.Conn
	calls    *calls
	writing  sync.Mutex // of down
}

func (s *session) send(kind int, message []byte) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.down.WriteMessage(kind, message)
}

func (s *session) asks(ctx context.Context) error {
	for {
		kind, message, err := s.down.ReadMessage()
		if err != nil {
			return err
		}
		l, err := s.proxy.lie(ctx)
		if err != nil {
			return err
		}
		switch l.mode {
		case Fail:
			return errFails
		case Refuse:
			if err := s.send(kind, refusal(message)); err != nil {
				return err
			}
			continue
		}
		if err := s.up.WriteMessage(kind, s.calls.ask(l, message)); err != nil {
			return err
		}
	}
}

func (s *session) answers(ctx context.Context) error {
	for {
		kind, message, err := s.up.ReadMessage()
		if err != nil {
			return err
		}
		l, err := s.proxy.lie(ctx)
		if err != nil {
			return err
		}
		if message = s.calls.answer(l, message); message == nil {
			continue
		}
		if err := s.send(kind, message); err != nil {
			return err
		}
	}
}
