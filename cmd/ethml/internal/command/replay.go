package command

import (
	"context"
	"errors"
	"fmt"
	"math/big"

	"github.com/ethml/ethml/cmd/ethml/internal/model"
	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/replay"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/manifest"
	"github.com/ethml/ethml/internal/protocol"
)

// Replay runs a past request again.
type Replay struct {
	networkFlag
	benchFlags
	ID uint64 `arg:"" help:"Request id."`
}

// Run prints this machine's answer beside every reveal and the outcome; it fails where the outcome is another.
func (r *Replay) Run(ctx context.Context) error {
	net, client, err := r.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	record, err := replay.Read(ctx, client, net.Coordinator, net.DeploymentBlock, r.ID)
	if err != nil {
		return err
	}
	registry, err := model.OpenRegistry(ctx, client, net.Coordinator)
	if err != nil {
		return err
	}
	listing, err := registry.Get(ctx, record.Model)
	if err != nil {
		return err
	}
	here, detail, err := r.answer(ctx, net, record, listing)
	if err != nil {
		return err
	}
	show := func(v replay.Vote) string {
		if v.Status != 0 {
			return protocol.Status(v.Status).String()
		}
		return oracle.Value(listing.Terms.Codec, listing.Terms.Decimals, signedWord(v.Word))
	}
	mark := func(v replay.Vote) string {
		if v.Equal(here) {
			return "as here"
		}
		return "NOT as here"
	}
	fmt.Fprintf(stdout, "request %d   %s, model %d, data point %s\n", record.ID, protocol.RequestStatus(record.Status), record.Model, record.DataCID)
	fmt.Fprintf(stdout, "here        %s%s\n", show(here), detail)
	differs := false
	for _, b := range record.Blocks {
		for _, v := range b.Reveals {
			fmt.Fprintf(stdout, "block %-5d %s revealed %s, %s\n", b.Number, v.Miner, show(v.Vote), mark(v.Vote))
		}
		switch {
		case b.Outcome == nil:
			fmt.Fprintf(stdout, "block %-5d no outcome\n", b.Number)
		case !protocol.Status(b.Outcome.Status).Votable():
			fmt.Fprintf(stdout, "block %-5d outcome: none, the reveals didn't agree\n", b.Number)
		default:
			fmt.Fprintf(stdout, "block %-5d outcome %s, %s\n", b.Number, show(*b.Outcome), mark(*b.Outcome))
			differs = differs || !b.Outcome.Equal(here)
		}
	}
	if differs && manifest.Rule(listing.Terms.Rule) == manifest.Equal {
		return fmt.Errorf("request %d was answered otherwise than this machine answers it", record.ID)
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
