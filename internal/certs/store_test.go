package certs_test

import (
	"crypto/x509"
	"encoding/pem"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/certs"
)

// store is one whose clock the test turns.
func store(t *testing.T) (*certs.Store, *time.Time) {
	now := time.Now()
	return &certs.Store{Dir: filepath.Join(t.TempDir(), "certs"), Now: func() time.Time { return now },
		Members: []certs.Member{{Name: "watcher"}, {Name: "pow"}, {Name: "operator", ClientOnly: true}}}, &now
}

func ensure(t *testing.T, s *certs.Store, how certs.How) map[string]certs.Certificate {
	t.Helper()
	list, err := s.Ensure(how)
	require.NoError(t, err)
	out := map[string]certs.Certificate{}
	for _, c := range list {
		out[c.Name] = c
	}
	return out
}

// trusted says whether the certificate of one name is good to another, as a server.
func trusted(t *testing.T, s *certs.Store, name, by string) error {
	t.Helper()
	certPath, _, _ := certs.Paths(s.Dir, name)
	_, _, caPath := certs.Paths(s.Dir, by)
	raw, err := os.ReadFile(certPath)
	require.NoError(t, err)
	block, _ := pem.Decode(raw)
	cert, err := x509.ParseCertificate(block.Bytes)
	require.NoError(t, err)
	pool := x509.NewCertPool()
	cas, err := os.ReadFile(caPath)
	require.NoError(t, err)
	require.True(t, pool.AppendCertsFromPEM(cas))
	_, err = cert.Verify(x509.VerifyOptions{Roots: pool, DNSName: name, CurrentTime: s.Now()})
	return err
}

func TestASecondRunChangesNothing(t *testing.T) {
	s, _ := store(t)
	first := ensure(t, s, certs.How{})
	second := ensure(t, s, certs.How{})
	for name, c := range second {
		require.Equal(t, certs.Made, first[name].Outcome, name)
		require.Equal(t, certs.Kept, c.Outcome, name)
		require.Equal(t, first[name].Serial, c.Serial, name)
	}
	require.Subset(t, first["watcher"].Hosts, []string{"watcher", "localhost", "127.0.0.1", "::1"})
	require.Equal(t, []string{"operator"}, first["operator"].Hosts)
	require.NoError(t, trusted(t, s, "watcher", "pow"))
	require.Error(t, trusted(t, s, "operator", "pow"), "a person's certificate makes no server")
}

func TestKeysAreTheirOwnersOnlyAndNoFolderHoldsAnothersKey(t *testing.T) {
	s, _ := store(t)
	ensure(t, s, certs.How{})
	_, key, _ := certs.Paths(s.Dir, "pow")
	require.NoError(t, os.Chmod(key, 0o644))
	ensure(t, s, certs.How{})
	keys := 0
	require.NoError(t, filepath.WalkDir(s.Dir, func(path string, d fs.DirEntry, err error) error {
		require.NoError(t, err)
		info, err := d.Info()
		require.NoError(t, err)
		if d.IsDir() {
			require.EqualValues(t, 0o700, info.Mode().Perm(), path)
			return nil
		}
		raw, err := os.ReadFile(path)
		require.NoError(t, err)
		if block, _ := pem.Decode(raw); block != nil && block.Type == "PRIVATE KEY" {
			keys++
			require.EqualValues(t, 0o600, info.Mode().Perm(), path)
		}
		return nil
	}))
	require.Equal(t, 4, keys, "the CA's and one each")
}

func TestWhatNearsItsEndIsRenewedAndTheRestStays(t *testing.T) {
	s, now := store(t)
	first := ensure(t, s, certs.How{})
	*now = now.Add(certs.DefaultValid/2 + time.Hour)
	require.Equal(t, first["pow"].Serial, ensure(t, s, certs.How{})["pow"].Serial)
	*now = now.Add(certs.DefaultValid / 4)
	later := ensure(t, s, certs.How{})
	require.Equal(t, certs.Kept, later["ca"].Outcome)
	require.Equal(t, certs.Renewed, later["pow"].Outcome)
	require.NoError(t, trusted(t, s, "pow", "watcher"))
}

