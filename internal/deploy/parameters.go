package deploy

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"slices"
	"strings"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/crypto"

	"github.com/ethml/ethml/contracts/bindings"
)

// Parameters are all numbers of a deployment. Times are in seconds, shares in
// basis points. docs/protocol.md says what each is for; the contracts check
// the bounds of those under Coordinator.
type Parameters struct {
	// GenesisAllocation goes to the deploying account.
	GenesisAllocation Amount `json:"genesisAllocation"`
	// UnstakeDelay is how long stake stays slashable after it is called back.
	UnstakeDelay uint64 `json:"unstakeDelay"`
	// TimelockDelay is how long changes by the owner wait; with 0 there is no
	// timelock, which only a devnet should do.
	TimelockDelay uint64 `json:"timelockDelay"`
	// Difficulty of the first block, in expected hashes a nonce.
	Difficulty uint64 `json:"difficulty"`
	// Consumer says whether to deploy PredictionConsumer, the example.
	Consumer bool `json:"consumer"`
	// Coordinator has what the owner can change later.
	Coordinator Coordinator `json:"coordinator"`
}

// Coordinator are the tunable parameters by their names in the contract.
type Coordinator struct {
	CommitWindow     uint32 `json:"commitWindow"`
	RevealWindow     uint32 `json:"revealWindow"`
	RevealBlocks     uint32 `json:"revealBlocks"`
	TargetCommitTime uint32 `json:"targetCommitTime"`
	MinStake         Amount `json:"minStake"`
	DefaultExpiry    uint32 `json:"defaultExpiry"`
	MaxExpiry        uint32 `json:"maxExpiry"`
	MaxHeadStart     uint32 `json:"maxHeadStart"`
	SecondsPerToken  uint32 `json:"secondsPerToken"`
	MaxCommitTime    uint32 `json:"maxCommitTime"`
	BacklogTip       Amount `json:"backlogTip"`
	MinDifficulty    uint64 `json:"minDifficulty"`
	CallbackGas      uint32 `json:"callbackGas"`
	MaxCallbackGas   uint32 `json:"maxCallbackGas"`
	NonRevealBps     uint16 `json:"nonRevealBps"`
	DissentBps       uint16 `json:"dissentBps"`
	SettleBountyBps  uint16 `json:"settleBountyBps"`
	ExpireBountyBps  uint16 `json:"expireBountyBps"`
	MinTipPerGas     uint64 `json:"minTipPerGas"`
	VoidAllowance    Amount `json:"voidAllowance"`
}

const day = 86_400

// Public is the preset for networks that strangers take part in.
func Public() Parameters {
	return Parameters{
		GenesisAllocation: EML(1_000_000),
		UnstakeDelay:      7 * day,
		TimelockDelay:     7 * day,
		Difficulty:        1 << 20,
		Coordinator: Coordinator{
			CommitWindow: 60, RevealWindow: 120, RevealBlocks: 50, TargetCommitTime: 15, MinStake: EML(100),
			DefaultExpiry: day, MaxExpiry: 30 * day, MaxHeadStart: 30 * day, SecondsPerToken: 60, MaxCommitTime: 3600,
			BacklogTip: EML(1), MinDifficulty: 1 << 20, CallbackGas: 100_000, MaxCallbackGas: 400_000,
			NonRevealBps: 1000, DissentBps: 50, SettleBountyBps: 100, ExpireBountyBps: 100,
			MinTipPerGas: 10_000_000_000, VoidAllowance: Wei(10_000_000_000_000_000),
		},
	}
}

// Devnet is the preset for a chain of one's own: the same rules at the pace of
// 1 s blocks, and work that a laptop does in no time.
func Devnet() Parameters {
	p := Public()
	p.UnstakeDelay, p.TimelockDelay, p.Difficulty, p.Consumer = 20, 0, 500, true
	c := &p.Coordinator
	c.CommitWindow, c.RevealWindow, c.RevealBlocks, c.TargetCommitTime = 10, 20, 10, 1
	c.MaxCommitTime, c.MinDifficulty = 300, 500
	return p
}

// presets by the names that files use.
var presets = map[string]func() Parameters{"devnet": Devnet, "public": Public}

