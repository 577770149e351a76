//go:build compose

package compose

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/test/internal/chainproof"
	"github.com/ethml/ethml/test/internal/system"
)

// documented are the two requests that deploy sends and the answers they have to get.
var documented = []struct {
	model uint64
	cid   string
	word  string
}{
	{1, "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem", "1"},
	{2, "bafkreig4y5i3a6qf3ytuf6jyvwusz4dynvwctjofxv7ovu5nc5bz2ijuua", "59"},
}

// asker sends requests as a user contract's user would: by Ethereum RPC, through the PredictionConsumer.
type asker struct {
	client   *ethclient.Client
	deployed deployment
	main     *bindings.EthML
	consumer *bindings.PredictionConsumer
	signer   *bind.TransactOpts

	mu   sync.Mutex
	want map[uint64]string // answers by request id
}

// requestGas is more than any of these requests needs.
const requestGas = 400_000

// newAsker signs with a dev account that nobody else uses.
func newAsker(ctx context.Context, t testing.TB, client *ethclient.Client, d deployment) *asker {
	t.Helper()
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 10)
	require.NoError(t, err)
	chainID, err := client.ChainID(ctx)
	require.NoError(t, err)
	a := &asker{client: client, deployed: d, main: bindings.NewEthML(), consumer: bindings.NewPredictionConsumer(),
		signer: bind.NewKeyedTransactor(accounts[9].Key, chainID), want: map[uint64]string{}}
	for i, r := range documented {
		a.want[uint64(i+1)] = r.word
	}
	return a
}

// ask sends the n-th of the documented requests once more and gives its id once it is mined.
func (a *asker) ask(ctx context.Context, n int) (uint64, error) {
	r := documented[n%len(documented)]
	opts := *a.signer
	// Not estimated: a request costs more when it opens a block, and by the time it is mined it may do so.
	opts.Context, opts.GasLimit = ctx, requestGas
	tx, err := bind.Transact(a.consumer.Instance(a.client, a.deployed.Consumer), &opts,
		a.consumer.PackRequestPrediction(new(big.Int).SetUint64(r.model), r.cid, new(big.Int)))
	if err != nil {
		return 0, fmt.Errorf("request: %w", err)
	}
	receipt, err := bind.WaitMined(ctx, a.client, tx.Hash())
	if err != nil {
		return 0, fmt.Errorf("request: %w", err)
	}
	for _, l := range receipt.Logs {
		if e, err := a.main.UnpackRequestQueuedEvent(l); err == nil && l.Address == a.deployed.Coordinator {
			a.mu.Lock()
			a.want[e.Id.Uint64()] = r.word
			a.mu.Unlock()
			return e.Id.Uint64(), nil
		}
	}
	return 0, fmt.Errorf("transaction %s queued no request", tx.Hash())
}

// send is ask for a test that can't go on without.
func (a *asker) send(ctx context.Context, t testing.TB, n int) uint64 {
	t.Helper()
	id, err := a.ask(ctx, n)
	require.NoError(t, err)
	return id
}

// answered tells why a request isn't answered yet, or nil. A wrong end is told by errWrongEnd.
func (a *asker) answered(ctx context.Context, id uint64) error {
	view, err := bind.Call(a.main.Instance(a.client, a.deployed.Coordinator), &bind.CallOpts{Context: ctx},
		a.main.PackGetPrediction(new(big.Int).SetUint64(id)), a.main.UnpackGetPrediction)
	if err != nil {
		return err
	}
	status := protocol.RequestStatus(view.Status)
	a.mu.Lock()
	want := a.want[id]
	a.mu.Unlock()
	switch {
	case !status.Ended():
		return fmt.Errorf("request %d is %s", id, status)
	case status != protocol.RequestAnswered || view.Prediction.String() != want:
		return fmt.Errorf("%w: request %d ended %s with %s, want %s", errWrongEnd, id, status, view.Prediction, want)
	}
	return nil
}

