// Package plan draws what happens in a run of the fault suite from a seed. The same seed gives the same plan; how the
// processes' threads run against it is the machine's.
package plan

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"time"

	"github.com/ethml/ethml/test/fault/internal/ethproxy"
	"github.com/ethml/ethml/test/fault/internal/wire"
)

// Kind of fault.
type Kind string

// The kinds.
const (
	Kill    Kind = "kill -9"    // and start again
	Stop    Kind = "stop"       // SIGTERM, and start again
	Freeze  Kind = "freeze"     // SIGSTOP, SIGCONT
	Link    Kind = "link"       // between two services, or to the content store
	RPC     Kind = "rpc"        // one service's Ethereum node lies, stalls or fails
	Outage  Kind = "outage"     // everybody's does
	Disk    Kind = "disk full"  // of one service
	Reorg   Kind = "reorg"      // of the chain
	Clock   Kind = "clock skew" // the chain's clock runs ahead of the services'
	Restart Kind = "restart"    // every service of one operator at once, killed
)

// Fault is one thing done to the network.
type Fault struct {
	At, For  time.Duration // from the start of traffic
	Kind     Kind
	Operator int    // 1 to 5; 0 for all
	Service  string // "watcher", "submitter", "inference" or "pow"
	Peer     string // the other end of a link
	Wire     wire.Mode
	RPC      ethproxy.Mode
	Depth    uint64 // of a reorganisation, Ethereum blocks
	Forget   bool   // its transactions are lost, not sent back to the pool
	Seconds  uint64 // of clock skew
}

func (f Fault) String() string {
	who := "all"
	if f.Operator != 0 {
		who = fmt.Sprintf("operator-%d-%s", f.Operator, f.Service)
	}
	text := fmt.Sprintf("%5.1fs %s", f.At.Seconds(), f.Kind)
	switch f.Kind {
	case Link:
		return fmt.Sprintf("%s %s to %s %s for %.1fs", text, who, f.Peer, f.Wire, f.For.Seconds())
	case RPC, Outage:
		return fmt.Sprintf("%s %s %s for %.1fs", text, who, f.RPC, f.For.Seconds())
	case Reorg:
		return fmt.Sprintf("%s depth %d%s", text, f.Depth, map[bool]string{true: ", transactions lost"}[f.Forget])
	case Clock:
		return fmt.Sprintf("%s %d s", text, f.Seconds)
	}
	return fmt.Sprintf("%s %s for %.1fs", text, who, f.For.Seconds())
}

// KillPoints are the submitter's named points between durable steps that reports, blocks and transactions pass.
var KillPoints = []string{"block written", "reports written", "transaction signed", "transaction written", "transaction sent", "receipt written"}

// Death is a submitter that dies by itself at a named point, at its n-th passage of it.
type Death struct {
	Operator int
	Point    string
	Passage  int
}

// Skew is a submitter whose own clock is wrong throughout.
type Skew struct {
	Operator int
	Off      time.Duration // ahead if positive, behind if not
}

// Rogue is what a dishonest operator does.
type Rogue string

// What dishonest operators do.
const (
	Liar    Rogue = "liar"    // commits to and reveals wrong words
	Silent  Rogue = "silent"  // commits and never reveals
	Garbage Rogue = "garbage" // sends whatever the contracts must refuse
)

// Plan of a run.
type Plan struct {
	Seed     uint64
	Chain    string        // "devnet" or "anvil"
	Scheme   string        // of its RPC, "ws" or "http"
	Honest   int           // operators 1 to Honest run nodes
	Rogues   []Rogue       // what the rest do
	Storm    bool          // faults may hit all operators at once
	Deaths   []Death       // at named points
	Skews    []Skew        // of the submitters' own clocks
	Faults   []Fault       // by time
	Length   time.Duration // of traffic and faults
	Requests int           // at least
}

// Operators of each network.
const Operators = 5

// links are those between a node's own services and to the content store.
var links = [][2]string{{"submitter", "watcher"}, {"inference", "watcher"}, {"inference", "submitter"}, {"inference", "content"}, {"pow", "watcher"}, {"pow", "submitter"}}

var services = []string{"watcher", "submitter", "inference", "pow"}

// New draws a plan. Disks says whether disks can be filled here.
func New(seed uint64, disks bool) Plan {
	r := rand.New(rand.NewPCG(seed, 0xfa017))
	p := Plan{Seed: seed, Chain: "devnet", Scheme: "ws", Honest: Operators, Length: 26 * time.Second, Requests: 20}
	// Over any ten seeds in a row: four with two dishonest operators, two on anvil.
	if seed%5 == 1 || seed%5 == 3 {
		p.Honest = Operators - 2
		kinds := []Rogue{Liar, Silent, Garbage}
		first := kinds[seed/5%3]
		p.Rogues = []Rogue{first, kinds[r.IntN(3)]}
		if first == Liar {
			p.Rogues[1] = Liar // together they are the worst
		}
	}
	if seed%5 == 4 {
		p.Chain = "anvil"
	}
	p.Storm = seed%10 == 0
	if seed%4 == 0 {
		p.Scheme = "http"
	}
	// Two named points in each run, in turn.
	for i := range 2 {
		p.Deaths = append(p.Deaths, Death{Operator: 1 + (int(seed)+i)%p.Honest, Point: KillPoints[(int(seed)*2+i)%len(KillPoints)], Passage: 1 + r.IntN(3)})
	}
	d := &drawer{Rand: r, plan: &p, busy: map[int]time.Duration{}}
	for at := 2 * time.Second; at < p.Length; at += time.Duration(200+r.IntN(700)) * time.Millisecond {
		if f, ok := d.fault(at, disks); ok {
			p.Faults = append(p.Faults, f)
		}
	}
	p.Skews = skews(seed, p.Honest)
	slices.SortStableFunc(p.Faults, func(a, b Fault) int { return cmp.Compare(a.At, b.At) })
	return p
}

