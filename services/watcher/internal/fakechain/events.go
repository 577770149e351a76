package fakechain

import (
	"fmt"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
)

// Addresses of the contracts on every fake chain.
var (
	Coordinator = common.HexToAddress("0xc0")
	Registry    = common.HexToAddress("0xc1")
	Stake       = common.HexToAddress("0xc2")
)

// CID of a data point, as a requester writes it.
const CID = "bafkreiaeigybm7ca2bk4xc3rfoxuvija53tyekayg37hkarfft2tbn4vem"

var metas = map[common.Address]*bind.MetaData{
	Coordinator: &bindings.EthMLMetaData,
	Registry:    &bindings.ModelRegistryMetaData,
	Stake:       &bindings.OperatorStakeMetaData,
}

// Log encodes an event of a contract as the contract would. Arguments are in the order of the declaration.
func Log(contract common.Address, name string, args ...any) types.Log {
	parsed, err := metas[contract].ParseABI()
	if err != nil {
		panic(err)
	}
	event, ok := parsed.Events[name]
	if !ok || len(event.Inputs) != len(args) {
		panic(fmt.Sprintf("event %s with %d arguments", name, len(args)))
	}
	l := types.Log{Address: contract, Topics: []common.Hash{event.ID}}
	var data []any
	for i, input := range event.Inputs {
		switch {
		case !input.Indexed:
			data = append(data, args[i])
		default:
			l.Topics = append(l.Topics, topic(args[i]))
		}
	}
	if l.Data, err = event.Inputs.NonIndexed().Pack(data...); err != nil {
		panic(fmt.Sprintf("event %s: %v", name, err))
	}
	return l
}

func topic(v any) common.Hash {
	switch v := v.(type) {
	case *big.Int:
		return common.BigToHash(v)
	case common.Address:
		return common.BytesToHash(v.Bytes())
	case [32]byte:
		return v
	}
	panic(fmt.Sprintf("topic of type %T", v))
}

// Int is a word.
func Int(n uint64) *big.Int { return new(big.Int).SetUint64(n) }

// Miner is an operator's address.
func Miner(n int) common.Address { return common.BigToAddress(Int(uint64(0xa0 + n))) }