var errWrongEnd = errors.New("wrong end")

// awaitAnswer waits for the right answer to a request.
func (a *asker) awaitAnswer(ctx context.Context, t testing.TB, id uint64) {
	t.Helper()
	system.Await(ctx, t, fmt.Sprintf("the answer to request %d", id), func() error {
		err := a.answered(ctx, id)
		if errors.Is(err, errWrongEnd) {
			t.Fatal(err)
		}
		return err
	})
}

// flow sends a request every other block until stop is called, which waits until all of them are answered.
func (a *asker) flow(ctx context.Context, t testing.TB) (stop func()) {
	t.Helper()
	sending, end := context.WithCancel(ctx)
	var ids []uint64
	done := make(chan error, 1)
	go func() {
		ticker := time.NewTicker(2 * time.Second)
		defer ticker.Stop()
		for n := 0; ; n++ {
			select {
			case <-sending.Done():
				done <- nil
				return
			case <-ticker.C:
			}
			id, err := a.ask(ctx, n)
			if err != nil {
				done <- err
				return
			}
			ids = append(ids, id)
		}
	}()
	return func() {
		t.Helper()
		end()
		require.NoError(t, <-done)
		require.NotEmpty(t, ids, "no request was sent")
		for _, id := range ids {
			a.awaitAnswer(ctx, t, id)
		}
		t.Logf("%d requests answered meanwhile", len(ids))
	}
}

// audit checks from the chain alone that every request there is was answered rightly, exactly once, by commits and
// reveals that hold, and that its callback was called exactly once. It gives the number of requests.
func (a *asker) audit(ctx context.Context, t testing.TB) int {
	t.Helper()
	at := a.main.Instance(a.client, a.deployed.Coordinator)
	opts := &bind.CallOpts{Context: ctx}
	count, err := bind.Call(at, opts, a.main.PackRequestCount(), a.main.UnpackRequestCount)
	require.NoError(t, err)
	reader := chainproof.New(a.client, a.deployed.Coordinator)
	callbacks := a.callbacks(ctx, t)
	for id := uint64(1); id <= count.Uint64(); id++ {
		view, err := bind.Call(at, opts, a.main.PackGetRequest(new(big.Int).SetUint64(id)), a.main.UnpackGetRequest)
		require.NoError(t, err)
		want := documented[view.ModelId.Uint64()-1].word
		require.Equal(t, protocol.RequestAnswered, protocol.RequestStatus(view.Status), "request %d", id)
		require.Equal(t, want, view.Prediction.String(), "request %d", id)
		block, err := reader.BlockOf(ctx, id)
		require.NoError(t, err)
		var word protocol.Hash
		view.Prediction.FillBytes(word[:])
		require.GreaterOrEqual(t, block.Votes(id, word, protocol.OK), 3, "votes for request %d in block %d", id, block.Number)
		require.Equal(t, []string{want}, callbacks[id], "callbacks of request %d", id)
	}
	return int(count.Uint64())
}

// callbacks lists the words that the consumer's callback got, by request.
func (a *asker) callbacks(ctx context.Context, t testing.TB) map[uint64][]string {
	t.Helper()
	parsed, err := bindings.PredictionConsumerMetaData.ParseABI()
	require.NoError(t, err)
	logs, err := a.client.FilterLogs(ctx, ethereum.FilterQuery{
		FromBlock: new(big.Int), Addresses: []common.Address{a.deployed.Consumer},
		Topics: [][]common.Hash{{parsed.Events["ReceivedPrediction"].ID}},
	})
	require.NoError(t, err)
	got := map[uint64][]string{}
	for _, l := range logs {
		e, err := a.consumer.UnpackReceivedPredictionEvent(&l)
		require.NoError(t, err)
		got[e.RequestId.Uint64()] = append(got[e.RequestId.Uint64()], e.Prediction.String())
	}
	return got
}
