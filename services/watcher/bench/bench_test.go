package bench_test

import (
	"context"
	"math/big"
	"slices"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/certstest"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

var current = &ethmlv1.SubscribeRequest{Start: &ethmlv1.SubscribeRequest_Current{Current: &ethmlv1.Current{}}}

// BenchmarkDelivery is the time from the node's newHeads notice, as another client of the same node gets it, to a block's
// first event on a subscription: in plaintext and with mutual TLS in turns, each a watcher of its own, so that whatever else
// the machine does weighs on both alike.
func BenchmarkDelivery(b *testing.B) {
	const turns, blocks = 5, 100 // of each
	r, binary := newRig(b), build(b)
	ways := map[string]string{"": "", "tls_": certstest.Roles(b)}
	took := map[string][]time.Duration{}
	b.ResetTimer()
	for range turns {
		for name, certificates := range ways {
			took[name] = append(took[name], r.deliver(binary, certificates, blocks)...)
		}
	}
	measured := map[string]float64{}
	for name, all := range took {
		require.Greater(b, len(all), turns*blocks*9/10)
		slices.Sort(all)
		for quantile, q := range map[string]float64{"p50": .5, "p99": .99} {
			measured["delivery_"+name+quantile+"_ms"] = float64(all[int(q*float64(len(all)-1))]) / float64(time.Millisecond)
		}
	}
	report(b, measured)
}

// deliver seals blocks while a new watcher follows, and gives how long each took.
func (r *rig) deliver(binary, certificates string, blocks int) (took []time.Duration) {
	const events, period = 5, 20 * time.Millisecond
	b := r.b
	b.Helper()
	p := r.watch(binary, certificates)
	defer p.stop()
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	stream := p.subscribe(ctx, current)
	node, err := ethclient.Dial(r.Chain.WSURL())
	require.NoError(b, err)
	defer node.Close()
	heads := make(chan *types.Header, blocks)
	sub, err := node.SubscribeNewHead(ctx, heads)
	require.NoError(b, err)
	defer sub.Unsubscribe()

	var mu sync.Mutex
	noticed, delivered := map[uint64]time.Time{}, map[uint64]time.Time{}
	done := make(chan error, 1)
	go func() {
		for {
			item, err := stream.Recv()
			if err != nil {
				done <- err
				return
			}
			if at := item.GetEvent().GetPosition(); at != nil {
				mu.Lock()
				if _, seen := delivered[at.GetBlockNumber()]; !seen {
					delivered[at.GetBlockNumber()] = time.Now()
				}
				all := len(delivered) == blocks
				mu.Unlock()
				if all {
					done <- nil
					return
				}
			}
		}
	}()
	go func() {
		for {
			select {
			case h := <-heads:
				mu.Lock()
				noticed[h.Number.Uint64()] = time.Now()
				mu.Unlock()
			case <-ctx.Done():
				return
			}
		}
	}()
	tick := time.NewTicker(period)
	defer tick.Stop()
	for range blocks {
		<-tick.C
		r.emit(1, events)
	}
	require.NoError(b, <-done)
	mu.Lock()
	defer mu.Unlock()
	for number, at := range delivered {
		if since, ok := noticed[number]; ok {
			took = append(took, max(0, at.Sub(since)))
		}
	}
	return took
}

// BenchmarkCatchUp reads a history of 100,000 events, in turn by a bare FilterLogs loop over the same socket and by a new
// watcher from its start to its last event delivered.
func BenchmarkCatchUp(b *testing.B) {
	const blocks, perBlock, step = 1000, 100, 100
	r := newRig(b)
	for range blocks {
		r.emit(1, perBlock)
	}
	// The watcher reads the last blocks one by one; let them not be the history.
	for range 70 {
		r.Seal()
	}
	binary := build(b)
	b.ResetTimer()
	var bare, ours time.Duration
	for range 2 {
		bare += bareLoop(b, r, blocks*perBlock, step)
		ours += catchUp(b, r, binary, blocks*perBlock)
	}
	report(b, map[string]float64{
		"catchup_events_per_s":  2 * blocks * perBlock / ours.Seconds(),
		"filterlogs_per_s":      2 * blocks * perBlock / bare.Seconds(),
		"catchup_vs_filterlogs": bare.Seconds() / ours.Seconds(),
	})
}

func bareLoop(b *testing.B, r *rig, want int, step uint64) time.Duration {
	b.Helper()
	ctx := context.Background()
	started := time.Now()
	node, err := ethclient.Dial(r.Chain.WSURL())
	require.NoError(b, err)
	defer node.Close()
	head, err := node.BlockNumber(ctx)
	require.NoError(b, err)
	got := 0
	for from := uint64(0); from <= head; from += step {
		logs, err := node.FilterLogs(ctx, ethereum.FilterQuery{FromBlock: new(big.Int).SetUint64(from), ToBlock: new(big.Int).SetUint64(min(head, from+step-1)), Addresses: []common.Address{r.Coordinator}})
		require.NoError(b, err)
		got += len(logs)
	}
	require.Equal(b, want, got)
	return time.Since(started)
}

func catchUp(b *testing.B, r *rig, binary string, want int) time.Duration {
	b.Helper()
	started := time.Now()
	p := r.watch(binary, "")
	defer p.stop()
	ctx, cancel := context.WithTimeout(context.Background(), 2*time.Minute)
	defer cancel()
	stream := p.subscribe(ctx, &ethmlv1.SubscribeRequest{})
	// The first item was taken to see that the stream is open.
	for got := 1; got < want; {
		item, err := stream.Recv()
		require.NoError(b, err)
		if item.GetEvent() != nil {
			got++
		}
	}
	return time.Since(started)
}

// BenchmarkSubscribers keeps a hundred subscribers live at 1,000 events a second.
func BenchmarkSubscribers(b *testing.B) {
	const subscribers, perBlock, blocks, period = 100, 100, 150, 100 * time.Millisecond
	r := newRig(b)
	p := r.watch(build(b), "")
	ctx, cancel := context.WithTimeout(context.Background(), 3*time.Minute)
	defer cancel()
	var got atomic.Int64
	var all sync.WaitGroup
	for range subscribers {
		stream := p.subscribe(ctx, current)
		all.Go(func() {
			for n := 0; n < blocks*perBlock; {
				item, err := stream.Recv()
				if err != nil {
					b.Error(err)
					return
				}
				if item.GetEvent() != nil {
					n++
					got.Add(1)
				}
			}
		})
	}
	b.ResetTimer()
	started, used := time.Now(), p.cpu()
	tick := time.NewTicker(period)
	defer tick.Stop()
	for range blocks {
		<-tick.C
		r.emit(1, perBlock)
	}
	all.Wait()
	wall := time.Since(started)
	used = p.cpu() - used
	require.Equal(b, int64(subscribers*perBlock*blocks), got.Load())
	report(b, map[string]float64{
		"subscribers100_cpu_cores":    used.Seconds() / wall.Seconds(),
		"subscribers100_events_per_s": blocks * perBlock / wall.Seconds(),
		"subscribers100_rss_mb":       p.rss(),
	})
}

// BenchmarkIdle is the CPU that a watcher with four subscribers takes on a chain that seals an empty block a second.
func BenchmarkIdle(b *testing.B) {
	const subscribers, blocks = 4, 20
	r := newRig(b)
	p := r.watch(build(b), "")
	ctx, cancel := context.WithTimeout(context.Background(), time.Minute)
	defer cancel()
	for range subscribers {
		stream := p.subscribe(ctx, current)
		go func() {
			for {
				if _, err := stream.Recv(); err != nil {
					return
				}
			}
		}()
	}
	r.Seal()
	b.ResetTimer()
	started, used := time.Now(), p.cpu()
	tick := time.NewTicker(time.Second)
	defer tick.Stop()
	for range blocks {
		<-tick.C
		r.Seal()
	}
	report(b, map[string]float64{"watcher_idle_cpu_percent": 100 * (p.cpu() - used).Seconds() / time.Since(started).Seconds()})
}
