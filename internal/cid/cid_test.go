package cid

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	gocid "github.com/ipfs/go-cid"
)

const (
	cancer = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"
	dagpb  = "bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi"
	v0     = "QmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR1n"
)

func TestParseTakesEachFormAndWritesItBack(t *testing.T) {
	tests := []struct {
		text  string
		codec Codec
	}{{cancer, Raw}, {dagpb, DagPB}, {v0, V0}}
	for _, test := range tests {
		c, err := Parse(test.text)
		if err != nil {
			t.Errorf("%s: %v", test.text, err)
			continue
		}
		if c.Codec != test.codec {
			t.Errorf("%s: codec %#x, want %#x", test.text, c.Codec, test.codec)
		}
		if got := c.String(); got != test.text {
			t.Errorf("written back as %s, want %s", got, test.text)
		}
		again, err := FromDigest(c.Digest, byte(c.Codec))
		if err != nil || again != c {
			t.Errorf("from digest: %v, %v; want %v", again, err, c)
		}
		reference, err := gocid.Decode(test.text)
		if err != nil {
			t.Fatal(err)
		}
		if hash := reference.Hash(); string(hash[2:]) != string(c.Digest[:]) {
			t.Errorf("%s: digest %x, go-cid says %x", test.text, c.Digest, hash[2:])
		}
	}
}

func TestParseRefusesWhatTheContractsRefuse(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"empty", "", "0 characters"},
		{"too short", cancer[:58], "58 characters"},
		{"too long", cancer + "a", "60 characters"},
		{"upper case", strings.ToUpper(cancer), "59 characters"},
		{"upper case inside", "bA" + cancer[2:], "lower-case base32"},
		{"other multibase", "z" + cancer[1:], "59 characters"},
		{"base32 alphabet", cancer[:58] + "1", "base32"},
		{"line break", cancer[:58] + "\n", "base32"},
		// 59 characters are 290 bits: the last two must be zero.
		{"padding bits", cancer[:58] + "n", "padding bits"},
		{"version 2", "bai" + cancer[3:], "version"},
		{"codec dag-cbor", "bafyreigh2akiscaildcqabsyg3dfr6chu3fgpregiymsck7e7aqa4s52zy", "codec 0x71"},
		{"sha2-512 code", "bafkr" + "g" + cancer[6:], "sha2-256"},
		{"v0 alphabet", "QmdfTbBqBPQ7VNxZEYEj14VmRuZBkqFbiwReogJgS1zR0n", "base58"},
		{"v0 other prefix", "Qz" + v0[2:], "sha2-256"},
		{"v0 too long", v0 + "1", "47 characters"},
		{"path", "/ipfs/" + cancer, "65 characters"},
		{"not ASCII", "b" + strings.Repeat("é", 29), "base32"},
	}
	for _, test := range tests {
		_, err := Parse(test.text)
		if !errors.Is(err, ErrInvalid) || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: %v, want ErrInvalid with %q", test.name, err, test.want)
		}
	}
	if _, err := Parse(strings.Repeat("a", 1<<20)); len(err.Error()) > 300 {
		t.Errorf("error of %d bytes for a long CID", len(err.Error()))
	}
	if _, err := FromDigest([32]byte{}, 0x71); !errors.Is(err, ErrInvalid) {
		t.Errorf("codec byte 0x71: %v, want ErrInvalid", err)
	}
}

func TestKeyIsOneForBothVersions(t *testing.T) {
	first := mustParse(t, v0)
	second := CID{Digest: first.Digest, Codec: DagPB}
	third := CID{Digest: first.Digest, Codec: Raw}
	if first.Key() != second.Key() {
		t.Error("CIDv0 and the equal CIDv1 have different keys")
	}
	if first.Key() == third.Key() {
		t.Error("raw and dag-pb share a key")
	}
}

func TestSumNamesTheSeedDataPoint(t *testing.T) {
	empty := Sum(Raw, nil)
	if want := "bafkreihdwdcefgh4dqkjv67uzcmw7ojee6xedzdetojuzjevtenxquvyku"; empty.String() != want {
		t.Errorf("empty block is %s, want %s", empty, want)
	}
	if !empty.Matches(nil) || empty.Matches([]byte{0}) {
		t.Error("Matches disagrees with Sum")
	}
}

func TestJSONHoldsTheString(t *testing.T) {
	text, err := json.Marshal(struct{ C CID }{mustParse(t, cancer)})
	if err != nil || string(text) != `{"C":"`+cancer+`"}` {
		t.Errorf("%s, %v", text, err)
	}
	var back struct{ C CID }
	if err := json.Unmarshal(text, &back); err != nil || back.C.String() != cancer {
		t.Errorf("read back %v, %v", back.C, err)
	}
	if err := json.Unmarshal([]byte(`{"C":"bafy"}`), &back); !errors.Is(err, ErrInvalid) {
		t.Errorf("short CID in JSON: %v, want ErrInvalid", err)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{cancer, dagpb, v0, "", "b", "Qm", strings.Repeat("1", 46), "Q" + strings.Repeat("z", 45)} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		c, err := Parse(text)
		if err != nil {
			return
		}
		if c.String() != text {
			t.Errorf("%q is written back as %q", text, c)
		}
		reference, err := gocid.Decode(text)
		if err != nil {
			t.Fatalf("go-cid refuses %q: %v", text, err)
		}
		if hash := reference.Hash(); string(hash[2:]) != string(c.Digest[:]) {
			t.Errorf("%q: digest %x, go-cid says %x", text, c.Digest, hash[2:])
		}
	})
}

func mustParse(t *testing.T, text string) CID {
	t.Helper()
	c, err := Parse(text)
	if err != nil {
		t.Fatal(err)
	}
	return c
}
