package view

import (
	"encoding/hex"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// OperatorRow is an operator in a list.
type OperatorRow struct {
	Address   string   `json:"address"`
	Stake     Wei      `json:"stake_wei"`
	Unstaking Wei      `json:"unstaking_wei"`
	Seats     uint64   `json:"seats"`
	Reveals   uint64   `json:"reveals"`
	Agreement *float64 `json:"agreement,omitempty"` // share of its votes about answered requests that were the answer
	Subsidy   Wei      `json:"subsidy_wei"`         // earned, tips apart
	Slashed   Wei      `json:"slashed_wei"`
	LastBlock uint64   `json:"last_block,omitempty"`
}

// Operator is everything about an operator.
type Operator struct {
	OperatorRow
	AvailableAt uint64     `json:"available_at,omitempty"` // when what unstakes can be withdrawn
	Voids       uint64     `json:"void_blocks"`
	Votes       uint64     `json:"votes"`
	Agreed      uint64     `json:"agreed"`
	Slashes     uint64     `json:"slashes"`
	Minted      Wei        `json:"claimed_subsidy_wei"`
	Tips        Wei        `json:"claimed_tips_wei"`
	Acts        []Act      `json:"account"`
	Blocks      []BlockRow `json:"blocks"`
	Next        uint64     `json:"next_before,omitempty"` // continue with before=; zero at the end
}

// Act is a line in an operator's account.
type Act struct {
	Kind   string `json:"kind"`
	Amount Wei    `json:"amount_wei"`
	Tips   *Wei   `json:"tips_wei,omitempty"`
	Place
}

const maxActs = 25

func operatorRow(o *index.Operator) OperatorRow {
	return OperatorRow{Address: o.Address.String(), Stake: WeiOf(o.Active), Unstaking: WeiOf(o.Unstaking), Seats: o.Seats, Reveals: o.Reveals,
		Agreement: share(o.Agreed, o.Votes), Subsidy: WeiOf(o.Subsidy), Slashed: WeiOf(o.Slashed), LastBlock: o.LastSeat}
}

// OperatorList is a page of operators.
type OperatorList struct {
	Operators []OperatorRow `json:"operators"`
	Next      string        `json:"next_from,omitempty"` // continue with from=; empty at the end
}

// Operators gives operators in order of address, from one on.
func (v *Views) Operators(from []byte, limit int) (*OperatorList, error) {
	out := &OperatorList{Operators: []OperatorRow{}}
	err := v.Index.View(func(r *index.Reader) error {
		found, next, err := r.Operators(from, limit)
		if err != nil {
			return err
		}
		for _, o := range found {
			out.Operators = append(out.Operators, operatorRow(o))
		}
		if next != nil {
			out.Next = "0x" + hex.EncodeToString(next)
		}
		return nil
	})
	return out, err
}

// Operator gives everything about an operator, with a page of its blocks; nil when there is none.
func (v *Views) Operator(a protocol.Address, p index.Page) (*Operator, error) {
	var out *Operator
	err := v.Index.View(func(r *index.Reader) error {
		o, err := r.Operator(a)
		if err != nil || o == nil {
			return err
		}
		out = &Operator{OperatorRow: operatorRow(o), AvailableAt: o.AvailableAt, Voids: o.Voids, Votes: o.Votes, Agreed: o.Agreed,
			Slashes: o.Slashes, Minted: WeiOf(o.Minted), Tips: WeiOf(o.Tips), Acts: []Act{}, Blocks: []BlockRow{}}
		acts, err := r.ActsOf(a, maxActs)
		if err != nil {
			return err
		}
		for _, act := range acts {
			line := Act{Kind: string(act.Kind), Amount: WeiOf(act.Amount), Place: v.place(act.At)}
			if act.Tips != nil {
				tips := WeiOf(act.Tips)
				line.Tips = &tips
			}
			out.Acts = append(out.Acts, line)
		}
		blocks, more, err := r.SeatsOf(a, p)
		if err != nil {
			return err
		}
		for _, b := range blocks {
			row := blockRow(b)
			for i := range b.Seats {
				if b.Seats[i].Miner == a {
					seat := v.seat(b, i)
					row.Mine = &seat
				}
			}
			out.Blocks = append(out.Blocks, row)
		}
		if more && len(blocks) > 0 {
			out.Next = blocks[len(blocks)-1].Number
		}
		return nil
	})
	return out, err
}
