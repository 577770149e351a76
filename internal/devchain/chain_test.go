package devchain

import (
	"context"
	"errors"
	"math/big"
	"net"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
)

// emitLog is init code that emits one empty log and deploys nothing.
var emitLog = common.FromHex("60006000a000")

func startChain(t *testing.T, cfg Config) *Chain {
	t.Helper()
	chain, err := Start(t.Context(), cfg)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := chain.Close(); err != nil {
			t.Error(err)
		}
	})
	return chain
}

func dial(t *testing.T, url string) *ethclient.Client {
	t.Helper()
	client, err := ethclient.DialContext(t.Context(), url)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(client.Close)
	return client
}

func testContext(t *testing.T) context.Context {
	ctx, cancel := context.WithTimeout(t.Context(), 30*time.Second)
	t.Cleanup(cancel)
	return ctx
}

func sendLog(t *testing.T, chain *Chain, client *ethclient.Client) common.Hash {
	t.Helper()
	from := chain.Accounts[0]
	nonce, err := client.PendingNonceAt(testContext(t), from.Address)
	if err != nil {
		t.Fatal(err)
	}
	tx := types.MustSignNewTx(from.Key, types.LatestSignerForChainID(chain.ChainID), &types.DynamicFeeTx{
		ChainID: chain.ChainID, Nonce: nonce, Gas: 100_000, Data: emitLog,
		GasTipCap: big.NewInt(params.GWei), GasFeeCap: big.NewInt(10 * params.GWei),
	})
	if err := client.SendTransaction(testContext(t), tx); err != nil {
		t.Fatal(err)
	}
	return tx.Hash()
}

// TestWhatIsPendingIsInTheNextBlock sends many transactions of one account before a block is sealed.
func TestWhatIsPendingIsInTheNextBlock(t *testing.T) {
	chain := startChain(t, Config{Manual: true})
	client := chain.Client()
	for block := range uint64(5) {
		for i := range uint64(10) {
			sendLog(t, chain, client)
			if err := chain.AwaitPending(testContext(t), chain.Accounts[0].Address, 10*block+i); err != nil {
				t.Fatal(err)
			}
		}
		hash, err := chain.Commit()
		if err != nil {
			t.Fatal(err)
		}
		if count, err := client.TransactionCount(testContext(t), hash); err != nil || count != 10 {
			t.Fatalf("block %d has %d transactions, %v; want 10", block+1, count, err)
		}
	}
}

func next[T any](t *testing.T, what string, ch <-chan T) T {
	t.Helper()
	select {
	case v := <-ch:
		return v
	case <-testContext(t).Done():
		t.Fatalf("no %s within 30 s", what)
		panic("unreachable")
	}
}

func commit(t *testing.T, chain *Chain) common.Hash {
	t.Helper()
	hash, err := chain.Commit()
	if err != nil {
		t.Fatal(err)
	}
	return hash
}

