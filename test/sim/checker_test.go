package sim

import (
	"errors"
	"fmt"
	"math/big"
	"strings"
	"sync"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
)

var coordinatorABI = func() *abi.ABI {
	parsed, err := bindings.EthMLMetaData.ParseABI()
	if err != nil {
		panic(err)
	}
	return parsed
}()

// promise is what a commitment binds.
type promise struct {
	challenge common.Hash
	miner     common.Address
}

// checker watches every transaction that leaves a submitter and every block, on every branch. Its methods are called with
// the chain's lock held.
type checker struct {
	ours        map[common.Address]bool
	seen        map[common.Hash]bool
	commitments map[promise]common.Hash
	opened      map[uint64]common.Hash      // challenge of the open block by number, as the newest block has it
	closed      map[common.Hash]bool        // challenges whose commits closed, on any branch
	nonces      map[common.Hash]common.Hash // challenge for which a nonce was found
	kinds       map[string]int
	now         uint64

	mu     sync.Mutex
	broken []error
}

func newChecker() *checker {
	return &checker{ours: map[common.Address]bool{}, seen: map[common.Hash]bool{}, commitments: map[promise]common.Hash{},
		opened: map[uint64]common.Hash{}, closed: map[common.Hash]bool{}, nonces: map[common.Hash]common.Hash{}, kinds: map[string]int{}}
}

func (c *checker) fail(format string, args ...any) {
	c.mu.Lock()
	defer c.mu.Unlock()
	c.broken = append(c.broken, fmt.Errorf("at block %d: "+format, append([]any{c.now}, args...)...))
}

// mined takes in a new block of any branch.
func (c *checker) mined(b *block) {
	c.now = b.number()
	for _, r := range b.receipts {
		for _, l := range r.Logs {
			if e, err := coordinator.UnpackBlockOpenedEvent(l); err == nil {
				c.opened[e.Number.Uint64()] = e.Challenge
			}
			if e, err := coordinator.UnpackCommitClosedEvent(l); err == nil {
				c.closed[c.opened[e.Number.Uint64()]] = true
			}
		}
	}
}

// broadcast looks at a transaction that leaves a submitter.
func (c *checker) broadcast(tx *types.Transaction) {
	from, err := types.Sender(signer, tx)
	if err != nil {
		c.fail("transaction without a signature: %v", err)
		return
	}
	if c.seen[tx.Hash()] || len(tx.Data()) < 4 {
		return
	}
	c.seen[tx.Hash()] = true
	method, err := coordinatorABI.MethodById(tx.Data())
	if err != nil {
		c.fail("transaction of %s calls nothing known: %v", from, err)
		return
	}
	c.kinds[method.Name]++
	args, err := method.Inputs.Unpack(tx.Data()[4:])
	if err != nil {
		c.fail("transaction of %s: %v", from, err)
		return
	}
	switch method.Name {
	case "commitSolution":
		c.commit(from, args[1].([32]byte), common.BigToHash(args[2].(*big.Int)))
	case "revealSolution":
		c.reveal(args[0].(*big.Int).Uint64(), args[1].(common.Address), args[2].([]*big.Int), args[3].([]byte), args[4].([32]byte))
	}
}

func (c *checker) commit(from common.Address, commitment, nonce common.Hash) {
	challenge, known := c.nonces[nonce]
	if !known {
		c.fail("commit of %s with a nonce that nobody found", from)
		return
	}
	key := promise{challenge, from}
	if held, ok := c.commitments[key]; ok && held != commitment {
		c.fail("two commitments of %s for challenge %s", from, challenge)
	}
	c.commitments[key] = commitment
}

func (c *checker) reveal(number uint64, miner common.Address, words []*big.Int, statuses []byte, salt common.Hash) {
	v := make([]protocol.Hash, len(words))
	for i, w := range words {
		v[i] = protocol.Hash(common.BigToHash(w))
	}
	result := protocol.ResultHash(v, statuses)
	for key, held := range c.commitments {
		if key.miner != miner || common.Hash(protocol.Commitment(protocol.Hash(key.challenge), protocol.Address(miner), result, protocol.Hash(salt))) != held {
			continue
		}
		// On a branch that is gone it may have been public already.
		if !c.closed[key.challenge] {
			c.fail("reveal of block %d by %s left while its commits were open", number, miner)
		}
		return
	}
	c.fail("reveal of block %d by %s does not open what it committed", number, miner)
}

// history is what the canonical chain's logs tell at the end.
type history struct {
	requests map[uint64]*requestEnd
	order    []uint64
	slashed  []slash
	reveals  map[uint64]map[common.Address]bool // miners by block
	blocks   map[uint64][]uint64                // requests by block
	opened   map[uint64]common.Hash
	seats    map[promise]common.Hash // commitments
	chance   int                     // seats taken by a commit made for another branch's challenge
	settled  int
	voided   int
}

