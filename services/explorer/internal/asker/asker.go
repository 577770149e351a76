// Package asker sends requests for predictions on a local network, signed by a dev account, for the form on the pages.
package asker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/accounts/keystore"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/reverts"
)

// localChains are the ids of chains that only ever run on somebody's own machine. A form that anybody who reaches the page
// can send must not spend anything of worth.
var localChains = []uint64{1337, 31337}

// Store takes data points; *content.Store does.
type Store interface {
	Add(ctx context.Context, data []byte) (cid.CID, error)
}

// Asker sends requests, one after the other.
type Asker struct {
	network string
	store   Store
	key     *keystore.Key
	mu      sync.Mutex
}

// New opens the account. The network file is read for each request, since a local network may come and go.
func New(network, keyFile, passwordFile string, store Store) (*Asker, error) {
	sealed, err := os.ReadFile(keyFile)
	if err != nil {
		return nil, fmt.Errorf("read --dev-keystore: %w", err)
	}
	password, err := os.ReadFile(passwordFile)
	if err != nil {
		return nil, fmt.Errorf("read --dev-password-file: %w", err)
	}
	key, err := keystore.DecryptKey(sealed, strings.TrimRight(string(password), "\r\n"))
	if err != nil {
		return nil, fmt.Errorf("open --dev-keystore %s: %w", keyFile, err)
	}
	return &Asker{network: network, store: store, key: key}, nil
}

// Account is who asks.
func (a *Asker) Account() string { return strings.ToLower(a.key.Address.Hex()) }

// network is what of a network file an asker needs.
type network struct {
	RPC         string         `json:"rpc"`
	ChainID     uint64         `json:"chain_id"`
	Coordinator common.Address `json:"coordinator"`
	Consumer    common.Address `json:"consumer"`
}

func readNetwork(path string) (*network, error) {
	raw, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("there is no local network: %w", err)
	}
	var n network
	if err := json.Unmarshal(raw, &n); err != nil {
		return nil, fmt.Errorf("read network file %s: %w", path, err)
	}
	switch {
	case !slices.Contains(localChains, n.ChainID):
		return nil, fmt.Errorf("chain %d is no local one: the form works on chains 1337 and 31337 only, ethml request on all", n.ChainID)
	case n.RPC == "" || n.Coordinator == (common.Address{}) || n.Consumer == (common.Address{}):
		return nil, fmt.Errorf("network file %s names no rpc, coordinator or consumer: deploy again with `ethml deploy`", path)
	}
	return &n, nil
}

// Room on top of the estimate: whether the request opens a block shows only when it is mined.
const openGas = 1_000_000

// Send stores a data point, requests its prediction through the network's PredictionConsumer, and returns the request's id
// once it is mined.
func (a *Asker) Send(ctx context.Context, model uint64, data []byte) (uint64, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	n, err := readNetwork(a.network)
	if err != nil {
		return 0, err
	}
	client, err := ethclient.DialContext(ctx, n.RPC)
	if err != nil {
		return 0, fmt.Errorf("dial the network's node: %w", err)
	}
	defer client.Close()
	chain, err := client.ChainID(ctx)
	if err != nil {
		return 0, fmt.Errorf("ask the node for its chain: %w", err)
	}
	if !chain.IsUint64() || chain.Uint64() != n.ChainID {
		return 0, fmt.Errorf("the node is on chain %s, the network file says %d", chain, n.ChainID)
	}
	point, err := a.store.Add(ctx, data)
	if err != nil {
		return 0, fmt.Errorf("store the data point: %w", err)
	}
	consumer := bindings.NewPredictionConsumer()
	input := consumer.PackRequestPrediction(new(big.Int).SetUint64(model), point.String(), new(big.Int))
	gas, err := client.EstimateGas(ctx, ethereum.CallMsg{From: a.key.Address, To: &n.Consumer, Data: input})
	if err != nil {
		return 0, fmt.Errorf("request a prediction of model %d: %w", model, reverts.Decode(err))
	}
	opts := bind.NewKeyedTransactor(a.key.PrivateKey, chain)
	opts.Context, opts.GasLimit = ctx, gas+openGas
	tx, err := bind.Transact(consumer.Instance(client, n.Consumer), opts, input)
	if err != nil {
		return 0, fmt.Errorf("request a prediction of model %d: %w", model, reverts.Decode(err))
	}
	receipt, err := mined(ctx, client, tx.Hash())
	if err != nil {
		return 0, fmt.Errorf("wait for transaction %s: %w", tx.Hash(), err)
	}
	return requestID(receipt, n.Coordinator)
}

func requestID(receipt *types.Receipt, coordinator common.Address) (uint64, error) {
	if receipt.Status != types.ReceiptStatusSuccessful {
		return 0, fmt.Errorf("transaction %s reverted", receipt.TxHash)
	}
	contract := bindings.NewEthML()
	for _, l := range receipt.Logs {
		if l.Address != coordinator {
			continue
		}
		if e, err := contract.UnpackRequestQueuedEvent(l); err == nil && e.Id.IsUint64() {
			return e.Id.Uint64(), nil
		}
	}
	return 0, fmt.Errorf("transaction %s asked for nothing", receipt.TxHash)
}

const pollInterval = 150 * time.Millisecond

func mined(ctx context.Context, client *ethclient.Client, hash common.Hash) (*types.Receipt, error) {
	ticker := time.NewTicker(pollInterval)
	defer ticker.Stop()
	for {
		receipt, err := client.TransactionReceipt(ctx, hash)
		if err == nil || !errors.Is(err, ethereum.NotFound) {
			return receipt, err
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-ticker.C:
		}
	}
}
