package command

import (
	"math/big"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/replay"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/protocol"
)

func TestARequestThatCannotBeRunHereIsShownWithItsVotes(t *testing.T) {
	gone := replay.Vote{Status: uint8(protocol.DataUnavailable), Word: new(big.Int)}
	seven := replay.Vote{Word: big.NewInt(7)}
	record := func(outcome replay.Vote, status protocol.RequestStatus) *replay.Record {
		return &replay.Record{ID: 9, Model: 1, DataCID: "bafy", Status: uint8(status), Reason: outcome.Status,
			Blocks: []replay.Block{{Number: 4, Reveals: []replay.Reveal{{Miner: common.Address{1}, Vote: outcome}}, Outcome: &outcome}}}
	}

	same := compare(record(gone, protocol.RequestFailed), manifest.Terms{}, gone, "nobody has it")
	require.Equal(t, "DATA_UNAVAILABLE", same.Here)
	require.Equal(t, "DATA_UNAVAILABLE", same.Reason)
	require.Equal(t, "nobody has it", same.Detail)
	require.True(t, same.anyOutcomeAsHere(), "nobody had it there either")
	require.False(t, same.Differs)

	others := compare(record(seven, protocol.RequestAnswered), manifest.Terms{}, gone, "nobody has it")
	require.False(t, others.anyOutcomeAsHere())
	require.False(t, others.Differs, "nothing was run that could differ")
	require.Equal(t, "7", others.Blocks[0].Reveals[0].Vote)
	require.Equal(t, "not run here", others.mark(others.Blocks[0].Reveals[0].replayVote))

	wrong := compare(record(seven, protocol.RequestAnswered), manifest.Terms{}, replay.Vote{Word: big.NewInt(8)}, "")
	require.True(t, wrong.Differs)
	require.Equal(t, "NOT as here", wrong.mark(*wrong.Blocks[0].Outcome))
}
