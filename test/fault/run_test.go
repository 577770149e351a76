package fault

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/ethereum/go-ethereum/core/types"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/devchain"
	"github.com/ethml/ethml/test/fault/internal/check"
	"github.com/ethml/ethml/test/fault/internal/ethproxy"
	"github.com/ethml/ethml/test/fault/internal/plan"
	"github.com/ethml/ethml/test/fault/internal/rogue"
	"github.com/ethml/ethml/test/fault/internal/wire"
	"github.com/ethml/ethml/test/internal/system"
)

// Bounds of a run's phases.
const (
	startLimit = 120 * time.Second
	drainLimit = 120 * time.Second
	leakLimit  = 30 * time.Second
)

// parameters are the devnet's, with windows that leave room for faults of a few seconds and not much more.
var parameters = map[string]any{"preset": "devnet", "coordinator": map[string]any{"commitWindow": 8, "revealWindow": 16, "revealBlocks": 12}}

// run is one network and what is done to it.
type run struct {
	*testing.T
	plan    plan.Plan
	net     *system.Network
	chain   *system.Process // anvil, if that is the chain
	links   map[string]*wire.Link
	nodes   map[string]*ethproxy.Proxy
	procs   map[string]*proc
	witness *witness
	aliases *aliases
	traffic *traffic
	base    uint64 // Ethereum block up to which nothing is reorganised
	started time.Time
	deaths  chan death
	due     chan func()
	pending sync.WaitGroup
	reached map[string]int // named points at which submitters died
	problem []string
}

// proc is a service with what the scheduler knows of it.
type proc struct {
	*system.Process
	operator int
	service  string
	wanted   bool   // it ought to be running
	point    string // it may die at this named point
	clock    string // what puts its own clock wrong, in the environment of each of its lives
	mend     func() // ends the span that its last end began
	first    size   // what it held at first
}

// death is the end of one life.
type death struct {
	proc *proc
	life int
}

func processName(operator int, service string) string {
	return fmt.Sprintf("operator-%d-%s", operator, service)
}

// execute carries a plan out and gives the verdict on it.
func execute(ctx context.Context, t *testing.T, p plan.Plan) (*run, check.Verdict) {
	r := &run{T: t, plan: p, links: map[string]*wire.Link{}, nodes: map[string]*ethproxy.Proxy{}, procs: map[string]*proc{}, witness: &witness{},
		deaths: make(chan death, 64), due: make(chan func(), 64), reached: map[string]int{}}
	ctx, cancel := context.WithCancel(ctx)
	t.Cleanup(func() {
		cancel()
		r.pending.Wait()
		for _, l := range r.links {
			_ = l.Close()
		}
		for _, n := range r.nodes {
			_ = n.Close()
		}
	})
	r.start(ctx)
	r.faults(ctx)
	r.drain(ctx)
	r.leaks(ctx)
	r.stop()
	honest := r.net.Accounts[:p.Honest]
	v, err := check.Run(ctx, check.Case{Client: r.net.Client, Coordinator: r.net.Coordinator, Honest: honest, Expected: r.traffic.truth,
		Witness: testimony{r.witness, r.aliases, r.net.Client, ctx}})
	require.NoError(t, err, "read the chain")
	if v.Requests < p.Requests {
		r.failed("%d requests, want %d at least", v.Requests, p.Requests)
	}
	v.Problems = append(r.problem, v.Problems...)
	return r, v
}

// failed notes something that must not be.
func (r *run) failed(format string, args ...any) {
	r.problem = append(r.problem, fmt.Sprintf(format, args...))
	r.note("PROBLEM "+format, args...)
}

// note writes to the test's log, with the time since traffic began.
func (r *run) note(format string, args ...any) {
	at := 0.0
	if !r.started.IsZero() {
		at = time.Since(r.started).Seconds()
	}
	r.Logf("%6.1fs "+format, append([]any{at}, args...)...)
}

