package grpcx

import (
	"cmp"
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"sync"
	"time"

	"google.golang.org/grpc"
	"google.golang.org/grpc/codes"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
	"google.golang.org/grpc/health"
	healthpb "google.golang.org/grpc/health/grpc_health_v1"
	"google.golang.org/grpc/keepalive"
	"google.golang.org/grpc/peer"
	"google.golang.org/grpc/reflection"
	reflectionv1 "google.golang.org/grpc/reflection/grpc_reflection_v1"
	reflectionv1alpha "google.golang.org/grpc/reflection/grpc_reflection_v1alpha"
	"google.golang.org/grpc/status"
	"google.golang.org/grpc/tap"
	"google.golang.org/protobuf/reflect/protodesc"
	"google.golang.org/protobuf/reflect/protoreflect"
	"google.golang.org/protobuf/reflect/protoregistry"

	"github.com/ethml/ethml/internal/limit"
)

// Public is how a port is opened to callers that nobody here knows: they show a token instead of a certificate.
type Public struct {
	Listen     string  `help:"Address of a port for others, which takes a token; none opens none." placeholder:"HOST:PORT"`
	TokenFile  string  `help:"File with the tokens that are let in, a line each; read again while it is in use." type:"path"`
	TLSCert    string  `name:"tls-cert" help:"PEM file with that port's certificate; callers need none." type:"path"`
	TLSKey     string  `name:"tls-key" help:"PEM file with the certificate's key." type:"path"`
	Plaintext  bool    `help:"Take tokens in the clear, such as behind a proxy that ends TLS."`
	Rate       float64 `help:"Calls a second that one address may make." default:"20"`
	Calls      int     `help:"Calls at work at once, a quarter of them for one address." default:"32"`
	MaxMessage int     `help:"Largest message on that port in bytes." default:"4194304"`
}

// Check names what is wrong; a port that isn't opened has nothing wrong.
func (p Public) Check() error {
	certificate := p.TLSCert != "" && p.TLSKey != ""
	switch {
	case p.Listen == "" && (p.TokenFile != "" || p.TLSCert != "" || p.TLSKey != "" || p.Plaintext):
		return errors.New("flags of a public port, but none to open: set --public-listen to its address")
	case p.Listen == "":
		return nil
	case p.TokenFile == "":
		return errors.New("a public port without tokens: set --public-token-file to a file that has one a line")
	case p.Plaintext && (p.TLSCert != "" || p.TLSKey != ""):
		return errors.New("plaintext and TLS exclude each other on the public port: drop --public-plaintext or the --public-tls flags")
	case !p.Plaintext && !certificate:
		return errors.New("no transport security on the public port: set --public-tls-cert and --public-tls-key, or ask for --public-plaintext")
	case p.Rate < 0 || p.Calls < 0 || p.MaxMessage < 0:
		return fmt.Errorf("public port: %v calls a second, %d at once, %d bytes: none can be negative", p.Rate, p.Calls, p.MaxMessage)
	}
	return nil
}

// PublicConfig is a public port and what bounds its callers. Only Public and Listener are required.
type PublicConfig struct {
	Public
	Listener       net.Listener
	HandshakeLimit time.Duration // for a connection to come up; default 10 s
	ReceiveLimit   time.Duration // for a call's headers to come, then for its message; default 10 s
	CallLimit      time.Duration // for a call; default 2 min
	IdleLimit      time.Duration // for a connection without calls; default 1 min
	TokensFresh    time.Duration // how long a token holds that was taken out; default 1 s
}

// What strangers get.
const (
	publicReceiveLimit = 10 * time.Second
	publicCallLimit    = 2 * time.Minute
	publicIdleLimit    = time.Minute
	publicAge          = 10 * time.Minute // of a connection, after which the caller opens another
	publicStreams      = 64               // calls at once on a connection
	publicMaxMessage   = 4 << 20
	publicRate         = 20
	publicCalls        = 32
	publicConns        = 1024 // connections in all
	publicAddressConns = 64   // and of one address
)

