package view

import (
	"fmt"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// Block gives everything about a virtual block, nil when there is none.
func (v *Views) Block(number uint64) (*Block, error) {
	var out *Block
	err := v.Index.View(func(r *index.Reader) error {
		b, err := r.Block(number)
		if err != nil || b == nil {
			return err
		}
		out = &Block{BlockRow: blockRow(b), Challenge: b.Challenge.String(), Parent: b.Parent.String(), CommitWindow: b.CommitWindow,
			OpenedAt: v.place(b.Opened), ClosedAt: v.placeOrNil(b.Closed), EndedAt: v.placeOrNil(b.Ended), SeatList: []Seat{}, RequestList: []BlockRequest{}}
		if b.NextDifficulty != nil {
			out.Next = WeiOf(b.NextDifficulty).Digits()
		}
		out.GasUsed = v.gasOf(b)
		for i := range b.Seats {
			out.SeatList = append(out.SeatList, v.seat(b, i))
		}
		if b.Ended != nil {
			before, err := r.Block(number - 1)
			if err != nil {
				return err
			}
			out.Check = check(b, before)
		}
		return v.blockRequests(r, out, b)
	})
	return out, err
}

func (v *Views) blockRequests(r *index.Reader, out *Block, b *index.Block) error {
	reveals, err := r.Votes(b)
	if err != nil {
		return err
	}
	ms := v.models(r)
	for i, id := range b.IDs {
		row := BlockRequest{ID: id, Outcome: "open"}
		request, err := r.Request(id)
		if err != nil {
			return err
		}
		var model *index.Model
		if request != nil {
			row.Model = request.Model
			if model, err = ms.get(request.Model); err != nil {
				return err
			}
			row.ModelName = ms.name(model)
		}
		row.Votes, _ = votesOf(b, i, reveals, model)
		switch {
		case b.Void:
			row.Outcome = "void"
		case i < len(b.Statuses):
			row.Outcome = outcomeName(b.Statuses[i])
			if b.Statuses[i] == 0 && i < len(b.Words) {
				row.Value = value(model, b.Words[i])
			}
		}
		out.RequestList = append(out.RequestList, row)
	}
	return nil
}

// check computes a block's hash from its events, and compares its parent with the block before.
func check(b, before *index.Block) *Check {
	header := protocol.BlockHeader{Parent: b.EndParent, Number: b.Number, IDs: b.IDs, Challenge: b.Challenge, Timestamp: b.Ended.Time}
	for _, s := range b.Seats {
		header.Miners = append(header.Miners, s.Miner)
	}
	if !b.Void {
		header.Outcome = protocol.ResultHash(b.Words, b.Statuses)
	}
	computed := header.Hash()
	c := &Check{Computed: computed.String(), Matches: computed == b.Hash && b.Parent == b.EndParent}
	switch {
	case b.Number == 1:
		c.Parent = b.EndParent == protocol.Hash{}
	case before != nil && before.Ended != nil:
		c.Parent = before.Hash == b.EndParent
	}
	switch {
	case c.Matches && c.Parent:
		c.Detail = "The hash, computed again from the block's events, is the one the contracts announced, and its parent is the block before."
	case c.Matches:
		c.Detail = fmt.Sprintf("The hash is right, but block %d, its parent, is not the one indexed here.", b.Number-1)
	default:
		c.Detail = "The hash, computed again from the block's events, is not the one the contracts announced."
	}
	return c
}

// transactions are those of a block's life, each once: its opening, commits, reveals and end.
func transactions(b *index.Block) []index.Place {
	places := []index.Place{b.Opened}
	for _, s := range b.Seats {
		places = append(places, s.Committed)
		if s.Revealed != nil {
			places = append(places, *s.Revealed)
		}
	}
	if b.Closed != nil {
		places = append(places, *b.Closed)
	}
	if b.Ended != nil {
		places = append(places, *b.Ended)
	}
	seen := map[protocol.Hash]bool{}
	var once []index.Place
	for _, p := range places {
		if !seen[p.Tx] {
			seen[p.Tx] = true
			once = append(once, p)
		}
	}
	return once
}

// gasOf is the gas of a block's commits, reveals and end; nil when it isn't known. What opened it is left out: that is the
// transaction of a request, or the end of the block before, which counts there.
func (v *Views) gasOf(b *index.Block) *uint64 {
	if v.Gas == nil || b.Ended == nil {
		return nil
	}
	sum, all := uint64(0), true
	for _, p := range transactions(b) {
		if p.Tx == b.Opened.Tx {
			continue
		}
		used, ok := v.Gas.Used(p.Tx, p.Block)
		sum, all = sum+used, all && ok
	}
	if !all {
		return nil
	}
	return &sum
}

// BlockList is a page of blocks.
type BlockList struct {
	Blocks []BlockRow `json:"blocks"`
	Next   uint64     `json:"next_before,omitempty"` // continue with before=; zero at the end
	Counts Counts     `json:"-"`
}

// Blocks gives a page of blocks, the newest first.
func (v *Views) Blocks(p index.Page) (*BlockList, error) {
	out := &BlockList{}
	err := v.Index.View(func(r *index.Reader) error {
		rows, more, err := r.Blocks(p)
		if err != nil {
			return err
		}
		t, err := r.Totals()
		if err != nil {
			return err
		}
		out.Counts = countsOf(t)
		out.Blocks = blockRows(rows)
		if more && len(rows) > 0 {
			out.Next = rows[len(rows)-1].Number
		}
		return nil
	})
	return out, err
}

func blockRows(bs []*index.Block) []BlockRow {
	rows := make([]BlockRow, len(bs))
	for i, b := range bs {
		rows[i] = blockRow(b)
	}
	return rows
}
