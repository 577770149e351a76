// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// BlockView is an auto generated low-level Go binding around an user-defined struct.
type BlockView struct {
	Number              uint64
	Phase               uint8
	OpenedAt            uint64
	OpenedAtBlock       uint64
	CommitClosedAt      uint64
	CommitClosedAtBlock uint64
	RevealEndsAt        uint64
	RevealEndsAtBlock   uint64
	Challenge           [32]byte
	ParentHash          [32]byte
	Difficulty          *big.Int
	Seats               *big.Int
	Reveals             *big.Int
	Ids                 []*big.Int
	Parameters          Parameters
}

// Model is an auto generated low-level Go binding around an user-defined struct.
type Model struct {
	Publisher      common.Address
	RoyaltyBps     uint16
	Codec          uint8
	Decimals       uint8
	Rule           uint8
	Deprecated     bool
	CidCodec       uint8
	ManifestDigest [32]byte
	Tolerance      *big.Int
	PreviousId     *big.Int
}

// ModelRegistration is an auto generated low-level Go binding around an user-defined struct.
type ModelRegistration struct {
	ManifestCID string
	RoyaltyBps  uint16
	Codec       uint8
	Decimals    uint8
	Rule        uint8
	Tolerance   *big.Int
	PreviousId  *big.Int
}

// Parameters is an auto generated low-level Go binding around an user-defined struct.
type Parameters struct {
	CommitWindow     uint32
	RevealWindow     uint32
	RevealBlocks     uint32
	TargetCommitTime uint32
	MinStake         *big.Int
	DefaultExpiry    uint32
	MaxExpiry        uint32
	MaxHeadStart     uint32
	SecondsPerToken  uint32
	MaxCommitTime    uint32
	BacklogTip       *big.Int
	MinDifficulty    uint64
	CallbackGas      uint32
	MaxCallbackGas   uint32
	NonRevealBps     uint16
	DissentBps       uint16
	SettleBountyBps  uint16
	ExpireBountyBps  uint16
	MinTipPerGas     uint64
	VoidAllowance    *big.Int
}

// Permit is an auto generated low-level Go binding around an user-defined struct.
type Permit struct {
	Value    *big.Int
	Deadline *big.Int
	V        uint8
	R        [32]byte
	S        [32]byte
}

// RequestOptions is an auto generated low-level Go binding around an user-defined struct.
type RequestOptions struct {
	CallbackGas uint32
	ExpiresIn   uint32
	Permit      Permit
}

// RequestView is an auto generated low-level Go binding around an user-defined struct.
type RequestView struct {
	Requester   common.Address
	Status      uint8
	Reason      uint8
	ModelId     *big.Int
	DataPoint   string
	Digest      [32]byte
	CidCodec    uint8
	Tip         *big.Int
	Birth       uint64
	Expiry      uint64
	Slot        uint64
	CallbackGas uint32
	Undelivered bool
	Requeued    bool
	Prediction  *big.Int
}

// Seat is an auto generated low-level Go binding around an user-defined struct.
type Seat struct {
	Miner    common.Address
	Hash     [32]byte
	Revealed bool
}

// Vector is an auto generated low-level Go binding around an user-defined struct.
type Vector struct {
	Predictions []*big.Int
	Statuses    []byte
}

// ERC1967ProxyMetaData contains all meta data concerning the ERC1967Proxy contract.
var ERC1967ProxyMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"_data\",\"type\":\"bytes\"}],\"stateMutability\":\"payable\",\"type\":\"constructor\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967ProxyUninitialized\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"stateMutability\":\"payable\",\"type\":\"fallback\"}]",
	ID:  "740cf149c9b5cf2973fa460829dc6f3d37",
	Bin: "0x6080604052610279803803806100148161016e565b9283398101604082820312610156578151916001600160a01b03831690818403610156576020810151906001600160401b038211610156570182601f82011215610156578051906001600160401b03821161015a5761007c601f8301601f191660200161016e565b938285526020838301011161015657815f9260208093018387015e8401015281511561014757823b15610135577f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc80546001600160a01b031916821790557fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b5f80a280511561011e5761010e91610193565b505b604051605990816102208239f35b505034156101105763b398979f60e01b5f5260045ffd5b634c9c8ce360e01b5f5260045260245ffd5b6330a289cf60e21b5f5260045ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffd5b6040519190601f01601f191682016001600160401b0381118382101761015a57604052565b905f8091602081519101845af4808061020c575b156101c75750506040513d81523d5f602083013e60203d82010160405290565b156101ec57639996b31560e01b5f9081526001600160a01b0391909116600452602490fd5b3d156101fd576040513d5f823e3d90fd5b63d6bda27560e01b5f5260045ffd5b503d1515806101a75750813b15156101a756fe60806040527f360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc545f9081906001600160a01b0316368280378136915af43d5f803e156048573d5ff35b3d5ffdfea164736f6c6343000825000a",
}

// ERC1967Proxy is an auto generated Go binding around an Ethereum contract.
type ERC1967Proxy struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ERC1967Proxy) GetABI() abi.ABI {
	return c.abi
}

// NewERC1967Proxy creates a new instance of ERC1967Proxy.
func NewERC1967Proxy() *ERC1967Proxy {
	parsed, err := ERC1967ProxyMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ERC1967Proxy{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ERC1967Proxy) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address implementation, bytes _data) payable returns()
func (eRC1967Proxy *ERC1967Proxy) PackConstructor(implementation common.Address, _data []byte) []byte {
	enc, err := eRC1967Proxy.abi.Pack("", implementation, _data)
	if err != nil {
		panic(err)
	}
	return enc
}

// ERC1967ProxyUpgraded represents a Upgraded event raised by the ERC1967Proxy contract.
type ERC1967ProxyUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const ERC1967ProxyUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (ERC1967ProxyUpgraded) ContractEventName() string {
	return ERC1967ProxyUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (eRC1967Proxy *ERC1967Proxy) UnpackUpgradedEvent(log *types.Log) (*ERC1967ProxyUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != eRC1967Proxy.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ERC1967ProxyUpgraded)
	if len(log.Data) > 0 {
		if err := eRC1967Proxy.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range eRC1967Proxy.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (eRC1967Proxy *ERC1967Proxy) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], eRC1967Proxy.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return eRC1967Proxy.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], eRC1967Proxy.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return eRC1967Proxy.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], eRC1967Proxy.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return eRC1967Proxy.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], eRC1967Proxy.abi.Errors["ERC1967ProxyUninitialized"].ID.Bytes()[:4]) {
		return eRC1967Proxy.UnpackERC1967ProxyUninitializedError(raw[4:])
	}
	if bytes.Equal(raw[:4], eRC1967Proxy.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return eRC1967Proxy.UnpackFailedCallError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ERC1967ProxyAddressEmptyCode represents a AddressEmptyCode error raised by the ERC1967Proxy contract.
type ERC1967ProxyAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func ERC1967ProxyAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (eRC1967Proxy *ERC1967Proxy) UnpackAddressEmptyCodeError(raw []byte) (*ERC1967ProxyAddressEmptyCode, error) {
	out := new(ERC1967ProxyAddressEmptyCode)
	if err := eRC1967Proxy.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ERC1967ProxyERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the ERC1967Proxy contract.
type ERC1967ProxyERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func ERC1967ProxyERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (eRC1967Proxy *ERC1967Proxy) UnpackERC1967InvalidImplementationError(raw []byte) (*ERC1967ProxyERC1967InvalidImplementation, error) {
	out := new(ERC1967ProxyERC1967InvalidImplementation)
	if err := eRC1967Proxy.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ERC1967ProxyERC1967NonPayable represents a ERC1967NonPayable error raised by the ERC1967Proxy contract.
type ERC1967ProxyERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func ERC1967ProxyERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (eRC1967Proxy *ERC1967Proxy) UnpackERC1967NonPayableError(raw []byte) (*ERC1967ProxyERC1967NonPayable, error) {
	out := new(ERC1967ProxyERC1967NonPayable)
	if err := eRC1967Proxy.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ERC1967ProxyERC1967ProxyUninitialized represents a ERC1967ProxyUninitialized error raised by the ERC1967Proxy contract.
type ERC1967ProxyERC1967ProxyUninitialized struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967ProxyUninitialized()
func ERC1967ProxyERC1967ProxyUninitializedErrorID() common.Hash {
	return common.HexToHash("0xc28a273c3fe16468cad2234091c09b146f46a93b2ad4069739c7beddfa5b3529")
}

// UnpackERC1967ProxyUninitializedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967ProxyUninitialized()
func (eRC1967Proxy *ERC1967Proxy) UnpackERC1967ProxyUninitializedError(raw []byte) (*ERC1967ProxyERC1967ProxyUninitialized, error) {
	out := new(ERC1967ProxyERC1967ProxyUninitialized)
	if err := eRC1967Proxy.abi.UnpackIntoInterface(out, "ERC1967ProxyUninitialized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ERC1967ProxyFailedCall represents a FailedCall error raised by the ERC1967Proxy contract.
type ERC1967ProxyFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func ERC1967ProxyFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (eRC1967Proxy *ERC1967Proxy) UnpackFailedCallError(raw []byte) (*ERC1967ProxyFailedCall, error) {
	out := new(ERC1967ProxyFailedCall)
	if err := eRC1967Proxy.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLMetaData contains all meta data concerning the EthML contract.
var EthMLMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractEthMLExtension\",\"name\":\"extension_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"acceptOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"canGetVariables\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"claim\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"minted\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tips\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"}],\"name\":\"closeCommit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"}],\"name\":\"commitSolution\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"currentTarget\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"expire\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"extension\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getBlock\",\"outputs\":[{\"components\":[{\"internalType\":\"uint64\",\"name\":\"number\",\"type\":\"uint64\"},{\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"openedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"openedAtBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"commitClosedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"commitClosedAtBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"revealEndsAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"revealEndsAtBlock\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"challenge\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parentHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"difficulty\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"seats\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"reveals\",\"type\":\"uint256\"},{\"internalType\":\"uint256[]\",\"name\":\"ids\",\"type\":\"uint256[]\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"internalType\":\"structParameters\",\"name\":\"parameters\",\"type\":\"tuple\"}],\"internalType\":\"structBlockView\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getCurrentVariables\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"challenge\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"requestId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"difficulty\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"dataPoint\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getPrediction\",\"outputs\":[{\"internalType\":\"enumRequestStatus\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getRequest\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"requester\",\"type\":\"address\"},{\"internalType\":\"enumRequestStatus\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reason\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"dataPoint\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"cidCodec\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"birth\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"slot\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"undelivered\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"requeued\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"internalType\":\"structRequestView\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getSeats\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"revealed\",\"type\":\"bool\"}],\"internalType\":\"structSeat[]\",\"name\":\"\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"headHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"difficulty\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"internalType\":\"structParameters\",\"name\":\"parameters_\",\"type\":\"tuple\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"isSeated\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_REQUESTS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minStake\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minTip\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"}],\"name\":\"offencesOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"lastNumber\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"openBlock\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"openRequests\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"operatorStake\",\"outputs\":[{\"internalType\":\"contractIOperatorStake\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"owner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"parameters\",\"outputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"internalType\":\"structParameters\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pendingOwner\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"proxiableUUID\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"refundOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"contractIModelRegistry\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"renounceOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"requestCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"dataPoint\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"}],\"name\":\"requestPrediction\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string[]\",\"name\":\"dataPoints\",\"type\":\"string[]\"},{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiresIn\",\"type\":\"uint32\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"internalType\":\"structPermit\",\"name\":\"permit\",\"type\":\"tuple\"}],\"internalType\":\"structRequestOptions\",\"name\":\"options\",\"type\":\"tuple\"}],\"name\":\"requestPredictions\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"firstId\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"retryCallback\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"uint256[]\",\"name\":\"predictions\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"statuses\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"revealSolution\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"rewardsOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"minted\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tips\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"SEATS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"internalType\":\"structParameters\",\"name\":\"parameters_\",\"type\":\"tuple\"}],\"name\":\"setParameters\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256[]\",\"name\":\"predictions\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"statuses\",\"type\":\"bytes\"}],\"internalType\":\"structVector[]\",\"name\":\"vectors\",\"type\":\"tuple[]\"}],\"name\":\"settle\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"settleGas\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"THRESHOLD\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"contractIEthMLToken\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"transferOwnership\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"UPGRADE_INTERFACE_VERSION\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"newImplementation\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"upgradeToAndCall\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"challenge\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"parentHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"difficulty\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"commitWindow\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256[]\",\"name\":\"ids\",\"type\":\"uint256[]\"}],\"name\":\"BlockOpened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"parentHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"nextDifficulty\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256[]\",\"name\":\"predictions\",\"type\":\"uint256[]\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"statuses\",\"type\":\"bytes\"}],\"name\":\"BlockSettled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"parentHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reveals\",\"type\":\"uint256\"}],\"name\":\"BlockVoided\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"CallbackDelivered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"CallbackFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seats\",\"type\":\"uint256\"}],\"name\":\"CommitClosed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint64\",\"name\":\"version\",\"type\":\"uint64\"}],\"name\":\"Initialized\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"cause\",\"type\":\"uint8\"}],\"name\":\"MinerSlashed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferred\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"previousOwner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"newOwner\",\"type\":\"address\"}],\"name\":\"OwnershipTransferStarted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"indexed\":false,\"internalType\":\"structParameters\",\"name\":\"parameters\",\"type\":\"tuple\"}],\"name\":\"ParametersChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"datapoint\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"}],\"name\":\"ReceivedRequest\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"name\":\"RequestAnswered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"RequestCancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"RequestExpired\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"reason\",\"type\":\"uint8\"}],\"name\":\"RequestFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"requester\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"callbackGas\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"expiry\",\"type\":\"uint256\"}],\"name\":\"RequestQueued\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"voided\",\"type\":\"bool\"}],\"name\":\"RequestRequeued\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"minted\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tips\",\"type\":\"uint256\"}],\"name\":\"RewardsClaimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seat\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"SolutionCommitted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256[]\",\"name\":\"predictions\",\"type\":\"uint256[]\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"statuses\",\"type\":\"bytes\"}],\"name\":\"SolutionRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"Upgraded\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"}],\"name\":\"AddressEmptyCode\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"cid\",\"type\":\"string\"}],\"name\":\"Cid_Malformed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"implementation\",\"type\":\"address\"}],\"name\":\"ERC1967InvalidImplementation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ERC1967NonPayable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"EthML_AlreadyEnded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"}],\"name\":\"EthML_AlreadyRevealed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"name\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"minimum\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"EthML_BadParameter\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"}],\"name\":\"EthML_BlockInProgress\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"callbackGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"EthML_CallbackGasTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"EthML_CallbackReverted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"closesAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"timestamp\",\"type\":\"uint256\"}],\"name\":\"EthML_CommitWindowOpen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"}],\"name\":\"EthML_DeprecatedModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"expiresIn\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"EthML_ExpiryTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_Idle\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"gasLeft\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"EthML_InsufficientGas\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"stake\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"minimum\",\"type\":\"uint256\"}],\"name\":\"EthML_InsufficientStake\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"hash\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"target\",\"type\":\"uint256\"}],\"name\":\"EthML_InsufficientWork\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"name\":\"EthML_MalformedVote\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"resultHash\",\"type\":\"bytes32\"}],\"name\":\"EthML_MissingVector\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_NoDataPoints\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expiry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"timestamp\",\"type\":\"uint256\"}],\"name\":\"EthML_NotExpired\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"EthML_NothingToClaim\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"EthML_NothingToDeliver\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_NothingToOpen\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_NotPaused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"EthML_NotQueued\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"requester\",\"type\":\"address\"}],\"name\":\"EthML_NotRequester\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"}],\"name\":\"EthML_NotSeated\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_Paused\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_Reentered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"endsAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"endsAtBlock\",\"type\":\"uint256\"}],\"name\":\"EthML_RevealWindowOpen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"endedAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"endedAtBlock\",\"type\":\"uint256\"}],\"name\":\"EthML_RevealWindowOver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"}],\"name\":\"EthML_SeatTaken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"EthML_TipTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"minimum\",\"type\":\"uint256\"}],\"name\":\"EthML_TipTooLow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"openedAtBlock\",\"type\":\"uint256\"}],\"name\":\"EthML_TooEarly\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"seats\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"threshold\",\"type\":\"uint256\"}],\"name\":\"EthML_TooFewSeats\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"}],\"name\":\"EthML_UnknownModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"EthML_UnknownRequest\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"resultHash\",\"type\":\"bytes32\"}],\"name\":\"EthML_UnknownVector\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"current\",\"type\":\"uint256\"}],\"name\":\"EthML_WrongBlock\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"predictions\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"statuses\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"}],\"name\":\"EthML_WrongLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"EthML_WrongOpening\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"EthML_WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"part\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"coordinator\",\"type\":\"address\"}],\"name\":\"EthML_WrongWiring\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_ZeroCommitment\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidInitialization\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"NotInitializing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"OwnableInvalidOwner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"OwnableUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"UUPSUnauthorizedCallContext\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"slot\",\"type\":\"bytes32\"}],\"name\":\"UUPSUnsupportedProxiableUUID\",\"type\":\"error\"},{\"stateMutability\":\"nonpayable\",\"type\":\"fallback\"}]",
	ID:  "85373ce7ffb632e5912f84da8ac4ecab94",
	Bin: "0x61012080604052346102b2576020816155e6803803809161002082856103b4565b8339810103126102b257516001600160a01b038116908190036102b25760405163d65e880d60e01b8152602081600481855afa9081156102be576004916020915f91610397575b50604051637e062a3560e11b815292839182906001600160a01b03165afa9081156102be575f91610355575b5060405163d65e880d60e01b8152602081600481865afa9081156102be576004916020915f91610338575b50604051637b10399960e01b815292839182906001600160a01b03165afa9081156102be575f916102f6575b5060405163d65e880d60e01b815291602083600481875afa9283156102be576004936020915f916102c9575b50604051631d8d865360e01b815294859182906001600160a01b03165afa9283156102be575f93610276575b5060805260a05260c0525f5160206155c65f395f51905f525460ff8160401c16610267576002600160401b03196001600160401b03821601610211575b503060e052610100526040516151bb908161040b8239608051818181610a6101528181611a4c01528181611fe201528181614316015261503c015260a0518181816102ef015281816118540152818161475a0152614d75015260c0518181816112d30152818161303c01526131d7015260e051818181611470015261153b015261010051818181602001526116ea0152f35b6001600160401b0319166001600160401b039081175f5160206155c65f395f51905f52556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d290602090a15f61017f565b63f92ee8a960e01b5f5260045ffd5b9092506020813d6020116102b6575b81610292602093836103b4565b810103126102b257516001600160a01b03811681036102b257915f610142565b5f80fd5b3d9150610285565b6040513d5f823e3d90fd5b6102e99150823d84116102ef575b6102e181836103b4565b8101906103eb565b5f610116565b503d6102d7565b90506020813d602011610330575b81610311602093836103b4565b810103126102b257516001600160a01b03811681036102b2575f6100ea565b3d9150610304565b61034f9150823d84116102ef576102e181836103b4565b5f6100be565b90506020813d60201161038f575b81610370602093836103b4565b810103126102b257516001600160a01b03811681036102b2575f610093565b3d9150610363565b6103ae9150823d84116102ef576102e181836103b4565b5f610067565b601f909101601f19168101906001600160401b038211908210176103d757604052565b634e487b7160e01b5f52604160045260245ffd5b908160209103126102b257516001600160a01b03811681036102b2579056fe60806040526004361015610056575b3461005257604051365f82375f8036837f00000000000000000000000000000000000000000000000000000000000000005af43d5f833e1561004e573d90f35b3d90fd5b5f80fd5b5f3560e01c80630aa6f1ab146117195780632d5537b0146116d55780634f1ef286146114c457806352d1902d1461145e5780636221693714611182578063708d7f3e14610e05578063715018a614610d6a57806379ba509714610ccb5780638da5cb5b14610c97578063ad3cb1cc14610c4c578063e30c397814610c18578063f2fde38b14610b72578063ff5d96ed14610252578063ffba4f53146101a75763ffd79d2d0361000e5734610052575f36600319011261005257610117611f95565b61011f611e1c565b607f60c08201511661018d57610133611d68565b606081015161017e5763ffffffff6020820151161561016f57610156818361242a565b61015c57005b61016861016d926128d8565b612980565b005b631054af8160e21b5f5260045ffd5b6388eab0d760e01b5f5260045ffd5b63ffffffff905116633acbe0d360e11b5f5260045260245ffd5b34610052576020366003190112610052576101c0611f95565b6101c8611e1c565b6101d4600435826129c6565b6101dd81612a0b565b906101fa64ffffffffff60208301511662ffffff84541690611e0f565b80421061023c575060ff60e08201511660038110610225575061022061016d9282612a89565b6128d8565b632adc3bd760e21b5f52600452600360245260445ffd5b63375d938760e11b5f526004524260245260445ffd5b34610052576060366003190112610052576004356024356001600160401b03811161005257610285903690600401611d17565b90604435610291611f95565b610299611d68565b93604051916102a783611ca5565b5f83525f60208401525f604084015260608301905f82525f60808501525f60a0850152606087015161017e57604051636055074560e11b8152600481018490526080816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa8015610acf575f5f925f92610b3b575b506001600160a01b031615610b2857610b155760ff1660011460a08501526001600160601b038111610af8576101008701516020880180519094916001600160401b03169063ffffffff166104008110610af0576103ff198101908082116108ab576103fe19018091116108ab576103a0916120f1565b600a1c5b61ffff60e08a0151166040870152808310610ada575084528060208501526103d663ffffffff60808901511642611e0f565b82526103f963ffffffff60c08901511663ffffffff60a08a015116908342613d6f565b608085015280610a29575b505f5160206150af5f395f51905f525460e81c607f16156104415750508392610439926104339260209661211b565b91612980565b604051908152f35b90949161044c611e1c565b9363ffffffff87511615955f5f5f603b84145f1461099a57505050610485600183013561047d601b850135916149b4565b9290916149b4565b91909260ff8260901c16926003851691171715928361098b575b83610977575b8361095a575b6001600160801b039060021c169060801b1790918061093c575b1561091257907f1f46760a6aa40e5f71bd287c2777140ea72700cef65d5df08e529d23109a1cf093929163ffffffff610500818a5116612104565b169a8b89525f908b156108c6575b508b5f525f51602061514f5f395f51905f5260205260405f209260a088015115159188519160408a0151935f146108bf57600160b21b915b60e81b9360d81b9260b81b91600160a01b9160a81b331717171717178255600182015560208501519060028751608088015160b01b9060881b4260601b851717179101556105a76040519384938c8552606060208601526060850191611ee5565b9060408301520390a180519160406080830151920151906103e88202918083046103e814901517156108ab575160408051938452602084019290925290820152339086907f1c3f5bdb0692943427d0b3f44123f55a05cdf2004c325247708c34afea557daa90606090a483921561087f576040918251906106288483611cdb565b600182526020820195601f19850136883761064283611f74565b528151935f7f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673045b86821061080c57505060ff63ffffffff600181855116011680845264ffffffffff4216602085015263ffffffff431660608501525f838501525f608085015282860196826080895160071b1691161760c08501525f60e08501525f6101008501527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673025498855160051b9020835190602082019246845230868401528b6060840152608083015260a08201525f1943014060c08201524260e082015244610100820152610100815261073c61012082611cdb565b51902095865f5160206150ef5f395f51905f525551169260028410156107f857602097610439966107f07f0a1e5958bb3ab27862144e317bd0b694104906bb53dea3245a00960c466841a09362ffffff610168987f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731201541663ffffffff8851169666ffffffffffffff60a08a01511690805196879687528f870152850152606084015260a0608084015260a0830190613b4b565b0390a26128d8565b634e487b7160e01b5f52603260045260245ffd5b945f989294969398979197505f988860031c9560015b15610849575b60015f9b6108368c8c611f81565b5160e08d60051b161b179a01999a610822565b858a1080610873575b6108285793999094979598929896919660048110156107f857820155610669565b5060078a161515610852565b6020935081610891826104399461242a565b61089c575b50612980565b6108a5906128d8565b84610896565b634e487b7160e01b5f52601160045260245ffd5b5f91610546565b90506108f78c60808901517f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731c613dc3565b9063ffffffff61090981835116612104565b1690528c61050e565b50506109386040519283926322d0212f60e01b8452602060048501526024840191611ee5565b0390fd5b5082156107f85783356001600160f81b031916603160f91b146104c5565b925060558214801561096d575b926104ab565b5060708214610967565b925061122061ffff8260801c1614926104a5565b925060018160981c149261049f565b602e84036104c55750506109bf83356109b76017860135916148b4565b9290916148b4565b706a6a5673c39f9081c6007b9e21ca80000083028093706a6a5673c39f9081c6007b9e21ca8000005f19910903918301928310610a1f575b83610a17575b5082610a0b575b50906104c5565b6112201491508b610a04565b92508c6109fd565b90600101906109f7565b801581800460011417156108ab576040516323b872dd60e01b815233600482015230602482015260448101919091526020816064815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610acf5715610404576020813d602011610ac7575b81610aaf60209383611cdb565b8101031261005257610ac090612077565b5086610404565b3d9150610aa2565b6040513d5f823e3d90fd5b826314e951ff60e11b5f5260045260245260445ffd5b50505f6103a4565b63543d211b60e01b5f526004526001600160601b0360245260445ffd5b836307dab35560e51b5f5260045260245ffd5b8463cc82fdaf60e01b5f5260045260245ffd5b915050610b60915060803d608011610b6b575b610b588183611cdb565b810190612084565b90929091508a610329565b503d610b4e565b3461005257602036600319011261005257610b8b611c5f565b610b93611f95565b5f5160206150cf5f395f51905f52546001600160a01b031690338203610c05575f51602061518f5f395f51905f5280546001600160a01b0319166001600160a01b03929092169182179055907f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e227005f80a3005b63118cdaa760e01b5f523360045260245ffd5b34610052575f366003190112610052575f51602061518f5f395f51905f52546040516001600160a01b039091168152602090f35b34610052575f36600319011261005257610c93604051610c6d604082611cdb565b60058152640352e302e360dc1b6020820152604051918291602083526020830190611d44565b0390f35b34610052575f366003190112610052575f5160206150cf5f395f51905f52546040516001600160a01b039091168152602090f35b34610052575f36600319011261005257610ce3611f95565b5f51602061518f5f395f51905f5254336001600160a01b0390911603610c05575f51602061518f5f395f51905f5280546001600160a01b03199081169091555f5160206150cf5f395f51905f5280543392811683179091556001600160a01b03167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3005b34610052575f36600319011261005257610d82611f95565b5f5160206150cf5f395f51905f52546001600160a01b03163303610c05575f51602061518f5f395f51905f5280546001600160a01b03199081169091555f5160206150cf5f395f51905f52805491821690555f906001600160a01b03167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08280a3005b346100525760a0366003190112610052576004356024356001600160a01b038116808203610052576044356001600160401b03811161005257610e4c903690600401611c2f565b93906064356001600160401b03811161005257610e6d903690600401611d17565b939092610e78611f95565b610e80611e1c565b9563ffffffff87511682810361116c5750610e9a87613e73565b60038110156111585760020361112c5764ffffffffff6040880151168042101580611118575b6110f25750610ed9607f60c08901511687878b88612b0f565b6001600160a01b0381165f9081525f51602061512f5f395f51905f526020526040902054918063ffffffff60ff8560f01c169460d01c16036110db576001831b9861010089019960ff818c5116166110c4576040805160208101918252606081018490529590926001600160fb1b0381116100525786610f796080610f879360051b808d8386013783018381038201601f19016040850152018d8d611ee5565b03601f198101885287611cdb565b85518320965f5160206150ef5f395f51905f525460405160208101918252826040820152896060820152608435608082015260808152610fc860a082611cdb565b51902090610fd583611eb5565b90549060031b1c82036110ab5750507ff72f85258f9107e77ca7e258f95c0bd64facaf428d51f3c7d14db2f56766892c92918761102c61101660ff94611eb5565b819391549060031b91821b915f19901b19161790565b90551660ff8c51161794858c525190a3600160ff60e0880151161b905f1982019182116108ab571494851595611096575b505050505061106857005b60ff60f81b905160f81b165f5160206150af5f395f51905f5254175f5160206150af5f395f51905f52555f80f35b6110a09550612be5565b15828080808061105d565b8563a51b87dd60e01b5f5260045260245260445260645ffd5b85836309aea5f560e01b5f5260045260245260445ffd5b839063a7b8f9a760e01b5f5260045260245260445ffd5b905063ffffffff60808801511691638b01270160e01b5f5260045260245260445260645ffd5b5063ffffffff608089015116431015610ec0565b5061113686613e73565b60038110156111585760ff91636706302f60e01b5f526004521660245260445ffd5b634e487b7160e01b5f52602160045260245ffd5b826344b2288160e11b5f5260045260245260445ffd5b34610052576060366003190112610052576024356004356111a1611f95565b6111a9611e1c565b906111b481836129c6565b63ffffffff60608301511680431115611448575082156114395760e082018051335f9081525f51602061512f5f395f51905f526020526040902060ff821695929392918154908463ffffffff8360d01c1614611422576001600160d01b0390911660d085901b1760f09190911b60ff60f01b1617905561123384612a0b565b9266ffffffffffffff60a08601511661126364ffffffffff60208801511642039186549262ffffff841691612a43565b5f5160206150ef5f395f51905f5254604051602081019182523360601b604082015260443560548201526054815261129c607482611cdb565b51902081811161140d575050604051630213119b60e51b815233600482015260589190911c6001600160601b0316906020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610acf575f916113db575b508181106113c257505060ff6001870116815260058610156107f8577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567308860180546001600160a01b0319163317905561016d9560059360ff938061137161101685611eb5565b905560405192835260208301527f4bc5cba1b5d64ba58d9438b7a30da90719cc28ca8b1bbee1ec6ab49fbb49462760403393a35116146113b2575b506128d8565b6113bc9082612a89565b826113ac565b63565455e560e01b5f523360045260245260445260645ffd5b90506020813d602011611405575b816113f660209383611cdb565b8101031261005257518861130b565b3d91506113e9565b634a70ee4960e01b5f5260045260245260445ffd5b846359a0078f60e11b5f526004523360245260445ffd5b63bec3c36360e01b5f5260045ffd5b90630db8d6a160e21b5f5260045260245260445ffd5b34610052575f366003190112610052577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031630036114b55760206040515f51602061510f5f395f51905f528152f35b63703e46dd60e11b5f5260045ffd5b6040366003190112610052576114d8611c5f565b602435906001600160401b038211610052573660238301121561005257816004013561150381611cfc565b926115116040519485611cdb565b818452366024838301011161005257815f9260246020930183870137840101526001600160a01b037f0000000000000000000000000000000000000000000000000000000000000000163081149081156116b3575b506114b557611573611f95565b5f5160206150cf5f395f51905f52546001600160a01b03163303610c05576040516352d1902d60e01b81526001600160a01b0382169290602081600481875afa5f918161167f575b506115d35783634c9c8ce360e01b5f5260045260245ffd5b805f51602061510f5f395f51905f5285920361166d5750823b1561165b575f51602061510f5f395f51905f5280546001600160a01b031916821790557fbc7cd75a20ee27fd9adebab32041f755214dbc6bffa90cc0225b39da2e5c2d3b5f80a28051156116435761016d91614125565b50503461164c57005b63b398979f60e01b5f5260045ffd5b634c9c8ce360e01b5f5260045260245ffd5b632a87526960e21b5f5260045260245ffd5b9091506020813d6020116116ab575b8161169b60209383611cdb565b81010312610052575190856115bb565b3d915061168e565b5f51602061510f5f395f51905f52546001600160a01b03161415905083611566565b34610052575f366003190112610052576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b3461005257610140366003190112610052576004356024356001600160401b0381116100525761174d903690600401611c2f565b6044359060e036606319011261005257611765611f95565b8015611c2057611773611fcc565b61177b611d68565b91604083018051600260ff821610156107f8577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673156103fc63ffffffff9260021b16015460201c168063ffffffff6117d0611dfc565b1611611bfd57506064359063ffffffff821691828103610052575063ffffffff6117f8611dfc565b166040519761180689611ca5565b5f895260208901905f825260408a015f815260608b01945f865260808c01965f885260a08d015f815260608c015161017e57604051636055074560e11b8152600481018690526080816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa8015610acf575f5f925f92611bd6575b506001600160a01b031615611bc357611bb05760ff1660011490526001600160601b038911611b92576101008b015160208c015163ffffffff1693906001600160401b03168c6104008610611b8857506103ff198501948086116108ab576103fe19018095116108ab578c94611903916120f1565b600a1c925b61ffff60e08596015116825282611adf575b50505050808710611ac95750895284905280611ac0575061194663ffffffff6080870151165b42611e0f565b905261196963ffffffff60c08601511663ffffffff60a087015116908442613d6f565b90528181611a19575b505063ffffffff82511692600184018094116108ab57909236829003601e190191905f5b858110156119e2578060051b83013584811215610052578301908135916001600160401b038311610052576020018236038113610052576001926119db918a8961211b565b5001611996565b602082610439876119f1611e1c565b607f60c0820151161580611a095761089c5750612980565b50611a14828261242a565b610891565b611a22916120f1565b6040516323b872dd60e01b815233600482015230602482015260448101919091526020816064815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610acf57611a87575b81611972565b6020813d602011611ab8575b81611aa060209383611cdb565b8101031261005257611ab190612077565b5084611a81565b3d9150611a93565b61194690611940565b866314e951ff60e11b5f5260045260245260445ffd5b5160ff1660028110156107f85760021b7f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567314019163ffffffff600284015460601c16808211611b7257506103e781018091116108ab576103e890048091526103e88102908082046103e814901517156108ab57611b5a91613d4e565b908111611b6a575b80808061191a565b90508b611b62565b9063a7e96b5360e01b5f5260045260245260445ffd5b9450505f92611908565b8863543d211b60e01b5f526004526001600160601b0360245260445ffd5b856307dab35560e51b5f5260045260245ffd5b8663cc82fdaf60e01b5f5260045260245ffd5b915050611bf2915060803d608011610b6b57610b588183611cdb565b90929091505f61188e565b63ffffffff611c0a611dfc565b63c6a1d2f560e01b5f521660045260245260445ffd5b633291ad1360e21b5f5260045ffd5b9181601f84011215610052578235916001600160401b038311610052576020808501948460051b01011161005257565b600435906001600160a01b038216820361005257565b61012081019081106001600160401b03821117611c9157604052565b634e487b7160e01b5f52604160045260245ffd5b60c081019081106001600160401b03821117611c9157604052565b606081019081106001600160401b03821117611c9157604052565b90601f801991011681019081106001600160401b03821117611c9157604052565b6001600160401b038111611c9157601f01601f191660200190565b9181601f84011215610052578235916001600160401b038311610052576020838186019501011161005257565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b60405190611d7582611c75565b816101005f51602061516f5f395f51905f525463ffffffff8116835263ffffffff8160201c16602084015260ff8160401c16604084015260ff8160481c161515606084015263ffffffff8160501c16608084015263ffffffff8160701c1660a084015263ffffffff8160901c1660c084015261ffff8160b01c1660e084015260c01c910152565b60843563ffffffff811681036100525790565b919082018092116108ab57565b60405190611e2982611c75565b816101005f5160206150af5f395f51905f525463ffffffff8116835264ffffffffff8160201c16602084015264ffffffffff8160481c16604084015263ffffffff8160701c16606084015263ffffffff8160901c16608084015266ffffffffffffff8160b01c1660a084015260ff8160e81c1660c084015260ff8160f01c1660e084015260f81c910152565b60058110156107f8577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730d01905f90565b908060209392818452848401375f828201840152601f01601f1916010190565b6001600160401b038111611c915760051b60200190565b6040516104209190611f2e8382611cdb565b60208152918290601f190190369060200137565b90611f4c82611f05565b611f596040519182611cdb565b8281528092611f6a601f1991611f05565b0190602036910137565b8051156107f85760200190565b80518210156107f85760209160051b010190565b7fd68fc88ada274b4b9b3f818442ac67be1d30787c24f0f03c33813f52ad8db0475c611fbd57565b63229836b560e01b5f5260045ffd5b60e43560ff8116808203610052578015612073577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03169150813b15610052575f9160e48392604051948593849263d505accf60e01b845233600485015230602485015260a435604485015260c435606485015260848401526101043560a48401526101243560c48401525af16120675750565b5f61207191611cdb565b565b5050565b5190811515820361005257565b91908260809103126100525781516001600160a01b03811681036100525791602081015161ffff811681036100525791604082015160ff811681036100525760606120d0919301612077565b90565b81156120dd570490565b634e487b7160e01b5f52601260045260245ffd5b818102929181159184041417156108ab57565b63ffffffff1663ffffffff81146108ab5760010190565b9293925f92908380603b8803612398575050601b820135935061214d9261214560018401356149b4565b9490956149b4565b609087901c60ff16969517600382161715949085612389575b85612375575b85612358575b6001600160801b039060021c169060801b1794938061233a575b15612317577f1f46760a6aa40e5f71bd287c2777140ea72700cef65d5df08e529d23109a1cf063ffffffff6121c381855116612104565b16938484528498608084019760206121fd888b517f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731c613dc3565b960163ffffffff61221081835116612104565b169052865f525f51602061514f5f395f51905f5260205260405f209560a0860151151590865190604088019a8b51935f1461231057600160b21b915b60e81b9360d81b9260b81b91600160a01b9160a81b331717171717178655600186015560208401516060850195600287518b5160b01b9060881b4260601b851717179101556122ae604051938493898552606060208601526060850191611ee5565b9060408301520390a151935192516103e88102908082046103e814901517156108ab5790516040805194855260208501929092529083015233917f1c3f5bdb0692943427d0b3f44123f55a05cdf2004c325247708c34afea557daa90606090a4565b5f9161224c565b6040516322d0212f60e01b81526020600482015280610938602482018a87611ee5565b5086156107f85782356001600160f81b031916603160f91b1461218c565b945060558614801561236b575b94612172565b5060708614612365565b945061122061ffff8260801c16149461216c565b945060018160981c1494612166565b602e889592950361218c57506123c0945060178301356123b884356148b4565b9690916148b4565b706a6a5673c39f9081c6007b9e21ca80000083028093706a6a5673c39f9081c6007b9e21ca8000005f19910903918301928310612420575b87612418575b508661240c575b509461218c565b6112201495505f612405565b96505f6123fe565b90600101906123f8565b906060810151158015906126e1575b6126db5790612446611f1c565b6040519161245383611cc0565b5f83525f6020840152602060408401527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731f549360ff60804260141c011680610100035b861515806126cc575b15612661579096919295876124b982841b83831c17613f54565b019760ff891690815f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731e60205261ff0060405f20549a60081b16935b8a151580612652575b156125fc5761250d8b613f54565b851795865f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731d60205260405f20549a8760081b985b8c1515806125ed575b15612599576125888c8c8f61256090613f54565b8d177f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731c613fb5565b15612543579b5f198101169b612543565b92959b919498509295965f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731d6020528060405f2055156125e1575b959194939098926124f6565b995f19810116996125d5565b506125f78c613f36565b61254c565b9592999096989350815f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731e6020528060405f205515612643575b50919695939092612496565b6001901b19909716965f612637565b5061265c89613f36565b6124ff565b5050919290937f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731f55519283835283156126c4576126bf9363ffffffff8060208501921681835116031690525f5160206150af5f395f51905f52613b7e565b600190565b505050505f90565b506126d686613f36565b61249f565b50505f90565b5063ffffffff60208201511615612439565b9190916060820151158015906128c6575b6128bf5761271493929193611f1c565b936040519261272284611cc0565b5f84525f602085015260206040850152601f830154945b851515806128b0575b156128745790944260141c60800160ff1661276882821c61010083900384901b17613f54565b019060ff82165f52601e850160205260405f2054925b83151580612865575b1561282b5761279584613f54565b61ff008460081b161794855f52601d870160205260405f2054985b8915158061281c575b156127eb576127da898c6127cc8d613f54565b8a60081b17601c8c01613fb5565b156127b057985f19810116986127b0565b919395989092985f52601d87016020528060405f205515612810575b9690939161277e565b925f1981011692612807565b5061282689613f36565b6127b9565b93929691909660ff82165f52601e86016020528060405f205515612852575b509091612739565b60ff600191979297161b1916945f61284a565b5061286f87613f36565b612787565b959390919294601f860155519384845284156128a7576126bf9463ffffffff806020860192168183511603169052613b7e565b50505050505f90565b506128ba85613f36565b612742565b5050505f90565b5063ffffffff60208301511615612704565b63ffffffff81511668ffffffffff00000000602083015160201b161764ffffffffff60481b604083015160481b161763ffffffff60701b606083015160701b161763ffffffff60901b608083015160901b161766ffffffffffffff60b01b60a083015160b01b161760ff60e81b60c083015160e81b161760ff60f01b60e083015160f01b16179061010060ff60f81b91015160f81b16175f5160206150af5f395f51905f5255565b67ffffffff00000000602063ffffffff83511692015160201b16176001600160401b03195f51602061516f5f395f51905f525416175f51602061516f5f395f51905f5255565b63ffffffff81511682810361116c57506129df81613e73565b6003811015611158576001036129f3575050565b61113690613e73565b60028210156107f85701905f90565b60c0015160071c60011660028110156107f8577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673120190565b80156120dd575f190491808210612a8457612a5d916120d3565b60ff81118015612a78575b15612a745750505f1990565b1b90565b505f19811c8211612a68565b505090565b9061ffff63ffffffff915464ffffffffff62ffffff8260181c16420116604085015260301c1643011660808201527f89896e73de1895b32c3bccb1baf2effb4e076ea3cdf1742043cc1c774569f756602060ff60e063ffffffff85511694015116604051908152a2565b908210156107f8570190565b91908110156107f85760051b0190565b929091848314801590612bce575b612bb35780358560031b610100031c15612bac575f5b858110612b4257505050505050565b612b4d818484612af3565b3560f81c600481118015612b8e575b612b695750600101612b33565b612b74828688612aff565b359163b893795b60e01b5f5260045260245260445260645ffd5b508015158015612b5c5750612ba4828688612aff565b351515612b5c565b5050505050565b5091506357e7177760e11b5f5260045260245260445260645ffd5b5084821415612b1d565b919082039182116108ab57565b90949392919460ff60e083015116905f7f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730d905b838110613b1457505050506040516101c081018181106001600160401b03821117611c9157604052604051612c4c81611c75565b5f81525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e08201525f61010082015281525f60208201526060604082015260608082015260606080820152606060a0820152606060c08201525f60e08201525f6101008201525f61012082015260a0604051612ccd8282611cdb565b81368237610140830152604051612ce48282611cdb565b813682376101608301525f6101808301525f6101a0830152607f60c084015116838352612d1081611f42565b5f5f5b838110613aaf5750506040840152612d2a81611f42565b60608401525f5b818110613a705750505f965f5b604084015151811015612d75576004612d58828989612af3565b3560f81c14612d6a575b600101612d3e565b600190980197612d62565b509193945091945a9563ffffffff5f51602061516f5f395f51905f525460201c16606086015198806203d0909201613a65575b6201adb00201955f965b8951881015612de45762011170600191612dd5612dcf8b8e611f81565b516141b1565b603f8104010101970196612db2565b92959850929550929510613a5b57604093845192612e028685611cdb565b600184525f5b601f1987018110613a18575060e08160ff610100819401511688612e2b88611f74565b5101520151166060612e3c85611f74565b510152612e4883611f74565b51526020612e5583611f74565b510152845193600160c086015160071c1660028110156107f85760021b7f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567314019160ff60e08851015116612ea781611f05565b612eb387519182611cdb565b818152601f19612ec283611f05565b0136602083013760c08901525f5b8181106139c657505060408701515190612ee982611f42565b6080890152612ef782611cfc565b612f0387519182611cdb565b828152601f19612f1284611cfc565b0136602083013760a08901525f5b8281106139a35750505060e08601516138af575b61018086015180613889575b5090915f958051965f905b60c0830151805183101561315f57600160ff6101008c015116841c16613151576001600160a01b0390612f7f908490611f81565b511690815f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56732260205289885f20805463ffffffff8116801515908161313b575b50156131335760ff808260201c165b1663ffffffff61ffff60028d015460801c16821b94511690600e81105f1461312557600164ff0000000091015b60201b169164ffffffffff191617179055885190631c3e07db60e21b82528360048301526024820152815f03604482015288816064815f60018060a01b037f0000000000000000000000000000000000000000000000000000000000000000165af1801561311b5791600193918a8d9a99989796945f925f916130c1575b5063ffffffff907f05b10a22efbf91f8323fec2d1bfc21bf3288e9493467d52c4cd9e998ae043b8c9394019b51169281519081525f6020820152a35b019091929394612f4b565b7f05b10a22efbf91f8323fec2d1bfc21bf3288e9493467d52c4cd9e998ae043b8c935063ffffffff915061310a90833d8511613114575b6131028183611cdb565b81019061489e565b909390915061307a565b503d6130f8565b89513d5f823e3d90fd5b5064ff00000000600e612ffc565b60ff5f612fcf565b6103e8915063ffffffff8551160311155f612fc0565b5094939291906001906130b6565b5050509293955093905f5b60c084015180518210156132905760016101a0860151831c1615613287576001600160a01b039061319c908390611f81565b51169061ffff600287015460901c16885192631c3e07db60e21b8452600484015260248301525f604483015287826064815f60018060a01b037f0000000000000000000000000000000000000000000000000000000000000000165af1801561327d576001925f9161325f575b5063ffffffff865151167f05b10a22efbf91f8323fec2d1bfc21bf3288e9493467d52c4cd9e998ae043b8c8a858060a01b036132498660c08c0151611f81565b5116938151908152866020820152a35b0161316a565b6132769150893d8b11613114576131028183611cdb565b505f613209565b88513d5f823e3d90fd5b50600190613259565b50509491925060808301516132d16132df60a086015185519283916132c060208401968988526060850190613b4b565b838103601f19018985015290611d44565b03601f198101835282611cdb565b5190207f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567302549063ffffffff855151169060408601516020815160051b910120905f5160206150ef5f395f51905f525460c08801516020815160051b91012091875193602085019587875289860152606085015260808401528983015260c08201524260e082015260e0815261337661010082611cdb565b51902090817f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730255600160c084015160071c169160028310156107f85761350663ffffffff7f364a1e5ed1bdd5da48c6dbd7441a539f8ee82eb96ec1f73744d08d5cbd665b7a947f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731201958a81019688885191613491661fffffffffffff61347266ffffffffffffff86169364ffffffffff80878a015116915491818060208c0151169162ffffff8560181c1690031603169066ffffffffffffff8160b81c16968215613880575b61346d9162ffffff911c16866120f1565b6120d3565b9460031c16916134828382612bd8565b928061387a5750600190611e0f565b90808410613872575b5080831161386a575b50808210613862575b5066ffffffffffffff8111613854575b66ffffffffffffff168097525116946134f8608089015160a08a015192895196879687526020870152898601528b60608601528b850190613b4b565b908382036080850152611d44565b0390a260408201515f60c08451015261353b63ffffffff5f51602061516f5f395f51905f525460201c16602085015190611e0f565b80613775575b50825163ffffffff81511668ffffffffff00000000602083015160201b161764ffffffffff60481b8483015160481b161763ffffffff60701b606083015160701b161763ffffffff60901b608083015160901b161766ffffffffffffff60b01b8783015160b01b161760ff60e81b60c083015160e81b161760ff60f01b60e083015160f01b16179061010060ff60f81b91015160f81b16175f5160206150af5f395f51905f525560017fd68fc88ada274b4b9b3f818442ac67be1d30787c24f0f03c33813f52ad8db0475d5f5b815181101561374757613625816060860151611f81565b51613633575b60010161360e565b61363d8183611f81565b5161364c826060870151611f81565b5161365b836080880151611f81565b51613665826141b1565b61367360ff848c1c16614bed565b600781101561115857600303613733576320b00699915b611f40603f8304830101805a1061371d575060446001969594935f809481948c519360e01b84528860048501526024840152898060a01b03871690f1156136d5575b5050905061362b565b815f525f51602061514f5f395f51905f526020528360b11b17855f20557fb2298745cb84651776b988443c22ab136d5d245a655462194e833357e68867f15f80a25f806136cc565b5a6352d6109b60e01b5f5260045260245260445ffd5b90506322f57be89060078360b31c1661368a565b5050505090505f7fd68fc88ada274b4b9b3f818442ac67be1d30787c24f0f03c33813f52ad8db0475d600190565b67ffffffff0000000063ffffffff845161378e81611c75565b815f51602061516f5f395f51905f52549481861683526020830195828160201c16875260ff818a1c168985015260ff8160481c1615156060850152828160501c166080850152828160701c168c850152828160901c1660c085015261ffff8160b01c1660e085015260c01c61010084015216845261381b8188515f5160206150af5f395f51905f526126f3565b505116915160201b16176001600160401b03195f51602061516f5f395f51905f525416175f51602061516f5f395f51905f52555f613541565b5066ffffffffffffff6134bc565b90505f6134ac565b91505f6134a3565b92505f61349a565b90611e0f565b6001925061345c565b335f525f51602061512f5f395f51905f52602052845f209060681b81540190555f612f40565b9363ffffffff8693949296515116935f1985019485116108ab5760ff6101008551015116965f5b60c086015151811015613996578060018a81931c161561399157610100870151613905826101408a015161488d565b510180613915575b505b016138d6565b61394c838060a01b0361392c8460c08c0151611f81565b51169160e08a0151906802b5e3af16b1880000620334508d041c026120d3565b610120890151613961846101608c015161488d565b510191848060a01b03165f525f51602061512f5f395f51905f52602052875f209160681b1781540190555f61390d565b61390f565b5092945092955093612f34565b806139c0600192848c895f5160206150af5f395f51905f526141e2565b01612f20565b60058110156107f8577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730881015460c08a0151600192916001600160a01b031690613a11908390611f81565b5201612ed0565b8651908160808101106001600160401b03608084011117611c91578160806020930189525f81525f838201525f898201525f606082015282828801015201612e08565b5050925050505f90565b621312d09150612da8565b80613a816001926040870151611f81565b515f525f51602061514f5f395f51905f5260205260405f2054613aa8826060880151611f81565b5201612d31565b6007811615613adc575b8063ffffffff8360e060019460051b161c16613ad58286611f81565b5201612d13565b80915060031c60048110156107f8577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567304015490613ab9565b60058110156107f85781810154839003613b3057600101612c18565b505f9750505050505050565b60048210156107f85701905f90565b90602080835192838152019201905f5b818110613b685750505090565b8251845260209384019390920191600101613b5b565b9392939190918451905f600482015b838210613cd457505083949562ffffff613c8e613ccf93604063ffffffff6001817f0a1e5958bb3ab27862144e317bd0b694104906bb53dea3245a00960c466841a09b5116011697888b5264ffffffffff421660208c015263ffffffff431660608c01525f828c01525f60808c0152019560ff6080885160071b1691161760c08a01525f60e08a01525f6101008a0152601260ff600283015498865160051b60208801206040519060208201924684523060408401528c6060840152608083015260a08201525f1943014060c08201524260e0820152446101008201526101008152613c7b61012082611cdb565b51902097886003850155511691016129fc565b50541666ffffffffffffff60a063ffffffff89511698015116604051958695865260208601526040850152606084015260a0608084015260a0830190613b4b565b0390a2565b92919396945f969196505f978760031c9560015b15613d0f575b60015f9a613cfc8b8b611f81565b5160e08c60051b161b1799019899613ce8565b84891080613d42575b613cee579395611016613d34919a929896949a99939985613b3c565b905590969594939296613b8d565b50600789161515613d18565b6002015463ffffffff8160401c16908183115f146128bf5760c01c91030290565b9291908015613dba57670de0b6b3a764000091613d8b916120f1565b0490808211613db2575b50818110613da35750505f90565b613dac91612bd8565b60041c90565b90505f613d95565b50505060041c90565b9063010000009193929365ffffff0000008260181b1691825f528160205260405f2054908115613e5e575b5062ffffff8160181c1695600687105f14613e2157631fffffe08260131c166030011b17915b5f526020520160405f2055565b613e2d87859395613f0b565b90919080613e485750905b5f528260205260405f2055613e14565b90825f528460205260405f2054911b1790613e38565b62ffffff613e6d911683613e9e565b5f613dee565b607f60c08201511615613e99576040015164ffffffffff16613e9457600190565b600290565b505f90565b600882901c5f81815260018381016020526040909120805460ff86169290921b82179055909290613f065760101c5f81815260028301602052604090208054600160ff959095169490941b841790559115613ef7575050565b600360019101911b8154179055565b505050565b919060068110613f2d57600160e09160051901938460031c01019260051b1690565b60051b60300190565b80516040820151119081613f48575090565b60409150602001511090565b805f0316806001600160801b031060071b81811c6001600160401b031060061b1781811c63ffffffff1060051b1781811c61ffff1060041b1781811c60ff1060031b1781811c600f1060021b1781811c60031060011b1790811c6001101790565b929060181b93845f528360205260405f20549460208301946001865101865262ffffff87169362ffffff8860181c16938151975f915f955b87891080614118575b15614108576140058982613f0b565b999082810361404357506001975063ffffffff908d9889915b019a1c168061402e575b50613fed565b61403c60018d019c8c611f81565b525f614028565b85810361405a575b5087600163ffffffff9261401e565b95969750909192938451604081146140ad579163ffffffff916001809a9998979695940186528061409b575b50855f528760205260405f205498509061404b565b5f52876020525f60408120555f614086565b50985096949250975098939791505b5282106140ee575050806140dc575b505f526020525f6040812055600190565b5f52816020525f60408120555f6140cb565b92909391505f5260205262ffffff19161760405f20555f90565b98509994505094939196906140bc565b5060408501518b10613ff6565b905f8091602081519101845af4808061419e575b156141595750506040513d81523d5f602083013e60203d82010160405290565b1561417e57639996b31560e01b5f9081526001600160a01b0391909116600452602490fd5b3d1561418f576040513d5f823e3d90fd5b63d6bda27560e01b5f5260045ffd5b503d1515806141395750813b1515614139565b61ffff9060d81c166103e88102908082046103e814901517156108ab5790565b9081518110156107f8570160200190565b909391929360608401916141f7848451611f81565b51946040810190614209868351611f81565b519261421a60ff8960a01c16614bed565b60078110156111585760010361486857835f526020810160205260405f2098614244898983614bfc565b90839792931561450f57505050505060028901549460048410614473575060056142728860a08501516141d1565b53608885901c64ffffffffff1642106143845750505060ff60a01b1985166218000360a11b17958690556001600160601b03919033907f7fe9be360ec6d33d1285db2f392fcb6e7e13383d4b81c49310c591f7251382ec5f80a316806142e2575b506142df925051611f81565b52565b60405163a9059cbb60e01b81526001600160a01b039485166004820152602481019190915292602090849060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af18015610acf57614349575b826142d3565b6020833d60201161437c575b8161436260209383611cdb565b81010312610052576143766142df93612077565b50614343565b3d9150614355565b9297919692600160b01b8416156143f2575050915f916143ec936142df97987f3a4f0cc107942e96d99e5648c0043cdd51686b0ba8c85ceed4b0fbb7db61cbdc6020600160a21b8c60b31b60ff60a01b19871617179b8c855560ff60405191168152a2614fe8565b51611f81565b7fa42ea8cd17e8c1da1c35ca3185d7620ef2b324fce64fbc885b85af18bdc8f0609750886144429163ffffffff60209495975f61443460409c601c9c51611f81565b5260b01c1697889101613dc3565b910180516001019052600160b01b9091176001600160e81b031660e89190911b17905581519081525f6020820152a2565b839991509361018061271061ffff600286986143ec9a986144ab6142df9f998f9060a001519260ff60f81b9060f81b165f1a926141d1565b53015460a01c166001600160601b038716020495018581510190527f3a4f0cc107942e96d99e5648c0043cdd51686b0ba8c85ceed4b0fbb7db61cbdc6020600160a21b8c60b31b60ff60a01b19871617179b8c855560ff60405191168152a2614fe8565b8b9a98508a975095839b9684829e9b93969f95979498614533906080850151611f81565b5261453f898b51611f81565b519360028601966001600160601b03885416945f958061472a575b5050505060e08201805160010190528151610100015160ff1681036146a257508793926145bf9992610120836101006145b6950160018151019052019081510190525b915160ff60a01b19909216600360a01b17938492611f81565b52555551611f81565b517f4ac329853186f97daad75a43499c46f8b86b4ec84c3c611a9964456cab93c18e6020604051868152a260018551119081614693575b50614602575b50505050565b929391925f92835b865181101561467a578361463a84614622848b611f81565b519060208251920151918160051b01359101355f1a91565b919015918261466f575b5050614653575b60010161460a565b936001906040614663878a611f81565b5101511794905061464b565b14159050845f614644565b5094505050906101a0019081511790525f8080806145fc565b600160b21b161590505f6145f6565b9190506101408d016101608e015f5b600581106146cd575050505050906145bf966145b6879361459d565b9092949699508395989a97506001809294821c16156147255783516146ff82846146f7828561488d565b51019261488d565b52825161471182876146f7828561488d565b525b01918b989593918d979a9895936146b1565b614713565b604051636055074560e11b815260b889901c63ffffffff166004820152939c5092995094509092506080886024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa998a15610acf578f938f99908f9c916147dc925f915f9161483a575b5061ffff61271091168302049384614815575b505061271061ffff600289015460a01c168202049283910303956147d6886141b1565b90613d4e565b9480861161480d575b8590036147f283826120d3565b9561018086019387029201010381510190525f80808061455a565b9450846147e5565b60219160018060a01b03165f520160205260405f208360681b81540190555f806147b3565b61ffff9250612710915061485c9060803d608011610b6b57610b588183611cdb565b505092909291506147a0565b505f97506142df965060069350614886925085915060a001516141d1565b5351611f81565b9060058110156107f85760051b0190565b9190826040910312610052576020825192015190565b5f916001915f905b601782106148c8575050565b909360ff828660031b60f8031c1660301981019060ff6020831091825f14614934575050156107f8577e0102030405060708ffffffffffffff090a0b0c0d0e0f10ff1112131415ff16901a905b60ff821461492c575b603a020193600101906148bc565b5f945061491e565b91509291604081105f1461497c57509091506050190160208110156107f8577f1718191a1b1c1d1e1f20ffffffffffff2122232425262728292a2bff2c2d2e2f901a90614915565b60601161498a575b50614915565b9091506070190160208110156107f857600169181899199a1a9b1b9c1d60b11b03901a905f614984565b7fe7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e87f01010101010101010101010101010101010101010101010101010101010101018260061c169160497f80808080808080808080808080808080808080808080808080808080808080807f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f831681604387027f373737373737373737373737373737373737373737373737373737373737373701170319167f80808080808080808080808080808080808080808080808080808080808080807fcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdce602f8702828617030119167f80808080808080808080808080808080808080808080808080808080808080808416171793029003018060031c907cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7d1fe000001fe000001fe000001fe000001fe000001fe000001fe000001fe07f1fe000001fe000001fe000001fe000001fe000001fe000001fe000001fe0000084167eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000084161760061c93169116171780600c1c9073ffffffff000000000000000000000000ffffffff760ffffffff000000000000000000000000ffffffff000008160541b84167bffffffff000000000000000000000000ffffffff000000000000000084161760181c9316911617176001600160801b038060501b8260301c1691161791565b60ff1660078110156111585790565b9290926001815114614e00575f93600160b21b841615159385939091845b8451811015614d2257614c31826146228388611f81565b9890935f955f905f975b8951891015614ca857878d614c54896146228d8f611f81565b921491821592614c9d575b5050614c93576001906040614c748b8d611f81565b51015117926060614c858b8d611f81565b51015101985b019791614c3b565b9197600190614c8b565b141590508d5f614c5f565b91939750959a9198949a60048114614d1457600384101580614cfe575b614cee57505050848111614ce5575b506001905b01969094919296614c1a565b93506001614cd4565b9a50909850969095509350505050565b508a80614d0c575b15614cc5565b508015614d06565b505050600191925091614cd9565b50909594929192614d4f575b5050501115614d465760ff60045b16905f905f905f90565b60ff6005614d3c565b604051637ea3255160e11b815260b89390931c63ffffffff1660048401526020836024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215610acf575f92614dca575b614db79350614e34565b60038110614d2e575f9592945090925090565b91506020833d602011614df8575b81614de560209383611cdb565b8101031261005257614db7925191614dad565b3d9150614dd8565b915091614e109061462283611f74565b926060614e2a6040614e2186611f74565b51015194611f74565b5101519193929190565b90925f915f9460405194614e4960a087611cdb565b60a03687375f915f945b8451861015614f2457614e6a826146228888611f81565b9990614f1357929096915f975b6060614e838989611f81565b510151891015614ef85760018601955b8b81151580614ee2575b15614ec45750614eb05f1982018c61488d565b51614ebb828d61488d565b525f1901614e93565b614ed6600193959794969b928d61488d565b52019792909391614e77565b5080614ef15f1984018e61488d565b5113614e9d565b94969095975060019199505b01949297919795939095614e53565b929850929460019096919496614f04565b96919290979593945060038110614fd85790614f49915f969496190160011c9061488d565b51955f945b8451861015614fcf578783614f67846146228a8a611f81565b92901592831593614fb2575b505050614fa8576001906040614f898888611f81565b51015117936060614f9a8888611f81565b51015101955b019492614f4e565b9294600190614fa0565b91925090818112614fc857035b1183895f614f73565b9003614fbf565b95935050509150565b50505050505090505f905f905f90565b916001600160601b03919392836150a0575b501681810361500857505050565b60405163a9059cbb60e01b81526001600160a01b039384166004820152919003602482015290602090829060449082905f907f0000000000000000000000000000000000000000000000000000000000000000165af18015610acf5761506b5750565b6020813d602011615098575b8161508460209383611cdb565b810103126100525761509590612077565b50565b3d9150615077565b60028483039101555f614ffa56fe053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673009016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567303360894a13ba1a3210667c828492db98dca3e2076cc3735a920a3ca505d382bbc053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567321053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567320053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567301237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c00a164736f6c6343000825000af0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00",
}

// EthML is an auto generated Go binding around an Ethereum contract.
type EthML struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *EthML) GetABI() abi.ABI {
	return c.abi
}

// NewEthML creates a new instance of EthML.
func NewEthML() *EthML {
	parsed, err := EthMLMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &EthML{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *EthML) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address extension_) returns()
func (ethML *EthML) PackConstructor(extension_ common.Address) []byte {
	enc, err := ethML.abi.Pack("", extension_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXREQUESTS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x93521222.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_REQUESTS() view returns(uint256)
func (ethML *EthML) PackMAXREQUESTS() []byte {
	enc, err := ethML.abi.Pack("MAX_REQUESTS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXREQUESTS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x93521222.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_REQUESTS() view returns(uint256)
func (ethML *EthML) TryPackMAXREQUESTS() ([]byte, error) {
	return ethML.abi.Pack("MAX_REQUESTS")
}

// UnpackMAXREQUESTS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x93521222.
//
// Solidity: function MAX_REQUESTS() view returns(uint256)
func (ethML *EthML) UnpackMAXREQUESTS(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("MAX_REQUESTS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackSEATS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94736694.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function SEATS() view returns(uint256)
func (ethML *EthML) PackSEATS() []byte {
	enc, err := ethML.abi.Pack("SEATS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSEATS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x94736694.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function SEATS() view returns(uint256)
func (ethML *EthML) TryPackSEATS() ([]byte, error) {
	return ethML.abi.Pack("SEATS")
}

// UnpackSEATS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x94736694.
//
// Solidity: function SEATS() view returns(uint256)
func (ethML *EthML) UnpackSEATS(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("SEATS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTHRESHOLD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x785ffb37.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function THRESHOLD() view returns(uint256)
func (ethML *EthML) PackTHRESHOLD() []byte {
	enc, err := ethML.abi.Pack("THRESHOLD")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTHRESHOLD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x785ffb37.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function THRESHOLD() view returns(uint256)
func (ethML *EthML) TryPackTHRESHOLD() ([]byte, error) {
	return ethML.abi.Pack("THRESHOLD")
}

// UnpackTHRESHOLD is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x785ffb37.
//
// Solidity: function THRESHOLD() view returns(uint256)
func (ethML *EthML) UnpackTHRESHOLD(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("THRESHOLD", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (ethML *EthML) PackUPGRADEINTERFACEVERSION() []byte {
	enc, err := ethML.abi.Pack("UPGRADE_INTERFACE_VERSION")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUPGRADEINTERFACEVERSION is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xad3cb1cc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (ethML *EthML) TryPackUPGRADEINTERFACEVERSION() ([]byte, error) {
	return ethML.abi.Pack("UPGRADE_INTERFACE_VERSION")
}

// UnpackUPGRADEINTERFACEVERSION is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xad3cb1cc.
//
// Solidity: function UPGRADE_INTERFACE_VERSION() view returns(string)
func (ethML *EthML) UnpackUPGRADEINTERFACEVERSION(data []byte) (string, error) {
	out, err := ethML.abi.Unpack("UPGRADE_INTERFACE_VERSION", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function acceptOwnership() returns()
func (ethML *EthML) PackAcceptOwnership() []byte {
	enc, err := ethML.abi.Pack("acceptOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAcceptOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79ba5097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function acceptOwnership() returns()
func (ethML *EthML) TryPackAcceptOwnership() ([]byte, error) {
	return ethML.abi.Pack("acceptOwnership")
}

// PackCanGetVariables is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4dab317.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function canGetVariables() view returns(bool)
func (ethML *EthML) PackCanGetVariables() []byte {
	enc, err := ethML.abi.Pack("canGetVariables")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCanGetVariables is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4dab317.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function canGetVariables() view returns(bool)
func (ethML *EthML) TryPackCanGetVariables() ([]byte, error) {
	return ethML.abi.Pack("canGetVariables")
}

// UnpackCanGetVariables is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc4dab317.
//
// Solidity: function canGetVariables() view returns(bool)
func (ethML *EthML) UnpackCanGetVariables(data []byte) (bool, error) {
	out, err := ethML.abi.Unpack("canGetVariables", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40e58ee5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancel(uint256 id) returns()
func (ethML *EthML) PackCancel(id *big.Int) []byte {
	enc, err := ethML.abi.Pack("cancel", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40e58ee5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel(uint256 id) returns()
func (ethML *EthML) TryPackCancel(id *big.Int) ([]byte, error) {
	return ethML.abi.Pack("cancel", id)
}

// PackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e83409a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function claim(address account) returns(uint256 minted, uint256 tips)
func (ethML *EthML) PackClaim(account common.Address) []byte {
	enc, err := ethML.abi.Pack("claim", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackClaim is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1e83409a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function claim(address account) returns(uint256 minted, uint256 tips)
func (ethML *EthML) TryPackClaim(account common.Address) ([]byte, error) {
	return ethML.abi.Pack("claim", account)
}

// ClaimOutput serves as a container for the return parameters of contract
// method Claim.
type ClaimOutput struct {
	Minted *big.Int
	Tips   *big.Int
}

// UnpackClaim is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1e83409a.
//
// Solidity: function claim(address account) returns(uint256 minted, uint256 tips)
func (ethML *EthML) UnpackClaim(data []byte) (ClaimOutput, error) {
	out, err := ethML.abi.Unpack("claim", data)
	outstruct := new(ClaimOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Minted = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Tips = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackCloseCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffba4f53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function closeCommit(uint256 number) returns()
func (ethML *EthML) PackCloseCommit(number *big.Int) []byte {
	enc, err := ethML.abi.Pack("closeCommit", number)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCloseCommit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffba4f53.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function closeCommit(uint256 number) returns()
func (ethML *EthML) TryPackCloseCommit(number *big.Int) ([]byte, error) {
	return ethML.abi.Pack("closeCommit", number)
}

// PackCommitSolution is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62216937.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function commitSolution(uint256 number, bytes32 commitment, uint256 nonce) returns()
func (ethML *EthML) PackCommitSolution(number *big.Int, commitment [32]byte, nonce *big.Int) []byte {
	enc, err := ethML.abi.Pack("commitSolution", number, commitment, nonce)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCommitSolution is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x62216937.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function commitSolution(uint256 number, bytes32 commitment, uint256 nonce) returns()
func (ethML *EthML) TryPackCommitSolution(number *big.Int, commitment [32]byte, nonce *big.Int) ([]byte, error) {
	return ethML.abi.Pack("commitSolution", number, commitment, nonce)
}

// PackCurrentTarget is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39148c53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function currentTarget() view returns(uint256)
func (ethML *EthML) PackCurrentTarget() []byte {
	enc, err := ethML.abi.Pack("currentTarget")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCurrentTarget is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x39148c53.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function currentTarget() view returns(uint256)
func (ethML *EthML) TryPackCurrentTarget() ([]byte, error) {
	return ethML.abi.Pack("currentTarget")
}

// UnpackCurrentTarget is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x39148c53.
//
// Solidity: function currentTarget() view returns(uint256)
func (ethML *EthML) UnpackCurrentTarget(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("currentTarget", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf81bf43.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function expire(uint256 id) returns()
func (ethML *EthML) PackExpire(id *big.Int) []byte {
	enc, err := ethML.abi.Pack("expire", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExpire is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf81bf43.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function expire(uint256 id) returns()
func (ethML *EthML) TryPackExpire(id *big.Int) ([]byte, error) {
	return ethML.abi.Pack("expire", id)
}

// PackExtension is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d5537b0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function extension() view returns(address)
func (ethML *EthML) PackExtension() []byte {
	enc, err := ethML.abi.Pack("extension")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExtension is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2d5537b0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function extension() view returns(address)
func (ethML *EthML) TryPackExtension() ([]byte, error) {
	return ethML.abi.Pack("extension")
}

// UnpackExtension is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2d5537b0.
//
// Solidity: function extension() view returns(address)
func (ethML *EthML) UnpackExtension(data []byte) (common.Address, error) {
	out, err := ethML.abi.Unpack("extension", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e97766d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getBlock() view returns((uint64,uint8,uint64,uint64,uint64,uint64,uint64,uint64,bytes32,bytes32,uint256,uint256,uint256,uint256[],(uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96)))
func (ethML *EthML) PackGetBlock() []byte {
	enc, err := ethML.abi.Pack("getBlock")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2e97766d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getBlock() view returns((uint64,uint8,uint64,uint64,uint64,uint64,uint64,uint64,bytes32,bytes32,uint256,uint256,uint256,uint256[],(uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96)))
func (ethML *EthML) TryPackGetBlock() ([]byte, error) {
	return ethML.abi.Pack("getBlock")
}

// UnpackGetBlock is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2e97766d.
//
// Solidity: function getBlock() view returns((uint64,uint8,uint64,uint64,uint64,uint64,uint64,uint64,bytes32,bytes32,uint256,uint256,uint256,uint256[],(uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96)))
func (ethML *EthML) UnpackGetBlock(data []byte) (BlockView, error) {
	out, err := ethML.abi.Unpack("getBlock", data)
	if err != nil {
		return *new(BlockView), err
	}
	out0 := *abi.ConvertType(out[0], new(BlockView)).(*BlockView)
	return out0, nil
}

// PackGetCurrentVariables is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22e407a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getCurrentVariables() view returns(bytes32 challenge, uint256 requestId, uint256 difficulty, uint256 modelId, string dataPoint)
func (ethML *EthML) PackGetCurrentVariables() []byte {
	enc, err := ethML.abi.Pack("getCurrentVariables")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetCurrentVariables is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa22e407a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getCurrentVariables() view returns(bytes32 challenge, uint256 requestId, uint256 difficulty, uint256 modelId, string dataPoint)
func (ethML *EthML) TryPackGetCurrentVariables() ([]byte, error) {
	return ethML.abi.Pack("getCurrentVariables")
}

// GetCurrentVariablesOutput serves as a container for the return parameters of contract
// method GetCurrentVariables.
type GetCurrentVariablesOutput struct {
	Challenge  [32]byte
	RequestId  *big.Int
	Difficulty *big.Int
	ModelId    *big.Int
	DataPoint  string
}

// UnpackGetCurrentVariables is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa22e407a.
//
// Solidity: function getCurrentVariables() view returns(bytes32 challenge, uint256 requestId, uint256 difficulty, uint256 modelId, string dataPoint)
func (ethML *EthML) UnpackGetCurrentVariables(data []byte) (GetCurrentVariablesOutput, error) {
	out, err := ethML.abi.Unpack("getCurrentVariables", data)
	outstruct := new(GetCurrentVariablesOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Challenge = *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	outstruct.RequestId = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	outstruct.Difficulty = abi.ConvertType(out[2], new(big.Int)).(*big.Int)
	outstruct.ModelId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.DataPoint = *abi.ConvertType(out[4], new(string)).(*string)
	return *outstruct, nil
}

// PackGetPrediction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe83bece.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getPrediction(uint256 id) view returns(uint8 status, uint256 prediction)
func (ethML *EthML) PackGetPrediction(id *big.Int) []byte {
	enc, err := ethML.abi.Pack("getPrediction", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetPrediction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe83bece.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getPrediction(uint256 id) view returns(uint8 status, uint256 prediction)
func (ethML *EthML) TryPackGetPrediction(id *big.Int) ([]byte, error) {
	return ethML.abi.Pack("getPrediction", id)
}

// GetPredictionOutput serves as a container for the return parameters of contract
// method GetPrediction.
type GetPredictionOutput struct {
	Status     uint8
	Prediction *big.Int
}

// UnpackGetPrediction is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe83bece.
//
// Solidity: function getPrediction(uint256 id) view returns(uint8 status, uint256 prediction)
func (ethML *EthML) UnpackGetPrediction(data []byte) (GetPredictionOutput, error) {
	out, err := ethML.abi.Unpack("getPrediction", data)
	outstruct := new(GetPredictionOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Status = *abi.ConvertType(out[0], new(uint8)).(*uint8)
	outstruct.Prediction = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackGetRequest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc58343ef.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRequest(uint256 id) view returns((address,uint8,uint8,uint256,string,bytes32,uint8,uint256,uint64,uint64,uint64,uint32,bool,bool,uint256))
func (ethML *EthML) PackGetRequest(id *big.Int) []byte {
	enc, err := ethML.abi.Pack("getRequest", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRequest is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc58343ef.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRequest(uint256 id) view returns((address,uint8,uint8,uint256,string,bytes32,uint8,uint256,uint64,uint64,uint64,uint32,bool,bool,uint256))
func (ethML *EthML) TryPackGetRequest(id *big.Int) ([]byte, error) {
	return ethML.abi.Pack("getRequest", id)
}

// UnpackGetRequest is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc58343ef.
//
// Solidity: function getRequest(uint256 id) view returns((address,uint8,uint8,uint256,string,bytes32,uint8,uint256,uint64,uint64,uint64,uint32,bool,bool,uint256))
func (ethML *EthML) UnpackGetRequest(data []byte) (RequestView, error) {
	out, err := ethML.abi.Unpack("getRequest", data)
	if err != nil {
		return *new(RequestView), err
	}
	out0 := *abi.ConvertType(out[0], new(RequestView)).(*RequestView)
	return out0, nil
}

// PackGetSeats is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa997c66a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getSeats() view returns((address,bytes32,bool)[])
func (ethML *EthML) PackGetSeats() []byte {
	enc, err := ethML.abi.Pack("getSeats")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetSeats is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa997c66a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getSeats() view returns((address,bytes32,bool)[])
func (ethML *EthML) TryPackGetSeats() ([]byte, error) {
	return ethML.abi.Pack("getSeats")
}

// UnpackGetSeats is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa997c66a.
//
// Solidity: function getSeats() view returns((address,bytes32,bool)[])
func (ethML *EthML) UnpackGetSeats(data []byte) ([]Seat, error) {
	out, err := ethML.abi.Unpack("getSeats", data)
	if err != nil {
		return *new([]Seat), err
	}
	out0 := *abi.ConvertType(out[0], new([]Seat)).(*[]Seat)
	return out0, nil
}

// PackHeadHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe3e8cfb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function headHash() view returns(bytes32)
func (ethML *EthML) PackHeadHash() []byte {
	enc, err := ethML.abi.Pack("headHash")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHeadHash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfe3e8cfb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function headHash() view returns(bytes32)
func (ethML *EthML) TryPackHeadHash() ([]byte, error) {
	return ethML.abi.Pack("headHash")
}

// UnpackHeadHash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfe3e8cfb.
//
// Solidity: function headHash() view returns(bytes32)
func (ethML *EthML) UnpackHeadHash(data []byte) ([32]byte, error) {
	out, err := ethML.abi.Unpack("headHash", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa2b57ad6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function initialize(address owner, uint64 difficulty, (uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96) parameters_) returns()
func (ethML *EthML) PackInitialize(owner common.Address, difficulty uint64, parameters Parameters) []byte {
	enc, err := ethML.abi.Pack("initialize", owner, difficulty, parameters)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackInitialize is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa2b57ad6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function initialize(address owner, uint64 difficulty, (uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96) parameters_) returns()
func (ethML *EthML) TryPackInitialize(owner common.Address, difficulty uint64, parameters Parameters) ([]byte, error) {
	return ethML.abi.Pack("initialize", owner, difficulty, parameters)
}

// PackIsSeated is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7314908.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isSeated(address account) view returns(bool)
func (ethML *EthML) PackIsSeated(account common.Address) []byte {
	enc, err := ethML.abi.Pack("isSeated", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsSeated is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7314908.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isSeated(address account) view returns(bool)
func (ethML *EthML) TryPackIsSeated(account common.Address) ([]byte, error) {
	return ethML.abi.Pack("isSeated", account)
}

// UnpackIsSeated is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd7314908.
//
// Solidity: function isSeated(address account) view returns(bool)
func (ethML *EthML) UnpackIsSeated(data []byte) (bool, error) {
	out, err := ethML.abi.Unpack("isSeated", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMinStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x375b3c0a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minStake() view returns(uint256)
func (ethML *EthML) PackMinStake() []byte {
	enc, err := ethML.abi.Pack("minStake")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x375b3c0a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minStake() view returns(uint256)
func (ethML *EthML) TryPackMinStake() ([]byte, error) {
	return ethML.abi.Pack("minStake")
}

// UnpackMinStake is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x375b3c0a.
//
// Solidity: function minStake() view returns(uint256)
func (ethML *EthML) UnpackMinStake(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("minStake", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMinTip is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0458b5b4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function minTip() view returns(uint256)
func (ethML *EthML) PackMinTip() []byte {
	enc, err := ethML.abi.Pack("minTip")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMinTip is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0458b5b4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function minTip() view returns(uint256)
func (ethML *EthML) TryPackMinTip() ([]byte, error) {
	return ethML.abi.Pack("minTip")
}

// UnpackMinTip is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0458b5b4.
//
// Solidity: function minTip() view returns(uint256)
func (ethML *EthML) UnpackMinTip(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("minTip", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOffencesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1085b65.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function offencesOf(address miner) view returns(uint256 count, uint256 lastNumber)
func (ethML *EthML) PackOffencesOf(miner common.Address) []byte {
	enc, err := ethML.abi.Pack("offencesOf", miner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOffencesOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe1085b65.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function offencesOf(address miner) view returns(uint256 count, uint256 lastNumber)
func (ethML *EthML) TryPackOffencesOf(miner common.Address) ([]byte, error) {
	return ethML.abi.Pack("offencesOf", miner)
}

// OffencesOfOutput serves as a container for the return parameters of contract
// method OffencesOf.
type OffencesOfOutput struct {
	Count      *big.Int
	LastNumber *big.Int
}

// UnpackOffencesOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe1085b65.
//
// Solidity: function offencesOf(address miner) view returns(uint256 count, uint256 lastNumber)
func (ethML *EthML) UnpackOffencesOf(data []byte) (OffencesOfOutput, error) {
	out, err := ethML.abi.Unpack("offencesOf", data)
	outstruct := new(OffencesOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Count = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.LastNumber = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackOpenBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffd79d2d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openBlock() returns()
func (ethML *EthML) PackOpenBlock() []byte {
	enc, err := ethML.abi.Pack("openBlock")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenBlock is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xffd79d2d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openBlock() returns()
func (ethML *EthML) TryPackOpenBlock() ([]byte, error) {
	return ethML.abi.Pack("openBlock")
}

// PackOpenRequests is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4becd6d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function openRequests() view returns(uint256)
func (ethML *EthML) PackOpenRequests() []byte {
	enc, err := ethML.abi.Pack("openRequests")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOpenRequests is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4becd6d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function openRequests() view returns(uint256)
func (ethML *EthML) TryPackOpenRequests() ([]byte, error) {
	return ethML.abi.Pack("openRequests")
}

// UnpackOpenRequests is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc4becd6d.
//
// Solidity: function openRequests() view returns(uint256)
func (ethML *EthML) UnpackOpenRequests(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("openRequests", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackOperatorStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d8d8653.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operatorStake() view returns(address)
func (ethML *EthML) PackOperatorStake() []byte {
	enc, err := ethML.abi.Pack("operatorStake")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperatorStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x1d8d8653.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operatorStake() view returns(address)
func (ethML *EthML) TryPackOperatorStake() ([]byte, error) {
	return ethML.abi.Pack("operatorStake")
}

// UnpackOperatorStake is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x1d8d8653.
//
// Solidity: function operatorStake() view returns(address)
func (ethML *EthML) UnpackOperatorStake(data []byte) (common.Address, error) {
	out, err := ethML.abi.Unpack("operatorStake", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function owner() view returns(address)
func (ethML *EthML) PackOwner() []byte {
	enc, err := ethML.abi.Pack("owner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8da5cb5b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function owner() view returns(address)
func (ethML *EthML) TryPackOwner() ([]byte, error) {
	return ethML.abi.Pack("owner")
}

// UnpackOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8da5cb5b.
//
// Solidity: function owner() view returns(address)
func (ethML *EthML) UnpackOwner(data []byte) (common.Address, error) {
	out, err := ethML.abi.Unpack("owner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackParameters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x89035730.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function parameters() view returns((uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96))
func (ethML *EthML) PackParameters() []byte {
	enc, err := ethML.abi.Pack("parameters")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackParameters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x89035730.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function parameters() view returns((uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96))
func (ethML *EthML) TryPackParameters() ([]byte, error) {
	return ethML.abi.Pack("parameters")
}

// UnpackParameters is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x89035730.
//
// Solidity: function parameters() view returns((uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96))
func (ethML *EthML) UnpackParameters(data []byte) (Parameters, error) {
	out, err := ethML.abi.Unpack("parameters", data)
	if err != nil {
		return *new(Parameters), err
	}
	out0 := *abi.ConvertType(out[0], new(Parameters)).(*Parameters)
	return out0, nil
}

// PackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pause() returns()
func (ethML *EthML) PackPause() []byte {
	enc, err := ethML.abi.Pack("pause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8456cb59.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pause() returns()
func (ethML *EthML) TryPackPause() ([]byte, error) {
	return ethML.abi.Pack("pause")
}

// PackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function paused() view returns(bool)
func (ethML *EthML) PackPaused() []byte {
	enc, err := ethML.abi.Pack("paused")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPaused is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5c975abb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function paused() view returns(bool)
func (ethML *EthML) TryPackPaused() ([]byte, error) {
	return ethML.abi.Pack("paused")
}

// UnpackPaused is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5c975abb.
//
// Solidity: function paused() view returns(bool)
func (ethML *EthML) UnpackPaused(data []byte) (bool, error) {
	out, err := ethML.abi.Unpack("paused", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pendingOwner() view returns(address)
func (ethML *EthML) PackPendingOwner() []byte {
	enc, err := ethML.abi.Pack("pendingOwner")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPendingOwner is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe30c3978.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pendingOwner() view returns(address)
func (ethML *EthML) TryPackPendingOwner() ([]byte, error) {
	return ethML.abi.Pack("pendingOwner")
}

// UnpackPendingOwner is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe30c3978.
//
// Solidity: function pendingOwner() view returns(address)
func (ethML *EthML) UnpackPendingOwner(data []byte) (common.Address, error) {
	out, err := ethML.abi.Unpack("pendingOwner", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (ethML *EthML) PackProxiableUUID() []byte {
	enc, err := ethML.abi.Pack("proxiableUUID")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProxiableUUID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x52d1902d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (ethML *EthML) TryPackProxiableUUID() ([]byte, error) {
	return ethML.abi.Pack("proxiableUUID")
}

// UnpackProxiableUUID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x52d1902d.
//
// Solidity: function proxiableUUID() view returns(bytes32)
func (ethML *EthML) UnpackProxiableUUID(data []byte) ([32]byte, error) {
	out, err := ethML.abi.Unpack("proxiableUUID", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackRefundOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x81a49174.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function refundOf(uint256 id) view returns(uint256)
func (ethML *EthML) PackRefundOf(id *big.Int) []byte {
	enc, err := ethML.abi.Pack("refundOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRefundOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x81a49174.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function refundOf(uint256 id) view returns(uint256)
func (ethML *EthML) TryPackRefundOf(id *big.Int) ([]byte, error) {
	return ethML.abi.Pack("refundOf", id)
}

// UnpackRefundOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x81a49174.
//
// Solidity: function refundOf(uint256 id) view returns(uint256)
func (ethML *EthML) UnpackRefundOf(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("refundOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registry() view returns(address)
func (ethML *EthML) PackRegistry() []byte {
	enc, err := ethML.abi.Pack("registry")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegistry is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7b103999.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registry() view returns(address)
func (ethML *EthML) TryPackRegistry() ([]byte, error) {
	return ethML.abi.Pack("registry")
}

// UnpackRegistry is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7b103999.
//
// Solidity: function registry() view returns(address)
func (ethML *EthML) UnpackRegistry(data []byte) (common.Address, error) {
	out, err := ethML.abi.Unpack("registry", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceOwnership() returns()
func (ethML *EthML) PackRenounceOwnership() []byte {
	enc, err := ethML.abi.Pack("renounceOwnership")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x715018a6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceOwnership() returns()
func (ethML *EthML) TryPackRenounceOwnership() ([]byte, error) {
	return ethML.abi.Pack("renounceOwnership")
}

// PackRequestCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5badbe4c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestCount() view returns(uint256)
func (ethML *EthML) PackRequestCount() []byte {
	enc, err := ethML.abi.Pack("requestCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5badbe4c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestCount() view returns(uint256)
func (ethML *EthML) TryPackRequestCount() ([]byte, error) {
	return ethML.abi.Pack("requestCount")
}

// UnpackRequestCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5badbe4c.
//
// Solidity: function requestCount() view returns(uint256)
func (ethML *EthML) UnpackRequestCount(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("requestCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRequestPrediction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff5d96ed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestPrediction(uint256 modelId, string dataPoint, uint256 tip) returns(uint256 id)
func (ethML *EthML) PackRequestPrediction(modelId *big.Int, dataPoint string, tip *big.Int) []byte {
	enc, err := ethML.abi.Pack("requestPrediction", modelId, dataPoint, tip)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestPrediction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff5d96ed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestPrediction(uint256 modelId, string dataPoint, uint256 tip) returns(uint256 id)
func (ethML *EthML) TryPackRequestPrediction(modelId *big.Int, dataPoint string, tip *big.Int) ([]byte, error) {
	return ethML.abi.Pack("requestPrediction", modelId, dataPoint, tip)
}

// UnpackRequestPrediction is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xff5d96ed.
//
// Solidity: function requestPrediction(uint256 modelId, string dataPoint, uint256 tip) returns(uint256 id)
func (ethML *EthML) UnpackRequestPrediction(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("requestPrediction", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRequestPredictions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6f1ab.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestPredictions(uint256 modelId, string[] dataPoints, uint256 tip, (uint32,uint32,(uint256,uint256,uint8,bytes32,bytes32)) options) returns(uint256 firstId)
func (ethML *EthML) PackRequestPredictions(modelId *big.Int, dataPoints []string, tip *big.Int, options RequestOptions) []byte {
	enc, err := ethML.abi.Pack("requestPredictions", modelId, dataPoints, tip, options)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestPredictions is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0aa6f1ab.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestPredictions(uint256 modelId, string[] dataPoints, uint256 tip, (uint32,uint32,(uint256,uint256,uint8,bytes32,bytes32)) options) returns(uint256 firstId)
func (ethML *EthML) TryPackRequestPredictions(modelId *big.Int, dataPoints []string, tip *big.Int, options RequestOptions) ([]byte, error) {
	return ethML.abi.Pack("requestPredictions", modelId, dataPoints, tip, options)
}

// UnpackRequestPredictions is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0aa6f1ab.
//
// Solidity: function requestPredictions(uint256 modelId, string[] dataPoints, uint256 tip, (uint32,uint32,(uint256,uint256,uint8,bytes32,bytes32)) options) returns(uint256 firstId)
func (ethML *EthML) UnpackRequestPredictions(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("requestPredictions", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRetryCallback is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0138c60d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function retryCallback(uint256 id) returns()
func (ethML *EthML) PackRetryCallback(id *big.Int) []byte {
	enc, err := ethML.abi.Pack("retryCallback", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRetryCallback is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0138c60d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function retryCallback(uint256 id) returns()
func (ethML *EthML) TryPackRetryCallback(id *big.Int) ([]byte, error) {
	return ethML.abi.Pack("retryCallback", id)
}

// PackRevealSolution is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x708d7f3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revealSolution(uint256 number, address miner, uint256[] predictions, bytes statuses, bytes32 salt) returns()
func (ethML *EthML) PackRevealSolution(number *big.Int, miner common.Address, predictions []*big.Int, statuses []byte, salt [32]byte) []byte {
	enc, err := ethML.abi.Pack("revealSolution", number, miner, predictions, statuses, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevealSolution is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x708d7f3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revealSolution(uint256 number, address miner, uint256[] predictions, bytes statuses, bytes32 salt) returns()
func (ethML *EthML) TryPackRevealSolution(number *big.Int, miner common.Address, predictions []*big.Int, statuses []byte, salt [32]byte) ([]byte, error) {
	return ethML.abi.Pack("revealSolution", number, miner, predictions, statuses, salt)
}

// PackRewardsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x479ba7ae.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function rewardsOf(address account) view returns(uint256 minted, uint256 tips)
func (ethML *EthML) PackRewardsOf(account common.Address) []byte {
	enc, err := ethML.abi.Pack("rewardsOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRewardsOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x479ba7ae.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function rewardsOf(address account) view returns(uint256 minted, uint256 tips)
func (ethML *EthML) TryPackRewardsOf(account common.Address) ([]byte, error) {
	return ethML.abi.Pack("rewardsOf", account)
}

// RewardsOfOutput serves as a container for the return parameters of contract
// method RewardsOf.
type RewardsOfOutput struct {
	Minted *big.Int
	Tips   *big.Int
}

// UnpackRewardsOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x479ba7ae.
//
// Solidity: function rewardsOf(address account) view returns(uint256 minted, uint256 tips)
func (ethML *EthML) UnpackRewardsOf(data []byte) (RewardsOfOutput, error) {
	out, err := ethML.abi.Unpack("rewardsOf", data)
	outstruct := new(RewardsOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Minted = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Tips = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackSetParameters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe17c579f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function setParameters((uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96) parameters_) returns()
func (ethML *EthML) PackSetParameters(parameters Parameters) []byte {
	enc, err := ethML.abi.Pack("setParameters", parameters)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSetParameters is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe17c579f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function setParameters((uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96) parameters_) returns()
func (ethML *EthML) TryPackSetParameters(parameters Parameters) ([]byte, error) {
	return ethML.abi.Pack("setParameters", parameters)
}

// PackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x050e7882.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settle(uint256 number, (uint256[],bytes)[] vectors) returns()
func (ethML *EthML) PackSettle(number *big.Int, vectors []Vector) []byte {
	enc, err := ethML.abi.Pack("settle", number, vectors)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettle is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x050e7882.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settle(uint256 number, (uint256[],bytes)[] vectors) returns()
func (ethML *EthML) TryPackSettle(number *big.Int, vectors []Vector) ([]byte, error) {
	return ethML.abi.Pack("settle", number, vectors)
}

// PackSettleGas is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24312380.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function settleGas() view returns(uint256)
func (ethML *EthML) PackSettleGas() []byte {
	enc, err := ethML.abi.Pack("settleGas")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSettleGas is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x24312380.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function settleGas() view returns(uint256)
func (ethML *EthML) TryPackSettleGas() ([]byte, error) {
	return ethML.abi.Pack("settleGas")
}

// UnpackSettleGas is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x24312380.
//
// Solidity: function settleGas() view returns(uint256)
func (ethML *EthML) UnpackSettleGas(data []byte) (*big.Int, error) {
	out, err := ethML.abi.Unpack("settleGas", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (ethML *EthML) PackToken() []byte {
	enc, err := ethML.abi.Pack("token")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function token() view returns(address)
func (ethML *EthML) TryPackToken() ([]byte, error) {
	return ethML.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (ethML *EthML) UnpackToken(data []byte) (common.Address, error) {
	out, err := ethML.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (ethML *EthML) PackTransferOwnership(newOwner common.Address) []byte {
	enc, err := ethML.abi.Pack("transferOwnership", newOwner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferOwnership is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf2fde38b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferOwnership(address newOwner) returns()
func (ethML *EthML) TryPackTransferOwnership(newOwner common.Address) ([]byte, error) {
	return ethML.abi.Pack("transferOwnership", newOwner)
}

// PackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unpause() returns()
func (ethML *EthML) PackUnpause() []byte {
	enc, err := ethML.abi.Pack("unpause")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnpause is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3f4ba83a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unpause() returns()
func (ethML *EthML) TryPackUnpause() ([]byte, error) {
	return ethML.abi.Pack("unpause")
}

// PackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (ethML *EthML) PackUpgradeToAndCall(newImplementation common.Address, data []byte) []byte {
	enc, err := ethML.abi.Pack("upgradeToAndCall", newImplementation, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpgradeToAndCall is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4f1ef286.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function upgradeToAndCall(address newImplementation, bytes data) payable returns()
func (ethML *EthML) TryPackUpgradeToAndCall(newImplementation common.Address, data []byte) ([]byte, error) {
	return ethML.abi.Pack("upgradeToAndCall", newImplementation, data)
}

// EthMLBlockOpened represents a BlockOpened event raised by the EthML contract.
type EthMLBlockOpened struct {
	Number       *big.Int
	Challenge    [32]byte
	ParentHash   [32]byte
	Difficulty   *big.Int
	CommitWindow *big.Int
	Ids          []*big.Int
	Raw          *types.Log // Blockchain specific contextual infos
}

const EthMLBlockOpenedEventName = "BlockOpened"

// ContractEventName returns the user-defined event name.
func (EthMLBlockOpened) ContractEventName() string {
	return EthMLBlockOpenedEventName
}

// UnpackBlockOpenedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlockOpened(uint256 indexed number, bytes32 challenge, bytes32 parentHash, uint256 difficulty, uint256 commitWindow, uint256[] ids)
func (ethML *EthML) UnpackBlockOpenedEvent(log *types.Log) (*EthMLBlockOpened, error) {
	event := "BlockOpened"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLBlockOpened)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLBlockSettled represents a BlockSettled event raised by the EthML contract.
type EthMLBlockSettled struct {
	Number         *big.Int
	Hash           [32]byte
	ParentHash     [32]byte
	NextDifficulty *big.Int
	Predictions    []*big.Int
	Statuses       []byte
	Raw            *types.Log // Blockchain specific contextual infos
}

const EthMLBlockSettledEventName = "BlockSettled"

// ContractEventName returns the user-defined event name.
func (EthMLBlockSettled) ContractEventName() string {
	return EthMLBlockSettledEventName
}

// UnpackBlockSettledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlockSettled(uint256 indexed number, bytes32 hash, bytes32 parentHash, uint256 nextDifficulty, uint256[] predictions, bytes statuses)
func (ethML *EthML) UnpackBlockSettledEvent(log *types.Log) (*EthMLBlockSettled, error) {
	event := "BlockSettled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLBlockSettled)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLBlockVoided represents a BlockVoided event raised by the EthML contract.
type EthMLBlockVoided struct {
	Number     *big.Int
	Hash       [32]byte
	ParentHash [32]byte
	Reveals    *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const EthMLBlockVoidedEventName = "BlockVoided"

// ContractEventName returns the user-defined event name.
func (EthMLBlockVoided) ContractEventName() string {
	return EthMLBlockVoidedEventName
}

// UnpackBlockVoidedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event BlockVoided(uint256 indexed number, bytes32 hash, bytes32 parentHash, uint256 reveals)
func (ethML *EthML) UnpackBlockVoidedEvent(log *types.Log) (*EthMLBlockVoided, error) {
	event := "BlockVoided"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLBlockVoided)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLCallbackDelivered represents a CallbackDelivered event raised by the EthML contract.
type EthMLCallbackDelivered struct {
	Id  *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const EthMLCallbackDeliveredEventName = "CallbackDelivered"

// ContractEventName returns the user-defined event name.
func (EthMLCallbackDelivered) ContractEventName() string {
	return EthMLCallbackDeliveredEventName
}

// UnpackCallbackDeliveredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CallbackDelivered(uint256 indexed id)
func (ethML *EthML) UnpackCallbackDeliveredEvent(log *types.Log) (*EthMLCallbackDelivered, error) {
	event := "CallbackDelivered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLCallbackDelivered)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLCallbackFailed represents a CallbackFailed event raised by the EthML contract.
type EthMLCallbackFailed struct {
	Id  *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const EthMLCallbackFailedEventName = "CallbackFailed"

// ContractEventName returns the user-defined event name.
func (EthMLCallbackFailed) ContractEventName() string {
	return EthMLCallbackFailedEventName
}

// UnpackCallbackFailedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CallbackFailed(uint256 indexed id)
func (ethML *EthML) UnpackCallbackFailedEvent(log *types.Log) (*EthMLCallbackFailed, error) {
	event := "CallbackFailed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLCallbackFailed)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLCommitClosed represents a CommitClosed event raised by the EthML contract.
type EthMLCommitClosed struct {
	Number *big.Int
	Seats  *big.Int
	Raw    *types.Log // Blockchain specific contextual infos
}

const EthMLCommitClosedEventName = "CommitClosed"

// ContractEventName returns the user-defined event name.
func (EthMLCommitClosed) ContractEventName() string {
	return EthMLCommitClosedEventName
}

// UnpackCommitClosedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CommitClosed(uint256 indexed number, uint256 seats)
func (ethML *EthML) UnpackCommitClosedEvent(log *types.Log) (*EthMLCommitClosed, error) {
	event := "CommitClosed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLCommitClosed)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLInitialized represents a Initialized event raised by the EthML contract.
type EthMLInitialized struct {
	Version uint64
	Raw     *types.Log // Blockchain specific contextual infos
}

const EthMLInitializedEventName = "Initialized"

// ContractEventName returns the user-defined event name.
func (EthMLInitialized) ContractEventName() string {
	return EthMLInitializedEventName
}

// UnpackInitializedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Initialized(uint64 version)
func (ethML *EthML) UnpackInitializedEvent(log *types.Log) (*EthMLInitialized, error) {
	event := "Initialized"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLInitialized)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLMinerSlashed represents a MinerSlashed event raised by the EthML contract.
type EthMLMinerSlashed struct {
	Number *big.Int
	Miner  common.Address
	Amount *big.Int
	Cause  uint8
	Raw    *types.Log // Blockchain specific contextual infos
}

const EthMLMinerSlashedEventName = "MinerSlashed"

// ContractEventName returns the user-defined event name.
func (EthMLMinerSlashed) ContractEventName() string {
	return EthMLMinerSlashedEventName
}

// UnpackMinerSlashedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MinerSlashed(uint256 indexed number, address indexed miner, uint256 amount, uint8 cause)
func (ethML *EthML) UnpackMinerSlashedEvent(log *types.Log) (*EthMLMinerSlashed, error) {
	event := "MinerSlashed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLMinerSlashed)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLOwnershipTransferStarted represents a OwnershipTransferStarted event raised by the EthML contract.
type EthMLOwnershipTransferStarted struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const EthMLOwnershipTransferStartedEventName = "OwnershipTransferStarted"

// ContractEventName returns the user-defined event name.
func (EthMLOwnershipTransferStarted) ContractEventName() string {
	return EthMLOwnershipTransferStartedEventName
}

// UnpackOwnershipTransferStartedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferStarted(address indexed previousOwner, address indexed newOwner)
func (ethML *EthML) UnpackOwnershipTransferStartedEvent(log *types.Log) (*EthMLOwnershipTransferStarted, error) {
	event := "OwnershipTransferStarted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLOwnershipTransferStarted)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLOwnershipTransferred represents a OwnershipTransferred event raised by the EthML contract.
type EthMLOwnershipTransferred struct {
	PreviousOwner common.Address
	NewOwner      common.Address
	Raw           *types.Log // Blockchain specific contextual infos
}

const EthMLOwnershipTransferredEventName = "OwnershipTransferred"

// ContractEventName returns the user-defined event name.
func (EthMLOwnershipTransferred) ContractEventName() string {
	return EthMLOwnershipTransferredEventName
}

// UnpackOwnershipTransferredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event OwnershipTransferred(address indexed previousOwner, address indexed newOwner)
func (ethML *EthML) UnpackOwnershipTransferredEvent(log *types.Log) (*EthMLOwnershipTransferred, error) {
	event := "OwnershipTransferred"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLOwnershipTransferred)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLParametersChanged represents a ParametersChanged event raised by the EthML contract.
type EthMLParametersChanged struct {
	Parameters Parameters
	Raw        *types.Log // Blockchain specific contextual infos
}

const EthMLParametersChangedEventName = "ParametersChanged"

// ContractEventName returns the user-defined event name.
func (EthMLParametersChanged) ContractEventName() string {
	return EthMLParametersChangedEventName
}

// UnpackParametersChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ParametersChanged((uint32,uint32,uint32,uint32,uint128,uint32,uint32,uint32,uint32,uint32,uint96,uint64,uint32,uint32,uint16,uint16,uint16,uint16,uint64,uint96) parameters)
func (ethML *EthML) UnpackParametersChangedEvent(log *types.Log) (*EthMLParametersChanged, error) {
	event := "ParametersChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLParametersChanged)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLPaused represents a Paused event raised by the EthML contract.
type EthMLPaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const EthMLPausedEventName = "Paused"

// ContractEventName returns the user-defined event name.
func (EthMLPaused) ContractEventName() string {
	return EthMLPausedEventName
}

// UnpackPausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Paused(address account)
func (ethML *EthML) UnpackPausedEvent(log *types.Log) (*EthMLPaused, error) {
	event := "Paused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLPaused)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLReceivedRequest represents a ReceivedRequest event raised by the EthML contract.
type EthMLReceivedRequest struct {
	Id        *big.Int
	Datapoint string
	Tip       *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const EthMLReceivedRequestEventName = "ReceivedRequest"

// ContractEventName returns the user-defined event name.
func (EthMLReceivedRequest) ContractEventName() string {
	return EthMLReceivedRequestEventName
}

// UnpackReceivedRequestEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ReceivedRequest(uint256 id, string datapoint, uint256 tip)
func (ethML *EthML) UnpackReceivedRequestEvent(log *types.Log) (*EthMLReceivedRequest, error) {
	event := "ReceivedRequest"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLReceivedRequest)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLRequestAnswered represents a RequestAnswered event raised by the EthML contract.
type EthMLRequestAnswered struct {
	Id         *big.Int
	Prediction *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const EthMLRequestAnsweredEventName = "RequestAnswered"

// ContractEventName returns the user-defined event name.
func (EthMLRequestAnswered) ContractEventName() string {
	return EthMLRequestAnsweredEventName
}

// UnpackRequestAnsweredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RequestAnswered(uint256 indexed id, uint256 prediction)
func (ethML *EthML) UnpackRequestAnsweredEvent(log *types.Log) (*EthMLRequestAnswered, error) {
	event := "RequestAnswered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLRequestAnswered)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLRequestCancelled represents a RequestCancelled event raised by the EthML contract.
type EthMLRequestCancelled struct {
	Id  *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const EthMLRequestCancelledEventName = "RequestCancelled"

// ContractEventName returns the user-defined event name.
func (EthMLRequestCancelled) ContractEventName() string {
	return EthMLRequestCancelledEventName
}

// UnpackRequestCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RequestCancelled(uint256 indexed id)
func (ethML *EthML) UnpackRequestCancelledEvent(log *types.Log) (*EthMLRequestCancelled, error) {
	event := "RequestCancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLRequestCancelled)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLRequestExpired represents a RequestExpired event raised by the EthML contract.
type EthMLRequestExpired struct {
	Id  *big.Int
	By  common.Address
	Raw *types.Log // Blockchain specific contextual infos
}

const EthMLRequestExpiredEventName = "RequestExpired"

// ContractEventName returns the user-defined event name.
func (EthMLRequestExpired) ContractEventName() string {
	return EthMLRequestExpiredEventName
}

// UnpackRequestExpiredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RequestExpired(uint256 indexed id, address indexed by)
func (ethML *EthML) UnpackRequestExpiredEvent(log *types.Log) (*EthMLRequestExpired, error) {
	event := "RequestExpired"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLRequestExpired)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLRequestFailed represents a RequestFailed event raised by the EthML contract.
type EthMLRequestFailed struct {
	Id     *big.Int
	Reason uint8
	Raw    *types.Log // Blockchain specific contextual infos
}

const EthMLRequestFailedEventName = "RequestFailed"

// ContractEventName returns the user-defined event name.
func (EthMLRequestFailed) ContractEventName() string {
	return EthMLRequestFailedEventName
}

// UnpackRequestFailedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RequestFailed(uint256 indexed id, uint8 reason)
func (ethML *EthML) UnpackRequestFailedEvent(log *types.Log) (*EthMLRequestFailed, error) {
	event := "RequestFailed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLRequestFailed)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLRequestQueued represents a RequestQueued event raised by the EthML contract.
type EthMLRequestQueued struct {
	Id          *big.Int
	Requester   common.Address
	ModelId     *big.Int
	Slot        *big.Int
	CallbackGas *big.Int
	Expiry      *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const EthMLRequestQueuedEventName = "RequestQueued"

// ContractEventName returns the user-defined event name.
func (EthMLRequestQueued) ContractEventName() string {
	return EthMLRequestQueuedEventName
}

// UnpackRequestQueuedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RequestQueued(uint256 indexed id, address indexed requester, uint256 indexed modelId, uint256 slot, uint256 callbackGas, uint256 expiry)
func (ethML *EthML) UnpackRequestQueuedEvent(log *types.Log) (*EthMLRequestQueued, error) {
	event := "RequestQueued"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLRequestQueued)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLRequestRequeued represents a RequestRequeued event raised by the EthML contract.
type EthMLRequestRequeued struct {
	Id     *big.Int
	Slot   *big.Int
	Voided bool
	Raw    *types.Log // Blockchain specific contextual infos
}

const EthMLRequestRequeuedEventName = "RequestRequeued"

// ContractEventName returns the user-defined event name.
func (EthMLRequestRequeued) ContractEventName() string {
	return EthMLRequestRequeuedEventName
}

// UnpackRequestRequeuedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RequestRequeued(uint256 indexed id, uint256 slot, bool voided)
func (ethML *EthML) UnpackRequestRequeuedEvent(log *types.Log) (*EthMLRequestRequeued, error) {
	event := "RequestRequeued"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLRequestRequeued)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLRewardsClaimed represents a RewardsClaimed event raised by the EthML contract.
type EthMLRewardsClaimed struct {
	Account common.Address
	Minted  *big.Int
	Tips    *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const EthMLRewardsClaimedEventName = "RewardsClaimed"

// ContractEventName returns the user-defined event name.
func (EthMLRewardsClaimed) ContractEventName() string {
	return EthMLRewardsClaimedEventName
}

// UnpackRewardsClaimedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RewardsClaimed(address indexed account, uint256 minted, uint256 tips)
func (ethML *EthML) UnpackRewardsClaimedEvent(log *types.Log) (*EthMLRewardsClaimed, error) {
	event := "RewardsClaimed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLRewardsClaimed)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLSolutionCommitted represents a SolutionCommitted event raised by the EthML contract.
type EthMLSolutionCommitted struct {
	Number     *big.Int
	Miner      common.Address
	Seat       *big.Int
	Commitment [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const EthMLSolutionCommittedEventName = "SolutionCommitted"

// ContractEventName returns the user-defined event name.
func (EthMLSolutionCommitted) ContractEventName() string {
	return EthMLSolutionCommittedEventName
}

// UnpackSolutionCommittedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SolutionCommitted(uint256 indexed number, address indexed miner, uint256 seat, bytes32 commitment)
func (ethML *EthML) UnpackSolutionCommittedEvent(log *types.Log) (*EthMLSolutionCommitted, error) {
	event := "SolutionCommitted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLSolutionCommitted)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLSolutionRevealed represents a SolutionRevealed event raised by the EthML contract.
type EthMLSolutionRevealed struct {
	Number      *big.Int
	Miner       common.Address
	Predictions []*big.Int
	Statuses    []byte
	Raw         *types.Log // Blockchain specific contextual infos
}

const EthMLSolutionRevealedEventName = "SolutionRevealed"

// ContractEventName returns the user-defined event name.
func (EthMLSolutionRevealed) ContractEventName() string {
	return EthMLSolutionRevealedEventName
}

// UnpackSolutionRevealedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event SolutionRevealed(uint256 indexed number, address indexed miner, uint256[] predictions, bytes statuses)
func (ethML *EthML) UnpackSolutionRevealedEvent(log *types.Log) (*EthMLSolutionRevealed, error) {
	event := "SolutionRevealed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLSolutionRevealed)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLUnpaused represents a Unpaused event raised by the EthML contract.
type EthMLUnpaused struct {
	Account common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const EthMLUnpausedEventName = "Unpaused"

// ContractEventName returns the user-defined event name.
func (EthMLUnpaused) ContractEventName() string {
	return EthMLUnpausedEventName
}

// UnpackUnpausedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unpaused(address account)
func (ethML *EthML) UnpackUnpausedEvent(log *types.Log) (*EthMLUnpaused, error) {
	event := "Unpaused"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLUnpaused)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLUpgraded represents a Upgraded event raised by the EthML contract.
type EthMLUpgraded struct {
	Implementation common.Address
	Raw            *types.Log // Blockchain specific contextual infos
}

const EthMLUpgradedEventName = "Upgraded"

// ContractEventName returns the user-defined event name.
func (EthMLUpgraded) ContractEventName() string {
	return EthMLUpgradedEventName
}

// UnpackUpgradedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Upgraded(address indexed implementation)
func (ethML *EthML) UnpackUpgradedEvent(log *types.Log) (*EthMLUpgraded, error) {
	event := "Upgraded"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethML.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLUpgraded)
	if len(log.Data) > 0 {
		if err := ethML.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethML.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (ethML *EthML) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], ethML.abi.Errors["AddressEmptyCode"].ID.Bytes()[:4]) {
		return ethML.UnpackAddressEmptyCodeError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["Cid_Malformed"].ID.Bytes()[:4]) {
		return ethML.UnpackCidMalformedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["ERC1967InvalidImplementation"].ID.Bytes()[:4]) {
		return ethML.UnpackERC1967InvalidImplementationError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["ERC1967NonPayable"].ID.Bytes()[:4]) {
		return ethML.UnpackERC1967NonPayableError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_AlreadyEnded"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLAlreadyEndedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_AlreadyRevealed"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLAlreadyRevealedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_BadParameter"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLBadParameterError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_BlockInProgress"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLBlockInProgressError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_CallbackGasTooHigh"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLCallbackGasTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_CallbackReverted"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLCallbackRevertedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_CommitWindowOpen"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLCommitWindowOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_DeprecatedModel"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLDeprecatedModelError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_ExpiryTooLong"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLExpiryTooLongError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_Idle"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLIdleError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_InsufficientGas"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLInsufficientGasError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_InsufficientStake"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLInsufficientStakeError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_InsufficientWork"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLInsufficientWorkError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_MalformedVote"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLMalformedVoteError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_MissingVector"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLMissingVectorError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NoDataPoints"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNoDataPointsError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NotExpired"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNotExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NotPaused"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNotPausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NotQueued"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNotQueuedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NotRequester"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNotRequesterError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NotSeated"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNotSeatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NothingToClaim"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNothingToClaimError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NothingToDeliver"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNothingToDeliverError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_NothingToOpen"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLNothingToOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_Paused"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLPausedError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_Reentered"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLReenteredError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_RevealWindowOpen"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLRevealWindowOpenError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_RevealWindowOver"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLRevealWindowOverError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_SeatTaken"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLSeatTakenError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_TipTooHigh"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLTipTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_TipTooLow"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLTipTooLowError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_TooEarly"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLTooEarlyError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_TooFewSeats"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLTooFewSeatsError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_UnknownModel"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLUnknownModelError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_UnknownRequest"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLUnknownRequestError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_UnknownVector"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLUnknownVectorError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_WrongBlock"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLWrongBlockError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_WrongLength"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLWrongLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_WrongOpening"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLWrongOpeningError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_WrongPhase"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLWrongPhaseError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_WrongWiring"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLWrongWiringError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["EthML_ZeroCommitment"].ID.Bytes()[:4]) {
		return ethML.UnpackEthMLZeroCommitmentError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return ethML.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["InvalidInitialization"].ID.Bytes()[:4]) {
		return ethML.UnpackInvalidInitializationError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["NotInitializing"].ID.Bytes()[:4]) {
		return ethML.UnpackNotInitializingError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["OwnableInvalidOwner"].ID.Bytes()[:4]) {
		return ethML.UnpackOwnableInvalidOwnerError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["OwnableUnauthorizedAccount"].ID.Bytes()[:4]) {
		return ethML.UnpackOwnableUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["UUPSUnauthorizedCallContext"].ID.Bytes()[:4]) {
		return ethML.UnpackUUPSUnauthorizedCallContextError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethML.abi.Errors["UUPSUnsupportedProxiableUUID"].ID.Bytes()[:4]) {
		return ethML.UnpackUUPSUnsupportedProxiableUUIDError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// EthMLAddressEmptyCode represents a AddressEmptyCode error raised by the EthML contract.
type EthMLAddressEmptyCode struct {
	Target common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AddressEmptyCode(address target)
func EthMLAddressEmptyCodeErrorID() common.Hash {
	return common.HexToHash("0x9996b315c842ff135b8fc4a08ad5df1c344efbc03d2687aecc0678050d2aac89")
}

// UnpackAddressEmptyCodeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AddressEmptyCode(address target)
func (ethML *EthML) UnpackAddressEmptyCodeError(raw []byte) (*EthMLAddressEmptyCode, error) {
	out := new(EthMLAddressEmptyCode)
	if err := ethML.abi.UnpackIntoInterface(out, "AddressEmptyCode", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLCidMalformed represents a Cid_Malformed error raised by the EthML contract.
type EthMLCidMalformed struct {
	Cid string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Cid_Malformed(string cid)
func EthMLCidMalformedErrorID() common.Hash {
	return common.HexToHash("0x22d0212fed4271c35036b74cc1e29a6a8f7b3b8c4a25664913d79d8259191085")
}

// UnpackCidMalformedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Cid_Malformed(string cid)
func (ethML *EthML) UnpackCidMalformedError(raw []byte) (*EthMLCidMalformed, error) {
	out := new(EthMLCidMalformed)
	if err := ethML.abi.UnpackIntoInterface(out, "Cid_Malformed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLERC1967InvalidImplementation represents a ERC1967InvalidImplementation error raised by the EthML contract.
type EthMLERC1967InvalidImplementation struct {
	Implementation common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func EthMLERC1967InvalidImplementationErrorID() common.Hash {
	return common.HexToHash("0x4c9c8ce3ceb3130f17f7cdba48d89b5b0129f266a8bac114e6e315a41879b617")
}

// UnpackERC1967InvalidImplementationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967InvalidImplementation(address implementation)
func (ethML *EthML) UnpackERC1967InvalidImplementationError(raw []byte) (*EthMLERC1967InvalidImplementation, error) {
	out := new(EthMLERC1967InvalidImplementation)
	if err := ethML.abi.UnpackIntoInterface(out, "ERC1967InvalidImplementation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLERC1967NonPayable represents a ERC1967NonPayable error raised by the EthML contract.
type EthMLERC1967NonPayable struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC1967NonPayable()
func EthMLERC1967NonPayableErrorID() common.Hash {
	return common.HexToHash("0xb398979fa84f543c8e222f17890372c487baf85e062276c127fef521eea7224b")
}

// UnpackERC1967NonPayableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC1967NonPayable()
func (ethML *EthML) UnpackERC1967NonPayableError(raw []byte) (*EthMLERC1967NonPayable, error) {
	out := new(EthMLERC1967NonPayable)
	if err := ethML.abi.UnpackIntoInterface(out, "ERC1967NonPayable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLAlreadyEnded represents a EthML_AlreadyEnded error raised by the EthML contract.
type EthMLEthMLAlreadyEnded struct {
	Id     *big.Int
	Status uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_AlreadyEnded(uint256 id, uint8 status)
func EthMLEthMLAlreadyEndedErrorID() common.Hash {
	return common.HexToHash("0x7218b8aa1a487e502a05a4c7b09f39ebd5a7e95fe9f70b79564a39645608ccad")
}

// UnpackEthMLAlreadyEndedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_AlreadyEnded(uint256 id, uint8 status)
func (ethML *EthML) UnpackEthMLAlreadyEndedError(raw []byte) (*EthMLEthMLAlreadyEnded, error) {
	out := new(EthMLEthMLAlreadyEnded)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_AlreadyEnded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLAlreadyRevealed represents a EthML_AlreadyRevealed error raised by the EthML contract.
type EthMLEthMLAlreadyRevealed struct {
	Number *big.Int
	Miner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_AlreadyRevealed(uint256 number, address miner)
func EthMLEthMLAlreadyRevealedErrorID() common.Hash {
	return common.HexToHash("0x09aea5f5774965b6c835334639ec7ffdc93107b5dd6a4b6a82df0d18aa410e24")
}

// UnpackEthMLAlreadyRevealedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_AlreadyRevealed(uint256 number, address miner)
func (ethML *EthML) UnpackEthMLAlreadyRevealedError(raw []byte) (*EthMLEthMLAlreadyRevealed, error) {
	out := new(EthMLEthMLAlreadyRevealed)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_AlreadyRevealed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLBadParameter represents a EthML_BadParameter error raised by the EthML contract.
type EthMLEthMLBadParameter struct {
	Name    [32]byte
	Value   *big.Int
	Minimum *big.Int
	Maximum *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_BadParameter(bytes32 name, uint256 value, uint256 minimum, uint256 maximum)
func EthMLEthMLBadParameterErrorID() common.Hash {
	return common.HexToHash("0x205734c8b438eec82004e6f44df0ddb6e1b3bd6d8f00dfe132a2bb8763d7c475")
}

// UnpackEthMLBadParameterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_BadParameter(bytes32 name, uint256 value, uint256 minimum, uint256 maximum)
func (ethML *EthML) UnpackEthMLBadParameterError(raw []byte) (*EthMLEthMLBadParameter, error) {
	out := new(EthMLEthMLBadParameter)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_BadParameter", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLBlockInProgress represents a EthML_BlockInProgress error raised by the EthML contract.
type EthMLEthMLBlockInProgress struct {
	Number *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_BlockInProgress(uint256 number)
func EthMLEthMLBlockInProgressErrorID() common.Hash {
	return common.HexToHash("0x7597c1a627d75d9ebc5d603fe0dc3b87e8d9850d353883ca5543ee7a670704d9")
}

// UnpackEthMLBlockInProgressError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_BlockInProgress(uint256 number)
func (ethML *EthML) UnpackEthMLBlockInProgressError(raw []byte) (*EthMLEthMLBlockInProgress, error) {
	out := new(EthMLEthMLBlockInProgress)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_BlockInProgress", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLCallbackGasTooHigh represents a EthML_CallbackGasTooHigh error raised by the EthML contract.
type EthMLEthMLCallbackGasTooHigh struct {
	CallbackGas *big.Int
	Maximum     *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_CallbackGasTooHigh(uint256 callbackGas, uint256 maximum)
func EthMLEthMLCallbackGasTooHighErrorID() common.Hash {
	return common.HexToHash("0xa7e96b53c37f33d6300621a7f8cef999aab94098648113a1b0320cb74649ac21")
}

// UnpackEthMLCallbackGasTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_CallbackGasTooHigh(uint256 callbackGas, uint256 maximum)
func (ethML *EthML) UnpackEthMLCallbackGasTooHighError(raw []byte) (*EthMLEthMLCallbackGasTooHigh, error) {
	out := new(EthMLEthMLCallbackGasTooHigh)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_CallbackGasTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLCallbackReverted represents a EthML_CallbackReverted error raised by the EthML contract.
type EthMLEthMLCallbackReverted struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_CallbackReverted(uint256 id)
func EthMLEthMLCallbackRevertedErrorID() common.Hash {
	return common.HexToHash("0x5a95c2bdf2053fa145f55beb28ac856131f4e9c90dea31142f0c31e2539f7936")
}

// UnpackEthMLCallbackRevertedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_CallbackReverted(uint256 id)
func (ethML *EthML) UnpackEthMLCallbackRevertedError(raw []byte) (*EthMLEthMLCallbackReverted, error) {
	out := new(EthMLEthMLCallbackReverted)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_CallbackReverted", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLCommitWindowOpen represents a EthML_CommitWindowOpen error raised by the EthML contract.
type EthMLEthMLCommitWindowOpen struct {
	ClosesAt  *big.Int
	Timestamp *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_CommitWindowOpen(uint256 closesAt, uint256 timestamp)
func EthMLEthMLCommitWindowOpenErrorID() common.Hash {
	return common.HexToHash("0x6ebb270eabef9a450a7a5819c7f88b7b212cab9bd87b423760f111d78294fc02")
}

// UnpackEthMLCommitWindowOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_CommitWindowOpen(uint256 closesAt, uint256 timestamp)
func (ethML *EthML) UnpackEthMLCommitWindowOpenError(raw []byte) (*EthMLEthMLCommitWindowOpen, error) {
	out := new(EthMLEthMLCommitWindowOpen)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_CommitWindowOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLDeprecatedModel represents a EthML_DeprecatedModel error raised by the EthML contract.
type EthMLEthMLDeprecatedModel struct {
	ModelId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_DeprecatedModel(uint256 modelId)
func EthMLEthMLDeprecatedModelErrorID() common.Hash {
	return common.HexToHash("0xfb566aa0acf5bb8092f8429f5603f27452994adebb20d959122751257f2ce4bf")
}

// UnpackEthMLDeprecatedModelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_DeprecatedModel(uint256 modelId)
func (ethML *EthML) UnpackEthMLDeprecatedModelError(raw []byte) (*EthMLEthMLDeprecatedModel, error) {
	out := new(EthMLEthMLDeprecatedModel)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_DeprecatedModel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLExpiryTooLong represents a EthML_ExpiryTooLong error raised by the EthML contract.
type EthMLEthMLExpiryTooLong struct {
	ExpiresIn *big.Int
	Maximum   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_ExpiryTooLong(uint256 expiresIn, uint256 maximum)
func EthMLEthMLExpiryTooLongErrorID() common.Hash {
	return common.HexToHash("0xc6a1d2f5078960f24a701ac020ee4fbf3fb9d2bdf4595853f62da3c427d121b0")
}

// UnpackEthMLExpiryTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_ExpiryTooLong(uint256 expiresIn, uint256 maximum)
func (ethML *EthML) UnpackEthMLExpiryTooLongError(raw []byte) (*EthMLEthMLExpiryTooLong, error) {
	out := new(EthMLEthMLExpiryTooLong)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_ExpiryTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLIdle represents a EthML_Idle error raised by the EthML contract.
type EthMLEthMLIdle struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_Idle()
func EthMLEthMLIdleErrorID() common.Hash {
	return common.HexToHash("0xb858c4af60e2114201f2b27cc8c207b5c314e85b1d0e6d7da5ab968d52c704cf")
}

// UnpackEthMLIdleError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_Idle()
func (ethML *EthML) UnpackEthMLIdleError(raw []byte) (*EthMLEthMLIdle, error) {
	out := new(EthMLEthMLIdle)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_Idle", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLInsufficientGas represents a EthML_InsufficientGas error raised by the EthML contract.
type EthMLEthMLInsufficientGas struct {
	GasLeft *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_InsufficientGas(uint256 gasLeft, uint256 needed)
func EthMLEthMLInsufficientGasErrorID() common.Hash {
	return common.HexToHash("0x52d6109ba9e3f9c9a7e3a93e54372d128199a9549a93a429fca67d645e554a70")
}

// UnpackEthMLInsufficientGasError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_InsufficientGas(uint256 gasLeft, uint256 needed)
func (ethML *EthML) UnpackEthMLInsufficientGasError(raw []byte) (*EthMLEthMLInsufficientGas, error) {
	out := new(EthMLEthMLInsufficientGas)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_InsufficientGas", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLInsufficientStake represents a EthML_InsufficientStake error raised by the EthML contract.
type EthMLEthMLInsufficientStake struct {
	Miner   common.Address
	Stake   *big.Int
	Minimum *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_InsufficientStake(address miner, uint256 stake, uint256 minimum)
func EthMLEthMLInsufficientStakeErrorID() common.Hash {
	return common.HexToHash("0x565455e525b2c6c11bc830691ef18b7b44bb82289d8cbcfac676b5207cc9b7d9")
}

// UnpackEthMLInsufficientStakeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_InsufficientStake(address miner, uint256 stake, uint256 minimum)
func (ethML *EthML) UnpackEthMLInsufficientStakeError(raw []byte) (*EthMLEthMLInsufficientStake, error) {
	out := new(EthMLEthMLInsufficientStake)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_InsufficientStake", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLInsufficientWork represents a EthML_InsufficientWork error raised by the EthML contract.
type EthMLEthMLInsufficientWork struct {
	Hash   *big.Int
	Target *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_InsufficientWork(uint256 hash, uint256 target)
func EthMLEthMLInsufficientWorkErrorID() common.Hash {
	return common.HexToHash("0x4a70ee49e63a444cc9df70732b4200ce6a26c789a585dea157b2e188a2abfbc9")
}

// UnpackEthMLInsufficientWorkError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_InsufficientWork(uint256 hash, uint256 target)
func (ethML *EthML) UnpackEthMLInsufficientWorkError(raw []byte) (*EthMLEthMLInsufficientWork, error) {
	out := new(EthMLEthMLInsufficientWork)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_InsufficientWork", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLMalformedVote represents a EthML_MalformedVote error raised by the EthML contract.
type EthMLEthMLMalformedVote struct {
	Index      *big.Int
	Status     uint8
	Prediction *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_MalformedVote(uint256 index, uint8 status, uint256 prediction)
func EthMLEthMLMalformedVoteErrorID() common.Hash {
	return common.HexToHash("0xb893795b165cfb40d6ff117fd066eb4bfdb2c74eb53160af73ee210c23523a05")
}

// UnpackEthMLMalformedVoteError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_MalformedVote(uint256 index, uint8 status, uint256 prediction)
func (ethML *EthML) UnpackEthMLMalformedVoteError(raw []byte) (*EthMLEthMLMalformedVote, error) {
	out := new(EthMLEthMLMalformedVote)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_MalformedVote", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLMissingVector represents a EthML_MissingVector error raised by the EthML contract.
type EthMLEthMLMissingVector struct {
	Miner      common.Address
	ResultHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_MissingVector(address miner, bytes32 resultHash)
func EthMLEthMLMissingVectorErrorID() common.Hash {
	return common.HexToHash("0xa51d7ba83c74d3f00745e398b0166ddd5f6281eb73d2a7ab16b1b7ceae52d1d4")
}

// UnpackEthMLMissingVectorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_MissingVector(address miner, bytes32 resultHash)
func (ethML *EthML) UnpackEthMLMissingVectorError(raw []byte) (*EthMLEthMLMissingVector, error) {
	out := new(EthMLEthMLMissingVector)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_MissingVector", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNoDataPoints represents a EthML_NoDataPoints error raised by the EthML contract.
type EthMLEthMLNoDataPoints struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NoDataPoints()
func EthMLEthMLNoDataPointsErrorID() common.Hash {
	return common.HexToHash("0xca46b44c9f051edbc34b57cda6015d71f5122026b937169c420699da56689788")
}

// UnpackEthMLNoDataPointsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NoDataPoints()
func (ethML *EthML) UnpackEthMLNoDataPointsError(raw []byte) (*EthMLEthMLNoDataPoints, error) {
	out := new(EthMLEthMLNoDataPoints)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NoDataPoints", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNotExpired represents a EthML_NotExpired error raised by the EthML contract.
type EthMLEthMLNotExpired struct {
	Id        *big.Int
	Expiry    *big.Int
	Timestamp *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NotExpired(uint256 id, uint256 expiry, uint256 timestamp)
func EthMLEthMLNotExpiredErrorID() common.Hash {
	return common.HexToHash("0xac2988ac5d5ad22ef66f222a2f780bd84cdb80d75ad9595cc2085022b07818f5")
}

// UnpackEthMLNotExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NotExpired(uint256 id, uint256 expiry, uint256 timestamp)
func (ethML *EthML) UnpackEthMLNotExpiredError(raw []byte) (*EthMLEthMLNotExpired, error) {
	out := new(EthMLEthMLNotExpired)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NotExpired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNotPaused represents a EthML_NotPaused error raised by the EthML contract.
type EthMLEthMLNotPaused struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NotPaused()
func EthMLEthMLNotPausedErrorID() common.Hash {
	return common.HexToHash("0x8a68551de52c7f6ffefb313a26599648913b3b092196bdd7c5318870d3f3d8e4")
}

// UnpackEthMLNotPausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NotPaused()
func (ethML *EthML) UnpackEthMLNotPausedError(raw []byte) (*EthMLEthMLNotPaused, error) {
	out := new(EthMLEthMLNotPaused)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NotPaused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNotQueued represents a EthML_NotQueued error raised by the EthML contract.
type EthMLEthMLNotQueued struct {
	Id     *big.Int
	Status uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NotQueued(uint256 id, uint8 status)
func EthMLEthMLNotQueuedErrorID() common.Hash {
	return common.HexToHash("0x31d4c1428abb3ec73849e066e9278607b7adc95be9de7620fa15f0be31061d03")
}

// UnpackEthMLNotQueuedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NotQueued(uint256 id, uint8 status)
func (ethML *EthML) UnpackEthMLNotQueuedError(raw []byte) (*EthMLEthMLNotQueued, error) {
	out := new(EthMLEthMLNotQueued)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NotQueued", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNotRequester represents a EthML_NotRequester error raised by the EthML contract.
type EthMLEthMLNotRequester struct {
	Id        *big.Int
	Caller    common.Address
	Requester common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NotRequester(uint256 id, address caller, address requester)
func EthMLEthMLNotRequesterErrorID() common.Hash {
	return common.HexToHash("0x7b5059428f9d60fa8f53a70b2e44de8a3ab8467f4bce74779a1fa24a794a7637")
}

// UnpackEthMLNotRequesterError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NotRequester(uint256 id, address caller, address requester)
func (ethML *EthML) UnpackEthMLNotRequesterError(raw []byte) (*EthMLEthMLNotRequester, error) {
	out := new(EthMLEthMLNotRequester)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NotRequester", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNotSeated represents a EthML_NotSeated error raised by the EthML contract.
type EthMLEthMLNotSeated struct {
	Number *big.Int
	Miner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NotSeated(uint256 number, address miner)
func EthMLEthMLNotSeatedErrorID() common.Hash {
	return common.HexToHash("0xa7b8f9a7d41d4221f61c0e4121fc0cd41094b8a7ea0b18c5f1b5b2f687dac48e")
}

// UnpackEthMLNotSeatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NotSeated(uint256 number, address miner)
func (ethML *EthML) UnpackEthMLNotSeatedError(raw []byte) (*EthMLEthMLNotSeated, error) {
	out := new(EthMLEthMLNotSeated)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NotSeated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNothingToClaim represents a EthML_NothingToClaim error raised by the EthML contract.
type EthMLEthMLNothingToClaim struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NothingToClaim(address account)
func EthMLEthMLNothingToClaimErrorID() common.Hash {
	return common.HexToHash("0x4f69238ac853e6fafc86c13685bb15cdfaca67c4b9511eac720b3333e6037538")
}

// UnpackEthMLNothingToClaimError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NothingToClaim(address account)
func (ethML *EthML) UnpackEthMLNothingToClaimError(raw []byte) (*EthMLEthMLNothingToClaim, error) {
	out := new(EthMLEthMLNothingToClaim)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NothingToClaim", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNothingToDeliver represents a EthML_NothingToDeliver error raised by the EthML contract.
type EthMLEthMLNothingToDeliver struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NothingToDeliver(uint256 id)
func EthMLEthMLNothingToDeliverErrorID() common.Hash {
	return common.HexToHash("0xa79f6f45bf0f2766189cad7fbdb32460e9ab7d358364f877aee60876b203b930")
}

// UnpackEthMLNothingToDeliverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NothingToDeliver(uint256 id)
func (ethML *EthML) UnpackEthMLNothingToDeliverError(raw []byte) (*EthMLEthMLNothingToDeliver, error) {
	out := new(EthMLEthMLNothingToDeliver)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NothingToDeliver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLNothingToOpen represents a EthML_NothingToOpen error raised by the EthML contract.
type EthMLEthMLNothingToOpen struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_NothingToOpen()
func EthMLEthMLNothingToOpenErrorID() common.Hash {
	return common.HexToHash("0x4152be042a66751c9c811d724c39cc90f48a44436df055e1e3edb685c51d11a6")
}

// UnpackEthMLNothingToOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_NothingToOpen()
func (ethML *EthML) UnpackEthMLNothingToOpenError(raw []byte) (*EthMLEthMLNothingToOpen, error) {
	out := new(EthMLEthMLNothingToOpen)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_NothingToOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLPaused represents a EthML_Paused error raised by the EthML contract.
type EthMLEthMLPaused struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_Paused()
func EthMLEthMLPausedErrorID() common.Hash {
	return common.HexToHash("0x88eab0d7cf485023fb1caad992541b31eef808453a2268b8a45c713d79d9de33")
}

// UnpackEthMLPausedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_Paused()
func (ethML *EthML) UnpackEthMLPausedError(raw []byte) (*EthMLEthMLPaused, error) {
	out := new(EthMLEthMLPaused)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_Paused", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLReentered represents a EthML_Reentered error raised by the EthML contract.
type EthMLEthMLReentered struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_Reentered()
func EthMLEthMLReenteredErrorID() common.Hash {
	return common.HexToHash("0x229836b536774706bfbd013a87778226b5487c57e5b18df78c3c101d5d36218e")
}

// UnpackEthMLReenteredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_Reentered()
func (ethML *EthML) UnpackEthMLReenteredError(raw []byte) (*EthMLEthMLReentered, error) {
	out := new(EthMLEthMLReentered)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_Reentered", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLRevealWindowOpen represents a EthML_RevealWindowOpen error raised by the EthML contract.
type EthMLEthMLRevealWindowOpen struct {
	Number      *big.Int
	EndsAt      *big.Int
	EndsAtBlock *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_RevealWindowOpen(uint256 number, uint256 endsAt, uint256 endsAtBlock)
func EthMLEthMLRevealWindowOpenErrorID() common.Hash {
	return common.HexToHash("0xc72d2396bed7f6c044a65906457269e371c273472a3c688a57dd10e7113e3359")
}

// UnpackEthMLRevealWindowOpenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_RevealWindowOpen(uint256 number, uint256 endsAt, uint256 endsAtBlock)
func (ethML *EthML) UnpackEthMLRevealWindowOpenError(raw []byte) (*EthMLEthMLRevealWindowOpen, error) {
	out := new(EthMLEthMLRevealWindowOpen)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_RevealWindowOpen", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLRevealWindowOver represents a EthML_RevealWindowOver error raised by the EthML contract.
type EthMLEthMLRevealWindowOver struct {
	Number       *big.Int
	EndedAt      *big.Int
	EndedAtBlock *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_RevealWindowOver(uint256 number, uint256 endedAt, uint256 endedAtBlock)
func EthMLEthMLRevealWindowOverErrorID() common.Hash {
	return common.HexToHash("0x8b012701398ff80454faecc55bda45d28b25aa963efe18fc9a5d29f542c0e4bd")
}

// UnpackEthMLRevealWindowOverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_RevealWindowOver(uint256 number, uint256 endedAt, uint256 endedAtBlock)
func (ethML *EthML) UnpackEthMLRevealWindowOverError(raw []byte) (*EthMLEthMLRevealWindowOver, error) {
	out := new(EthMLEthMLRevealWindowOver)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_RevealWindowOver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLSeatTaken represents a EthML_SeatTaken error raised by the EthML contract.
type EthMLEthMLSeatTaken struct {
	Number *big.Int
	Miner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_SeatTaken(uint256 number, address miner)
func EthMLEthMLSeatTakenErrorID() common.Hash {
	return common.HexToHash("0xb3400f1e48f2471e579d16c45a123f85f189d58d8d5f3819ea2ba40fed4cc216")
}

// UnpackEthMLSeatTakenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_SeatTaken(uint256 number, address miner)
func (ethML *EthML) UnpackEthMLSeatTakenError(raw []byte) (*EthMLEthMLSeatTaken, error) {
	out := new(EthMLEthMLSeatTaken)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_SeatTaken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLTipTooHigh represents a EthML_TipTooHigh error raised by the EthML contract.
type EthMLEthMLTipTooHigh struct {
	Tip     *big.Int
	Maximum *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_TipTooHigh(uint256 tip, uint256 maximum)
func EthMLEthMLTipTooHighErrorID() common.Hash {
	return common.HexToHash("0x543d211bfa0669caab2cf998650592ffabdadcb5e29f36ce22c216e016eb93b9")
}

// UnpackEthMLTipTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_TipTooHigh(uint256 tip, uint256 maximum)
func (ethML *EthML) UnpackEthMLTipTooHighError(raw []byte) (*EthMLEthMLTipTooHigh, error) {
	out := new(EthMLEthMLTipTooHigh)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_TipTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLTipTooLow represents a EthML_TipTooLow error raised by the EthML contract.
type EthMLEthMLTipTooLow struct {
	Tip     *big.Int
	Minimum *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_TipTooLow(uint256 tip, uint256 minimum)
func EthMLEthMLTipTooLowErrorID() common.Hash {
	return common.HexToHash("0x29d2a3fe6c0cba4a98d11563491e9744398a3e2cf5a842787c4dcd223c385928")
}

// UnpackEthMLTipTooLowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_TipTooLow(uint256 tip, uint256 minimum)
func (ethML *EthML) UnpackEthMLTipTooLowError(raw []byte) (*EthMLEthMLTipTooLow, error) {
	out := new(EthMLEthMLTipTooLow)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_TipTooLow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLTooEarly represents a EthML_TooEarly error raised by the EthML contract.
type EthMLEthMLTooEarly struct {
	Number        *big.Int
	OpenedAtBlock *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_TooEarly(uint256 number, uint256 openedAtBlock)
func EthMLEthMLTooEarlyErrorID() common.Hash {
	return common.HexToHash("0x36e35a843d8dbc18f397dfcaca12c466358fa26a98e2a28f8601afd66d1edb33")
}

// UnpackEthMLTooEarlyError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_TooEarly(uint256 number, uint256 openedAtBlock)
func (ethML *EthML) UnpackEthMLTooEarlyError(raw []byte) (*EthMLEthMLTooEarly, error) {
	out := new(EthMLEthMLTooEarly)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_TooEarly", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLTooFewSeats represents a EthML_TooFewSeats error raised by the EthML contract.
type EthMLEthMLTooFewSeats struct {
	Seats     *big.Int
	Threshold *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_TooFewSeats(uint256 seats, uint256 threshold)
func EthMLEthMLTooFewSeatsErrorID() common.Hash {
	return common.HexToHash("0xab70ef5c82213cc2f1967633fe7fb8bc06db963bc79967310022b75261ba7a90")
}

// UnpackEthMLTooFewSeatsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_TooFewSeats(uint256 seats, uint256 threshold)
func (ethML *EthML) UnpackEthMLTooFewSeatsError(raw []byte) (*EthMLEthMLTooFewSeats, error) {
	out := new(EthMLEthMLTooFewSeats)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_TooFewSeats", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLUnknownModel represents a EthML_UnknownModel error raised by the EthML contract.
type EthMLEthMLUnknownModel struct {
	ModelId *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_UnknownModel(uint256 modelId)
func EthMLEthMLUnknownModelErrorID() common.Hash {
	return common.HexToHash("0xcc82fdaf44c83808860e74fb8bd33f175b95a933fce2d6906138a5641922e144")
}

// UnpackEthMLUnknownModelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_UnknownModel(uint256 modelId)
func (ethML *EthML) UnpackEthMLUnknownModelError(raw []byte) (*EthMLEthMLUnknownModel, error) {
	out := new(EthMLEthMLUnknownModel)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_UnknownModel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLUnknownRequest represents a EthML_UnknownRequest error raised by the EthML contract.
type EthMLEthMLUnknownRequest struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_UnknownRequest(uint256 id)
func EthMLEthMLUnknownRequestErrorID() common.Hash {
	return common.HexToHash("0x5f02c7d546cbccb06644f790a3b98be8bc2bb716d00865fa782485de7775c6d3")
}

// UnpackEthMLUnknownRequestError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_UnknownRequest(uint256 id)
func (ethML *EthML) UnpackEthMLUnknownRequestError(raw []byte) (*EthMLEthMLUnknownRequest, error) {
	out := new(EthMLEthMLUnknownRequest)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_UnknownRequest", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLUnknownVector represents a EthML_UnknownVector error raised by the EthML contract.
type EthMLEthMLUnknownVector struct {
	Index      *big.Int
	ResultHash [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_UnknownVector(uint256 index, bytes32 resultHash)
func EthMLEthMLUnknownVectorErrorID() common.Hash {
	return common.HexToHash("0x1c728925661853d0df6b37202d616e8844cadc8528b9b1fd4f8fd3e574f783c3")
}

// UnpackEthMLUnknownVectorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_UnknownVector(uint256 index, bytes32 resultHash)
func (ethML *EthML) UnpackEthMLUnknownVectorError(raw []byte) (*EthMLEthMLUnknownVector, error) {
	out := new(EthMLEthMLUnknownVector)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_UnknownVector", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLWrongBlock represents a EthML_WrongBlock error raised by the EthML contract.
type EthMLEthMLWrongBlock struct {
	Number  *big.Int
	Current *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_WrongBlock(uint256 number, uint256 current)
func EthMLEthMLWrongBlockErrorID() common.Hash {
	return common.HexToHash("0x8964510233e2539e3a6c3d9eb7d66ab181e02914eb885d402df97f79aa230e67")
}

// UnpackEthMLWrongBlockError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_WrongBlock(uint256 number, uint256 current)
func (ethML *EthML) UnpackEthMLWrongBlockError(raw []byte) (*EthMLEthMLWrongBlock, error) {
	out := new(EthMLEthMLWrongBlock)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_WrongBlock", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLWrongLength represents a EthML_WrongLength error raised by the EthML contract.
type EthMLEthMLWrongLength struct {
	Predictions *big.Int
	Statuses    *big.Int
	Expected    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_WrongLength(uint256 predictions, uint256 statuses, uint256 expected)
func EthMLEthMLWrongLengthErrorID() common.Hash {
	return common.HexToHash("0xafce2eeea416f83f65817e0d248e42fb0f1a4980de8f7229f1b75fad47df7a36")
}

// UnpackEthMLWrongLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_WrongLength(uint256 predictions, uint256 statuses, uint256 expected)
func (ethML *EthML) UnpackEthMLWrongLengthError(raw []byte) (*EthMLEthMLWrongLength, error) {
	out := new(EthMLEthMLWrongLength)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_WrongLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLWrongOpening represents a EthML_WrongOpening error raised by the EthML contract.
type EthMLEthMLWrongOpening struct {
	Number     *big.Int
	Miner      common.Address
	Commitment [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_WrongOpening(uint256 number, address miner, bytes32 commitment)
func EthMLEthMLWrongOpeningErrorID() common.Hash {
	return common.HexToHash("0xa51b87dd15516b9f4f6ba7548297c1a29e36d7968532821fe89d46418a8423af")
}

// UnpackEthMLWrongOpeningError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_WrongOpening(uint256 number, address miner, bytes32 commitment)
func (ethML *EthML) UnpackEthMLWrongOpeningError(raw []byte) (*EthMLEthMLWrongOpening, error) {
	out := new(EthMLEthMLWrongOpening)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_WrongOpening", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLWrongPhase represents a EthML_WrongPhase error raised by the EthML contract.
type EthMLEthMLWrongPhase struct {
	Number *big.Int
	Phase  uint8
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_WrongPhase(uint256 number, uint8 phase)
func EthMLEthMLWrongPhaseErrorID() common.Hash {
	return common.HexToHash("0x6706302f44eb438f4cb740c60a2c7f09ca4b22ffcdc75dcc1f2fa773723eee0d")
}

// UnpackEthMLWrongPhaseError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_WrongPhase(uint256 number, uint8 phase)
func (ethML *EthML) UnpackEthMLWrongPhaseError(raw []byte) (*EthMLEthMLWrongPhase, error) {
	out := new(EthMLEthMLWrongPhase)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_WrongPhase", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLWrongWiring represents a EthML_WrongWiring error raised by the EthML contract.
type EthMLEthMLWrongWiring struct {
	Part        common.Address
	Coordinator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_WrongWiring(address part, address coordinator)
func EthMLEthMLWrongWiringErrorID() common.Hash {
	return common.HexToHash("0x8f199c3e2d8646193598fde832d5270c231be8d9b10638bc1133245886b0e254")
}

// UnpackEthMLWrongWiringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_WrongWiring(address part, address coordinator)
func (ethML *EthML) UnpackEthMLWrongWiringError(raw []byte) (*EthMLEthMLWrongWiring, error) {
	out := new(EthMLEthMLWrongWiring)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_WrongWiring", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLEthMLZeroCommitment represents a EthML_ZeroCommitment error raised by the EthML contract.
type EthMLEthMLZeroCommitment struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthML_ZeroCommitment()
func EthMLEthMLZeroCommitmentErrorID() common.Hash {
	return common.HexToHash("0xbec3c3630491319eb307de10ed09c03b28fa59d54032026402699e2e956daf86")
}

// UnpackEthMLZeroCommitmentError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthML_ZeroCommitment()
func (ethML *EthML) UnpackEthMLZeroCommitmentError(raw []byte) (*EthMLEthMLZeroCommitment, error) {
	out := new(EthMLEthMLZeroCommitment)
	if err := ethML.abi.UnpackIntoInterface(out, "EthML_ZeroCommitment", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLFailedCall represents a FailedCall error raised by the EthML contract.
type EthMLFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func EthMLFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (ethML *EthML) UnpackFailedCallError(raw []byte) (*EthMLFailedCall, error) {
	out := new(EthMLFailedCall)
	if err := ethML.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLInvalidInitialization represents a InvalidInitialization error raised by the EthML contract.
type EthMLInvalidInitialization struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidInitialization()
func EthMLInvalidInitializationErrorID() common.Hash {
	return common.HexToHash("0xf92ee8a957075833165f68c320933b1a1294aafc84ee6e0dd3fb178008f9aaf5")
}

// UnpackInvalidInitializationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidInitialization()
func (ethML *EthML) UnpackInvalidInitializationError(raw []byte) (*EthMLInvalidInitialization, error) {
	out := new(EthMLInvalidInitialization)
	if err := ethML.abi.UnpackIntoInterface(out, "InvalidInitialization", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLNotInitializing represents a NotInitializing error raised by the EthML contract.
type EthMLNotInitializing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error NotInitializing()
func EthMLNotInitializingErrorID() common.Hash {
	return common.HexToHash("0xd7e6bcf8597daa127dc9f0048d2f08d5ef140a2cb659feabd700beff1f7a8302")
}

// UnpackNotInitializingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error NotInitializing()
func (ethML *EthML) UnpackNotInitializingError(raw []byte) (*EthMLNotInitializing, error) {
	out := new(EthMLNotInitializing)
	if err := ethML.abi.UnpackIntoInterface(out, "NotInitializing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLOwnableInvalidOwner represents a OwnableInvalidOwner error raised by the EthML contract.
type EthMLOwnableInvalidOwner struct {
	Owner common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableInvalidOwner(address owner)
func EthMLOwnableInvalidOwnerErrorID() common.Hash {
	return common.HexToHash("0x1e4fbdf7f3ef8bcaa855599e3abf48b232380f183f08f6f813d9ffa5bd585188")
}

// UnpackOwnableInvalidOwnerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableInvalidOwner(address owner)
func (ethML *EthML) UnpackOwnableInvalidOwnerError(raw []byte) (*EthMLOwnableInvalidOwner, error) {
	out := new(EthMLOwnableInvalidOwner)
	if err := ethML.abi.UnpackIntoInterface(out, "OwnableInvalidOwner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLOwnableUnauthorizedAccount represents a OwnableUnauthorizedAccount error raised by the EthML contract.
type EthMLOwnableUnauthorizedAccount struct {
	Account common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func EthMLOwnableUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0x118cdaa7a341953d1887a2245fd6665d741c67c8c50581daa59e1d03373fa188")
}

// UnpackOwnableUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OwnableUnauthorizedAccount(address account)
func (ethML *EthML) UnpackOwnableUnauthorizedAccountError(raw []byte) (*EthMLOwnableUnauthorizedAccount, error) {
	out := new(EthMLOwnableUnauthorizedAccount)
	if err := ethML.abi.UnpackIntoInterface(out, "OwnableUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLUUPSUnauthorizedCallContext represents a UUPSUnauthorizedCallContext error raised by the EthML contract.
type EthMLUUPSUnauthorizedCallContext struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnauthorizedCallContext()
func EthMLUUPSUnauthorizedCallContextErrorID() common.Hash {
	return common.HexToHash("0xe07c8dba242a06571ac65fe4bbe20522c9fb111cb33599b799ff8039c1ed18f4")
}

// UnpackUUPSUnauthorizedCallContextError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnauthorizedCallContext()
func (ethML *EthML) UnpackUUPSUnauthorizedCallContextError(raw []byte) (*EthMLUUPSUnauthorizedCallContext, error) {
	out := new(EthMLUUPSUnauthorizedCallContext)
	if err := ethML.abi.UnpackIntoInterface(out, "UUPSUnauthorizedCallContext", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLUUPSUnsupportedProxiableUUID represents a UUPSUnsupportedProxiableUUID error raised by the EthML contract.
type EthMLUUPSUnsupportedProxiableUUID struct {
	Slot [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func EthMLUUPSUnsupportedProxiableUUIDErrorID() common.Hash {
	return common.HexToHash("0xaa1d49a4c084bfa9aeeee2a0be65267a7f19ba7e1476b114dac513d2c14cb563")
}

// UnpackUUPSUnsupportedProxiableUUIDError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UUPSUnsupportedProxiableUUID(bytes32 slot)
func (ethML *EthML) UnpackUUPSUnsupportedProxiableUUIDError(raw []byte) (*EthMLUUPSUnsupportedProxiableUUID, error) {
	out := new(EthMLUUPSUnsupportedProxiableUUID)
	if err := ethML.abi.UnpackIntoInterface(out, "UUPSUnsupportedProxiableUUID", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLExtensionMetaData contains all meta data concerning the EthMLExtension contract.
var EthMLExtensionMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractEthMLViews\",\"name\":\"views_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"}]",
	ID:  "16b4398d4a2cb81c04e5cc07a25af3a263",
	Bin: "0x61010080604052346101fb57602081615d9e8038038091610020828561029d565b8339810103126101fb57516001600160a01b0381168082036101fb57604051637e062a3560e11b815290602082600481845afa918215610207575f92610259575b50604051637b10399960e01b815290602082600481845afa918215610207575f92610212575b5091602060049360405194858092631d8d865360e01b82525afa928315610207575f936101bf575b5060805260a05260c0525f516020615d7e5f395f51905f525460ff8160401c166101b0576002600160401b03196001600160401b0382160161015a575b5060e052604051615aa990816102d58239608051818181610ed801528181611f2201528181611fa201526138d2015260a0518181816140e101526150c5015260c051818181610f3a015281816123820152818161293d01526142da015260e05181818160200152610a9f0152f35b6001600160401b0319166001600160401b039081175f516020615d7e5f395f51905f52556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d290602090a15f6100ec565b63f92ee8a960e01b5f5260045ffd5b9092506020813d6020116101ff575b816101db6020938361029d565b810103126101fb57516001600160a01b03811681036101fb57915f6100af565b5f80fd5b3d91506101ce565b6040513d5f823e3d90fd5b9091506020813d602011610251575b8161022e6020938361029d565b810103126101fb5751916001600160a01b03831683036101fb5791906020610087565b3d9150610221565b9091506020813d602011610295575b816102756020938361029d565b810103126101fb57516001600160a01b03811681036101fb57905f610061565b3d9150610268565b601f909101601f19168101906001600160401b038211908210176102c057604052565b634e487b7160e01b5f52604160045260245ffdfe6080604052600436101561005f575b3461005b57604051365f82375f8036837f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af43d5f833e15610057573d90f35b3d90fd5b5f80fd5b5f5f3560e01c80630138c60d14612fa6578063050e7882146120575780631e83409a14611e2a5780633f4ba83a14611d8657806340e58ee514611c0c578063715018a614611b6f57806379ba509714611b2a5780638456cb5914611a7a5780638da5cb5b14611a45578063a2b57ad614610e1a578063bf81bf4314610ace578063d65e880d14610a89578063e17c579f146101ee578063e30c3978146101b95763f2fde38b1461010f575061000e565b346101b65760203660031901126101b6576101286130a0565b610130613260565b5f51602061597d5f395f51905f52546001600160a01b0316903382036101a3575f516020615a7d5f395f51905f5280546001600160a01b0319166001600160a01b03929092169182179055907f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e227008380a380f35b63118cdaa760e01b835233600452602483fd5b80fd5b50346101b657806003193601126101b6575f516020615a7d5f395f51905f52546040516001600160a01b039091168152602090f35b50346101b6576102803660031901126101b657610209613260565b5f51602061597d5f395f51905f52546001600160a01b03163303610a765763ffffffff60043516600435036101b65761024963ffffffff60043516614822565b63ffffffff60243516602435036101b65761026b63ffffffff6024351661487f565b63ffffffff60443516604435036101b65761028d63ffffffff604435166148dc565b63ffffffff60643516606435036101b6576102af63ffffffff60643516614937565b6001600160801b0360843516608435036101b6576102d76001600160801b0360843516614998565b63ffffffff60c4351660c435036101b6576102f963ffffffff60c43516614a03565b63ffffffff60a4351660a435036101b65761032463ffffffff60c4351663ffffffff60a43516614a5d565b63ffffffff60e4351660e435036101b65761034f63ffffffff60c4351663ffffffff60e43516614ab7565b63ffffffff610104351661010435036101b65761037463ffffffff6101043516614b16565b63ffffffff610124351661012435036101b6576103a263ffffffff6004351663ffffffff6101243516614b64565b6001600160601b03610144351661014435036101b6576103cd6001600160601b036101443516614bc2565b6001600160401b03610164351661016435036101b6576103f86001600160401b036101643516614c13565b63ffffffff6101a435166101a435036101b65761041d63ffffffff6101a43516614c79565b63ffffffff610184351661018435036101b65761044c63ffffffff6101a4351663ffffffff6101843516614cda565b61046463ffffffff6103e88161018435160616614d34565b61ffff6101c435166101c435036101b65761048561ffff6101c43516614d77565b61ffff6101e435166101e435036101b6576104a661ffff6101e43516614dc0565b61ffff610204351661020435036101b6576104c761ffff6102043516614e07565b61ffff610224351661022435036101b6576104e861ffff6102243516614e53565b6001600160401b03610244351661024435036101b6576105136001600160401b036102443516614e9f565b6001600160601b03610264351661026435036101b65761053e6001600160601b036102643516614ef2565b610546613125565b60c060ff5f516020615a1d5f395f51905f525460401c16910181607f82511615159182610a65575b5050610a5d575b6002811015610a49575f5160206159fd5f395f51905f52600282901b01805467ffffffffffffffff191660043563ffffffff161760243560201b63ffffffff60201b161781556003906105ca60443582613a09565b805463ffffffff60601b191660643560601b63ffffffff60601b1617815580546001600160801b031660843560801b6001600160801b03191617815560018101805467ffffffffffffffff191660a43563ffffffff161760c43560201b63ffffffff60201b1617815561063f60e43582613a09565b805463ffffffff60601b19166101043560601b63ffffffff60601b1617815580546001600160801b03166101243560801b63ffffffff60801b16176101443560a01b6001600160a01b03191617905560028101805467ffffffffffffffff1916610164356001600160401b0316178155610730906106c06101843582613a09565b80546001600160c01b03196102443560c01b166001600160601b0390911663ffffffff60601b6101a43560601b161761ffff60801b6101c43560801b161761ffff60901b6101e43560901b161761ffff60a01b6102043560a01b161761ffff60b01b6102243560b01b1617179055565b0180546bffffffffffffffffffffffff1916610264356001600160601b031617905560405161075e816130e9565b62ffffff60043516815262ffffff60243516602082015261ffff60443516604082015262ffffff6064351660608201526001600160601b0360843516608082015266ffffffffffffff610164351660a08201526002821015610a49577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567312820190805182546020808401516040808601516060808801516080808a015160a09a8b01516001600160f01b031990991662ffffff9a909a169990991760189690961b65ffffff000000169590951760309390931b67ffff000000000000169290921791831b62ffffff60401b169190911760589690961b6bffffffffffffffffffffffff60581b169590951760b89490941b66ffffffffffffff60b81b16939093179095555f516020615a1d5f395f51905f52805469ff00ffffffffffffffff1696831b60ff60401b169690961760a435605081901b63ffffffff60501b169190911760e435607081901b63ffffffff60701b169190911761010435609081901b63ffffffff60901b16919091176103e86101843563ffffffff90811691820460b01b61ffff60b01b16929092176101443560c081811b6001600160c01b03191692909217909c558751600435841681526024358416978101979097526044358316978701979097526064358216978601979097526084356001600160801b0316988501989098529187169583019590955260c43586169282019290925292841660e084015283166101008301526101243583166101208301526001600160601b03938416610140830152610164356001600160401b039081166101608401526101808301919091526101a4359092166101a08201526101c43561ffff9081166101c08301526101e43581166101e0830152610204358116610200830152610224351661022082015261024435909116610240820152610264359091166102608201527f05aaa9cb780527fd1cbae7cde43ec272aa3613dc37f8fa75bdaf4f11e06701609061028090a180f35b634e487b7160e01b5f52603260045260245ffd5b600118610575565b5160071c600116149050815f61056e565b63118cdaa760e01b815233600452602490fd5b50346101b657806003193601126101b6576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b50346101b65760203660031901126101b657600435610aeb613260565b610af4816137c1565b8054600282015490610b0b60ff8260a01c16613a38565b6007811015610e065760018103610dec5750610b25613125565b610b308383876137f7565b15610d3157505f516020615a1d5f395f51905f5254600260ff8260401c161015610d1d575f5160206159fd5f395f51905f52603e9190911c6103fc160190608883901c64ffffffffff16428111610d0257509160029391612710610c5661ffff86610baa610c629860e81c63ffffffff8860b01c1661384e565b610c06610bcd63ffffffff5f516020615a1d5f395f51905f525460201c16613203565b63ffffffff60201b5f516020615a1d5f395f51905f52549160201b169063ffffffff60201b1916175f516020615a1d5f395f51905f5255565b60ff60a01b19166218000360a11b17808755978894338b7f7fe9be360ec6d33d1285db2f392fcb6e7e13383d4b81c49310c591f7251382ec8e80a3015460b01c166001600160601b03851661324d565b049283610ceb5761393e565b60015f5160206159bd5f395f51905f525d610c87610c7f82613284565b8483856132a4565b15610ca1575b82805f5160206159bd5f395f51905f525d80f35b8183525f5160206159dd5f395f51905f52602052600160b11b1760408320557fb2298745cb84651776b988443c22ab136d5d245a655462194e833357e68867f18280a25f80610c8d565b610cf4336131be565b8460681b815401905561393e565b632b0a622b60e21b8752600486905260245242604452606486fd5b634e487b7160e01b86526032600452602486fd5b90610d3b82613a47565b915f1990610d4881613a6f565b6003811015610dd857600114610d79575b50804210610d0257509160029391612710610c5661ffff610c6296610c06565b602001516001840154610d9d925060801c63ffffffff169064ffffffffff16613240565b60018101809111610dc4578064ffffffffff8560881c1690811015610d595790505f610d59565b634e487b7160e01b87526011600452602487fd5b634e487b7160e01b89526021600452602489fd5b63390c5c5560e11b8652600485905260ff16602452604485fd5b634e487b7160e01b86526021600452602486fd5b50346101b6576102c03660031901126101b657610e356130a0565b906024356001600160401b038116808203611a4157610280366043190112611a41575f516020615a3d5f395f51905f5254936001600160401b03851680159081611a31575b6001149081611a27575b159081611a1e575b50611a0f5760016001600160401b03195f516020615a3d5f395f51905f525416175f516020615a3d5f395f51905f525560ff8560401c16156119da575b604051630a00909760e01b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690602081600481855afa9081156119955786916119a0575b50306001600160a01b03909116036118ca5750604051630a00909760e01b81527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031690602081600481855afa908115611995578691611957575b50306001600160a01b03909116036118ca5750610f956147f7565b610f9d6147f7565b6001600160a01b038116156118b657610fb59061399e565b6001600160401b03610fc5613229565b16811080156118a6575b611858575063ffffffff604435166044350361185457610ff663ffffffff60443516614822565b63ffffffff60643516606435036118545761101863ffffffff6064351661487f565b63ffffffff60843516608435036118545761103a63ffffffff608435166148dc565b63ffffffff60a4351660a435036118545761105c63ffffffff60a43516614937565b6001600160801b0360c4351660c43503611854576110846001600160801b0360c43516614998565b63ffffffff61010435166101043503611854576110a963ffffffff6101043516614a03565b63ffffffff60e4351660e43503611854576110d563ffffffff610104351663ffffffff60e43516614a5d565b63ffffffff610124351661012435036118545761110463ffffffff610104351663ffffffff6101243516614ab7565b63ffffffff610144351661014435036118545761112963ffffffff6101443516614b16565b63ffffffff610164351661016435036118545761115763ffffffff6044351663ffffffff6101643516614b64565b6001600160601b0361018435166101843503611854576111826001600160601b036101843516614bc2565b6001600160401b036101a435166101a43503611854576111ad6001600160401b036101a43516614c13565b63ffffffff6101e435166101e43503611854576111d263ffffffff6101e43516614c79565b63ffffffff6101c435166101c435036118545761120163ffffffff6101e4351663ffffffff6101c43516614cda565b61121963ffffffff6103e8816101c435160616614d34565b61ffff610204351661020435036118545761123a61ffff6102043516614d77565b61ffff610224351661022435036118545761125b61ffff6102243516614dc0565b61ffff610244351661024435036118545761127c61ffff6102443516614e07565b61ffff610264351661026435036118545761129d61ffff6102643516614e53565b6001600160401b0361028435166102843503611854576112c86001600160401b036102843516614e9f565b6001600160601b036102a435166102a43503611854576112f36001600160601b036102a43516614ef2565b5f51602061595d5f395f51905f52805466ffffffffffffff60b01b191660b09290921b66ffffffffffffff60b01b169190911790556002811015610a49575f5160206159fd5f395f51905f52600282901b01805467ffffffffffffffff191660443563ffffffff161760643560201b63ffffffff60201b1617815560039061137d60843582613a09565b805463ffffffff60601b191660a43560601b63ffffffff60601b1617815580546001600160801b031660c43560801b6001600160801b03191617815560018101805467ffffffffffffffff191660e43563ffffffff16176101043560201b63ffffffff60201b161781556113f46101243582613a09565b805463ffffffff60601b19166101443560601b63ffffffff60601b1617815580546001600160801b03166101643560801b63ffffffff60801b16176101843560a01b6001600160a01b03191617905560028101805467ffffffffffffffff19166101a4356001600160401b03161781556114e5906114756101c43582613a09565b80546001600160c01b03196102843560c01b166001600160601b0390911663ffffffff60601b6101e43560601b161761ffff60801b6102043560801b161761ffff60901b6102243560901b161761ffff60a01b6102443560a01b161761ffff60b01b6102643560b01b1617179055565b0180546bffffffffffffffffffffffff19166102a4356001600160601b031617905560405191611514836130e9565b62ffffff60443516835262ffffff60643516602084015261ffff60843516604084015262ffffff60a4351660608401526001600160601b0360c43516608084015266ffffffffffffff6101a4351660a08401526002821015610a49577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673128201835181546020808701516040808901516060808b01516080808d015160a09d8e01516001600160f01b031990991662ffffff9a909a169990991760189690961b65ffffff000000169590951760309390931b67ffff000000000000169290921791831b62ffffff60401b169190911760589690961b6bffffffffffffffffffffffff60581b169590951760b89490941b66ffffffffffffff60b81b16939093179094555f516020615a1d5f395f51905f52805469ff00ffffffffffffffff1660e435605081901b63ffffffff60501b169190911761012435607081901b63ffffffff60701b169190911761014435609081901b63ffffffff60901b16919091176103e86101c43563ffffffff90811691820460b01b61ffff60b01b16929092176101843560c081811b6001600160c01b0319169290921790975588516044358416815260643584169881019890985260843583169888019890985260a43582169887019890985260c4356001600160801b031698860198909852918716998401999099526101043586169383019390935296841660e08201529083166101008201526101643583166101208201526001600160601b039586166101408201526101a4356001600160401b039081166101608301526101808201929092526101e4359092166101a08301526102043561ffff9081166101c08401526102243581166101e0840152610244358116610200840152610264351661022083015261028435166102408201526102a435909316610260840152909160ff91907f05aaa9cb780527fd1cbae7cde43ec272aa3613dc37f8fa75bdaf4f11e06701609061028090a160401c16156118015780f35b60ff60401b195f516020615a3d5f395f51905f5254165f516020615a3d5f395f51905f52557fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d2602060405160018152a180f35b5080fd5b6084906001600160401b0361186b613229565b6040519263040ae69960e31b845269646966666963756c747960b01b6004850152602484015216604482015266ffffffffffffff6064820152fd5b5066ffffffffffffff8111610fcf565b631e4fbdf760e01b84526004849052602484fd5b604051630a00909760e01b8152908590602083600481845afa90811561194c578291611910575b63478cce1f60e11b83526004526001600160a01b031660245260449150fd5b90506020833d602011611944575b8161192b60209383613104565b810103126118545761193e604493613215565b906118f1565b3d915061191e565b6040513d84823e3d90fd5b90506020813d60201161198d575b8161197260209383613104565b810103126119895761198390613215565b5f610f7a565b8580fd5b3d9150611965565b6040513d88823e3d90fd5b90506020813d6020116119d2575b816119bb60209383613104565b81010312611989576119cc90613215565b5f610f18565b3d91506119ae565b6801000000000000000060ff60401b195f516020615a3d5f395f51905f525416175f516020615a3d5f395f51905f5255610ec9565b63f92ee8a960e01b8452600484fd5b9050155f610e8c565b303b159150610e84565b604087901c60ff16159150610e7a565b8280fd5b50346101b657806003193601126101b6575f51602061597d5f395f51905f52546040516001600160a01b039091168152602090f35b50346101b657806003193601126101b657611a93613260565b5f51602061597d5f395f51905f52546001600160a01b03163303610a76575f516020615a1d5f395f51905f525460ff8160481c16611b1b5769010000000000000000009060ff60481b1916175f516020615a1d5f395f51905f52557f62e78cea01bee320cd4e420270b5ea74000d11b0c9f74754ebdbfc544b05a2586020604051338152a180f35b6388eab0d760e01b8252600482fd5b50346101b657806003193601126101b657611b43613260565b5f516020615a7d5f395f51905f5254336001600160a01b0390911603610a7657611b6c3361399e565b80f35b50346101b657806003193601126101b657611b88613260565b5f51602061597d5f395f51905f52546001600160a01b03163303610a76575f516020615a7d5f395f51905f5280546001600160a01b03199081169091555f51602061597d5f395f51905f528054918216905581906001600160a01b03167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08280a380f35b50346101b65760203660031901126101b65760043590611c2a613260565b611c33826137c1565b8054600282015491936001600160a01b038216338103611d6a5750611c598383836137f7565b15611cd65793611b6c9394611c7a8360e81c63ffffffff8660b01c1661384e565b611c9d610bcd63ffffffff5f516020615a1d5f395f51905f525460201c16613203565b60ff60a01b198316600560a01b1782557fee243f878b7fc2f54e934ca33783d4395d42bc07612e2bd4b8e0e178639f7a288680a261388a565b8391611ce760ff8260a01c16613a38565b936007851015611d5657600185149182611d43575b5050611d3a575b6007831015611d26576318ea60a160e11b825260045260ff909116602452604490fd5b634e487b7160e01b82526021600452602482fd5b60029250611d03565b611d4e9250836137f7565b158480611cfc565b634e487b7160e01b84526021600452602484fd5b633da82ca160e11b855260049190915233602452604452606483fd5b50346101b657806003193601126101b657611d9f613260565b5f51602061597d5f395f51905f52546001600160a01b03163303610a76575f516020615a1d5f395f51905f525460ff8160481c1615611e1b5760ff60481b19165f516020615a1d5f395f51905f52557f5db9ee0a495bf2e6ff9c91a7834c1ba4fdd244a5e8aa4e537bd38aeae4b073aa6020604051338152a180f35b638a68551d60e01b8252600482fd5b503461005b57602036600319011261005b57611e446130a0565b90611e4d613260565b611e56826131be565b8054916cffffffffffffffffffffffffff8316926cffffffffffffffffffffffffff8160681c169284159182809361204f575b612031576001600160d01b031916905560408051858152602081018590526001600160a01b038716917fdacbdde355ba930696a362ea6738feb9f8bd52dfb3d81947558fd3217e23e32591a215611fa0575b81611ef1575b6040838382519182526020820152f35b60405163a9059cbb60e01b81526001600160a01b0390941660048501526024840182905260208480604481010381847f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015611f935715611ee1576020843d602011611f8b575b81611f7060209383613104565b810103126101b65750611f846040936131f6565b505f611ee1565b3d9150611f63565b50604051903d90823e3d90fd5b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316803b1561005b576040516340c10f1960e01b81526001600160a01b038616600482015260248101859052905f908290604490829084905af1801561202657612013575b50611edb565b61201f91505f90613104565b5f5f61200d565b6040513d5f823e3d90fd5b6327b491c560e11b5f9081526001600160a01b038816600452602490fd5b508415611e89565b3461005b57604036600319011261005b576024356004356001600160401b03821161005b573660238301121561005b5781600401356001600160401b03811161005b573660248260051b8501011161005b576120b1613260565b6120b9613125565b9163ffffffff835116818103612f9057506120d383613a6f565b600381101561289a57600203612f655760ff61010084015116600160ff60e0860151161b905f198201918211612e2357141580612f35575b612f045750602461211e92930183613390565b60405192916101c084016001600160401b03811185821017612ef057604052604051612149816130cd565b5f81525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e08201525f61010082015284525f60208501526060604085015260608085015260606080850152606060a0850152606060c08501525f60e08501525f6101008501525f61012085015260a0926040516121cb8582613104565b843682376101408601526040516121e28582613104565b843682376101608601525f6101808601525f6101a0860152607f60c08201511690855261220e8161371d565b5f5f5b838110612e8b57505060408601526122288161371d565b60608601525f5b818110612e4c57505060038210156128ae5750825161224d81613a47565b9061225785613a9a565b604085015151905f5b82811061265257506001600160601b036003840154168402935f968051935f5b60c0830151805182101561247557600160ff61010089015116831c1661246c5760049a906001600160a01b03906122b890849061335a565b511690815f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56732260205260405f20805463ffffffff81168015159081612456575b501561244d5760ff809160201c165b169061ffff60028c015460801c16821b9163ffffffff808c51161663ffffffff19835416178255600e81105f14612445576001015b815464ff00000000191660209190911b64ff000000001617905560408051631c3e07db60e21b81529d8e0184905260248e0191909152818b0360448e01528c6064815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af1908115612026575f9c5f9261240b575b50906001939291019b7f05b10a22efbf91f8323fec2d1bfc21bf3288e9493467d52c4cd9e998ae043b8c63ffffffff8a5116916040518091604082019082525f60208301520390a35b01612280565b612433919d5060019493925060403d811161243e575b61242b8183613104565b8101906142b2565b9c909c9192936123bc565b503d612421565b50600e61233d565b5060ff5f612308565b6103e8915063ffffffff8c51160311158f6122f9565b50600190612405565b505095509593509590915080612583575b50907f521cee8a41f28c09413b6816526345b764cf50160b8ccbfdd3c11f9f298ee5d2606061257794936125819763ffffffff5f51602061599d5f395f51905f525495818a5151169060408b01516020815160051b910120907f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673035460c08d01516020815160051b910120916040519360208501958c87526040860152898501525f608085015283015260c08201524260e082015260e0815261254a61010082613104565b51902092835f51602061599d5f395f51905f525551169460405192835260208301526040820152a261371d565b60808201526144c0565b005b9261259186859693966130b6565b93861561263e57958095939606955f9360e08101966101008201985b60ff89511687101561260d57600160ff8b5116881c1615612602576125e760018060a01b036125e08960c08a015161335a565b51166131be565b90880160681b815401905560ff60015f975b019690506125ad565b95600160ff916125f9565b50975092955090935091507f521cee8a41f28c09413b6816526345b764cf50160b8ccbfdd3c11f9f298ee5d2612486565b634e487b7160e01b5f52601260045260245ffd5b61266081606089015161335a565b51905f6126718260608b015161335a565b5261268060ff83891c16613a38565b91600783101561289a576001809303612894576126a18260408b015161335a565b515f525f5160206159dd5f395f51905f5260205260405f206002810154838b64ffffffffff8360881c164210155f1461273e5761272893949160406126e792015161335a565b5160ff60a01b1982166218000360a11b17808655949033907f7fe9be360ec6d33d1285db2f392fcb6e7e13383d4b81c49310c591f7251382ec5f80a361388a565b6127368260608b015161335a565b525b01612260565b9261277060409392847fa42ea8cd17e8c1da1c35ca3185d7620ef2b324fce64fbc885b85af18bdc8f06096015161335a565b51948d65ffffff0000008460b01c9460981c1690815f525f516020615a5d5f395f51905f526020526301000000865f205480938115612873575b62ffffff8260181c16600681105f146128225750908a631fffffe08260131c166030011b17905b5f525f516020615a5d5f395f51905f5260205201865f205560208a818301510191015262ffffff60e81b9060d01b1690888060e81b031617905563ffffffff825191168152856020820152a2612738565b61282c90826147cc565b8061285157508b905b5f525f516020615a5d5f395f51905f52602052895f20556127d1565b815f525f516020615a5d5f395f51905f526020528c8b5f2054911b1790612835565b61288f62ffffff89165f516020615a5d5f395f51905f52615700565b6127aa565b50612738565b634e487b7160e01b5f52602160045260245ffd5b92809150516128bc81613a47565b936128c683613a9a565b604083015151906128d68261371d565b60808501526128e48261374f565b6128f16040519182613104565b828152601f196129008461374f565b0136602083013760a08501525f5b828110612e375750505060e0820151612d25575b61018082015180612d0d575b509161293a82856142c8565b507f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031693600201905f5b60c08401518051821015612a615760016101a0860151831c1615612a58576001600160a01b039061299e90839061335a565b51169061ffff845460901c1660405192631c3e07db60e21b8452600484015260248301525f60448301526040826064815f8b5af18015612026576001925f91612a39575b5063ffffffff865151167f05b10a22efbf91f8323fec2d1bfc21bf3288e9493467d52c4cd9e998ae043b8c6040858060a01b03612a238660c08c015161335a565b5116938151908152866020820152a35b0161296c565b612a51915060403d811161243e5761242b8183613104565b50886129e2565b50600190612a33565b505091929350506080820151612aa6612ab460a0850151604051928391612a94602084019660408852606085019061376a565b838103601f190160408501529061379d565b03601f198101835282613104565b519020925f51602061599d5f395f51905f52549363ffffffff845151169060408501516020815160051b910120907f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673035460c08701516020815160051b910120916040519360208501958a87526040860152606085015260808401528583015260c08201524260e082015260e08152612b4e61010082613104565b51902093845f51602061599d5f395f51905f5255600160c083015160071c16946002861015610a4957612cd07f364a1e5ed1bdd5da48c6dbd7441a539f8ee82eb96ec1f73744d08d5cbd665b7a93612cc263ffffffff612581997f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731201928881019384519066ffffffffffffff8216612c5c661fffffffffffff612c3d64ffffffffff80604089015116955495818060208b0151169162ffffff8960181c16900316031666ffffffffffffff8660b81c16958115612d04575b62ffffff612c389160401c168661324d565b6130b6565b9460031c1691612c4d83826130c0565b9280612cfe5750600190613240565b90808410612cf6575b50808311612cee575b50808210612ce6575b5066ffffffffffffff8111612cd8575b66ffffffffffffff1680945251169660808901519060a08a01519360405197889788526020880152604087015280606087015285019061376a565b90838203608085015261379d565b0390a26144c0565b5066ffffffffffffff612c87565b90508c612c77565b91508d612c6e565b92508e612c65565b90613240565b60019150612c26565b612d16336131be565b9060681b81540190558461292e565b91929063ffffffff81515116915f198301928311612e235760ff6101008351015116945f5b60c084015151811015612e17578060018881931c1615612e1257610100850151612d79826101408801516142a1565b510180612d89575b505b01612d4a565b612dc0838060a01b03612da08460c08a015161335a565b51169160e0880151906802b5e3af16b1880000620334508b041c026130b6565b610120870151612dd5846101608a01516142a1565b5101915f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56732160205260405f209160681b17815401905588612d81565b612d83565b50939192509350612922565b634e487b7160e01b5f52601160045260245ffd5b80612e4660019284888b613b47565b0161290e565b80612e5d600192604089015161335a565b515f525f5160206159dd5f395f51905f5260205260405f2054612e848260608a015161335a565b520161222f565b6007811615612eb8575b8063ffffffff8360e060019460051b161c16612eb1828661335a565b5201612211565b80915060031c6004811015610a49577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567304015490612e95565b634e487b7160e01b5f52604160045260245ffd5b8263ffffffff608064ffffffffff604084015116920151169163639691cb60e11b5f5260045260245260445260645ffd5b5064ffffffffff60408401511642101580612f51575b1561210b565b5063ffffffff608084015116431015612f4b565b612f6e83613a6f565b600381101561289a5760ff91636706302f60e01b5f526004521660245260445ffd5b906344b2288160e11b5f5260045260245260445ffd5b3461005b57602036600319011261005b57600435612fc2613260565b5f8181525f5160206159dd5f395f51905f52602052604090208054600160b11b81161561308d57600160b11b198116825561305c91837f6a7eb502488a67e74c7a6c593612353baab86287bb7f519e36d7a431b3caaecf5f80a261302582613284565b9060026130365a600a5a04906130c0565b9160015f5160206159bd5f395f51905f525d015491808211156130855750915b846132a4565b15613073575f5f5160206159bd5f395f51905f525d005b635a95c2bd60e01b5f5260045260245ffd5b905091613056565b8263a79f6f4560e01b5f5260045260245ffd5b600435906001600160a01b038216820361005b57565b811561263e570490565b91908203918211612e2357565b61012081019081106001600160401b03821117612ef057604052565b60c081019081106001600160401b03821117612ef057604052565b90601f801991011681019081106001600160401b03821117612ef057604052565b60405190613132826130cd565b816101005f51602061595d5f395f51905f525463ffffffff8116835264ffffffffff8160201c16602084015264ffffffffff8160481c16604084015263ffffffff8160701c16606084015263ffffffff8160901c16608084015266ffffffffffffff8160b01c1660a084015260ff8160e81c1660c084015260ff8160f01c1660e084015260f81c910152565b6001600160a01b03165f9081527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673216020526040902090565b5190811515820361005b57565b63ffffffff168015612e23575f190190565b51906001600160a01b038216820361005b57565b6101a4356001600160401b038116810361005b5790565b91908201809211612e2357565b81810292918115918404141715612e2357565b5f5160206159bd5f395f51905f525c61327557565b63229836b560e01b5f5260045ffd5b61ffff9060d81c166103e88102908082046103e81490151715612e235790565b92916132b560ff8360a01c16613a38565b600781101561289a57600303613322576320b00699935b611f40603f8504850101805a1061330c575060405160e09590951b8552600485015260248401525f92839260449284916001600160a01b0390911690f190565b5a6352d6109b60e01b5f5260045260245260445ffd5b506322f57be89260078260b31c16906132cc565b6001600160401b038111612ef05760051b60200190565b805115610a495760200190565b8051821015610a495760209160051b010190565b9190811015610a495760051b81013590603e198136030182121561005b570190565b929190915f9060ff610100860151169360e05f96019560ff8751165b80821061370a5750506003831080613702575b6136f657926133cd81613336565b906133db6040519283613104565b808252601f196133ea82613336565b015f5b8181106136af57505081945f5b8281106134aa57505050505f5b60ff8651168110156134a257600185821c1661342557600101613407565b6005811015610a49577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673088101546001600160a01b0316906005811015610a49577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730d01546314a3af7560e31b5f908152600492909252602452604490fd5b509193509150565b91946134bb83859a9996939561335a565b51936134c884888361336e565b803590601e198136030182121561005b5701978835986001600160401b038a1161005b57602001928960051b94853603851361005b57613509878b8661336e565b602081013590601e198136030182121561005b57019a8b359b6001600160401b038d1161005b57602001968c3603881361005b576040519060208201926040845280606084015260018060fb1b031061005b57959e9293949560208f9e60808b828693866135b2978f86880137850192601f198587860301016040870152818585015260a08401375f8584838501010152601f801991011601010301601f198101835282613104565b5190209c5f9a60408a019b60ff60608c019e5b5116811015613666578e969594939291908e8e8e831c600116158015613615575b9160ff939160019361360e5783831b81511790528281510190525b01919293949596976135c5565b5050613601565b50505096506005871015610a49578f8f978f908f9160019260ff94837f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730d01545f60031b1c14159193509193506135e6565b5096949b9d9097959c9d9a9198939a999299511561369957509160209160019594935119169b81520152019190916133fa565b85631c72892560e01b5f5260045260245260445ffd5b6040969296519060808201918083106001600160401b03841117612ef0576020926040525f81525f838201525f60408201525f6060820152828287010152019591956133ed565b50925092505060609190565b5083156133bf565b90936001908188871c16019401906133ac565b9061372782613336565b6137346040519182613104565b8281528092613745601f1991613336565b0190602036910137565b6001600160401b038111612ef057601f01601f191660200190565b90602080835192838152019201905f5b8181106137875750505090565b825184526020938401939092019160010161377a565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b90815f525f5160206159dd5f395f51905f5260205260405f20918254156137e55750565b635f02c7d560e01b5f5260045260245ffd5b909161380860ff8460a01c16613a38565b600781101561289a576001149283613821575b50505090565b613846935060e81c9060b01c63ffffffff165f516020615a5d5f395f51905f5261475c565b5f808061381b565b9065ffffff0000006138639260181b166147cc565b905f525f516020615a5d5f395f51905f5260205263ffffffff60405f20911b198154169055565b50906001600160601b0316908161389f575050565b60405163a9059cbb60e01b81526001600160a01b039091166004820152602481019190915260208180604481015b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015612026576139095750565b6020813d602011613936575b8161392260209383613104565b8101031261005b57613933906131f6565b50565b3d9150613915565b916001600160601b0391939283613990575b50169080820361395f57505050565b60405163a9059cbb60e01b81526001600160a01b0390931660048401529003602482015260208180604481016138cd565b60028483039101555f613950565b5f516020615a7d5f395f51905f5280546001600160a01b03199081169091555f51602061597d5f395f51905f5280549182166001600160a01b0393841690811790915591167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3565b9063ffffffff60401b82549160401b169063ffffffff60401b1916179055565b6002821015610a495701905f90565b60ff16600781101561289a5790565b60c0015160071c6001166002811015610a495760021b5f5160206159fd5f395f51905f520190565b607f60c08201511615613a95576040015164ffffffffff16613a9057600190565b600290565b505f90565b60ff60e0825101511660c0613aae82613336565b92613abc6040519485613104565b828452601f19613acb84613336565b01366020860137019182527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567308915f5b828110613b075750505050565b6005811015610a4957838101548251600192916001600160a01b031690613b2f90839061335a565b5201613afa565b908151811015610a49570160200190565b929190926060840191613b5b84845161335a565b519060408601613b6c86825161335a565b5196613b7d60ff8560a01c16613a38565b600781101561289a5760010361427b57875f525f5160206159dd5f395f51905f5260205260405f2092613bb1858983614f4c565b8396929315613ea057505050505060028301549460048310613e0557506005613bde8860a0840151613b36565b53608885901c64ffffffffff164210613c4957505060ff60a01b1982166218000360a11b1780825595613c46959493613c40939092909133907f7fe9be360ec6d33d1285db2f392fcb6e7e13383d4b81c49310c591f7251382ec5f80a361388a565b5161335a565b52565b909690600160b01b841615613caf575092613c40925f92613c469796957f3a4f0cc107942e96d99e5648c0043cdd51686b0ba8c85ceed4b0fbb7db61cbdc6020600160a21b8c60b31b60ff60a01b19871617179b8c855560ff60405191168152a261393e565b91929096505f613ce37fa42ea8cd17e8c1da1c35ca3185d7620ef2b324fce64fbc885b85af18bdc8f060976040975161335a565b52602065ffffff0000008560b01c9560981c1692835f525f516020615a5d5f395f51905f5282526301000000875f205480958115613de4575b62ffffff8260181c16600681105f14613d955750908b631fffffe08260131c166030011b17905b5f525f516020615a5d5f395f51905f52845201875f20550160018151019052600160b01b179062ffffff60e81b9060d01b169060018060e81b031617905563ffffffff8251911681525f6020820152a2565b613d9f90826147cc565b80613dc357508c905b5f525f516020615a5d5f395f51905f5286528a5f2055613d43565b815f525f516020615a5d5f395f51905f5287528d8c5f2054911b1790613da8565b613e0062ffffff8a165f516020615a5d5f395f51905f52615700565b613d1c565b92829861018061271061ffff600286988d9c9b98613e3c613c469f60a0613c409e9b01519260ff60f81b9060f81b165f1a92613b36565b53015460a01c166001600160601b038716020495018581510190527f3a4f0cc107942e96d99e5648c0043cdd51686b0ba8c85ceed4b0fbb7db61cbdc6020600160a21b8c60b31b60ff60a01b19871617179b8c855560ff60405191168152a261393e565b83809b9893969c9a94959d508a9750613ebd8860808f015161335a565b528b613eca888a5161335a565b519260028501956001600160601b038754165f94816140b3575b50505060e08201805160010190528151610100015160ff16810361402b5750879392613f48999261012083610100613f3f950160018151019052019081510190525b915160ff60a01b19909216600360a01b1793849261335a565b5255555161335a565b517f4ac329853186f97daad75a43499c46f8b86b4ec84c3c611a9964456cab93c18e6020604051868152a26001855111908161401c575b50613f8b575b50505050565b929391925f92835b86518110156140035783613fc384613fab848b61335a565b519060208251920151918160051b01359101355f1a91565b9190159182613ff8575b5050613fdc575b600101613f93565b936001906040613fec878a61335a565b51015117949050613fd4565b14159050845f613fcd565b5094505050906101a0019081511790525f808080613f85565b600160b21b161590505f613f7f565b9190506101408d016101608e015f5b6005811061405657505050505090613f4896613f3f8793613f26565b9092949699508395989a97506001809294821c16156140ae578351614088828461408082856142a1565b5101926142a1565b52825161409a828761408082856142a1565b525b01918b989593918d979a98959361403a565b61409c565b604051636055074560e11b815260b888901c63ffffffff1660048201529b50919850935091506080896024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215612026578c998f93988f995f925f916141fb575b509061271061ffff6002931688020492836141b7575b5001549461271061ffff8760a01c1682020491829103039461415987613284565b9063ffffffff8160401c16908183115f146141ad5760c01c910302945b8086116141a5575b85900361418b83826130b6565b9561018086019387029201010381510190525f8080613ee4565b94508461417e565b5050505f94614176565b6001600160a01b03165f9081527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567321602052604081208054606886901b019055614138565b9c505093505096506080893d608011614273575b8161421c60809383613104565b8101031261005b5761422d89613215565b9660208a015161ffff8116810361005b5760408b015160ff81160361005b578f938f99908f9c61ffff600293614268606061271094016131f6565b509492935050614122565b3d915061420f565b5f9750869594506006935061429a9250613c4696915060a00151613b36565b535161335a565b906005811015610a495760051b0190565b919082604091031261005b576020825192015190565b81515f9360c0909301926002909201917f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906101008301865b865180518210156144b657600160ff845116831c166144ad576001600160a01b039061433790839061335a565b5116805f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56732260205260405f2098895463ffffffff81168015159081614497575b501561448e5760ff809160201c165b169961ffff895460801c168b1b9a63ffffffff808a51161663ffffffff19835416178255600e81105f14614486576001015b64ff0000000082549160201b169064ff00000000191617905560405199631c3e07db60e21b8b528260048c015260248b0152805f0360448b015260408a6064815f8a5af1908115612026575f9a5f9261445c575b5090600193929101997f05b10a22efbf91f8323fec2d1bfc21bf3288e9493467d52c4cd9e998ae043b8c63ffffffff895116916040518091604082019082525f60208301520390a35b0161430a565b61447b919b5060019493925060403d811161243e5761242b8183613104565b9a909a91929361440d565b50600e6143b9565b5060ff5f614387565b6103e8915063ffffffff8a51160311155f614378565b50600190614456565b5050509350505050565b6040810151915f60c0835101525f516020615a1d5f395f51905f52546144f3602084015163ffffffff8360201c16613240565b8061468f575b505090805163ffffffff81511668ffffffffff00000000602083015160201b16176dffffffffff000000000000000000604083015160481b161763ffffffff60701b606083015160701b161763ffffffff60901b608083015160901b161766ffffffffffffff60b01b60a083015160b01b161760ff60e81b60c083015160e81b161760ff60f01b60e083015160f01b16179061010060ff60f81b91015160f81b16175f51602061595d5f395f51905f525560015f5160206159bd5f395f51905f525d60608101905f5b845181101561467857806145d9600192855161335a565b516145e5575b016145c2565b6145ef818761335a565b516145fb82865161335a565b5161461f61460d84608088015161335a565b5161461783613284565b9083856132a4565b1561462c575b50506145df565b815f5260205f51602061595d5f395f51905f52016020528360b11b1760405f20557fb2298745cb84651776b988443c22ab136d5d245a655462194e833357e68867f15f80a25f80614625565b50505090505f5f5160206159bd5f395f51905f525d565b63ffffffff63ffffffff60201b9181604051916146ab836130cd565b8186168352602083019560ff8160401c16604085015260ff8160481c1615156060850152828160501c166080850152828160701c1660a0850152828160901c1660c085015261ffff8160b01c1660e085015260c01c6101008401521684526147228187515f51602061595d5f395f51905f52615184565b505116915160201b16176001600160401b03195f516020615a1d5f395f51905f525416175f516020615a1d5f395f51905f52555f806144f9565b919065ffffff0000009060181b169161477582846147cc565b9290935f528160205260405f20549062ffffff821681109182156147b9575b50506147b15763ffffffff925f5260205260405f2054901c161490565b505050505f90565b60181c62ffffff16111590505f80614794565b9190600681106147ee57600160e09160051901938460031c01019260051b1690565b60051b60300190565b60ff5f516020615a3d5f395f51905f525460401c161561481357565b631afcd79f60e31b5f5260045ffd5b600181108015614873575b6148345750565b60405163040ae69960e31b81526b636f6d6d697457696e646f7760a01b6004820152602481019190915260016044820152620151806064820152608490fd5b5062015180811161482d565b6001811080156148d0575b6148915750565b60405163040ae69960e31b81526b72657665616c57696e646f7760a01b6004820152602481019190915260016044820152620151806064820152608490fd5b5062015180811161488a565b60018110801561492c575b6148ee5750565b60405163040ae69960e31b81526b72657665616c426c6f636b7360a01b60048201526024810191909152600160448201526127106064820152608490fd5b5061271081116148e7565b60018110801561498c575b6149495750565b60405163040ae69960e31b81526f746172676574436f6d6d697454696d6560801b6004820152602481019190915260016044820152620151806064820152608490fd5b50620151808111614942565b6001811080156149ee575b6149aa5750565b60405163040ae69960e31b8152676d696e5374616b6560c01b60048201526024810191909152600160448201526b033b2e3c9fd0803ce80000006064820152608490fd5b506b033b2e3c9fd0803ce800000081116149a3565b600181108015614a51575b614a155750565b60405163040ae69960e31b8152686d617845787069727960b81b600482015260248101919091526001604482015262278d006064820152608490fd5b5062278d008111614a0e565b90600182108015614aae575b614a71575050565b60405163040ae69960e31b81526c64656661756c7445787069727960981b6004820152602481019290925260016044830152606482015260849150fd5b50808211614a69565b908082108015614b09575b614aca575050565b60405163040ae69960e31b81526b1b585e1219585914dd185c9d60a21b6004820152602481019290925260448201526301e13380606482015260849150fd5b506301e133808211614ac2565b62278d008111614b235750565b60405163040ae69960e31b81526e39b2b1b7b73239a832b92a37b5b2b760891b600482015260248101919091525f604482015262278d006064820152608490fd5b908082108015614bb6575b614b77575050565b60405163040ae69960e31b81526c6d6178436f6d6d697454696d6560981b60048201526024810192909252604482015262278d00606482015260849150fd5b5062278d008211614b6f565b6001600160401b038111614bd35750565b60405163040ae69960e31b81526906261636b6c6f675469760b41b600482015260248101919091525f60448201526001600160401b036064820152608490fd5b600181108015614c69575b614c255750565b60405163040ae69960e31b81526c6d696e446966666963756c747960981b600482015260248101919091526001604482015266ffffffffffffff6064820152608490fd5b5066ffffffffffffff8111614c1e565b614e2081108015614cce575b614c8c5750565b60405163040ae69960e31b81526d6d617843616c6c6261636b47617360901b60048201526024810191909152614e20604482015262061a806064820152608490fd5b5062061a808111614c85565b90614e2082108015614d2b575b614cef575050565b60405163040ae69960e31b81526a63616c6c6261636b47617360a81b60048201526024810192909252614e206044830152606482015260849150fd5b50808211614ce7565b80614d3c5750565b60405163040ae69960e31b81526a63616c6c6261636b47617360a81b600482015260248101919091525f604482018190526064820152608490fd5b6127108111614d835750565b60405163040ae69960e31b81526b6e6f6e52657665616c42707360a01b600482015260248101919091525f60448201526127106064820152608490fd5b6103e88111614dcc5750565b60405163040ae69960e31b81526964697373656e7442707360b01b600482015260248101919091525f60448201526103e86064820152608490fd5b6103e88111614e135750565b60405163040ae69960e31b81526e736574746c65426f756e747942707360881b600482015260248101919091525f60448201526103e86064820152608490fd5b6103e88111614e5f5750565b60405163040ae69960e31b81526e657870697265426f756e747942707360881b600482015260248101919091525f60448201526103e86064820152608490fd5b66038d7ea4c680008111614eb05750565b60405163040ae69960e31b81526b6d696e54697050657247617360a01b600482015260248101919091525f604482015266038d7ea4c680006064820152608490fd5b69d3c21bcecceda10000008111614f065750565b60405163040ae69960e31b81526c766f6964416c6c6f77616e636560981b600482015260248101919091525f604482015269d3c21bcecceda10000006064820152608490fd5b9290926001815114615150575f93600160b21b841615159385939091845b845181101561507257614f8182613fab838861335a565b9890935f955f905f975b8951891015614ff857878d614fa489613fab8d8f61335a565b921491821592614fed575b5050614fe3576001906040614fc48b8d61335a565b51015117926060614fd58b8d61335a565b51015101985b019791614f8b565b9197600190614fdb565b141590508d5f614faf565b91939750959a9198949a600481146150645760038410158061504e575b61503e57505050848111615035575b506001905b01969094919296614f6a565b93506001615024565b9a50909850969095509350505050565b508a8061505c575b15615015565b508015615056565b505050600191925091615029565b5090959492919261509f575b50505011156150965760ff60045b16905f905f905f90565b60ff600561508c565b604051637ea3255160e11b815260b89390931c63ffffffff1660048401526020836024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa918215612026575f9261511a575b615107935061554c565b6003811061507e575f9592945090925090565b91506020833d602011615148575b8161513560209383613104565b8101031261005b576151079251916150fd565b3d9150615128565b91509161516090613fab8361334d565b92606061517a60406151718661334d565b5101519461334d565b5101519193929190565b60608301511580159061553a575b61553357604051936104206151a78187613104565b60208652601f190136602087013760405192606084018481106001600160401b03821117612ef057604095919295525f84525f602085015260206040850152601f830154945b85151580615524575b156153285790944260141c60800160ff1661521c82821c61010083900384901b1761578b565b019060ff82165f52601e850160205260405f2054925b83151580615319575b156152df576152498461578b565b61ff008460081b161794855f52601d870160205260405f2054985b891515806152d0575b1561529f5761528e898c6152808d61578b565b8a60081b17601c8c016157ec565b1561526457985f1981011698615264565b919395989092985f52601d87016020528060405f2055156152c4575b96909391615232565b925f19810116926152bb565b506152da8961576d565b61526d565b93929691909660ff82165f52601e86016020528060405f205515615306575b5090916151ed565b60ff600191979297161b1916945f6152fe565b506153238761576d565b61523b565b959194939093601f84015551808252801561551b5763ffffffff806020869598979601921681835116031690528051905f5b8281106154a3575061549b9062ffffff61545a869798604063ffffffff6001817f0a1e5958bb3ab27862144e317bd0b694104906bb53dea3245a00960c466841a09b5116011697888b5264ffffffffff421660208c015263ffffffff431660608c01525f828c01525f60808c0152019560ff6080885160071b1691161760c08a01525f60e08a01525f6101008a0152601260ff600283015498865160051b60208801206040519060208201924684523060408401528c6060840152608083015260a08201525f1943014060c08201524260e082015244610100820152610100815261544761012082613104565b5190209788600385015551169101613a29565b50541666ffffffffffffff60a063ffffffff89511698015116604051958695865260208601526040850152606084015260a0608084015260a083019061376a565b0390a2600190565b945f969392919496505f968660031c9360015b156154dd575b60015f996154ca8a8a61335a565b5160e08b60051b161b17980197986154b6565b8388108061550f575b6154bc57959397909691979492946004811015610a49578301600401559095949392919061535a565b506007881615156154e6565b50505050505f90565b5061552e8561576d565b6151f6565b5050505f90565b5063ffffffff60208401511615615192565b90925f915f946040519461556160a087613104565b60a03687375f915f945b845186101561563c5761558282613fab888861335a565b999061562b57929096915f975b606061559b898961335a565b5101518910156156105760018601955b8b811515806155fa575b156155dc57506155c85f1982018c6142a1565b516155d3828d6142a1565b525f19016155ab565b6155ee600193959794969b928d6142a1565b5201979290939161558f565b50806156095f1984018e6142a1565b51136155b5565b94969095975060019199505b0194929791979593909561556b565b92985092946001909691949661561c565b969192909795939450600381106156f05790615661915f969496190160011c906142a1565b51955f945b84518610156156e757878361567f84613fab8a8a61335a565b929015928315936156ca575b5050506156c05760019060406156a1888861335a565b510151179360606156b2888861335a565b51015101955b019492615666565b92946001906156b8565b919250908181126156e057035b1183895f61568b565b90036156d7565b95935050509150565b50505050505090505f905f905f90565b600882901c5f81815260018381016020526040909120805460ff86169290921b821790559092906157685760101c5f81815260028301602052604090208054600160ff959095169490941b841790559115615759575050565b600360019101911b8154179055565b505050565b8051604082015111908161577f575090565b60409150602001511090565b805f0316806001600160801b031060071b81811c6001600160401b031060061b1781811c63ffffffff1060051b1781811c61ffff1060041b1781811c60ff1060031b1781811c600f1060021b1781811c60031060011b1790811c6001101790565b929060181b93845f528360205260405f20549460208301946001865101865262ffffff87169362ffffff8860181c16938151975f915f955b8789108061594f575b1561593f5761583c89826147cc565b999082810361587a57506001975063ffffffff908d9889915b019a1c1680615865575b50615824565b61587360018d019c8c61335a565b525f61585f565b858103615891575b5087600163ffffffff92615855565b95969750909192938451604081146158e4579163ffffffff916001809a999897969594018652806158d2575b50855f528760205260405f2054985090615882565b5f52876020525f60408120555f6158bd565b50985096949250975098939791505b52821061592557505080615913575b505f526020525f6040812055600190565b5f52816020525f60408120555f615902565b92909391505f5260205262ffffff19161760405f20555f90565b98509994505094939196906158f3565b5060408501518b1061582d56fe053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673009016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567302d68fc88ada274b4b9b3f818442ac67be1d30787c24f0f03c33813f52ad8db047053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567320053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567314053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567301f0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731c237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c00a164736f6c6343000825000af0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00",
}

// EthMLExtension is an auto generated Go binding around an Ethereum contract.
type EthMLExtension struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *EthMLExtension) GetABI() abi.ABI {
	return c.abi
}

// NewEthMLExtension creates a new instance of EthMLExtension.
func NewEthMLExtension() *EthMLExtension {
	parsed, err := EthMLExtensionMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &EthMLExtension{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *EthMLExtension) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address views_) returns()
func (ethMLExtension *EthMLExtension) PackConstructor(views_ common.Address) []byte {
	enc, err := ethMLExtension.abi.Pack("", views_)
	if err != nil {
		panic(err)
	}
	return enc
}

// EthMLTokenMetaData contains all meta data concerning the EthMLToken contract.
var EthMLTokenMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"coordinator_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"genesisRecipient\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"genesisAllocation\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"burn\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"burnFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"coordinator\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"decimals\",\"outputs\":[{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"DOMAIN_SEPARATOR\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"eip712Domain\",\"outputs\":[{\"internalType\":\"bytes1\",\"name\":\"fields\",\"type\":\"bytes1\"},{\"internalType\":\"string\",\"name\":\"name\",\"type\":\"string\"},{\"internalType\":\"string\",\"name\":\"version\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"verifyingContract\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256[]\",\"name\":\"extensions\",\"type\":\"uint256[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MINT_CAP\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"mintedRewards\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"name\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"nonces\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"permit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"symbol\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[],\"name\":\"EIP712DomainChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ECDSAInvalidSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"length\",\"type\":\"uint256\"}],\"name\":\"ECDSAInvalidSignatureLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"ECDSAInvalidSignatureS\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"allowance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientAllowance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"balance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"ERC20InsufficientBalance\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"approver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidApprover\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"receiver\",\"type\":\"address\"}],\"name\":\"ERC20InvalidReceiver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"ERC20InvalidSpender\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"ERC2612ExpiredSignature\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"signer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"ERC2612InvalidSigner\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"}],\"name\":\"EthMLToken_CapExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"EthMLToken_NotCoordinator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"currentNonce\",\"type\":\"uint256\"}],\"name\":\"InvalidAccountNonce\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"InvalidShortString\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"str\",\"type\":\"string\"}],\"name\":\"StringTooLong\",\"type\":\"error\"}]",
	ID:  "3a9c95abcd209595575a62110b236de81b",
	Bin: "0x6101808060405234610515576060816113b080380380916100208285610519565b833981010312610515576100338161053c565b9060406100426020830161053c565b91015191604051610054604082610519565b600b8152602081016a22ba3426a6102a37b5b2b760a91b81526040519061007c604083610519565b600b82526a22ba3426a6102a37b5b2b760a91b6020830152604051926100a3604085610519565b600384526211535360ea1b6020850152604051936100c2604086610519565b60018552603160f81b60208601908152845190946001600160401b0382116104105760035490600182811c9216801561050b575b60208310146103f25781601f849311610495575b50602090601f831160011461042f575f92610424575b50508160011b915f199060031b1c1916176003555b8051906001600160401b0382116104105760045490600182811c92168015610406575b60208310146103f25781601f84931161037c575b50602090601f8311600114610316575f9261030b575b50508160011b915f199060031b1c1916176004555b6101a081610550565b610120526101ad84610550565b61014052519020918260e05251902080610100524660a0526040519060208201927f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8452604083015260608201524660808201523060a082015260a0815261021660c082610519565b5190206080523060c052610160526001600160a01b03169081156102f857600254908082018092116102e45760207fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef915f9360025584845283825260408420818154019055604051908152a3604051610df490816105bc823960805181610ade015260a05181610b9b015260c05181610aa8015260e05181610b2d01526101005181610b530152610120518161041d015261014051816104460152610160518181816105d801526107920152f35b634e487b7160e01b5f52601160045260245ffd5b63ec442f0560e01b5f525f60045260245ffd5b015190505f80610182565b60045f9081528281209350601f198516905b818110610364575090846001959493921061034c575b505050811b01600455610197565b01515f1960f88460031b161c191690555f808061033e565b92936020600181928786015181550195019301610328565b8281111561016c5760045f52909150601f830160051c7f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b602085106103ea575b849392601f0160051c82900391015f5b8281106103da57505061016c565b5f818301558594506001016103cc565b5f91506103bc565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610158565b634e487b7160e01b5f52604160045260245ffd5b015190505f80610120565b60035f9081528281209350601f198516905b81811061047d5750908460019594939210610465575b505050811b01600355610135565b01515f1960f88460031b161c191690555f8080610457565b92936020600181928786015181550195019301610441565b8281111561010a5760035f52909150601f830160051c7fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b60208510610503575b849392601f0160051c82900391015f5b8281106104f357505061010a565b5f818301558594506001016104e5565b5f91506104d5565b91607f16916100f6565b5f80fd5b601f909101601f19168101906001600160401b0382119082101761041057604052565b51906001600160a01b038216820361051557565b601f81511161057b57602081519101516020821061056c571790565b5f198260200360031b1b161790565b604460209160405192839163305a27a960e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fdfe6080806040526004361015610012575f80fd5b5f3560e01c90816306fdde03146107e757508063095ea7b3146107c15780630a0090971461077d57806318160ddd1461076057806323b872dd14610728578063313ce5671461070d5780633644e515146106eb57806340c10f19146105b957806342966c681461059c57806370a082311461056557806379cc6790146105355780637ecebe00146104fd57806384b0196e1461040557806395d89b41146102f957806398f1312e146102d4578063a9059cbb146102a3578063d505accf1461015e578063dd62ed3e1461010e5763e319828c146100ed575f80fd5b3461010a575f36600319011261010a576020600854604051908152f35b5f80fd5b3461010a57604036600319011261010a576101276108c3565b61012f6108d9565b6001600160a01b039182165f908152600160209081526040808320949093168252928352819020549051908152f35b3461010a5760e036600319011261010a576101776108c3565b61017f6108d9565b604435906064359260843560ff8116810361010a578442116102905761025361025c9160018060a01b03841696875f52600760205260405f20908154916001830190556040519060208201927f6e71edae12b1b97f4d1f60370fef10105fa2faae0126114a169c64845d6126c984528a604084015260018060a01b038916606084015289608084015260a083015260c082015260c0815261022160e0826108ef565b51902061022c610aa5565b906040519161190160f01b83526002830152602282015260c43591604260a4359220610ce6565b90929192610d73565b6001600160a01b031684810361027957506102779350610bc1565b005b84906325c0072360e11b5f5260045260245260445ffd5b8463313c898160e11b5f5260045260245ffd5b3461010a57604036600319011261010a576102c96102bf6108c3565b60243590336109fb565b602060405160018152f35b3461010a575f36600319011261010a5760206040516a56da9d67d20d77090000008152f35b3461010a575f36600319011261010a576040515f6004548060011c906001811680156103fb575b6020831081146103e7578285529081156103c35750600114610365575b6103618361034d818503826108ef565b60405191829160208352602083019061089f565b0390f35b91905060045f527f8a35acfbc15ff81a39ae7d344fd709f28e8600b4aa8c65c6b64bfe7fe36bd19b915f905b8082106103a95750909150810160200161034d61033d565b919260018160209254838588010152019101909291610391565b60ff191660208086019190915291151560051b8401909101915061034d905061033d565b634e487b7160e01b5f52602260045260245ffd5b91607f1691610320565b3461010a575f36600319011261010a576104a16104417f0000000000000000000000000000000000000000000000000000000000000000610ca8565b61046a7f0000000000000000000000000000000000000000000000000000000000000000610ca8565b60206104af6040519261047d83856108ef565b5f84525f368137604051958695600f60f81b875260e08588015260e087019061089f565b90858203604087015261089f565b4660608501523060808501525f60a085015283810360c08501528180845192838152019301915f5b8281106104e657505050500390f35b8351855286955093810193928101926001016104d7565b3461010a57602036600319011261010a576001600160a01b0361051e6108c3565b165f526007602052602060405f2054604051908152f35b3461010a57604036600319011261010a576102776105516108c3565b60243590610560823383610932565b610c24565b3461010a57602036600319011261010a576001600160a01b036105866108c3565b165f525f602052602060405f2054604051908152f35b3461010a57602036600319011261010a5761027760043533610c24565b3461010a57604036600319011261010a576105d26108c3565b602435907f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106d857600854806a56da9d67d20d7709000000036a56da9d67d20d770900000081116106c4578084116106ae57508261063b91610925565b6008556001600160a01b031690811561069b577fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef60208261067f5f94600254610925565b60025584845283825260408420818154019055604051908152a3005b63ec442f0560e01b5f525f60045260245ffd5b83636bd4c98f60e01b5f5260045260245260445ffd5b634e487b7160e01b5f52601160045260245ffd5b637cafb0df60e01b5f523360045260245ffd5b3461010a575f36600319011261010a576020610705610aa5565b604051908152f35b3461010a575f36600319011261010a57602060405160128152f35b3461010a57606036600319011261010a576102c96107446108c3565b61074c6108d9565b6044359161075b833383610932565b6109fb565b3461010a575f36600319011261010a576020600254604051908152f35b3461010a575f36600319011261010a576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b3461010a57604036600319011261010a576102c96107dd6108c3565b6024359033610bc1565b3461010a575f36600319011261010a575f6003548060011c90600181168015610895575b6020831081146103e7578285529081156103c35750600114610837576103618361034d818503826108ef565b91905060035f527fc2575a0e9e593c00f959f8c92f12db2869c3395a3b0502d05e2516446f71f85b915f905b80821061087b5750909150810160200161034d61033d565b919260018160209254838588010152019101909291610863565b91607f169161080b565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b600435906001600160a01b038216820361010a57565b602435906001600160a01b038216820361010a57565b90601f8019910116810190811067ffffffffffffffff82111761091157604052565b634e487b7160e01b5f52604160045260245ffd5b919082018092116106c457565b6001600160a01b039081165f818152600160209081526040808320948616835293905291909120549291905f19841061096c575b50505050565b8284106109d85780156109c5576001600160a01b038216156109b2575f52600160205260405f209060018060a01b03165f5260205260405f20910390555f808080610966565b634a1406b160e11b5f525f60045260245ffd5b63e602df0560e01b5f525f60045260245ffd5b508290637dc7a0d960e11b5f5260018060a01b031660045260245260445260645ffd5b6001600160a01b0316908115610a92576001600160a01b031691821561069b57815f525f60205260405f2054818110610a7957817fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef92602092855f525f84520360405f2055845f525f825260405f20818154019055604051908152a3565b8263391434e360e21b5f5260045260245260445260645ffd5b634b637e8f60e11b5f525f60045260245ffd5b307f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03161480610b98575b15610b00577f000000000000000000000000000000000000000000000000000000000000000090565b60405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f82527f000000000000000000000000000000000000000000000000000000000000000060408201527f000000000000000000000000000000000000000000000000000000000000000060608201524660808201523060a082015260a08152610b9260c0826108ef565b51902090565b507f00000000000000000000000000000000000000000000000000000000000000004614610ad7565b6001600160a01b03169081156109c5576001600160a01b03169182156109b25760207f8c5be1e5ebec7d5bd14f71427d1e84f3dd0314c0f7b2291e5b200ac8c7c3b92591835f526001825260405f20855f5282528060405f2055604051908152a3565b9091906001600160a01b03168015610a9257805f525f60205260405f2054838110610c8e576020845f94957fddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef938587528684520360408620558060025403600255604051908152a3565b915063391434e360e21b5f5260045260245260445260645ffd5b60ff811690601f8211610cd75760405191610cc46040846108ef565b6020808452838101919036833783525290565b632cd44ac360e21b5f5260045ffd5b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411610d68579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610d5d575f516001600160a01b03811615610d5357905f905f90565b505f906001905f90565b6040513d5f823e3d90fd5b5050505f9160039190565b6004811015610dd35780610d85575050565b60018103610d9c5763f645eedf60e01b5f5260045ffd5b60028103610db7575063fce698f760e01b5f5260045260245ffd5b600314610dc15750565b6335e2f38360e21b5f5260045260245ffd5b634e487b7160e01b5f52602160045260245ffdfea164736f6c6343000825000a",
}

// EthMLToken is an auto generated Go binding around an Ethereum contract.
type EthMLToken struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *EthMLToken) GetABI() abi.ABI {
	return c.abi
}

// NewEthMLToken creates a new instance of EthMLToken.
func NewEthMLToken() *EthMLToken {
	parsed, err := EthMLTokenMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &EthMLToken{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *EthMLToken) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address coordinator_, address genesisRecipient, uint256 genesisAllocation) returns()
func (ethMLToken *EthMLToken) PackConstructor(coordinator_ common.Address, genesisRecipient common.Address, genesisAllocation *big.Int) []byte {
	enc, err := ethMLToken.abi.Pack("", coordinator_, genesisRecipient, genesisAllocation)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (ethMLToken *EthMLToken) PackDOMAINSEPARATOR() []byte {
	enc, err := ethMLToken.abi.Pack("DOMAIN_SEPARATOR")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDOMAINSEPARATOR is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3644e515.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (ethMLToken *EthMLToken) TryPackDOMAINSEPARATOR() ([]byte, error) {
	return ethMLToken.abi.Pack("DOMAIN_SEPARATOR")
}

// UnpackDOMAINSEPARATOR is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3644e515.
//
// Solidity: function DOMAIN_SEPARATOR() view returns(bytes32)
func (ethMLToken *EthMLToken) UnpackDOMAINSEPARATOR(data []byte) ([32]byte, error) {
	out, err := ethMLToken.abi.Unpack("DOMAIN_SEPARATOR", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMINTCAP is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x98f1312e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MINT_CAP() view returns(uint256)
func (ethMLToken *EthMLToken) PackMINTCAP() []byte {
	enc, err := ethMLToken.abi.Pack("MINT_CAP")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMINTCAP is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x98f1312e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MINT_CAP() view returns(uint256)
func (ethMLToken *EthMLToken) TryPackMINTCAP() ([]byte, error) {
	return ethMLToken.abi.Pack("MINT_CAP")
}

// UnpackMINTCAP is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x98f1312e.
//
// Solidity: function MINT_CAP() view returns(uint256)
func (ethMLToken *EthMLToken) UnpackMINTCAP(data []byte) (*big.Int, error) {
	out, err := ethMLToken.abi.Unpack("MINT_CAP", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (ethMLToken *EthMLToken) PackAllowance(owner common.Address, spender common.Address) []byte {
	enc, err := ethMLToken.abi.Pack("allowance", owner, spender)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAllowance is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdd62ed3e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (ethMLToken *EthMLToken) TryPackAllowance(owner common.Address, spender common.Address) ([]byte, error) {
	return ethMLToken.abi.Pack("allowance", owner, spender)
}

// UnpackAllowance is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdd62ed3e.
//
// Solidity: function allowance(address owner, address spender) view returns(uint256)
func (ethMLToken *EthMLToken) UnpackAllowance(data []byte) (*big.Int, error) {
	out, err := ethMLToken.abi.Unpack("allowance", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) PackApprove(spender common.Address, value *big.Int) []byte {
	enc, err := ethMLToken.abi.Pack("approve", spender, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackApprove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x095ea7b3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) TryPackApprove(spender common.Address, value *big.Int) ([]byte, error) {
	return ethMLToken.abi.Pack("approve", spender, value)
}

// UnpackApprove is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x095ea7b3.
//
// Solidity: function approve(address spender, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) UnpackApprove(data []byte) (bool, error) {
	out, err := ethMLToken.abi.Unpack("approve", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (ethMLToken *EthMLToken) PackBalanceOf(account common.Address) []byte {
	enc, err := ethMLToken.abi.Pack("balanceOf", account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBalanceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70a08231.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (ethMLToken *EthMLToken) TryPackBalanceOf(account common.Address) ([]byte, error) {
	return ethMLToken.abi.Pack("balanceOf", account)
}

// UnpackBalanceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70a08231.
//
// Solidity: function balanceOf(address account) view returns(uint256)
func (ethMLToken *EthMLToken) UnpackBalanceOf(data []byte) (*big.Int, error) {
	out, err := ethMLToken.abi.Unpack("balanceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42966c68.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burn(uint256 amount) returns()
func (ethMLToken *EthMLToken) PackBurn(amount *big.Int) []byte {
	enc, err := ethMLToken.abi.Pack("burn", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurn is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42966c68.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burn(uint256 amount) returns()
func (ethMLToken *EthMLToken) TryPackBurn(amount *big.Int) ([]byte, error) {
	return ethMLToken.abi.Pack("burn", amount)
}

// PackBurnFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79cc6790.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function burnFrom(address account, uint256 amount) returns()
func (ethMLToken *EthMLToken) PackBurnFrom(account common.Address, amount *big.Int) []byte {
	enc, err := ethMLToken.abi.Pack("burnFrom", account, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBurnFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x79cc6790.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function burnFrom(address account, uint256 amount) returns()
func (ethMLToken *EthMLToken) TryPackBurnFrom(account common.Address, amount *big.Int) ([]byte, error) {
	return ethMLToken.abi.Pack("burnFrom", account, amount)
}

// PackCoordinator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0a009097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function coordinator() view returns(address)
func (ethMLToken *EthMLToken) PackCoordinator() []byte {
	enc, err := ethMLToken.abi.Pack("coordinator")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCoordinator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0a009097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function coordinator() view returns(address)
func (ethMLToken *EthMLToken) TryPackCoordinator() ([]byte, error) {
	return ethMLToken.abi.Pack("coordinator")
}

// UnpackCoordinator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0a009097.
//
// Solidity: function coordinator() view returns(address)
func (ethMLToken *EthMLToken) UnpackCoordinator(data []byte) (common.Address, error) {
	out, err := ethMLToken.abi.Unpack("coordinator", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decimals() view returns(uint8)
func (ethMLToken *EthMLToken) PackDecimals() []byte {
	enc, err := ethMLToken.abi.Pack("decimals")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecimals is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x313ce567.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decimals() view returns(uint8)
func (ethMLToken *EthMLToken) TryPackDecimals() ([]byte, error) {
	return ethMLToken.abi.Pack("decimals")
}

// UnpackDecimals is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x313ce567.
//
// Solidity: function decimals() view returns(uint8)
func (ethMLToken *EthMLToken) UnpackDecimals(data []byte) (uint8, error) {
	out, err := ethMLToken.abi.Unpack("decimals", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (ethMLToken *EthMLToken) PackEip712Domain() []byte {
	enc, err := ethMLToken.abi.Pack("eip712Domain")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEip712Domain is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x84b0196e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (ethMLToken *EthMLToken) TryPackEip712Domain() ([]byte, error) {
	return ethMLToken.abi.Pack("eip712Domain")
}

// Eip712DomainOutput serves as a container for the return parameters of contract
// method Eip712Domain.
type Eip712DomainOutput struct {
	Fields            [1]byte
	Name              string
	Version           string
	ChainId           *big.Int
	VerifyingContract common.Address
	Salt              [32]byte
	Extensions        []*big.Int
}

// UnpackEip712Domain is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x84b0196e.
//
// Solidity: function eip712Domain() view returns(bytes1 fields, string name, string version, uint256 chainId, address verifyingContract, bytes32 salt, uint256[] extensions)
func (ethMLToken *EthMLToken) UnpackEip712Domain(data []byte) (Eip712DomainOutput, error) {
	out, err := ethMLToken.abi.Unpack("eip712Domain", data)
	outstruct := new(Eip712DomainOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Fields = *abi.ConvertType(out[0], new([1]byte)).(*[1]byte)
	outstruct.Name = *abi.ConvertType(out[1], new(string)).(*string)
	outstruct.Version = *abi.ConvertType(out[2], new(string)).(*string)
	outstruct.ChainId = abi.ConvertType(out[3], new(big.Int)).(*big.Int)
	outstruct.VerifyingContract = *abi.ConvertType(out[4], new(common.Address)).(*common.Address)
	outstruct.Salt = *abi.ConvertType(out[5], new([32]byte)).(*[32]byte)
	outstruct.Extensions = *abi.ConvertType(out[6], new([]*big.Int)).(*[]*big.Int)
	return *outstruct, nil
}

// PackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (ethMLToken *EthMLToken) PackMint(to common.Address, amount *big.Int) []byte {
	enc, err := ethMLToken.abi.Pack("mint", to, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMint is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x40c10f19.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mint(address to, uint256 amount) returns()
func (ethMLToken *EthMLToken) TryPackMint(to common.Address, amount *big.Int) ([]byte, error) {
	return ethMLToken.abi.Pack("mint", to, amount)
}

// PackMintedRewards is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe319828c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function mintedRewards() view returns(uint256)
func (ethMLToken *EthMLToken) PackMintedRewards() []byte {
	enc, err := ethMLToken.abi.Pack("mintedRewards")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMintedRewards is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe319828c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function mintedRewards() view returns(uint256)
func (ethMLToken *EthMLToken) TryPackMintedRewards() ([]byte, error) {
	return ethMLToken.abi.Pack("mintedRewards")
}

// UnpackMintedRewards is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe319828c.
//
// Solidity: function mintedRewards() view returns(uint256)
func (ethMLToken *EthMLToken) UnpackMintedRewards(data []byte) (*big.Int, error) {
	out, err := ethMLToken.abi.Unpack("mintedRewards", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function name() view returns(string)
func (ethMLToken *EthMLToken) PackName() []byte {
	enc, err := ethMLToken.abi.Pack("name")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackName is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x06fdde03.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function name() view returns(string)
func (ethMLToken *EthMLToken) TryPackName() ([]byte, error) {
	return ethMLToken.abi.Pack("name")
}

// UnpackName is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x06fdde03.
//
// Solidity: function name() view returns(string)
func (ethMLToken *EthMLToken) UnpackName(data []byte) (string, error) {
	out, err := ethMLToken.abi.Unpack("name", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (ethMLToken *EthMLToken) PackNonces(owner common.Address) []byte {
	enc, err := ethMLToken.abi.Pack("nonces", owner)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackNonces is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7ecebe00.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (ethMLToken *EthMLToken) TryPackNonces(owner common.Address) ([]byte, error) {
	return ethMLToken.abi.Pack("nonces", owner)
}

// UnpackNonces is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7ecebe00.
//
// Solidity: function nonces(address owner) view returns(uint256)
func (ethMLToken *EthMLToken) UnpackNonces(data []byte) (*big.Int, error) {
	out, err := ethMLToken.abi.Unpack("nonces", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (ethMLToken *EthMLToken) PackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) []byte {
	enc, err := ethMLToken.abi.Pack("permit", owner, spender, value, deadline, v, r, s)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd505accf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function permit(address owner, address spender, uint256 value, uint256 deadline, uint8 v, bytes32 r, bytes32 s) returns()
func (ethMLToken *EthMLToken) TryPackPermit(owner common.Address, spender common.Address, value *big.Int, deadline *big.Int, v uint8, r [32]byte, s [32]byte) ([]byte, error) {
	return ethMLToken.abi.Pack("permit", owner, spender, value, deadline, v, r, s)
}

// PackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function symbol() view returns(string)
func (ethMLToken *EthMLToken) PackSymbol() []byte {
	enc, err := ethMLToken.abi.Pack("symbol")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSymbol is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x95d89b41.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function symbol() view returns(string)
func (ethMLToken *EthMLToken) TryPackSymbol() ([]byte, error) {
	return ethMLToken.abi.Pack("symbol")
}

// UnpackSymbol is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x95d89b41.
//
// Solidity: function symbol() view returns(string)
func (ethMLToken *EthMLToken) UnpackSymbol(data []byte) (string, error) {
	out, err := ethMLToken.abi.Unpack("symbol", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function totalSupply() view returns(uint256)
func (ethMLToken *EthMLToken) PackTotalSupply() []byte {
	enc, err := ethMLToken.abi.Pack("totalSupply")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTotalSupply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18160ddd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function totalSupply() view returns(uint256)
func (ethMLToken *EthMLToken) TryPackTotalSupply() ([]byte, error) {
	return ethMLToken.abi.Pack("totalSupply")
}

// UnpackTotalSupply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18160ddd.
//
// Solidity: function totalSupply() view returns(uint256)
func (ethMLToken *EthMLToken) UnpackTotalSupply(data []byte) (*big.Int, error) {
	out, err := ethMLToken.abi.Unpack("totalSupply", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) PackTransfer(to common.Address, value *big.Int) []byte {
	enc, err := ethMLToken.abi.Pack("transfer", to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransfer is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9059cbb.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) TryPackTransfer(to common.Address, value *big.Int) ([]byte, error) {
	return ethMLToken.abi.Pack("transfer", to, value)
}

// UnpackTransfer is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9059cbb.
//
// Solidity: function transfer(address to, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) UnpackTransfer(data []byte) (bool, error) {
	out, err := ethMLToken.abi.Unpack("transfer", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) PackTransferFrom(from common.Address, to common.Address, value *big.Int) []byte {
	enc, err := ethMLToken.abi.Pack("transferFrom", from, to, value)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTransferFrom is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23b872dd.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) TryPackTransferFrom(from common.Address, to common.Address, value *big.Int) ([]byte, error) {
	return ethMLToken.abi.Pack("transferFrom", from, to, value)
}

// UnpackTransferFrom is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x23b872dd.
//
// Solidity: function transferFrom(address from, address to, uint256 value) returns(bool)
func (ethMLToken *EthMLToken) UnpackTransferFrom(data []byte) (bool, error) {
	out, err := ethMLToken.abi.Unpack("transferFrom", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// EthMLTokenApproval represents a Approval event raised by the EthMLToken contract.
type EthMLTokenApproval struct {
	Owner   common.Address
	Spender common.Address
	Value   *big.Int
	Raw     *types.Log // Blockchain specific contextual infos
}

const EthMLTokenApprovalEventName = "Approval"

// ContractEventName returns the user-defined event name.
func (EthMLTokenApproval) ContractEventName() string {
	return EthMLTokenApprovalEventName
}

// UnpackApprovalEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Approval(address indexed owner, address indexed spender, uint256 value)
func (ethMLToken *EthMLToken) UnpackApprovalEvent(log *types.Log) (*EthMLTokenApproval, error) {
	event := "Approval"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethMLToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLTokenApproval)
	if len(log.Data) > 0 {
		if err := ethMLToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethMLToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLTokenEIP712DomainChanged represents a EIP712DomainChanged event raised by the EthMLToken contract.
type EthMLTokenEIP712DomainChanged struct {
	Raw *types.Log // Blockchain specific contextual infos
}

const EthMLTokenEIP712DomainChangedEventName = "EIP712DomainChanged"

// ContractEventName returns the user-defined event name.
func (EthMLTokenEIP712DomainChanged) ContractEventName() string {
	return EthMLTokenEIP712DomainChangedEventName
}

// UnpackEIP712DomainChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event EIP712DomainChanged()
func (ethMLToken *EthMLToken) UnpackEIP712DomainChangedEvent(log *types.Log) (*EthMLTokenEIP712DomainChanged, error) {
	event := "EIP712DomainChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethMLToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLTokenEIP712DomainChanged)
	if len(log.Data) > 0 {
		if err := ethMLToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethMLToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// EthMLTokenTransfer represents a Transfer event raised by the EthMLToken contract.
type EthMLTokenTransfer struct {
	From  common.Address
	To    common.Address
	Value *big.Int
	Raw   *types.Log // Blockchain specific contextual infos
}

const EthMLTokenTransferEventName = "Transfer"

// ContractEventName returns the user-defined event name.
func (EthMLTokenTransfer) ContractEventName() string {
	return EthMLTokenTransferEventName
}

// UnpackTransferEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Transfer(address indexed from, address indexed to, uint256 value)
func (ethMLToken *EthMLToken) UnpackTransferEvent(log *types.Log) (*EthMLTokenTransfer, error) {
	event := "Transfer"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != ethMLToken.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(EthMLTokenTransfer)
	if len(log.Data) > 0 {
		if err := ethMLToken.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range ethMLToken.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (ethMLToken *EthMLToken) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ECDSAInvalidSignature"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackECDSAInvalidSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ECDSAInvalidSignatureLength"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackECDSAInvalidSignatureLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ECDSAInvalidSignatureS"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackECDSAInvalidSignatureSError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ERC20InsufficientAllowance"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackERC20InsufficientAllowanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ERC20InsufficientBalance"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackERC20InsufficientBalanceError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ERC20InvalidApprover"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackERC20InvalidApproverError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ERC20InvalidReceiver"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackERC20InvalidReceiverError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ERC20InvalidSender"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackERC20InvalidSenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ERC20InvalidSpender"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackERC20InvalidSpenderError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ERC2612ExpiredSignature"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackERC2612ExpiredSignatureError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["ERC2612InvalidSigner"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackERC2612InvalidSignerError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["EthMLToken_CapExceeded"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackEthMLTokenCapExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["EthMLToken_NotCoordinator"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackEthMLTokenNotCoordinatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["InvalidAccountNonce"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackInvalidAccountNonceError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["InvalidShortString"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackInvalidShortStringError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["StringTooLong"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackStringTooLongError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// EthMLTokenECDSAInvalidSignature represents a ECDSAInvalidSignature error raised by the EthMLToken contract.
type EthMLTokenECDSAInvalidSignature struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignature()
func EthMLTokenECDSAInvalidSignatureErrorID() common.Hash {
	return common.HexToHash("0xf645eedf0193584640b6b90cb9477e4c95b98636c148a891d4c0a146dc46e75a")
}

// UnpackECDSAInvalidSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignature()
func (ethMLToken *EthMLToken) UnpackECDSAInvalidSignatureError(raw []byte) (*EthMLTokenECDSAInvalidSignature, error) {
	out := new(EthMLTokenECDSAInvalidSignature)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ECDSAInvalidSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenECDSAInvalidSignatureLength represents a ECDSAInvalidSignatureLength error raised by the EthMLToken contract.
type EthMLTokenECDSAInvalidSignatureLength struct {
	Length *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func EthMLTokenECDSAInvalidSignatureLengthErrorID() common.Hash {
	return common.HexToHash("0xfce698f7e8e5342cd615f641317bc45fe7e1e4a8b0a14dd1383ff8dc9c41917f")
}

// UnpackECDSAInvalidSignatureLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureLength(uint256 length)
func (ethMLToken *EthMLToken) UnpackECDSAInvalidSignatureLengthError(raw []byte) (*EthMLTokenECDSAInvalidSignatureLength, error) {
	out := new(EthMLTokenECDSAInvalidSignatureLength)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenECDSAInvalidSignatureS represents a ECDSAInvalidSignatureS error raised by the EthMLToken contract.
type EthMLTokenECDSAInvalidSignatureS struct {
	S [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func EthMLTokenECDSAInvalidSignatureSErrorID() common.Hash {
	return common.HexToHash("0xd78bce0cccb935155ed6428d1c13e50b7f3550fd2b66b9fe266006fea4a5e1eb")
}

// UnpackECDSAInvalidSignatureSError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ECDSAInvalidSignatureS(bytes32 s)
func (ethMLToken *EthMLToken) UnpackECDSAInvalidSignatureSError(raw []byte) (*EthMLTokenECDSAInvalidSignatureS, error) {
	out := new(EthMLTokenECDSAInvalidSignatureS)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ECDSAInvalidSignatureS", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenERC20InsufficientAllowance represents a ERC20InsufficientAllowance error raised by the EthMLToken contract.
type EthMLTokenERC20InsufficientAllowance struct {
	Spender   common.Address
	Allowance *big.Int
	Needed    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func EthMLTokenERC20InsufficientAllowanceErrorID() common.Hash {
	return common.HexToHash("0xfb8f41b23e99d2101d86da76cdfa87dd51c82ed07d3cb62cbc473e469dbc75c3")
}

// UnpackERC20InsufficientAllowanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientAllowance(address spender, uint256 allowance, uint256 needed)
func (ethMLToken *EthMLToken) UnpackERC20InsufficientAllowanceError(raw []byte) (*EthMLTokenERC20InsufficientAllowance, error) {
	out := new(EthMLTokenERC20InsufficientAllowance)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ERC20InsufficientAllowance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenERC20InsufficientBalance represents a ERC20InsufficientBalance error raised by the EthMLToken contract.
type EthMLTokenERC20InsufficientBalance struct {
	Sender  common.Address
	Balance *big.Int
	Needed  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func EthMLTokenERC20InsufficientBalanceErrorID() common.Hash {
	return common.HexToHash("0xe450d38cd8d9f7d95077d567d60ed49c7254716e6ad08fc9872816c97e0ffec6")
}

// UnpackERC20InsufficientBalanceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InsufficientBalance(address sender, uint256 balance, uint256 needed)
func (ethMLToken *EthMLToken) UnpackERC20InsufficientBalanceError(raw []byte) (*EthMLTokenERC20InsufficientBalance, error) {
	out := new(EthMLTokenERC20InsufficientBalance)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ERC20InsufficientBalance", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenERC20InvalidApprover represents a ERC20InvalidApprover error raised by the EthMLToken contract.
type EthMLTokenERC20InvalidApprover struct {
	Approver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidApprover(address approver)
func EthMLTokenERC20InvalidApproverErrorID() common.Hash {
	return common.HexToHash("0xe602df05cc75712490294c6c104ab7c17f4030363910a7a2626411c6d3118847")
}

// UnpackERC20InvalidApproverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidApprover(address approver)
func (ethMLToken *EthMLToken) UnpackERC20InvalidApproverError(raw []byte) (*EthMLTokenERC20InvalidApprover, error) {
	out := new(EthMLTokenERC20InvalidApprover)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ERC20InvalidApprover", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenERC20InvalidReceiver represents a ERC20InvalidReceiver error raised by the EthMLToken contract.
type EthMLTokenERC20InvalidReceiver struct {
	Receiver common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func EthMLTokenERC20InvalidReceiverErrorID() common.Hash {
	return common.HexToHash("0xec442f055133b72f3b2f9f0bb351c406b178527de2040a7d1feb4e058771f613")
}

// UnpackERC20InvalidReceiverError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidReceiver(address receiver)
func (ethMLToken *EthMLToken) UnpackERC20InvalidReceiverError(raw []byte) (*EthMLTokenERC20InvalidReceiver, error) {
	out := new(EthMLTokenERC20InvalidReceiver)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ERC20InvalidReceiver", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenERC20InvalidSender represents a ERC20InvalidSender error raised by the EthMLToken contract.
type EthMLTokenERC20InvalidSender struct {
	Sender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSender(address sender)
func EthMLTokenERC20InvalidSenderErrorID() common.Hash {
	return common.HexToHash("0x96c6fd1edd0cd6ef7ff0ecc0facdf53148dc0048b57fe58af65755250a7a96bd")
}

// UnpackERC20InvalidSenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSender(address sender)
func (ethMLToken *EthMLToken) UnpackERC20InvalidSenderError(raw []byte) (*EthMLTokenERC20InvalidSender, error) {
	out := new(EthMLTokenERC20InvalidSender)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ERC20InvalidSender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenERC20InvalidSpender represents a ERC20InvalidSpender error raised by the EthMLToken contract.
type EthMLTokenERC20InvalidSpender struct {
	Spender common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC20InvalidSpender(address spender)
func EthMLTokenERC20InvalidSpenderErrorID() common.Hash {
	return common.HexToHash("0x94280d62c347d8d9f4d59a76ea321452406db88df38e0c9da304f58b57b373a2")
}

// UnpackERC20InvalidSpenderError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC20InvalidSpender(address spender)
func (ethMLToken *EthMLToken) UnpackERC20InvalidSpenderError(raw []byte) (*EthMLTokenERC20InvalidSpender, error) {
	out := new(EthMLTokenERC20InvalidSpender)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ERC20InvalidSpender", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenERC2612ExpiredSignature represents a ERC2612ExpiredSignature error raised by the EthMLToken contract.
type EthMLTokenERC2612ExpiredSignature struct {
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC2612ExpiredSignature(uint256 deadline)
func EthMLTokenERC2612ExpiredSignatureErrorID() common.Hash {
	return common.HexToHash("0x627913023c184eaad13735d5a3d2657ae76ec9a872a70e0fc57522ef1a114d58")
}

// UnpackERC2612ExpiredSignatureError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC2612ExpiredSignature(uint256 deadline)
func (ethMLToken *EthMLToken) UnpackERC2612ExpiredSignatureError(raw []byte) (*EthMLTokenERC2612ExpiredSignature, error) {
	out := new(EthMLTokenERC2612ExpiredSignature)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ERC2612ExpiredSignature", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenERC2612InvalidSigner represents a ERC2612InvalidSigner error raised by the EthMLToken contract.
type EthMLTokenERC2612InvalidSigner struct {
	Signer common.Address
	Owner  common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ERC2612InvalidSigner(address signer, address owner)
func EthMLTokenERC2612InvalidSignerErrorID() common.Hash {
	return common.HexToHash("0x4b800e463b323b1d856edf9dec70329a639d13874a57f5c28219ff57128756db")
}

// UnpackERC2612InvalidSignerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ERC2612InvalidSigner(address signer, address owner)
func (ethMLToken *EthMLToken) UnpackERC2612InvalidSignerError(raw []byte) (*EthMLTokenERC2612InvalidSigner, error) {
	out := new(EthMLTokenERC2612InvalidSigner)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "ERC2612InvalidSigner", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenEthMLTokenCapExceeded represents a EthMLToken_CapExceeded error raised by the EthMLToken contract.
type EthMLTokenEthMLTokenCapExceeded struct {
	Amount *big.Int
	Left   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthMLToken_CapExceeded(uint256 amount, uint256 left)
func EthMLTokenEthMLTokenCapExceededErrorID() common.Hash {
	return common.HexToHash("0x6bd4c98fab9656b84793b89d05f9fb57d8b499464cec4f5e698b222c2f0821bf")
}

// UnpackEthMLTokenCapExceededError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthMLToken_CapExceeded(uint256 amount, uint256 left)
func (ethMLToken *EthMLToken) UnpackEthMLTokenCapExceededError(raw []byte) (*EthMLTokenEthMLTokenCapExceeded, error) {
	out := new(EthMLTokenEthMLTokenCapExceeded)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "EthMLToken_CapExceeded", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenEthMLTokenNotCoordinator represents a EthMLToken_NotCoordinator error raised by the EthMLToken contract.
type EthMLTokenEthMLTokenNotCoordinator struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error EthMLToken_NotCoordinator(address caller)
func EthMLTokenEthMLTokenNotCoordinatorErrorID() common.Hash {
	return common.HexToHash("0x7cafb0df9fe063b3808325236b86583e40e764d4418c1059d793944d9cc282bd")
}

// UnpackEthMLTokenNotCoordinatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error EthMLToken_NotCoordinator(address caller)
func (ethMLToken *EthMLToken) UnpackEthMLTokenNotCoordinatorError(raw []byte) (*EthMLTokenEthMLTokenNotCoordinator, error) {
	out := new(EthMLTokenEthMLTokenNotCoordinator)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "EthMLToken_NotCoordinator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenInvalidAccountNonce represents a InvalidAccountNonce error raised by the EthMLToken contract.
type EthMLTokenInvalidAccountNonce struct {
	Account      common.Address
	CurrentNonce *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidAccountNonce(address account, uint256 currentNonce)
func EthMLTokenInvalidAccountNonceErrorID() common.Hash {
	return common.HexToHash("0x752d88c0de02638abf10e8e31861e4c68dc1f3a1e7d840e580683f2c282bfc7a")
}

// UnpackInvalidAccountNonceError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidAccountNonce(address account, uint256 currentNonce)
func (ethMLToken *EthMLToken) UnpackInvalidAccountNonceError(raw []byte) (*EthMLTokenInvalidAccountNonce, error) {
	out := new(EthMLTokenInvalidAccountNonce)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "InvalidAccountNonce", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenInvalidShortString represents a InvalidShortString error raised by the EthMLToken contract.
type EthMLTokenInvalidShortString struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error InvalidShortString()
func EthMLTokenInvalidShortStringErrorID() common.Hash {
	return common.HexToHash("0xb3512b0c6163e5f0bafab72bb631b9d58cd7a731b082f910338aa21c83d5c274")
}

// UnpackInvalidShortStringError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error InvalidShortString()
func (ethMLToken *EthMLToken) UnpackInvalidShortStringError(raw []byte) (*EthMLTokenInvalidShortString, error) {
	out := new(EthMLTokenInvalidShortString)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "InvalidShortString", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLTokenStringTooLong represents a StringTooLong error raised by the EthMLToken contract.
type EthMLTokenStringTooLong struct {
	Str string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error StringTooLong(string str)
func EthMLTokenStringTooLongErrorID() common.Hash {
	return common.HexToHash("0x305a27a93f8e33b7392df0a0f91d6fc63847395853c45991eec52dbf24d72381")
}

// UnpackStringTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error StringTooLong(string str)
func (ethMLToken *EthMLToken) UnpackStringTooLongError(raw []byte) (*EthMLTokenStringTooLong, error) {
	out := new(EthMLTokenStringTooLong)
	if err := ethMLToken.abi.UnpackIntoInterface(out, "StringTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// EthMLViewsMetaData contains all meta data concerning the EthMLViews contract.
var EthMLViewsMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractIEthMLToken\",\"name\":\"token_\",\"type\":\"address\"},{\"internalType\":\"contractIModelRegistry\",\"name\":\"registry_\",\"type\":\"address\"},{\"internalType\":\"contractIOperatorStake\",\"name\":\"stake_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"}]",
	ID:  "e917ea0000c3139e7c2ce18d9ed3bc7d1a",
	Bin: "0x60e03461014757601f61212a38819003918201601f19168301916001600160401b0383118484101761014b57808492606094604052833981010312610147578051906001600160a01b0382168203610147576020810151906001600160a01b03821682036101475760400151916001600160a01b03831683036101475760805260a05260c0525f51602061210a5f395f51905f525460ff8160401c16610138576002600160401b03196001600160401b038216016100e2575b604051611faa908161016082396080518161023e015260a05181610bb4015260c051816111ad0152f35b6001600160401b0319166001600160401b039081175f51602061210a5f395f51905f52556040519081527fc7f505b2f371ae2175ee4913f4499e1f2633a7b5936321eed1cdaeb6115181d290602090a15f6100b8565b63f92ee8a960e01b5f5260045ffd5b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c80630458b5b4146111dc5780631d8d8653146111985780632431238014610fb75780632e97766d14610e6b578063375b3c0a14610e2f57806339148c5314610e15578063479ba7ae14610d985780635badbe4c14610d695780635c975abb14610d38578063715018a614610c9d578063785ffb3714610c8257806379ba509714610be35780637b10399914610b9f57806381a4917414610b325780638903573014610ae15780638da5cb5b14610aad5780639352122214610a935780639473669414610a78578063a22e407a1461090d578063a997c66a1461075e578063c4becd6d1461072d578063c4dab317146106f6578063c58343ef1461044c578063d7314908146103b0578063e1085b6514610345578063e30c397814610311578063f2fde38b1461026d578063fc0c546a14610229578063fe3e8cfb146101ed5763fe83bece14610163575f80fd5b346101e95760203660031901126101e9576004355f815f525f516020611f3e5f395f51905f526020526101a360405f209260028454940154938491611daa565b9060078210156101d557604092600383146101cd575b506101c6835180936113f4565b6020820152f35b90505f6101b9565b634e487b7160e01b5f52602160045260245ffd5b5f80fd5b346101e9575f3660031901126101e95760207f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730254604051908152f35b346101e9575f3660031901126101e9576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346101e95760203660031901126101e9576004356001600160a01b038116908190036101e95761029b611bba565b5f516020611f1e5f395f51905f52546001600160a01b03163381036102fe575f516020611f7e5f395f51905f5280546001600160a01b031916831790557f38d16b8cac22d99fc7c124b9cd0de2d3fa1faef420bfe791d8c362d765e227005f80a3005b63118cdaa760e01b5f523360045260245ffd5b346101e9575f3660031901126101e9575f516020611f7e5f395f51905f52546040516001600160a01b039091168152602090f35b346101e95760203660031901126101e9576004356001600160a01b038116908190036101e9575f527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673226020526040805f205463ffffffff82519160ff8160201c168352166020820152f35b346101e95760203660031901126101e9576004356001600160a01b03811681036101e9576020906103df6114d8565b607f60c082015116151591826103fc575b50506040519015158152f35b6001600160a01b03165f9081527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673216020526040902090915063ffffffff9081905460d01c169151161482806103f0565b346101e95760203660031901126101e957610465611473565b5f81525f60208201525f60408201525f6060820152606060808201525f60a08201525f60c08201525f60e08201525f6101008201525f6101208201525f6101408201525f6101608201525f6101808201525f6101a08201525f6101c08201526004355f525f516020611f3e5f395f51905f5260205260405f20805480156106e15760028201546001600160a01b0382168452916105058383600435611daa565b60078110156101d55761054f91600191602087015260078460b31c16604087015263ffffffff8460b81c16606087015201548060a086015260ff8360a81c168060c0870152611c00565b608084015263ffffffff61056282611e51565b16610160840152600160b11b81161515610180840152600160b01b1615156101a0830152602082015160078110156101d55760030361069b576101c08201525b60405180916020825260018060a01b0381511660208301526105cc602082015160408401906113f4565b60ff6040820151166060830152606081015160808301526101c061060160808301516101e060a08601526102008501906113d0565b9160a081015160c085015260ff60c08201511660e085015260e08101516101008501526001600160401b03610100820151166101208501526001600160401b03610120820151166101408501526001600160401b036101408201511661016085015263ffffffff6101608201511661018085015261018081015115156101a08501526101a081015115158285015201516101e08301520390f35b806001600160601b0363ffffffff921660e084015264ffffffffff8160601c1661010084015264ffffffffff8160881c1661012084015260b01c166101408201526105a2565b635f02c7d560e01b5f5260043560045260245ffd5b346101e9575f3660031901126101e9576107166107116114d8565b611a8e565b60038110156101d557602090600160405191148152f35b346101e9575f3660031901126101e957602063ffffffff5f516020611f5e5f395f51905f5254821c16604051908152f35b346101e9575f3660031901126101e9576107766114d8565b60c0810151607f166108ff5760ff5f5b169061079961079483611a4f565b6114b3565b918083526107a9601f1991611a4f565b015f5b8181106108da576101008301845f5b815181101561087157600581101561085d57806001917f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730801828060a01b03905416817f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56730d01548360ff875116841c16151590610834611454565b9283526020830152604082015261084b8285611a3b565b526108568184611a3b565b50016107bb565b634e487b7160e01b5f52603260045260245ffd5b506040518091602082016020835281518091526020604084019201905f5b81811061089d575050500390f35b825180516001600160a01b03168552602081810151818701526040918201511515918601919091528695506060909401939092019160010161088f565b6020906108e5611454565b5f81525f838201525f6040820152828287010152016107ac565b60ff8060e083015116610786565b346101e9575f3660031901126101e9577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567303546109476119a9565b908115610a64576040610959816114b3565b600181526020810191601f19013683375f5f5b600181106109eb575050511561085d57806109e791505192835f525f516020611f3e5f395f51905f5260205263ffffffff60405f206109b76001825492015460ff8360a81c16611c00565b92604051968796875260208701525f1904604086015260b81c16606084015260a0608084015260a08301906113d0565b0390f35b6007811615610a18575b8063ffffffff8360e060019460051b161c16610a118286611a3b565b520161096c565b80915060031c600481101561085d577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673040154906109f5565b634e487b7160e01b5f52604160045260245ffd5b634e487b7160e01b5f52601260045260245ffd5b346101e9575f3660031901126101e957602060405160058152f35b346101e9575f3660031901126101e9576020604051818152f35b346101e9575f3660031901126101e9575f516020611f1e5f395f51905f52546040516001600160a01b039091168152602090f35b346101e9575f3660031901126101e957610af961157f565b50610280610b23610b1d60ff5f516020611f5e5f395f51905f525460401c16611401565b5061160b565b610b30604051809261127e565bf35b346101e95760203660031901126101e9576004355f525f516020611f3e5f395f51905f5260205260405f20610b6d60ff825460a01c16611bf1565b60078110156101d557600411610b96576001600160601b0360026020920154165b604051908152f35b5060205f610b8e565b346101e9575f3660031901126101e9576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346101e9575f3660031901126101e957610bfb611bba565b5f516020611f7e5f395f51905f5254336001600160a01b03909116036102fe575f516020611f7e5f395f51905f5280546001600160a01b03199081169091555f516020611f1e5f395f51905f5280543392811683179091556001600160a01b03167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e05f80a3005b346101e9575f3660031901126101e957602060405160038152f35b346101e9575f3660031901126101e957610cb5611bba565b5f516020611f1e5f395f51905f52546001600160a01b031633036102fe575f516020611f7e5f395f51905f5280546001600160a01b03199081169091555f516020611f1e5f395f51905f52805491821690555f906001600160a01b03167f8be0079c531659141344cd1fd0a4f28419497f9722a3daafe3b4186f6b6457e08280a3005b346101e9575f3660031901126101e957602060ff5f516020611f5e5f395f51905f525460481c166040519015158152f35b346101e9575f3660031901126101e957602063ffffffff5f516020611f5e5f395f51905f525416604051908152f35b346101e95760203660031901126101e9576004356001600160a01b03811681036101e9576001600160a01b03165f9081527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567321602052604090819020546cffffffffffffffffffffffffff825191818116835260681c166020820152f35b346101e9575f3660031901126101e9576020610b8e6119a9565b346101e9575f3660031901126101e9576020610e5e60ff5f516020611f5e5f395f51905f525460401c16611401565b505460801c604051908152f35b346101e9575f3660031901126101e957610e83611754565b6040516020815261046081016001600160401b038351166020830152602083015160038110156101d55760408301526001600160401b0360408401511660608301526001600160401b0360608401511660808301526001600160401b0360808401511660a08301526001600160401b0360a08401511660c08301526001600160401b0360c08401511660e08301526001600160401b0360e0840151166101008301526101008301516101208301526101208301516101408301526101408301516101608301526101608301516101808301526101808301516101a08301526101a0830151906104406101c08401528151809152602061048084019201905f5b818110610fa1575050506109e76101c0839401516101e084019061127e565b8251845260209384019390920191600101610f82565b346101e9575f3660031901126101e957610fcf6114d8565b60c0810190607f8251161561118957604051906101c082018281106001600160401b03821117610a5057604052611004611434565b5f81525f60208201525f60408201525f60608201525f60808201525f60a08201525f60c08201525f60e08201525f61010082015282525f6020830152604082019060608252607f60608401946060865260606080860152606060a0860152606060c08601525f60e08601525f6101008601525f61012086015260a0611088816114b3565b8136823761014087015261109b816114b3565b903682376101608601525f6101808601525f6101a0860152511692526110c082611af4565b81526110cb82611a66565b83525f5b82811061115057835163ffffffff5f516020611f5e5f395f51905f525460201c168151806203d0909201611145575b6201adb00201905f915b815183101561113a576201117060019161112b6111258686611a3b565b51611e51565b603f8104010101920191611108565b602090604051908152f35b621312d091506110fe565b8061115e6001928451611a3b565b515f525f516020611f3e5f395f51905f5260205260405f2054611182828751611a3b565b52016110cf565b63b858c4af60e01b5f5260045ffd5b346101e9575f3660031901126101e9576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b346101e9575f3660031901126101e9575f516020611f5e5f395f51905f525463ffffffff600161121160ff8460401c16611401565b50015460209290921c169060a01c6104008210611274576103ff19820191808311611260576103fe19018092116112605781810291818304149015171561126057602090600a1c604051908152f35b634e487b7160e01b5f52601160045260245ffd5b505060205f610b8e565b6001600160601b03610260809263ffffffff815116855263ffffffff602082015116602086015263ffffffff604082015116604086015263ffffffff60608201511660608601526001600160801b03608082015116608086015263ffffffff60a08201511660a086015263ffffffff60c08201511660c086015263ffffffff60e08201511660e086015263ffffffff6101008201511661010086015263ffffffff6101208201511661012086015282610140820151166101408601526001600160401b036101608201511661016086015263ffffffff6101808201511661018086015263ffffffff6101a0820151166101a086015261ffff6101c0820151166101c086015261ffff6101e0820151166101e086015261ffff6102008201511661020086015261ffff610220820151166102208601526001600160401b0361024082015116610240860152015116910152565b805180835260209291819084018484015e5f828201840152601f01601f1916010190565b9060078210156101d55752565b600281101561085d5760021b7f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731401905f90565b6040519061012082018281106001600160401b03821117610a5057604052565b60405190606082018281106001600160401b03821117610a5057604052565b604051906101e082018281106001600160401b03821117610a5057604052565b6040519061028082018281106001600160401b03821117610a5057604052565b6040519190601f01601f191682016001600160401b03811183821017610a5057604052565b6114e0611434565b907f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673005463ffffffff8116835264ffffffffff8160201c16602084015264ffffffffff8160481c16604084015263ffffffff8160701c16606084015263ffffffff8160901c16608084015266ffffffffffffff8160b01c1660a084015260ff8160e81c1660c084015260ff8160f01c1660e084015260f81c610100830152565b611587611493565b905f82525f60208301525f60408301525f60608301525f60808301525f60a08301525f60c08301525f60e08301525f6101008301525f6101208301525f6101408301525f6101608301525f6101808301525f6101a08301525f6101c08301525f6101e08301525f6102008301525f6102208301525f6102408301525f610260830152565b906001600160601b03600361161e611493565b93805463ffffffff8116865263ffffffff8160201c16602087015263ffffffff8160401c16604087015263ffffffff8160601c16606087015260801c6080860152600181015463ffffffff811660a087015263ffffffff8160201c1660c087015263ffffffff8160401c1660e087015263ffffffff8160601c1661010087015263ffffffff8160801c1661012087015260a01c61014086015260028101546001600160401b03811661016087015263ffffffff8160401c1661018087015263ffffffff8160601c166101a087015261ffff8160801c166101c087015261ffff8160901c166101e087015261ffff8160a01c1661020087015261ffff8160b01c1661022087015260c01c610240860152015416610260830152565b9064ffffffffff8091169116039064ffffffffff821161126057565b61175c611473565b905f8252602082015f81525f60408401525f60608401525f60808401525f60a08401525f60c08401525f60e08401525f6101008401526101208301925f84526101408101915f83525f6101608301525f61018083015260606101a08301526101c08201906117c861157f565b825282956117d46114d8565b9463ffffffff86511685526117e886611a8e565b9260038410156101d55783905266ffffffffffffff60a08701511690527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673025490521561197f57505061183981611ab9565b6118476101c085019161160b565b815264ffffffffff602083015116604085015263ffffffff60608301511660608501527f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673035461010085015260e082019060ff8251166101608601526118b2607f60c085015116611af4565b6101a0860152602085015160038110156101d5576002146118d257505050565b63ffffffff60408181869795960164ffffffffff81511660c08a015264ffffffffff6119178160808b01938c60e0878751169101525116846020895101511690611738565b1660808a015251169251015116900363ffffffff81116112605763ffffffff1660a0850152909161010001905f5b60ff84511681101561197957600160ff845116821c1690610180860190815192830180931161126057919052600101611945565b50915050565b91509192506119a4610b1d60ff5f516020611f5e5f395f51905f525460401c16611401565b905290565b6119b16114d8565b607f60c0820151161561118957604081015164ffffffffff1680611a125750425b66ffffffffffffff60a0830151169064ffffffffff60208401511681039081116112605763ffffffff611a07611a0f94611ab9565b541691611b73565b90565b611a3564ffffffffff9163ffffffff611a2a85611ab9565b5460201c1690611738565b166119d2565b805182101561085d5760209160051b010190565b6001600160401b038111610a505760051b60200190565b90611a7361079483611a4f565b8281528092611a84601f1991611a4f565b0190602036910137565b607f60c08201511615611ab4576040015164ffffffffff16611aaf57600190565b600290565b505f90565b60c0015160071c600116600281101561085d5760021b7f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db5673140190565b90611afe82611a66565b915f5f5b828110611b0e57505050565b6007811615611b3b575b8063ffffffff8360e060019460051b161c16611b348288611a3b565b5201611b02565b80915060031c600481101561085d577f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567304015490611b18565b9190918015610a64575f190491818110611bb5578115610a64570460ff81118015611ba9575b15611ba55750505f1990565b1b90565b505f19811c8211611b99565b505090565b7fd68fc88ada274b4b9b3f818442ac67be1d30787c24f0f03c33813f52ad8db0475c611be257565b63229836b560e01b5f5260045ffd5b60ff1660078110156101d55790565b80611ce85750611c1060606114b3565b90603a82527f31323334353637383941424344454647484a4b4c4d4e5051525354555657585960208301527f5a6162636465666768696a6b6d6e6f707172737475767778797a0000000000006040830152611c6b60606114b3565b602e8152916040366020850137611220916001600160801b038160801c9116602e91825b611c9b57505050505090565b603a80860695049460801b1790603a808304920660801b1791603a830492611ccb603a60ff60f81b920686611e71565b51165f1a611cdc5f19830188611e71565b535f1901919082611c8f565b90611cf360606114b3565b603b81529160208301604036823783511561085d576062905360101b630100122017905f5b603a8110611d265750505090565b601f60058202836020821015611d875760e01c8560201b1790603b031c5b1690602082101561085d577f6162636465666768696a6b6c6d6e6f707172737475767778797a3233343536376001921a611d8083830187611e71565b5301611d18565b9060fb8319820111611d9f5760fb036020011c611d44565b61011a19011b611d44565b9092919260ff8160a01c1691611dbf83611bf1565b9460078610156101d557600186149384611de4575b50505050611dde57565b60029150565b611df19192939450611bf1565b60078110156101d5576001149283611e11575b505050155f808080611dd4565b611e49935060e81c9060b01c63ffffffff167f053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db56731c611e82565b5f8080611e04565b61ffff9060d81c166103e88102908082046103e814901517156112605790565b90815181101561085d570160200190565b919065ffffff0000009060181b1691611e9b8284611ef2565b9290935f528160205260405f20549062ffffff82168110918215611edf575b5050611ed75763ffffffff925f5260205260405f2054901c161490565b505050505f90565b60181c62ffffff16111590505f80611eba565b919060068110611f1457600160e09160051901938460031c01019260051b1690565b60051b6030019056fe9016d09d72d40fdae2fd8ceac6b6234c7706214fd39c1cd1e609a0528c199300053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567320053caa4846684cbc14884b800bc393d61e2a152554e9b3844cbc40e5db567301237e158222e3e6968b72b9db0d8043aacf074ad9f650f0d1606b4d82ee432c00a164736f6c6343000825000af0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00",
}

// EthMLViews is an auto generated Go binding around an Ethereum contract.
type EthMLViews struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *EthMLViews) GetABI() abi.ABI {
	return c.abi
}

// NewEthMLViews creates a new instance of EthMLViews.
func NewEthMLViews() *EthMLViews {
	parsed, err := EthMLViewsMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &EthMLViews{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *EthMLViews) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token_, address registry_, address stake_) returns()
func (ethMLViews *EthMLViews) PackConstructor(token_ common.Address, registry_ common.Address, stake_ common.Address) []byte {
	enc, err := ethMLViews.abi.Pack("", token_, registry_, stake_)
	if err != nil {
		panic(err)
	}
	return enc
}

// ModelRegistryMetaData contains all meta data concerning the ModelRegistry contract.
var ModelRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"components\":[{\"internalType\":\"string\",\"name\":\"manifestCID\",\"type\":\"string\"},{\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"codec\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"decimals\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"previousId\",\"type\":\"uint256\"}],\"internalType\":\"structModelRegistration[]\",\"name\":\"first\",\"type\":\"tuple[]\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"deprecateModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getModel\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"codec\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"decimals\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"deprecated\",\"type\":\"bool\"},{\"internalType\":\"uint8\",\"name\":\"cidCodec\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"manifestDigest\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"previousId\",\"type\":\"uint256\"}],\"internalType\":\"structModel\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"manifestCID\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_DECIMALS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MAX_ROYALTY_BPS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"modelCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"manifestCID_\",\"type\":\"string\"},{\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"codec\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"decimals\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"previousId\",\"type\":\"uint256\"}],\"name\":\"registerModel\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"terms\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"deprecated\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"toleranceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"ModelDeprecated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"manifestDigest\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"cidCodec\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"codec\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"decimals\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"previousId\",\"type\":\"uint256\"}],\"name\":\"ModelRegistered\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"cid\",\"type\":\"string\"}],\"name\":\"Cid_Malformed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_AlreadyDeprecated\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"codec\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"decimals\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_BadDecimals\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"codec\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"rule\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_BadRule\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"}],\"name\":\"ModelRegistry_NotPublisher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"royaltyBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_RoyaltyTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"codec\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_UnknownCodec\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_UnknownModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"rule\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_UnknownRule\",\"type\":\"error\"}]",
	ID:  "3e254b56222d92d47acf39cfb7ab1cbcc5",
	Bin: "0x608060405234610a3c57611ac58038038061001981610a40565b928339810190604081830312610a3c5780516001600160a01b0381169190829003610a3c576020810151906001600160401b038211610a3c57019180601f84011215610a3c578251926001600160401b03841161074b578360051b602080610082818401610a40565b80978152019183010191838311610a3c5760208101915b83831061092a5786865f5b825181101561091b5760208160051b8401015180515f5f905f8351603b81145f146108845750505050610408602182015191610272603b820151935f516020611a655f395f51905f525f516020611a855f395f51905f528260061c169160495f516020611a055f395f51905f525f516020611aa55f395f51905f52831681604387025f516020611a255f395f51905f5201170319165f516020611a055f395f51905f525f516020611a455f395f51905f52602f8702828617030119165f516020611a055f395f51905f528416171793029003018060031c907cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff8060151b83167eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000083161760061c92611fe078ff000000ff000000ff000000ff000000ff000000ff000000ff60251b01169116171780600c1c9073ffffffff000000000000000000000000ffffffff760ffffffff000000000000000000000000ffffffff000008160541b84167bffffffff000000000000000000000000ffffffff000000000000000084161760181c9316911617176a0100000000000000000000600160d01b038160301c169060018060801b03161791565b9290935f516020611a655f395f51905f525f516020611a855f395f51905f528260061c169160495f516020611a055f395f51905f525f516020611aa55f395f51905f52831681604387025f516020611a255f395f51905f5201170319165f516020611a055f395f51905f525f516020611a455f395f51905f52602f8702828617030119165f516020611a055f395f51905f528416171793029003018060031c907cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff8060151b83167eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000083161760061c92611fe078ff000000ff000000ff000000ff000000ff000000ff000000ff60251b01169116171780600c1c9073ffffffff000000000000000000000000ffffffff760ffffffff000000000000000000000000ffffffff000008160541b84167bffffffff000000000000000000000000ffffffff000000000000000084161760181c9316911617176a0100000000000000000000600160d01b038160301c169060018060801b03161791565b609085901c60ff16949317600382161715929083610875575b83610861575b83610844575b60018060801b039060021c169060801b179291806107f6575b156107b6575061ffff6020840151169260ff60408201511660ff6060830151169260ff60808401511660c0840151938461075f575b60a001516040519095909361014085016001600160401b0381118682101761074b576040528a85526020850198808a5260408601918252606086019283526080860193845260ff60a087019516855260c08601905f825263ffffffff60e08801981688526101008701998a5261012087019889526107d08111610733575060ff82511660038111610721575060ff8451166001811161070f5750815160ff1660028110610708576024905b60ff855116908282116106f05750505060ff845116600181145f146106e757600260ff845116148015906106d6575b6106b557506001545f1981146106a1576001019889600155895f525f60205260405f2096600160a01b600190039051169a8754905193519451955196519251151560d01b98519863ffffffff60d81b8a60d81b16918d63ffffffff60d81b199160ff60d01b199160ff60c81b199160ff60c01b199160ff60b81b1991600160b81b600190031916171661ffff60a01b8a60a01b16171660ff60b01b8a60b01b16171660ff60b81b8a60b81b16171660ff60c01b8a60c01b16171660ff60c81b8560c81b16179060ff60d01b161717875551978860018801555160028197015560405197885260ff16602088015261ffff16604087015260ff16606086015260ff16608085015260ff1660a084015260c083015263ffffffff1660e08201526101007fc782b562b38af6f537c1a47cc3ae3fc757e137e75d9b632b913905cd8f5b67fb91a36001016100a4565b634e487b7160e01b5f52601160045260245ffd5b889060ff8451169151916209921760e11b5f5260045260245260445260645ffd5b5088516001600160ff1b0310610555565b88511515610555565b635757348560e11b5f5260045260245260445260645ffd5b5f90610526565b635fbe89c160e01b5f5260045260245ffd5b6339e5566560e21b5f5260045260245ffd5b63564d18b760e11b5f526004526107d060245260445ffd5b634e487b7160e01b5f52604160045260245ffd5b5f858152602081905260409020546001600160a01b031680156107a3578a8103610789575061047b565b8a86630e4b95bf60e31b5f5260045260245260445260645ffd5b85631914faef60e11b5f5260045260245ffd5b60446020916040519283916322d0212f60e01b83528160048401528051918291826024860152018484015e5f828201840152601f01601f19168101030190fd5b508051156108305760208101517fff0000000000000000000000000000000000000000000000000000000000000016603160f91b14610446565b634e487b7160e01b5f52603260045260245ffd5b9250605584148015610857575b9261042d565b5060708414610851565b925061122061ffff8260801c161492610427565b925060018160981c1492610421565b92939192602d190161044657506108b1925060208101516108a9603783015191610a73565b949091610a73565b706a6a5673c39f9081c6007b9e21ca80000083028093706a6a5673c39f9081c6007b9e21ca8000005f19910903918301928310610911575b85610909575b50846108fd575b5092610446565b611220149350886108f6565b9450896108ef565b90600101906108e9565b604051610e949081610b718239f35b82516001600160401b038111610a3c57820160e0818703601f190112610a3c576040519160e083016001600160401b0381118482101761074b5760405260208201516001600160401b038111610a3c5760209083010187601f82011215610a3c5780516001600160401b03811161074b576109ae601f8201601f1916602001610a40565b918183528960208383010111610a3c57815f9260208093018386015e83010152835260408201519261ffff84168403610a3c5760e0602094938594858401526109f960608201610a65565b6040840152610a0a60808201610a65565b6060840152610a1b60a08201610a65565b608084015260c081015160a0840152015160c0820152815201920191610099565b5f80fd5b6040519190601f01601f191682016001600160401b0381118382101761074b57604052565b519060ff82168203610a3c57565b5f916001915f905b60178210610a87575050565b909360ff828660031b60f8031c1660301981019060ff6020831091825f14610af157505015610830576ff6f5f4f3f2f1f0ef00eeedecebea00ea67010203040506070960b81b03901a905b60ff8214610ae9575b603a02019360010190610a7b565b5f9450610adb565b91509291604081105f14610b385750909150605019016020811015610830576fdedddcdbdad9d8d7d6d5d400d3d2d1d1691718191a1b1c1d1e1f2160b01b03901a90610ad2565b606011610b46575b50610ad2565b90915060701901602081101561083057600169181899199a1a9b1b9c1d60b11b03901a905f610b4056fe6080806040526004361015610012575f80fd5b5f3560e01c9081630417cf8e14610a9857508063199542b8146105585780633dca40e61461053c5780636d361694146103e8578063987aaea8146101c1578063b045338414610123578063c0aa0e8a146100cc578063c6a645fe146100af5763fd464aa21461007f575f80fd5b346100ab5760203660031901126100ab576004355f525f6020526020600260405f200154604051908152f35b5f80fd5b346100ab575f3660031901126100ab576020600154604051908152f35b346100ab5760203660031901126100ab576004355f525f602052608060405f205460ff6040519160018060a01b038116835261ffff8160a01c166020840152818160c01c16604084015260d01c1615156060820152f35b346100ab5760203660031901126100ab5760043561014081610b0c565b80546001600160a01b0381163381036101a7575060ff8160d01c166101945760ff60d01b1916600160d01b1790557ff5201226a8a9c25d2b88221fb737afa13bed245e01ec515454bf815db7374f7a5f80a2005b82630959df4b60e01b5f5260045260245ffd5b83630e4b95bf60e31b5f526004523360245260445260645ffd5b346100ab5760203660031901126100ab576101dd600435610b0c565b600181549101549060ff8160c81c16155f1461030557506101fe6060610ae6565b603a81527f31323334353637383941424344454647484a4b4c4d4e5051525354555657585960208201527f5a6162636465666768696a6b6d6e6f707172737475767778797a00000000000060408201526102586060610ae6565b602e8152906040366020840137611220926001600160801b038160801c9116602e91825b6102b85750505050602091506040905b815192839181835280519182918282860152018484015e5f828201840152601f01601f19168101030190f35b603a80870696049560801b1790603a808304920660801b1791603a8304926102e8603a60ff60f81b920686610b3d565b51165f1a6102f95f19830187610b3d565b535f190191908261027c565b906103106060610ae6565b603b815291602083019060403683378351156103b157606262ff0000925360b81c16630100122017905f5b603a811061035057505050604060209161028c565b601f600582028360208210156103c55760e01c8560201b1790603b031c5b169060208210156103b1577f6162636465666768696a6b6c6d6e6f707172737475767778797a3233343536376001921a6103aa83830187610b3d565b530161033b565b634e487b7160e01b5f52603260045260245ffd5b9060fb83198201116103dd5760fb036020011c61036e565b61011a19011b61036e565b346100ab5760203660031901126100ab57610401610ab1565b5f8152602081015f9052604081015f9052606081015f9052608081015f905260a081015f905260c081015f905260e081015f905261010081015f9052610120015f905260043561045090610b0c565b805460018201546002909201546001600160a01b03821692610470610ab1565b848152602081018460a01c61ffff168152604082018560b01c60ff168152606083018660b81c60ff16815260808401918760c01c60ff16835260a08501938860d01c60ff161515855260c08601958960c81c60ff16875260e081019788526101008101988952610120019860d81c63ffffffff168952604051998a525161ffff1660208a01525160ff1660408901525160ff1660608801525160ff16608087015251151560a08601525160ff1660c08501525160e0840152516101008301525161012082015261014090f35b346100ab575f3660031901126100ab5760206040516107d08152f35b346100ab5760e03660031901126100ab5760043567ffffffffffffffff81116100ab57366023820112156100ab57806004013567ffffffffffffffff81116100ab57602482019036602482850101116100ab5760243561ffff81168091036100ab576044359260ff84168094036100ab576064359460ff86168096036100ab5760843560ff81168091036100ab5760c435945f938480603b84036109fe575050839450610612603f602561061a9596013596013595610c4e565b939095610c4e565b609087901c60ff169694176003821617159390846109ef575b846109db575b846109be575b6001600160801b039060021c169060801b179492806109a0575b156109665750508461092c575b61066e610ab1565b91338352602083019785895260408401978852606084019081526080840191825260ff60a085019316835260c08401975f895263ffffffff60e0860198168852610100850195865261012085019660a43588526107d08111610914575060ff81511660038111610902575060ff835116600181116108f05750805160ff16600281106108e9576024905b60ff845116908282116108d15750505060ff835116600181145f146108c857600260ff835116148015906108b7575b61089757506001545f19811461088357600101998a9889600155895f525f60205260405f2096600160a01b600190039051169a8754925193519451955196519260ff60c81b8460c81b16908d60ff60c81b199160ff60c01b199160ff60b81b199168ffffffffffffffffff60b81b16171661ffff60a01b8860a01b16171660ff60b01b8860b01b16171660ff60b81b8860b81b161760ff60c01b8960c01b161717885551151587549060ff60d01b9060d01b169060ff60d01b19161787555196865463ffffffff60d81b8960d81b169063ffffffff60d81b191617875551978860018801555160028197015560405197885260ff16602088015261ffff16604087015260ff16606086015260ff16608085015260ff1660a084015260c083015263ffffffff1660e08201526101007fc782b562b38af6f537c1a47cc3ae3fc757e137e75d9b632b913905cd8f5b67fb91a3604051908152602090f35b634e487b7160e01b5f52601160045260245ffd5b60ff889251169151916209921760e11b5f5260045260245260445260645ffd5b5087516001600160ff1b0310610727565b87511515610727565b635757348560e11b5f5260045260245260445260645ffd5b5f906106f8565b635fbe89c160e01b5f5260045260245ffd5b6339e5566560e21b5f5260045260245ffd5b63564d18b760e11b5f526004526107d060245260445ffd5b6001600160a01b0361093d86610b0c565b541633810361094c5750610666565b85630e4b95bf60e31b5f526004523360245260445260645ffd5b604490826040519384926322d0212f60e01b845260206004850152816024850152848401375f828201840152601f01601f19168101030190fd5b5081156103b15780356001600160f81b031916603160f91b14610659565b93506055861480156109d1575b9361063f565b50607086146109cb565b935061122061ffff8260801c161493610639565b935060018160981c1493610633565b909394602e8414610a10575b50610659565b610a2d9650603b01359050610a258235610b4e565b969091610b4e565b706a6a5673c39f9081c6007b9e21ca80000083028093706a6a5673c39f9081c6007b9e21ca8000005f19910903918301928310610a8e575b87610a86575b5086610a7a575b50948a610a0a565b6112201495508a610a72565b96508b610a6b565b9060010190610a65565b346100ab575f3660031901126100ab5780602460209252f35b60405190610140820182811067ffffffffffffffff821117610ad257604052565b634e487b7160e01b5f52604160045260245ffd5b6040519190601f01601f1916820167ffffffffffffffff811183821017610ad257604052565b90815f525f60205260405f209160018060a01b0383541615610b2b5750565b631914faef60e11b5f5260045260245ffd5b9081518110156103b1570160200190565b5f916001915f905b60178210610b62575050565b909360ff828660031b60f8031c1660301981019060ff6020831091825f14610bce575050156103b1577e0102030405060708ffffffffffffff090a0b0c0d0e0f10ff1112131415ff16901a905b60ff8214610bc6575b603a02019360010190610b56565b5f9450610bb8565b91509291604081105f14610c1657509091506050190160208110156103b1577f1718191a1b1c1d1e1f20ffffffffffff2122232425262728292a2bff2c2d2e2f901a90610baf565b606011610c24575b50610baf565b9091506070190160208110156103b157600169181899199a1a9b1b9c1d60b11b03901a905f610c1e565b7fe7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e87f01010101010101010101010101010101010101010101010101010101010101018260061c169160497f80808080808080808080808080808080808080808080808080808080808080807f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f831681604387027f373737373737373737373737373737373737373737373737373737373737373701170319167f80808080808080808080808080808080808080808080808080808080808080807fcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdce602f8702828617030119167f80808080808080808080808080808080808080808080808080808080808080808416171793029003018060031c907cff000000ff000000ff000000ff000000ff000000ff000000ff000000ff7d1fe000001fe000001fe000001fe000001fe000001fe000001fe000001fe07f1fe000001fe000001fe000001fe000001fe000001fe000001fe000001fe0000084167eff000000ff000000ff000000ff000000ff000000ff000000ff000000ff000084161760061c93169116171780600c1c9073ffffffff000000000000000000000000ffffffff760ffffffff000000000000000000000000ffffffff000008160541b84167bffffffff000000000000000000000000ffffffff000000000000000084161760181c9316911617176001600160801b038060501b8260301c169116179156fea164736f6c6343000825000a80808080808080808080808080808080808080808080808080808080808080803737373737373737373737373737373737373737373737373737373737373737cdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcdcee7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e7e801010101010101010101010101010101010101010101010101010101010101017f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f7f",
}

// ModelRegistry is an auto generated Go binding around an Ethereum contract.
type ModelRegistry struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *ModelRegistry) GetABI() abi.ABI {
	return c.abi
}

// NewModelRegistry creates a new instance of ModelRegistry.
func NewModelRegistry() *ModelRegistry {
	parsed, err := ModelRegistryMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &ModelRegistry{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *ModelRegistry) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address publisher, (string,uint16,uint8,uint8,uint8,uint256,uint256)[] first) returns()
func (modelRegistry *ModelRegistry) PackConstructor(publisher common.Address, first []ModelRegistration) []byte {
	enc, err := modelRegistry.abi.Pack("", publisher, first)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackMAXDECIMALS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0417cf8e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_DECIMALS() view returns(uint256)
func (modelRegistry *ModelRegistry) PackMAXDECIMALS() []byte {
	enc, err := modelRegistry.abi.Pack("MAX_DECIMALS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXDECIMALS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0417cf8e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_DECIMALS() view returns(uint256)
func (modelRegistry *ModelRegistry) TryPackMAXDECIMALS() ([]byte, error) {
	return modelRegistry.abi.Pack("MAX_DECIMALS")
}

// UnpackMAXDECIMALS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0417cf8e.
//
// Solidity: function MAX_DECIMALS() view returns(uint256)
func (modelRegistry *ModelRegistry) UnpackMAXDECIMALS(data []byte) (*big.Int, error) {
	out, err := modelRegistry.abi.Unpack("MAX_DECIMALS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackMAXROYALTYBPS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3dca40e6.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function MAX_ROYALTY_BPS() view returns(uint256)
func (modelRegistry *ModelRegistry) PackMAXROYALTYBPS() []byte {
	enc, err := modelRegistry.abi.Pack("MAX_ROYALTY_BPS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMAXROYALTYBPS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3dca40e6.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function MAX_ROYALTY_BPS() view returns(uint256)
func (modelRegistry *ModelRegistry) TryPackMAXROYALTYBPS() ([]byte, error) {
	return modelRegistry.abi.Pack("MAX_ROYALTY_BPS")
}

// UnpackMAXROYALTYBPS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3dca40e6.
//
// Solidity: function MAX_ROYALTY_BPS() view returns(uint256)
func (modelRegistry *ModelRegistry) UnpackMAXROYALTYBPS(data []byte) (*big.Int, error) {
	out, err := modelRegistry.abi.Unpack("MAX_ROYALTY_BPS", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackDeprecateModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0453384.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deprecateModel(uint256 id) returns()
func (modelRegistry *ModelRegistry) PackDeprecateModel(id *big.Int) []byte {
	enc, err := modelRegistry.abi.Pack("deprecateModel", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeprecateModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb0453384.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deprecateModel(uint256 id) returns()
func (modelRegistry *ModelRegistry) TryPackDeprecateModel(id *big.Int) ([]byte, error) {
	return modelRegistry.abi.Pack("deprecateModel", id)
}

// PackGetModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6d361694.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getModel(uint256 id) view returns((address,uint16,uint8,uint8,uint8,bool,uint8,bytes32,uint256,uint256))
func (modelRegistry *ModelRegistry) PackGetModel(id *big.Int) []byte {
	enc, err := modelRegistry.abi.Pack("getModel", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x6d361694.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getModel(uint256 id) view returns((address,uint16,uint8,uint8,uint8,bool,uint8,bytes32,uint256,uint256))
func (modelRegistry *ModelRegistry) TryPackGetModel(id *big.Int) ([]byte, error) {
	return modelRegistry.abi.Pack("getModel", id)
}

// UnpackGetModel is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x6d361694.
//
// Solidity: function getModel(uint256 id) view returns((address,uint16,uint8,uint8,uint8,bool,uint8,bytes32,uint256,uint256))
func (modelRegistry *ModelRegistry) UnpackGetModel(data []byte) (Model, error) {
	out, err := modelRegistry.abi.Unpack("getModel", data)
	if err != nil {
		return *new(Model), err
	}
	out0 := *abi.ConvertType(out[0], new(Model)).(*Model)
	return out0, nil
}

// PackManifestCID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x987aaea8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function manifestCID(uint256 id) view returns(string)
func (modelRegistry *ModelRegistry) PackManifestCID(id *big.Int) []byte {
	enc, err := modelRegistry.abi.Pack("manifestCID", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackManifestCID is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x987aaea8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function manifestCID(uint256 id) view returns(string)
func (modelRegistry *ModelRegistry) TryPackManifestCID(id *big.Int) ([]byte, error) {
	return modelRegistry.abi.Pack("manifestCID", id)
}

// UnpackManifestCID is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x987aaea8.
//
// Solidity: function manifestCID(uint256 id) view returns(string)
func (modelRegistry *ModelRegistry) UnpackManifestCID(data []byte) (string, error) {
	out, err := modelRegistry.abi.Unpack("manifestCID", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// PackModelCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6a645fe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function modelCount() view returns(uint256)
func (modelRegistry *ModelRegistry) PackModelCount() []byte {
	enc, err := modelRegistry.abi.Pack("modelCount")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackModelCount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc6a645fe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function modelCount() view returns(uint256)
func (modelRegistry *ModelRegistry) TryPackModelCount() ([]byte, error) {
	return modelRegistry.abi.Pack("modelCount")
}

// UnpackModelCount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc6a645fe.
//
// Solidity: function modelCount() view returns(uint256)
func (modelRegistry *ModelRegistry) UnpackModelCount(data []byte) (*big.Int, error) {
	out, err := modelRegistry.abi.Unpack("modelCount", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackRegisterModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x199542b8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function registerModel(string manifestCID_, uint16 royaltyBps, uint8 codec, uint8 decimals, uint8 rule, uint256 tolerance, uint256 previousId) returns(uint256 id)
func (modelRegistry *ModelRegistry) PackRegisterModel(manifestCID string, royaltyBps uint16, codec uint8, decimals uint8, rule uint8, tolerance *big.Int, previousId *big.Int) []byte {
	enc, err := modelRegistry.abi.Pack("registerModel", manifestCID, royaltyBps, codec, decimals, rule, tolerance, previousId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRegisterModel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x199542b8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function registerModel(string manifestCID_, uint16 royaltyBps, uint8 codec, uint8 decimals, uint8 rule, uint256 tolerance, uint256 previousId) returns(uint256 id)
func (modelRegistry *ModelRegistry) TryPackRegisterModel(manifestCID string, royaltyBps uint16, codec uint8, decimals uint8, rule uint8, tolerance *big.Int, previousId *big.Int) ([]byte, error) {
	return modelRegistry.abi.Pack("registerModel", manifestCID, royaltyBps, codec, decimals, rule, tolerance, previousId)
}

// UnpackRegisterModel is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x199542b8.
//
// Solidity: function registerModel(string manifestCID_, uint16 royaltyBps, uint8 codec, uint8 decimals, uint8 rule, uint256 tolerance, uint256 previousId) returns(uint256 id)
func (modelRegistry *ModelRegistry) UnpackRegisterModel(data []byte) (*big.Int, error) {
	out, err := modelRegistry.abi.Unpack("registerModel", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc0aa0e8a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function terms(uint256 id) view returns(address publisher, uint16 royaltyBps, uint8 rule, bool deprecated)
func (modelRegistry *ModelRegistry) PackTerms(id *big.Int) []byte {
	enc, err := modelRegistry.abi.Pack("terms", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTerms is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc0aa0e8a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function terms(uint256 id) view returns(address publisher, uint16 royaltyBps, uint8 rule, bool deprecated)
func (modelRegistry *ModelRegistry) TryPackTerms(id *big.Int) ([]byte, error) {
	return modelRegistry.abi.Pack("terms", id)
}

// TermsOutput serves as a container for the return parameters of contract
// method Terms.
type TermsOutput struct {
	Publisher  common.Address
	RoyaltyBps uint16
	Rule       uint8
	Deprecated bool
}

// UnpackTerms is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc0aa0e8a.
//
// Solidity: function terms(uint256 id) view returns(address publisher, uint16 royaltyBps, uint8 rule, bool deprecated)
func (modelRegistry *ModelRegistry) UnpackTerms(data []byte) (TermsOutput, error) {
	out, err := modelRegistry.abi.Unpack("terms", data)
	outstruct := new(TermsOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Publisher = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.RoyaltyBps = *abi.ConvertType(out[1], new(uint16)).(*uint16)
	outstruct.Rule = *abi.ConvertType(out[2], new(uint8)).(*uint8)
	outstruct.Deprecated = *abi.ConvertType(out[3], new(bool)).(*bool)
	return *outstruct, nil
}

// PackToleranceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd464aa2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function toleranceOf(uint256 id) view returns(uint256)
func (modelRegistry *ModelRegistry) PackToleranceOf(id *big.Int) []byte {
	enc, err := modelRegistry.abi.Pack("toleranceOf", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackToleranceOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfd464aa2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function toleranceOf(uint256 id) view returns(uint256)
func (modelRegistry *ModelRegistry) TryPackToleranceOf(id *big.Int) ([]byte, error) {
	return modelRegistry.abi.Pack("toleranceOf", id)
}

// UnpackToleranceOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfd464aa2.
//
// Solidity: function toleranceOf(uint256 id) view returns(uint256)
func (modelRegistry *ModelRegistry) UnpackToleranceOf(data []byte) (*big.Int, error) {
	out, err := modelRegistry.abi.Unpack("toleranceOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// ModelRegistryModelDeprecated represents a ModelDeprecated event raised by the ModelRegistry contract.
type ModelRegistryModelDeprecated struct {
	Id  *big.Int
	Raw *types.Log // Blockchain specific contextual infos
}

const ModelRegistryModelDeprecatedEventName = "ModelDeprecated"

// ContractEventName returns the user-defined event name.
func (ModelRegistryModelDeprecated) ContractEventName() string {
	return ModelRegistryModelDeprecatedEventName
}

// UnpackModelDeprecatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ModelDeprecated(uint256 indexed id)
func (modelRegistry *ModelRegistry) UnpackModelDeprecatedEvent(log *types.Log) (*ModelRegistryModelDeprecated, error) {
	event := "ModelDeprecated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != modelRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ModelRegistryModelDeprecated)
	if len(log.Data) > 0 {
		if err := modelRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range modelRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// ModelRegistryModelRegistered represents a ModelRegistered event raised by the ModelRegistry contract.
type ModelRegistryModelRegistered struct {
	Id             *big.Int
	Publisher      common.Address
	ManifestDigest [32]byte
	CidCodec       uint8
	RoyaltyBps     uint16
	Codec          uint8
	Decimals       uint8
	Rule           uint8
	Tolerance      *big.Int
	PreviousId     *big.Int
	Raw            *types.Log // Blockchain specific contextual infos
}

const ModelRegistryModelRegisteredEventName = "ModelRegistered"

// ContractEventName returns the user-defined event name.
func (ModelRegistryModelRegistered) ContractEventName() string {
	return ModelRegistryModelRegisteredEventName
}

// UnpackModelRegisteredEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ModelRegistered(uint256 indexed id, address indexed publisher, bytes32 manifestDigest, uint8 cidCodec, uint16 royaltyBps, uint8 codec, uint8 decimals, uint8 rule, uint256 tolerance, uint256 previousId)
func (modelRegistry *ModelRegistry) UnpackModelRegisteredEvent(log *types.Log) (*ModelRegistryModelRegistered, error) {
	event := "ModelRegistered"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != modelRegistry.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(ModelRegistryModelRegistered)
	if len(log.Data) > 0 {
		if err := modelRegistry.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range modelRegistry.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (modelRegistry *ModelRegistry) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["Cid_Malformed"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackCidMalformedError(raw[4:])
	}
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["ModelRegistry_AlreadyDeprecated"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackModelRegistryAlreadyDeprecatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["ModelRegistry_BadDecimals"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackModelRegistryBadDecimalsError(raw[4:])
	}
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["ModelRegistry_BadRule"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackModelRegistryBadRuleError(raw[4:])
	}
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["ModelRegistry_NotPublisher"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackModelRegistryNotPublisherError(raw[4:])
	}
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["ModelRegistry_RoyaltyTooHigh"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackModelRegistryRoyaltyTooHighError(raw[4:])
	}
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["ModelRegistry_UnknownCodec"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackModelRegistryUnknownCodecError(raw[4:])
	}
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["ModelRegistry_UnknownModel"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackModelRegistryUnknownModelError(raw[4:])
	}
	if bytes.Equal(raw[:4], modelRegistry.abi.Errors["ModelRegistry_UnknownRule"].ID.Bytes()[:4]) {
		return modelRegistry.UnpackModelRegistryUnknownRuleError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// ModelRegistryCidMalformed represents a Cid_Malformed error raised by the ModelRegistry contract.
type ModelRegistryCidMalformed struct {
	Cid string
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Cid_Malformed(string cid)
func ModelRegistryCidMalformedErrorID() common.Hash {
	return common.HexToHash("0x22d0212fed4271c35036b74cc1e29a6a8f7b3b8c4a25664913d79d8259191085")
}

// UnpackCidMalformedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Cid_Malformed(string cid)
func (modelRegistry *ModelRegistry) UnpackCidMalformedError(raw []byte) (*ModelRegistryCidMalformed, error) {
	out := new(ModelRegistryCidMalformed)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "Cid_Malformed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ModelRegistryModelRegistryAlreadyDeprecated represents a ModelRegistry_AlreadyDeprecated error raised by the ModelRegistry contract.
type ModelRegistryModelRegistryAlreadyDeprecated struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModelRegistry_AlreadyDeprecated(uint256 id)
func ModelRegistryModelRegistryAlreadyDeprecatedErrorID() common.Hash {
	return common.HexToHash("0x0959df4bea2185b743417e6175df2083b813fe0c5e2a5e197982c915cbb856fe")
}

// UnpackModelRegistryAlreadyDeprecatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModelRegistry_AlreadyDeprecated(uint256 id)
func (modelRegistry *ModelRegistry) UnpackModelRegistryAlreadyDeprecatedError(raw []byte) (*ModelRegistryModelRegistryAlreadyDeprecated, error) {
	out := new(ModelRegistryModelRegistryAlreadyDeprecated)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "ModelRegistry_AlreadyDeprecated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ModelRegistryModelRegistryBadDecimals represents a ModelRegistry_BadDecimals error raised by the ModelRegistry contract.
type ModelRegistryModelRegistryBadDecimals struct {
	Codec    *big.Int
	Decimals *big.Int
	Maximum  *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModelRegistry_BadDecimals(uint256 codec, uint256 decimals, uint256 maximum)
func ModelRegistryModelRegistryBadDecimalsErrorID() common.Hash {
	return common.HexToHash("0xaeae690a6643fef44cbfe08ebe1947ea35ff3b108d87114c1de6dabf4480fec3")
}

// UnpackModelRegistryBadDecimalsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModelRegistry_BadDecimals(uint256 codec, uint256 decimals, uint256 maximum)
func (modelRegistry *ModelRegistry) UnpackModelRegistryBadDecimalsError(raw []byte) (*ModelRegistryModelRegistryBadDecimals, error) {
	out := new(ModelRegistryModelRegistryBadDecimals)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "ModelRegistry_BadDecimals", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ModelRegistryModelRegistryBadRule represents a ModelRegistry_BadRule error raised by the ModelRegistry contract.
type ModelRegistryModelRegistryBadRule struct {
	Codec     *big.Int
	Rule      *big.Int
	Tolerance *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModelRegistry_BadRule(uint256 codec, uint256 rule, uint256 tolerance)
func ModelRegistryModelRegistryBadRuleErrorID() common.Hash {
	return common.HexToHash("0x0013242e8fa1503c3a3f12fa25046990b8d7d5b96611609ca10fe3f752fe6a78")
}

// UnpackModelRegistryBadRuleError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModelRegistry_BadRule(uint256 codec, uint256 rule, uint256 tolerance)
func (modelRegistry *ModelRegistry) UnpackModelRegistryBadRuleError(raw []byte) (*ModelRegistryModelRegistryBadRule, error) {
	out := new(ModelRegistryModelRegistryBadRule)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "ModelRegistry_BadRule", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ModelRegistryModelRegistryNotPublisher represents a ModelRegistry_NotPublisher error raised by the ModelRegistry contract.
type ModelRegistryModelRegistryNotPublisher struct {
	Id        *big.Int
	Caller    common.Address
	Publisher common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModelRegistry_NotPublisher(uint256 id, address caller, address publisher)
func ModelRegistryModelRegistryNotPublisherErrorID() common.Hash {
	return common.HexToHash("0x725cadf851cf0a359fbce697e9172767dac2349dc718086916de2dd542bb0c10")
}

// UnpackModelRegistryNotPublisherError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModelRegistry_NotPublisher(uint256 id, address caller, address publisher)
func (modelRegistry *ModelRegistry) UnpackModelRegistryNotPublisherError(raw []byte) (*ModelRegistryModelRegistryNotPublisher, error) {
	out := new(ModelRegistryModelRegistryNotPublisher)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "ModelRegistry_NotPublisher", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ModelRegistryModelRegistryRoyaltyTooHigh represents a ModelRegistry_RoyaltyTooHigh error raised by the ModelRegistry contract.
type ModelRegistryModelRegistryRoyaltyTooHigh struct {
	RoyaltyBps *big.Int
	Maximum    *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModelRegistry_RoyaltyTooHigh(uint256 royaltyBps, uint256 maximum)
func ModelRegistryModelRegistryRoyaltyTooHighErrorID() common.Hash {
	return common.HexToHash("0xac9a316ec2ea6cb0d3ca8acd4df7c6055b3f8f5b7f0c71577dc8a9a4d4ef9873")
}

// UnpackModelRegistryRoyaltyTooHighError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModelRegistry_RoyaltyTooHigh(uint256 royaltyBps, uint256 maximum)
func (modelRegistry *ModelRegistry) UnpackModelRegistryRoyaltyTooHighError(raw []byte) (*ModelRegistryModelRegistryRoyaltyTooHigh, error) {
	out := new(ModelRegistryModelRegistryRoyaltyTooHigh)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "ModelRegistry_RoyaltyTooHigh", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ModelRegistryModelRegistryUnknownCodec represents a ModelRegistry_UnknownCodec error raised by the ModelRegistry contract.
type ModelRegistryModelRegistryUnknownCodec struct {
	Codec *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModelRegistry_UnknownCodec(uint256 codec)
func ModelRegistryModelRegistryUnknownCodecErrorID() common.Hash {
	return common.HexToHash("0xe795599493985f7413717085eb4b642182866c503a032e73838931e6f655ff6c")
}

// UnpackModelRegistryUnknownCodecError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModelRegistry_UnknownCodec(uint256 codec)
func (modelRegistry *ModelRegistry) UnpackModelRegistryUnknownCodecError(raw []byte) (*ModelRegistryModelRegistryUnknownCodec, error) {
	out := new(ModelRegistryModelRegistryUnknownCodec)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "ModelRegistry_UnknownCodec", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ModelRegistryModelRegistryUnknownModel represents a ModelRegistry_UnknownModel error raised by the ModelRegistry contract.
type ModelRegistryModelRegistryUnknownModel struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModelRegistry_UnknownModel(uint256 id)
func ModelRegistryModelRegistryUnknownModelErrorID() common.Hash {
	return common.HexToHash("0x3229f5de72ba50506037a78483fe18cbf8d14ff7955d4fceffeeb445223ce9e5")
}

// UnpackModelRegistryUnknownModelError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModelRegistry_UnknownModel(uint256 id)
func (modelRegistry *ModelRegistry) UnpackModelRegistryUnknownModelError(raw []byte) (*ModelRegistryModelRegistryUnknownModel, error) {
	out := new(ModelRegistryModelRegistryUnknownModel)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "ModelRegistry_UnknownModel", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// ModelRegistryModelRegistryUnknownRule represents a ModelRegistry_UnknownRule error raised by the ModelRegistry contract.
type ModelRegistryModelRegistryUnknownRule struct {
	Rule *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error ModelRegistry_UnknownRule(uint256 rule)
func ModelRegistryModelRegistryUnknownRuleErrorID() common.Hash {
	return common.HexToHash("0x5fbe89c19a08ac945e0f1dc9842f0c6be807a3510ff712bc122c91933235450b")
}

// UnpackModelRegistryUnknownRuleError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error ModelRegistry_UnknownRule(uint256 rule)
func (modelRegistry *ModelRegistry) UnpackModelRegistryUnknownRuleError(raw []byte) (*ModelRegistryModelRegistryUnknownRule, error) {
	out := new(ModelRegistryModelRegistryUnknownRule)
	if err := modelRegistry.abi.UnpackIntoInterface(out, "ModelRegistry_UnknownRule", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorStakeMetaData contains all meta data concerning the OperatorStake contract.
var OperatorStakeMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractIEthMLToken\",\"name\":\"token_\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"coordinator_\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"unstakeDelay_\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"coordinator\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"requestUnstake\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"keep\",\"type\":\"uint256\"}],\"name\":\"slash\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"slashed\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"kept\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"stake\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"stakeFor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"stakeOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"contractIEthMLToken\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unstakeDelay\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"unstakingOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"availableAt\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Staked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"StakeSlashed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Unstaked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"availableAt\",\"type\":\"uint256\"}],\"name\":\"UnstakeRequested\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"active\",\"type\":\"uint256\"}],\"name\":\"OperatorStake_InsufficientStake\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"OperatorStake_NotCoordinator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"OperatorStake_NothingUnstaking\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"availableAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"timestamp\",\"type\":\"uint256\"}],\"name\":\"OperatorStake_NotYetAvailable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"OperatorStake_Seated\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"OperatorStake_ZeroAmount\",\"type\":\"error\"}]",
	ID:  "6b1000adbcfa855c82ac8579f681420f84",
	Bin: "0x60e0346100cf57601f610ab038819003918201601f19168301916001600160401b038311848410176100d3578084926060946040528339810103126100cf578051906001600160a01b03821682036100cf576020810151906001600160a01b03821682036100cf57604001519160805260a05260c0526040516109c890816100e88239608051818181609f015281816102c2015281816107a001528181610844015261096c015260a05181818161021a01528181610528015261062d015260c05181818161039d01526104330152f35b5f80fd5b634e487b7160e01b5f52604160045260245ffdfe6080806040526004361015610012575f80fd5b5f3560e01c9081630a009097146105165750806323095721146103e55780632ee40908146103c05780633222012f146103865780633ccfd60b146101c3578063426233601461018357806370f81f6c1461014c578063a694fc3a1461012d578063d76bdba7146100d25763fc0c546a1461008a575f80fd5b346100ce575f3660031901126100ce576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b5f80fd5b346100ce5760203660031901126100ce5760406100ed610557565b6001600160a01b03165f81815260208190528281205460801c918261011a575b5082519182526020820152f35b90505f526001602052815f20548361010d565b346100ce5760203660031901126100ce5761014a600435336108d8565b005b346100ce5760603660031901126100ce57604061017761016a610557565b6044359060243590610629565b82519182526020820152f35b346100ce5760203660031901126100ce576001600160a01b036101a4610557565b165f525f60205260206001600160801b0360405f205416604051908152f35b346100ce575f3660031901126100ce57335f525f60205260405f20805460801c90811561037357335f52600160205260405f205480421061035d5750604051631ae6292160e31b81523360048201526020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610320575f9161033e575b5061032b576102bd91816001600160801b03602093541690556040518181527f0f5bb82176feb1b5e747e28471aa92156a04d9f3ab9f45f28e2d704232b93f75833392a260405163a9059cbb60e01b8152336004820152602481019190915291829081906044820190565b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610320576102f857005b61014a9060203d602011610319575b61031181836105bb565b8101906105f1565b503d610307565b6040513d5f823e3d90fd5b635c0d484960e11b5f523360045260245ffd5b610357915060203d6020116103195761031181836105bb565b83610252565b6333939e5760e01b5f526004524260245260445ffd5b630758da9b60e21b5f523360045260245ffd5b346100ce575f3660031901126100ce5760206040517f00000000000000000000000000000000000000000000000000000000000000008152f35b346100ce5760403660031901126100ce5761014a6103dc610557565b602435906108d8565b346100ce5760203660031901126100ce57600435335f525f60205260405f206001600160801b03815416908215610507578183116104f0576104af906001600160801b038061045e866104587f00000000000000000000000000000000000000000000000000000000000000004261056d565b9661058e565b16166001600160801b03198254161781556104866001600160801b038516825460801c61059b565b81546001600160801b031660809190911b6fffffffffffffffffffffffffffffffff1916179055565b335f5260016020528060405f205560405191825260208201527f57e41df54512c76148b5ba9b643d149752b0d35e493b969bd017d0a3fe5228cf60403392a2005b509063887731a560e01b5f5260045260245260445ffd5b6355d81a1560e11b5f5260045ffd5b346100ce575f3660031901126100ce577f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b600435906001600160a01b03821682036100ce57565b9190820180921161057a57565b634e487b7160e01b5f52601160045260245ffd5b9190820391821161057a57565b906001600160801b03809116911601906001600160801b03821161057a57565b90601f8019910116810190811067ffffffffffffffff8211176105dd57604052565b634e487b7160e01b5f52604160045260245ffd5b908160209103126100ce575180151581036100ce5790565b906001600160801b03809116911603906001600160801b03821161057a57565b90927f00000000000000000000000000000000000000000000000000000000000000009290916001600160a01b03841633036108c5576001600160a01b03165f8181526020819052604090819020815191820167ffffffffffffffff8111838210176105dd57604052546106b46001600160801b0382169182845260801c602084019281845261056d565b9680880290888204148815171561057a576127109004968088116108bd575b5086156108b157906001600160801b03828161072081610716816107579851168d8181105f146108a65761070d8491925b82841690610609565b1686528d61058e565b1682865116610609565b168352845f525f602052818060405f2094511616821984541617835551166001600160801b0382549181199060801b169116179055565b7f83f5ea8bea7627d95274e94dd7e9e3d7e82cb55feab513ed49e325232dcc61e06020604051878152a28381101561089f575b80809381610812575b50840361079e575b50565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906107d3908561058e565b813b156100ce575f91602483926040519485938492630852cd8d60e31b845260048401525af18015610320576108065750565b5f610810916105bb565b565b60405163a9059cbb60e01b81526001600160a01b0390911660048201526024810191909152602081806044810103815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af1801561032057610880575b8190610793565b6108989060203d6020116103195761031181836105bb565b505f610879565b508261078a565b508261070d82610704565b505f9550859450505050565b96505f6106d3565b637a0e8e8f60e11b5f523360045260245ffd5b81156105075760018060a01b0316805f525f60205260405f206001600160801b036109088185168284541661059b565b166001600160801b03198254161790557f9e71bc8eea02a63969f509818f2dafb9254532904319f9dbda79b67bd34a5f3d6020604051848152a26040516323b872dd60e01b815233600482015230602482015260448101919091526020816064815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af18015610320576109a35750565b61079b9060203d6020116103195761031181836105bb56fea164736f6c6343000825000a",
}

// OperatorStake is an auto generated Go binding around an Ethereum contract.
type OperatorStake struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *OperatorStake) GetABI() abi.ABI {
	return c.abi
}

// NewOperatorStake creates a new instance of OperatorStake.
func NewOperatorStake() *OperatorStake {
	parsed, err := OperatorStakeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &OperatorStake{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *OperatorStake) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address token_, address coordinator_, uint256 unstakeDelay_) returns()
func (operatorStake *OperatorStake) PackConstructor(token_ common.Address, coordinator_ common.Address, unstakeDelay_ *big.Int) []byte {
	enc, err := operatorStake.abi.Pack("", token_, coordinator_, unstakeDelay_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCoordinator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0a009097.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function coordinator() view returns(address)
func (operatorStake *OperatorStake) PackCoordinator() []byte {
	enc, err := operatorStake.abi.Pack("coordinator")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCoordinator is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0a009097.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function coordinator() view returns(address)
func (operatorStake *OperatorStake) TryPackCoordinator() ([]byte, error) {
	return operatorStake.abi.Pack("coordinator")
}

// UnpackCoordinator is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0a009097.
//
// Solidity: function coordinator() view returns(address)
func (operatorStake *OperatorStake) UnpackCoordinator(data []byte) (common.Address, error) {
	out, err := operatorStake.abi.Unpack("coordinator", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackRequestUnstake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23095721.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestUnstake(uint256 amount) returns()
func (operatorStake *OperatorStake) PackRequestUnstake(amount *big.Int) []byte {
	enc, err := operatorStake.abi.Pack("requestUnstake", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestUnstake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x23095721.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestUnstake(uint256 amount) returns()
func (operatorStake *OperatorStake) TryPackRequestUnstake(amount *big.Int) ([]byte, error) {
	return operatorStake.abi.Pack("requestUnstake", amount)
}

// PackSlash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70f81f6c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function slash(address operator, uint256 bps, uint256 keep) returns(uint256 slashed, uint256 kept)
func (operatorStake *OperatorStake) PackSlash(operator common.Address, bps *big.Int, keep *big.Int) []byte {
	enc, err := operatorStake.abi.Pack("slash", operator, bps, keep)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSlash is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x70f81f6c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function slash(address operator, uint256 bps, uint256 keep) returns(uint256 slashed, uint256 kept)
func (operatorStake *OperatorStake) TryPackSlash(operator common.Address, bps *big.Int, keep *big.Int) ([]byte, error) {
	return operatorStake.abi.Pack("slash", operator, bps, keep)
}

// SlashOutput serves as a container for the return parameters of contract
// method Slash.
type SlashOutput struct {
	Slashed *big.Int
	Kept    *big.Int
}

// UnpackSlash is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x70f81f6c.
//
// Solidity: function slash(address operator, uint256 bps, uint256 keep) returns(uint256 slashed, uint256 kept)
func (operatorStake *OperatorStake) UnpackSlash(data []byte) (SlashOutput, error) {
	out, err := operatorStake.abi.Unpack("slash", data)
	outstruct := new(SlashOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Slashed = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Kept = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa694fc3a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stake(uint256 amount) returns()
func (operatorStake *OperatorStake) PackStake(amount *big.Int) []byte {
	enc, err := operatorStake.abi.Pack("stake", amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStake is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa694fc3a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stake(uint256 amount) returns()
func (operatorStake *OperatorStake) TryPackStake(amount *big.Int) ([]byte, error) {
	return operatorStake.abi.Pack("stake", amount)
}

// PackStakeFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ee40908.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeFor(address operator, uint256 amount) returns()
func (operatorStake *OperatorStake) PackStakeFor(operator common.Address, amount *big.Int) []byte {
	enc, err := operatorStake.abi.Pack("stakeFor", operator, amount)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeFor is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ee40908.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeFor(address operator, uint256 amount) returns()
func (operatorStake *OperatorStake) TryPackStakeFor(operator common.Address, amount *big.Int) ([]byte, error) {
	return operatorStake.abi.Pack("stakeFor", operator, amount)
}

// PackStakeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42623360.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function stakeOf(address operator) view returns(uint256)
func (operatorStake *OperatorStake) PackStakeOf(operator common.Address) []byte {
	enc, err := operatorStake.abi.Pack("stakeOf", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackStakeOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42623360.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function stakeOf(address operator) view returns(uint256)
func (operatorStake *OperatorStake) TryPackStakeOf(operator common.Address) ([]byte, error) {
	return operatorStake.abi.Pack("stakeOf", operator)
}

// UnpackStakeOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x42623360.
//
// Solidity: function stakeOf(address operator) view returns(uint256)
func (operatorStake *OperatorStake) UnpackStakeOf(data []byte) (*big.Int, error) {
	out, err := operatorStake.abi.Unpack("stakeOf", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function token() view returns(address)
func (operatorStake *OperatorStake) PackToken() []byte {
	enc, err := operatorStake.abi.Pack("token")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackToken is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfc0c546a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function token() view returns(address)
func (operatorStake *OperatorStake) TryPackToken() ([]byte, error) {
	return operatorStake.abi.Pack("token")
}

// UnpackToken is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xfc0c546a.
//
// Solidity: function token() view returns(address)
func (operatorStake *OperatorStake) UnpackToken(data []byte) (common.Address, error) {
	out, err := operatorStake.abi.Unpack("token", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackUnstakeDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3222012f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unstakeDelay() view returns(uint256)
func (operatorStake *OperatorStake) PackUnstakeDelay() []byte {
	enc, err := operatorStake.abi.Pack("unstakeDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnstakeDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3222012f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unstakeDelay() view returns(uint256)
func (operatorStake *OperatorStake) TryPackUnstakeDelay() ([]byte, error) {
	return operatorStake.abi.Pack("unstakeDelay")
}

// UnpackUnstakeDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x3222012f.
//
// Solidity: function unstakeDelay() view returns(uint256)
func (operatorStake *OperatorStake) UnpackUnstakeDelay(data []byte) (*big.Int, error) {
	out, err := operatorStake.abi.Unpack("unstakeDelay", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUnstakingOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd76bdba7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function unstakingOf(address operator) view returns(uint256 amount, uint256 availableAt)
func (operatorStake *OperatorStake) PackUnstakingOf(operator common.Address) []byte {
	enc, err := operatorStake.abi.Pack("unstakingOf", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUnstakingOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd76bdba7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function unstakingOf(address operator) view returns(uint256 amount, uint256 availableAt)
func (operatorStake *OperatorStake) TryPackUnstakingOf(operator common.Address) ([]byte, error) {
	return operatorStake.abi.Pack("unstakingOf", operator)
}

// UnstakingOfOutput serves as a container for the return parameters of contract
// method UnstakingOf.
type UnstakingOfOutput struct {
	Amount      *big.Int
	AvailableAt *big.Int
}

// UnpackUnstakingOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd76bdba7.
//
// Solidity: function unstakingOf(address operator) view returns(uint256 amount, uint256 availableAt)
func (operatorStake *OperatorStake) UnpackUnstakingOf(data []byte) (UnstakingOfOutput, error) {
	out, err := operatorStake.abi.Unpack("unstakingOf", data)
	outstruct := new(UnstakingOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Amount = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.AvailableAt = abi.ConvertType(out[1], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function withdraw() returns()
func (operatorStake *OperatorStake) PackWithdraw() []byte {
	enc, err := operatorStake.abi.Pack("withdraw")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackWithdraw is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x3ccfd60b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function withdraw() returns()
func (operatorStake *OperatorStake) TryPackWithdraw() ([]byte, error) {
	return operatorStake.abi.Pack("withdraw")
}

// OperatorStakeStakeSlashed represents a StakeSlashed event raised by the OperatorStake contract.
type OperatorStakeStakeSlashed struct {
	Operator common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const OperatorStakeStakeSlashedEventName = "StakeSlashed"

// ContractEventName returns the user-defined event name.
func (OperatorStakeStakeSlashed) ContractEventName() string {
	return OperatorStakeStakeSlashedEventName
}

// UnpackStakeSlashedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event StakeSlashed(address indexed operator, uint256 amount)
func (operatorStake *OperatorStake) UnpackStakeSlashedEvent(log *types.Log) (*OperatorStakeStakeSlashed, error) {
	event := "StakeSlashed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != operatorStake.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OperatorStakeStakeSlashed)
	if len(log.Data) > 0 {
		if err := operatorStake.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range operatorStake.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// OperatorStakeStaked represents a Staked event raised by the OperatorStake contract.
type OperatorStakeStaked struct {
	Operator common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const OperatorStakeStakedEventName = "Staked"

// ContractEventName returns the user-defined event name.
func (OperatorStakeStaked) ContractEventName() string {
	return OperatorStakeStakedEventName
}

// UnpackStakedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Staked(address indexed operator, uint256 amount)
func (operatorStake *OperatorStake) UnpackStakedEvent(log *types.Log) (*OperatorStakeStaked, error) {
	event := "Staked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != operatorStake.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OperatorStakeStaked)
	if len(log.Data) > 0 {
		if err := operatorStake.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range operatorStake.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// OperatorStakeUnstakeRequested represents a UnstakeRequested event raised by the OperatorStake contract.
type OperatorStakeUnstakeRequested struct {
	Operator    common.Address
	Amount      *big.Int
	AvailableAt *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const OperatorStakeUnstakeRequestedEventName = "UnstakeRequested"

// ContractEventName returns the user-defined event name.
func (OperatorStakeUnstakeRequested) ContractEventName() string {
	return OperatorStakeUnstakeRequestedEventName
}

// UnpackUnstakeRequestedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event UnstakeRequested(address indexed operator, uint256 amount, uint256 availableAt)
func (operatorStake *OperatorStake) UnpackUnstakeRequestedEvent(log *types.Log) (*OperatorStakeUnstakeRequested, error) {
	event := "UnstakeRequested"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != operatorStake.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OperatorStakeUnstakeRequested)
	if len(log.Data) > 0 {
		if err := operatorStake.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range operatorStake.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// OperatorStakeUnstaked represents a Unstaked event raised by the OperatorStake contract.
type OperatorStakeUnstaked struct {
	Operator common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const OperatorStakeUnstakedEventName = "Unstaked"

// ContractEventName returns the user-defined event name.
func (OperatorStakeUnstaked) ContractEventName() string {
	return OperatorStakeUnstakedEventName
}

// UnpackUnstakedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Unstaked(address indexed operator, uint256 amount)
func (operatorStake *OperatorStake) UnpackUnstakedEvent(log *types.Log) (*OperatorStakeUnstaked, error) {
	event := "Unstaked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != operatorStake.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(OperatorStakeUnstaked)
	if len(log.Data) > 0 {
		if err := operatorStake.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range operatorStake.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (operatorStake *OperatorStake) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], operatorStake.abi.Errors["OperatorStake_InsufficientStake"].ID.Bytes()[:4]) {
		return operatorStake.UnpackOperatorStakeInsufficientStakeError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorStake.abi.Errors["OperatorStake_NotCoordinator"].ID.Bytes()[:4]) {
		return operatorStake.UnpackOperatorStakeNotCoordinatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorStake.abi.Errors["OperatorStake_NotYetAvailable"].ID.Bytes()[:4]) {
		return operatorStake.UnpackOperatorStakeNotYetAvailableError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorStake.abi.Errors["OperatorStake_NothingUnstaking"].ID.Bytes()[:4]) {
		return operatorStake.UnpackOperatorStakeNothingUnstakingError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorStake.abi.Errors["OperatorStake_Seated"].ID.Bytes()[:4]) {
		return operatorStake.UnpackOperatorStakeSeatedError(raw[4:])
	}
	if bytes.Equal(raw[:4], operatorStake.abi.Errors["OperatorStake_ZeroAmount"].ID.Bytes()[:4]) {
		return operatorStake.UnpackOperatorStakeZeroAmountError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// OperatorStakeOperatorStakeInsufficientStake represents a OperatorStake_InsufficientStake error raised by the OperatorStake contract.
type OperatorStakeOperatorStakeInsufficientStake struct {
	Amount *big.Int
	Active *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OperatorStake_InsufficientStake(uint256 amount, uint256 active)
func OperatorStakeOperatorStakeInsufficientStakeErrorID() common.Hash {
	return common.HexToHash("0x887731a5875b086b20c9534ba8243d5398c90def56b4cc782b94f298132085fb")
}

// UnpackOperatorStakeInsufficientStakeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OperatorStake_InsufficientStake(uint256 amount, uint256 active)
func (operatorStake *OperatorStake) UnpackOperatorStakeInsufficientStakeError(raw []byte) (*OperatorStakeOperatorStakeInsufficientStake, error) {
	out := new(OperatorStakeOperatorStakeInsufficientStake)
	if err := operatorStake.abi.UnpackIntoInterface(out, "OperatorStake_InsufficientStake", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorStakeOperatorStakeNotCoordinator represents a OperatorStake_NotCoordinator error raised by the OperatorStake contract.
type OperatorStakeOperatorStakeNotCoordinator struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OperatorStake_NotCoordinator(address caller)
func OperatorStakeOperatorStakeNotCoordinatorErrorID() common.Hash {
	return common.HexToHash("0xf41d1d1e54f3d896b93e2be9f24bc87082934348b781538ab7fa0e891679158a")
}

// UnpackOperatorStakeNotCoordinatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OperatorStake_NotCoordinator(address caller)
func (operatorStake *OperatorStake) UnpackOperatorStakeNotCoordinatorError(raw []byte) (*OperatorStakeOperatorStakeNotCoordinator, error) {
	out := new(OperatorStakeOperatorStakeNotCoordinator)
	if err := operatorStake.abi.UnpackIntoInterface(out, "OperatorStake_NotCoordinator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorStakeOperatorStakeNotYetAvailable represents a OperatorStake_NotYetAvailable error raised by the OperatorStake contract.
type OperatorStakeOperatorStakeNotYetAvailable struct {
	AvailableAt *big.Int
	Timestamp   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OperatorStake_NotYetAvailable(uint256 availableAt, uint256 timestamp)
func OperatorStakeOperatorStakeNotYetAvailableErrorID() common.Hash {
	return common.HexToHash("0x33939e57009aa4c6e42eebe319b577e5d131cc6b4710f16334be26100bcb7c36")
}

// UnpackOperatorStakeNotYetAvailableError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OperatorStake_NotYetAvailable(uint256 availableAt, uint256 timestamp)
func (operatorStake *OperatorStake) UnpackOperatorStakeNotYetAvailableError(raw []byte) (*OperatorStakeOperatorStakeNotYetAvailable, error) {
	out := new(OperatorStakeOperatorStakeNotYetAvailable)
	if err := operatorStake.abi.UnpackIntoInterface(out, "OperatorStake_NotYetAvailable", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorStakeOperatorStakeNothingUnstaking represents a OperatorStake_NothingUnstaking error raised by the OperatorStake contract.
type OperatorStakeOperatorStakeNothingUnstaking struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OperatorStake_NothingUnstaking(address operator)
func OperatorStakeOperatorStakeNothingUnstakingErrorID() common.Hash {
	return common.HexToHash("0x1d636a6c6359daba230fc9344e30259e17cebd72ce7d91cecafd4fe55f4476e8")
}

// UnpackOperatorStakeNothingUnstakingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OperatorStake_NothingUnstaking(address operator)
func (operatorStake *OperatorStake) UnpackOperatorStakeNothingUnstakingError(raw []byte) (*OperatorStakeOperatorStakeNothingUnstaking, error) {
	out := new(OperatorStakeOperatorStakeNothingUnstaking)
	if err := operatorStake.abi.UnpackIntoInterface(out, "OperatorStake_NothingUnstaking", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorStakeOperatorStakeSeated represents a OperatorStake_Seated error raised by the OperatorStake contract.
type OperatorStakeOperatorStakeSeated struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OperatorStake_Seated(address operator)
func OperatorStakeOperatorStakeSeatedErrorID() common.Hash {
	return common.HexToHash("0xb81a90928ff25126a338cde474752052e7dc91feb376c85453c57d3284eeb01f")
}

// UnpackOperatorStakeSeatedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OperatorStake_Seated(address operator)
func (operatorStake *OperatorStake) UnpackOperatorStakeSeatedError(raw []byte) (*OperatorStakeOperatorStakeSeated, error) {
	out := new(OperatorStakeOperatorStakeSeated)
	if err := operatorStake.abi.UnpackIntoInterface(out, "OperatorStake_Seated", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// OperatorStakeOperatorStakeZeroAmount represents a OperatorStake_ZeroAmount error raised by the OperatorStake contract.
type OperatorStakeOperatorStakeZeroAmount struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error OperatorStake_ZeroAmount()
func OperatorStakeOperatorStakeZeroAmountErrorID() common.Hash {
	return common.HexToHash("0xabb0342a02911ce7076e28937df33f4193677bf5433b9a93141dd8c6ae71beba")
}

// UnpackOperatorStakeZeroAmountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error OperatorStake_ZeroAmount()
func (operatorStake *OperatorStake) UnpackOperatorStakeZeroAmountError(raw []byte) (*OperatorStakeOperatorStakeZeroAmount, error) {
	out := new(OperatorStakeOperatorStakeZeroAmount)
	if err := operatorStake.abi.UnpackIntoInterface(out, "OperatorStake_ZeroAmount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PredictionConsumerMetaData contains all meta data concerning the PredictionConsumer contract.
var PredictionConsumerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"contractIEthML\",\"name\":\"ethml_\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"ethml\",\"outputs\":[{\"internalType\":\"contractIEthML\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getLatestResponse\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"isPending\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"reason\",\"type\":\"uint8\"}],\"name\":\"predictionFailed\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"name\":\"requestCallback\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"dataPoint\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"}],\"name\":\"requestPrediction\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"dataPoint\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"requestId\",\"type\":\"uint256\"}],\"name\":\"NewRequest\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"requestId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"reason\",\"type\":\"uint8\"}],\"name\":\"PredictionFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"requestId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"name\":\"ReceivedPrediction\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"UsingEthML_NotCoordinator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"UsingEthML_NotPending\",\"type\":\"error\"}]",
	ID:  "5b283b8e980feca190e02d8212cc792461",
	Bin: "0x60c080604052346100f157602081610824803803809161001f8285610108565b8339810103126100f157516001600160a01b038116908181036100f157608052604051637e062a3560e11b815290602090829060049082905afa9081156100fd575f916100b7575b506001600160a01b031660a0526040516106e49081610140823960805181818160fc015281816102990152818161039d015281816104650152610649015260a05181818161024301526104ce0152f35b90506020813d6020116100f5575b816100d260209383610108565b810103126100f157516001600160a01b03811681036100f1575f610067565b5f80fd5b3d91506100c5565b6040513d5f823e3d90fd5b601f909101601f19168101906001600160401b0382119082101761012b57604052565b634e487b7160e01b5f52604160045260245ffdfe60806040526004361015610011575f80fd5b5f3560e01c806320b006991461058557806322f57be8146103cc5780638cf0641a14610388578063a814e34f1461036b578063ca8836d2146103315763ff5d96ed1461005b575f80fd5b3461020a57606036600319011261020a5760043560243567ffffffffffffffff811161020a573660238201121561020a57806004013567ffffffffffffffff811161020a576024820191602482369201011161020a57604435928315159384610221575b604051600162a2691360e01b03198152600481018390526060602482015293602085806100f0606482018886610627565b6044820186905203815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af1948515610216575f956101d2575b509061019a7f4bea47332886a59ceb88bd83ef49fa8534735fd8ada2b1df3f2b2bf5f5dcf0b794939260209760fe8860011b168860071c5f525f8a52600160405f20911b81541790556101b1575b60405194859485526080898601526080850191610627565b9060408301528460608301520390a1604051908152f35b5f878152600289526040902080546001600160a01b03191633179055610182565b9594509291906020863d60201161020e575b816101f1602093836105d9565b8101031261020a5794519394919290919061019a610134565b5f80fd5b3d91506101e4565b6040513d5f823e3d90fd5b6040516323b872dd60e01b8152336004820152306024820152604481018290527f00000000000000000000000000000000000000000000000000000000000000006001600160a01b0316906020816064815f865af1801561021657610314575b5060405163095ea7b360e01b81526001600160a01b037f00000000000000000000000000000000000000000000000000000000000000001660048201526024810183905290602090829060449082905f905af18015610216576102e5575b506100bf565b6103069060203d60201161030d575b6102fe81836105d9565b81019061060f565b505f6102df565b503d6102f4565b61032c9060203d60201161030d576102fe81836105d9565b610281565b3461020a57602036600319011261020a5760206004358060071c5f525f82526001600360fe60405f205493831b1692604051931c16148152f35b3461020a575f36600319011261020a576020600154604051908152f35b3461020a575f36600319011261020a576040517f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03168152602090f35b3461020a57604036600319011261020a5760043560243560ff811680910361020a576103f782610647565b5f828152600260205260409020546001600160a01b031680610446575b7fa3487b6ba19bb22dc7659a35302311440b75cd43f3bd97e22e1f630e0ca46c316040848482519182526020820152a1005b604051632069245d60e21b8152600481018490529092906020816024817f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165afa908115610216575f91610551575b5060405163a9059cbb60e01b81526001600160a01b039094166004850152602484015260208380604481015b03815f7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b03165af1918215610216577fa3487b6ba19bb22dc7659a35302311440b75cd43f3bd97e22e1f630e0ca46c3193604093610532575b50915091610414565b61054a9060203d60201161030d576102fe81836105d9565b5084610529565b90506020813d60201161057d575b8161056c602093836105d9565b8101031261020a57516104c961049d565b3d915061055f565b3461020a57604036600319011261020a577f10d5e01edbb6c1b87b2d5d9b11d10bd3965b54d0eaab93abb9804a8b5b87cb6860406004356024356105c882610647565b8060015582519182526020820152a1005b90601f8019910116810190811067ffffffffffffffff8211176105fb57604052565b634e487b7160e01b5f52604160045260245ffd5b9081602091031261020a5751801515810361020a5790565b908060209392818452848401375f828201840152601f01601f1916010190565b7f00000000000000000000000000000000000000000000000000000000000000006001600160a01b031633036106c4578060071c90815f525f60205260405f20549160fe8260011b16916001600385851c16036106b25750906002915f525f6020521b1760405f2055565b635c71185560e11b5f5260045260245ffd5b6337b8c35560e01b5f523360045260245ffdfea164736f6c6343000825000a",
}

// PredictionConsumer is an auto generated Go binding around an Ethereum contract.
type PredictionConsumer struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *PredictionConsumer) GetABI() abi.ABI {
	return c.abi
}

// NewPredictionConsumer creates a new instance of PredictionConsumer.
func NewPredictionConsumer() *PredictionConsumer {
	parsed, err := PredictionConsumerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &PredictionConsumer{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *PredictionConsumer) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address ethml_) returns()
func (predictionConsumer *PredictionConsumer) PackConstructor(ethml_ common.Address) []byte {
	enc, err := predictionConsumer.abi.Pack("", ethml_)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackEthml is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8cf0641a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ethml() view returns(address)
func (predictionConsumer *PredictionConsumer) PackEthml() []byte {
	enc, err := predictionConsumer.abi.Pack("ethml")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEthml is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8cf0641a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ethml() view returns(address)
func (predictionConsumer *PredictionConsumer) TryPackEthml() ([]byte, error) {
	return predictionConsumer.abi.Pack("ethml")
}

// UnpackEthml is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8cf0641a.
//
// Solidity: function ethml() view returns(address)
func (predictionConsumer *PredictionConsumer) UnpackEthml(data []byte) (common.Address, error) {
	out, err := predictionConsumer.abi.Unpack("ethml", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackGetLatestResponse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa814e34f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getLatestResponse() view returns(uint256)
func (predictionConsumer *PredictionConsumer) PackGetLatestResponse() []byte {
	enc, err := predictionConsumer.abi.Pack("getLatestResponse")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetLatestResponse is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa814e34f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getLatestResponse() view returns(uint256)
func (predictionConsumer *PredictionConsumer) TryPackGetLatestResponse() ([]byte, error) {
	return predictionConsumer.abi.Pack("getLatestResponse")
}

// UnpackGetLatestResponse is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa814e34f.
//
// Solidity: function getLatestResponse() view returns(uint256)
func (predictionConsumer *PredictionConsumer) UnpackGetLatestResponse(data []byte) (*big.Int, error) {
	out, err := predictionConsumer.abi.Unpack("getLatestResponse", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackIsPending is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8836d2.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isPending(uint256 id) view returns(bool)
func (predictionConsumer *PredictionConsumer) PackIsPending(id *big.Int) []byte {
	enc, err := predictionConsumer.abi.Pack("isPending", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsPending is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xca8836d2.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isPending(uint256 id) view returns(bool)
func (predictionConsumer *PredictionConsumer) TryPackIsPending(id *big.Int) ([]byte, error) {
	return predictionConsumer.abi.Pack("isPending", id)
}

// UnpackIsPending is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xca8836d2.
//
// Solidity: function isPending(uint256 id) view returns(bool)
func (predictionConsumer *PredictionConsumer) UnpackIsPending(data []byte) (bool, error) {
	out, err := predictionConsumer.abi.Unpack("isPending", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackPredictionFailed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22f57be8.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function predictionFailed(uint256 id, uint8 reason) returns()
func (predictionConsumer *PredictionConsumer) PackPredictionFailed(id *big.Int, reason uint8) []byte {
	enc, err := predictionConsumer.abi.Pack("predictionFailed", id, reason)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPredictionFailed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x22f57be8.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function predictionFailed(uint256 id, uint8 reason) returns()
func (predictionConsumer *PredictionConsumer) TryPackPredictionFailed(id *big.Int, reason uint8) ([]byte, error) {
	return predictionConsumer.abi.Pack("predictionFailed", id, reason)
}

// PackRequestCallback is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20b00699.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestCallback(uint256 id, uint256 prediction) returns()
func (predictionConsumer *PredictionConsumer) PackRequestCallback(id *big.Int, prediction *big.Int) []byte {
	enc, err := predictionConsumer.abi.Pack("requestCallback", id, prediction)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestCallback is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x20b00699.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestCallback(uint256 id, uint256 prediction) returns()
func (predictionConsumer *PredictionConsumer) TryPackRequestCallback(id *big.Int, prediction *big.Int) ([]byte, error) {
	return predictionConsumer.abi.Pack("requestCallback", id, prediction)
}

// PackRequestPrediction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff5d96ed.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function requestPrediction(uint256 modelId, string dataPoint, uint256 tip) returns(uint256 id)
func (predictionConsumer *PredictionConsumer) PackRequestPrediction(modelId *big.Int, dataPoint string, tip *big.Int) []byte {
	enc, err := predictionConsumer.abi.Pack("requestPrediction", modelId, dataPoint, tip)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRequestPrediction is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff5d96ed.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function requestPrediction(uint256 modelId, string dataPoint, uint256 tip) returns(uint256 id)
func (predictionConsumer *PredictionConsumer) TryPackRequestPrediction(modelId *big.Int, dataPoint string, tip *big.Int) ([]byte, error) {
	return predictionConsumer.abi.Pack("requestPrediction", modelId, dataPoint, tip)
}

// UnpackRequestPrediction is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xff5d96ed.
//
// Solidity: function requestPrediction(uint256 modelId, string dataPoint, uint256 tip) returns(uint256 id)
func (predictionConsumer *PredictionConsumer) UnpackRequestPrediction(data []byte) (*big.Int, error) {
	out, err := predictionConsumer.abi.Unpack("requestPrediction", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PredictionConsumerNewRequest represents a NewRequest event raised by the PredictionConsumer contract.
type PredictionConsumerNewRequest struct {
	ModelId   *big.Int
	DataPoint string
	Tip       *big.Int
	RequestId *big.Int
	Raw       *types.Log // Blockchain specific contextual infos
}

const PredictionConsumerNewRequestEventName = "NewRequest"

// ContractEventName returns the user-defined event name.
func (PredictionConsumerNewRequest) ContractEventName() string {
	return PredictionConsumerNewRequestEventName
}

// UnpackNewRequestEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event NewRequest(uint256 modelId, string dataPoint, uint256 tip, uint256 requestId)
func (predictionConsumer *PredictionConsumer) UnpackNewRequestEvent(log *types.Log) (*PredictionConsumerNewRequest, error) {
	event := "NewRequest"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != predictionConsumer.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PredictionConsumerNewRequest)
	if len(log.Data) > 0 {
		if err := predictionConsumer.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range predictionConsumer.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// PredictionConsumerPredictionFailed represents a PredictionFailed event raised by the PredictionConsumer contract.
type PredictionConsumerPredictionFailed struct {
	RequestId *big.Int
	Reason    uint8
	Raw       *types.Log // Blockchain specific contextual infos
}

const PredictionConsumerPredictionFailedEventName = "PredictionFailed"

// ContractEventName returns the user-defined event name.
func (PredictionConsumerPredictionFailed) ContractEventName() string {
	return PredictionConsumerPredictionFailedEventName
}

// UnpackPredictionFailedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event PredictionFailed(uint256 requestId, uint8 reason)
func (predictionConsumer *PredictionConsumer) UnpackPredictionFailedEvent(log *types.Log) (*PredictionConsumerPredictionFailed, error) {
	event := "PredictionFailed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != predictionConsumer.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PredictionConsumerPredictionFailed)
	if len(log.Data) > 0 {
		if err := predictionConsumer.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range predictionConsumer.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// PredictionConsumerReceivedPrediction represents a ReceivedPrediction event raised by the PredictionConsumer contract.
type PredictionConsumerReceivedPrediction struct {
	RequestId  *big.Int
	Prediction *big.Int
	Raw        *types.Log // Blockchain specific contextual infos
}

const PredictionConsumerReceivedPredictionEventName = "ReceivedPrediction"

// ContractEventName returns the user-defined event name.
func (PredictionConsumerReceivedPrediction) ContractEventName() string {
	return PredictionConsumerReceivedPredictionEventName
}

// UnpackReceivedPredictionEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event ReceivedPrediction(uint256 requestId, uint256 prediction)
func (predictionConsumer *PredictionConsumer) UnpackReceivedPredictionEvent(log *types.Log) (*PredictionConsumerReceivedPrediction, error) {
	event := "ReceivedPrediction"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != predictionConsumer.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(PredictionConsumerReceivedPrediction)
	if len(log.Data) > 0 {
		if err := predictionConsumer.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range predictionConsumer.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (predictionConsumer *PredictionConsumer) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], predictionConsumer.abi.Errors["UsingEthML_NotCoordinator"].ID.Bytes()[:4]) {
		return predictionConsumer.UnpackUsingEthMLNotCoordinatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], predictionConsumer.abi.Errors["UsingEthML_NotPending"].ID.Bytes()[:4]) {
		return predictionConsumer.UnpackUsingEthMLNotPendingError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// PredictionConsumerUsingEthMLNotCoordinator represents a UsingEthML_NotCoordinator error raised by the PredictionConsumer contract.
type PredictionConsumerUsingEthMLNotCoordinator struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UsingEthML_NotCoordinator(address caller)
func PredictionConsumerUsingEthMLNotCoordinatorErrorID() common.Hash {
	return common.HexToHash("0x37b8c355c5716efcf0d1806fb010e028248e52da1027a78803232ff3d54b654b")
}

// UnpackUsingEthMLNotCoordinatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UsingEthML_NotCoordinator(address caller)
func (predictionConsumer *PredictionConsumer) UnpackUsingEthMLNotCoordinatorError(raw []byte) (*PredictionConsumerUsingEthMLNotCoordinator, error) {
	out := new(PredictionConsumerUsingEthMLNotCoordinator)
	if err := predictionConsumer.abi.UnpackIntoInterface(out, "UsingEthML_NotCoordinator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PredictionConsumerUsingEthMLNotPending represents a UsingEthML_NotPending error raised by the PredictionConsumer contract.
type PredictionConsumerUsingEthMLNotPending struct {
	Id *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error UsingEthML_NotPending(uint256 id)
func PredictionConsumerUsingEthMLNotPendingErrorID() common.Hash {
	return common.HexToHash("0xb8e230aa282b3d020f7d20375f4946d54ddbe9d651bf6cf2adf786f1f8c7df92")
}

// UnpackUsingEthMLNotPendingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error UsingEthML_NotPending(uint256 id)
func (predictionConsumer *PredictionConsumer) UnpackUsingEthMLNotPendingError(raw []byte) (*PredictionConsumerUsingEthMLNotPending, error) {
	out := new(PredictionConsumerUsingEthMLNotPending)
	if err := predictionConsumer.abi.UnpackIntoInterface(out, "UsingEthML_NotPending", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TimelockControllerMetaData contains all meta data concerning the TimelockController contract.
var TimelockControllerMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"minDelay\",\"type\":\"uint256\"},{\"internalType\":\"address[]\",\"name\":\"proposers\",\"type\":\"address[]\"},{\"internalType\":\"address[]\",\"name\":\"executors\",\"type\":\"address[]\"},{\"internalType\":\"address\",\"name\":\"admin\",\"type\":\"address\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"CANCELLER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"DEFAULT_ADMIN_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"payload\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"predecessor\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"execute\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"targets\",\"type\":\"address[]\"},{\"internalType\":\"uint256[]\",\"name\":\"values\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"},{\"internalType\":\"bytes32\",\"name\":\"predecessor\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"executeBatch\",\"outputs\":[],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"EXECUTOR_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getMinDelay\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"getOperationState\",\"outputs\":[{\"internalType\":\"enumTimelockController.OperationState\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"}],\"name\":\"getRoleAdmin\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"getTimestamp\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"grantRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"predecessor\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"hashOperation\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"targets\",\"type\":\"address[]\"},{\"internalType\":\"uint256[]\",\"name\":\"values\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"},{\"internalType\":\"bytes32\",\"name\":\"predecessor\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"hashOperationBatch\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"hasRole\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"isOperation\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"isOperationDone\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"isOperationPending\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"isOperationReady\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"uint256[]\",\"name\":\"\",\"type\":\"uint256[]\"},{\"internalType\":\"uint256[]\",\"name\":\"\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"name\":\"onERC1155BatchReceived\",\"outputs\":[{\"internalType\":\"bytes4\",\"name\":\"\",\"type\":\"bytes4\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"name\":\"onERC1155Received\",\"outputs\":[{\"internalType\":\"bytes4\",\"name\":\"\",\"type\":\"bytes4\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"name\":\"onERC721Received\",\"outputs\":[{\"internalType\":\"bytes4\",\"name\":\"\",\"type\":\"bytes4\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"PROPOSER_ROLE\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"callerConfirmation\",\"type\":\"address\"}],\"name\":\"renounceRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"revokeRole\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"predecessor\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"delay\",\"type\":\"uint256\"}],\"name\":\"schedule\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address[]\",\"name\":\"targets\",\"type\":\"address[]\"},{\"internalType\":\"uint256[]\",\"name\":\"values\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes[]\",\"name\":\"payloads\",\"type\":\"bytes[]\"},{\"internalType\":\"bytes32\",\"name\":\"predecessor\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"delay\",\"type\":\"uint256\"}],\"name\":\"scheduleBatch\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes4\",\"name\":\"interfaceId\",\"type\":\"bytes4\"}],\"name\":\"supportsInterface\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"newDelay\",\"type\":\"uint256\"}],\"name\":\"updateDelay\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"CallExecuted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"CallSalt\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"address\",\"name\":\"target\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"predecessor\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"delay\",\"type\":\"uint256\"}],\"name\":\"CallScheduled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"id\",\"type\":\"bytes32\"}],\"name\":\"Cancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"oldDuration\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"newDuration\",\"type\":\"uint256\"}],\"name\":\"MinDelayChange\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"previousAdminRole\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"newAdminRole\",\"type\":\"bytes32\"}],\"name\":\"RoleAdminChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleGranted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"role\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"sender\",\"type\":\"address\"}],\"name\":\"RoleRevoked\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"AccessControlBadConfirmation\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"neededRole\",\"type\":\"bytes32\"}],\"name\":\"AccessControlUnauthorizedAccount\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"FailedCall\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"delay\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"minDelay\",\"type\":\"uint256\"}],\"name\":\"TimelockInsufficientDelay\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"targets\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"payloads\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"values\",\"type\":\"uint256\"}],\"name\":\"TimelockInvalidOperationLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"TimelockUnauthorizedCaller\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"predecessorId\",\"type\":\"bytes32\"}],\"name\":\"TimelockUnexecutedPredecessor\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"operationId\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"expectedStates\",\"type\":\"bytes32\"}],\"name\":\"TimelockUnexpectedOperationState\",\"type\":\"error\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "5051b6fafc69ed810e740a23c7395aad76",
	Bin: "0x60806040523461016657611a38803803806100198161016a565b92833981019060808183031261016657805160208201519091906001600160401b038111610166578361004d9183016101b7565b604082015190936001600160401b0382116101665761007360609161007a9385016101b7565b92016101a3565b61008330610249565b506001600160a01b038116610156575b505f5b83518110156100e0576001906100be6001600160a01b036100b78388610221565b51166102bf565b506100d9828060a01b036100d28388610221565b5116610352565b5001610096565b50905f5b82518110156101135760019061010c6001600160a01b036101058387610221565b51166103e5565b50016100e4565b7f11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d5604083806002558151905f82526020820152a160405161151f90816104798239f35b61015f90610249565b505f610093565b5f80fd5b6040519190601f01601f191682016001600160401b0381118382101761018f57604052565b634e487b7160e01b5f52604160045260245ffd5b51906001600160a01b038216820361016657565b9080601f83011215610166578151916001600160401b03831161018f578260051b906020806101e781850161016a565b80968152019282010192831161016657602001905b8282106102095750505090565b60208091610216846101a3565b8152019101906101fc565b80518210156102355760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b6001600160a01b0381165f9081525f516020611a185f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f516020611a185f395f51905f5260205260408120805460ff191660011790553391905f5160206119985f395f51905f528180a4600190565b505f90565b6001600160a01b0381165f9081525f5160206119b85f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206119b85f395f51905f5260205260408120805460ff191660011790553391907fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1905f5160206119985f395f51905f529080a4600190565b6001600160a01b0381165f9081525f5160206119f85f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206119f85f395f51905f5260205260408120805460ff191660011790553391907ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f783905f5160206119985f395f51905f529080a4600190565b6001600160a01b0381165f9081525f5160206119d85f395f51905f52602052604090205460ff166102ba576001600160a01b03165f8181525f5160206119d85f395f51905f5260205260408120805460ff191660011790553391907fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e63905f5160206119985f395f51905f529080a460019056fe6080604052600436101561001a575b3615610018575f80fd5b005b5f3560e01c806301d5062a14610b2057806301ffc9a714610ab057806307bd026514610a76578063134008d3146109c357806313bc9f20146109a5578063150b7a0214610950578063248a9ca3146109265780632ab0f529146109085780632f2ff15d146108cb57806331d50750146108ad57806336568abe14610869578063584b153e1461084157806364d62353146107dc5780637958004c146107995780638065657f1461077a5780638f2a0bb0146105f55780638f61f4f5146105bb57806391d1485414610573578063a217fddf14610559578063b08e51c01461051f578063b1c5f427146104f5578063bc197c8114610460578063c4d252f514610382578063d45c443514610358578063d547741f14610314578063e38335e5146101c8578063f23a6e61146101735763f27a0c920361000e573461016f575f36600319011261016f576020600254604051908152f35b5f80fd5b3461016f5760a036600319011261016f5761018c610bcb565b50610195610be1565b506084356001600160401b03811161016f576101b5903690600401610cc2565b5060405163f23a6e6160e01b8152602090f35b6101d136610d38565b5f80527fdae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d70696020527f5ba6852781629bcdcd4bdaa6de76d786f1c64b16acdac474e55bebc0ea1579515492979196919593949260ff1615610306575b8282148015906102fc575b6102e15761024e61025591888a888789888d611002565b968761131b565b5f5b81811061026757610018876113c6565b8080887fc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b5888886102d86102bf8f986001998f828e6102b28f836102ad916102b896610f89565b610fad565b97610f89565b3595610fc1565b906102cc82828787611373565b60405194859485610e65565b0390a301610257565b50869063ffb0321160e01b5f5260045260245260445260645ffd5b5087821415610237565b61030f3361124d565b61022c565b3461016f57604036600319011261016f57610018600435610333610be1565b9061035361034c825f525f602052600160405f20015490565b33906112d3565b61146c565b3461016f57602036600319011261016f576004355f526001602052602060405f2054604051908152f35b3461016f57602036600319011261016f57335f9081527fc3ad33e20b0c56a223ad5104fff154aa010f8715b9c981fd38fdc60a4d1a52fb60205260409020546004359060ff1615610429576103d681610ed3565b1561040f57805f5260016020525f60408120557fbaa1eb22f2a492ba1a5fea61b8df4d27c6c8b5f3971e63bb58fa14ff72eedb705f80a2005b635ead8eb560e01b5f52600452600460021760245260445ffd5b63e2517d3f60e01b5f52336004527ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f78360245260445ffd5b3461016f5760a036600319011261016f57610479610bcb565b50610482610be1565b506044356001600160401b03811161016f576104a2903690600401610da6565b506064356001600160401b03811161016f576104c2903690600401610da6565b506084356001600160401b03811161016f576104e2903690600401610cc2565b5060405163bc197c8160e01b8152602090f35b3461016f57602061051761050836610d38565b96959095949194939293611002565b604051908152f35b3461016f575f36600319011261016f5760206040517ffd643c72710c63c0180259aba6b2d05451e3591a24e58b62239378085726f7838152f35b3461016f575f36600319011261016f5760206040515f8152f35b3461016f57604036600319011261016f5761058c610be1565b6004355f525f60205260405f209060018060a01b03165f52602052602060ff60405f2054166040519015158152f35b3461016f575f36600319011261016f5760206040517fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc18152f35b3461016f5760c036600319011261016f576004356001600160401b03811161016f57610625903690600401610d08565b906024356001600160401b03811161016f57610645903690600401610d08565b6044929192356001600160401b03811161016f57610667903690600401610d08565b9390916064356084359560a4359261067e336111c7565b808914801590610770575b6107565761069d88848489858a8f8e611002565b986106a8858b611154565b895f5b8281106106e8575089806106bb57005b60207f20fda5fd27a1ea7bf5b9567f143ac5470bb059374a27e8f67cb44f946f6d038791604051908152a2005b806001927f4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca8b8b61074b8f8c61073e8f928e6107378f8f906107316102ad8f8097948195610f89565b99610f89565b3597610fc1565b9060405196879687610e2d565b0390a3018a906106ab565b908863ffb0321160e01b5f5260045260245260445260645ffd5b5081891415610689565b3461016f57602061051761078d36610c24565b94939093929192610f34565b3461016f57602036600319011261016f576107b5600435610efc565b60405160048210156107c8576020918152f35b634e487b7160e01b5f52602160045260245ffd5b3461016f57602036600319011261016f5760043530330361082e577f11c24f4ead16507c69ac467fbd5e4eed5fb5c699626d2cc6d66421df253886d560406002548151908152836020820152a1600255005b63e2850c5960e01b5f523360045260245ffd5b3461016f57602036600319011261016f57602061085f600435610ed3565b6040519015158152f35b3461016f57604036600319011261016f57610882610be1565b336001600160a01b0382160361089e576100189060043561146c565b63334bd91960e11b5f5260045ffd5b3461016f57602036600319011261016f57602061085f600435610ebc565b3461016f57604036600319011261016f576100186004356108ea610be1565b9061090361034c825f525f602052600160405f20015490565b6113e4565b3461016f57602036600319011261016f57602061085f600435610ea4565b3461016f57602036600319011261016f5760206105176004355f525f602052600160405f20015490565b3461016f57608036600319011261016f57610969610bcb565b50610972610be1565b506064356001600160401b03811161016f57610992903690600401610cc2565b50604051630a85bd0160e11b8152602090f35b3461016f57602036600319011261016f57602061085f600435610e8c565b610018610a545f610a607fc2617efa69bab66782fa219543714338489c4e9e178271560a91b82c3f612b58610a4b6109fa36610c24565b7fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e638a9995979299949394528960205260408a208a805260205260ff60408b20541615610a68575b8884848989610f34565b9889978861131b565b6102cc82828787611373565b0390a36113c6565b610a713361124d565b610a41565b3461016f575f36600319011261016f5760206040517fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e638152f35b3461016f57602036600319011261016f5760043563ffffffff60e01b811680910361016f57602090630271189760e51b8114908115610af5575b506040519015158152f35b637965db0b60e01b811491508115610b0f575b5082610aea565b6301ffc9a760e01b14905082610b08565b3461016f5760c036600319011261016f57610b39610bcb565b602435906044356001600160401b03811161016f577f4cf4410cc57040e44862ef0f45f3dd5a5e02db8eb8add648d4b0e236f1d07dca92610b7f5f923690600401610bf7565b94909160643594610bc16084359660a43590610b9a336111c7565b610ba889828c8a8989610f34565b998a97610bb5848a611154565b60405196879687610e2d565b0390a3806106bb57005b600435906001600160a01b038216820361016f57565b602435906001600160a01b038216820361016f57565b9181601f8401121561016f578235916001600160401b03831161016f576020838186019501011161016f57565b60a060031982011261016f576004356001600160a01b038116810361016f579160243591604435906001600160401b03821161016f57610c6691600401610bf7565b90916064359060843590565b90601f801991011681019081106001600160401b03821117610c9357604052565b634e487b7160e01b5f52604160045260245ffd5b6001600160401b038111610c9357601f01601f191660200190565b81601f8201121561016f57803590610cd982610ca7565b92610ce76040519485610c72565b8284526020838301011161016f57815f926020809301838601378301015290565b9181601f8401121561016f578235916001600160401b03831161016f576020808501948460051b01011161016f57565b60a060031982011261016f576004356001600160401b03811161016f5781610d6291600401610d08565b929092916024356001600160401b03811161016f5781610d8491600401610d08565b92909291604435906001600160401b03821161016f57610c6691600401610d08565b9080601f8301121561016f578135916001600160401b038311610c93578260051b9060405193610dd96020840186610c72565b845260208085019282010192831161016f57602001905b828210610dfd5750505090565b8135815260209182019101610df0565b908060209392818452848401375f828201840152601f01601f1916010190565b929093610e5b926080959897969860018060a01b03168552602085015260a0604085015260a0840191610e0d565b9460608201520152565b610e89949260609260018060a01b0316825260208201528160408201520191610e0d565b90565b610e9590610efc565b60048110156107c85760021490565b610ead90610efc565b60048110156107c85760031490565b610ec590610efc565b60048110156107c857151590565b610edc90610efc565b60048110156107c85760018114908115610ef4575090565b600291501490565b5f52600160205260405f205480155f14610f1557505f90565b60018103610f235750600390565b421015610f2f57600190565b600290565b94610f6a610f8394959293604051968795602087019960018060a01b03168a52604087015260a0606087015260c0860191610e0d565b91608084015260a083015203601f198101835282610c72565b51902090565b9190811015610f995760051b0190565b634e487b7160e01b5f52603260045260245ffd5b356001600160a01b038116810361016f5790565b9190811015610f995760051b81013590601e198136030182121561016f5701908135916001600160401b03831161016f57602001823603811361016f579190565b9693949190969592956040519660208801988060c08a0160a08c525260e0890192905f905b80821061111e57505050878203601f190160408901528082526001600160fb1b03811161016f579087959394929160051b8092602083013701848103606086015260208101849052600584901b8101604090810194908201915f90889036829003601e1901905b8484106110b857505050505050610f839450608084015260a083015203601f198101835282610c72565b91939597909294969850601f19601f198383030101875289358381121561016f57840190602082359201916001600160401b03811161016f57803603831361016f5761110a6020928392600195610e0d565b9b0197019401918a9896999795939161108e565b91939091908435906001600160a01b038216820361016f576001600160a01b039091168152602090810194019160010190611027565b9061115e82610ebc565b6111af576002548082106111995750420190814211611185575f52600160205260405f2055565b634e487b7160e01b5f52601160045260245ffd5b90635433660960e01b5f5260045260245260445ffd5b50635ead8eb560e01b5f52600452600160245260445ffd5b6001600160a01b0381165f9081527f3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5602052604090205460ff16156112095750565b63e2517d3f60e01b5f9081526001600160a01b03919091166004527fb09aa5aeb3702cfd50b6b62bc4532604938f21248a27a1d5ca736082b6819cc1602452604490fd5b6001600160a01b0381165f9081527fdae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d7069602052604090205460ff161561128f5750565b63e2517d3f60e01b5f9081526001600160a01b03919091166004527fd8aa0f3194971a2a116679f7c2090f6939c8d4e01a2a8d7e41d55e5351469e63602452604490fd5b90815f525f60205260405f2060018060a01b0382165f5260205260ff60405f205416156112fe575050565b63e2517d3f60e01b5f5260018060a01b031660045260245260445ffd5b61132481610e8c565b1561135c57508015158061134c575b61133a5750565b63121534c360e31b5f5260045260245ffd5b5061135681610ea4565b15611333565b635ead8eb560e01b5f52600452600460245260445ffd5b6113bb935f93928493826040519384928337810185815203925af13d156113be573d9061139f82610ca7565b916113ad6040519384610c72565b82523d5f602084013e6114ec565b50565b6060906114ec565b6113cf81610e8c565b1561135c575f526001602052600160405f2055565b5f818152602081815260408083206001600160a01b038616845290915290205460ff16611466575f818152602081815260408083206001600160a01b0395909516808452949091528120805460ff19166001179055339291907f2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d9080a4600190565b50505f90565b5f818152602081815260408083206001600160a01b038616845290915290205460ff1615611466575f818152602081815260408083206001600160a01b0395909516808452949091528120805460ff19169055339291907ff6391f5c32d9c69d2a47ea670b442974b53935d1edc7fd64eb21e047a839171b9080a4600190565b156114f45790565b80511561150357602081519101fd5b63d6bda27560e01b5f5260045ffdfea164736f6c6343000825000a2f8788117e7eff1d82e926ec794901d17c78024a50270940304540a733656f0d3412d5605ac6cd444957cedb533e5dacad6378b4bc819ebe3652188a665066d5dae2aa361dfd1ca020a396615627d436107c35eff9fe7738a3512819782d7069c3ad33e20b0c56a223ad5104fff154aa010f8715b9c981fd38fdc60a4d1a52fbad3228b676f7d3cd4284a5443f17f1962b36e491b30a40b2405849e597ba5fb5",
}

// TimelockController is an auto generated Go binding around an Ethereum contract.
type TimelockController struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *TimelockController) GetABI() abi.ABI {
	return c.abi
}

// NewTimelockController creates a new instance of TimelockController.
func NewTimelockController() *TimelockController {
	parsed, err := TimelockControllerMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &TimelockController{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *TimelockController) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(uint256 minDelay, address[] proposers, address[] executors, address admin) returns()
func (timelockController *TimelockController) PackConstructor(minDelay *big.Int, proposers []common.Address, executors []common.Address, admin common.Address) []byte {
	enc, err := timelockController.abi.Pack("", minDelay, proposers, executors, admin)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackCANCELLERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb08e51c0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function CANCELLER_ROLE() view returns(bytes32)
func (timelockController *TimelockController) PackCANCELLERROLE() []byte {
	enc, err := timelockController.abi.Pack("CANCELLER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCANCELLERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb08e51c0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function CANCELLER_ROLE() view returns(bytes32)
func (timelockController *TimelockController) TryPackCANCELLERROLE() ([]byte, error) {
	return timelockController.abi.Pack("CANCELLER_ROLE")
}

// UnpackCANCELLERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb08e51c0.
//
// Solidity: function CANCELLER_ROLE() view returns(bytes32)
func (timelockController *TimelockController) UnpackCANCELLERROLE(data []byte) ([32]byte, error) {
	out, err := timelockController.abi.Unpack("CANCELLER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (timelockController *TimelockController) PackDEFAULTADMINROLE() []byte {
	enc, err := timelockController.abi.Pack("DEFAULT_ADMIN_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDEFAULTADMINROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa217fddf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (timelockController *TimelockController) TryPackDEFAULTADMINROLE() ([]byte, error) {
	return timelockController.abi.Pack("DEFAULT_ADMIN_ROLE")
}

// UnpackDEFAULTADMINROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa217fddf.
//
// Solidity: function DEFAULT_ADMIN_ROLE() view returns(bytes32)
func (timelockController *TimelockController) UnpackDEFAULTADMINROLE(data []byte) ([32]byte, error) {
	out, err := timelockController.abi.Unpack("DEFAULT_ADMIN_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackEXECUTORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07bd0265.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function EXECUTOR_ROLE() view returns(bytes32)
func (timelockController *TimelockController) PackEXECUTORROLE() []byte {
	enc, err := timelockController.abi.Pack("EXECUTOR_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEXECUTORROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x07bd0265.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function EXECUTOR_ROLE() view returns(bytes32)
func (timelockController *TimelockController) TryPackEXECUTORROLE() ([]byte, error) {
	return timelockController.abi.Pack("EXECUTOR_ROLE")
}

// UnpackEXECUTORROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x07bd0265.
//
// Solidity: function EXECUTOR_ROLE() view returns(bytes32)
func (timelockController *TimelockController) UnpackEXECUTORROLE(data []byte) ([32]byte, error) {
	out, err := timelockController.abi.Unpack("EXECUTOR_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackPROPOSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f61f4f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (timelockController *TimelockController) PackPROPOSERROLE() []byte {
	enc, err := timelockController.abi.Pack("PROPOSER_ROLE")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPROPOSERROLE is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f61f4f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (timelockController *TimelockController) TryPackPROPOSERROLE() ([]byte, error) {
	return timelockController.abi.Pack("PROPOSER_ROLE")
}

// UnpackPROPOSERROLE is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8f61f4f5.
//
// Solidity: function PROPOSER_ROLE() view returns(bytes32)
func (timelockController *TimelockController) UnpackPROPOSERROLE(data []byte) ([32]byte, error) {
	out, err := timelockController.abi.Unpack("PROPOSER_ROLE", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d252f5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function cancel(bytes32 id) returns()
func (timelockController *TimelockController) PackCancel(id [32]byte) []byte {
	enc, err := timelockController.abi.Pack("cancel", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCancel is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc4d252f5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function cancel(bytes32 id) returns()
func (timelockController *TimelockController) TryPackCancel(id [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("cancel", id)
}

// PackExecute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x134008d3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function execute(address target, uint256 value, bytes payload, bytes32 predecessor, bytes32 salt) payable returns()
func (timelockController *TimelockController) PackExecute(target common.Address, value *big.Int, payload []byte, predecessor [32]byte, salt [32]byte) []byte {
	enc, err := timelockController.abi.Pack("execute", target, value, payload, predecessor, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExecute is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x134008d3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function execute(address target, uint256 value, bytes payload, bytes32 predecessor, bytes32 salt) payable returns()
func (timelockController *TimelockController) TryPackExecute(target common.Address, value *big.Int, payload []byte, predecessor [32]byte, salt [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("execute", target, value, payload, predecessor, salt)
}

// PackExecuteBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe38335e5.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function executeBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt) payable returns()
func (timelockController *TimelockController) PackExecuteBatch(targets []common.Address, values []*big.Int, payloads [][]byte, predecessor [32]byte, salt [32]byte) []byte {
	enc, err := timelockController.abi.Pack("executeBatch", targets, values, payloads, predecessor, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackExecuteBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe38335e5.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function executeBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt) payable returns()
func (timelockController *TimelockController) TryPackExecuteBatch(targets []common.Address, values []*big.Int, payloads [][]byte, predecessor [32]byte, salt [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("executeBatch", targets, values, payloads, predecessor, salt)
}

// PackGetMinDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf27a0c92.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getMinDelay() view returns(uint256)
func (timelockController *TimelockController) PackGetMinDelay() []byte {
	enc, err := timelockController.abi.Pack("getMinDelay")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetMinDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf27a0c92.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getMinDelay() view returns(uint256)
func (timelockController *TimelockController) TryPackGetMinDelay() ([]byte, error) {
	return timelockController.abi.Pack("getMinDelay")
}

// UnpackGetMinDelay is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf27a0c92.
//
// Solidity: function getMinDelay() view returns(uint256)
func (timelockController *TimelockController) UnpackGetMinDelay(data []byte) (*big.Int, error) {
	out, err := timelockController.abi.Unpack("getMinDelay", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGetOperationState is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7958004c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getOperationState(bytes32 id) view returns(uint8)
func (timelockController *TimelockController) PackGetOperationState(id [32]byte) []byte {
	enc, err := timelockController.abi.Pack("getOperationState", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetOperationState is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x7958004c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getOperationState(bytes32 id) view returns(uint8)
func (timelockController *TimelockController) TryPackGetOperationState(id [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("getOperationState", id)
}

// UnpackGetOperationState is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x7958004c.
//
// Solidity: function getOperationState(bytes32 id) view returns(uint8)
func (timelockController *TimelockController) UnpackGetOperationState(data []byte) (uint8, error) {
	out, err := timelockController.abi.Unpack("getOperationState", data)
	if err != nil {
		return *new(uint8), err
	}
	out0 := *abi.ConvertType(out[0], new(uint8)).(*uint8)
	return out0, nil
}

// PackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (timelockController *TimelockController) PackGetRoleAdmin(role [32]byte) []byte {
	enc, err := timelockController.abi.Pack("getRoleAdmin", role)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetRoleAdmin is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x248a9ca3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (timelockController *TimelockController) TryPackGetRoleAdmin(role [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("getRoleAdmin", role)
}

// UnpackGetRoleAdmin is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x248a9ca3.
//
// Solidity: function getRoleAdmin(bytes32 role) view returns(bytes32)
func (timelockController *TimelockController) UnpackGetRoleAdmin(data []byte) ([32]byte, error) {
	out, err := timelockController.abi.Unpack("getRoleAdmin", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackGetTimestamp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd45c4435.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function getTimestamp(bytes32 id) view returns(uint256)
func (timelockController *TimelockController) PackGetTimestamp(id [32]byte) []byte {
	enc, err := timelockController.abi.Pack("getTimestamp", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGetTimestamp is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd45c4435.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function getTimestamp(bytes32 id) view returns(uint256)
func (timelockController *TimelockController) TryPackGetTimestamp(id [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("getTimestamp", id)
}

// UnpackGetTimestamp is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd45c4435.
//
// Solidity: function getTimestamp(bytes32 id) view returns(uint256)
func (timelockController *TimelockController) UnpackGetTimestamp(data []byte) (*big.Int, error) {
	out, err := timelockController.abi.Unpack("getTimestamp", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (timelockController *TimelockController) PackGrantRole(role [32]byte, account common.Address) []byte {
	enc, err := timelockController.abi.Pack("grantRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGrantRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2f2ff15d.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function grantRole(bytes32 role, address account) returns()
func (timelockController *TimelockController) TryPackGrantRole(role [32]byte, account common.Address) ([]byte, error) {
	return timelockController.abi.Pack("grantRole", role, account)
}

// PackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (timelockController *TimelockController) PackHasRole(role [32]byte, account common.Address) []byte {
	enc, err := timelockController.abi.Pack("hasRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHasRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x91d14854.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (timelockController *TimelockController) TryPackHasRole(role [32]byte, account common.Address) ([]byte, error) {
	return timelockController.abi.Pack("hasRole", role, account)
}

// UnpackHasRole is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x91d14854.
//
// Solidity: function hasRole(bytes32 role, address account) view returns(bool)
func (timelockController *TimelockController) UnpackHasRole(data []byte) (bool, error) {
	out, err := timelockController.abi.Unpack("hasRole", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHashOperation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8065657f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashOperation(address target, uint256 value, bytes data, bytes32 predecessor, bytes32 salt) pure returns(bytes32)
func (timelockController *TimelockController) PackHashOperation(target common.Address, value *big.Int, data []byte, predecessor [32]byte, salt [32]byte) []byte {
	enc, err := timelockController.abi.Pack("hashOperation", target, value, data, predecessor, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashOperation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8065657f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashOperation(address target, uint256 value, bytes data, bytes32 predecessor, bytes32 salt) pure returns(bytes32)
func (timelockController *TimelockController) TryPackHashOperation(target common.Address, value *big.Int, data []byte, predecessor [32]byte, salt [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("hashOperation", target, value, data, predecessor, salt)
}

// UnpackHashOperation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8065657f.
//
// Solidity: function hashOperation(address target, uint256 value, bytes data, bytes32 predecessor, bytes32 salt) pure returns(bytes32)
func (timelockController *TimelockController) UnpackHashOperation(data []byte) ([32]byte, error) {
	out, err := timelockController.abi.Unpack("hashOperation", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackHashOperationBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1c5f427.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashOperationBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt) pure returns(bytes32)
func (timelockController *TimelockController) PackHashOperationBatch(targets []common.Address, values []*big.Int, payloads [][]byte, predecessor [32]byte, salt [32]byte) []byte {
	enc, err := timelockController.abi.Pack("hashOperationBatch", targets, values, payloads, predecessor, salt)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashOperationBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb1c5f427.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashOperationBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt) pure returns(bytes32)
func (timelockController *TimelockController) TryPackHashOperationBatch(targets []common.Address, values []*big.Int, payloads [][]byte, predecessor [32]byte, salt [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("hashOperationBatch", targets, values, payloads, predecessor, salt)
}

// UnpackHashOperationBatch is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb1c5f427.
//
// Solidity: function hashOperationBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt) pure returns(bytes32)
func (timelockController *TimelockController) UnpackHashOperationBatch(data []byte) ([32]byte, error) {
	out, err := timelockController.abi.Unpack("hashOperationBatch", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackIsOperation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31d50750.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOperation(bytes32 id) view returns(bool)
func (timelockController *TimelockController) PackIsOperation(id [32]byte) []byte {
	enc, err := timelockController.abi.Pack("isOperation", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOperation is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x31d50750.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOperation(bytes32 id) view returns(bool)
func (timelockController *TimelockController) TryPackIsOperation(id [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("isOperation", id)
}

// UnpackIsOperation is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x31d50750.
//
// Solidity: function isOperation(bytes32 id) view returns(bool)
func (timelockController *TimelockController) UnpackIsOperation(data []byte) (bool, error) {
	out, err := timelockController.abi.Unpack("isOperation", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsOperationDone is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ab0f529.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOperationDone(bytes32 id) view returns(bool)
func (timelockController *TimelockController) PackIsOperationDone(id [32]byte) []byte {
	enc, err := timelockController.abi.Pack("isOperationDone", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOperationDone is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2ab0f529.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOperationDone(bytes32 id) view returns(bool)
func (timelockController *TimelockController) TryPackIsOperationDone(id [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("isOperationDone", id)
}

// UnpackIsOperationDone is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2ab0f529.
//
// Solidity: function isOperationDone(bytes32 id) view returns(bool)
func (timelockController *TimelockController) UnpackIsOperationDone(data []byte) (bool, error) {
	out, err := timelockController.abi.Unpack("isOperationDone", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsOperationPending is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x584b153e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOperationPending(bytes32 id) view returns(bool)
func (timelockController *TimelockController) PackIsOperationPending(id [32]byte) []byte {
	enc, err := timelockController.abi.Pack("isOperationPending", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOperationPending is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x584b153e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOperationPending(bytes32 id) view returns(bool)
func (timelockController *TimelockController) TryPackIsOperationPending(id [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("isOperationPending", id)
}

// UnpackIsOperationPending is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x584b153e.
//
// Solidity: function isOperationPending(bytes32 id) view returns(bool)
func (timelockController *TimelockController) UnpackIsOperationPending(data []byte) (bool, error) {
	out, err := timelockController.abi.Unpack("isOperationPending", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsOperationReady is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x13bc9f20.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isOperationReady(bytes32 id) view returns(bool)
func (timelockController *TimelockController) PackIsOperationReady(id [32]byte) []byte {
	enc, err := timelockController.abi.Pack("isOperationReady", id)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsOperationReady is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x13bc9f20.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isOperationReady(bytes32 id) view returns(bool)
func (timelockController *TimelockController) TryPackIsOperationReady(id [32]byte) ([]byte, error) {
	return timelockController.abi.Pack("isOperationReady", id)
}

// UnpackIsOperationReady is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x13bc9f20.
//
// Solidity: function isOperationReady(bytes32 id) view returns(bool)
func (timelockController *TimelockController) UnpackIsOperationReady(data []byte) (bool, error) {
	out, err := timelockController.abi.Unpack("isOperationReady", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackOnERC1155BatchReceived is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc197c81.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function onERC1155BatchReceived(address , address , uint256[] , uint256[] , bytes ) returns(bytes4)
func (timelockController *TimelockController) PackOnERC1155BatchReceived(arg0 common.Address, arg1 common.Address, arg2 []*big.Int, arg3 []*big.Int, arg4 []byte) []byte {
	enc, err := timelockController.abi.Pack("onERC1155BatchReceived", arg0, arg1, arg2, arg3, arg4)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOnERC1155BatchReceived is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbc197c81.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function onERC1155BatchReceived(address , address , uint256[] , uint256[] , bytes ) returns(bytes4)
func (timelockController *TimelockController) TryPackOnERC1155BatchReceived(arg0 common.Address, arg1 common.Address, arg2 []*big.Int, arg3 []*big.Int, arg4 []byte) ([]byte, error) {
	return timelockController.abi.Pack("onERC1155BatchReceived", arg0, arg1, arg2, arg3, arg4)
}

// UnpackOnERC1155BatchReceived is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbc197c81.
//
// Solidity: function onERC1155BatchReceived(address , address , uint256[] , uint256[] , bytes ) returns(bytes4)
func (timelockController *TimelockController) UnpackOnERC1155BatchReceived(data []byte) ([4]byte, error) {
	out, err := timelockController.abi.Unpack("onERC1155BatchReceived", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackOnERC1155Received is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf23a6e61.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function onERC1155Received(address , address , uint256 , uint256 , bytes ) returns(bytes4)
func (timelockController *TimelockController) PackOnERC1155Received(arg0 common.Address, arg1 common.Address, arg2 *big.Int, arg3 *big.Int, arg4 []byte) []byte {
	enc, err := timelockController.abi.Pack("onERC1155Received", arg0, arg1, arg2, arg3, arg4)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOnERC1155Received is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf23a6e61.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function onERC1155Received(address , address , uint256 , uint256 , bytes ) returns(bytes4)
func (timelockController *TimelockController) TryPackOnERC1155Received(arg0 common.Address, arg1 common.Address, arg2 *big.Int, arg3 *big.Int, arg4 []byte) ([]byte, error) {
	return timelockController.abi.Pack("onERC1155Received", arg0, arg1, arg2, arg3, arg4)
}

// UnpackOnERC1155Received is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf23a6e61.
//
// Solidity: function onERC1155Received(address , address , uint256 , uint256 , bytes ) returns(bytes4)
func (timelockController *TimelockController) UnpackOnERC1155Received(data []byte) ([4]byte, error) {
	out, err := timelockController.abi.Unpack("onERC1155Received", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackOnERC721Received is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x150b7a02.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function onERC721Received(address , address , uint256 , bytes ) returns(bytes4)
func (timelockController *TimelockController) PackOnERC721Received(arg0 common.Address, arg1 common.Address, arg2 *big.Int, arg3 []byte) []byte {
	enc, err := timelockController.abi.Pack("onERC721Received", arg0, arg1, arg2, arg3)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOnERC721Received is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x150b7a02.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function onERC721Received(address , address , uint256 , bytes ) returns(bytes4)
func (timelockController *TimelockController) TryPackOnERC721Received(arg0 common.Address, arg1 common.Address, arg2 *big.Int, arg3 []byte) ([]byte, error) {
	return timelockController.abi.Pack("onERC721Received", arg0, arg1, arg2, arg3)
}

// UnpackOnERC721Received is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x150b7a02.
//
// Solidity: function onERC721Received(address , address , uint256 , bytes ) returns(bytes4)
func (timelockController *TimelockController) UnpackOnERC721Received(data []byte) ([4]byte, error) {
	out, err := timelockController.abi.Unpack("onERC721Received", data)
	if err != nil {
		return *new([4]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([4]byte)).(*[4]byte)
	return out0, nil
}

// PackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (timelockController *TimelockController) PackRenounceRole(role [32]byte, callerConfirmation common.Address) []byte {
	enc, err := timelockController.abi.Pack("renounceRole", role, callerConfirmation)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRenounceRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x36568abe.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function renounceRole(bytes32 role, address callerConfirmation) returns()
func (timelockController *TimelockController) TryPackRenounceRole(role [32]byte, callerConfirmation common.Address) ([]byte, error) {
	return timelockController.abi.Pack("renounceRole", role, callerConfirmation)
}

// PackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (timelockController *TimelockController) PackRevokeRole(role [32]byte, account common.Address) []byte {
	enc, err := timelockController.abi.Pack("revokeRole", role, account)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackRevokeRole is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd547741f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function revokeRole(bytes32 role, address account) returns()
func (timelockController *TimelockController) TryPackRevokeRole(role [32]byte, account common.Address) ([]byte, error) {
	return timelockController.abi.Pack("revokeRole", role, account)
}

// PackSchedule is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01d5062a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function schedule(address target, uint256 value, bytes data, bytes32 predecessor, bytes32 salt, uint256 delay) returns()
func (timelockController *TimelockController) PackSchedule(target common.Address, value *big.Int, data []byte, predecessor [32]byte, salt [32]byte, delay *big.Int) []byte {
	enc, err := timelockController.abi.Pack("schedule", target, value, data, predecessor, salt, delay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSchedule is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01d5062a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function schedule(address target, uint256 value, bytes data, bytes32 predecessor, bytes32 salt, uint256 delay) returns()
func (timelockController *TimelockController) TryPackSchedule(target common.Address, value *big.Int, data []byte, predecessor [32]byte, salt [32]byte, delay *big.Int) ([]byte, error) {
	return timelockController.abi.Pack("schedule", target, value, data, predecessor, salt, delay)
}

// PackScheduleBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f2a0bb0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function scheduleBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt, uint256 delay) returns()
func (timelockController *TimelockController) PackScheduleBatch(targets []common.Address, values []*big.Int, payloads [][]byte, predecessor [32]byte, salt [32]byte, delay *big.Int) []byte {
	enc, err := timelockController.abi.Pack("scheduleBatch", targets, values, payloads, predecessor, salt, delay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackScheduleBatch is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8f2a0bb0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function scheduleBatch(address[] targets, uint256[] values, bytes[] payloads, bytes32 predecessor, bytes32 salt, uint256 delay) returns()
func (timelockController *TimelockController) TryPackScheduleBatch(targets []common.Address, values []*big.Int, payloads [][]byte, predecessor [32]byte, salt [32]byte, delay *big.Int) ([]byte, error) {
	return timelockController.abi.Pack("scheduleBatch", targets, values, payloads, predecessor, salt, delay)
}

// PackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (timelockController *TimelockController) PackSupportsInterface(interfaceId [4]byte) []byte {
	enc, err := timelockController.abi.Pack("supportsInterface", interfaceId)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSupportsInterface is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x01ffc9a7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (timelockController *TimelockController) TryPackSupportsInterface(interfaceId [4]byte) ([]byte, error) {
	return timelockController.abi.Pack("supportsInterface", interfaceId)
}

// UnpackSupportsInterface is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x01ffc9a7.
//
// Solidity: function supportsInterface(bytes4 interfaceId) view returns(bool)
func (timelockController *TimelockController) UnpackSupportsInterface(data []byte) (bool, error) {
	out, err := timelockController.abi.Unpack("supportsInterface", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackUpdateDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64d62353.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function updateDelay(uint256 newDelay) returns()
func (timelockController *TimelockController) PackUpdateDelay(newDelay *big.Int) []byte {
	enc, err := timelockController.abi.Pack("updateDelay", newDelay)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUpdateDelay is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x64d62353.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function updateDelay(uint256 newDelay) returns()
func (timelockController *TimelockController) TryPackUpdateDelay(newDelay *big.Int) ([]byte, error) {
	return timelockController.abi.Pack("updateDelay", newDelay)
}

// TimelockControllerCallExecuted represents a CallExecuted event raised by the TimelockController contract.
type TimelockControllerCallExecuted struct {
	Id     [32]byte
	Index  *big.Int
	Target common.Address
	Value  *big.Int
	Data   []byte
	Raw    *types.Log // Blockchain specific contextual infos
}

const TimelockControllerCallExecutedEventName = "CallExecuted"

// ContractEventName returns the user-defined event name.
func (TimelockControllerCallExecuted) ContractEventName() string {
	return TimelockControllerCallExecutedEventName
}

// UnpackCallExecutedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CallExecuted(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data)
func (timelockController *TimelockController) UnpackCallExecutedEvent(log *types.Log) (*TimelockControllerCallExecuted, error) {
	event := "CallExecuted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != timelockController.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TimelockControllerCallExecuted)
	if len(log.Data) > 0 {
		if err := timelockController.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range timelockController.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TimelockControllerCallSalt represents a CallSalt event raised by the TimelockController contract.
type TimelockControllerCallSalt struct {
	Id   [32]byte
	Salt [32]byte
	Raw  *types.Log // Blockchain specific contextual infos
}

const TimelockControllerCallSaltEventName = "CallSalt"

// ContractEventName returns the user-defined event name.
func (TimelockControllerCallSalt) ContractEventName() string {
	return TimelockControllerCallSaltEventName
}

// UnpackCallSaltEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CallSalt(bytes32 indexed id, bytes32 salt)
func (timelockController *TimelockController) UnpackCallSaltEvent(log *types.Log) (*TimelockControllerCallSalt, error) {
	event := "CallSalt"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != timelockController.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TimelockControllerCallSalt)
	if len(log.Data) > 0 {
		if err := timelockController.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range timelockController.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TimelockControllerCallScheduled represents a CallScheduled event raised by the TimelockController contract.
type TimelockControllerCallScheduled struct {
	Id          [32]byte
	Index       *big.Int
	Target      common.Address
	Value       *big.Int
	Data        []byte
	Predecessor [32]byte
	Delay       *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const TimelockControllerCallScheduledEventName = "CallScheduled"

// ContractEventName returns the user-defined event name.
func (TimelockControllerCallScheduled) ContractEventName() string {
	return TimelockControllerCallScheduledEventName
}

// UnpackCallScheduledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event CallScheduled(bytes32 indexed id, uint256 indexed index, address target, uint256 value, bytes data, bytes32 predecessor, uint256 delay)
func (timelockController *TimelockController) UnpackCallScheduledEvent(log *types.Log) (*TimelockControllerCallScheduled, error) {
	event := "CallScheduled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != timelockController.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TimelockControllerCallScheduled)
	if len(log.Data) > 0 {
		if err := timelockController.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range timelockController.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TimelockControllerCancelled represents a Cancelled event raised by the TimelockController contract.
type TimelockControllerCancelled struct {
	Id  [32]byte
	Raw *types.Log // Blockchain specific contextual infos
}

const TimelockControllerCancelledEventName = "Cancelled"

// ContractEventName returns the user-defined event name.
func (TimelockControllerCancelled) ContractEventName() string {
	return TimelockControllerCancelledEventName
}

// UnpackCancelledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Cancelled(bytes32 indexed id)
func (timelockController *TimelockController) UnpackCancelledEvent(log *types.Log) (*TimelockControllerCancelled, error) {
	event := "Cancelled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != timelockController.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TimelockControllerCancelled)
	if len(log.Data) > 0 {
		if err := timelockController.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range timelockController.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TimelockControllerMinDelayChange represents a MinDelayChange event raised by the TimelockController contract.
type TimelockControllerMinDelayChange struct {
	OldDuration *big.Int
	NewDuration *big.Int
	Raw         *types.Log // Blockchain specific contextual infos
}

const TimelockControllerMinDelayChangeEventName = "MinDelayChange"

// ContractEventName returns the user-defined event name.
func (TimelockControllerMinDelayChange) ContractEventName() string {
	return TimelockControllerMinDelayChangeEventName
}

// UnpackMinDelayChangeEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event MinDelayChange(uint256 oldDuration, uint256 newDuration)
func (timelockController *TimelockController) UnpackMinDelayChangeEvent(log *types.Log) (*TimelockControllerMinDelayChange, error) {
	event := "MinDelayChange"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != timelockController.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TimelockControllerMinDelayChange)
	if len(log.Data) > 0 {
		if err := timelockController.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range timelockController.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TimelockControllerRoleAdminChanged represents a RoleAdminChanged event raised by the TimelockController contract.
type TimelockControllerRoleAdminChanged struct {
	Role              [32]byte
	PreviousAdminRole [32]byte
	NewAdminRole      [32]byte
	Raw               *types.Log // Blockchain specific contextual infos
}

const TimelockControllerRoleAdminChangedEventName = "RoleAdminChanged"

// ContractEventName returns the user-defined event name.
func (TimelockControllerRoleAdminChanged) ContractEventName() string {
	return TimelockControllerRoleAdminChangedEventName
}

// UnpackRoleAdminChangedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleAdminChanged(bytes32 indexed role, bytes32 indexed previousAdminRole, bytes32 indexed newAdminRole)
func (timelockController *TimelockController) UnpackRoleAdminChangedEvent(log *types.Log) (*TimelockControllerRoleAdminChanged, error) {
	event := "RoleAdminChanged"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != timelockController.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TimelockControllerRoleAdminChanged)
	if len(log.Data) > 0 {
		if err := timelockController.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range timelockController.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TimelockControllerRoleGranted represents a RoleGranted event raised by the TimelockController contract.
type TimelockControllerRoleGranted struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const TimelockControllerRoleGrantedEventName = "RoleGranted"

// ContractEventName returns the user-defined event name.
func (TimelockControllerRoleGranted) ContractEventName() string {
	return TimelockControllerRoleGrantedEventName
}

// UnpackRoleGrantedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleGranted(bytes32 indexed role, address indexed account, address indexed sender)
func (timelockController *TimelockController) UnpackRoleGrantedEvent(log *types.Log) (*TimelockControllerRoleGranted, error) {
	event := "RoleGranted"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != timelockController.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TimelockControllerRoleGranted)
	if len(log.Data) > 0 {
		if err := timelockController.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range timelockController.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// TimelockControllerRoleRevoked represents a RoleRevoked event raised by the TimelockController contract.
type TimelockControllerRoleRevoked struct {
	Role    [32]byte
	Account common.Address
	Sender  common.Address
	Raw     *types.Log // Blockchain specific contextual infos
}

const TimelockControllerRoleRevokedEventName = "RoleRevoked"

// ContractEventName returns the user-defined event name.
func (TimelockControllerRoleRevoked) ContractEventName() string {
	return TimelockControllerRoleRevokedEventName
}

// UnpackRoleRevokedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event RoleRevoked(bytes32 indexed role, address indexed account, address indexed sender)
func (timelockController *TimelockController) UnpackRoleRevokedEvent(log *types.Log) (*TimelockControllerRoleRevoked, error) {
	event := "RoleRevoked"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != timelockController.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(TimelockControllerRoleRevoked)
	if len(log.Data) > 0 {
		if err := timelockController.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range timelockController.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (timelockController *TimelockController) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], timelockController.abi.Errors["AccessControlBadConfirmation"].ID.Bytes()[:4]) {
		return timelockController.UnpackAccessControlBadConfirmationError(raw[4:])
	}
	if bytes.Equal(raw[:4], timelockController.abi.Errors["AccessControlUnauthorizedAccount"].ID.Bytes()[:4]) {
		return timelockController.UnpackAccessControlUnauthorizedAccountError(raw[4:])
	}
	if bytes.Equal(raw[:4], timelockController.abi.Errors["FailedCall"].ID.Bytes()[:4]) {
		return timelockController.UnpackFailedCallError(raw[4:])
	}
	if bytes.Equal(raw[:4], timelockController.abi.Errors["TimelockInsufficientDelay"].ID.Bytes()[:4]) {
		return timelockController.UnpackTimelockInsufficientDelayError(raw[4:])
	}
	if bytes.Equal(raw[:4], timelockController.abi.Errors["TimelockInvalidOperationLength"].ID.Bytes()[:4]) {
		return timelockController.UnpackTimelockInvalidOperationLengthError(raw[4:])
	}
	if bytes.Equal(raw[:4], timelockController.abi.Errors["TimelockUnauthorizedCaller"].ID.Bytes()[:4]) {
		return timelockController.UnpackTimelockUnauthorizedCallerError(raw[4:])
	}
	if bytes.Equal(raw[:4], timelockController.abi.Errors["TimelockUnexecutedPredecessor"].ID.Bytes()[:4]) {
		return timelockController.UnpackTimelockUnexecutedPredecessorError(raw[4:])
	}
	if bytes.Equal(raw[:4], timelockController.abi.Errors["TimelockUnexpectedOperationState"].ID.Bytes()[:4]) {
		return timelockController.UnpackTimelockUnexpectedOperationStateError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// TimelockControllerAccessControlBadConfirmation represents a AccessControlBadConfirmation error raised by the TimelockController contract.
type TimelockControllerAccessControlBadConfirmation struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlBadConfirmation()
func TimelockControllerAccessControlBadConfirmationErrorID() common.Hash {
	return common.HexToHash("0x6697b23232a647058342c0724fe7c415cab25915b54e5dbc03f233173d37b41c")
}

// UnpackAccessControlBadConfirmationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlBadConfirmation()
func (timelockController *TimelockController) UnpackAccessControlBadConfirmationError(raw []byte) (*TimelockControllerAccessControlBadConfirmation, error) {
	out := new(TimelockControllerAccessControlBadConfirmation)
	if err := timelockController.abi.UnpackIntoInterface(out, "AccessControlBadConfirmation", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TimelockControllerAccessControlUnauthorizedAccount represents a AccessControlUnauthorizedAccount error raised by the TimelockController contract.
type TimelockControllerAccessControlUnauthorizedAccount struct {
	Account    common.Address
	NeededRole [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func TimelockControllerAccessControlUnauthorizedAccountErrorID() common.Hash {
	return common.HexToHash("0xe2517d3fbfae6f8515ef5ff1ccedc3933ab0cbbda0b492c06eb54ad10ef03b3e")
}

// UnpackAccessControlUnauthorizedAccountError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error AccessControlUnauthorizedAccount(address account, bytes32 neededRole)
func (timelockController *TimelockController) UnpackAccessControlUnauthorizedAccountError(raw []byte) (*TimelockControllerAccessControlUnauthorizedAccount, error) {
	out := new(TimelockControllerAccessControlUnauthorizedAccount)
	if err := timelockController.abi.UnpackIntoInterface(out, "AccessControlUnauthorizedAccount", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TimelockControllerFailedCall represents a FailedCall error raised by the TimelockController contract.
type TimelockControllerFailedCall struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error FailedCall()
func TimelockControllerFailedCallErrorID() common.Hash {
	return common.HexToHash("0xd6bda27508c0fb6d8a39b4b122878dab26f731a7d4e4abe711dd3731899052a4")
}

// UnpackFailedCallError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error FailedCall()
func (timelockController *TimelockController) UnpackFailedCallError(raw []byte) (*TimelockControllerFailedCall, error) {
	out := new(TimelockControllerFailedCall)
	if err := timelockController.abi.UnpackIntoInterface(out, "FailedCall", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TimelockControllerTimelockInsufficientDelay represents a TimelockInsufficientDelay error raised by the TimelockController contract.
type TimelockControllerTimelockInsufficientDelay struct {
	Delay    *big.Int
	MinDelay *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TimelockInsufficientDelay(uint256 delay, uint256 minDelay)
func TimelockControllerTimelockInsufficientDelayErrorID() common.Hash {
	return common.HexToHash("0x543366097fc46a718a4890a59e5216cbbc872f61973a9e2a6666ecccaa1a07ca")
}

// UnpackTimelockInsufficientDelayError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TimelockInsufficientDelay(uint256 delay, uint256 minDelay)
func (timelockController *TimelockController) UnpackTimelockInsufficientDelayError(raw []byte) (*TimelockControllerTimelockInsufficientDelay, error) {
	out := new(TimelockControllerTimelockInsufficientDelay)
	if err := timelockController.abi.UnpackIntoInterface(out, "TimelockInsufficientDelay", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TimelockControllerTimelockInvalidOperationLength represents a TimelockInvalidOperationLength error raised by the TimelockController contract.
type TimelockControllerTimelockInvalidOperationLength struct {
	Targets  *big.Int
	Payloads *big.Int
	Values   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TimelockInvalidOperationLength(uint256 targets, uint256 payloads, uint256 values)
func TimelockControllerTimelockInvalidOperationLengthErrorID() common.Hash {
	return common.HexToHash("0xffb0321166292613ddbe36e2eb9b9b1e8877aa314505f6d35f0f4ae660e8ada3")
}

// UnpackTimelockInvalidOperationLengthError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TimelockInvalidOperationLength(uint256 targets, uint256 payloads, uint256 values)
func (timelockController *TimelockController) UnpackTimelockInvalidOperationLengthError(raw []byte) (*TimelockControllerTimelockInvalidOperationLength, error) {
	out := new(TimelockControllerTimelockInvalidOperationLength)
	if err := timelockController.abi.UnpackIntoInterface(out, "TimelockInvalidOperationLength", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TimelockControllerTimelockUnauthorizedCaller represents a TimelockUnauthorizedCaller error raised by the TimelockController contract.
type TimelockControllerTimelockUnauthorizedCaller struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TimelockUnauthorizedCaller(address caller)
func TimelockControllerTimelockUnauthorizedCallerErrorID() common.Hash {
	return common.HexToHash("0xe2850c5900ceb2d1b367e63ffd96510279f191862fece2dde12a1b1bce580ebd")
}

// UnpackTimelockUnauthorizedCallerError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TimelockUnauthorizedCaller(address caller)
func (timelockController *TimelockController) UnpackTimelockUnauthorizedCallerError(raw []byte) (*TimelockControllerTimelockUnauthorizedCaller, error) {
	out := new(TimelockControllerTimelockUnauthorizedCaller)
	if err := timelockController.abi.UnpackIntoInterface(out, "TimelockUnauthorizedCaller", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TimelockControllerTimelockUnexecutedPredecessor represents a TimelockUnexecutedPredecessor error raised by the TimelockController contract.
type TimelockControllerTimelockUnexecutedPredecessor struct {
	PredecessorId [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TimelockUnexecutedPredecessor(bytes32 predecessorId)
func TimelockControllerTimelockUnexecutedPredecessorErrorID() common.Hash {
	return common.HexToHash("0x90a9a618cfd84aabd2505bb50bbc6c95924a5d4f10d2bf500768fcbf91f51cab")
}

// UnpackTimelockUnexecutedPredecessorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TimelockUnexecutedPredecessor(bytes32 predecessorId)
func (timelockController *TimelockController) UnpackTimelockUnexecutedPredecessorError(raw []byte) (*TimelockControllerTimelockUnexecutedPredecessor, error) {
	out := new(TimelockControllerTimelockUnexecutedPredecessor)
	if err := timelockController.abi.UnpackIntoInterface(out, "TimelockUnexecutedPredecessor", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// TimelockControllerTimelockUnexpectedOperationState represents a TimelockUnexpectedOperationState error raised by the TimelockController contract.
type TimelockControllerTimelockUnexpectedOperationState struct {
	OperationId    [32]byte
	ExpectedStates [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error TimelockUnexpectedOperationState(bytes32 operationId, bytes32 expectedStates)
func TimelockControllerTimelockUnexpectedOperationStateErrorID() common.Hash {
	return common.HexToHash("0x5ead8eb51d1c1b7ef2eb1ef3ec2f009cfba25e924d04ccc853f25803ea40b489")
}

// UnpackTimelockUnexpectedOperationStateError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error TimelockUnexpectedOperationState(bytes32 operationId, bytes32 expectedStates)
func (timelockController *TimelockController) UnpackTimelockUnexpectedOperationStateError(raw []byte) (*TimelockControllerTimelockUnexpectedOperationState, error) {
	out := new(TimelockControllerTimelockUnexpectedOperationState)
	if err := timelockController.abi.UnpackIntoInterface(out, "TimelockUnexpectedOperationState", raw); err != nil {
		return nil, err
	}
	return out, nil
}
