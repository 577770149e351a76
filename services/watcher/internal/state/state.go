// Package state folds events into the protocol's present state, which subscribers get as a Snapshot.
package state

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"

	"google.golang.org/protobuf/proto"

	ethmlv1 "github.com/ethml/ethml/proto/ethml/v1"
)

// ErrGap says that an event doesn't follow from those before it: the node left logs out, or following started after the
// contracts' deployment.
var ErrGap = errors.New("events are missing")

// State is the present state of the protocol. Messages in it are never changed in place, so that copies can share them.
type State struct {
	open     *ethmlv1.BlockState
	pending  map[uint64]*ethmlv1.PendingRequest
	models   map[uint64]*ethmlv1.Model
	requests uint64 // highest request id seen
	block    uint64 // highest virtual block opened
	head     []byte // hash of the last virtual block that ended; nil before the first
}

// New is the state before the first event.
func New() *State {
	return &State{pending: map[uint64]*ethmlv1.PendingRequest{}, models: map[uint64]*ethmlv1.Model{}}
}

// Clone makes a copy that changes apart.
func (s *State) Clone() *State {
	c := *s
	c.pending = maps.Clone(s.pending)
	c.models = maps.Clone(s.models)
	return &c
}

// Apply folds one event in. ErrGap means that an event before it is missing; the state is then as before.
func (s *State) Apply(event *ethmlv1.Event) error {
	switch k := event.GetKind().(type) {
	case *ethmlv1.Event_RequestQueued:
		return s.queued(event.GetPosition(), k.RequestQueued)
	case *ethmlv1.Event_RequestRequeued:
		return s.requeued(k.RequestRequeued)
	case *ethmlv1.Event_RequestEnded:
		if s.pending[k.RequestEnded.GetId()] == nil {
			return fmt.Errorf("%w: request %d ends but was never queued", ErrGap, k.RequestEnded.GetId())
		}
		delete(s.pending, k.RequestEnded.GetId())
	case *ethmlv1.Event_BlockOpened:
		return s.opened(event.GetPosition(), k.BlockOpened)
	case *ethmlv1.Event_SolutionCommitted:
		return s.committed(k.SolutionCommitted)
	case *ethmlv1.Event_CommitClosed:
		return s.closed(event.GetPosition(), k.CommitClosed)
	case *ethmlv1.Event_SolutionRevealed:
		return s.revealed(k.SolutionRevealed)
	case *ethmlv1.Event_BlockEnded:
		return s.ended(k.BlockEnded)
	case *ethmlv1.Event_ModelRegistered:
		m := k.ModelRegistered
		if m.GetId() != uint64(len(s.models))+1 {
			return fmt.Errorf("%w: model %d is registered after model %d", ErrGap, m.GetId(), len(s.models))
		}
		s.models[m.GetId()] = &ethmlv1.Model{Registration: m}
	case *ethmlv1.Event_ModelDeprecated:
		id := k.ModelDeprecated.GetId()
		m := s.models[id]
		if m == nil {
			return fmt.Errorf("%w: model %d is deprecated but was never registered", ErrGap, id)
		}
		s.models[id] = &ethmlv1.Model{Registration: m.GetRegistration(), Deprecated: true}
	}
	return nil
}

func (s *State) queued(at *ethmlv1.ChainPosition, r *ethmlv1.RequestQueued) error {
	if r.GetId() != s.requests+1 {
		return fmt.Errorf("%w: request %d comes after request %d", ErrGap, r.GetId(), s.requests)
	}
	s.requests = r.GetId()
	s.pending[r.GetId()] = &ethmlv1.PendingRequest{Position: at, Request: r}
	return nil
}

func (s *State) requeued(r *ethmlv1.RequestRequeued) error {
	p := s.pending[r.GetId()]
	if p == nil {
		return fmt.Errorf("%w: request %d goes back to the queue but was never in it", ErrGap, r.GetId())
	}
	request := proto.CloneOf(p.GetRequest())
	request.Slot = r.GetSlot()
	s.pending[r.GetId()] = &ethmlv1.PendingRequest{Position: p.GetPosition(), Request: request}
	return nil
}

