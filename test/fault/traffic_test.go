package fault

import (
	"context"
	"fmt"
	"math/big"
	"math/rand/v2"
	"sync"
	"time"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/models"
	"github.com/ethml/ethml/test/fault/internal/check"
)

// question is a data point of a model, and what is true of it.
type question struct {
	model uint64
	cid   string
	truth check.Outcome
}

// rejectedInput is how a data point of another model's shape ends.
const rejectedInput = 3

// questions are the example models' data points, and one that its model must refuse.
func questions() ([]question, error) {
	examples, err := models.All()
	if err != nil {
		return nil, err
	}
	var all []question
	for i, e := range examples {
		for _, p := range e.Points {
			word, ok := new(big.Int).SetString(p.Word, 10)
			if !ok {
				return nil, fmt.Errorf("word %q of %s", p.Word, p.CID)
			}
			all = append(all, question{uint64(i + 1), p.CID, check.Outcome{Word: word}})
		}
	}
	return append(all, question{1, examples[1].Points[0].CID, check.Outcome{Status: rejectedInput}}), nil
}

// traffic sends requests, straight to the chain.
type traffic struct {
	client      *ethclient.Client
	coordinator common.Address
	main        *bindings.EthML
	token       *bindings.EthMLToken
	from        devchain.Account
	signer      types.Signer
	rand        *rand.Rand
	all         []question
	mu          sync.Mutex
}

func newTraffic(client *ethclient.Client, coordinator common.Address, chainID *big.Int, seed uint64) (*traffic, error) {
	all, err := questions()
	if err != nil {
		return nil, err
	}
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 1)
	if err != nil {
		return nil, err
	}
	return &traffic{client: client, coordinator: coordinator, main: bindings.NewEthML(), token: bindings.NewEthMLToken(), from: accounts[0],
		signer: types.LatestSignerForChainID(chainID), rand: rand.New(rand.NewPCG(seed, 7)), all: all}, nil
}

// truth is what the checker asks.
func (t *traffic) truth(model uint64, cid string) (check.Outcome, bool) {
	for _, q := range t.all {
		if q.model == model && q.cid == cid {
			return q.truth, true
		}
	}
	return check.Outcome{}, false
}

// allow lets the coordinator take tips.
func (t *traffic) allow(ctx context.Context) error {
	instance := t.main.Instance(t.client, t.coordinator)
	token, err := bind.Call(instance, &bind.CallOpts{Context: ctx}, t.main.PackToken(), t.main.UnpackToken)
	if err != nil {
		return fmt.Errorf("read token: %w", err)
	}
	limit := new(big.Int).Mul(big.NewInt(100_000), big.NewInt(1e18))
	return t.send(ctx, token, t.token.PackApprove(t.coordinator, limit))
}

// ask sends one transaction with one to four requests.
func (t *traffic) ask(ctx context.Context) error {
	t.mu.Lock()
	q := t.all[t.rand.IntN(len(t.all))]
	var cids []string
	for range 1 + t.rand.IntN(4) {
		cids = append(cids, q.cid)
	}
	tip := new(big.Int)
	if t.rand.IntN(2) == 0 {
		// Odd amounts, so that shares leave remainders.
		tip.Mul(big.NewInt(t.rand.Int64N(3_000_000_007)), big.NewInt(1_000_000_007))
	}
	t.mu.Unlock()
	return t.send(ctx, t.coordinator, t.main.PackRequestPredictions(new(big.Int).SetUint64(q.model), cids, tip, bindings.RequestOptions{
		Permit: bindings.Permit{Value: new(big.Int), Deadline: new(big.Int)},
	}))
}

func (t *traffic) send(ctx context.Context, to common.Address, data []byte) error {
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	nonce, err := t.client.PendingNonceAt(ctx, t.from.Address)
	if err != nil {
		return fmt.Errorf("read nonce: %w", err)
	}
	tx, err := types.SignNewTx(t.from.Key, t.signer, &types.DynamicFeeTx{ChainID: t.signer.ChainID(), Nonce: nonce, GasTipCap: big.NewInt(1e9),
		GasFeeCap: big.NewInt(100e9), Gas: 1_500_000, To: &to, Data: data})
	if err != nil {
		return fmt.Errorf("sign: %w", err)
	}
	return t.client.SendTransaction(ctx, tx)
}

// open says how far the network has come with the requests: how many were made, wait, and are in a block.
func (t *traffic) open(ctx context.Context) (made, open int, err error) {
	instance := t.main.Instance(t.client, t.coordinator)
	opts := &bind.CallOpts{Context: ctx}
	count, err := bind.Call(instance, opts, t.main.PackRequestCount(), t.main.UnpackRequestCount)
	if err != nil {
		return 0, 0, err
	}
	waiting, err := bind.Call(instance, opts, t.main.PackOpenRequests(), t.main.UnpackOpenRequests)
	if err != nil {
		return 0, 0, err
	}
	b, err := bind.Call(instance, opts, t.main.PackGetBlock(), t.main.UnpackGetBlock)
	if err != nil {
		return 0, 0, err
	}
	if b.Phase != 0 {
		return int(count.Int64()), int(waiting.Int64()) + len(b.Ids), nil
	}
	return int(count.Int64()), int(waiting.Int64()), nil
}
