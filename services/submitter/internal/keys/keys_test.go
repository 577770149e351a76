package keys_test

import (
	"context"
	"encoding/json"
	"math/big"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/keys"
)

var (
	chainID = big.NewInt(1337)
	key1, _ = crypto.HexToECDSA("b71c71a67e1177ad4e901695e1b4b9ee17ae16c6668d313eac2f96dbcda3f291")
	key2, _ = crypto.HexToECDSA("8a1f9a8f95be41cd7ccb6168179afb4504aefe388d1e14474d32c45c72ce7b7a")
	first   = crypto.PubkeyToAddress(key1.PublicKey)
	second  = crypto.PubkeyToAddress(key2.PublicKey)
)

func transaction() *types.Transaction {
	to := common.Address{9}
	return types.NewTx(&types.DynamicFeeTx{ChainID: chainID, Nonce: 3, GasFeeCap: big.NewInt(100), GasTipCap: big.NewInt(1), Gas: 21000, To: &to, Data: []byte{1, 2}})
}

func requireSigned(t *testing.T, s keys.Signer) {
	t.Helper()
	tx, err := s.SignTx(context.Background(), transaction())
	require.NoError(t, err)
	from, err := types.Sender(types.LatestSignerForChainID(chainID), tx)
	require.NoError(t, err)
	require.Equal(t, s.Address(), from)
	require.EqualValues(t, 3, tx.Nonce())
}

func writeKeystore(t *testing.T, passwords [2]string) string {
	t.Helper()
	dir := t.TempDir()
	for i, key := range []*keystore.Key{{Id: uuid.New(), Address: first, PrivateKey: key1}, {Id: uuid.New(), Address: second, PrivateKey: key2}} {
		b, err := keystore.EncryptKey(key, passwords[i], 2, 1)
		require.NoError(t, err)
		require.NoError(t, os.WriteFile(filepath.Join(dir, string(rune('a'+i))), b, 0o600))
	}
	return dir
}

func passwordFile(t *testing.T, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "password")
	require.NoError(t, os.WriteFile(path, []byte(text), 0o600))
	return path
}

func TestOnePasswordOpensAll(t *testing.T) {
	dir := writeKeystore(t, [2]string{"same", "same"})
	signers, err := keys.LoadKeystore(dir, passwordFile(t, "same\n"), nil, chainID)
	require.NoError(t, err)
	require.Len(t, signers, 2)
	for _, s := range signers {
		requireSigned(t, s)
	}
}

func TestALineForEachOpensEach(t *testing.T) {
	dir := writeKeystore(t, [2]string{"one", "two"})
	signers, err := keys.LoadKeystore(dir, passwordFile(t, "one\r\ntwo\r\n"), nil, chainID)
	require.NoError(t, err)
	require.Len(t, signers, 2)
}

func TestOnlyTheAccountsAskedForAreLoaded(t *testing.T) {
	dir := writeKeystore(t, [2]string{"same", "same"})
	signers, err := keys.LoadKeystore(dir, passwordFile(t, "same"), []common.Address{second}, chainID)
	require.NoError(t, err)
	require.Len(t, signers, 1)
	require.Equal(t, second, signers[0].Address())
}

func TestWrongPasswordNamesTheFileAndTellsNoSecret(t *testing.T) {
	dir := writeKeystore(t, [2]string{"one", "secret"})
	_, err := keys.LoadKeystore(dir, passwordFile(t, "one\nguess"), nil, chainID)
	require.ErrorContains(t, err, filepath.Join(dir, "b"))
	require.NotContains(t, err.Error(), "guess")
	_, err = keys.LoadKeystore(dir, passwordFile(t, "one\ntwo\nthree"), nil, chainID)
	require.ErrorContains(t, err, "3 lines for 2 keystore files")
}

// signerServer speaks the JSON-RPC of an external signer; spoil may change what it signs.
func signerServer(t *testing.T, list, sign string, answer func(raw hexutil.Bytes) any, spoil func(*types.DynamicFeeTx)) string {
	t.Helper()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		var call struct {
			ID     json.RawMessage   `json:"id"`
			Method string            `json:"method"`
			Params []json.RawMessage `json:"params"`
		}
		if err := json.NewDecoder(r.Body).Decode(&call); err != nil {
			http.Error(w, err.Error(), http.StatusBadRequest)
			return
		}
		reply := map[string]any{"jsonrpc": "2.0", "id": call.ID}
		switch call.Method {
		case list:
			reply["result"] = []common.Address{first}
		case sign:
			var args struct {
				To                   *common.Address
				Gas, Nonce           hexutil.Uint64
				MaxFeePerGas         *hexutil.Big
				MaxPriorityFeePerGas *hexutil.Big
				Data                 hexutil.Bytes
				ChainID              *hexutil.Big
			}
			if err := json.Unmarshal(call.Params[0], &args); err != nil {
				http.Error(w, err.Error(), http.StatusBadRequest)
				return
			}
			tx := &types.DynamicFeeTx{ChainID: args.ChainID.ToInt(), Nonce: uint64(args.Nonce), Gas: uint64(args.Gas), To: args.To, Data: args.Data,
				GasFeeCap: args.MaxFeePerGas.ToInt(), GasTipCap: args.MaxPriorityFeePerGas.ToInt()}
			spoil(tx)
			raw, err := types.MustSignNewTx(key1, types.LatestSignerForChainID(chainID), tx).MarshalBinary()
			if err != nil {
				http.Error(w, err.Error(), http.StatusInternalServerError)
				return
			}
			reply["result"] = answer(raw)
		default:
			reply["error"] = map[string]any{"code": -32601, "message": "method not found"}
		}
		w.Header().Set("Content-Type", "application/json")
		_ = json.NewEncoder(w).Encode(reply) // the client sees a cut answer
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func rawString(raw hexutil.Bytes) any { return raw }

func rawField(raw hexutil.Bytes) any { return map[string]any{"raw": raw, "tx": map[string]any{}} }

func honest(*types.DynamicFeeTx) {}

func TestExternalSigners(t *testing.T) {
	for name, dial := range map[string]func() ([]keys.Signer, func(), error){
		"clef": func() ([]keys.Signer, func(), error) {
			return keys.DialClef(context.Background(), signerServer(t, "account_list", "account_signTransaction", rawField, honest), nil, chainID)
		},
		"web3signer": func() ([]keys.Signer, func(), error) {
			return keys.DialWeb3Signer(context.Background(), signerServer(t, "eth_accounts", "eth_signTransaction", rawString, honest), nil, chainID)
		},
	} {
		t.Run(name, func(t *testing.T) {
			signers, stop, err := dial()
			require.NoError(t, err)
			defer stop()
			require.Len(t, signers, 1)
			requireSigned(t, signers[0])
		})
	}
}

func TestExternalSignerThatSignsSomethingElseIsRefused(t *testing.T) {
	url := signerServer(t, "eth_accounts", "eth_signTransaction", rawString, func(tx *types.DynamicFeeTx) { tx.Value = big.NewInt(1) })
	signers, stop, err := keys.DialWeb3Signer(context.Background(), url, nil, chainID)
	require.NoError(t, err)
	defer stop()
	_, err = signers[0].SignTx(context.Background(), transaction())
	require.ErrorContains(t, err, "another transaction")
}

func TestExternalSignerWithoutTheAccountIsRefused(t *testing.T) {
	url := signerServer(t, "account_list", "account_signTransaction", rawField, honest)
	_, _, err := keys.DialClef(context.Background(), url, []common.Address{second}, chainID)
	require.ErrorContains(t, err, second.Hex())
}
