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

// EthMLMetaData contains all meta data concerning the EthML contract.
var EthMLMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"MAX_REQUESTS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"SEATS\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"THRESHOLD\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"canGetVariables\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"cancel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"claim\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"minted\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tips\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"}],\"name\":\"closeCommit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"}],\"name\":\"commitSolution\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"currentTarget\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"expire\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getBlock\",\"outputs\":[{\"components\":[{\"internalType\":\"uint64\",\"name\":\"number\",\"type\":\"uint64\"},{\"internalType\":\"enumPhase\",\"name\":\"phase\",\"type\":\"uint8\"},{\"internalType\":\"uint64\",\"name\":\"openedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"openedAtBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"commitClosedAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"commitClosedAtBlock\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"revealEndsAt\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"revealEndsAtBlock\",\"type\":\"uint64\"},{\"internalType\":\"bytes32\",\"name\":\"challenge\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"parentHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"difficulty\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"seats\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"reveals\",\"type\":\"uint256\"},{\"internalType\":\"uint256[]\",\"name\":\"ids\",\"type\":\"uint256[]\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"internalType\":\"structParameters\",\"name\":\"parameters\",\"type\":\"tuple\"}],\"internalType\":\"structBlockView\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getCurrentVariables\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"challenge\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"requestId\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"difficulty\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"dataPoint\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getPrediction\",\"outputs\":[{\"internalType\":\"enumRequestStatus\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getRequest\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"requester\",\"type\":\"address\"},{\"internalType\":\"enumRequestStatus\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"reason\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"dataPoint\",\"type\":\"string\"},{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"internalType\":\"uint8\",\"name\":\"cidCodec\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"internalType\":\"uint64\",\"name\":\"birth\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"expiry\",\"type\":\"uint64\"},{\"internalType\":\"uint64\",\"name\":\"slot\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"bool\",\"name\":\"undelivered\",\"type\":\"bool\"},{\"internalType\":\"bool\",\"name\":\"requeued\",\"type\":\"bool\"},{\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"internalType\":\"structRequestView\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getSeats\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"internalType\":\"bool\",\"name\":\"revealed\",\"type\":\"bool\"}],\"internalType\":\"structSeat[]\",\"name\":\"\",\"type\":\"tuple[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"headHash\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"uint64\",\"name\":\"difficulty\",\"type\":\"uint64\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"internalType\":\"structParameters\",\"name\":\"parameters_\",\"type\":\"tuple\"}],\"name\":\"initialize\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"isSeated\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minStake\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"minTip\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"}],\"name\":\"offencesOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"count\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"lastNumber\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"openBlock\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"openRequests\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"operatorStake\",\"outputs\":[{\"internalType\":\"contractIOperatorStake\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"parameters\",\"outputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"internalType\":\"structParameters\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"pause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"paused\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"registry\",\"outputs\":[{\"internalType\":\"contractIModelRegistry\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"requestCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string\",\"name\":\"dataPoint\",\"type\":\"string\"},{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"}],\"name\":\"requestPrediction\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"internalType\":\"string[]\",\"name\":\"dataPoints\",\"type\":\"string[]\"},{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"expiresIn\",\"type\":\"uint32\"},{\"components\":[{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"internalType\":\"structPermit\",\"name\":\"permit\",\"type\":\"tuple\"}],\"internalType\":\"structRequestOptions\",\"name\":\"options\",\"type\":\"tuple\"}],\"name\":\"requestPredictions\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"firstId\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"retryCallback\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"uint256[]\",\"name\":\"predictions\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"statuses\",\"type\":\"bytes\"},{\"internalType\":\"bytes32\",\"name\":\"salt\",\"type\":\"bytes32\"}],\"name\":\"revealSolution\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"rewardsOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"minted\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tips\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"internalType\":\"structParameters\",\"name\":\"parameters_\",\"type\":\"tuple\"}],\"name\":\"setParameters\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"components\":[{\"internalType\":\"uint256[]\",\"name\":\"predictions\",\"type\":\"uint256[]\"},{\"internalType\":\"bytes\",\"name\":\"statuses\",\"type\":\"bytes\"}],\"internalType\":\"structVector[]\",\"name\":\"vectors\",\"type\":\"tuple[]\"}],\"name\":\"settle\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"token\",\"outputs\":[{\"internalType\":\"contractIEthMLToken\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unpause\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"challenge\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"parentHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"difficulty\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"commitWindow\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256[]\",\"name\":\"ids\",\"type\":\"uint256[]\"}],\"name\":\"BlockOpened\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"parentHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"nextDifficulty\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256[]\",\"name\":\"predictions\",\"type\":\"uint256[]\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"statuses\",\"type\":\"bytes\"}],\"name\":\"BlockSettled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"hash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"parentHash\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"reveals\",\"type\":\"uint256\"}],\"name\":\"BlockVoided\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"CallbackDelivered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"CallbackFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seats\",\"type\":\"uint256\"}],\"name\":\"CommitClosed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"cause\",\"type\":\"uint8\"}],\"name\":\"MinerSlashed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"components\":[{\"internalType\":\"uint32\",\"name\":\"commitWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealWindow\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"revealBlocks\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"targetCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint128\",\"name\":\"minStake\",\"type\":\"uint128\"},{\"internalType\":\"uint32\",\"name\":\"defaultExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxExpiry\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxHeadStart\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"secondsPerToken\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCommitTime\",\"type\":\"uint32\"},{\"internalType\":\"uint96\",\"name\":\"backlogTip\",\"type\":\"uint96\"},{\"internalType\":\"uint64\",\"name\":\"minDifficulty\",\"type\":\"uint64\"},{\"internalType\":\"uint32\",\"name\":\"callbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint32\",\"name\":\"maxCallbackGas\",\"type\":\"uint32\"},{\"internalType\":\"uint16\",\"name\":\"nonRevealBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"dissentBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"settleBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"expireBountyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint64\",\"name\":\"minTipPerGas\",\"type\":\"uint64\"},{\"internalType\":\"uint96\",\"name\":\"voidAllowance\",\"type\":\"uint96\"}],\"indexed\":false,\"internalType\":\"structParameters\",\"name\":\"parameters\",\"type\":\"tuple\"}],\"name\":\"ParametersChanged\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Paused\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"datapoint\",\"type\":\"string\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"}],\"name\":\"ReceivedRequest\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"name\":\"RequestAnswered\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"RequestCancelled\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"by\",\"type\":\"address\"}],\"name\":\"RequestExpired\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"reason\",\"type\":\"uint8\"}],\"name\":\"RequestFailed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"requester\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"callbackGas\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"expiry\",\"type\":\"uint256\"}],\"name\":\"RequestQueued\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"slot\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bool\",\"name\":\"voided\",\"type\":\"bool\"}],\"name\":\"RequestRequeued\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"minted\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tips\",\"type\":\"uint256\"}],\"name\":\"RewardsClaimed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"seat\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"SolutionCommitted\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256[]\",\"name\":\"predictions\",\"type\":\"uint256[]\"},{\"indexed\":false,\"internalType\":\"bytes\",\"name\":\"statuses\",\"type\":\"bytes\"}],\"name\":\"SolutionRevealed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"Unpaused\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"EthML_AlreadyEnded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"}],\"name\":\"EthML_AlreadyRevealed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"name\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"minimum\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"EthML_BadParameter\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"}],\"name\":\"EthML_BlockInProgress\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"callbackGas\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"EthML_CallbackGasTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"EthML_CallbackReverted\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"closesAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"timestamp\",\"type\":\"uint256\"}],\"name\":\"EthML_CommitWindowOpen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"}],\"name\":\"EthML_DeprecatedModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"expiresIn\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"EthML_ExpiryTooLong\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_Idle\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"gasLeft\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"needed\",\"type\":\"uint256\"}],\"name\":\"EthML_InsufficientGas\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"stake\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"minimum\",\"type\":\"uint256\"}],\"name\":\"EthML_InsufficientStake\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"hash\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"target\",\"type\":\"uint256\"}],\"name\":\"EthML_InsufficientWork\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"prediction\",\"type\":\"uint256\"}],\"name\":\"EthML_MalformedVote\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"resultHash\",\"type\":\"bytes32\"}],\"name\":\"EthML_MissingVector\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_NoDataPoints\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expiry\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"timestamp\",\"type\":\"uint256\"}],\"name\":\"EthML_NotExpired\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_NotPaused\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"status\",\"type\":\"uint8\"}],\"name\":\"EthML_NotQueued\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"requester\",\"type\":\"address\"}],\"name\":\"EthML_NotRequester\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"}],\"name\":\"EthML_NotSeated\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"EthML_NothingToClaim\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"EthML_NothingToDeliver\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_NothingToOpen\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_Paused\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_Reentered\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"endsAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"endsAtBlock\",\"type\":\"uint256\"}],\"name\":\"EthML_RevealWindowOpen\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"endedAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"endedAtBlock\",\"type\":\"uint256\"}],\"name\":\"EthML_RevealWindowOver\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"}],\"name\":\"EthML_SeatTaken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"EthML_TipTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"tip\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"minimum\",\"type\":\"uint256\"}],\"name\":\"EthML_TipTooLow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"openedAtBlock\",\"type\":\"uint256\"}],\"name\":\"EthML_TooEarly\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"seats\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"threshold\",\"type\":\"uint256\"}],\"name\":\"EthML_TooFewSeats\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"modelId\",\"type\":\"uint256\"}],\"name\":\"EthML_UnknownModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"EthML_UnknownRequest\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"resultHash\",\"type\":\"bytes32\"}],\"name\":\"EthML_UnknownVector\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"current\",\"type\":\"uint256\"}],\"name\":\"EthML_WrongBlock\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"predictions\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"statuses\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"}],\"name\":\"EthML_WrongLength\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"miner\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"commitment\",\"type\":\"bytes32\"}],\"name\":\"EthML_WrongOpening\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"number\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"phase\",\"type\":\"uint8\"}],\"name\":\"EthML_WrongPhase\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"part\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"coordinator\",\"type\":\"address\"}],\"name\":\"EthML_WrongWiring\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"EthML_ZeroCommitment\",\"type\":\"error\"}]",
	ID:  "85373ce7ffb632e5912f84da8ac4ecab94",
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

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (ethML *EthML) UnpackError(raw []byte) (any, error) {
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
	return nil, errors.New("Unknown error")
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

// EthMLTokenMetaData contains all meta data concerning the EthMLToken contract.
var EthMLTokenMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"DOMAIN_SEPARATOR\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"MINT_CAP\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"}],\"name\":\"allowance\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"approve\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"}],\"name\":\"balanceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"burn\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"account\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"burnFrom\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"coordinator\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"mint\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"mintedRewards\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"}],\"name\":\"nonces\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"}],\"name\":\"permit\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"totalSupply\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transfer\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"transferFrom\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"owner\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"spender\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Approval\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"from\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"value\",\"type\":\"uint256\"}],\"name\":\"Transfer\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"left\",\"type\":\"uint256\"}],\"name\":\"EthMLToken_CapExceeded\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"EthMLToken_NotCoordinator\",\"type\":\"error\"}]",
	ID:  "3a9c95abcd209595575a62110b236de81b",
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
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["EthMLToken_CapExceeded"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackEthMLTokenCapExceededError(raw[4:])
	}
	if bytes.Equal(raw[:4], ethMLToken.abi.Errors["EthMLToken_NotCoordinator"].ID.Bytes()[:4]) {
		return ethMLToken.UnpackEthMLTokenNotCoordinatorError(raw[4:])
	}
	return nil, errors.New("Unknown error")
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