// Public makes a second server beside s, with its logger, metrics and refusals, for strangers. It has the health
// service, and reflection that shows the services registered on it and nothing else. Register them, then call
// ShowRegistered and Serve.
func (s *Server) Public(c PublicConfig) (*Server, error) {
	if err := c.Check(); err != nil {
		return nil, err
	}
	tokens, err := openTokens(c.TokenFile, cmp.Or(c.TokensFresh, time.Second), s.refusals.badTokens)
	if err != nil {
		return nil, err
	}
	creds, err := c.credentials(s.refusals)
	if err != nil {
		return nil, err
	}
	all := cmp.Or(c.Calls, publicCalls)
	rate := cmp.Or(c.Rate, publicRate)
	guard := &strangers{
		calls:    &calls{refusals: s.refusals, receive: cmp.Or(c.ReceiveLimit, publicReceiveLimit)},
		tokens:   tokens,
		rate:     rate,
		limiter:  limit.New(limit.Config{Every: time.Duration(float64(time.Second) / rate), Burst: max(1, int(2*rate))}),
		longest:  cmp.Or(c.CallLimit, publicCallLimit),
		atOnce:   newCrowd(all, max(1, all/4)),
		refusals: s.refusals,
	}
	size := cmp.Or(c.MaxMessage, publicMaxMessage)
	idle := cmp.Or(c.IdleLimit, publicIdleLimit)
	options := append([]grpc.ServerOption{
		grpc.Creds(newHandshakes(creds, s.refusals, guard.calls.receive)),
		grpc.ConnectionTimeout(cmp.Or(c.HandshakeLimit, handshakeLimit)),
		grpc.MaxConcurrentStreams(publicStreams),
		grpc.InTapHandle(guard.admit),
		grpc.StatsHandler(guard.calls),
		grpc.MaxRecvMsgSize(size),
		grpc.MaxSendMsgSize(size),
		// Who doesn't answer pings, such as one that stays in the middle of a frame, is cut too.
		grpc.KeepaliveParams(keepalive.ServerParameters{MaxConnectionIdle: idle, MaxConnectionAge: publicAge,
			MaxConnectionAgeGrace: guard.longest, Time: min(idle, 15*time.Second), Timeout: min(idle, 10*time.Second)}),
		grpc.KeepaliveEnforcementPolicy(keepalive.EnforcementPolicy{MinTime: 10 * time.Second, PermitWithoutStream: true}),
	}, s.common...)
	door := &door{Listener: c.Listener, refusals: s.refusals, inside: newCrowd(publicConns, publicAddressConns)}
	p := &Server{Server: grpc.NewServer(options...), health: health.NewServer(), listener: door, refusals: s.refusals, common: s.common}
	healthpb.RegisterHealthServer(p.Server, p.health)
	p.health.SetServingStatus("", healthpb.HealthCheckResponse_NOT_SERVING)
	return p, nil
}

// ShowRegistered adds reflection for the services registered so far. gRPC's own would tell of every service the program
// knows.
func (s *Server) ShowRegistered() error {
	files := new(protoregistry.Files)
	for name, info := range s.GetServiceInfo() {
		path, ok := info.Metadata.(string)
		if !ok {
			return fmt.Errorf("reflection: service %s doesn't say where it is described", name)
		}
		file, err := protoregistry.GlobalFiles.FindFileByPath(path)
		if err != nil {
			return fmt.Errorf("reflection: service %s: %w", name, err)
		}
		if err := addFile(files, file); err != nil {
			return fmt.Errorf("reflection: service %s: %w", name, err)
		}
	}
	options := reflection.ServerOptions{Services: s.Server, DescriptorResolver: protodesc.Resolver(files), ExtensionResolver: new(protoregistry.Types)}
	reflectionv1.RegisterServerReflectionServer(s.Server, reflection.NewServerV1(options))
	reflectionv1alpha.RegisterServerReflectionServer(s.Server, reflection.NewServer(options))
	return nil
}

// addFile adds a file and what it imports.
func addFile(files *protoregistry.Files, f protoreflect.FileDescriptor) error {
	if _, err := files.FindFileByPath(f.Path()); err == nil {
		return nil
	}
	imports := f.Imports()
	for i := range imports.Len() {
		if err := addFile(files, imports.Get(i).FileDescriptor); err != nil {
			return err
		}
	}
	return files.RegisterFile(f)
}

