package deploy

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/ethclient"
	"github.com/ethereum/go-ethereum/params"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ethml/ethml/internal/reverts"
)

const (
	// simulatedGasLimit is that of the one block in which everything is
	// simulated; real blocks may be smaller.
	simulatedGasLimit = 200_000_000
	// The RPC error codes that mean "no such method", gas or block limits of
	// the simulation itself, and "no such parameters": anvil's simulation
	// creates no contracts.
	methodNotFound, simulationLimit, invalidParams = -32601, -38015, -32602
)

type simulatedCall struct {
	From  common.Address  `json:"from"`
	To    *common.Address `json:"to,omitempty"`
	Input hexutil.Bytes   `json:"input"`
}

type simulatedResult struct {
	ReturnData hexutil.Bytes  `json:"returnData"`
	GasUsed    hexutil.Uint64 `json:"gasUsed"`
	MaxUsedGas hexutil.Uint64 `json:"maxUsedGas"`
	Status     hexutil.Uint64 `json:"status"`
	Error      *struct {
		Message string        `json:"message"`
		Data    hexutil.Bytes `json:"data"`
	} `json:"error"`
}

// simulate runs the steps one after the other on top of the head, and fills in
// their gas and code. The nonces must follow from the state. It reports false,
// with estimates filled in, if the node cannot simulate.
func simulate(ctx context.Context, client *ethclient.Client, from common.Address, steps []Step) (bool, error) {
	calls := make([]simulatedCall, 0, len(steps))
	for _, step := range steps {
		calls = append(calls, simulatedCall{From: from, To: step.To, Input: step.Data})
	}
	request := map[string]any{"blockStateCalls": []any{map[string]any{
		"calls":          calls,
		"blockOverrides": map[string]any{"gasLimit": hexutil.Uint64(simulatedGasLimit)},
	}}}
	var blocks []struct {
		Calls []simulatedResult `json:"calls"`
	}
	err := client.Client().CallContext(ctx, &blocks, "eth_simulateV1", request, "latest")
	var coded rpc.Error
	if errors.As(err, &coded) && slices.Contains([]int{methodNotFound, simulationLimit, invalidParams}, coded.ErrorCode()) {
		estimate(steps)
		return false, nil
	}
	if err != nil {
		return false, fmt.Errorf("simulate deployment: %w", err)
	}
	if len(blocks) != 1 || len(blocks[0].Calls) != len(steps) {
		return false, errors.New("simulate deployment: the node's answer does not fit the request")
	}
	for i, result := range blocks[0].Calls {
		step := &steps[i]
		if result.Status != 1 {
			return false, fmt.Errorf("%s would fail: %w", step.Name, failure(result))
		}
		step.Gas = uint64(result.GasUsed)
		most := max(result.MaxUsedGas, result.GasUsed)
		step.GasLimit = min(uint64(most)*6/5+20_000, params.MaxTxGas)
		if step.To == nil {
			step.CodeHash = crypto.Keccak256Hash(result.ReturnData)
		}
	}
	return true, nil
}

func failure(result simulatedResult) error {
	if result.Error == nil {
		return errors.New("no reason given")
	}
	if decoded := reverts.FromData(result.Error.Data); decoded != nil {
		return decoded
	}
	return errors.New(result.Error.Message)
}

// estimate bounds the gas from above by the size of the data. Unused gas costs
// nothing, but must be in the account.
func estimate(steps []Step) {
	for i := range steps {
		size := uint64(len(steps[i].Data))
		if steps[i].To == nil {
			// Code deposit, calldata, and what the constructors of these contracts do.
			steps[i].Gas = min(params.TxGasContractCreation+size*(params.CreateDataGas+16)+1_500_000, params.MaxTxGas)
		} else {
			steps[i].Gas = params.TxGas + size*16 + 150_000
		}
		steps[i].GasLimit = steps[i].Gas
	}
}
