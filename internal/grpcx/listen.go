package grpcx

import (
	"errors"
	"fmt"
	"net"
	"syscall"
)

// Listen opens a TCP port. A taken one is named together with the flag that moves it.
func Listen(address, flag string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if errors.Is(err, syscall.EADDRINUSE) {
		return nil, fmt.Errorf("port of %s is taken: stop the program that uses it, or choose another with %s", address, flag)
	}
	if err != nil {
		return nil, fmt.Errorf("listen on %s (%s): %w", address, flag, err)
	}
	return l, nil
}
