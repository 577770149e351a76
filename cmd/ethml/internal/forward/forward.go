// Package forward passes TCP connections on to a service that has several replicas behind one name. A container
// engine publishes a port for one container only; with this in front, replicas come and go behind the same port.
package forward

import (
	"context"
	"errors"
	"io"
	"log/slog"
	"math/rand/v2"
	"net"
	"sync"
	"time"
)

// Forwarder passes connections on. Target is required.
type Forwarder struct {
	Target string // host:port, looked up anew for each connection
	Log    *slog.Logger

	dialLimit time.Duration // default 3 s, for all addresses together
	lookup    func(ctx context.Context, host string) ([]string, error)
}

const maxConnections = 1024

// Serve takes connections from l until ctx ends, then closes those that are open. It closes l.
func (f *Forwarder) Serve(ctx context.Context, l net.Listener) error {
	if f.dialLimit == 0 {
		f.dialLimit = 3 * time.Second
	}
	if f.lookup == nil {
		f.lookup = net.DefaultResolver.LookupHost
	}
	stop := context.AfterFunc(ctx, func() { l.Close() })
	defer stop()
	slots := make(chan struct{}, maxConnections)
	var open sync.WaitGroup
	defer open.Wait()
	for {
		slots <- struct{}{}
		client, err := l.Accept()
		if err != nil {
			if ctx.Err() != nil {
				return nil
			}
			l.Close()
			return err
		}
		open.Go(func() {
			defer func() { <-slots }()
			if err := f.pass(ctx, client); err != nil && ctx.Err() == nil {
				f.Log.Warn("connection not passed on", "target", f.Target, "error", err)
			}
		})
	}
}

// pass joins a client with one of the target's addresses until both directions have ended.
func (f *Forwarder) pass(ctx context.Context, client net.Conn) error {
	defer client.Close()
	server, err := f.dial(ctx)
	if err != nil {
		return err
	}
	defer server.Close()
	stop := context.AfterFunc(ctx, func() {
		client.Close()
		server.Close()
	})
	defer stop()
	var both sync.WaitGroup
	both.Go(func() { copyHalf(server, client) })
	both.Go(func() { copyHalf(client, server) })
	both.Wait()
	return nil
}

// dial tries the target's addresses, beginning anywhere among them, so that connections spread over replicas.
func (f *Forwarder) dial(ctx context.Context) (net.Conn, error) {
	ctx, cancel := context.WithTimeout(ctx, f.dialLimit)
	defer cancel()
	host, port, err := net.SplitHostPort(f.Target)
	if err != nil {
		return nil, err
	}
	addresses, err := f.lookup(ctx, host)
	if err != nil {
		return nil, err
	}
	rand.Shuffle(len(addresses), func(i, j int) { addresses[i], addresses[j] = addresses[j], addresses[i] })
	var errs []error
	for _, a := range addresses {
		conn, err := new(net.Dialer).DialContext(ctx, "tcp", net.JoinHostPort(a, port))
		if err == nil {
			return conn, nil
		}
		errs = append(errs, err)
	}
	return nil, errors.Join(errs...)
}

// copyHalf copies one direction and passes its end on. A failure ends the other direction too, since to.Close follows.
func copyHalf(to, from net.Conn) {
	_, err := io.Copy(to, from)
	if half, ok := to.(interface{ CloseWrite() error }); ok && err == nil {
		if half.CloseWrite() == nil {
			return
		}
	}
	to.Close()
	from.Close()
}
