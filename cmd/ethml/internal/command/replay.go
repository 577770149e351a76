package command

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"slices"

	"github.com/ethml/ethml/cmd/ethml/internal/model"
	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/replay"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/protocol"
)

// Replay runs a past request again.
type Replay struct {
	networkFlag
	benchFlags
	jsonFlag
	ID uint64 `arg:"" help:"Request id."`
}

// Run prints this machine's answer beside every reveal and the outcome; it fails where the outcome is another.
func (r *Replay) Run(ctx context.Context) error {
	net, client, err := r.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	var record *replay.Record
	if err := progress.New(os.Stderr).During(ctx, "reading the request's life from the chain", func(ctx context.Context) (err error) {
		record, err = replay.Read(ctx, client, net.Coordinator, net.DeploymentBlock, r.ID)
		return err
	}); err != nil {
		return noRequest(r.ID, err)
	}
	registry, err := model.OpenRegistry(ctx, client, net.Coordinator)
	if err != nil {
		return err
	}
	listing, err := registry.Get(ctx, record.Model)
	if err != nil {
		return err
	}
	var here replay.Vote
	var detail string
	err = progress.New(os.Stderr).During(ctx, "running the model", func(ctx context.Context) (err error) {
		here, detail, err = r.answer(ctx, net, record, listing)
		return err
	})
	if err != nil {
		return err
	}
	report := compare(record, listing.Terms, here, detail)
	if err := r.print(report, report.text); err != nil {
		return err
	}
	switch {
	case report.NotRun && !report.anyOutcomeAsHere():
		return fmt.Errorf("request %d could not be run again here: %s", record.ID, detail)
	case report.Differs:
		return cli.WithCode(cli.ExitNo, fmt.Errorf("request %d was answered otherwise than this machine answers it", record.ID))
	}
	return nil
}

// compare puts this machine's vote beside what was revealed; detail says why it is no word.
func compare(record *replay.Record, terms manifest.Terms, here replay.Vote, detail string) replayReport {
	status := protocol.Status(here.Status)
	report := replayReport{RequestID: record.ID, Status: protocol.RequestStatus(record.Status).String(), ModelID: record.Model, DataCID: record.DataCID,
		Detail: detail, NotRun: status == protocol.DataUnavailable || status == protocol.ModelUnavailable}
	if protocol.RequestStatus(record.Status) == protocol.RequestFailed {
		report.Reason = protocol.Status(record.Reason).String()
	}
	show := func(v replay.Vote) replayVote {
		if v.Status != 0 {
			return replayVote{protocol.Status(v.Status).String(), v.Equal(here)}
		}
		return replayVote{oracle.Value(terms.Codec, terms.Decimals, oracle.Signed(v.Word)), v.Equal(here)}
	}
	report.Here = show(here).Vote
	for _, b := range record.Blocks {
		rb := replayBlock{Number: b.Number}
		for _, v := range b.Reveals {
			rb.Reveals = append(rb.Reveals, replayReveal{v.Miner.Hex(), show(v.Vote)})
		}
		if b.Outcome != nil && protocol.Status(b.Outcome.Status).Votable() {
			outcome := show(*b.Outcome)
			rb.Outcome = &outcome
			report.Differs = report.Differs || !outcome.Same && !report.NotRun && manifest.Rule(terms.Rule) == manifest.Equal
		}
		rb.Void = b.Outcome == nil
		report.Blocks = append(report.Blocks, rb)
	}
	return report
}

// replayReport is what was revealed of a request, beside what this machine answers.
type replayReport struct {
	RequestID uint64        `json:"request_id"`
	Status    string        `json:"status"`
	Reason    string        `json:"reason,omitempty"` // why it failed
	ModelID   uint64        `json:"model_id"`
	DataCID   string        `json:"data_cid"`
	Here      string        `json:"here"`             // this machine's vote: a value, or a status that says why there is none
	Detail    string        `json:"detail,omitempty"` // why there is none, in words
	NotRun    bool          `json:"not_run"`          // data point or model can't be had here
	Blocks    []replayBlock `json:"blocks"`
	Differs   bool          `json:"differs"` // an outcome under the equal rule is another than this machine's
}

type replayBlock struct {
	Number  uint64         `json:"number"`
	Reveals []replayReveal `json:"reveals"`
	Outcome *replayVote    `json:"outcome"` // null where the reveals didn't agree, or for want of reveals
	Void    bool           `json:"void_or_open"`
}

