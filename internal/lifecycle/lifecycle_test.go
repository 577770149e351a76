package lifecycle

import (
	"context"
	"errors"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
)

func TestStackStopsInReverseOnceAndJoinsErrors(t *testing.T) {
	var order []string
	var s Stack
	s.Push("store", func(context.Context) error { order = append(order, "store"); return errors.New("disk gone") })
	s.PushClose("server", func() error { order = append(order, "server"); return nil })
	require.EqualError(t, s.Stop(time.Minute), "stop store: disk gone")
	require.Equal(t, []string{"server", "store"}, order)
	require.NoError(t, s.Stop(time.Minute))
	require.Len(t, order, 2)
}

func TestStopIsBounded(t *testing.T) {
	var s Stack
	s.Push("stuck", func(ctx context.Context) error { <-ctx.Done(); return ctx.Err() })
	require.ErrorIs(t, s.Stop(time.Millisecond), context.DeadlineExceeded)
}
