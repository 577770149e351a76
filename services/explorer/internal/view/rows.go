package view

import (
	"strings"

	"github.com/ethml/ethml/internal/protocol"
	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
	"github.com/ethml/ethml/services/explorer/internal/index"
)

// Quorum is how many seats a block has.
const Quorum = 5

// StatusView tells how fresh everything is.
func (v *Views) StatusView() (Status, error) {
	var s Status
	err := v.Index.View(func(r *index.Reader) (err error) {
		s, err = v.status(r)
		return err
	})
	return s, err
}

func (v *Views) status(r *index.Reader) (Status, error) {
	t, err := r.Totals()
	if err != nil {
		return Status{}, err
	}
	f := v.Status()
	s := Status{Connected: f.Connected, Detail: f.Detail, Head: f.Head.GetNumber(), HeadTime: f.Head.GetTime(), Lag: f.Lag, Events: t.Events,
		State: strings.ToLower(strings.TrimPrefix(f.State.String(), "WATCHER_STATE_")), LastEvent: t.LastTime, Paused: t.Paused, Revision: v.Revision()}
	if f.State == ethmlv1.WatcherState_WATCHER_STATE_UNSPECIFIED {
		s.State = "unknown"
	}
	if !f.Since.IsZero() {
		s.Since = f.Since.Unix()
	}
	return s, nil
}

func (v *Views) place(p index.Place) Place {
	out := Place{Block: p.Block, Time: p.Time, Tx: p.Tx.String()}
	if v.Gas != nil && p.Tx != (protocol.Hash{}) {
		if used, ok := v.Gas.Used(p.Tx, p.Block); ok {
			out.Gas = &used
		}
	}
	return out
}

func (v *Views) placeOrNil(p *index.Place) *Place {
	if p == nil {
		return nil
	}
	out := v.place(*p)
	return &out
}

// models reads each model once.
type models struct {
	*Views
	r     *index.Reader
	known map[uint64]*index.Model
}

func (v *Views) models(r *index.Reader) *models {
	return &models{Views: v, r: r, known: map[uint64]*index.Model{}}
}

func (m *models) get(id uint64) (*index.Model, error) {
	if found, ok := m.known[id]; ok {
		return found, nil
	}
	found, err := m.r.Model(id)
	if err == nil {
		m.known[id] = found
	}
	return found, err
}

// name is what the manifest calls a model, if it is at hand.
func (m *models) name(model *index.Model) string {
	if m.Library == nil || model == nil || model.ManifestCID == "" {
		return ""
	}
	if found := m.Library.Known(model.ManifestCID); found != nil {
		return Clean(found.Name)
	}
	return ""
}

func value(m *index.Model, word protocol.Hash) string {
	if m == nil {
		return Value(0, 0, word)
	}
	return Value(m.Codec, m.Decimals, word)
}

func (m *models) requestRow(r *index.Request) (RequestRow, error) {
	row := RequestRow{ID: r.ID, Model: r.Model, State: r.State.String(), Requester: r.Requester.String(), DataCID: r.DataCID,
		Tip: WeiOf(r.Tip), Queued: r.Queued.Time, Block: r.EndedBy}
	model, err := m.get(r.Model)
	if err != nil {
		return row, err
	}
	row.ModelName = m.name(model)
	if len(r.Blocks) > 0 && r.State == protocol.RequestAssigned {
		row.Block = r.Blocks[len(r.Blocks)-1]
	}
	if r.Ended != nil {
		row.Ended = r.Ended.Time
		if r.Queued.Time > 0 {
			took := r.Ended.Time - min(r.Queued.Time, r.Ended.Time)
			row.Seconds = &took
		}
	}
	switch r.State {
	case protocol.RequestAnswered:
		var word protocol.Hash
		copy(word[:], r.Word)
		row.Word, row.Value = word.String(), value(model, word)
	case protocol.RequestFailed:
		row.Reason = protocol.Status(min(r.Reason, 255)).String()
	}
	return row, nil
}

func (m *models) requestRows(rs []*index.Request) ([]RequestRow, error) {
	rows := make([]RequestRow, len(rs))
	for i, r := range rs {
		var err error
		if rows[i], err = m.requestRow(r); err != nil {
			return nil, err
		}
	}
	return rows, nil
}

func stateOf(b *index.Block) string {
	switch {
	case b.Ended != nil && b.Void:
		return "void"
	case b.Ended != nil:
		return "settled"
	case b.Closed != nil:
		return "revealing"
	}
	return "committing"
}

func markOf(b *index.Block, s *index.Seat) Mark {
	switch {
	case b.Ended == nil && s.Revealed == nil:
		return "committed"
	case b.Ended == nil:
		return "revealed"
	case s.Revealed == nil:
		return "missed"
	case b.Void:
		return "revealed"
	case s.Agreed == b.Answered:
		return "agreed"
	}
	return "dissented"
}

func blockRow(b *index.Block) BlockRow {
	row := BlockRow{Number: b.Number, State: stateOf(b), Requests: len(b.IDs), Seats: len(b.Seats), Answered: b.Answered,
		Opened: b.OpenedAt, Difficulty: WeiOf(b.Difficulty).Digits(), Subsidy: WeiOf(nil)}
	for i := range b.Seats {
		s := &b.Seats[i]
		if s.Revealed != nil {
			row.Reveals++
		}
		row.Marks = append(row.Marks, markOf(b, s))
		if s.Subsidy != nil {
			row.Subsidy.Int.Add(row.Subsidy.Int, s.Subsidy)
		}
	}
	for len(row.Marks) < Quorum {
		row.Marks = append(row.Marks, "free")
	}
	for _, status := range b.Statuses {
		switch protocol.Status(status) {
		case protocol.DataUnavailable, protocol.DataMalformed, protocol.ModelRejectedInput:
			row.Failed++
		}
	}
	if b.Ended != nil {
		row.Ended, row.Hash = b.Ended.Time, b.Hash.String()
	}
	return row
}

func (v *Views) seat(b *index.Block, i int) Seat {
	s := &b.Seats[i]
	out := Seat{Index: i, Miner: s.Miner.String(), Commitment: s.Commitment.String(), Committed: v.place(s.Committed),
		Revealed: v.placeOrNil(s.Revealed), Agreed: s.Agreed, Subsidy: WeiOf(s.Subsidy), Slashed: WeiOf(s.Slashed), Mark: markOf(b, s)}
	if out.Slashed.Sign() > 0 {
		out.Cause = nameOf(causeNames, s.Cause)
	}
	return out
}
