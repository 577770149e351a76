package cid

import (
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"testing"
)

// What the contracts' tests drew, and what the contracts made of it.
func TestParseAgreesWithTheContracts(t *testing.T) {
	text, err := os.ReadFile(filepath.Join("..", "..", "contracts", "test", "vectors", "cid.json"))
	if err != nil {
		t.Fatal(err)
	}
	var vectors []struct {
		Text, Codec, Digest string
		OK                  bool
	}
	if err := json.Unmarshal(text, &vectors); err != nil {
		t.Fatal(err)
	}
	accepted := 0
	for _, v := range vectors {
		c, err := Parse(v.Text)
		if (err == nil) != v.OK {
			t.Errorf("%q: %v, accepted by the contracts: %v", v.Text, err, v.OK)
			continue
		}
		if err != nil {
			continue
		}
		accepted++
		if codec := strconv.Itoa(int(c.Codec)); codec != v.Codec || "0x"+hex.EncodeToString(c.Digest[:]) != v.Digest {
			t.Errorf("%q: codec %s digest %x, the contracts say %s and %s", v.Text, codec, c.Digest, v.Codec, v.Digest)
		}
	}
	if accepted == 0 || accepted == len(vectors) {
		t.Errorf("%d of %d vectors are accepted: both kinds should be there", accepted, len(vectors))
	}
}
