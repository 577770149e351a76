package fakestream

import (
	"encoding/binary"
	"maps"
	"math/big"
	"math/rand/v2"
	"slices"

	"github.com/holiman/uint256"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// state is the network at the end of an Ethereum block.
type state struct {
	requests   uint64
	queue      []uint64
	models     map[uint64]uint64 // of open requests
	numbers    uint64            // virtual blocks
	head       protocol.Hash
	difficulty uint64
	open       *open
	paused     bool
}

type open struct {
	number    uint64
	ids       []uint64
	challenge protocol.Hash
	seats     []byte // operators
	closed    bool
	votes     map[byte][]protocol.Vote
}

func (s state) clone() state {
	s.queue = slices.Clone(s.queue)
	s.models = maps.Clone(s.models)
	if s.open != nil {
		o := *s.open
		o.seats, o.votes = slices.Clone(o.seats), maps.Clone(o.votes)
		s.open = &o
	}
	return s
}

// builder makes one Ethereum block.
type builder struct {
	block
	chain *Chain
	rng   *rand.Rand
	txs   uint64
}

func (b *builder) emit(e *ethmlv1.Event) {
	index := uint32(len(b.items))
	tx := protocol.Keccak256(b.hash[:], binary.BigEndian.AppendUint64(nil, b.txs))
	e.Position = &ethmlv1.ChainPosition{BlockNumber: b.number, BlockHash: b.hash[:], BlockTime: b.time, TransactionHash: tx[:], LogIndex: index}
	cursor := binary.BigEndian.AppendUint32(append(binary.BigEndian.AppendUint64(nil, b.number), b.hash[:]...), index)
	b.items = append(b.items, &ethmlv1.SubscribeResponse{Cursor: cursor, Item: &ethmlv1.SubscribeResponse_Event{Event: e}})
}

func (b *builder) chance(percent int) bool { return b.rng.IntN(100) < percent }

// live lets things happen.
func (b *builder) live() {
	s := &b.after
	for range b.rng.IntN(b.chain.cfg.Arrivals) {
		b.request()
	}
	if s.open == nil {
		b.openBlock()
	} else {
		b.mine()
	}
	b.txs++
	switch b.rng.IntN(40) {
	case 0:
		b.stake(byte(1+b.rng.IntN(b.chain.cfg.Operators)), ethmlv1.StakeChange_STAKE_CHANGE_STAKED, EML(10))
	case 1:
		b.stake(byte(1+b.rng.IntN(b.chain.cfg.Operators)), ethmlv1.StakeChange_STAKE_CHANGE_UNSTAKE_REQUESTED, EML(5))
	case 2:
		b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_RewardsClaimed{RewardsClaimed: &ethmlv1.RewardsClaimed{
			Account: Address(byte(1 + b.rng.IntN(b.chain.cfg.Operators))), Minted: EML(40).Bytes(), Tips: big.NewInt(12345).Bytes()}}})
	case 3:
		s.paused = !s.paused
		b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_PauseChanged{PauseChanged: &ethmlv1.PauseChanged{Paused: s.paused}}})
	case 4:
		b.cancel()
	case 5:
		b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_ParametersChanged{ParametersChanged: &ethmlv1.ParametersChanged{}}})
	}
}

func (b *builder) stake(who byte, change ethmlv1.StakeChange, amount *big.Int) {
	b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_StakeChanged{StakeChanged: &ethmlv1.StakeChanged{Operator: Address(who), Change: change,
		Amount: amount.Bytes(), AvailableAt: b.time + 1000}}})
}

func (b *builder) request() {
	s := &b.after
	b.txs++
	s.requests++
	id := s.requests
	model := b.chain.cfg.Models[b.rng.IntN(len(b.chain.cfg.Models))].Id
	if s.models == nil {
		s.models = map[uint64]uint64{}
	}
	s.models[id] = model
	s.queue = append(s.queue, id)
	tip := new(big.Int).Mul(big.NewInt(int64(b.rng.IntN(5))), big.NewInt(1e17))
	b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_RequestQueued{RequestQueued: &ethmlv1.RequestQueued{Id: id, Requester: Address(100), ModelId: model,
		DataCid: b.chain.cfg.DataCIDs[int(id)%len(b.chain.cfg.DataCIDs)], Tip: tip.Bytes(), Slot: b.time / 16, CallbackGas: 100_000, Expiry: b.time + 86_400}}})
}

func (b *builder) cancel() {
	s := &b.after
	if len(s.queue) == 0 {
		return
	}
	id := s.queue[len(s.queue)-1]
	s.queue = s.queue[:len(s.queue)-1]
	end := ethmlv1.RequestEndState_REQUEST_END_STATE_CANCELLED
	if b.chance(50) {
		end = ethmlv1.RequestEndState_REQUEST_END_STATE_EXPIRED
	}
	b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_RequestEnded{RequestEnded: &ethmlv1.RequestEnded{Id: id, State: end}}})
	delete(s.models, id)
}

func (b *builder) openBlock() {
	s := &b.after
	if len(s.queue) == 0 {
		return
	}
	n := min(len(s.queue), b.chain.cfg.PerBlock)
	s.numbers++
	o := &open{number: s.numbers, ids: s.queue[:n:n], votes: map[byte][]protocol.Vote{}}
	s.queue = slices.Clone(s.queue[n:])
	o.challenge = protocol.Challenge(uint256.NewInt(1337), protocol.Address{1}, s.head, o.number, o.ids, protocol.Opening{Previous: b.hash, Time: b.time})
	s.open = o
	b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_BlockOpened{BlockOpened: &ethmlv1.BlockOpened{Number: o.number, Challenge: o.challenge[:],
		ParentHash: s.head[:], RequestIds: o.ids, Target: &ethmlv1.TargetSchedule{Difficulty: new(big.Int).SetUint64(s.difficulty).Bytes(),
			OpenedAt: b.time, CommitWindowSeconds: 60}}}})
}

