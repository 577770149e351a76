package command

import (
	"bytes"
	"os"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/model"
	"github.com/ethml/ethml/internal/manifest"
)

func TestAModelIsShownWithWhatItTakesAndNothingThatSteersATerminal(t *testing.T) {
	raw, err := os.ReadFile("../../../../models/diabetes-progression/manifest.json")
	require.NoError(t, err)
	m, err := manifest.Parse(raw)
	require.NoError(t, err)
	m.Description = "one\x1b[2Jtwo\nmodel\t\u202e3"
	var out bytes.Buffer
	require.NoError(t, writeModel(&out, model.Listing{ID: 5, ManifestCID: m.Model.CID, Publisher: common.Address{1}, RoyaltyBps: 525, Deprecated: true, Previous: 3}, m))
	text := out.String()
	require.Contains(t, text, "model      5, diabetes-progression 1.0.0, deprecated: it takes no more requests\n           one [2Jtwo model  3\n")
	require.Contains(t, text, "age in years, sex (1 or 2)")
	require.Contains(t, text, "progression by codec fixed with 2 decimals\nagreed by  median, within 5 units of the word\n")
	require.Contains(t, text, "royalty 5.25 % of each tip")
	require.Contains(t, text, "replaces   model 3\n")
	require.Equal(t, "20", hundredths(2000))
}
