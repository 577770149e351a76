package grpcx

import (
	"context"
	"fmt"
	"net"

	"google.golang.org/grpc"
)

// Network is where a service listens and through what it reaches others. The zero value is the machine's own TCP; a
// simulation puts a network in memory in its place.
type Network struct {
	// Listening opens a port, Dialing connects to one; both or none are set. Addresses are host:port.
	Listening func(address string) (net.Listener, error)
	Dialing   func(ctx context.Context, address string) (net.Conn, error)
}

// Listen is the package's Listen on this network.
func (n Network) Listen(address, flag string) (net.Listener, error) {
	if n.Listening == nil {
		return Listen(address, flag)
	}
	l, err := n.Listening(address)
	if err != nil {
		return nil, fmt.Errorf("listen on %s (%s): %w", address, flag, err)
	}
	return l, nil
}

// Dial is the package's Dial on this network.
func (n Network) Dial(target string, c ClientConfig) (*grpc.ClientConn, error) {
	if n.Dialing == nil {
		return Dial(target, c)
	}
	return Dial(target, c, grpc.WithContextDialer(n.Dialing))
}
