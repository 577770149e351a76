package sim

import (
	"crypto/ecdsa"
	"errors"
	"fmt"
	"math/big"
	"math/rand/v2"
	"os"
	"sync"
	"testing/synctest"
	"time"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/ethereum/go-ethereum/params"
	"github.com/holiman/uint256"
	"google.golang.org/grpc"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/grpcx"
	"github.com/ethml/ethml/internal/protocol"
)

const (
	operators = 3
	// finality is how many blocks behind the head the node's finalized block is.
	finality = 32
	// patience is for how many seconds in a row an operator that is well may leave its reveal undone.
	patience = 15
)

// run is one seeded life of a network: three operators of ours and two other miners.
type run struct {
	genesis   *genesis
	rnd       *rand.Rand
	dir       string
	network   *network
	chain     *ethereum
	checker   *checker
	operators []*operator
	others    []*other
	story     *story
	begun     time.Time
	ticks     int
	period    time.Duration // of blocks
	longest   int           // blocks that the chain ever had
	asked     uint64        // requests sent
	solved    map[promise]common.Hash
	awake     map[promise]int // seconds in a row for which a reveal was possible and not there
	most      map[promise]int
	stats     *stats
}

// stats are what a set of runs came across.
type stats struct {
	mu      sync.Mutex
	kills   map[string]int
	sent    map[string]int
	reorgs  map[string]map[int]int // by phase and depth
	answers int
	other   map[string]int
}

func newStats() *stats {
	return &stats{kills: map[string]int{}, sent: map[string]int{}, reorgs: map[string]map[int]int{}, other: map[string]int{}}
}

// other is a miner that is not ours: it commits, and then reveals the truth, a lie, or nothing.
type other struct {
	key  *ecdsa.PrivateKey
	kind string
}

var kinds = []string{"honest", "liar", "silent"}

// newRun starts a network inside a bubble of simulated time.
func newRun(g *genesis, seed uint64, dir string, s *stats) *run {
	rnd := rand.New(rand.NewPCG(seed, 23))
	r := &run{genesis: g, rnd: rnd, dir: dir, network: newNetwork(), chain: newEthereum(g, rnd), checker: newChecker(), story: &story{},
		begun: time.Now(), period: time.Second, solved: map[promise]common.Hash{}, awake: map[promise]int{}, most: map[promise]int{}, stats: s}
	r.chain.checker = r.checker
	r.chain.mine(0)
	r.chain.mine(0)
	for i := range operators {
		o := newOperator(r, i)
		r.checker.ours[o.account] = true
		r.operators = append(r.operators, o)
	}
	for i := operators; i < seats; i++ {
		r.others = append(r.others, &other{g.miners[i], kinds[rnd.IntN(len(kinds))]})
		r.tell("miner %d is %s", i, r.others[i-operators].kind)
	}
	return r
}

func (r *run) tell(format string, args ...any) {
	fmt.Fprintf(r.story, "%4ds block %d: %s\n", int(time.Since(r.begun).Seconds()), r.chain.head().number(), fmt.Sprintf(format, args...))
}

func (r *run) connect(address string) *grpc.ClientConn {
	conn, err := r.network.hooks().Dial("passthrough:///"+address, grpcx.ClientConfig{Security: plaintext})
	if err != nil {
		panic(err)
	}
	return conn
}

// tick is one second: things go wrong, services live, a block is mined.
func (r *run) tick(faults bool) {
	r.ticks++
	if faults {
		r.faults()
	} else {
		r.heal()
	}
	for _, o := range r.operators {
		for _, s := range services {
			switch l := o.lives[s]; {
			case l == nil:
				if o.back[s]--; o.back[s] <= 0 && !o.away {
					o.start(s)
				}
			case s == "watcher" && l.isSpoilt():
				o.startOver()
			case s == "submitter" && l.diedAt() != "":
				o.kill(s)
				o.back[s] = r.rnd.IntN(6)
			default:
				select {
				case err := <-l.done: // a start that can't do its work ends; the service manager tries again
					l.done <- err
					r.tell("operator %d: %s ended: %v", o.index, s, err)
					o.bury(s)
					o.back[s] = 2
				default:
				}
			}
		}
	}
	r.report()
	for _, other := range r.others {
		other.act(r)
	}
	leaveOut := 0.0
	if faults {
		leaveOut = 0.2
	}
	b := r.chain.mine(leaveOut)
	for i, receipt := range b.receipts {
		from, _ := types.Sender(signer, b.txs[i])
		name := "?"
		if m, err := coordinatorABI.MethodById(b.txs[i].Data()); err == nil {
			name = m.Name
		}
		r.tell("mined %s of %s, status %d", name, r.name(from), receipt.Status)
	}
	<-time.After(r.period - time.Duration(time.Now().Nanosecond()))
	synctest.Wait()
	r.note()
}

