package command

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/alecthomas/kong"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/content"
	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/internal/reverts"
)

// Request asks for predictions.
type Request struct {
	networkFlag
	signerFlags
	jsonFlag
	Model  string        `help:"Model id, or its name." short:"m" required:""`
	Files  []string      `arg:"" optional:"" name:"file" help:"Files with a data point each, or - for standard input: JSON, .npy, or one line of numbers and commas."`
	CID    []string      `name:"cid" help:"CID of a data point that is on IPFS already; may be repeated." placeholder:"CID" sep:"none"`
	Values []numbers     `help:"A data point's numbers, separated by commas or, in quotes, by spaces; may be repeated." placeholder:"1,2,3" sep:"none"`
	Tip    string        `help:"Tip in EML for each data point, such as 0.5." default:"0"`
	Check  bool          `help:"Refuse data points that the model can't take; --no-check sends them all the same." default:"true" negatable:""`
	Wait   bool          `help:"Wait for the answers; --no-wait prints the requests' ids instead." default:"true" negatable:""`
	Limit  time.Duration `help:"How long to wait at most." default:"10m"`
}

// numbers is a list such as "1,2,3" as it was typed. It may begin with a minus, which would else begin a flag.
type numbers string

// Decode takes the next word, unless that is a flag.
func (n *numbers) Decode(ctx *kong.DecodeContext) error {
	if t := ctx.Scan.Peek(); !t.IsValue() && negative.MatchString(t.String()) {
		*n = numbers(ctx.Scan.Pop().String())
		return nil
	}
	return ctx.Scan.PopValueInto("numbers", (*string)(n))
}

// negative matches what no flag looks like: flags are letters.
var negative = regexp.MustCompile(`^-[0-9.]`)

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

