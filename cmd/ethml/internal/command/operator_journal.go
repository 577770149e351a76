package command

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"google.golang.org/grpc/codes"
	grpcstatus "google.golang.org/grpc/status"

	"github.com/ethml/ethml/cmd/ethml/internal/operator"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/grpcx"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	submitter "github.com/ethml/ethml/services/submitter/service"
)

// OperatorDrain says whether a submitter can be stopped.
type OperatorDrain struct {
	networkFlag
	peerFlags
	jsonFlag
	Submitter string        `help:"Address of the submitter; default: those of the network file." placeholder:"HOST:PORT"`
	Wait      bool          `help:"Wait until it can."`
	Limit     time.Duration `help:"How long to wait at most." default:"30m"`
}

// drained is what is known of one submitter.
type drained struct {
	Submitter string   `json:"submitter"`
	Safe      bool     `json:"safe_to_stop"`
	Owed      []string `json:"owed"`     // rounds that need the submitter
	Searching int      `json:"replicas"` // pow replicas: while there are any, a new round can begin
	InFlight  uint32   `json:"transactions_in_flight"`
	Deadline  string   `json:"reveals_due,omitempty"`
}

// Run asks each submitter.
func (c *OperatorDrain) Run(ctx context.Context) error {
	net, client, err := c.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	chain, err := operator.Open(ctx, client, net.Coordinator)
	if err != nil {
		return err
	}
	targets := []string{c.Submitter}
	if c.Submitter == "" {
		targets = nil
		for _, n := range net.Nodes {
			targets = append(targets, n.Submitter)
		}
	}
	if len(targets) == 0 {
		return cli.WithCode(cli.ExitUsage, errors.New("the network file names no submitter: give --submitter"))
	}
	ctx, cancel := context.WithTimeoutCause(ctx, c.Limit, fmt.Errorf("a reveal is still owed after %s", c.Limit))
	defer cancel()
	show := progress.New(os.Stderr)
	safe := true
	for _, target := range targets {
		d, err := c.drain(ctx, show, chain, target)
		if err != nil {
			return ended(ctx, err)
		}
		safe = safe && d.Safe
		if err := c.print(d, d.text); err != nil {
			return err
		}
	}
	if !safe {
		return cli.WithCode(cli.ExitNo, errors.New("not yet: a stop now is safe only if the submitter is back before its reveals are due; --wait waits"))
	}
	return nil
}

func (d *drained) text() error {
	if !d.Safe {
		fmt.Fprintf(stdout, "%s is needed: %s\n", d.Submitter, strings.Join(d.Owed, "; "))
		if d.Deadline != "" {
			fmt.Fprintf(stdout, "  reveals are due by %s\n", d.Deadline)
		}
		return nil
	}
	fmt.Fprintf(stdout, "%s owes nothing and can be stopped\n", d.Submitter)
	if d.Searching > 0 {
		fmt.Fprintf(stdout, "  %s can still begin a new round: stop pow first to keep it so\n", plural(uint64(d.Searching), "pow replica"))
	}
	return nil
}

// drain looks once, or with --wait until nothing is owed.
func (c *OperatorDrain) drain(ctx context.Context, show *progress.Writer, chain *operator.Network, target string) (*drained, error) {
	ticker := time.NewTicker(time.Second)
	defer ticker.Stop()
	defer show.Live("")
	for {
		d, err := c.look(ctx, target)
		if err != nil {
			return nil, err
		}
		if !d.Safe {
			if _, ends, err := chain.RevealEnds(ctx); err == nil && !ends.IsZero() {
				d.Deadline = ends.UTC().Format(time.DateTime)
			}
		}
		if d.Safe || !c.Wait {
			return d, nil
		}
		show.Live("  " + strings.Join(d.Owed, "; "))
		select {
		case <-ctx.Done():
			return nil, ctx.Err()
		case <-ticker.C:
		}
	}
}

// needs are the states in which a round needs its submitter: from when it is about to commit until it has revealed.
var needs = map[ethmlv1.RoundState]string{
	ethmlv1.RoundState_ROUND_STATE_REPORTED:   "is about to commit",
	ethmlv1.RoundState_ROUND_STATE_COMMITTING: "has sent a commitment",
	ethmlv1.RoundState_ROUND_STATE_COMMITTED:  "holds a seat and has to reveal",
	ethmlv1.RoundState_ROUND_STATE_REVEALING:  "has sent its reveal",
}

// listen is how long a submitter is listened to: it tells all its rounds at once, then every change.
const listen = 500 * time.Millisecond