func TestARenewalKeepsHostsAndANewHostMakesOne(t *testing.T) {
	s, _ := store(t)
	ensure(t, s, certs.How{})
	s.Hosts = []string{"node.example.com", "10.0.0.7"}
	with := ensure(t, s, certs.How{})
	require.Equal(t, certs.Renewed, with["watcher"].Outcome)
	require.Equal(t, certs.Kept, with["operator"].Outcome, "a client has no hosts")
	s.Hosts = nil
	again := ensure(t, s, certs.How{All: true})
	require.Subset(t, again["watcher"].Hosts, []string{"node.example.com", "10.0.0.7"})
	require.NotEqual(t, with["watcher"].Serial, again["watcher"].Serial)
}

func TestANewCAIsTrustedBesideTheOldUntilThatIsForgotten(t *testing.T) {
	s, _ := store(t)
	ensure(t, s, certs.How{})
	old, err := os.ReadFile(filepath.Join(s.Dir, "watcher", certs.CertFile))
	require.NoError(t, err)
	ensure(t, s, certs.How{NewCA: true})
	require.NoError(t, trusted(t, s, "watcher", "pow"))
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir, "watcher", certs.CertFile), old, 0o600))
	require.NoError(t, trusted(t, s, "watcher", "pow"), "the old certificate holds while both CAs are trusted")
	ensure(t, s, certs.How{ForgetOld: true})
	require.NoError(t, trusted(t, s, "watcher", "pow"), "what was of the old CA was made anew")
	require.NoError(t, os.WriteFile(filepath.Join(s.Dir, "watcher", certs.CertFile), old, 0o600))
	require.Error(t, trusted(t, s, "watcher", "pow"))
}

func TestAnExpiredCAAndOneWithoutItsKeyAreNamedWithTheRemedy(t *testing.T) {
	s, now := store(t)
	_, err := s.List()
	require.ErrorContains(t, err, "`ethml certs` makes them")
	ensure(t, s, certs.How{})
	*now = now.Add(certs.DefaultCAValid + time.Hour)
	_, err = s.Ensure(certs.How{})
	require.ErrorContains(t, err, "--new-ca")
	list, err := s.List()
	require.NoError(t, err)
	for _, c := range list {
		require.Equal(t, "expired", c.Problem, c.Name)
	}
	ensure(t, s, certs.How{NewCA: true})
	require.NoError(t, os.Remove(filepath.Join(s.Dir, "ca", "ca.key")))
	_, err = s.Ensure(certs.How{All: true})
	require.ErrorContains(t, err, "put it back")
}

func TestBadNamesHostsAndLifetimesAreRefused(t *testing.T) {
	for name, spoil := range map[string]func(*certs.Store){
		"slash":     func(s *certs.Store) { s.Members = []certs.Member{{Name: "../x"}} },
		"the CA's":  func(s *certs.Store) { s.Members = []certs.Member{{Name: "ca"}} },
		"host":      func(s *certs.Store) { s.Hosts = []string{"a b"} },
		"too short": func(s *certs.Store) { s.Valid = time.Second },
		"too long":  func(s *certs.Store) { s.Valid = 2 * certs.DefaultCAValid },
	} {
		s, _ := store(t)
		spoil(s)
		_, err := s.Ensure(certs.How{})
		require.Error(t, err, name)
	}
}

func TestTwoRunsAtOnceMakeOneCA(t *testing.T) {
	s, _ := store(t)
	var all sync.WaitGroup
	for range 4 {
		all.Go(func() {
			_, err := s.Ensure(certs.How{})
			assert.NoError(t, err)
		})
	}
	all.Wait()
	for _, c := range ensure(t, s, certs.How{}) {
		require.Equal(t, certs.Kept, c.Outcome, c.Name)
	}
	list, err := s.List()
	require.NoError(t, err)
	for _, c := range list {
		require.Empty(t, c.Problem, c.Name)
	}
	require.Len(t, list, 4)
}
