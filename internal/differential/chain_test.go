package differential

import (
	"cmp"
	"math/big"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/ethereum/go-ethereum/common"
	"github.com/holiman/uint256"
	"github.com/stretchr/testify/require"

	"github.com/ethml/ethml/contracts/bindings"
	"github.com/ethml/ethml/internal/protocol"
)

// request is what Go expects the contracts to know of one.
type request struct {
	id, slot, expiry uint64
	median, requeued bool
}

// virtualChain follows a deployment by the Go code alone.
type virtualChain struct {
	*network
	random     *rand.Rand
	waiting    []request // in order of arrival at their slots
	parent     protocol.Hash
	number     uint64
	difficulty *uint256.Int
	// of the open block; none is open while ids is empty
	ids       []uint64
	open      []request
	challenge protocol.Hash
	openedAt  uint64
	seats     []seat
}

type seat struct {
	miner    common.Address
	votes    []protocol.Vote
	salt     protocol.Hash
	revealed bool
}

// Slots, service order, challenges, commitments, result hashes, outcomes, block hashes and difficulties of whole chains.
func TestVirtualChainsAgree(t *testing.T) {
	r := random(t)
	for range runs(t, 4) {
		difficulty := within(r, 1, 300)
		c := &virtualChain{network: deploy(t, r, difficulty), random: r, difficulty: uint256.NewInt(difficulty)}
		for range 12 {
			for range r.IntN(45) {
				c.request()
			}
			if len(c.ids) == 0 {
				continue
			}
			c.commit()
			c.reveal()
		}
		require.NotZero(t, c.number)
	}
}

func (c *virtualChain) request() {
	c.t.Helper()
	c.evm.pass(c.random.Uint64N(30))
	tip := new(big.Int).Rsh(ether(1000), uint(c.random.IntN(70)))
	if c.random.IntN(3) == 0 {
		tip.SetUint64(0)
	}
	model := int64(equalModel + c.random.IntN(2))
	c.must(deployer, c.proxy, main.PackRequestPrediction(big.NewInt(model), randomCID(c.random), tip))
	queued := only(c.evm, main.UnpackRequestQueuedEvent)
	want := protocol.Slot(c.time, uint256.MustFromBig(tip), uint64(c.parameters.SecondsPerToken), uint64(c.parameters.MaxHeadStart))
	require.Equal(c.t, want, queued.Slot.Uint64(), "tip %s at %d", tip, c.time)
	c.waiting = append(c.waiting, request{id: queued.Id.Uint64(), slot: want, expiry: queued.Expiry.Uint64(), median: model == medianModel})
	if len(c.ids) == 0 {
		c.opened()
	}
}

// opened checks the block that the last call opened, if anybody waits.
func (c *virtualChain) opened() {
	c.t.Helper()
	c.ids, c.open, c.seats = nil, nil, nil
	if len(c.waiting) == 0 {
		require.Empty(c.t, events(c.evm, main.UnpackBlockOpenedEvent))
		return
	}
	slices.SortStableFunc(c.waiting, func(a, b request) int { return cmp.Compare(a.slot, b.slot) })
	count := min(32, len(c.waiting))
	c.open, c.waiting = slices.Clone(c.waiting[:count]), slices.Clone(c.waiting[count:])
	for _, q := range c.open {
		c.ids = append(c.ids, q.id)
	}
	c.number++
	c.openedAt = c.time
	c.challenge = protocol.Challenge(uint256.MustFromBig(c.config.ChainID), protocol.Address(c.proxy), c.parent, c.number, c.ids,
		protocol.Opening{Previous: protocol.Hash(c.hashOf(c.height - 1)), Time: c.time, Randao: protocol.Hash(c.randaoOf(c.height))})
	block := only(c.evm, main.UnpackBlockOpenedEvent)
	got := make([]uint64, len(block.Ids))
	for i, id := range block.Ids {
		got[i] = id.Uint64()
	}
	require.Equal(c.t, c.ids, got, "service order")
	require.Equal(c.t, c.challenge, protocol.Hash(block.Challenge))
	require.Equal(c.t, c.difficulty.Uint64(), block.Difficulty.Uint64())
	require.Equal(c.t, c.number, block.Number.Uint64())
}

func (c *virtualChain) commit() {
	c.t.Helper()
	count := 3 + c.random.IntN(3)
	opinion := make([]protocol.Vote, len(c.ids))
	for j := range opinion {
		opinion[j] = c.vote()
	}
	dissent := c.random.IntN(3) // of 4: none, some, or many votes differ
	for _, i := range c.random.Perm(5)[:count] {
		s := seat{miner: c.miners[i], votes: slices.Clone(opinion), salt: protocol.Hash(draw(c.random))}
		for j := range s.votes {
			if c.random.IntN(4) < dissent {
				s.votes[j] = c.vote()
			}
		}
		c.must(deployer, c.stake, stake.PackStakeFor(s.miner, ether(1000)))
		c.evm.pass(c.random.Uint64N(20))
		words, statuses := vector(s.votes)
		result := protocol.ResultHash(words, statuses)
		commitment := protocol.Commitment(c.challenge, protocol.Address(s.miner), result, s.salt)
		c.must(s.miner, c.proxy, main.PackCommitSolution(new(big.Int).SetUint64(c.number), commitment, c.mine(s.miner)))
		c.seats = append(c.seats, s)
	}
	if count < 5 {
		c.evm.pass(uint64(c.parameters.CommitWindow))
		c.must(deployer, c.proxy, main.PackCloseCommit(new(big.Int).SetUint64(c.number)))
	}
}

