package command

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/reverts"
)

func TestADataPointThatNodesMustRefuseIsNotPaidFor(t *testing.T) {
	raw, err := os.ReadFile("../../../../models/diabetes/manifest.json")
	require.NoError(t, err)
	m, err := manifest.Parse(raw)
	require.NoError(t, err)
	ten, other := point{data: []byte("[1,2,3,4,5,6,7,8,9,10]"), source: "--values"}, point{cid: "bafkrei"}
	require.NoError(t, fit(m, 2, []point{ten, other}))
	require.ErrorContains(t, fit(m, 2, []point{ten, {data: []byte("[1,2]"), source: "two.json"}}),
		"the data point in two.json can't be answered: model 2 (diabetes) takes 10 features, got 2 (`ethml model show 2` tells what it takes)")
	require.ErrorContains(t, fit(m, 2, []point{{data: []byte("{"), source: "standard input"}}), "standard input")
	require.ErrorContains(t, fit(m, 2, []point{{data: make([]byte, m.Limits.DataBytes+1), source: "big.json"}}), "takes at most")
	require.False(t, anyData([]point{other}))
}

func TestWhatStopsARequestIsSaidWithItsRemedy(t *testing.T) {
	tip := &reverts.Error{Name: "EthML_TipTooLow", Params: []string{"tip", "minimum"}, Values: []any{big.NewInt(1), big.NewInt(25e16)}}
	require.EqualError(t, hint(fmt.Errorf("ask: %w", tip)), "the tip is too low: this network takes at least --tip 0.25")
	require.ErrorContains(t, hint(errors.New("insufficient funds for gas * price + value")), "send it ether")
	require.ErrorContains(t, noRequest(7, fmt.Errorf("read: %w", &reverts.Error{Name: "EthML_UnknownRequest"})), "there is no request 7")
	require.NoError(t, hint(nil))

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.EqualError(t, endedFor(ctx, []*oracle.Request{{ID: 3}, {ID: 4}}, ctx.Err()),
		"interrupted: what was sent stays open, and `ethml wait 3 4` waits on")
	_, err := signerFlags{From: "0x12"}.signer(devchain.DefaultChainID)
	require.ErrorContains(t, err, "--dev-account chooses")
}
