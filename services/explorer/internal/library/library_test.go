package library

import (
	"bytes"
	"context"
	"errors"
	"log/slog"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
)

// store answers when it is let.
type store struct {
	let   chan struct{}
	asked chan cid.CID
	data  []byte
	err   error
}

func (s *store) Get(ctx context.Context, id cid.CID, _ int64) ([]byte, error) {
	s.asked <- id
	select {
	case <-s.let:
		return s.data, s.err
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

func newStore() *store { return &store{let: make(chan struct{}), asked: make(chan cid.CID, 100)} }

func point(data string) string { return cid.Sum(cid.Raw, []byte(data)).String() }

func TestContentIsFetchedOnceAndKept(t *testing.T) {
	s := newStore()
	s.data = []byte("[1]")
	close(s.let)
	l := New(t.Context(), s)
	for range 5 {
		data, err := l.Data(t.Context(), point("[1]"))
		require.NoError(t, err)
		assert.Equal(t, "[1]", string(data))
	}
	assert.Len(t, s.asked, 1)
}

func TestSlowContentKeepsNoPageWaitingAndComesLater(t *testing.T) {
	s := newStore()
	l := New(t.Context(), s)
	_, err := l.Data(t.Context(), point("slow"))
	require.ErrorIs(t, err, ErrPending)
	s.data = []byte("slow")
	close(s.let)
	for {
		data, err := l.Data(t.Context(), point("slow"))
		if errors.Is(err, ErrPending) {
			continue
		}
		require.NoError(t, err)
		assert.Equal(t, "slow", string(data))
		break
	}
	assert.Len(t, s.asked, 1)
}

func TestFetchesAreBounded(t *testing.T) {
	s := newStore()
	l := New(t.Context(), s)
	for i := range maxFetches {
		require.Nil(t, l.Known(point(string(rune('a'+i)))))
	}
	_, err := l.Data(t.Context(), point("one too many"))
	require.ErrorIs(t, err, errBusy)
	close(s.let)
}

func TestFailuresAndMalformedManifestsAreErrors(t *testing.T) {
	s := newStore()
	s.err = errors.New("no such block")
	close(s.let)
	l := New(t.Context(), s)
	_, err := l.Data(t.Context(), point("gone"))
	require.ErrorIs(t, err, s.err)
	_, err = l.Data(t.Context(), "not a CID")
	require.EqualError(t, err, "its name on chain is no CID that can be read")
	s.err, s.data = nil, []byte(`{"name":"<script>"}`)
	_, err = l.Manifest(t.Context(), point("manifest"))
	require.ErrorContains(t, err, "manifest")
	assert.Nil(t, l.Known(point("manifest")))
}

func TestWhatIsMissingIsSaidInAPagesOwnWordsAndLoggedInFull(t *testing.T) {
	for kind, says := range map[error]string{
		content.ErrNotFound:    "none of the sources that this explorer asks has it",
		content.ErrUnavailable: "the sources that this explorer asks did not answer, or not in time",
		content.ErrTooLarge:    "it has more than the 256 KiB that are fetched for showing",
		content.ErrMalformed:   "what its CID names is no plain file",
	} {
		s := newStore()
		s.err = &content.Error{Kind: kind, CID: cid.Sum(cid.Raw, []byte("gone")), Err: errors.New("kubo http://127.0.0.1:5001: broken")}
		close(s.let)
		l := New(t.Context(), s)
		var log bytes.Buffer
		l.Log = slog.New(slog.NewTextHandler(&log, nil))
		_, err := l.Data(t.Context(), point("gone"))
		require.EqualError(t, err, says)
		require.ErrorIs(t, err, kind)
		assert.Contains(t, log.String(), "kubo http://127.0.0.1:5001: broken")
		assert.Contains(t, log.String(), point("gone"))
	}
}