// start brings the network up with everything between its parts that breaks later.
func (r *run) start(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, startLimit)
	defer cancel()
	file := filepath.Join(r.TempDir(), "parameters.json")
	raw, err := json.Marshal(parameters)
	require.NoError(r, err)
	require.NoError(r, os.WriteFile(file, raw, 0o600))
	opts := system.Options{Operators: plan.Operators, Nodes: r.plan.Honest, Parameters: file, Scheme: r.plan.Scheme, Devnet: []string{"--control"}, Via: r.via, Adapt: r.adapt}
	if r.plan.Chain == "anvil" {
		opts.Chain = r.anvil
	}
	r.net = system.StartNetwork(ctx, r.T, opts)
	r.witness.accounts = r.net.Accounts
	for _, o := range r.net.Operators {
		for _, p := range o.Processes() {
			r.watch(r.procs[p.Name])
		}
	}
	for _, p := range r.procs {
		p.first, err = measure(ctx, p.Process)
		require.NoError(r, err)
	}
	r.base, err = r.net.Client.BlockNumber(ctx)
	require.NoError(r, err)
	chainID, err := r.net.Client.ChainID(ctx)
	require.NoError(r, err)
	r.traffic, err = newTraffic(r.net.Client, r.net.Coordinator, chainID, r.plan.Seed)
	require.NoError(r, err)
	require.NoError(r, r.traffic.allow(ctx))
	r.net.AwaitBlocks(ctx, r.T, 2)
	r.base += 2
	r.aliases, err = followAliases(r.Context(), r.net.Client, r.net.Coordinator)
	require.NoError(r, err)
	r.rogues(chainID)
}

// via puts a link or a proxy of the chain between a process and its peer.
func (r *run) via(process, peer, address string) string {
	name := process + " to " + peer
	if peer == "chain" {
		if r.nodes[name] == nil {
			n, err := ethproxy.New(address)
			require.NoError(r, err)
			r.nodes[name] = n
		}
		return r.nodes[name].Addr()
	}
	if r.links[name] == nil {
		l, err := wire.New(address)
		require.NoError(r, err)
		r.links[name] = l
	}
	return r.links[name].Addr()
}

// adapt notes a service before its first start.
func (r *run) adapt(operator int, service string, p *system.Process) {
	q := &proc{Process: p, operator: operator, service: service, wanted: true}
	r.procs[p.Name] = q
	if service == "submitter" {
		// An account alone at its submitter takes permissionless steps soon after its turn has come.
		p.AddArgs("--rank-delay", "2s")
		for _, s := range r.plan.Skews {
			if s.Operator == operator {
				q.clock = "ETHML_FAULT_CLOCK=" + s.Off.String()
				p.SetEnv(q.clock)
			}
		}
		for _, d := range r.plan.Deaths {
			if d.Operator == operator {
				q.point = d.Point
				p.SetEnv(q.clock, fmt.Sprintf("ETHML_FAULT_KILL_AT=%s:%d", d.Point, d.Passage))
			}
		}
	}
	for _, f := range r.plan.Faults {
		if f.Kind == plan.Disk && f.Operator == operator && f.Service == service {
			r.mountSmall(p.DataDir)
			break
		}
	}
}

// watch tells the loop of the end of a process's present life.
func (r *run) watch(p *proc) {
	ended, life := p.Ended(), p.Pid()
	r.pending.Go(func() {
		select {
		case <-ended:
			r.deaths <- death{p, life}
		case <-r.Context().Done():
		}
	})
}

// rogues lets the dishonest operators act at each head.
func (r *run) rogues(chainID *big.Int) {
	ctx := r.Context()
	accounts, err := devchain.DeriveAccounts(devchain.Mnemonic, 1+plan.Operators)
	require.NoError(r, err)
	heads := make(chan struct{}, 1)
	require.NoError(r, r.witness.follow(ctx, r.net.Client, func(*types.Header) {
		select {
		case heads <- struct{}{}:
		default:
		}
	}))
	var all []*rogue.Rogue
	for i, kind := range r.plan.Rogues {
		all = append(all, rogue.New(kind, accounts[1+r.plan.Honest+i], r.net.Client, r.net.Coordinator, chainID, r.plan.Seed))
	}
	r.pending.Go(func() {
		for {
			select {
			case <-ctx.Done():
				return
			case <-heads:
			}
			for _, g := range all {
				// What fails here fails a cheat.
				_ = g.Act(ctx)
			}
		}
	})
}

// after has f run by the loop, later.
func (r *run) after(d time.Duration, f func()) {
	time.AfterFunc(d, func() {
		select {
		case r.due <- f:
		case <-r.Context().Done():
		}
	})
}

// loop runs what is due until done.
func (r *run) loop(ctx context.Context, done <-chan struct{}) {
	for {
		select {
		case f := <-r.due:
			f()
		case d := <-r.deaths:
			r.died(d)
		case <-done:
			return
		case <-ctx.Done():
			return
		}
	}
}

