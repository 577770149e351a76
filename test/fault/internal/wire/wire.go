// Package wire passes TCP connections on to a program, and breaks them the ways networks do.
package wire

import (
	"context"
	"errors"
	"io"
	"net"
	"sync"
	"time"
)

// Mode is what a link does with bytes.
type Mode int

// The modes. What a link holds back it passes on when it is mended, as a network does that lost packets for a while.
const (
	Pass     Mode = iota
	Cut           // connections are reset, and new ones too
	Slow          // each piece is late
	HalfOpen      // what the dialling side says arrives, answers don't
	Hole          // nothing arrives, and nobody is told
)

var names = [...]string{"pass", "cut", "slow", "half-open", "hole"}

func (m Mode) String() string { return names[m] }

// lateness of each piece on a slow link.
const lateness = 150 * time.Millisecond

// Link listens on an address of its own and passes connections on to another.
type Link struct {
	listener net.Listener
	target   string
	wg       sync.WaitGroup

	mu     sync.Mutex
	mode   Mode
	change chan struct{} // closed at each change of mode
	conns  map[net.Conn]struct{}
	closed bool
}

// New makes a link to target, host:port, on a free port of loopback.
func New(target string) (*Link, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	k := &Link{listener: l, target: target, change: make(chan struct{}), conns: map[net.Conn]struct{}{}}
	k.wg.Go(k.accept)
	return k, nil
}

// Addr is where the link listens.
func (k *Link) Addr() string { return k.listener.Addr().String() }

// Set changes the mode, for the connections that are open too.
func (k *Link) Set(m Mode) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.mode = m
	close(k.change)
	k.change = make(chan struct{})
	if m == Cut {
		k.reset()
	}
}

// reset ends all connections, with k.mu held.
func (k *Link) reset() {
	for c := range k.conns {
		if t, ok := c.(*net.TCPConn); ok {
			_ = t.SetLinger(0) // reset rather than a goodbye
		}
		_ = c.Close()
	}
}

// Close ends the link and all its connections.
func (k *Link) Close() error {
	k.mu.Lock()
	k.closed = true
	close(k.change)
	k.change = make(chan struct{})
	k.reset()
	k.mu.Unlock()
	err := k.listener.Close()
	k.wg.Wait()
	return err
}

func (k *Link) accept() {
	for {
		in, err := k.listener.Accept()
		if err != nil {
			return
		}
		k.wg.Go(func() { k.carry(in) })
	}
}

// hold keeps a connection for reset; false if it has to go at once.
func (k *Link) hold(c net.Conn) bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	if k.closed || k.mode == Cut {
		_ = c.Close()
		return false
	}
	k.conns[c] = struct{}{}
	return true
}

func (k *Link) drop(c net.Conn) {
	k.mu.Lock()
	delete(k.conns, c)
	k.mu.Unlock()
	_ = c.Close()
}

func (k *Link) carry(in net.Conn) {
	if !k.hold(in) {
		return
	}
	defer k.drop(in)
	dialer := net.Dialer{Timeout: 5 * time.Second}
	out, err := dialer.DialContext(context.Background(), "tcp", k.target)
	if err != nil || !k.hold(out) {
		return
	}
	defer k.drop(out)
	var both sync.WaitGroup
	both.Go(func() { k.pump(out, in, false) })
	both.Go(func() { k.pump(in, out, true) })
	both.Wait()
}

// pump copies one direction until it ends, then ends the other side's reading.
func (k *Link) pump(to, from net.Conn, answers bool) {
	buffer := make([]byte, 32<<10)
	for {
		n, err := from.Read(buffer)
		if n > 0 {
			if k.admit(answers) != nil {
				break
			}
			if _, err := to.Write(buffer[:n]); err != nil {
				break
			}
		}
		if err != nil {
			if errors.Is(err, io.EOF) && k.admit(answers) == nil {
				if t, ok := to.(*net.TCPConn); ok {
					_ = t.CloseWrite()
					return
				}
			}
			break
		}
	}
	_ = to.Close()
	_ = from.Close()
}

var errClosed = errors.New("link closed")

// admit waits until the mode lets bytes of a direction through.
func (k *Link) admit(answers bool) error {
	late := false
	for {
		k.mu.Lock()
		mode, change, closed := k.mode, k.change, k.closed
		k.mu.Unlock()
		switch {
		case closed, mode == Cut:
			return errClosed
		case mode == Hole, mode == HalfOpen && answers:
			<-change
		case mode == Slow && !late:
			late = true
			timer := time.NewTimer(lateness)
			select {
			case <-timer.C:
			case <-change:
			}
			timer.Stop()
		default:
			return nil
		}
	}
}
