package certs

import (
	"bytes"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"time"
)

// Lifetimes by default.
const (
	DefaultCAValid = 10 * 365 * 24 * time.Hour
	DefaultValid   = 365 * 24 * time.Hour
)

// What became of a certificate.
const (
	Kept    = "kept"
	Made    = "made"
	Renewed = "renewed"
)

// Member is one who gets a certificate.
type Member struct {
	Name       string
	ClientOnly bool
}

// Store is a folder of certificates.
type Store struct {
	Dir     string
	Members []Member
	Hosts   []string // DNS names and IP addresses for all servers, beside the name and loopback
	Valid   time.Duration
	CAValid time.Duration
	Now     func() time.Time
}

// Certificate is one that lies in the folder.
type Certificate struct {
	Name     string    `json:"name"`
	Hosts    []string  `json:"hosts,omitempty"`
	NotAfter time.Time `json:"not_after"`
	Serial   string    `json:"serial"`
	Issuer   string    `json:"issuer"`
	Outcome  string    `json:"outcome,omitempty"`
	Problem  string    `json:"problem,omitempty"` // why a peer would refuse it
}

// How says what to replace though it is valid still.
type How struct {
	All       bool // every certificate
	NewCA     bool // the CA, and so every certificate; the old one stays trusted
	ForgetOld bool // CAs but the one that signs are trusted no more
}

