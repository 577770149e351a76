//go:build bench

package bench

import (
	"bytes"
	"context"
	"math/big"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/test/internal/system"
)

// points are the two documented requests, in turns.
var points = []struct {
	model int64
	cid   string
}{
	{1, "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"},
	{2, "bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua"},
}

// load sends requests from one wallet and notes what comes of them.
type load struct {
	t       *testing.T
	n       *system.Network
	account devchain.Account
	signer  types.Signer
	nonce   uint64

	mu       sync.Mutex
	sent     map[common.Hash]time.Time // requests by transaction, until they are on chain
	asked    map[uint64]time.Time      // requests by id, until they are answered
	total    int
	answered []answer
	settled  []time.Time // virtual blocks
	heads    []head
}

type answer struct{ asked, at time.Time }

type head struct {
	at  time.Time
	gas uint64
}

func newLoad(ctx context.Context, t *testing.T, n *system.Network) *load {
	t.Helper()
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 10)
	require.NoError(t, err)
	chainID, err := n.Client.ChainID(ctx)
	require.NoError(t, err)
	l := &load{t: t, n: n, account: accounts[9], signer: types.LatestSignerForChainID(chainID), sent: map[common.Hash]time.Time{}, asked: map[uint64]time.Time{}}
	l.nonce, err = n.Client.PendingNonceAt(ctx, l.account.Address)
	require.NoError(t, err)
	logs := make(chan types.Log, 4096)
	heads := make(chan *types.Header, 64)
	logSub, err := n.Client.SubscribeFilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{n.Coordinator}}, logs)
	require.NoError(t, err)
	headSub, err := n.Client.SubscribeNewHead(ctx, heads)
	require.NoError(t, err)
	t.Cleanup(func() { logSub.Unsubscribe(); headSub.Unsubscribe() })
	go func() {
		for {
			select {
			case <-ctx.Done():
				return
			case x := <-logs:
				l.see(x)
			case h := <-heads:
				l.mu.Lock()
				l.heads = append(l.heads, head{time.Now(), h.GasUsed})
				l.mu.Unlock()
			}
		}
	}()
	return l
}

var coordinator = bindings.NewEthML()

func (l *load) see(x types.Log) {
	now := time.Now()
	l.mu.Lock()
	defer l.mu.Unlock()
	if e, err := coordinator.UnpackRequestQueuedEvent(&x); err == nil {
		if at, ok := l.sent[x.TxHash]; ok {
			delete(l.sent, x.TxHash)
			l.asked[e.Id.Uint64()] = at
		}
	} else if e, err := coordinator.UnpackRequestAnsweredEvent(&x); err == nil {
		if at, ok := l.asked[e.Id.Uint64()]; ok {
			delete(l.asked, e.Id.Uint64())
			l.answered = append(l.answered, answer{at, now})
		}
	} else if _, err := coordinator.UnpackBlockSettledEvent(&x); err == nil {
		l.settled = append(l.settled, now)
	} else if e, err := coordinator.UnpackRequestFailedEvent(&x); err == nil {
		l.t.Errorf("request %s failed for reason %d", e.Id, e.Reason)
	}
}

// offer sends rate requests a second for a while.
func (l *load) offer(ctx context.Context, rate float64, d time.Duration) {
	l.t.Helper()
	consumer := bindings.NewPredictionConsumer()
	ticker := time.NewTicker(time.Duration(float64(time.Second) / rate))
	defer ticker.Stop()
	end := time.Now().Add(d)
	for time.Now().Before(end) {
		p := points[l.nonce%2]
		tx, err := types.SignNewTx(l.account.Key, l.signer, &types.DynamicFeeTx{ChainID: l.signer.ChainID(), Nonce: l.nonce, Gas: 400_000, To: &l.n.Consumer,
			GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei), Data: consumer.PackRequestPrediction(big.NewInt(p.model), p.cid, new(big.Int))})
		require.NoError(l.t, err)
		l.mu.Lock()
		l.sent[tx.Hash()] = time.Now()
		l.total++
		l.mu.Unlock()
		require.NoError(l.t, l.n.Client.SendTransaction(ctx, tx))
		l.nonce++
		select {
		case <-ctx.Done():
			require.NoError(l.t, ctx.Err())
		case <-ticker.C:
		}
	}
}

func (l *load) waiting() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.sent) + len(l.asked)
}

// drain waits until everything is answered.
func (l *load) drain(ctx context.Context, limit time.Duration) {
	l.t.Helper()
	ctx, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	system.Await(ctx, l.t, "all answers", func() error {
		if n := l.waiting(); n > 0 {
			return errWaiting(n)
		}
		return nil
	})
}

type errWaiting int

func (e errWaiting) Error() string { return strconv.Itoa(int(e)) + " requests wait" }

// measure offers a load and looks at a window of it.
func (l *load) measure(ctx context.Context, rate float64) measurement {
	l.t.Helper()
	l.offer(ctx, rate, settled)
	begun, before := time.Now(), l.cpu()
	l.offer(ctx, rate, window)
	ended, after := time.Now(), l.cpu()
	m := measurement{seconds: ended.Sub(begun).Seconds(), waiting: l.waiting(), cpu: map[string]float64{}}
	for service, used := range after {
		m.cpu[service] = (used - before[service]) / m.seconds
	}
	within := func(at time.Time) bool { return at.After(begun) && at.Before(ended) }
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, a := range l.answered {
		if within(a.at) {
			m.answered++
			m.latency = append(m.latency, a.at.Sub(a.asked))
		}
	}
	slices.Sort(m.latency)
	for _, at := range l.settled {
		if within(at) {
			m.blocks++
		}
	}
	for _, h := range l.heads {
		if within(h.at) {
			m.ethereum++
			m.gas += h.gas
		}
	}
	return m
}

// cpu is the processor time used so far, in seconds by service, children included.
func (l *load) cpu() map[string]float64 {
	roots := map[int]string{l.n.Devnet.Pid(): "chain", os.Getpid(): "load"}
	for _, o := range l.n.Operators {
		roots[o.Watcher.Pid()], roots[o.Submitter.Pid()], roots[o.Inference.Pid()], roots[o.Pow.Pid()] = "watcher", "submitter", "inference", "pow"
	}
	parents, used := map[int]int{}, map[int]float64{}
	stats, err := filepath.Glob("/proc/[0-9]*/stat")
	require.NoError(l.t, err)
	for _, path := range stats {
		stat, err := os.ReadFile(path)
		if err != nil {
			continue // it has ended meanwhile
		}
		pid, err := strconv.Atoi(filepath.Base(filepath.Dir(path)))
		require.NoError(l.t, err)
		fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:]))
		parents[pid], _ = strconv.Atoi(fields[1])
		for _, f := range fields[11:13] {
			ticks, _ := strconv.ParseFloat(f, 64)
			used[pid] += ticks / 100
		}
	}
	out := map[string]float64{}
	for pid, seconds := range used {
		for at := pid; at > 1; at = parents[at] {
			if service, ok := roots[at]; ok {
				out[service] += seconds
				break
			}
		}
	}
	return out
}