func TestStartsWithFundedAccounts(t *testing.T) {
	chain := startChain(t, Config{})
	client := dial(t, chain.HTTPURL())
	ctx := testContext(t)
	id, err := client.ChainID(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if id.Uint64() != 1337 {
		t.Errorf("chain id %d, want 1337", id)
	}
	if len(chain.Accounts) != 10 {
		t.Fatalf("%d accounts, want 10", len(chain.Accounts))
	}
	for i, account := range chain.Accounts {
		balance, err := client.BalanceAt(ctx, account.Address, nil)
		if err != nil {
			t.Fatal(err)
		}
		if balance.Cmp(big.NewInt(params.Ether)) < 0 {
			t.Errorf("account %d holds %d wei, want at least an ether", i, balance)
		}
	}
}

func TestStreamsHeadsAndLogsOverWebSocket(t *testing.T) {
	chain := startChain(t, Config{})
	client := dial(t, chain.WSURL())
	heads, logs := make(chan *types.Header, 16), make(chan types.Log, 16)
	headSub, err := client.SubscribeNewHead(testContext(t), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer headSub.Unsubscribe()
	logSub, err := client.SubscribeFilterLogs(testContext(t), ethereum.FilterQuery{}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer logSub.Unsubscribe()

	tx := sendLog(t, chain, client)
	head, entry := next(t, "head", heads), next(t, "log", logs)
	if head.Number.Uint64() != 1 {
		t.Errorf("first head is block %d, want 1", head.Number)
	}
	if entry.TxHash != tx || entry.BlockHash != head.Hash() {
		t.Errorf("log of tx %s in block %s, want tx %s in block %s", entry.TxHash, entry.BlockHash, tx, head.Hash())
	}
}

func TestOnDemandSealsNoEmptyBlocks(t *testing.T) {
	chain := startChain(t, Config{})
	heads := make(chan *types.Header, 64)
	sub, err := chain.Client().SubscribeNewHead(testContext(t), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	for range 20 {
		sendLog(t, chain, chain.Client())
		for head := next(t, "head", heads); ; head = next(t, "head", heads) {
			block, err := chain.Client().BlockByHash(testContext(t), head.Hash())
			if err != nil {
				t.Fatal(err)
			}
			if len(block.Transactions()) == 0 {
				t.Fatalf("block %d is empty", head.Number)
			}
			nonce, err := chain.Client().NonceAt(testContext(t), chain.Accounts[0].Address, nil)
			if err != nil {
				t.Fatal(err)
			}
			pending, err := chain.Client().PendingNonceAt(testContext(t), chain.Accounts[0].Address)
			if err != nil {
				t.Fatal(err)
			}
			if nonce == pending {
				break
			}
		}
	}
}

func TestSealsByItselfEveryPeriod(t *testing.T) {
	chain := startChain(t, Config{Period: time.Second})
	heads := make(chan *types.Header, 16)
	sub, err := dial(t, chain.WSURL()).SubscribeNewHead(testContext(t), heads)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()
	first, second := next(t, "head", heads), next(t, "second head", heads)
	if second.Number.Uint64() != first.Number.Uint64()+1 || second.Time <= first.Time {
		t.Errorf("block %d at %d followed by block %d at %d", first.Number, first.Time, second.Number, second.Time)
	}
}

func TestForkMovesTheHeadDownAndRemovesLogs(t *testing.T) {
	chain := startChain(t, Config{Manual: true})
	client := dial(t, chain.WSURL())
	ctx := testContext(t)
	logs := make(chan types.Log, 16)
	sub, err := client.SubscribeFilterLogs(ctx, ethereum.FilterQuery{}, logs)
	if err != nil {
		t.Fatal(err)
	}
	defer sub.Unsubscribe()

	ancestor := commit(t, chain)
	tx := sendLog(t, chain, client)
	commit(t, chain)
	if entry := next(t, "log", logs); entry.Removed || entry.TxHash != tx {
		t.Fatalf("got log %+v, want that of %s", entry, tx)
	}
	if err := chain.Fork(ancestor, false); err != nil {
		t.Fatal(err)
	}
	number, err := client.BlockNumber(ctx)
	if err != nil || number != 1 {
		t.Fatalf("head %d after fork (%v), want 1", number, err)
	}
	if entry := next(t, "removed log", logs); !entry.Removed || entry.TxHash != tx {
		t.Fatalf("got log %+v, want that of %s removed", entry, tx)
	}
	// The dropped transaction went back to the pool.
	commit(t, chain)
	receipt, err := client.TransactionReceipt(ctx, tx)
	if err != nil || receipt.BlockNumber.Uint64() != 2 {
		t.Fatalf("receipt %+v, %v; want it mined again in block 2", receipt, err)
	}
}

func TestForkForgetsTransactionsWhenAsked(t *testing.T) {
	chain := startChain(t, Config{Manual: true})
	client := dial(t, chain.HTTPURL())
	ancestor := commit(t, chain)
	tx := sendLog(t, chain, client)
	commit(t, chain)
	if _, err := client.TransactionReceipt(testContext(t), tx); err != nil {
		t.Fatal(err)
	}
	if err := chain.Fork(ancestor, true); err != nil {
		t.Fatal(err)
	}
	commit(t, chain)
	commit(t, chain)
	if _, err := client.TransactionReceipt(testContext(t), tx); !errors.Is(err, ethereum.NotFound) {
		t.Errorf("receipt after fork: %v, want not found", err)
	}
	if err := chain.Fork(common.Hash{1}, false); !errors.Is(err, ErrUnknownBlock) {
		t.Errorf("fork at an unknown block: %v, want ErrUnknownBlock", err)
	}
}

func TestReorgReplacesBlocksByALongerBranch(t *testing.T) {
	chain := startChain(t, Config{Manual: true})
	client := dial(t, chain.HTTPURL())
	commit(t, chain)
	tx := sendLog(t, chain, client)
	old := commit(t, chain)
	commit(t, chain)

	head, err := chain.Reorg(2, false)
	if err != nil {
		t.Fatal(err)
	}
	if got := chain.Head(); got.Number.Uint64() != 4 || got.Hash() != head {
		t.Errorf("head is block %d %s, want block 4 %s", got.Number, got.Hash(), head)
	}
	receipt, err := client.TransactionReceipt(testContext(t), tx)
	if err != nil {
		t.Fatal(err)
	}
	if receipt.BlockNumber.Uint64() != 2 || receipt.BlockHash == old {
		t.Errorf("transaction is in block %d %s, want block 2 other than %s", receipt.BlockNumber, receipt.BlockHash, old)
	}
	if _, err := chain.Reorg(9, false); err == nil || !strings.Contains(err.Error(), "head is 4") {
		t.Errorf("reorg beyond genesis: %v, want an error that names the head", err)
	}
}

func TestAdjustTimeMovesTheClock(t *testing.T) {
	chain := startChain(t, Config{Manual: true})
	tx := sendLog(t, chain, chain.Client())
	before := chain.Head().Time
	if err := chain.AdjustTime(24 * time.Hour); err != nil {
		t.Fatal(err)
	}
	if got := chain.Head().Time; got < before+86_400 {
		t.Errorf("time %d, want at least %d", got, before+86_400)
	}
	if _, err := chain.Client().TransactionReceipt(testContext(t), tx); err != nil {
		t.Errorf("pending transaction not sealed: %v", err)
	}
}

func TestTakenPortIsNamedWithARemedy(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	addr := listener.Addr().String()
	_, err = Start(t.Context(), Config{HTTPAddr: addr})
	if err == nil {
		t.Fatal("started on a taken port")
	}
	if !strings.Contains(err.Error(), addr) || !strings.Contains(err.Error(), "choose another") {
		t.Errorf("%q names neither %s nor a remedy", err, addr)
	}
}

func TestCloseFreesPortsAndGoroutines(t *testing.T) {
	// The first start leaves process-wide goroutines behind that later ones share.
	startChain(t, Config{}).Close()
	before := runtime.NumGoroutine()
	for range 3 {
		chain, err := Start(t.Context(), Config{Period: time.Second})
		if err != nil {
			t.Fatal(err)
		}
		addr := strings.TrimPrefix(chain.HTTPURL(), "http://")
		if err := errors.Join(chain.Close(), chain.Close()); err != nil {
			t.Fatal(err)
		}
		listener, err := net.Listen("tcp", addr)
		if err != nil {
			t.Fatalf("port still taken after Close: %v", err)
		}
		listener.Close()
	}
	// Some of go-ethereum's goroutines end shortly after Close returns.
	deadline := time.NewTimer(10 * time.Second)
	defer deadline.Stop()
	poll := time.NewTicker(20 * time.Millisecond)
	defer poll.Stop()
	for {
		now := runtime.NumGoroutine()
		if now <= before+3 {
			return
		}
		select {
		case <-poll.C:
		case <-deadline.C:
			stacks := make([]byte, 1<<20)
			t.Fatalf("%d goroutines before, %d after three chains:\n%s", before, now, stacks[:runtime.Stack(stacks, true)])
		}
	}
}

func TestEndOfContextClosesTheChain(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	chain, err := Start(ctx, Config{})
	if err != nil {
		t.Fatal(err)
	}
	client := dial(t, chain.WSURL())
	sub, err := client.SubscribeNewHead(testContext(t), make(chan *types.Header, 1))
	if err != nil {
		t.Fatal(err)
	}
	cancel()
	next(t, "end of the subscription", sub.Err())
}

func TestDataDirKeepsTheChain(t *testing.T) {
	dir := t.TempDir()
	chain := startChain(t, Config{Manual: true, DataDir: dir})
	tx := sendLog(t, chain, chain.Client())
	head := commit(t, chain)
	if _, err := Start(t.Context(), Config{DataDir: dir}); err == nil || !strings.Contains(err.Error(), dir) {
		t.Errorf("second chain on the directory: %v, want an error that names %s", err, dir)
	}
	if err := chain.Close(); err != nil {
		t.Fatal(err)
	}
	again := startChain(t, Config{Manual: true, DataDir: dir})
	if got := again.Head().Hash(); got != head {
		t.Errorf("head %s after restart, want %s", got, head)
	}
	if _, err := again.Client().TransactionReceipt(testContext(t), tx); err != nil {
		t.Errorf("receipt after restart: %v", err)
	}
}

func TestConfigCheckNamesTheFault(t *testing.T) {
	tests := []struct {
		cfg  Config
		want string
	}{
		{Config{Period: 1500 * time.Millisecond}, "period 1.5s"},
		{Config{Period: -time.Second}, "period -1s"},
		{Config{Period: time.Second, Manual: true}, "manual sealing"},
		{Config{HTTPAddr: "8545"}, `"8545"`},
		{Config{WSAddr: "127.0.0.1:70000"}, `"127.0.0.1:70000"`},
	}
	for _, test := range tests {
		if _, err := Start(t.Context(), test.cfg); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v, want an error that names %s", test.cfg, err, test.want)
		}
	}
}