// ModelRegistryMetaData contains all meta data concerning the ModelRegistry contract.
var ModelRegistryMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"deprecateModel\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"getModel\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"codec\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"decimals\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"deprecated\",\"type\":\"bool\"},{\"internalType\":\"uint8\",\"name\":\"cidCodec\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"manifestDigest\",\"type\":\"bytes32\"},{\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"previousId\",\"type\":\"uint256\"}],\"internalType\":\"structModel\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"manifestCID\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"modelCount\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"manifestCID\",\"type\":\"string\"},{\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"codec\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"decimals\",\"type\":\"uint8\"},{\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"previousId\",\"type\":\"uint256\"}],\"name\":\"registerModel\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"terms\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"internalType\":\"bool\",\"name\":\"deprecated\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"toleranceOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"ModelDeprecated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"manifestDigest\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"cidCodec\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint16\",\"name\":\"royaltyBps\",\"type\":\"uint16\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"codec\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"decimals\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint8\",\"name\":\"rule\",\"type\":\"uint8\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"previousId\",\"type\":\"uint256\"}],\"name\":\"ModelRegistered\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_AlreadyDeprecated\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"codec\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"decimals\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_BadDecimals\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"codec\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"rule\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"tolerance\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_BadRule\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"}],\"name\":\"ModelRegistry_NotPublisher\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"royaltyBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"maximum\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_RoyaltyTooHigh\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"codec\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_UnknownCodec\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"id\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_UnknownModel\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"rule\",\"type\":\"uint256\"}],\"name\":\"ModelRegistry_UnknownRule\",\"type\":\"error\"}]",
	ID:  "3e254b56222d92d47acf39cfb7ab1cbcc5",
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
// Solidity: function registerModel(string manifestCID, uint16 royaltyBps, uint8 codec, uint8 decimals, uint8 rule, uint256 tolerance, uint256 previousId) returns(uint256 id)
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
// Solidity: function registerModel(string manifestCID, uint16 royaltyBps, uint8 codec, uint8 decimals, uint8 rule, uint256 tolerance, uint256 previousId) returns(uint256 id)
func (modelRegistry *ModelRegistry) TryPackRegisterModel(manifestCID string, royaltyBps uint16, codec uint8, decimals uint8, rule uint8, tolerance *big.Int, previousId *big.Int) ([]byte, error) {
	return modelRegistry.abi.Pack("registerModel", manifestCID, royaltyBps, codec, decimals, rule, tolerance, previousId)
}

