package index

import (
	"fmt"
	"math"
	"math/big"

	"github.com/holiman/uint256"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// MaxSeats bounds what one block may hold, whatever the stream says: votes are counted in a word of 32 bits.
const MaxSeats = 32

func (f *fold) point(number uint64) *Point {
	p := edit[Point](f.cells, bPoints, key(number))
	p.Number = number
	return p
}

func (f *fold) block(number uint64) *Block {
	b := edit[Block](f.cells, bBlocks, key(number))
	b.Number = number
	return b
}

func hashes(what string, raw [][]byte) ([]protocol.Hash, error) {
	out := make([]protocol.Hash, len(raw))
	for i, r := range raw {
		var err error
		if out[i], err = protocol.HashFromBytes(what, r); err != nil {
			return nil, err
		}
	}
	return out, nil
}

func (f *fold) blockOpened(at Place, o *ethmlv1.BlockOpened) (err error) {
	b := f.block(o.GetNumber())
	if b.Challenge, err = protocol.HashFromBytes("challenge", o.GetChallenge()); err != nil {
		return err
	}
	if b.Parent, err = protocol.HashFromBytes("parent hash", o.GetParentHash()); err != nil {
		return err
	}
	schedule := o.GetTarget()
	b.Difficulty, b.OpenedAt, b.CommitWindow = amount(schedule.GetDifficulty()), schedule.GetOpenedAt(), schedule.GetCommitWindowSeconds()
	b.IDs, b.Opened = o.GetRequestIds(), at
	for _, id := range b.IDs {
		r := f.request(id)
		r.Blocks = append(r.Blocks, b.Number)
		if !r.State.Ended() {
			f.state(r, protocol.RequestAssigned)
		}
	}
	t := f.totals()
	t.Blocks++
	t.Last = max(t.Last, b.Number)
	p := f.point(b.Number)
	p.Opened, p.Requests = b.OpenedAt, len(b.IDs)
	p.Difficulty, _ = new(big.Float).SetInt(b.Difficulty).Float64()
	return nil
}

func (f *fold) committed(at Place, s *ethmlv1.SolutionCommitted) error {
	miner, err := protocol.AddressFromBytes("miner", s.GetSeat().GetMiner())
	if err != nil {
		return err
	}
	commitment, err := protocol.HashFromBytes("commitment", s.GetSeat().GetCommitment())
	if err != nil {
		return err
	}
	b := f.block(s.GetNumber())
	if len(b.Seats) == MaxSeats {
		return fmt.Errorf("block %d has more than %d seats", b.Number, MaxSeats)
	}
	b.Seats = append(b.Seats, Seat{Miner: miner, Commitment: commitment, Committed: at})
	p := f.point(b.Number)
	p.Seats = len(b.Seats)
	p.Work += workAt(p.Difficulty, b, at.Time)
	o := f.operator(miner)
	o.Seats++
	o.LastSeat = max(o.LastSeat, b.Number)
	f.set(bSeats, addressKey(miner, b.Number), true)
	return nil
}

// workAt is how many hashes a solution takes on average at a time: the difficulty, halved once for each commit window that
// has passed.
func workAt(difficulty float64, b *Block, now uint64) float64 {
	if b.CommitWindow == 0 || now <= b.OpenedAt {
		return difficulty
	}
	return max(1, math.Ldexp(difficulty, -int(min((now-b.OpenedAt)/b.CommitWindow, 1024))))
}

func (f *fold) commitClosed(at Place, c *ethmlv1.CommitClosed) {
	f.block(c.GetNumber()).Closed = &at
	f.point(c.GetNumber()).Closed = at.Time
}

func (b *Block) seat(miner protocol.Address) *Seat {
	for i := range b.Seats {
		if b.Seats[i].Miner == miner {
			return &b.Seats[i]
		}
	}
	return nil
}

func (f *fold) revealed(at Place, r *ethmlv1.SolutionRevealed) error {
	miner, err := protocol.AddressFromBytes("miner", r.GetMiner())
	if err != nil {
		return err
	}
	b := f.block(r.GetNumber())
	seat := b.seat(miner)
	if seat == nil {
		return nil // of a block whose beginning was pruned
	}
	seat.Revealed = &at
	words, err := hashes("word", r.GetWords())
	if err != nil {
		return err
	}
	*edit[Reveal](f.cells, bReveals, revealKey(b.Number, miner)) = Reveal{Words: words, Statuses: r.GetStatuses()}
	f.operator(miner).Reveals++
	return nil
}

func (f *fold) blockEnded(at Place, e *ethmlv1.BlockEnded) (err error) {
	b := f.block(e.GetNumber())
	if b.Hash, err = protocol.HashFromBytes("block hash", e.GetHash()); err != nil {
		return err
	}
	if b.EndParent, err = protocol.HashFromBytes("parent hash", e.GetParentHash()); err != nil {
		return err
	}
	if b.Words, err = hashes("word", e.GetWords()); err != nil {
		return err
	}
	b.Ended, b.Void, b.Statuses = &at, e.GetVoided(), e.GetStatuses()
	p, t := f.point(b.Number), f.totals()
	p.Ended, p.Void = at.Time, b.Void
	if b.Void {
		t.Voids++
		for _, s := range b.Seats {
			f.operator(s.Miner).Voids++
		}
		return nil
	}
	t.Settled++
	b.NextDifficulty = amount(e.GetNextDifficulty())
	paid := f.pay(b)
	p.Subsidy = eml(paid)
	t.Subsidy = add(t.Subsidy, paid)
	return nil
}

// Reward of a seat that agreed everywhere, in wei of EML, and the number of blocks after which it halves.
var seatReward = new(big.Int).Mul(big.NewInt(50), big.NewInt(1e18))

const halvingBlocks = 210_000

// Subsidy is what a seat of a settled block earns beside tips, in wei of EML.
func Subsidy(number uint64, agreed, answered int) *big.Int {
	if answered == 0 || number == 0 {
		return new(big.Int)
	}
	s := new(big.Int).Rsh(seatReward, uint(min((number-1)/halvingBlocks, 256)))
	return s.Div(s.Mul(s, big.NewInt(int64(agreed))), big.NewInt(int64(answered)))
}

// pay counts who agreed in a block that settled, and what that earned them; it returns the sum.
func (f *fold) pay(b *Block) *big.Int {
	var seats []*Seat // that revealed
	var reveals []*Reveal
	for i := range b.Seats {
		if r := peek[Reveal](f.cells, bReveals, revealKey(b.Number, b.Seats[i].Miner)); r != nil && b.Seats[i].Revealed != nil {
			seats, reveals = append(seats, &b.Seats[i]), append(reveals, r)
		}
	}
	for i, id := range b.IDs {
		if i >= len(b.Statuses) || protocol.Status(b.Statuses[i]) != protocol.OK {
			continue
		}
		b.Answered++
		var m *Model
		if r := peek[Request](f.cells, bRequests, key(id)); r != nil && r.Model > 0 {
			m = f.model(r.Model)
		}
		votes := votesOn(i, reveals)
		d := DecideBy(m, votes)
		for s, seat := range seats {
			agreed := d.Agreeing&(1<<s) != 0
			o := f.operator(seat.Miner)
			o.Votes++
			if m != nil {
				m.Votes++
			}
			if !agreed {
				continue
			}
			seat.Agreed++
			o.Agreed++
			if m != nil {
				m.Agreed++
			}
		}
	}
	sum := new(big.Int)
	for _, seat := range seats {
		seat.Subsidy = Subsidy(b.Number, seat.Agreed, b.Answered)
		o := f.operator(seat.Miner)
		o.Subsidy = add(o.Subsidy, seat.Subsidy)
		sum.Add(sum, seat.Subsidy)
	}
	return sum
}

// votesOn are the votes about request i of a block; one who revealed too little abstains.
func votesOn(i int, reveals []*Reveal) []protocol.Vote {
	votes := make([]protocol.Vote, len(reveals))
	for s, r := range reveals {
		votes[s].Status = protocol.ModelUnavailable
		if i < len(r.Words) && i < len(r.Statuses) {
			votes[s] = protocol.Vote{Status: protocol.Status(r.Statuses[i]), Word: r.Words[i]}
		}
	}
	return votes
}

// DecideBy counts votes as a model's registration says; an unknown model's by the equal rule.
func DecideBy(m *Model, votes []protocol.Vote) protocol.Decision {
	rule, tolerance := protocol.Equal, new(uint256.Int)
	if m != nil {
		rule = protocol.Rule(m.Rule)
		if m.Tolerance != nil {
			tolerance, _ = uint256.FromBig(m.Tolerance)
		}
	}
	return protocol.Decide(votes, rule, tolerance)
}