// mine goes on with the open block: seats, then reveals, then the end.
func (b *builder) mine() {
	o := b.after.open
	switch {
	case len(o.seats) == 0:
		for _, i := range b.rng.Perm(b.chain.cfg.Operators)[:5] {
			b.txs++
			who := byte(i + 1)
			o.seats = append(o.seats, who)
			commitment := protocol.Keccak256(o.challenge[:], []byte{who})
			b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_SolutionCommitted{SolutionCommitted: &ethmlv1.SolutionCommitted{Number: o.number,
				Seat: &ethmlv1.Seat{Index: uint32(len(o.seats) - 1), Miner: Address(who), Commitment: commitment[:]}}}})
		}
		o.closed = true
		b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_CommitClosed{CommitClosed: &ethmlv1.CommitClosed{Number: o.number, Seats: 5}}})
	case len(o.votes) == 0:
		for _, who := range o.seats {
			if !b.chance(3) {
				b.reveal(o, who)
			}
		}
	default:
		b.settle()
	}
}

func (b *builder) reveal(o *open, who byte) {
	b.txs++
	r := &ethmlv1.SolutionRevealed{Number: o.number, Miner: Address(who)}
	var votes []protocol.Vote
	for _, id := range o.ids {
		v := protocol.Vote{Word: protocol.Hash(uint256.NewInt(id * 7 % 1000).Bytes32())}
		switch n := b.rng.IntN(100); {
		case id%29 == 0:
			v = protocol.Vote{Status: protocol.DataMalformed}
		case n == 0:
			v = protocol.Vote{Status: protocol.ModelUnavailable}
		case n == 1:
			v.Word = protocol.Hash(uint256.NewInt(4711).Bytes32())
		}
		votes = append(votes, v)
		r.Words, r.Statuses = append(r.Words, v.Word[:]), append(r.Statuses, byte(v.Status))
	}
	o.votes[who] = votes
	b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_SolutionRevealed{SolutionRevealed: r}})
}

func (b *builder) settle() {
	s := &b.after
	o := s.open
	s.open = nil
	voided := len(o.votes) < protocol.Threshold
	var words []protocol.Hash
	var statuses []byte
	b.txs++
	for i, id := range o.ids {
		var votes []protocol.Vote
		for _, who := range o.seats {
			if v, ok := o.votes[who]; ok {
				votes = append(votes, v[i])
			}
		}
		d := b.decide(s.models[id], votes)
		word, code := d.Word, byte(d.Status)
		switch {
		case voided || !d.Decided():
			code = 5
			s.queue = append(s.queue, id)
			b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_RequestRequeued{RequestRequeued: &ethmlv1.RequestRequeued{Id: id, Slot: 1, Voided: voided}}})
		default:
			e := &ethmlv1.RequestEnded{Id: id, State: ethmlv1.RequestEndState_REQUEST_END_STATE_ANSWERED, BlockNumber: o.number, Word: word[:]}
			if d.Status != protocol.OK {
				e.State, e.Reason, e.Word = ethmlv1.RequestEndState_REQUEST_END_STATE_FAILED, uint32(d.Status), nil
			}
			b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_RequestEnded{RequestEnded: e}})
			delete(s.models, id)
			if b.chance(2) {
				b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_CallbackResult{CallbackResult: &ethmlv1.CallbackResult{Id: id}}})
			}
		}
		words, statuses = append(words, word), append(statuses, code)
	}
	for _, who := range o.seats {
		if _, ok := o.votes[who]; !ok {
			b.stake(who, ethmlv1.StakeChange_STAKE_CHANGE_SLASHED, EML(50))
			b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_MinerSlashed{MinerSlashed: &ethmlv1.MinerSlashed{Number: o.number, Miner: Address(who), Amount: EML(50).Bytes()}}})
		}
	}
	b.end(o, voided, words, statuses)
	b.openBlock()
}

func (b *builder) decide(model uint64, votes []protocol.Vote) protocol.Decision {
	for _, m := range b.chain.cfg.Models {
		if m.Id == model {
			return protocol.Decide(votes, protocol.Rule(m.Rule), new(uint256.Int).SetBytes(m.Tolerance))
		}
	}
	return protocol.Decision{Status: protocol.NoConsensus}
}

func (b *builder) end(o *open, voided bool, words []protocol.Hash, statuses []byte) {
	s := &b.after
	header := protocol.BlockHeader{Parent: s.head, Number: o.number, IDs: o.ids, Challenge: o.challenge, Timestamp: b.time}
	for _, who := range o.seats {
		header.Miners = append(header.Miners, protocol.Address(Address(who)))
	}
	e := &ethmlv1.BlockEnded{Number: o.number, ParentHash: bytesOf(s.head), Voided: voided}
	if !voided {
		header.Outcome = protocol.ResultHash(words, statuses)
		for _, w := range words {
			e.Words = append(e.Words, bytesOf(w))
		}
		e.Statuses = statuses
		s.difficulty += 500 / 8
		if s.difficulty > 5000 {
			s.difficulty = 700
		}
		e.NextDifficulty = new(big.Int).SetUint64(s.difficulty).Bytes()
	}
	s.head = header.Hash()
	e.Hash = bytesOf(s.head)
	b.emit(&ethmlv1.Event{Kind: &ethmlv1.Event_BlockEnded{BlockEnded: e}})
}

func bytesOf(h protocol.Hash) []byte { return h[:] }