type requestEnd struct {
	ends   []string
	answer uint64
	blocks []uint64 // blocks it was in
}

type slash struct {
	number uint64
	miner  common.Address
	cause  uint8
}

func read(blocks []*block) *history {
	h := &history{requests: map[uint64]*requestEnd{}, reveals: map[uint64]map[common.Address]bool{}, blocks: map[uint64][]uint64{}, opened: map[uint64]common.Hash{},
		seats: map[promise]common.Hash{}}
	for _, b := range blocks {
		for _, r := range b.receipts {
			for _, l := range r.Logs {
				h.take(l)
			}
		}
	}
	return h
}

func (h *history) take(l *types.Log) {
	end := func(id *big.Int, how string) {
		if r := h.requests[id.Uint64()]; r != nil {
			r.ends = append(r.ends, how)
		}
	}
	if e, err := coordinator.UnpackRequestQueuedEvent(l); err == nil {
		h.requests[e.Id.Uint64()] = &requestEnd{}
		h.order = append(h.order, e.Id.Uint64())
	} else if e, err := coordinator.UnpackRequestAnsweredEvent(l); err == nil {
		end(e.Id, "answered")
		h.requests[e.Id.Uint64()].answer = e.Prediction.Uint64()
	} else if e, err := coordinator.UnpackRequestFailedEvent(l); err == nil {
		end(e.Id, fmt.Sprintf("failed(%d)", e.Reason))
	} else if e, err := coordinator.UnpackRequestExpiredEvent(l); err == nil {
		end(e.Id, "expired")
	} else if e, err := coordinator.UnpackBlockOpenedEvent(l); err == nil {
		n := e.Number.Uint64()
		h.opened[n], h.reveals[n] = e.Challenge, map[common.Address]bool{}
		for _, id := range e.Ids {
			h.blocks[n] = append(h.blocks[n], id.Uint64())
			h.requests[id.Uint64()].blocks = append(h.requests[id.Uint64()].blocks, n)
		}
	} else if e, err := coordinator.UnpackSolutionCommittedEvent(l); err == nil {
		h.seats[promise{h.opened[e.Number.Uint64()], e.Miner}] = e.Commitment
	} else if e, err := coordinator.UnpackSolutionRevealedEvent(l); err == nil {
		h.reveals[e.Number.Uint64()][e.Miner] = true
	} else if e, err := coordinator.UnpackMinerSlashedEvent(l); err == nil {
		h.slashed = append(h.slashed, slash{e.Number.Uint64(), e.Miner, e.Cause})
	} else if _, err := coordinator.UnpackBlockSettledEvent(l); err == nil {
		h.settled++
	} else if _, err := coordinator.UnpackBlockVoidedEvent(l); err == nil {
		h.voided++
	}
}

// check compares the chain's end with what was promised. honest are the miners that tell the truth; awake says for how many
// seconds in a row an operator could have revealed in a block.
func (h *history) check(honest map[common.Address]bool, c *checker, awake map[promise]int) error {
	var errs []error
	for _, id := range h.order {
		r := h.requests[id]
		switch {
		case len(r.ends) != 1:
			errs = append(errs, fmt.Errorf("request %d has %d ends: %s", id, len(r.ends), strings.Join(r.ends, ", ")))
		case r.ends[0] == "answered" && r.answer != answerTo(id):
			errs = append(errs, fmt.Errorf("request %d is answered %d, the right answer is %d", id, r.answer, answerTo(id)))
		case r.ends[0] != "answered" && h.honestReveals(lastOf(r.blocks), honest) >= threshold:
			errs = append(errs, fmt.Errorf("request %d %s, though %d honest miners revealed in block %d", id, r.ends[0], h.honestReveals(lastOf(r.blocks), honest), lastOf(r.blocks)))
		}
	}
	for _, s := range h.slashed {
		key := promise{h.opened[s.number], s.miner}
		switch {
		case !c.ours[s.miner]:
		case s.cause != 0:
			errs = append(errs, fmt.Errorf("block %d: honest %s slashed for its vote", s.number, s.miner))
		case h.seats[key] != c.commitments[key]:
			// A commit doesn't name its challenge: one in difficulty fits another branch's, and can't be opened there.
			h.chance++
		case awake[key] > patience:
			errs = append(errs, fmt.Errorf("block %d: %s could have revealed for %d seconds and did not", s.number, s.miner, awake[key]))
		}
	}
	return errors.Join(errs...)
}

func (h *history) honestReveals(number uint64, honest map[common.Address]bool) int {
	n := 0
	for miner := range h.reveals[number] {
		if honest[miner] {
			n++
		}
	}
	return n
}

func lastOf(numbers []uint64) uint64 {
	if len(numbers) == 0 {
		return 0
	}
	return numbers[len(numbers)-1]
}

func answerTo(id uint64) uint64 { return id + 1000 }
