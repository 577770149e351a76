package grpcx

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"strings"
	"sync"
	"time"

	"golang.org/x/net/http2"
	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/stats"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/tap"
)

// What a peer gets before it is trusted.
const (
	handshakeLimit = 10 * time.Second // for TLS and the connection preface
	maxHandshakes  = 256              // of one address at once
	receiveLimit   = 30 * time.Second // for a call's headers, then for its first message
	maxStreams     = 1000             // calls at once on a connection
	// A connection is told to go after connectionAge, and cut after twice that: no longer does a certificate hold
	// after it has expired or its CA was taken out.
	connectionAge = 30 * time.Minute
)

var (
	errCrowded  = errors.New("too many handshakes of this address at once")
	errProtocol = errors.New("not the protocol of this port")
	errSlow     = errors.New("the call's first message took too long")
)

// handshakes bounds handshakes and counts those that fail. It waits for the client's preface too, so that a connection
// that says nothing, or something else, ends here.
type handshakes struct {
	credentials.TransportCredentials
	refusals *refusals
	receive  time.Duration // for a call's headers to come

	mu      sync.Mutex
	pending map[string]int // by address
}

func newHandshakes(c credentials.TransportCredentials, r *refusals, receive time.Duration) *handshakes {
	return &handshakes{TransportCredentials: c, refusals: r, receive: receive, pending: make(map[string]int)}
}

func (h *handshakes) ServerHandshake(raw net.Conn) (net.Conn, credentials.AuthInfo, error) {
	address := addressOf(raw.RemoteAddr())
	if !h.begin(address) {
		h.refusals.refuseHandshake(raw, errCrowded)
		return nil, nil, errCrowded
	}
	defer h.end(address)
	conn, info, err := h.TransportCredentials.ServerHandshake(raw)
	if err == nil {
		err = takePreface(conn)
	}
	if err != nil {
		h.refusals.refuseHandshake(raw, err)
		return nil, nil, err
	}
	name := strings.Join(namesOf(info), ",")
	seen := watch(conn, hardHeaders, h.receive, func(reason string, detail error) { h.refusals.refuse(reason, address, name, "", detail) })
	return &prefaced{Conn: seen, read: http2.ClientPreface}, info, nil
}

func (h *handshakes) begin(address string) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.pending[address] >= maxHandshakes {
		return false
	}
	h.pending[address]++
	return true
}

func (h *handshakes) end(address string) {
	h.mu.Lock()
	defer h.mu.Unlock()
	if h.pending[address]--; h.pending[address] == 0 {
		delete(h.pending, address)
	}
}

func (h *handshakes) Clone() credentials.TransportCredentials { return h }

// prefaced gives back what was read of a connection before it goes on.
type prefaced struct {
	net.Conn
	read string
}

func (p *prefaced) Read(b []byte) (int, error) {
	if len(p.read) == 0 {
		return p.Conn.Read(b)
	}
	n := copy(b, p.read)
	p.read = p.read[n:]
	return n, nil
}

func takePreface(conn net.Conn) error {
	preface := make([]byte, len(http2.ClientPreface))
	if n, err := io.ReadFull(conn, preface); err != nil {
		if errors.Is(err, io.ErrUnexpectedEOF) || n > 0 && !strings.HasPrefix(http2.ClientPreface, string(preface[:n])) {
			err = fmt.Errorf("%w: it began with %q", errProtocol, preface[:n])
		}
		return err
	}
	if string(preface) != http2.ClientPreface {
		return fmt.Errorf("%w: it began with %q", errProtocol, preface)
	}
	return nil
}

// calls refuses calls before anything of them is read, and times their first message.
type calls struct {
	refusals *refusals
	allowed  map[string]map[string]bool // certificate names by method; nil: no certificates, so everybody
	receive  time.Duration
}

// admit is asked when a call's headers have come.
func (c *calls) admit(ctx context.Context, call *tap.Info) (context.Context, error) {
	if err := c.measure(ctx, call); err != nil {
		return ctx, err
	}
	if c.allowed != nil {
		if err := c.authorize(ctx, call.FullMethodName); err != nil {
			return ctx, err
		}
	}
	return c.begin(ctx), nil
}

// measure refuses headers that are too many.
func (c *calls) measure(ctx context.Context, call *tap.Info) error {
	size := headerBytes(call)
	if size <= maxHeaders {
		return nil
	}
	names, address := peerNames(ctx)
	err := status.Errorf(codes.ResourceExhausted, "headers of %d bytes: %d are the most", size, maxHeaders)
	// The method is the peer's own word, and may be what is so long.
	c.refusals.refuse(refusedOversized, address, strings.Join(names, ","), "", err)
	return err
}

// begin gives a call the time that its first message may take.
func (c *calls) begin(ctx context.Context) context.Context {
	ctx, cancel := context.WithCancelCause(ctx)
	return &firstMessage{Context: ctx, timer: time.AfterFunc(c.receive, func() { cancel(errSlow) })}
}

func (c *calls) authorize(ctx context.Context, method string) error {
	allowed := c.allowed[method]
	names, address := peerNames(ctx)
	if allowed[Anyone] {
		return nil
	}
	for _, name := range names {
		if allowed[name] {
			return nil
		}
	}
	name := strings.Join(names, ",")
	c.refusals.refuse(refusedName, address, name, method, nil)
	return status.Errorf(codes.PermissionDenied, "certificate of %q may not call %s: the server's access table has other names for it (--tls-names there, if it should)", name, method)
}

// firstMessage is the context of a call whose first message may still be on its way.
type firstMessage struct {
	context.Context
	timer *time.Timer
}

type firstMessageKey struct{}

// Err makes a message that came too late a deadline that passed.
func (f *firstMessage) Err() error {
	err := f.Context.Err()
	if err != nil && errors.Is(context.Cause(f.Context), errSlow) {
		return context.DeadlineExceeded
	}
	return err
}

// Value gives the call's own context to who asks for it.
func (f *firstMessage) Value(key any) any {
	if key == (firstMessageKey{}) {
		return f
	}
	return f.Context.Value(key)
}

// TagRPC is part of stats.Handler.
func (c *calls) TagRPC(ctx context.Context, _ *stats.RPCTagInfo) context.Context { return ctx }

// TagConn is part of stats.Handler.
func (c *calls) TagConn(ctx context.Context, _ *stats.ConnTagInfo) context.Context { return ctx }

// HandleConn is part of stats.Handler.
func (c *calls) HandleConn(context.Context, stats.ConnStats) {}

// HandleRPC is told of a call's messages and of its end.
func (c *calls) HandleRPC(ctx context.Context, s stats.RPCStats) {
	end, ended := s.(*stats.End)
	if _, came := s.(*stats.InPayload); !came && !ended {
		return
	}
	if f, ok := ctx.Value(firstMessageKey{}).(*firstMessage); ok {
		f.timer.Stop()
	}
	if !ended || end.Error == nil {
		return
	}
	var reason string
	switch {
	case errors.Is(context.Cause(ctx), errSlow):
		reason = refusedSlow
	case oversized(end.Error):
		reason = refusedOversized
	default:
		return
	}
	names, address := peerNames(ctx)
	method, _ := grpc.Method(ctx)
	c.refusals.refuse(reason, address, strings.Join(names, ","), method, end.Error)
}

// oversized tells gRPC's own refusal of a message from a service that is out of something.
func oversized(err error) bool {
	s, ok := status.FromError(err)
	return ok && s.Code() == codes.ResourceExhausted && strings.HasPrefix(s.Message(), "grpc: ") && strings.Contains(s.Message(), "larger than max")
}