// skews puts two clocks wrong, each way, one by seconds and one by up to an hour. They are drawn apart, so that a seed's other
// faults stay what they are without them.
func skews(seed uint64, honest int) []Skew {
	r := rand.New(rand.NewPCG(seed, 0xc10c))
	first := 1 + r.IntN(honest)
	second := 1 + first%honest
	sign := 1 - 2*r.IntN(2)
	return []Skew{{first, time.Duration(sign*(1+r.IntN(10))) * time.Second}, {second, time.Duration(-sign*(1+r.IntN(3600))) * time.Second}}
}

// drawer keeps those at whom something is done at once few enough that the rest can go on: a run shows more when requests
// are answered in the midst of it.
type drawer struct {
	*rand.Rand
	plan *Plan
	busy map[int]time.Duration // until when something is done to an operator
	all  time.Duration         // until when something is done to all
}

func pick[T any](r *rand.Rand, from []T) T { return from[r.IntN(len(from))] }

func (d *drawer) seconds(least, most float64) time.Duration {
	return time.Duration((least + d.Float64()*(most-least)) * float64(time.Second)).Round(100 * time.Millisecond)
}

func (d *drawer) fault(at time.Duration, disks bool) (Fault, bool) {
	f := Fault{At: at, Operator: 1 + d.IntN(d.plan.Honest)}
	if d.all > at {
		return f, false
	}
	switch n := d.IntN(100); {
	case n < 14:
		return d.global(f)
	case n < 32:
		f.Kind, f.Service, f.For = Kill, pick(d.Rand, services), d.seconds(0, 3)
	case n < 38:
		f.Kind, f.Service, f.For = Stop, pick(d.Rand, services), d.seconds(0, 2)
	case n < 52:
		f.Kind, f.Service, f.For = Freeze, pick(d.Rand, services), d.seconds(1, 5)
	case n < 57:
		f.Kind, f.For = Restart, d.seconds(0, 2)
	case n < 74:
		l := pick(d.Rand, links)
		f.Kind, f.Service, f.Peer, f.For = Link, l[0], l[1], d.seconds(1, 5)
		f.Wire = wire.Mode(1 + d.IntN(int(wire.Hole)))
	case n < 93:
		f.Kind, f.Service, f.For = RPC, pick(d.Rand, services[:2]), d.seconds(1, 6)
		f.RPC = ethproxy.Mode(1 + d.IntN(int(ethproxy.OldHead)))
	default:
		if !disks {
			return f, false
		}
		f.Kind, f.Service, f.For = Disk, pick(d.Rand, services[:2]), d.seconds(2, 5)
	}
	// At most two of five at once; one of three.
	most := max(d.plan.Honest-3, 1)
	if d.plan.Storm {
		most = Operators
	}
	others := 0
	for o, until := range d.busy {
		if o != f.Operator && until > at {
			others++
		}
	}
	if d.busy[f.Operator] > at || others >= most {
		return f, false
	}
	d.busy[f.Operator] = at + f.For + time.Second
	return f, true
}

// global faults happen to all.
func (d *drawer) global(f Fault) (Fault, bool) {
	f.Operator = 0
	switch d.IntN(7) {
	case 0:
		f.Kind, f.RPC, f.For = Outage, pick(d.Rand, []ethproxy.Mode{ethproxy.Stall, ethproxy.Fail, ethproxy.Refuse}), d.seconds(1, 4)
	case 1:
		f.Kind, f.Seconds = Clock, 2+d.Uint64N(4)
	default:
		f.Kind, f.Depth, f.Forget = Reorg, 1+d.Uint64N(12), d.IntN(4) == 0
	}
	d.all = f.At + f.For + 2*time.Second
	return f, true
}

// String is the plan as people read it.
func (p Plan) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "seed %d on %s over %s: %d honest operators", p.Seed, p.Chain, p.Scheme, p.Honest)
	for _, r := range p.Rogues {
		fmt.Fprintf(&b, ", one %s", r)
	}
	if p.Storm {
		b.WriteString(", in a storm")
	}
	for _, d := range p.Deaths {
		fmt.Fprintf(&b, "\n       submitter %d dies at %q, passage %d", d.Operator, d.Point, d.Passage)
	}
	for _, s := range p.Skews {
		fmt.Fprintf(&b, "\n       submitter %d's clock is %s off", s.Operator, s.Off)
	}
	for _, f := range p.Faults {
		fmt.Fprintf(&b, "\n  %s", f)
	}
	return b.String()
}

// Count says how often each kind of fault is in the plan.
func (p Plan) Count() string {
	n := map[Kind]int{}
	for _, f := range p.Faults {
		n[f.Kind]++
	}
	var parts []string
	for k, c := range n {
		parts = append(parts, fmt.Sprintf("%s %d", k, c))
	}
	slices.Sort(parts)
	return strings.Join(parts, ", ")
}
