package sim

import (
	"context"
	"errors"
	"net"
	"sync"

	"google.golang.org/grpc/test/bufconn"

	"github.com/ethml/ethml/internal/grpcx"
)

var errUnreachable = errors.New("connection refused")

// network connects services by address, in memory.
type network struct {
	mu    sync.Mutex
	ports map[string]*port
}

type port struct {
	*bufconn.Listener
	network *network
	address string
	shut    bool // nothing gets through
	conns   []net.Conn
}

// Addr implements net.Listener.
func (p *port) Addr() net.Addr { return address(p.address) }

type address string

func (address) Network() string  { return "memory" }
func (a address) String() string { return string(a) }

func newNetwork() *network { return &network{ports: map[string]*port{}} }

func (n *network) hooks() grpcx.Network {
	return grpcx.Network{Listening: n.listen, Dialing: n.dial}
}

func (n *network) listen(address string) (net.Listener, error) {
	p := &port{Listener: bufconn.Listen(1 << 16), network: n, address: address}
	n.mu.Lock()
	defer n.mu.Unlock()
	n.ports[address] = p
	return p, nil
}

func (n *network) dial(ctx context.Context, address string) (net.Conn, error) {
	n.mu.Lock()
	p := n.ports[address]
	n.mu.Unlock()
	if p == nil || p.shut {
		return nil, errUnreachable
	}
	conn, err := p.DialContext(ctx)
	if err != nil {
		return nil, err
	}
	n.mu.Lock()
	defer n.mu.Unlock()
	if p.shut {
		conn.Close()
		return nil, errUnreachable
	}
	p.conns = append(p.conns, conn)
	return conn, nil
}

// cut ends an address's connections; with shut, there are no new ones either until somebody listens there anew.
func (n *network) cut(address string, shut bool) {
	n.mu.Lock()
	p := n.ports[address]
	var conns []net.Conn
	if p != nil {
		p.shut = p.shut || shut
		conns, p.conns = p.conns, nil
	}
	n.mu.Unlock()
	for _, c := range conns {
		c.Close()
	}
}
