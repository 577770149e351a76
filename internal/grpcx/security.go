package grpcx

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"os"

	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/credentials/insecure"
)

// Security is how peers are authenticated. Either all three files are set (mutual TLS 1.3), or Plaintext is asked for
// by name. The files are read anew for each connection, so certificates rotate without a restart.
type Security struct {
	Plaintext bool   `help:"Speak gRPC without TLS. For loopback and private networks only."`
	TLSCert   string `name:"tls-cert" help:"PEM file with this service's certificate." type:"path"`
	TLSKey    string `name:"tls-key" help:"PEM file with the certificate's key." type:"path"`
	TLSCA     string `name:"tls-ca" help:"PEM file with the CA that peers' certificates must come from." type:"path"`
}

// Check refuses half a configuration.
func (s Security) Check() error {
	files := s.TLSCert != "" && s.TLSKey != "" && s.TLSCA != ""
	any := s.TLSCert != "" || s.TLSKey != "" || s.TLSCA != ""
	switch {
	case s.Plaintext && any:
		return errors.New("plaintext and TLS files exclude each other: drop --plaintext or the --tls flags")
	case !s.Plaintext && !files:
		return errors.New("no transport security chosen: set --tls-cert, --tls-key and --tls-ca, or ask for --plaintext")
	}
	return nil
}

func (s Security) load() (tls.Certificate, *x509.CertPool, error) {
	cert, err := tls.LoadX509KeyPair(s.TLSCert, s.TLSKey)
	if err != nil {
		return cert, nil, fmt.Errorf("load TLS certificate: %w", err)
	}
	pem, err := os.ReadFile(s.TLSCA)
	if err != nil {
		return cert, nil, fmt.Errorf("load TLS CA: %w", err)
	}
	pool := x509.NewCertPool()
	if !pool.AppendCertsFromPEM(pem) {
		return cert, nil, fmt.Errorf("load TLS CA: %s holds no certificate", s.TLSCA)
	}
	return cert, pool, nil
}

func (s Security) server() (credentials.TransportCredentials, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	if s.Plaintext {
		return insecure.NewCredentials(), nil
	}
	if _, _, err := s.load(); err != nil {
		return nil, err
	}
	return credentials.NewTLS(&tls.Config{
		MinVersion: tls.VersionTLS13,
		NextProtos: []string{"h2"},
		GetConfigForClient: func(*tls.ClientHelloInfo) (*tls.Config, error) {
			cert, pool, err := s.load()
			if err != nil {
				return nil, err
			}
			return &tls.Config{
				MinVersion:   tls.VersionTLS13,
				NextProtos:   []string{"h2"},
				Certificates: []tls.Certificate{cert},
				ClientCAs:    pool,
				ClientAuth:   tls.RequireAndVerifyClientCert,
			}, nil
		},
	}), nil
}

func (s Security) client() (credentials.TransportCredentials, error) {
	if err := s.Check(); err != nil {
		return nil, err
	}
	if s.Plaintext {
		return insecure.NewCredentials(), nil
	}
	_, pool, err := s.load()
	if err != nil {
		return nil, err
	}
	return credentials.NewTLS(&tls.Config{
		MinVersion: tls.VersionTLS13,
		RootCAs:    pool,
		GetClientCertificate: func(*tls.CertificateRequestInfo) (*tls.Certificate, error) {
			cert, _, err := s.load()
			return &cert, err
		},
	}), nil
}
