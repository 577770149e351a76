package fault

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"time"

	"github.com/ethereum/go-ethereum/common/hexutil"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/test/fault/internal/ethproxy"
	"github.com/ethml/ethml/test/fault/internal/plan"
	"github.com/ethml/ethml/test/fault/internal/wire"
	"github.com/ethml/ethml/test/internal/system"
)

// restartDelay is how long a service that ended by itself stays down, as under a supervisor.
const restartDelay = 500 * time.Millisecond

// inflict does one fault, and has the loop undo it later.
func (r *run) inflict(f plan.Fault) {
	r.note("%s", f)
	p := r.procs[processName(f.Operator, f.Service)]
	switch f.Kind {
	case plan.Kill:
		r.end(p, syscall.SIGKILL, f.For)
	case plan.Stop:
		r.end(p, syscall.SIGTERM, f.For)
	case plan.Restart:
		for _, service := range []string{"watcher", "submitter", "inference", "pow"} {
			r.end(r.procs[processName(f.Operator, service)], syscall.SIGKILL, f.For)
		}
	case plan.Freeze:
		if !p.Running() {
			return
		}
		life, mend := p.Pid(), r.witness.open(f.Operator)
		p.Signal(syscall.SIGSTOP)
		r.after(f.For, func() {
			if p.Running() && p.Pid() == life {
				p.Signal(syscall.SIGCONT)
			}
			mend()
		})
	case plan.Link:
		link, mend := r.links[p.Name+" to "+f.Peer], r.witness.open(f.Operator)
		link.Set(f.Wire)
		r.after(f.For, func() { link.Set(wire.Pass); mend() })
	case plan.RPC:
		r.bend(f, r.nodes[p.Name+" to chain"])
	case plan.Outage:
		var all []*ethproxy.Proxy
		for _, n := range r.nodes {
			all = append(all, n)
		}
		r.bend(f, all...)
	case plan.Disk:
		r.fill(p, f.For)
	case plan.Reorg:
		r.reorg(f)
	case plan.Clock:
		r.skew(f)
	}
}

// end ends a service's life and begins the next later.
func (r *run) end(p *proc, signal syscall.Signal, pause time.Duration) {
	if !p.wanted || !p.Running() {
		return
	}
	p.wanted, p.mend = false, r.witness.open(p.operator)
	p.Signal(signal)
	if signal == syscall.SIGKILL {
		r.after(pause, func() { r.begin(p) })
		return
	}
	ended := p.Ended()
	r.pending.Go(func() {
		limit := time.NewTimer(20 * time.Second)
		defer limit.Stop()
		select {
		case <-ended:
			r.after(pause, func() {
				if err := p.Err(); err != nil {
					r.failed("%s did not stop in good order: %v\n%s", p.Name, err, p.Tail())
				}
				r.begin(p)
			})
		case <-limit.C:
			r.after(0, func() {
				r.failed("%s did not stop within 20 s of SIGTERM", p.Name)
				p.Signal(syscall.SIGKILL)
				r.after(time.Second, func() { r.begin(p) })
			})
		case <-r.Context().Done():
		}
	})
}

// begin starts a service again.
func (r *run) begin(p *proc) {
	if p.Running() {
		r.after(50*time.Millisecond, func() { r.begin(p) })
		return
	}
	p.SetEnv(p.clock)
	p.point, p.wanted = "", true
	p.Start()
	r.watch(p)
	mend, ctx := p.mend, r.Context()
	p.mend = nil
	// Starting is part of the fault: it ends when the service serves.
	r.pending.Go(func() {
		for ctx.Err() == nil && p.Running() {
			if healthy(ctx, p.Process) {
				break
			}
			select {
			case <-ctx.Done():
			case <-time.After(200 * time.Millisecond):
			}
		}
		if mend != nil {
			mend()
		}
	})
}

func healthy(ctx context.Context, p *system.Process) bool {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	return grpcx.CheckHealth(ctx, p.Address, grpcx.ClientConfig{Security: system.Loopback}) == nil
}

