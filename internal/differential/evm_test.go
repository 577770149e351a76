package differential

import (
	"errors"
	"math/big"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/state"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/core/vm"
	"github.com/ethereum/go-ethereum/core/vm/runtime"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
)

// deployer deploys, owns the coordinator and holds the genesis allocation.
var deployer = common.HexToAddress("0xde9107e5")

var (
	main     = bindings.NewEthML()
	registry = bindings.NewModelRegistry()
	token    = bindings.NewEthMLToken()
	stake    = bindings.NewOperatorStake()
)

// random is seeded anew for each run, or from the environment.
func random(t *testing.T) *rand.Rand {
	t.Helper()
	seed := rand.Uint64()
	if text := os.Getenv("ETHML_DIFFERENTIAL_SEED"); text != "" {
		var err error
		seed, err = strconv.ParseUint(text, 10, 64)
		require.NoError(t, err)
	}
	t.Cleanup(func() {
		if t.Failed() {
			t.Logf("ETHML_DIFFERENTIAL_SEED=%d", seed)
		}
	})
	return rand.New(rand.NewPCG(seed, 0))
}

// runs is n, or a multiple of it from the environment.
func runs(t *testing.T, n int) int {
	t.Helper()
	text := os.Getenv("ETHML_DIFFERENTIAL_RUNS")
	if text == "" {
		return n
	}
	factor, err := strconv.Atoi(text)
	require.NoError(t, err)
	return n * factor
}

// evm is a chain without consensus: calls change its state one after the other, and the clock is the test's.
type evm struct {
	t       *testing.T
	config  *params.ChainConfig
	state   *state.StateDB
	time    uint64
	height  uint64
	entropy common.Hash
	calls   int
}

func newEVM(t *testing.T, r *rand.Rand) *evm {
	t.Helper()
	db, err := state.New(types.EmptyRootHash, state.NewDatabaseForTesting())
	require.NoError(t, err)
	config := *params.MergedTestChainConfig
	config.ChainID = new(big.Int).SetUint64(r.Uint64())
	return &evm{t: t, config: &config, state: db, time: 1_700_000_000 + r.Uint64N(1e8), height: 1_000 + r.Uint64N(1e6), entropy: draw(r)}
}

// hashOf stands for the hash of an Ethereum block.
func (e *evm) hashOf(number uint64) common.Hash {
	return crypto.Keccak256Hash(e.entropy[:], new(big.Int).SetUint64(number).Bytes())
}

// randaoOf stands for the randomness of an Ethereum block.
func (e *evm) randaoOf(number uint64) common.Hash {
	return crypto.Keccak256Hash([]byte("randao"), e.entropy[:], new(big.Int).SetUint64(number).Bytes())
}

func (e *evm) environment(from common.Address) *runtime.Config {
	e.calls++
	e.state.SetTxContext(e.transaction(), e.calls, 0)
	randao := e.randaoOf(e.height)
	return &runtime.Config{
		ChainConfig: e.config, State: e.state, Origin: from, Time: e.time, BlockNumber: new(big.Int).SetUint64(e.height),
		GasLimit: 1 << 40, GetHashFn: e.hashOf, Random: &randao,
	}
}

func (e *evm) transaction() common.Hash { return common.BigToHash(big.NewInt(int64(e.calls))) }

// create deploys a contract.
func (e *evm) create(bin string, arguments []byte) common.Address {
	e.t.Helper()
	output, at, err := e.tryCreate(bin, arguments)
	require.NoError(e.t, err, "%x", output)
	return at
}

func (e *evm) tryCreate(bin string, arguments []byte) ([]byte, common.Address, error) {
	output, at, _, err := runtime.Create(append(common.FromHex(bin), arguments...), e.environment(deployer))
	return output, at, err
}

// call sends a transaction; what it returns is the revert data when reverted.
func (e *evm) call(from, to common.Address, data []byte) (output []byte, reverted bool) {
	e.t.Helper()
	before := e.state.Snapshot()
	output, _, err := runtime.Call(to, data, e.environment(from))
	if err != nil {
		e.state.RevertToSnapshot(before)
		require.ErrorIs(e.t, err, vm.ErrExecutionReverted)
	}
	return output, err != nil
}

// must is call where nothing may revert.
func (e *evm) must(from, to common.Address, data []byte) []byte {
	e.t.Helper()
	output, reverted := e.call(from, to, data)
	if reverted {
		what, err := main.UnpackError(output)
		require.Fail(e.t, "reverted", "%+v %v %x", what, err, output)
	}
	return output
}

// logs are those of the last call.
func (e *evm) logs() []*types.Log {
	return e.state.GetLogs(e.transaction(), e.height, common.Hash{}, e.time)
}

// pass lets an Ethereum block go by.
func (e *evm) pass(seconds uint64) {
	e.time += seconds
	e.height++
}

// events of one kind among the last call's logs.
func events[T any](e *evm, unpack func(*types.Log) (*T, error)) []*T {
	e.t.Helper()
	var found []*T
	for _, l := range e.logs() {
		event, err := unpack(l)
		if err == nil {
			found = append(found, event)
		}
	}
	return found
}

func draw(r *rand.Rand) (h common.Hash) {
	for i := range h {
		h[i] = byte(r.Uint32())
	}
	return h
}

func within(r *rand.Rand, low, high uint64) uint64 { return low + r.Uint64N(high-low+1) }

var errNoEvent = errors.New("no such event")

// only is the one event of its kind that the last call must have logged.
func only[T any](e *evm, unpack func(*types.Log) (*T, error)) *T {
	e.t.Helper()
	found := events(e, unpack)
	if len(found) != 1 {
		require.NoError(e.t, errNoEvent, "%d of %T", len(found), found)
	}
	return found[0]
}