func (s *Store) withDefaults() (*Store, error) {
	c := *s
	if c.Valid == 0 {
		c.Valid = DefaultValid
	}
	if c.CAValid == 0 {
		c.CAValid = DefaultCAValid
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Valid < time.Minute || c.CAValid < c.Valid {
		return nil, fmt.Errorf("certificates valid for %s, their CA for %s: a minute is the least, and a CA has to outlive them", c.Valid, c.CAValid)
	}
	for _, m := range c.Members {
		if !nameForm.MatchString(m.Name) || m.Name == caDir {
			return nil, fmt.Errorf("name %q: want lower-case letters, digits, dots and dashes, at most 63, and not %q", m.Name, caDir)
		}
	}
	for _, h := range c.Hosts {
		if net.ParseIP(h) == nil && !hostForm.MatchString(h) {
			return nil, fmt.Errorf("host %q is neither a DNS name nor an IP address", h)
		}
	}
	return &c, nil
}

var (
	nameForm = regexp.MustCompile(`^[a-z0-9]([a-z0-9.-]{0,61}[a-z0-9])?$`)
	hostForm = regexp.MustCompile(`^(\*\.)?[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$`)
)

// Ensure makes what is missing and renews what has less than a third of its life left, or isn't as wanted; the rest
// stays as it is. Certificates come in the members' order, the CA first.
func (s *Store) Ensure(how How) ([]Certificate, error) {
	c, err := s.withDefaults()
	if err != nil {
		return nil, err
	}
	unlock, err := lock(c.Dir)
	if err != nil {
		return nil, err
	}
	defer unlock()
	ca, bundle, outcome, err := c.ensureCA(how)
	if err != nil {
		return nil, err
	}
	out := []Certificate{describe(caDir, ca.Cert)}
	out[0].Outcome = outcome
	// Trust before what needs it.
	for _, m := range c.Members {
		if err := os.MkdirAll(filepath.Join(c.Dir, m.Name), 0o700); err != nil {
			return nil, fmt.Errorf("make folder of %s: %w", m.Name, err)
		}
		_, _, caPath := Paths(c.Dir, m.Name)
		if err := writeFile(caPath, bundle, 0o644); err != nil {
			return nil, fmt.Errorf("write CAs for %s: %w", m.Name, err)
		}
	}
	for _, m := range c.Members {
		cert, err := c.ensureMember(m, ca, how.All || outcome == Renewed)
		if err != nil {
			return nil, err
		}
		out = append(out, cert)
	}
	return out, nil
}

func (s *Store) ensureCA(how How) (*Authority, []byte, string, error) {
	ca, bundle, err := loadCA(s.Dir)
	if err != nil {
		return nil, nil, "", err
	}
	if ca != nil && !how.NewCA {
		if s.Now().After(ca.Cert.NotAfter) {
			return nil, nil, "", fmt.Errorf("the CA in %s expired on %s: make a new one with `ethml certs renew --new-ca`", s.Dir, ca.Cert.NotAfter.Format(time.DateOnly))
		}
		if how.ForgetOld {
			bundle = ca.PEM()
		}
		return ca, bundle, Kept, s.writeCA(ca, bundle)
	}
	outcome := Made
	made, err := NewAuthority(s.Now(), s.CAValid)
	if err != nil {
		return nil, nil, "", err
	}
	fresh := made.PEM()
	if ca != nil {
		outcome = Renewed
		// The one before stays trusted; those before that have had their time.
		if !how.ForgetOld {
			fresh = append(fresh, ca.PEM()...)
		}
	}
	return made, fresh, outcome, s.writeCA(made, fresh)
}

func (s *Store) writeCA(ca *Authority, bundle []byte) error {
	folder := filepath.Join(s.Dir, caDir)
	key, err := marshalKey(ca.key)
	if err == nil {
		err = os.MkdirAll(folder, 0o700)
	}
	if err == nil {
		err = writeFile(filepath.Join(folder, caKey), key, 0o600)
	}
	if err == nil {
		err = writeFile(filepath.Join(folder, CAFile), bundle, 0o644)
	}
	if err != nil {
		return fmt.Errorf("write CA: %w", err)
	}
	return nil
}

// hosts are the further names in a member's certificate.
func (s *Store) hosts(m Member) []string {
	if m.ClientOnly {
		return nil
	}
	return append([]string{"localhost", "127.0.0.1", "::1"}, s.Hosts...)
}

func (s *Store) ensureMember(m Member, ca *Authority, anew bool) (Certificate, error) {
	certPath, keyPath, _ := Paths(s.Dir, m.Name)
	held, err := s.held(m.Name)
	if err == nil && !anew && s.good(held, m, ca) {
		if err := os.Chmod(keyPath, 0o600); err != nil {
			return Certificate{}, fmt.Errorf("key of %s: %w", m.Name, err)
		}
		d := describe(m.Name, held)
		d.Outcome = Kept
		return d, nil
	}
	outcome := Renewed
	if errors.Is(err, fs.ErrNotExist) {
		outcome = Made
	}
	hosts := s.hosts(m)
	if held != nil && !m.ClientOnly {
		hosts = append(hosts, hostsOf(held)...) // a renewal loses none
	}
	now := s.Now()
	pair, err := ca.Issue(Leaf{Name: m.Name, Hosts: hosts, ClientOnly: m.ClientOnly, NotBefore: now.Add(-skew), NotAfter: now.Add(s.Valid)})
	if err != nil {
		return Certificate{}, err
	}
	// Who reads between the two finds that they don't fit, and keeps what it had.
	if err := writeFile(keyPath, pair.Key, 0o600); err != nil {
		return Certificate{}, fmt.Errorf("write key of %s: %w", m.Name, err)
	}
	if err := writeFile(certPath, pair.Cert, 0o644); err != nil {
		return Certificate{}, fmt.Errorf("write certificate of %s: %w", m.Name, err)
	}
	made, err := s.held(m.Name)
	if err != nil {
		return Certificate{}, err
	}
	d := describe(m.Name, made)
	d.Outcome = outcome
	return d, nil
}

// held reads a name's certificate, whose key must fit.
func (s *Store) held(name string) (*x509.Certificate, error) {
	certPath, keyPath, _ := Paths(s.Dir, name)
	pair, err := tls.LoadX509KeyPair(certPath, keyPath)
	if err != nil {
		return nil, fmt.Errorf("read certificate of %s: %w", name, err)
	}
	return pair.Leaf, nil
}

// good says whether a certificate may stay as it is.
func (s *Store) good(cert *x509.Certificate, m Member, ca *Authority) bool {
	life := cert.NotAfter.Sub(cert.NotBefore)
	if cert.NotAfter.Sub(s.Now()) < life/3 && cert.NotAfter.Before(ca.Cert.NotAfter) || s.Now().After(cert.NotAfter) {
		return false
	}
	if !bytes.Equal(cert.RawIssuer, ca.Cert.RawSubject) || cert.CheckSignatureFrom(ca.Cert) != nil {
		return false
	}
	wanted := append([]string{m.Name}, s.hosts(m)...)
	have := hostsOf(cert)
	for _, h := range wanted {
		if ip := net.ParseIP(h); ip != nil {
			h = ip.String()
		}
		if !slices.Contains(have, h) {
			return false
		}
	}
	return slices.Contains(cert.ExtKeyUsage, x509.ExtKeyUsageServerAuth) == !m.ClientOnly
}

func hostsOf(cert *x509.Certificate) []string {
	out := slices.Clone(cert.DNSNames)
	for _, ip := range cert.IPAddresses {
		out = append(out, ip.String())
	}
	return out
}

func describe(name string, cert *x509.Certificate) Certificate {
	return Certificate{Name: name, Hosts: hostsOf(cert), NotAfter: cert.NotAfter, Serial: fmt.Sprintf("%x", cert.SerialNumber), Issuer: cert.Issuer.CommonName}
}

// List reads what lies in the folder: the CA, then each name in order, and says what is wrong with it.
func (s *Store) List() ([]Certificate, error) {
	c, err := s.withDefaults()
	if err != nil {
		return nil, err
	}
	raw, err := os.ReadFile(filepath.Join(c.Dir, caDir, CAFile))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("no certificates in %s: `ethml certs` makes them", c.Dir)
	}
	if err != nil {
		return nil, fmt.Errorf("read CA: %w", err)
	}
	cas, err := parseCerts(raw)
	if err != nil {
		return nil, fmt.Errorf("read CA: %w", err)
	}
	var out []Certificate
	for _, ca := range cas {
		d := describe(caDir, ca)
		d.Problem = c.expiry(ca)
		out = append(out, d)
	}
	entries, err := os.ReadDir(c.Dir)
	if err != nil {
		return nil, fmt.Errorf("read certificates: %w", err)
	}
	for _, e := range entries {
		if !e.IsDir() || e.Name() == caDir {
			continue
		}
		cert, err := c.held(e.Name())
		if err != nil {
			out = append(out, Certificate{Name: e.Name(), Problem: err.Error()})
			continue
		}
		d := describe(e.Name(), cert)
		if d.Problem = c.expiry(cert); d.Problem == "" && !slices.ContainsFunc(cas, func(ca *x509.Certificate) bool { return cert.CheckSignatureFrom(ca) == nil }) {
			d.Problem = "of another CA"
		}
		out = append(out, d)
	}
	return out, nil
}

func (s *Store) expiry(cert *x509.Certificate) string {
	switch {
	case s.Now().After(cert.NotAfter):
		return "expired"
	case s.Now().Before(cert.NotBefore):
		return "not valid yet"
	}
	return ""
}
