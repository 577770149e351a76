package keys

import (
	"context"
	"encoding/json"
	"fmt"
	"math/big"
	"slices"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/rpc"
)

// externalTimeout bounds one signature. Clef without a rule set waits for a person; a commit can't.
const externalTimeout = 10 * time.Second

// dialect is how an external signer's JSON-RPC is spoken.
type dialect struct {
	list, sign string
	// raw finds the signed transaction in the answer.
	raw func(json.RawMessage) (hexutil.Bytes, error)
}

var (
	clef       = dialect{list: "account_list", sign: "account_signTransaction", raw: rawField}
	web3signer = dialect{list: "eth_accounts", sign: "eth_signTransaction", raw: rawString}
)

func rawField(answer json.RawMessage) (hexutil.Bytes, error) {
	var fields struct {
		Raw hexutil.Bytes `json:"raw"`
	}
	err := json.Unmarshal(answer, &fields)
	return fields.Raw, err
}

func rawString(answer json.RawMessage) (hexutil.Bytes, error) {
	var raw hexutil.Bytes
	if err := json.Unmarshal(answer, &raw); err != nil {
		// Some signers of this API answer as go-ethereum nodes do.
		return rawField(answer)
	}
	return raw, nil
}

// external signs through another program.
type external struct {
	client  *rpc.Client
	url     string
	dialect dialect
	address common.Address
	signer  types.Signer
}

// DialClef finds the accounts that a clef at url signs for.
func DialClef(ctx context.Context, url string, only []common.Address, chainID *big.Int) ([]Signer, func(), error) {
	return dial(ctx, clef, "clef", url, only, chainID)
}

// DialWeb3Signer finds the accounts that a web3signer at url (its eth1 mode) signs for.
func DialWeb3Signer(ctx context.Context, url string, only []common.Address, chainID *big.Int) ([]Signer, func(), error) {
	return dial(ctx, web3signer, "web3signer", url, only, chainID)
}

func dial(ctx context.Context, d dialect, name, url string, only []common.Address, chainID *big.Int) ([]Signer, func(), error) {
	client, err := rpc.DialContext(ctx, url)
	if err != nil {
		return nil, nil, fmt.Errorf("reach %s at %s: %w", name, url, err)
	}
	ctx, cancel := context.WithTimeout(ctx, externalTimeout)
	defer cancel()
	var held []common.Address
	if err := client.CallContext(ctx, &held, d.list); err != nil {
		client.Close()
		return nil, nil, fmt.Errorf("list accounts of %s at %s: %w", name, url, err)
	}
	accounts := held
	if len(only) > 0 {
		accounts = only
	}
	var signers []Signer
	for _, a := range accounts {
		if !slices.Contains(held, a) {
			client.Close()
			return nil, nil, fmt.Errorf("%s at %s does not sign for account %s: add its key there, or drop it from --account", name, url, a)
		}
		signers = append(signers, &external{client: client, url: url, dialect: d, address: a, signer: types.LatestSignerForChainID(chainID)})
	}
	if len(signers) == 0 {
		client.Close()
		return nil, nil, fmt.Errorf("%s at %s holds no accounts: add a key there", name, url)
	}
	return signers, client.Close, nil
}

func (e *external) Address() common.Address { return e.address }

// arguments are those of eth_signTransaction.
type arguments struct {
	From                 common.Address  `json:"from"`
	To                   *common.Address `json:"to"`
	Gas                  hexutil.Uint64  `json:"gas"`
	MaxFeePerGas         *hexutil.Big    `json:"maxFeePerGas"`
	MaxPriorityFeePerGas *hexutil.Big    `json:"maxPriorityFeePerGas"`
	Value                *hexutil.Big    `json:"value"`
	Nonce                hexutil.Uint64  `json:"nonce"`
	Data                 hexutil.Bytes   `json:"data"`
	ChainID              *hexutil.Big    `json:"chainId"`
}

// SignTx asks for a signature, and checks that what comes back is the transaction it asked for.
func (e *external) SignTx(ctx context.Context, tx *types.Transaction) (*types.Transaction, error) {
	ctx, cancel := context.WithTimeout(ctx, externalTimeout)
	defer cancel()
	var answer json.RawMessage
	err := e.client.CallContext(ctx, &answer, e.dialect.sign, arguments{
		From: e.address, To: tx.To(), Gas: hexutil.Uint64(tx.Gas()), MaxFeePerGas: (*hexutil.Big)(tx.GasFeeCap()),
		MaxPriorityFeePerGas: (*hexutil.Big)(tx.GasTipCap()), Value: (*hexutil.Big)(tx.Value()), Nonce: hexutil.Uint64(tx.Nonce()),
		Data: tx.Data(), ChainID: (*hexutil.Big)(tx.ChainId()),
	})
	if err != nil {
		return nil, fmt.Errorf("external signer %s: %w", e.url, err)
	}
	raw, err := e.dialect.raw(answer)
	if err != nil {
		return nil, fmt.Errorf("external signer %s: answer not understood: %w", e.url, err)
	}
	signed := new(types.Transaction)
	if err := signed.UnmarshalBinary(raw); err != nil {
		return nil, fmt.Errorf("external signer %s: signed transaction not understood: %w", e.url, err)
	}
	// The hash under the signature covers every field, the type included.
	if e.signer.Hash(signed) != e.signer.Hash(tx) {
		return nil, fmt.Errorf("external signer %s signed another transaction than it was asked to", e.url)
	}
	from, err := types.Sender(e.signer, signed)
	if err != nil || from != e.address {
		return nil, fmt.Errorf("external signer %s did not sign with account %s", e.url, e.address)
	}
	return signed, nil
}
