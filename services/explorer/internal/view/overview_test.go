package view

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/explorer/internal/index"
)

func TestTheHashRateDoesNotFallForASingleSlowBlock(t *testing.T) {
	var newest []*index.Point
	for number := uint64(1); number <= 12; number++ {
		p := &index.Point{Number: number, Opened: 100 * number, Closed: 100*number + 2, Seats: 5, Work: 5000}
		if number == 7 || number == 12 {
			p.Closed += 60 // its data was slow to come
		}
		newest = append([]*index.Point{p}, newest...)
	}
	all, err := (&Views{}).series(nil, newest)
	require.NoError(t, err)
	for _, s := range all {
		if s.Name != "hash_rate" {
			continue
		}
		require.Len(t, s.Points, 12)
		for _, p := range s.Points {
			assert.InDelta(t, 2500, p[1], 0.1)
		}
	}
	for _, p := range newest[:5] {
		p.Closed = p.Opened + 20
	}
	all, err = (&Views{}).series(nil, newest)
	require.NoError(t, err)
	assert.InDelta(t, 250, all[2].Points[11][1], 0.1, "it does for several")
}
