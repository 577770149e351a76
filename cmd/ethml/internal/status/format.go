package status

import (
	"fmt"
	"io"
	"math/big"
	"strings"

	"github.com/ethereum/go-ethereum/common"

	"github.com/ethml/ethml/cmd/ethml/internal/progress"
)

func wei(b []byte) *big.Int { return new(big.Int).SetBytes(b) }

func hexAddress(b []byte) string { return common.BytesToAddress(b).Hex() }

// enum turns a protobuf enum value's name into a word: WATCHER_STATE_LIVE, WATCHER_STATE_ -> live.
func enum(name, prefix string) string { return strings.ToLower(strings.TrimPrefix(name, prefix)) }

// Ether shows wei as whole units with four decimals, cut off.
func Ether(wei *big.Int) string {
	scaled := new(big.Int).Div(wei, big.NewInt(1e14))
	whole, part := new(big.Int).DivMod(scaled, big.NewInt(1e4), new(big.Int))
	return fmt.Sprintf("%s.%04d", whole, part)
}

// WriteText writes the report for reading.
func (r *Report) WriteText(w io.Writer) error {
	c := r.Chain
	fmt.Fprintf(w, "coordinator  %s\n", c.Coordinator)
	switch c.Phase {
	case "idle":
		fmt.Fprintf(w, "chain        idle after block %d, %d waiting, difficulty %s\n", c.Block, c.Waiting, c.Difficulty)
	default:
		fmt.Fprintf(w, "chain        block %d in its %s phase: %d requests, %d seats, %d reveals, %d waiting, difficulty %s\n",
			c.Block, c.Phase, len(c.Requests), c.Seats, c.Reveals, c.Waiting, c.Difficulty)
	}
	for _, n := range r.Nodes {
		fmt.Fprintf(w, "\n%s\n", n.Name)
		fmt.Fprintf(w, "  watcher    %s\n", n.Watcher.text())
		fmt.Fprintf(w, "  inference  %s\n", n.Inference.text())
		for _, p := range n.Replicas {
			fmt.Fprintf(w, "  pow        %s: %s on %d threads, %s\n", p.ID, p.Kernel, p.Threads, progress.Rate(p.Rate))
		}
		if n.Submitter.Err != "" {
			fmt.Fprintf(w, "  submitter  %s\n", n.Submitter.Err)
		} else if len(n.Replicas) == 0 {
			fmt.Fprintf(w, "  pow        none\n")
		}
		for _, a := range n.Submitter.Accounts {
			ready := "ready"
			if !a.CanCommit {
				ready = "stake too low to take a seat"
			}
			fmt.Fprintf(w, "  account    %s: %s ETH, %s EML staked, %s EML held and %s to claim, %d transactions in flight, %s\n",
				a.Address, Ether(a.Balance), Ether(a.Stake), Ether(a.EML), Ether(a.Rewards), a.InFlight, ready)
		}
	}
	return nil
}

func (s Watcher) text() string {
	if s.Err != "" {
		return s.Err
	}
	text := fmt.Sprintf("%s at Ethereum block %d, %d behind, %d events", s.State, s.Head, s.Lag, s.Events)
	if s.Detail != "" {
		text += ": " + s.Detail
	}
	return text
}

func (s Inference) text() string {
	if s.Err != "" {
		return s.Err
	}
	parts := make([]string, len(s.Models))
	for i, m := range s.Models {
		parts[i] = strings.TrimSpace(fmt.Sprintf("%d %s", m.ID, m.Name)) + " " + m.State
		if m.Detail != "" {
			parts[i] += " (" + m.Detail + ")"
		}
	}
	if len(parts) == 0 {
		return "no models"
	}
	return strings.Join(parts, ", ")
}
