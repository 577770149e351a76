package sim

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"math/big"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
	"github.com/ethereum/go-ethereum/crypto"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/services/submitter/internal/journal"
)

var (
	runs     = flag.Int("sim.runs", 40, "seeded runs")
	firstRun = flag.Uint64("sim.seed", 1, "seed of the first run")
	verbose  = flag.Bool("sim.log", false, "print the submitters' logs")
)

// memory is a journal in memory: what Write was given survives a crash, nothing else.
type memory struct {
	blocks map[common.Hash]journal.Block
	votes  map[journal.VoteKey]journal.Vote
	rounds map[journal.RoundKey]journal.Round
	slots  map[journal.SlotKey]journal.Slot
}

func newMemory() *memory {
	return &memory{blocks: map[common.Hash]journal.Block{}, votes: map[journal.VoteKey]journal.Vote{},
		rounds: map[journal.RoundKey]journal.Round{}, slots: map[journal.SlotKey]journal.Slot{}}
}

func (m *memory) Write(b journal.Batch) error {
	m.prune(b.PruneBelow)
	for _, x := range b.Blocks {
		m.blocks[x.Challenge] = x
	}
	for k, v := range b.Votes {
		if held, ok := m.votes[k]; ok && held.Word != v.Word {
			return journal.ErrSealed
		}
		m.votes[k] = v
	}
	for _, r := range b.Rounds {
		if held, ok := m.rounds[r.Key()]; ok && held.Sealed != nil && (r.Sealed == nil || held.Sealed.Commitment != r.Sealed.Commitment) {
			return journal.ErrSealed
		}
		m.rounds[r.Key()] = r
	}
	for _, s := range b.Slots {
		m.slots[s.ID()] = s
	}
	for _, k := range b.DropSlots {
		delete(m.slots, k)
	}
	return nil
}

func (m *memory) prune(below uint64) {
	for challenge, x := range m.blocks {
		if x.Number >= below {
			continue
		}
		delete(m.blocks, challenge)
		for k := range m.votes {
			if k.Challenge == challenge {
				delete(m.votes, k)
			}
		}
		for k := range m.rounds {
			if k.Challenge == challenge {
				delete(m.rounds, k)
			}
		}
	}
}

func (m *memory) size() int { return len(m.blocks) + len(m.votes) + len(m.rounds) + len(m.slots) }

func (m *memory) reopen() journal.Contents {
	c := journal.Contents{Votes: map[journal.VoteKey]journal.Vote{}}
	for _, b := range m.blocks {
		c.Blocks = append(c.Blocks, b)
	}
	for k, v := range m.votes {
		c.Votes[k] = v
	}
	for _, r := range m.rounds {
		c.Rounds = append(c.Rounds, r)
	}
	for _, s := range m.slots {
		c.Slots = append(c.Slots, s)
	}
	return c
}

// disk is the real journal, closed and opened again with each crash.
type disk struct {
	t    *testing.T
	path string
	*journal.Journal
}

func (d *disk) reopen() journal.Contents {
	if d.Journal != nil {
		require.NoError(d.t, d.Close())
	}
	var contents journal.Contents
	var err error
	d.Journal, contents, err = journal.Open(d.path, journal.Identity{ChainID: 1})
	require.NoError(d.t, err)
	return contents
}

// other is a miner that is not ours: it commits, and then reveals the truth, a lie, or nothing.
type other struct {
	key  signer
	kind int // 0 honest, 1 lies, 2 silent
}

func (o other) act(w *world) {
	open := w.tip().state.open
	if open == nil {
		return
	}
	var words []common.Hash
	for _, id := range open.ids {
		words = append(words, common.BigToHash(new(big.Int).SetUint64(id+1000+uint64(o.kind))))
	}
	c := call{Kind: "commit", Number: open.number, Challenge: open.challenge, Miner: o.key.Address(), Words: words, Statuses: make([]byte, len(words))}
	seated, revealed := false, false
	for _, s := range open.seats {
		if s.miner == o.key.Address() {
			seated, revealed = true, s.revealed
		}
	}
	v := vectorOf(c)
	switch {
	case !open.reveal && !seated && w.now > open.openedAt+3:
		c.Commitment = opening(open.challenge, c.Miner, v, common.Hash{})
	case open.reveal && seated && !revealed && o.kind != 2:
		c.Kind = "reveal"
	default:
		return
	}
	tx, err := o.key.SignTx(context.Background(), types.NewTx(&types.DynamicFeeTx{ChainID: chainID, Nonce: w.tip().state.nonces[o.key.Address()],
		GasFeeCap: big.NewInt(1_000_000), GasTipCap: big.NewInt(1000), Gas: 100_000, To: &common.Address{1}, Data: c.bytes()}))
	if err != nil {
		panic(err)
	}
	_ = w.accept(o.key.Address(), tx) // refused while the one before it waits
}

