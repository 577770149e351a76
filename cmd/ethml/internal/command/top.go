package command

import (
	"context"
	"fmt"
	"os"
	"strings"
	"time"

	"github.com/ethereum/go-ethereum/ethclient"
	"golang.org/x/term"

	"github.com/ethml/ethml/cmd/ethml/internal/network"
	"github.com/ethml/ethml/cmd/ethml/internal/oracle"
	"github.com/ethml/ethml/cmd/ethml/internal/progress"
	"github.com/ethml/ethml/cmd/ethml/internal/status"
	"github.com/ethml/ethml/cmd/ethml/internal/top"
)

// Top shows the network live.
type Top struct {
	networkFlag
	peerFlags
	jsonFlag
	Interval time.Duration `help:"Time between two looks." default:"1s"`
	Count    int           `help:"How many looks; default: until q or Ctrl-C on a terminal, one elsewhere." placeholder:"N"`
}

// What `top` looks back for at its start, in Ethereum blocks, and how many answers it keeps.
const lookBack, mostEnds = 2_000, 50

// Run shows frame after frame.
func (t *Top) Run(ctx context.Context) error {
	net, client, err := t.dial(ctx)
	if err != nil {
		return err
	}
	defer client.Close()
	o, err := oracle.New(ctx, client, net.Coordinator, net.Consumer)
	if err != nil {
		return err
	}
	eye := &eye{net: net, client: client, oracle: o, flags: t.peerFlags}
	live := isTerminal(os.Stdout) && !t.JSON
	count := t.Count
	if count <= 0 && !live {
		count = 1
	}
	ctx, quit := context.WithCancel(ctx)
	defer quit()
	if live {
		defer openScreen(quit)()
	}
	ticker := time.NewTicker(max(t.Interval, 100*time.Millisecond))
	defer ticker.Stop()
	for looks := 1; ; looks++ {
		data, err := eye.look(ctx)
		if ctx.Err() != nil {
			return nil
		}
		if err != nil {
			return err
		}
		if err := t.show(data, live); err != nil || looks == count {
			return err
		}
		select {
		case <-ctx.Done():
			return nil
		case <-ticker.C:
		}
	}
}

func (t *Top) show(data *top.Data, live bool) error {
	if !live {
		return t.print(data, func() error {
			_, err := fmt.Fprint(stdout, top.Frame(data, 160, 60, func(s string) string { return s }))
			return err
		})
	}
	width, height := progress.TerminalSize(os.Stdout)
	bold := colour(os.Stdout)
	frame := top.Frame(data, width, height-1, func(s string) string { return paint(bold, "1", s) })
	// Every line is cleared to its end, and what is left of the frame before below: nothing flickers.
	frame = strings.ReplaceAll(frame, "\n", "\x1b[K\r\n")
	_, err := fmt.Fprintf(stdout, "\x1b[H%s\x1b[Jq quits", frame)
	return err
}

// openScreen takes the terminal over until what it returns is called; q and Ctrl-C call quit.
func openScreen(quit func()) (restore func()) {
	fd := int(os.Stdin.Fd())
	before, err := term.MakeRaw(fd)
	fmt.Fprint(stdout, "\x1b[?1049h\x1b[?25l")
	if err == nil {
		go func() {
			key := make([]byte, 1)
			for {
				if n, err := os.Stdin.Read(key); err != nil || n == 1 && (key[0] == 'q' || key[0] == 'Q' || key[0] == 3) {
					quit()
					return
				}
			}
		}()
	}
	return func() {
		fmt.Fprint(stdout, "\x1b[?25h\x1b[?1049l")
		if err == nil {
			_ = term.Restore(fd, before) // nothing can be done about a terminal that went away
		}
	}
}

// eye looks at the network again and again.
type eye struct {
	net    *network.Network
	client *ethclient.Client
	oracle *oracle.Oracle
	flags  peerFlags
	seen   uint64 // Ethereum block up to which ends were read
	ends   []oracle.End
	last   *top.Data
}

// look gathers what a frame shows. A node that doesn't answer for a while is told in the frame, after the first.
func (e *eye) look(ctx context.Context) (*top.Data, error) {
	d, err := e.gather(ctx)
	if err != nil {
		if e.last == nil {
			return nil, err
		}
		stale := *e.last
		stale.Now, stale.Problem = time.Now(), err.Error()
		return &stale, nil
	}
	e.last = d
	return d, nil
}

func (e *eye) gather(ctx context.Context) (*top.Data, error) {
	head, err := e.client.HeaderByNumber(ctx, nil)
	if err != nil {
		return nil, fmt.Errorf("the Ethereum node at %s doesn't answer: %w", e.net.RPC, err)
	}
	d := &top.Data{Name: e.net.Name, Now: time.Now(), EthBlock: head.Number.Uint64(), EthTime: time.Unix(int64(head.Time), 0), BaseFee: head.BaseFee}
	if d.Asked, err = e.oracle.RequestCount(ctx); err != nil {
		return nil, err
	}
	if d.Report, err = status.Gather(ctx, e.net, e.oracle, e.flags.security()); err != nil {
		return nil, err
	}
	from := max(e.seen+1, e.net.DeploymentBlock)
	if e.seen == 0 && d.EthBlock > lookBack {
		from = max(from, d.EthBlock-lookBack)
	}
	if from <= d.EthBlock {
		ends, err := e.oracle.Ends(ctx, from, d.EthBlock, mostEnds)
		if err != nil {
			return nil, err
		}
		e.ends = append(e.ends, ends...)
		e.ends = e.ends[max(len(e.ends)-mostEnds, 0):]
		e.seen = d.EthBlock
	}
	d.Ends = e.ends
	return d, nil
}
