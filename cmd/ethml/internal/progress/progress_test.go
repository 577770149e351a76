package progress

import (
	"bytes"
	"math/big"
	"testing"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
)

func TestTheLiveLineIsRewrittenOnlyOnATerminal(t *testing.T) {
	var out bytes.Buffer
	w := &Writer{out: &out}
	w.Live("one")
	w.Live("one")
	w.Printf("done %d", 1)
	w.Live("two")
	require.Equal(t, "one\ndone 1\ntwo\n", out.String(), "no control codes in a file, no repeats")

	out.Reset()
	w = &Writer{out: &out, live: true, width: func() int { return 5 }}
	w.Live("a long line")
	w.Printf("done")
	require.Equal(t, "a lo\r\x1b[Kdone\na lo", out.String(), "cut to the width, drawn again below")
}

func TestPhaseNamesWhatIsAwaited(t *testing.T) {
	require.Equal(t, "queued, 7 waiting", Phase(oracle.Progress{Status: protocol.RequestQueued, Waiting: 7}, 5))
	block := bindings.BlockView{Number: 3, Phase: 1, Seats: big.NewInt(2), Reveals: new(big.Int)}
	require.Equal(t, "block 3: committing, 2/5 seats", Phase(oracle.Progress{Block: block}, 5))
	block.Phase, block.Seats, block.Reveals = 2, big.NewInt(5), big.NewInt(4)
	require.Equal(t, "block 3: revealing, 4/5", Phase(oracle.Progress{Block: block}, 5))
}

func TestHowARequestEndedIsCounted(t *testing.T) {
	require.Equal(t, "block 3: 5/5 revealed, 4 agree", Votes(&oracle.Outcome{VirtualBlock: 3, Votes: oracle.Tally{Seats: 5, Reveals: 5, Agree: 4}}))
	require.Equal(t, "block 3: 3/5 revealed, too few agree", Votes(&oracle.Outcome{VirtualBlock: 3, Votes: oracle.Tally{Seats: 5, Reveals: 3}}))
	require.Empty(t, Votes(&oracle.Outcome{Status: protocol.RequestExpired}))
}

func TestRatesAreReadable(t *testing.T) {
	require.Equal(t, "0 H/s", Rate(0))
	require.Equal(t, "999 H/s", Rate(999))
	require.Equal(t, "1.5 kH/s", Rate(1500))
	require.Equal(t, "22.6 MH/s", Rate(22.6e6))
}
