package view

import (
	"encoding/binary"
	"encoding/hex"
	"math"
	"strconv"
	"strings"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// Replay is how a word is computed, as an inference service shows it.
type Replay struct {
	Status  string         `json:"status"`
	Detail  string         `json:"detail,omitempty"`
	Word    string         `json:"word"`
	Decimal string         `json:"word_decimal"`
	Matches *bool          `json:"matches_chain,omitempty"` // whether it is what the contracts decided; not set while they haven't
	Steps   []ReplayStep   `json:"steps"`
	Outputs []ReplayOutput `json:"outputs"`
	Fetch   uint64         `json:"fetch_us"`
	Decode  uint64         `json:"decode_us"`
	Run     uint64         `json:"run_us"`
	Encode  uint64         `json:"encode_us"`
}

// ReplayStep is a step of the codec.
type ReplayStep struct {
	Name  string `json:"name"`
	Value string `json:"value"`
}

// ReplayOutput is a tensor that the model gave.
type ReplayOutput struct {
	Name     string  `json:"name"`
	Datatype string  `json:"datatype"`
	Shape    []int64 `json:"shape"`
	Values   string  `json:"values"` // the first ones
}

const (
	maxReplayText   = 1000
	maxReplayRows   = 32
	maxReplayValues = 16
)

// ReplayOf puts an answer of an inference service beside what is on chain.
func ReplayOf(p *ethmlv1.PredictResponse, onChain *RequestRow) *Replay {
	text := func(s string) string { s, _ = Cut(Clean(s), maxReplayText); return s }
	out := &Replay{Status: protocol.Status(min(p.GetStatus(), 255)).String(), Detail: text(p.GetDetail()), Word: "0x" + hex.EncodeToString(p.GetWord()),
		Decimal: text(p.GetWordDecimal()), Steps: []ReplayStep{}, Outputs: []ReplayOutput{}, Fetch: p.GetTimings().GetFetchUs(),
		Decode: p.GetTimings().GetDecodeUs(), Run: p.GetTimings().GetRunUs(), Encode: p.GetTimings().GetEncodeUs()}
	switch onChain.State {
	case protocol.RequestAnswered.String():
		same := p.GetStatus() == 0 && out.Word == onChain.Word
		out.Matches = &same
	case protocol.RequestFailed.String():
		same := out.Status == onChain.Reason
		out.Matches = &same
	}
	for i, s := range p.GetSteps() {
		if i == maxReplayRows {
			break
		}
		out.Steps = append(out.Steps, ReplayStep{Name: text(s.GetName()), Value: text(s.GetValue())})
	}
	for i, t := range p.GetOutputs() {
		if i == maxReplayRows {
			break
		}
		shape := t.GetShape()
		if shape == nil {
			shape = []int64{}
		}
		out.Outputs = append(out.Outputs, ReplayOutput{Name: text(t.GetName()), Datatype: text(t.GetDatatype()), Shape: shape,
			Values: firstValues(t.GetDatatype(), t.GetContents())})
	}
	return out
}

// firstValues reads the first elements of a tensor, of the datatypes that models mostly give.
func firstValues(datatype string, raw []byte) string {
	size := map[string]int{"FP32": 4, "FP64": 8, "INT64": 8, "INT32": 4}[datatype]
	if size == 0 {
		shown, cut := raw[:min(len(raw), 64)], ""
		if len(raw) > 64 {
			cut = "…"
		}
		return "0x" + hex.EncodeToString(shown) + cut
	}
	var values []string
	for i := 0; i+size <= len(raw); i += size {
		if len(values) == maxReplayValues {
			values = append(values, "…")
			break
		}
		switch datatype {
		case "FP32":
			f := math.Float32frombits(binary.LittleEndian.Uint32(raw[i:]))
			values = append(values, strconv.FormatFloat(float64(f), 'g', -1, 32))
		case "FP64":
			values = append(values, strconv.FormatFloat(math.Float64frombits(binary.LittleEndian.Uint64(raw[i:])), 'g', -1, 64))
		case "INT32":
			values = append(values, strconv.FormatInt(int64(int32(binary.LittleEndian.Uint32(raw[i:]))), 10))
		case "INT64":
			values = append(values, strconv.FormatInt(int64(binary.LittleEndian.Uint64(raw[i:])), 10))
		}
	}
	return strings.Join(values, ", ")
}
