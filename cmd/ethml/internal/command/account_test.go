package command

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/account"
)

// printed gives what run prints on standard output.
func printed(t *testing.T, run func() error) string {
	t.Helper()
	f, err := os.Create(filepath.Join(t.TempDir(), "stdout"))
	require.NoError(t, err)
	defer f.Close()
	before := stdout
	stdout = f
	defer func() { stdout = before }()
	require.NoError(t, run())
	out, err := os.ReadFile(f.Name())
	require.NoError(t, err)
	return string(out)
}

func TestAnAccountReadsTheSameInTextAndJSON(t *testing.T) {
	dir := t.TempDir()
	key, err := account.ParseKey("4c0883a69102937d6231471b5dbb6204fe5129617082792ae468d01a3f362318")
	require.NoError(t, err)
	_, err = account.Save(dir, key, "battery staple", true)
	require.NoError(t, err)
	const address = "0x2c7536E3605D9C16a7a3D7b1898e529396a65c23" // of that key, with the capitals of EIP-55
	list := AccountList{Keystore: dir}
	require.Contains(t, printed(t, func() error { return list.Run(t.Context()) }), address+"  ")
	list.JSON = true
	var f struct{ Address string }
	require.NoError(t, json.Unmarshal([]byte(printed(t, func() error { return list.Run(t.Context()) })), &f))
	require.Equal(t, address, f.Address)
}

func TestOnlyAddressesAreChangedInJSON(t *testing.T) {
	a := common.HexToAddress("0x2c7536E3605D9C16a7a3D7b1898e529396a65c23")
	for name, tc := range map[string]struct {
		in   any
		want string
	}{
		"an address": {a, `"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"`},
		"addresses":  {map[common.Address][]common.Address{a: {a}}, `{"0x2c7536E3605D9C16a7a3D7b1898e529396a65c23":["0x2c7536E3605D9C16a7a3D7b1898e529396a65c23"]}`},
		"a hash":     {common.HexToHash("0xab"), `"0x00000000000000000000000000000000000000000000000000000000000000ab"`},
		"a text":     {`said "0x2c7536e3605d9c16a7a3d7b1898e529396a65c23" here`, `"said \"0x2c7536e3605d9c16a7a3d7b1898e529396a65c23\" here"`},
	} {
		t.Run(name, func(t *testing.T) {
			require.Equal(t, tc.want+"\n", printed(t, func() error { return jsonFlag{JSON: true}.print(tc.in, nil) }))
		})
	}
}