// faults carries the plan out while requests flow.
func (r *run) faults(ctx context.Context) {
	r.started = time.Now()
	ctx, cancel := context.WithTimeout(ctx, r.plan.Length)
	defer cancel()
	for _, f := range r.plan.Faults {
		r.after(f.At, func() { r.inflict(f) })
	}
	r.pending.Go(func() {
		for {
			if err := r.traffic.ask(ctx); err != nil && ctx.Err() == nil {
				r.note("request not sent: %v", err)
			}
			select {
			case <-ctx.Done():
				return
			case <-time.After(1500 * time.Millisecond):
			}
		}
	})
	r.loop(ctx, nil)
}

// drain lets everything heal, and waits until every request has ended.
func (r *run) drain(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, drainLimit)
	defer cancel()
	done := make(chan struct{})
	state := errors.New("not asked")
	r.pending.Go(func() {
		defer close(done)
		quiet := 0
		for ctx.Err() == nil {
			made, open, err := r.traffic.open(ctx)
			switch {
			case err != nil:
				state, quiet = err, 0
			case made < r.plan.Requests:
				state, quiet = fmt.Errorf("%d requests made", made), 0
				if err := r.traffic.ask(ctx); err != nil {
					r.note("request not sent: %v", err)
				}
			case open > 0:
				state, quiet = fmt.Errorf("%d of %d requests open", open, made), 0
			default:
				if quiet++; quiet == 3 {
					state = nil
					return
				}
			}
			select {
			case <-ctx.Done():
			case <-time.After(time.Second):
			}
		}
	})
	r.loop(ctx, done)
	<-done
	if state != nil {
		r.failed("not done %s after the faults: %v", drainLimit, state)
	}
	r.note("drained")
}

// leaks compares what each service holds with what it held at first. Services that are still starting are waited for.
func (r *run) leaks(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, leakLimit)
	defer cancel()
	done := make(chan struct{})
	var problems []string
	r.pending.Go(func() {
		defer close(done)
		for {
			problems = nil
			for _, p := range r.procs {
				now, err := measure(ctx, p.Process)
				if err != nil {
					problems = append(problems, fmt.Sprintf("%s does not tell what it holds: %v", p.Name, err))
				} else if what := leaked(p.first, now); what != "" {
					problems = append(problems, fmt.Sprintf("%s holds %s", p.Name, what))
				}
			}
			select {
			case <-ctx.Done():
				return
			case <-time.After(time.Second):
			}
			if len(problems) == 0 {
				return
			}
		}
	})
	r.loop(ctx, done)
	<-done
	for _, what := range problems {
		r.failed("%s", what)
	}
}

// stop ends all services as an operator does; each must go in good order.
func (r *run) stop() {
	for _, p := range r.procs {
		p.wanted = false
		if p.Running() {
			p.Signal(syscall.SIGTERM)
		}
	}
	limit := time.After(25 * time.Second)
	for _, p := range r.procs {
		select {
		case <-p.Ended():
			if err := p.Err(); err != nil {
				r.failed("%s did not stop in good order: %v\n%s", p.Name, err, p.Tail())
			}
		case <-limit:
			r.failed("%s did not stop within 25 s of SIGTERM", p.Name)
			return
		}
	}
}

// anvil starts Foundry's chain, with the accounts of the devnet.
func (r *run) anvil() string {
	path := filepath.Join("..", "..", "contracts", "node_modules", "@foundry-rs", "anvil-"+runtime.GOOS+"-"+runtime.GOARCH, "bin", "anvil")
	if _, err := os.Stat(path); err != nil {
		r.Fatalf("no anvil: %v; run `make -C contracts install`", err)
	}
	address := system.FreeAddress(r.T)
	host, port, err := net.SplitHostPort(address)
	require.NoError(r, err)
	r.chain = system.NewCommand(r.T, r.TempDir(), "anvil", path, nil, "--host", host, "--port", port, "--chain-id", "1337", "--block-time", "1",
		"--mnemonic", devchain.Mnemonic, "--accounts", "10", "--silent")
	r.chain.Start()
	r.Cleanup(func() {
		if r.chain.Running() {
			r.chain.Kill()
		}
	})
	return address
}

// keepLogs copies what the processes wrote into a folder of the seed's.
func (r *run) keepLogs(folder string) {
	if folder == "" {
		return
	}
	target := filepath.Join(folder, fmt.Sprintf("seed-%d", r.plan.Seed))
	require.NoError(r, os.MkdirAll(target, 0o755))
	files, err := filepath.Glob(filepath.Join(r.net.Dir, "*.log"))
	require.NoError(r, err)
	for _, file := range files {
		raw, err := os.ReadFile(file)
		require.NoError(r, err)
		require.NoError(r, os.WriteFile(filepath.Join(target, filepath.Base(file)), raw, 0o644))
	}
	r.Logf("logs in %s", target)
}
