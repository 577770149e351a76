package gastable

import (
	"math/big"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/deploy"
	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/internal/protocol"
)

const (
	dataPoint = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem" // 59 characters
	// gasLimit of every transaction is the most that one may have; what is not used costs nothing.
	gasLimit = 1 << 24
	// apart makes requests 12 seconds apart, as forge's are: the clock moves by two blocks of a second each besides.
	apart = 10 * time.Second
)

var (
	main         = bindings.NewEthML()
	consumerCode = bindings.NewPredictionConsumer()
)

// player is all parties: account 0 asks, accounts 1 to 5 operate, account 6 owns.
type player struct {
	t           *testing.T
	chain       *devchain.Chain
	coordinator common.Address
	consumer    common.Address
	nonces      map[common.Address]uint64
	// of the open block, as it was when the first operator committed
	number  uint64
	ids     []*big.Int
	vectors [][]protocol.Hash
}

// start deploys with the parameters that contracts/test/gas/GasTable.t.sol plays under.
func start(t *testing.T) *player {
	t.Helper()
	chain, err := devchain.Start(t.Context(), devchain.Config{Manual: true, GasLimit: 200_000_000})
	require.NoError(t, err)
	t.Cleanup(func() { require.NoError(t, chain.Close()) })
	cfg := deploy.Config{
		Client: chain.Client(), Signer: deploy.KeySigner(chain.Accounts[6].Key), Parameters: deploy.Public(), PollEvery: 5 * time.Millisecond,
		Models: []deploy.Model{{CID: cid.Sum(cid.Raw, []byte("a model")), RoyaltyBps: 1_000}},
	}
	cfg.Parameters.Difficulty, cfg.Parameters.TimelockDelay, cfg.Parameters.Consumer = 1, 0, true
	cfg.Parameters.Coordinator.MinDifficulty, cfg.Parameters.Coordinator.BacklogTip = 1, deploy.Wei(0)
	for _, account := range chain.Accounts[1:6] {
		cfg.Stakes = append(cfg.Stakes, deploy.Transfer{To: account.Address, Amount: deploy.EML(1_000)})
	}
	record := deployed(t, chain, cfg)
	return &player{t: t, chain: chain, coordinator: record.Coordinator, consumer: record.Consumer, nonces: map[common.Address]uint64{
		chain.Accounts[6].Address: uint64(len(record.Steps)),
	}}
}

// deployed seals blocks until the deployment is done.
func deployed(t *testing.T, chain *devchain.Chain, cfg deploy.Config) *deploy.Record {
	t.Helper()
	type outcome struct {
		record *deploy.Record
		err    error
	}
	done := make(chan outcome, 1)
	go func() {
		record, err := deploy.Run(t.Context(), cfg)
		done <- outcome{record, err}
	}()
	tick := time.NewTicker(5 * time.Millisecond)
	defer tick.Stop()
	for {
		select {
		case o := <-done:
			require.NoError(t, o.err)
			return o.record
		case <-tick.C:
			_, err := chain.Commit()
			require.NoError(t, err)
		}
	}
}

// send sends a transaction, waits for its block, and gives what its receipt says it used.
func (p *player) send(from devchain.Account, to *common.Address, data []byte) uint64 {
	p.t.Helper()
	receipt := p.receipt(p.submit(from, to, data))
	require.Equal(p.t, types.ReceiptStatusSuccessful, receipt.Status, "reverted after %d gas", receipt.GasUsed)
	return receipt.GasUsed
}

func (p *player) submit(from devchain.Account, to *common.Address, data []byte) common.Hash {
	p.t.Helper()
	tx, err := types.SignNewTx(from.Key, types.LatestSignerForChainID(p.chain.ChainID), &types.DynamicFeeTx{
		ChainID: p.chain.ChainID, Nonce: p.nonces[from.Address], To: to, Gas: gasLimit, Data: data,
		GasTipCap: big.NewInt(1e9), GasFeeCap: big.NewInt(20e9),
	})
	require.NoError(p.t, err)
	require.NoError(p.t, p.chain.Client().SendTransaction(p.t.Context(), tx))
	p.nonces[from.Address]++
	return tx.Hash()
}

