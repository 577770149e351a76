package pool

import (
	"context"
	"fmt"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/inference/internal/frame"
	"github.com/ethml/ethml/services/inference/internal/onnxtest"
)

// call is a caller's request for a model of its own that counts for as long as
// it is told to.
func call(name string, limit time.Duration) (Spec, []frame.Tensor) {
	s := spec("call/"+name, onnxtest.Counter())
	s.GiveWay, s.Limit = true, limit
	m := onnxtest.Int64s("", nil, 1<<50)
	return s, []frame.Tensor{{Name: "x", Type: frame.INT64, Shape: []int64{1}, Data: []byte(m[len(m)-8:])}}
}

func TestCallersLeaveVotesAWorker(t *testing.T) {
	p := start(t, Config{MaxWorkers: 3})
	var all sync.WaitGroup
	defer all.Wait()
	defer func() { require.NoError(t, p.Close()) }() // which ends those that run
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	for i := range 8 {
		all.Go(func() {
			s, in := call(fmt.Sprint(i), time.Hour)
			_, err := p.Run(ctx, s, in, nil)
			assert.Error(t, err)
		})
	}
	running := func(busy, waiting int) func() bool {
		return func() bool {
			p.mu.Lock()
			defer p.mu.Unlock()
			n := 0
			for _, w := range p.workers {
				if w.busy && w.giving {
					n++
				}
			}
			return n == busy && len(p.waiters) == waiting
		}
	}
	require.Eventually(t, running(2, 6), 20*time.Second, 5*time.Millisecond)
	for i := range 4 {
		r, err := p.Run(t.Context(), spec(fmt.Sprint("vote", i%2), onnxtest.Unary("Neg", 1)), []frame.Tensor{floats("x", []int64{1}, float32(i))}, nil)
		require.NoError(t, err)
		require.Equal(t, onnxtest.F32(-float32(i)), r.Outputs[0].Data)
	}
	require.True(t, running(2, 6)(), "callers took the votes' worker, or lost theirs")
}

func TestVotesGoBeforeCallersWhoCameFirst(t *testing.T) {
	p := start(t, Config{MaxWorkers: 1})
	waiting := func(n int) {
		t.Helper()
		require.Eventually(t, func() bool {
			p.mu.Lock()
			defer p.mu.Unlock()
			return len(p.waiters) == n && p.workers[0].busy
		}, 20*time.Second, time.Millisecond)
	}
	var all sync.WaitGroup
	ctx, cancel := context.WithCancel(t.Context())
	long, in := call("long", time.Hour)
	all.Go(func() {
		_, err := p.Run(ctx, long, in, nil)
		assert.ErrorIs(t, err, ErrResources)
	})
	waiting(0)
	for i := range 3 {
		all.Go(func() {
			s, in := call(fmt.Sprint(i), 50*time.Millisecond)
			_, err := p.Run(ctx, s, in, nil)
			assert.Error(t, err)
		})
		waiting(i + 1)
	}
	all.Go(func() {
		_, err := p.Run(t.Context(), spec("vote", onnxtest.Unary("Neg", 1)), []frame.Tensor{floats("x", []int64{1}, 1)}, nil)
		assert.NoError(t, err)
	})
	waiting(4)
	p.mu.Lock()
	require.Equal(t, "vote", p.waiters[0].spec.Key)
	busy := p.workers[0]
	p.mu.Unlock()
	busy.kill()
	all.Wait()
	cancel()
	require.Zero(t, p.giving)
	require.Empty(t, p.waiters)
}