type replayReveal struct {
	Miner string `json:"miner"`
	replayVote
}

type replayVote struct {
	Vote string `json:"vote"`
	Same bool   `json:"as_here"`
}

func (r replayReport) mark(v replayVote) string {
	switch {
	case v.Same:
		return "as here"
	case r.NotRun:
		return "not run here"
	}
	return "NOT as here"
}

func (r replayReport) anyOutcomeAsHere() bool {
	return slices.ContainsFunc(r.Blocks, func(b replayBlock) bool { return b.Outcome != nil && b.Outcome.Same })
}

func (r replayReport) text() error {
	status, here := r.Status, r.Here
	if r.Reason != "" {
		status += " with " + r.Reason
	}
	if r.Detail != "" {
		here += ": " + r.Detail
	}
	fmt.Fprintf(stdout, "request %d   %s, model %d, data point %s\n", r.RequestID, status, r.ModelID, r.DataCID)
	fmt.Fprintf(stdout, "here        %s\n", here)
	for _, b := range r.Blocks {
		for _, v := range b.Reveals {
			fmt.Fprintf(stdout, "block %-5d %s revealed %s, %s\n", b.Number, v.Miner, v.Vote, r.mark(v.replayVote))
		}
		switch {
		case b.Void:
			fmt.Fprintf(stdout, "block %-5d no outcome\n", b.Number)
		case b.Outcome == nil:
			fmt.Fprintf(stdout, "block %-5d outcome: none, the reveals didn't agree\n", b.Number)
		default:
			fmt.Fprintf(stdout, "block %-5d outcome %s, %s\n", b.Number, b.Outcome.Vote, r.mark(*b.Outcome))
		}
	}
	return nil
}

// answer is this machine's vote, and why it is no word; what can't be had makes the vote that it would make a node's.
func (r *Replay) answer(ctx context.Context, net *network.Network, record *replay.Record, listing model.Listing) (v replay.Vote, detail string, err error) {
	status := func(s protocol.Status, err error) (replay.Vote, string, error) {
		if ctx.Err() != nil {
			return replay.Vote{}, "", ended(ctx, err)
		}
		return replay.Vote{Status: uint8(s), Word: new(big.Int)}, err.Error(), nil
	}
	id, err := cid.Parse(record.DataCID)
	if err != nil {
		return status(protocol.DataMalformed, err)
	}
	store, closeStore, err := content.Open(content.Options{KuboAPIs: []string{net.IPFS}})
	if err != nil {
		return v, "", err
	}
	defer func() { _ = closeStore() }() // it holds connections only
	raw, err := store.Get(ctx, listing.ManifestCID, manifest.MaxBytes)
	if err != nil {
		return status(protocol.ModelUnavailable, fmt.Errorf("manifest of model %d: %w", record.Model, err))
	}
	m, err := manifest.Parse(raw)
	if err != nil {
		return status(protocol.ModelUnavailable, err)
	}
	onnx, err := store.Get(ctx, m.Model.CID, m.Model.Bytes)
	if err != nil {
		return status(protocol.ModelUnavailable, fmt.Errorf("file of model %d: %w", record.Model, err))
	}
	data, err := store.Get(ctx, id, m.Limits.DataBytes)
	switch {
	case errors.Is(err, content.ErrMalformed), errors.Is(err, content.ErrTooLarge):
		return status(protocol.DataMalformed, err)
	case err != nil:
		return status(protocol.DataUnavailable, err)
	}
	bench, err := r.open()
	if err != nil {
		return v, "", err
	}
	defer func() { err = errors.Join(err, bench.Close()) }()
	a, err := bench.Answer(ctx, m, onnx, data)
	if err != nil {
		return v, "", err
	}
	v = replay.Vote{Status: uint8(a.Status), Word: new(big.Int)}
	if a.Status != 0 {
		return v, a.Detail, nil
	}
	word, ok := v.Word.SetString(a.Word, 10)
	if !ok {
		return v, "", fmt.Errorf("the model's word %q is no number", a.Word)
	}
	if word.Sign() < 0 {
		word.Add(word, new(big.Int).Lsh(big.NewInt(1), 256))
	}
	return v, "", nil
}
