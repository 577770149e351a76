package command

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"math/big"
	"os"
	"strconv"
	"strings"
	"time"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/cid"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/protocol"
)

// Request asks for a prediction.
type Request struct {
	networkFlag
	signerFlags
	Model  uint64        `help:"Model id." short:"m" required:""`
	File   string        `arg:"" optional:"" help:"File with the data point, or - for standard input." xor:"data"`
	CID    string        `name:"cid" help:"CID of a data point that is on IPFS already." xor:"data"`
	Values string        `help:"The data point's numbers, separated by commas." xor:"data"`
	Tip    string        `help:"Tip in EML, such as 0.5." default:"0"`
	Wait   bool          `help:"Wait for the answer." default:"true" negatable:""`
	Limit  time.Duration `help:"How long to wait at most." default:"10m"`
	JSON   bool          `help:"Print one JSON object."`
}

// Answer is what --json prints for a request that has ended.
type Answer struct {
	RequestID    uint64 `json:"request_id"`
	ModelID      uint64 `json:"model_id"`
	DataCID      string `json:"data_cid"`
	Status       string `json:"status"`
	Prediction   any    `json:"prediction"`      // a number, or a decimal string where 2^53 is exceeded; null unless answered
	Value        string `json:"value,omitempty"` // the prediction as the model's codec means it, such as 87.91 for 8791
	Reason       string `json:"reason,omitempty"`
	VirtualBlock uint64 `json:"virtual_block"`
	LatencyMS    int64  `json:"latency_ms"`
	Tx           string `json:"transaction"`
	Delivered    bool   `json:"callback_delivered"`
}

// answerOf puts an outcome into the form that is printed.
func answerOf(o *oracle.Outcome) Answer {
	a := Answer{
		RequestID: o.Request.ID, ModelID: o.Request.Model, DataCID: o.Request.DataCID, Status: o.Status.String(),
		VirtualBlock: o.VirtualBlock, LatencyMS: o.Latency.Milliseconds(), Tx: o.Tx.Hex(), Delivered: o.Delivered,
	}
	if o.Status == protocol.RequestAnswered {
		a.Prediction, a.Value = o.Prediction.String(), o.Value
		if o.Prediction.IsInt64() && o.Prediction.BitLen() <= 53 {
			a.Prediction = o.Prediction.Int64()
		}
	}
	if o.Status == protocol.RequestFailed {
		a.Reason = o.Reason.String()
	}
	return a
}

// errNoAnswer says how a request ended that was not answered.
func errNoAnswer(o *oracle.Outcome) error {
	what := o.Status.String()
	if o.Status == protocol.RequestFailed {
		what += " with " + o.Reason.String()
	}
	return fmt.Errorf("request %d %s: `ethml status` and the inference service's log say why", o.Request.ID, what)
}

// Run uploads the data point if need be, sends the request and waits for its end.
func (r *Request) Run(ctx context.Context) error {
	tip, err := parseEML(r.Tip)
	if err != nil {
		return err
	}
	net, client, err := r.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	dataCID, err := r.dataPoint(ctx, net)
	if err != nil {
		return err
	}
	signer, err := r.signer(net.ChainID)
	if err != nil {
		return err
	}
	o, err := oracle.New(ctx, client, net.Coordinator, net.Consumer)
	if err != nil {
		return err
	}
	ctx, cancel := context.WithTimeoutCause(ctx, r.Limit, fmt.Errorf("no answer within %s: the request stays open; `ethml status` shows what hinders it", r.Limit))
	defer cancel()
	if tip.Sign() > 0 {
		if err := o.AllowTip(ctx, signer, tip); err != nil {
			return err
		}
	}
	request, err := o.Ask(ctx, signer, r.Model, dataCID.String(), tip)
	if err != nil {
		return err
	}
	show := progress.New(os.Stderr)
	show.Printf("request %d: model %d, data point %s", request.ID, request.Model, request.DataCID)
	if !r.Wait {
		_, err = fmt.Fprintln(stdout, request.ID)
		return err
	}
	outcome, err := o.Follow(ctx, request, func(p oracle.Progress) { show.Live("  " + progress.Phase(p, oracle.Seats)) })
	show.Live("")
	if err != nil {
		if cause := context.Cause(ctx); errors.Is(err, context.DeadlineExceeded) && cause != nil {
			return cause
		}
		return err
	}
	return r.print(outcome)
}

func (r *Request) print(o *oracle.Outcome) error {
	if r.JSON {
		if err := json.NewEncoder(stdout).Encode(answerOf(o)); err != nil {
			return err
		}
	}
	if o.Status != protocol.RequestAnswered {
		return errNoAnswer(o)
	}
	if r.JSON {
		return nil
	}
	_, err := fmt.Fprintln(stdout, o.Value)
	return err
}

// dataPoint gives the data point's CID, uploading it where the person gave the data itself.
func (r *Request) dataPoint(ctx context.Context, net *network.Network) (cid.CID, error) {
	var data []byte
	switch {
	case r.CID != "":
		return cid.Parse(r.CID)
	case r.Values != "":
		var err error
		if data, err = valuesJSON(r.Values); err != nil {
			return cid.CID{}, err
		}
	case r.File == "-":
		var err error
		if data, err = io.ReadAll(io.LimitReader(os.Stdin, content.MaxBlockBytes+1)); err != nil {
			return cid.CID{}, fmt.Errorf("read the data point from standard input: %w", err)
		}
	case r.File != "":
		var err error
		if data, err = os.ReadFile(r.File); err != nil {
			return cid.CID{}, fmt.Errorf("read the data point: %w", err)
		}
	default:
		return cid.CID{}, errors.New("no data point: name a file (or - for standard input), a --cid, or --values 1,2,3")
	}
	store, closeStore, err := content.Open(content.Options{KuboAPIs: []string{net.IPFS}})
	if err != nil {
		return cid.CID{}, err
	}
	defer func() { _ = closeStore() }() // it holds connections only
	id, err := store.Add(ctx, data)
	if err != nil {
		return id, fmt.Errorf("upload the data point: %w", err)
	}
	return id, nil
}

// valuesJSON turns "1,2,3" into a JSON array, each number as it was written.
func valuesJSON(values string) ([]byte, error) {
	parts := strings.Split(values, ",")
	for i, p := range parts {
		parts[i] = strings.TrimSpace(p)
		if _, err := strconv.ParseFloat(parts[i], 64); err != nil || !json.Valid([]byte(parts[i])) {
			return nil, fmt.Errorf("--values: %q (number %d) is no JSON number", p, i+1)
		}
	}
	return []byte("[" + strings.Join(parts, ",") + "]"), nil
}

// parseEML turns whole tokens with up to 18 decimals into wei.
func parseEML(text string) (*big.Int, error) {
	whole, part, _ := strings.Cut(text, ".")
	digits := whole + part + strings.Repeat("0", max(18-len(part), 0))
	wei, ok := new(big.Int).SetString(digits, 10)
	if !ok || len(part) > 18 || wei.Sign() < 0 || strings.ContainsAny(text, "+-_") {
		return nil, fmt.Errorf("tip %q: give EML as a decimal number with at most 18 decimals, such as 0.5", text)
	}
	return wei, nil
}
