package deploy

import (
	"math/big"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestParametersComeFromAPresetAndAFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "parameters.json")
	text := `{"preset": "public", "difficulty": 2000000, "coordinator": {"minStake": "500 EML", "commitWindow": 90}}`
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	got, err := LoadParameters(path)
	if err != nil {
		t.Fatal(err)
	}
	want := Public()
	want.Difficulty, want.Coordinator.MinStake, want.Coordinator.CommitWindow = 2_000_000, EML(500), 90
	first, err := got.Hash()
	if err != nil {
		t.Fatal(err)
	}
	second, err := want.Hash()
	if err != nil || first != second {
		t.Errorf("%+v, %v; want %+v", got, err, want)
	}
	if base, err := Public().Hash(); err != nil || base == first {
		t.Errorf("hash of other parameters is the same, %v", err)
	}
}

func TestParameterFilesAreReadStrictly(t *testing.T) {
	tests := []struct{ text, want string }{
		{`{}`, `no preset ""`},
		{`{"preset": "mainnet"}`, `no preset "mainnet"`},
		{`{"preset": "devnet", "comitWindow": 1}`, "comitWindow"},
		{`{"preset": "devnet", "coordinator": {"minstakes": "1"}}`, "minstakes"},
		{`{"preset": "devnet", "coordinator": {"minStake": 5}}`, "write it as a string"},
		{`{"preset": "devnet", "coordinator": {"minStake": "5 ETH"}}`, `amount "5 ETH"`},
		{`{"preset": "devnet", "coordinator": {"commitWindow": -1}}`, "commitWindow"},
		{`{"preset": "devnet", "coordinator": {"backlogTip": "1000000000000 EML"}}`, "backlogTip"},
		{`{"preset": "devnet", "timelockDelay": 5}`, "shorter than unstakeDelay"},
		{`{"preset": "devnet"} {}`, "after"},
		{`[]`, ""},
	}
	for _, test := range tests {
		if _, err := ParseParameters([]byte(test.text)); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want an error with %q", test.text, err, test.want)
		}
	}
	if _, err := LoadParameters(filepath.Join(t.TempDir(), "none.json")); err == nil || !strings.Contains(err.Error(), "none.json") {
		t.Errorf("missing file: %v", err)
	}
}

func TestAmountsAreReadAndWritten(t *testing.T) {
	for text, want := range map[string]string{
		"0": "0", "1": "1", "1 EML": "1000000000000000000", "0.5 EML": "500000000000000000",
		"1000000000000000000000": "1000000000000000000000", "0.000000000000000001 EML": "1",
	} {
		got, err := ParseAmount(text)
		if err != nil || got.Int.String() != want {
			t.Errorf("%q: %s, %v; want %s wei", text, &got.Int, err, want)
		}
		back, err := ParseAmount(got.String())
		if err != nil || back.Cmp(&got.Int) != 0 {
			t.Errorf("%q is written as %q", text, got)
		}
	}
	if got := EML(1000).String(); got != "1000 EML" {
		t.Errorf("1000 EML is written as %q", got)
	}
	huge := new(big.Int).Lsh(big.NewInt(1), 256).String()
	for _, text := range []string{"", "EML", "1EML", "-1", "1/2", "1e18", "0x10", "1.5", "0.0000000000000000001 EML", "1_000", huge, "NaN", "Inf EML"} {
		if got, err := ParseAmount(text); err == nil {
			t.Errorf("%q was taken as %s", text, got)
		}
	}
}