// receipt seals the block that has the transaction. The pool hands it to the block some moments after it took it.
func (p *player) receipt(hash common.Hash) *types.Receipt {
	p.t.Helper()
	for range 100 {
		_, err := p.chain.Commit()
		require.NoError(p.t, err)
		if receipt, err := p.chain.Client().TransactionReceipt(p.t.Context(), hash); err == nil {
			return receipt
		}
	}
	require.Fail(p.t, "not mined", "transaction %s in a hundred blocks", hash)
	return nil
}

func (p *player) pass(d time.Duration) {
	p.t.Helper()
	require.NoError(p.t, p.chain.AdjustTime(d))
}

func (p *player) call(data []byte) []byte {
	p.t.Helper()
	answer, err := p.chain.Client().CallContract(p.t.Context(), ethereum.CallMsg{To: &p.coordinator, Data: data}, nil)
	require.NoError(p.t, err)
	return answer
}

// ---------------------------------------------------------------- requests

// ask sends a request through PredictionConsumer.
func (p *player) ask() uint64 {
	p.t.Helper()
	return p.wait(p.consumer, 1)[0]
}

// wait sends n requests through a contract, each some seconds after the other.
func (p *player) wait(through common.Address, n int) []uint64 {
	p.t.Helper()
	data := consumerCode.PackRequestPrediction(big.NewInt(1), dataPoint, new(big.Int))
	gas := make([]uint64, n)
	for i := range gas {
		gas[i] = p.send(p.chain.Accounts[0], &through, data)
		p.pass(apart)
	}
	return gas
}

// fillTo makes n requests wait, and gives what the last of them took: the first of its slot, in a part of the queue that
// others use already, as is the case for 255 of 256.
func (p *player) fillTo(n int) uint64 {
	p.t.Helper()
	const most = 50
	points := make([]string, most)
	for i := range points {
		points[i] = dataPoint
	}
	open, err := main.UnpackOpenRequests(p.call(main.PackOpenRequests()))
	require.NoError(p.t, err)
	for missing := n - 2 - int(open.Int64()); missing > 0; missing -= most {
		data := main.PackRequestPredictions(big.NewInt(1), points[:min(most, missing)], new(big.Int),
			bindings.RequestOptions{Permit: bindings.Permit{Value: new(big.Int), Deadline: new(big.Int)}})
		p.send(p.chain.Accounts[0], &p.coordinator, data)
		p.pass(16 * time.Second)
	}
	for slot := p.chain.Head().Time / 16; slot%256 > 250; slot = p.chain.Head().Time / 16 {
		p.pass(16 * time.Second)
	}
	p.ask()
	p.pass(16 * time.Second)
	return p.ask()
}

// burner deploys a contract that asks for whoever calls it, and burns all the gas of its callbacks.
func (p *player) burner() common.Address {
	p.t.Helper()
	ethml := p.coordinator.Bytes()
	var code []byte
	code = append(code, 0x33, 0x73) // CALLER PUSH20
	code = append(code, ethml...)
	code = append(code, 0x14, 0x60, 0x3b, 0x57) // EQ PUSH1 burn JUMPI
	code = append(code, 0x36, 0x5f, 0x5f, 0x37) // CALLDATASIZE 0 0 CALLDATACOPY
	code = append(code, 0x5f, 0x5f, 0x36, 0x5f, 0x5f, 0x73)
	code = append(code, ethml...)
	code = append(code, 0x5a, 0xf1, 0x00, 0x5b, 0xfe) // GAS CALL STOP burn: INVALID
	require.Equal(p.t, byte(0x5b), code[0x3b])
	// PUSH1 size DUP1 PUSH1 offset 0 CODECOPY 0 RETURN
	creation := append([]byte{0x60, byte(len(code)), 0x80, 0x60, 0x0a, 0x5f, 0x39, 0x5f, 0xf3, 0x00}, code...)
	receipt := p.receipt(p.submit(p.chain.Accounts[6], nil, creation))
	require.Equal(p.t, types.ReceiptStatusSuccessful, receipt.Status)
	return receipt.ContractAddress
}

// ---------------------------------------------------------------- blocks

