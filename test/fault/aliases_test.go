package fault

import (
	"context"
	"fmt"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/contracts/bindings"
)

// aliases remembers what each challenge stood for, on every branch that the chain has been on.
type aliases struct {
	main *bindings.EthML

	guard    sync.Mutex
	cids     map[uint64]string // what a request asks, on the present branch
	meanings map[common.Hash]map[string]bool
}

// followAliases reads the coordinator's logs as they come until ctx ends.
func followAliases(ctx context.Context, client *ethclient.Client, coordinator common.Address) (*aliases, error) {
	a := &aliases{main: bindings.NewEthML(), cids: map[uint64]string{}, meanings: map[common.Hash]map[string]bool{}}
	logs := make(chan types.Log, 1024)
	sub, err := client.SubscribeFilterLogs(ctx, ethereum.FilterQuery{Addresses: []common.Address{coordinator}}, logs)
	if err != nil {
		return nil, err
	}
	go func() {
		defer sub.Unsubscribe()
		for {
			select {
			case <-ctx.Done():
				return
			case <-sub.Err():
				return
			case l := <-logs:
				a.take(&l)
			}
		}
	}()
	return a, nil
}

func (a *aliases) take(l *types.Log) {
	if l.Removed {
		return
	}
	a.guard.Lock()
	defer a.guard.Unlock()
	if e, err := a.main.UnpackReceivedRequestEvent(l); err == nil {
		a.cids[e.Id.Uint64()] = e.Datapoint
	}
	if e, err := a.main.UnpackRequestQueuedEvent(l); err == nil {
		id := e.Id.Uint64()
		a.cids[id] = fmt.Sprintf("%s of model %s", strings.SplitN(a.cids[id], " ", 2)[0], e.ModelId)
	}
	if e, err := a.main.UnpackBlockOpenedEvent(l); err == nil {
		var asks strings.Builder
		for _, id := range e.Ids {
			fmt.Fprintf(&asks, "%s: %s\n", id, a.cids[id.Uint64()])
		}
		if a.meanings[e.Challenge] == nil {
			a.meanings[e.Challenge] = map[string]bool{}
		}
		a.meanings[e.Challenge][asks.String()] = true
	}
}

// Aliased implements check.Witness.
func (a *aliases) Aliased(challenge common.Hash) bool {
	a.guard.Lock()
	defer a.guard.Unlock()
	return len(a.meanings[challenge]) > 1
}
