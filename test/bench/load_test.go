//go:build bench

package bench

import (
	"bytes"
	"context"
	"math/big"
	"math/rand/v2"
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
	"github.com/ethereum/go-ethereum/rpc"
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
	rnd     *rand.Rand

	mu       sync.Mutex
	sent     map[common.Hash]time.Time // requests by transaction, until they are on chain
	asked    map[uint64]question       // requests by id, until they are answered
	begun    []time.Time               // when each was sent
	answered []answer
	settled  []time.Time // virtual blocks
	heads    []head
}

type question struct {
	at time.Time
	tx common.Hash
}

type answer struct {
	question
	answered time.Time
}

type head struct {
	at     time.Time
	number *big.Int
}

func newLoad(ctx context.Context, t *testing.T, n *system.Network) *load {
	t.Helper()
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 10)
	require.NoError(t, err)
	chainID, err := n.Client.ChainID(ctx)
	require.NoError(t, err)
	l := &load{t: t, n: n, account: accounts[9], signer: types.LatestSignerForChainID(chainID), rnd: rand.New(rand.NewPCG(1, 2)),
		sent: map[common.Hash]time.Time{}, asked: map[uint64]question{}}
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
				l.heads = append(l.heads, head{time.Now(), h.Number})
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
			l.asked[e.Id.Uint64()] = question{at, x.TxHash}
		}
	} else if e, err := coordinator.UnpackRequestAnsweredEvent(&x); err == nil {
		if q, ok := l.asked[e.Id.Uint64()]; ok {
			delete(l.asked, e.Id.Uint64())
			l.answered = append(l.answered, answer{q, now})
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
	begun := time.Now()
	for i := range int(rate * d.Seconds()) {
		// By the clock, so that what holds one up does not thin out the rest; at any moment of a turn, so that none keeps step
		// with the Ethereum blocks.
		select {
		case <-ctx.Done():
			require.NoError(l.t, ctx.Err())
		case <-time.After(time.Until(begun.Add(time.Duration((float64(i) + l.rnd.Float64()) / rate * float64(time.Second))))):
		}
		p := points[l.nonce%2]
		tx, err := types.SignNewTx(l.account.Key, l.signer, &types.DynamicFeeTx{ChainID: l.signer.ChainID(), Nonce: l.nonce, Gas: 400_000, To: &l.n.Consumer,
			GasFeeCap: big.NewInt(100 * params.GWei), GasTipCap: big.NewInt(params.GWei), Data: consumer.PackRequestPrediction(big.NewInt(p.model), p.cid, new(big.Int))})
		require.NoError(l.t, err)
		l.mu.Lock()
		l.sent[tx.Hash()] = time.Now()
		l.begun = append(l.begun, l.sent[tx.Hash()])
		l.mu.Unlock()
		require.NoError(l.t, l.n.Client.SendTransaction(ctx, tx))
		l.nonce++
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
			return waitingError(n)
		}
		return nil
	})
}

type waitingError int

func (e waitingError) Error() string { return strconv.Itoa(int(e)) + " requests wait" }

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
	gas := l.gas(ctx)
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, at := range l.begun {
		if within(at) {
			m.sent++
		}
	}
	for _, a := range l.answered {
		if within(a.answered) {
			m.answered++
			m.latency = append(m.latency, a.answered.Sub(a.at))
			m.gas += gas.requests[a.tx]
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
			m.gas += gas.operators[h.number.Uint64()]
			m.fullest = max(m.fullest, gas.whole[h.number.Uint64()])
		}
	}
	return m
}

// spent is gas used: by each request's transaction, and in each Ethereum block by everybody but the requester, and by all.
type spent struct {
	requests         map[common.Hash]uint64
	operators, whole map[uint64]uint64
}

// gas reads the receipts of all Ethereum blocks so far.
func (l *load) gas(ctx context.Context) spent {
	l.t.Helper()
	out := spent{map[common.Hash]uint64{}, map[uint64]uint64{}, map[uint64]uint64{}}
	l.mu.Lock()
	heads := slices.Clone(l.heads)
	l.mu.Unlock()
	for _, h := range heads {
		receipts, err := l.n.Client.BlockReceipts(ctx, rpc.BlockNumberOrHashWithNumber(rpc.BlockNumber(h.number.Int64())))
		require.NoError(l.t, err)
		own, err := l.own(ctx, h.number)
		require.NoError(l.t, err)
		for _, r := range receipts {
			out.whole[h.number.Uint64()] += r.GasUsed
			if own[r.TxHash] {
				out.requests[r.TxHash] = r.GasUsed
			} else {
				out.operators[h.number.Uint64()] += r.GasUsed
			}
		}
	}
	return out
}

// own are the transactions of a block that the load sent.
func (l *load) own(ctx context.Context, number *big.Int) (map[common.Hash]bool, error) {
	b, err := l.n.Client.BlockByNumber(ctx, number)
	if err != nil {
		return nil, err
	}
	out := map[common.Hash]bool{}
	for _, tx := range b.Transactions() {
		from, err := types.Sender(l.signer, tx)
		if err != nil {
			return nil, err
		}
		out[tx.Hash()] = from == l.account.Address
	}
	return out, nil
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