func (p Public) credentials(r *refusals) (credentials.TransportCredentials, error) {
	if p.Plaintext {
		return insecure.NewCredentials(), nil
	}
	last, err := tls.LoadX509KeyPair(p.TLSCert, p.TLSKey)
	if err != nil {
		return nil, fmt.Errorf("load the public port's certificate: %w", err)
	}
	var mu sync.Mutex
	return credentials.NewTLS(&tls.Config{
		MinVersion: tls.VersionTLS13,
		// Read anew for each connection; while the two files don't fit, the ones before stay in use.
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) {
			now, err := tls.LoadX509KeyPair(p.TLSCert, p.TLSKey)
			mu.Lock()
			defer mu.Unlock()
			if err != nil {
				r.badFiles(err)
			} else {
				last = now
			}
			using := last
			return &using, nil
		},
	}), nil
}

// strangers lets callers in by token, and bounds what each address may ask.
type strangers struct {
	calls    *calls
	tokens   *tokens
	rate     float64
	limiter  *limit.Limiter
	longest  time.Duration
	atOnce   *crowd
	refusals *refusals
}

// admit is asked when a call's headers have come, before anything of its message is read.
func (s *strangers) admit(ctx context.Context, call *tap.Info) (context.Context, error) {
	address := ""
	if p, ok := peer.FromContext(ctx); ok {
		address = addressOf(p.Addr)
	}
	if err := s.calls.measure(ctx, call); err != nil {
		return ctx, err
	}
	if err := s.tokens.check(call.Header.Get("authorization")); err != nil {
		reason := refusedNoToken
		if errors.Is(err, errWrongToken) {
			reason = refusedWrongToken
		}
		s.refusals.refuse(reason, address, "", call.FullMethodName, nil)
		return ctx, status.Error(codes.Unauthenticated, err.Error())
	}
	if ok, _ := s.limiter.Allow(address); !ok {
		s.refusals.refuse(refusedRate, address, "", call.FullMethodName, nil)
		return ctx, status.Errorf(codes.ResourceExhausted, "more than %v calls a second: ask less often", s.rate)
	}
	if !s.atOnce.enter(address) {
		s.refusals.refuse(refusedBusy, address, "", call.FullMethodName, nil)
		return ctx, status.Error(codes.ResourceExhausted, "too many calls at once: try again in a moment")
	}
	ctx, cancel := context.WithTimeout(ctx, s.longest)
	// The call's context ends with the call, however that comes about.
	context.AfterFunc(ctx, func() {
		cancel()
		s.atOnce.leave(address)
	})
	return s.calls.begin(ctx), nil
}

// crowd counts who is there, in all and by address.
type crowd struct {
	all, each int // at most
	mu        sync.Mutex
	there     int
	by        map[string]int
}

func newCrowd(all, each int) *crowd { return &crowd{all: all, each: each, by: make(map[string]int)} }

func (c *crowd) enter(address string) bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.there >= c.all || c.by[address] >= c.each {
		return false
	}
	c.there++
	c.by[address]++
	return true
}

func (c *crowd) leave(address string) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.there--
	if c.by[address]--; c.by[address] == 0 {
		delete(c.by, address)
	}
}

// door closes connections that are too many, before anything is spent on them.
type door struct {
	net.Listener
	refusals *refusals
	inside   *crowd
}

// Accept gives the next connection that may stay.
func (d *door) Accept() (net.Conn, error) {
	for {
		conn, err := d.Listener.Accept()
		if err != nil {
			return nil, err
		}
		address := addressOf(conn.RemoteAddr())
		if d.inside.enter(address) {
			return &guest{Conn: conn, leave: sync.OnceFunc(func() { d.inside.leave(address) })}, nil
		}
		d.refusals.refuse(refusedConnections, address, "", "", nil)
		// It is nobody's connection any more.
		_ = conn.Close()
	}
}

// guest is a connection that says when it goes.
type guest struct {
	net.Conn
	leave func()
}

// Close closes the connection.
func (g *guest) Close() error {
	defer g.leave()
	return g.Conn.Close()
}
