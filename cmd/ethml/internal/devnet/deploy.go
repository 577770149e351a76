package devnet

import (
	"context"
	"fmt"
	"math/big"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/models"
)

// Record says what was deployed.
type Record struct {
	Coordinator, Consumer common.Address
	Block                 uint64
}

// Describe names the network for the command line.
func (d *Devnet) Describe(name string, r *Record) *network.Network {
	return &network.Network{Name: name, RPC: d.Chain.HTTPURL(), WS: d.Chain.WSURL(), IPFS: d.ContentURL, ChainID: d.Chain.ChainID.Uint64(), Coordinator: r.Coordinator, Consumer: r.Consumer, DeploymentBlock: r.Block + 1}
}

// Deploy deploys the contracts on a fresh dev chain and stakes the operators.
func (d *Devnet) Deploy(ctx context.Context, examples []models.Example, operators []devchain.Account) (*Record, error) {
	c := d.Chain.Client()
	a0 := d.Chain.Accounts[0]
	signer := types.LatestSignerForChainID(d.Chain.ChainID)
	var last common.Hash
	var all []common.Hash
	nonces := map[common.Address]uint64{}
	send := func(a devchain.Account, to *common.Address, data []byte, gas uint64) error {
		tx := types.MustSignNewTx(a.Key, signer, &types.DynamicFeeTx{ChainID: d.Chain.ChainID, Nonce: nonces[a.Address], GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(1e11), Gas: gas, To: to, Data: data})
		nonces[a.Address]++
		last = tx.Hash()
		all = append(all, last)
		return c.SendTransaction(ctx, tx)
	}
	addr := func(n uint64) common.Address { return crypto.CreateAddress(a0.Address, n) }
	token, registry, stake, views, ext, impl, proxy, consumer := addr(0), addr(1), addr(2), addr(3), addr(4), addr(5), addr(6), addr(7)
	var regs []bindings.ModelRegistration
	for _, e := range examples {
		if _, err := d.Store.Add(ctx, e.ONNX); err != nil {
			return nil, err
		}
		id, err := d.Store.Add(ctx, e.ManifestJSON)
		if err != nil {
			return nil, err
		}
		for _, p := range e.Points {
			if _, err := d.Store.Add(ctx, p.Data); err != nil {
				return nil, err
			}
		}
		r := bindings.ModelRegistration{ManifestCID: id.String(), Tolerance: new(big.Int), PreviousId: new(big.Int)}
		switch e.Name {
		case "diabetes-progression":
			r.Codec, r.Decimals, r.Rule, r.Tolerance = 2, 2, 1, big.NewInt(5)
		case "digits":
			r.Codec = 1
		}
		regs = append(regs, r)
	}
	e18 := big.NewInt(1e18)
	eml := func(n int64) *big.Int { return new(big.Int).Mul(big.NewInt(n), e18) }
	p := bindings.Parameters{CommitWindow: 10, RevealWindow: 20, RevealBlocks: 10, TargetCommitTime: 1, MinStake: eml(100), DefaultExpiry: 86400, MaxExpiry: 30 * 86400, MaxHeadStart: 30 * 86400, SecondsPerToken: 60, MaxCommitTime: 3600, BacklogTip: big.NewInt(1e15), MinDifficulty: 500, CallbackGas: 100000, MaxCallbackGas: 400000, NonRevealBps: 1000, DissentBps: 50, SettleBountyBps: 100, ExpireBountyBps: 100, MinTipPerGas: 1e9, VoidAllowance: big.NewInt(1e18)}
	init := bindings.NewEthML().PackInitialize(a0.Address, 500, p)
	for _, s := range []struct {
		bin  string
		args []byte
	}{
		{bindings.EthMLTokenMetaData.Bin, bindings.NewEthMLToken().PackConstructor(proxy, a0.Address, eml(1_000_000))},
		{bindings.ModelRegistryMetaData.Bin, bindings.NewModelRegistry().PackConstructor(a0.Address, regs)},
		{bindings.OperatorStakeMetaData.Bin, bindings.NewOperatorStake().PackConstructor(token, proxy, big.NewInt(60))},
		{bindings.EthMLViewsMetaData.Bin, bindings.NewEthMLViews().PackConstructor(token, registry, stake)},
		{bindings.EthMLExtensionMetaData.Bin, bindings.NewEthMLExtension().PackConstructor(views)},
		{bindings.EthMLMetaData.Bin, bindings.NewEthML().PackConstructor(ext)},
		{bindings.ERC1967ProxyMetaData.Bin, bindings.NewERC1967Proxy().PackConstructor(impl, init)},
		{bindings.PredictionConsumerMetaData.Bin, bindings.NewPredictionConsumer().PackConstructor(proxy)},
	} {
		if err := send(a0, nil, append(common.FromHex(s.bin), s.args...), 6_500_000); err != nil {
			return nil, err
		}
	}
	for _, o := range operators {
		if err := send(a0, &token, bindings.NewEthMLToken().PackTransfer(o.Address, eml(1000)), 1_000_000); err != nil {
			return nil, err
		}
	}
	for _, o := range operators {
		if err := send(o, &token, bindings.NewEthMLToken().PackApprove(stake, eml(1000)), 1_000_000); err != nil {
			return nil, err
		}
		if err := send(o, &stake, bindings.NewOperatorStake().PackStake(eml(500)), 1_000_000); err != nil {
			return nil, err
		}
	}
	for {
		r, err := c.TransactionReceipt(ctx, last)
		if err == nil {
			if r.Status != 1 {
				for i, h := range all {
					r, _ := c.TransactionReceipt(ctx, h)
					fmt.Println(i, r.Status, r.GasUsed)
				}
				return nil, fmt.Errorf("deploy failed")
			}
			break
		}
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-time.After(50 * time.Millisecond):
		}
	}
	return &Record{proxy, consumer, 0}, nil
}