func (r *run) name(a common.Address) string {
	for i, m := range r.genesis.miners {
		if addressOf(m) == a {
			return fmt.Sprint("miner ", i)
		}
	}
	return "the requester"
}

// ask sends requests as anybody's wallet would.
func (r *run) ask(n int) {
	for range n {
		r.chain.mu.Lock()
		owner := addressOf(r.genesis.requester)
		tip := new(big.Int).Mul(big.NewInt(int64(r.rnd.IntN(5))), big.NewInt(1e15))
		r.send(r.genesis.requester, r.nextNonce(owner), coordinator.PackRequestPrediction(big.NewInt(1), cid, tip))
		r.asked++
		r.chain.mu.Unlock()
	}
}

// nextNonce is the one after all that wait. The chain's lock must be held.
func (r *run) nextNonce(a common.Address) uint64 {
	n := r.chain.tip().state.GetNonce(a)
	for r.chain.queued(a)[n] != nil {
		n++
	}
	return n
}

// send puts a transaction to the coordinator into the pool, which may refuse it. The chain's lock must be held.
func (r *run) send(key *ecdsa.PrivateKey, nonce uint64, data []byte) {
	tx, err := types.SignNewTx(key, signer, &types.DynamicFeeTx{ChainID: chainConfig.ChainID, Nonce: nonce, Gas: 3_000_000,
		GasFeeCap: big.NewInt(500 * params.GWei), GasTipCap: big.NewInt(params.GWei), To: &r.genesis.coordinator, Data: data})
	if err != nil {
		panic(err)
	}
	_ = r.chain.accept(tx) // refused while the one before it waits
}

// openBlock is the virtual block as the contract shows it.
type openBlock struct {
	view  bindings.BlockView
	seats []bindings.Seat
}

// open reads the virtual block at the head.
func (r *run) open() *openBlock {
	r.chain.mu.Lock()
	defer r.chain.mu.Unlock()
	b := r.chain.tip()
	if b.view != nil {
		return b.view
	}
	o := new(openBlock)
	read := func(data []byte) []byte {
		result, err := r.chain.call(b, common.Address{}, &r.genesis.coordinator, data, 1<<24)
		if err == nil {
			err = result.Err
		}
		if err != nil {
			panic(err)
		}
		return result.ReturnData
	}
	var err1, err2 error
	o.view, err1 = coordinator.UnpackGetBlock(read(coordinator.PackGetBlock()))
	o.seats, err2 = coordinator.UnpackGetSeats(read(coordinator.PackGetSeats()))
	if err := errors.Join(err1, err2); err != nil {
		panic(err)
	}
	b.view = o
	return o
}

// solve finds a nonce, and notes what for.
func (r *run) solve(o *openBlock, miner common.Address) common.Hash {
	if nonce, ok := r.solved[promise{o.view.Challenge, miner}]; ok {
		return nonce
	}
	difficulty, _ := uint256.FromBig(o.view.Difficulty)
	target := protocol.TargetSchedule{Difficulty: difficulty, OpenedAt: o.view.OpenedAt, CommitWindow: commitWindow * time.Second}
	nonce := crypto.Keccak256Hash(o.view.Challenge[:], miner[:])
	for !protocol.Solves(o.view.Challenge, protocol.Address(miner), protocol.Hash(nonce), target.At(o.view.OpenedAt)) {
		nonce = crypto.Keccak256Hash(nonce[:])
	}
	r.chain.mu.Lock()
	r.checker.nonces[nonce] = o.view.Challenge
	r.chain.mu.Unlock()
	r.solved[promise{o.view.Challenge, miner}] = nonce
	return nonce
}

// note counts the seconds in a row for which operators with an open commitment could have revealed it.
func (r *run) note() {
	o := r.open()
	if o.view.Phase != 2 || o.tooLate(r.chain.head().header) {
		return
	}
	for _, op := range r.operators {
		for _, s := range o.seats {
			if s.Miner != op.account {
				continue
			}
			key := promise{o.view.Challenge, s.Miner}
			if s.Revealed || !op.well() {
				r.awake[key] = 0
				continue
			}
			r.awake[key]++
			r.most[key] = max(r.most[key], r.awake[key])
		}
	}
}

// tooLate reports that the reveal window is over for any block after this head.
func (o *openBlock) tooLate(head *types.Header) bool {
	return head.Time >= o.view.RevealEndsAt && head.Number.Uint64() >= o.view.RevealEndsAtBlock
}

// well reports that the submitter has run for a while with a node that serves it.
func (o *operator) well() bool {
	l := o.lives["submitter"]
	if l == nil || l.diedAt() != "" || time.Since(l.since) < 3*time.Second {
		return false
	}
	l.endpoint.mu.Lock()
	defer l.endpoint.mu.Unlock()
	return l.endpoint.failing == 0
}

// end stops everything and deletes the run's files.
func (r *run) end() {
	for _, o := range r.operators {
		o.end()
	}
	os.RemoveAll(r.dir)
}