// died takes the end of a life in: planned, at a named point, or by the service's own decision.
func (r *run) died(d death) {
	p := d.proc
	if !p.wanted || p.Running() || p.Pid() != d.life {
		return
	}
	p.wanted, p.mend = false, r.witness.open(p.operator)
	switch {
	case p.point != "" && killed(p.Err()):
		r.note("%s died at %q", p.Name, p.point)
		r.reached[p.point]++
	case r.witness.touched(p.operator) && p.Err() != nil && !crashed(p.Tail()):
		// It is its right to give up, in order, when its node or its disk fails it; its supervisor starts it again.
		r.note("%s ended by itself: %v: %s", p.Name, p.Err(), last(p.Tail()))
	default:
		r.failed("%s ended by itself: %v\n%s", p.Name, p.Err(), p.Tail())
	}
	r.after(restartDelay, func() { r.begin(p) })
}

func crashed(text string) bool {
	for _, sign := range []string{"panic:", "fatal error:", "goroutine ", "SIGSEGV", "SIGBUS"} {
		if strings.Contains(text, sign) {
			return true
		}
	}
	return false
}

func killed(err error) bool { return err != nil && strings.Contains(err.Error(), "killed") }

func last(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return lines[len(lines)-1]
}

// bend has proxies misbehave for a while.
func (r *run) bend(f plan.Fault, nodes ...*ethproxy.Proxy) {
	ctx, cancel := context.WithTimeout(r.Context(), 5*time.Second)
	defer cancel()
	head, err := r.net.Client.BlockNumber(ctx)
	require.NoError(r, err)
	mend := r.witness.open(f.Operator)
	for _, n := range nodes {
		n.Set(f.RPC, head)
	}
	r.after(f.For, func() {
		for _, n := range nodes {
			n.Set(ethproxy.Honest, 0)
		}
		mend()
	})
}

// reorg replaces the chain's last blocks, down to where the run began at most.
func (r *run) reorg(f plan.Fault) {
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	head, err := r.net.Client.BlockNumber(ctx)
	require.NoError(r, err)
	depth := f.Depth
	if head < r.base+depth {
		if head <= r.base {
			return
		}
		depth = head - r.base
		r.note("depth %d, where the run began", depth)
	}
	defer r.witness.open(0)()
	if r.chain != nil {
		err = r.net.Client.Client().CallContext(ctx, nil, "anvil_reorg", depth, []any{})
	} else {
		err = r.net.Client.Client().CallContext(ctx, nil, "dev_reorg", hexutil.Uint64(depth), f.Forget)
	}
	require.NoError(r, err)
}

// skew moves the chain's clock ahead of everybody's own.
func (r *run) skew(f plan.Fault) {
	ctx, cancel := context.WithTimeout(r.Context(), 20*time.Second)
	defer cancel()
	defer r.witness.open(0)()
	var err error
	if r.chain != nil {
		err = r.net.Client.Client().CallContext(ctx, nil, "evm_increaseTime", f.Seconds)
	} else {
		err = r.net.Client.Client().CallContext(ctx, nil, "dev_increaseTime", hexutil.Uint64(f.Seconds))
	}
	require.NoError(r, err)
}

// Disk of a service that is to be filled.
const diskSize = "8m"

// canMount reports whether this process may mount file systems.
func canMount(dir string) bool {
	if err := syscall.Mount("tmpfs", dir, "tmpfs", 0, "size=64k"); err != nil {
		return false
	}
	return syscall.Unmount(dir, syscall.MNT_DETACH) == nil
}

// mountSmall puts a small file system under a data directory.
func (r *run) mountSmall(dir string) {
	require.NoError(r, os.MkdirAll(dir, 0o700))
	require.NoError(r, syscall.Mount("tmpfs", dir, "tmpfs", 0, "size="+diskSize))
	r.Cleanup(func() { _ = syscall.Unmount(dir, syscall.MNT_DETACH) })
}

// fill leaves no byte on a service's disk for a while.
func (r *run) fill(p *proc, pause time.Duration) {
	path := filepath.Join(p.DataDir, "filler")
	file, err := os.Create(path)
	require.NoError(r, err)
	mend := r.witness.open(p.operator)
	for _, piece := range []int{1 << 20, 4 << 10, 1} {
		for bytes := make([]byte, piece); ; {
			if _, err := file.Write(bytes); err != nil {
				break
			}
		}
	}
	require.NoError(r, file.Close())
	r.after(pause, func() {
		require.NoError(r, os.Remove(path))
		mend()
	})
}