// UnpackRegisterModel is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x199542b8.
//
// Solidity: function registerModel(string manifestCID, uint16 royaltyBps, uint8 codec, uint8 decimals, uint8 rule, uint256 tolerance, uint256 previousId) returns(uint256 id)
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
	ABI: "[{\"inputs\":[],\"name\":\"coordinator\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"requestUnstake\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"bps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"keep\",\"type\":\"uint256\"}],\"name\":\"slash\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"slashed\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"kept\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"stake\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"stakeFor\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"stakeOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"unstakeDelay\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"unstakingOf\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"availableAt\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"withdraw\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"StakeSlashed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Staked\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"availableAt\",\"type\":\"uint256\"}],\"name\":\"UnstakeRequested\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Unstaked\",\"type\":\"event\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"active\",\"type\":\"uint256\"}],\"name\":\"OperatorStake_InsufficientStake\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"OperatorStake_NotCoordinator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"availableAt\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"timestamp\",\"type\":\"uint256\"}],\"name\":\"OperatorStake_NotYetAvailable\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"OperatorStake_NothingUnstaking\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"OperatorStake_Seated\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"OperatorStake_ZeroAmount\",\"type\":\"error\"}]",
	ID:  "6b1000adbcfa855c82ac8579f681420f84",
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
	ABI: "[{\"inputs\":[{\"name\":\"modelId\",\"type\":\"uint256\"},{\"name\":\"dataPoint\",\"type\":\"string\"},{\"name\":\"tip\",\"type\":\"uint256\"}],\"name\":\"requestPrediction\",\"outputs\":[{\"name\":\"id\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"getLatestResponse\",\"outputs\":[{\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"name\":\"modelId\",\"type\":\"uint256\"},{\"indexed\":false,\"name\":\"dataPoint\",\"type\":\"string\"},{\"indexed\":false,\"name\":\"tip\",\"type\":\"uint256\"},{\"indexed\":false,\"name\":\"requestId\",\"type\":\"uint256\"}],\"name\":\"NewRequest\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":false,\"name\":\"requestId\",\"type\":\"uint256\"},{\"indexed\":false,\"name\":\"prediction\",\"type\":\"uint256\"}],\"name\":\"ReceivedPrediction\",\"type\":\"event\"}]",
	ID:  "5b283b8e980feca190e02d8212cc792461",
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
