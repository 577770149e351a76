package rolling

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/test/internal/chainproof"
	"github.com/ethml/ethml/test/internal/system"
)

const cancerCID = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"

func TestMain(m *testing.M) {
	code := m.Run()
	system.CleanUp()
	os.Exit(code)
}

// rounds is how often every service is restarted: ETHML_ROLLING_ROUNDS, or 2.
func rounds(t *testing.T) int {
	text := os.Getenv("ETHML_ROLLING_ROUNDS")
	if text == "" {
		return 2
	}
	n, err := strconv.Atoi(text)
	require.NoError(t, err, "ETHML_ROLLING_ROUNDS")
	return n
}

// TestARollingRestartUnderLoadLosesNothing restarts each service of the only node there is, one after the other, while
// requests come in, with certificates and their CA renewed on the way. The order moves on by one each round, so that each
// service is first once in four.
func TestARollingRestartUnderLoadLosesNothing(t *testing.T) {
	ctx, cancel := context.WithTimeout(t.Context(), 20*time.Minute)
	defer cancel()
	n := system.StartNetwork(ctx, t, system.Options{Operators: 5, OneNode: true, TLS: true})
	node := n.Operators[0]
	// The order that docs/architecture.md gives: what holds no state first, and the keys last.
	order := []*system.Process{node.Pow, node.Inference, node.Watcher, node.Submitter}

	load := startLoad(ctx, t, n)
	for round := range rounds(t) {
		switch round % 4 {
		case 1:
			n.Command(ctx, t, "certs", "renew", "--dir", n.Certs())
		case 2:
			n.Command(ctx, t, "certs", "renew", "--new-ca", "--dir", n.Certs())
		case 3:
			n.Command(ctx, t, "certs", "renew", "--forget-old", "--dir", n.Certs())
		}
		for i := range order {
			p := order[(round+i)%len(order)]
			sent := load.count()
			require.NoError(t, p.Stop(), "%s\n%s", p.Name, p.Tail())
			p.Start()
			p.AwaitHealthy(ctx, p.Address)
			// The next goes only when this one is back at work: load flows through all of them again.
			system.Await(ctx, t, "load to go on", func() error { return load.beyond(sent) })
		}
		t.Logf("round %d: %d requests sent", round+1, load.count())
	}
	ids := load.stop()

	for _, id := range ids {
		n.AwaitEnd(ctx, t, id, protocol.RequestAnswered)
	}
	seats, blocks := requireAllRevealed(ctx, t, n)
	t.Logf("%d requests answered in %d blocks, %d seats taken and revealed", len(ids), blocks, seats)
	for _, p := range node.Processes() {
		requireNothingGivenUp(t, p)
	}
	requireNoSecrets(ctx, t, n)
}

// requireAllRevealed checks from the chain that every seat ever taken was revealed.
func requireAllRevealed(ctx context.Context, t *testing.T, n *system.Network) (seats, blocks int) {
	t.Helper()
	main := bindings.NewEthML()
	open, err := bind.Call(main.Instance(n.Client, n.Coordinator), &bind.CallOpts{Context: ctx}, main.PackGetBlock(), main.UnpackGetBlock)
	require.NoError(t, err)
	reader := chainproof.New(n.Client, n.Coordinator)
	for number := uint64(1); number < open.Number+1; number++ {
		block, err := reader.Block(ctx, number)
		if number == open.Number && open.Phase == 0 {
			break // idle: not opened yet
		}
		require.NoError(t, err)
		var committed, revealed []common.Address
		for _, c := range block.Commits {
			committed = append(committed, c.Miner)
		}
		for _, r := range block.Reveals {
			revealed = append(revealed, r.Miner)
		}
		require.ElementsMatch(t, committed, revealed, "block %d", number)
		seats, blocks = seats+len(committed), blocks+1
	}
	require.Positive(t, seats)
	return seats, blocks
}

// requireNothingGivenUp checks that the log has no error: a service logs at that level what it will not try again.
func requireNothingGivenUp(t *testing.T, p *system.Process) {
	t.Helper()
	for line := range strings.Lines(p.Output()) {
		var entry struct{ Level string }
		if json.Unmarshal([]byte(line), &entry) == nil && strings.EqualFold(entry.Level, "error") {
			t.Errorf("%s: %s", p.Name, line)
		}
	}
}

// atOnce is how many requests one call sends.
const atOnce = 4

// load sends requests, one after the other, until it is stopped.
type load struct {
	cancel context.CancelFunc
	done   chan struct{}
	mu     sync.Mutex
	ids    []uint64
}

func startLoad(ctx context.Context, t *testing.T, n *system.Network) *load {
	ctx, cancel := context.WithCancel(ctx)
	l := &load{cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(l.done)
		ticker := time.NewTicker(500 * time.Millisecond)
		defer ticker.Stop()
		for {
			args := []string{"request", "--network", n.File, "--no-wait", "--model", "1"}
			for range atOnce {
				args = append(args, "--cid", cancerCID)
			}
			out, err := n.Run(context.WithoutCancel(ctx), t, args...)
			if err != nil {
				t.Errorf("request not sent: %v", err)
				return
			}
			var ids []uint64
			for line := range strings.Lines(out) {
				id, err := strconv.ParseUint(strings.TrimSpace(line), 10, 64)
				if err != nil {
					t.Errorf("request id: %v", err)
					return
				}
				ids = append(ids, id)
			}
			l.mu.Lock()
			l.ids = append(l.ids, ids...)
			l.mu.Unlock()
			select {
			case <-ctx.Done():
				return
			case <-ticker.C:
			}
		}
	}()
	t.Cleanup(func() { cancel(); <-l.done })
	return l
}

func (l *load) count() int {
	l.mu.Lock()
	defer l.mu.Unlock()
	return len(l.ids)
}

// beyond is nil when that many requests have been sent, and two calls' worth more.
func (l *load) beyond(sent int) error {
	if l.count() < sent+2*atOnce {
		return fmt.Errorf("%d requests sent, %d before", l.count(), sent)
	}
	return nil
}

// stop ends the load and gives the requests' ids.
func (l *load) stop() []uint64 {
	l.cancel()
	<-l.done
	return l.ids
}
