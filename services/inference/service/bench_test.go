//go:build bench

package service

import (
	"context"
	"encoding/json"
	"math/rand/v2"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/services/inference/internal/bench"
)

// late is a store that has one data point only from a given time on.
type late struct {
	*content.Store
	mu   sync.Mutex
	id   cid.CID
	here bool
}

func (l *late) Get(ctx context.Context, id cid.CID, most int64) ([]byte, error) {
	l.mu.Lock()
	missing := id == l.id && !l.here
	l.mu.Unlock()
	if missing {
		return nil, &content.Error{Kind: content.ErrNotFound, CID: id}
	}
	return l.Store.Get(ctx, id, most)
}

func TestABlockOf32IsReadySoonAfterItsLastDataPoint(t *testing.T) {
	n := startNode(t)
	store := &late{Store: shelf(t, n)}
	run(t, Config{Watcher: n.address, Submitter: n.address, Content: store})
	next, worst := uint64(1), 0.0
	for round := range uint64(5) {
		var ids []uint64
		for range 32 {
			row := make([]float64, 30)
			for i := range row {
				row[i] = rand.NormFloat64()
			}
			b, err := json.Marshal(row)
			require.NoError(t, err)
			id, err := store.Add(t.Context(), b)
			require.NoError(t, err)
			store.mu.Lock()
			store.id, store.here = id, false
			store.mu.Unlock()
			n.request(next, 1, id.String())
			ids = append(ids, next)
			next++
		}
		n.open(round+1, 60, ids...)
		for _, id := range ids[:31] {
			n.report(t, id)
		}
		came := time.Now()
		store.mu.Lock()
		store.here = true
		store.mu.Unlock()
		require.Zero(t, n.report(t, ids[31]).GetStatus())
		worst = max(worst, float64(time.Since(came).Microseconds())/1000)
	}
	t.Logf("block32_vote_ready_ms %.1f", worst)
	require.NoError(t, bench.Record("block32_vote_ready_ms", worst))
}