func (c *virtualChain) vote() protocol.Vote {
	if c.random.IntN(4) == 0 {
		return protocol.Vote{Status: protocol.Status(1 + c.random.IntN(4))}
	}
	word := uint256.NewInt(c.random.Uint64N(4))
	switch c.random.IntN(8) {
	case 0, 1, 2:
		word.Neg(word)
	case 3: // near the ends of int256
		word.Add(word, new(uint256.Int).Lsh(uint256.NewInt(1), 255))
		word.SubUint64(word, 2)
	}
	return protocol.Vote{Word: word.Bytes32()}
}

// mine finds a nonce for the target without easing, which holds at any time.
func (c *virtualChain) mine(miner common.Address) *big.Int {
	target := new(uint256.Int).Div(new(uint256.Int).SetAllOne(), c.difficulty)
	nonce := uint256.NewInt(c.random.Uint64())
	for !protocol.Solves(c.challenge, protocol.Address(miner), nonce.Bytes32(), target) {
		nonce.AddUint64(nonce, 1)
	}
	return nonce.ToBig()
}

func (c *virtualChain) reveal() {
	c.t.Helper()
	closedAt := c.time
	silent := c.random.IntN(3) == 0
	all := true
	for i := range c.seats {
		if silent && c.random.IntN(2) == 0 {
			all = false
			continue
		}
		c.evm.pass(c.random.Uint64N(3))
		s := &c.seats[i]
		s.revealed = true
		words, statuses := vector(s.votes)
		c.must(deployer, c.proxy, main.PackRevealSolution(new(big.Int).SetUint64(c.number), s.miner, wide(words), statuses, s.salt))
	}
	if len(events(c.evm, main.UnpackBlockSettledEvent)) == 0 || !all {
		if !all {
			c.evm.pass(uint64(c.parameters.RevealWindow))
			c.height += uint64(c.parameters.RevealBlocks)
		}
		c.must(deployer, c.proxy, main.PackSettle(new(big.Int).SetUint64(c.number), c.vectors()))
	}
	c.settled(closedAt)
}

// vectors are the distinct ones among those revealed.
func (c *virtualChain) vectors() []bindings.Vector {
	var distinct []bindings.Vector
	seen := map[protocol.Hash]bool{}
	for _, s := range c.seats {
		words, statuses := vector(s.votes)
		if hash := protocol.ResultHash(words, statuses); s.revealed && !seen[hash] {
			seen[hash] = true
			distinct = append(distinct, bindings.Vector{Predictions: wide(words), Statuses: statuses})
		}
	}
	return distinct
}

// settled checks the settlement that the last call made, and the block it opened.
func (c *virtualChain) settled(closedAt uint64) {
	c.t.Helper()
	header := protocol.BlockHeader{Parent: c.parent, Number: c.number, IDs: c.ids, Challenge: c.challenge, Timestamp: c.time}
	revealed := 0
	for _, s := range c.seats {
		header.Miners = append(header.Miners, protocol.Address(s.miner))
		if s.revealed {
			revealed++
		}
	}
	if revealed < protocol.Threshold {
		for _, q := range c.open {
			if c.time < q.expiry {
				c.waiting = append(c.waiting, q)
			}
		}
		c.parent = header.Hash()
		require.Equal(c.t, c.parent, protocol.Hash(only(c.evm, main.UnpackBlockVoidedEvent).Hash))
		c.opened()
		return
	}
	words, statuses := c.decide()
	header.Outcome = protocol.ResultHash(words, statuses)
	c.parent = header.Hash()
	c.difficulty = protocol.Retarget(c.difficulty, closedAt-c.openedAt, uint64(c.parameters.TargetCommitTime), uint256.NewInt(c.parameters.MinDifficulty))
	settled := only(c.evm, main.UnpackBlockSettledEvent)
	require.Equal(c.t, statuses, settled.Statuses)
	for j, word := range settled.Predictions {
		require.Equal(c.t, words[j], protocol.Hash(common.BigToHash(word)), "request %d", c.ids[j])
	}
	require.Equal(c.t, c.parent, protocol.Hash(settled.Hash))
	require.Equal(c.t, c.difficulty.Uint64(), settled.NextDifficulty.Uint64())
	c.opened()
}

// decide is the outcome by the Go code; what it leaves undecided waits again, once.
func (c *virtualChain) decide() (words []protocol.Hash, statuses []byte) {
	c.t.Helper()
	failed := map[uint64]uint8{}
	for _, f := range events(c.evm, main.UnpackRequestFailedEvent) {
		failed[f.Id.Uint64()] = f.Reason
	}
	for j, q := range c.open {
		var votes []protocol.Vote
		for _, s := range c.seats {
			if s.revealed {
				votes = append(votes, s.votes[j])
			}
		}
		rule := protocol.Equal
		if q.median {
			rule = protocol.Median
		}
		d := protocol.Decide(votes, rule, uint256.MustFromBig(c.tolerance))
		words = append(words, d.Word)
		switch {
		case d.Decided():
			statuses = append(statuses, byte(d.Status))
			require.Equal(c.t, uint8(d.Status), failed[q.id], "request %d, votes %v", q.id, votes)
			continue
		case c.time >= q.expiry:
		case q.requeued:
			require.Equal(c.t, uint8(d.Status), failed[q.id], "request %d, votes %v", q.id, votes)
		default:
			q.requeued = true
			c.waiting = append(c.waiting, q)
		}
		statuses = append(statuses, byte(protocol.NoConsensus))
	}
	return words, statuses
}

func vector(votes []protocol.Vote) (words []protocol.Hash, statuses []byte) {
	for _, v := range votes {
		words = append(words, v.Word)
		statuses = append(statuses, byte(v.Status))
	}
	return words, statuses
}

func wide(words []protocol.Hash) []*big.Int {
	integers := make([]*big.Int, len(words))
	for i, w := range words {
		integers[i] = new(big.Int).SetBytes(w[:])
	}
	return integers
}
