package protocol

import (
	"encoding/hex"
	"math/big"
	"testing"
	"time"

	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"
)

// The hash of no bytes and of "abc" are Keccak-256's published ones, not SHA3-256's.
func TestKeccak256IsTheOldPadding(t *testing.T) {
	require.Equal(t, "0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", Keccak256().String())
	require.Equal(t, "0x4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45", Keccak256([]byte("a"), []byte("bc")).String())
}

// Written out by hand from the ABI's rules: two offsets, length, words, length, bytes padded to a word.
func TestResultHashIsOverTheABIEncoding(t *testing.T) {
	encoded, err := hex.DecodeString("" +
		"0000000000000000000000000000000000000000000000000000000000000040" +
		"00000000000000000000000000000000000000000000000000000000000000a0" +
		"0000000000000000000000000000000000000000000000000000000000000002" +
		"0000000000000000000000000000000000000000000000000000000000000001" +
		"000000000000000000000000000000000000000000000000000000000000003b" +
		"0000000000000000000000000000000000000000000000000000000000000002" +
		"0003000000000000000000000000000000000000000000000000000000000000")
	require.NoError(t, err)
	require.Equal(t, Keccak256(encoded), ResultHash([]Hash{{31: 1}, {31: 59}}, []byte{0, 3}))
}

func TestTargetEasesByTheClockAlone(t *testing.T) {
	s := TargetSchedule{Difficulty: uint256.NewInt(500), OpenedAt: 1000, CommitWindow: 10 * time.Second}
	require.NoError(t, s.Check())
	base := new(uint256.Int).Div(new(uint256.Int).SetAllOne(), uint256.NewInt(500))
	require.Equal(t, base, s.At(0), "before it opened")
	require.Equal(t, base, s.At(1009))
	require.Equal(t, new(uint256.Int).Lsh(base, 1), s.At(1010))
	require.Equal(t, new(uint256.Int).Lsh(base, 8), s.At(1080))
	require.Equal(t, new(uint256.Int).SetAllOne(), s.At(1090), "500 < 2^9, so the ninth doubling saturates")
	require.Equal(t, new(uint256.Int).SetAllOne(), s.At(1<<40))
	require.EqualValues(t, 1010, s.NextEasing(1000))
	require.EqualValues(t, 1020, s.NextEasing(1010))
	require.EqualValues(t, 1010, s.NextEasing(5))
}

func TestScheduleFromOutsideIsChecked(t *testing.T) {
	require.ErrorContains(t, TargetSchedule{}.Check(), "difficulty")
	require.ErrorContains(t, TargetSchedule{Difficulty: uint256.NewInt(1)}.Check(), "commit window")
}

func TestRetargetMovesAtMostAnEighth(t *testing.T) {
	for _, c := range []struct{ old, elapsed, goal, floor, want uint64 }{
		{800, 15, 15, 1, 800},
		{800, 1, 15, 1, 900},
		{800, 1000, 15, 1, 700},
		{800, 0, 15, 1, 900},
		{1, 1, 15, 1, 2},
		{7, 100, 15, 1, 7},
		{800, 1000, 15, 750, 750},
		{800, 14, 15, 1, 857},
	} {
		got := Retarget(uint256.NewInt(c.old), c.elapsed, c.goal, uint256.NewInt(c.floor))
		require.Equal(t, c.want, got.Uint64(), "%+v", c)
	}
}

func TestSolvesComparesTheWholeTarget(t *testing.T) {
	h := ProofOfWork(Hash{1}, Address{2}, Hash{3})
	at := new(uint256.Int).SetBytes32(h[:])
	require.True(t, Solves(Hash{1}, Address{2}, Hash{3}, at))
	require.False(t, Solves(Hash{1}, Address{2}, Hash{3}, new(uint256.Int).SubUint64(at, 1)))
}

func TestLengthsFromOutsideAreChecked(t *testing.T) {
	_, err := HashFromBytes("challenge", make([]byte, 31))
	require.EqualError(t, err, "challenge takes 32 bytes, got 31")
	_, err = AddressFromBytes("miner", nil)
	require.EqualError(t, err, "miner takes 20 bytes, got 0")
}

// FuzzTargetSchedule checks At against arbitrary-precision arithmetic.
func FuzzTargetSchedule(f *testing.F) {
	f.Add(uint64(500), uint64(10), uint64(100))
	f.Fuzz(func(t *testing.T, difficulty, window, after uint64) {
		if difficulty == 0 || window == 0 || window > 1<<30 || after > 1<<40 {
			t.Skip("out of range")
		}
		s := TargetSchedule{Difficulty: uint256.NewInt(difficulty), OpenedAt: 7, CommitWindow: time.Duration(window) * time.Second}
		limit := new(big.Int).Sub(new(big.Int).Lsh(big.NewInt(1), 256), big.NewInt(1))
		want := new(big.Int).Div(limit, new(big.Int).SetUint64(difficulty))
		if k := after / window; k > 256 {
			want = limit
		} else if want.Lsh(want, uint(k)); want.Cmp(limit) > 0 {
			want = limit
		}
		require.Equal(t, want.String(), s.At(7+after).ToBig().String())
	})
}
