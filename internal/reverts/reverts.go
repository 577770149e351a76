// Package reverts puts names to what the contracts revert with.
package reverts

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/rpc"

	"github.com/ethml/ethml/contracts/bindings"
)

// Error is a revert whose custom error is known.
type Error struct {
	Name   string   // such as "EthML_UnknownModel"
	Params []string // parameter names
	Values []any    // as go-ethereum's ABI decoder gives them
}

// Error reads like "EthML_UnknownModel(modelId=7)".
func (e *Error) Error() string {
	parts := make([]string, len(e.Values))
	for i, v := range e.Values {
		if b, ok := v.([32]byte); ok {
			v = common.Hash(b)
		}
		parts[i] = fmt.Sprintf("%s=%v", e.Params[i], v)
	}
	return e.Name + "(" + strings.Join(parts, ", ") + ")"
}

// known are the custom errors of all contracts by selector.
var known = sync.OnceValue(func() map[[4]byte]abi.Error {
	all := map[[4]byte]abi.Error{}
	for _, meta := range []*bind.MetaData{&bindings.EthMLMetaData, &bindings.EthMLTokenMetaData,
		&bindings.ModelRegistryMetaData, &bindings.OperatorStakeMetaData, &bindings.PredictionConsumerMetaData} {
		parsed, err := meta.ParseABI()
		if err != nil {
			continue // a binding that can't be parsed fails its own constructor, loudly
		}
		for _, e := range parsed.Errors {
			all[[4]byte(e.ID[:4])] = e
		}
	}
	return all
})

// Decode finds the revert data in an error of an RPC call and puts it into words: an *Error for the project's custom
// errors, the text of a require, or err itself when there is nothing to decode.
func Decode(err error) error {
	var data rpc.DataError
	if err == nil || !errors.As(err, &data) {
		return err
	}
	text, ok := data.ErrorData().(string)
	if !ok {
		return err
	}
	raw, decodeErr := hexutil.Decode(text)
	if decodeErr != nil {
		return err
	}
	if decoded := FromData(raw); decoded != nil {
		return decoded
	}
	return err
}

// FromData puts revert data into words; nil when it is none of the errors known.
func FromData(raw []byte) error {
	if len(raw) < 4 {
		return nil
	}
	if e, ok := known()[[4]byte(raw[:4])]; ok {
		values, unpackErr := e.Inputs.Unpack(raw[4:])
		if unpackErr != nil {
			return nil //nolint:nilerr // data of another contract that happens to begin alike
		}
		params := make([]string, len(e.Inputs))
		for i, in := range e.Inputs {
			params[i] = in.Name
		}
		return &Error{Name: e.Name, Params: params, Values: values}
	}
	if reason, err := abi.UnpackRevert(raw); err == nil {
		return errors.New(strings.TrimSpace(string(bytes.ToValidUTF8([]byte(reason), []byte("?")))))
	}
	return nil
}

// Is reports whether err is the custom error of this name.
func Is(err error, name string) bool {
	var e *Error
	return errors.As(err, &e) && e.Name == name
}
