package command

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"

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
	report := replayReport{RequestID: record.ID, Status: protocol.RequestStatus(record.Status).String(), ModelID: record.Model, DataCID: record.DataCID, Detail: detail}
	show := func(v replay.Vote) replayVote {
		if v.Status != 0 {
			return replayVote{protocol.Status(v.Status).String(), v.Equal(here)}
		}
		return replayVote{oracle.Value(listing.Terms.Codec, listing.Terms.Decimals, signedWord(v.Word)), v.Equal(here)}
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
			report.Differs = report.Differs || !outcome.Same && manifest.Rule(listing.Terms.Rule) == manifest.Equal
		}
		rb.Void = b.Outcome == nil
		report.Blocks = append(report.Blocks, rb)
	}
	if err := r.print(report, report.text); err != nil {
		return err
	}
	if report.Differs {
		return cli.WithCode(cli.ExitNo, fmt.Errorf("request %d was answered otherwise than this machine answers it", record.ID))
	}
	return nil
}

// replayReport is what was revealed of a request, beside what this machine answers.
type replayReport struct {
	RequestID uint64        `json:"request_id"`
	Status    string        `json:"status"`
	ModelID   uint64        `json:"model_id"`
	DataCID   string        `json:"data_cid"`
	Here      string        `json:"here"`             // this machine's vote: a value, or a status that says why there is none
	Detail    string        `json:"detail,omitempty"` // why there is none, in words
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

func (v replayVote) mark() string {
	if v.Same {
		return "as here"
	}
	return "NOT as here"
}

func (r replayReport) text() error {
	fmt.Fprintf(stdout, "request %d   %s, model %d, data point %s\n", r.RequestID, r.Status, r.ModelID, r.DataCID)
	fmt.Fprintf(stdout, "here        %s%s\n", r.Here, r.Detail)
	for _, b := range r.Blocks {
		for _, v := range b.Reveals {
			fmt.Fprintf(stdout, "block %-5d %s revealed %s, %s\n", b.Number, v.Miner, v.Vote, v.mark())
		}
		switch {
		case b.Void:
			fmt.Fprintf(stdout, "block %-5d no outcome\n", b.Number)
		case b.Outcome == nil:
			fmt.Fprintf(stdout, "block %-5d outcome: none, the reveals didn't agree\n", b.Number)
		default:
			fmt.Fprintf(stdout, "block %-5d outcome %s, %s\n", b.Number, b.Outcome.Vote, b.Outcome.mark())
		}
	}
	return nil
}

// answer is this machine's vote, and why it is no word.
func (r *Replay) answer(ctx context.Context, net *network.Network, record *replay.Record, listing model.Listing) (v replay.Vote, detail string, err error) {
	raw, err := readManifest(ctx, net.IPFS, listing.ManifestCID)
	if err != nil {
		return v, "", fmt.Errorf("model %d has manifest %s: %w", record.Model, listing.ManifestCID, err)
	}
	m, err := manifest.Parse(raw)
	if err != nil {
		return v, "", err
	}
	store, closeStore, err := content.Open(content.Options{KuboAPIs: []string{net.IPFS}})
	if err != nil {
		return v, "", err
	}
	defer func() { _ = closeStore() }() // it holds connections only
	onnx, err := store.Get(ctx, m.Model.CID, m.Model.Bytes)
	if err != nil {
		return v, "", err
	}
	id, err := cid.Parse(record.DataCID)
	if err != nil {
		return v, "", err
	}
	data, err := store.Get(ctx, id, m.Limits.DataBytes)
	if err != nil {
		return v, "", err
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
		return v, ": " + a.Detail, nil
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

// signedWord reads a word as two's complement.
func signedWord(w *big.Int) *big.Int {
	if w.Bit(255) == 0 {
		return w
	}
	return new(big.Int).Sub(w, new(big.Int).Lsh(big.NewInt(1), 256))
}
