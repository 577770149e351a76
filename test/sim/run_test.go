package sim

import (
	"context"
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
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
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
	time.Sleep(r.period - time.Duration(time.Now().Nanosecond()))
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

// faults lets things go wrong.
func (r *run) faults() {
	if r.rnd.IntN(6) == 0 {
		r.ask(1 + r.rnd.IntN(3))
	}
	if r.rnd.IntN(12) == 0 {
		r.reorganise()
	}
	if r.rnd.IntN(20) == 0 {
		o := r.operators[r.rnd.IntN(operators)]
		r.tell("the pool forgets operator %d", o.index)
		r.chain.forget(o.account)
	}
	if r.rnd.IntN(10) == 0 {
		fee := int64(1 + r.rnd.IntN(60))
		r.tell("base fee %d gwei", fee)
		r.chain.setBaseFee(new(big.Int).Mul(big.NewInt(fee), big.NewInt(params.GWei)))
	}
	for _, o := range r.operators {
		r.nodeFaults(o)
		r.serviceFaults(o)
	}
}

// nodeFaults are of the Ethereum nodes that an operator's services use.
func (r *run) nodeFaults(o *operator) {
	for _, s := range services {
		l := o.lives[s]
		if l == nil {
			continue
		}
		failing, lag, withhold, amnesiac := 0.0, 0, false, r.rnd.IntN(8) == 0
		switch r.rnd.IntN(12) {
		case 0:
			failing = 0.5
		case 1:
			failing = 1
		case 2, 3:
			lag = 1 + r.rnd.IntN(maxLag)
		case 4:
			withhold = true
		}
		l.endpoint.set(func(e *endpoint) { e.failing, e.lag, e.withhold, e.amnesiac = failing, lag, withhold, amnesiac })
	}
}

func (r *run) serviceFaults(o *operator) {
	if l := o.lives["submitter"]; l != nil && r.rnd.IntN(10) == 0 {
		l.mu.Lock()
		if r.rnd.IntN(2) == 0 {
			l.killAt = killPoints[r.rnd.IntN(len(killPoints))]
		} else {
			l.countTo = 1 + r.rnd.IntN(8)
		}
		l.mu.Unlock()
	}
	for _, s := range services {
		if o.lives[s] == nil || o.lives[s].diedAt() != "" {
			continue
		}
		switch r.rnd.IntN(80) {
		case 0:
			o.stop(s)
			o.back[s] = r.rnd.IntN(4)
		case 1:
			o.kill(s)
			o.back[s] = r.rnd.IntN(4)
		case 2: // gone for long
			o.kill(s)
			o.back[s] = r.rnd.IntN(60)
		case 3:
			r.tell("operator %d: connections of the %s cut", o.index, s)
			r.network.cut(o.address(s), false)
		}
	}
}

// heal ends all faults.
func (r *run) heal() {
	r.chain.setBaseFee(big.NewInt(params.GWei))
	for _, o := range r.operators {
		for _, s := range services {
			o.back[s] = min(o.back[s], 1)
			if l := o.lives[s]; l != nil {
				l.endpoint.set(func(e *endpoint) { e.failing, e.lag, e.withhold, e.amnesiac = 0, 0, false, false })
				l.mu.Lock()
				if l.died == "" {
					l.killAt, l.countTo = "", 0
				}
				l.mu.Unlock()
			}
		}
	}
}

// reorganise replaces blocks up to the limit, at once or after the head went down.
func (r *run) reorganise() {
	// The limit counts from the highest block there ever was: what is deeper counts as final.
	length := len(r.chain.blocks)
	r.longest = max(r.longest, length)
	depth := min(1+r.rnd.IntN(reorgLimit), length-2, reorgLimit-(r.longest-length))
	if depth < 1 {
		return
	}
	phase := [...]string{"idle", "commit", "reveal"}[r.open().view.Phase]
	r.stats.mu.Lock()
	if r.stats.reorgs[phase] == nil {
		r.stats.reorgs[phase] = map[int]int{}
	}
	r.stats.reorgs[phase][depth]++
	r.stats.mu.Unlock()
	forget := r.rnd.IntN(2) == 0
	// A watcher that hasn't seen the newest blocks yet sees a deeper reorganisation than one that has, never a shallower one.
	if r.rnd.IntN(3) == 0 {
		r.tell("the newest %d blocks are dropped, transactions forgotten: %t", depth, forget)
		r.chain.drop(depth, forget)
	} else {
		r.tell("reorganisation of %d blocks, transactions forgotten: %t", depth, forget)
		r.chain.reorg(depth, forget)
	}
	clear(r.awake)
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

func (o *openBlock) challenge() common.Hash { return o.view.Challenge }

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

// report hands in predictions and nonces for the open block, some of them now, some later.
func (r *run) report() {
	o := r.open()
	if o.view.Phase != 1 {
		return
	}
	var calls sync.WaitGroup
	for _, op := range r.operators {
		var reports []func(context.Context) error
		for _, id := range o.view.Ids {
			if r.rnd.IntN(3) > 0 {
				reports = append(reports, op.prediction(o, id.Uint64()))
			}
		}
		if r.rnd.IntN(2) == 0 {
			reports = append(reports, op.solution(o, r.solve(o, op.account)))
		}
		if op.lives["submitter"] == nil {
			continue
		}
		calls.Go(func() {
			ctx, cancel := context.WithTimeout(context.Background(), 300*time.Millisecond)
			defer cancel()
			for _, report := range reports {
				if report(ctx) != nil {
					return // asked again with the next tick
				}
			}
		})
	}
	calls.Wait()
}

func (o *operator) prediction(b *openBlock, id uint64) func(context.Context) error {
	word := common.BigToHash(new(big.Int).SetUint64(answerTo(id)))
	return func(ctx context.Context) error {
		_, err := o.submitter.ReportPrediction(ctx, &ethmlv1.ReportPredictionRequest{Challenge: b.view.Challenge[:], RequestId: id, Word: word[:]})
		return err
	}
}

func (o *operator) solution(b *openBlock, nonce common.Hash) func(context.Context) error {
	return func(ctx context.Context) error {
		_, err := o.submitter.ReportSolution(ctx, &ethmlv1.ReportSolutionRequest{Challenge: b.view.Challenge[:], Miner: o.account[:], Nonce: nonce[:]})
		return err
	}
}

// act is a miner's next transaction.
func (m *other) act(r *run) {
	o := r.open()
	me := addressOf(m.key)
	words, statuses := make([]*big.Int, len(o.view.Ids)), make([]byte, len(o.view.Ids))
	hashes := make([]protocol.Hash, len(words))
	for i, id := range o.view.Ids {
		words[i] = new(big.Int).SetUint64(answerTo(id.Uint64()))
		if m.kind == "liar" {
			words[i].Add(words[i], big.NewInt(1))
		}
		hashes[i] = protocol.Hash(common.BigToHash(words[i]))
	}
	seated, revealed := false, false
	for _, s := range o.seats {
		if s.Miner == me {
			seated, revealed = true, s.Revealed
		}
	}
	number, now := new(big.Int).SetUint64(o.view.Number), uint64(time.Now().Unix())
	var data []byte
	switch {
	case o.view.Phase == 1 && !seated && now > o.view.OpenedAt+3:
		commitment := protocol.Commitment(o.view.Challenge, protocol.Address(me), protocol.ResultHash(hashes, statuses), protocol.Hash{})
		data = coordinator.PackCommitSolution(number, commitment, r.solve(o, me).Big())
	case o.view.Phase == 2 && seated && !revealed && m.kind != "silent":
		data = coordinator.PackRevealSolution(number, me, words, statuses, [32]byte{})
	default:
		return
	}
	r.chain.mu.Lock()
	defer r.chain.mu.Unlock()
	r.send(m.key, r.chain.tip().state.GetNonce(me), data)
}

// note counts the seconds in a row for which operators with an open commitment could have revealed it.
func (r *run) note() {
	o := r.open()
	if o.view.Phase != 2 {
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

// live goes through so many seconds of faults and then, without any, to the end of all requests.
func (r *run) live(faulty int) error {
	for range faulty {
		r.tick(true)
	}
	const limit = 1500
	for range limit {
		r.tick(false)
		if r.settled() {
			break
		}
	}
	// What the last block brought reaches everybody.
	for range 20 {
		r.tick(false)
	}
	return r.verify()
}

// settled reports that all that was asked is on chain and over.
func (r *run) settled() bool {
	if r.open().view.Phase != 0 {
		return false
	}
	r.chain.mu.Lock()
	defer r.chain.mu.Unlock()
	if len(r.chain.queued(addressOf(r.genesis.requester))) > 0 {
		return false
	}
	result, err := r.chain.call(r.chain.tip(), common.Address{}, &r.genesis.coordinator, coordinator.PackOpenRequests(), 1<<24)
	if err != nil || result.Failed() {
		panic(errors.Join(err, result.Err))
	}
	left, err := coordinator.UnpackOpenRequests(result.ReturnData)
	return err == nil && left.Sign() == 0
}

func (r *run) verify() error {
	errs := r.checker.broken
	h := read(r.chain.blocks)
	honest := map[common.Address]bool{}
	for _, o := range r.operators {
		honest[o.account] = true
	}
	for _, o := range r.others {
		if o.kind == "honest" {
			honest[addressOf(o.key)] = true
		}
	}
	errs = append(errs, h.check(honest, r.checker, r.most), r.conserved())
	if uint64(len(h.requests)) != r.asked {
		errs = append(errs, fmt.Errorf("%d requests on chain, %d asked", len(h.requests), r.asked))
	}
	for _, o := range r.operators {
		if err := o.book.check(r.chain.blocks, r.genesis); err != nil {
			errs = append(errs, fmt.Errorf("operator %d: %w", o.index, err))
		}
	}
	r.stats.take(r, h)
	return errors.Join(errs...)
}

// conserved compares the tips that the coordinator holds with what it owes.
func (r *run) conserved() error {
	tip := r.chain.tip()
	read := func(to common.Address, data []byte) []byte {
		result, err := r.chain.call(tip, common.Address{}, &to, data, 1<<24)
		if err != nil || result.Failed() {
			panic(fmt.Sprint(err, result))
		}
		return result.ReturnData
	}
	held, err := token.UnpackBalanceOf(read(r.genesis.token, token.PackBalanceOf(r.genesis.coordinator)))
	if err != nil {
		return err
	}
	owed := new(big.Int)
	for _, a := range append([]*ecdsa.PrivateKey{r.genesis.requester}, r.genesis.miners...) {
		rewards, err := coordinator.UnpackRewardsOf(read(r.genesis.coordinator, coordinator.PackRewardsOf(addressOf(a))))
		if err != nil {
			return err
		}
		owed.Add(owed, rewards.Tips)
	}
	if held.Cmp(owed) != 0 {
		return fmt.Errorf("the coordinator holds %s wei of tips and owes %s", held, owed)
	}
	return nil
}

func (s *stats) take(r *run, h *history) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, o := range r.operators {
		for step, n := range o.killed {
			s.kills[step] += n
		}
	}
	for name, n := range r.checker.kinds {
		s.sent[name] += n
	}
	for _, q := range h.requests {
		if len(q.ends) > 0 && q.ends[0] == "answered" {
			s.answers++
		}
	}
	s.other["requests"] += len(h.requests)
	s.other["blocks settled"] += h.settled
	s.other["blocks void"] += h.voided
	for _, x := range h.slashed {
		if r.checker.ours[x.miner] {
			s.other["reveals missed while away"]++
		}
	}
	s.other["seats by chance"] += h.chance
	s.other["simulated seconds"] += r.ticks
}

// end stops everything and deletes the run's files.
func (r *run) end() {
	for _, o := range r.operators {
		o.end()
	}
	os.RemoveAll(r.dir)
}
