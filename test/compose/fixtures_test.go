package compose

import (
	"encoding/json"
	"fmt"
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/core"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/devchain"
)

var deploy = filepath.Join("..", "..", "deploy")

func TestTheGenesisFundsTheDevAccounts(t *testing.T) {
	raw, err := os.ReadFile(filepath.Join(deploy, "chain", "genesis.json"))
	require.NoError(t, err)
	var genesis core.Genesis
	require.NoError(t, json.Unmarshal(raw, &genesis))
	require.EqualValues(t, devchain.DefaultChainID, genesis.Config.ChainID.Uint64())
	require.Nil(t, genesis.Config.BogotaTime, "rules that no public network runs yet")
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 10)
	require.NoError(t, err)
	thousandEther := new(big.Int).Exp(big.NewInt(10), big.NewInt(21), nil)
	for _, a := range accounts {
		require.Positive(t, genesis.Alloc[a.Address].Balance.Cmp(thousandEther), "balance of %s", a.Address)
	}
}

func TestTheKeystoresAreTheDevAccounts(t *testing.T) {
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 10)
	require.NoError(t, err)
	password, err := os.ReadFile(filepath.Join(deploy, "dev", "password"))
	require.NoError(t, err)
	// The account that the explorer's form asks from, then the operators.
	files := []string{"asker.json"}
	for i := 1; i <= 5; i++ {
		files = append(files, filepath.Join("keystore", fmt.Sprintf("operator-%d.json", i)))
	}
	for i, name := range files {
		raw, err := os.ReadFile(filepath.Join(deploy, "dev", name))
		require.NoError(t, err)
		key, err := keystore.DecryptKey(raw, strings.TrimSpace(string(password)))
		require.NoError(t, err)
		require.Equal(t, accounts[i].Address, key.Address)
	}
}