// warmUp seats the five operators in three settled blocks, of 1, of 32 and of 1.
func (p *player) warmUp() {
	p.t.Helper()
	p.ask()
	p.answer(1)
	p.wait(p.consumer, 33)
	p.answer(1)
	p.answer(1)
}

// answer has the open block answered with one word.
func (p *player) answer(word uint64) {
	p.t.Helper()
	p.commitAll(p.alike(word))
	p.revealAll()
	p.requireAnswered(word)
}

func (p *player) block() bindings.BlockView {
	p.t.Helper()
	block, err := main.UnpackGetBlock(p.call(main.PackGetBlock()))
	require.NoError(p.t, err)
	return block
}

// alike are five equal vectors for the open block.
func (p *player) alike(word uint64) [][]protocol.Hash {
	vectors := make([][]protocol.Hash, 5)
	for i := range vectors {
		vectors[i] = make([]protocol.Hash, len(p.block().Ids))
		for j := range vectors[i] {
			vectors[i][j] = hashOf(word)
		}
	}
	return vectors
}

// mixed are five vectors, each wrong about one request of its own.
func (p *player) mixed() [][]protocol.Hash {
	vectors := p.alike(7)
	for i := range vectors {
		vectors[i][i] = hashOf(8)
	}
	return vectors
}

func hashOf(word uint64) (h protocol.Hash) {
	uint256.NewInt(word).PutUint256(h[:])
	return h
}

var salt = protocol.Keccak256([]byte("salt"))

func (p *player) commitAll(vectors [][]protocol.Hash) []uint64 {
	p.t.Helper()
	block := p.block()
	p.number, p.ids, p.vectors = block.Number, block.Ids, vectors
	gas := make([]uint64, 0, 5)
	for i, words := range vectors {
		operator := p.chain.Accounts[1+i]
		target, err := main.UnpackCurrentTarget(p.call(main.PackCurrentTarget()))
		require.NoError(p.t, err)
		var nonce uint64
		for !protocol.Solves(block.Challenge, protocol.Address(operator.Address), hashOf(nonce), uint256.MustFromBig(target)) {
			nonce++
		}
		commitment := protocol.Commitment(block.Challenge, protocol.Address(operator.Address),
			protocol.ResultHash(words, make([]byte, len(words))), salt)
		gas = append(gas, p.send(operator, &p.coordinator,
			main.PackCommitSolution(new(big.Int).SetUint64(p.number), commitment, new(big.Int).SetUint64(nonce))))
	}
	p.pass(apart)
	return gas
}

func (p *player) revealAll() []uint64 {
	p.t.Helper()
	gas := make([]uint64, 0, 5)
	for i, words := range p.vectors {
		operator := p.chain.Accounts[1+i]
		gas = append(gas, p.send(operator, &p.coordinator, main.PackRevealSolution(
			new(big.Int).SetUint64(p.number), operator.Address, integers(words), make([]byte, len(words)), salt)))
	}
	return gas
}

// settle settles a block of five different vectors.
func (p *player) settle() uint64 {
	p.t.Helper()
	var vectors []bindings.Vector
	for _, words := range p.vectors {
		vectors = append(vectors, bindings.Vector{Predictions: integers(words), Statuses: make([]byte, len(words))})
	}
	return p.send(p.chain.Accounts[1], &p.coordinator, main.PackSettle(new(big.Int).SetUint64(p.number), vectors))
}

func integers(words []protocol.Hash) []*big.Int {
	all := make([]*big.Int, len(words))
	for i, w := range words {
		all[i] = new(big.Int).SetBytes(w[:])
	}
	return all
}

func (p *player) view(id *big.Int) bindings.RequestView {
	p.t.Helper()
	view, err := main.UnpackGetRequest(p.call(main.PackGetRequest(id)))
	require.NoError(p.t, err)
	return view
}

// requireAnswered says how all requests of the last block ended.
func (p *player) requireAnswered(word uint64) {
	p.t.Helper()
	for _, id := range p.ids {
		view := p.view(id)
		require.Equal(p.t, uint8(protocol.RequestAnswered), view.Status, "request %s", id)
		require.Equal(p.t, word, view.Prediction.Uint64(), "request %s", id)
	}
}