// Preset is the preset of that name.
func Preset(name string) (Parameters, error) {
	preset, ok := presets[name]
	if !ok {
		return Parameters{}, fmt.Errorf("no preset %q: want devnet or public", name)
	}
	return preset(), nil
}

// LoadParameters reads a JSON file. Its field "preset" names what the values
// that it leaves out are taken from, such as
// {"preset": "public", "coordinator": {"minStake": "500 EML"}}.
func LoadParameters(path string) (Parameters, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return Parameters{}, fmt.Errorf("read parameters: %w", err)
	}
	p, err := ParseParameters(data)
	if err != nil {
		return Parameters{}, fmt.Errorf("read parameters %s: %w", path, err)
	}
	return p, nil
}

// ParseParameters is LoadParameters on the file's content.
func ParseParameters(data []byte) (Parameters, error) {
	var base struct {
		Preset string `json:"preset"`
	}
	if err := json.Unmarshal(data, &base); err != nil {
		return Parameters{}, err
	}
	p, err := Preset(base.Preset)
	if err != nil {
		return Parameters{}, fmt.Errorf("field \"preset\": %w", err)
	}
	file := struct {
		Preset string `json:"preset"`
		*Parameters
	}{Parameters: &p}
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&file); err != nil {
		return Parameters{}, err
	}
	if _, err := decoder.Token(); !errors.Is(err, io.EOF) {
		return Parameters{}, errors.New("more after the end of the JSON object")
	}
	return p, p.Check()
}

// Check finds what the contracts can't: they check their own bounds when the
// deployment is simulated.
func (p Parameters) Check() error {
	var errs []error
	if p.TimelockDelay > 0 && p.TimelockDelay < p.UnstakeDelay {
		errs = append(errs, fmt.Errorf("timelockDelay %d is shorter than unstakeDelay %d: operators could not leave before a change they dislike",
			p.TimelockDelay, p.UnstakeDelay))
	}
	for name, bits := range map[string]struct {
		value *big.Int
		most  int
	}{
		"genesisAllocation":         {&p.GenesisAllocation.Int, 200},
		"coordinator.minStake":      {&p.Coordinator.MinStake.Int, 128},
		"coordinator.backlogTip":    {&p.Coordinator.BacklogTip.Int, 96},
		"coordinator.voidAllowance": {&p.Coordinator.VoidAllowance.Int, 96},
	} {
		if bits.value.BitLen() > bits.most {
			errs = append(errs, fmt.Errorf("%s %s takes more than %d bits", name, bits.value, bits.most))
		}
	}
	slices.SortFunc(errs, func(a, b error) int { return strings.Compare(a.Error(), b.Error()) })
	return errors.Join(errs...)
}

// Hash identifies the parameters in records.
func (p Parameters) Hash() (common.Hash, error) {
	data, err := json.Marshal(p)
	if err != nil {
		return common.Hash{}, fmt.Errorf("hash parameters: %w", err)
	}
	return crypto.Keccak256Hash(data), nil
}

// binding is the contract's form.
func (c Coordinator) binding() bindings.Parameters {
	return bindings.Parameters{
		CommitWindow: c.CommitWindow, RevealWindow: c.RevealWindow, RevealBlocks: c.RevealBlocks,
		TargetCommitTime: c.TargetCommitTime, MinStake: &c.MinStake.Int, DefaultExpiry: c.DefaultExpiry,
		MaxExpiry: c.MaxExpiry, MaxHeadStart: c.MaxHeadStart, SecondsPerToken: c.SecondsPerToken,
		MaxCommitTime: c.MaxCommitTime, BacklogTip: &c.BacklogTip.Int, MinDifficulty: c.MinDifficulty,
		CallbackGas: c.CallbackGas, MaxCallbackGas: c.MaxCallbackGas, NonRevealBps: c.NonRevealBps,
		DissentBps: c.DissentBps, SettleBountyBps: c.SettleBountyBps, ExpireBountyBps: c.ExpireBountyBps,
		MinTipPerGas: c.MinTipPerGas, VoidAllowance: &c.VoidAllowance.Int,
	}
}
