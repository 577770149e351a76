package grpcx

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"os"
	"sync"

	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

// Security is how peers are authenticated. Either all three files are set (mutual TLS 1.3), or Plaintext is asked for
// by name. The files are read anew for each connection, so certificates and CAs rotate without a restart.
type Security struct {
	Plaintext bool   `help:"Speak gRPC without TLS. For loopback and private networks only."`
	TLSCert   string `name:"tls-cert" help:"PEM file with this service's certificate." type:"path"`
	TLSKey    string `name:"tls-key" help:"PEM file with the certificate's key." type:"path"`
	TLSCA     string `name:"tls-ca" help:"PEM file with the CAs that peers' certificates must come from." type:"path"`
	TLSNames  string `name:"tls-names" help:"Names in peers' certificates where they aren't their role's: ROLE=NAME[,NAME...], several separated by semicolons." placeholder:"ROLE=NAME;..."`
}

// Check refuses half a configuration.
func (s Security) Check() error {
	files := s.TLSCert != "" && s.TLSKey != "" && s.TLSCA != ""
	any := s.TLSCert != "" || s.TLSKey != "" || s.TLSCA != "" || s.TLSNames != ""
	switch {
	case s.Plaintext && any:
		return errors.New("plaintext and TLS exclude each other: drop --plaintext or the --tls flags")
	case !s.Plaintext && !files:
		return errors.New("no transport security chosen: set --tls-cert, --tls-key and --tls-ca, or ask for --plaintext")
	}
	_, err := parseRoleNames(s.TLSNames)
	return err
}

func (s Security) load() (identity, error) {
	cert, err := tls.LoadX509KeyPair(s.TLSCert, s.TLSKey)
	if err != nil {
		return identity{}, fmt.Errorf("load TLS certificate: %w", err)
	}
	pem, err := os.ReadFile(s.TLSCA)
	if err != nil {
		return identity{}, fmt.Errorf("load TLS CA: %w", err)
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return identity{}, fmt.Errorf("load TLS CA: %s holds no certificate", s.TLSCA)
	}
	return identity{cert, pool}, nil
}

// identity is what the files hold.
type identity struct {
	cert tls.Certificate
	cas  *x509.CertPool
}

// files reads the files for each connection. Between two of them being replaced they may not fit each other: then what
// was read last goes on being used.
type files struct {
	Security
	names  roleNames
	onFail func(error)

	mu   sync.Mutex
	last identity
}

func (s Security) files(onFail func(error)) (*files, error) {
	names, err := parseRoleNames(s.TLSNames)
	if err != nil {
		return nil, err
	}
	last, err := s.load()
	if err != nil {
		return nil, err
	}
	if onFail == nil {
		onFail = func(error) {}
	}
	return &files{Security: s, names: names, last: last, onFail: onFail}, nil
}

func (f *files) identity() identity {
	now, err := f.load()
	f.mu.Lock()
	defer f.mu.Unlock()
	if err != nil {
		f.onFail(err)
		return f.last
	}
	f.last = now
	return now
}

// tlsServer is the server's half: TLS 1.3, and a certificate of the CA from every client.
type tlsServer struct {
	credentials.TransportCredentials
	files *files
}

func (s tlsServer) ServerHandshake(raw net.Conn) (net.Conn, credentials.AuthInfo, error) {
	now := s.files.identity()
	return credentials.NewTLS(&tls.Config{
		MinVersion:   tls.VersionTLS13,
		Certificates: []tls.Certificate{now.cert},
		ClientCAs:    now.cas,
		ClientAuth:   tls.RequireAndVerifyClientCert,
		// A resumed session would carry over what was true of certificates and CAs then.
		SessionTicketsDisabled: true,
	}).ServerHandshake(raw)
}

func (s tlsServer) Clone() credentials.TransportCredentials { return s }

// tlsClient is the client's half. With a role given, the server's certificate must name that role, whatever the address
// it is reached at: no other service's certificate will do, though it holds for the same host.
type tlsClient struct {
	credentials.TransportCredentials
	files *files
	role  string
}

func (c tlsClient) ClientHandshake(ctx context.Context, authority string, raw net.Conn) (net.Conn, credentials.AuthInfo, error) {
	now := c.files.identity()
	config := &tls.Config{
		MinVersion: tls.VersionTLS13,
		RootCAs:    now.cas,
		GetClientCertificate: func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
			return &now.cert, nil
		},
	}
	if c.role == "" {
		return credentials.NewTLS(config).ClientHandshake(ctx, authority, raw)
	}
	names := c.files.names.of(c.role)
	if len(names) > 1 {
		// Any of several names will do, which crypto/tls can't be told: the same check, once for each.
		config.InsecureSkipVerify = true
		config.VerifyConnection = func(state tls.ConnectionState) error { return verifyServer(state, now.cas, names) }
	}
	return credentials.NewTLS(config).ClientHandshake(ctx, names[0], raw)
}

func verifyServer(state tls.ConnectionState, cas *x509.CertPool, names []string) error {
	between := x509.NewCertPool()
	for _, c := range state.PeerCertificates[1:] {
		between.AddCert(c)
	}
	var errs []error
	for _, name := range names {
		_, err := state.PeerCertificates[0].Verify(x509.VerifyOptions{DNSName: name, Roots: cas, Intermediates: between})
		if err == nil {
			return nil
		}
		errs = append(errs, err)
	}
	return errors.Join(errs...)
}

func (c tlsClient) Clone() credentials.TransportCredentials { return c }

// server makes the server's credentials; files is nil without TLS.
func (s Security) server(onFail func(error)) (credentials.TransportCredentials, *files, error) {
	if err := s.Check(); err != nil {
		return nil, nil, err
	}
	if s.Plaintext {
		return insecure.NewCredentials(), nil, nil
	}
	f, err := s.files(onFail)
	if err != nil {
		return nil, nil, err
	}
	return tlsServer{credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS13}), f}, f, nil
}

func (s Security) client(role string) (credentials.TransportCredentials, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	if s.Plaintext {
		return insecure.NewCredentials(), nil
	}
	f, err := s.files(nil)
	if err != nil {
		return nil, err
	}
	return tlsClient{credentials.NewTLS(&tls.Config{MinVersion: tls.VersionTLS13}), f, role}, nil
}
