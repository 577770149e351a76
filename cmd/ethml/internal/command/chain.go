package command

import (
	"context"
	"errors"
	"fmt"
	"math/big"
	"os"
	"strings"
	"text/tabwriter"

	"github.com/ethereum/go-ethereum/ethclient"

	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/vchain"
	"github.com/ethml/ethml/internal/cli"
	"github.com/ethml/ethml/internal/protocol"
)

// Chain reads the virtual chain.
type Chain struct {
	List   ChainList   `cmd:"" help:"List the newest virtual blocks."`
	Show   ChainShow   `cmd:"" help:"Show a virtual block: requests, seats, reveals, outcome."`
	Verify ChainVerify `cmd:"" help:"Rebuild every virtual block's hash from events, and compare with the chain's head."`
}

// chainFlags say what to read; only eth_* methods of the Ethereum node are used.
type chainFlags struct {
	networkFlag
	jsonFlag
	FromBlock uint64 `help:"Ethereum block in which the contracts were deployed; default: the network file's." placeholder:"N"`
}

// open connects, and gives the Ethereum blocks between which there can be virtual ones.
func (f chainFlags) open(ctx context.Context) (*vchain.Chain, *ethclient.Client, uint64, uint64, error) {
	net, client, err := f.dial(ctx)
	if err != nil {
		return nil, nil, 0, 0, err
	}
	chain, err := vchain.New(client, net.Coordinator)
	if err == nil {
		var head uint64
		if head, err = client.BlockNumber(ctx); err == nil {
			return chain, client, min(max(f.FromBlock, net.DeploymentBlock), head), head, nil
		}
		err = fmt.Errorf("read the head: %w", err)
	}
	client.Close()
	return nil, nil, 0, 0, err
}

// ChainList lists blocks.
type ChainList struct {
	chainFlags
	Last int `help:"How many." default:"20"`
}

// Run prints a line for each block, oldest first.
func (c *ChainList) Run(ctx context.Context) error {
	if c.Last < 1 {
		return cli.WithCode(cli.ExitUsage, fmt.Errorf("--last %d: give 1 or more", c.Last))
	}
	chain, client, from, head, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	bar := progress.New(os.Stderr).Bar("Ethereum blocks read")
	blocks, err := chain.Last(ctx, from, head, c.Last, bar.Set)
	bar.Done()
	if err != nil {
		return err
	}
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	if !c.JSON {
		fmt.Fprintln(table, "BLOCK\tSTATE\tREQUESTS\tSEATS\tREVEALS\tOUTCOME\tOPENED IN\tENDED IN\tHASH")
	}
	for _, b := range blocks {
		err := c.print(b, func() error {
			ended, hash := "-", "-"
			if b.State != vchain.Open {
				ended, hash = fmt.Sprint(b.EndedIn), b.Hash.Hex()[:12]+"…"
			}
			_, err := fmt.Fprintf(table, "%d\t%s\t%d\t%d\t%d\t%s\t%d\t%s\t%s\n", b.Number, b.State, len(b.Requests), len(b.Seats), b.Reveals(), outcomeOf(b), b.OpenedIn, ended, hash)
			return err
		})
		if err != nil {
			return err
		}
	}
	return table.Flush()
}

func outcomeOf(b *vchain.Block) string {
	if b.State != vchain.Settled {
		return "-"
	}
	answered, failed, undecided := b.Counts()
	var parts []string
	for _, p := range []struct {
		n    int
		what string
	}{{answered, "answered"}, {failed, "failed"}, {undecided, "undecided"}} {
		if p.n > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", p.n, p.what))
		}
	}
	return strings.Join(parts, ", ")
}

// ChainShow shows one block.
type ChainShow struct {
	chainFlags
	Number uint64 `arg:"" name:"block" help:"Virtual block's number."`
}

// Run prints the block.
func (c *ChainShow) Run(ctx context.Context) error {
	chain, client, from, head, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	bar := progress.New(os.Stderr).Bar("Ethereum blocks read")
	b, err := chain.Block(ctx, from, head, c.Number, bar.Set)
	bar.Done()
	if err != nil {
		return err
	}
	return c.print(b, func() error { return writeBlock(b) })
}

