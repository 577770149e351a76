// Package certstest makes certificates for tests: one CA, and a certificate for each role.
package certstest

import (
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/certs"
	"github.com/ethml/ethml/internal/grpcx"
)

// Roles makes a CA and a certificate for each role, in a folder that goes with the test, and gives the folder.
func Roles(t testing.TB) string {
	t.Helper()
	store := &certs.Store{Dir: t.TempDir()}
	for _, role := range grpcx.Roles() {
		store.Members = append(store.Members, certs.Member{Name: role})
	}
	_, err := store.Ensure(certs.How{})
	require.NoError(t, err)
	return store.Dir
}

// As is mutual TLS with the role's certificate of a folder; without a folder it is plaintext.
func As(dir, role string) (s grpcx.Security) {
	if dir == "" {
		return grpcx.Security{Plaintext: true}
	}
	s.TLSCert, s.TLSKey, s.TLSCA = certs.Paths(dir, role)
	return s
}
