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
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/datapoint"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/protocol"
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
	require.ErrorContains(t, fit(m, 2, []point{{data: []byte("a,b\n1,2"), source: "x.csv"}}), "want a JSON array of numbers such as [1,2,3], one line of numbers with commas")
}

// shelf has what a network's IPFS has.
type shelf map[string]string

func (s shelf) Get(_ context.Context, id cid.CID, maxBytes int64) ([]byte, error) {
	data, ok := s[id.String()]
	switch {
	case !ok:
		return nil, &content.Error{Kind: content.ErrNotFound, CID: id}
	case int64(len(data)) > maxBytes:
		return nil, &content.Error{Kind: content.ErrTooLarge, CID: id}
	}
	return []byte(data), nil
}

func TestWhatACIDNamesIsCheckedWhereItCanBeRead(t *testing.T) {
	m := &manifest.Manifest{Name: "three", Limits: manifest.Limits{DataBytes: 20},
		Inputs: []manifest.Input{{Name: "x", Datatype: datapoint.FP32, Shape: []int64{-1, 3}}}}
	at := func(data string) point {
		id := cid.Sum(cid.Raw, []byte(data)).String()
		return point{cid: id, source: "--cid " + id}
	}
	has := shelf{at("[1,2,3]").cid: "[1,2,3]", at("[1]").cid: "[1]", at("").cid: "", at("[1,2,3,4,5,6,7,8,9,10]").cid: "[1,2,3,4,5,6,7,8,9,10]"}
	points := []point{at("[1,2,3]"), at("elsewhere"), {data: []byte("[4,5,6]"), source: "file"}}
	found, err := fetch(t.Context(), has, m, points)
	require.NoError(t, err)
	require.Equal(t, "[1,2,3]", string(found[0].data))
	require.Nil(t, found[1].data, "the nodes may find it")
	require.Nil(t, points[0].data, "what is on IPFS isn't uploaded again")
	require.NoError(t, fit(m, 1, found))

	for _, data := range []string{"[1]", ""} {
		found, err = fetch(t.Context(), has, m, []point{at(data)})
		require.NoError(t, err)
		err = fit(m, 1, found)
		require.ErrorContains(t, err, "--cid "+at(data).cid)
		require.Equal(t, cli.ExitUsage, cli.CodeOf(err))
	}
	_, err = fetch(t.Context(), has, m, []point{at("[1,2,3,4,5,6,7,8,9,10]")})
	require.ErrorIs(t, err, content.ErrTooLarge)
	require.Equal(t, cli.ExitUsage, cli.CodeOf(err))
}

func TestAFailureIsASentenceWithItsRemedy(t *testing.T) {
	for reason, want := range map[protocol.Status]string{
		protocol.DataUnavailable:    "could not fetch bafy from IPFS; check the CID, or upload the file with `ethml request --model 3 FILE`",
		protocol.DataMalformed:      "can't read bafy as a data point",
		protocol.ModelRejectedInput: "model 3 can't take bafy",
		protocol.ModelUnavailable:   "too few operators can run model 3",
		protocol.NoConsensus:        "too few operators gave the same answer",
	} {
		err := errNoAnswer(&oracle.Outcome{Request: &oracle.Request{ID: 9, Model: 3, DataCID: "bafy"}, Status: protocol.RequestFailed, Reason: reason})
		require.ErrorContains(t, err, "request 9 failed with "+reason.String()+": ")
		require.ErrorContains(t, err, want)
		require.ErrorContains(t, err, "; `ethml replay 9` shows how they voted")
	}
	err := errNoAnswer(&oracle.Outcome{Request: &oracle.Request{ID: 9}, Status: protocol.RequestExpired})
	require.EqualError(t, err, "request 9 expired: `ethml status` shows what hindered it")
}

func TestWhatStopsARequestIsSaidWithItsRemedy(t *testing.T) {
	tip := &reverts.Error{Name: "EthML_TipTooLow", Params: []string{"tip", "minimum"}, Values: []any{big.NewInt(1), big.NewInt(25e16)}}
	require.EqualError(t, hint(fmt.Errorf("ask: %w", tip)), "the tip is too low: this network takes at least --tip 0.25")
	require.ErrorContains(t, hint(errors.New("insufficient funds for gas * price + value")), "send it ether")
	require.ErrorContains(t, noRequest(7, fmt.Errorf("read: %w", &reverts.Error{Name: "EthML_UnknownRequest"})), "there is no request 7")
	require.ErrorContains(t, hint(errors.New("replacement transaction underpriced")), "try again")
	require.NoError(t, hint(nil))

	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	require.EqualError(t, endedFor(ctx, []*oracle.Request{{ID: 3}, {ID: 4}}, ctx.Err()),
		"interrupted: what was sent stays open, and `ethml wait 3 4` waits on")
	_, err := signerFlags{From: "0x12"}.signer(devchain.DefaultChainID)
	require.ErrorContains(t, err, "--dev-account chooses")
}
