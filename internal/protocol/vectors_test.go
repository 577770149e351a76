package protocol

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// readVectors reads what the contracts' tests drew and the contracts computed.
func readVectors[T any](t *testing.T, name string) []T {
	t.Helper()
	text, err := os.ReadFile(filepath.Join("..", "..", "contracts", "test", "vectors", name))
	require.NoError(t, err)
	var rows []T
	require.NoError(t, json.Unmarshal(text, &rows))
	require.NotEmpty(t, rows)
	return rows
}

// hex0x is bytes as the vectors write them.
type hex0x []byte

func (h *hex0x) UnmarshalText(text []byte) error {
	digits := strings.TrimPrefix(string(text), "0x")
	*h = make([]byte, 0, len(digits)/2)
	for i := 0; i+1 < len(digits); i += 2 {
		b, err := strconv.ParseUint(digits[i:i+2], 16, 8)
		if err != nil {
			return err
		}
		*h = append(*h, byte(b))
	}
	return nil
}

func (h hex0x) hash() Hash       { return Hash(h) }
func (h hex0x) address() Address { return Address(h) }

// number is a decimal integer, as a string because a number of JSON ends at 2^53.
type number = *uint256.Int

func TestWorkAndCommitmentsAreTheContracts(t *testing.T) {
	for _, v := range readVectors[struct{ Challenge, Miner, Nonce, Work, Result, Salt, Commitment hex0x }](t, "work.json") {
		require.Equal(t, v.Work.hash(), ProofOfWork(v.Challenge.hash(), v.Miner.address(), v.Nonce.hash()))
		require.Equal(t, v.Commitment.hash(), Commitment(v.Challenge.hash(), v.Miner.address(), v.Result.hash(), v.Salt.hash()))
	}
}

func TestTargetsAreTheContracts(t *testing.T) {
	for _, v := range readVectors[struct {
		Difficulty, Window, Elapsed number
		Target                      hex0x
	}](t, "target.json") {
		s := TargetSchedule{Difficulty: v.Difficulty, OpenedAt: 1_700_000_000, CommitWindow: time.Duration(v.Window.Uint64()) * time.Second}
		require.Equal(t, v.Target.hash(), Hash(s.At(s.OpenedAt+v.Elapsed.Uint64()).Bytes32()), "%v", v)
	}
}

func TestRetargetsAreTheContracts(t *testing.T) {
	for _, v := range readVectors[struct{ Old, Elapsed, Wanted, Minimum, Next number }](t, "retarget.json") {
		require.Equal(t, v.Next, Retarget(v.Old, v.Elapsed.Uint64(), v.Wanted.Uint64(), v.Minimum), "%v", v)
	}
}

func TestSlotsAreTheContracts(t *testing.T) {
	for _, v := range readVectors[struct{ Birth, Tip, SecondsPerToken, MaxHeadStart, Slot number }](t, "slot.json") {
		require.Equal(t, v.Slot.Uint64(), Slot(v.Birth.Uint64(), v.Tip, v.SecondsPerToken.Uint64(), v.MaxHeadStart.Uint64()), "%v", v)
	}
}

type blockVector struct {
	ChainID, Number, Tolerance, Difficulty, Elapsed, Wanted, Minimum, Timestamp, NextDifficulty, OpenedAt number
	Coordinator, Parent, Previous, Randao, Challenge, Hash, Statuses                                      hex0x
	IDs                                                                                                   []uint64
	Medians                                                                                               []bool
	Words                                                                                                 []hex0x
	Seats                                                                                                 []struct {
		Miner, Result, Statuses hex0x
		Words                   []hex0x
	}
}

func TestBlocksAreTheContracts(t *testing.T) {
	for _, v := range readVectors[blockVector](t, "block.json") {
		challenge := Challenge(v.ChainID, v.Coordinator.address(), v.Parent.hash(), v.Number.Uint64(), v.IDs,
			Opening{v.Previous.hash(), v.OpenedAt.Uint64(), v.Randao.hash()})
		require.Equal(t, v.Challenge.hash(), challenge)
		header := BlockHeader{Parent: v.Parent.hash(), Number: v.Number.Uint64(), IDs: v.IDs, Challenge: challenge, Timestamp: v.Timestamp.Uint64()}
		for _, s := range v.Seats {
			require.Equal(t, s.Result.hash(), ResultHash(hashes(s.Words), s.Statuses))
			header.Miners = append(header.Miners, s.Miner.address())
		}
		for j := range v.IDs {
			var votes []Vote
			for _, s := range v.Seats {
				votes = append(votes, Vote{Status(s.Statuses[j]), s.Words[j].hash()})
			}
			rule := Equal
			if v.Medians[j] {
				rule = Median
			}
			d := Decide(votes, rule, v.Tolerance)
			require.Equal(t, v.Words[j].hash(), d.Word, "%v", votes)
			if d.Decided() {
				require.Equal(t, Status(v.Statuses[j]), d.Status, "%v", votes)
			} else {
				require.Equal(t, NoConsensus, Status(v.Statuses[j]), "%v", votes)
			}
		}
		header.Outcome = ResultHash(hashes(v.Words), v.Statuses)
		require.Equal(t, v.Hash.hash(), header.Hash())
		require.Equal(t, v.NextDifficulty, Retarget(v.Difficulty, v.Elapsed.Uint64(), v.Wanted.Uint64(), v.Minimum))
	}
}

func hashes(words []hex0x) []Hash {
	converted := make([]Hash, len(words))
	for i, w := range words {
		converted[i] = w.hash()
	}
	return converted
}
