package devchain

import (
	"encoding/hex"
	"testing"

	"github.com/ethereum/go-ethereum/crypto"
)

func TestDerivesTheAccountsOtherWalletsDerive(t *testing.T) {
	tests := []struct {
		name, mnemonic string
		index          int
		address, key   string // key empty where no other source is at hand
	}{
		{"prototype's first", Mnemonic, 0, "0x7CD86862A4AAA9E701CF255c2cE00fF13d50AD6F", ""},
		// The accounts that Hardhat and Anvil print.
		{"hardhat 0", "test test test test test test test test test test test junk", 0,
			"0xf39Fd6e51aad88F6F4ce6aB8827279cffFb92266", "ac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80"},
		{"hardhat 9", "test test test test test test test test test test test junk", 9,
			"0xa0Ee7A142d267C1f36714E4a8F75612F20a79720", "2a871d0798f97d79848a013d4936a73bf4cc922c825d33c1cf7073dff6d409c6"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			accounts, err := DeriveAccounts(test.mnemonic, 10)
			if err != nil {
				t.Fatal(err)
			}
			account := accounts[test.index]
			if got := account.Address.Hex(); got != test.address {
				t.Errorf("address %s, want %s", got, test.address)
			}
			if got := hex.EncodeToString(crypto.FromECDSA(account.Key)); test.key != "" && got != test.key {
				t.Errorf("key %s, want %s", got, test.key)
			}
		})
	}
}