func (c *OperatorDrain) look(ctx context.Context, target string) (*drained, error) {
	conn, err := grpcx.Dial(target, grpcx.ClientConfig{Security: c.security()})
	if err != nil {
		return nil, err
	}
	defer conn.Close()
	client := ethmlv1.NewSubmitterServiceClient(conn)
	short, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	d := &drained{Submitter: target, Owed: []string{}}
	replicas, err := client.ListReplicas(short, &ethmlv1.ListReplicasRequest{})
	if err != nil {
		return nil, fmt.Errorf("the submitter at %s doesn't answer: %s", target, grpcstatus.Convert(err).Message())
	}
	d.Searching = len(replicas.GetReplicas())
	s, err := client.GetStatus(short, &ethmlv1.SubmitterServiceGetStatusRequest{})
	if err != nil {
		return nil, fmt.Errorf("ask the submitter at %s: %s", target, grpcstatus.Convert(err).Message())
	}
	for _, a := range s.GetAccounts() {
		d.InFlight += a.GetTransactionsInFlight()
	}
	listening, stop := context.WithTimeout(ctx, listen)
	defer stop()
	stream, err := client.WatchRounds(listening, &ethmlv1.WatchRoundsRequest{})
	if err != nil {
		return nil, fmt.Errorf("ask the submitter at %s: %s", target, grpcstatus.Convert(err).Message())
	}
	owed := map[string]string{}
	for {
		m, err := stream.Recv()
		if err != nil {
			if listening.Err() == nil && !errors.Is(err, io.EOF) && grpcstatus.Code(err) != codes.DeadlineExceeded {
				return nil, fmt.Errorf("ask the submitter at %s: %s", target, grpcstatus.Convert(err).Message())
			}
			break
		}
		r := m.GetRound()
		key := string(r.GetChallenge()) + string(r.GetMiner())
		why := needs[r.GetState()]
		if r.GetState() == ethmlv1.RoundState_ROUND_STATE_COLLECTING && r.GetSolved() {
			why = "has its nonce and waits for predictions"
		}
		if delete(owed, key); why != "" {
			owed[key] = fmt.Sprintf("block %d: %s %s", r.GetBlockNumber(), common.BytesToAddress(r.GetMiner()), why)
		}
	}
	for _, why := range owed {
		d.Owed = append(d.Owed, why)
	}
	d.Safe = len(d.Owed) == 0
	return d, nil
}

// dataDirFlag says where a submitter keeps its journal.
type dataDirFlag struct {
	DataDir string `help:"The submitter's data directory." default:".data/submitter" type:"path" env:"ETHML_SUBMITTER_DATA_DIR"`
}

// OperatorBackup copies a journal.
type OperatorBackup struct {
	networkFlag
	jsonFlag
	dataDirFlag
	File string `arg:"" help:"File to write; it must not be there yet." type:"path"`
	Move bool   `help:"Retire the journal here in the same step: the node goes on where the file is restored, and nowhere else."`
}

// Run copies, and says what is owed.
func (c *OperatorBackup) Run(ctx context.Context) error {
	_, client, err := c.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	b, err := submitter.BackupJournal(ctx, client, c.DataDir, c.File, c.Move)
	if err != nil {
		return err
	}
	return c.print(b, func() error {
		fmt.Fprintf(stdout, "%s: %s\n", b.File, plural(uint64(len(b.Accounts)), "account"))
		for _, owed := range b.Owed {
			fmt.Fprintf(stdout, "  still owed: %s\n", owed)
		}
		if b.Moved {
			fmt.Fprintln(stdout, "no submitter starts on the journal here any more; restore the file where the node goes on")
		} else {
			fmt.Fprintln(stdout, "the node goes on here; what it commits to from now on is not in the file")
		}
		return nil
	})
}

// OperatorRestore puts a copy of a journal in place.
type OperatorRestore struct {
	networkFlag
	jsonFlag
	dataDirFlag
	File         string        `arg:"" help:"The backup." type:"path"`
	OriginalGone bool          `help:"The node that it was made from will never run again. Waits until the open block is over."`
	Limit        time.Duration `help:"How long to wait at most." default:"24h"`
}

// Run checks with the chain, waits where that is needed, and puts the journal in place.
func (c *OperatorRestore) Run(ctx context.Context) error {
	net, client, err := c.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	ctx, cancel := context.WithTimeoutCause(ctx, c.Limit, fmt.Errorf("not safe within %s, nothing was put in place: try again", c.Limit))
	defer cancel()
	show := progress.New(os.Stderr)
	accounts, err := submitter.RestoreJournal(ctx, submitter.Restore{
		Node: client, ChainID: net.ChainID, Coordinator: net.Coordinator, File: c.File, DataDir: c.DataDir, OriginalGone: c.OriginalGone,
		Waiting: func(reason string) { show.Live("  waiting " + reason) },
	})
	show.Live("")
	if errors.Is(err, submitter.ErrOriginal) {
		return cli.WithCode(cli.ExitNo, err)
	}
	if err != nil {
		return ended(ctx, err)
	}
	v := struct {
		DataDir  string           `json:"data_dir"`
		Accounts []common.Address `json:"accounts"`
	}{c.DataDir, accounts}
	return c.print(v, func() error {
		_, err := fmt.Fprintf(stdout, "%s: the journal of %s is in place; start the submitter\n", c.DataDir, plural(uint64(len(accounts)), "account"))
		return err
	})
}