func (s *State) opened(at *ethmlv1.ChainPosition, b *ethmlv1.BlockOpened) error {
	parent := s.head
	if parent == nil {
		parent = make([]byte, 32)
	}
	switch {
	case b.GetNumber() != s.block+1 || s.open != nil:
		return fmt.Errorf("%w: virtual block %d opens after block %d (open: %t)", ErrGap, b.GetNumber(), s.block, s.open != nil)
	case !bytes.Equal(b.GetParentHash(), parent):
		return fmt.Errorf("%w: virtual block %d opens on 0x%x, not on 0x%x", ErrGap, b.GetNumber(), b.GetParentHash(), parent)
	}
	for _, id := range b.GetRequestIds() {
		if s.pending[id] == nil && id <= s.requests {
			return fmt.Errorf("%w: virtual block %d opens with request %d, which ended", ErrGap, b.GetNumber(), id)
		}
	}
	s.block = b.GetNumber()
	s.open = &ethmlv1.BlockState{Position: at, Opened: b, Phase: ethmlv1.Phase_PHASE_COMMIT}
	return nil
}

// current is a copy of the open block to change, if it is the one meant.
func (s *State) current(number uint64, what string) (*ethmlv1.BlockState, error) {
	if s.open == nil || s.open.GetOpened().GetNumber() != number {
		return nil, fmt.Errorf("%w: %s of virtual block %d, which isn't open", ErrGap, what, number)
	}
	b := s.open
	return &ethmlv1.BlockState{Position: b.GetPosition(), Opened: b.GetOpened(), Phase: b.GetPhase(), Seats: b.GetSeats(),
		CommitClosedAt: b.GetCommitClosedAt(), CommitClosedBlock: b.GetCommitClosedBlock()}, nil
}

func (s *State) committed(c *ethmlv1.SolutionCommitted) error {
	b, err := s.current(c.GetNumber(), "commit")
	if err != nil {
		return err
	}
	if int(c.GetSeat().GetIndex()) != len(b.Seats) {
		return fmt.Errorf("%w: seat %d of virtual block %d is taken when %d are", ErrGap, c.GetSeat().GetIndex(), c.GetNumber(), len(b.Seats))
	}
	b.Seats = append(slices.Clip(b.Seats), c.GetSeat())
	s.open = b
	return nil
}

func (s *State) closed(at *ethmlv1.ChainPosition, c *ethmlv1.CommitClosed) error {
	b, err := s.current(c.GetNumber(), "end of commits")
	if err != nil {
		return err
	}
	if int(c.GetSeats()) != len(b.Seats) {
		return fmt.Errorf("%w: commits of virtual block %d close with %d seats, %d were seen", ErrGap, c.GetNumber(), c.GetSeats(), len(b.Seats))
	}
	b.Phase, b.CommitClosedAt, b.CommitClosedBlock = ethmlv1.Phase_PHASE_REVEAL, at.GetBlockTime(), at.GetBlockNumber()
	s.open = b
	return nil
}

func (s *State) revealed(r *ethmlv1.SolutionRevealed) error {
	b, err := s.current(r.GetNumber(), "reveal")
	if err != nil {
		return err
	}
	i := slices.IndexFunc(b.Seats, func(seat *ethmlv1.Seat) bool { return bytes.Equal(seat.GetMiner(), r.GetMiner()) })
	if i < 0 {
		return fmt.Errorf("%w: 0x%x reveals in virtual block %d without a seat", ErrGap, r.GetMiner(), r.GetNumber())
	}
	b.Seats = slices.Clone(b.Seats)
	seat := b.Seats[i]
	b.Seats[i] = &ethmlv1.Seat{Index: seat.GetIndex(), Miner: seat.GetMiner(), Commitment: seat.GetCommitment(), Revealed: true}
	s.open = b
	return nil
}

func (s *State) ended(e *ethmlv1.BlockEnded) error {
	if _, err := s.current(e.GetNumber(), "end"); err != nil {
		return err
	}
	s.open, s.head = nil, e.GetHash()
	return nil
}

// Fill puts the state into a snapshot.
func (s *State) Fill(snapshot *ethmlv1.Snapshot) {
	snapshot.OpenBlock = s.open
	snapshot.PendingRequests = make([]*ethmlv1.PendingRequest, 0, len(s.pending))
	for _, id := range slices.Sorted(maps.Keys(s.pending)) {
		snapshot.PendingRequests = append(snapshot.PendingRequests, s.pending[id])
	}
	snapshot.Models = make([]*ethmlv1.Model, 0, len(s.models))
	for _, id := range slices.Sorted(maps.Keys(s.models)) {
		snapshot.Models = append(snapshot.Models, s.models[id])
	}
}

// Pending is the number of requests that have not ended.
func (s *State) Pending() int { return len(s.pending) }

// Open is the open block; nil when idle.
func (s *State) Open() *ethmlv1.BlockState { return s.open }

// Request is one that has not ended; nil for any other.
func (s *State) Request(id uint64) *ethmlv1.PendingRequest { return s.pending[id] }

// Block is the number of the newest virtual block and whether it is open.
func (s *State) Block() (number uint64, open bool) { return s.block, s.open != nil }