// Run uploads the data points if need be, sends the requests and waits for their end.
func (r *Request) Run(ctx context.Context) error {
	tip, err := parseEML("--tip", r.Tip)
	if err != nil {
		return err
	}
	points, err := r.dataPoints()
	if err != nil {
		return err
	}
	net, client, err := r.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	model, err := findModel(ctx, client, net, r.Model)
	if err != nil {
		return err
	}
	show := progress.New(os.Stderr)
	if r.Check {
		err := show.During(ctx, "checking the data points", func(ctx context.Context) error {
			return checkFit(ctx, client, net, model, points, show.Printf)
		})
		if err != nil {
			return err
		}
	}
	var cids []string
	if err := show.During(ctx, "uploading", func(ctx context.Context) (err error) {
		cids, err = upload(ctx, net, points)
		return err
	}); err != nil {
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
	ctx, cancel := context.WithTimeoutCause(ctx, r.Limit, fmt.Errorf("no answer within %s: the requests stay open; `ethml status` shows what hinders them, `ethml wait` waits on", r.Limit))
	defer cancel()
	var requests []*oracle.Request
	err = show.During(ctx, "until the request is mined", func(ctx context.Context) (err error) {
		requests, err = ask(ctx, o, signer, model, cids, tip)
		return err
	})
	for _, sent := range requests {
		show.Printf("request %d: model %d, data point %s", sent.ID, sent.Model, sent.DataCID)
	}
	if err != nil {
		return ended(ctx, hint(err))
	}
	if !r.Wait {
		return r.printIDs(requests)
	}
	return follow(ctx, o, requests, show, r.jsonFlag)
}

// ask sends one data point through the consumer contract, whose callback takes the answer; several, or where there is no
// consumer, straight to the coordinator.
func ask(ctx context.Context, o *oracle.Oracle, signer *bind.TransactOpts, model uint64, cids []string, tip *big.Int) ([]*oracle.Request, error) {
	spender, single := o.Coordinator(), len(cids) == 1 && o.Consumer() != (common.Address{})
	if single {
		spender = o.Consumer()
	}
	if tip.Sign() > 0 {
		total := new(big.Int).Mul(tip, big.NewInt(int64(len(cids))))
		if err := o.AllowTip(ctx, signer, spender, total); err != nil {
			return nil, err
		}
	}
	if !single {
		return o.AskMany(ctx, signer, model, cids, tip)
	}
	request, err := o.Ask(ctx, signer, model, cids[0], tip)
	if err != nil {
		return nil, err
	}
	return []*oracle.Request{request}, nil
}

// hint adds to a contract's refusal what to do about it.
func hint(err error) error {
	var r *reverts.Error
	if err != nil && strings.Contains(err.Error(), "replacement transaction underpriced") {
		return fmt.Errorf("%w: something else sends from this account at the same time; try again", err)
	}
	if !errors.As(err, &r) {
		return operatorHint(err)
	}
	if r.Name == "EthML_TipTooLow" {
		if minimum, ok := r.Values[len(r.Values)-1].(*big.Int); ok {
			return fmt.Errorf("the tip is too low: this network takes at least --tip %s", tokens(minimum))
		}
	}
	remedy := map[string]string{
		"EthML_UnknownModel":         "`ethml model list` shows those there are",
		"EthML_DeprecatedModel":      "its publisher takes no more requests for it; `ethml model show` names what replaced it",
		"EthML_Paused":               "the network takes no requests for now",
		"ERC20InsufficientBalance":   "the account holds too little EML for the tip",
		"ERC20InsufficientAllowance": "send it again: the allowance was used by another request",
	}[r.Name]
	if remedy == "" {
		return err
	}
	return fmt.Errorf("%w: %s", err, remedy)
}

func (r *Request) printIDs(requests []*oracle.Request) error {
	for _, sent := range requests {
		v := struct {
			RequestID uint64 `json:"request_id"`
			ModelID   uint64 `json:"model_id"`
			DataCID   string `json:"data_cid"`
			Tx        string `json:"transaction"`
		}{sent.ID, sent.Model, sent.DataCID, sent.Tx.Hex()}
		if err := r.print(v, func() error { _, err := fmt.Fprintln(stdout, sent.ID); return err }); err != nil {
			return err
		}
	}
	return nil
}

// follow waits for requests and prints each answer as it comes; several with their ids.
func follow(ctx context.Context, o *oracle.Oracle, requests []*oracle.Request, show *progress.Writer, out jsonFlag) error {
	defer show.Live("")
	started := time.Now()
	var failures []error
	err := o.FollowAll(ctx, requests, func(v oracle.Overview) {
		line := ""
		switch {
		case v.Ended == v.Total:
		case v.Total == 1 && v.Block.Number == 0:
			line = fmt.Sprintf("  queued, %d waiting", v.Waiting)
		case v.Total == 1:
			line = "  " + progress.Phase(oracle.Progress{Block: v.Block}, oracle.Seats)
		default:
			line = "  " + progress.Phases(v, oracle.Seats)
		}
		show.Live(sinceOn(show, line, started))
	}, func(outcome *oracle.Outcome) error {
		show.Live("")
		if votes := progress.Votes(outcome); len(requests) == 1 && votes != "" {
			show.Printf("  %s", votes)
		}
		if outcome.Status != protocol.RequestAnswered {
			failures = append(failures, errNoAnswer(outcome))
			if !out.JSON {
				return nil
			}
		}
		return out.print(answerOf(outcome), func() error {
			text := outcome.Value
			if len(requests) > 1 {
				text = fmt.Sprintf("%d\t%s", outcome.Request.ID, outcome.Value)
			}
			_, err := fmt.Fprintln(stdout, text)
			return err
		})
	})
	if err != nil {
		return endedFor(ctx, requests, err)
	}
	return cli.WithCode(cli.ExitNo, errors.Join(failures...))
}

// endedFor is ended, and says how to get at the answers of requests that go on without this program.
func endedFor(ctx context.Context, requests []*oracle.Request, err error) error {
	if !errors.Is(ctx.Err(), context.Canceled) {
		return ended(ctx, err)
	}
	ids := make([]string, len(requests))
	for i, r := range requests {
		ids[i] = strconv.FormatUint(r.ID, 10)
	}
	return cli.WithCode(cli.ExitInterrupted, fmt.Errorf("interrupted: what was sent stays open, and `ethml wait %s` waits on", strings.Join(ids, " ")))
}

// sinceOn adds to a live line how long it has taken, where lines are rewritten.
func sinceOn(show *progress.Writer, line string, started time.Time) string {
	if line == "" || !show.IsLive() {
		return line
	}
	return fmt.Sprintf("%s, %d s", line, int(time.Since(started).Seconds()))
}

// upload puts data points on IPFS that are not there yet, and gives the CIDs of all.
func upload(ctx context.Context, net *network.Network, points []point) ([]string, error) {
	cids := make([]string, len(points))
	store, closeStore, err := content.Open(content.Options{KuboAPIs: []string{net.IPFS}})
	if err != nil {
		return nil, err
	}
	defer func() { _ = closeStore() }() // it holds connections only
	for i, p := range points {
		if cids[i] = p.cid; p.cid != "" {
			continue
		}
		id, err := store.Add(ctx, p.data)
		if err != nil {
			return nil, fmt.Errorf("upload the data point: %w", err)
		}
		cids[i] = id.String()
	}
	return cids, nil
}

// parseEML turns whole tokens with up to 18 decimals into wei.
func parseEML(flag, text string) (*big.Int, error) {
	whole, part, _ := strings.Cut(text, ".")
	digits := whole + part + strings.Repeat("0", max(18-len(part), 0))
	wei, ok := new(big.Int).SetString(digits, 10)
	if !ok || len(part) > 18 || wei.Sign() < 0 || strings.ContainsAny(text, "+-_") {
		return nil, cli.WithCode(cli.ExitUsage, fmt.Errorf("%s %q: give a decimal number with at most 18 decimals, such as 0.5", flag, text))
	}
	return wei, nil
}

// tokens writes wei as --tip takes it.
func tokens(wei *big.Int) string {
	text := new(big.Rat).SetFrac(wei, big.NewInt(1e18)).FloatString(18)
	return strings.TrimSuffix(strings.TrimRight(text, "0"), ".")
}
