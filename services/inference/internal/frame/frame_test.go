package frame

import (
	"encoding/binary"
	"math"
	"testing"

	"github.com/stretchr/testify/require"
)

// reply writes the body of a reply to Run, as the worker does.
func reply(tensors ...Tensor) []byte {
	var b []byte
	le := binary.LittleEndian
	for _, t := range tensors {
		b = le.AppendUint32(b, uint32(t.Type))
		b = le.AppendUint32(b, uint32(len(t.Shape)))
		b = le.AppendUint64(b, uint64(len(t.Data)))
		for _, d := range t.Shape {
			b = le.AppendUint64(b, uint64(d))
		}
		b = append(b, t.Data...)
		b = pad(b, 0, 8)
	}
	return b
}

func TestRepliesAreReadAsWritten(t *testing.T) {
	want := []Tensor{
		{Name: "a", Type: UINT8, Shape: []int64{3}, Data: []byte{1, 2, 3}},
		{Name: "b", Type: FP64, Shape: []int64{}, Data: make([]byte, 8)},
		{Name: "c", Type: BYTES, Shape: []int64{2}, Data: JoinBytes([][]byte{[]byte("x"), {}})},
		{Name: "d", Type: INT16, Shape: []int64{0, 4}, Data: []byte{}},
	}
	got, err := ParseRun(reply(want...), []string{"a", "b", "c", "d"})
	require.NoError(t, err)
	require.Equal(t, want, got)
}

func TestHostileRepliesAreRefused(t *testing.T) {
	good := reply(Tensor{Type: UINT8, Shape: []int64{3}, Data: []byte{1, 2, 3}})
	with := func(at int, v uint64) []byte {
		b := append([]byte(nil), good...)
		binary.LittleEndian.PutUint64(b[at:], v)
		return b
	}
	for name, b := range map[string][]byte{
		"short":              good[:len(good)-1],
		"long":               append(append([]byte(nil), good...), 0),
		"empty":              nil,
		"huge rank":          with(0, uint64(UINT8)|math.MaxUint32<<32),
		"huge size":          with(8, math.MaxUint64),
		"size past padding":  with(8, math.MaxUint64-6),
		"negative dimension": with(16, math.MaxUint64),
		"shape beyond data":  with(16, 1<<39),
	} {
		_, err := ParseRun(b, []string{"a"})
		require.ErrorIs(t, err, ErrMalformed, name)
	}
	_, err := ParseRun(reply(Tensor{Type: BYTES, Shape: []int64{1 << 39}}), []string{"a"})
	require.ErrorIs(t, err, ErrMalformed)
}

func TestRequestsKeepDataAligned(t *testing.T) {
	in := &Tensor{Type: UINT8, Shape: []int64{3}, Data: []byte{7, 8, 9}}
	prefix := make([]byte, 5)
	b := AppendRun(prefix, []Input{{0, in}, {1, in}}, []int{0, 1, 2})[5:]
	require.Equal(t, in.Data, b[Alignment:Alignment+3])
	require.Equal(t, in.Data, b[2*Alignment:2*Alignment+3])
}

func TestElementsRefusesWhatOverflows(t *testing.T) {
	for _, c := range []struct {
		shape []int64
		n     int64
		ok    bool
	}{
		{nil, 1, true}, {[]int64{2, 3}, 6, true}, {[]int64{0, 1 << 39}, 0, true}, {[]int64{-1}, 0, false},
		{[]int64{1 << 39, 1 << 39}, 0, false}, {[]int64{math.MaxInt64, 2}, 0, false}, {[]int64{1 << 21, 1 << 21}, 0, false},
	} {
		n, ok := Elements(c.shape)
		require.Equal(t, c.ok, ok, c.shape)
		if ok {
			require.Equal(t, c.n, n)
		}
	}
}

// FuzzReplies: whatever a worker says, reading it ends, and what is read fits.
func FuzzReplies(f *testing.F) {
	f.Add(reply(Tensor{Type: BYTES, Shape: []int64{2}, Data: JoinBytes([][]byte{[]byte("x"), {}})}, Tensor{Type: FP32, Shape: []int64{1}, Data: make([]byte, 4)}))
	f.Add(reply(Tensor{Type: UINT8, Shape: []int64{3}, Data: []byte{1, 2, 3}}))
	f.Fuzz(func(t *testing.T, b []byte) {
		for _, names := range [][]string{{"a"}, {"a", "b"}} {
			tensors, err := ParseRun(b, names)
			if err != nil {
				require.ErrorIs(t, err, ErrMalformed)
				continue
			}
			for i := range tensors {
				require.NoError(t, tensors[i].Check())
			}
		}
	})
}

// FuzzSplitBytes: what can be split joins to the same bytes.
func FuzzSplitBytes(f *testing.F) {
	f.Add(JoinBytes([][]byte{[]byte("x"), {}}), int64(2))
	f.Fuzz(func(t *testing.T, b []byte, n int64) {
		if elements, err := SplitBytes(b, n); err == nil {
			require.EqualValues(t, n, len(elements))
			require.Equal(t, string(b), string(JoinBytes(elements)))
		}
	})
}
