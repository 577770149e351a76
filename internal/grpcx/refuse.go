package grpcx

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"strings"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"google.golang.org/grpc/credentials"
	"google.golang.org/grpc/peer"

	"github.com/ethml/ethml/internal/limit"
)

// Reasons to refuse a peer, as the metric's label has them.
const (
	refusedNoCertificate = "no_certificate"
	refusedUnknownCA     = "unknown_ca"
	refusedExpired       = "expired"
	refusedHandshake     = "handshake"        // any other handshake that failed
	refusedSlow          = "slow"             // handshake, headers or first message not there in time
	refusedProtocol      = "wrong_protocol"   // bytes of another protocol
	refusedCrowded       = "too_many_at_once" // handshakes of one address
	refusedName          = "name_not_allowed"
	refusedOversized     = "oversized" // message, headers or frame

	// On a port for strangers only.
	refusedNoToken     = "no_token"
	refusedWrongToken  = "wrong_token"
	refusedRate        = "over_rate"
	refusedBusy        = "too_many_calls"
	refusedConnections = "too_many_connections"
)

var refusalReasons = []string{refusedNoCertificate, refusedUnknownCA, refusedExpired, refusedHandshake, refusedSlow,
	refusedProtocol, refusedCrowded, refusedName, refusedOversized,
	refusedNoToken, refusedWrongToken, refusedRate, refusedBusy, refusedConnections}

// refusals counts who was refused, and logs it once per peer and minute.
type refusals struct {
	log     *slog.Logger
	counter *prometheus.CounterVec
	limit   *limit.Limiter
}

func newRefusals(log *slog.Logger, r prometheus.Registerer) (*refusals, error) {
	f := &refusals{log: log, limit: limit.New(limit.Config{Every: time.Minute}), counter: prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "ethml_grpc_refused_total", Help: "Connections and calls that were refused, by reason.",
	}, []string{"reason"})}
	for _, reason := range refusalReasons {
		f.counter.WithLabelValues(reason)
	}
	if r != nil {
		if err := r.Register(f.counter); err != nil {
			return nil, fmt.Errorf("register server metrics: %w", err)
		}
	}
	return f, nil
}

// refuse takes note of a refusal; name is the peer's by its certificate, method what it called, both as far as known.
func (f *refusals) refuse(reason, address, name, method string, detail error) {
	defer f.counter.WithLabelValues(reason).Inc()
	ok, unlogged := f.limit.Allow(address + " " + name)
	if !ok {
		return
	}
	args := []any{"reason", reason, "peer", address}
	if name != "" {
		args = append(args, "name", name)
	}
	if method != "" {
		args = append(args, "method", method)
	}
	if detail != nil {
		args = append(args, "detail", detail.Error())
	}
	if unlogged > 0 {
		args = append(args, "not_logged", unlogged)
	}
	f.log.Warn("peer refused", args...)
}

// badFiles takes note of certificate files that can't be used; what was read before goes on being used.
func (f *refusals) badFiles(err error) {
	if ok, _ := f.limit.Allow("files"); ok {
		f.log.Error("certificate files can't be read: those read before stay in use", "error", err)
	}
}

// badTokens does the same for a file of tokens.
func (f *refusals) badTokens(err error) {
	if ok, _ := f.limit.Allow("tokens"); ok {
		f.log.Error("tokens can't be read: those read before stay in use", "error", err)
	}
}

// refuseHandshake takes note of a connection that never came to be.
func (f *refusals) refuseHandshake(raw net.Conn, err error) {
	if errors.Is(err, io.EOF) {
		return // somebody looked whether the port is open
	}
	f.refuse(handshakeReason(err), addressOf(raw.RemoteAddr()), "", "", err)
}

func handshakeReason(err error) string {
	var authority x509.UnknownAuthorityError
	var invalid x509.CertificateInvalidError
	var header tls.RecordHeaderError
	switch {
	case errors.Is(err, errCrowded):
		return refusedCrowded
	case errors.Is(err, os.ErrDeadlineExceeded):
		return refusedSlow
	case errors.Is(err, errProtocol), errors.As(err, &header):
		return refusedProtocol
	case errors.As(err, &authority):
		return refusedUnknownCA
	case errors.As(err, &invalid) && invalid.Reason == x509.Expired:
		return refusedExpired
	case strings.Contains(err.Error(), "didn't provide a certificate"): // crypto/tls has no type for it
		return refusedNoCertificate
	}
	return refusedHandshake
}

// addressOf is the peer's host without the port, which changes with each connection.
func addressOf(a net.Addr) string {
	if a == nil {
		return ""
	}
	if host, _, err := net.SplitHostPort(a.String()); err == nil {
		return host
	}
	return a.String()
}

// peerNames are the names in the certificate of the call's peer, and its address.
func peerNames(ctx context.Context) (names []string, address string) {
	p, ok := peer.FromContext(ctx)
	if !ok {
		return nil, ""
	}
	return namesOf(p.AuthInfo), addressOf(p.Addr)
}

// namesOf are the names in the certificate that a peer has shown.
func namesOf(auth credentials.AuthInfo) []string {
	info, ok := auth.(credentials.TLSInfo)
	if !ok || len(info.State.PeerCertificates) == 0 {
		return nil
	}
	leaf := info.State.PeerCertificates[0]
	if len(leaf.DNSNames) > 0 {
		return leaf.DNSNames
	}
	if leaf.Subject.CommonName != "" {
		return []string{leaf.Subject.CommonName}
	}
	return nil
}