// run is one seeded life of a network: three submitters of ours and two others.
type run struct {
	t      *testing.T
	rnd    *rand.Rand
	w      *world
	nodes  []*node
	others []other
	// awake counts, for each seat of ours, the ticks at which its submitter could have revealed.
	awake map[promise]int
	lags  []int
}

func newRun(t *testing.T, seed uint64, stores func(i int) store, log io.Writer) *run {
	rnd := rand.New(rand.NewPCG(seed, 7))
	r := &run{t: t, rnd: rnd, w: newWorld(rnd), awake: map[promise]int{}}
	for i := range 5 {
		key, err := crypto.ToECDSA(crypto.Keccak256([]byte(fmt.Sprint("key", i))))
		require.NoError(t, err)
		if i < 3 {
			n := newNode(r.w, key, stores(i), log)
			n.start()
			r.nodes = append(r.nodes, n)
		} else {
			r.others = append(r.others, other{signer{key}, rnd.IntN(3)})
		}
	}
	r.lags = make([]int, len(r.nodes))
	return r
}

// tick is one second: nodes live, then a block is mined. With faults, things go wrong.
func (r *run) tick(faults bool) {
	if faults {
		r.faults()
	} else {
		r.w.failing, r.w.base = false, big.NewInt(100)
	}
	for i, n := range r.nodes {
		if !faults {
			r.lags[i] = 0
		}
		if !n.up {
			if n.back--; n.back <= 0 {
				n.start()
			}
			continue
		}
		n.do(func() { n.watch(r.lags[i]); n.report() })
		if !n.up {
			n.back = r.rnd.IntN(6)
		}
	}
	for _, o := range r.others {
		o.act(r.w)
	}
	r.note()
	r.w.mine(map[bool]float64{true: 0.2, false: 0}[faults])
}

func (r *run) faults() {
	if r.rnd.IntN(6) == 0 {
		r.w.requests += 1 + r.rnd.IntN(3)
	}
	if r.rnd.IntN(15) == 0 {
		r.w.reorg(1+r.rnd.IntN(12), r.rnd.IntN(2) == 0)
	}
	if r.rnd.IntN(20) == 0 { // a pool forgets
		clear(r.w.pool[r.nodes[r.rnd.IntN(len(r.nodes))].signer.Address()])
	}
	r.w.failing = r.rnd.IntN(8) == 0
	if r.rnd.IntN(10) == 0 {
		r.w.base = big.NewInt(int64(100 + r.rnd.IntN(2000)))
	}
	for i, n := range r.nodes {
		if r.rnd.IntN(10) == 0 {
			n.countdown = 1 + r.rnd.IntN(8)
		}
		if r.rnd.IntN(40) == 0 {
			n.up, n.back = false, r.rnd.IntN(60) // gone for long
		}
		r.lags[i] = r.rnd.IntN(3)
	}
}

// note counts the ticks at which submitters with an open commitment were awake.
func (r *run) note() {
	open := r.w.tip().state.open
	if open == nil || !open.reveal {
		return
	}
	for i, n := range r.nodes {
		for _, s := range open.seats {
			if s.miner == n.signer.Address() && n.up && n.synced && !r.w.failing && r.lags[i] == 0 && r.w.base.Int64() <= 1000 {
				r.awake[promise{open.challenge, s.miner}]++
			}
		}
	}
}