func writeBlock(b *vchain.Block) error {
	fmt.Fprintf(stdout, "block       %d, %s\n", b.Number, b.State)
	if b.State != vchain.Open {
		fmt.Fprintf(stdout, "hash        %s\n", b.Hash)
	}
	fmt.Fprintf(stdout, "parent      %s\nchallenge   %s\ndifficulty  %s\nopened      in Ethereum block %d by %s\n", b.Parent, b.Challenge, b.Difficulty, b.OpenedIn, b.OpenTx)
	if b.State != vchain.Open {
		fmt.Fprintf(stdout, "ended       in Ethereum block %d by %s\n", b.EndedIn, b.EndTx)
	}
	table := tabwriter.NewWriter(stdout, 0, 0, 2, ' ', 0)
	head := []string{"\nREQUEST", "OUTCOME"}
	for _, s := range b.Seats {
		head = append(head, s.Miner.Hex()[:8]+"…")
	}
	fmt.Fprintln(table, strings.Join(head, "\t"))
	for i, id := range b.Requests {
		row := []string{fmt.Sprint(id), voteAt(b.Outcome, i)}
		for _, s := range b.Seats {
			row = append(row, voteAt(s.Revealed, i))
		}
		fmt.Fprintln(table, strings.Join(row, "\t"))
	}
	return table.Flush()
}

// voteAt shows a word as a signed number, or the status that says why there is none.
func voteAt(votes []vchain.Vote, i int) string {
	switch {
	case i >= len(votes):
		return "-"
	case votes[i].Status == protocol.OK:
		return oracle.Signed(votes[i].Word).String()
	}
	return votes[i].Name()
}

// ChainVerify verifies all blocks.
type ChainVerify struct{ chainFlags }

// Run says whether every block is what its parts make.
func (c *ChainVerify) Run(ctx context.Context) error {
	chain, client, from, head, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	blocks, difference, err := verifyChain(ctx, chain, client, from, head)
	if err != nil {
		return ended(ctx, err)
	}
	report := struct {
		Blocks     int                `json:"blocks"`
		EthBlock   uint64             `json:"ethereum_block"`
		Head       string             `json:"head_hash,omitempty"`
		OK         bool               `json:"ok"`
		Difference *vchain.Difference `json:"difference,omitempty"`
	}{len(blocks), head, "", difference == nil, difference}
	for _, b := range blocks {
		if b.State != vchain.Open {
			report.Head = b.Hash.Hex()
		}
	}
	if err := c.print(report, func() error {
		if difference != nil {
			return nil
		}
		_, err := fmt.Fprintf(stdout, "%s, rebuilt from events up to Ethereum block %d: every hash is right, and the last is the head on chain\n", plural(uint64(len(blocks)), "virtual block"), head)
		return err
	}); err != nil {
		return err
	}
	if difference != nil {
		return cli.WithCode(cli.ExitNo, errors.New(difference.String()))
	}
	return nil
}

// verifyChain reads and verifies all blocks; once more when Ethereum was reorganised meanwhile.
func verifyChain(ctx context.Context, chain *vchain.Chain, client *ethclient.Client, from, head uint64) (blocks []*vchain.Block, difference *vchain.Difference, err error) {
	show := progress.New(os.Stderr)
	for range 3 {
		before, err := client.HeaderByNumber(ctx, new(big.Int).SetUint64(head))
		if err != nil {
			return nil, nil, fmt.Errorf("read the head: %w", err)
		}
		reading := show.Bar("Ethereum blocks read")
		blocks, err = chain.Blocks(ctx, from, head, reading.Set)
		reading.Done()
		if err != nil {
			return nil, nil, err
		}
		verifying := show.Bar("virtual blocks verified")
		difference, err = chain.Verify(ctx, blocks, head, verifying.Set)
		verifying.Done()
		if err != nil {
			return nil, nil, err
		}
		after, err := client.HeaderByNumber(ctx, before.Number)
		if err == nil && after.Hash() == before.Hash() {
			break
		}
	}
	return blocks, difference, nil
}
