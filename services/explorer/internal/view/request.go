package view

import (
	"context"
	"fmt"

	"github.com/ethml/ethml/internal/protocol"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// maxSteps bounds a life line: a request may go round many void blocks.
const maxSteps = 60

// Request gives everything about a request, nil when there is none.
func (v *Views) Request(ctx context.Context, id uint64) (*Request, error) {
	var out *Request
	var model *index.Model
	err := v.Index.View(func(r *index.Reader) error {
		row, err := r.Request(id)
		if err != nil || row == nil || row.DataCID == "" {
			return err
		}
		ms := v.models(r)
		if model, err = ms.get(row.Model); err != nil {
			return err
		}
		out = &Request{CallbackGas: row.CallbackGas, Expiry: row.Expiry, Callback: callbackOf(row), Blocks: append([]uint64{}, row.Blocks...), Votes: []Vote{}}
		if out.RequestRow, err = ms.requestRow(row); err != nil {
			return err
		}
		if len(row.Blocks) == 0 {
			out.Steps = v.life(row, nil)
			return nil
		}
		b, err := r.Block(row.Blocks[len(row.Blocks)-1])
		if err != nil || b == nil {
			return err
		}
		out.Steps = v.life(row, b)
		return v.votes(r, out, b, model)
	})
	if err != nil || out == nil {
		return nil, err
	}
	if v.Library != nil {
		out.Data = v.data(ctx, out.DataCID, model)
	}
	return out, nil
}

func callbackOf(r *index.Request) string {
	switch n := len(r.Callbacks); {
	case r.State != protocol.RequestAnswered && r.State != protocol.RequestFailed:
		return "none"
	case n == 0:
		return "delivered"
	case r.Callbacks[n-1].Delivered:
		return "delivered on retry"
	}
	return "failed"
}

// life is a request's life line: what happened to it, and what happens to the block it stands in.
func (v *Views) life(r *index.Request, b *index.Block) []Step {
	var steps []Step
	add := func(name, detail string, at index.Place, virtual uint64) {
		steps = append(steps, Step{Name: name, Detail: detail, Place: v.place(at), Virtual: virtual})
	}
	add("Requested", "", r.Queued, 0)
	requeues := r.Requeues
	left := 0
	if len(requeues) > maxSteps {
		left = len(requeues) - maxSteps
		requeues = requeues[left:]
	}
	for i, q := range requeues {
		why := "no consensus"
		if q.Voided {
			why = "its block was void"
		}
		n := uint64(0)
		if left+i < len(r.Blocks) {
			n = r.Blocks[left+i]
		}
		add("Back to the queue", why, q.At, n)
	}
	// The last block counts if the request hasn't come back from it.
	if b != nil && len(r.Requeues) < len(r.Blocks) {
		add("Block opened", requestsIn(b), b.Opened, b.Number)
		for i, s := range b.Seats {
			add("Seat taken", fmt.Sprintf("seat %d by %s", i+1, short(s.Miner.String())), s.Committed, b.Number)
		}
		if b.Closed != nil {
			add("Commits closed", "", *b.Closed, b.Number)
		}
		for i, s := range b.Seats {
			if s.Revealed != nil {
				add("Revealed", fmt.Sprintf("seat %d by %s", i+1, short(s.Miner.String())), *s.Revealed, b.Number)
			}
		}
	}
	if r.Ended != nil {
		name := map[protocol.RequestStatus]string{protocol.RequestAnswered: "Answered", protocol.RequestFailed: "Failed",
			protocol.RequestCancelled: "Cancelled", protocol.RequestExpired: "Expired"}[r.State]
		detail := ""
		if r.State == protocol.RequestFailed {
			detail = protocol.Status(min(r.Reason, 255)).String()
		}
		add(name, detail, *r.Ended, r.EndedBy)
	}
	callbacks := r.Callbacks
	if len(callbacks) > maxSteps {
		callbacks = callbacks[len(callbacks)-maxSteps:]
	}
	for _, c := range callbacks {
		name := "Callback failed"
		if c.Delivered {
			name = "Callback delivered on retry"
		}
		add(name, "", c.At, 0)
	}
	return steps
}

func requestsIn(b *index.Block) string {
	if len(b.IDs) == 1 {
		return "for this request alone"
	}
	return fmt.Sprintf("with %d requests", len(b.IDs))
}

func short(hex string) string {
	if len(hex) < 16 {
		return hex
	}
	return hex[:8] + "…" + hex[len(hex)-6:]
}

// votes sets what each seat said about the request, counted again by the model's rule.
func (v *Views) votes(r *index.Reader, out *Request, b *index.Block, model *index.Model) error {
	reveals, err := r.Votes(b)
	if err != nil {
		return err
	}
	for i, id := range b.IDs {
		if id != out.ID {
			continue
		}
		var d protocol.Decision
		out.Votes, d = votesOf(b, i, reveals, model)
		if i < len(b.Statuses) {
			out.Recount = recount(d, b, i)
		}
	}
	return nil
}

// votesOf lists the votes about request i of a block, and what they decide.
func votesOf(b *index.Block, i int, reveals []*index.Reveal, model *index.Model) ([]Vote, protocol.Decision) {
	votes := make([]Vote, len(b.Seats))
	var counted []protocol.Vote
	var seats []int
	for s, seat := range b.Seats {
		votes[s] = Vote{Seat: s, Miner: seat.Miner.String()}
		if reveals[s] == nil || i >= len(reveals[s].Words) || i >= len(reveals[s].Statuses) {
			continue
		}
		vote := protocol.Vote{Status: protocol.Status(reveals[s].Statuses[i]), Word: reveals[s].Words[i]}
		counted, seats = append(counted, vote), append(seats, s)
		votes[s].Revealed, votes[s].Status = true, vote.Status.String()
		if vote.Status == protocol.OK {
			votes[s].Word, votes[s].Value = vote.Word.String(), value(model, vote.Word)
		}
	}
	d := index.DecideBy(model, counted)
	for n, s := range seats {
		votes[s].Agreed = d.Agreeing&(1<<n) != 0
	}
	return votes, d
}

// recount compares what the votes decide with what the contracts said.
func recount(d protocol.Decision, b *index.Block, i int) string {
	said := protocol.Status(b.Statuses[i])
	switch {
	case d.Decided() && d.Status == said && i < len(b.Words) && (said != protocol.OK || d.Word == b.Words[i]):
		return "The votes, counted again here, give what the contracts decided."
	case !d.Decided() && (said == protocol.ModelUnavailable || b.Statuses[i] >= 5):
		return "The votes, counted again here, decide nothing, as the contracts said."
	}
	return "The votes, counted again here, do not give what the contracts decided."
}

// RequestList is a page of requests.
type RequestList struct {
	Requests []RequestRow `json:"requests"`
	State    string       `json:"-"`
	ModelID  uint64       `json:"-"`
	Next     uint64       `json:"next_before,omitempty"` // continue with before=; zero at the end
	Counts   Counts       `json:"-"`
}

// Filter says which requests.
type Filter struct {
	State protocol.RequestStatus // RequestUnknown for all
	Model uint64                 // zero for all
	index.Page
}

// Requests gives a page of requests, the newest first.
func (v *Views) Requests(f Filter) (*RequestList, error) {
	out := &RequestList{ModelID: f.Model}
	if f.State != protocol.RequestUnknown {
		out.State = f.State.String()
	}
	err := v.Index.View(func(r *index.Reader) error {
		var rows []*index.Request
		var more bool
		var err error
		switch {
		case f.State != protocol.RequestUnknown:
			rows, more, err = r.RequestsIn(f.State, f.Page)
		case f.Model != 0:
			rows, more, err = r.RequestsOf(f.Model, f.Page)
		default:
			rows, more, err = r.Requests(f.Page)
		}
		if err != nil {
			return err
		}
		if more && len(rows) > 0 {
			out.Next = rows[len(rows)-1].ID
		}
		t, err := r.Totals()
		if err != nil {
			return err
		}
		out.Counts = countsOf(t)
		out.Requests, err = v.models(r).requestRows(rows)
		return err
	})
	return out, err
}