// verify looks at the final chain.
func (r *run) verify() error {
	var errs []error
	for _, b := range r.w.checker.broken {
		errs = append(errs, errors.New(b))
	}
	final := r.w.tip().state
	for id := uint64(1); id < final.next; id++ {
		answer, ended := final.ended[id]
		if !ended {
			errs = append(errs, fmt.Errorf("request %d never ended", id))
		} else if answer != id+1000 {
			errs = append(errs, fmt.Errorf("request %d answered %d", id, answer))
		}
	}
	// Every seat of ours whose submitter was awake for a while in the reveal phase is revealed.
	var open *vblock
	for _, b := range r.w.blocks {
		if now := b.state.open; open != nil && (now == nil || now.challenge != open.challenge) {
			for _, s := range open.seats {
				if awake := r.awake[promise{open.challenge, s.miner}]; !s.revealed && awake > 8 && b.state.missed[s.miner] > 0 && lastReveal(b, s.miner) {
					errs = append(errs, fmt.Errorf("block %d: %s could have revealed for %d seconds and did not", open.number, s.miner, awake))
				}
			}
		}
		open = b.state.open
	}
	return errors.Join(errs...)
}

// lastReveal reports that block b holds no reveal of the miner: one in the block that ended it counts.
func lastReveal(b *ethBlock, miner common.Address) bool {
	for _, e := range b.events {
		if e.kind == "revealed" && e.seat.miner == miner {
			return false
		}
	}
	return true
}

func (r *run) live(faulty int) {
	for range faulty {
		r.tick(true)
	}
	for range 5000 {
		if s := r.w.tip().state; s.open == nil && len(s.queue) == 0 && r.w.requests == 0 {
			break
		}
		for _, n := range r.nodes {
			n.countdown, n.back = -1, min(n.back, 1)
		}
		r.tick(false)
	}
}

func output() io.Writer {
	if *verbose {
		return os.Stderr
	}
	return io.Discard
}

func TestPromisesHoldWhateverDies(t *testing.T) {
	kills, kinds := map[string]int{}, map[string]int{}
	for seed := *firstRun; seed < *firstRun+uint64(*runs); seed++ {
		r := newRun(t, seed, func(int) store { return newMemory() }, output())
		r.live(300)
		if err := r.verify(); err != nil {
			t.Errorf("seed %d: %v", seed, err)
		}
		for _, n := range r.nodes {
			for step, count := range n.killedAt {
				kills[step] += count
			}
		}
		for k, n := range r.w.checker.kinds {
			kinds[k] += n
		}
	}
	t.Logf("killed at: %v", kills)
	t.Logf("sent: %v", kinds)
}

// killPoints lie between every two durable steps.
var killPoints = []string{"block written", "reports written", "sealed", "transaction signed", "transaction written", "transaction sent", "receipt written"}

func TestEachKillPointOnTheRealJournal(t *testing.T) {
	for _, point := range killPoints {
		t.Run(point, func(t *testing.T) {
			dir := t.TempDir()
			var disks []*disk
			r := newRun(t, 42, func(i int) store {
				d := &disk{t: t, path: filepath.Join(dir, fmt.Sprint(i), "journal.db")}
				disks = append(disks, d)
				return d
			}, io.Discard)
			r.others = []other{{r.others[0].key, 0}, {r.others[1].key, 0}}
			for i := range 60 {
				if i%20 == 0 {
					r.w.requests++
				}
				for _, n := range r.nodes {
					if i%5 == 0 && n.killedAt[point] < 4 {
						n.killStep = point
					}
				}
				r.tick(false)
			}
			for _, n := range r.nodes {
				n.killStep = ""
			}
			r.live(0)
			require.NoError(t, r.verify())
			killed := 0
			for _, n := range r.nodes {
				killed += n.killedAt[point]
			}
			if point == "sealed" {
				return // only reached after a restart between report and seal
			}
			require.GreaterOrEqual(t, killed, 3, "point not reached")
			for _, d := range disks {
				require.NoError(t, d.Close())
			}
		})
	}
}

// A day of Ethereum blocks, with a request every few of them.
func TestADayOfBlocksDoesNotGrowTheJournal(t *testing.T) {
	var stores []*memory
	r := newRun(t, 3, func(int) store {
		m := newMemory()
		stores = append(stores, m)
		return m
	}, io.Discard)
	r.others = []other{{r.others[0].key, 0}, {r.others[1].key, 0}}
	const day = 7200
	var early int
	for i := range day {
		if i%8 == 0 {
			r.w.requests++
		}
		r.tick(false)
		// The world keeps its history for lookups; only what is near matters here.
		if i == day/3 {
			early = stores[0].size()
		}
	}
	require.Greater(t, r.w.tip().state.number, uint64(500), "the run is long enough to matter")
	require.LessOrEqual(t, stores[0].size(), early+early/10)
}
