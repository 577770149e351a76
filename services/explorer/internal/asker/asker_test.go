package asker

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/cid"
)

type noStore struct{}

func (noStore) Add(context.Context, []byte) (cid.CID, error) { panic("nothing may be stored") }

func account(t *testing.T) (keyFile, passwordFile string) {
	t.Helper()
	key, err := crypto.GenerateKey()
	require.NoError(t, err)
	sealed, err := keystore.EncryptKey(&keystore.Key{Id: uuid.New(), Address: crypto.PubkeyToAddress(key.PublicKey), PrivateKey: key}, "secret", 2, 1)
	require.NoError(t, err)
	keyFile, passwordFile = filepath.Join(t.TempDir(), "key"), filepath.Join(t.TempDir(), "password")
	require.NoError(t, os.WriteFile(keyFile, sealed, 0o600))
	require.NoError(t, os.WriteFile(passwordFile, []byte("secret\n"), 0o600))
	return keyFile, passwordFile
}

func TestOnlyLocalChainsAreAskedOn(t *testing.T) {
	keyFile, passwordFile := account(t)
	path := filepath.Join(t.TempDir(), "network.json")
	a, err := New(path, keyFile, passwordFile, noStore{})
	require.NoError(t, err)
	for text, says := range map[string]string{
		`{"rpc":"http://127.0.0.1:1","chain_id":1,"coordinator":"0x0000000000000000000000000000000000000001","consumer":"0x0000000000000000000000000000000000000002"}`: "chain 1 is no local one",
		`{"rpc":"http://127.0.0.1:1","chain_id":1337}`: "coordinator or consumer",
		`{`: "read network file",
	} {
		require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
		_, err := a.Send(t.Context(), 1, []byte("[1]"))
		require.ErrorContains(t, err, says)
	}
	require.NoError(t, os.Remove(path))
	_, err = a.Send(t.Context(), 1, []byte("[1]"))
	require.ErrorContains(t, err, "there is no local network")
}

func TestWrongPasswordIsRefused(t *testing.T) {
	keyFile, passwordFile := account(t)
	require.NoError(t, os.WriteFile(passwordFile, []byte("other"), 0o600))
	_, err := New("network.json", keyFile, passwordFile, noStore{})
	require.ErrorContains(t, err, "--dev-keystore")
}
